//! The conditions of a filter as SQL, for all but what is looked for in texts. Values are bound,
//! never written into the statement.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::filter::{Compare, Condition, Filter, Part, Pick, StagePick, State};
use crate::domain::{
    Cell, Challenge, Language, Person, Record, Sluice, Stage, Tag, Unit, Value, fold, known,
};

use super::arena::listed;
use super::{Fault, Reader};

/// What must hold of a row of `idea`, with the values for its question marks.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    pub(super) sql: Vec<String>,
    pub(super) bound: Vec<Value>,
}

impl Conditions {
    pub(super) fn of(reader: &Reader, filter: &Filter, today: Date) -> Result<Conditions, Fault> {
        let mut conditions = Conditions::default();
        let mut writer = Writer { reader, today, bound: Vec::new() };
        for term in &filter.terms {
            let Some(sql) = writer.condition(&term.condition)? else { continue };
            let holds = if term.negated { "IS NOT TRUE" } else { "IS TRUE" };
            conditions.sql.push(format!("({sql}) {holds}"));
        }
        conditions.bound = writer.bound;
        Ok(conditions)
    }
}

struct Writer<'a> {
    reader: &'a Reader,
    today: Date,
    bound: Vec<Value>,
}

impl Writer<'_> {
    /// `None` for what is looked for in texts.
    fn condition(&mut self, condition: &Condition) -> Result<Option<String>, Fault> {
        Ok(Some(match condition {
            Condition::Text(_) | Condition::NumberOrText(..) => return Ok(None),
            Condition::Number(number) => self.with("id = ?", Value::Int(*number)),
            Condition::Stage(pick) => {
                let stages = self.stages(pick)?;
                self.with("stage IN (SELECT value FROM json_each(?))", stages)
            }
            Condition::Tag(pick) => match pick {
                Pick::Nobody => NO_TAG.into(),
                Pick::Anybody => format!("NOT {NO_TAG}"),
                Pick::Named(name) => {
                    let tags = self.named::<Tag>(name, |tag| vec![&tag.name])?;
                    self.with(
                        "id IN (SELECT idea FROM idea_tag
                         WHERE tag IN (SELECT value FROM json_each(?)))",
                        tags,
                    )
                }
            },
            Condition::Owner(pick) => self.one_of::<Person>("owner", pick, |it| vec![&it.name])?,
            Condition::Giver(pick) => self.one_of::<Person>("giver", pick, |it| vec![&it.name])?,
            Condition::Unit(pick) => {
                self.one_of::<Unit>("unit", pick, |it| vec![&it.code, &it.name])?
            }
            Condition::Challenge(pick) => {
                self.one_of::<Challenge>("challenge", pick, |it| vec![&it.name])?
            }
            Condition::Age(compare, days) => {
                // Long ago is much age, so the comparison is turned round.
                let today = self.day(0);
                self.bound.push(today);
                let since = self.day(-days);
                self.with(&format!("min(stage_since, ?) {} ?", turned(*compare)), since)
            }
            Condition::Due(compare, days) => {
                let due = self.day(*days);
                self.with(&format!("next_due {} ?", compare.sign()), due)
            }
            Condition::Commented(compare, days) => self.commented(*compare, *days),
            Condition::Without(part) => without(*part).into(),
            Condition::Status(status) => self.with("status = ?", status.to_value()),
            Condition::Outcome(outcome) => self.with("outcome = ?", outcome.to_value()),
            Condition::Sensitivity(how) => self.with("sensitivity = ?", how.to_value()),
            Condition::Is(State::Overdue) => {
                let today = self.day(0);
                self.with("next_due < ?", today)
            }
            Condition::Is(State::Unanswered) => "answer_due IS NOT NULL".into(),
            Condition::Is(State::Stale) => self.stale()?,
        }))
    }

    fn with(&mut self, sql: &str, value: Value) -> String {
        self.bound.push(value);
        sql.to_owned()
    }

    fn day(&self, from_today: i64) -> Value {
        let span = from_today.clamp(-1_000_000, 1_000_000).days();
        self.today.saturating_add(span).to_value()
    }

    fn one_of<R: Record>(
        &mut self,
        column: &str,
        pick: &Pick,
        names: fn(&R) -> Vec<&String>,
    ) -> Result<String, Fault> {
        Ok(match pick {
            Pick::Nobody => format!("{column} IS NULL"),
            Pick::Anybody => format!("{column} IS NOT NULL"),
            Pick::Named(name) => {
                let those = self.named(name, names)?;
                self.with(&format!("{column} IN (SELECT value FROM json_each(?))"), those)
            }
        })
    }

    /// The ids of the records in whose names a word begins so.
    fn named<R: Record>(&self, name: &str, names: fn(&R) -> Vec<&String>) -> Result<Value, Fault> {
        let name = fold(name);
        let all: Vec<R> = self.reader.every()?;
        let fitting = all.iter().filter(|it| names(it).iter().any(|its| begins(its, &name)));
        Ok(Value::Text(listed(fitting.map(|it| it.to_row().id()))))
    }

    fn stages(&self, pick: &StagePick) -> Result<Value, Fault> {
        let sluices: Vec<Sluice> = self.reader.every()?;
        let mut stages: Vec<Stage> = self.reader.every()?;
        stages.sort_by_key(|stage| (stage.rank, stage.id));
        let mut found = Vec::new();
        for sluice in sluices {
            let its =
                stages.iter().filter(|stage| stage.sluice == sluice.id && stage.removed.is_none());
            for (place, stage) in (1_u32..).zip(its) {
                let is_meant = match pick {
                    StagePick::Places { from, to } => {
                        (u32::from(*from)..=u32::from(*to)).contains(&place)
                    }
                    StagePick::Named(name) => is_called(stage, &fold(name)),
                };
                if is_meant {
                    found.push(stage.id.0);
                }
            }
        }
        Ok(Value::Text(listed(found)))
    }

    /// By the days since the latest comment. One scan of all comments is quicker than a search an idea.
    fn commented(&mut self, compare: Compare, days: i64) -> String {
        let mut since = |days: i64| {
            let from = self.today.saturating_sub(days.clamp(-1_000_000, 1_000_000).days());
            let moment = TimeZone::UTC.to_timestamp(from.at(0, 0, 0, 0));
            let moment = moment.map_or(i64::MIN, |moment| moment.as_millisecond());
            self.bound.push(Value::Int(moment));
            "id IN (SELECT idea FROM comment NOT INDEXED WHERE at >= ?)"
        };
        match compare {
            Compare::AtMost => since(days).to_owned(),
            Compare::Less => since(days - 1).to_owned(),
            Compare::More => format!("comments > 0 AND NOT {}", since(days)),
            Compare::AtLeast => format!("comments > 0 AND NOT {}", since(days - 1)),
            Compare::Equal => format!("{} AND NOT {}", since(days), since(days - 1)),
        }
    }

    /// Each stage has a limit of its own.
    fn stale(&mut self) -> Result<String, Fault> {
        let mut either = vec!["FALSE".to_owned()];
        for stage in self.reader.every::<Stage>()? {
            let Some(days) = stage.warn_days else { continue };
            self.bound.push(stage.id.to_value());
            let since = self.day(-days);
            either.push(self.with("stage = ? AND stage_since < ?", since));
        }
        Ok(either.join(" OR "))
    }
}

const NO_TAG: &str = "NOT EXISTS (SELECT 1 FROM idea_tag WHERE idea_tag.idea = idea.id)";

fn without(part: Part) -> &'static str {
    match part {
        Part::Owner => "owner IS NULL",
        Part::Receiver => "has_receiver = 0",
        Part::Unit => "unit IS NULL",
        Part::Need => "(SELECT trim(need) = '' FROM idea_text WHERE idea_text.id = idea.id)",
        Part::NextStep => {
            "(SELECT trim(next_step) = '' FROM idea_text WHERE idea_text.id = idea.id)"
        }
        Part::Comments => "comments = 0",
        Part::Answer => "NOT EXISTS (SELECT 1 FROM feedback WHERE feedback.idea = idea.id)",
        Part::Profile => "weakest IS NULL",
        Part::Giver => "giver IS NULL",
        Part::Tags => NO_TAG,
    }
}

fn turned(compare: Compare) -> &'static str {
    match compare {
        Compare::Less => Compare::More,
        Compare::AtMost => Compare::AtLeast,
        Compare::Equal => Compare::Equal,
        Compare::AtLeast => Compare::AtMost,
        Compare::More => Compare::Less,
    }
    .sign()
}

/// A stage's own name, or the program's in either language.
fn is_called(stage: &Stage, name: &str) -> bool {
    match (&stage.name, &stage.key) {
        (Some(own), _) => begins(own, name),
        (None, Some(key)) => ["stage", "stage-long"].iter().any(|family| {
            let key = format!("{family}:{key}");
            Language::ALL
                .iter()
                .any(|language| known(&key, *language).is_some_and(|known| begins(known, name)))
        }),
        (None, None) => false,
    }
}

/// Whether some word of a name begins with what was typed, folded.
fn begins(name: &str, typed: &str) -> bool {
    let name = fold(name);
    name.match_indices(typed).any(|(at, _)| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    })
}
