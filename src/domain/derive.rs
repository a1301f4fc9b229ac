//! What a card shows of other records. The store keeps it beside the card and asks for it anew
//! after each step; it is never part of a step.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::kinds::DecisionKind;
use super::profile::Profile;
use super::records::{Comment, Decision, Feedback, Filling, FillingLevel, Idea, IdeaId};
use super::refusal::No;
use super::there::There;
use super::value::{Stamp, Value};
use super::when::{Holidays, add_working_days};

/// An idea giver has a first answer within so many working days.
const FIRST_ANSWER: u16 = 15;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    pub comments: i64,
    /// The day from which the idea giver's answer is missing; none while nothing is owed.
    pub answer_due: Option<Date>,
    /// The criterion that has come least far by the newest answers, and its level.
    pub weakest: Option<(String, i64)>,
    pub has_receiver: bool,
}

/// Works out what an idea's card shows of other records; `None` where the idea is gone.
pub fn derive(there: &dyn There, idea: IdeaId) -> Result<Option<Derived>, No> {
    let Some(card) = there.find::<Idea>(idea.0)? else { return Ok(None) };
    let comments: Vec<Comment> = there.those("idea", Value::Int(idea.0))?;
    let decisions: Vec<Decision> = there.those("idea", Value::Int(idea.0))?;
    let answers: Vec<Feedback> = there.those("idea", Value::Int(idea.0))?;
    let fillings: Vec<Filling> = there.those("idea", Value::Int(idea.0))?;
    let mut levels: Vec<FillingLevel> = Vec::new();
    for filling in &fillings {
        levels.extend(there.those::<FillingLevel>("filling", Value::Int(filling.id.0))?);
    }
    let profile = Profile::of(&fillings, &levels);
    let weakest = profile
        .weakest_first()
        .first()
        .and_then(|line| Some((line.criterion.key.clone(), i64::from(line.level?))));
    Ok(Some(Derived {
        comments: i64::try_from(comments.len()).unwrap_or(i64::MAX),
        answer_due: answer_due(&card, &decisions, &answers),
        weakest,
        has_receiver: card.receiver.as_ref().is_some_and(|receiver| !receiver.trim().is_empty()),
    }))
}

/// A decision is owed an answer at once, a new idea a first one within fifteen working days.
fn answer_due(idea: &Idea, decisions: &[Decision], answers: &[Feedback]) -> Option<Date> {
    let newest = decisions
        .iter()
        .filter(|decision| !decision.skipped && decision.kind != DecisionKind::Withdraw)
        .max_by_key(|decision| (decision.at, decision.id));
    let answered_since = |at: Stamp| answers.iter().any(|answer| answer.at >= at);
    match newest {
        Some(decision) => {
            let told = answers.iter().any(|answer| answer.decision == Some(decision.id));
            (!told && !answered_since(decision.at)).then(|| day(decision.at))
        }
        None if answers.is_empty() => {
            Some(add_working_days(day(idea.created), FIRST_ANSWER, Holidays::None))
        }
        None => None,
    }
}

/// The day of a stamp, in universal time so that it is the same wherever the file is read.
fn day(stamp: Stamp) -> Date {
    jiff::Timestamp::from_millisecond(stamp.0)
        .map_or(Date::MIN, |moment| TimeZone::UTC.to_datetime(moment).date())
}
