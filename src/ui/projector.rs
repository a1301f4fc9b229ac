//! The board before a room: the strip of stages, the stage's name in big letters, a page of few,
//! large cards.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{BoardPlan, Column, Grid, Model};
use crate::domain::{Card, Stage};
use crate::text::width::{width, wrap};

use super::board::{cards_in, empty, stage_name, strip};
use super::pen::{rule, write, write_right};
use super::room::{Align, heading};
use super::theme::Look;

pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let (plan, Some(grid)) = (model.plan(), model.grid()) else { return };
    let cells = frame.buffer_mut();
    if let Some(area) = plan.strip {
        strip(model, look, area, cells);
    }
    let Some(stage) = model.stage() else { return };
    let column = model.board.column(stage.id);
    head(model, look, &plan, &grid, stage, column, cells);
    let Some(column) = column else { return };
    let cursor = if column.window.cards.is_empty() {
        nothing(model, look, stage, column, grid.area, cells);
        Some(Position::new(grid.area.x, grid.area.y))
    } else {
        cards(model, look, &grid, column, cells)
    };
    if let Some(cursor) = cursor
        && model.overlays.is_empty()
    {
        frame.set_cursor_position(cursor);
    }
}

/// The stage's name, how many ideas it has, and which page of them this is.
fn head(
    model: &Model,
    look: &Look,
    plan: &BoardPlan,
    grid: &Grid,
    stage: &Stage,
    column: Option<&Column>,
    cells: &mut Buffer,
) {
    let area = Rect { height: plan.heading, ..plan.column(0) };
    if area.height == 0 {
        return;
    }
    let n = model.words.with("projector-ideas", &[("n", cards_in(model, stage).into())]);
    let page = column.and_then(|column| grid.leaf(column).page).filter(|(_, pages)| *pages > 1);
    let page = page.map(|(page, pages)| {
        model.words.with("projector-page", &[("page", page.into()), ("pages", pages.into())])
    });
    let style = look.stage(model.board.focus);
    if area.height > 3 {
        let name = Rect { height: area.height - 2, ..area };
        heading(cells, name, &stage_name(model, stage), Align::Left, style);
        let row = Rect { y: name.bottom() - 2, height: 1, ..area };
        write_right(cells, row, &n, look.text);
        if let Some(page) = &page {
            let row = Rect { y: name.bottom() - 1, height: 1, ..area };
            write_right(cells, row, page, look.muted);
        }
        rule(cells, Rect { y: name.bottom(), height: 1, ..area }, "━", look.accent);
        return;
    }
    let row = Rect { height: 1, ..area };
    let figure = page.map_or(n.clone(), |page| format!("{n}, {page}"));
    let figure = if width(&figure) * 2 > usize::from(row.width) {
        cards_in(model, stage).to_string()
    } else {
        figure
    };
    let left = write_right(cells, row, &figure, look.text);
    write(cells, row.x, row.y, left.saturating_sub(1), &stage_name(model, stage), style);
    if area.height > 1 {
        rule(cells, Rect { y: area.y + 1, height: 1, ..area }, "━", look.accent);
    }
}

fn nothing(
    model: &Model,
    look: &Look,
    stage: &Stage,
    column: &Column,
    area: Rect,
    cells: &mut Buffer,
) {
    if column.version.is_none() {
        return;
    }
    let room = usize::from(area.width.saturating_sub(2));
    let lines = wrap(&model.words.get(empty(model, stage)), room, Some(4));
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        write(cells, area.x + 1, y, area.width.saturating_sub(1), &line, look.text);
    }
}

fn cards(
    model: &Model,
    look: &Look,
    grid: &Grid,
    column: &Column,
    cells: &mut Buffer,
) -> Option<Position> {
    let leaf = grid.leaf(column);
    let mut cursor = None;
    for (nth, at) in (leaf.from..leaf.to).enumerate() {
        let Some(one) = column.window.cards.get(at) else { break };
        let spot = grid.card(nth);
        let here = at == column.cursor;
        card(model, look, spot, column, at, one, here, cells);
        if here {
            cursor = Some(Position::new(spot.x, spot.y));
        }
    }
    cursor
}

#[expect(clippy::too_many_arguments, reason = "a card, its place, and how it is looked at")]
fn card(
    model: &Model,
    look: &Look,
    spot: Rect,
    column: &Column,
    at: usize,
    card: &Card,
    here: bool,
    cells: &mut Buffer,
) {
    let on = |style: ratatui::style::Style| if here { style.patch(look.ground) } else { style };
    if here {
        cells.set_style(spot, look.ground);
        for y in spot.top()..spot.bottom() {
            write(cells, spot.x, y, 1, "▌", on(look.accent));
        }
    }
    let gutter = model.gutter();
    let number = Rect { x: spot.x + 1, width: gutter.saturating_sub(2), height: 1, ..spot };
    write_right(cells, number.intersection(spot), &card.id.0.to_string(), on(look.accent));
    let carried = model.board.carried.as_ref();
    let sign = if carried.is_some_and(|carried| carried.ideas.contains(&card.id)) {
        "↕"
    } else if model.board.marks.contains(&card.id) {
        "✓"
    } else {
        " "
    };
    write(cells, spot.x + gutter - 1, spot.y, 1, sign, on(look.accent));
    let x = spot.x + gutter;
    let room = spot.right().saturating_sub(x);
    let title = if here { look.strong } else { look.text };
    let lines: &[String] = column.laid.get(at).map_or(&[], |laid| &laid.title);
    for (y, line) in (spot.top()..spot.bottom()).zip(lines) {
        write(cells, x, y, room, line, on(title));
    }
    let y = spot.y + u16::try_from(lines.len()).unwrap_or(u16::MAX).min(spot.height);
    if y < spot.bottom() {
        let unit = card.unit.and_then(|unit| model.frame.units.get(&unit));
        let unit = if model.is_saving(card.id) {
            model.words.get("card-saving").into_owned()
        } else {
            let fits = |name: &&String| width(name) <= usize::from(room);
            let name = unit.map(|unit| Some(&unit.name).filter(fits).unwrap_or(&unit.code));
            name.cloned().unwrap_or_default()
        };
        write(cells, x, y, room, &unit, on(look.muted));
    }
}
