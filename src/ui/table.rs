//! The list of all ideas: a row each, under headings that say what it is ordered by.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{FoundRow, Model, Table, TablePlan};
use crate::domain::{Arg, Filter, ListColumn};
use crate::text::dates;
use crate::text::width::width;

use super::chrome::inset;
use super::pen::{clear, rule, write, write_all, write_right};
use super::search::{stage, start};
use super::theme::Look;

pub(super) fn draw(model: &Model, table: &Table, look: &Look, frame: &mut Frame<'_>) {
    let plan = TablePlan::of(model.size);
    let whole = frame.area();
    let cells = frame.buffer_mut();
    for part in [plan.title, plan.heads, plan.rule, plan.list, plan.foot] {
        clear(cells, part.intersection(whole), look.text);
    }
    let mut cursor = title(model, table, look, inset(plan.title), cells);
    for head in &plan.columns {
        let spot = Rect { x: head.x, width: head.width, ..plan.heads };
        self::head(model, table, head.column, look, spot, cells);
    }
    if plan.rule.height > 0 {
        rule(cells, plan.rule, "━", look.accent);
    }
    for (nth, idea) in table.in_sight(&plan).iter().enumerate() {
        let here = table.top + nth == table.cursor;
        let y = plan.list.y + u16::try_from(nth).unwrap_or(u16::MAX);
        let spot = Rect { y, height: 1, ..plan.list };
        if here {
            cells.set_style(spot, look.ground);
            write(cells, spot.x, y, 1, "▌", look.accent.patch(look.ground));
            cursor = cursor.or(Some(start(plan.list, nth)));
        }
        let Some(Some(found)) = table.rows.get(idea) else { continue };
        for column in &plan.columns {
            let spot = Rect { x: column.x, width: column.width, ..spot };
            cell(model, found, column.column, here, look, spot, cells);
        }
    }
    if table.ids.is_empty() && !table.inquiry.is_waiting() {
        let id = if table.line.is_empty() { "table-empty" } else { "search-nothing" };
        let row = inset(plan.list);
        write(cells, row.x + 1, row.y, row.width, &model.words.get(id), look.text);
    }
    if plan.foot.height > 0 {
        let row = inset(plan.foot);
        let filter = Filter::parse(&table.line.text());
        if let Some(notice) = &model.notice {
            super::chrome::notice(model, notice, look, row, cells);
        } else if let Some(problem) = super::filter::problem(model, &filter) {
            write(cells, row.x, row.y, row.width, &problem, look.muted);
        }
    }
    frame.set_cursor_position(cursor.unwrap_or(start(plan.list, 0)));
}

fn title(
    model: &Model,
    table: &Table,
    look: &Look,
    row: Rect,
    cells: &mut Buffer,
) -> Option<Position> {
    let n = if table.inquiry.is_waiting() {
        super::filter::waiting(model)
    } else {
        table.ids.len().to_string()
    };
    let is_narrowed = !Filter::parse(&table.line.text()).terms.is_empty();
    let count = if is_narrowed {
        model.words.with("found-count", &[("n", n.into()), ("of", table.of.into())])
    } else {
        n
    };
    let label = model.words.get("filter-label");
    if table.typing {
        return Some(super::filter::line(
            &table.line,
            &label,
            (&count, look.muted),
            row,
            look,
            cells,
        ));
    }
    let left = write_right(cells, row, &count, look.muted);
    let room = Rect { width: left.saturating_sub(1), ..row };
    let name = model.words.get("table-title");
    let line = table.line.text();
    if line.is_empty() {
        write(cells, room.x, room.y, room.width, &name, look.strong);
    } else {
        let pieces = [
            (&*name, look.strong),
            ("   ", look.text),
            (&*label, look.muted),
            (" ", look.text),
            (&*line, look.accent),
        ];
        write_all(cells, room, &pieces);
    }
    None
}

/// Numbers stand to the right, under each other.
fn is_number(column: ListColumn) -> bool {
    matches!(
        column,
        ListColumn::Number
            | ListColumn::Age
            | ListColumn::Comments
            | ListColumn::Benefit
            | ListColumn::Effort
    )
}

fn head(
    model: &Model,
    table: &Table,
    column: ListColumn,
    look: &Look,
    spot: Rect,
    cells: &mut Buffer,
) {
    if spot.height == 0 {
        return;
    }
    let name = model.words.get(match column {
        ListColumn::Number => "table-number",
        ListColumn::Title => "table-idea",
        ListColumn::Stage => "table-stage",
        ListColumn::Status => "table-status",
        ListColumn::Unit => "table-unit",
        ListColumn::Owner => "table-owner",
        ListColumn::Age => "table-age",
        ListColumn::Due => "table-due",
        ListColumn::Comments => "table-comments",
        ListColumn::Benefit => "table-benefit",
        ListColumn::Effort => "table-effort",
        ListColumn::Created => "table-created",
        ListColumn::Changed => "table-changed",
    });
    let arrow = match (table.sort == column, table.descending) {
        (false, _) => "",
        (true, false) => " ▲",
        (true, true) => " ▼",
    };
    let is_chosen = table.column == column && !table.typing;
    let text = if is_chosen { format!("[{name}]{arrow}") } else { format!("{name}{arrow}") };
    let style = if is_chosen { look.accent } else { look.muted };
    placed(&text, column, style, spot, cells);
}

/// Writes into a column, with a gap to the next one.
fn placed(text: &str, column: ListColumn, style: Style, spot: Rect, cells: &mut Buffer) {
    let room = Rect { width: spot.width.saturating_sub(2), ..spot };
    if is_number(column) && width(text) <= usize::from(room.width) {
        write_right(cells, room, text, style);
    } else {
        write(cells, room.x, room.y, room.width, text, style);
    }
}

fn cell(
    model: &Model,
    found: &FoundRow,
    column: ListColumn,
    here: bool,
    look: &Look,
    spot: Rect,
    cells: &mut Buffer,
) {
    let row = &found.row;
    let language = model.language();
    let score = |score: Option<i64>| score.map(|score| score.to_string()).unwrap_or_default();
    let text = match column {
        ListColumn::Number => row.id.0.to_string(),
        ListColumn::Title => row.title.clone(),
        ListColumn::Stage => stage(model, found),
        ListColumn::Status => {
            model.words.arg(&Arg::Known(format!("status:{}", row.status.key()).into()))
        }
        ListColumn::Unit => row
            .unit
            .and_then(|unit| model.frame.units.get(&unit))
            .map(|unit| unit.code.clone())
            .unwrap_or_default(),
        ListColumn::Owner => found.owner.clone().unwrap_or_default(),
        ListColumn::Age => row.age(model.today).to_string(),
        ListColumn::Due => {
            row.next_due.map(|due| dates::day_short(due, model.today, language)).unwrap_or_default()
        }
        ListColumn::Comments => {
            if row.comments == 0 {
                String::new()
            } else {
                row.comments.to_string()
            }
        }
        ListColumn::Benefit => score(row.benefit_score),
        ListColumn::Effort => score(row.effort_score),
        ListColumn::Created => {
            let day = dates::local_day(row.created, &model.zone);
            dates::day_short(day, model.today, language)
        }
        ListColumn::Changed => row
            .changed
            .map(|at| dates::day_short(dates::local_day(at, &model.zone), model.today, language))
            .unwrap_or_default(),
    };
    let style = match (column, here) {
        (ListColumn::Title, true) => look.strong.patch(look.ground),
        (ListColumn::Title, false) => look.text,
        (_, true) => look.muted.patch(look.ground),
        (_, false) => look.muted,
    };
    placed(&text, column, style, spot, cells);
}
