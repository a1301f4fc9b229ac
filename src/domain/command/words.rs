//! Text that a command brings, as it may be kept.

use crate::domain::clean::{Lines, clean};
use crate::domain::language::Language;
use crate::domain::reference::Both;
use crate::domain::refusal::No;
use crate::domain::say::Say;

/// One line without space around it, maybe nothing.
pub(super) fn line(text: &str) -> String {
    clean(text, Lines::One).trim().to_owned()
}

/// A name, which something must have.
pub(super) fn name(text: &str) -> Result<String, No> {
    let name = line(text);
    if name.is_empty() { Err(No::refuse(Say::new("refused-name-empty"))) } else { Ok(name) }
}

/// A text in place of the program's own; none where it says the same in either language, or
/// nothing, so that the program's own holds again.
pub(super) fn own(text: &str, program: Option<&Both>) -> Option<String> {
    let text = line(text);
    (!text.is_empty() && !program.is_some_and(|known| says(known, &text))).then_some(text)
}

/// Whether a text of the program's is this one, in either language.
pub(super) fn says(known: &Both, text: &str) -> bool {
    Language::ALL.iter().any(|language| same(known.in_language(*language), text))
}

/// Names are the same whatever their capitals.
pub(super) fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A text of several lines, as it stands; none where it says nothing.
pub(super) fn prose(text: &str) -> Option<String> {
    let cleaned = clean(text, Lines::Many);
    (!cleaned.trim().is_empty()).then(|| cleaned.into_owned())
}
