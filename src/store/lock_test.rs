//! Whether locks keep anybody out where a file lies. On some shares they are granted to all who ask.
//! Within one process SQLite counts its locks itself, so another process must ask.

use std::path::Path;
use std::time::Duration;

use super::open::{OpenError, to_lock};

/// Locks the file for a moment and lets another process ask for the same; `asks` answers whether it
/// got it. Where somebody else has the lock, locks hold.
pub fn locks_hold(file: &Path, asks: impl FnOnce() -> bool) -> Result<bool, OpenError> {
    let (connection, _held) = to_lock(file, Duration::from_millis(200))?;
    if connection.execute_batch("BEGIN EXCLUSIVE").is_err() {
        return Ok(true);
    }
    let granted = asks();
    connection.execute_batch("ROLLBACK")?;
    Ok(!granted)
}

/// What the other process does: whether it gets the lock.
pub fn gets_lock(file: &Path) -> Result<bool, OpenError> {
    let (connection, _held) = to_lock(file, Duration::ZERO)?;
    Ok(connection.execute_batch("BEGIN EXCLUSIVE").is_ok())
}
