//! The saver: the one that writes. In the program it is a thread, so that no key waits for the
//! disk; in tests it writes in line. What it does when something goes wrong is the writer's affair.

mod care;
mod keep;
mod mend;
mod writer;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::app::Msg;
use crate::domain::{Command, Draft, Say, Stamp, Unsaved};
use crate::store::{Identity, Request, Store};

pub use writer::Patience;
use writer::Writer;

pub struct Saver(How);

enum How {
    InLine(Box<Writer>),
    Thread {
        jobs: Option<Sender<Job>>,
        thread: Option<JoinHandle<()>>,
        /// Closed when the thread has ended.
        ended: Receiver<()>,
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
    Undo(Request),
    UndoChosen(Request, i64),
    Redo(Request),
    /// Mends what is not as it was left.
    Mend(Request),
    Remember(&'static str, String),
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
        matches!(self, Job::Commit(..) | Job::Undo(_) | Job::UndoChosen(..) | Job::Redo(_))
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
        let (alive, ended) = channel::<()>();
        let thread = std::thread::Builder::new().name("saver".into()).spawn(move || {
            serve(Writer::new(path, run), &inbox, &reply);
            drop(alive);
        })?;
        Ok(Saver(How::Thread { jobs: Some(jobs), thread: Some(thread), ended }))
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
            How::Thread { jobs, .. } => {
                let is_step = job.is_step();
                let sent = jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok());
                let gone = Say::new("failed-saver-gone");
                if sent || !is_step { Vec::new() } else { vec![Msg::Failed(gone)] }
            }
        }
    }

    /// Waits until all that was asked for is written and the file is closed.
    pub(super) fn finish(&mut self) {
        if let How::Thread { jobs, thread, .. } = &mut self.0 {
            drop(jobs.take());
            if let Some(thread) = thread.take() {
                // A panic there was told as a failed save already.
                let _ = thread.join();
            }
        }
    }

    /// The same, for so long at most; false where it was not done by then.
    pub(super) fn finishes_within(&mut self, time: Duration) -> bool {
        match &mut self.0 {
            How::InLine(_) => true,
            How::Thread { jobs, ended, .. } => {
                drop(jobs.take());
                let ran_out = Err(std::sync::mpsc::RecvTimeoutError::Timeout);
                ended.recv_timeout(time) != ran_out
            }
        }
    }
}

fn serve(mut writer: Writer, inbox: &Receiver<Job>, reply: &impl Fn(Msg)) {
    loop {
        let job = match writer.rest() {
            None => inbox.recv().ok(),
            Some(rest) => match inbox.recv_timeout(rest) {
                Ok(job) => Some(job),
                Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {
                    writer.tidy();
                    continue;
                }
                Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => None,
            },
        };
        let is_last = matches!(job, None | Some(Job::Close));
        writer.perform(job.unwrap_or(Job::Close), &mut |msg| reply(msg));
        if is_last {
            return;
        }
    }
}
