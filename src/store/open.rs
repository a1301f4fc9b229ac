//! Opening the file: in which order it is looked at, made, connected to and brought up to date.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode};

use super::connect::{Log, PATIENCE, Purpose, connect, leave_log, needs_writer, set_journal};
use super::held::Held;
use super::look::{self, Found, Known, check_version};
use super::place::{Access, Place, is_of_another};
use super::site::{Site, without_links};
use super::{Fault, rights, schema};

/// Why a file was not opened. It was not changed in any byte.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("not a file of this program")]
    Foreign,
    #[error("written by a newer version: {found}, this one knows {known}")]
    Newer { found: i64, known: i64 },
    #[error("the file is damaged")]
    Damaged,
    #[error("the file is empty")]
    Empty,
    #[error("there was a file, and it is gone")]
    Vanished,
    #[error("not a regular file")]
    NotAFile,
    #[error("a link to elsewhere")]
    Link,
    #[error("the folder is a link to elsewhere")]
    LinkedFolder,
    #[error("one file under several names")]
    ManyNames,
    #[error("somebody else's file")]
    NotYours,
    #[error("somebody else's folder, and we are root")]
    OfAnother,
    #[error("the name is too long")]
    LongName,
    #[error("another program works alone with the file")]
    Taken,
    #[error("there is no folder to make it in: {0}")]
    NoFolder(std::io::Error),
    #[error("the log beside it is not its own")]
    StrangeLog,
    #[error("the file or its folder cannot be written")]
    ReadOnly,
    #[error("the schema is not ours: {0}")]
    Schema(String),
    #[error("the older file could not be brought up to date: {why}")]
    Outdated { why: String },
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> OpenError {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => OpenError::Damaged,
            _ => OpenError::Fault(error.into()),
        }
    }
}

/// A connection, and what tells that it is open. To be dropped in this order.
pub(super) struct Opened {
    pub(super) connection: Connection,
    pub(super) held: Held,
    pub(super) site: Arc<Site>,
}

/// Opens the file for writing; makes it, for its owner's eyes only, where there is none.
pub(super) fn writing(path: &Path) -> Result<Opened, OpenError> {
    if look::look(path)? == Found::Nothing {
        make(path)?;
    }
    let site = site(path)?;
    match site.place.access {
        Access::Full => writing_at(site),
        Access::ReadOnly | Access::Backup => Err(OpenError::ReadOnly),
        Access::OfAnother => Err(OpenError::OfAnother),
    }
}

/// The same at a place that was looked at; a copy can be written too.
fn writing_at(site: Arc<Site>) -> Result<Opened, OpenError> {
    let (mut connection, held) = match write(&site, Log::WhereItCanBe) {
        // Where there is no shared memory, the log is given up.
        Err(error) if needs_writer(&error) => {
            leave_log(&site)?;
            write(&site, Log::Never)?
        }
        write => write?,
    };
    schema::bring_up_to_date(&mut connection, &site)?;
    schema::check(&connection)?;
    Ok(Opened { connection, held, site })
}

/// A connection that writes as the place has it.
fn write(site: &Site, log: Log) -> Result<(Connection, Held), OpenError> {
    let (connection, held) = connect(&site.at, Purpose::Write, PATIENCE)?;
    set_journal(site, &connection, log)?;
    connection.pragma_update(None, "secure_delete", true)?;
    Ok((connection, held))
}

/// Makes ready to open a file. A log that was begun elsewhere is given up where there must be none.
fn site(path: &Path) -> Result<Arc<Site>, OpenError> {
    let site = Site::of(path)?;
    let has_log = matches!(site.known, Known::Read(header) if header.has_log);
    if has_log && (site.is_odd() || !site.may_share_memory()) {
        leave_log(&site)?;
    }
    Ok(site)
}

/// Opens the file for reading; fails where there is none.
pub(super) fn reading(path: &Path) -> Result<Opened, OpenError> {
    reading_at(site(path)?)
}

/// The same at a place that was looked at.
pub(super) fn reading_at(site: Arc<Site>) -> Result<Opened, OpenError> {
    let (connection, held, found) = match read(&site) {
        // What a killed program left unfinished is put right by one that may write; and where there
        // is no shared memory, the log is given up.
        Err(error) if needs_writer(&error) => {
            leave_log(&site)?;
            read(&site)?
        }
        read => read?,
    };
    check_version(found)?;
    if found < schema::version() {
        drop((connection, held));
        drop(writing_at(site.clone())?);
        let (connection, held, _) = read(&site)?;
        return Ok(Opened { connection, held, site });
    }
    Ok(Opened { connection, held, site })
}

/// How a file that lies there keeps its changes, as its header has it; none where there is no file of
/// ours. Nothing is opened.
pub fn journal_of(path: &Path) -> Option<&'static str> {
    match look::header(path) {
        Ok(Some(Known::Read(header))) => Some(if header.has_log { "wal" } else { "truncate" }),
        Ok(Some(Known::Held) | None) | Err(_) => None,
    }
}

/// Whether there is nothing to opening a file.
pub(super) fn is_plain(path: &Path) -> bool {
    let Ok(Some(Known::Read(header))) = look::header(path) else { return false };
    let place =
        without_links(path).ok().and_then(|at| at.parent().map(|folder| Place::of(&at, folder)));
    let is_plain = |place: Place| place.access == Access::Full && !place.system.is_odd();
    header.version == schema::version() && place.is_some_and(is_plain)
}

/// Opens a file only to read it, and leaves it as it is, be it of an older version.
pub(super) fn as_it_is(path: &Path) -> Result<(Connection, Held), OpenError> {
    if look::look(path)? == Found::Nothing {
        return Err(std::io::Error::from(std::io::ErrorKind::NotFound).into());
    }
    let (connection, held) = connect(&without_links(path)?, Purpose::Read, PATIENCE)?;
    check_version(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)?;
    Ok((connection, held))
}

/// Opens a file that nobody else has open, to write to it for the last time.
pub(super) fn alone(path: &Path) -> Result<(Connection, Held), OpenError> {
    connect(&without_links(path)?, Purpose::WriteAlone, PATIENCE)
}

/// A connection to try a lock with, which waits so long for it.
pub(super) fn to_lock(path: &Path, wait: Duration) -> Result<(Connection, Held), OpenError> {
    connect(&without_links(path)?, Purpose::Write, wait)
}

/// A connection that only reads, and the version that it finds. The header of the main file may be
/// older than what stands in the log beside it.
fn read(site: &Site) -> Result<(Connection, Held, i64), OpenError> {
    let (connection, held) = connect(&site.at, Purpose::Read, PATIENCE)?;
    let found = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((connection, held, found))
}

/// Makes a file that only its owner can read, in a folder that only its owner can enter. It is made
/// under another name and appears whole, or not at all.
fn make(path: &Path) -> Result<(), OpenError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let there = folder.ancestors().map(Path::to_path_buf).find(|folder| folder.exists());
    if is_of_another(&there.unwrap_or(PathBuf::from("."))) {
        return Err(OpenError::OfAnother);
    }
    rights::private_folder(folder).map_err(OpenError::NoFolder)?;
    let fresh = tempfile::Builder::new().prefix(".sluss-").tempfile_in(folder);
    let fresh = fresh.map_err(OpenError::NoFolder)?;
    rights::make_private(fresh.as_file(), &fresh.as_file().metadata()?);
    schema::begin(&mut Connection::open(fresh.path())?)?;
    fresh.as_file().sync_all()?;
    match fresh.persist_noclobber(path) {
        Ok(_) => Ok(()),
        // Somebody else was quicker: theirs it is.
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error.error.into()),
    }
}
