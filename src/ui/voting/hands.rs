//! Hands that are counted: how many people there are, then a figure for each option.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Hands, Mode};
use crate::text::width::clip;
use crate::ui::pen::{clear, write, write_right};

use super::Sheet;

/// The cells of a figure.
const WIDE: u16 = 6;

pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &mut Frame<'_>) {
    let (Mode::Hands(hands), Some(read)) = (&sheet.voting.mode, sheet.voting.vote()) else {
        return;
    };
    sheet.criterion(&read.view, frame);
    let words = &sheet.model.words;
    let room = sheet.plan.rows.area;
    let columns = u16::try_from(hands.levels.len()).unwrap_or(1);
    let (_, figures) = hands.figures(room.width);
    // Above the rows it is told what the figures are of.
    if let Some(head) = sheet.plan.head {
        for (nth, level) in (0..).zip(&hands.levels) {
            let spot = cell(room, figures, nth, columns, head.y);
            let agree = hands.levels.as_slice() == [1, 0, -1];
            let name = match level {
                1 if agree => words.get("level-agree").into_owned(),
                0 if agree => words.get("level-pass").into_owned(),
                -1 if agree => words.get("level-disagree").into_owned(),
                level if *level > 0 && hands.levels.contains(&-1) => format!("+{level}"),
                level => level.to_string(),
            };
            write_right(frame.buffer_mut(), spot, &format!("{name} "), sheet.look.muted);
        }
    }
    for (at, row) in sheet.plan.rows.spots() {
        draw_row(sheet, hands, at, row, figures, frame);
    }
}

fn draw_row(
    sheet: &mut Sheet<'_>,
    hands: &Hands,
    at: usize,
    row: Rect,
    figures: u16,
    frame: &mut Frame<'_>,
) {
    let Some(read) = sheet.voting.vote() else { return };
    let look = sheet.look;
    let focused = hands.at == at && sheet.voting.deed.is_none();
    let on = |style: ratatui::style::Style| if focused { style.patch(look.ground) } else { style };
    let cells = frame.buffer_mut();
    if focused {
        clear(cells, row, on(look.text));
        write(cells, row.x, row.y, 1, "▌", on(look.accent));
    }
    let columns = u16::try_from(hands.levels.len()).unwrap_or(1);
    let left = row.width.saturating_sub(figures + 7);
    let Some(option) = at.checked_sub(1) else {
        let label = sheet.model.words.get("hands-voters");
        let wide = row.width.saturating_sub(WIDE + 4);
        write(cells, row.x + 2, row.y, wide, &label, on(look.accent));
        let spot = cell(row, WIDE, 0, 1, row.y);
        write_right(cells, spot, &format!("{} ", hands.voters), on(look.strong));
        if focused {
            sheet.cursor = Position::new(spot.right().saturating_sub(2), row.y);
        }
        return;
    };
    let number = read.view.options.get(option).map_or(0, |it| it.option.number);
    let spot = Rect { x: row.x + 1, width: 3, ..row };
    write_right(cells, spot, &number.to_string(), on(look.accent));
    let title = sheet.title_of(&read.view, option);
    write(cells, row.x + 6, row.y, left, &clip(&title, usize::from(left)), on(look.text));
    let Some((_, figures_of)) = hands.rows.get(option) else { return };
    for (nth, figure) in (0_u16..).zip(figures_of) {
        let spot = cell(row, figures, nth, columns, row.y);
        let here = focused && hands.column == usize::from(nth);
        let text = if here { format!("[{figure}]") } else { format!("{figure} ") };
        let style = if here { look.strong } else { look.text };
        write_right(cells, spot, &text, on(style));
        if here {
            sheet.cursor = Position::new(spot.right().saturating_sub(2), row.y);
        }
    }
}

/// The cells of a figure in its column, from the right.
fn cell(row: Rect, figures: u16, nth: u16, columns: u16, y: u16) -> Rect {
    let wide = figures / columns.max(1);
    let from = row.right().saturating_sub(figures) + nth * wide;
    Rect { x: from, y, width: wide, height: 1 }
}
