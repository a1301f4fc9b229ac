//! A run sheet is changed, also while the workshop is being held.

use crate::domain::kinds::{ItemState, SceneKind};
use crate::domain::record::Kind;
use crate::domain::records::{AgendaItem, AgendaItemId, WorkshopId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;

use super::order::{Shift, make_room, shift};
use super::run::{about, sheet, unheld};
use super::words::{name, prose};
use super::workshops::announced;
use super::{Fresh, Plan};

const LONGEST: i64 = 8 * 60;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddItem {
    pub workshop: WorkshopId,
    /// At the end where none is said.
    pub after: Option<AgendaItemId>,
    pub title: String,
    pub instruction: String,
    pub minutes: i64,
    pub scene: SceneKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendItem {
    pub item: AgendaItemId,
    pub title: String,
    pub instruction: String,
    pub minutes: i64,
    pub scene: SceneKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveItem {
    pub item: AgendaItemId,
    pub shift: Shift,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveItem {
    pub item: AgendaItemId,
}

/// The same once more: after the item that is held, or after itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatItem {
    pub item: AgendaItemId,
}

/// So many minutes more, or fewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prolong {
    pub item: AgendaItemId,
    pub minutes: i64,
}

impl Plan for AddItem {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        announced(there, self.workshop)?;
        let items = sheet(there, self.workshop)?;
        let mut step = Step::new(Say::new("step-item-add"));
        let at = match self.after {
            Some(after) => place(&items, after)? + 1,
            None => items.len(),
        };
        let item = AgendaItem {
            id: AgendaItemId(fresh.id(Kind::AgendaItem)?),
            uid: fresh.uid(),
            workshop: self.workshop,
            rank: make_room(&items, at, &mut step),
            title: name(&self.title)?,
            instruction: prose(&self.instruction).unwrap_or_default(),
            minutes: minutes(self.minutes)?,
            scene: self.scene,
            state: ItemState::Ahead,
            started: None,
            started_in: None,
            ended: None,
            vote: None,
        };
        step.create(&item);
        Ok(step)
    }
}

impl Plan for AmendItem {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: AgendaItem = there.get(self.item.0)?;
        let mut step = about("step-item-amend", &sheet(there, before.workshop)?, &before);
        let after = AgendaItem {
            title: name(&self.title)?,
            instruction: prose(&self.instruction).unwrap_or_default(),
            minutes: minutes(self.minutes)?,
            scene: self.scene,
            ..before.clone()
        };
        step.update(&before, &after);
        Ok(step)
    }
}

impl Plan for MoveItem {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let item: AgendaItem = there.get(self.item.0)?;
        let mut items = sheet(there, item.workshop)?;
        let mut step = about("step-item-move", &items, &item);
        let at = place(&items, item.id)?;
        shift(&mut items, at, self.shift, &mut step);
        Ok(step)
    }
}

impl Plan for RemoveItem {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let item: AgendaItem = there.get(self.item.0)?;
        let step = about("step-item-remove", &sheet(there, item.workshop)?, &item);
        let id = match item.state {
            ItemState::Now => "refused-item-now",
            ItemState::Done => "refused-item-done",
            ItemState::Ahead | ItemState::Skipped => {
                let mut step = step;
                step.delete(&item);
                return Ok(step);
            }
        };
        Err(No::refuse(Say::new(id)))
    }
}

impl Plan for RepeatItem {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let item: AgendaItem = there.get(self.item.0)?;
        let items = sheet(there, item.workshop)?;
        let mut step = about("step-item-repeat", &items, &item);
        let held = items.iter().position(|item| item.state == ItemState::Now);
        let at = held.unwrap_or(0).max(place(&items, item.id)?) + 1;
        let again = AgendaItem {
            id: AgendaItemId(fresh.id(Kind::AgendaItem)?),
            uid: fresh.uid(),
            rank: make_room(&items, at, &mut step),
            vote: None,
            ..unheld(&item)
        };
        step.create(&again);
        Ok(step)
    }
}

impl Plan for Prolong {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: AgendaItem = there.get(self.item.0)?;
        if matches!(before.state, ItemState::Done | ItemState::Skipped) {
            return Err(No::refuse(Say::new("refused-item-done")));
        }
        let mut step = about("step-item-prolong", &sheet(there, before.workshop)?, &before);
        step.label = step.label.with("n", self.minutes);
        let minutes = minutes(before.minutes.saturating_add(self.minutes))?;
        step.update(&before, &AgendaItem { minutes, ..before.clone() });
        Ok(step)
    }
}

fn place(items: &[AgendaItem], item: AgendaItemId) -> Result<usize, No> {
    let at = items.iter().position(|known| known.id == item);
    at.ok_or_else(|| No::gone(Kind::AgendaItem))
}

fn minutes(minutes: i64) -> Result<i64, No> {
    if (1..=LONGEST).contains(&minutes) {
        Ok(minutes)
    } else {
        Err(No::refuse(Say::new("refused-item-minutes")))
    }
}
