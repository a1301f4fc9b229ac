//! The terminal on Unix: its modes, and one poll over keys, signals and the waker.

use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{self, OptionalActions, QueueSelector, Termios};
use signal_hook::consts::{SIGCONT, SIGINT, SIGQUIT, SIGTSTP};

use super::bytes::Bytes;
use super::charset::Charset;
use super::event::{Event, Refused, Stream};
use super::guard::Guard;
use super::signals::Signals;

pub(super) const ANSWERS: bool = true;

/// A terminal that takes no bytes may hold up the end of the program for so long.
const LAST_WORDS: Duration = Duration::from_millis(200);

/// How long a stop that we asked for may take to reach us.
const STOPPING: Duration = Duration::from_millis(50);

/// The most that is read before what came is handed over.
const MOUTHFUL: usize = 256 << 10;

pub(super) fn check() -> Result<(), Refused> {
    for (fd, stream) in [(stdin(), Stream::Input), (stdout(), Stream::Output)] {
        if !termios::isatty(fd) {
            return Err(Refused::NotATerminal(stream));
        }
    }
    if std::env::var_os("TERM").is_some_and(|name| name == "dumb") {
        return Err(Refused::Dumb);
    }
    Ok(())
}

/// The terminal itself: its modes, its size, and the way out to it.
pub(super) struct Line {
    /// Standard output opened anew without blocking, where that works: the shell's own stays as
    /// it is, and a signal can end a write that nobody takes.
    output: Option<OwnedFd>,
    found: Mutex<Option<Termios>>,
}

impl Line {
    pub(super) fn open() -> io::Result<Line> {
        let flags = OFlags::WRONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let output = termios::ttyname(stdout(), Vec::new())
            .and_then(|name| rustix::fs::open(name.as_c_str(), flags, Mode::empty()))
            .ok();
        Ok(Line { output, found: Mutex::new(None) })
    }

    fn output(&self) -> BorrowedFd<'_> {
        self.output.as_ref().map_or(stdout(), AsFd::as_fd)
    }

    pub(super) fn size(&self) -> Option<(u16, u16)> {
        let size = termios::tcgetwinsize(stdout()).ok()?;
        Some((size.ws_col, size.ws_row))
    }

    pub(super) fn remember(&self) -> io::Result<()> {
        let found = termios::tcgetattr(stdin())?;
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        Ok(())
    }

    pub(super) fn raw(&self) -> io::Result<()> {
        let mut modes = termios::tcgetattr(stdin())?;
        modes.make_raw();
        Ok(termios::tcsetattr(stdin(), OptionalActions::Now, &modes)?)
    }

    /// Back to the modes that were found. Reports of the mouse still under way are thrown away.
    pub(super) fn cooked(&self) {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner).take();
        // In the background the terminal is the shell's, and touching it would stop us.
        let foreign = termios::tcgetpgrp(stdin())
            .is_ok_and(|foreground| foreground != rustix::process::getpgrp());
        if let Some(found) = found
            && !foreign
        {
            let _ = termios::tcflush(stdin(), QueueSelector::IFlush);
            let _ = termios::tcsetattr(stdin(), OptionalActions::Now, &found);
        }
    }

    /// Writes what can be written without waiting long.
    pub(super) fn write(&self, mut bytes: &[u8]) {
        let until = Instant::now() + LAST_WORDS;
        while !bytes.is_empty() {
            match rustix::io::write(self.output(), bytes) {
                Ok(sent) => bytes = bytes.get(sent..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    let mut fds = [PollFd::from_borrowed_fd(self.output(), PollFlags::OUT)];
                    if !matches!(poll(&mut fds, Some(&left(until))), Ok(1..) | Err(Errno::INTR))
                        || Instant::now() >= until
                    {
                        return;
                    }
                }
                Err(_) => return,
            }
        }
    }
}

/// Wakes whoever waits for events. Any thread may hold one.
#[derive(Clone)]
pub struct Waker(Arc<UnixStream>);

impl Waker {
    pub fn wake(&self) {
        // Full means that a wake-up already waits; closed, that nobody does.
        let _ = (&*self.0).write(&[1]);
    }
}

/// Everything that comes in, in one place to wait for it.
pub(super) struct Input {
    line: Arc<Line>,
    bytes: Bytes,
    /// When the last byte came.
    heard: Instant,
    buffer: Box<[u8]>,
    signals: Signals,
    guard: Guard,
    woken: UnixStream,
    waker: Waker,
    gone: bool,
    /// Writing showed that the terminal hung up.
    unheard: AtomicBool,
    /// When the terminal was asked something last.
    asked: Option<Instant>,
    kept: Vec<Event>,
}

impl Input {
    pub(super) fn open(line: &Arc<Line>, charset: Charset) -> io::Result<Input> {
        let (woken, waker) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        waker.set_nonblocking(true)?;
        Ok(Input {
            line: Arc::clone(line),
            bytes: Bytes::new(charset),
            heard: Instant::now(),
            buffer: vec![0; 64 << 10].into_boxed_slice(),
            signals: Signals::open()?,
            guard: Guard::start()?,
            woken,
            waker: Waker(Arc::new(waker)),
            gone: false,
            unheard: AtomicBool::new(false),
            asked: None,
            kept: Vec::new(),
        })
    }

    pub(super) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    pub(super) fn expect_answer(&mut self) {
        self.asked = Some(Instant::now());
        self.bytes.expect_answer();
    }

    /// Holds events back for the next reading.
    pub(super) fn keep(&mut self, events: impl IntoIterator<Item = Event>) {
        self.kept.extend(events);
    }

    /// Waits until something has come, and gives all that has come by then.
    pub(super) fn read(&mut self, until: Option<Instant>) -> io::Result<Vec<Event>> {
        let mut events = std::mem::take(&mut self.kept);
        let mut eaten = 0;
        loop {
            self.signals.collect(&mut events);
            if self.unheard.swap(false, Ordering::Relaxed) && !self.gone {
                self.hang_up(&mut events);
            }
            let patient_until = self.bytes.patience().map(|patience| self.heard + patience);
            let stop = if events.is_empty() { until } else { Some(Instant::now()) };
            let stop = stop.into_iter().chain(patient_until).min();
            let ready = self.wait(stop)?;
            if ready.signal {
                drain(&mut self.signals.pipe);
            }
            if ready.wake {
                drain(&mut self.woken);
                events.push(Event::Wake);
            }
            if ready.key {
                eaten += self.swallow(&mut events);
            } else if patient_until.is_some_and(|then| then <= Instant::now()) {
                self.bytes.silence(self.heard.elapsed(), &mut events);
                continue;
            }
            let over = until.is_some_and(|until| until <= Instant::now());
            let nothing_more = !(ready.signal || ready.wake || ready.key);
            if nothing_more && (over || !events.is_empty())
                || eaten > MOUTHFUL && !events.is_empty()
            {
                return Ok(events);
            }
        }
    }

    fn wait(&self, until: Option<Instant>) -> io::Result<Ready> {
        let mut fds = vec![
            PollFd::new(&self.signals.pipe, PollFlags::IN),
            PollFd::new(&self.woken, PollFlags::IN),
        ];
        if !self.gone {
            fds.push(PollFd::from_borrowed_fd(stdin(), PollFlags::IN));
        }
        match poll(&mut fds, until.map(left).as_ref()) {
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(Ready::default()),
            Err(error) => return Err(error.into()),
        }
        let mut ready = fds.iter().map(|fd| !fd.revents().is_empty());
        let mut next = || ready.next().unwrap_or(false);
        Ok(Ready { signal: next(), wake: next(), key: next() })
    }

    /// Reads once from the terminal, which has something to tell: bytes or its end.
    fn swallow(&mut self, events: &mut Vec<Event>) -> usize {
        match rustix::io::read(stdin(), &mut *self.buffer) {
            Ok(0) => self.hang_up(events),
            Ok(read) => {
                self.heard = Instant::now();
                self.bytes.take(self.buffer.get(..read).unwrap_or_default(), events);
                return read;
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => self.hang_up(events),
        }
        0
    }

    fn hang_up(&mut self, events: &mut Vec<Event>) {
        self.gone = true;
        events.push(Event::Gone);
    }

    /// Sends all, or fails: a signal to leave ends the wait for a terminal that takes nothing.
    pub(super) fn send(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(self.line.output(), bytes) {
                Ok(sent) => bytes = bytes.get(sent..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    if self.signals.ends() {
                        return Err(ErrorKind::Interrupted.into());
                    }
                    let mut fds = [
                        PollFd::from_borrowed_fd(self.line.output(), PollFlags::OUT),
                        PollFd::new(&self.signals.pipe, PollFlags::IN),
                    ];
                    match poll(&mut fds, None) {
                        // The flags stay up, and are read before anything is waited for again.
                        Ok(_) if !fds[1].revents().is_empty() => drain(&mut &self.signals.pipe),
                        Ok(_) | Err(Errno::INTR) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
                // Nobody is there to see it: the next events say so.
                Err(Errno::IO | Errno::NXIO | Errno::PIPE | Errno::BADF | Errno::NODEV) => {
                    self.unheard.store(true, Ordering::Relaxed);
                    return Ok(());
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Whether a signal to leave has come and was not told yet.
    pub(super) fn must_end(&self) -> bool {
        self.signals.ends()
    }

    /// Waits a little for the answers still due, so that nobody after us is told them.
    pub(super) fn finish_answers(&mut self, patience: Duration) {
        // Who has not answered by now will not.
        let Some(until) = self.asked.map(|asked| asked + patience) else { return };
        let mut events = Vec::new();
        while self.bytes.awaits_answer() && !self.gone && Instant::now() < until {
            let mut fds = [PollFd::from_borrowed_fd(stdin(), PollFlags::IN)];
            match poll(&mut fds, Some(&left(until))) {
                Ok(1..) => {
                    self.swallow(&mut events);
                }
                Ok(0) | Err(Errno::INTR) => {}
                Err(_) => break,
            }
        }
        self.keep(events);
    }

    /// Stops this process until we may go on, with its group where the shell's Ctrl-Z would.
    pub(super) fn stop(&self, group: bool) -> io::Result<()> {
        self.signals.forget(&[SIGCONT]);
        let stop = rustix::process::Signal::STOP;
        if group {
            rustix::process::kill_current_process_group(stop)?;
        } else {
            rustix::process::kill_process(rustix::process::getpid(), stop)?;
        }
        let mut fds = [PollFd::new(&self.signals.pipe, PollFlags::IN)];
        let _ = poll(&mut fds, Some(&left(Instant::now() + STOPPING)));
        self.signals.forget(&[SIGCONT, SIGTSTP]);
        Ok(())
    }

    /// Runs while another program has the terminal. Ctrl-C and Ctrl-\\ were meant for that one.
    pub(super) fn unwatched<T>(&mut self, run: impl FnOnce() -> T) -> T {
        self.guard.lend(true);
        let done = run();
        self.signals.forget(&[SIGINT, SIGQUIT, SIGTSTP, SIGCONT]);
        self.guard.lend(false);
        done
    }
}

/// Whether somebody could let us go on: there is a shell with jobs, of which we are one.
pub(super) fn can_suspend() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session != rustix::process::getpgrp())
}

/// Which of the three has something.
#[derive(Default)]
struct Ready {
    signal: bool,
    wake: bool,
    key: bool,
}

fn drain(mut pipe: impl Read) {
    let mut bytes = [0; 256];
    while matches!(pipe.read(&mut bytes), Ok(1..)) {}
}

fn left(until: Instant) -> Timespec {
    let left = until.saturating_duration_since(Instant::now());
    Timespec::try_from(left).unwrap_or(Timespec { tv_sec: i64::from(i32::MAX), tv_nsec: 0 })
}
