//! The one SQLite file: rows, journal, windows. It decides nothing: rules are the domain's, and the
//! kinds of record are read from its list.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

mod arena;
pub mod backup;
mod beside;
mod board;
mod cancel;
mod collate;
mod conditions;
mod derived;
mod drafts;
mod filtered;
mod fuzzy;
mod gate;
mod held;
mod journal;
mod line;
mod list;
mod memory;
mod open;
mod places;
mod reader;
mod rows;
mod schema;
#[doc(hidden)]
pub mod seed;
mod select;
mod shelf;
mod story;
mod sums;
mod todo;
mod zone;

pub use arena::{Arena, Hits, Progress};
pub use beside::Beside;
pub use cancel::Cancel;
pub use filtered::FilterQuery;
pub use journal::Request;
pub use list::ListQuery;
pub use open::{Found, OpenError, look};
pub use reader::Reader;

pub use crate::domain::Detail;
pub use schema::VERSION;
pub use todo::TODO_COUNTED;
pub use zone::zone;

/// What went wrong with the file, as SQLite says it.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    #[error("the file holds what this program did not write: {0}")]
    Unreadable(String),
}

impl Fault {
    /// Somebody else holds the file just now; trying again may help.
    pub fn is_busy(&self) -> bool {
        match self {
            Fault::Sqlite(error) => matches!(
                error.sqlite_error_code(),
                Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
            ),
            Fault::Unreadable(_) => false,
        }
    }

    /// The file, or the folder it lies in, cannot be written to.
    pub fn is_read_only(&self) -> bool {
        match self {
            Fault::Sqlite(error) => {
                error.sqlite_error_code() == Some(rusqlite::ErrorCode::ReadOnly)
            }
            Fault::Unreadable(_) => false,
        }
    }
}

/// The one connection that writes. It lives on the saver thread.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// This run of the program, by which undo knows its own steps.
    run: String,
    /// Dropped after the connection.
    _held: held::Held,
}

impl Store {
    /// Opens the file for writing and brings its schema up to date; makes it where there is none.
    pub fn open(path: &Path, run: String) -> Result<Store, OpenError> {
        let (connection, held) = open::writing(path)?;
        Ok(Store { connection, path: path.to_owned(), run, _held: held })
    }

    /// Another connection to the same file, which only reads.
    pub fn reader(&self) -> Result<Reader, OpenError> {
        Reader::open(&self.path)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_written_is_told_from_other_faults() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("sluss.db"), "one".into()).unwrap();
        let reader = store.reader().unwrap();
        let write = |sql: &str| Fault::from(reader.connection.execute(sql, []).unwrap_err());
        assert!(write("DELETE FROM tag").is_read_only());
        assert!(!write("DELETE FROM no_such_table").is_read_only());
    }
}
