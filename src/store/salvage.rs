//! Salvage: all that can still be read of a damaged file, row by row, into a new one. The damaged one
//! is copied first and the copy is read, so that not a byte of it changes.

mod build;
mod mend;
mod read;
mod rebuild;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use rusqlite::Connection;
use tempfile::TempPath;

use crate::domain::{Kind, Say};

use super::integrity::SALVAGED;
use super::look::size;
use super::restore::{Ready, RestoreError};
use super::rows::Inside;
use super::{Fault, OpenError, Request, Temporary, rights, schema};

/// What came out, and what did not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Salvaged {
    pub ideas: usize,
    pub steps: usize,
    pub drafts: usize,
    /// How many rows of each kind are lost, as far as that can be known; none where nothing is.
    pub lost: Vec<(Kind, usize)>,
    /// Records that could not be read and that the history told of.
    pub rebuilt: usize,
    /// Entries of the history that are lost.
    pub lost_steps: usize,
    /// Some of what is lost nothing tells the number of.
    pub is_more_lost: bool,
    /// What pointed at something that is lost, and so points at nothing now.
    pub loosened: usize,
}

impl Salvaged {
    /// Nothing at all could be read that a board could be made of.
    pub fn is_nothing(&self) -> bool {
        self.ideas == 0 && self.steps == 0
    }
}

/// Reads what can be read of a damaged file and writes it to a new one, which waits to take its place.
pub fn salvage(
    file: &Path,
    folder: &Path,
    request: Request,
    run: &str,
    now: DateTime,
) -> Result<(Ready, Salvaged), RestoreError> {
    let there = copied(file, folder)?;
    let from = read::open(there.path(), file)?;
    let fresh = tempfile::Builder::new()
        .prefix(".sluss-")
        .suffix(".half")
        .tempfile_in(folder)?
        .into_temp_path();
    drop(rights::private_file(&fresh)?);
    let salvaged = carry_over(&from, &fresh, request, run)?;
    drop(from);
    File::open(&fresh)?.sync_all()?;
    Ok((Ready { fresh, before: None, now }, salvaged))
}

/// A copy of the damaged file and of what lies beside it, in a folder that only we can enter.
fn copied(file: &Path, folder: &Path) -> std::io::Result<Temporary> {
    let copy = Temporary::within(folder)?;
    for ending in ["", "-wal", "-journal"] {
        let from = super::look::beside(file, ending);
        if size(&from) > 0 && from.is_file() {
            let mut to = rights::private_file(&copy.path().join(format!("damaged{ending}")))?;
            std::io::copy(&mut File::open(from)?, &mut to)?;
        }
    }
    Ok(copy)
}

fn carry_over(
    from: &Connection,
    fresh: &TempPath,
    request: Request,
    run: &str,
) -> Result<Salvaged, RestoreError> {
    let mut to = Connection::open(fresh)?;
    to.pragma_update(None, "journal_mode", "memory")?;
    to.pragma_update(None, "secure_delete", true)?;
    schema::begin(&mut to)?;
    to.pragma_update(None, "foreign_keys", false)?;
    let transaction = to.transaction()?;
    let mut salvaged = Salvaged::default();
    for kind in Kind::ALL {
        let lost = read::records(from, &transaction, *kind)?;
        salvaged.is_more_lost |= lost.is_none();
        if let Some(lost) = lost.filter(|lost| *lost > 0) {
            salvaged.lost.push((*kind, lost));
        }
    }
    let lost = read::journal(from, &transaction)?;
    let (drafts, all) = read::drafts(from, &transaction)?;
    salvaged.is_more_lost |= lost.is_none() || !all;
    salvaged.lost_steps = lost.unwrap_or(0);
    salvaged.drafts = drafts;
    read::memory(from, &transaction)?;
    for (kind, made) in rebuild::missing(&transaction)? {
        salvaged.rebuilt += made;
        if let Some((_, lost)) = salvaged.lost.iter_mut().find(|(lost, _)| *lost == kind) {
            *lost = lost.saturating_sub(made);
        }
    }
    salvaged.lost.retain(|(_, lost)| *lost > 0);
    rebuild::ground(&transaction, request.uid)?;
    salvaged.loosened = mend::references(&transaction)?;
    read::counters(from, &transaction)?;
    mend::derive_all(&transaction)?;
    let count = |table: &str| -> Result<usize, Fault> {
        let sql = format!("SELECT count(*) FROM {table}");
        let n: i64 = transaction.query_row(&sql, [], |row| row.get(0))?;
        Ok(usize::try_from(n).unwrap_or(0))
    };
    salvaged.ideas = count("idea")?;
    salvaged.steps = count("journal")?;
    if !salvaged.is_nothing() {
        let label = Say::new(SALVAGED).with("n", salvaged.ideas);
        Inside(&transaction).note(Request { who: None, ..request }, run, &label)?;
    }
    transaction.commit()?;
    Ok(salvaged)
}

/// How much can be read, without anything being made of it.
pub fn survey(file: &Path) -> Option<usize> {
    let folder = Temporary::new().ok()?;
    let there = copied(file, folder.path()).ok()?;
    let from = read::open(there.path(), file).ok()?;
    read::count(&from).filter(|ideas| *ideas > 0)
}

/// What can be read in a folder that goes with whoever holds it, as a copy that nobody writes to.
pub fn to_read(
    file: &Path,
    request: Request,
    run: &str,
    now: DateTime,
) -> Result<(Temporary, PathBuf), RestoreError> {
    let folder = Temporary::new()?;
    let (ready, salvaged) = salvage(file, folder.path(), request, run, now)?;
    if salvaged.is_nothing() {
        return Err(OpenError::Damaged.into());
    }
    // A file with its hash in a folder of backups is never written to.
    let backups = folder.path().join("backups");
    rights::private_folder(&backups)?;
    let place = backups.join(file.file_name().unwrap_or_default());
    land(ready, &place)?;
    fs::write(super::look::beside(&place, ".sha256"), "")?;
    Ok((folder, place))
}

/// Makes a file of its own of what was salvaged, where none is.
pub fn land(ready: Ready, to: &Path) -> Result<(), RestoreError> {
    ready.fresh.persist_noclobber(to).map_err(|error| RestoreError::Io(error.error))?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok(super::backup::sync(folder.unwrap_or(Path::new(".")))?)
}

/// Where what could be salvaged goes when the damaged file is to stay where it is.
pub fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let stem = stem.unwrap_or_default();
    let names = (1..).map(|nth| match nth {
        1 => format!("{stem}-salvaged.db"),
        nth => format!("{stem}-salvaged-{nth}.db"),
    });
    let mut free = names.map(|name| file.with_file_name(name));
    free.find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| file.to_owned())
}
