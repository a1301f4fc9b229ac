//! The test card: can everyone at the back read this? It tells the size that the terminal has now,
//! has a ruler, and says how to make the letters larger.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::text::Words;
use crate::text::width::wrap;
use crate::ui::chrome::inset;
use crate::ui::pen::{clear, write};
use crate::ui::theme::Look;

use super::{Align, headed, heading};

/// About so many columns are left when the letters are large enough for a usual room.
const GOOD: u16 = 72;

/// Up to so many rows, letters are read from six times the picture's height; up to the next, from four.
const FAR: u16 = 20;
const NEAR: u16 = 31;

/// Draws it on an area of the screen; answers where it begins to be read.
pub fn card(cells: &mut Buffer, area: Rect, words: &Words, look: &Look) -> Position {
    clear(cells, area, look.text);
    let mut room = inset(area);
    let ruled = area.height >= 10;
    if ruled {
        ruler(look, Rect { height: 1, ..area }, cells);
        room.y += 2;
        room.height = room.height.saturating_sub(2);
    }
    let told = told((cells.area.width, cells.area.height), words);
    // The advice on colours gives way to large letters.
    let least = u16::try_from(told.len()).unwrap_or(4).saturating_sub(1);
    let question = words.get("test-card-question");
    let most = Rect { height: room.height.saturating_sub(least).max(1), ..room };
    let rows = headed(&question, most).rows();
    let spot = Rect { height: rows.min(room.height), ..room };
    let mut y = room.y + heading(cells, spot, &question, Align::Left, look.strong);
    let gap = u16::from(room.bottom().saturating_sub(y) > least);
    y += gap;
    for (nth, text) in told.iter().enumerate() {
        let style = if nth == 0 { look.accent } else { look.text };
        for line in wrap(text, usize::from(room.width), None) {
            if y >= room.bottom() {
                return Position::new(room.x, room.y);
            }
            write(cells, room.x, y, room.width, &line, style);
            y += 1;
        }
        y += gap;
    }
    Position::new(room.x, room.y)
}

/// The size now, how far it carries, and what to do.
fn told((columns, rows): (u16, u16), words: &Words) -> Vec<String> {
    let args = [("columns", i64::from(columns).into()), ("rows", i64::from(rows).into())];
    let reach = match rows {
        rows if rows <= FAR => "test-card-far",
        rows if rows <= NEAR => "test-card-near",
        _ => "test-card-small",
    };
    let mut told = vec![words.with("test-card-size", &args), words.get(reach).into_owned()];
    let times = presses(columns);
    if times > 0 {
        told.push(words.with("test-card-enlarge", &[("n", times.into())]));
    }
    told.push(words.get("test-card-light").into_owned());
    told
}

/// A press makes the letters about a tenth larger.
pub fn presses(columns: u16) -> i64 {
    let (mut columns, mut times) = (columns, 0);
    while columns > GOOD + 8 {
        columns = columns * 10 / 11;
        times += 1;
    }
    times
}

/// Tens, with their figures: what is cut off at the picture's edge shows.
fn ruler(look: &Look, row: Rect, cells: &mut Buffer) {
    for x in row.left()..row.right() {
        let at = x - row.left() + 1;
        let sign = if at.is_multiple_of(10) {
            "┃"
        } else if at.is_multiple_of(5) {
            "╷"
        } else {
            "·"
        };
        write(cells, x, row.y, 1, sign, look.muted);
    }
    for tens in (10..=row.width).step_by(10) {
        let figure = tens.to_string();
        let wide = u16::try_from(figure.len()).unwrap_or(2);
        write(cells, row.x + tens - 1 - wide, row.y, wide, &figure, look.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_terminal_is_told_how_often_to_press() {
        assert_eq!([60, 70, 80, 120, 200].map(presses), [0, 0, 0, 5, 10]);
    }
}
