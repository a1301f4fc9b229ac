//! What is known of a file that cannot be read, and what each way on does to it.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::app::{Broken, WayOn};
use crate::domain::{Backup, Say, Soundness};
use crate::store::restore::{self, RestoreError, Restoring, is_unreadable};
use crate::store::salvage::{self, Salvaged};
use crate::store::{Beside, Fault, OpenError, Request, Temporary, backup, zone};

use super::fault;
use super::why::{not_restored, not_salvaged};

/// What is known of a file that was not opened; none where nothing can be done about it here.
pub fn broken(file: &Path, error: &OpenError) -> Option<Broken> {
    let beside = Beside::of(file);
    let copies = backup::list(&beside).unwrap_or_default();
    let id = match error {
        OpenError::Damaged | OpenError::Schema(_) => "recover-damaged-file",
        OpenError::Fault(fault) if fault.is_damaged() => "recover-damaged-file",
        OpenError::Vanished => "recover-gone",
        OpenError::Empty => "recover-empty",
        OpenError::StrangeLog => "recover-strange-log",
        // Something else may lie there on purpose, unless there were ideas.
        OpenError::Foreign if !copies.is_empty() => "recover-foreign",
        _ => return None,
    };
    if !is_unreadable(error) {
        return None;
    }
    Some(told(file, Say::new(id), copies))
}

/// The same of a file that was opened and cannot be read.
pub(super) fn broken_inside(file: &Path, fault: &Fault) -> Option<Broken> {
    if !fault.is_damaged() {
        return None;
    }
    let copies = backup::list(&Beside::of(file)).unwrap_or_default();
    Some(told(file, Say::new("recover-damaged-file"), copies))
}

fn told(file: &Path, why: Say, mut copies: Vec<Backup>) -> Broken {
    let beside = Beside::of(file);
    let mut damaged = 0;
    let newest = copies.iter_mut().find_map(|copy| {
        copy.soundness = backup::check(&beside, copy);
        let ideas = backup::ideas(&beside, copy).filter(|_| copy.soundness == Soundness::Good);
        damaged += usize::from(ideas.is_none());
        Some((copy.clone(), ideas?))
    });
    Broken { why, newest, damaged, readable: salvage::survey(file) }
}

/// What a way on led to.
pub(super) struct Recovered {
    pub(super) told: Say,
    /// The file to open instead, which goes when it is closed.
    pub(super) instead: Option<(Temporary, PathBuf)>,
}

/// Takes a way on. What cannot be read is put aside byte for byte, never written over.
pub(super) fn recover(
    file: &Path,
    way: &WayOn,
    request: Request,
    run: &str,
) -> Result<Recovered, Say> {
    fault::sticks_on_recovering(file);
    assert!(!fault::strikes("panic-recover"), "a fault on purpose");
    let beside = Beside::of(file);
    let now = zone().to_datetime(Timestamp::now());
    let there = |told| Recovered { told, instead: None };
    match way {
        WayOn::Restore(copy) => {
            let restoring = Restoring { file, beside: &beside, copy, request, run, now };
            let restored =
                restore::prepare(&restoring).and_then(|ready| restore::switch(file, ready));
            let aside = restored.map_err(|error| not_restored(&error, copy, file))?;
            Ok(there(with_aside("told-recovered", "told-recovered-only", aside)))
        }
        WayOn::Salvage => {
            let failed = |error: RestoreError| not_salvaged(&error, file);
            let (ready, salvaged) =
                salvage::salvage(file, beside.folder(), request, run, now).map_err(failed)?;
            if salvaged.is_nothing() {
                return Err(Say::new("refused-nothing-readable"));
            }
            restore::switch(file, ready).map_err(failed)?;
            Ok(there(told_salvaged(&salvaged)))
        }
        WayOn::Read => {
            let failed = |error: RestoreError| not_salvaged(&error, file);
            let instead = salvage::to_read(file, request, run, now).map_err(failed)?;
            Ok(Recovered { told: Say::new("told-only-readable"), instead: Some(instead) })
        }
        WayOn::Begin => {
            let begun = restore::begin_anew(file, now);
            let aside = begun.map_err(|error| not_salvaged(&error, file))?;
            Ok(there(with_aside("told-begun-anew", "told-begun", aside)))
        }
    }
}

/// Where something was put aside, that is told.
fn with_aside(id: &'static str, alone: &'static str, aside: Option<PathBuf>) -> Say {
    Say::new(if aside.is_some() { id } else { alone })
}

fn told_salvaged(salvaged: &Salvaged) -> Say {
    let lost = salvaged.lost.iter().map(|(_, n)| n).sum::<usize>() + salvaged.lost_steps;
    let id = if salvaged.is_more_lost { "told-salvaged-in-part" } else { "told-salvaged" };
    Say::new(id).with("ideas", salvaged.ideas).with("lost", lost)
}
