//! What a card shows of other records. The store keeps it beside the card and asks for it anew
//! after each step; it is never part of a step.

use jiff::civil::Date;

use super::owed::Story;
use super::profile::Profile;
use super::records::{Comment, Idea, IdeaId};
use super::refusal::No;
use super::there::There;
use super::value::{Stamp, Value};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    pub comments: i64,
    /// The day from which the idea giver's answer is missing; none while nothing is owed.
    pub answer_due: Option<Date>,
    /// When the newest decision was taken.
    pub decided: Option<Stamp>,
    /// The criterion that has come least far by the newest answers, and its level.
    pub weakest: Option<(String, i64)>,
    pub has_receiver: bool,
}

/// Works out what an idea's card shows of other records; `None` where the idea is gone.
pub fn derive(there: &dyn There, idea: IdeaId) -> Result<Option<Derived>, No> {
    let Some(card) = there.find::<Idea>(idea.0)? else { return Ok(None) };
    let comments: Vec<Comment> = there.those("idea", Value::Int(idea.0))?;
    let story = Story::of(there, &card)?;
    let profile = Profile::of_idea(there, idea)?;
    let weakest = profile
        .weakest_first()
        .first()
        .and_then(|line| Some((line.criterion.key.clone(), i64::from(line.level?))));
    Ok(Some(Derived {
        comments: i64::try_from(comments.len()).unwrap_or(i64::MAX),
        answer_due: story.debts(&card).iter().map(|debt| debt.due).min(),
        decided: story.own.last().map(|decision| decision.at),
        weakest,
        has_receiver: card.receiver.as_ref().is_some_and(|receiver| !receiver.trim().is_empty()),
    }))
}
