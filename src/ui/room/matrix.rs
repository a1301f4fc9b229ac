//! Benefit and effort before a room: five by five, an idea's number in each place, and the list beside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::live::{Card, Placed, Spread};
use crate::text::width::{width, wrap};
use crate::ui::pen::write;

use super::draw::At;
use super::rows::{Line, rows};
use super::scenes::numbered;

pub(super) type Matrix<'a> = (&'a [Placed], &'a [Card], Option<i64>, Option<&'a Spread>);

pub(super) fn matrix(
    at: &At<'_>,
    room: Rect,
    (placed, unplaced, focus, estimate): Matrix<'_>,
    cells: &mut Buffer,
) {
    let said = estimate.map(|spread| sentence(at, spread));
    let said = said.map(|said| wrap(&said, usize::from(room.width.max(1)), Some(2)));
    let told = said.as_ref().map_or(0, |lines| u16::try_from(lines.len()).unwrap_or(2));
    let told = told.min(room.height);
    let whole = Rect { height: room.height.saturating_sub(told), ..room };
    let listed = whole.width >= 60;
    let grid = Rect { width: if listed { whole.width * 3 / 5 } else { whole.width }, ..whole };
    let inner = Rect {
        x: grid.x + 2,
        width: grid.width.saturating_sub(2),
        height: grid.height.saturating_sub(if grid.height >= 8 { 2 } else { 1 }),
        ..grid
    };
    if inner.height >= 5 && inner.width >= 20 {
        let (wide, high) = (inner.width / 5, inner.height / 5);
        for level in 1..=5_u16 {
            let y = inner.y + (5 - level) * high;
            write(cells, grid.x, y, 1, &level.to_string(), at.look.muted);
            for x in (inner.x..inner.x + wide * 5).step_by(usize::from(wide.max(1))) {
                write(cells, x, y, 1, "·", at.look.line);
            }
            let effort = inner.x + (level - 1) * wide;
            write(cells, effort, inner.y + high * 5, 2, &level.to_string(), at.look.muted);
        }
        for benefit in 1..=5_i64 {
            for effort in 1..=5_i64 {
                let here = placed.iter().filter(|it| (it.benefit, it.effort) == (benefit, effort));
                let said: Vec<String> = here.map(|it| shown(it.card.number, focus)).collect();
                let place = |level: i64| u16::try_from(level - 1).unwrap_or(0);
                let x = inner.x + place(effort) * wide + 1;
                let y = inner.y + (4 - place(benefit)) * high;
                let said = fitting(said, wide.saturating_sub(1));
                write(cells, x, y, wide.saturating_sub(1), &said, at.look.strong);
            }
        }
        let axes = at.words.get("live-matrix-axes");
        let y = inner.y + high * 5 + 1;
        if y < whole.bottom() {
            write(cells, inner.x, y, inner.width, &axes, at.look.muted);
        }
        // Where there is no list beside, those without a place stand below.
        if !listed && !unplaced.is_empty() && y + 1 < whole.bottom() {
            let numbers: Vec<String> = unplaced.iter().map(|it| shown(it.number, focus)).collect();
            let said = format!("{}: {}", at.words.get("live-unplaced"), numbers.join(" "));
            write(cells, inner.x, y + 1, inner.width, &said, at.look.text);
        }
    }
    if listed {
        let list = Rect { x: grid.right() + 2, width: whole.width - grid.width - 2, ..whole };
        let is_focused = |card: &Card| Some(card.number) == focus;
        let mut lines: Vec<Line> = placed
            .iter()
            .map(|it| Line { focused: is_focused(&it.card), ..numbered(&it.card) })
            .collect();
        if !unplaced.is_empty() {
            let text = at.words.get("live-unplaced").into_owned();
            lines.push(Line { text, heads: true, ..Line::default() });
            lines
                .extend(unplaced.iter().map(|it| Line { focused: is_focused(it), ..numbered(it) }));
        }
        rows(&lines, at, list, cells);
    }
    let wide = estimate.is_some_and(|spread| spread.is_wide);
    let style = if wide { at.look.warning } else { at.look.text };
    for (y, line) in (room.bottom() - told..room.bottom()).zip(said.iter().flatten()) {
        write(cells, room.x, y, room.width, line, style);
    }
}

fn sentence(at: &At<'_>, spread: &Spread) -> String {
    let args = [
        ("benefit", spread.benefit_median.clone().into()),
        ("effort", spread.effort_median.clone().into()),
    ];
    at.words.with(if spread.is_wide { "live-spread-wide" } else { "live-spread" }, &args)
}

/// Numbers as far as they fit, the one in focus first, and how many more there are.
fn fitting(mut said: Vec<String>, cells: u16) -> String {
    said.sort_by_key(|number| !number.starts_with('['));
    for left_out in 0..said.len() {
        let mut shown = said.get(..said.len() - left_out).unwrap_or_default().to_vec();
        if left_out > 0 {
            shown.push(format!("+{left_out}"));
        }
        let shown = shown.join(" ");
        if width(&shown) <= usize::from(cells) {
            return shown;
        }
    }
    if said.is_empty() { String::new() } else { format!("+{}", said.len()) }
}

fn shown(number: i64, focus: Option<i64>) -> String {
    if Some(number) == focus { format!("[{number}]") } else { number.to_string() }
}
