//! What is asked and read about people and about what goes for good: a person in the list, what has
//! been kept too long, the page of information.

use jiff::civil::Date;

use crate::domain::{Erasure, Language, Occurrences, Overdue, Periods, Person, PersonId, Say};

use super::file::{self, Opened};
use super::model::Model;
use super::msg::Effect;
use super::overlay::Overlay;
use super::sheet;

/// What a sheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Person(PersonId),
    /// By these periods, or by those that the file remembers.
    Retention(Option<Periods>, Date),
    Information(Language),
}

/// What was read for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrivacyRead {
    pub person: Option<(Person, Occurrences)>,
    pub overdue: Vec<Overdue>,
    pub periods: Periods,
    /// The page as the file has it, or as the program brings it.
    pub information: String,
}

/// What became of an erasure.
#[derive(Clone, Debug)]
pub enum Went {
    /// Nothing was changed.
    Not(Say),
    /// The file is another one now, and open.
    Done { erasure: Box<Erasure>, told: Vec<Say>, opened: Box<Opened> },
}

/// Tells what became of it. Nothing of what was on the screen is left.
pub(super) fn went(model: &mut Model, went: Went) -> Vec<Effect> {
    model.saving.shut = false;
    match went {
        Went::Not(say) => {
            for overlay in &mut model.overlays {
                if let Overlay::Sheet(sheet) = overlay {
                    sheet.saving = false;
                }
            }
            model.refuse(say);
            Vec::new()
        }
        Went::Done { erasure, told, opened } => {
            let effects = file::opened(model, &opened);
            let sheet = sheet::gone(&erasure, told);
            model.overlays.push(Overlay::Sheet(Box::new(sheet)));
            effects
        }
    }
}
