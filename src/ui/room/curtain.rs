//! The curtain: a title, a sentence, and when the break ends in large figures. Nothing else is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::width::width;
use crate::ui::pen::write;
use crate::ui::theme::Look;

use super::{Align, clock, headed, heading};

pub fn curtain(
    cells: &mut Buffer,
    room: Rect,
    title: &str,
    said: &str,
    until: Option<&str>,
    look: &Look,
) {
    // The title stands in the upper half, where no heads are in the way.
    let below = if until.is_some() { 8 } else { 4 };
    let most = Rect { height: room.height.saturating_sub(below), ..room };
    let rows = headed(title, if most.height > 0 { most } else { room }).rows();
    let y = room.y + room.height.saturating_sub(rows + 4) / 4;
    let spot = Rect { y, height: rows.min(room.bottom().saturating_sub(y)), ..room };
    let mut y = y + heading(cells, spot, title, Align::Middle, look.strong) + 1;
    if y < room.bottom() {
        let wide = u16::try_from(width(said)).unwrap_or(u16::MAX).min(room.width);
        let x = room.x + (room.width - wide) / 2;
        write(cells, x, y, room.right() - x, said, look.text);
        y += 2;
    }
    if let Some(until) = until {
        let spot = Rect { y, height: room.bottom().saturating_sub(y), ..room };
        clock(cells, spot, until, Align::Middle, look.accent);
    }
}
