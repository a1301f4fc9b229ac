//! The audience's window: what the room sees, and before a workshop whether all can read it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::Live;
use crate::text::width::wrap;

use super::net;
use super::pen::{clear, write};
use super::room::{At, card, draw};

/// Draws the whole window.
pub fn audience(live: Option<&Live>, at: &At<'_>, frame: &mut Frame<'_>) {
    let area = frame.area();
    let cells = frame.buffer_mut();
    match live {
        Some(live) => draw(live, at, area, cells),
        None => {
            clear(cells, area, at.look.text);
            let said = at.words.get("audience-waits");
            let lines = wrap(&said, usize::from(area.width.saturating_sub(2).max(1)), Some(2));
            let rows = u16::try_from(lines.len()).unwrap_or(1).min(area.height / 3);
            let above = Rect { height: area.height - rows, ..area };
            card(cells, above, at.words, at.look);
            for (y, line) in (above.bottom()..area.bottom()).zip(&lines) {
                write(cells, area.x + 1, y, area.width.saturating_sub(1), line, at.look.muted);
            }
        }
    }
    net::catch(frame.buffer_mut());
}
