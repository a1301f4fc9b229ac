//! What those are told whose data are on the board, to be made one's own.

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::opening::OpeningRead;
use crate::app::overlay::Turn;
use crate::app::sheet::Sheet;
use crate::app::sheet::part::{Button, Part, Press};
use crate::domain::{Language, Say, information, information_memory};

use super::{Privacy, sheet};

const RESET: &str = "reset";
const TEXT: &str = "information";

pub(super) fn open(language: Language, read: &OpeningRead) -> Sheet {
    let parts = vec![
        Part::prose(TEXT, Say::new("information-text"), &read.privacy.information)
            .with_hint(Say::new("information-hint")),
        Part::button_row(vec![
            Button::new(Press::Save, "button-save"),
            Button::new(Press::Own(RESET), "button-own-text"),
            Button::new(Press::Close, "button-close-short"),
        ]),
    ];
    sheet(Say::new("sheet-information"), Privacy::Information(language), parts)
}

pub(super) fn save(language: Language, sheet: &Sheet, model: &mut Model) -> Turn {
    model.tell(Say::new("told-information-saved"));
    let text = sheet.text(TEXT).trim().to_owned();
    let own = if text == information(language).trim() { String::new() } else { text };
    let remember = Effect::Remember { name: information_memory(language), value: own };
    let drop = sheet.draft.clone().map(|target| Effect::DropDraft { target });
    Turn { effects: std::iter::once(remember).chain(drop).collect(), closes: true }
}

/// Puts the program's own text in.
pub(super) fn reset(language: Language, sheet: &mut Sheet) -> Turn {
    if let Some(part) = sheet.parts.iter_mut().find(|part| part.key == TEXT) {
        part.set_text(information(language).trim_end());
        sheet.unkept = true;
    }
    Turn::stay()
}
