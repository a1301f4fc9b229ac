//! The copies that there are. A half one never counts, and one whose bytes have changed is told.

use std::io;
use std::path::Path;

use crate::domain::{Backup, Soundness, Why};
use crate::store::Beside;
use crate::store::open::as_it_is;

use super::{name, sha256};

/// The copies of a file, the newest first. Their bytes are not read: that is `check`'s affair.
pub fn list(beside: &Beside) -> io::Result<Vec<Backup>> {
    list_in(&beside.backups(), beside.stem(), &|_| true)
}

/// The copies in a folder of those boards that are meant; of some it is not told.
pub(super) fn list_in(
    folder: &Path,
    stem: &str,
    is_meant: &dyn Fn(Option<&str>) -> bool,
) -> io::Result<Vec<Backup>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let file = entry.file_name().to_string_lossy().into_owned();
        let Some((taken, seq, before_restore)) = name::read(stem, &file) else { continue };
        // A link or a folder is no copy of ours.
        let Ok(metadata) = entry.metadata() else { continue };
        if !metadata.is_file() {
            continue;
        }
        let told = told(folder, &file);
        let soundness = if told.is_some() { Soundness::Unknown } else { Soundness::Damaged };
        let told = told.unwrap_or_default();
        if !is_meant(told.board.as_deref()) {
            continue;
        }
        let why = if before_restore { Some(Why::BeforeRestore) } else { told.why };
        let (bytes, millis, flaws) = (metadata.len(), told.millis, told.flaws);
        found.push(Backup { name: file, taken, seq, bytes, why, soundness, flaws, millis });
    }
    found.sort_by(|one, other| other.order().cmp(&one.order()));
    Ok(found)
}

/// What stands beside a copy; none where nothing does.
pub(super) fn told(folder: &Path, file: &str) -> Option<name::Beside> {
    let path = folder.join(format!("{file}{}", name::SIDECAR));
    name::Beside::read(&std::fs::read_to_string(path).ok()?)
}

/// Which board a copy is said to be of; none where nothing beside it says so.
pub(in crate::store) fn board_of(copy: &Path) -> Option<String> {
    told(copy.parent()?, &copy.file_name()?.to_string_lossy())?.board
}

/// Reads a copy's bytes: are they those that were checked when it was taken?
pub fn check(beside: &Beside, copy: &Backup) -> Soundness {
    check_in(&beside.backups(), copy)
}

pub(super) fn check_in(folder: &Path, copy: &Backup) -> Soundness {
    match sha256(&folder.join(&copy.name)) {
        Ok(hash) => is_told(folder, copy, &hash),
        Err(_) => Soundness::Damaged,
    }
}

/// Whether a hash is that of a copy.
pub(in crate::store) fn check_bytes(beside: &Beside, copy: &Backup, hash: &str) -> Soundness {
    is_told(&beside.backups(), copy, hash)
}

fn is_told(folder: &Path, copy: &Backup, hash: &str) -> Soundness {
    let told = told(folder, &copy.name);
    if told.is_some_and(|told| told.hash == hash) { Soundness::Good } else { Soundness::Damaged }
}

/// How many ideas are in a copy, removed ones too; none where it cannot be opened.
pub fn ideas(beside: &Beside, copy: &Backup) -> Option<usize> {
    let (connection, _held) = as_it_is(&beside.backups().join(&copy.name)).ok()?;
    let n: i64 = connection.query_row("SELECT count(*) FROM idea", [], |row| row.get(0)).ok()?;
    usize::try_from(n).ok()
}

/// The newest step that is in a copy; none where there is no copy.
pub fn newest_seq(beside: &Beside) -> Option<i64> {
    let whole = |copy: &Backup| copy.soundness != Soundness::Damaged;
    Some(list(beside).ok()?.into_iter().find(whole)?.seq)
}
