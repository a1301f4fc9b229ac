//! The rows of a list: what each stands for, and its cells.

use crate::domain::{ErasureId, IdeaId, SluiceId, StageId};
use crate::input::Action;
use crate::text::fold;

/// How the cells of one column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnShape {
    pub right: bool,
    /// Takes the room that the others leave.
    pub grows: bool,
    /// It never takes more cells.
    pub most: u16,
    /// It is shown where the list has at least so many cells.
    pub from: u16,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub of: Of,
    pub cells: Vec<Cell>,
    /// What is said of it at the foot while it is in focus: a line each.
    pub notes: Vec<Cell>,
    /// It does not hold, or cannot be done now.
    pub quiet: bool,
}

/// What a row stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// The name of a section; it takes no focus.
    Heading,
    /// The blank line before the next section.
    Gap,
    /// There is more of the section above.
    More,
    Idea(IdeaId),
    /// A line of the journal.
    Entry(i64),
    /// A draft, by what it is for.
    Draft(String),
    /// What is wrong with the file, by its place among what was found.
    Finding(usize),
    /// A backup, by its name.
    Backup(String),
    /// A row of the protocol.
    Erasure(ErasureId),
    Action(Action),
    Stage(StageId),
    Sluice(SluiceId),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub ink: Ink,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    #[default]
    Plain,
    Muted,
    /// A key, or a name that leads somewhere.
    Accent,
    Warning,
}

impl ColumnShape {
    pub const fn fits(most: u16) -> ColumnShape {
        ColumnShape { right: false, grows: false, most, from: 0 }
    }

    pub const fn grows() -> ColumnShape {
        ColumnShape { right: false, grows: true, most: u16::MAX, from: 0 }
    }

    pub const fn right(self) -> ColumnShape {
        ColumnShape { right: true, ..self }
    }

    pub const fn from(self, from: u16) -> ColumnShape {
        ColumnShape { from, ..self }
    }
}

impl Cell {
    pub fn new(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ink: Ink::Plain }
    }

    pub fn muted(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ink: Ink::Muted }
    }

    pub fn accent(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ink: Ink::Accent }
    }

    /// A warning has a sign before it, not a colour alone.
    pub fn warning(text: impl AsRef<str>) -> Cell {
        Cell { text: format!("! {}", text.as_ref()), ink: Ink::Warning }
    }
}

impl Row {
    pub fn new(of: Of, cells: Vec<Cell>) -> Row {
        Row { of, cells, notes: Vec::new(), quiet: false }
    }

    /// The name of a section, with how many there are in it.
    pub fn heading(name: impl Into<String>, count: impl Into<String>) -> Row {
        Row::new(Of::Heading, vec![Cell::new(name), Cell::muted(count)])
    }

    pub fn gap() -> Row {
        Row::new(Of::Gap, Vec::new())
    }

    #[must_use]
    pub fn noting(mut self, note: Cell) -> Row {
        self.notes.push(note);
        self
    }

    pub(super) fn takes_focus(&self) -> bool {
        !matches!(self.of, Of::Heading | Of::Gap)
    }

    pub(super) fn has(&self, words: &[String]) -> bool {
        let text: String =
            self.cells.iter().chain(&self.notes).map(|cell| format!("{} ", cell.text)).collect();
        let text = fold(&text);
        words.iter().all(|word| text.contains(word))
    }
}
