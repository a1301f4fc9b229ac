//! A connection: how it is set up against what a file may hold, and how it keeps its changes by where
//! the file lies.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};

use super::Fault;
use super::held::Held;
use super::look::check_version;
use super::open::OpenError;
use super::site::Site;

/// How long a write waits for another program's.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Read,
    Write,
    /// While nobody else reads or writes.
    WriteAlone,
}

pub(super) fn connect(
    at: &Path,
    purpose: Purpose,
    wait: Duration,
) -> Result<(Connection, Held), OpenError> {
    let flags = match purpose {
        Purpose::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Purpose::Write | Purpose::WriteAlone => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let always = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let held = Held::new(&std::fs::symlink_metadata(at)?);
    let connection = Connection::open_with_flags(at, flags | always)?;
    connection.busy_timeout(wait)?;
    if purpose == Purpose::WriteAlone {
        // Before anything is read: shared memory is then not asked for.
        connection.query_row("PRAGMA locking_mode = exclusive", [], |_| Ok(()))?;
    }
    harden(&connection)?;
    Ok((connection, held))
}

/// Whether a log is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Log {
    WhereItCanBe,
    Never,
}

/// On an ordinary disk what is saved goes to a log beside the file, which readers never wait for.
/// That takes shared memory; where there is none to be relied on, what stood there before is written
/// aside instead. Either way nothing is called saved before it is on the disk.
pub(super) fn set_journal(site: &Site, connection: &Connection, log: Log) -> Result<(), OpenError> {
    let ask = |mode: &str| -> rusqlite::Result<String> {
        connection.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| row.get(0))
    };
    // Asked of the place before it is asked of SQLite: others that read would follow into a log that
    // nobody can write to, and hold it.
    let has_log = !site.is_odd()
        && site.may_share_memory()
        && log == Log::WhereItCanBe
        && !is_refused(connection, &site.at)?
        && ask("wal")? == "wal";
    if has_log {
        try_to_write(connection)?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "journal_size_limit", 4 << 20)?;
    } else {
        ask("truncate")?;
        connection.pragma_update(None, "synchronous", "extra")?;
        if log == Log::Never {
            refuse(connection, &site.at)?;
        }
    }
    if cfg!(target_vendor = "apple") {
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    Ok(())
}

/// Shared memory that can only be read lets one read the file, and fails the first who saves. That
/// somebody else writes just now is no failure.
fn try_to_write(connection: &Connection) -> Result<(), OpenError> {
    connection.busy_timeout(Duration::ZERO)?;
    let tried = connection.execute_batch("BEGIN IMMEDIATE; ROLLBACK");
    connection.busy_timeout(PATIENCE)?;
    match tried {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
        tried => Ok(tried?),
    }
}

/// What the file remembers of a place that gave it no log: asking there again would put others out
/// who have it open.
const REFUSED: &str = "no-log";

fn is_refused(connection: &Connection, at: &Path) -> Result<bool, OpenError> {
    let sql = "SELECT value FROM memory WHERE name = ?1";
    let found = connection.query_row(sql, [REFUSED], |row| row.get::<_, String>(0)).optional();
    match found {
        Ok(found) => Ok(found.is_some_and(|disk| disk == disk_of(at))),
        // A file that is being made, or is not as it should be: that is found out later.
        Err(rusqlite::Error::SqliteFailure(error, _)) if error.code == ErrorCode::Unknown => {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

fn refuse(connection: &Connection, at: &Path) -> Result<(), OpenError> {
    let sql = "INSERT INTO memory (name, value) VALUES (?1, ?2)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    connection.execute(sql, (REFUSED, disk_of(at)))?;
    Ok(())
}

/// The disk that a file lies on.
#[cfg(unix)]
fn disk_of(at: &Path) -> String {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(at).map(|found| found.dev().to_string()).unwrap_or_default()
}

#[cfg(not(unix))]
fn disk_of(at: &Path) -> String {
    at.display().to_string()
}

/// Puts right what was left unfinished, and gives up the log where there is one: for places where it
/// cannot be had. Only here, and only for that long, is the file locked against everybody: then no
/// shared memory is needed.
pub(super) fn leave_log(site: &Site) -> Result<(), OpenError> {
    let (connection, _held) = connect(&site.at, Purpose::WriteAlone, PATIENCE)?;
    check_version(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)?;
    connection.query_row("PRAGMA journal_mode = truncate", [], |_| Ok(()))?;
    Ok(())
}

/// What a connection that only reads cannot get over by itself.
pub(super) fn needs_writer(error: &OpenError) -> bool {
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
pub(super) fn harden(connection: &Connection) -> rusqlite::Result<()> {
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
