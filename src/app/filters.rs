//! The filters that were given a name: one is put in force, renamed or removed.

use crate::domain::{Arg, RemoveFilter, SavedFilter, Say};
use crate::input::{Action, Group};

use super::geometry::Size;
use super::model::{Model, Pending};
use super::msg::{Effect, Mouse, Need};
use super::opening::Opening;
use super::overlay::Turn;
use super::search::in_sight;
use super::table::TablePlan;

#[derive(Debug, Default)]
pub struct Filters {
    pub list: Vec<SavedFilter>,
    /// The file's version that they were read from.
    pub version: Option<u64>,
    pub cursor: usize,
    pub top: usize,
}

impl Filters {
    pub(super) fn take(&mut self, mut list: Vec<SavedFilter>, version: u64) {
        list.sort_by_key(|filter| crate::domain::fold(&filter.name));
        self.list = list;
        self.version = Some(version);
    }

    pub(super) fn need(&self, model: &Model) -> Option<Need> {
        (self.version != Some(model.version)).then_some(Need::Filters)
    }

    pub(super) fn settle(&mut self, size: Size) {
        self.cursor = self.cursor.min(self.list.len().saturating_sub(1));
        let sight = usize::from(TablePlan::of(size).list.height).max(1);
        self.top = in_sight(self.top, self.cursor, sight, self.list.len());
    }

    /// Whether an action is about the list itself. All others are for the program.
    pub(super) fn hears(&self, action: Action) -> bool {
        match action {
            Action::Open | Action::Back | Action::Interrupt | Action::Zoom => true,
            Action::Edit | Action::Remove => true,
            _ => action.group() == Group::Move,
        }
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        let focused = self.list.get(self.cursor);
        match (action, focused) {
            (Action::Up, _) => self.cursor = self.cursor.saturating_sub(1),
            (Action::Down, _) => self.cursor += 1,
            (Action::First, _) => self.cursor = 0,
            (Action::Last, _) => self.cursor = self.list.len().saturating_sub(1),
            (Action::Back | Action::Interrupt, _) => return Turn::close(),
            (Action::Open, Some(filter)) => {
                model.board.filter.set(&filter.words);
                let name = Arg::Text(filter.name.clone().into());
                model.tell(Say::new("told-filter").with("name", name));
                return Turn::close();
            }
            (Action::Edit, Some(filter)) => {
                let (name, words) = (filter.name.clone(), filter.words.clone());
                model.opening = Some(Opening::FilterName(Some(filter.id), name, words));
            }
            (Action::Remove, Some(filter)) => {
                model.pending.push_back(Pending::default());
                return Turn::with(vec![Effect::commit(RemoveFilter { filter: filter.id })]);
            }
            _ => {}
        }
        Turn::stay()
    }

    pub(super) fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        match mouse {
            Mouse::WheelUp { .. } => self.act(model, Action::Up),
            Mouse::WheelDown { .. } => self.act(model, Action::Down),
            Mouse::Press { y, .. } => {
                let Some(row) = y.checked_sub(TablePlan::of(model.size).list.y) else {
                    return Turn::stay();
                };
                let at = self.top + usize::from(row);
                if at == self.cursor {
                    return self.act(model, Action::Open);
                }
                self.cursor = at.min(self.list.len().saturating_sub(1));
                Turn::stay()
            }
        }
    }
}
