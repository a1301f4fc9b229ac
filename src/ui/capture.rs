//! The capture line at the foot of the board; as a brain-dump, what was caught stands above it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{Capture, Model, Notice};
use crate::domain::{Field, Hint, field_by_key, personal};
use crate::editor;
use crate::text::width::width;

use super::pen::{clear, rule, write, write_right};
use super::theme::Look;

/// So many pasted lines are looked at.
const MOST: usize = 500;

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
        match &model.notice {
            Some(notice @ (Notice::Refused(_) | Notice::Failed(_))) => {
                super::chrome::notice(model, notice, look, head, cells);
            }
            Some(Notice::Told(_)) | None => {
                let room = usize::from(inner.width).saturating_sub(width(&label) + 2);
                let (right, style) = self::right(model, capture, room, look);
                let left = write_right(cells, head, &right, style);
                write(cells, head.x, head.y, left.saturating_sub(1), &label, look.strong);
            }
        }
        y += 1;
    }
    let line = Rect { y, height: 1, ..inner }.intersection(screen);
    let shown = editor::Look { text: look.text, selection: look.ground, placeholder: look.muted };
    match offered_seem(capture) {
        Some(seems) => {
            let seems = format!("! {}", model.words.say(&seems.say()));
            write(frame.buffer_mut(), line.x, line.y, line.width, &seems, look.warning);
        }
        None => capture.line.draw(line, frame.buffer_mut(), shown),
    }
    if let Some(cursor) = capture.line.cursor_in(line) {
        frame.set_cursor_position(cursor);
    }
}

/// What the lines that were pasted seem to hold, while nothing else is typed. A list of any length is
/// looked at as far as one reads it.
fn offered_seem(capture: &Capture) -> Option<Hint> {
    let lines = capture.offered.as_ref().filter(|_| capture.line.is_empty())?;
    lines.iter().take(MOST).filter_map(|line| personal(line)).min()
}

/// What stands beside the label: what is offered, that the title is long, ideas like it, or how to say
/// more on the line.
fn right(model: &Model, capture: &Capture, room: usize, look: &Look) -> (String, Style) {
    if let Some(lines) = &capture.offered {
        let offer = model.words.with("capture-offer", &[("n", lines.len().into())]);
        return (offer, look.warning);
    }
    let most = field_by_key("title").and_then(Field::long_after);
    let n = capture.read().title.chars().count();
    if let Some(most) = most.filter(|most| n > *most) {
        let args = [("n", n.into()), ("most", most.into())];
        return (format!("! {}", model.words.with("sheet-long", &args)), look.warning);
    }
    if let Some(seems) = personal(&capture.line.text()) {
        return (format!("! {}", model.words.say(&seems.say())), look.warning);
    }
    let hint = if capture.stays {
        let n = capture.captured.iter().filter(|one| one.idea.is_some()).count();
        model.words.with("brain-dump-count", &[("n", n.into())])
    } else if let Some(left) = capture.left.last().filter(|_| capture.line.is_empty()) {
        let hint = model.words.with("capture-left", &[("text", left.as_str().into())]);
        crate::text::width::clip(&hint, room).into_owned()
    } else {
        model.words.get("capture-hint").into_owned()
    };
    (super::filter::alike(model, &capture.alike, room).unwrap_or(hint), look.muted)
}
