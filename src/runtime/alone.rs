//! Work on a whole file while nothing of ours has it open: on a thread that tells how far it has come,
//! or in line. What is done, and what follows from it, others know.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::{Model, Msg};
use crate::domain::Say;
use crate::store::Beside;

use super::crash;
use super::world::World;

type Reply = Arc<Mutex<dyn Fn(Msg) + Send>>;

/// Where it is done: it takes its time.
pub struct Alone(Option<Reply>);

/// Opens the file again after what was done, and answers what became of it.
pub(super) type Land = Box<dyn FnOnce(&mut World, &Model) -> Msg>;

/// Why what was begun did not come to its end.
pub(super) enum Fallen {
    NotBegun(io::Error),
    /// We made a mistake.
    Panicked,
}

impl Alone {
    pub fn in_line() -> Alone {
        Alone(None)
    }

    /// On a thread that tells how far it has come.
    pub fn thread(reply: impl Fn(Msg) + Send + 'static) -> Alone {
        Alone(Some(Arc::new(Mutex::new(reply))))
    }
}

/// Tells, and says at the last that it has ended.
struct Last(Reply);

impl Last {
    fn say(&self, msg: Msg) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)(msg);
    }
}

impl Drop for Last {
    fn drop(&mut self) {
        self.say(Msg::WorkEnded);
    }
}

impl World {
    /// Closes the file and does something to it; `land` opens what is there afterwards. On a thread,
    /// what becomes of it comes later.
    pub(super) fn alone<T: Send + 'static>(
        &mut self,
        model: &Model,
        path: PathBuf,
        job: impl FnOnce(&Path, &mut dyn FnMut(Say)) -> T + Send + 'static,
        land: impl FnOnce(&mut World, &Model, &Path, Result<T, Fallen>) -> Msg + 'static,
    ) -> Option<Msg> {
        self.close();
        let Some(reply) = self.files.as_ref().and_then(|files| files.alone.0.clone()) else {
            let ended = job(&path, &mut |_| {});
            return Some(land(self, model, &path, Ok(ended)));
        };
        let file = path.clone();
        let begun = std::thread::Builder::new().name("alone".into()).spawn(move || {
            // Whatever ends it, the file is opened again.
            let last = Last(reply);
            job(&file, &mut |say| last.say(Msg::Working(say)))
        });
        let thread = match begun {
            Ok(thread) => thread,
            Err(error) => return Some(land(self, model, &path, Err(Fallen::NotBegun(error)))),
        };
        self.working = Some(Box::new(move |world, model| {
            let ended = thread.join().map_err(|_| {
                crash::note(&Beside::of(&path));
                Fallen::Panicked
            });
            land(world, model, &path, ended)
        }));
        None
    }

    /// What was done on a thread has ended.
    pub(super) fn take_up(&mut self, model: &Model) -> Option<Msg> {
        let land = self.working.take()?;
        Some(land(self, model))
    }
}
