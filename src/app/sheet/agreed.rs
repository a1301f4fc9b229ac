//! The sheets of what comes of a workshop: something parked, an action, somebody who was there. What
//! is asked for in one line is saved by Enter.

use jiff::civil::Date;

use crate::app::entries::Matter;
use crate::app::model::Model;
use crate::app::opening::OpeningRead;
use crate::domain::minutes::MeetingRead;
use crate::domain::{
    Action, ActionId, AddAction, AmendAction, AmendParking, Command, IdeaId, NoteAttendance, Park,
    Parking, ParkingId, SOMEBODY, Say, WorkshopId,
};

use super::part::Part;
use super::{Kind, Sheet};

/// So many of those that are parked already are shown below the line.
const SHOWN: usize = 5;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    matter: Matter,
    workshop: WorkshopId,
    /// None where it is new.
    entry: Option<i64>,
}

impl Agreed {
    pub(super) fn open(
        model: &Model,
        matter: Matter,
        entry: Option<i64>,
        read: &OpeningRead,
    ) -> Result<Sheet, Say> {
        let read = read.meeting.as_deref().ok_or(Say::new("refused-no-workshop-runs"))?;
        let room = &read.meeting.room;
        let gone = || Say::new("refused-gone");
        let (id, parts) = match (matter, entry) {
            (Matter::Parking, None) => ("sheet-park", park(read)),
            (Matter::Parking, Some(id)) => {
                let known = room.parking.iter().find(|it| it.id.0 == id).ok_or_else(gone)?;
                ("sheet-parking", parking(known)?)
            }
            (Matter::Action, None) => ("sheet-action-new", action(None)?),
            (Matter::Action, Some(id)) => {
                let known = room.actions.iter().find(|it| it.id.0 == id).ok_or_else(gone)?;
                ("sheet-action", action(Some(known))?)
            }
            (Matter::Attendance, None) => ("sheet-attendance", attendance("")),
            (Matter::Attendance, Some(id)) => {
                let known = room.attendance.iter().find(|it| it.id.0 == id).ok_or_else(gone)?;
                ("sheet-interest", attendance(&known.text))
            }
        };
        let title = Say::new(id).with("workshop", room.workshop.title.as_str());
        let kind = Agreed { matter, workshop: room.workshop.id, entry };
        let mut sheet = Sheet::new(title, Kind::Agreed(kind), parts);
        if matter == Matter::Attendance && entry.is_some() {
            sheet.focus = 1;
        }
        sheet.settle(model);
        Ok(sheet)
    }

    /// One line is all that is asked for.
    pub(super) fn is_quick(&self) -> bool {
        self.entry.is_none() && self.matter != Matter::Action
    }

    pub(super) fn command(&self, sheet: &Sheet, today: Date) -> Result<Command, Say> {
        let (text, workshop) = (sheet.text("text"), self.workshop);
        Ok(match (self.matter, self.entry) {
            (Matter::Parking, None) => Park { workshop, text }.into(),
            (Matter::Parking, Some(parking)) => {
                let owner = sheet.text("role");
                AmendParking { parking: ParkingId(parking), text, owner }.into()
            }
            (Matter::Action, entry) => {
                let (idea, role) = (idea(sheet)?, sheet.text("role"));
                let due = match sheet.part("due").and_then(|part| part.day(today)) {
                    Some(day) => Some(day.map_err(|_| Say::new("refused-action-day"))?),
                    None => None,
                };
                match entry {
                    None => AddAction { workshop: Some(workshop), idea, text, role, due }.into(),
                    Some(action) => {
                        AmendAction { action: ActionId(action), idea, text, role, due }.into()
                    }
                }
            }
            (Matter::Attendance, _) => {
                NoteAttendance { workshop, text: sheet.text("who"), idea: idea(sheet)? }.into()
            }
        })
    }
}

/// The line, and what is parked already.
fn park(read: &MeetingRead) -> Vec<Part> {
    let mut parts = vec![
        Part::line("text", "park-text", "").with_hint(Say::new("park-hint")),
        Part::buttons(Say::new("button-save")),
    ];
    let open: Vec<&Parking> =
        read.meeting.room.parking.iter().filter(|it| it.done.is_none()).collect();
    if !open.is_empty() {
        parts.push(Part::heading(Say::new("park-there").with("n", open.len())));
        let last = open.iter().rev().take(SHOWN);
        parts.extend(last.map(|it| Part::note(Say::new("known").with("what", it.text.as_str()))));
    }
    parts
}

/// What hides a name before a room is not to be saved in its place.
fn own(role: &str) -> Result<&str, Say> {
    if role == SOMEBODY { Err(Say::new("refused-projector-people")) } else { Ok(role) }
}

fn parking(known: &Parking) -> Result<Vec<Part>, Say> {
    Ok(vec![
        Part::line("text", "park-text", &known.text),
        Part::line("role", "park-owner", own(&known.owner)?).with_hint(Say::new("role-hint")),
        Part::buttons(Say::new("button-save")),
    ])
}

fn action(known: Option<&Action>) -> Result<Vec<Part>, Say> {
    let text = known.map_or("", |it| it.text.as_str());
    let role = own(known.map_or("", |it| it.role.as_str()))?;
    let idea = known.and_then(|it| it.idea).map(|idea| idea.0.to_string()).unwrap_or_default();
    Ok(vec![
        Part::line("text", "action-what", text),
        Part::line("role", "action-who", role).with_hint(Say::new("role-hint")),
        Part::day_line("due", "action-when", known.and_then(|it| it.due)),
        Part::line("about", "action-idea", &idea).with_hint(Say::new("action-idea-hint")),
        Part::buttons(Say::new("button-save")),
    ])
}

fn attendance(who: &str) -> Vec<Part> {
    vec![
        Part::line("who", "attendance-who", who).with_hint(Say::new("attendance-hint")),
        Part::line("about", "attendance-idea", "").with_hint(Say::new("attendance-idea-hint")),
        Part::buttons(Say::new("button-save")),
    ]
}

/// The idea whose number was typed, if any.
pub(super) fn idea(sheet: &Sheet) -> Result<Option<IdeaId>, Say> {
    let text = sheet.text("about");
    match text.trim().trim_start_matches('#') {
        "" => Ok(None),
        number => match number.parse::<i64>() {
            Ok(number) if number > 0 => Ok(Some(IdeaId(number))),
            Ok(_) | Err(_) => Err(Say::new("refused-action-idea").with("said", text)),
        },
    }
}
