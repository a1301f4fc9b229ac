//! What the world answers when it fails, in words for the person: what, where, and the way out.

use std::io;
use std::path::Path;

use crate::domain::{Backup, No, Say};
use crate::store::backup::BackupError;
use crate::store::restore::RestoreError;
use crate::store::{Access, Beside, EraseError, Fault, OpenError, Remark};

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
        OpenError::NoFolder(error) => {
            let folder = Beside::of(path).folder().display().to_string();
            Say::new("open-no-folder").with("path", folder).with("why", error.to_string())
        }
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

/// What there is to know of a file that was opened all the same.
pub fn remark(remark: &Remark) -> Say {
    match remark {
        Remark::Copy(Access::Full | Access::ReadOnly) => Say::new("remark-copy"),
        Remark::Copy(Access::Backup) => Say::new("remark-copy-of-backup"),
        Remark::Copy(Access::OfAnother) => Say::new("remark-copy-of-another"),
        Remark::StepsMissing(n) => Say::new("remark-steps-missing").with("n", *n),
        Remark::WasOpenToOthers => Say::new("remark-was-open-to-others"),
        Remark::Odd(name) => Say::new("remark-odd").with("name", name.as_str()),
        Remark::Synchronised(name) => Say::new("remark-synchronised").with("name", *name),
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
        EraseError::Copy { path, fault } => Say::new("failed-erase-copy")
            .with("path", path.display().to_string())
            .with("why", fault.to_string()),
    }
}

pub fn not_read(fault: &Fault) -> Say {
    told(fault, "failed-read")
}

/// Why a step was not saved; what can be done about it is said where that is known.
pub(super) fn not_saved(fault: &Fault) -> Say {
    if fault.is_busy() {
        Say::new("failed-held")
    } else if fault.is_read_only() {
        Say::new("failed-no-writing")
    } else if fault.is_full() {
        Say::new("failed-full")
    } else if fault.is_of_the_disk() {
        Say::new("failed-disk")
    } else {
        Say::new("failed-write").with("why", fault.to_string())
    }
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

/// Why no backup was taken. Work goes on all the same.
pub fn no_backup(error: &BackupError, folder: &Path) -> Say {
    let path = folder.display().to_string();
    match error {
        BackupError::Open(error) => not_opened(error, folder),
        BackupError::Fault(fault) if fault.is_full() => {
            Say::new("failed-backup-full").with("path", path)
        }
        BackupError::Fault(fault) => Say::new("failed-backup-read").with("why", fault.to_string()),
        BackupError::Folder(error) if error.kind() == io::ErrorKind::StorageFull => {
            Say::new("failed-backup-full").with("path", path)
        }
        BackupError::Folder(error) => {
            Say::new("failed-backup-folder").with("path", path).with("why", error.to_string())
        }
        BackupError::Unsound(what) => Say::new("failed-backup-unsound").with("why", what.as_str()),
    }
}

/// Why a backup lies in one folder only.
pub fn no_second(error: &io::Error) -> Say {
    match error.kind() {
        io::ErrorKind::NotFound => Say::new("failed-backup-second-gone"),
        // The folder that the first copy lies in was given.
        io::ErrorKind::InvalidInput => Say::new("failed-backup-second-same"),
        _ => Say::new("failed-backup-second").with("why", error.to_string()),
    }
}

/// Why no copy took the place of a file.
pub fn not_restored(error: &RestoreError, copy: &Backup, file: &Path) -> Say {
    match error {
        RestoreError::Damaged => Say::new("failed-backup-damaged").with("name", copy.name.as_str()),
        RestoreError::Busy => Say::new("failed-restore-busy"),
        RestoreError::Overtaken => Say::new("failed-restore-overtaken"),
        RestoreError::Before(error) => {
            Say::new("failed-restore-before").about(no_backup(error, &Beside::of(file).backups()))
        }
        RestoreError::Open(error) => not_opened(error, file),
        RestoreError::Fault(fault) if fault.is_busy() => Say::new("failed-restore-busy"),
        RestoreError::Fault(fault) => not_read(fault),
        RestoreError::Io(error) => of_file(error, &file.display().to_string()),
    }
}

/// Where a draft is that could not be written to the file.
pub(super) fn draft_in_file(path: &Path) -> Say {
    let place = short(path.parent().unwrap_or(path));
    Say::new("warned-draft-in-file").with("path", place)
}

/// A place as a person would say it: from home on.
fn short(path: &Path) -> String {
    match std::env::home_dir().and_then(|home| Some(path.strip_prefix(home).ok()?.to_owned())) {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => path.display().to_string(),
    }
}

/// Why nothing came out of a damaged file.
pub fn not_salvaged(error: &RestoreError, file: &Path) -> Say {
    match error {
        RestoreError::Open(OpenError::Damaged | OpenError::Foreign)
        | RestoreError::Open(OpenError::Fault(_)) => Say::new("refused-nothing-readable"),
        RestoreError::Fault(fault) if fault.is_damaged() => Say::new("refused-nothing-readable"),
        RestoreError::Open(error) => not_opened(error, file),
        RestoreError::Io(error) => of_file(error, &file.display().to_string()),
        RestoreError::Fault(fault) => not_read(fault),
        RestoreError::Damaged
        | RestoreError::Busy
        | RestoreError::Overtaken
        | RestoreError::Before(_) => Say::new("failed-restore-busy"),
    }
}
