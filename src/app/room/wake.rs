//! When the screen shows something else though nobody does anything: each second where a clock's
//! seconds are on it, each minute where only its minutes are, and never where no clock is.

use crate::app::model::Model;
use crate::app::overlay::Overlay;
use crate::domain::{Clock, Stamp};

const MINUTE: i64 = 60_000;

impl Model {
    /// When to look again; never, where all stands still.
    pub fn next_wake(&self, now: Stamp) -> Option<Stamp> {
        let bell = match self.held.clock() {
            Some(Clock::Running { ends }) if self.bell && ends > now => Some(ends),
            _ => None,
        };
        let booth = self.overlays.iter().find_map(|overlay| match overlay {
            Overlay::Voting(voting) => voting.wakes(),
            _ => None,
        });
        [self.shown_until(now), bell, booth].into_iter().flatten().min()
    }

    fn shown_until(&self, now: Stamp) -> Option<Stamp> {
        if let Some(clock) = self.corner_clock() {
            return clock.next_minute(now);
        }
        let clock = self.held.clock().and_then(|clock| clock.next_change(now));
        match self.seen_overlay() {
            _ if self.hides_all() => return None,
            Some(Overlay::RoomView) => return clock,
            _ if self.captures_in_room() => return clock,
            Some(Overlay::RunSheet(sheet)) if self.held.running == Some(sheet.workshop) => {}
            _ => return None,
        }
        // The times of the rest are told in minutes.
        let began = self.held.item()?.started?;
        let minute = Stamp(now.0 + MINUTE - (now.0 - began.0).rem_euclid(MINUTE));
        Some(clock.map_or(minute, |clock| clock.min(minute)))
    }

    /// The clock of the item that is held, where the screen has none of its own: it stands in a
    /// corner, in minutes.
    pub fn corner_clock(&self) -> Option<Clock> {
        let has_own = match self.seen_overlay() {
            Some(Overlay::RoomView | Overlay::TestCard) => true,
            Some(Overlay::RunSheet(sheet)) => self.held.running == Some(sheet.workshop),
            _ => self.captures_in_room(),
        };
        if has_own || self.hides_all() { None } else { self.held.clock() }
    }

    fn hides_all(&self) -> bool {
        self.curtain.is_some() || self.size.is_tiny()
    }

    /// What lies on top; the line of a brain-dump stands below it.
    fn seen_overlay(&self) -> Option<&Overlay> {
        self.overlays.iter().rev().find(|overlay| !matches!(overlay, Overlay::Capture(_)))
    }
}

/// The time is up since then, and it was asked for a sign that can be heard.
pub(in crate::app) fn rings(model: &Model, since: Stamp) -> bool {
    model.bell && model.held.clock().is_some_and(|clock| clock.rang(since, model.held.now))
}
