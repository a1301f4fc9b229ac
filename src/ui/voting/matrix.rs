//! Benefit against effort: ideas by their numbers on five by five fields, a list beside them where
//! there is room, and the same as sentences for who hears the screen.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{Fields, PlacedIdea};
use crate::text::width::{clip, width, wrap};
use crate::ui::pen::{clear, write, write_right};

use super::Sheet;

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
        list(sheet, &read.spots, true, frame);
        return;
    }
    let Some(plan) = sheet.plan.fields else { return };
    fields(sheet, &read.spots, plan, frame);
    if plan.area.width < sheet.body.width {
        let cursor = sheet.cursor;
        list(sheet, &read.spots, false, frame);
        let placed = read.spots.get(sheet.voting.cursor).is_some_and(|it| it.benefit.is_some());
        if placed {
            sheet.cursor = cursor;
        }
    }
}

fn fields(sheet: &mut Sheet<'_>, spots: &[PlacedIdea], plan: Fields, frame: &mut Frame<'_>) {
    let (words, look) = (&sheet.model.words, sheet.look);
    let Fields { area, grid, column, row, .. } = plan;
    let cells = frame.buffer_mut();
    // Above: the idea in focus in words; to the left and below: the levels.
    let told = spots.get(sheet.voting.cursor).map(|spot| spot.told(words)).unwrap_or_default();
    let told = match sheet.voting.digit {
        Some(digit) => format!("{digit} _   {told}"),
        None => told,
    };
    write(cells, area.x, area.y, area.width, &told, look.strong);
    lines(grid, column, row, look, cells);
    axes(sheet, plan, cells);
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
    let focused = spots.get(sheet.voting.cursor).map(|it| it.idea);
    for (level, effort, cell) in plan.all() {
        let here = |it: &&PlacedIdea| (it.benefit, it.effort) == (Some(level), Some(effort));
        let there: Vec<&PlacedIdea> = spots.iter().filter(here).collect();
        let inner = Rect {
            x: cell.x + 1,
            width: cell.width.saturating_sub(1),
            y: cell.y + u16::from(row > 2),
            height: cell.height.saturating_sub(u16::from(row > 2)),
        };
        if let Some(at) = numbers(&there, focused, inner, look, cells) {
            sheet.cursor = at;
        }
    }
}

/// The levels: benefit upwards at the left, effort to the right below.
fn axes(sheet: &Sheet<'_>, plan: Fields, cells: &mut Buffer) {
    let (words, look) = (&sheet.model.words, sheet.look);
    let Fields { area, grid, column, row, label } = plan;
    let named = |level: i64| match level {
        1 => format!("1 {}", words.get("matrix-low")),
        5 => format!("5 {}", words.get("matrix-high")),
        level => level.to_string(),
    };
    if row > 1 {
        write(cells, area.x, grid.y, label, &words.get("matrix-benefit"), look.muted);
    }
    let below = grid.bottom();
    let is_below = below < area.bottom();
    if is_below {
        let wide = label.saturating_sub(1);
        write(cells, area.x, below, wide, &words.get("matrix-effort"), look.muted);
    }
    for (level, effort, cell) in plan.all() {
        if effort == 1 && !cell.is_empty() {
            let y = cell.y + u16::from(row > 1);
            write(cells, area.x, y, label, &named(level), look.muted);
        }
        if level == 1 && is_below {
            write(cells, cell.x + 2, below, column.saturating_sub(2), &named(effort), look.muted);
        }
    }
}

/// What parts the fields.
fn lines(grid: Rect, column: u16, row: u16, look: &crate::ui::theme::Look, cells: &mut Buffer) {
    for nth in 0..LEVELS {
        for y in grid.top()..grid.bottom() {
            write(cells, grid.x + nth * column, y, 1, "│", look.line);
        }
        let y = grid.y + nth * row;
        if row > 2 && nth > 0 && y < grid.bottom() {
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
fn list(sheet: &mut Sheet<'_>, spots: &[PlacedIdea], as_text: bool, frame: &mut Frame<'_>) {
    let look = sheet.look;
    for (at, row) in sheet.plan.rows.spots() {
        let Some(spot) = spots.get(at) else { continue };
        let y = row.y;
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
            let wide = row.width.saturating_sub(2);
            let text = spot.told(&sheet.model.words);
            let most = usize::from(row.height);
            for (y, line) in (row.y..).zip(wrap(&text, usize::from(wide), Some(most))) {
                write(cells, row.x + 2, y, wide, &line, on(style));
            }
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
