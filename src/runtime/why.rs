//! What the world answers when it fails, in words for the person: what, where, and the way out.

use std::io;
use std::path::Path;

use crate::domain::{No, Say};
use crate::store::{Beside, EraseError, Fault, OpenError};

/// Why a file with ideas was not opened.
pub fn not_opened(error: &OpenError, path: &Path) -> Say {
    let of = |id| Say::new(id).with("path", path.display().to_string());
    match error {
        OpenError::Foreign => of("cli-foreign"),
        OpenError::Damaged => of("open-damaged"),
        OpenError::Empty => of("open-empty"),
        OpenError::Vanished => {
            let lock = Beside::of(path).lock();
            of("open-vanished").with("lock", lock.display().to_string())
        }
        OpenError::NotAFile => of("cli-not-a-file"),
        OpenError::Link => of("open-link"),
        OpenError::LinkedFolder => of("open-linked-folder"),
        OpenError::ManyNames => of("open-many-names"),
        OpenError::NotYours => of("open-not-yours"),
        OpenError::OfAnother => of("open-of-another"),
        OpenError::LongName => of("open-long-name"),
        OpenError::Taken => of("open-taken"),
        OpenError::StrangeLog => of("open-strange-log"),
        OpenError::ReadOnly => of("open-read-only"),
        OpenError::Outdated { why } => of("open-outdated").with("why", why.as_str()),
        OpenError::Schema(what) => of("cli-schema").with("what", what.as_str()),
        OpenError::Newer { found, known } => {
            of("cli-newer").with("found", *found).with("known", *known)
        }
        OpenError::Io(error) => of_file(error, &path.display().to_string()),
        OpenError::Fault(fault) => not_read(fault),
    }
}

/// Why a file cannot be read or written.
pub fn of_file(error: &io::Error, path: &str) -> Say {
    let id = match error.kind() {
        io::ErrorKind::NotFound => "cli-no-file",
        io::ErrorKind::PermissionDenied => "cli-no-permission",
        io::ErrorKind::AlreadyExists => "cli-there-already",
        _ => return Say::new("cli-io").with("path", path).with("why", error.to_string()),
    };
    Say::new(id).with("path", path)
}

/// Why nothing was erased.
pub fn not_erased(error: &EraseError, path: &Path) -> Say {
    match error {
        EraseError::NotAlone => Say::new("failed-not-alone"),
        EraseError::No(No::Refused(refusal)) => refusal.0.clone(),
        EraseError::No(No::Unreadable(error)) => {
            Say::new("failed-erase").with("why", error.to_string())
        }
        EraseError::Fault(fault) => Say::new("failed-erase").with("why", fault.to_string()),
        EraseError::Open(error) => not_opened(error, path),
        EraseError::Io { path, error } => of_file(error, &path.display().to_string()),
    }
}

pub fn not_read(fault: &Fault) -> Say {
    told(fault, "failed-read")
}

pub(super) fn not_saved(fault: &Fault) -> Say {
    told(fault, "failed-write")
}

/// Where somebody else holds the file, trying again may help; where it cannot be written, another
/// place does; otherwise SQLite's own words follow.
fn told(fault: &Fault, id: &'static str) -> Say {
    if fault.is_busy() {
        Say::new("failed-busy")
    } else if fault.is_read_only() {
        Say::new("failed-read-only")
    } else {
        Say::new(id).with("why", fault.to_string())
    }
}
