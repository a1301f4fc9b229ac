//! Writes what the room sees to the one row that the audience's window reads, when it has changed
//! and this window is the one that leads.

use crate::app::{Model, live};
use crate::domain::{Live, WorkshopId};
use crate::store::{Beside, Lead};

use super::saver::Job;
use super::world::World;

/// What this window has shown the room.
#[derive(Debug, Default)]
pub(super) struct Showing {
    running: Option<WorkshopId>,
    lead: Option<Lead>,
    shown: Option<Live>,
}

impl Showing {
    /// It was not written after all.
    pub(super) fn forget(&mut self) {
        self.shown = None;
    }
}

impl World {
    /// Whether there may be anything to be shown, or taken away.
    pub(super) fn has_room(&self, model: &Model) -> bool {
        let shown = self.open.as_ref().is_some_and(|open| open.showing.shown.is_some());
        model.held.running.is_some() || shown
    }

    /// Shows the room what it is to see, where that is something else than before. Answers whether
    /// anything was written.
    pub(super) fn show(&mut self, model: &Model) -> bool {
        let now = self.now().stamp;
        let Some(open) = &mut self.open else { return false };
        let showing = &mut open.showing;
        if showing.running != model.held.running {
            showing.running = model.held.running;
            // A program that another one keeps from leading does not ask again and again.
            if showing.running.is_some() && showing.lead.is_none() && !open.reader.is_copy() {
                showing.lead = Lead::take(&Beside::of(open.reader.path()));
            }
        }
        if showing.lead.is_none() {
            return false;
        }
        let live = live(model, now);
        if showing.running.is_some() && live.is_none() || live == showing.shown {
            // What is not read yet is shown when it is.
            return false;
        }
        showing.shown.clone_from(&live);
        if showing.running.is_none() {
            showing.lead = None;
        }
        drop(open.write(Job::Show(live.map(Box::new), now)));
        true
    }

    /// This window is to lead from here on; false where another one does.
    pub(super) fn lead(&mut self) -> bool {
        let Some(open) = &mut self.open else { return false };
        if open.showing.lead.is_none() && !open.reader.is_copy() {
            open.showing.lead = Lead::take(&Beside::of(open.reader.path()));
        }
        open.showing.lead.is_some()
    }
}
