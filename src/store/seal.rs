//! The one place where a transaction becomes last.

use rusqlite::Transaction;

use super::Fault;

/// Makes all that a transaction did last. Nothing is saved before this has come back; where it fails
/// for another reason than somebody else's lock, it may be in the file all the same.
pub(super) fn seal(transaction: Transaction<'_>) -> Result<(), Fault> {
    transaction.commit().map_err(|error| {
        if Fault::is_locked(&error) { Fault::Sqlite(error) } else { Fault::Unsure(error) }
    })
}
