//! Who has the file open, and how far they came: the lock file beside it. Its lock keeps what must be
//! alone with the file from those who have it open; what stands in it tells the next run how this one
//! ended. SQLite's own locks are what keeps writers apart.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use super::beside::Beside;
use super::header::follows;
use super::look::{beside, salt, size};
use super::mark::Mark;
use super::open::OpenError;
use super::rights;

/// How often a lock that is held for a moment only is asked for again, and how long after.
const TRIES: u32 = 60;
const SOON: Duration = Duration::from_millis(10);

/// Held as long as this process has the file open, however often.
#[derive(Clone)]
pub struct Presence(Arc<Shared>);

/// How the run before ended, where it did not end well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unclean {
    /// The newest step that was shown as saved.
    pub seq: i64,
}

/// Nobody else has the file open, nor can anybody open it, until this is dropped.
pub struct Alone {
    lock: File,
}

static HERE: Mutex<Vec<Weak<Shared>>> = Mutex::new(Vec::new());

struct Shared {
    path: PathBuf,
    /// The file that the lock is for.
    file: PathBuf,
    /// None where no lock can be had: in a folder that cannot be written.
    lock: Option<File>,
    unclean: Option<Unclean>,
    /// Nobody else had the file open when we came, and its log was written by somebody else.
    is_strange: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// What we wrote last, where we write at all.
    mark: Option<Mark>,
    /// All of the file was checked since the run before ended badly.
    is_settled: bool,
    has_left: bool,
}

impl Presence {
    /// Says that this process has the file open. Fails only where somebody works alone with it.
    pub fn share(of: &Beside) -> Result<Presence, OpenError> {
        let path = absolute(&of.lock());
        let mut here = HERE.lock().unwrap_or_else(PoisonError::into_inner);
        here.retain(|shared| shared.strong_count() > 0);
        let known = here.iter().filter_map(Weak::upgrade).find(|shared| shared.path == path);
        if let Some(shared) = known {
            return Ok(Presence(shared));
        }
        let shared = Arc::new(Shared::new(path, of.file().to_owned())?);
        here.push(Arc::downgrade(&shared));
        Ok(Presence(shared))
    }

    /// The lock that only one may have; none where another program, or another part of this one, has
    /// the file open.
    pub fn alone(of: &Beside) -> io::Result<Option<Alone>> {
        let lock = rights::private_file(&of.lock())?;
        for _ in 0..TRIES {
            match lock.try_lock() {
                Ok(()) => return Ok(Some(Alone { lock })),
                Err(TryLockError::WouldBlock) => std::thread::sleep(SOON),
                // Where there are no locks nobody can be kept out; that was told when it was opened.
                Err(TryLockError::Error(error)) if is_unknown(&error) => {
                    return Ok(Some(Alone { lock }));
                }
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }

    /// How the run before ended, where that was not well and nobody has checked the file since.
    pub fn unclean(&self) -> Option<Unclean> {
        self.0.unclean.filter(|_| !self.0.state().is_settled)
    }

    /// The log beside the file is another file's, or from another time.
    pub(super) fn has_strange_log(&self) -> bool {
        self.0.is_strange
    }

    /// All of the file was checked, and is as it should be.
    pub fn settle(&self) {
        self.0.state().is_settled = true;
    }

    /// Says that this process is done with the file, though some part of it may not have closed it
    /// yet. To be asked for when nothing is written any more, and the process is about to end.
    pub fn leave(&self) {
        // The next run then takes this one for one that did not end well, and looks closer.
        let _ = self.0.close();
        self.0.state().has_left = true;
    }

    /// Says that we write, from this step on.
    pub(super) fn sign(&self, run: &str, seq: i64) {
        let is_unclean = self.unclean().is_some();
        let log = salt(&self.0.file);
        self.0.write(Mark { run: run.to_owned(), seq, log, is_closed: false, is_unclean });
    }

    /// Says that the file is about to be brought up to date, by a run that has not said yet which it
    /// is: a log that is left from now on is the file's own.
    pub(super) fn announce(&self, seq: i64) {
        let before = self.unclean();
        let seq = before.map_or(seq, |before| before.seq.max(seq));
        self.0.write(Mark { seq, is_unclean: before.is_some(), ..Mark::default() });
    }

    /// Says which log is beside the file, where that is begun anew without any step.
    pub(super) fn follow_log(&self) {
        let Some(log) = salt(&self.0.file) else { return };
        let found = self.0.lock.as_ref().and_then(Mark::read);
        if let Some(mark) = found.filter(|mark| mark.log != Some(log)) {
            self.0.note(&Mark { log: Some(log), ..mark });
        }
    }

    /// Says that a step is in the file.
    pub(super) fn acknowledge(&self, seq: i64) {
        let mark = self.0.state().mark.clone();
        if let Some(mark) = mark {
            let log = salt(&self.0.file);
            self.0.write(Mark { seq, log, is_unclean: self.unclean().is_some(), ..mark });
        }
    }
}

impl Shared {
    fn new(path: PathBuf, file: PathBuf) -> Result<Shared, OpenError> {
        let was_there = path.exists();
        let lock = rights::private_file(&path).ok();
        let (lock, found) = match lock {
            Some(lock) => taken(lock, was_there, &file)?,
            None => (None, Left::default()),
        };
        let Left { unclean, is_strange } = found;
        Ok(Shared { path, file, lock, unclean, is_strange, state: Mutex::default() })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What cannot be written is no loss but of the warning that it would have given.
    fn write(&self, mark: Mark) {
        self.note(&mark);
        self.state().mark = Some(mark);
    }

    fn note(&self, mark: &Mark) {
        if let Some(lock) = &self.lock {
            let _ = mark.write(lock);
        }
    }

    /// Where nobody else has the file open and nothing is left to tell, nothing stands in the lock
    /// file.
    fn close(&self) -> io::Result<()> {
        let Some(lock) = &self.lock else { return Ok(()) };
        let state = self.state();
        // A log that was refused is not told of as if it were known.
        if state.has_left || self.is_strange {
            return Ok(());
        }
        let is_unclean = self.unclean.is_some() && !state.is_settled;
        let has_log = size(&beside(&self.file, "-wal")) > 0;
        // Who only read leaves all as it is, but for a log that nobody has told of.
        if state.mark.is_none() && (is_unclean || self.unclean.is_none() && !has_log) {
            return Ok(());
        }
        lock.unlock()?;
        let is_last = lock.try_lock().is_ok();
        if is_last && !is_unclean && !has_log {
            return lock.set_len(0);
        }
        let found = Mark::read(lock);
        let is_ours = match (&found, &state.mark) {
            (None, _) => is_last,
            (Some(found), Some(mark)) => is_last || found.run == mark.run,
            (Some(_), None) => is_last && self.unclean.is_some(),
        };
        if !is_ours {
            return Ok(());
        }
        let mark = found.unwrap_or_default();
        Mark { is_closed: true, is_unclean, log: salt(&self.file), ..mark }.write(lock)
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        // A run that panics did not end well, and says so by saying nothing.
        if !std::thread::panicking() {
            // The next run then takes this one for one that did not end well, and looks closer.
            let _ = self.close();
        }
    }
}

impl Drop for Alone {
    /// What was told of the file that was here before counts no more.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            // As above.
            let _ = self.lock.set_len(0);
        }
    }
}

/// How the run before left the file, where nobody else has it open.
#[derive(Default)]
struct Left {
    unclean: Option<Unclean>,
    is_strange: bool,
}

/// Takes a share of the lock. Whoever is alone there for a moment reads how the run before ended.
fn taken(lock: File, was_there: bool, file: &Path) -> Result<(Option<File>, Left), OpenError> {
    for _ in 0..TRIES {
        match lock.try_lock() {
            Ok(()) => {
                let found = if was_there { Mark::read(&lock) } else { None };
                let is_strange = was_there && is_strange(found.as_ref(), file);
                lock.unlock()?;
                if lock.try_lock_shared().is_ok() {
                    let unclean = found.filter(Mark::is_unclean);
                    let unclean = unclean.map(|mark| Unclean { seq: mark.seq });
                    return Ok((Some(lock), Left { unclean, is_strange }));
                }
            }
            Err(TryLockError::WouldBlock) => {
                if lock.try_lock_shared().is_ok() {
                    return Ok((Some(lock), Left::default()));
                }
            }
            // No locks here.
            Err(TryLockError::Error(_)) => return Ok((None, Left::default())),
        }
        std::thread::sleep(SOON);
    }
    Err(OpenError::Taken)
}

/// Whether the log is not the one that was written last, as far as that is known. A run that ends
/// well takes its log away, or says which it leaves.
fn is_strange(found: Option<&Mark>, file: &Path) -> bool {
    match (found, salt(file)) {
        (None, Some(_)) => true,
        (Some(Mark { log: Some(log), .. }), Some(salt)) => !follows(salt, *log),
        (Some(Mark { log: None, .. }), Some(_)) | (_, None) => false,
    }
}

fn is_unknown(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported || error.raw_os_error() == Some(NO_LOCKS)
}

/// "No locks available", as Linux says it.
const NO_LOCKS: i32 = 37;

/// The same for every way to write the path.
fn absolute(path: &Path) -> PathBuf {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    match (std::fs::canonicalize(folder), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> (tempfile::TempDir, Beside) {
        let folder = tempfile::tempdir().unwrap();
        let beside = Beside::of(&folder.path().join("sluss.db"));
        (folder, beside)
    }

    fn mark(seq: i64) -> Mark {
        Mark { run: "before".into(), seq, log: None, is_closed: false, is_unclean: false }
    }

    fn left(beside: &Beside) -> String {
        std::fs::read_to_string(beside.lock()).unwrap()
    }

    #[test]
    fn a_run_that_ends_well_leaves_an_empty_lock_file() {
        let (_folder, beside) = here();
        let presence = Presence::share(&beside).unwrap();
        assert_eq!(presence.unclean(), None);
        presence.sign("run", 4);
        presence.acknowledge(5);
        assert!(left(&beside).contains("run") && left(&beside).contains('5'));
        drop(presence);
        assert_eq!(left(&beside), "");
    }

    #[test]
    fn what_was_left_full_is_told_until_all_is_checked() {
        let (_folder, beside) = here();
        mark(7).write(&rights::private_file(&beside.lock()).unwrap()).unwrap();
        for _ in 0..2 {
            let presence = Presence::share(&beside).unwrap();
            assert_eq!(presence.unclean(), Some(Unclean { seq: 7 }));
            presence.sign("run", 7);
            drop(presence);
        }
        let presence = Presence::share(&beside).unwrap();
        presence.settle();
        assert_eq!(presence.unclean(), None);
        drop(presence);
        assert_eq!(Presence::share(&beside).unwrap().unclean(), None);
        assert_eq!(left(&beside), "");
    }

    #[test]
    fn who_only_reads_changes_nothing_in_it() {
        let (_folder, beside) = here();
        mark(7).write(&rights::private_file(&beside.lock()).unwrap()).unwrap();
        let before = left(&beside);
        drop(Presence::share(&beside).unwrap());
        assert_eq!(left(&beside), before);
    }

    #[test]
    fn one_is_alone_only_where_nobody_has_the_file_open() {
        let (_folder, beside) = here();
        let presence = Presence::share(&beside).unwrap();
        let again = Presence::share(&beside).unwrap();
        assert!(Arc::ptr_eq(&presence.0, &again.0));
        assert!(Presence::alone(&beside).unwrap().is_none());
        drop((presence, again));
        let alone = Presence::alone(&beside).unwrap().unwrap();
        assert!(matches!(Presence::share(&beside), Err(OpenError::Taken)));
        drop(alone);
        Presence::share(&beside).unwrap();
    }

    #[test]
    fn what_a_dead_program_left_blocks_nobody() {
        let (_folder, beside) = here();
        std::fs::write(beside.lock(), "host elsewhere\npid 4711\nnot a mark of ours\n").unwrap();
        let presence = Presence::share(&beside).unwrap();
        assert_eq!(presence.unclean(), Some(Unclean { seq: 0 }));
    }
}
