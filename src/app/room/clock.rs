//! The clock of the item that is held. By itself it runs from when the item began for as long as is
//! planned; where somebody paused it or let it run in rounds, that is remembered beside the journal.

use serde::{Deserialize, Serialize};

use crate::domain::{AgendaItem, AgendaItemId, Clock, ClockPreset, Stamp, Templates};

/// The name under which it is remembered.
pub(super) const NAME: &str = "clock";

const MINUTE: i64 = 60_000;

/// A clock as somebody set it, and for what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetClock {
    item: AgendaItemId,
    /// An item that is begun anew has its own clock again.
    began: Option<Stamp>,
    clock: Clock,
    /// The minutes that the item had then: what it was given since is added.
    planned: i64,
    rounds: Option<Rounds>,
}

/// Which round of a preset it is, from nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Rounds {
    preset: String,
    nth: usize,
}

/// The clock that an item has by itself.
pub(super) fn own(item: &AgendaItem) -> Clock {
    match item.started {
        Some(began) => moved(Clock::Running { ends: began }, item.minutes),
        None => Clock::set(item.minutes),
    }
}

/// So many minutes later, whatever the time is.
fn moved(clock: Clock, minutes: i64) -> Clock {
    let by = minutes.saturating_mul(MINUTE);
    match clock {
        Clock::Running { ends } => Clock::Running { ends: Stamp(ends.0.saturating_add(by)) },
        Clock::Paused { left } => Clock::Paused { left: left.saturating_add(by).max(0) },
        Clock::Over => Clock::Over,
    }
}

impl SetClock {
    pub(super) fn of(item: &AgendaItem, clock: Clock) -> SetClock {
        SetClock { item: item.id, began: item.started, clock, planned: item.minutes, rounds: None }
    }

    /// The time was up; it runs again from now, and the item is that much longer: by how many minutes
    /// comes with it.
    pub(super) fn again(item: &AgendaItem, minutes: i64, now: Stamp) -> (SetClock, i64) {
        let clock = Clock::start(minutes, now);
        let began = item.started.unwrap_or(now);
        let lasts = (now.0 + minutes * MINUTE - began.0 + MINUTE - 1) / MINUTE;
        let longer = (lasts - item.minutes).max(minutes);
        let set = SetClock { planned: item.minutes + longer, ..SetClock::of(item, clock) };
        (set, longer)
    }

    /// For so many minutes from now, whatever was planned.
    pub(super) fn minutes(item: &AgendaItem, minutes: i64, now: Stamp) -> SetClock {
        SetClock::of(item, Clock::start(minutes, now))
    }

    /// The rounds of a preset, from the first.
    pub(super) fn rounds(item: &AgendaItem, preset: &str, now: Stamp) -> Option<SetClock> {
        let first = *find(preset)?.rounds.first()?;
        let rounds = Some(Rounds { preset: preset.to_owned(), nth: 0 });
        Some(SetClock { rounds, ..SetClock::minutes(item, first, now) })
    }

    pub(super) fn read(written: &str) -> Option<SetClock> {
        serde_json::from_str(written).ok()
    }

    pub(super) fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(super) fn is_of(&self, item: &AgendaItem) -> bool {
        self.item == item.id && self.began == item.started
    }

    pub(super) fn clock(&self, item: &AgendaItem) -> Clock {
        if self.is_in_rounds() {
            return self.clock;
        }
        moved(self.clock, item.minutes - self.planned)
    }

    pub(super) fn is_in_rounds(&self) -> bool {
        self.rounds.is_some()
    }

    /// The preset, which round it is from one, and how many there are.
    pub fn round(&self) -> Option<(&'static ClockPreset, usize, usize)> {
        let rounds = self.rounds.as_ref()?;
        let preset = find(&rounds.preset)?;
        Some((preset, rounds.nth + 1, preset.rounds.len()))
    }

    pub(super) fn next_round(&self, now: Stamp) -> Option<SetClock> {
        let rounds = self.rounds.as_ref()?;
        let nth = rounds.nth + 1;
        let minutes = *find(&rounds.preset)?.rounds.get(nth)?;
        let rounds = Some(Rounds { nth, ..rounds.clone() });
        Some(SetClock { clock: Clock::start(minutes, now), rounds, ..self.clone() })
    }

    pub(super) fn plus(&self, minutes: i64, now: Stamp) -> SetClock {
        SetClock { clock: self.clock.plus(minutes, now), ..self.clone() }
    }

    pub(super) fn toggled(&self, now: Stamp) -> SetClock {
        SetClock { clock: self.clock.toggled(now), ..self.clone() }
    }
}

fn find(preset: &str) -> Option<&'static ClockPreset> {
    Templates::get().clocks.iter().find(|known| known.key == preset)
}
