//! The capture line at the foot of the board; as a brain-dump, what was caught stands above it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::{Capture, Model};
use crate::editor;

use crate::text::width::width;

use super::pen::{clear, rule, write, write_right};
use super::theme::Look;

pub(super) fn draw(model: &Model, capture: &Capture, look: &Look, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let caught = if capture.stays { capture.captured.len().min(8) } else { 0 };
    let rows = u16::try_from(3 + caught).unwrap_or(11);
    let bottom = screen.bottom().saturating_sub(u16::from(screen.height >= 6));
    let height = rows.min(bottom);
    let area = Rect { y: bottom - height, height, ..screen };
    clear(frame.buffer_mut(), area, look.text);
    let inner = super::chrome::inset(area);
    let cells = frame.buffer_mut();
    rule(cells, Rect { height: 1, ..area }, "━", look.accent);
    let mut y = area.y + 1;
    let newest = capture.captured.iter().rev().take(caught).rev();
    for one in newest.skip(caught.saturating_sub(usize::from(height.saturating_sub(3)))) {
        let number = one.idea.map_or_else(|| "…".to_owned(), |idea| idea.0.to_string());
        write(cells, inner.x, y, 6, &format!("{number:>5}"), look.muted);
        write(cells, inner.x + 7, y, inner.width.saturating_sub(7), &one.title, look.text);
        y += 1;
    }
    let label = model.words.get(if capture.stays { "brain-dump-label" } else { "capture-label" });
    let head = Rect { y, height: 1, ..inner };
    if height >= 3 {
        let right = match &capture.offered {
            Some(lines) => model.words.with("capture-offer", &[("n", lines.len().into())]),
            None if capture.stays => {
                let n = capture.captured.iter().filter(|one| one.idea.is_some()).count();
                model.words.with("brain-dump-count", &[("n", n.into())])
            }
            None => model.words.get("capture-hint").into_owned(),
        };
        let room = usize::from(inner.width).saturating_sub(width(&label) + 2);
        let right = match &capture.offered {
            None => super::filter::alike(model, &capture.alike, room).unwrap_or(right),
            Some(_) => right,
        };
        let style = if capture.offered.is_some() { look.warning } else { look.muted };
        let left = write_right(cells, head, &right, style);
        write(cells, head.x, head.y, left.saturating_sub(1), &label, look.strong);
        y += 1;
    }
    let line = Rect { y, height: 1, ..inner }.intersection(screen);
    let shown = editor::Look { text: look.text, selection: look.ground, placeholder: look.muted };
    capture.line.draw(line, frame.buffer_mut(), shown);
    if let Some(cursor) = capture.line.cursor_in(line) {
        frame.set_cursor_position(cursor);
    }
}
