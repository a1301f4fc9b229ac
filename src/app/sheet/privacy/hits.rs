//! The texts that name a person, one by one: what goes and what stays.

use crate::app::model::Model;
use crate::app::overlay::Turn;
use crate::app::sheet::Sheet;
use crate::app::sheet::part::{Body, Button, Choose, Part, Press};
use crate::domain::{Deed, Keep, Occurrences, PersonErasure, PersonHit, Removal, Say, Verdict};

use super::{Privacy, refuse, sheet, sure, then};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    asked: PersonErasure,
    /// Those that are to be decided on, in the order of their parts.
    hits: Vec<PersonHit>,
    /// How many stay because they are official records.
    official: usize,
    /// In how many ideas the person stays.
    untouched: usize,
}

/// What stands before a hit's number in the key of its part.
const HIT: &str = "hit:";
const REDACT: &str = "redact";
const ANOTHER: &str = "another";
const NEEDED: &str = "needed";
/// All that is not decided on goes.
const REST: &str = "rest";

impl Deciding {
    pub(super) fn open(asked: PersonErasure, occurrences: &Occurrences) -> Sheet {
        let stays = |hit: &PersonHit| asked.verdict(hit) == Some(Verdict::Keep(Keep::Official));
        let (official, hits): (Vec<PersonHit>, Vec<PersonHit>) =
            occurrences.hits.iter().cloned().partition(stays);
        let mut parts = vec![Part::note(Say::new("hits-note"))];
        parts.extend(hits.iter().enumerate().map(|(nth, hit)| {
            let options = [
                (REDACT, "hit-redact", '1'),
                (ANOTHER, "hit-another", '2'),
                (NEEDED, "hit-needed", '3'),
            ];
            let options = options.map(|(key, name, digit)| Choose {
                digit: Some(digit),
                ..Choose::new(key, Say::new(name))
            });
            let at = asked.verdict(hit).map(|_| 0);
            let body = Body::Choice { options: options.to_vec(), at, advances: true };
            let label =
                Say::new("hit-label").about(hit.place()).with("text", hit.excerpt.text.as_str());
            let mut part = Part::new(format!("{HIT}{nth}"), label, body);
            part.wide = true;
            part.unanswered = Some(Say::new("hit-open"));
            part
        }));
        if !official.is_empty() {
            parts.push(Part::note(Say::new("hits-official").with("n", official.len())));
        }
        let go = match asked.deed {
            Deed::Anonymise => "button-anonymise",
            Deed::Erase => "button-erase",
        };
        parts.push(Part::button_row(vec![
            Button::new(Press::Save, go),
            Button::new(Press::Own(REST), "button-redact-rest"),
            Button::new(Press::Close, "button-close-short"),
        ]));
        let id = match asked.deed {
            Deed::Anonymise => "sheet-anonymise",
            Deed::Erase => "sheet-erase",
        };
        let title = Say::new(id).with("name", asked.person.name.as_str());
        let untouched = occurrences.untouched(&asked.reference);
        let kind = Deciding { asked, hits, official: official.len(), untouched };
        let mut sheet = sheet(title, Privacy::Hits(kind), parts);
        if let Some(first) = sheet.parts.iter().position(is_undecided) {
            sheet.focus = first;
        }
        sheet
    }

    pub(super) fn go_on(&self, sheet: &mut Sheet, model: &mut Model) -> Turn {
        let left = undecided(sheet);
        if left > 0 {
            if let Some(first) = sheet.parts.iter().position(is_undecided) {
                sheet.focus = first;
            }
            return refuse(model, Say::new("refused-undecided").with("n", left));
        }
        let mut asked = self.asked.clone();
        asked.verdicts = self
            .hits
            .iter()
            .enumerate()
            .map(|(nth, hit)| {
                let verdict = match sheet.text(&format!("{HIT}{nth}")).as_str() {
                    ANOTHER => Verdict::Keep(Keep::Another),
                    NEEDED => Verdict::Keep(Keep::Needed),
                    _ => Verdict::Redact,
                };
                (hit.text_of.clone(), hit.form.clone(), verdict)
            })
            .collect();
        let gone = asked.verdicts.iter().filter(|it| it.2 == Verdict::Redact).count();
        let kept = asked.verdicts.len() - gone + self.official;
        then(model, sure::Sure::open(Removal::Person(asked), [gone, kept], self.untouched))
    }
}

/// What was not decided on goes; what was stays decided.
pub(super) fn redact_rest(sheet: &mut Sheet) -> Turn {
    for part in sheet.parts.iter_mut().filter(|part| is_undecided(part)) {
        part.set_text(REDACT);
    }
    Turn::stay()
}

pub(super) fn figure(sheet: &Sheet) -> Option<Say> {
    let left = undecided(sheet);
    (left > 0).then(|| Say::new("hits-left").with("n", left))
}

fn undecided(sheet: &Sheet) -> usize {
    sheet.parts.iter().filter(|part| is_undecided(part)).count()
}

fn is_undecided(part: &Part) -> bool {
    part.key.starts_with(HIT) && part.text().is_empty()
}
