//! A key pressed where text is being typed: cleaned, with one clipboard for all fields.

use crate::domain::{Lines, Say, clean};
use crate::editor::{self, Editor, Pressed};
use crate::input::Chord;

use super::model::Model;

/// What became of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    Changed,
    Moved,
    /// Up on the first row: the field above may take over.
    Above,
    Below,
    /// For the system's clipboard.
    Clip(String),
    /// The field does not hold it; this is to be told.
    Refused(Say),
}

/// Types into an editor. `clip` is what was cut or copied last, in whichever field.
pub(super) fn type_into(editor: &mut Editor, chord: Chord, clip: &mut Option<String>) -> Typed {
    let lines = match editor.lines_kind() {
        editor::Lines::One => Lines::One,
        editor::Lines::Many => Lines::Many,
    };
    let pressed = match chord.typed() {
        Some(c) => {
            let mut buffer = [0; 4];
            editor.insert(&clean(c.encode_utf8(&mut buffer), lines))
        }
        None if chord == Chord::ctrl('v') => {
            let Some(text) = clip else { return Typed::Moved };
            return match editor.paste(&clean(text, lines)) {
                Ok(()) => Typed::Changed,
                Err(_) => Typed::Refused(Say::new("refused-paste-too-large")),
            };
        }
        None => editor.press(chord),
    };
    match pressed {
        Pressed::Changed => Typed::Changed,
        Pressed::Moved | Pressed::Ignored => Typed::Moved,
        Pressed::Full => Typed::Refused(Say::new("refused-field-full")),
        Pressed::AtTop => Typed::Above,
        Pressed::AtBottom => Typed::Below,
        Pressed::Copy(text) | Pressed::Cut(text) => {
            *clip = Some(text.clone());
            Typed::Clip(text)
        }
    }
}

/// Puts pasted text into a line of its own; too much of it is refused whole.
pub(super) fn paste_into(line: &mut Editor, model: &mut Model, text: &str) {
    if line.paste(&clean(text, Lines::One)).is_err() {
        model.refuse(Say::new("refused-paste-too-large"));
    }
}
