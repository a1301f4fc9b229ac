//! The text on the screen. It draws what the last key left to be seen; the cursor is the terminal's
//! own, so nothing is drawn for it.

use ratatui::buffer::Buffer as Cells;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::buffer::Spot;
use super::pieces::pieces;
use super::rows::Rows;
use super::{Editor, Lines};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub text: Style,
    pub selection: Style,
    pub placeholder: Style,
}

impl Editor {
    pub fn draw(&self, area: Rect, cells: &mut Cells, look: Look) {
        let area = area.intersection(cells.area);
        if area.is_empty() {
            return;
        }
        cells.set_style(area, look.text);
        if self.is_empty() {
            let words = [self.placeholder.clone()];
            let width = (self.kind == Lines::Many).then_some(usize::from(area.width));
            let rows = Rows::of(&words, width);
            for (y, (_, range, _)) in (area.top()..area.bottom()).zip(rows.from(&words, 0)) {
                let row = self.placeholder.get(range).unwrap_or_default();
                cells.set_stringn(area.x, y, row, usize::from(area.width), look.placeholder);
            }
            return;
        }
        let selection = self.selection();
        let rows = self.rows.from(self.buffer.lines(), self.top);
        for (y, (line, range, last)) in (area.top()..area.bottom()).zip(rows) {
            let text = self.buffer.line(line).get(range.clone()).unwrap_or_default();
            let mut cell = 0;
            for piece in pieces(text) {
                let spot = Spot { line, byte: range.start + piece.at };
                let style = if selection.contains(&spot) { look.selection } else { look.text };
                if cell >= self.left {
                    let shown = if piece.text == "\t" { "    " } else { piece.text };
                    let x = cell - self.left;
                    if !put(cells, area, (x, y), shown, style) {
                        break;
                    }
                }
                cell += piece.cells;
            }
            // The end of a line that is selected too shows as one cell.
            if last && selection.contains(&Spot { line, byte: range.end }) && cell >= self.left {
                put(cells, area, (cell - self.left, y), " ", look.selection);
            }
        }
    }

    /// Where the terminal's cursor belongs; nowhere when it is scrolled out of sight.
    pub fn cursor_in(&self, area: Rect) -> Option<Position> {
        let (row, cell) = self.cell_of(self.buffer.at());
        let row = u16::try_from(row.checked_sub(self.top)?).ok()?;
        let cell = u16::try_from(cell.checked_sub(self.left)?).unwrap_or(u16::MAX);
        let inside = !area.is_empty() && row < area.height;
        inside.then(|| Position::new(area.x + cell.min(area.width - 1), area.y + row))
    }
}

/// Whether there was room for it.
fn put(cells: &mut Cells, area: Rect, (x, y): (usize, u16), shown: &str, style: Style) -> bool {
    let room = usize::from(area.width).saturating_sub(x);
    match u16::try_from(x) {
        Ok(x) if room > 0 => {
            cells.set_stringn(area.x + x, y, shown, room, style);
            true
        }
        Ok(_) | Err(_) => false,
    }
}
