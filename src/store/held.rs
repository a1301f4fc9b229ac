//! Which files this process has open through SQLite. On Unix, closing any handle on a file drops
//! every lock that the process holds on it, and SQLite's locks with them: another program then takes
//! the log away from under us. So what is open here is never opened and closed by hand.

use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A file, whatever it is called.
type Key = (u64, u64);

static HELD: Mutex<Vec<Key>> = Mutex::new(Vec::new());

/// Says for as long as it lives that a connection is open on a file. It is to be dropped after the
/// connection.
pub(super) struct Held(Option<Key>);

impl Held {
    /// To be asked for before the connection is opened.
    pub(super) fn new(file: &Metadata) -> Held {
        let key = key(file);
        held().extend(key);
        Held(key)
    }
}

impl Held {
    pub(super) fn identity(&self) -> Identity {
        Identity(self.0)
    }
}

/// Which file it is that is open, whatever its path names by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity(Option<Key>);

impl Identity {
    /// Whether the path still names it.
    pub fn whereabouts(self, path: &Path) -> Whereabouts {
        match std::fs::symlink_metadata(path) {
            Ok(found) if key(&found) == self.0 => Whereabouts::Here,
            Ok(_) => Whereabouts::Replaced,
            Err(error) => match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => Whereabouts::Gone,
                _ => Whereabouts::OutOfReach,
            },
        }
    }
}

/// Where the file is that is open, told by its path. What is written to one that is no longer there
/// is in nobody's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    Here,
    /// Nothing stands there: it was deleted or moved.
    Gone,
    /// Another file stands there.
    Replaced,
    /// The place itself does not answer.
    OutOfReach,
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut held = held();
        if let Some(at) = held.iter().position(|key| Some(*key) == self.0) {
            held.swap_remove(at);
        }
    }
}

/// Opens, reads and closes a file by hand, unless a connection of this process is open on it; none
/// is opened in the meantime.
pub(super) fn by_hand<T>(file: &Metadata, read: impl FnOnce() -> T) -> Option<T> {
    let held = held();
    let is_open = key(file).is_some_and(|key| held.contains(&key));
    (!is_open).then(read)
}

fn held() -> MutexGuard<'static, Vec<Key>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(unix)]
fn key(file: &Metadata) -> Option<Key> {
    use std::os::unix::fs::MetadataExt;
    Some((file.dev(), file.ino()))
}

/// Elsewhere a lock belongs to the handle that took it.
#[cfg(not(unix))]
fn key(_: &Metadata) -> Option<Key> {
    None
}
