//! The saver: the one that writes. In the program it is a thread, so that no key waits for the
//! disk; in tests it writes in line. What it does when something goes wrong is the writer's affair.

mod ballot;
mod care;
mod fallen;
mod keep;
mod mend;
mod writer;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::app::{Answer, Msg};
use crate::domain::vote::Slip;
use crate::domain::{AgendaItemId, Command, Draft, Live, Say, Stamp, Unsaved};
use crate::store::{Identity, Request, Store};

pub use writer::Patience;
use writer::Writer;

pub struct Saver(How);

enum How {
    InLine(Box<Writer>),
    Thread {
        jobs: Option<Sender<Job>>,
        /// How many jobs it was given, and how many it is done with.
        given: u64,
        done: Arc<AtomicU64>,
        thread: Option<JoinHandle<()>>,
        /// What could be written nowhere, once the file is closed. Nothing comes of a thread that
        /// fell.
        ended: Receiver<Vec<Unsaved>>,
    },
}

#[derive(Clone, Debug)]
pub(super) enum Job {
    /// Opens the file, which must be the one that is read, so that the first save need not.
    Open(Identity),
    /// With the name of the draft that goes with the step.
    Commit(Request, Command, Option<String>),
    KeepDraft(String, Vec<Draft>),
    DropDraft(String, Stamp),
    /// A ballot into the box, in the place of the last one where that is given; none takes that back.
    Ballot {
        slip: Option<Slip>,
        instead_of: Option<Slip>,
    },
    Undo(Request),
    UndoChosen(Request, i64),
    BackToItem(Request, AgendaItemId),
    Redo(Request),
    /// Mends what is not as it was left.
    Mend(Request),
    Remember(&'static str, String),
    /// What the room sees from now on; nothing, where nothing is to be seen any more.
    Show(Option<Box<Live>>, Stamp),
    /// The person knows that something was not saved: what is asked for from here on is meant.
    GoOn,
    /// Tries again to write where that was given up.
    TryAgain,
    /// Saves all that can be read, and what is being typed, in another place.
    SaveElsewhere {
        folder: Option<PathBuf>,
        unsaved: Vec<Unsaved>,
        day: String,
    },
    /// Puts all in order and ends.
    Close,
}

impl Job {
    /// It is answered as saved, refused or failed.
    pub(super) fn is_step(&self) -> bool {
        matches!(
            self,
            Job::Commit(..)
                | Job::Undo(_)
                | Job::UndoChosen(..)
                | Job::BackToItem(..)
                | Job::Redo(_)
        )
    }

    /// The answer where nobody is there any more to do it.
    fn unheard(self) -> Option<Msg> {
        let gone = Say::new("failed-saver-gone");
        match self {
            job if job.is_step() => Some(Msg::Failed(gone)),
            Job::KeepDraft(..) => Some(Msg::Barred(Some(Say::new("banner-unkept")))),
            Job::Ballot { slip, .. } => Some(Msg::Ballot { slip, became: Err(gone), sure: false }),
            Job::Mend(_) => Some(Msg::Answer(Answer::Failed(gone))),
            Job::SaveElsewhere { .. } => Some(Msg::SavedElsewhere(Err(gone))),
            Job::Close => Some(Msg::Closed { homeless: Vec::new() }),
            _ => None,
        }
    }
}

impl Saver {
    /// Starts the thread. The file is opened there, where the first frame need not wait for it.
    /// Each answer is handed to `reply`.
    pub fn start(
        path: PathBuf,
        run: String,
        reply: impl Fn(Msg) + Send + 'static,
    ) -> std::io::Result<Saver> {
        let (jobs, inbox) = channel();
        let (end, ended) = channel();
        let done = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&done);
        let thread = std::thread::Builder::new().name("saver".into()).spawn(move || {
            // Whoever let go of it may not ask.
            let _ = end.send(serve(Writer::new(path, run), &inbox, &reply, &count));
        })?;
        let (jobs, thread) = (Some(jobs), Some(thread));
        Ok(Saver(How::Thread { jobs, given: 0, done, thread, ended }))
    }

    /// Writes at once, on the thread that asks.
    pub fn in_line(store: Store) -> Saver {
        Saver::in_line_with(store, Patience::default())
    }

    pub fn in_line_with(store: Store, patience: Patience) -> Saver {
        Saver(How::InLine(Box::new(Writer::of(store).with(patience))))
    }

    /// Takes a job; in line the answers come at once.
    pub(super) fn take(&mut self, job: Job) -> Vec<Msg> {
        match &mut self.0 {
            How::InLine(writer) => {
                let mut answers = Vec::new();
                writer.perform(job, &mut |msg| answers.push(msg));
                answers
            }
            How::Thread { jobs, given, .. } => {
                *given += 1;
                let unsent = match jobs {
                    Some(jobs) => jobs.send(job).err().map(|unsent| unsent.0),
                    None => Some(job),
                };
                unsent.and_then(Job::unheard).into_iter().collect()
            }
        }
    }

    /// Something that it was given is not done yet.
    pub(super) fn is_behind(&self) -> bool {
        match &self.0 {
            How::InLine(_) => false,
            How::Thread { given, done, .. } => done.load(Ordering::SeqCst) < *given,
        }
    }

    /// Waits until all that was asked for is written and the file is closed. Answers what could be
    /// written nowhere.
    pub(super) fn finish(&mut self) -> Vec<Unsaved> {
        let How::Thread { jobs, thread, ended, .. } = &mut self.0 else { return Vec::new() };
        drop(jobs.take());
        if let Some(thread) = thread.take() {
            // A panic there was told as a failed save already.
            let _ = thread.join();
        }
        ended.try_recv().unwrap_or_default()
    }

    /// The same, for so long at most; nothing where it was not done by then.
    pub(super) fn finishes_within(&mut self, time: Duration) -> Option<Vec<Unsaved>> {
        match &mut self.0 {
            How::InLine(_) => Some(Vec::new()),
            How::Thread { jobs, ended, .. } => {
                drop(jobs.take());
                ended.recv_timeout(time).ok()
            }
        }
    }
}

/// Works until it is asked to close, or let go: then nobody is told, for another file may be open by
/// then. Answers what could be written nowhere.
fn serve(
    mut writer: Writer,
    inbox: &Receiver<Job>,
    reply: &impl Fn(Msg),
    done: &AtomicU64,
) -> Vec<Unsaved> {
    loop {
        let job = match writer.rest() {
            None => inbox.recv().ok(),
            Some(rest) => match inbox.recv_timeout(rest) {
                Ok(job) => Some(job),
                Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {
                    writer.rests();
                    continue;
                }
                Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => None,
            },
        };
        let is_let_go = job.is_none();
        let mut closed = None;
        writer.perform(job.unwrap_or(Job::Close), &mut |msg| {
            if let Msg::Closed { homeless } = &msg {
                closed = Some(homeless.clone());
            }
            if !is_let_go {
                reply(msg);
            }
        });
        done.fetch_add(1, Ordering::SeqCst);
        if let Some(homeless) = closed {
            return homeless;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Identity;

    fn saver(file: &std::path::Path) -> (Saver, Receiver<Msg>) {
        let (tell, told) = channel();
        let reply = move |msg| drop(tell.send(msg));
        (Saver::start(file.to_owned(), "run".into(), reply).unwrap(), told)
    }

    fn closed(told: &Receiver<Msg>) -> usize {
        told.iter().filter(|msg| matches!(msg, Msg::Closed { .. })).count()
    }

    fn here(file: &std::path::Path) -> Identity {
        Store::open(file, "before".into()).unwrap().identity()
    }

    #[test]
    fn only_who_asked_for_the_file_to_be_closed_is_told_that_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sluss.db");
        let (mut asked, told) = saver(&file);
        asked.take(Job::Open(here(&file)));
        asked.take(Job::Close);
        asked.finish();
        assert_eq!(closed(&told), 1);
        // Another file is put in its place: what it says would be taken for word of that one.
        let (mut let_go, told) = saver(&file);
        let_go.take(Job::Open(here(&file)));
        let_go.finish();
        assert_eq!(closed(&told), 0);
    }

    #[test]
    fn who_asks_one_that_is_gone_is_answered() {
        let mut gone = Saver(How::Thread {
            jobs: None,
            given: 0,
            done: Arc::default(),
            thread: None,
            ended: channel().1,
        });
        let closed = gone.take(Job::Close);
        assert!(matches!(closed.as_slice(), [Msg::Closed { .. }]), "{closed:?}");
        let kept = gone.take(Job::KeepDraft("capture".into(), Vec::new()));
        assert!(matches!(kept.as_slice(), [Msg::Barred(Some(_))]), "{kept:?}");
        assert_eq!(gone.finishes_within(Duration::ZERO), None, "nothing is known of what it had");
    }
}
