//! What is noted at a gate meeting about one idea: who has an interest of their own in it, and the
//! next step with its role and day. Who was there is put right here too.

use jiff::civil::Date;

use crate::app::opening::{AtGateAsk, OpeningRead};
use crate::domain::{
    AddAction, AmendAttendance, Arg, AttendanceId, Command, IdeaId, NoteAttendance, SOMEBODY, Say,
    WorkshopId,
};

use super::part::Part;
use super::{Kind, Sheet, agreed};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtGate {
    ask: AtGateAsk,
    /// The workshop that is being held.
    workshop: Option<WorkshopId>,
}

impl AtGate {
    pub(super) fn open(ask: AtGateAsk, read: &OpeningRead) -> Result<Sheet, Say> {
        let room = read.meeting.as_deref().map(|read| &read.meeting.room);
        let about = |idea: IdeaId, id: &'static str| Say::new(id).with("idea", Arg::Idea(idea.0));
        let who = |text: &str| {
            Part::line("who", "attendance-who", text).with_hint(Say::new("attendance-hint"))
        };
        let (title, parts) = match &ask {
            AtGateAsk::Interest(idea) => (about(*idea, "sheet-gate-interest"), vec![who("")]),
            AtGateAsk::NextStep(idea) => {
                let parts = vec![
                    Part::line("text", "action-what", ""),
                    Part::line("role", "action-who", "").with_hint(Say::new("role-hint")),
                    Part::day_line("due", "action-when", None),
                ];
                (about(*idea, "sheet-gate-next"), parts)
            }
            AtGateAsk::Attends(_, id) => {
                let known = room.and_then(|room| room.attendance.iter().find(|it| it.id.0 == *id));
                let known = known.ok_or(Say::new("refused-gone"))?;
                // What hides a name before a room is not to be saved in its place.
                if known.text == SOMEBODY {
                    return Err(Say::new("refused-projector-people"));
                }
                let idea = known.idea.map(|idea| idea.0.to_string()).unwrap_or_default();
                let about = Part::line("about", "attendance-idea", &idea)
                    .with_hint(Say::new("attendance-idea-hint"));
                (Say::new("sheet-attendance-amend"), vec![who(&known.text), about])
            }
        };
        let mut parts = parts;
        parts.push(Part::buttons(Say::new("button-save")));
        let workshop = room.map(|room| room.workshop.id);
        Ok(Sheet::new(title, Kind::AtGate(AtGate { ask, workshop }), parts))
    }

    /// One line is all that is asked for.
    pub(super) fn is_quick(&self) -> bool {
        matches!(self.ask, AtGateAsk::Interest(_))
    }

    pub(super) fn command(&self, sheet: &Sheet, today: Date) -> Result<Command, Say> {
        Ok(match &self.ask {
            AtGateAsk::Interest(idea) => {
                let workshop = self.workshop.ok_or(Say::new("refused-no-workshop-runs"))?;
                NoteAttendance { workshop, text: sheet.text("who"), idea: Some(*idea) }.into()
            }
            AtGateAsk::NextStep(idea) => {
                let due = match sheet.part("due").and_then(|part| part.day(today)) {
                    Some(day) => Some(day.map_err(|_| Say::new("refused-action-day"))?),
                    None => None,
                };
                let (text, role) = (sheet.text("text"), sheet.text("role"));
                AddAction { workshop: self.workshop, idea: Some(*idea), text, role, due }.into()
            }
            AtGateAsk::Attends(_, id) => {
                let (attendance, text) = (AttendanceId(*id), sheet.text("who"));
                AmendAttendance { attendance, text, idea: agreed::idea(sheet)? }.into()
            }
        })
    }
}
