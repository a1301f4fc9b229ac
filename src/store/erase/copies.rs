//! The copies of a file that are ours: backups beside it and in the second folder, what was set aside
//! at a restore, damaged and salvaged files. Each is written anew without what is to go; one that is
//! damaged beyond reading is deleted, and one that only cannot be read just now stops it all.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::domain::{Remedy, Removal};
use crate::store::backup::{Anew, Held, sha256, sync};
use crate::store::integrity::{Depth, look_through};
use crate::store::look::{beside as with, check_version};
use crate::store::{Beside, Cancel, Fault, OpenError, Request, schema};

use super::ours::{LEFTOVERS, Ours, files};
use super::rewrite::{self, Done};
use super::{EraseError, PREFIX};

const SIDECAR: &str = ".sha256";

/// What files are called that are being made beside a file, here and elsewhere.
const HALVES: [&str; 2] = [PREFIX, ".sluss-"];

/// Nobody is at a copy for longer.
const PATIENCE: Duration = Duration::from_secs(1);

/// Takes turns in the folders where copies lie: nobody else takes one there, nor sweeps what is half,
/// until this is dropped.
pub(super) fn turns(beside: &Beside, ours: &Ours) -> Result<Vec<Held>, EraseError> {
    let lie_in = ours.copies.iter().filter_map(|copy| copy.parent());
    let elsewhere = lie_in.filter(|it| *it != beside.folder()).map(Path::to_owned);
    let own = Some(beside.backups()).filter(|it| it.is_dir());
    // By one name each, and in one order, so that nobody waits for each other.
    let mut folders: Vec<PathBuf> =
        own.into_iter().chain(elsewhere).filter_map(|it| fs::canonicalize(it).ok()).collect();
    folders.sort();
    folders.dedup();
    let held = |folder: PathBuf| {
        Held::new(&folder).map_err(|error| EraseError::Io { path: folder, error })
    };
    folders.into_iter().map(held).collect()
}

/// Removes what those left half made who were killed. Whether they were can be told only while nobody
/// is at any file of the folder; until then it stays, and is searched as all else.
pub(super) fn sweep(beside: &Beside) -> io::Result<()> {
    let name = |path: &Path| path.file_name().map(|it| it.to_string_lossy().into_owned());
    let mut locks = Vec::new();
    for path in files(beside.folder())? {
        if path.extension().is_none_or(|it| it != "lock") || path == beside.lock() {
            continue;
        }
        match File::open(&path).map(|lock| (lock.try_lock(), lock)) {
            Ok((Err(TryLockError::WouldBlock), _)) | Err(_) => return Ok(()),
            Ok((_, lock)) => locks.push(lock),
        }
    }
    let is_half = |path: &PathBuf| {
        let begins = |name: String| HALVES.iter().any(|half| name.starts_with(half));
        name(path).is_some_and(begins)
    };
    for folder in [beside.folder().to_owned(), beside.drafts()] {
        for half in files(&folder)?.iter().filter(|path| is_half(path)) {
            remove(half)?;
        }
    }
    Ok(())
}

/// What became of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Rewritten,
    Deleted,
    /// There was nothing in it to change.
    Untouched,
    /// It went with what it is about.
    Gone,
    /// It is of a newer version, and is as it was.
    Newer,
}

/// Takes in what the copies know of the person, before any is written anew: what one of them knows may
/// stand in the texts of another. One that cannot be read is met again when it is its turn.
pub(super) fn learn(ours: &Ours, removal: &Removal, done: &mut Done) {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    for copy in &ours.copies {
        let Ok(connection) = Connection::open_with_flags(copy, flags) else { continue };
        let _ = connection
            .busy_timeout(Duration::ZERO)
            .map_err(Fault::from)
            .and_then(|()| rewrite::learn(&connection, removal, done));
    }
}

/// Writes a copy anew. Only one that is damaged is deleted.
pub(super) fn see_to(
    path: &Path,
    removal: &Removal,
    request: Request,
    done: &mut Done,
) -> Result<Fate, EraseError> {
    let failed = |fault| EraseError::Copy { path: path.to_owned(), fault };
    match database(path, removal, request, done) {
        Ok(()) => Ok(Fate::Rewritten),
        Err(EraseError::Open(OpenError::Newer { .. })) => Ok(Fate::Newer),
        Err(EraseError::Open(OpenError::Io(error))) => {
            Err(EraseError::Io { path: path.to_owned(), error })
        }
        Err(EraseError::Fault(fault) | EraseError::Open(OpenError::Fault(fault)))
            if is_passing(&fault) =>
        {
            Err(failed(fault))
        }
        Err(EraseError::Io { path, error }) => Err(EraseError::Io { path, error }),
        // What it says is nothing that can be understood: it must not stay as it is.
        Err(_) => delete(path),
    }
}

/// It is not what stands in the copy: the disk is full or fails, somebody else is at it.
fn is_passing(fault: &Fault) -> bool {
    let is_scarce = fault.code() == Some(ErrorCode::OutOfMemory);
    fault.is_busy()
        || fault.is_full()
        || fault.is_of_the_disk()
        || fault.is_read_only()
        || is_scarce
}

/// A copy gives way to another of the same name, which is there whole or not at all.
fn database(
    path: &Path,
    removal: &Removal,
    request: Request,
    done: &mut Done,
) -> Result<(), EraseError> {
    let place = path.parent().unwrap_or(Path::new("."));
    let failed = |error| EraseError::Io { path: path.to_owned(), error };
    let anew = Anew::of(path).map_err(failed)?;
    let fresh = copy_of(path, place)?;
    let mut connection = workshop(&fresh)?;
    is_ours(&connection)?;
    schema::begin(&mut connection).map_err(EraseError::Open)?;
    rewrite::copy(&mut connection, removal, request, done)?;
    let whole = finish(connection, place)?;
    let told = with(path, SIDECAR);
    let hash = sha256(&whole).map_err(failed)?;
    let flaws = flaws(&whole)?;
    for leftover in LEFTOVERS {
        remove(&with(path, leftover)).map_err(failed)?;
    }
    // Whoever is killed between the two finds that the copy is one of both.
    match anew.told(&hash, flaws, true) {
        Some(text) => replace(&told, text.as_bytes()).map_err(failed)?,
        // Its bytes were not those that were checked: no hash says now that they are.
        None => remove(&told).map_err(failed)?,
    }
    put(whole, path).map_err(failed)?;
    match anew.told(&hash, flaws, false) {
        Some(text) => replace(&told, text.as_bytes()).map_err(failed),
        None => Ok(()),
    }
}

/// A file of ours with something in it, and none that a newer version wrote.
fn is_ours(connection: &Connection) -> Result<(), EraseError> {
    let one = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let version = one("user_version")?;
    if version == 0 || one("application_id")? != i64::from(schema::APPLICATION_ID) {
        return Err(EraseError::Fault(Fault::Unreadable("not a file of this program".into())));
    }
    check_version(version).map_err(EraseError::Open)
}

/// How much in a copy is not as it was written.
fn flaws(whole: &Path) -> Result<usize, EraseError> {
    let seen = look_through(&there(whole)?, Depth::Whole, &Cancel::default())?;
    let lost = |remedy| matches!(remedy, Remedy::Restore | Remedy::Backup);
    Ok(seen.findings.iter().filter(|finding| lost(finding.remedy())).count())
}

/// A private copy of a whole file, in the same folder.
pub(super) fn copy_of(path: &Path, folder: &Path) -> Result<tempfile::TempPath, EraseError> {
    let fresh = fresh(folder)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let source = Connection::open_with_flags(real(path)?, flags)?;
    source.busy_timeout(PATIENCE)?;
    source.pragma_update(None, "trusted_schema", false)?;
    source.execute("VACUUM INTO ?1", [fresh.to_string_lossy()])?;
    Ok(fresh)
}

/// NOFOLLOW is meant for the file itself, not for its folders.
fn real(path: &Path) -> Result<PathBuf, EraseError> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |error| EraseError::Io { path: folder.to_owned(), error };
    Ok(fs::canonicalize(folder).map_err(failed)?.join(path.file_name().unwrap_or_default()))
}

/// An empty file for its owner's eyes only.
fn fresh(folder: &Path) -> Result<tempfile::TempPath, EraseError> {
    let failed = |error| EraseError::Io { path: folder.to_owned(), error };
    let file = tempfile::Builder::new().prefix(PREFIX).suffix(".half").tempfile_in(folder);
    Ok(file.map_err(failed)?.into_temp_path())
}

/// A connection to a file that is there: where it is gone, none is made in its place.
fn there(path: &Path) -> Result<Connection, EraseError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// A connection to a private copy. It need not survive anything: it is made anew.
pub(super) fn workshop(path: &Path) -> Result<Connection, EraseError> {
    let connection = there(path)?;
    for (name, value) in
        [("journal_mode", "memory"), ("synchronous", "off"), ("temp_store", "memory")]
    {
        connection.pragma_update(None, name, value)?;
    }
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// The copy once more, with nothing between its rows, looked through from end to end.
pub(super) fn finish(
    connection: Connection,
    folder: &Path,
) -> Result<tempfile::TempPath, EraseError> {
    let whole = fresh(folder)?;
    connection.execute("VACUUM INTO ?1", [whole.to_string_lossy()])?;
    drop(connection);
    let check = there(&whole)?;
    let said: String = check.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    let orphans: i64 =
        check.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if said != "ok" || orphans > 0 {
        return Err(EraseError::Fault(Fault::Unreadable(said)));
    }
    drop(check);
    let failed = |error| EraseError::Io { path: whole.to_path_buf(), error };
    File::open(&whole).and_then(|file| file.sync_all()).map_err(failed)?;
    Ok(whole)
}

/// Puts a whole file in another's place.
pub(super) fn put(whole: tempfile::TempPath, path: &Path) -> io::Result<()> {
    whole.persist(path).map_err(|error| error.error)?;
    sync(path.parent().unwrap_or(Path::new(".")))
}

pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(PREFIX).suffix(".half").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    put(file.into_temp_path(), path)
}

/// A file and all that lies beside it.
pub(super) fn delete(path: &Path) -> Result<Fate, EraseError> {
    for ending in LEFTOVERS.iter().chain([&SIDECAR, &""]) {
        let path = with(path, ending);
        remove(&path).map_err(|error| EraseError::Io { path, error })?;
    }
    Ok(Fate::Deleted)
}

pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}
