//! What the room sees, on the person's own window: above the line of hints.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Model, Screen, live};

use super::room::{self, At};
use super::theme::Look;

pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let screen = Screen::of(model.size);
    let whole = frame.area();
    let area = Rect { height: whole.height - screen.hints.height, ..whole };
    let now = model.held.now;
    let (zone, words) = (&model.zone, &model.words);
    let Some(live) = live(model, now) else { return };
    let at = At { now, zone, words, look, leaf: 0 };
    room::draw(&live, &at, area, frame.buffer_mut());
    frame.set_cursor_position(Position::new(area.x, area.y));
}
