//! Looking through the file for what is not as this program left it: in part at every start, the
//! whole of it when asked. SQLite's own check sees how the file is built; the sums see what it says.
//! Nothing here changes the file.

mod beside;
mod build;
mod entries;
mod near;
mod records;

use rusqlite::Connection;

pub(super) use entries::{
    ENTRY, LOST, RESTORED, SALVAGED, Told, about, entered, is_altered, moved, standings,
};

use crate::domain::Finding;

use super::{Cancel, Fault, Reader};

/// More than this is told as this many: the file is then beyond mending piece by piece.
const MOST: usize = 10_000;

/// How much of the file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Some hundred records and entries, chosen by the seed; the build of a small file.
    Spot {
        seed: u64,
    },
    Whole,
}

/// What was found, and how much was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspected {
    pub findings: Vec<Finding>,
    pub records: usize,
    pub entries: usize,
    pub drafts: usize,
    /// SQLite's own check ran.
    pub build: bool,
}

impl Reader {
    pub fn inspect(&self, depth: Depth, cancel: &Cancel) -> Result<Inspected, Fault> {
        look_through(&self.connection, depth, cancel)
    }
}

/// Everything that is wrong with a file. Where it was cancelled, what was found until then.
pub(super) fn look_through(
    connection: &Connection,
    depth: Depth,
    cancel: &Cancel,
) -> Result<Inspected, Fault> {
    // All of it is of one moment, whatever is written meanwhile.
    let moment = connection.is_autocommit().then(|| connection.unchecked_transaction());
    let moment = moment.transpose()?;
    let mut look = Look { connection, cancel, depth, seen: Inspected::default() };
    look.at(build::look)?;
    look.at(records::look)?;
    look.at(entries::look)?;
    look.at(beside::look_at_drafts)?;
    if depth == Depth::Whole {
        look.at(records::look_for_orphans)?;
        look.at(records::look_for_lost)?;
        look.at(entries::look_at_standing)?;
        look.at(beside::look_at_derived)?;
        look.at(beside::look_at_counts)?;
        look.at(beside::look_at_memory)?;
    }
    drop(moment);
    Ok(look.seen)
}

/// One looking through, and what it has come to.
struct Look<'a> {
    connection: &'a Connection,
    cancel: &'a Cancel,
    depth: Depth,
    seen: Inspected,
}

impl Look<'_> {
    /// Looks at one thing. That it cannot be read to its end is a finding, and the next is looked at.
    fn at(&mut self, look: fn(&mut Look<'_>) -> Result<(), Fault>) -> Result<(), Fault> {
        if self.cancel.is_set() {
            return Ok(());
        }
        match look(self) {
            Ok(()) => Ok(()),
            Err(_) if self.cancel.is_set() => Ok(()),
            Err(fault) if fault.is_busy() => Err(fault),
            Err(fault) => {
                self.found(Finding::Build(fault.to_string()));
                Ok(())
            }
        }
    }

    fn found(&mut self, finding: Finding) {
        if self.seen.findings.len() < MOST && !self.seen.findings.contains(&finding) {
            self.seen.findings.push(finding);
        }
    }
}

/// Numbers that look like chance and are the same for the same seed.
struct Chance(u64);

impl Chance {
    fn up_to(&mut self, highest: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let highest = u64::try_from(highest).unwrap_or(0).max(1);
        i64::try_from((mixed ^ (mixed >> 31)) % highest).unwrap_or(0) + 1
    }
}
