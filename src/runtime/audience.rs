//! The audience's window: it reads the one row that says what the room sees, draws it, and runs its
//! clock. It writes nothing, and knows nothing else of the file than whether a workshop is held.

use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use color_eyre::eyre::Result;
use jiff::tz::TimeZone;

use crate::app::{Colours, Msg, Theme};
use crate::domain::{Language, Live, Stamp};
use crate::input::{Action, Chord, Context, Keymap, Reading};
use crate::store::{Reader, Whereabouts};
use crate::terminal::{Event, Signal, Terminal, Wait};
use crate::text::Words;
use crate::ui;
use crate::ui::room::At;
use crate::ui::theme::Look;

/// So long after the file could not be read it is tried again.
const AGAIN: Duration = Duration::from_millis(300);

pub struct Audience {
    pub file: PathBuf,
    pub words: Words,
    pub zone: TimeZone,
    pub theme: Theme,
    pub colours: Colours,
    pub keymap: Keymap,
    pub now: Box<dyn Fn() -> Stamp>,
    pub reader: Option<Reader>,
    shown: Shown,
}

/// What is on the window.
#[derive(Debug, Default)]
struct Shown {
    live: Option<Live>,
    /// How far a long list was leafed on.
    leaf: usize,
}

/// What a key asks of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Draw,
    Redraw,
    Suspend,
    Leave,
}

impl Audience {
    pub fn new(
        file: PathBuf,
        language: Language,
        zone: TimeZone,
        now: impl Fn() -> Stamp + 'static,
    ) -> Audience {
        Audience {
            file,
            words: Words::of(language),
            zone,
            theme: Theme::default(),
            colours: Colours::default(),
            keymap: Keymap::own(),
            now: Box::new(now),
            reader: None,
            shown: Shown::default(),
        }
    }

    /// Follows until somebody closes the window. `replies` tells that the file was touched.
    pub fn run(mut self, mut terminal: Terminal, replies: &Receiver<Msg>) -> Result<u8> {
        self.look();
        self.draw(&mut terminal)?;
        loop {
            let events = terminal.events(self.wait())?;
            // The clock ran on.
            let mut stale = events.is_empty();
            for event in events {
                match event {
                    Event::Signal(signal) if signal.ends() => return Ok(128 + signal.number()),
                    Event::Gone => return Ok(129),
                    Event::Signal(Signal::Stop) => terminal.pause()?,
                    Event::Signal(Signal::Cont) => terminal.redraw(),
                    Event::Key(chord) => match self.key(chord) {
                        Asked::Leave => return Ok(0),
                        Asked::Suspend => terminal.suspend()?,
                        Asked::Redraw => terminal.redraw(),
                        Asked::Draw => {}
                        Asked::Nothing => continue,
                    },
                    Event::Wake => {
                        if replies.try_iter().count() == 0 || !self.look() {
                            continue;
                        }
                    }
                    Event::Resize(..) => {}
                    _ => continue,
                }
                stale = true;
            }
            if self.reader.is_none() {
                stale |= self.look();
            }
            if stale {
                self.draw(&mut terminal)?;
            }
        }
    }

    /// Until the clock on the window shows something else.
    fn wait(&self) -> Wait {
        if self.reader.is_none() {
            return Wait::AtMost(AGAIN);
        }
        let now = (self.now)();
        let live = self.shown.live.as_ref().filter(|live| live.curtain.is_none());
        match live.and_then(|live| live.clock).and_then(|clock| clock.next_change(now)) {
            Some(next) => {
                let millis = u64::try_from(next.0 - now.0).unwrap_or(0);
                Wait::AtMost(Duration::from_millis(millis.max(1)))
            }
            None => Wait::Forever,
        }
    }

    /// Reads what the room sees; true where that is something else than before. What cannot be read
    /// just now stays as it was.
    fn look(&mut self) -> bool {
        let here = |reader: &Reader| {
            reader.is_copy() || reader.identity().whereabouts(&self.file) == Whereabouts::Here
        };
        if !self.reader.as_ref().is_some_and(here) {
            self.reader = None;
            self.reader = Reader::open(&self.file).ok();
        }
        let Some(reader) = &self.reader else { return false };
        let Ok(running) = reader.running_workshop() else { return false };
        let live = match running {
            Some(_) => match reader.live() {
                Ok(shown) => shown.map(|shown| shown.live),
                Err(_) => return false,
            },
            None => None,
        };
        if live == self.shown.live {
            return false;
        }
        if let Some(live) = &live
            && live.language != self.words.language
        {
            self.words = Words::of(live.language);
        }
        // Another page, or another screen: it is read from its beginning.
        let item = |live: &Option<Live>| {
            live.as_ref().map(|live| (live.item.clone(), std::mem::discriminant(&live.scene)))
        };
        let leaf = if item(&live) == item(&self.shown.live) { self.shown.leaf } else { 0 };
        self.shown = Shown { live, leaf };
        true
    }

    fn key(&mut self, chord: Chord) -> Asked {
        if chord.typed() == Some('t') {
            self.theme = match self.theme {
                Theme::Auto | Theme::Light | Theme::Terminal => Theme::Dark,
                Theme::Dark => Theme::Contrast,
                Theme::Contrast => Theme::Light,
            };
            return Asked::Draw;
        }
        let Reading::Means(action) = self.keymap.read(Context::Anywhere, &[chord]) else {
            return Asked::Nothing;
        };
        match action {
            Action::Back | Action::Interrupt | Action::Leave => Asked::Leave,
            Action::Suspend => Asked::Suspend,
            Action::Redraw => Asked::Redraw,
            Action::PageDown | Action::Down | Action::Right => {
                self.shown.leaf += 1;
                Asked::Draw
            }
            Action::PageUp | Action::Up | Action::Left => {
                self.shown.leaf = self.shown.leaf.saturating_sub(1);
                Asked::Draw
            }
            _ => Asked::Nothing,
        }
    }

    fn draw(&self, terminal: &mut Terminal) -> std::io::Result<()> {
        let look = Look::of_room(self.theme, self.colours);
        let now = (self.now)();
        let (zone, words) = (&self.zone, &self.words);
        let at = At { now, zone, words, look: &look, leaf: self.shown.leaf };
        let drawn = terminal.draw(|frame| ui::audience(self.shown.live.as_ref(), &at, frame));
        match drawn {
            // The signal to leave comes with the next events.
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => Ok(()),
            drawn => drawn,
        }
    }
}
