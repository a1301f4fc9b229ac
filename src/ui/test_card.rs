//! The test card on the person's own window, above the line of hints.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::{Model, Screen};

use super::room::card;
use super::theme::Look;

pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let screen = Screen::of(model.size);
    let whole = frame.area();
    let area = Rect { height: whole.height - screen.hints.height, ..whole };
    let cursor = card(frame.buffer_mut(), area, &model.words, look);
    frame.set_cursor_position(cursor);
}
