//! Opening the file: how a connection is set up, by where the file lies.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::held::Held;
use super::look::{self, Found, Known, check_version};
use super::place::{Access, is_of_another};
use super::site::{Site, without_links};
use super::{Fault, rights, schema};

/// How long a write waits for another program's.
const PATIENCE: Duration = Duration::from_secs(5);

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
    let (mut connection, held) = match write(&site) {
        Err(error) if needs_writer(&error) => {
            leave_log(&site)?;
            write(&site)?
        }
        write => write?,
    };
    schema::bring_up_to_date(&mut connection, &site)?;
    schema::check(&connection)?;
    Ok(Opened { connection, held, site })
}

/// A connection that writes as the place has it.
fn write(site: &Site) -> Result<(Connection, Held), OpenError> {
    let (connection, held) = connect(&site.at, Purpose::Write)?;
    connection.busy_timeout(PATIENCE)?;
    set_journal(site, &connection)?;
    connection.pragma_update(None, "secure_delete", true)?;
    Ok((connection, held))
}

/// Makes ready to open a file. A log that was begun elsewhere is given up where there must be none.
fn site(path: &Path) -> Result<Arc<Site>, OpenError> {
    let site = Site::of(path)?;
    if site.is_odd() && matches!(site.known, Known::Read(header) if header.has_log) {
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

/// Opens a file only to read it, and leaves it as it is, be it of an older version.
pub(super) fn as_it_is(path: &Path) -> Result<(Connection, Held), OpenError> {
    if look::look(path)? == Found::Nothing {
        return Err(std::io::Error::from(std::io::ErrorKind::NotFound).into());
    }
    let (connection, held) = connect(&without_links(path)?, Purpose::Read)?;
    connection.busy_timeout(PATIENCE)?;
    check_version(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)?;
    Ok((connection, held))
}

/// Opens a file that nobody else has open, to write to it for the last time.
pub(super) fn alone(path: &Path) -> Result<(Connection, Held), OpenError> {
    let (connection, held) = connect(&without_links(path)?, Purpose::Write)?;
    connection.busy_timeout(PATIENCE)?;
    connection.query_row("PRAGMA locking_mode = exclusive", [], |_| Ok(()))?;
    Ok((connection, held))
}

/// A connection that only reads, and the version that it finds. The header of the main file may be
/// older than what stands in the log beside it.
fn read(site: &Site) -> Result<(Connection, Held, i64), OpenError> {
    let (connection, held) = connect(&site.at, Purpose::Read)?;
    connection.busy_timeout(PATIENCE)?;
    let found = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((connection, held, found))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Read,
    Write,
}

fn connect(at: &Path, purpose: Purpose) -> Result<(Connection, Held), OpenError> {
    let flags = match purpose {
        Purpose::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Purpose::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let always = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let held = Held::new(&std::fs::symlink_metadata(at)?);
    let connection = Connection::open_with_flags(at, flags | always)?;
    harden(&connection)?;
    Ok((connection, held))
}

/// On an ordinary disk what is saved goes to a log beside the file, which readers never wait for.
/// That takes shared memory; where there is none to be relied on, what stood there before is written
/// aside instead. Either way nothing is saved before it is on the disk.
fn set_journal(site: &Site, connection: &Connection) -> Result<(), OpenError> {
    let ask = |mode: &str| -> rusqlite::Result<String> {
        connection.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| row.get(0))
    };
    let has_log = !site.is_odd() && ask("wal").is_ok_and(|mode| mode == "wal");
    if has_log {
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "journal_size_limit", 4 << 20)?;
    } else {
        ask("truncate")?;
        connection.pragma_update(None, "synchronous", "extra")?;
    }
    if cfg!(target_vendor = "apple") {
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    Ok(())
}

/// Puts right what was left unfinished, and gives up the log where there is one: for places where it
/// cannot be had. Only here, and only for that long, is the file locked against everybody: then no
/// shared memory is needed.
fn leave_log(site: &Site) -> Result<(), OpenError> {
    let (connection, _held) = connect(&site.at, Purpose::Write)?;
    connection.busy_timeout(PATIENCE)?;
    let ask = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0));
    ask("PRAGMA locking_mode = exclusive")?;
    let found = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    check_version(found)?;
    ask("PRAGMA journal_mode = truncate")?;
    Ok(())
}

/// What a connection that only reads cannot get over by itself.
fn needs_writer(error: &OpenError) -> bool {
    let OpenError::Fault(Fault::Sqlite(error)) = error else { return false };
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::FileLockingProtocolFailed
                | ErrorCode::SystemIoFailure
        )
    )
}

/// Nothing in a file may run code or mislead the parser, whoever wrote it.
pub(super) fn harden(connection: &Connection) -> Result<(), Fault> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.pragma_update(None, "cache_size", -2048)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
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
    rights::private_folder(folder)?;
    let fresh = tempfile::Builder::new().prefix(".sluss-").tempfile_in(folder)?;
    drop(rights::private_file(fresh.path())?);
    schema::begin(&mut Connection::open(fresh.path())?)?;
    fresh.as_file().sync_all()?;
    match fresh.persist_noclobber(path) {
        Ok(_) => Ok(()),
        // Somebody else was quicker: theirs it is.
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error.error.into()),
    }
}
