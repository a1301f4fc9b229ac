//! The first screen: what to begin with, in which language and colours. Nothing is written before
//! one of its buttons is pressed.

use crate::app::file::{Beginning, WhichFile};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlay::Turn;
use crate::app::saving;
use crate::domain::Say;
use crate::editor::{Editor, Lines};

use super::part::{Body, Button, Part, Press};
use super::{Kind, Sheet, taste};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start;

const BEGIN: &str = "begin";
const SAMPLES: &str = "samples";
const LEAVE: &str = "leave";

impl Start {
    pub(super) fn open(model: &Model) -> Sheet {
        let name = model.words.get("start-name-usual").into_owned();
        let line = Body::Line(Editor::new(Lines::One, &name));
        let button = |name, label| Button { press: Press::Own(name), label: Say::new(label) };
        let buttons = vec![
            button(BEGIN, "start-begin"),
            button(SAMPLES, "start-samples"),
            button(LEAVE, "start-leave"),
        ];
        let place = Say::new("start-place").with("place", model.place.as_str());
        let parts = vec![
            Part::note(Say::new("start-about")),
            Part::new("name", Say::new("start-name"), line).with_hint(Say::new("start-name-hint")),
            Part::button_row(buttons).with_hint(Say::new("start-buttons-hint")),
            Part::heading(Say::new("start-taste")),
            taste::language(model),
            taste::theme(model),
            Part::heading(Say::new("start-where")),
            Part::note(place),
            Part::note(Say::new("start-network")),
        ];
        Sheet::new(Say::new("start-title"), Kind::Start(Start), parts)
    }

    /// The usual name follows the language until another is typed.
    pub(super) fn follow(sheet: &mut Sheet, model: &Model) {
        if let Some(part) = sheet.parts.iter_mut().find(|part| part.key == "name")
            && part.text() == part.was
        {
            part.was = model.words.get("start-name-usual").into_owned();
            let usual = part.was.clone();
            part.set_text(&usual);
        }
    }

    pub(super) fn begin(sheet: &Sheet, model: &mut Model) -> Turn {
        let name = sheet.text("name").trim().to_owned();
        if name.is_empty() {
            model.refuse(Say::new("refused-name-empty"));
            return Turn::stay();
        }
        let begin = Some(Beginning::Sluice(name));
        Turn::with(vec![Effect::OpenFile { which: model.file, begin }])
    }

    pub(super) fn pressed(sheet: &Sheet, model: &mut Model, button: &str) -> Turn {
        match button {
            BEGIN => Start::begin(sheet, model),
            SAMPLES => {
                let begin = Some(Beginning::Samples(model.language()));
                Turn::with(vec![Effect::OpenFile { which: WhichFile::Demo, begin }])
            }
            _ => Start::leave(model),
        }
    }

    pub(super) fn leave(model: &mut Model) -> Turn {
        Turn::with(saving::leave(model))
    }
}
