//! Which program's window says what the room sees, where several have the file open: the one that
//! holds the lock beside it. It goes with the program, however that ends.

use std::fs::{File, TryLockError};
use std::path::PathBuf;

use super::beside::Beside;
use super::rights;

/// Held by the one that leads.
#[derive(Debug)]
pub struct Lead {
    path: PathBuf,
    _lock: Option<File>,
}

impl Lead {
    /// None where another program leads. Where there are no locks, whoever asks does.
    pub fn take(of: &Beside) -> Option<Lead> {
        let path = of.room();
        let Ok(lock) = rights::private_file(&path) else {
            return Some(Lead { path, _lock: None });
        };
        match lock.try_lock() {
            Ok(()) => Some(Lead { path, _lock: Some(lock) }),
            Err(TryLockError::WouldBlock) => None,
            Err(TryLockError::Error(_)) => Some(Lead { path, _lock: None }),
        }
    }
}

impl Drop for Lead {
    fn drop(&mut self) {
        // What is left is empty, and taken up by the next that leads.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_leads_at_a_time_and_the_next_when_that_one_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let beside = Beside::of(&folder.path().join("sluss.db"));
        let first = Lead::take(&beside).unwrap();
        assert!(Lead::take(&beside).is_none());
        drop(first);
        assert!(Lead::take(&beside).is_some());
        assert!(!beside.room().exists());
    }
}
