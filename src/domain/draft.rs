//! What was typed and not saved yet. It lives outside the journal.

use super::value::Stamp;

/// A text that was typed and not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub field: String,
    pub text: String,
    /// The text the field had when the sheet was opened.
    pub was: String,
    pub at: Stamp,
}
