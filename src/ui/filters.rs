//! The filters that have a name, with what each says.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::{Filters, Model, TablePlan};
use crate::text::width::width;

use super::chrome::inset;
use super::pen::{clear, rule, write, write_right};
use super::search::start;
use super::theme::Look;

pub(super) fn draw(model: &Model, filters: &Filters, look: &Look, frame: &mut Frame<'_>) {
    let plan = TablePlan::of(model.size);
    let whole = frame.area();
    let cells = frame.buffer_mut();
    for part in [plan.title, plan.heads, plan.rule, plan.list, plan.foot] {
        clear(cells, part.intersection(whole), look.text);
    }
    let row = inset(plan.title);
    let left = write_right(cells, row, &filters.list.len().to_string(), look.muted);
    write(cells, row.x, row.y, left, &model.words.get("filters-title"), look.strong);
    if plan.heads.height > 0 {
        rule(cells, plan.heads, "━", look.accent);
    }
    let names = filters.list.iter().map(|filter| width(&filter.name)).max().unwrap_or(0);
    let names = u16::try_from(names).unwrap_or(u16::MAX).min(plan.list.width / 2);
    let sight = filters.list.iter().enumerate().skip(filters.top);
    for ((at, filter), y) in sight.zip(plan.list.top()..plan.list.bottom()) {
        let here = at == filters.cursor;
        let spot = Rect { y, height: 1, ..plan.list };
        let on = |style: ratatui::style::Style| if here { style.patch(look.ground) } else { style };
        if here {
            cells.set_style(spot, look.ground);
            write(cells, spot.x, y, 1, "▌", on(look.accent));
        }
        let style = if here { look.strong } else { look.text };
        write(cells, spot.x + 2, y, names, &filter.name, on(style));
        let x = spot.x + 2 + names + 2;
        write(cells, x, y, spot.right().saturating_sub(x + 1), &filter.words, on(look.muted));
    }
    if filters.list.is_empty() && filters.version.is_some() {
        let row = inset(plan.list);
        let lines = crate::text::width::wrap(
            &model.words.get("filters-empty"),
            usize::from(row.width.saturating_sub(1)),
            None,
        );
        for (y, line) in (row.top()..row.bottom()).zip(lines) {
            write(cells, row.x + 1, y, row.width, &line, look.text);
        }
    }
    if let Some(notice) = model.notice.as_ref().filter(|_| plan.foot.height > 0) {
        super::chrome::notice(model, notice, look, inset(plan.foot), cells);
    }
    let at = filters.cursor.saturating_sub(filters.top);
    frame.set_cursor_position(start(plan.list, at));
}
