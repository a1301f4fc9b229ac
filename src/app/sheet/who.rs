//! Who is at the keyboard: asked once, before the first thing that is signed. It may stay unsaid.

use crate::app::model::Model;
use crate::app::opening::{Opening, OpeningRead};
use crate::app::overlay::Turn;
use crate::domain::{self, Say};

use super::part::{Body, Button, Part, Press};
use super::pick::Pick;
use super::{Kind, Sheet, settings};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// What was asked for, and opens afterwards.
    then: Box<Opening>,
}

impl Who {
    pub(super) fn open(then: Opening, read: &OpeningRead) -> Sheet {
        let names = read.names.all(domain::Kind::Person).into_iter().map(str::to_owned).collect();
        let pick = Body::Pick(Pick::new("", false, names));
        let parts = vec![
            Part::note(Say::new("who-note")),
            Part::new("name", Say::new("who-name"), pick).with_hint(Say::new("who-name-hint")),
            Part::button_row(vec![
                Button::new(Press::Save, "button-continue"),
                Button::new(Press::Own("not-stated"), "button-not-stated"),
            ]),
        ];
        Sheet::new(Say::new("sheet-who"), Kind::Who(Who { then: Box::new(then) }), parts)
    }

    /// Nothing typed is an answer too.
    pub(super) fn done(&self, sheet: &Sheet, model: &mut Model, stated: bool) -> Turn {
        let name = if stated { sheet.text("name").trim().to_owned() } else { String::new() };
        model.introduced = true;
        model.opening = Some((*self.then).clone());
        Turn { effects: settings::be(sheet, "name", name, model), closes: true }
    }
}
