//! A person in the list: what the file has of them, and what is to be done.

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::opening::OpeningRead;
use crate::app::overlay::Turn;
use crate::app::sheet::Sheet;
use crate::app::sheet::part::{Body, Button, Choose, Part, Press};
use crate::domain::{Deed, Occurrences, Person, PersonErasure, Removal, Say};

use super::{Privacy, hits, refuse, sheet, sure, then};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    person: Person,
    occurrences: Occurrences,
}

const EXTRACT: &str = "extract";
const ANONYMISE: &str = "anonymise";
const ERASE: &str = "erase";
const WORKING: &str = "working";
const OFFICIAL: &str = "official";

impl Asking {
    pub(super) fn open(read: &OpeningRead) -> Result<Sheet, Say> {
        let gone = Say::new("refused-gone");
        let (person, occurrences) = read.privacy.person.clone().ok_or(gone)?;
        let mut ideas: Vec<_> = occurrences.roles.iter().map(|(idea, ..)| *idea).collect();
        ideas.dedup();
        let official = occurrences.roles.iter().any(|(.., official)| *official)
            || occurrences.hits.iter().any(|hit| hit.is_official);
        let option = |(key, name, meaning, digit)| Choose {
            digit: Some(digit),
            meaning: Some(Say::new(meaning)),
            ..Choose::new(key, Say::new(name))
        };
        let deeds = [
            (EXTRACT, "person-extract", "person-extract-means", '1'),
            (ANONYMISE, "person-anonymise", "person-anonymise-means", '2'),
            (ERASE, "person-erase", "person-erase-means", '3'),
        ];
        let deeds = deeds.map(option).to_vec();
        let records = [
            (WORKING, "record-working", "record-working-means", '1'),
            (OFFICIAL, "record-official", "record-official-means", '2'),
        ];
        let records = records.map(option).to_vec();
        let choice = |options, at| Body::Choice { options, at: Some(at), advances: false };
        let goes: fn(&Sheet) -> bool = |sheet| sheet.text("deed") != EXTRACT;
        let mut deed = Part::new("deed", Say::new("person-deed"), choice(deeds, 0));
        deed.tall = true;
        let mut record =
            Part::new("record", Say::new("person-record"), choice(records, usize::from(official)));
        record.tall = true;
        let parts = vec![
            Part::note(
                Say::new("person-occurs")
                    .with("ideas", ideas.len())
                    .with("texts", occurrences.hits.len())
                    .with("steps", occurrences.steps),
            ),
            deed,
            record.with_hint(Say::new("person-record-hint")).when(goes),
            Part::line("reference", "gone-reference", "")
                .with_hint(Say::new("gone-reference-hint"))
                .when(|sheet| sheet.text("deed") != EXTRACT && sheet.text("record") == OFFICIAL),
            Part::line("ground", "gone-ground", "").when(goes),
            Part::line("role", "gone-role", read.role.as_deref().unwrap_or_default()).when(goes),
            Part::button_row(vec![
                Button::new(Press::Save, "button-continue"),
                Button::new(Press::Close, "button-close-short"),
            ]),
        ];
        let title = Say::new("known").with("what", person.name.as_str());
        Ok(sheet(title, Privacy::Person(Asking { person, occurrences }), parts))
    }

    pub(super) fn go_on(&self, sheet: &mut Sheet, model: &mut Model) -> Turn {
        let deed = match sheet.text("deed").as_str() {
            ANONYMISE => Deed::Anonymise,
            ERASE => Deed::Erase,
            _ => {
                let effects = vec![Effect::Extract(self.person.id)];
                return Turn { effects, closes: true };
            }
        };
        let official = sheet.text("record") == OFFICIAL;
        let text = |key: &str| sheet.text(key).trim().to_owned();
        let reference = if official { text("reference") } else { String::new() };
        if official && reference.is_empty() {
            if let Some(at) = sheet.parts.iter().position(|part| part.key == "reference") {
                sheet.focus = at;
            }
            return refuse(model, Say::new("refused-reference-needed"));
        }
        let asked = PersonErasure {
            person: self.person.clone(),
            deed,
            reference,
            ground: text("ground"),
            role: text("role"),
            verdicts: Vec::new(),
            name: model.words.get("person-anonymised").into_owned(),
            mask: model.words.get("person-mask").into_owned(),
        };
        let next = if self.occurrences.hits.is_empty() {
            let untouched = self.occurrences.untouched(&asked.reference);
            sure::Sure::open(Removal::Person(asked), [0, 0], untouched)
        } else {
            hits::Deciding::open(asked, &self.occurrences)
        };
        then(model, next)
    }
}
