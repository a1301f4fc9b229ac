//! How far an idea has come, criterion by criterion, from what was filled in. A profile, never a
//! sum and never a mean: a high benefit does not make up for a risk that nobody has looked at.

use super::records::{Filling, FillingLevel, IdeaId};
use super::reference::{Criterion, Gate, Reference};
use super::refusal::No;
use super::there::There;
use super::value::Cell;

/// *Don't know*: no level, and the weakest answer there is.
pub const DONT_KNOW: u8 = 0;

/// Two roles that differ by so much have something to talk about.
const APART: u8 = 2;

/// One line a criterion, in the instrument's order.
#[derive(Debug)]
pub struct Profile {
    pub lines: Vec<Line>,
}

#[derive(Debug)]
pub struct Line {
    pub criterion: &'static Criterion,
    /// The newest answer; none where nobody has answered.
    pub level: Option<u8>,
    /// What the same role answered the time before.
    pub before: Option<u8>,
    /// The lowest and the highest level of the roles' newest answers, where several roles gave one.
    pub spread: Option<(u8, u8)>,
}

/// A criterion that has not come as far as a gate advises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Below {
    pub criterion: &'static str,
    pub level: Option<u8>,
    pub least: u8,
}

/// One answer to one criterion.
struct Answer<'a> {
    role: &'a str,
    level: u8,
}

impl Profile {
    /// From everything that was ever filled in for one idea, in any order.
    pub fn of(fillings: &[Filling], levels: &[FillingLevel]) -> Profile {
        let mut newest_first: Vec<&Filling> = fillings.iter().collect();
        newest_first.sort_by_key(|filling| std::cmp::Reverse((filling.at, filling.id)));
        let line = |criterion: &'static Criterion| {
            let answers: Vec<Answer<'_>> = newest_first
                .iter()
                .filter_map(|filling| {
                    let of_this = |level: &&FillingLevel| {
                        level.filling == filling.id && level.criterion == criterion.key
                    };
                    let level = levels.iter().find(of_this)?;
                    Some(Answer { role: &filling.role, level: u8::try_from(level.level).ok()? })
                })
                .collect();
            Line::of(criterion, &answers)
        };
        Profile { lines: Reference::get().profile.criteria.iter().map(line).collect() }
    }

    pub(super) fn of_idea(there: &dyn There, idea: IdeaId) -> Result<Profile, No> {
        let fillings: Vec<Filling> = there.those("idea", idea.to_value())?;
        let mut levels: Vec<FillingLevel> = Vec::new();
        for filling in &fillings {
            levels.extend(there.those::<FillingLevel>("filling", filling.id.to_value())?);
        }
        Ok(Profile::of(&fillings, &levels))
    }

    /// Nobody has filled in anything.
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.level.is_none())
    }

    /// What was answered, weakest first and otherwise in the instrument's order. Novelty is not
    /// among it: new is not better, and not new no weakness.
    pub fn weakest_first(&self) -> Vec<&Line> {
        let mut lines: Vec<&Line> = self
            .lines
            .iter()
            .filter(|line| line.criterion.used_in_thresholds && line.level.is_some())
            .collect();
        lines.sort_by_key(|line| line.level);
        lines
    }

    /// What to find out next: all that share the lowest level, unless that is the highest there is.
    pub fn to_find_out(&self) -> Vec<&Line> {
        let mut lines = self.weakest_first();
        let lowest = lines.first().and_then(|line| line.level);
        lines.retain(|line| line.level == lowest && line.level < Some(highest()));
        lines
    }

    /// What has not come as far as a gate advises. Unanswered and *don't know* have not.
    pub fn below(&self, gate: &Gate) -> Vec<Below> {
        let below = |line: &Line| {
            let least = *gate.advisory_minimum.get(&line.criterion.key)?;
            let reached = line.level.is_some_and(|level| level >= least);
            (!reached && line.criterion.used_in_thresholds).then_some(Below {
                criterion: &line.criterion.key,
                level: line.level,
                least,
            })
        };
        self.lines.iter().filter_map(below).collect()
    }
}

impl Line {
    fn of(criterion: &'static Criterion, newest_first: &[Answer<'_>]) -> Line {
        let newest = newest_first.first();
        let before = newest.and_then(|newest| {
            newest_first.iter().skip(1).find(|answer| same_role(answer.role, newest.role))
        });
        let mut roles: Vec<&Answer<'_>> = Vec::new();
        for answer in newest_first {
            if !roles.iter().any(|known| same_role(known.role, answer.role)) {
                roles.push(answer);
            }
        }
        let known = || roles.iter().map(|answer| answer.level).filter(|level| *level != DONT_KNOW);
        let spread = match (known().min(), known().max()) {
            (Some(lowest), Some(highest)) if known().count() > 1 => Some((lowest, highest)),
            _ => None,
        };
        Line {
            criterion,
            level: newest.map(|answer| answer.level),
            before: before.map(|answer| answer.level),
            spread,
        }
    }

    /// Roles see this so differently that they should talk about it.
    pub fn talk_about(&self) -> bool {
        self.spread.is_some_and(|(lowest, highest)| highest - lowest >= APART)
    }
}

/// The highest level of the scale.
pub(super) fn highest() -> u8 {
    Reference::get().profile.levels.iter().map(|level| level.value).max().unwrap_or(DONT_KNOW)
}

fn same_role(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::records::{FillingId, FillingLevelId};
    use super::super::value::{Stamp, Uid};
    use super::*;

    /// Fillings from the oldest on: a role and what it answered.
    fn profile(fillings: &[(&str, &[(&str, i64)])]) -> Profile {
        let uid = Uid(uuid::Uuid::from_u128(1));
        let (mut all, mut levels) = (Vec::new(), Vec::new());
        for (at, (role, answers)) in (1..).zip(fillings) {
            let id = FillingId(at);
            let (role, note) = ((*role).to_owned(), String::new());
            all.insert(0, Filling { id, uid, idea: IdeaId(1), at: Stamp(at), role, note });
            for (criterion, level) in *answers {
                let (criterion, level) = ((*criterion).to_owned(), *level);
                let own = FillingLevelId(0);
                levels.push(FillingLevel { id: own, uid, filling: id, criterion, level });
            }
        }
        Profile::of(&all, &levels)
    }

    fn line<'a>(profile: &'a Profile, key: &str) -> &'a Line {
        profile.lines.iter().find(|line| line.criterion.key == key).unwrap()
    }

    fn keys<'a>(lines: &[&'a Line]) -> Vec<&'a str> {
        lines.iter().map(|line| line.criterion.key.as_str()).collect()
    }

    #[test]
    fn the_newest_answer_stands_and_the_one_before_is_told() {
        let profile =
            profile(&[("Idéägare", &[("behov", 2), ("nytta", 3)]), ("idéägare ", &[("behov", 3)])]);
        let behov = line(&profile, "behov");
        assert_eq!((behov.level, behov.before, behov.spread), (Some(3), Some(2), None));
        let nytta = line(&profile, "nytta");
        assert_eq!((nytta.level, nytta.before), (Some(3), None));
        assert_eq!(line(&profile, "risk").level, None);
        assert!(!profile.is_empty());
        assert_eq!(profile.lines.len(), 8);
    }

    #[test]
    fn another_role_s_answer_is_no_last_time() {
        let profile = profile(&[
            ("Idéägare", &[("behov", 1)]),
            ("Mottagare", &[("behov", 4)]),
            ("Idéägare", &[("behov", 2)]),
        ]);
        let behov = line(&profile, "behov");
        assert_eq!((behov.level, behov.before), (Some(2), Some(1)));
        assert_eq!(behov.spread, Some((2, 4)));
        assert!(behov.talk_about());
    }

    #[test]
    fn roles_that_are_one_level_apart_need_not_talk() {
        let profile = profile(&[("Ägare", &[("risk", 2)]), ("Chef", &[("risk", 3)])]);
        assert_eq!(line(&profile, "risk").spread, Some((2, 3)));
        assert!(!line(&profile, "risk").talk_about());
    }

    #[test]
    fn dont_know_is_the_weakest_answer_but_no_level_of_a_spread() {
        let profile = profile(&[
            ("Ägare", &[("behov", 4), ("risk", 1), ("nytta", 1)]),
            ("Chef", &[("behov", 0)]),
        ]);
        assert_eq!(keys(&profile.weakest_first()), ["behov", "nytta", "risk"]);
        assert_eq!(keys(&profile.to_find_out()), ["behov"]);
        assert_eq!(line(&profile, "behov").spread, None);
    }

    #[test]
    fn all_that_share_the_lowest_level_are_to_be_found_out() {
        let profile = profile(&[("", &[("nytta", 3), ("inkludering", 2), ("forankring", 2)])]);
        assert_eq!(keys(&profile.to_find_out()), ["forankring", "inkludering"]);
    }

    #[test]
    fn novelty_is_never_a_weakness() {
        let profile = profile(&[("", &[("nyhet", 0), ("nytta", 3)])]);
        assert_eq!(keys(&profile.weakest_first()), ["nytta"]);
        assert_eq!(line(&profile, "nyhet").level, Some(0));
    }

    #[test]
    fn where_all_is_clear_nothing_is_left_to_find_out() {
        let profile = profile(&[("", &[("nytta", 4), ("behov", 4)])]);
        assert_eq!(keys(&profile.to_find_out()), [""; 0]);
    }

    #[test]
    fn a_gate_tells_what_has_not_come_as_far_as_it_advises() {
        let gate = Reference::get().gate_of("behov").unwrap();
        let below = |answers: &[(&str, i64)]| -> Vec<(&str, Option<u8>, u8)> {
            let below = profile(&[("", answers)]).below(gate);
            below.into_iter().map(|it| (it.criterion, it.level, it.least)).collect()
        };
        assert_eq!(below(&[("behov", 3), ("nytta", 2)]), []);
        assert_eq!(below(&[("behov", 2), ("nytta", 4)]), [("behov", Some(2), 3)]);
        assert_eq!(below(&[("behov", 0)]), [("behov", Some(0), 3), ("nytta", None, 2)]);
    }
}
