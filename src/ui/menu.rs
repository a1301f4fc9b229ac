//! What can follow the keys pressed so far: the Space menu, and every other beginning.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Widget as _};

use crate::app::Model;
use crate::input::{Chord, Sequence};
use crate::text::width::width;

use super::chrome::spoken;
use super::pen::{clear, write};
use super::theme::Look;

/// The names of the submenus, by the keys that lead to them.
const SUBMENUS: &[(&str, &str)] = &[
    ("space f", "menu-files"),
    ("space j", "menu-sluice"),
    ("space l", "menu-lists"),
    ("space s", "menu-settings"),
    ("space v", "menu-view"),
];

pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    if model.pressed.is_empty() {
        return;
    }
    let mut following = model.keymap.following(model.context(), &model.pressed);
    // In the order of the action table, with what leads further at the end.
    following.sort_by_key(|(_, action)| (action.is_none(), *action));
    let mut entries: Vec<(String, String)> = Vec::new();
    for (chord, action) in &following {
        let name = match action {
            Some(action) => model.words.get(action.title()).into_owned(),
            None => submenu(model, *chord),
        };
        entries.push((spoken(model, &chord.to_string()), name));
    }
    let screen = frame.area();
    let key_width = entries.iter().map(|(key, _)| width(key)).max().unwrap_or(1);
    let name_width = entries.iter().map(|(_, name)| width(name)).max().unwrap_or(1);
    let entry = key_width + name_width + 4;
    let inside = usize::from(screen.width.saturating_sub(4)).max(1);
    let across = (inside / entry).clamp(1, 4);
    let down = entries.len().div_ceil(across);
    let height = u16::try_from(down + 2).unwrap_or(u16::MAX).min(screen.height.saturating_sub(1));
    let wide = u16::try_from(across * entry + 3).unwrap_or(u16::MAX).min(screen.width);
    let area = Rect {
        x: screen.width - wide,
        y: screen.height.saturating_sub(height + 1),
        width: wide,
        height,
    };
    clear(frame.buffer_mut(), area, look.text);
    Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(look.line)
        .style(look.text)
        .render(area, frame.buffer_mut());
    let cells = frame.buffer_mut();
    for (at, (key, name)) in entries.iter().enumerate() {
        let (x, y) = (at / down.max(1), at % down.max(1));
        let x = area.x + 2 + u16::try_from(x * entry).unwrap_or(0);
        let y = area.y + 1 + u16::try_from(y).unwrap_or(0);
        if y + 1 >= area.bottom() || x >= area.right() {
            continue;
        }
        let right = area.right().saturating_sub(1);
        write(cells, x, y, right.saturating_sub(x), key, look.accent);
        let x = x + u16::try_from(key_width + 2).unwrap_or(3);
        write(cells, x, y, right.saturating_sub(x), name, look.text);
    }
    if down > usize::from(area.height.saturating_sub(2)) {
        let last = area.bottom().saturating_sub(1);
        write(cells, area.right().saturating_sub(3), last, 1, "…", look.text);
    }
    let first = Position::new(area.x + 2, area.y + 1);
    if area.contains(first) {
        frame.set_cursor_position(first);
    }
}

fn submenu(model: &Model, next: Chord) -> String {
    let mut keys = model.pressed.clone();
    keys.push(next);
    let keys = Sequence(keys).to_string();
    let name = SUBMENUS.iter().find(|(known, _)| *known == keys);
    name.map_or_else(|| "…".to_owned(), |(_, id)| format!("{} …", model.words.get(id)))
}
