//! Text being typed, edited by grapheme. The only module that knows the textarea crate, and of it
//! only `buffer` does.
//!
//! The textarea crate keeps the lines and their history; rows on the screen, selection and what a
//! key does are ours, because the crate moves by code point and wraps the whole text anew at each
//! key. The text comes in cleaned: what may not be in a text is the affair of `domain::clean`.

mod buffer;
mod draw;
mod pieces;
mod press;
mod rows;
mod steps;

use std::ops::Range;

use buffer::Buffer;
use pieces::pieces;
use rows::{Change, Rows};
use steps::{Run, Steps};

pub use buffer::Spot;
pub use draw::Look;
pub use press::Pressed;

/// The most bytes that one field holds.
pub const FIELD: usize = 2 * 1024 * 1024;
/// The most bytes that a line holds which is looked for: each key looks anew.
pub const QUERY: usize = 4 * 1024;

/// Whether a field is one line that scrolls sideways, or prose that wraps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    One,
    Many,
}

/// What was pasted would not fit into the field, so nothing of it went in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    pub bytes: usize,
    pub most: usize,
}

#[derive(Debug)]
pub struct Editor {
    kind: Lines,
    /// How many bytes it holds.
    most: usize,
    buffer: Buffer,
    rows: Rows,
    steps: Steps,
    /// The other end of what is selected; the cursor is one end.
    anchor: Option<Spot>,
    /// The column that Up and Down aim at while they pass shorter rows.
    goal: Option<usize>,
    /// What Ctrl+C or Ctrl+X took last, for Ctrl+V in this field.
    taken: String,
    placeholder: String,
    width: usize,
    height: usize,
    /// The first row, and in one line the first cell, that is seen.
    top: usize,
    left: usize,
}

impl Editor {
    /// The cursor stands at the end.
    pub fn new(kind: Lines, text: &str) -> Editor {
        let text = fitting(kind, text);
        let buffer = Buffer::new(&text);
        let rows = Rows::of(buffer.lines(), None);
        Editor {
            kind,
            most: FIELD,
            buffer,
            rows,
            steps: Steps::default(),
            anchor: None,
            goal: None,
            taken: String::new(),
            placeholder: String::new(),
            width: usize::MAX,
            height: usize::MAX,
            top: 0,
            left: 0,
        }
    }

    /// A line of what is looked for.
    pub fn query(text: &str) -> Editor {
        Editor { most: QUERY, ..Editor::new(Lines::One, text) }
    }

    pub fn text(&self) -> String {
        self.buffer.lines().join("\n")
    }

    pub fn is_empty(&self) -> bool {
        self.buffer.lines().iter().all(String::is_empty) && self.buffer.lines().len() < 2
    }

    pub fn lines_kind(&self) -> Lines {
        self.kind
    }

    /// Characters as people count them, a line's end as one.
    pub fn char_count(&self) -> usize {
        self.rows.pieces() + self.buffer.lines().len().saturating_sub(1)
    }

    /// Shown while the text is empty.
    pub fn placeholder(&mut self, words: String) {
        self.placeholder = words;
    }

    /// Types what is already cleaned; words typed one after another are undone one by one.
    pub fn insert(&mut self, typed: &str) -> Pressed {
        let typed = fitting(self.kind, typed);
        if typed.is_empty() {
            return Pressed::Ignored;
        }
        if self.bytes_with(&typed) > self.most {
            return Pressed::Full;
        }
        self.replace(self.selection(), &typed, Run::Typing);
        Pressed::Changed
    }

    /// One undo step. Trailing line ends are dropped in a field of one line, the others become
    /// spaces.
    ///
    /// # Errors
    /// Nothing is pasted when the field could not hold all of it.
    pub fn paste(&mut self, text: &str) -> Result<(), TooLong> {
        let text = fitting(self.kind, text);
        let bytes = self.bytes_with(&text);
        if bytes > self.most {
            return Err(TooLong { bytes, most: self.most });
        }
        self.replace(self.selection(), &text, Run::Alone);
        Ok(())
    }

    /// Another text in place of this one, as one undo step; none when it is the same.
    pub fn set_text(&mut self, text: &str) {
        let text = fitting(self.kind, text);
        if text != self.text() {
            self.replace(Spot::START..self.buffer.end(), &text, Run::Alone);
        }
    }

    /// How many cells wide the field is seen; prose wraps to it, with one cell kept for the cursor.
    pub fn set_width(&mut self, cells: u16) {
        let cells = usize::from(cells.max(1));
        if cells != self.width {
            self.width = cells;
            self.wrap();
        }
    }

    /// How many rows are seen; without it all are.
    pub fn set_height(&mut self, rows: u16) {
        self.height = usize::from(rows.max(1));
        self.reveal();
    }

    /// How many rows the text takes when wrapped, at least one.
    pub fn rows(&self) -> usize {
        self.rows.count()
    }

    /// The first row that is seen.
    pub fn top(&self) -> usize {
        self.top
    }

    /// Row and cell of the cursor within what is seen.
    pub fn cursor(&self) -> (usize, usize) {
        let (row, cell) = self.cell_of(self.buffer.at());
        let cell = cell.saturating_sub(self.left).min(self.width.saturating_sub(1));
        (row.saturating_sub(self.top), cell)
    }

    /// Puts the cursor at a cell within what is seen.
    pub fn click(&mut self, row: usize, cell: usize) {
        self.go(self.spot_at(row + self.top, cell + self.left), false);
    }

    /// Selects from where the cursor was to a cell within what is seen.
    pub fn drag(&mut self, row: usize, cell: usize) {
        self.go(self.spot_at(row + self.top, cell + self.left), true);
    }

    /// Moves what is seen, down for more than nothing, and leaves the cursor where it is.
    pub fn scroll(&mut self, by: isize) {
        let last = self.rows().saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(by).min(last);
    }

    pub fn selected(&self) -> Option<String> {
        let range = self.selection();
        (range.start < range.end).then(|| self.buffer.between(range))
    }

    /// From the cursor to the cursor when nothing is selected.
    fn selection(&self) -> Range<Spot> {
        let at = self.buffer.at();
        let anchor = self.anchor.unwrap_or(at);
        at.min(anchor)..at.max(anchor)
    }

    fn bytes_with(&self, added: &str) -> usize {
        let range = self.selection();
        let replaced = if range.is_empty() { 0 } else { self.buffer.between(range).len() };
        (self.buffer.bytes() + added.len()).saturating_sub(replaced)
    }

    fn replace(&mut self, range: Range<Spot>, with: &str, run: Run) {
        let line = range.start.line;
        let before = self.buffer.lines().len();
        let replaced = range.end.line - range.start.line;
        let taken_away = (run == Run::Erasing).then(|| self.buffer.between(range.clone()));
        let edits = self.buffer.replace(range.clone(), with);
        if edits == 0 {
            return;
        }
        self.steps.add(edits, run, taken_away.as_deref().unwrap_or(with));
        let lines = self.buffer.lines();
        let new = lines.len() + replaced + 1 - before;
        if (replaced, new) == (0, 1) {
            let Range { start, end } = range;
            let gone = end.byte - start.byte;
            let change = Change { line, byte: start.byte, gone, new: with.len() };
            self.rows.change(lines, change);
        } else {
            self.rows.rewrap(lines, line, replaced + 1, new);
        }
        self.settle();
    }

    fn undo(&mut self) -> Pressed {
        let Some(edits) = self.steps.undo() else { return Pressed::Ignored };
        let undone = self.buffer.undo(edits);
        self.redrawn(undone)
    }

    fn redo(&mut self) -> Pressed {
        let Some(edits) = self.steps.redo() else { return Pressed::Ignored };
        let redone = self.buffer.redo(edits);
        self.redrawn(redone)
    }

    fn redrawn(&mut self, changed: bool) -> Pressed {
        self.wrap();
        self.settle();
        if changed { Pressed::Changed } else { Pressed::Ignored }
    }

    fn wrap(&mut self) {
        let width = match self.kind {
            Lines::One => None,
            Lines::Many => (self.width < usize::MAX).then_some(self.width),
        };
        self.rows = Rows::of(self.buffer.lines(), width);
        self.reveal();
    }

    fn settle(&mut self) {
        self.anchor = None;
        self.goal = None;
        self.reveal();
    }

    fn go(&mut self, to: Spot, selecting: bool) -> Pressed {
        let (was, had) = (self.buffer.at(), self.anchor);
        self.anchor = if selecting { had.or(Some(was)) } else { None };
        self.goal = None;
        self.steps.pause();
        self.buffer.go(to);
        self.reveal();
        if was == self.buffer.at() && had == self.anchor {
            Pressed::Ignored
        } else {
            Pressed::Moved
        }
    }

    /// Scrolls as little as shows the cursor.
    fn reveal(&mut self) {
        let (row, cell) = self.cell_of(self.buffer.at());
        self.top = self.top.min(self.rows().saturating_sub(self.height)).min(row);
        self.top = self.top.max((row + 1).saturating_sub(self.height));
        self.left = match self.kind {
            Lines::One => self.left.min(cell).max((cell + 1).saturating_sub(self.width)),
            Lines::Many => 0,
        };
    }

    /// Row and cell from the beginning of the text.
    fn cell_of(&self, spot: Spot) -> (usize, usize) {
        let (row, range) = self.rows.row_of(self.buffer.lines(), spot);
        let before = self.buffer.line(spot.line).get(range.start..spot.byte).unwrap_or_default();
        (row, pieces(before).map(|piece| piece.cells).sum())
    }

    /// The place that a cell shows; beyond a row's end, the last place that stands on that row.
    fn spot_at(&self, row: usize, cell: usize) -> Spot {
        let row = row.min(self.rows().saturating_sub(1));
        let (line, range, last) = self.rows.row(self.buffer.lines(), row);
        let text = self.buffer.line(line).get(range.clone()).unwrap_or_default();
        let mut right = 0;
        let mut byte = range.start;
        for piece in pieces(text) {
            byte = range.start + piece.at;
            right += piece.cells;
            if right > cell {
                return Spot { line, byte };
            }
        }
        Spot { line, byte: if last { range.end } else { byte } }
    }
}

/// The text as the field can hold it: line ends are `\n`, and there are none in one line.
fn fitting(kind: Lines, text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    match kind {
        Lines::One => text.trim_end_matches('\n').replace('\n', " "),
        Lines::Many => text,
    }
}

#[cfg(test)]
mod tests;
