//! Opening the file: what it is before SQLite touches it, and how the connection is set up.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::Fault;
use super::held::{self, Held};
use super::schema::{self, APPLICATION_ID, VERSION};

/// How long a write waits for another program's.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why a file was not opened. It was not changed in any byte.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("not a file of this program")]
    Foreign,
    #[error("written by a newer version: {found}, this one knows {known}")]
    Newer { found: i64, known: i64 },
    #[error("the file is empty")]
    Empty,
    #[error("not a regular file")]
    NotAFile,
    #[error("the schema is not ours: {0}")]
    Schema(String),
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> OpenError {
        OpenError::Fault(error.into())
    }
}

/// What stands where the file should be.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    Ours,
}

/// Looks at the first hundred bytes of a file, without SQLite. A file that this process has open
/// was looked at when it was opened.
pub fn look(path: &Path) -> Result<Found, OpenError> {
    let metadata = match std::fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(error.into()),
    };
    if !metadata.is_file() {
        return Err(OpenError::NotAFile);
    }
    if metadata.len() == 0 {
        return Err(OpenError::Empty);
    }
    held::by_hand(&metadata, || look_inside(path)).unwrap_or(Ok(Found::Ours))
}

fn look_inside(path: &Path) -> Result<Found, OpenError> {
    let mut head = [0_u8; 100];
    if let Err(error) = File::open(path)?.read_exact(&mut head) {
        return match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Err(OpenError::Foreign),
            _ => Err(error.into()),
        };
    }
    let number = |at: usize| -> i64 {
        head.get(at..at + 4)
            .and_then(|bytes| <[u8; 4]>::try_from(bytes).ok())
            .map_or(0, |bytes| i64::from(u32::from_be_bytes(bytes)))
    };
    if !head.starts_with(b"SQLite format 3\0") || number(68) != i64::from(APPLICATION_ID) {
        return Err(OpenError::Foreign);
    }
    check_version(number(60))?;
    Ok(Found::Ours)
}

fn check_version(found: i64) -> Result<(), OpenError> {
    if found > VERSION {
        return Err(OpenError::Newer { found, known: VERSION });
    }
    Ok(())
}

/// Opens the file for writing; makes it, for its owner's eyes only, where there is none.
pub(super) fn writing(path: &Path) -> Result<(Connection, Held), OpenError> {
    if look(path)? == Found::Nothing {
        make(path)?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let held = Held::new(&std::fs::symlink_metadata(path)?);
    let mut connection = Connection::open_with_flags(real(path)?, flags)?;
    harden(&connection)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "journal_size_limit", 4 << 20)?;
    schema::bring_up_to_date(&mut connection)?;
    schema::check(&connection)?;
    Ok((connection, held))
}

/// Opens the file for reading; fails where there is none.
pub(super) fn reading(path: &Path) -> Result<(Connection, Held), OpenError> {
    if look(path)? == Found::Nothing {
        return Err(OpenError::Io(std::io::ErrorKind::NotFound.into()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let held = Held::new(&std::fs::symlink_metadata(path)?);
    let connection = Connection::open_with_flags(real(path)?, flags)?;
    harden(&connection)?;
    connection.busy_timeout(PATIENCE)?;
    // The header of the main file may be older than what stands in the log beside it.
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    check_version(found)?;
    Ok((connection, held))
}

/// The path without links in its folders: NOFOLLOW is meant for the file itself.
fn real(path: &Path) -> Result<std::path::PathBuf, OpenError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().ok_or(OpenError::NotAFile)?;
    Ok(std::fs::canonicalize(folder)?.join(name))
}

/// Nothing in a file may run code or mislead the parser, whoever wrote it.
fn harden(connection: &Connection) -> Result<(), Fault> {
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
    make_folder(folder)?;
    let fresh = tempfile::Builder::new().prefix(".sluss-").tempfile_in(folder)?;
    let mut connection = Connection::open(fresh.path())?;
    schema::bring_up_to_date(&mut connection)?;
    drop(connection);
    fresh.as_file().sync_all()?;
    match fresh.persist_noclobber(path) {
        Ok(_) => Ok(()),
        // Somebody else was quicker: theirs it is.
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error.error.into()),
    }
}

fn make_folder(folder: &Path) -> Result<(), OpenError> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    Ok(builder.create(folder)?)
}
