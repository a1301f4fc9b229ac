//! What each key does in a text. Enter in one line, Tab, Esc and whatever saves or leaves belong to
//! the owner of the field, who looks at the key first.

use super::buffer::Spot;
use super::steps::Run;
use super::{Editor, Lines};
use crate::input::{Chord, Key};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressed {
    Changed,
    Moved,
    Ignored,
    /// The field holds no more, so nothing went in.
    Full,
    /// Up was pressed on the first row, so the owner may go to the field above.
    AtTop,
    AtBottom,
    /// For the clipboard; the text is as it was.
    Copy(String),
    /// For the clipboard; the text no longer has it.
    Cut(String),
}

impl Editor {
    pub fn press(&mut self, chord: Chord) -> Pressed {
        if chord.alt {
            return Pressed::Ignored;
        }
        if let Some(typed) = chord.typed() {
            return self.insert(typed.encode_utf8(&mut [0; 4]));
        }
        if let Key::Char(letter) = chord.key {
            return self.press_with_ctrl(letter);
        }
        let at = self.buffer.at();
        let (selecting, by_word) = (chord.shift, chord.ctrl);
        match chord.key {
            Key::Enter if self.kind == Lines::Many => self.insert("\n"),
            Key::Backspace if by_word => self.erase_word_back(),
            Key::Backspace => self.erase(self.buffer.before(at)),
            Key::Delete if by_word => self.erase_word_forward(),
            Key::Delete => self.erase(self.buffer.after(at)),
            Key::Left | Key::Right if !selecting && !by_word && !self.selection().is_empty() => {
                let ends = self.selection();
                self.go(if chord.key == Key::Left { ends.start } else { ends.end }, false)
            }
            Key::Left if by_word => {
                let word = self.buffer.word_back();
                self.go(word, selecting)
            }
            Key::Left => self.go(self.buffer.before(at), selecting),
            Key::Right if by_word => {
                let word = self.buffer.word_forward();
                self.go(word, selecting)
            }
            Key::Right => self.go(self.buffer.after(at), selecting),
            Key::Home if chord.ctrl => self.go(Spot::START, selecting),
            Key::Home => self.go(self.row_start(), selecting),
            Key::End if chord.ctrl => self.go(self.buffer.end(), selecting),
            Key::End => self.go(self.row_end(), selecting),
            Key::Up => self.up(1, selecting),
            Key::Down => self.down(1, selecting),
            Key::PageUp => self.up(self.page(), selecting),
            Key::PageDown => self.down(self.page(), selecting),
            Key::Char(_) | Key::Enter | Key::Esc | Key::Tab | Key::Insert | Key::F(_) => {
                Pressed::Ignored
            }
        }
    }

    fn press_with_ctrl(&mut self, letter: char) -> Pressed {
        match letter {
            'a' => {
                self.go(Spot::START, false);
                self.go(self.buffer.end(), true)
            }
            'c' => self.take().map_or(Pressed::Ignored, Pressed::Copy),
            'x' => match self.take() {
                Some(text) => {
                    self.replace(self.selection(), "", Run::Alone);
                    Pressed::Cut(text)
                }
                None => Pressed::Ignored,
            },
            'v' => {
                let taken = self.taken.clone();
                match self.paste(&taken) {
                    Ok(()) if !taken.is_empty() => Pressed::Changed,
                    Ok(()) | Err(_) => Pressed::Ignored,
                }
            }
            'z' => self.undo(),
            'y' | 'Z' => self.redo(),
            'e' => self.go(Spot { byte: usize::MAX, ..self.buffer.at() }, false),
            'h' => self.erase(self.buffer.before(self.buffer.at())),
            'w' => self.erase_word_back(),
            'u' => self.erase(Spot { byte: 0, ..self.buffer.at() }),
            'k' => {
                let line = self.buffer.at().line;
                self.erase(Spot { line, byte: self.buffer.line(line).len() })
            }
            _ => Pressed::Ignored,
        }
    }

    fn take(&mut self) -> Option<String> {
        let text = self.selected()?;
        self.taken.clone_from(&text);
        Some(text)
    }

    fn erase_word_back(&mut self) -> Pressed {
        let word = self.buffer.word_back();
        self.erase(word)
    }

    /// Up to the next word, but never over a line's end and more.
    fn erase_word_forward(&mut self) -> Pressed {
        let at = self.buffer.at();
        let end = Spot { line: at.line, byte: self.buffer.line(at.line).len() };
        let word = self.buffer.word_forward();
        self.erase(if at < end { word.min(end) } else { word })
    }

    /// What is selected, else from the cursor to a place before or after it.
    fn erase(&mut self, to: Spot) -> Pressed {
        let at = self.buffer.at();
        let selected = self.selection();
        let (range, run) = if !selected.is_empty() {
            (selected, Run::Alone)
        } else if to < at && to == self.buffer.before(at) {
            (to..at, Run::Erasing)
        } else {
            (at.min(to)..at.max(to), Run::Alone)
        };
        if range.is_empty() {
            return Pressed::Ignored;
        }
        self.replace(range, "", run);
        Pressed::Changed
    }

    /// The beginning of the row, and from there that of the line.
    fn row_start(&self) -> Spot {
        let at = self.buffer.at();
        let (_, range) = self.rows.row_of(self.buffer.lines(), at);
        Spot { byte: if at.byte == range.start { 0 } else { range.start }, ..at }
    }

    /// The last place on the row, and from there the end of the line.
    fn row_end(&self) -> Spot {
        let at = self.buffer.at();
        let (row, _) = self.rows.row_of(self.buffer.lines(), at);
        let end = self.spot_at(row, usize::MAX);
        if at == end { Spot { byte: usize::MAX, ..at } } else { end }
    }

    fn page(&self) -> usize {
        if self.height == usize::MAX { 10 } else { self.height.saturating_sub(1).max(1) }
    }

    fn up(&mut self, rows: usize, selecting: bool) -> Pressed {
        let (row, cell) = self.cell_of(self.buffer.at());
        if row > 0 {
            self.go_to_row(row.saturating_sub(rows), cell, selecting)
        } else if selecting {
            self.go(Spot::START, true)
        } else {
            Pressed::AtTop
        }
    }

    fn down(&mut self, rows: usize, selecting: bool) -> Pressed {
        let (row, cell) = self.cell_of(self.buffer.at());
        let last = self.rows().saturating_sub(1);
        if row < last {
            self.go_to_row((row + rows).min(last), cell, selecting)
        } else if selecting {
            self.go(self.buffer.end(), true)
        } else {
            Pressed::AtBottom
        }
    }

    fn go_to_row(&mut self, row: usize, cell: usize, selecting: bool) -> Pressed {
        let goal = self.goal.unwrap_or(cell);
        let pressed = self.go(self.spot_at(row, goal), selecting);
        self.goal = Some(goal);
        pressed
    }
}
