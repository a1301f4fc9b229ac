//! What a file is before SQLite touches it, told from its own bytes and those of the log beside it.
//! Nothing is changed, and no file is made.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::beside::Beside;
use super::header::{
    FRAME_HEAD, HEAD, Header, LOG_HEAD, LogHeader, Salt, Wrong, is_commit, page_of, version_in,
};
use super::open::OpenError;
use super::{held, rights, schema};

/// What stands where the file should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    Ours,
}

/// A name of more bytes leaves no room for the names of what lies beside the file.
const LONGEST_NAME: usize = 200;

/// Tells a file of ours from all else. A file that this process has open was looked at when it was
/// opened.
pub fn look(path: &Path) -> Result<Found, OpenError> {
    Ok(header(path)?.map_or(Found::Nothing, |_| Found::Ours))
}

/// What [`look`] finds.
pub(super) enum Known {
    /// It is open already.
    Held,
    Read(Header),
}

pub(super) fn header(path: &Path) -> Result<Option<Known>, OpenError> {
    let name = path.file_name().ok_or(OpenError::NotAFile)?;
    if name.len() > LONGEST_NAME {
        return Err(OpenError::LongName);
    }
    let metadata = match std::fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return if has_been(path) { Err(OpenError::Vanished) } else { Ok(None) };
        }
        Err(error) => return Err(error.into()),
    };
    rights::check(path, &metadata)?;
    if metadata.len() == 0 {
        return Err(if has_been(path) { OpenError::Vanished } else { OpenError::Empty });
    }
    let read = held::by_hand(&metadata, || match inside(path) {
        // Another program may just have been at it.
        Err(OpenError::Damaged) => inside(path),
        read => read,
    });
    read.map_or(Ok(Some(Known::Held)), |read| Ok(Some(Known::Read(read?))))
}

/// Whether what lies beside the file tells that there was one.
fn has_been(path: &Path) -> bool {
    let beside = Beside::of(path);
    // Invented ideas can be had again at any time.
    if beside.is_demo() {
        return false;
    }
    let is_backup = |entry: io::Result<std::fs::DirEntry>| {
        let name = entry.ok()?.file_name().to_string_lossy().into_owned();
        let rest = name.strip_prefix(beside.stem())?.strip_prefix('-')?;
        // Of `sluss`, not of `sluss-demo`.
        let is_ours = rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("before-");
        (is_ours && name.ends_with(".db")).then_some(())
    };
    let backups = || std::fs::read_dir(beside.backups()).into_iter().flatten();
    beside.lock().exists() || backups().any(|entry| is_backup(entry).is_some())
}

fn inside(path: &Path) -> Result<Header, OpenError> {
    let mut file = File::open(path)?;
    let mut head = Vec::with_capacity(HEAD);
    file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let header = Header::read(&head).map_err(|wrong| match wrong {
        Wrong::Foreign => OpenError::Foreign,
        Wrong::Damaged => OpenError::Damaged,
    })?;
    check_version(header.version)?;
    let bytes = file.metadata()?.len();
    let log = beside(path, "-wal");
    // What is being written, or was when a program was killed, is put right from what lies beside.
    let is_amidst = size(&log) > 0 || size(&beside(path, "-journal")) > 0;
    if !is_amidst && !header.fits(bytes) {
        return Err(OpenError::Damaged);
    }
    if header.has_log {
        check_version(newest_version(&log).unwrap_or(0))?;
    }
    Ok(header)
}

pub(super) fn check_version(found: i64) -> Result<(), OpenError> {
    let known = schema::version();
    if found > known { Err(OpenError::Newer { found, known }) } else { Ok(()) }
}

/// SQLite's own neighbours: `-wal`, `-shm`, `-journal`.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// None where there is no such file.
pub(super) fn size(path: &Path) -> u64 {
    std::fs::symlink_metadata(path).map_or(0, |metadata| metadata.len())
}

/// What the log of a file is known by; none where there is none. Its locks are elsewhere, so it can
/// be read by hand at any time.
pub(super) fn salt(file: &Path) -> Option<Salt> {
    let mut head = [0_u8; LOG_HEAD];
    plain(&beside(file, "-wal")).ok()?.read_exact(&mut head).ok()?;
    Some(LogHeader::read(&head)?.salt)
}

/// The highest version in the log, which may be newer than that in the file itself.
fn newest_version(log: &Path) -> io::Result<i64> {
    let mut log = plain(log)?;
    let mut head = [0_u8; LOG_HEAD];
    log.read_exact(&mut head)?;
    let Some(header) = LogHeader::read(&head) else { return Ok(0) };
    let bytes = log.metadata()?.len();
    let (mut newest, mut unsure) = (0, 0);
    for nth in 0.. {
        // Whoever was killed may have left a frame without its page.
        if header.frame(nth + 1) > bytes {
            break;
        }
        let mut frame = [0_u8; FRAME_HEAD];
        log.seek(SeekFrom::Start(header.frame(nth)))?;
        if log.read_exact(&mut frame).is_err() || !header.is_ours(&frame) {
            break;
        }
        if page_of(&frame) == 1 {
            let mut page = [0_u8; HEAD];
            if log.read_exact(&mut page).is_err() {
                break;
            }
            unsure = version_in(&page).max(unsure);
        }
        // What was never committed does not count.
        if is_commit(&frame) {
            newest = newest.max(unsure);
        }
    }
    Ok(newest)
}

/// A plain file; anything else is not opened, as it might wait for ever.
fn plain(path: &Path) -> io::Result<File> {
    if !std::fs::symlink_metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    File::open(path)
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::*;

    fn fresh() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sluss.db");
        drop(Store::open(&path, "one".into()).unwrap());
        (folder, path)
    }

    /// What a file with these bytes is, and that looking at it leaves the folder as it was.
    fn looked_at(bytes: &[u8]) -> OpenError {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sluss.db");
        std::fs::write(&path, bytes).unwrap();
        let error = look(&path).unwrap_err();
        assert!(Store::open(&path, "two".into()).is_err());
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        error
    }

    #[test]
    fn a_file_is_told_by_its_bytes_and_left_as_it_is() {
        let (_folder, path) = fresh();
        let ours = std::fs::read(&path).unwrap();
        assert!(matches!(looked_at(b""), OpenError::Empty));
        assert!(matches!(looked_at(&[7; 9000]), OpenError::Foreign));
        assert!(matches!(looked_at(&ours[..ours.len() - 1]), OpenError::Damaged));
        assert!(matches!(looked_at(&ours[..ours.len() - 4096]), OpenError::Damaged));
        assert!(matches!(looked_at(&ours[..60]), OpenError::Damaged));
        let mut zeroed = ours.clone();
        zeroed[..100].fill(0);
        assert!(matches!(looked_at(&zeroed), OpenError::Damaged));
        let mut newer = ours.clone();
        newer[60..64].copy_from_slice(&999_u32.to_be_bytes());
        assert!(matches!(looked_at(&newer), OpenError::Newer { found: 999, .. }));
        let mut foreign = ours.clone();
        foreign[68..72].copy_from_slice(&1_u32.to_be_bytes());
        assert!(matches!(looked_at(&foreign), OpenError::Foreign));
    }

    #[test]
    fn a_file_that_was_there_is_never_begun_anew() {
        let (folder, path) = fresh();
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(Store::open(&path, "two".into()), Err(OpenError::Vanished)));
        std::fs::write(&path, "").unwrap();
        assert!(matches!(look(&path), Err(OpenError::Vanished)));
        let other = folder.path().join("other.db");
        assert_eq!(look(&other).unwrap(), Found::Nothing);
        let backups = folder.path().join("backups");
        std::fs::create_dir(&backups).unwrap();
        std::fs::write(backups.join("other-demo-2026-11-23T14.02.11-seq000001.db"), "").unwrap();
        assert_eq!(look(&other).unwrap(), Found::Nothing);
        std::fs::write(backups.join("other-2026-11-23T14.02.11-seq000001.db"), "").unwrap();
        assert!(matches!(look(&other), Err(OpenError::Vanished)));
    }

    #[test]
    fn a_newer_version_that_stands_only_in_the_log_is_seen() {
        let (_folder, path) = fresh();
        let newer = rusqlite::Connection::open(&path).unwrap();
        newer.pragma_update(None, "user_version", 999).unwrap();
        let log = std::fs::read(beside(&path, "-wal")).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert!(matches!(look(&path), Err(OpenError::Newer { found: 999, .. })));
        assert_eq!(std::fs::read(beside(&path, "-wal")).unwrap(), log);
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }

    #[test]
    fn a_version_whose_last_page_never_came_to_the_log_is_not_there() {
        let (_folder, path) = fresh();
        let newer = rusqlite::Connection::open(&path).unwrap();
        newer.pragma_update(None, "user_version", 999).unwrap();
        let log = std::fs::read(beside(&path, "-wal")).unwrap();
        drop(newer);
        std::fs::write(beside(&path, "-wal"), &log[..log.len() - 4096]).unwrap();
        assert_eq!(newest_version(&beside(&path, "-wal")).unwrap(), 0);
        std::fs::write(beside(&path, "-wal"), &log).unwrap();
        assert_eq!(newest_version(&beside(&path, "-wal")).unwrap(), 999);
    }

    #[test]
    fn a_name_without_room_for_its_neighbours_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{}.db", "x".repeat(240)));
        assert!(matches!(look(&path), Err(OpenError::LongName)));
    }
}
