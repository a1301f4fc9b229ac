//! Text that a command brings, as it may be kept.

use crate::domain::clean::{Lines, clean};

/// A text of several lines, as it stands; none where it says nothing.
pub(super) fn prose(text: &str) -> Option<String> {
    let cleaned = clean(text, Lines::Many);
    (!cleaned.trim().is_empty()).then(|| cleaned.into_owned())
}
