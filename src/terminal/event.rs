//! What a terminal can tell, and why it may not be taken.

use std::io;
use std::time::Duration;

use crate::input::Chord;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Key(Chord),
    /// Line ends are `\n`; nothing else is cleaned.
    Paste(String),
    PasteTooLarge,
    Mouse(Mouse),
    /// Columns and rows.
    Resize(u16, u16),
    FocusGained,
    FocusLost,
    /// The background colour that was asked for.
    Background(Rgb),
    /// The terminal answers questions, but not that one.
    NoBackground,
    /// Somebody used the [`Waker`](super::Waker).
    Wake,
    Signal(Signal),
    /// The terminal hung up. Told once.
    Gone,
}

/// The left button or the wheel, at a cell of the screen counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    pub column: u16,
    pub row: u16,
    pub kind: MouseKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    Press,
    Drag,
    Release,
    WheelUp,
    WheelDown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

impl Rgb {
    /// Whether light text is read better on it.
    pub fn is_dark(self) -> bool {
        let weighed =
            u32::from(self.red) * 299 + u32::from(self.green) * 587 + u32::from(self.blue) * 114;
        weighed < 128_000
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    Term,
    Hup,
    Int,
    Quit,
    /// Somebody asks us to stop for a while.
    Stop,
    /// We slept, and go on. The terminal is already ours again.
    Cont,
}

impl Signal {
    /// The number that an exit code of 128 + n carries.
    pub fn number(self) -> u8 {
        match self {
            Signal::Hup => 1,
            Signal::Int => 2,
            Signal::Quit => 3,
            Signal::Term => 15,
            Signal::Cont => 18,
            Signal::Stop => 20,
        }
    }

    /// Whether it asks the program to end.
    pub fn ends(self) -> bool {
        !matches!(self, Signal::Cont | Signal::Stop)
    }
}

/// How long to wait for events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    Forever,
    AtMost(Duration),
    Not,
}

/// Why the terminal was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("{0} is not a terminal")]
    NotATerminal(Stream),
    #[error("this terminal (TERM=dumb) cannot place text on the screen")]
    Dumb,
    #[error("the terminal cannot be used: {0}")]
    Io(#[from] io::Error),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Input,
    Output,
}

impl std::fmt::Display for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Stream::Input => "standard input",
            Stream::Output => "standard output",
        })
    }
}
