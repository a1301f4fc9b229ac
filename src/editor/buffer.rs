//! The lines, the cursor and their history, kept by the textarea crate. No other file knows it: it
//! counts in code points and jumps within 65,535 lines and columns; places here are lines and bytes,
//! and the cursor never stands inside a grapheme.

use std::ops::Range;

use tui_textarea::{AtomicRange, CursorMove, TextArea};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// How many edits can be taken back; a letter is one.
const REMEMBERED: usize = 20_000;

/// A place in the text, always between graphemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    pub line: usize,
    pub byte: usize,
}

impl Spot {
    pub const START: Spot = Spot { line: 0, byte: 0 };
}

#[derive(Debug)]
pub(super) struct Buffer {
    area: TextArea<'static>,
    at: Spot,
}

impl Buffer {
    /// The cursor stands at the end.
    pub(super) fn new(text: &str) -> Buffer {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_max_histories(REMEMBERED);
        let mut buffer = Buffer { area, at: Spot::START };
        buffer.go(buffer.end());
        buffer
    }

    pub(super) fn lines(&self) -> &[String] {
        self.area.lines()
    }

    pub(super) fn line(&self, line: usize) -> &str {
        self.lines().get(line).map_or("", String::as_str)
    }

    pub(super) fn bytes(&self) -> usize {
        self.lines().iter().map(|line| line.len() + 1).sum::<usize>() - 1
    }

    pub(super) fn at(&self) -> Spot {
        self.at
    }

    pub(super) fn end(&self) -> Spot {
        let line = self.lines().len() - 1;
        Spot { line, byte: self.line(line).len() }
    }

    pub(super) fn between(&self, range: Range<Spot>) -> String {
        let Range { start, end } = range;
        if start.line == end.line {
            return self.line(start.line).get(start.byte..end.byte).unwrap_or_default().to_owned();
        }
        let mut text = self.line(start.line).get(start.byte..).unwrap_or_default().to_owned();
        for line in start.line + 1..end.line {
            text.push('\n');
            text.push_str(self.line(line));
        }
        text.push('\n');
        text.push_str(self.line(end.line).get(..end.byte).unwrap_or_default());
        text
    }

    pub(super) fn go(&mut self, to: Spot) {
        let line = to.line.min(self.lines().len() - 1);
        let byte = grapheme_end(self.line(line), to.byte);
        let column = self.line(line).get(..byte).map_or(0, |before| before.chars().count());
        self.jump(line, column);
        self.at = Spot { line, byte };
    }

    /// How many edits of the history it took, two at most.
    pub(super) fn replace(&mut self, range: Range<Spot>, with: &str) -> usize {
        let gone = if range.is_empty() { 0 } else { self.between(range.clone()).chars().count() };
        if range.start != self.at {
            self.go(range.start);
        }
        let mut edits = 0;
        if gone > 0 {
            edits += usize::from(self.area.delete_str(gone));
        }
        if !with.is_empty() {
            edits += usize::from(self.area.insert_str(with));
        }
        self.find_cursor();
        edits
    }

    /// Whether anything was there to take back.
    pub(super) fn undo(&mut self, edits: usize) -> bool {
        let any = (0..edits).fold(false, |any, _| self.area.undo() || any);
        self.find_cursor();
        any
    }

    pub(super) fn redo(&mut self, edits: usize) -> bool {
        let any = (0..edits).fold(false, |any, _| self.area.redo() || any);
        self.find_cursor();
        any
    }

    pub(super) fn before(&self, spot: Spot) -> Spot {
        let text = self.line(spot.line).get(..spot.byte).unwrap_or_default();
        match (text.graphemes(true).next_back(), spot.line.checked_sub(1)) {
            (Some(piece), _) => Spot { line: spot.line, byte: spot.byte - piece.len() },
            (None, Some(line)) => Spot { line, byte: self.line(line).len() },
            (None, None) => spot,
        }
    }

    pub(super) fn after(&self, spot: Spot) -> Spot {
        let text = self.line(spot.line).get(spot.byte..).unwrap_or_default();
        match text.graphemes(true).next() {
            Some(piece) => Spot { line: spot.line, byte: spot.byte + piece.len() },
            None if spot.line + 1 < self.lines().len() => Spot { line: spot.line + 1, byte: 0 },
            None => spot,
        }
    }

    /// Where the word before the cursor begins.
    pub(super) fn word_back(&mut self) -> Spot {
        self.tried(CursorMove::WordBack)
    }

    /// Where the word after this one begins.
    pub(super) fn word_forward(&mut self) -> Spot {
        self.tried(CursorMove::WordForward)
    }

    /// Where a move would lead.
    fn tried(&mut self, movement: CursorMove) -> Spot {
        let (line, column) = self.area.cursor();
        self.area.move_cursor(movement);
        self.find_cursor();
        let found = self.at;
        self.jump(line, column);
        self.find_cursor();
        found
    }

    /// Takes over the cursor of the textarea, moved to the end of the grapheme that it may be in.
    fn find_cursor(&mut self) {
        let (line, column) = self.area.cursor();
        let text = self.line(line);
        let found = text.char_indices().nth(column).map_or(text.len(), |(byte, _)| byte);
        let byte = grapheme_end(text, found);
        self.at = Spot { line, byte };
        if byte != found {
            self.go(self.at);
        }
    }

    /// The crate's own jump ends at 65,535 lines and columns. Further down it steps line by line;
    /// further right a range that it may not enter pushes the cursor to its end.
    fn jump(&mut self, line: usize, column: usize) {
        let near_line = u16::try_from(line);
        let near_column = u16::try_from(column);
        if let (Ok(line), Ok(column)) = (near_line, near_column) {
            self.area.move_cursor(CursorMove::Jump(line, column));
            return;
        }
        match near_line {
            Ok(line) => self.area.move_cursor(CursorMove::Jump(line, 0)),
            Err(_) if line == self.lines().len() - 1 => self.area.move_cursor(CursorMove::Bottom),
            Err(_) if self.area.cursor().0 < usize::from(u16::MAX) => {
                self.area.move_cursor(CursorMove::Jump(u16::MAX, 0));
            }
            Err(_) => {}
        }
        self.area.move_cursor(CursorMove::Head);
        while self.area.cursor().0 < line {
            self.area.move_cursor(CursorMove::Down);
        }
        while self.area.cursor().0 > line {
            self.area.move_cursor(CursorMove::Up);
        }
        self.area.move_cursor(CursorMove::Forward);
        if self.area.cursor() == (line, 1) && column > 1 {
            self.area.set_atomic_ranges([AtomicRange { row: line, start_col: 0, end_col: column }]);
            self.area.clear_atomic_ranges();
        } else if self.area.cursor() != (line, column) {
            self.area.move_cursor(CursorMove::Back);
        }
    }
}

/// The place itself, or the end of the grapheme that it is in.
fn grapheme_end(line: &str, byte: usize) -> usize {
    let byte = byte.min(line.len());
    let mut cursor = GraphemeCursor::new(byte, line.len(), true);
    match cursor.is_boundary(line, 0) {
        Ok(true) => byte,
        _ => cursor.next_boundary(line, 0).ok().flatten().unwrap_or(line.len()),
    }
}
