//! The copies of a file that are ours: backups beside it and in the second folder, what was set aside
//! at a restore, damaged and salvaged files, texts that could not be saved. Each is written anew
//! without what is to go; what cannot be read is deleted.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use sha2::{Digest as _, Sha256};

use crate::domain::{Removal, Wanted};
use crate::store::{Fault, Request, schema};

use super::ours::{LEFTOVERS, files};
use super::rewrite::{self, Done};
use super::{EraseError, PREFIX};

const SIDECAR: &str = ".sha256";

/// What an erasure that was killed left half made.
pub(super) fn half(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let is_half = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX))
    };
    Ok(files(folder)?.into_iter().filter(is_half).collect())
}

/// What became of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Rewritten,
    Deleted,
    /// There was nothing in it to change.
    Untouched,
}

/// Writes a copy anew.
pub(super) fn see_to(
    path: &Path,
    removal: &Removal,
    request: Request,
    done: &Done,
) -> Result<Fate, EraseError> {
    match database(path, removal, request, done) {
        Ok(()) => Ok(Fate::Rewritten),
        Err(EraseError::Io { path, error }) => Err(EraseError::Io { path, error }),
        // Whatever is wrong with it: it must not stay as it is.
        Err(_) => delete(path),
    }
}

/// A copy gives way to another of the same name, which is there whole or not at all.
fn database(
    path: &Path,
    removal: &Removal,
    request: Request,
    done: &Done,
) -> Result<(), EraseError> {
    let place = path.parent().unwrap_or(Path::new("."));
    let fresh = copy_of(path, place)?;
    let mut connection = workshop(&fresh)?;
    schema::begin(&mut connection).map_err(EraseError::Open)?;
    rewrite::copy(&mut connection, removal, request, done)?;
    let whole = finish(connection, place)?;
    let failed = |error| EraseError::Io { path: path.to_owned(), error };
    for leftover in LEFTOVERS {
        remove(&with(path, leftover)).map_err(failed)?;
    }
    put(whole, path).map_err(failed)?;
    sidecar(path).map_err(failed)
}

/// A private copy of a whole file, in the same folder.
pub(super) fn copy_of(path: &Path, folder: &Path) -> Result<tempfile::TempPath, EraseError> {
    let fresh = fresh(folder)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let source = Connection::open_with_flags(real(path)?, flags)?;
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

/// A connection to a private copy. It need not survive anything: it is made anew.
pub(super) fn workshop(path: &Path) -> Result<Connection, EraseError> {
    let connection = Connection::open(path)?;
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
    let check = Connection::open(&whole)?;
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

#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The hash beside a copy is of what the copy is now; remarks stay.
fn sidecar(path: &Path) -> io::Result<()> {
    let told = with(path, SIDECAR);
    let Ok(text) = fs::read_to_string(&told) else { return Ok(()) };
    let hash: String =
        Sha256::digest(fs::read(path)?).iter().map(|byte| format!("{byte:02x}")).collect();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let lines = text.lines().map(|line| match line.starts_with('#') {
        true => format!("{line}\n"),
        false => format!("{hash}  {}\n", name.clone().unwrap_or_default()),
    });
    let text: String = lines.collect();
    replace(&told, text.as_bytes())
}

/// A text file loses the words; it is no file that anything depends on word for word.
pub(super) fn text(path: &Path, wanted: &Wanted, removal: &Removal) -> Result<Fate, EraseError> {
    let Removal::Person(asked) = removal else { return Ok(Fate::Untouched) };
    let failed = |error| EraseError::Io { path: path.to_owned(), error };
    let Ok(text) = String::from_utf8(fs::read(path).map_err(failed)?) else {
        return Ok(Fate::Untouched);
    };
    let traces = wanted.traces(&text);
    let sure: Vec<_> = traces.into_iter().filter(|trace| !trace.is_part).collect();
    if sure.is_empty() {
        return Ok(Fate::Untouched);
    }
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    for trace in sure {
        written.push_str(text.get(from..trace.range.start).unwrap_or_default());
        written.push_str(&asked.mask);
        from = trace.range.end;
    }
    written.push_str(text.get(from..).unwrap_or_default());
    replace(path, written.as_bytes()).map_err(failed)?;
    Ok(Fate::Rewritten)
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
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

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

pub(super) fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
