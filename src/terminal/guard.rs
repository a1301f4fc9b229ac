//! The way out where nothing else leads out: a signal to leave came, or the terminal hung up, and
//! the loop does not get round to it. A thread that sleeps until then.

use std::io::{self, Read as _};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::stdio::stdin;
use signal_hook::SigId;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT};

use super::restore::restore_all;
use super::signals::DEADLY;

/// How long the loop may take to hear of it before the terminal is given back over its head.
const PATIENCE: Duration = Duration::from_millis(800);

/// How long what is still being saved may then take. Another signal ends this wait.
const LAST_WAIT: Duration = Duration::from_secs(10);

pub(super) struct Guard {
    /// Another program has the terminal: what is typed there is not meant for us.
    lent: Arc<AtomicBool>,
    registered: Vec<SigId>,
}

impl Guard {
    pub(super) fn start() -> io::Result<Guard> {
        let (pipe, sender) = UnixStream::pair()?;
        let (lent, which) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let mut guard = Guard { lent: Arc::clone(&lent), registered: Vec::new() };
        for number in DEADLY {
            let told = usize::try_from(number).unwrap_or(0);
            let flag = signal_hook::flag::register_usize(number, Arc::clone(&which), told)?;
            let wake = signal_hook::low_level::pipe::register(number, sender.try_clone()?)?;
            guard.registered.extend([flag, wake]);
        }
        std::thread::Builder::new()
            .name("guard".into())
            .spawn(move || watch(&pipe, &lent, &which))?;
        Ok(guard)
    }

    pub(super) fn lend(&self, lent: bool) {
        self.lent.store(lent, Ordering::SeqCst);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // What is left to do after the terminal is given back may take long: a signal ends it then, as
        // it ends any program.
        for number in DEADLY {
            let always = Arc::new(AtomicBool::new(true));
            // Where that cannot be had, the signal does nothing, as before.
            let _ = signal_hook::flag::register_conditional_shutdown(number, 128 + number, always);
        }
        for id in self.registered.drain(..) {
            signal_hook::low_level::unregister(id);
        }
    }
}

/// Waits for a reason to end, then for the end. Where the loop ends in time, so does this thread.
fn watch(mut pipe: &UnixStream, lent: &AtomicBool, which: &AtomicUsize) {
    let number = loop {
        let mut fds = [
            PollFd::new(pipe, PollFlags::IN),
            PollFd::from_borrowed_fd(stdin(), PollFlags::empty()),
        ];
        if poll(&mut fds, None).is_err() {
            continue;
        }
        let [told, hung] = fds.map(|fd| !fd.revents().is_empty());
        if told && !matches!(pipe.read(&mut [0]), Ok(1)) {
            // The terminal is closed: there is nothing left to guard.
            return;
        }
        let number = i32::try_from(which.load(Ordering::SeqCst)).unwrap_or(SIGHUP);
        let theirs = lent.load(Ordering::SeqCst) && [SIGINT, SIGQUIT].contains(&number);
        match (told, hung) {
            (true, _) if !theirs => break number,
            (_, true) => break SIGHUP,
            _ => {}
        }
    };
    if ended_within(pipe, PATIENCE) {
        return;
    }
    restore_all();
    // While another program has the terminal nothing is being saved: what was typed went first.
    let last = if lent.load(Ordering::SeqCst) { PATIENCE } else { LAST_WAIT };
    if ended_within(pipe, last) {
        return;
    }
    signal_hook::low_level::exit(128 + number);
}

/// Whether the loop has closed the terminal in that time. Another signal ends the wait.
fn ended_within(mut pipe: &UnixStream, time: Duration) -> bool {
    let time = Timespec::try_from(time).unwrap_or(Timespec { tv_sec: 1, tv_nsec: 0 });
    let mut fds = [PollFd::new(pipe, PollFlags::IN)];
    match poll(&mut fds, Some(&time)) {
        Ok(1..) => !matches!(pipe.read(&mut [0]), Ok(1)),
        _ => false,
    }
}
