//! The one SQLite file: rows, journal, windows. It decides nothing: rules are the domain's, and the
//! kinds of record are read from its list.

use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, ErrorCode};

mod arena;
mod back;
pub mod backup;
mod ballots;
mod beside;
mod board;
mod cancel;
mod collate;
mod conditions;
mod connect;
mod derived;
mod drafts;

mod erase;
mod fault;
mod filtered;
mod fuzzy;
mod gate;
mod header;
mod held;
mod integrity;
mod journal;
mod lead;
mod line;
mod list;
mod live;
mod lock_test;
mod look;
mod mark;
mod memory;
mod mend;
mod minutes;
mod mounts;
mod open;
mod place;
mod places;
mod presence;
mod reader;
mod remark;
pub mod restore;
mod retention;
mod rights;
pub mod room;
mod rows;
pub mod salvage;
mod schema;
mod seal;
#[doc(hidden)]
pub mod seed;
mod seen;
mod select;
mod shelf;
mod site;
mod spare;
mod story;
mod sums;
mod temporary;
mod todo;
mod upkeep;
mod veil;
mod workshops;
mod zone;

pub use arena::{Arena, Hits, Progress};
pub use beside::Beside;
pub use cancel::Cancel;
pub use erase::{EraseError, Erased, Others, Phase, Register, Surveyed, erase};
pub use filtered::FilterQuery;
pub use held::{Identity, Whereabouts};
pub use integrity::{Depth, Inspected};
pub use journal::Request;
pub use lead::Lead;
pub use list::ListQuery;
pub use live::Shown;
pub use lock_test::{gets_lock, locks_hold};
pub use look::{Found, look};
pub use mend::Mended;
pub use open::{OpenError, journal_of};
pub use place::{Access, FileSystem, Place};
pub use presence::{Alone, Presence, Unclean};
pub use reader::Reader;
pub use remark::Remark;
pub use rights::{own_folder, private_file, private_folder};

use site::Site;

pub use crate::domain::Detail;
pub use schema::VERSION;
pub use spare::is_there_memory;
#[doc(hidden)]
pub use sums::of_row as sum_of;
pub use temporary::{Temporary, sweep};
pub use todo::TODO_COUNTED;
pub use zone::zone;

/// What went wrong with the file, as SQLite says it.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The last word of a transaction failed: it may be in the file all the same.
    #[error(transparent)]
    Unsure(rusqlite::Error),
    #[error("the file holds what this program did not write: {0}")]
    Unreadable(String),
}

impl Fault {
    /// Somebody else holds the file just now; trying again may help.
    pub fn is_busy(&self) -> bool {
        self.sqlite().is_some_and(Fault::is_locked)
    }

    /// What is in the file is not what SQLite wrote there.
    pub fn is_damaged(&self) -> bool {
        match self {
            Fault::Unreadable(_) => true,
            Fault::Sqlite(_) | Fault::Unsure(_) => {
                matches!(self.code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
            }
        }
    }

    /// The file, or the folder it lies in, cannot be written to.
    pub fn is_read_only(&self) -> bool {
        self.code() == Some(ErrorCode::ReadOnly)
    }

    /// There is no room for more.
    pub fn is_full(&self) -> bool {
        self.code() == Some(ErrorCode::DiskFull)
    }

    /// The disk failed in some other way; where it is full, SQLite says this too at times.
    pub fn is_of_the_disk(&self) -> bool {
        matches!(self.code(), Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen))
    }

    /// Whether what was asked for is in the file is not known.
    pub fn is_unsure(&self) -> bool {
        matches!(self, Fault::Unsure(_))
    }

    fn is_locked(error: &rusqlite::Error) -> bool {
        matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
        )
    }

    fn sqlite(&self) -> Option<&rusqlite::Error> {
        match self {
            Fault::Sqlite(error) | Fault::Unsure(error) => Some(error),
            Fault::Unreadable(_) => None,
        }
    }

    fn code(&self) -> Option<ErrorCode> {
        self.sqlite()?.sqlite_error_code()
    }
}

/// The one connection that writes. It lives on the saver thread.
pub struct Store {
    connection: Connection,
    /// This run of the program, by which undo knows its own steps.
    run: String,
    /// Dropped after the connection, in this order.
    held: held::Held,
    site: Arc<Site>,
}

impl Store {
    /// Opens the file for writing and brings its schema up to date; makes it where there is none.
    pub fn open(path: &Path, run: String) -> Result<Store, OpenError> {
        let open::Opened { connection, held, site } = open::writing(path)?;
        let store = Store { connection, run, held, site };
        if let Some(presence) = &store.site.presence {
            let sql = "SELECT coalesce(max(seq), 0) FROM journal";
            let newest = store.connection.query_row(sql, [], |row| row.get(0))?;
            presence.sign(&store.run, newest);
        }
        Ok(store)
    }

    /// Another connection to the same file, which only reads.
    pub fn reader(&self) -> Result<Reader, OpenError> {
        Reader::open(self.path())
    }

    pub fn path(&self) -> &Path {
        &self.site.file
    }

    /// A step is in the file: whoever comes after a crash will miss it where it is not.
    fn acknowledge(&self, seq: i64) {
        if let Some(presence) = &self.site.presence {
            presence.acknowledge(seq);
        }
    }
}

impl Drop for Store {
    /// Leaves no log, as far as nobody reads from it just now: the next run then has nothing to put
    /// right.
    fn drop(&mut self) {
        let soon = self.connection.busy_timeout(std::time::Duration::from_millis(50));
        let empty =
            |()| self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        // What stays in the log is as safe there.
        let _ = soon.and_then(empty);
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
