//! Ideas coming in before a room: what the room sees of them, and below it the line that is typed on.
//! Where the ideas are hidden until they are revealed, none is shown; where the projector mirrors this
//! window, neither is what is being typed.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{Capture, InRoom, Model, Notice, Screen, live};
use crate::domain::personal;
use crate::editor;
use crate::text::width::{clip, width};

use super::pen::{clear, rule, write, write_right};
use super::room::{self, At};
use super::theme::Look;

/// Whether it takes the whole screen: a single line that all may see stays at the foot of the board.
pub(super) fn is_whole(capture: &Capture) -> bool {
    match capture.in_room {
        InRoom::No | InRoom::Beside => false,
        InRoom::Shown => capture.stays,
        InRoom::Hidden { .. } => true,
    }
}

pub(super) fn draw(model: &Model, capture: &Capture, look: &Look, frame: &mut Frame<'_>) {
    let screen = Screen::of(model.size);
    let whole = frame.area();
    let area = Rect { height: whole.height.saturating_sub(screen.hints.height), ..whole };
    clear(frame.buffer_mut(), area, look.text);
    let foot = 3.min(area.height);
    let upper = Rect { height: area.height - foot, ..area };
    let (zone, words, now) = (&model.zone, &model.words, model.held.now);
    if let Some(live) = live(model, now) {
        let at = At { now, zone, words, look, leaf: 0 };
        room::draw(&live, &at, upper, frame.buffer_mut());
    }
    let below = Rect { y: upper.bottom(), height: foot, ..area };
    let inner = super::chrome::inset(below);
    let cells = frame.buffer_mut();
    rule(cells, Rect { height: 1.min(foot), ..below }, "━", look.accent);
    let told = Rect { y: inner.y + 1, height: 1, ..inner }.intersection(area);
    match &model.notice {
        Some(notice @ (Notice::Refused(_) | Notice::Failed(_))) => {
            super::chrome::notice(model, notice, look, told, cells);
        }
        Some(notice) if capture.line.is_empty() && capture.offered.is_none() => {
            super::chrome::notice(model, notice, look, told, cells);
        }
        _ => {
            let label = words.get(label(capture));
            let room = usize::from(told.width).saturating_sub(width(&label) + 2);
            let (said, style) = said(model, capture, room, look);
            let left = write_right(cells, told, &clip(&said, room), style);
            write(cells, told.x, told.y, left.saturating_sub(1), &label, look.strong);
        }
    }
    let line = Rect { y: inner.y + 2, height: 1, ..inner }.intersection(area);
    let cursor = typed(capture, line, look, frame);
    frame.set_cursor_position(cursor);
}

fn label(capture: &Capture) -> &'static str {
    match (capture.in_room, capture.stays) {
        (InRoom::Hidden { .. }, _) => "room-capture-hidden",
        (_, true) => "brain-dump-label",
        (_, false) => "capture-label",
    }
}

/// The line itself, or as many dots as it has letters.
fn typed(capture: &Capture, line: Rect, look: &Look, frame: &mut Frame<'_>) -> Position {
    let shown = editor::Look { text: look.text, selection: look.ground, placeholder: look.muted };
    if !capture.in_room.is_masked() || capture.line.is_empty() {
        capture.line.draw(line, frame.buffer_mut(), shown);
        return capture.line.cursor_in(line).unwrap_or(Position::new(line.x, line.y));
    }
    let most = usize::from(line.width.saturating_sub(1));
    let n = capture.line.text().chars().count().min(most);
    write(frame.buffer_mut(), line.x, line.y, line.width, &"•".repeat(n), look.text);
    Position::new(line.x + u16::try_from(n).unwrap_or(0), line.y)
}

/// What stands beside the label: what was pasted, what it seems to hold, an idea that is like it, or
/// what not to write.
fn said(model: &Model, capture: &Capture, room: usize, look: &Look) -> (String, Style) {
    if let Some(lines) = &capture.offered {
        let offer = model.words.with("capture-offer", &[("n", lines.len().into())]);
        return (offer, look.warning);
    }
    if let Some(seems) = personal(&capture.line.text()) {
        return (format!("! {}", model.words.say(&seems.say())), look.warning);
    }
    let alike = super::filter::alike(model, &capture.alike, room);
    match alike.filter(|_| !capture.in_room.is_masked() && !capture.line.is_empty()) {
        Some(alike) => (alike, look.accent),
        None => (model.words.get("room-capture-reminder").into_owned(), look.muted),
    }
}
