//! The run sheet of a workshop: what is held now with its clock, and what comes after it. A clicker
//! goes through it; letters change it. The clock can take the whole screen.

use ratatui::layout::Rect;

use crate::app::act;
use crate::app::geometry::Size;
use crate::app::model::Model;
use crate::app::msg::{Effect, Mouse};
use crate::app::opening::Opening;
use crate::app::overlay::Turn;
use crate::app::sheet::SheetPlan;
use crate::domain::{
    AgendaItem, AgendaItemId, Command, GoToItem, ItemState, MoveItem, PreviousItem, RemoveItem,
    RepeatItem, Say, SceneKind, Shift, SkipItem, WorkshopId, WorkshopState,
};
use crate::input::{Action, Chord, Group};

use super::RoomAsk;
use super::deeds::{commit, end, next, prolong, prolong_held, start, toggle};

#[derive(Debug)]
pub struct RunSheet {
    pub workshop: WorkshopId,
    pub cursor: usize,
    /// The first item shown.
    pub top: usize,
    /// The clock takes the whole screen.
    pub clock: bool,
    /// The items that were read last, in their order, and which of them was held.
    seen: Vec<AgendaItemId>,
    held: Option<AgendaItemId>,
}

/// The parts of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunSheetPlan {
    pub area: Rect,
    /// The item that is held, with its clock.
    pub held: Rect,
    pub rows: Rect,
    /// The line under the items.
    pub below: Rect,
}

/// What an item is held for, where that has a screen of its own.
fn tool(scene: SceneKind) -> Option<Action> {
    Some(match scene {
        SceneKind::Capture | SceneKind::HiddenCapture => Action::BrainDump,
        SceneKind::Groups => Action::Gather,
        SceneKind::Ballot | SceneKind::Result => Action::Vote,
        SceneKind::Matrix => Action::Matrix,
        SceneKind::Parking => Action::ParkingLot,
        SceneKind::Actions => Action::Actions,
        SceneKind::TestCard => Action::TestCard,
        SceneKind::Gate => Action::GateMeeting,
        _ => return None,
    })
}

impl RunSheetPlan {
    pub fn of(size: Size, running: bool) -> RunSheetPlan {
        let plan = SheetPlan::of(size);
        let parts = plan.parts();
        let tall = match parts.height {
            _ if !running => 0,
            0..4 => 0,
            4..12 => 1,
            _ => 5,
        };
        let held = Rect { height: tall, ..parts };
        let rows = Rect { y: parts.y + tall, height: parts.height - tall, ..parts };
        let line = u16::from(plan.area.height >= 6);
        let below = Rect { y: parts.bottom(), height: line, ..parts };
        RunSheetPlan { area: plan.area, held, rows, below }
    }
}

impl RunSheet {
    pub(super) fn new(workshop: WorkshopId, clock: bool) -> RunSheet {
        RunSheet { workshop, cursor: 0, top: 0, clock, seen: Vec::new(), held: None }
    }

    /// What it does itself. All else is for the program.
    pub(in crate::app) fn hears(&self, action: Action) -> bool {
        match action {
            Action::Open | Action::Back | Action::Interrupt | Action::Zoom => true,
            Action::EntryAdd
            | Action::EntryAmend
            | Action::EntryRemove
            | Action::EntryLower
            | Action::EntryRaise => true,
            Action::Workshop => true,
            Action::Workshops
            | Action::Reveal
            | Action::LeaveIt
            | Action::Gather
            | Action::Group
            | Action::Merge => false,
            _ => matches!(action.group(), Group::Move | Group::Room),
        }
    }

    pub(in crate::app) fn act(&mut self, model: &mut Model, action: Action, chord: Chord) -> Turn {
        let last = self.seen.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            Action::Stage => {
                let digit = chord.typed().and_then(|c| c.to_digit(10)).unwrap_or(1);
                self.cursor = usize::try_from(digit).unwrap_or(1).saturating_sub(1).min(last);
            }
            Action::Back if self.clock => self.clock = false,
            Action::Back | Action::Interrupt => return Turn::close(),
            Action::Zoom => self.clock = !self.clock,
            Action::Workshop => {
                super::list(model);
                return Turn::close();
            }
            _ => return Turn::with(self.change(model, action, chord)),
        }
        Turn::stay()
    }

    /// What is done to the workshop.
    fn change(&mut self, model: &mut Model, action: Action, chord: Chord) -> Vec<Effect> {
        let Some(state) = self.state(model) else {
            model.refuse(Say::new("refused-gone"));
            return Vec::new();
        };
        let workshop = self.workshop;
        let runs = state == WorkshopState::Running;
        let item = self.focused(model).cloned();
        match action {
            Action::NextItem if !runs => start(model, workshop),
            Action::NextItem => next(model, workshop),
            Action::PreviousItem => commit(model, PreviousItem { workshop }),
            Action::StartWorkshop => start(model, workshop),
            Action::EndWorkshop => end(model, workshop),
            Action::EntryAdd => {
                let after = item.map(|item| item.id);
                ask(model, RoomAsk::Item { workshop, item: None, after })
            }
            Action::Clock | Action::ChooseClock if !runs => {
                model.refuse(Say::new("refused-workshop-not-running"));
                Vec::new()
            }
            Action::Clock => toggle(model),
            Action::ChooseClock => ask(model, RoomAsk::Clock),
            Action::Longer => self.prolong(model, item.as_ref(), 1),
            Action::Shorter => self.prolong(model, item.as_ref(), -1),
            _ => match item {
                Some(item) => self.change_item(model, (action, chord), &item, runs),
                None => {
                    model.refuse(Say::new("refused-no-item"));
                    Vec::new()
                }
            },
        }
    }

    fn change_item(
        &mut self,
        model: &mut Model,
        (action, chord): (Action, Chord),
        item: &AgendaItem,
        runs: bool,
    ) -> Vec<Effect> {
        let shift = |shift| -> Command { MoveItem { item: item.id, shift }.into() };
        let command: Command = match action {
            Action::Open if runs && item.state == ItemState::Now => {
                match tool(item.scene).filter(|_| !self.clock) {
                    Some(action) => return act::act(model, action, chord),
                    None => self.clock = !self.clock,
                }
                return Vec::new();
            }
            Action::Open if runs => GoToItem { item: item.id }.into(),
            Action::Open | Action::EntryAmend => {
                let (workshop, item) = (self.workshop, Some(item.id));
                return ask(model, RoomAsk::Item { workshop, item, after: None });
            }
            Action::SkipItem => SkipItem { item: item.id }.into(),
            Action::RepeatItem => RepeatItem { item: item.id }.into(),
            Action::EntryRemove => RemoveItem { item: item.id }.into(),
            Action::EntryLower => shift(Shift::Down),
            Action::EntryRaise => shift(Shift::Up),
            Action::BackToItem if item.started_in.is_none() => {
                model.refuse(Say::new("refused-no-checkpoint"));
                return Vec::new();
            }
            Action::BackToItem => return ask(model, RoomAsk::Back(item.id)),
            _ => return Vec::new(),
        };
        commit(model, command)
    }

    /// The item in focus gets a minute more or less; the one that is held, with its clock.
    fn prolong(&self, model: &mut Model, item: Option<&AgendaItem>, by: i64) -> Vec<Effect> {
        match item {
            Some(item) if item.state == ItemState::Ahead && !self.clock => {
                prolong(model, item.id, by)
            }
            _ if model.held.running == Some(self.workshop) => prolong_held(model, by),
            Some(item) => prolong(model, item.id, by),
            None => Vec::new(),
        }
    }

    fn state(&self, model: &Model) -> Option<WorkshopState> {
        model.held.room(self.workshop).map(|room| room.workshop.state)
    }

    /// The item in focus; while the clock has the screen, the one that is held.
    pub fn focused<'a>(&self, model: &'a Model) -> Option<&'a AgendaItem> {
        let room = model.held.room(self.workshop)?;
        if self.clock
            && let Some((_, item)) = room.now()
        {
            return Some(item);
        }
        room.items.get(self.cursor)
    }

    /// What Enter opens, where it does not show the clock.
    pub fn tool(&self, model: &Model) -> Option<Action> {
        let item = self.focused(model).filter(|item| item.state == ItemState::Now)?;
        tool(item.scene).filter(|_| model.held.running == Some(self.workshop) && !self.clock)
    }

    fn plan(&self, model: &Model) -> RunSheetPlan {
        let runs = self.state(model) == Some(WorkshopState::Running);
        RunSheetPlan::of(model.size, runs)
    }

    pub(in crate::app) fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        let last = self.seen.len().saturating_sub(1);
        match mouse {
            _ if self.clock => {}
            Mouse::WheelUp { .. } => self.cursor = self.cursor.saturating_sub(1),
            Mouse::WheelDown { .. } => self.cursor = (self.cursor + 1).min(last),
            Mouse::Press { x, y } => {
                let rows = self.plan(model).rows;
                let row = usize::from(y.saturating_sub(rows.y)) + self.top;
                if rows.contains((x, y).into()) && row <= last {
                    // Another press on it changes nothing: what is held is not changed by chance.
                    self.cursor = row;
                }
            }
        }
        Turn::stay()
    }

    /// The focus goes with what is held, stays on an item that is moved, and is in sight.
    pub(in crate::app) fn settle(&mut self, model: &Model) {
        if let Some(room) = model.held.room(self.workshop) {
            let ids: Vec<AgendaItemId> = room.items.iter().map(|item| item.id).collect();
            let held = room.now().map(|(_, item)| item.id);
            let place = |id: AgendaItemId| ids.iter().position(|known| *known == id);
            let focused = self.seen.get(self.cursor).copied();
            let newest = self.seen.iter().max().copied();
            let new = ids.iter().position(|id| newest.is_some_and(|newest| *id > newest));
            if let Some(held) = held.filter(|_| held != self.held) {
                self.cursor = place(held).unwrap_or(self.cursor);
            } else if ids != self.seen {
                self.cursor = new.or(focused.and_then(place)).unwrap_or(self.cursor);
            }
            self.held = held;
            self.seen = ids;
            self.clock &= room.workshop.state == WorkshopState::Running;
        }
        self.cursor = self.cursor.min(self.seen.len().saturating_sub(1));
        let shown = usize::from(self.plan(model).rows.height).max(1);
        if self.cursor >= self.top + shown {
            self.top = self.cursor + 1 - shown;
        }
        self.top = self.top.min(self.cursor).min(self.seen.len().saturating_sub(shown));
    }
}

fn ask(model: &mut Model, what: RoomAsk) -> Vec<Effect> {
    model.opening = Some(Opening::Room(what));
    Vec::new()
}
