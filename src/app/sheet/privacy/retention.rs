//! What has been kept longer than it is needed: a list to approve line by line. Nothing is chosen
//! beforehand, and nothing goes by itself.

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::opening::{Opening, OpeningRead};
use crate::app::overlay::Turn;
use crate::app::privacy::About;
use crate::app::sheet::Sheet;
use crate::app::sheet::part::{Body, Button, Choose, Part, Press};
use crate::domain::{Arg, Overdue, OverdueKind, Periods, Removal, Say};
use crate::text::dates;

use super::{Privacy, refuse, sheet, sure, then};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retaining {
    overdue: Vec<Overdue>,
}

/// What stands before a line's number in the key of its part.
const LINE: &str = "line:";
const DISPOSE: &str = "dispose";
const KEEP: &str = "keep";
const ALL: &str = "all";
const PERIODS: &str = "periods";

impl Retaining {
    pub(super) fn open(model: &Model, read: &OpeningRead) -> Sheet {
        let overdue = read.privacy.overdue.clone();
        let empty = overdue.is_empty();
        let note = if empty { "retention-empty" } else { "retention-note" };
        let mut parts = vec![Part::note(Say::new(note))];
        parts.extend(overdue.iter().enumerate().map(|(nth, it)| line(model, nth, it)));
        if !empty {
            parts.extend([
                Part::line("reference", "gone-reference", "")
                    .with_hint(Say::new("gone-reference-hint")),
                Part::line("ground", "gone-ground", ""),
                Part::line("role", "gone-role", read.role.as_deref().unwrap_or_default()),
                Part::button_row(vec![
                    Button::new(Press::Save, "button-dispose"),
                    Button::new(Press::Own(ALL), "button-choose-all"),
                    Button::new(Press::Close, "button-close-short"),
                ]),
            ]);
        }
        let Periods { closed, contact, drafts } = read.privacy.periods;
        let figure = |key, label, hint, n: u16| {
            Part::line(key, label, &n.to_string()).with_hint(Say::new(hint))
        };
        parts.extend([
            Part::heading(Say::new("retention-periods")),
            figure("closed", "retention-period-closed", "retention-months", closed),
            figure("contact", "retention-period-contact", "retention-months", contact),
            figure("drafts", "retention-period-drafts", "retention-days", drafts),
        ]);
        let mut buttons = Part::button_row(vec![
            Button::new(Press::Own(PERIODS), "button-save-periods"),
            Button::new(Press::Close, "button-close-short"),
        ]);
        buttons.key = PERIODS.into();
        parts.push(buttons);
        sheet(Say::new("sheet-retention"), Privacy::Retention(Retaining { overdue }), parts)
    }

    pub(super) fn go_on(&self, sheet: &mut Sheet, model: &mut Model) -> Turn {
        let lines = self.overdue.iter().enumerate();
        let chosen: Vec<&Overdue> = lines
            .filter(|(nth, _)| sheet.text(&format!("{LINE}{nth}")) == DISPOSE)
            .map(|(_, it)| it)
            .collect();
        let only_periods = self.overdue.is_empty() || sheet.parts.iter().any(is_changed_period);
        if chosen.is_empty() && only_periods {
            return pressed(sheet, model, PERIODS);
        }
        if chosen.is_empty() {
            return refuse(model, Say::new("refused-none-chosen"));
        }
        let mut asked = Overdue::dispose(chosen.iter().copied());
        let text = |key: &str| sheet.text(key).trim().to_owned();
        (asked.reference, asked.ground, asked.role) =
            (text("reference"), text("ground"), text("role"));
        let official = chosen.iter().filter(|it| it.is_official).count();
        if official > 0 && asked.reference.is_empty() {
            return refuse(model, Say::new("refused-no-reference").with("n", official));
        }
        let figures = [asked.ideas.len(), asked.contacts.len() + asked.drafts.len()];
        then(model, sure::Sure::open(Removal::Disposal(asked), figures, 0))
    }
}

fn is_changed_period(part: &Part) -> bool {
    matches!(&*part.key, "closed" | "contact" | "drafts") && part.is_changed()
}

fn line(model: &Model, nth: usize, it: &Overdue) -> Part {
    let since = dates::day_short(it.since, model.today, model.language());
    let name = it.name.lines().next().unwrap_or_default();
    let id = match (it.kind, it.is_official) {
        (OverdueKind::Closed, true) => "retention-line-official",
        (OverdueKind::Closed, false) => "retention-line-closed",
        (OverdueKind::Contact, _) => "retention-line-contact",
        (OverdueKind::Draft, _) => "retention-line-draft",
    };
    let mut label = Say::new(id).with("name", name).with("since", since);
    if let Some(idea) = it.idea {
        label = label.with("idea", Arg::Idea(idea.0));
    }
    let options = vec![
        Choose { digit: Some('1'), ..Choose::new(DISPOSE, Say::new("retention-dispose")) },
        Choose { digit: Some('2'), ..Choose::new(KEEP, Say::new("retention-keep")) },
    ];
    let body = Body::Choice { options, at: Some(1), advances: true };
    let mut part = Part::new(format!("{LINE}{nth}"), label, body);
    part.wide = true;
    part
}

pub(super) fn pressed(sheet: &mut Sheet, model: &mut Model, button: &str) -> Turn {
    if button == ALL {
        for part in sheet.parts.iter_mut().filter(|part| part.key.starts_with(LINE)) {
            part.set_text(DISPOSE);
        }
        return Turn::stay();
    }
    let number = |key: &str| sheet.text(key).trim().parse::<u16>().ok().filter(|n| *n > 0);
    let (Some(closed), Some(contact), Some(drafts)) =
        (number("closed"), number("contact"), number("drafts"))
    else {
        return refuse(model, Say::new("refused-period"));
    };
    // The list is read anew with them.
    let periods = Periods { closed, contact, drafts };
    model.opening = Some(Opening::Privacy(About::Retention(Some(periods), model.today)));
    let value = periods.written();
    Turn { effects: vec![Effect::Remember { name: Periods::MEMORY, value }], closes: true }
}

pub(super) fn figure(sheet: &Sheet) -> Option<Say> {
    let lines = sheet.parts.iter().filter(|part| part.key.starts_with(LINE));
    let chosen = lines.filter(|part| part.text() == DISPOSE).count();
    (chosen > 0).then(|| Say::new("retention-chosen").with("n", chosen))
}
