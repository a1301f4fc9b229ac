//! The saver: the one that writes. In the program it is a thread, so that no key waits for the
//! disk; in tests and on the command line it writes in line.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use crate::app::{Answer, Msg};
use crate::domain::{Command, Done, Draft, No, Say, Stamp};
use crate::store::{Fault, Request, Store};

use super::why::{not_opened, not_saved};

pub enum Saver {
    InLine(Box<Store>),
    Thread { jobs: Option<Sender<Job>>, thread: Option<JoinHandle<()>> },
}

#[derive(Clone, Debug)]
pub enum Job {
    /// Opens the file, so that the first save need not.
    Open,
    /// With the name of the draft that goes with the step.
    Commit(Request, Command, Option<String>),
    KeepDraft(String, Vec<Draft>),
    DropDraft(String, Stamp),
    Undo(Request),
    UndoChosen(Request, i64),
    Redo(Request),
    Remember(&'static str, String),
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
        let thread = std::thread::Builder::new()
            .name("saver".into())
            .spawn(move || serve(&path, &run, &inbox, &reply))?;
        Ok(Saver::Thread { jobs: Some(jobs), thread: Some(thread) })
    }

    pub(super) fn take(&mut self, job: Job) -> Option<Msg> {
        match self {
            Saver::InLine(store) => perform(store, job),
            Saver::Thread { jobs, .. } => {
                let sent = jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok());
                (!sent).then(|| Msg::Failed(Say::new("failed-saver-gone")))
            }
        }
    }

    /// Waits until all that was asked for is written.
    pub(super) fn finish(&mut self) {
        if let Saver::Thread { jobs, thread } = self {
            drop(jobs.take());
            if let Some(thread) = thread.take() {
                // A panic there was told as a failed save already.
                let _ = thread.join();
            }
        }
    }
}

fn serve(path: &std::path::Path, run: &str, inbox: &Receiver<Job>, reply: &impl Fn(Msg)) {
    let mut store = None;
    for job in inbox {
        if store.is_none() {
            match Store::open(path, run.to_owned()) {
                Ok(opened) => store = Some(opened),
                Err(error) => {
                    reply(Msg::Failed(not_opened(&error, path)));
                    continue;
                }
            }
        }
        if let Some(store) = &mut store
            && let Some(msg) = perform(store, job)
        {
            reply(msg);
        }
    }
}

fn perform(store: &mut Store, job: Job) -> Option<Msg> {
    let outcome = match job {
        Job::Open => return None,
        Job::Commit(request, command, drops) => {
            store.commit_dropping(request, &command, drops.as_deref())
        }
        Job::Undo(request) => store.undo(request),
        Job::UndoChosen(request, seq) => store.undo_chosen(request, seq),
        Job::Redo(request) => store.redo(request),
        Job::Remember(name, value) => return told(store.remember(name, &value)),
        Job::KeepDraft(target, fields) => return told(store.keep_draft(&target, &fields)),
        Job::DropDraft(target, at) => return told(store.discard_draft(&target, at)),
    };
    Some(reply_to(outcome))
}

/// Nothing to say where it went well.
fn told(written: Result<(), Fault>) -> Option<Msg> {
    written.err().map(|fault| Msg::Answer(Answer::Failed(not_saved(&fault))))
}

fn reply_to(outcome: Result<Result<Done, No>, Fault>) -> Msg {
    match outcome {
        Ok(Ok(done)) => Msg::Saved(done),
        Ok(Err(No::Refused(refusal))) => Msg::Refused(refusal.0),
        Ok(Err(No::Unreadable(error))) => {
            Msg::Failed(Say::new("failed-read").with("why", error.to_string()))
        }
        Err(fault) => Msg::Failed(not_saved(&fault)),
    }
}
