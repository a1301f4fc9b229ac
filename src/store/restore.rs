//! Putting another file in the place of the one that stands: a copy taken earlier, or what could be
//! salvaged. The new one is made whole and checked beside it; then a rename, while nobody has the
//! file open, changes them. What stands was copied before, or is put aside byte for byte.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempPath;

use crate::domain::{Backup, Change, Kind, Soundness, There as _, Unreadable, Value, Why};

use super::backup::{self, BackupError, Taking, sha256, sync};
use super::integrity::RESTORED;
use super::rows::Inside;
use super::{Beside, Fault, OpenError, Presence, Reader, Request, connect, open, rights, schema};

/// Why no other file was put in the place of the one that stands. It is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    #[error("the copy is damaged")]
    Damaged,
    #[error("another program has the file open")]
    Busy,
    #[error("something was saved in the meantime")]
    Overtaken,
    #[error(transparent)]
    Before(BackupError),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Fault(#[from] Fault),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl From<rusqlite::Error> for RestoreError {
    fn from(error: rusqlite::Error) -> RestoreError {
        RestoreError::Fault(error.into())
    }
}

/// Which copy is to come back, and what is asked with it.
pub struct Restoring<'a> {
    pub file: &'a Path,
    pub beside: &'a Beside,
    pub copy: &'a Backup,
    pub request: Request,
    /// This run of the program.
    pub run: &'a str,
    /// What the clock on the wall shows.
    pub now: DateTime,
}

/// A whole file that waits to take the place of the one that stands.
#[derive(Debug)]
pub struct Ready {
    pub(super) fresh: TempPath,
    /// The copy of what stands; none where that cannot be read.
    pub before: Option<Backup>,
    pub(super) now: DateTime,
}

/// Takes a copy of what stands and makes a whole file of the copy that is to come back. Where what
/// stands cannot be read, it is put aside later, byte for byte.
pub fn prepare(restoring: &Restoring<'_>) -> Result<Ready, RestoreError> {
    let Restoring { file, beside, copy, now, .. } = *restoring;
    let place = beside.backups().join(&copy.name);
    if backup::check(beside, copy) != Soundness::Good {
        return Err(RestoreError::Damaged);
    }
    let present = match Reader::open(file) {
        Ok(reader) => Some(reader),
        Err(error) if is_unreadable(&error) => None,
        Err(error) => return Err(error.into()),
    };
    let before = match &present {
        Some(_) => {
            let why = Why::BeforeRestore;
            match backup::take_with(&Taking { file, beside, why, now }) {
                Ok(before) => before,
                // What is damaged is put aside instead.
                Err(BackupError::Unsound(_)) => None,
                Err(BackupError::Fault(fault)) if fault.is_damaged() => None,
                Err(error) => return Err(RestoreError::Before(error)),
            }
        }
        None => None,
    };
    let fresh = tempfile::Builder::new()
        .prefix(".sluss-")
        .suffix(".half")
        .tempfile_in(beside.folder())?
        .into_temp_path();
    fs::copy(&place, &fresh)?;
    if backup::check_bytes(beside, copy, &sha256(&fresh)?) != Soundness::Good {
        return Err(RestoreError::Damaged);
    }
    go_on(&fresh, restoring, present.filter(|_| before.is_some()).as_ref())?;
    File::open(&fresh)?.sync_all()?;
    Ok(Ready { fresh, before, now })
}

/// What stands there is nothing that a copy could be taken of.
pub fn is_unreadable(error: &OpenError) -> bool {
    match error {
        OpenError::Foreign
        | OpenError::Damaged
        | OpenError::Empty
        | OpenError::Vanished
        | OpenError::StrangeLog
        | OpenError::Schema(_) => true,
        OpenError::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        OpenError::Fault(fault) => fault.is_damaged(),
        OpenError::Newer { .. }
        | OpenError::NotAFile
        | OpenError::Link
        | OpenError::LinkedFolder
        | OpenError::ManyNames
        | OpenError::NotYours
        | OpenError::OfAnother
        | OpenError::LongName
        | OpenError::NoFolder(_)
        | OpenError::Taken
        | OpenError::ReadOnly
        | OpenError::Outdated { .. } => false,
    }
}

/// The copy goes on where the file was: steps and records are numbered after those that go, what is
/// being typed comes along, and the journal tells what happened.
fn go_on(
    fresh: &Path,
    restoring: &Restoring<'_>,
    present: Option<&Reader>,
) -> Result<(), RestoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(fresh, flags)?;
    connect::harden(&connection)?;
    // No log beside it that could be left behind.
    connection.pragma_update(None, "journal_mode", "memory")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "secure_delete", true)?;
    schema::take_steps(&mut connection)?;
    schema::check(&connection)?;
    let transaction = connection.transaction()?;
    if let Some(present) = present {
        bring_along(&present.connection, &transaction)?;
    }
    let Restoring { copy, request, run, .. } = restoring;
    let label = copy.say(RESTORED);
    Inside(&transaction).note(Request { who: None, ..*request }, run, &label)?;
    transaction.commit()?;
    Ok(())
}

fn bring_along(from: &Connection, to: &Connection) -> Result<(), Fault> {
    let newest: i64 =
        from.query_row("SELECT coalesce(max(seq), 0) FROM journal", [], |row| row.get(0))?;
    to.execute("UPDATE sqlite_sequence SET seq = max(seq, ?1) WHERE name = 'journal'", [newest])?;
    let mut counters = from.prepare("SELECT kind, last FROM id_counter")?;
    let mut rows = counters.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, last): (String, i64) = (row.get(0)?, row.get(1)?);
        to.execute("UPDATE id_counter SET last = max(last, ?2) WHERE kind = ?1", (kind, last))?;
    }
    bring_marks(&Inside(from), &Inside(to))?;
    let mut drafts =
        from.prepare("SELECT target, field, text, was, at, discarded, sum FROM draft")?;
    let mut rows = drafts.query([])?;
    while let Some(row) = rows.next()? {
        let cells = (0..7).map(|at| row.get::<_, rusqlite::types::Value>(at));
        let cells = cells.collect::<Result<Vec<_>, _>>()?;
        to.execute(
            "INSERT OR REPLACE INTO draft (target, field, text, was, at, discarded, sum)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            rusqlite::params_from_iter(cells),
        )?;
    }
    Ok(())
}

/// What tells that something was erased is no part of any step, and stays told. The copy may have
/// given its number to another.
fn bring_marks(from: &Inside<'_>, to: &Inside<'_>) -> Result<(), Fault> {
    let unreadable = |error: Unreadable| Fault::Unreadable(error.0);
    for kind in [Kind::Erasure, Kind::Gone] {
        for mut row in from.every(kind).map_err(unreadable)? {
            let Some(uid) = kind.position("uid").and_then(|at| row.0.get(at)) else { continue };
            if !to.rows(kind, "uid", uid).map_err(unreadable)?.is_empty() {
                continue;
            }
            if let Some(id) = row.0.first_mut() {
                *id = Value::Int(to.next_id(kind)?);
            }
            to.apply(&Change::Create { kind, row })?;
        }
    }
    Ok(())
}

/// Puts a file in the place of the one that stands. Nobody may have that open.
/// Answers where the old one is, where it was put aside.
pub fn switch(file: &Path, ready: Ready) -> Result<Option<PathBuf>, RestoreError> {
    let Some(_alone) = Presence::alone(&Beside::of(file))? else { return Err(RestoreError::Busy) };
    let aside = match &ready.before {
        Some(before) => {
            clear_away(file, before)?;
            None
        }
        None => put_aside(file, ready.now)?,
    };
    land(file, ready.fresh)?;
    Ok(aside)
}

/// Puts the file that stands aside and makes an empty one in its place.
pub fn begin_anew(file: &Path, now: DateTime) -> Result<Option<PathBuf>, RestoreError> {
    let fresh = tempfile::Builder::new()
        .prefix(".sluss-")
        .suffix(".half")
        .tempfile_in(Beside::of(file).folder())?
        .into_temp_path();
    drop(rights::private_file(&fresh)?);
    schema::begin(&mut Connection::open(&fresh)?)?;
    File::open(&fresh)?.sync_all()?;
    switch(file, Ready { fresh, before: None, now })
}

/// The log is written into the file and goes, so that no log of the old file meets the new one.
fn clear_away(file: &Path, before: &Backup) -> Result<(), RestoreError> {
    let (connection, held) = open::alone(file)?;
    let newest: i64 =
        connection.query_row("SELECT coalesce(max(seq), 0) FROM journal", [], |row| row.get(0))?;
    if newest != before.seq {
        return Err(RestoreError::Overtaken);
    }
    // Going over to a journal of its own ends the log, and fails where somebody has the file open.
    connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    drop(connection);
    drop(held);
    for ending in ["-wal", "-shm", "-journal"] {
        match fs::remove_file(beside(file, ending)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

fn land(file: &Path, fresh: TempPath) -> Result<(), RestoreError> {
    fresh.persist(file).map_err(|error| error.error)?;
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        sync(folder)?;
    }
    Ok(())
}

/// Puts a file that cannot be read aside, with its log, under a name that nothing else has. Not a
/// byte of it changes. Answers where it is, where there was one.
pub fn put_aside(file: &Path, now: DateTime) -> std::io::Result<Option<PathBuf>> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let (date, time) = (now.date(), now.time());
    let moment = format!("{date}T{:02}.{:02}.{:02}", time.hour(), time.minute(), time.second());
    let endings = ["", "-wal", "-journal", "-shm"];
    let free = (1..).map(|nth| match nth {
        1 => format!("damaged-{moment}-{name}"),
        nth => format!("damaged-{moment}-{nth}-{name}"),
    });
    let taken = |name: &str| {
        endings
            .iter()
            .any(|ending| fs::symlink_metadata(beside(&folder.join(name), ending)).is_ok())
    };
    let mut free = free.filter(|name| !taken(name));
    let Some(aside) = free.next().map(|name| folder.join(name)) else { return Ok(None) };
    let mut found = None;
    // The file itself first: a file without its log would look whole, and not be.
    for ending in endings {
        match fs::rename(beside(file, ending), beside(&aside, ending)) {
            Ok(()) => found = found.or(Some(aside.clone())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    sync(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
    Ok(found)
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut path = file.as_os_str().to_owned();
    path.push(ending);
    path.into()
}
