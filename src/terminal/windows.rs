//! The terminal on Windows: crossterm's events, read on a thread. No signals, no suspending; a
//! console gives pastes as keys and answers no questions.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{DisableMouseCapture, EnableMouseCapture, poll, read};
use crossterm::{ansi_support, execute, terminal};

use super::charset::Charset;
use super::console::told;
use super::event::{Event, Refused, Stream};

pub(super) const ANSWERS: bool = false;

/// How long the reader may hold on to the console when another program is to have it.
const HOLD: Duration = Duration::from_millis(200);

pub(super) fn can_suspend() -> bool {
    false
}

pub(super) fn check() -> Result<(), Refused> {
    if !io::stdin().is_terminal() {
        return Err(Refused::NotATerminal(Stream::Input));
    }
    if !io::stdout().is_terminal() {
        return Err(Refused::NotATerminal(Stream::Output));
    }
    if !ansi_support::supports_ansi() {
        return Err(Refused::Dumb);
    }
    Ok(())
}

pub(super) struct Line;

impl Line {
    pub(super) fn open() -> io::Result<Line> {
        Ok(Line)
    }

    pub(super) fn size(&self) -> Option<(u16, u16)> {
        terminal::size().ok()
    }

    /// crossterm remembers by itself.
    pub(super) fn remember(&self) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn raw(&self) -> io::Result<()> {
        terminal::enable_raw_mode()?;
        execute!(io::stdout(), EnableMouseCapture)
    }

    pub(super) fn cooked(&self) {
        let _ = execute!(io::stdout(), DisableMouseCapture);
        let _ = terminal::disable_raw_mode();
    }

    pub(super) fn write(&self, bytes: &[u8]) {
        let _ = send(bytes);
    }
}

fn send(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Wakes whoever waits for events. Any thread may hold one.
#[derive(Clone)]
pub struct Waker(Sender<Event>);

impl Waker {
    pub fn wake(&self) {
        let _ = self.0.send(Event::Wake);
    }
}

/// Who may read the console: the reader takes turns, and stands back while it is lent.
#[derive(Default)]
struct Turn {
    reading: Mutex<()>,
    lent: AtomicBool,
    ended: AtomicBool,
}

pub(super) struct Input {
    events: Receiver<Event>,
    waker: Waker,
    turn: Arc<Turn>,
    kept: Vec<Event>,
}

impl Input {
    pub(super) fn open(_line: &Arc<Line>, _charset: Charset) -> io::Result<Input> {
        let (sender, events) = channel();
        let turn = Arc::new(Turn::default());
        let (reader, to_loop) = (Arc::clone(&turn), sender.clone());
        thread::Builder::new()
            .name("console".to_owned())
            .spawn(move || read_console(&reader, &to_loop))?;
        Ok(Input { events, waker: Waker(sender), turn, kept: Vec::new() })
    }

    pub(super) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    pub(super) fn expect_answer(&mut self) {}

    pub(super) fn finish_answers(&mut self, _patience: Duration) {}

    pub(super) fn keep(&mut self, events: impl IntoIterator<Item = Event>) {
        self.kept.extend(events);
    }

    pub(super) fn read(&mut self, until: Option<Instant>) -> io::Result<Vec<Event>> {
        let mut events = std::mem::take(&mut self.kept);
        if events.is_empty() {
            let first = match until {
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(until) => {
                    self.events.recv_timeout(until.saturating_duration_since(Instant::now()))
                }
            };
            match first {
                Ok(event) => events.push(event),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => events.push(Event::Gone),
            }
        }
        events.extend(self.events.try_iter().take(4096));
        Ok(events)
    }

    pub(super) fn send(&self, bytes: &[u8]) -> io::Result<()> {
        send(bytes)
    }

    pub(super) fn stop(&self, _group: bool) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn must_end(&self) -> bool {
        false
    }

    pub(super) fn unwatched<T>(&mut self, run: impl FnOnce() -> T) -> T {
        self.turn.lent.store(true, Ordering::SeqCst);
        let ours = self.turn.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let done = run();
        self.turn.lent.store(false, Ordering::SeqCst);
        drop(ours);
        done
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        self.turn.ended.store(true, Ordering::SeqCst);
    }
}

fn read_console(turn: &Turn, to_loop: &Sender<Event>) {
    while !turn.ended.load(Ordering::SeqCst) {
        if turn.lent.load(Ordering::SeqCst) {
            thread::sleep(HOLD);
            continue;
        }
        let _mine = turn.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let event = match poll(HOLD).and_then(|some| some.then(read).transpose()) {
            Ok(Some(event)) => told(event),
            Ok(None) => None,
            Err(_) => {
                let _ = to_loop.send(Event::Gone);
                return;
            }
        };
        if event.is_some_and(|event| to_loop.send(event).is_err()) {
            return;
        }
    }
}
