//! What is opened where a file is named: the file itself, or a copy of it where it cannot be written.
//! Whoever has it open holds this.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::beside::Beside;
use super::look::{self, Known};
use super::open::OpenError;
use super::place::{self, Access, Place};
use super::presence::Presence;
use super::rights;
use super::temporary::Temporary;

pub(super) struct Site {
    /// The file that was named.
    pub(super) file: PathBuf,
    /// What SQLite is to open.
    pub(super) at: PathBuf,
    pub(super) place: Place,
    /// Its header, where it could be read by hand.
    pub(super) known: Known,
    /// None where what is open is a copy: nobody else has that.
    pub(super) presence: Option<Presence>,
    /// Others could read the file until now.
    pub(super) was_open_to_others: bool,
    /// Goes with the last who has it open.
    copy: Option<Temporary>,
}

impl Site {
    /// Looks at a file that is there, and makes ready to open it.
    pub(super) fn of(file: &Path) -> Result<Arc<Site>, OpenError> {
        let known = look::header(file)?.ok_or(io::Error::from(io::ErrorKind::NotFound))?;
        let at = without_links(file)?;
        let folder = at.parent().ok_or(OpenError::NotAFile)?;
        let place = Place::of(&at, folder);
        let file = file.to_owned();
        if place.access != Access::Full {
            let copy = copied(&at)?;
            let at = copy.path().join(at.file_name().ok_or(OpenError::NotAFile)?);
            let (copy, was_open_to_others) = (Some(copy), false);
            return Ok(Arc::new(Site {
                file,
                at,
                place,
                known,
                presence: None,
                was_open_to_others,
                copy,
            }));
        }
        let presence = Presence::share(&Beside::of(&file))?;
        if presence.has_strange_log() {
            return Err(OpenError::StrangeLog);
        }
        let was_open_to_others = mended(&at);
        let presence = Some(presence);
        Ok(Arc::new(Site { file, at, place, known, presence, was_open_to_others, copy: None }))
    }

    pub(super) fn is_copy(&self) -> bool {
        self.copy.is_some()
    }

    /// Whether what is shared between programs, where it is there, can be written. Otherwise one could
    /// read the file, and not save.
    pub(super) fn may_share_memory(&self) -> bool {
        place::may_write(&look::beside(&self.at, "-shm"))
    }

    pub(super) fn is_odd(&self) -> bool {
        // A copy lies where we put it.
        self.place.system.is_odd() && !self.is_copy()
    }
}

/// What lies beside a file while it is written.
const NEIGHBOURS: [&str; 2] = ["-wal", "-journal"];

/// Takes away what others may do; answers whether they could read the file.
fn mended(at: &Path) -> bool {
    let mend = |path: &Path| {
        let metadata = std::fs::symlink_metadata(path).ok().filter(|found| found.is_file());
        metadata.is_some_and(|metadata| rights::mend(path, &metadata))
    };
    let was_open = mend(at);
    for ending in NEIGHBOURS.iter().chain(&["-shm"]) {
        mend(&look::beside(at, ending));
    }
    was_open
}

/// The path without links in its folders: that the file itself is none was looked at.
pub(super) fn without_links(file: &Path) -> Result<PathBuf, OpenError> {
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = file.file_name().ok_or(OpenError::NotAFile)?;
    Ok(std::fs::canonicalize(folder)?.join(name))
}

/// So often is a file copied that somebody else writes to meanwhile.
const TRIES: u32 = 5;

/// A copy of the file and of what belongs to it, in a folder that only we can enter. It is never
/// opened as one that nobody writes to: what stands in the log would be passed over.
fn copied(at: &Path) -> Result<Temporary, OpenError> {
    let name = at.file_name().ok_or(OpenError::NotAFile)?;
    let all: Vec<PathBuf> = std::iter::once(at.to_owned())
        .chain(NEIGHBOURS.iter().map(|ending| look::beside(at, ending)))
        .collect();
    for _ in 0..TRIES {
        let folder = Temporary::new()?;
        let into = folder.path().join(name);
        let before = all.iter().map(|path| state(path)).collect::<Vec<_>>();
        for (path, ending) in all.iter().zip([""].iter().chain(&NEIGHBOURS)) {
            if look::size(path) > 0 && path.is_file() {
                let mut copy = rights::private_file(&look::beside(&into, ending))?;
                io::copy(&mut File::open(path)?, &mut copy)?;
            }
        }
        if before.iter().eq(&all.iter().map(|path| state(path)).collect::<Vec<_>>()) {
            return Ok(folder);
        }
    }
    Err(OpenError::Taken)
}

/// Differs where a file was written to.
fn state(path: &Path) -> Option<(u64, String)> {
    let metadata = std::fs::symlink_metadata(path).ok()?;
    Some((metadata.len(), format!("{:?}", metadata.modified().ok()?)))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::super::{Reader, Store};

    #[test]
    fn a_backup_is_read_as_a_copy_that_nobody_else_can_enter_and_that_goes_with_the_reader() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backups/sluss-2026.db");
        drop(Store::open(&file, "one".into()).unwrap());
        std::fs::remove_file(folder.path().join("backups/sluss-2026.lock")).unwrap();
        std::fs::write(folder.path().join("backups/sluss-2026.db.sha256"), "").unwrap();
        let before = std::fs::read(&file).unwrap();
        let reader = Reader::open(&file).unwrap();
        assert!(reader.is_copy() && reader.presence().is_none());
        let copy = reader.path().parent().unwrap().to_owned();
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&copy), mode(reader.path())), (0o700, 0o600));
        assert!(Store::open(&file, "two".into()).is_err());
        drop(reader);
        assert!(!copy.exists());
        assert_eq!(std::fs::read(&file).unwrap(), before);
        assert_eq!(std::fs::read_dir(folder.path().join("backups")).unwrap().count(), 2);
    }
}
