//! The clock of a workshop in the corner of any screen that has none: whole minutes, and words for
//! the last one. It stands only where nothing else does.

use ratatui::buffer::Buffer;

use crate::app::Model;
use crate::domain::Clock;
use crate::text::width::width;

use super::pen::write;
use super::theme::Look;

/// Blank cells on each side of it.
const AIR: u16 = 2;

pub(super) fn draw(model: &Model, look: &Look, cells: &mut Buffer) {
    let Some(clock) = model.corner_clock() else { return };
    let now = model.held.now;
    let minutes = clock.minutes(now);
    let (id, style) = match (clock, minutes) {
        (_, 0) => ("clock-over", look.warning),
        (Clock::Paused { .. }, _) => ("corner-paused", look.warning),
        (_, 1) => ("clock-last-minute", look.warning),
        (_, _) => ("corner-minutes", look.strong),
    };
    let said = model.words.with(id, &[("n", minutes.into())]);
    let wide = u16::try_from(width(&said)).unwrap_or(u16::MAX);
    if let Some(x) = place(cells, wide) {
        write(cells, x, cells.area.y, wide, &said, style);
    }
}

/// Where in the topmost row there is room for it, as far to the right as may be.
fn place(cells: &Buffer, wide: u16) -> Option<u16> {
    let area = cells.area;
    let blank = |x: u16| cells[(x, area.y)].symbol().trim().is_empty();
    let mut free = 0;
    for x in (area.left()..area.right()).rev() {
        free = if blank(x) { free + 1 } else { 0 };
        // At the screen's own edge one blank cell is enough.
        let edge = free == area.right() - x;
        if free >= wide.saturating_add(AIR + if edge { 1 } else { AIR }) {
            return Some(x + AIR);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn spot(row: &str, wide: u16) -> Option<u16> {
        let columns = u16::try_from(row.chars().count()).unwrap();
        let mut cells = Buffer::empty(Rect::new(0, 0, columns, 2));
        cells.set_string(0, 0, row, Style::new());
        place(&cells, wide)
    }

    #[test]
    fn it_stands_as_far_to_the_right_as_nothing_else_does() {
        assert_eq!(spot(" Board          saved 14:02 ", 4), Some(10));
        assert_eq!(spot(" Board                      ", 4), Some(23));
        assert_eq!(spot(" A long name  saved 14:02 ", 4), None);
        assert_eq!(spot("", 4), None);
    }
}
