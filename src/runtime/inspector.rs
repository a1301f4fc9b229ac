//! The one that looks through the file for what is not as it was left: on a thread of its own, for
//! it may take minutes. In tests it looks in line. What is found goes to the list that shows it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use crate::app::{Answer, ListKind, ListRead, ListRows, Msg};
use crate::domain::Say;
use crate::store::{Cancel, Depth, Fault, Reader, is_there_memory};

use super::check;
use super::why::{not_opened, not_read};

/// Shared by the threads that look.
type Reply = Arc<Mutex<dyn Fn(Msg) + Send>>;

pub struct Inspector {
    /// None where it looks in line.
    thread: Option<(PathBuf, Reply)>,
    /// Stops the one that looks now.
    running: Option<Cancel>,
    /// Ourselves, to be started once more where locks are to be tried.
    program: Option<PathBuf>,
}

impl Inspector {
    pub fn in_line() -> Inspector {
        Inspector { thread: None, running: None, program: None }
    }

    /// Each answer is handed to `reply`.
    pub fn thread(file: PathBuf, reply: impl Fn(Msg) + Send + 'static) -> Inspector {
        let thread = Some((file, Arc::new(Mutex::new(reply)) as Reply));
        Inspector { thread, running: None, program: None }
    }

    #[must_use]
    pub fn with_program(mut self, program: Option<PathBuf>) -> Inspector {
        self.program = program;
        self
    }

    /// Looks through all of the file. An older looking through is stopped.
    pub(super) fn look(&mut self, reader: &Reader) -> Vec<Msg> {
        self.stop();
        let failed = |say| Msg::Answer(Answer::Failed(say));
        self.begin(reader, move |reader, cancel| {
            let msg = match reader.map(|reader| whole(reader, cancel)) {
                Ok(Ok(read)) => Msg::Answer(Answer::List(Box::new(read))),
                Ok(Err(fault)) => failed(not_read(&fault)),
                Err(say) => failed(say),
            };
            if cancel.is_set() { Vec::new() } else { vec![msg] }
        })
    }

    /// Looks at a part of the file, or at all of it, as at every start. It speaks up only where there
    /// is something to tell, and after word of what was not saved.
    pub(super) fn glance(&mut self, reader: &Reader, seed: u64, today: Date) -> Vec<Msg> {
        let program = self.program.clone();
        self.begin(reader, move |reader, cancel| {
            // The next start looks again.
            if is_there_memory().is_err() {
                return Vec::new();
            }
            let reader = match reader {
                Ok(reader) => reader,
                Err(say) => return vec![Msg::Warned(say)],
            };
            let lacks_locks = program.is_some_and(|program| check::lacks_locks(reader, &program));
            let remark = lacks_locks.then(|| Msg::Remarked(Say::new("remark-no-locks")));
            let seen = match check::look(reader, seed, today, cancel) {
                Ok(msg) => msg,
                // It is looked at again at the next start.
                Err(fault) if fault.is_busy() => None,
                Err(fault) => Some(Msg::Warned(not_read(&fault))),
            };
            remark.into_iter().chain(seen).collect()
        })
    }

    fn begin(
        &mut self,
        reader: &Reader,
        look: impl FnOnce(Result<&Reader, Say>, &Cancel) -> Vec<Msg> + Send + 'static,
    ) -> Vec<Msg> {
        let Some((file, reply)) = &self.thread else {
            return look(Ok(reader), &Cancel::default());
        };
        let cancel = Cancel::default();
        self.running = Some(cancel.clone());
        let (file, reply) = (file.clone(), Arc::clone(reply));
        let begun = std::thread::Builder::new().name("inspector".into()).spawn(move || {
            let opened = Reader::open(&file).map_err(|error| not_opened(&error, &file));
            for msg in look(opened.as_ref().map_err(Say::clone), &cancel) {
                reply.lock().unwrap_or_else(PoisonError::into_inner)(msg);
            }
        });
        match begun {
            Ok(_) => Vec::new(),
            Err(error) => vec![Msg::Answer(Answer::Failed(super::why::of_file(&error, "")))],
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
