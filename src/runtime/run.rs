//! The loop: waits for events, makes messages of them, draws. Whatever ends it, what is being typed
//! is written down first.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use color_eyre::eyre::{Report, Result};

use crate::app::{Model, Mouse, Msg, Size};
use crate::domain::{Language, Lines, Say, Unsaved, clean};
use crate::terminal::{Event, MouseKind, Signal, Terminal, Wait};

use super::leave::Left;
use super::world::World;
use super::{Outside, editor, fault, follow, read};

/// So long after the first unkept character what is being typed is written down, whatever else is
/// pressed: with the time it takes to write, within a second.
const KEEP_AFTER: Duration = Duration::from_millis(700);
/// So long after something was asked for that is not done, what was typed becomes files: with the
/// time above, within a second too.
const LATE: Duration = Duration::from_millis(250);
/// So long after somebody held the file it is read again.
const AGAIN: Duration = Duration::from_millis(500);
/// The room is shown something new at most so often.
const SHOW_AT_MOST: Duration = Duration::from_millis(200);
/// A file that takes longer to be closed is told of.
const SLOW: Duration = Duration::from_millis(300);
/// The file has so long to take the last words; then they go to files of their own.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// How it ended, and what is to be said when the terminal is given back.
#[derive(Debug, Default)]
pub struct Ended {
    pub code: u8,
    pub language: Language,
    pub told: Vec<Say>,
    /// What could be written nowhere.
    pub homeless: Vec<Unsaved>,
    /// What ended it, where nobody asked for the end.
    pub failed: Option<Report>,
}

/// Runs until the person leaves or the terminal is gone.
pub fn run(
    mut model: Model,
    mut world: World,
    mut terminal: Terminal,
    replies: &Receiver<Msg>,
) -> Result<Ended> {
    let ended = |model: &Model, left: Left| Ended {
        language: model.language(),
        told: in_files(&left),
        homeless: left.homeless,
        ..Ended::default()
    };
    let looped =
        catch_unwind(AssertUnwindSafe(|| go_round(&mut model, &mut world, &mut terminal, replies)));
    match looped {
        Ok(Ok(Way::Closed(homeless))) => {
            // Nobody looks on while the copy is taken.
            drop(terminal);
            world.copy_on_leaving();
            Ok(ended(&model, Left { homeless, ..Left::default() }))
        }
        Ok(Ok(Way::Abandoned)) => {
            let left = world.last_words(&model, Duration::ZERO);
            Ok(ended(&model, left))
        }
        Ok(Ok(Way::Asked(code))) => {
            let left = world.last_words(&model, LAST_WORDS);
            Ok(Ended { code, ..ended(&model, left) })
        }
        Ok(Err(error)) => {
            let left = world.last_words(&model, LAST_WORDS);
            Ok(Ended { failed: Some(error), ..ended(&model, left) })
        }
        Err(_) => {
            // The hook of the terminal has given it back. What is typed is read from a model that may
            // be half changed, which must not be the end of it.
            let words = AssertUnwindSafe(|| world.last_words(&model, LAST_WORDS));
            let left = catch_unwind(words);
            let crash = world.note_crash().map(|path| path.display().to_string());
            // Only what is known to be kept is said to be.
            let is_kept = left.as_ref().is_ok_and(|left| left.homeless.is_empty());
            let mut told = vec![Say::new(if is_kept { "told-crash" } else { "told-crash-lost" })];
            told.extend(crash.map(|path| Say::new("told-crash-file").with("path", path)));
            let ended = ended(&model, left.unwrap_or_default());
            told.extend(ended.told);
            Ok(Ended { code: 101, told, ..ended })
        }
    }
}

fn in_files(left: &Left) -> Vec<Say> {
    let paths = left.files.iter().map(|path| path.display().to_string());
    paths.map(|path| Say::new("told-text-in-file").with("path", path)).collect()
}

/// Which way out of the loop was taken.
enum Way {
    /// The file is closed; what could be written nowhere.
    Closed(Vec<Unsaved>),
    /// The person would not wait.
    Abandoned,
    /// A signal, or the terminal is gone.
    Asked(u8),
}

/// What happens by itself when time goes by.
#[derive(Default)]
struct Deadlines {
    /// When what is being typed is to be written down.
    keep: Option<Instant>,
    /// When to tell that the file takes its time to be closed.
    slow: Option<Instant>,
    /// When to see whether the saver has come so far.
    late: Option<Instant>,
    /// When to read what somebody held when it was to be read.
    again: Option<Instant>,
    /// When a clock on the screen shows something else.
    tick: Option<Instant>,
    /// When to show the room what it is to see, and when it was shown something last.
    show: Option<Instant>,
    shown: Option<Instant>,
}

impl Deadlines {
    fn wait(&self) -> Wait {
        let all = [self.keep, self.slow, self.late, self.again, self.tick, self.show];
        match all.into_iter().flatten().min() {
            Some(next) => Wait::AtMost(next.saturating_duration_since(Instant::now())),
            None => Wait::Forever,
        }
    }

    /// The clock runs from the first character that no draft has.
    fn follow(&mut self, model: &Model, world: &World) {
        if world.is_kept_out() && self.again.is_none() {
            self.again = Instant::now().checked_add(AGAIN);
        }
        if world.is_behind() && self.late.is_none() {
            self.late = Instant::now().checked_add(LATE);
        }
        let now = world.now().stamp;
        self.tick = model.next_wake(now).and_then(|then| {
            let wait = u64::try_from(then.0 - now.0).unwrap_or(0);
            Instant::now().checked_add(Duration::from_millis(wait))
        });
        match (model.has_unkept(), self.keep) {
            (true, None) => self.keep = Instant::now().checked_add(KEEP_AFTER),
            (false, Some(_)) => self.keep = None,
            (true, Some(_)) | (false, None) => {}
        }
    }

    /// It is time to see whether the saver has come so far.
    fn is_late(&mut self) -> bool {
        self.late.take_if(|then| *then <= Instant::now()).is_some()
    }

    /// Asks for the room to be shown something, as soon as that may be; answers whether it is now.
    fn shows(&mut self, is_wanted: bool) -> bool {
        let now = Instant::now();
        if is_wanted && self.show.is_none() {
            let next = self.shown.and_then(|shown| shown.checked_add(SHOW_AT_MOST));
            self.show = Some(next.filter(|next| *next > now).unwrap_or(now));
        }
        self.show.take_if(|then| *then <= now).is_some()
    }

    fn is_time_to_read(&mut self) -> bool {
        self.again.take_if(|then| *then <= Instant::now()).is_some()
    }

    /// What is due now.
    fn due(&mut self) -> Vec<Msg> {
        let now = Instant::now();
        let past = |deadline: &mut Option<Instant>| {
            let due = deadline.is_some_and(|then| then <= now);
            if due {
                *deadline = None;
            }
            due
        };
        let mut due = Vec::new();
        if past(&mut self.tick) {
            due.push(Msg::Tick);
        }
        if past(&mut self.keep) {
            due.push(Msg::Keep);
        }
        if past(&mut self.slow) {
            due.push(Msg::SlowToClose);
        }
        due
    }
}

fn go_round(
    model: &mut Model,
    world: &mut World,
    terminal: &mut Terminal,
    replies: &Receiver<Msg>,
) -> Result<Way> {
    read(model, world);
    draw(model, terminal)?;
    unless_ended(terminal.ask_background())?;
    world.start();
    world.show(model);
    let mut deadlines = Deadlines::default();
    loop {
        // A wish from outside to end; what was typed before it is taken in first.
        let mut asked = None;
        let events = terminal.events(deadlines.wait())?;
        // Only that somebody woke us changes nothing.
        let mut stale = events.iter().any(|event| *event != Event::Wake);
        for event in events {
            let outside = match event {
                Event::Signal(signal) if signal.ends() => {
                    asked = asked.or(Some(128 + signal.number()));
                    continue;
                }
                Event::Gone => {
                    asked = asked.or(Some(129));
                    continue;
                }
                Event::Signal(Signal::Cont) => vec![Outside::Redraw],
                Event::Signal(Signal::Stop) => {
                    terminal.pause()?;
                    continue;
                }
                Event::Wake => {
                    let mut outside = Vec::new();
                    for msg in replies.try_iter() {
                        // That the file was touched is news only where somebody else wrote to it.
                        if !matches!(msg, Msg::Changed) || world.is_news() {
                            stale = true;
                            outside.extend(follow(model, world, msg));
                        }
                    }
                    outside
                }
                event => message(event).map(|msg| follow(model, world, msg)).unwrap_or_default(),
            };
            // Whoever is asked to end begins nothing more.
            if asked.is_none() && go_out(model, world, terminal, &mut deadlines, outside)? {
                return Ok(Way::Abandoned);
            }
        }
        if let Some(code) = asked {
            return Ok(Way::Asked(code));
        }
        if deadlines.is_late() {
            world.keep_aside(model);
        }
        stale |= deadlines.is_time_to_read();
        for msg in deadlines.due() {
            stale |= matches!(msg, Msg::SlowToClose | Msg::Tick);
            let outside = follow(model, world, msg);
            if go_out(model, world, terminal, &mut deadlines, outside)? {
                return Ok(Way::Abandoned);
            }
        }
        if let Some(homeless) = world.closed() {
            return Ok(Way::Closed(homeless));
        }
        deadlines.follow(model, world);
        if stale {
            read(model, world);
            draw(model, terminal)?;
        }
        if deadlines.shows(stale && world.has_room(model)) && world.show(model) {
            deadlines.shown = Some(Instant::now());
        }
    }
}

/// Does what concerns the terminal itself, in the order in which it was asked for: the next key may
/// be meant for what comes back. Answers whether the person would not wait for the end.
fn go_out(
    model: &mut Model,
    world: &mut World,
    terminal: &mut Terminal,
    deadlines: &mut Deadlines,
    outside: Vec<Outside>,
) -> Result<bool> {
    for what in outside {
        match what {
            Outside::Copy(text) => unless_ended(terminal.copy(&clean(&text, Lines::Many)))?,
            Outside::Edit(text) => {
                // Whoever is asked to end while the editor runs does not come back here.
                follow(model, world, Msg::Keep);
                let (edited, returned) = terminal.lend(|| editor::edit(&text));
                follow(model, world, Msg::EditedOutside(edited));
                returned?;
            }
            Outside::Mouse(on) => unless_ended(terminal.mouse(on))?,
            Outside::Bell => unless_ended(terminal.bell())?,
            Outside::Redraw => terminal.redraw(),
            Outside::Suspend => terminal.suspend()?,
            Outside::Leave => {
                deadlines.slow = Instant::now().checked_add(SLOW);
                for msg in world.leave(model) {
                    follow(model, world, msg);
                }
            }
            Outside::Abandon => return Ok(true),
        }
    }
    Ok(false)
}

/// Where a signal to leave came while the terminal took nothing, the signal goes first.
fn unless_ended(sent: std::io::Result<()>) -> std::io::Result<()> {
    match sent {
        Err(error) if error.kind() == std::io::ErrorKind::Interrupted => Ok(()),
        sent => sent,
    }
}

/// Draws a frame.
fn draw(model: &Model, terminal: &mut Terminal) -> std::io::Result<()> {
    unless_ended(terminal.draw(|frame| {
        crate::ui::draw(model, frame);
        assert!(!fault::strikes("panic-draw"), "a fault on purpose");
        let typed = model.has_unkept() && fault::strikes("panic-typed");
        let typed = typed || model.saving.barred.is_some() && fault::strikes("panic-lost");
        assert!(!typed, "a fault on purpose");
    }))
}

fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(chord) => Some(Msg::Key(chord)),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::PasteTooLarge => Some(Msg::PasteTooLarge),
        Event::Mouse(mouse) => {
            let (x, y) = (mouse.column, mouse.row);
            match mouse.kind {
                MouseKind::Press => Some(Msg::Mouse(Mouse::Press { x, y })),
                MouseKind::WheelUp => Some(Msg::Mouse(Mouse::WheelUp { x, y })),
                MouseKind::WheelDown => Some(Msg::Mouse(Mouse::WheelDown { x, y })),
                MouseKind::Drag | MouseKind::Release => None,
            }
        }
        Event::Resize(columns, rows) => Some(Msg::Resize(Size { columns, rows })),
        Event::Background(rgb) => Some(Msg::Background { dark: rgb.is_dark() }),
        // Whoever looks away may not come back.
        Event::FocusLost => Some(Msg::Keep),
        Event::NoBackground | Event::FocusGained | Event::Wake | Event::Signal(_) | Event::Gone => {
            None
        }
    }
}
