//! What was typed and not saved yet. It lives outside the journal.

use super::records::IdeaId;
use super::value::{Stamp, Uid};

/// A text that was typed and not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub field: String,
    pub text: String,
    /// The text the field had when the sheet was opened.
    pub was: String,
    pub at: Stamp,
}

/// All that was typed for one thing, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDraft {
    /// What it is for.
    pub target: String,
    /// The idea it is about, where that is known.
    pub idea: Option<IdeaId>,
    /// The longest of its texts.
    pub text: String,
    pub at: Stamp,
}

/// What is being typed for one thing, on its way to a place where it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    pub target: String,
    pub fields: Vec<Draft>,
    /// The request that is about to save it. Once that is in the file, this is not needed.
    pub request: Option<Uid>,
}
