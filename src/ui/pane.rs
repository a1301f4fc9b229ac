//! The panes of the idea in focus: its number and title, tabs, and the rows that were laid out.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{Model, Pane, PanesPlan, Spot, Stand};
use crate::text::ink::Row;

use super::pen::{rule, write, write_all};
use super::theme::Look;

pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let Some(plan) = model.panes_plan() else { return };
    let focus = model.focus.pane();
    let cells = frame.buffer_mut();
    title(model, look, &plan, cells);
    for spot in &plan.spots {
        let focused = focus.is_some()
            && (focus == Some(spot.pane) || plan.stand != Stand::Side && spot.rule.is_some());
        if let Some(area) = spot.rule {
            let (sign, style) = if focused { ("━", look.accent) } else { ("─", look.line) };
            rule(cells, area, sign, style);
        }
        pane(model, look, spot, focus == Some(spot.pane), cells);
    }
    for tabs in plan.tabs.iter().filter(|tabs| tabs.area.height > 0) {
        for (pane, area, name) in model.tabs(tabs) {
            let front = plan.spots.iter().any(|spot| spot.pane == pane && spot.rule.is_some());
            let style = match (front, tabs.panes.len()) {
                (true, 1) => look.strong,
                (true, _) => look.accent,
                (false, _) => look.muted,
            };
            write(cells, area.x, area.y, area.width, &name, style);
        }
    }
    if let Some(spot) = focus.and_then(|pane| plan.spot(pane))
        && model.overlays.is_empty()
    {
        frame.set_cursor_position(cursor(model, spot));
    }
}

fn title(model: &Model, look: &Look, plan: &PanesPlan, cells: &mut Buffer) {
    let Some(detail) = model.panes.detail() else { return };
    let number = detail.idea.id.0.to_string();
    let area = plan.title;
    if area.height > 0 {
        let pieces =
            [(number.as_str(), look.accent), (" ", look.text), (&detail.idea.title, look.strong)];
        write_all(cells, area, &pieces);
    }
}

fn pane(model: &Model, look: &Look, spot: &Spot, focused: bool, cells: &mut Buffer) {
    let leaf = model.panes.leaf(spot.pane);
    let is_list = matches!(spot.pane, Pane::Comments | Pane::History);
    let gutter = if is_list { 2.min(spot.body.width) } else { 0 };
    let item = leaf.page.items.get(leaf.cursor).filter(|_| focused);
    for (y, at) in (spot.body.top()..spot.body.bottom()).zip(leaf.top..) {
        let Some(row) = leaf.page.rows.get(at) else { break };
        let line = Rect { y, height: 1, ..spot.body };
        let here = item.is_some_and(|item| item.contains(&at));
        if here {
            cells.set_style(line, look.ground);
            write(cells, line.x, y, 1, "▌", look.accent.patch(look.ground));
        }
        let text = Rect { x: line.x + gutter, width: line.width - gutter, ..line };
        write_row(look, row, text, here, cells);
    }
    more(model, look, spot, cells);
    if let Some(foot) = spot.foot {
        if foot.x == spot.body.x && foot.y > spot.body.bottom() {
            rule(cells, Rect { y: foot.y - 1, height: 1, ..foot }, "─", look.line);
        }
        for (y, row) in (foot.top()..foot.bottom()).zip(&leaf.page.foot) {
            write_row(look, row, Rect { y, height: 1, ..foot }, false, cells);
        }
    }
}

/// Signs at the right edge that there is more above or below.
fn more(model: &Model, look: &Look, spot: &Spot, cells: &mut Buffer) {
    let leaf = model.panes.leaf(spot.pane);
    let body = spot.body;
    if body.height == 0 || body.width < 4 {
        return;
    }
    let x = body.right() - 1;
    if leaf.top > 0 {
        write(cells, x, body.y, 1, "↑", look.muted);
    }
    if leaf.top + usize::from(body.height) < leaf.page.rows.len() {
        write(cells, x, body.bottom() - 1, 1, "↓", look.muted);
    }
}

fn write_row(look: &Look, row: &Row, area: Rect, on_ground: bool, cells: &mut Buffer) {
    let mut used = 0;
    for piece in &row.0 {
        let style = look.ink(piece.ink);
        let style = if on_ground { style.patch(look.ground) } else { style };
        let room = area.width.saturating_sub(used);
        used += write(cells, area.x + used, area.y, room, &piece.text, style);
    }
}

/// The cursor stands at the item in focus, or where reading begins.
fn cursor(model: &Model, spot: &Spot) -> Position {
    let leaf = model.panes.leaf(spot.pane);
    let row = leaf.page.items.get(leaf.cursor).map_or(0, |item| item.start);
    let down = u16::try_from(row.saturating_sub(leaf.top)).unwrap_or(0);
    let last = spot.body.bottom().saturating_sub(1).max(spot.body.y);
    Position::new(spot.body.x, (spot.body.y + down).min(last))
}
