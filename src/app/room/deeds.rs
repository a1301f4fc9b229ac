//! What is done to the workshop that is held: from its run sheet, and from anywhere else.

use crate::app::entries::{Entries, Listed, Matter};
use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::app::opening::Opening;
use crate::app::overlay::Overlay;
use crate::app::sheet::preflight;
use crate::domain::{
    AgendaItemId, Command, EndWorkshop, NextItem, PreviousItem, Prolong, RevealIdeas, Say,
    StartWorkshop, WorkshopId,
};
use crate::input::Action;

use super::{RoomAsk, RunSheet, SetClock, clock};

/// Puts a run sheet on top; there is never more than one.
pub(in crate::app) fn show(model: &mut Model, workshop: WorkshopId, clock: bool) {
    model.overlays.retain(|overlay| !matches!(overlay, Overlay::RunSheet(_)));
    model.overlays.push(Overlay::RunSheet(Box::new(RunSheet::new(workshop, clock))));
}

/// The workshop that is being held; without one, the list of them.
pub(in crate::app) fn open(model: &mut Model) -> Vec<Effect> {
    match model.held.running {
        Some(workshop) => show(model, workshop, false),
        None => list(model),
    }
    Vec::new()
}

pub(in crate::app) fn list(model: &mut Model) {
    model.overlays.retain(|it| !is_list(it) && !matches!(it, Overlay::RunSheet(_)));
    model.overlays.push(Overlay::Entries(Box::new(Entries::new(Listed::Workshops))));
}

fn is_list(overlay: &Overlay) -> bool {
    matches!(overlay, Overlay::Entries(entries) if entries.listed == Listed::Workshops)
}

/// Why something cannot be done to the workshop that is held: there is none.
pub(in crate::app) fn available(model: &Model, action: Action) -> Result<(), Say> {
    match action {
        Action::NextItem
        | Action::PreviousItem
        | Action::EndWorkshop
        | Action::Clock
        | Action::ChooseClock
        | Action::Longer
        | Action::Shorter
        | Action::BackToItem
            if model.held.running.is_none() =>
        {
            Err(Say::new("refused-no-workshop"))
        }
        Action::SkipItem | Action::RepeatItem | Action::StartWorkshop => {
            Err(Say::new("refused-run-sheet-closed"))
        }
        Action::NextStep | Action::Interest | Action::Advice => {
            Err(Say::new("refused-gate-meeting-closed"))
        }
        _ => Ok(()),
    }
}

/// What is done to the workshop that is held while something else is on the screen.
pub(in crate::app) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(workshop) = model.held.running else { return Vec::new() };
    match action {
        Action::NextItem => next(model, workshop),
        Action::PreviousItem => commit(model, PreviousItem { workshop }),
        Action::EndWorkshop => end(model, workshop),
        Action::Longer => prolong_held(model, 1),
        Action::Shorter => prolong_held(model, -1),
        Action::Clock => {
            show(model, workshop, true);
            Vec::new()
        }
        Action::ChooseClock => {
            model.opening = Some(Opening::Room(RoomAsk::Clock));
            Vec::new()
        }
        Action::BackToItem => {
            model.opening = model.held.item().map(|item| Opening::Room(RoomAsk::Back(item.id)));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// What is still parked is shown before the end; asked once more, it ends.
pub(super) fn end(model: &mut Model, workshop: WorkshopId) -> Vec<Effect> {
    let is_lot = |overlay: &Overlay| {
        let lot = |listed| matches!(listed, Listed::Matter(Matter::Parking, _));
        matches!(overlay, Overlay::Entries(entries) if lot(entries.listed))
    };
    let room = model.held.room(workshop);
    let open = room.map_or(0, |room| room.parking.iter().filter(|it| it.done.is_none()).count());
    if model.overlays.last().is_some_and(is_lot) {
        model.overlays.pop();
    } else if open > 0 {
        let listed = Listed::Matter(Matter::Parking, Some(workshop));
        model.overlays.push(Overlay::Entries(Box::new(Entries::new(listed))));
        model.tell(Say::new("entries-parking-left").with("n", open));
        return Vec::new();
    }
    commit(model, EndWorkshop { workshop })
}

/// What came in unseen is shown to the room.
pub(in crate::app) fn reveal(model: &mut Model) -> Vec<Effect> {
    match model.held.item().map(|item| item.id) {
        Some(item) => commit(model, RevealIdeas { item }),
        None => {
            model.refuse(Say::new("refused-no-workshop"));
            Vec::new()
        }
    }
}

pub(super) fn next(model: &mut Model, workshop: WorkshopId) -> Vec<Effect> {
    commit(model, NextItem { workshop })
}

/// What it was chosen from is done with.
pub(super) fn start(model: &mut Model, workshop: WorkshopId) -> Vec<Effect> {
    model.overlays.retain(|overlay| !is_list(overlay));
    model.show.begins = model.show.unasked;
    commit(model, StartWorkshop { workshop })
}

/// Asks what the projector has, once the workshop has begun, where that was never told.
pub(super) fn begun(model: &mut Model) {
    if std::mem::take(&mut model.show.begins) {
        let sheet = preflight(model);
        model.overlays.push(Overlay::Sheet(Box::new(sheet)));
    }
}

pub(super) fn commit(model: &mut Model, command: impl Into<Command>) -> Vec<Effect> {
    model.pending.push_back(Pending::default());
    vec![Effect::commit(command)]
}

pub(super) fn prolong(model: &mut Model, item: AgendaItemId, minutes: i64) -> Vec<Effect> {
    commit(model, Prolong { item, minutes })
}

/// A minute more or less for the item that is held. Where its time is up, the minute counts from now.
pub(super) fn prolong_held(model: &mut Model, minutes: i64) -> Vec<Effect> {
    let now = model.held.now;
    let (Some(item), Some(clock)) = (model.held.item().cloned(), model.held.clock()) else {
        return Vec::new();
    };
    if let Some(set) = model.held.set_clock().filter(|set| set.is_in_rounds()) {
        let set = set.plus(minutes, now);
        return set_clock(model, set);
    }
    if !clock.is_over(now) || minutes < 0 {
        return prolong(model, item.id, minutes);
    }
    let (set, longer) = SetClock::again(&item, minutes, now);
    let mut effects = set_clock(model, set);
    effects.extend(prolong(model, item.id, longer));
    effects
}

/// Pauses, goes on, or begins the next round.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    let now = model.held.now;
    let (Some(item), Some(clock)) = (model.held.item(), model.held.clock()) else {
        return Vec::new();
    };
    let set = model.held.set_clock();
    if clock.is_over(now) {
        return match set.and_then(|set| set.next_round(now)) {
            Some(set) => set_clock(model, set),
            None => {
                model.refuse(Say::new("refused-clock-over"));
                Vec::new()
            }
        };
    }
    let set = match set.filter(|set| set.is_in_rounds()) {
        Some(set) => set.toggled(now),
        None => SetClock::of(item, clock.toggled(now)),
    };
    set_clock(model, set)
}

/// Runs the clock in the rounds of a preset, or for so many minutes.
pub(in crate::app) fn choose(
    model: &mut Model,
    preset: Option<&str>,
    minutes: Option<i64>,
) -> Vec<Effect> {
    let now = model.held.now;
    let Some(item) = model.held.item() else { return Vec::new() };
    let set = match (preset, minutes) {
        (Some(preset), _) => SetClock::rounds(item, preset, now),
        (None, Some(minutes)) => Some(SetClock::minutes(item, minutes, now)),
        (None, None) => {
            model.held.clock = None;
            return vec![Effect::Remember { name: clock::NAME, value: String::new() }];
        }
    };
    set.map(|set| set_clock(model, set)).unwrap_or_default()
}

/// It is remembered, so that it is the same after a crash.
fn set_clock(model: &mut Model, set: SetClock) -> Vec<Effect> {
    let value = set.written();
    model.held.clock = Some(set);
    vec![Effect::Remember { name: clock::NAME, value }]
}
