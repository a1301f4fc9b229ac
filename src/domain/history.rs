//! What the journal tells of steps that were taken.

use super::records::{IdeaId, PersonId};
use super::say::Say;
use super::step::{Change, Clash};
use super::value::{Stamp, Uid};

/// A step that is in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub seq: i64,
    pub at: Stamp,
    pub label: Say,
    /// The ideas it is about.
    pub ideas: Vec<IdeaId>,
    pub created: Vec<IdeaId>,
    /// Where mine was written over theirs; told by the saving itself only.
    pub clashes: Vec<Clash>,
}

/// Whether a step still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Done,
    Undone,
    /// Undone, and something else was done since: there is no redo.
    Dropped,
    /// An entry that takes another back, or does it again.
    Turn,
}

/// A line of the journal, as the history shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub seq: i64,
    pub at: Stamp,
    pub who: Option<PersonId>,
    pub label: Say,
    pub state: State,
    /// The step that this entry takes back or does again.
    pub undoes: Option<i64>,
}

/// A line of the journal with all that stands in it, as it goes from file to file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub uid: Uid,
    pub at: Stamp,
    pub who: Option<PersonId>,
    pub label: Say,
    pub changes: Vec<Change>,
    /// The entry that this one takes back or does again.
    pub undoes: Option<Uid>,
    pub state: State,
}

/// The journal of another file, or as much of it as came along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// From the oldest on.
    pub entries: Vec<Past>,
    /// Together they tell how every record came about, so that nothing needs to be told again.
    pub is_whole: bool,
}
