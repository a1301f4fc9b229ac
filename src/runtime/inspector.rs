//! The one that looks through the file for what is not as it was left: on a thread of its own, for
//! it may take minutes. In tests it looks in line. What is found goes to the list that shows it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::{Answer, ListKind, ListRead, ListRows, Msg};
use crate::domain::Say;
use crate::store::{Cancel, Depth, Fault, Reader};

use super::why::{not_opened, not_read};

/// Shared by the threads that look.
type Reply = Arc<Mutex<dyn Fn(Msg) + Send>>;

pub struct Inspector {
    /// None where it looks in line.
    thread: Option<(PathBuf, Reply)>,
    /// Stops the one that looks now.
    running: Option<Cancel>,
}

impl Inspector {
    pub fn in_line() -> Inspector {
        Inspector { thread: None, running: None }
    }

    /// Each answer is handed to `reply`.
    pub fn thread(file: PathBuf, reply: impl Fn(Msg) + Send + 'static) -> Inspector {
        Inspector { thread: Some((file, Arc::new(Mutex::new(reply)))), running: None }
    }

    /// Looks through all of the file. An older looking through is stopped.
    pub(super) fn look(&mut self, reader: &Reader) -> Option<Msg> {
        self.stop();
        self.begin(reader, |reader, cancel| {
            let seen = whole(reader, cancel);
            (!cancel.is_set()).then(|| match seen {
                Ok(read) => Msg::Answer(Answer::List(Box::new(read))),
                Err(fault) => Msg::Answer(Answer::Failed(not_read(&fault))),
            })
        })
    }

    /// Looks at a part of the file, chosen by the seed, as at every start. It speaks up only where
    /// something is wrong.
    pub(super) fn glance(&mut self, reader: &Reader, seed: u64) -> Option<Msg> {
        self.begin(reader, move |reader, cancel| {
            match reader.inspect(Depth::Spot { seed }, cancel) {
                Ok(seen) if seen.findings.is_empty() => None,
                Ok(_) => Some(Msg::Answer(Answer::Failed(Say::new("failed-file-damaged")))),
                Err(fault) => Some(Msg::Answer(Answer::Failed(not_read(&fault)))),
            }
        })
    }

    fn begin(
        &mut self,
        reader: &Reader,
        look: impl FnOnce(&Reader, &Cancel) -> Option<Msg> + Send + 'static,
    ) -> Option<Msg> {
        let Some((file, reply)) = &self.thread else {
            return look(reader, &Cancel::default());
        };
        let cancel = Cancel::default();
        self.running = Some(cancel.clone());
        let (file, reply) = (file.clone(), Arc::clone(reply));
        let begun = std::thread::Builder::new().name("inspector".into()).spawn(move || {
            let msg = match Reader::open(&file) {
                Ok(reader) => look(&reader, &cancel),
                Err(error) => Some(Msg::Answer(Answer::Failed(not_opened(&error, &file)))),
            };
            if let Some(msg) = msg {
                reply.lock().unwrap_or_else(PoisonError::into_inner)(msg);
            }
        });
        match begun {
            Ok(_) => None,
            Err(error) => Some(Msg::Answer(Answer::Failed(super::why::of_file(&error, "")))),
        }
    }

    fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.set();
        }
    }
}

impl Drop for Inspector {
    fn drop(&mut self) {
        self.stop();
    }
}

fn whole(reader: &Reader, cancel: &Cancel) -> Result<ListRead, Fault> {
    let listed = ListRows::Findings(reader.inspect(Depth::Whole, cancel)?.findings);
    let (ideas, _) = ListRead::speaks_of(&listed);
    let titles = reader.titles_of(ideas)?;
    Ok(ListRead { kind: ListKind::Findings, listed, titles, people: Default::default() })
}
