//! What is read for the panes of one idea.

use std::collections::HashMap;

use crate::domain::{Change, Detail, Entry, IdeaId, Names, PersonId, TagId};

/// An idea with the names of what it refers to.
#[derive(Clone, Debug)]
pub struct PaneRead {
    pub idea: IdeaId,
    /// The file's version that it was read from; put there as it comes in.
    pub version: Option<u64>,
    /// None where the idea is gone.
    pub detail: Option<Detail>,
    pub people: HashMap<PersonId, String>,
    pub tags: HashMap<TagId, String>,
    pub challenge: Option<String>,
    /// The idea that this one was merged into.
    pub into: Option<Other>,
    /// The ideas that were merged into this one.
    pub merged: Vec<Other>,
}

/// Another idea that this one points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    pub idea: IdeaId,
    pub title: String,
    pub need: String,
}

/// The history of an idea, as far back as it was read.
#[derive(Clone, Debug)]
pub struct HistoryRead {
    pub idea: IdeaId,
    pub version: Option<u64>,
    /// The newest first.
    pub entries: Vec<Entry>,
    /// There is nothing older.
    pub whole: bool,
    pub names: Names,
    /// What one of the steps changed.
    pub changes: Option<(i64, Vec<Change>)>,
}
