//! Where ideas stand that are not on the board.

use jiff::civil::Date;

use super::kinds::{Outcome, Sensitivity};
use super::records::{IdeaId, StageId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// What comes up first stands first.
    Paused,
    /// What was closed last stands first.
    Closed,
    /// What was removed last stands first.
    Removed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    pub idea: IdeaId,
    pub title: String,
    pub stage: StageId,
    pub sensitivity: Sensitivity,
    pub outcome: Option<Outcome>,
    pub merged_into: Option<IdeaId>,
    pub paused_until: Option<Date>,
    pub answer_due: Option<Date>,
    /// Its place on the shelf: milliseconds, or days for what is paused. To read on from.
    pub key: i64,
}
