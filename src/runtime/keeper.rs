//! The keeper: it sees to it that there are backups. In the program it is a thread, begun when there
//! is something to do and asleep otherwise; in tests it works in line. It never waits for a clock:
//! whether a copy is due is asked when something is saved.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::Timestamp;

use crate::app::{Backed, Msg};
use crate::domain::{Backup, Command, Say, Soundness, Stamp, Why};
use crate::store::backup::{self, BackupError, Keeping, Kept};
use crate::store::restore::{self, Ready, Restoring};
use crate::store::{Beside, Request, zone};

use super::why::{no_backup, no_second, not_restored};
use super::{crash, fault};

/// A copy is taken when something was saved so long after the first change that none has.
const OFTEN: i64 = 30 * 60 * 1000;
/// Who leaves waits no longer than this for a copy.
const SHORT: u64 = 1000;
/// Room for SQLite to copy and check a file.
const STACK: usize = 1 << 20;
/// How often it looks, in milliseconds, whether that is over.
const PAUSE: u64 = 2;
/// A file of so many bytes is copied in that time, where nothing is known of this computer.
const SMALL: u64 = 24 << 20;

type Reply = Box<dyn Fn(Msg) + Send>;

pub struct Keeper {
    file: PathBuf,
    shared: Shared,
    how: How,
    /// When the first change was saved that no copy has.
    changed: Option<Stamp>,
}

enum How {
    InLine,
    /// The way to reply goes to the thread when that begins.
    Thread {
        asleep: Option<Reply>,
        jobs: Option<Sender<Job>>,
        thread: Option<JoinHandle<()>>,
    },
}

#[derive(Debug)]
enum Job {
    Take(Why),
    /// Reads the bytes of copies of which nobody knows.
    Check(Vec<Backup>),
    Prepare {
        copy: Box<Backup>,
        request: Request,
        run: String,
    },
}

impl Job {
    /// The answer where we made a mistake on the way, or nobody is there any more to do it.
    fn fallen(&self) -> Msg {
        let own = Say::new("failed-own-backup");
        Msg::Backup(match self {
            Job::Take(_) => Backed::Failed(own),
            // What is not known of a copy is not said of it.
            Job::Check(_) => Backed::Told(own),
            Job::Prepare { .. } => Backed::NotRestored(own),
        })
    }
}

/// What the thread and the loop both know.
#[derive(Clone)]
struct Shared(Arc<Mutex<Known>>);

struct Known {
    keeping: Keeping,
    /// By name and size: whether the bytes are right.
    soundness: HashMap<(String, u64), Soundness>,
    /// It was told that no copy could be taken, or none in the second folder.
    warned: bool,
    ready: Option<(Ready, Backup)>,
}

impl Shared {
    fn know(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keeper {
    /// Works on a thread, begun at the first duty. What becomes of it is handed to `reply`.
    pub fn thread(file: PathBuf, keeping: Keeping, reply: impl Fn(Msg) + Send + 'static) -> Keeper {
        let how = How::Thread { asleep: Some(Box::new(reply)), jobs: None, thread: None };
        Keeper::new(file, keeping, how)
    }

    pub fn in_line(file: PathBuf, keeping: Keeping) -> Keeper {
        Keeper::new(file, keeping, How::InLine)
    }

    fn new(file: PathBuf, keeping: Keeping, how: How) -> Keeper {
        let soundness = HashMap::new();
        let known = Known { keeping, soundness, warned: false, ready: None };
        Keeper { file, shared: Shared(Arc::new(Mutex::new(known))), how, changed: None }
    }

    /// The first frame is drawn: what the last run left without a copy gets one.
    pub(super) fn start(&mut self, newest: i64) -> Vec<Msg> {
        let beside = Beside::of(&self.file);
        if newest == 0 || beside.is_demo() || backup::newest_seq(&beside) == Some(newest) {
            return Vec::new();
        }
        self.give(Job::Take(Why::Routine))
    }

    /// Something was saved.
    pub(super) fn saved(&mut self, now: Stamp) -> Vec<Msg> {
        let since = *self.changed.get_or_insert(now);
        // A clock that was put back counts from anew.
        if now < since {
            self.changed = Some(now);
        }
        if now.0 - since.0 < OFTEN {
            return Vec::new();
        }
        self.changed = None;
        self.give(Job::Take(Why::Routine))
    }

    pub(super) fn asked(&mut self) -> Vec<Msg> {
        self.changed = None;
        self.give(Job::Take(Why::Asked))
    }

    /// Tells of each copy what is known, and finds out the rest.
    pub(super) fn look_at(&mut self, backups: &mut [Backup]) -> Vec<Msg> {
        let known = self.shared.know();
        let mut unknown = Vec::new();
        for copy in backups {
            match known.soundness.get(&key(copy)) {
                _ if copy.soundness == Soundness::Damaged => {}
                Some(soundness) => copy.soundness = *soundness,
                None => unknown.push(copy.clone()),
            }
        }
        drop(known);
        if unknown.is_empty() { Vec::new() } else { self.give(Job::Check(unknown)) }
    }

    pub(super) fn prepare(&mut self, copy: Box<Backup>, request: Request, run: &str) -> Vec<Msg> {
        self.give(Job::Prepare { copy, request, run: run.to_owned() })
    }

    /// What stands ready to take the place of the file, and the copy that it was made of.
    pub(super) fn ready(&mut self) -> Option<(Ready, Backup)> {
        self.shared.know().ready.take()
    }

    /// Where copies lie a second time.
    pub(super) fn second(&self) -> Option<PathBuf> {
        self.shared.know().keeping.second.clone()
    }

    /// No copy goes until the next start: whoever went back may want another one still.
    pub(super) fn pause(&mut self) {
        self.shared.know().keeping.paused = true;
    }

    /// The person leaves: a copy is taken where something changed and it is quickly done.
    pub(super) fn leave(&mut self, newest: i64) {
        if !self.finishes_soon() {
            return;
        }
        let beside = Beside::of(&self.file);
        if newest == 0 || beside.is_demo() || backup::newest_seq(&beside) == Some(newest) {
            return;
        }
        if self.predicts() <= SHORT {
            let keeping = self.shared.know().keeping.clone();
            // What fails now is told by the next start, which tries again.
            let _ = backup::keep(&self.file, &beside, Why::Leaving, &keeping);
        }
    }

    /// How many milliseconds a copy will take, as the last one did for its size.
    fn predicts(&self) -> u64 {
        let bytes = std::fs::metadata(&self.file).map_or(0, |file| file.len());
        let last = backup::list(&Beside::of(&self.file)).ok();
        let last = last.and_then(|all| all.into_iter().find(|copy| copy.millis.is_some()));
        match last {
            Some(Backup { millis: Some(millis), bytes: then, .. }) => {
                millis.saturating_mul(bytes.max(1)) / then.max(1)
            }
            _ => bytes.saturating_mul(SHORT) / SMALL,
        }
    }

    /// Waits until what was begun is done, and the file is closed here.
    pub(super) fn finish(&mut self) {
        if let How::Thread { jobs, thread, .. } = &mut self.how {
            drop(jobs.take());
            if let Some(thread) = thread.take() {
                // A thread that panicked took no copy; the next start sees that.
                let _ = thread.join();
            }
        }
    }

    /// Whether what was begun is done in a moment. What is not goes with the program, and the next
    /// start begins it anew.
    fn finishes_soon(&mut self) -> bool {
        let How::Thread { jobs, thread: Some(thread), .. } = &mut self.how else { return true };
        drop(jobs.take());
        for _ in 0..SHORT / PAUSE {
            if thread.is_finished() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(PAUSE));
        }
        false
    }

    fn give(&mut self, job: Job) -> Vec<Msg> {
        match &mut self.how {
            How::InLine => work(&self.file, &self.shared, job),
            How::Thread { asleep, jobs, thread } => {
                if let Some(reply) = asleep.take() {
                    let (sender, inbox) = channel();
                    let (file, shared) = (self.file.clone(), self.shared.clone());
                    let begun = std::thread::Builder::new()
                        .name("keeper".into())
                        .stack_size(STACK)
                        .spawn(move || serve(&file, &shared, &inbox, &reply));
                    match begun {
                        Ok(begun) => (*jobs, *thread) = (Some(sender), Some(begun)),
                        Err(error) => return vec![failed(&error.into(), &self.file)],
                    }
                }
                let unsent = match jobs {
                    Some(jobs) => jobs.send(job).err().map(|unsent| unsent.0),
                    None => Some(job),
                };
                unsent.map(|job| job.fallen()).into_iter().collect()
            }
        }
    }
}

fn key(copy: &Backup) -> (String, u64) {
    (copy.name.clone(), copy.bytes)
}

fn serve(file: &Path, shared: &Shared, inbox: &Receiver<Job>, reply: &Reply) {
    for job in inbox {
        let fallen = job.fallen();
        let unknown = if let Job::Check(copies) = &job { copies.clone() } else { Vec::new() };
        let worked = catch_unwind(AssertUnwindSafe(|| {
            assert!(!fault::strikes("panic-keep"), "a fault on purpose");
            work(file, shared, job)
        }));
        let told = worked.unwrap_or_else(|_| {
            crash::note(&Beside::of(file));
            // Once is enough: nobody asks for these again.
            let unknown = unknown.iter().map(|copy| (key(copy), Soundness::Unknown));
            shared.know().soundness.extend(unknown);
            vec![fallen]
        });
        told.into_iter().for_each(reply);
    }
}

fn work(file: &Path, shared: &Shared, job: Job) -> Vec<Msg> {
    let beside = Beside::of(file);
    match job {
        Job::Take(why) => {
            let keeping = shared.know().keeping.clone();
            let kept = backup::keep(file, &beside, why, &keeping);
            taken(kept, why, shared, file)
        }
        Job::Check(unknown) => {
            for copy in unknown {
                let soundness = backup::check(&beside, &copy);
                shared.know().soundness.insert(key(&copy), soundness);
            }
            vec![Msg::Backup(Backed::Checked)]
        }
        Job::Prepare { copy, request, run } => {
            let now = zone().to_datetime(Timestamp::now());
            let restoring =
                Restoring { file, beside: &beside, copy: &copy, request, run: &run, now };
            vec![Msg::Backup(match restore::prepare(&restoring) {
                Ok(ready) => {
                    shared.know().ready = Some((ready, (*copy).clone()));
                    Backed::Ready
                }
                Err(error) => Backed::NotRestored(not_restored(&error, &copy, file)),
            })]
        }
    }
}

fn taken(
    kept: Result<Option<Kept>, BackupError>,
    why: Why,
    shared: &Shared,
    file: &Path,
) -> Vec<Msg> {
    let mut known = shared.know();
    match kept {
        Ok(Some(kept)) => {
            known.soundness.insert(key(&kept.backup), Soundness::Good);
            // Once is enough, unless somebody asked.
            let warn = kept.second.filter(|_| why == Why::Asked || !known.warned);
            match warn {
                Some(error) => {
                    known.warned = true;
                    vec![Msg::Backup(Backed::Told(no_second(&error)))]
                }
                None => vec![Msg::Backup(Backed::Taken(why))],
            }
        }
        Ok(None) if why == Why::Asked => vec![Msg::Backup(Backed::NothingNew)],
        Ok(None) => Vec::new(),
        Err(error) if why == Why::Asked || !known.warned => {
            known.warned = true;
            vec![failed(&error, file)]
        }
        Err(_) => Vec::new(),
    }
}

fn failed(error: &BackupError, file: &Path) -> Msg {
    Msg::Backup(Backed::Failed(no_backup(error, &Beside::of(file).backups())))
}

/// A copy before a change that is large. That none can be taken is told, and the change goes on: it
/// can be taken back.
pub(super) fn copy_before(command: &Command, file: &Path) -> Option<Say> {
    if !command.is_large() {
        return None;
    }
    let beside = Beside::of(file);
    let taken = backup::take(file, &beside, Why::BeforeBulk);
    taken.err().map(|error| no_backup(&error, &beside.backups()))
}
