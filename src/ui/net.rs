//! The last look at what was drawn: whatever slipped in from outside, no cell holds what a terminal
//! would obey, what cannot be seen, or a tower of marks.

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use crate::domain::{Lines, clean};

pub(super) fn catch(cells: &mut Buffer) {
    for cell in &mut cells.content {
        // One byte is ASCII, and nearly all cells hold one.
        if cell.symbol().len() == 1 && !cell.symbol().contains(char::is_control) {
            continue;
        }
        let Cow::Owned(cleaned) = clean(cell.symbol(), Lines::One) else { continue };
        cell.set_symbol(if cleaned.is_empty() { " " } else { &cleaned });
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_on_no_cell() {
        let mut cells = Buffer::empty(Rect::new(0, 0, 4, 1));
        let tower = format!("e{}", "\u{316}".repeat(9));
        for (x, symbol) in ["\u{1b}", "a\u{202e}", &tower, "\u{e0041}"].into_iter().enumerate() {
            cells.content[x].set_symbol(symbol);
        }
        catch(&mut cells);
        let left: Vec<&str> = cells.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(left, [" ", "a", &*format!("e{}", "\u{316}".repeat(4)), " "]);
    }
}
