//! Room on the disk: how much there is, and the ballast that is kept for the day when there is none.

use std::fs::File;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use super::{Beside, rights};

/// With less than this free, the person is told, and no ballast is laid.
pub const LITTLE: u64 = 50 << 20;
const BALLAST: usize = 1 << 20;

/// What the folder of the file says when something is to be written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Enough,
    /// The disk is full, or the share of it that we may use.
    None,
}

/// The bytes that may still be written there, where the system tells.
#[cfg(unix)]
pub fn free(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
pub fn free(_: &Path) -> Option<u64> {
    None
}

/// Tries whether anything can be written beside the file.
pub fn feel(beside: &Beside) -> Room {
    let tried = tempfile::Builder::new()
        .prefix(".sluss-")
        .tempfile_in(beside.folder())
        .and_then(|mut file| file.write_all(&[0x5a; 16 << 10]));
    match tried {
        Err(error) if is_full(&error) => Room::None,
        Err(_) | Ok(()) => Room::Enough,
    }
}

pub fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// Lays the ballast where there is none and room enough.
pub fn lay_ballast(beside: &Beside) {
    let path = beside.ballast();
    let there = std::fs::symlink_metadata(&path).is_ok();
    if there || free(beside.folder()).is_none_or(|free| free < LITTLE) {
        return;
    }
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let laid = options.open(&path).and_then(|mut file| {
        rights::make_private(&file, &file.metadata()?);
        file.write_all(&noise())
    });
    if laid.is_err() {
        // Half a ballast is none.
        let _ = std::fs::remove_file(&path);
    }
}

/// Gives the room of the ballast to the file; false where there was none.
pub fn drop_ballast(beside: &Beside) -> bool {
    std::fs::remove_file(beside.ballast()).is_ok()
}

/// What a file system cannot make smaller.
fn noise() -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut bytes = Vec::with_capacity(BALLAST);
    while bytes.len() < BALLAST {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend(state.to_le_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ballast_is_laid_once_and_gives_its_room_back() {
        let folder = tempfile::tempdir().unwrap();
        let beside = Beside::of(&folder.path().join("sluss.db"));
        assert!(!drop_ballast(&beside));
        lay_ballast(&beside);
        if free(folder.path()).is_some_and(|free| free >= LITTLE) {
            assert_eq!(std::fs::metadata(beside.ballast()).unwrap().len(), 1 << 20);
            lay_ballast(&beside);
            assert!(drop_ballast(&beside));
        }
        assert_eq!(feel(&beside), Room::Enough);
    }
}
