//! Folders that only we can enter and that go with whoever made them. What those left who were killed
//! is swept: it holds what is nobody else's to read.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::rights;

/// What such a folder is called among the system's temporary files.
const PREFIX: &str = "sluss-copy-";
/// The same beside a file with ideas.
const HIDDEN: &str = ".sluss-copy-";
/// Locked as long as somebody needs the folder.
const ALIVE: &str = "alive";

/// A folder for its owner's eyes only. To be dropped in this order.
#[derive(Debug)]
pub struct Temporary {
    _alive: File,
    folder: TempDir,
}

impl Temporary {
    /// Among the system's temporary files.
    pub fn new() -> io::Result<Temporary> {
        Temporary::made(PREFIX, &std::env::temp_dir())
    }

    /// In a folder with ideas: where there is room for a file, there is room for a copy of it.
    pub(super) fn within(folder: &Path) -> io::Result<Temporary> {
        Temporary::made(HIDDEN, folder)
    }

    fn made(prefix: &str, within: &Path) -> io::Result<Temporary> {
        sweep(within);
        let mut builder = tempfile::Builder::new();
        builder.prefix(prefix);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder.tempdir_in(within)?;
        let alive = rights::private_file(&folder.path().join(ALIVE))?;
        // Where there are no locks, nothing is swept either.
        let _ = alive.try_lock();
        Ok(Temporary { _alive: alive, folder })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// It stays, and is nobody's to sweep.
    pub fn keep(self) -> PathBuf {
        // Without this file it is not known as one of these.
        let _ = std::fs::remove_file(self.folder.path().join(ALIVE));
        self.folder.keep()
    }
}

/// Removes in a folder what those left who were killed.
pub fn sweep(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = entry.metadata().is_ok_and(|it| it.is_dir() && rights::is_mine(&it));
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_ours || !(name.starts_with(PREFIX) || name.starts_with(HIDDEN)) {
            continue;
        }
        let alive = File::open(entry.path().join(ALIVE));
        if alive.is_ok_and(|alive| alive.try_lock().is_ok()) {
            // What cannot go now goes another time.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
