//! The signals that concern us. What is done about them is said by whoever waits for them.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::SigId;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

use super::event::{Event, Signal};

/// Those that ask the program to end.
pub(super) const DEADLY: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];

/// A signal that has come shows in its flag; the pipe only wakes.
pub(super) struct Signals {
    pub(super) pipe: UnixStream,
    flags: Vec<(i32, Arc<AtomicBool>)>,
    registered: Vec<SigId>,
}

impl Signals {
    pub(super) fn open() -> io::Result<Signals> {
        let (pipe, sender) = UnixStream::pair()?;
        pipe.set_nonblocking(true)?;
        let mut signals = Signals { pipe, flags: Vec::new(), registered: Vec::new() };
        for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH, SIGCONT] {
            let flag = Arc::new(AtomicBool::new(false));
            // In this order, so that a flag is up before the pipe wakes.
            signals.registered.push(signal_hook::flag::register(number, Arc::clone(&flag))?);
            signals
                .registered
                .push(signal_hook::low_level::pipe::register(number, sender.try_clone()?)?);
            signals.flags.push((number, flag));
        }
        Ok(signals)
    }

    pub(super) fn collect(&self, events: &mut Vec<Event>) {
        for (number, flag) in &self.flags {
            if flag.swap(false, Ordering::SeqCst) {
                events.push(match *number {
                    SIGTERM => Event::Signal(Signal::Term),
                    SIGHUP => Event::Signal(Signal::Hup),
                    SIGINT => Event::Signal(Signal::Int),
                    SIGQUIT => Event::Signal(Signal::Quit),
                    SIGTSTP => Event::Signal(Signal::Stop),
                    SIGCONT => Event::Signal(Signal::Cont),
                    // The size itself is asked for by whoever owns the screen.
                    _ => Event::Resize(0, 0),
                });
            }
        }
    }

    pub(super) fn ends(&self) -> bool {
        self.flags
            .iter()
            .any(|(number, flag)| DEADLY.contains(number) && flag.load(Ordering::SeqCst))
    }

    pub(super) fn forget(&self, numbers: &[i32]) {
        for (number, flag) in &self.flags {
            if numbers.contains(number) {
                flag.store(false, Ordering::SeqCst);
            }
        }
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for id in self.registered.drain(..) {
            signal_hook::low_level::unregister(id);
        }
    }
}
