//! The second folder: a drive of the house, a stick. It may be missing; the first one stands.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::domain::{Backup, Soundness, thin};
use crate::store::Beside;

use super::folder::Held;
use super::list::check_in;
use super::{list, name, sha256};

/// Puts a copy into another folder too, and checks it there.
pub fn copy_to(second: &Path, beside: &Beside, copy: &Backup) -> io::Result<()> {
    // The folder itself is the person's: a stick that is not there is not made.
    if !second.is_dir() {
        return Err(io::ErrorKind::NotFound.into());
    }
    if fs::canonicalize(second)? == fs::canonicalize(beside.backups())? {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let held = Held::new(second)?;
    let from = beside.backups().join(&copy.name);
    let half = held.half(&copy.name)?;
    let copied = fs::copy(&from, &half).and_then(|_| File::open(&half)?.sync_all());
    let told = format!("{}{}", copy.name, name::SIDECAR);
    let landed = copied.and_then(|()| {
        let text = fs::read_to_string(beside.backups().join(told))?;
        let hash = name::Beside::read(&text).map(|told| told.hash);
        if hash != Some(sha256(&half)?) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        // It lies there already, where what lies there is no other board's.
        let is_it = || list::told(second, &copy.name).map(|there| there.hash) == hash;
        match held.land(&half, &copy.name, &text) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && is_it() => Ok(()),
            landed => landed.map(|_| ()),
        }
    });
    if landed.is_err() {
        let _ = fs::remove_file(&half);
    }
    landed
}

/// Removes the copies that are old enough to go. Before one goes, the newest that stays is read.
pub(super) fn drop_old(folder: &Path, there: &[Backup], most: u64) -> io::Result<()> {
    let gone = thin(there, most);
    let stays = there
        .iter()
        .enumerate()
        .find(|(at, copy)| !gone.contains(at) && copy.soundness != Soundness::Damaged);
    match stays {
        Some((_, copy)) if check_in(folder, copy) == Soundness::Good => {}
        _ => return Ok(()),
    }
    for copy in gone.iter().filter_map(|at| there.get(*at)) {
        fs::remove_file(folder.join(&copy.name))?;
        let _ = fs::remove_file(folder.join(format!("{}{}", copy.name, name::SIDECAR)));
    }
    Ok(())
}
