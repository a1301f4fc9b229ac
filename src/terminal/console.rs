//! From crossterm's events to ours, as a Windows console tells them.

use crossterm::event::{
    Event as Read, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::event::{Event, Mouse, MouseKind};
use crate::input::{Chord, Key};

pub(super) fn told(event: Read) -> Option<Event> {
    match event {
        Read::Key(key) => chord(key).map(Event::Key),
        Read::Mouse(mouse) => {
            let kind = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
                MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
                MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
                MouseEventKind::ScrollUp => MouseKind::WheelUp,
                MouseEventKind::ScrollDown => MouseKind::WheelDown,
                _ => return None,
            };
            Some(Event::Mouse(Mouse { column: mouse.column, row: mouse.row, kind }))
        }
        Read::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        Read::FocusGained => Some(Event::FocusGained),
        Read::FocusLost => Some(Event::FocusLost),
        Read::Paste(text) if text.len() > super::PASTE_CAP => Some(Event::PasteTooLarge),
        Read::Paste(text) => Some(Event::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))),
    }
}

/// Only presses and repeats count. AltGr shows as Ctrl and Alt together: with a character, that
/// is the text it types.
fn chord(event: KeyEvent) -> Option<Chord> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    let shift = held(KeyModifiers::SHIFT);
    let key = match event.code {
        KeyCode::Char(c) if ctrl && alt => return Some(Chord::plain(Key::Char(c))),
        // Beside Ctrl, Caps Lock and Shift make capitals that nobody meant.
        KeyCode::Char(c) if ctrl => Key::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab | KeyCode::BackTab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(n) => Key::F(n),
        _ => return None,
    };
    let shift = event.code == KeyCode::BackTab || shift && !matches!(key, Key::Char(_));
    Some(Chord { key, ctrl, alt, shift })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Option<String> {
        let event = KeyEvent::new_with_kind(code, modifiers, kind);
        match told(Read::Key(event)) {
            Some(Event::Key(chord)) => Some(chord.to_string()),
            Some(other) => panic!("{other:?}"),
            None => None,
        }
    }

    #[test]
    fn t21_a_key_that_is_let_go_is_no_second_key() {
        let of = |kind| typed(KeyCode::Char('n'), KeyModifiers::NONE, kind);
        assert_eq!(of(KeyEventKind::Press).as_deref(), Some("n"));
        assert_eq!(of(KeyEventKind::Repeat).as_deref(), Some("n"));
        assert_eq!(of(KeyEventKind::Release), None);
    }

    #[test]
    fn t21_altgr_types_its_character() {
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        for c in ['@', '{', '€', '\\', '|'] {
            let typed = typed(KeyCode::Char(c), alt_gr, KeyEventKind::Press);
            assert_eq!(typed, Some(c.to_string()));
        }
    }

    #[test]
    fn t21_capitals_beside_ctrl_and_shift_are_not_meant() {
        let ctrl = KeyModifiers::CONTROL;
        let press = |code, modifiers| typed(code, modifiers, KeyEventKind::Press);
        assert_eq!(press(KeyCode::Char('S'), ctrl).as_deref(), Some("ctrl-s"));
        assert_eq!(press(KeyCode::Char('Å'), KeyModifiers::SHIFT).as_deref(), Some("Å"));
        assert_eq!(press(KeyCode::BackTab, KeyModifiers::SHIFT).as_deref(), Some("shift-tab"));
        assert_eq!(press(KeyCode::Enter, KeyModifiers::SHIFT).as_deref(), Some("shift-enter"));
        assert_eq!(press(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn t21_pastes_are_capped_and_have_plain_line_ends() {
        assert_eq!(told(Read::Paste("a\r\nb\rc".into())), Some(Event::Paste("a\nb\nc".into())));
        let large = "x".repeat(super::super::PASTE_CAP + 1);
        assert_eq!(told(Read::Paste(large)), Some(Event::PasteTooLarge));
    }
}
