//! A workshop's ideas under headings, in two columns: those in no group, and the groups. On a narrow
//! screen they stand in one. Only numbers, titles and headings are drawn.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{Gather, GatherAsk, GatherPlan, GatherRow, Model};
use crate::text::width::width;

use super::pen::{clear, rule, write, write_right};
use super::theme::Look;

pub(super) fn draw(model: &Model, gather: &Gather, look: &Look, frame: &mut Frame<'_>) {
    let plan = GatherPlan::of(model.size);
    let area = plan.area.intersection(frame.area());
    let whole = Rect { x: 0, width: frame.area().width, ..area };
    clear(frame.buffer_mut(), whole, look.text);
    let mut cursor = Position::new(plan.left.x, plan.left.y);
    let cells = frame.buffer_mut();
    head(model, gather, area, look, cells);
    let columns = Columns { model, gather, plan: &plan, look };
    columns.draw(false, plan.left, &mut cursor, cells);
    if let Some(right) = plan.right {
        columns.draw(true, right, &mut cursor, cells);
    }
    let foot = plan.foot.intersection(area);
    if let Some(spot) = line(model, gather, foot, look, frame) {
        cursor = spot;
    }
    frame.set_cursor_position(cursor);
}

fn head(model: &Model, gather: &Gather, area: Rect, look: &Look, cells: &mut Buffer) {
    let head = Rect { height: 1.min(area.height), ..super::chrome::inset(area) };
    let said = if gather.marks.is_empty() {
        let groups = gather.headings().count();
        let ideas = gather.rows.len() - groups;
        model.words.with("gather-counts", &[("n", ideas.into()), ("groups", groups.into())])
    } else {
        model.words.with("gather-marked", &[("n", gather.marks.len().into())])
    };
    let style = if gather.marks.is_empty() { look.muted } else { look.accent };
    let left = write_right(cells, head, &said, style);
    let title = model.words.get("gather-title");
    write(cells, head.x, head.y, left.saturating_sub(1), &title, look.strong);
    if area.height > 1 {
        rule(cells, Rect { y: area.y + 1, height: 1, ..area }, "━", look.accent);
    }
}

struct Columns<'a> {
    model: &'a Model,
    gather: &'a Gather,
    plan: &'a GatherPlan,
    look: &'a Look,
}

impl Columns<'_> {
    /// A column: what it is, its rows, and how many more there are below.
    fn draw(&self, right: bool, area: Rect, cursor: &mut Position, cells: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        let (rows, top) = self.gather.shown(self.plan, right);
        let id = match (self.plan.right, right) {
            (None, _) => "gather-all",
            (Some(_), false) => "live-loose",
            (Some(_), true) => "gather-groups",
        };
        let label = self.model.words.get(id);
        let shown = usize::from(area.height - 1);
        let below = rows.len().saturating_sub(top + shown);
        let head = Rect { height: 1, ..area };
        let more = if below > 0 { format!("↓ {below}") } else { String::new() };
        let left = write_right(cells, head, &more, self.look.muted);
        write(cells, head.x, head.y, left.saturating_sub(1), &label, self.look.muted);
        if rows.is_empty() {
            let id = if right { "gather-no-groups" } else { "gather-none" };
            let y = area.y + 1;
            let room = area.width.saturating_sub(2);
            let lines = crate::text::width::wrap(&self.model.words.get(id), room.into(), Some(3));
            for (y, said) in (y..area.bottom()).zip(lines) {
                write(cells, area.x + 2, y, room, &said, self.look.muted);
            }
            return;
        }
        let headings_before =
            self.gather.rows.iter().take(rows.start + top).filter(|row| row.idea.is_none()).count();
        let mut nth = headings_before;
        let visible = self.gather.rows.iter().enumerate().take(rows.end).skip(rows.start + top);
        for ((at, row), y) in visible.zip(area.y + 1..area.bottom()) {
            let spot = Rect { y, height: 1, ..area };
            nth += usize::from(row.idea.is_none());
            let focused = at == self.gather.cursor;
            if focused {
                *cursor = Position::new(spot.x, y);
            }
            self.row(row, nth, focused, spot, cells);
        }
    }

    fn row(&self, row: &GatherRow, nth: usize, focused: bool, spot: Rect, cells: &mut Buffer) {
        let look = self.look;
        let on = |style: ratatui::style::Style| {
            if focused { style.patch(look.ground) } else { style }
        };
        if focused {
            clear(cells, spot, on(look.text));
            write(cells, spot.x, spot.y, 1, "▌", on(look.accent));
        }
        let Some(idea) = row.idea else {
            let held = self.gather.rows.iter();
            let held = held.filter(|it| it.cluster == row.cluster && it.idea.is_some()).count();
            let left = write_right(cells, spot, &held.to_string(), on(look.muted));
            let name = format!("{nth} {}", row.text);
            let room = left.saturating_sub(3);
            write(cells, spot.x + 2, spot.y, room, &name, on(look.strong));
            return;
        };
        let marked = self.gather.marks.contains(&idea);
        if marked {
            write(cells, spot.x + 1, spot.y, 1, "x", on(look.accent));
        }
        let indent = if row.cluster.is_some() { 2 } else { 0 };
        let number = Rect { x: spot.x + 2 + indent, width: 4, ..spot }.intersection(spot);
        write_right(cells, number, &idea.0.to_string(), on(look.accent));
        let x = number.x + 5;
        let holds = if row.holds.is_empty() {
            String::new()
        } else {
            let numbers: Vec<String> = row.holds.iter().map(|it| it.0.to_string()).collect();
            self.model.words.with("gather-holds", &[("ideas", numbers.join(", ").into())])
        };
        let cells_of = u16::try_from(width(&holds)).unwrap_or(0);
        let wide = cells_of.min(spot.width / 2);
        if wide > 0 {
            write(cells, spot.right().saturating_sub(wide), spot.y, wide, &holds, on(look.muted));
        }
        let room = spot.right().saturating_sub(x + wide + u16::from(wide > 0));
        let style = if marked || focused { look.strong } else { look.text };
        write(cells, x, spot.y, room, &row.text, on(style));
    }
}

/// What is asked for and the line, or what was told last.
fn line(
    model: &Model,
    gather: &Gather,
    foot: Rect,
    look: &Look,
    frame: &mut Frame<'_>,
) -> Option<Position> {
    if foot.is_empty() {
        return None;
    }
    let last = Rect { y: foot.bottom() - 1, height: 1, ..foot };
    let first = Rect { height: 1, ..foot };
    let cells = frame.buffer_mut();
    let Some(ask) = &gather.ask else {
        match &model.notice {
            Some(notice) => super::chrome::notice(model, notice, look, last, cells),
            None => {
                let hint = model.words.get("gather-hint");
                write(cells, last.x, last.y, last.width, &hint, look.muted);
            }
        }
        return None;
    };
    let (label, about) = match ask {
        GatherAsk::Numbers => ("gather-numbers", model.words.get("gather-numbers-hint").into()),
        GatherAsk::Heading(_) => {
            let named =
                gather.headings().enumerate().map(|(nth, it)| format!("{} {}", nth + 1, it.text));
            let all: Vec<String> = named.collect();
            ("gather-heading", all.join("  "))
        }
        GatherAsk::Rename(_) => ("gather-rename", String::new()),
        GatherAsk::Lives(ideas) => {
            let of = ideas.iter().map(|idea| idea.0.to_string()).collect::<Vec<_>>().join(", ");
            ("gather-lives", model.words.with("gather-lives-hint", &[("ideas", of.into())]))
        }
    };
    if first.y != last.y {
        match &model.notice {
            Some(notice) => super::chrome::notice(model, notice, look, first, cells),
            None => {
                write(cells, first.x, first.y, first.width, &about, look.muted);
            }
        }
    }
    let label = model.words.get(label);
    let wide = u16::try_from(width(&label)).unwrap_or(0) + 1;
    write(cells, last.x, last.y, last.width, &label, look.strong);
    let spot = Rect { x: last.x + wide, width: last.width.saturating_sub(wide), ..last };
    let shown =
        crate::editor::Look { text: look.text, selection: look.ground, placeholder: look.muted };
    gather.line.draw(spot, frame.buffer_mut(), shown);
    gather.line.cursor_in(spot)
}
