//! Minutes as they are read before they are written down: their rows, whether people are named, and
//! how they are marked.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Model, Preview, SheetPlan};

use super::pen::{clear, rule, write, write_right};
use super::theme::Look;

pub(super) fn draw(model: &Model, preview: &Preview, look: &Look, frame: &mut Frame<'_>) {
    let plan = SheetPlan::of(model.size);
    let area = plan.area.intersection(frame.area());
    let whole = Rect { x: 0, width: frame.area().width, ..area };
    let cells = frame.buffer_mut();
    clear(cells, whole, look.text);
    let head = Rect { height: 1.min(area.height), ..super::chrome::inset(area) };
    let state =
        preview.state().iter().map(|say| model.words.say(say)).collect::<Vec<_>>().join(" · ");
    let left = write_right(cells, head, &state, look.accent);
    let title = model.words.get("minutes-preview");
    write(cells, head.x, head.y, left.saturating_sub(1), &title, look.strong);
    if area.height > 1 {
        rule(cells, Rect { y: area.y + 1, height: 1, ..area }, "━", look.accent);
    }
    let rows = plan.parts().intersection(area);
    let inner = Rect { x: rows.x + 2, width: rows.width.saturating_sub(2), ..rows };
    for (row, y) in preview.rows.iter().skip(preview.top).zip(inner.top()..inner.bottom()) {
        let mut x = inner.x;
        for piece in &row.0 {
            x += write(
                cells,
                x,
                y,
                inner.right().saturating_sub(x),
                &piece.text,
                look.ink(piece.ink),
            );
        }
    }
    if preview.rows.is_empty() && inner.height > 0 {
        let text = model.words.get("minutes-preview-none");
        write(cells, inner.x, inner.y, inner.width, &text, look.muted);
    }
    if area.height >= 6 {
        let below = Rect { y: rows.bottom(), height: 1, ..rows };
        if let Some(notice) = &model.notice {
            super::chrome::notice(model, notice, look, below, cells);
        } else {
            let beside = below.width.saturating_sub(2);
            let left_out = model.words.with("minutes-left-out", &[("n", preview.left_out.into())]);
            let more = preview.rows.len().saturating_sub(preview.top + usize::from(inner.height));
            if preview.left_out > 0 {
                write(cells, below.x + 2, below.y, beside, &left_out, look.warning);
            } else if more > 0 {
                let more = i64::try_from(more).unwrap_or(i64::MAX);
                let text = model.words.with("more-below", &[("n", more.into())]);
                write(
                    cells,
                    below.x + 2,
                    below.y,
                    below.width.saturating_sub(2),
                    &text,
                    look.muted,
                );
            }
        }
    }
    frame.set_cursor_position(Position::new(inner.x, inner.y));
}
