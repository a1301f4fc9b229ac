//! The kinds of things to do: which stages each is about, and up to which day. Reading the ideas is
//! the store's.

use jiff::ToSpan;
use jiff::civil::Date;

use super::gate::needing_owner;
use super::kinds::Sensitivity;
use super::records::{GateQuestion, IdeaId, PersonId, Stage, StageId};

/// Answers to idea givers are on the list so many days before they are due.
const ANSWERS_AHEAD: i64 = 7;

/// In the order in which they press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TodoKind {
    AnswerMissing,
    NextStepOverdue,
    PausedDue,
    NoReceiver,
    NoOwner,
    Stale,
}

/// An idea with which there is something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodoItem {
    pub idea: IdeaId,
    pub title: String,
    pub stage: StageId,
    pub owner: Option<PersonId>,
    pub sensitivity: Sensitivity,
    /// When it is or was due; for what has no due day, since when the idea is in its stage.
    pub day: Date,
}

/// All of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    pub kind: TodoKind,
    /// The most pressing ones.
    pub items: Vec<TodoItem>,
    /// How many there are; counting stops where nobody needs the figure.
    pub count: usize,
}

impl TodoKind {
    pub const ALL: [TodoKind; 6] = [
        TodoKind::AnswerMissing,
        TodoKind::NextStepOverdue,
        TodoKind::PausedDue,
        TodoKind::NoReceiver,
        TodoKind::NoOwner,
        TodoKind::Stale,
    ];

    /// The stages in which there can be something to do, each with the last day that counts.
    pub fn stages(
        self,
        stages: &[Stage],
        questions: &[GateQuestion],
        today: Date,
    ) -> Vec<(StageId, Date)> {
        let all = |day| stages.iter().map(|stage| (stage.id, day)).collect();
        match self {
            TodoKind::AnswerMissing => all(today.saturating_add(ANSWERS_AHEAD.days())),
            TodoKind::NextStepOverdue => all(today.saturating_sub(1.day())),
            TodoKind::PausedDue => all(today),
            TodoKind::NoReceiver => {
                let needing = stages.iter().filter(|stage| stage.needs_receiver);
                needing.map(|stage| (stage.id, Date::MAX)).collect()
            }
            TodoKind::NoOwner => {
                needing_owner(stages, questions).map(|stage| (stage.id, Date::MAX)).collect()
            }
            TodoKind::Stale => stages
                .iter()
                .filter_map(|stage| {
                    let days = i32::try_from(stage.warn_days?).ok()?.checked_add(1)?;
                    Some((stage.id, today.checked_sub(days.days()).ok()?))
                })
                .collect(),
        }
    }
}
