//! The curtain: a title, when the break ends, and the key that lifts it. Nothing else is drawn.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Curtain, Model};
use crate::input::{Action, Context};
use crate::text::width::width;
use crate::text::{dates, spoken};

use super::chrome::inset;
use super::pen::{clear, write};
use super::room::{Align, clock, headed, heading};
use super::theme::Look;

pub(super) fn draw(model: &Model, curtain: &Curtain, look: &Look, frame: &mut Frame<'_>) {
    let area = frame.area();
    let cells = frame.buffer_mut();
    clear(cells, area, look.text);
    let inner = inset(area);
    let hint = u16::from(inner.height >= 3);
    let room = Rect { height: inner.height - hint, ..inner };
    let sluice = || {
        let frame = &model.frame;
        let here = frame.sluices.iter().find(|sluice| Some(sluice.id) == frame.sluice);
        here.map(|sluice| sluice.name.clone()).unwrap_or_default()
    };
    let title = curtain.title.clone().unwrap_or_else(sluice);
    let until = curtain.until.map(|until| dates::time(until, &model.zone));
    let said = model.words.get(if until.is_some() { "curtain-until" } else { "curtain-pause" });
    // The title stands in the upper half, where no heads are in the way.
    let most =
        Rect { height: room.height.saturating_sub(if until.is_some() { 8 } else { 4 }), ..room };
    let rows = headed(&title, if most.height > 0 { most } else { room }).rows();
    let y = room.y + room.height.saturating_sub(rows + 4) / 4;
    let spot = Rect { y, height: rows.min(room.bottom().saturating_sub(y)), ..room };
    let mut y = y + heading(cells, spot, &title, Align::Middle, look.strong) + 1;
    if y < room.bottom() {
        let wide = u16::try_from(width(&said)).unwrap_or(u16::MAX).min(room.width);
        let x = room.x + (room.width - wide) / 2;
        write(cells, x, y, room.right() - x, &said, look.text);
        y += 2;
    }
    if let Some(until) = until {
        let spot = Rect { y, height: room.bottom().saturating_sub(y), ..room };
        clock(cells, spot, &until, Align::Middle, look.accent);
    }
    if hint > 0 {
        lift(model, look, Rect { y: inner.bottom() - 1, height: 1, ..inner }, cells);
    }
    frame.set_cursor_position(Position::new(inner.x, inner.bottom().saturating_sub(1)));
}

fn lift(model: &Model, look: &Look, row: Rect, cells: &mut ratatui::buffer::Buffer) {
    let key = model.keymap.key_of(Context::Always, Action::Curtain).unwrap_or_default();
    let hints = [
        (spoken(key, &model.words), model.words.get("hint-lift")),
        ("+ -".to_owned(), model.words.get("hint-break")),
    ];
    let mut x = row.x;
    for (key, word) in hints {
        let wide = u16::try_from(width(&key) + 1 + width(&word)).unwrap_or(u16::MAX);
        if wide > row.right().saturating_sub(x) {
            return;
        }
        x += write(cells, x, row.y, row.right() - x, &key, look.accent) + 1;
        x += write(cells, x, row.y, row.right() - x, &word, look.text) + 3;
    }
}
