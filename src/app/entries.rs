//! The shape of the sluice as lists: boards, stages, questions, and what all boards share. A list
//! shows rows and asks for sheets; what it does to the file are commands.

mod listed;
mod rows;

use ratatui::layout::Rect;

use crate::domain::{
    ActionId, AttendanceId, Command, GateQuestionId, List, MoveQuestion, MoveSluice, MoveStage,
    ParkingId, PersonId, RemoveAction, RemoveAttendance, RemoveEntry, RemoveParking,
    RemoveQuestion, RemoveSluice, RemoveStage, RemoveTest, RemoveWorkshop, Say, SettleAction,
    SettleParking, Shift, SluiceId, StageId, TestId, WorkshopId,
};
use crate::input::{Action, Group};

use super::geometry::Size;
use super::model::{Model, Pending};
use super::msg::{Effect, Mouse, Need};
use super::opening::{AtGateAsk, Opening};
use super::overlay::{Overlay, Turn};
use super::privacy::About;
use super::room::{self, RoomAsk};
use super::sheet::{self, SheetPlan};

pub use listed::{Listed, Matter};
pub use rows::{Entry, ShapeRead};
pub(super) use rows::{target_name, texts};

#[derive(Debug)]
pub struct Entries {
    pub listed: Listed,
    pub rows: Vec<Entry>,
    pub cursor: usize,
    /// The first row shown.
    pub top: usize,
    /// The version of the file that the rows are of.
    version: Option<u64>,
}

impl Entries {
    pub(super) fn new(listed: Listed) -> Entries {
        Entries { listed, rows: Vec::new(), cursor: 0, top: 0, version: None }
    }

    /// What must be read for the rows, where they are not of the file as it is now.
    pub(super) fn need(&self, model: &Model) -> Option<Need> {
        match self.listed {
            Listed::Tests(idea) => {
                let known = model
                    .tests
                    .as_ref()
                    .is_some_and(|(version, of, _)| (*version, *of) == (model.version, idea));
                (!known).then_some(Need::Tests(idea))
            }
            Listed::Workshops => {
                let lines = model.held.lines.as_ref();
                let known = lines.is_some_and(|(version, _)| *version == model.version);
                (!known).then_some(Need::Workshops)
            }
            Listed::Matter(_, workshop) => super::minutes::need(model, workshop),
            Listed::Sluices | Listed::Stages | Listed::Questions(_) | Listed::List(_) => {
                let known =
                    model.shape.as_ref().is_some_and(|(version, _)| *version == model.version);
                (!known).then_some(Need::Shape)
            }
        }
    }

    /// The rows of what was read last, with the version of the file that was read.
    fn read(&self, model: &Model) -> Option<(u64, Vec<Entry>)> {
        if let Listed::Matter(matter, workshop) = self.listed {
            let known = model.meeting.as_ref().filter(|it| it.asked == workshop)?;
            return Some((known.version, rows::matters(matter, known.read.as_deref(), model)));
        }
        match (self.listed, &model.tests, &model.shape) {
            (Listed::Tests(idea), Some((version, of, tests)), _) if *of == idea => {
                Some((*version, rows::tests(tests, model)))
            }
            (Listed::Workshops, _, _) => {
                let (version, lines) = model.held.lines.as_ref()?;
                Some((*version, rows::workshops(lines, model)))
            }
            (Listed::Tests(_), _, _) | (_, _, None) => None,
            (listed, _, Some((version, read))) => Some((*version, rows::of(listed, read, model))),
        }
    }

    pub fn focused(&self) -> Option<&Entry> {
        self.rows.get(self.cursor)
    }

    /// The cells of the rows.
    pub fn area(size: Size) -> Rect {
        SheetPlan::of(size).parts()
    }

    fn shown(&self, size: Size) -> usize {
        usize::from(Entries::area(size).height / self.listed.row_height()).max(1)
    }

    /// Whether an action is about the list itself. All others are for the program.
    pub(super) fn hears(&self, action: Action) -> bool {
        match action {
            Action::Open | Action::Back | Action::Interrupt | Action::Zoom => true,
            Action::EntryAdd
            | Action::EntryAmend
            | Action::EntryInside
            | Action::EntryRemove
            | Action::EntryLower
            | Action::EntryRaise => true,
            Action::EntryPerson => true,
            Action::EntryDone => matches!(self.listed, Listed::Matter(..)),
            _ => action.group() == Group::Move,
        }
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        let last = self.rows.len().saturating_sub(1);
        let page = self.shown(model.size).saturating_sub(1).max(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            Action::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Action::PageDown => self.cursor = (self.cursor + page).min(last),
            Action::Back | Action::Interrupt => return Turn::close(),
            Action::Open => return self.enter(model),
            Action::EntryAdd => self.open(model, None),
            Action::EntryAmend if self.amend_attendance(model) => {}
            Action::EntryAmend => {
                if let Some(id) = self.focused().map(|row| row.id) {
                    self.open(model, Some(id));
                }
            }
            Action::EntryInside => self.inside(model),
            Action::EntryRemove => return self.remove(model),
            Action::EntryRaise => return self.shift(model, Shift::Up),
            Action::EntryLower => return self.shift(model, Shift::Down),
            Action::EntryDone => return self.settle_matter(model),
            // What is a letter of its own in the list of people parks everywhere else.
            Action::EntryPerson if self.listed != Listed::List(List::People) => {
                model.opening = Some(Opening::Matter(Matter::Parking, None, None));
            }
            Action::EntryPerson => {
                let person = self.focused().map(|row| PersonId(row.id));
                model.opening = person.map(|it| Opening::Privacy(About::Person(it)));
            }
            _ => {}
        }
        Turn::stay()
    }

    fn enter(&mut self, model: &mut Model) -> Turn {
        let Some(row) = self.focused() else {
            self.open(model, None);
            return Turn::stay();
        };
        let id = row.id;
        if self.listed == Listed::Sluices {
            model.show_sluice(SluiceId(id));
            return Turn::close();
        }
        if self.listed == Listed::Workshops {
            room::show(model, WorkshopId(id), false);
            return Turn::stay();
        }
        self.open(model, Some(id));
        Turn::stay()
    }

    /// What Enter asks about somebody who is there is their interest; who it is can be put right.
    fn amend_attendance(&self, model: &mut Model) -> bool {
        let Listed::Matter(Matter::Attendance, _) = self.listed else { return false };
        let workshop = model.meeting.as_ref().and_then(|it| it.workshop());
        if let (Some(row), Some(workshop)) = (self.focused(), workshop) {
            model.opening = Some(Opening::AtGate(AtGateAsk::Attends(workshop, row.id)));
        }
        true
    }

    /// The sheet of an entry, or of a new one.
    fn open(&self, model: &mut Model, entry: Option<i64>) {
        if let Listed::Tests(idea) = self.listed {
            model.opening = Some(Opening::Test(idea, entry.map(TestId)));
            return;
        }
        if self.listed == Listed::Workshops {
            model.opening = Some(Opening::Room(RoomAsk::Workshop(entry.map(WorkshopId))));
            return;
        }
        if let Listed::Matter(matter, _) = self.listed {
            match model.meeting.as_ref().and_then(|it| it.workshop()) {
                Some(workshop) => {
                    model.opening = Some(Opening::Matter(matter, Some(workshop), entry));
                }
                None => model.refuse(Say::new("refused-no-workshops-yet")),
            }
            return;
        }
        let after = self.focused().map(|row| row.id);
        model.opening = Some(Opening::Shape(self.listed, entry, after));
    }

    /// From a stage to what is asked at its gate.
    fn inside(&self, model: &mut Model) {
        if let (Listed::Stages, Some(row)) = (self.listed, self.focused()) {
            let questions = Entries::new(Listed::Questions(StageId(row.id)));
            model.overlays.push(Overlay::Entries(Box::new(questions)));
        }
    }

    /// At once, since it can be undone; a stage with ideas asks first where they go.
    fn remove(&self, model: &mut Model) -> Turn {
        let Some(row) = self.focused() else { return Turn::stay() };
        let command: Command = match self.listed {
            Listed::Sluices => RemoveSluice { sluice: SluiceId(row.id) }.into(),
            Listed::Stages if row.holds > 0 => {
                if let Some(sheet) = sheet::remove_stage(model, StageId(row.id)) {
                    model.overlays.push(Overlay::Sheet(Box::new(sheet)));
                }
                return Turn::stay();
            }
            Listed::Stages => RemoveStage { stage: StageId(row.id), ideas_to: None }.into(),
            Listed::Questions(_) => RemoveQuestion { question: GateQuestionId(row.id) }.into(),
            Listed::List(list) => RemoveEntry { list, entry: row.id }.into(),
            Listed::Tests(_) => RemoveTest { test: TestId(row.id) }.into(),
            Listed::Workshops => RemoveWorkshop { workshop: WorkshopId(row.id) }.into(),
            Listed::Matter(Matter::Parking, _) => {
                RemoveParking { parking: ParkingId(row.id) }.into()
            }
            Listed::Matter(Matter::Action, _) => RemoveAction { action: ActionId(row.id) }.into(),
            Listed::Matter(Matter::Attendance, _) => {
                RemoveAttendance { attendance: AttendanceId(row.id) }.into()
            }
        };
        commit(model, command)
    }

    /// Done, or open again.
    fn settle_matter(&self, model: &mut Model) -> Turn {
        let (Listed::Matter(matter, _), Some(row)) = (self.listed, self.focused()) else {
            return Turn::stay();
        };
        let done = !row.shown;
        let command: Command = match matter {
            Matter::Parking => SettleParking { parking: ParkingId(row.id), done }.into(),
            Matter::Action => SettleAction { action: ActionId(row.id), done }.into(),
            Matter::Attendance => return Turn::stay(),
        };
        commit(model, command)
    }

    fn shift(&mut self, model: &mut Model, shift: Shift) -> Turn {
        let Some(id) = self.focused().map(|row| row.id) else { return Turn::stay() };
        let to = match shift {
            Shift::Up => self.cursor.checked_sub(1),
            Shift::Down => Some(self.cursor + 1).filter(|to| *to < self.rows.len()),
        };
        let command: Command = match self.listed {
            Listed::Sluices => MoveSluice { sluice: SluiceId(id), shift }.into(),
            Listed::Stages => MoveStage { stage: StageId(id), shift }.into(),
            Listed::Questions(_) => MoveQuestion { question: GateQuestionId(id), shift }.into(),
            Listed::List(_) | Listed::Tests(_) | Listed::Matter(..) | Listed::Workshops => {
                model.refuse(Say::new("refused-entries-order"));
                return Turn::stay();
            }
        };
        if to.is_none() {
            return Turn::stay();
        }
        commit(model, command)
    }

    pub(super) fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        let last = self.rows.len().saturating_sub(1);
        match mouse {
            Mouse::WheelUp { .. } => self.cursor = self.cursor.saturating_sub(1),
            Mouse::WheelDown { .. } => self.cursor = (self.cursor + 1).min(last),
            Mouse::Press { x, y } => {
                let area = Entries::area(model.size);
                if area.contains((x, y).into()) {
                    let row = usize::from((y - area.y) / self.listed.row_height()) + self.top;
                    if row == self.cursor {
                        return self.enter(model);
                    }
                    if row <= last {
                        self.cursor = row;
                    }
                }
            }
        }
        Turn::stay()
    }

    /// The rows are of the file as it is now, and the one in focus is in sight.
    pub(super) fn settle(&mut self, model: &Model) {
        if let Some((version, read)) = self.read(model)
            && self.version != Some(version)
        {
            let focused = self.focused().map(|row| row.id);
            let newest = self.rows.iter().map(|row| row.id).max();
            self.rows = read;
            let new = self.rows.iter().position(|row| newest.is_some_and(|newest| row.id > newest));
            let same = self.rows.iter().position(|row| Some(row.id) == focused);
            let own = model.frame.sluice.map(|sluice| sluice.0);
            let shown = self.rows.iter().position(|row| Some(row.id) == own);
            let first = shown.filter(|_| self.version.is_none() && self.listed == Listed::Sluices);
            self.cursor = first.or(new).or(same).unwrap_or(self.cursor);
            self.version = Some(version);
        }
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        let shown = self.shown(model.size);
        if self.cursor >= self.top + shown {
            self.top = self.cursor + 1 - shown;
        }
        self.top = self.top.min(self.cursor).min(self.rows.len().saturating_sub(shown));
    }
}

fn commit(model: &mut Model, command: Command) -> Turn {
    model.pending.push_back(Pending::default());
    Turn::with(vec![Effect::commit(command)])
}
