//! A file that cannot be read, and what can be done about it. What it takes is the runtime's affair.

use crate::domain::{Backup, Say};

use super::model::{Model, Notice};
use super::overlay::{self, Overlay};
use super::sheet;

/// What is known of a file that cannot be read. Nothing in it has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// What is wrong with it.
    pub why: Say,
    /// The newest copy that is whole, and how many ideas it has.
    pub newest: Option<(Backup, usize)>,
    /// Copies that are newer and damaged too.
    pub damaged: usize,
    /// How many ideas can be read row by row.
    pub readable: Option<usize>,
}

/// A way on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOn {
    /// Back to a copy.
    Restore(Box<Backup>),
    /// What can be read goes into a new file.
    Salvage,
    /// What can be read is shown, and nothing else is done.
    Read,
    /// An empty file.
    Begin,
}

impl Model {
    /// The file cannot be read: the ways on are all that is on the screen.
    pub fn broken(&mut self, broken: &Broken) {
        self::broken(self, broken);
        // No message may come before it is drawn.
        overlay::settle(self);
    }

    /// The ways on are all that is on the screen.
    pub(super) fn is_broken(&self) -> bool {
        self.overlays.iter().filter_map(Overlay::sheet).any(sheet::Sheet::is_recovery)
    }
}

/// Nothing else is on the screen until something is chosen.
pub(super) fn broken(model: &mut Model, broken: &Broken) {
    model.overlays.clear();
    model.opening = None;
    model.pending.clear();
    if matches!(&model.notice, Some(Notice::Refused(say)) if is_said(say)) {
        model.notice = None;
    }
    let sheet = sheet::recover(model, broken);
    model.overlays.push(Overlay::Sheet(Box::new(sheet)));
}

/// What was found in the file is said by the ways on, and better.
pub(super) fn is_said(say: &Say) -> bool {
    matches!(&*say.id, "failed-file-damaged" | "failed-backup-read")
}
