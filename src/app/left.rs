//! Lines that were typed and neither saved nor thrown away. The next time the line is opened, arrow up
//! brings them back, the last one first.

use crate::domain::{Draft, Stamp};

use super::model::Model;
use super::msg::Effect;
use super::overlay::Overlay;

/// The name under which the line is kept, with those that were left.
pub const LINE: &str = "capture";

/// Its fields: what is being typed, lines that wait for a yes, lines that were left.
const FIELDS: [&str; 3] = ["line", "offered", "left"];

/// The fields under which lines are kept; the time is that of the writing.
pub(super) fn fields(line: &str, offered: &[impl AsRef<str>], left: &[String]) -> Vec<Draft> {
    let offered: Vec<&str> = offered.iter().map(AsRef::as_ref).collect();
    let texts = [line.to_owned(), offered.join("\n"), left.join("\n")];
    let draft = |(field, text): (&str, String)| {
        let field = field.to_owned();
        Draft { field, text, was: String::new(), at: Stamp(0) }
    };
    FIELDS.into_iter().zip(texts).filter(|(_, text)| !text.is_empty()).map(draft).collect()
}

/// All the lines of a draft, those that were left longest ago first.
fn read(drafts: &[Draft]) -> Vec<String> {
    let lines = FIELDS.iter().rev().filter_map(|field| {
        drafts.iter().find(|draft| draft.field == *field).map(|draft| draft.text.lines())
    });
    lines.flatten().map(str::to_owned).collect()
}

/// The draft of the line as it is to be when nothing but these lines is left.
pub(super) fn keep(left: &[String]) -> Effect {
    if left.is_empty() {
        return Effect::DropDraft { target: LINE.to_owned() };
    }
    Effect::KeepDraft { target: LINE.to_owned(), fields: fields("", &[""; 0], left) }
}

impl Model {
    /// Learns which lines were left, where nobody is at them.
    pub(super) fn learn_left(&mut self, drafts: &[Draft]) {
        let typing = self.overlays.iter().any(|overlay| matches!(overlay, Overlay::Capture(_)));
        if self.saving.left.is_empty() && !typing && self.pending.is_empty() {
            self.saving.left = read(drafts);
        }
    }
}
