//! A list of what gives the sluice its shape: a row an entry, its facts beside its name.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Entries, Model, SheetPlan};
use crate::text::width::{width, wrap};

use super::pen::{clear, rule, write, write_right};
use super::theme::Look;

pub(super) fn draw(model: &Model, entries: &Entries, look: &Look, frame: &mut Frame<'_>) {
    let plan = SheetPlan::of(model.size);
    let area = plan.area.intersection(frame.area());
    let whole = Rect { x: 0, width: frame.area().width, ..area };
    let cells = frame.buffer_mut();
    clear(cells, whole, look.text);
    let head = Rect { height: 1.min(area.height), ..super::chrome::inset(area) };
    let left = write_right(cells, head, &entries.rows.len().to_string(), look.muted);
    let title = model.words.say(&entries.listed.title(model));
    write(cells, head.x, head.y, left.saturating_sub(1), &title, look.strong);
    if area.height > 1 {
        rule(cells, Rect { y: area.y + 1, height: 1, ..area }, "━", look.accent);
    }
    let rows = Entries::area(model.size).intersection(area);
    let tall = entries.listed.row_height();
    let names: Vec<String> = entries.rows.iter().map(|row| model.words.say(&row.name)).collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let digits = if entries.listed.is_ordered() { 2 } else { 0 };
    let facts_at = if tall > 1 {
        rows.width.saturating_sub(8)
    } else {
        let most = usize::from(rows.width / 2);
        u16::try_from(widest.clamp(12, most.max(12)) + digits + 4).unwrap_or(30)
    };
    let mut cursor = Position::new(rows.x, rows.y);
    let shown = entries.rows.iter().zip(&names).enumerate().skip(entries.top);
    for ((at, (row, name)), nth) in shown.zip(0_u16..) {
        let y = rows.y + nth * tall;
        if y >= rows.bottom() {
            break;
        }
        let focused = at == entries.cursor;
        let style = if focused { look.strong.patch(look.ground) } else { look.text };
        let quiet = if focused { look.muted.patch(look.ground) } else { look.muted };
        let spot = Rect { y, height: tall.min(rows.bottom() - y), ..rows };
        if focused {
            clear(cells, spot, look.text.patch(look.ground));
            for y in spot.top()..spot.bottom() {
                write(cells, spot.x, y, 1, "▌", look.accent.patch(look.ground));
            }
            cursor = Position::new(spot.x, spot.y);
        }
        let mut x = spot.x + 2;
        if entries.listed.is_ordered() {
            let sign = if row.shown { "•".to_owned() } else { (at + 1).to_string() };
            write(cells, x, y, 2, &sign, quiet);
            x += 2;
        }
        let facts: Vec<String> = row.facts.iter().map(|fact| model.words.say(fact)).collect();
        let facts = facts.join(" · ");
        let end = if facts.is_empty() { spot.right() } else { spot.x + facts_at };
        let room = end.saturating_sub(x + 2);
        let lines = wrap(name, usize::from(room.max(1)), Some(usize::from(spot.height)));
        for (y, line) in (spot.top()..spot.bottom()).zip(lines) {
            write(cells, x, y, room, &line, style);
        }
        write(cells, end, y, spot.right().saturating_sub(end), &facts, quiet);
    }
    if entries.rows.is_empty() && rows.height > 0 {
        let text = model.words.get("entries-empty");
        write(cells, rows.x + 2, rows.y, rows.width.saturating_sub(2), &text, look.muted);
    }
    let below = Rect { y: rows.bottom(), height: 1, ..rows };
    if area.height >= 6 {
        match &model.notice {
            Some(notice) => super::chrome::notice(model, notice, look, below, cells),
            None => {
                let hint = model.words.get(entries.listed.hint());
                write(cells, below.x, below.y, below.width, &hint, look.muted);
            }
        }
    }
    frame.set_cursor_position(cursor);
}
