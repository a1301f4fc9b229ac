//! A workshop is held: started, item after item, ended. When things really happened is kept.

use crate::domain::kinds::{ItemState, Source, WorkshopState};
use crate::domain::records::{AgendaItem, AgendaItemId, Workshop, WorkshopId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Cell;

use super::workshops::announced;
use super::{Fresh, Plan};

/// Begins with the first item that is not skipped. An ended one goes on where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartWorkshop {
    pub workshop: WorkshopId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndWorkshop {
    pub workshop: WorkshopId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextItem {
    pub workshop: WorkshopId,
}

/// The item that is held has not been held then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviousItem {
    pub workshop: WorkshopId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoToItem {
    pub item: AgendaItemId,
}

/// One that is skipped is taken in again. From the one that is held, one goes on to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkipItem {
    pub item: AgendaItemId,
}

impl Plan for StartWorkshop {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let before = announced(there, self.workshop)?;
        if before.state == WorkshopState::Running {
            return Err(No::refuse(Say::new("refused-workshop-runs-already")));
        }
        if running(there)?.is_some() {
            return Err(No::refuse(Say::new("refused-workshop-other-runs")));
        }
        let mut step = Step::new(Say::new("step-workshop-start"));
        let mut after = Workshop {
            state: WorkshopState::Running,
            ended: None,
            ended_in: None,
            ..before.clone()
        };
        if before.started.is_none() {
            after.started = Some(fresh.now);
            after.started_in = Some(fresh.uid);
        }
        step.update(&before, &after);
        let items = sheet(there, self.workshop)?;
        if let Some(first) = items.iter().find(|item| item.state == ItemState::Ahead) {
            begin(first, &mut step, fresh);
        }
        Ok(step)
    }
}

impl Plan for EndWorkshop {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let before = held_one(there, self.workshop)?;
        let mut step = Step::new(Say::new("step-workshop-end"));
        if let Some(current) = current(&sheet(there, self.workshop)?) {
            finish(current, ItemState::Done, &mut step, fresh);
        }
        let after = Workshop {
            state: WorkshopState::Ended,
            ended: Some(fresh.now),
            ended_in: Some(fresh.uid),
            ..before.clone()
        };
        step.update(&before, &after);
        Ok(step)
    }
}

impl Plan for NextItem {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        held_one(there, self.workshop)?;
        let items = sheet(there, self.workshop)?;
        let next = following(&items).ok_or_else(|| No::refuse(Say::new("refused-last-item")))?;
        let mut step = about("step-item-next", &items, next);
        if let Some(current) = current(&items) {
            finish(current, ItemState::Done, &mut step, fresh);
        }
        begin(next, &mut step, fresh);
        Ok(step)
    }
}

impl Plan for PreviousItem {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        held_one(there, self.workshop)?;
        let items = sheet(there, self.workshop)?;
        let at = items.iter().position(|item| item.state == ItemState::Now);
        let before = items.get(..at.unwrap_or(items.len())).unwrap_or_default();
        let previous = before.iter().rev().find(|item| item.state == ItemState::Done);
        let previous = previous.ok_or_else(|| No::refuse(Say::new("refused-first-item")))?;
        let mut step = about("step-item-previous", &items, previous);
        if let Some(current) = current(&items) {
            step.update(current, &unheld(current));
        }
        let again = AgendaItem { state: ItemState::Now, ended: None, ..previous.clone() };
        step.update(previous, &again);
        Ok(step)
    }
}

impl Plan for GoToItem {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let item: AgendaItem = there.get(self.item.0)?;
        held_one(there, item.workshop)?;
        let items = sheet(there, item.workshop)?;
        let mut step = about("step-item-next", &items, &item);
        if item.state == ItemState::Now {
            return Ok(step);
        }
        if let Some(current) = current(&items) {
            finish(current, ItemState::Done, &mut step, fresh);
        }
        begin(&item, &mut step, fresh);
        Ok(step)
    }
}

impl Plan for SkipItem {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let item: AgendaItem = there.get(self.item.0)?;
        let items = sheet(there, item.workshop)?;
        match item.state {
            ItemState::Ahead => {
                let mut step = about("step-item-skip", &items, &item);
                step.update(&item, &AgendaItem { state: ItemState::Skipped, ..item.clone() });
                Ok(step)
            }
            ItemState::Skipped => {
                let mut step = about("step-item-take-in", &items, &item);
                step.update(&item, &unheld(&item));
                Ok(step)
            }
            ItemState::Now => {
                let next = following(&items);
                let next = next.ok_or_else(|| No::refuse(Say::new("refused-last-item")))?;
                let mut step = about("step-item-skip", &items, &item);
                finish(&item, ItemState::Skipped, &mut step, fresh);
                begin(next, &mut step, fresh);
                Ok(step)
            }
            ItemState::Done => Err(No::refuse(Say::new("refused-item-done"))),
        }
    }
}

/// The workshop that is being held, if one is.
pub(super) fn running(there: &dyn There) -> Result<Option<Workshop>, No> {
    let running = WorkshopState::Running.to_value();
    Ok(there.those::<Workshop>("state", running)?.into_iter().next())
}

/// The workshop that an idea which comes in this way comes in at.
pub(super) fn held(there: &dyn There, source: Source) -> Result<Option<WorkshopId>, No> {
    match source {
        Source::Workshop => Ok(running(there)?.map(|workshop| workshop.id)),
        Source::Form | Source::Email | Source::Meeting | Source::Resident | Source::Import => {
            Ok(None)
        }
    }
}

/// A run sheet in its order.
pub(super) fn sheet(there: &dyn There, workshop: WorkshopId) -> Result<Vec<AgendaItem>, No> {
    let mut items: Vec<AgendaItem> = there.those("workshop", workshop.to_value())?;
    items.sort_by_key(|item| (item.rank, item.id));
    Ok(items)
}

/// A sentence about an item, which goes by its place on the run sheet.
pub(super) fn about(label: &'static str, items: &[AgendaItem], item: &AgendaItem) -> Step {
    let at = items.iter().position(|other| other.id == item.id).unwrap_or(items.len());
    Step::new(Say::new(label).with("nth", at + 1))
}

pub(super) fn unheld(item: &AgendaItem) -> AgendaItem {
    AgendaItem {
        state: ItemState::Ahead,
        started: None,
        started_in: None,
        ended: None,
        ..item.clone()
    }
}

fn held_one(there: &dyn There, workshop: WorkshopId) -> Result<Workshop, No> {
    let workshop = announced(there, workshop)?;
    if workshop.state != WorkshopState::Running {
        return Err(No::refuse(Say::new("refused-workshop-not-running")));
    }
    Ok(workshop)
}

fn current(items: &[AgendaItem]) -> Option<&AgendaItem> {
    items.iter().find(|item| item.state == ItemState::Now)
}

/// The next that is to come, after the one that is held.
fn following(items: &[AgendaItem]) -> Option<&AgendaItem> {
    let at = items.iter().position(|item| item.state == ItemState::Now);
    let rest = items.get(at.map_or(0, |at| at + 1)..).unwrap_or_default();
    rest.iter().find(|item| item.state == ItemState::Ahead)
}

fn begin(item: &AgendaItem, step: &mut Step, fresh: &Fresh<'_>) {
    step.update(
        item,
        &AgendaItem {
            state: ItemState::Now,
            started: Some(fresh.now),
            started_in: Some(fresh.uid),
            ended: None,
            ..item.clone()
        },
    );
}

fn finish(item: &AgendaItem, state: ItemState, step: &mut Step, fresh: &Fresh<'_>) {
    step.update(item, &AgendaItem { state, ended: Some(fresh.now), ..item.clone() });
}
