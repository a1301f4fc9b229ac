//! The invented ideas that show what a sluice in use looks like, as they stand in
//! `assets/demo/ideas.json`. Turning them into steps is the affair of others.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use super::reference::{Both, Named};
use super::{DecisionKind, Outcome, Source, Status};

/// An invented municipality on an invented day.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    /// The day that all other days were written for.
    #[serde(deserialize_with = "day")]
    pub reference_date: Date,
    /// Says that nothing here is real.
    pub about: Both,
    pub municipality: Both,
    /// The key is what a card shows: `VOF`.
    pub units: Vec<Named>,
    pub tags: Vec<Named>,
    pub ideas: Vec<Idea>,
}

/// One of the ideas. All texts are there in both languages; all 40 have the same fields:
///
/// - 32 are active, two paused (`paused_until` with a reason), six closed (`closed` with an
///   `outcome`: two not taken forward, one each of the others). Only number 36 has `merged_into`
///   (19), only number 37 `referred_to` (free text, the key of no target).
/// - A closed idea has no `next_step`, and neither has the active number 7.
/// - `giver`, `owner` and `receiver` are roles, never names; 14 have no owner, 26 no receiver.
/// - `decisions` stand oldest first, none to six, at most one a gate. The last of a paused or closed
///   idea is the one that paused or closed it.
/// - `tests` holds none or one; four of the 14 still run and have no result or learning.
/// - `assessment` has a level for each of the eight criteria, or is empty (12); *don't know* does
///   not occur.
/// - `comments` have no kind; 35 in all. There are no links, clusters or challenges.
/// - `votes` are dots from a workshop that is not told of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// Its number among these, to which `merged_into` points.
    pub id: u32,
    pub title: Both,
    pub need: Both,
    pub solution: Both,
    pub target_group: Both,
    pub benefit: Both,
    pub stage: String,
    pub status: Status,
    pub outcome: Option<Outcome>,
    pub merged_into: Option<u32>,
    pub referred_to: Option<Both>,
    #[serde(deserialize_with = "maybe_day")]
    pub paused_until: Option<Date>,
    pub paused_reason: Option<Both>,
    #[serde(deserialize_with = "maybe_day")]
    pub closed: Option<Date>,
    pub unit: String,
    pub tags: Vec<String>,
    pub source: Source,
    pub giver: Both,
    pub owner: Option<Both>,
    pub receiver: Option<Both>,
    #[serde(deserialize_with = "day")]
    pub created: Date,
    #[serde(deserialize_with = "day")]
    pub stage_since: Date,
    pub benefit_score: u8,
    pub effort_score: u8,
    pub votes: u32,
    /// Level by criterion.
    pub assessment: BTreeMap<String, u8>,
    pub decisions: Vec<Decision>,
    pub tests: Vec<Test>,
    pub next_step: Option<NextStep>,
    pub comments: Vec<Comment>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub gate: String,
    #[serde(deserialize_with = "day")]
    pub date: Date,
    pub decision: DecisionKind,
    pub decided_by_role: Both,
    pub rationale: Both,
    /// When the idea giver got the answer; one of the 81 is still owed.
    #[serde(deserialize_with = "maybe_day")]
    pub feedback_given: Option<Date>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    #[serde(deserialize_with = "day")]
    pub start: Date,
    #[serde(deserialize_with = "day")]
    pub end: Date,
    pub question: Both,
    pub method: Both,
    pub result: Option<Both>,
    pub learning: Option<Both>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    pub text: Both,
    #[serde(deserialize_with = "day")]
    pub due: Date,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    #[serde(deserialize_with = "day")]
    pub date: Date,
    pub author_role: Both,
    pub text: Both,
}

impl Demo {
    /// Read anew at each call and not kept: it is wanted once in a file's life.
    pub fn get() -> Demo {
        serde_json::from_str(include_str!("../../assets/demo/ideas.json"))
            .expect("the tests have read assets/demo/ideas.json")
    }

    /// How far to [`shift`](Demo::shift) so that it is today on the day it was written for.
    pub fn days_until(&self, today: Date) -> i32 {
        (today - self.reference_date).get_days()
    }

    /// Every date as many days later.
    #[must_use]
    pub fn shift(mut self, days: i32) -> Demo {
        let days = SignedDuration::from_hours(24 * i64::from(days));
        for date in self.dates() {
            *date = date.saturating_add(days);
        }
        self
    }

    fn dates(&mut self) -> Vec<&mut Date> {
        let mut dates = vec![&mut self.reference_date];
        for idea in &mut self.ideas {
            dates.extend([&mut idea.created, &mut idea.stage_since]);
            dates.extend(&mut idea.paused_until);
            dates.extend(&mut idea.closed);
            for decision in &mut idea.decisions {
                dates.push(&mut decision.date);
                dates.extend(&mut decision.feedback_given);
            }
            dates.extend(idea.tests.iter_mut().flat_map(|test| [&mut test.start, &mut test.end]));
            dates.extend(idea.next_step.iter_mut().map(|step| &mut step.due));
            dates.extend(idea.comments.iter_mut().map(|comment| &mut comment.date));
        }
        dates
    }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = <&str>::deserialize(deserializer)?;
    text.parse().map_err(serde::de::Error::custom)
}

fn maybe_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<&str>::deserialize(deserializer)?;
    text.map(|text| text.parse().map_err(serde::de::Error::custom)).transpose()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Demo;
    use crate::domain::{DecisionKind, Outcome, Reference, Status};

    #[test]
    fn ideas_refer_only_to_what_there_is() {
        let demo = Demo::get();
        let reference = Reference::get();
        assert_eq!(demo.ideas.len(), 40);
        for idea in &demo.ideas {
            let number = idea.id;
            assert!(reference.stage(&idea.stage).is_some(), "the stage of {number}");
            assert!(demo.units.iter().any(|unit| unit.key == idea.unit), "the unit of {number}");
            for tag in &idea.tags {
                assert!(demo.tags.iter().any(|known| known.key == *tag), "{tag} of {number}");
            }
            if let Some(survivor) = idea.merged_into {
                assert!(demo.ideas.iter().any(|other| other.id == survivor && survivor != number));
            }
            for (criterion, &level) in &idea.assessment {
                let criterion = reference.criterion(criterion).unwrap();
                assert!(level == 0 || criterion.level(level).is_some(), "a level of {number}");
            }
            for decision in &idea.decisions {
                let gates = reference.sluice.stages.iter().map(|stage| &stage.gate.key);
                assert!(gates.into_iter().any(|gate| *gate == decision.gate), "{number}");
            }
        }
    }

    #[test]
    fn what_an_idea_says_of_itself_agrees() {
        for idea in Demo::get().ideas {
            let number = idea.id;
            let last = idea.decisions.last().map(|decision| decision.decision);
            assert_eq!(idea.outcome.is_some(), idea.status == Status::Closed, "{number}");
            assert_eq!(idea.closed.is_some(), idea.status == Status::Closed, "{number}");
            assert_eq!(idea.paused_until.is_some(), idea.status == Status::Paused, "{number}");
            assert_eq!(idea.paused_reason.is_some(), idea.status == Status::Paused, "{number}");
            assert_eq!(last == Some(DecisionKind::Pause), idea.status == Status::Paused);
            if let Some(last) = last {
                let rules = Reference::get().decision_of(last);
                assert_eq!((rules.to_status, rules.to_outcome), (idea.status, idea.outcome));
            }
            assert_eq!(idea.merged_into.is_some(), idea.outcome == Some(Outcome::Merged));
            assert_eq!(idea.referred_to.is_some(), idea.outcome == Some(Outcome::Referred));
            assert!(idea.decisions.is_sorted_by_key(|decision| decision.date), "{number}");
            assert!((1..=5).contains(&idea.benefit_score), "{number}");
            assert!((1..=5).contains(&idea.effort_score), "{number}");
        }
    }

    #[test]
    fn shifting_brings_every_day_as_close_to_today_as_it_was_to_the_day_it_was_written_for() {
        let mut before = Demo::get();
        let days = before.days_until(date(2028, 3, 1));
        let mut after = Demo::get().shift(days);
        assert_eq!(after.reference_date, date(2028, 3, 1));
        assert_eq!(after.days_until(date(2028, 3, 1)), 0);
        for (before, after) in before.dates().into_iter().zip(after.dates()) {
            assert_eq!((*after - *before).get_days(), days);
        }
    }
}
