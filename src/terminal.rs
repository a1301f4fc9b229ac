//! Raw mode, screens and input events. What differs between Unix and Windows stays here.
//!
//! One thread owns the [`Terminal`]: it waits in [`Terminal::events`], draws with
//! [`Terminal::draw`], and is woken by others through a [`Waker`]. Whatever happens,
//! [`restore_all`] gives the terminal back as it was found. What a key means is told elsewhere.

#[cfg(unix)]
mod bytes;
mod canvas;
mod charset;
#[cfg(any(windows, test))]
mod console;
mod event;
#[cfg(unix)]
mod guard;
#[cfg(unix)]
mod keys;
mod restore;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as os;
#[cfg(windows)]
use windows as os;

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use ratatui::Frame;

use canvas::{Canvas, Pending};
use charset::Charset;
pub use event::{Event, Mouse, MouseKind, Refused, Rgb, Signal, Stream, Wait};
pub use os::Waker;
pub use restore::{install_panic_hook, restore_all};

/// A paste above this many bytes is refused whole.
pub const PASTE_CAP: usize = 4 << 20;

/// What a terminal without a size is taken for, and the most that is drawn on.
const USUAL_SIZE: (u16, u16) = (80, 24);
const LARGEST_SIZE: (u16, u16) = (2000, 1000);

const BEGIN_FRAME: &str = "\x1b[?2026h";
const END_FRAME: &str = "\x1b[?2026l";

/// Which colour lies behind, and a question that every terminal answers, so that silence ends.
const BACKGROUND_QUESTION: &str = "\x1b]11;?\x1b\\\x1b[c";

/// How long to wait at the end for an answer that would otherwise be typed into the shell.
const LAST_ANSWER: Duration = Duration::from_millis(100);

pub struct Terminal {
    line: Arc<os::Line>,
    input: os::Input,
    screen: ratatui::Terminal<Canvas>,
    pending: Pending,
    charset: Charset,
    /// The screen shows something else than the last frame: the next one is drawn whole.
    stale: bool,
}

impl Terminal {
    /// Whether there is a terminal to take. Nothing is touched.
    pub fn check() -> Result<(), Refused> {
        os::check()
    }

    /// Takes the terminal, or refuses before a single byte is written.
    pub fn open() -> Result<Terminal, Refused> {
        os::check()?;
        let line = Arc::new(os::Line::open()?);
        let charset = Charset::of_environment();
        let input = os::Input::open(&line, charset)?;
        let pending = Pending::default();
        pending.resize(usable(line.size()));
        let screen = ratatui::Terminal::new(Canvas::new(&pending))?;
        restore::take(&line)?;
        Ok(Terminal { line, input, screen, pending, charset, stale: true })
    }

    /// Waits until something happens, then gives all that has happened. Empty when `wait` ran out.
    ///
    /// The text of a paste has `\n` for line ends and is otherwise as it came: nothing is cleaned.
    pub fn events(&mut self, wait: Wait) -> io::Result<Vec<Event>> {
        let until = match wait {
            Wait::Forever => None,
            Wait::AtMost(time) => Instant::now().checked_add(time),
            Wait::Not => Some(Instant::now()),
        };
        loop {
            let mut events = self.input.read(until)?;
            if events.is_empty() {
                return Ok(events);
            }
            self.settle(&mut events)?;
            if !events.is_empty() {
                return Ok(events);
            }
        }
    }

    /// Somebody else's way to wake [`Terminal::events`].
    pub fn waker(&self) -> Waker {
        self.input.waker()
    }

    /// Draws one frame and sends it in one piece.
    ///
    /// While the other end takes nothing, this waits. A signal to leave ends the wait with
    /// [`io::ErrorKind::Interrupted`]; the signal itself comes with the next events.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame)) -> io::Result<()> {
        if self.input.must_end() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        self.pending.put(BEGIN_FRAME);
        if self.stale {
            self.screen.clear()?;
        }
        self.screen.draw(paint)?;
        self.pending.put(END_FRAME);
        self.stale = true;
        self.send()?;
        self.stale = false;
        Ok(())
    }

    /// Draws the next frame whole, whatever is thought to be on the screen.
    pub fn redraw(&mut self) {
        self.stale = true;
    }

    /// Columns and rows, never zero.
    pub fn size(&self) -> (u16, u16) {
        self.pending.size()
    }

    /// Gives the terminal back to the shell until it lets us go on (Ctrl-Z), and stops our group as
    /// the key would. Nothing where no shell could let us go on.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.stop(true)
    }

    /// The same for this process alone: it was asked to stop.
    pub fn pause(&mut self) -> io::Result<()> {
        self.stop(false)
    }

    fn stop(&mut self, group: bool) -> io::Result<()> {
        if os::can_suspend() {
            self.leave();
            let stopped = self.input.stop(group);
            self.return_to()?;
            stopped?;
        }
        Ok(())
    }

    /// Gives the terminal to another program, such as an editor, while `run` runs.
    pub fn lend<T>(&mut self, run: impl FnOnce() -> T) -> (T, io::Result<()>) {
        self.leave();
        let done = self.input.unwatched(run);
        (done, self.return_to())
    }

    /// Puts the text on the clipboard, as far as the terminal lets us: it never tells.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut written = String::new();
        CopyToClipboard::to_clipboard_from(text)
            .write_ansi(&mut written)
            .map_err(io::Error::other)?;
        self.pending.put(&written);
        self.send()
    }

    /// Asks for the background colour. The answer is [`Event::Background`] or, where the terminal
    /// does not say, [`Event::NoBackground`]; a terminal may also never answer.
    pub fn ask_background(&mut self) -> io::Result<()> {
        if os::ANSWERS {
            self.input.expect_answer();
            self.pending.put(BACKGROUND_QUESTION);
            self.send()?;
        }
        Ok(())
    }

    /// Whether clicks and the wheel come to us. Without them the terminal's own selecting works.
    pub fn mouse(&mut self, on: bool) -> io::Result<()> {
        self.pending.put(restore::mouse(on));
        self.send()
    }

    /// Rings once, where the terminal rings at all.
    pub fn bell(&mut self) -> io::Result<()> {
        self.pending.put("\x07");
        self.send()
    }

    pub fn set_title(&mut self, title: &str) -> io::Result<()> {
        let plain: String = title.chars().filter(|c| !c.is_control()).collect();
        self.pending.put("\x1b]2;");
        self.pending.put(&plain);
        self.pending.put("\x07");
        self.send()
    }

    fn send(&mut self) -> io::Result<()> {
        let bytes = self.pending.take();
        // Given back meanwhile: it is somebody else's now.
        if !restore::is_taken() {
            return Ok(());
        }
        let sent = self.input.send(&self.charset.encode(&bytes));
        self.pending.reuse(bytes);
        sent
    }

    /// Follows the terminal where the events say that it changed, and drops what is no news.
    fn settle(&mut self, events: &mut Vec<Event>) -> io::Result<()> {
        if events.contains(&Event::Signal(Signal::Cont)) {
            restore::take_again(&self.line);
            self.stale = true;
        }
        let asked = events.iter().any(|event| matches!(event, Event::Resize(..)));
        if asked || events.contains(&Event::Signal(Signal::Cont)) {
            events.retain(|event| !matches!(event, Event::Resize(..)));
            events.extend(self.follow_size());
        }
        let (columns, rows) = self.size();
        events.retain(|event| match event {
            Event::Mouse(mouse) => mouse.column < columns && mouse.row < rows,
            _ => true,
        });
        Ok(())
    }

    fn follow_size(&mut self) -> Option<Event> {
        let size = usable(self.line.size());
        if size == self.size() {
            return None;
        }
        self.pending.resize(size);
        self.stale = true;
        Some(Event::Resize(size.0, size.1))
    }

    fn leave(&mut self) {
        self.input.finish_answers(LAST_ANSWER);
        restore_all();
    }

    fn return_to(&mut self) -> io::Result<()> {
        restore::take(&self.line)?;
        let resized = self.follow_size();
        self.input.keep(resized);
        self.stale = true;
        Ok(())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}

/// What bytes from a terminal say, without a terminal: they come in pieces, and then nothing more.
#[cfg(unix)]
pub fn events_of<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Event> {
    let mut bytes = bytes::Bytes::new(Charset::Utf8);
    let mut events = Vec::new();
    for piece in pieces {
        bytes.take(piece, &mut events);
    }
    while let Some(patience) = bytes.patience() {
        bytes.silence(patience, &mut events);
    }
    events
}

fn usable(size: Option<(u16, u16)>) -> (u16, u16) {
    let (columns, rows) = size.unwrap_or_default();
    let side = |given: u16, usual, largest| if given == 0 { usual } else { given.min(largest) };
    (side(columns, USUAL_SIZE.0, LARGEST_SIZE.0), side(rows, USUAL_SIZE.1, LARGEST_SIZE.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_never_nothing_and_never_endless() {
        assert_eq!(usable(None), (80, 24));
        assert_eq!(usable(Some((0, 0))), (80, 24));
        assert_eq!(usable(Some((1, 1))), (1, 1));
        assert_eq!(usable(Some((u16::MAX, u16::MAX))), (2000, 1000));
    }
}
