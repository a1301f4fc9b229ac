//! Benefit against effort: ideas by their numbers on five by five fields, a list beside them where
//! there is room, and the same as sentences for who hears the screen.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::PlacedIdea;
use crate::text::width::{clip, width};
use crate::ui::pen::{clear, write, write_right};

use super::Sheet;

/// Beside the fields, where there is room.
const LIST: u16 = 34;
const LEVELS: u16 = 5;

pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &mut Frame<'_>) {
    let Some(read) = &sheet.voting.read else { return };
    if read.spots.is_empty() {
        let text = sheet.model.words.get("matrix-empty");
        let Rect { x, y, width, .. } = sheet.body;
        write(frame.buffer_mut(), x, y, width, &text, sheet.look.text);
        return;
    }
    if sheet.voting.as_text {
        let body = sheet.body;
        list(sheet, &read.spots, body, true, frame);
        return;
    }
    let beside = if sheet.body.width >= 78 { LIST } else { 0 };
    let field = Rect { width: sheet.body.width - beside, ..sheet.body };
    fields(sheet, &read.spots, field, frame);
    if beside > 0 {
        let room = Rect { x: field.right() + 2, width: beside - 2, ..sheet.body };
        let cursor = sheet.cursor;
        list(sheet, &read.spots, room, false, frame);
        let placed = read.spots.get(sheet.voting.cursor).is_some_and(|it| it.benefit.is_some());
        if placed {
            sheet.cursor = cursor;
        }
    }
}

fn fields(sheet: &mut Sheet<'_>, spots: &[PlacedIdea], area: Rect, frame: &mut Frame<'_>) {
    let words = &sheet.model.words;
    let look = sheet.look;
    let tall = area.height >= 12;
    let cells = frame.buffer_mut();
    // Above: the idea in focus in words; below: what effort is.
    let told = spots.get(sheet.voting.cursor).map(|spot| sentence(sheet, spot));
    let told = told.unwrap_or_default();
    let told = match sheet.voting.digit {
        Some(digit) => format!("{digit} _   {told}"),
        None => told,
    };
    write(cells, area.x, area.y, area.width, &told, look.strong);
    let top = area.y + 1;
    let high = area.height.saturating_sub(2);
    let row = (high / LEVELS).max(1);
    let label = 8.min(area.width / 6);
    let column = area.width.saturating_sub(label + 1) / LEVELS;
    let grid = Rect {
        x: area.x + label,
        y: top,
        width: column * LEVELS,
        height: (row * LEVELS).min(high),
    };
    write(cells, area.x, grid.y, label, &words.get("matrix-benefit"), look.muted);
    write(cells, area.x, grid.y + u16::from(tall), label, &words.get("matrix-high"), look.muted);
    let low = grid.bottom().saturating_sub(1);
    write(cells, area.x, low, label, &words.get("matrix-low"), look.muted);
    lines(grid, column, row, tall, look, cells);
    if row > 1 {
        // Where a field has two rows, the first is for numbers.
        let lower = u16::from(row == 2);
        let corner = |name: &str| words.get(name).into_owned();
        let corners = [
            (grid.x + 2, grid.y + lower, corner("matrix-now")),
            (grid.x + column * 3 + 2, grid.y + lower, corner("matrix-plan")),
            (grid.x + 2, grid.y + row * 4 + lower, corner("matrix-fill")),
            (grid.x + column * 3 + 2, grid.y + row * 4 + lower, corner("matrix-leave")),
        ];
        for (x, y, text) in corners {
            write(cells, x, y, column * 2 - 2, &text, look.muted);
        }
    }
    for level in 1..=i64::from(LEVELS) {
        for effort in 1..=i64::from(LEVELS) {
            let across = u16::try_from(effort - 1).unwrap_or(0);
            let down = LEVELS - u16::try_from(level).unwrap_or(LEVELS);
            let cell = Rect {
                x: grid.x + across * column,
                y: grid.y + down * row,
                width: column,
                height: row,
            };
            let cell = cell.intersection(grid);
            let here = |it: &&PlacedIdea| (it.benefit, it.effort) == (Some(level), Some(effort));
            let there: Vec<&PlacedIdea> = spots.iter().filter(here).collect();
            let inner = Rect {
                x: cell.x + 1,
                width: cell.width.saturating_sub(1),
                y: cell.y + u16::from(row > 2),
                height: cell.height.saturating_sub(u16::from(row > 2)),
            };
            let focused = spots.get(sheet.voting.cursor).map(|it| it.idea);
            if let Some(at) = numbers(&there, focused, inner, look, cells) {
                sheet.cursor = at;
            }
        }
    }
    let below = Rect { y: grid.bottom(), height: 1, ..grid };
    if below.y < area.bottom() {
        let (low, high) = (words.get("matrix-low-effort"), words.get("matrix-high-effort"));
        write(cells, below.x, below.y, below.width, &low, look.muted);
        if width(&low) + width(&high) + 2 <= usize::from(below.width) {
            write_right(cells, below, &high, look.muted);
        }
    }
}

/// What parts the fields.
fn lines(
    grid: Rect,
    column: u16,
    row: u16,
    tall: bool,
    look: &crate::ui::theme::Look,
    cells: &mut Buffer,
) {
    for nth in 0..LEVELS {
        for y in grid.top()..grid.bottom() {
            write(cells, grid.x + nth * column, y, 1, "│", look.line);
        }
        let y = grid.y + nth * row;
        if tall && row > 2 && nth > 0 && y < grid.bottom() {
            for x in grid.left()..grid.right() {
                if !(x - grid.x).is_multiple_of(column.max(1)) {
                    write(cells, x, y, 1, "┄", look.line);
                }
            }
        }
    }
}

/// The numbers of a field; the one in focus in brackets, and always among those that are shown.
fn numbers(
    there: &[&PlacedIdea],
    focused: Option<crate::domain::IdeaId>,
    room: Rect,
    look: &crate::ui::theme::Look,
    cells: &mut Buffer,
) -> Option<Position> {
    let mut cursor = None;
    let is_focused = |it: &&&PlacedIdea| Some(it.idea) == focused;
    let first = there.iter().filter(is_focused);
    let rest = there.iter().filter(|it| !is_focused(it));
    let (mut x, mut y) = (room.x, room.y);
    let mut left = there.len();
    for it in first.chain(rest) {
        let focused = is_focused(&it);
        let text = if focused { format!("[{}]", it.idea.0) } else { format!(" {} ", it.idea.0) };
        let wide = u16::try_from(width(&text)).unwrap_or(4);
        if x + wide > room.right() && x > room.x {
            (x, y) = (room.x, y + 1);
        }
        let is_last_row = y + 1 >= room.bottom();
        let crowded = is_last_row && left > 1 && x + wide * 2 > room.right();
        if y >= room.bottom() || (crowded && !focused) {
            let y = y.min(room.bottom().saturating_sub(1));
            write(cells, x, y, room.right().saturating_sub(x), "…", look.muted);
            break;
        }
        let style = if focused { look.strong.patch(look.ground) } else { look.text };
        if focused {
            cursor = Some(Position::new(x + 1, y));
        }
        x += write(cells, x, y, room.right().saturating_sub(x), &text, style);
        left -= 1;
    }
    cursor
}

/// All ideas in rows; as sentences where that is asked for.
fn list(
    sheet: &mut Sheet<'_>,
    spots: &[PlacedIdea],
    room: Rect,
    as_text: bool,
    frame: &mut Frame<'_>,
) {
    let look = sheet.look;
    let sight = usize::from(room.height).max(1);
    let top = (sheet.voting.cursor + 1).saturating_sub(sight);
    for (y, (at, spot)) in (room.top()..room.bottom()).zip(spots.iter().enumerate().skip(top)) {
        let row = Rect { y, height: 1, ..room };
        let focused = at == sheet.voting.cursor;
        let cells = frame.buffer_mut();
        let on = |style: ratatui::style::Style| {
            if focused { style.patch(look.ground) } else { style }
        };
        if focused {
            clear(cells, row, on(look.text));
            write(cells, row.x, y, 1, "▌", on(look.accent));
            sheet.cursor = Position::new(row.x, y);
        }
        let style = if focused { look.strong } else { look.text };
        if as_text {
            let text = sentence(sheet, spot);
            write(cells, row.x + 2, y, row.width.saturating_sub(2), &text, on(style));
            continue;
        }
        let place = match (spot.benefit, spot.effort) {
            (Some(benefit), Some(effort)) => format!("{benefit} {effort}"),
            _ => "– –".into(),
        };
        let left = write_right(cells, row, &place, on(look.muted));
        let number = Rect { x: row.x + 1, width: 4, ..row };
        write_right(cells, number, &spot.idea.0.to_string(), on(look.accent));
        let wide = left.saturating_sub(7);
        write(cells, row.x + 6, y, wide, &clip(&spot.title, usize::from(wide)), on(style));
    }
}

/// `18 Digital kö: nytta 4, insats 2. Gör nu.`
fn sentence(sheet: &Sheet<'_>, spot: &PlacedIdea) -> String {
    let words = &sheet.model.words;
    let name = format!("{} {}", spot.idea.0, spot.title);
    match (spot.benefit, spot.effort) {
        (Some(benefit), Some(effort)) => {
            let place = match (benefit >= 3, effort <= 3) {
                _ if benefit == 3 && effort == 3 => "matrix-middle",
                (true, true) => "matrix-now",
                (true, false) => "matrix-plan",
                (false, true) => "matrix-fill",
                (false, false) => "matrix-leave",
            };
            let args = [("benefit", benefit.into()), ("effort", effort.into())];
            let told = words.with("matrix-told", &args);
            format!("{told} · {} · {name}", words.get(place).to_lowercase())
        }
        _ => format!("{} · {name}", words.get("matrix-unplaced")),
    }
}
