//! The finder: the one that looks through everything. In the program it is a thread, begun at the
//! first question; a newer question of a kind takes the place of the older one, wherever that has
//! come to. In tests it answers in line.

mod look;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::app::{Ask, Finding, Found, Job, Msg};
use crate::domain::Say;
use crate::store::{Beside, Cancel, Reader};

use super::threads::LAST;
use super::{crash, fault};
use look::Finds;

type Reply = Box<dyn Fn(Msg) + Send>;

pub struct Finder(How);

enum How {
    /// Opened with the first question.
    InLine(Option<Box<Finds>>),
    Thread {
        asleep: Option<(PathBuf, Reply)>,
        jobs: Option<Sender<Job>>,
        thread: Option<JoinHandle<()>>,
        running: Running,
    },
}

/// What the thread is at, and how to stop it.
#[derive(Clone, Default)]
struct Running(Arc<Mutex<Option<Run>>>);

struct Run {
    what: What,
    serial: u64,
    cancel: Cancel,
}

/// Questions of one kind: only the newest counts. Reading the texts goes on while letters are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Loading,
    Search,
    Filter,
    List,
    Similar,
    Forget,
}

impl What {
    fn of(job: &Job) -> What {
        match job.ask {
            Ask::Search { .. } => What::Search,
            Ask::Filter { .. } => What::Filter,
            Ask::List { .. } => What::List,
            Ask::Similar { .. } => What::Similar,
            Ask::Forget => What::Forget,
        }
    }
}

impl Running {
    fn begin(&self, what: What, serial: u64, cancel: Cancel) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Run { what, serial, cancel });
    }

    fn end(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn stop(&self) {
        if let Some(run) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            run.cancel.set();
        }
    }

    /// Stops what a job makes needless. One that is not begun yet is seen to when it would begin.
    fn make_way(&self, job: &Job) {
        let running = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(run) = running.as_ref().filter(|run| run.serial < job.serial) {
            let ends = match What::of(job) {
                What::Forget => matches!(run.what, What::Loading | What::Search),
                what => run.what == what,
            };
            if ends {
                run.cancel.set();
            }
        }
    }
}

impl Finder {
    /// A thread, begun at the first question. Each answer is handed to `reply`.
    pub fn thread(file: PathBuf, reply: impl Fn(Msg) + Send + 'static) -> Finder {
        let asleep = Some((file, Box::new(reply) as Reply));
        Finder(How::Thread { asleep, jobs: None, thread: None, running: Running::default() })
    }

    pub fn in_line() -> Finder {
        Finder(How::InLine(None))
    }

    /// Stops looking and closes the file.
    pub(super) fn finish(&mut self) {
        match &mut self.0 {
            How::InLine(finds) => *finds = None,
            How::Thread { jobs, thread, running, .. } => {
                drop(jobs.take());
                // What it was at is of no use any more. A disk that does not answer may hold it.
                let until = Instant::now() + LAST;
                while thread.as_ref().is_some_and(|thread| !thread.is_finished())
                    && Instant::now() < until
                {
                    running.stop();
                    std::thread::sleep(Duration::from_millis(1));
                }
                *thread = None;
            }
        }
    }

    /// Answers at once where it is in line.
    pub(super) fn take(&mut self, job: Job, reader: &Reader) -> Vec<Msg> {
        match &mut self.0 {
            How::InLine(finds) => {
                if finds.is_none() {
                    match reader.another() {
                        Ok(reader) => *finds = Some(Box::new(Finds::new(reader))),
                        Err(error) => return vec![failed(job.serial, &error)],
                    }
                }
                let found = finds.as_mut().and_then(|finds| in_line(finds, &job));
                found.map(Msg::Found).into_iter().collect()
            }
            How::Thread { asleep, jobs, thread, running } => {
                if let Some((file, reply)) = asleep.take() {
                    let (sender, inbox) = channel();
                    let running = running.clone();
                    let begun = std::thread::Builder::new()
                        .name("finder".into())
                        .spawn(move || serve(&file, &inbox, &running, &reply));
                    match begun {
                        Ok(begun) => {
                            (*jobs, *thread) = (Some(sender), Some(begun));
                        }
                        Err(error) => return vec![failed(job.serial, &error)],
                    }
                }
                if jobs.as_ref().is_some_and(|jobs| jobs.send(job.clone()).is_ok()) {
                    running.make_way(&job);
                    return Vec::new();
                }
                vec![told(job.serial, Finding::Failed(Say::new("failed-own-search")))]
            }
        }
    }
}

fn in_line(finds: &mut Finds, job: &Job) -> Option<Found> {
    let never = Cancel::default();
    if let Err(fault) = finds.veil(job.veiled) {
        let what = Finding::Failed(super::why::not_read(&fault));
        return Some(Found { serial: job.serial, what });
    }
    if job.ask.reads_texts()
        && let Err(fault) = finds.hold(job.sluice, &never, &mut |_| ())
    {
        return Some(Found {
            serial: job.serial,
            what: Finding::Failed(super::why::not_read(&fault)),
        });
    }
    finds.answer(job, &never)
}

fn serve(file: &Path, inbox: &Receiver<Job>, running: &Running, reply: &Reply) {
    let mut finds: Option<Finds> = None;
    let mut waiting: Vec<Job> = Vec::new();
    loop {
        if waiting.is_empty() {
            let Ok(job) = inbox.recv() else { return };
            put(&mut waiting, job);
        }
        for job in inbox.try_iter() {
            put(&mut waiting, job);
        }
        let job = waiting.remove(0);
        let looked = AssertUnwindSafe(|| {
            look_into(file, &job, &mut finds, &mut waiting, inbox, running, reply);
        });
        if catch_unwind(looked).is_err() {
            running.end();
            finds = None;
            crash::note(&Beside::of(file));
            reply(told(job.serial, Finding::Failed(Say::new("failed-own-search"))));
        }
    }
}

fn look_into(
    file: &Path,
    job: &Job,
    finds: &mut Option<Finds>,
    waiting: &mut Vec<Job>,
    inbox: &Receiver<Job>,
    running: &Running,
    reply: &Reply,
) {
    let finds = match finds {
        Some(finds) => finds,
        None => match Reader::open(file) {
            Ok(reader) => finds.insert(Finds::new(reader)),
            Err(error) => return reply(failed(job.serial, &error)),
        },
    };
    assert!(!fault::strikes("panic-find"), "a fault on purpose");
    if let Err(fault) = finds.veil(job.veiled) {
        return reply(told(job.serial, Finding::Failed(super::why::not_read(&fault))));
    }
    if job.ask.reads_texts() {
        let cancel = finds.cancel();
        running.begin(What::Loading, job.serial, cancel.clone());
        let held = finds.hold(job.sluice, &cancel, &mut |percent| {
            reply(told(job.serial, Finding::Loading { percent }));
        });
        running.end();
        if let Err(fault) = held {
            return reply(told(job.serial, Finding::Failed(super::why::not_read(&fault))));
        }
    }
    let cancel = finds.cancel();
    running.begin(What::of(job), job.serial, cancel.clone());
    for newer in inbox.try_iter() {
        put(waiting, newer);
    }
    if !waiting.iter().any(|newer| makes_needless(newer, job))
        && let Some(found) = finds.answer(job, &cancel)
    {
        reply(Msg::Found(found));
    }
    running.end();
}

/// Puts a job among those waiting, in the place of what it makes needless.
fn put(waiting: &mut Vec<Job>, job: Job) {
    waiting.retain(|older| !makes_needless(&job, older));
    waiting.push(job);
}

fn makes_needless(newer: &Job, older: &Job) -> bool {
    match What::of(newer) {
        What::Forget => older.ask.reads_texts() || older.ask == Ask::Forget,
        what => what == What::of(older),
    }
}

fn told(serial: u64, what: Finding) -> Msg {
    Msg::Found(Found { serial, what })
}

fn failed(serial: u64, why: &dyn std::fmt::Display) -> Msg {
    told(serial, Finding::Failed(Say::new("failed-read").with("why", why.to_string())))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::SluiceId;

    fn job(serial: u64, ask: Ask) -> Job {
        Job { serial, sluice: SluiceId(1), today: date(2026, 11, 23), veiled: false, ask }
    }

    fn search(serial: u64) -> Job {
        job(serial, Ask::Search { line: serial.to_string() })
    }

    #[test]
    fn of_what_waits_only_the_newest_of_its_kind_is_left() {
        let mut waiting = Vec::new();
        let filter = job(2, Ask::Filter { line: "steg:1".into(), order: Default::default() });
        for job in [search(1), filter.clone(), search(3)] {
            put(&mut waiting, job);
        }
        assert_eq!(waiting, [filter.clone(), search(3)]);
        put(&mut waiting, job(4, Ask::Forget));
        assert_eq!(waiting, [filter, job(4, Ask::Forget)]);
    }

    #[test]
    fn the_next_letter_stops_the_search_and_not_the_reading_of_texts() {
        let running = Running::default();
        let cancel = Cancel::default();
        running.begin(What::Loading, 1, cancel.clone());
        running.make_way(&search(2));
        assert!(!cancel.is_set());
        running.begin(What::Search, 1, cancel.clone());
        running.make_way(&search(1));
        assert!(!cancel.is_set());
        running.make_way(&search(2));
        assert!(cancel.is_set());
    }

    #[test]
    fn a_question_to_one_that_is_gone_is_answered() {
        let folder = tempfile::tempdir().unwrap();
        let store = crate::store::Store::open(&folder.path().join("sluss.db"), "run".into());
        let reader = store.unwrap().reader().unwrap();
        let running = Running::default();
        let mut gone = Finder(How::Thread { asleep: None, jobs: None, thread: None, running });
        let told = gone.take(search(7), &reader);
        let [Msg::Found(Found { serial: 7, what: Finding::Failed(_) })] = told.as_slice() else {
            panic!("{told:?}")
        };
    }

    #[test]
    fn closing_the_search_stops_the_reading_of_texts() {
        let running = Running::default();
        let cancel = Cancel::default();
        running.begin(What::Loading, 1, cancel.clone());
        running.make_way(&job(2, Ask::Forget));
        assert!(cancel.is_set());
    }
}
