//! The one that looks through the file for what is not as it was left: on a thread of its own, for
//! it may take minutes. In tests it looks in line. What is found goes to the list that shows it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use jiff::civil::Date;

use crate::app::{Answer, ListKind, ListRead, ListRows, Msg};
use crate::domain::Say;
use crate::store::{Beside, Cancel, Depth, Fault, Reader, is_there_memory};

use super::threads::{LAST, ends_within};
use super::why::{not_opened, not_read};
use super::{check, crash, fault};

/// Shared by the threads that look.
type Reply = Arc<Mutex<dyn Fn(Msg) + Send>>;

pub struct Inspector {
    /// None where it looks in line.
    thread: Option<(PathBuf, Reply)>,
    /// Stops the one that looks now.
    running: Option<Cancel>,
    /// Those that have the file open.
    threads: Vec<JoinHandle<()>>,
    /// Ourselves, to be started once more where locks are to be tried.
    program: Option<PathBuf>,
}

impl Inspector {
    pub fn in_line() -> Inspector {
        Inspector { thread: None, running: None, threads: Vec::new(), program: None }
    }

    /// Each answer is handed to `reply`.
    pub fn thread(file: PathBuf, reply: impl Fn(Msg) + Send + 'static) -> Inspector {
        let thread = Some((file, Arc::new(Mutex::new(reply)) as Reply));
        Inspector { thread, running: None, threads: Vec::new(), program: None }
    }

    #[must_use]
    pub fn with_program(mut self, program: Option<PathBuf>) -> Inspector {
        self.program = program;
        self
    }

    /// Looks through all of the file. An older looking through is stopped.
    pub(super) fn look(&mut self, reader: &Reader) -> Vec<Msg> {
        self.stop();
        self.begin(reader, Msg::NotInspected, move |reader, cancel| {
            let msg = match reader.map(|reader| whole(reader, cancel)) {
                Ok(Ok(read)) => Msg::Answer(Answer::List(Box::new(read))),
                Ok(Err(fault)) => Msg::NotInspected(not_read(&fault)),
                Err(say) => Msg::NotInspected(say),
            };
            if cancel.is_set() { Vec::new() } else { vec![msg] }
        })
    }

    /// Looks at a part of the file, or at all of it, as at every start. It speaks up only where there
    /// is something to tell, and after word of what was not saved.
    pub(super) fn glance(&mut self, reader: &Reader, seed: u64, today: Date) -> Vec<Msg> {
        let program = self.program.clone();
        self.begin(reader, Msg::Warned, move |reader, cancel| {
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
        failed: fn(Say) -> Msg,
        look: impl FnOnce(Result<&Reader, Say>, &Cancel) -> Vec<Msg> + Send + 'static,
    ) -> Vec<Msg> {
        // Through a veil everything looks wrong.
        if reader.is_veiled() && self.thread.is_none() {
            return Vec::new();
        }
        let Some((file, reply)) = &self.thread else {
            return look(Ok(reader), &Cancel::default());
        };
        let cancel = Cancel::default();
        self.running = Some(cancel.clone());
        let (file, reply) = (file.clone(), Arc::clone(reply));
        let begun = std::thread::Builder::new().name("inspector".into()).spawn(move || {
            let looked = catch_unwind(AssertUnwindSafe(|| {
                let opened = Reader::open(&file).map_err(|error| not_opened(&error, &file));
                assert!(!fault::strikes("panic-inspect"), "a fault on purpose");
                look(opened.as_ref().map_err(Say::clone), &cancel)
            }));
            let told = looked.unwrap_or_else(|_| {
                crash::note(&Beside::of(&file));
                vec![failed(Say::new("failed-own-look"))]
            });
            for msg in told {
                reply.lock().unwrap_or_else(PoisonError::into_inner)(msg);
            }
        });
        match begun {
            Ok(thread) => {
                self.threads.retain(|thread| !thread.is_finished());
                self.threads.push(thread);
                Vec::new()
            }
            Err(error) => vec![failed(super::why::of_file(&error, ""))],
        }
    }

    /// Stops looking and closes the file.
    pub(super) fn finish(&mut self) {
        self.stop();
        for thread in self.threads.drain(..) {
            ends_within(&thread, LAST);
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::{Receiver, channel};

    use tempfile::TempDir;

    use super::*;
    use crate::store::Store;

    fn inspector() -> (TempDir, Reader, Inspector, Receiver<Msg>) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sluss.db");
        let reader = Store::open(&file, "run".into()).unwrap().reader().unwrap();
        let (tell, told) = channel();
        let inspector = Inspector::thread(file, move |msg| drop(tell.send(msg)));
        (folder, reader, inspector, told)
    }

    /// Tells when it goes: the reader goes before.
    struct Gone(Arc<AtomicBool>);

    impl Drop for Gone {
        fn drop(&mut self) {
            self.0.store(true, Ordering::SeqCst);
        }
    }

    #[test]
    fn who_closes_the_file_waits_until_nobody_looks_at_it() {
        let (_folder, reader, mut inspector, _told) = inspector();
        let gone = Arc::new(AtomicBool::new(false));
        let last = Gone(Arc::clone(&gone));
        inspector.begin(&reader, Msg::Warned, move |_, cancel| {
            let _last = last;
            while !cancel.is_set() {
                std::thread::yield_now();
            }
            Vec::new()
        });
        inspector.finish();
        assert!(gone.load(Ordering::SeqCst));
    }

    #[test]
    fn a_mistake_while_looking_is_told() {
        let (_folder, reader, mut inspector, told) = inspector();
        inspector.begin(&reader, Msg::NotInspected, |_, _| panic!("a fault on purpose"));
        inspector.finish();
        assert!(matches!(told.recv(), Ok(Msg::NotInspected(_))));
    }
}
