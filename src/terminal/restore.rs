//! Taking the terminal and giving it back, from wherever the program ends. Nothing here can panic
//! or wait long, and giving back twice does nothing.

use std::io;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use super::os::Line;

/// Other screen, title kept, bracketed paste, focus; cursor hidden.
const ENTER: &str = "\x1b[?1049h\x1b[22;2t\x1b[?2004h\x1b[?1004h\x1b[?25l\x1b[2J";

/// Clicks and drags in SGR form, where the mouse is wanted.
const MOUSE: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const NO_MOUSE: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// What was said last about the mouse; it is said again whenever the terminal is taken.
static MOUSE_WANTED: AtomicBool = AtomicBool::new(true);

/// The same backwards, and plain text again.
const LEAVE: &str = "\x1b[?2026l\x1b[?1004l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[23;2t\x1b[?1049l\x1b[?25h";

struct Taken {
    line: Arc<Line>,
    by: ThreadId,
}

static TAKEN: Mutex<Option<Taken>> = Mutex::new(None);

fn taken() -> MutexGuard<'static, Option<Taken>> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn is_taken() -> bool {
    taken().is_some()
}

/// Takes the terminal, remembering how it was.
pub(super) fn take(line: &Arc<Line>) -> io::Result<()> {
    line.remember()?;
    *taken() = Some(Taken { line: Arc::clone(line), by: thread::current().id() });
    if let Err(error) = line.raw() {
        restore_all();
        return Err(error);
    }
    enter(line);
    Ok(())
}

/// Takes what a shell may have changed while we slept, without remembering how it is now.
pub(super) fn take_again(line: &Line) {
    let _ = line.raw();
    enter(line);
}

fn enter(line: &Line) {
    line.write(ENTER.as_bytes());
    if MOUSE_WANTED.load(Ordering::Relaxed) {
        line.write(MOUSE.as_bytes());
    }
}

/// What to write for the mouse to be reported, or not.
pub(super) fn mouse(on: bool) -> &'static str {
    MOUSE_WANTED.store(on, Ordering::Relaxed);
    if on { MOUSE } else { NO_MOUSE }
}

/// Gives the terminal back as it was found, if it is taken.
///
/// May be called from anywhere, any number of times: it never panics, and a terminal that takes
/// no bytes does not hold it up.
pub fn restore_all() {
    let Some(Taken { line, .. }) = taken().take() else { return };
    line.write(LEAVE.as_bytes());
    line.cooked();
}

/// Lets a panic of the thread that took the terminal give it back before the message is printed.
///
/// Another thread's panic prints nothing over the screen: whoever joins that thread is told.
pub fn install_panic_hook() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let owner = taken().as_ref().map(|taken| taken.by);
        if owner.is_none_or(|by| by == thread::current().id()) {
            restore_all();
            // Its message may hold what somebody wrote; whoever sees to the rest tells of it.
            if cfg!(debug_assertions) {
                print(panic);
            }
        }
    }));
}
