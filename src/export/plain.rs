//! An idea as plain text, to be pasted into a letter or minutes.

use crate::domain::{Arg, Detail, FieldKind, Names, blanks};
use crate::text::Words;

/// The idea's number, title and all that is written in its fields. No names of people: what is
/// pasted elsewhere is read by others.
pub fn idea(detail: &Detail, names: &Names, words: &Words) -> String {
    let mut text = head(detail);
    for blank in blanks(detail, names) {
        let is_prose = matches!(blank.field.kind, FieldKind::Prose | FieldKind::Links);
        if is_prose && !blank.was.is_empty() {
            let label = words.arg(&Arg::Known(format!("field:{}", blank.field.key).into()));
            text.push_str(&format!("\n{label}\n{}\n", blank.was));
        }
    }
    text
}

/// A line an idea, for several.
pub fn list<'a>(details: impl Iterator<Item = &'a Detail>) -> String {
    details.map(head).collect()
}

fn head(detail: &Detail) -> String {
    format!("#{} {}\n", detail.idea.id.0, detail.idea.title)
}
