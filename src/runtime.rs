//! The edge: the one loop, and the one place where effects happen.

mod colours;
mod editor;
mod fault;
mod files;
mod finder;
mod found;
mod lists;
mod mending;
mod openings;
mod panes;
mod saver;
mod texts;
mod watch;
mod who;
pub mod why;
mod world;

use std::sync::mpsc::Receiver;
use std::time::Duration;

use color_eyre::eyre::Result;

use crate::app::{Answer, Effect, Focus, Model, Mouse, Msg, Need, Size, asks, needs, update};
use crate::terminal::{Event, MouseKind, Signal, Terminal, Wait};

pub use colours::colours;
pub use files::Files;
pub use finder::Finder;
pub use mending::keep_before_mending;
pub use saver::Saver;
pub use watch::Watch;
pub use world::{Clock, World};

/// How long nothing is pressed before what was typed is written down.
const MOMENT: Duration = Duration::from_millis(700);

/// What concerns the terminal itself, and so is left to whoever holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    Copy(String),
    Edit(String),
    Mouse(bool),
    Redraw,
    Suspend,
    Leave,
}

/// Takes one message in and does all that follows from it, up to what the screen needs to be drawn.
pub fn dispatch(model: &mut Model, world: &mut World, msg: Msg) -> Vec<Outside> {
    let outside = follow(model, world, msg);
    read(model, world);
    outside
}

/// Takes one message in and does all that the next one may ask for. What only the drawing needs is
/// not read yet: of many keys at once, just the last is drawn.
fn follow(model: &mut Model, world: &mut World, msg: Msg) -> Vec<Outside> {
    let mut outside = Vec::new();
    let mut inbox = vec![msg];
    while let Some(msg) = inbox.pop() {
        let now = world.now();
        for effect in update(model, msg, now) {
            match effect {
                Effect::Redraw => outside.push(Outside::Redraw),
                Effect::Suspend => outside.push(Outside::Suspend),
                Effect::Leave => outside.push(Outside::Leave),
                Effect::Copy(text) => outside.push(Outside::Copy(text)),
                Effect::CopyIdeas(ideas) => match world.copied(&ideas, &model.words) {
                    Ok(text) => outside.push(Outside::Copy(text)),
                    Err(say) => inbox.push(Msg::Answer(Answer::Failed(say))),
                },
                Effect::EditOutside { text } => outside.push(Outside::Edit(text)),
                Effect::Mouse(on) => outside.push(Outside::Mouse(on)),
                Effect::OpenFile { which, begin } => {
                    inbox.push(world.change_file(model, which, begin, now));
                }
                Effect::Commit { .. }
                | Effect::Undo
                | Effect::UndoChosen(_)
                | Effect::Redo
                | Effect::KeepDraft { .. }
                | Effect::DropDraft { .. }
                | Effect::Be(_)
                | Effect::Write(..)
                | Effect::WriteText { .. }
                | Effect::Remember { .. } => {
                    inbox.extend(world.perform(effect, now));
                }
            }
        }
        read_those(model, world, |model, need| !can_wait(model, need));
        for job in asks(model) {
            inbox.extend(world.find(job));
        }
    }
    outside
}

/// Panes that follow the cursor over the board are for the eye alone.
fn can_wait(model: &Model, need: &Need) -> bool {
    let followed = model.focus == Focus::Board && model.overlays.is_empty();
    followed && matches!(need, Need::Pane(_) | Need::History { .. } | Need::Changes(_))
}

/// Reads what the screen needs.
pub fn read(model: &mut Model, world: &mut World) {
    read_those(model, world, |_, _| true);
}

/// Each answer may show that more is needed, but not without end.
fn read_those(model: &mut Model, world: &mut World, wants: fn(&Model, &Need) -> bool) {
    for _ in 0..8 {
        let mut wanted = needs(model);
        wanted.retain(|need| wants(model, need));
        if wanted.is_empty() {
            return;
        }
        for need in wanted {
            let answer = world.answer(&need);
            update(model, Msg::Answer(answer), world.now());
        }
    }
}

/// Runs until the person leaves or the terminal is gone; answers the exit code.
pub fn run(
    mut model: Model,
    mut world: World,
    mut terminal: Terminal,
    replies: &Receiver<Msg>,
) -> Result<u8> {
    read(&mut model, &mut world);
    draw(&model, &mut terminal)?;
    terminal.ask_background()?;
    world.start();
    loop {
        let mut outside = Vec::new();
        // What is being typed is written down when nothing was pressed for a moment.
        let wait = if model.has_unkept() { Wait::AtMost(MOMENT) } else { Wait::Forever };
        let events = terminal.events(wait)?;
        // Only that somebody woke us changes nothing.
        let mut stale = events.iter().any(|event| *event != Event::Wake) || events.is_empty();
        if events.is_empty() {
            outside.extend(follow(&mut model, &mut world, Msg::Quiet));
        }
        for event in events {
            match event {
                Event::Signal(signal) if signal.ends() => {
                    world.finish(&model);
                    return Ok(128 + signal.number());
                }
                Event::Signal(Signal::Cont) => outside.push(Outside::Redraw),
                Event::Signal(Signal::Stop) => terminal.pause()?,
                Event::Signal(_) => {}
                Event::Gone => {
                    world.finish(&model);
                    return Ok(129);
                }
                Event::Wake => {
                    for msg in replies.try_iter() {
                        // That the file was touched is news only where somebody else wrote to it.
                        if !matches!(msg, Msg::Changed) || world.is_news() {
                            stale = true;
                            outside.extend(follow(&mut model, &mut world, msg));
                        }
                    }
                }
                event => {
                    if let Some(msg) = message(event) {
                        outside.extend(follow(&mut model, &mut world, msg));
                    }
                }
            }
        }
        for what in outside {
            match what {
                Outside::Copy(text) => terminal.copy(&text)?,
                Outside::Edit(text) => {
                    let edited = terminal.lend(|| editor::edit(&text))?;
                    follow(&mut model, &mut world, Msg::EditedOutside(edited));
                }
                Outside::Mouse(on) => terminal.mouse(on)?,
                Outside::Redraw => terminal.redraw(),
                Outside::Suspend => terminal.suspend()?,
                Outside::Leave => {
                    world.finish(&model);
                    return Ok(0);
                }
            }
        }
        if stale {
            read(&mut model, &mut world);
            draw(&model, &mut terminal)?;
        }
    }
}

/// Draws a frame. Where a signal came while the terminal took nothing, the signal goes first.
fn draw(model: &Model, terminal: &mut Terminal) -> std::io::Result<()> {
    let drawn = terminal.draw(|frame| {
        crate::ui::draw(model, frame);
        assert!(!fault::strikes("panic-draw"), "a fault on purpose");
    });
    match drawn {
        Err(error) if error.kind() == std::io::ErrorKind::Interrupted => Ok(()),
        drawn => drawn,
    }
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
        Event::NoBackground
        | Event::FocusGained
        | Event::FocusLost
        | Event::Wake
        | Event::Signal(_)
        | Event::Gone => None,
    }
}
