//! What follows from a copy: another in the second folder, and old ones go.

use std::io;
use std::path::{Path, PathBuf};

use crate::domain::{Backup, Why};
use crate::store::Beside;

use super::folder::Held;
use super::list::{list_in, told};
use super::second::{copy_to, drop_old};
use super::{BackupError, take};

/// How copies are kept, as the person has set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// Where each copy lies a second time.
    pub second: Option<PathBuf>,
    /// All copies together take no more bytes than this in each folder.
    pub most: u64,
    /// None goes: somebody may still want an older one.
    pub paused: bool,
}

impl Keeping {
    /// So much room is taken where nothing else is set.
    pub const MOST: u64 = 1 << 30;
}

impl Default for Keeping {
    fn default() -> Keeping {
        Keeping { second: None, most: Keeping::MOST, paused: false }
    }
}

/// A copy, and what went wrong after it.
#[derive(Debug)]
pub struct Kept {
    pub backup: Backup,
    /// Why it does not lie in the second folder.
    pub second: Option<io::Error>,
}

/// Takes a copy where one is wanted, and sees to all copies.
pub fn keep(
    file: &Path,
    beside: &Beside,
    why: Why,
    keeping: &Keeping,
) -> Result<Option<Kept>, BackupError> {
    let Some(backup) = take(file, beside, why)? else { return Ok(None) };
    let (folder, stem) = (beside.backups(), beside.stem());
    let board = told(&folder, &backup.name).and_then(|told| told.board);
    if !keeping.paused {
        let _held = Held::new(&folder)?;
        let is_meant = |of: Option<&str>| of.is_none() || of == board.as_deref();
        // What cannot go now goes after the next one.
        let _ = drop_old(&folder, &list_in(&folder, stem, &is_meant)?, keeping.most);
    }
    let second = keeping.second.as_deref().and_then(|second| {
        let copied = copy_to(second, beside, &backup).and_then(|()| {
            if keeping.paused {
                return Ok(());
            }
            let _held = Held::new(second)?;
            // Somebody else's board may have the same name.
            let is_meant = |of: Option<&str>| of.is_some() && of == board.as_deref();
            drop_old(second, &list_in(second, stem, &is_meant)?, keeping.most)
        });
        copied.err()
    });
    Ok(Some(Kept { backup, second }))
}
