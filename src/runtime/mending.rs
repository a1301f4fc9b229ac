//! Before a file is mended a copy of it is kept: what mending makes of it can then be compared with
//! what it was.

use std::path::{Path, PathBuf};

use crate::domain::{Say, Why};
use crate::store::backup::{BackupError, take};
use crate::store::{Beside, Store};

use super::why::{no_backup, not_read};

/// Keeps a copy of a file that is to be mended; answers where it lies. A copy that is as damaged as
/// the file counts for nothing as a backup, and is kept here all the same.
pub fn keep_before_mending(file: &Path, store: &Store) -> Result<PathBuf, Say> {
    let beside = Beside::of(file);
    match take(file, &beside, Why::BeforeBulk) {
        Ok(Some(copy)) => return Ok(beside.backups().join(copy.name)),
        // The file was not wanted as a backup, or its copy is as damaged as itself.
        Ok(None) | Err(BackupError::Unsound(_)) => {}
        Err(error) => return Err(no_backup(&error, &beside.backups())),
    }
    store.keep_as_it_is(&beside).map_err(|fault| not_read(&fault))
}
