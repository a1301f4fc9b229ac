//! Taking a person or whole ideas out of a file for good, and out of every copy of it that is ours.
//! Everything is done on a private copy; what there was stays as it is until the copy takes its
//! place, and that comes last. Whoever is killed on the way finds the old file, and asks again.

mod bytes;
mod copies;
mod ours;
mod rewrite;
mod survey;
mod texts;
mod typed;

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::domain::{Erasure, Keep, No, PersonHit, Removal};

use super::backup::board;
use super::{Beside, Fault, OpenError, Presence, Request, Store, fault, sweep};

use bytes::Search;
use copies::Fate;
use ours::Ours;

pub use survey::{Register, Surveyed};

/// What a file is called while it is being made. What is left of one is swept at the next erasure.
const PREFIX: &str = ".erase-";

/// Larger files beside ours are not searched: we did not write them.
const LARGEST: u64 = 256 << 20;

/// Why nothing was erased. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    #[error("another program has the file open")]
    NotAlone,
    #[error("refused")]
    No(No),
    #[error(transparent)]
    Fault(#[from] Fault),
    #[error(transparent)]
    Open(OpenError),
    #[error("{}: {error}", path.display())]
    Io { path: PathBuf, error: io::Error },
    /// A copy cannot be read or written just now.
    #[error("{}: {fault}", path.display())]
    Copy { path: PathBuf, fault: Fault },
}

impl From<rusqlite::Error> for EraseError {
    fn from(error: rusqlite::Error) -> EraseError {
        EraseError::Fault(error.into())
    }
}

impl From<No> for EraseError {
    fn from(no: No) -> EraseError {
        EraseError::No(no)
    }
}

/// What was done, and what is left.
#[derive(Clone, Debug)]
pub struct Erased {
    pub erasure: Erasure,
    pub kept: Vec<(PersonHit, Keep)>,
    /// The person's own record stays, for official records that point at it.
    pub stays: bool,
    /// Copies of ours that were written anew.
    pub rewritten: Vec<PathBuf>,
    /// Copies of ours that could not be read, and are gone.
    pub deleted: Vec<PathBuf>,
    /// Copies of ours that a newer version wrote. They are as they were.
    pub newer: Vec<PathBuf>,
    /// Folders with copies of ours that are not there now.
    pub missing: Vec<PathBuf>,
    /// How many files were searched afterwards, byte by byte; none where there are no words to
    /// search for.
    pub searched: usize,
    /// Files that could not be searched: they cannot be read, or are large and not ours.
    pub unsearched: Vec<PathBuf>,
    /// Where the words still stand, and how often.
    pub left: Vec<(PathBuf, usize)>,
}

impl Erased {
    /// All was searched, and nothing is left that was to go.
    pub fn is_all_gone(&self) -> bool {
        let out_of_reach = [&self.newer, &self.missing, &self.unsearched];
        let is_left = self.stays || !self.left.is_empty() || !self.kept.is_empty();
        self.searched > 0 && !is_left && out_of_reach.iter().all(|paths| paths.is_empty())
    }
}

/// What lies outside the folders of the file.
#[derive(Clone, Debug, Default)]
pub struct Others {
    /// More folders in which copies of ours lie.
    pub folders: Vec<PathBuf>,
    /// Where texts are written that could not be saved, were it not for the folder of drafts.
    pub texts: Vec<PathBuf>,
}

impl Others {
    /// The second folder of backups, and the system's temporary files.
    pub fn of(second: Option<PathBuf>) -> Others {
        Others { folders: second.into_iter().collect(), texts: vec![std::env::temp_dir()] }
    }
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Rewriting,
    Copy {
        nth: usize,
        of: usize,
    },
    Searching,
    /// After this it is done.
    Replacing,
    Replaced,
}

/// Erases, with nobody else at the file. No connection of this process may be open on it.
pub fn erase(
    path: &Path,
    request: Request,
    run: &str,
    removal: &Removal,
    others: &Others,
    tell: &mut dyn FnMut(Phase),
) -> Result<Erased, EraseError> {
    let mut tell = |phase: Phase| {
        phase.strike();
        tell(phase);
    };
    let at = |path: &Path| {
        let failed = |error| EraseError::Io { path: path.to_owned(), error };
        std::path::absolute(path).map_err(failed)
    };
    // The same file has the same name wherever it is met.
    let path = at(path)?;
    let path = path.as_path();
    let all_at = |paths: &[PathBuf]| paths.iter().map(|it| at(it)).collect::<Result<Vec<_>, _>>();
    let others = Others { folders: all_at(&others.folders)?, texts: all_at(&others.texts)? };
    let beside = Beside::of(path);
    let folder = beside.folder().to_owned();
    let failed = |error| EraseError::Io { path: folder.clone(), error };
    // Brings the schema up to date, and takes in what stands in the log.
    match Store::open(path, run.to_owned()) {
        Ok(store) => drop(store),
        Err(OpenError::Taken) => return Err(EraseError::NotAlone),
        Err(error) => return Err(EraseError::Open(error)),
    }
    let _alone = Presence::alone(&beside).map_err(failed)?.ok_or(EraseError::NotAlone)?;
    let board = close_log(path)?;
    tell(Phase::Rewriting);
    copies::sweep(&beside).map_err(failed)?;
    others.texts.iter().chain([&folder]).for_each(|folder| sweep(folder));
    let ours = || {
        Ours::of(&beside, board.as_deref(), &others.folders, &others.texts)
            .map_err(|(path, error)| EraseError::Io { path, error })
    };
    let _turns = copies::turns(&beside, &ours()?)?;
    let ours = ours()?;
    for left in &ours.left {
        copies::delete(left)?;
    }
    let private = copies::copy_of(path, &folder)?;
    let mut connection = copies::workshop(&private)?;
    let mut done = rewrite::original(&mut connection, removal, request, run)?;
    let whole = copies::finish(connection, &folder)?;
    drop(private);
    copies::learn(&ours, removal, &mut done);
    let (mut rewritten, mut deleted, mut newer) = (Vec::new(), Vec::new(), Vec::new());
    for (nth, copy) in ours.copies.iter().chain(&ours.texts).enumerate() {
        tell(Phase::Copy { nth: nth + 1, of: ours.count() });
        let fate = match ours.texts.contains(copy) {
            false => copies::see_to(copy, removal, request, &mut done)?,
            true => texts::text(copy, &done, removal)?,
        };
        match fate {
            Fate::Rewritten => rewritten.push(copy.clone()),
            Fate::Deleted => deleted.push(copy.clone()),
            Fate::Newer => newer.push(copy.clone()),
            Fate::Gone | Fate::Untouched => {}
        }
    }
    tell(Phase::Searching);
    let mut erased = Erased {
        erasure: done.erasure,
        kept: done.kept,
        stays: done.stays,
        rewritten,
        deleted,
        newer,
        missing: others.folders.iter().filter(|it| !it.is_dir()).cloned().collect(),
        searched: 0,
        unsearched: Vec::new(),
        left: Vec::new(),
    };
    if !done.gone.is_empty() {
        look_for(&Search::of(&done.gone), &whole, &beside, &ours, &mut erased)?;
    }
    tell(Phase::Replacing);
    copies::put(whole, path).map_err(|error| EraseError::Io { path: path.to_owned(), error })?;
    tell(Phase::Replaced);
    Ok(erased)
}

/// Searches all there is: the file as it will be, what is ours, and whatever else lies beside it.
fn look_for(
    search: &Search,
    whole: &Path,
    beside: &Beside,
    ours: &Ours,
    erased: &mut Erased,
) -> Result<(), EraseError> {
    let failed = |error| EraseError::Io { path: beside.folder().to_owned(), error };
    let in_whole = search.count(whole).map_err(failed)?;
    erased.searched = 1;
    if in_whole > 0 {
        erased.left.push((beside.file().to_owned(), in_whole));
    }
    let mut all: Vec<PathBuf> = ours.copies.iter().chain(&ours.texts).cloned().collect();
    for folder in [beside.folder().to_owned(), beside.backups(), beside.drafts()] {
        all.extend(ours::files(&folder).map_err(failed)?);
    }
    all.sort();
    all.dedup();
    for file in all {
        // Nothing of what is looked for is written there.
        let empty = [beside.lock(), beside.ballast(), beside.room()];
        if ours::is_itself(&file, beside) || file == whole || empty.contains(&file) {
            continue;
        }
        let size = std::fs::metadata(&file).map_or(0, |file| file.len());
        if size > LARGEST && !ours.contains(&file) {
            erased.unsearched.push(file);
            continue;
        }
        match search.count(&file) {
            Ok(hits) => {
                erased.searched += 1;
                erased.left.extend((hits > 0).then_some((file, hits)));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(_) => erased.unsearched.push(file),
        }
    }
    Ok(())
}

impl Phase {
    /// Where a test asks for it, the program ends here: `SLUSS_FAULT=erase:searching`.
    fn strike(self) {
        let name = match self {
            Phase::Rewriting => "rewriting",
            Phase::Copy { .. } => "copy",
            Phase::Searching => "searching",
            Phase::Replacing => "replacing",
            Phase::Replaced => "replaced",
        };
        if fault::asked("erase").is_some_and(|asked| asked == name) {
            std::process::abort();
        }
    }
}

/// Closes the log into the file, which only succeeds where nobody else has it open: where there are
/// no locks on whole files, that is all that is known. Answers which board it is.
fn close_log(path: &Path) -> Result<Option<String>, EraseError> {
    let connection = Connection::open(path)?;
    let mode: rusqlite::Result<String> =
        connection.query_row("PRAGMA journal_mode = delete", [], |row| row.get(0));
    match mode {
        Ok(mode) if mode == "delete" => Ok(board(&connection)?),
        Ok(_) => Err(EraseError::NotAlone),
        Err(error) => match Fault::from(error) {
            fault if fault.is_busy() => Err(EraseError::NotAlone),
            fault => Err(fault.into()),
        },
    }
}
