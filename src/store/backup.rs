//! Backups: whole copies of the file in a folder beside it, each opened, checked and hashed before it
//! counts. When one is taken is decided elsewhere; here is how, and what there is.

mod anew;
mod difference;
mod folder;
mod hash;
mod keep;
mod list;
mod name;
mod second;
mod take;

use std::io;

use super::{Fault, OpenError};

pub(super) use anew::Anew;
pub use difference::difference;
pub(super) use folder::{Held, sync};
pub use hash::sha256;
pub use keep::{Keeping, Kept, keep};
pub(super) use list::{board_of, check_bytes};
pub use list::{check, ideas, list, newest_seq};
pub(super) use name::is_copy_of;
pub use second::copy_to;
pub(super) use take::board;
pub use take::{Taking, take, take_with};

/// Why no copy was taken. Those there are stay as they were.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The file cannot be read to its end.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The folder cannot be written to, or is full.
    #[error(transparent)]
    Folder(#[from] io::Error),
    /// The copy was taken, and does not hold what the file should: {0}
    #[error("the copy is not sound: {0}")]
    Unsound(String),
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> BackupError {
        BackupError::Fault(error.into())
    }
}
