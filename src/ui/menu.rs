//! What can follow the keys pressed so far: the Space menu, and every other beginning. Entries
//! stand by group, in columns, with a blank line between groups where there is room.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Widget as _};

use crate::app::{GROUPS, Model};
use crate::input::{Action, Chord, Sequence};
use crate::text::spoken;
use crate::text::width::width;

use super::pen::{clear, write};
use super::theme::Look;

/// The names of the menus, by the keys that lead to them.
const MENUS: &[(&str, &str)] = &[
    ("space", "menu-title"),
    ("space f", "menu-files"),
    ("space j", "menu-sluice"),
    ("space l", "menu-lists"),
    ("space s", "menu-settings"),
    ("space v", "menu-view"),
    ("space w", "menu-room"),
];

/// A key that can follow, and what it does or leads to.
struct Entry {
    key: String,
    name: String,
    /// Its group's place, to stand by.
    group: usize,
    /// None for what leads further.
    action: Option<Action>,
}

pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    if model.pressed.is_empty() {
        return;
    }
    let entries = entries(model);
    let screen = frame.area();
    let rows = usize::from(screen.height.saturating_sub(5)).clamp(1, 12);
    let columns = columns(&entries, rows, usize::from(screen.width.saturating_sub(4)));
    let down = columns.iter().map(Vec::len).max().unwrap_or(1);
    let wide = columns.iter().map(|column| measure(column).0).sum::<usize>() + 3;
    let height = u16::try_from(down + 2).unwrap_or(u16::MAX).min(screen.height);
    let wide = u16::try_from(wide).unwrap_or(u16::MAX).max(14).min(screen.width);
    let above = if height + 3 < screen.height { 2 } else { 1 };
    let area = Rect {
        x: screen.width - wide,
        y: screen.height.saturating_sub(height + above),
        width: wide,
        height,
    };
    clear(frame.buffer_mut(), area, look.text);
    let title = format!(" {} ", title(model));
    Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(look.line)
        .style(look.text)
        .title(ratatui::text::Line::styled(title, look.strong))
        .render(area, frame.buffer_mut());
    let cells = frame.buffer_mut();
    let right = area.right().saturating_sub(1);
    let mut x = area.x + 2;
    for column in &columns {
        let (column_width, key_width) = measure(column);
        for (y, line) in (area.y + 1..area.bottom().saturating_sub(1)).zip(column) {
            let Some(entry) = line else { continue };
            write(cells, x, y, right.saturating_sub(x), &entry.key, look.accent);
            let x = x + u16::try_from(key_width + 2).unwrap_or(3);
            write(cells, x, y, right.saturating_sub(x), &entry.name, look.text);
        }
        x += u16::try_from(column_width).unwrap_or(0);
    }
    frame.set_cursor_position(Position::new(area.x + 2, area.y + 1));
}

/// Deals the entries to as few columns as hold them. Blank lines between groups give way where
/// there is no room for them.
fn columns(entries: &[Entry], rows: usize, room: usize) -> Vec<Vec<Option<&Entry>>> {
    let mut last = Vec::new();
    for gaps in [true, false] {
        for across in 1..=4 {
            let lines = laid(entries, gaps);
            let down = lines.len().div_ceil(across).max(1);
            let columns: Vec<Vec<Option<&Entry>>> = lines
                .chunks(down)
                .map(|column| {
                    // A column neither begins nor ends with a blank line.
                    let from = column.iter().position(Option::is_some).unwrap_or(0);
                    let to = column.iter().rposition(Option::is_some).map_or(0, |at| at + 1);
                    column.get(from..to).unwrap_or_default().to_vec()
                })
                .collect();
            let wide = columns.iter().map(|column| measure(column).0).sum::<usize>();
            if wide > room && across > 1 {
                break;
            }
            if down <= rows {
                return columns;
            }
            last = columns;
        }
    }
    last
}

/// The cells that a column and its keys take.
fn measure(column: &[Option<&Entry>]) -> (usize, usize) {
    let entries = || column.iter().flatten();
    let keys = entries().map(|entry| width(&entry.key)).max().unwrap_or(1);
    let names = entries().map(|entry| width(&entry.name)).max().unwrap_or(1);
    (keys + names + 5, keys)
}

/// The entries below each other, with nothing between two groups.
fn laid(entries: &[Entry], gaps: bool) -> Vec<Option<&Entry>> {
    let mut lines = Vec::new();
    for pair in entries.chunk_by(|one, other| one.group == other.group) {
        if gaps && !lines.is_empty() {
            lines.push(None);
        }
        lines.extend(pair.iter().map(Some));
    }
    lines
}

fn entries(model: &Model) -> Vec<Entry> {
    let following = model.keymap.following(model.context(), &model.pressed);
    let mut entries: Vec<Entry> = Vec::new();
    for (chord, action) in following {
        let (name, group) = match action {
            Some(action) => {
                let group = GROUPS.iter().position(|(group, _)| *group == action.group());
                (model.words.get(action.title()).into_owned(), group.unwrap_or(GROUPS.len()))
            }
            // What leads further stands last.
            None => (submenu(model, chord), GROUPS.len()),
        };
        let key = spoken(&chord.to_string(), &model.words);
        match entries.iter_mut().find(|entry| entry.name == name) {
            // Digits that do the same stand on one line.
            Some(same) if is_digit(chord) => {
                let first = same.key.chars().next().unwrap_or('1');
                same.key = format!("{first}-{key}");
            }
            _ => entries.push(Entry { key, name, group, action }),
        }
    }
    entries.sort_by_key(|entry| (entry.group, entry.action));
    entries
}

fn is_digit(chord: Chord) -> bool {
    chord.typed().is_some_and(|c| c.is_ascii_digit())
}

fn name_of(model: &Model, keys: &[Chord]) -> Option<String> {
    let keys = Sequence(keys.to_vec()).to_string();
    let (_, id) = MENUS.iter().find(|(known, _)| *known == keys)?;
    Some(model.words.get(id).into_owned())
}

fn title(model: &Model) -> String {
    name_of(model, &model.pressed)
        .unwrap_or_else(|| spoken(&Sequence(model.pressed.clone()).to_string(), &model.words))
}

fn submenu(model: &Model, next: Chord) -> String {
    let mut keys = model.pressed.clone();
    keys.push(next);
    name_of(model, &keys).map_or_else(|| "…".to_owned(), |name| format!("{name} …"))
}
