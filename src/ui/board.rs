//! The board: the strip of stages, columns side by side, cards under thin rules.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{BoardPlan, Column, Focus, Model, has_facts};
use crate::domain::{Card, Stage, Warning};
use crate::text::width::width;

use super::pen::{rule, write, write_right};
use super::theme::Look;

pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let plan = model.plan();
    let cells = frame.buffer_mut();
    if let Some(area) = plan.strip {
        strip(model, look, area, cells);
    }
    let mut cursor = None;
    for (nth, stage) in model.visible_stages().iter().enumerate() {
        let at = model.board.left + nth;
        heading(model, look, &plan, nth, at, stage, cells);
        if let Some(column) = model.board.column(stage.id) {
            let focused = at == model.board.focus;
            let spot = cards(model, look, plan.cards(nth), column, stage, focused, cells);
            cursor = cursor.or(spot.filter(|_| focused));
        }
    }
    if let Some(cursor) = cursor
        && model.overlays.is_empty()
        && model.focus == Focus::Board
    {
        frame.set_cursor_position(cursor);
    }
}

/// All stages with their counts, so that none is out of mind when not all have a column.
pub(super) fn strip(model: &Model, look: &Look, area: Rect, cells: &mut Buffer) {
    let names: Vec<(String, String)> = model
        .frame
        .stages
        .iter()
        .map(|stage| (stage_name(model, stage), cards_in(model, stage).to_string()))
        .collect();
    let wide = |names: &[(String, String)], gap: usize| -> usize {
        names.iter().map(|(name, n)| width(name) + 1 + width(n)).sum::<usize>()
            + gap * names.len().saturating_sub(1)
    };
    let gap = if wide(&names, 3) <= usize::from(area.width) { 3 } else { 1 };
    let visible = model.board.left..model.board.left + model.plan().columns;
    // Where not even that fits, the stages before the visible ones give way.
    let mut from = 0;
    while from < model.board.focus
        && wide(names.get(from..).unwrap_or_default(), gap) > usize::from(area.width)
    {
        from += 1;
    }
    let mut x = area.x;
    for (at, (name, n)) in names.iter().enumerate().skip(from) {
        let style = if at == model.board.focus {
            look.accent
        } else if visible.contains(&at) {
            look.text
        } else {
            look.muted
        };
        let left = area.right().saturating_sub(x);
        let text = format!("{name} {n}");
        if left == 0 {
            break;
        }
        x += write(cells, x, area.y, left, &text, style);
        x += u16::try_from(gap).unwrap_or(1);
    }
}

fn heading(
    model: &Model,
    look: &Look,
    plan: &BoardPlan,
    nth: usize,
    at: usize,
    stage: &Stage,
    cells: &mut Buffer,
) {
    let area = plan.column(nth);
    if plan.heading == 0 {
        return;
    }
    let row = Rect { height: 1, ..area };
    let count = count(model, stage);
    let over = over_limit(model, stage);
    let (count, style) = if over {
        let word = model.words.get("over-limit");
        let with_word = format!("! {word} {count}");
        let room = usize::from(area.width).saturating_sub(width(&stage_name(model, stage)) + 1);
        (if width(&with_word) <= room { with_word } else { format!("! {count}") }, look.warning)
    } else {
        (count, look.muted)
    };
    let left = write_right(cells, row, &count, style);
    let room = left.saturating_sub(1);
    write(cells, row.x, row.y, room, &stage_name(model, stage), look.stage(at));
    if plan.heading > 1 {
        let row = Rect { y: area.y + 1, height: 1, ..area };
        if at == model.board.focus && model.focus == Focus::Board {
            rule(cells, row, "━", look.accent);
        } else {
            rule(cells, row, "─", look.line);
        }
    }
}

pub(super) fn stage_name(model: &Model, stage: &Stage) -> String {
    model.words.arg(&stage.label())
}

/// `6`, or `6/7` where the stage has a soft limit; under a filter how many of how many.
fn count(model: &Model, stage: &Stage) -> String {
    let n = cards_in(model, stage);
    if model.board.filter.is_on() {
        let found = match model.board.filter.shown() {
            Some(found) => found.column(stage.id).len().to_string(),
            None => "…".to_owned(),
        };
        return model.words.with("filter-count", &[("n", found.into()), ("of", n.into())]);
    }
    match stage.soft_limit {
        Some(limit) => format!("{n}/{limit}"),
        None => n.to_string(),
    }
}

pub(super) fn cards_in(model: &Model, stage: &Stage) -> usize {
    model.frame.counts.get(&stage.id).copied().unwrap_or(0)
}

fn over_limit(model: &Model, stage: &Stage) -> bool {
    let n = cards_in(model, stage);
    stage.soft_limit.is_some_and(|limit| i64::try_from(n).unwrap_or(i64::MAX) > limit)
}

/// Draws a column's cards; answers where the cursor stands in it.
fn cards(
    model: &Model,
    look: &Look,
    area: Rect,
    column: &Column,
    stage: &Stage,
    focused: bool,
    cells: &mut Buffer,
) -> Option<Position> {
    if area.height == 0 {
        return None;
    }
    let gutter = model.gutter();
    if column.window.cards.is_empty() {
        if column.version.is_some() {
            let text = model.words.get(empty(model, stage));
            let room = usize::from(area.width.saturating_sub(1));
            let lines = crate::text::width::wrap(&text, room, Some(4));
            for (y, line) in (area.y + 1..area.bottom()).zip(lines) {
                write(cells, area.x + 1, y, area.width.saturating_sub(1), &line, look.muted);
            }
        }
        return focused.then_some(Position::new(area.x, area.y));
    }
    let shown = column.shown(area.height);
    let facts = has_facts(area.height);
    let gap = u16::from(area.height >= 6);
    let mut y = area.y;
    let mut cursor = None;
    if shown.above && area.height >= 3 {
        let above = column.window.above.map(|above| above + shown.from);
        more(model, look, area, y, gutter, above, ("more-above", "more-above-many"), cells);
        y += 1;
    }
    for at in shown.from..shown.to {
        let Some(card) = column.window.cards.get(at) else { break };
        let height = column.height(at, facts).min(area.bottom().saturating_sub(y));
        let spot = Rect { y, height, ..area };
        let here = focused && at == column.cursor;
        self::card(model, look, spot, column, at, card, stage, here, facts, cells);
        if at == column.cursor {
            cursor = Some(Position::new(area.x, y));
        }
        y += height + gap;
    }
    if shown.below && y.saturating_sub(gap) < area.bottom() {
        let last = area.bottom() - 1;
        let below =
            column.window.above.map(|above| column.window.total.saturating_sub(above + shown.to));
        more(
            model,
            look,
            area,
            y.min(last),
            gutter,
            below,
            ("more-below", "more-below-many"),
            cells,
        );
    }
    cursor
}

/// What stands in a stage without cards.
pub(super) fn empty(model: &Model, stage: &Stage) -> &'static str {
    if model.board.filter.is_on() {
        "empty-filtered"
    } else if model.frame.counts.values().all(|n| *n == 0) && stage.rank <= 1 {
        "empty-first"
    } else {
        "empty-stage"
    }
}

#[expect(clippy::too_many_arguments, reason = "a place, a count and two words")]
fn more(
    model: &Model,
    look: &Look,
    area: Rect,
    y: u16,
    gutter: u16,
    n: Option<usize>,
    (counted, many): (&str, &str),
    cells: &mut Buffer,
) {
    let text = match n {
        Some(n) => model.words.with(counted, &[("n", n.into())]),
        None => model.words.get(many).into_owned(),
    };
    let room = area.width.saturating_sub(gutter);
    write(cells, area.x + gutter, y, room, &text, look.muted);
}

#[expect(clippy::too_many_arguments, reason = "a card, its place, and how it is looked at")]
fn card(
    model: &Model,
    look: &Look,
    area: Rect,
    column: &Column,
    at: usize,
    card: &Card,
    stage: &Stage,
    focused: bool,
    facts: bool,
    cells: &mut Buffer,
) {
    let ground =
        |style: ratatui::style::Style| if focused { style.patch(look.ground) } else { style };
    if focused {
        cells.set_style(area, look.ground);
        for y in area.top()..area.bottom() {
            write(cells, area.x, y, 1, "▌", ground(look.accent));
        }
    }
    let gutter = model.gutter();
    let marked = model.board.marks.contains(&card.id);
    let carried =
        model.board.carried.as_ref().is_some_and(|carried| carried.ideas.contains(&card.id));
    let number = card.id.0.to_string();
    let room = usize::from(gutter.saturating_sub(2));
    let style = if focused { look.accent } else { look.muted };
    let number = format!("{number:>room$}");
    write(cells, area.x + 1, area.y, gutter.saturating_sub(2), &number, ground(style));
    let sign = if carried {
        "↕"
    } else if marked {
        "✓"
    } else {
        " "
    };
    write(cells, area.x + gutter - 1, area.y, 1, sign, ground(look.accent));
    let x = area.x + gutter;
    let width = area.width.saturating_sub(gutter);
    let title = if focused { look.strong } else { look.text };
    let lines: &[String] = column.laid.get(at).map_or(&[], |laid| &laid.title);
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        write(cells, x, y, width, line, ground(title));
    }
    let y = area.y + u16::try_from(lines.len()).unwrap_or(2);
    if facts && y < area.bottom() {
        let row = Rect { x, y, width, height: 1 };
        self::facts(model, look, row, card, stage, &ground, cells);
    }
}

/// The card's last line: unit, age, comments; a warning takes their room where there is too little.
fn facts(
    model: &Model,
    look: &Look,
    row: Rect,
    card: &Card,
    stage: &Stage,
    ground: &dyn Fn(ratatui::style::Style) -> ratatui::style::Style,
    cells: &mut Buffer,
) {
    let age = model.words.with("card-age", &[("days", card.age(model.today).into())]);
    if model.is_saving(card.id) {
        let saving = model.words.get("card-saving");
        write(cells, row.x, row.y, row.width, &saving, ground(look.muted));
        return;
    }
    let warning = card.warning(model.expects(stage), model.today).map(|warning| {
        format!(
            "! {}",
            model.words.get(match warning {
                Warning::AnswerMissing => "warning-answer-missing",
                Warning::Overdue => "warning-overdue",
                Warning::NoReceiver => "warning-no-receiver",
                Warning::Stale => "warning-stale",
            })
        )
    });
    let room = usize::from(row.width);
    if let Some(warning) = warning {
        let mut x = row.x;
        if width(&age) + 2 + width(&warning) <= room {
            x += write(cells, x, row.y, row.width, &age, ground(look.muted)) + 2;
        }
        write(cells, x, row.y, row.right().saturating_sub(x), &warning, ground(look.warning));
        return;
    }
    let unit = card
        .unit
        .and_then(|unit| model.frame.units.get(&unit))
        .map(|unit| unit.code.clone())
        .unwrap_or_default();
    let comments = match card.comments {
        0 => String::new(),
        n => model.words.with("card-comments", &[("n", n.into())]),
    };
    let mut x = row.x;
    for piece in [unit, age, comments] {
        let fits = usize::from(row.right().saturating_sub(x)) >= width(&piece);
        if !piece.is_empty() && fits {
            x += write(cells, x, row.y, row.right().saturating_sub(x), &piece, ground(look.muted));
            x += 2;
        }
    }
}
