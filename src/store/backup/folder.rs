//! The folder of backups: for its owner's eyes only, and for one program at a time that adds to it.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::store::rights;

use super::name;

/// Where more than one program takes copies, they take turns.
const LOCK: &str = ".sluss.lock";

/// Held while a copy is taken: nobody else is at it in the meantime.
pub(in crate::store) struct Held {
    folder: PathBuf,
    _lock: File,
}

impl Held {
    /// Makes the folder where it is missing, and waits for whoever is at it. What a copy that broke
    /// off has left is removed.
    pub(in crate::store) fn new(folder: &Path) -> io::Result<Held> {
        rights::private_folder(folder)?;
        let lock = options().write(true).create(true).open(folder.join(LOCK))?;
        lock.lock()?;
        let held = Held { folder: folder.to_owned(), _lock: lock };
        held.sweep()?;
        Ok(held)
    }

    /// Nobody else is at it, so that what is half is left over; so is what tells of no copy.
    fn sweep(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let text = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let text = text.unwrap_or_default();
            // Nothing goes but what bears our names: the folder may be anybody's.
            let half =
                text.starts_with('.') && text.trim_end_matches("-journal").ends_with(name::HALF);
            let lone = text
                .strip_suffix(name::SIDECAR)
                .is_some_and(|copy| name::is_ours(copy) && !self.folder.join(copy).exists());
            if half || lone {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// An empty file that only its owner can read, to be filled.
    pub(super) fn half(&self, name: &str) -> io::Result<PathBuf> {
        let path = self.folder.join(format!(".{name}{}", name::HALF));
        options().write(true).create_new(true).open(&path)?;
        Ok(path)
    }

    /// Puts a whole copy in its place, with what tells of it. It appears whole or not at all, and
    /// what tells of it is there first.
    pub(super) fn land(&self, half: &Path, name: &str, beside: &str) -> io::Result<PathBuf> {
        let place = self.folder.join(name);
        if place.exists() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let told = self.half(&format!("{name}{}", name::SIDECAR))?;
        fs::write(&told, beside)?;
        File::open(&told)?.sync_all()?;
        File::open(half)?.sync_all()?;
        fs::rename(&told, self.folder.join(format!("{name}{}", name::SIDECAR)))?;
        fs::rename(half, &place)?;
        sync(&self.folder)?;
        Ok(place)
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// What was renamed in a folder stays so, whatever happens next.
#[cfg(unix)]
pub(in crate::store) fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened for that, and need not be.
#[cfg(not(unix))]
pub(in crate::store) fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
