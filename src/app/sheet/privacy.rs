//! The sheets about people and about what goes for good. Each leads to the next: what is wanted, hit by
//! hit what becomes of it, the one question, what came of it.

mod hits;
mod information;
mod person;
mod retention;
mod sure;

use crate::app::model::Model;
use crate::app::opening::OpeningRead;
use crate::app::overlay::{Overlay, Turn};
use crate::app::privacy::About;
use crate::domain::{Erasure, ErasureKind, Language, Say};

use super::part::{Button, Part, Press};
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Privacy {
    Person(person::Asking),
    Hits(hits::Deciding),
    Sure(sure::Sure),
    Retention(retention::Retaining),
    Information(Language),
    /// Only to be read.
    Told,
}

impl Privacy {
    pub(super) fn open(model: &Model, about: About, read: &OpeningRead) -> Result<Sheet, Say> {
        match about {
            About::Person(_) => person::Asking::open(read),
            About::Retention(..) => Ok(retention::Retaining::open(model, read)),
            About::Information(language) => Ok(information::open(language, read)),
        }
    }

    /// The button that goes on, or Ctrl+S.
    pub(super) fn go_on(&self, sheet: &mut Sheet, model: &mut Model) -> Turn {
        match self {
            Privacy::Person(kind) => kind.go_on(sheet, model),
            Privacy::Hits(kind) => kind.go_on(sheet, model),
            Privacy::Retention(kind) => kind.go_on(sheet, model),
            Privacy::Information(language) => information::save(*language, sheet, model),
            // What cannot be taken back wants its own button.
            Privacy::Sure(_) => Turn::stay(),
            Privacy::Told => Turn::close(),
        }
    }

    pub(super) fn pressed(&self, sheet: &mut Sheet, model: &mut Model, button: &str) -> Turn {
        match self {
            Privacy::Hits(_) => hits::redact_rest(sheet),
            Privacy::Sure(kind) => kind.go(sheet, model),
            Privacy::Retention(_) => retention::pressed(sheet, model, button),
            Privacy::Information(language) => information::reset(*language, sheet),
            Privacy::Person(_) | Privacy::Told => Turn::stay(),
        }
    }

    /// How far it is filled in.
    pub(super) fn figure(&self, sheet: &Sheet) -> Option<Say> {
        match self {
            Privacy::Hits(_) => hits::figure(sheet),
            Privacy::Retention(_) => retention::figure(sheet),
            Privacy::Person(_) | Privacy::Sure(_) | Privacy::Information(_) | Privacy::Told => None,
        }
    }
}

/// What was done, and what is left.
pub(in crate::app) fn told(erasure: &Erasure, told: Vec<Say>) -> Sheet {
    let mut parts: Vec<Part> = told.into_iter().map(Part::note).collect();
    parts.push(Part::button_row(vec![Button::new(Press::Close, "button-close-short")]));
    let title = Say::new(match erasure.kind {
        ErasureKind::Anonymised => "sheet-anonymised",
        ErasureKind::Erased => "sheet-erased",
        ErasureKind::Disposed => "sheet-disposed",
    });
    Sheet::new(title, Kind::Privacy(Box::new(Privacy::Told)), parts)
}

/// Puts another sheet on top of the one that answers.
fn then(model: &mut Model, sheet: Sheet) -> Turn {
    model.overlays.push(Overlay::Sheet(Box::new(sheet)));
    Turn::stay()
}

impl Sheet {
    /// It saves nothing, but leads on.
    pub fn goes_on(&self) -> bool {
        match &self.kind {
            Kind::Privacy(kind) => !matches!(**kind, Privacy::Information(_)),
            _ => false,
        }
    }

    /// It asks whether something is to go for good, or tells that it did.
    pub fn is_last_question(&self) -> bool {
        match &self.kind {
            Kind::Privacy(kind) => matches!(**kind, Privacy::Sure(_) | Privacy::Told),
            _ => false,
        }
    }
}

fn sheet(title: Say, kind: Privacy, parts: Vec<Part>) -> Sheet {
    Sheet::new(title, Kind::Privacy(Box::new(kind)), parts)
}

fn refuse(model: &mut Model, say: Say) -> Turn {
    model.refuse(say);
    Turn::stay()
}
