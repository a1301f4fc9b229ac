//! From termina's events to ours: keys become chords, answers become news.

use termina::escape::csi::{Csi, Device};
use termina::escape::osc::{ColorOrQuery, DynamicColorNumber, Osc};
use termina::event::{
    Event as Parsed, KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEventKind,
};

use super::event::{Event, Mouse, MouseKind, Rgb};
use crate::input::{Chord, Key};

/// What one escape sequence says.
pub(super) enum Meaning {
    Event(Event),
    /// The answer to the question that every terminal answers.
    Fence,
    Nothing,
}

pub(super) fn meaning(parsed: Parsed) -> Meaning {
    let event = match parsed {
        Parsed::Key(key) => chord(key).map(Event::Key),
        Parsed::Mouse(mouse) => mouse_kind(mouse.kind)
            .map(|kind| Event::Mouse(Mouse { column: mouse.column, row: mouse.row, kind })),
        Parsed::FocusIn => Some(Event::FocusGained),
        Parsed::FocusOut => Some(Event::FocusLost),
        Parsed::Osc(Osc::ChangeDynamicColors(DynamicColorNumber::TextBackgroundColor, colours)) => {
            match colours.first() {
                Some(ColorOrQuery::Color(rgb)) => {
                    Some(Event::Background(Rgb { red: rgb.red, green: rgb.green, blue: rgb.blue }))
                }
                _ => None,
            }
        }
        Parsed::Csi(Csi::Device(Device::DeviceAttributes(()))) => return Meaning::Fence,
        _ => None,
    };
    event.map_or(Meaning::Nothing, Meaning::Event)
}

/// The chord of a character that came as itself.
pub(super) fn typed(c: char, alt: bool) -> Option<Chord> {
    (!c.is_control()).then(|| Chord { alt, ..Chord::plain(Key::Char(c)) })
}

/// The chord of a control byte. 0x08 is Backspace: some terminals send it for that key, and for
/// Ctrl+Backspace.
pub(super) fn control(byte: u8, alt: bool) -> Chord {
    let chord = match byte {
        b'\r' => Chord::plain(Key::Enter),
        b'\t' => Chord::plain(Key::Tab),
        0x08 | 0x7f => Chord::plain(Key::Backspace),
        0x1b => Chord::plain(Key::Esc),
        0x00 => Chord::ctrl(' '),
        // 0x01 is Ctrl+A, and so on up the table: letters first, then \ ] ^ _.
        _ => Chord::ctrl(char::from((byte & 0x1f) | 0x40).to_ascii_lowercase()),
    };
    Chord { alt, ..chord }
}

fn chord(event: KeyEvent) -> Option<Chord> {
    let foreign = Modifiers::SUPER | Modifiers::HYPER | Modifiers::META;
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(foreign) {
        return None;
    }
    let shift = event.modifiers.contains(Modifiers::SHIFT);
    let (key, shift) = match event.code {
        KeyCode::Char(c) if c.is_control() => return None,
        KeyCode::Char(c) => (Key::Char(if shift { capital(c) } else { c }), false),
        KeyCode::BackTab => (Key::Tab, true),
        KeyCode::Enter => (Key::Enter, shift),
        KeyCode::Escape => (Key::Esc, shift),
        KeyCode::Tab => (Key::Tab, shift),
        KeyCode::Backspace => (Key::Backspace, shift),
        KeyCode::Delete => (Key::Delete, shift),
        KeyCode::Insert => (Key::Insert, shift),
        KeyCode::Left => (Key::Left, shift),
        KeyCode::Right => (Key::Right, shift),
        KeyCode::Up => (Key::Up, shift),
        KeyCode::Down => (Key::Down, shift),
        KeyCode::Home => (Key::Home, shift),
        KeyCode::End => (Key::End, shift),
        KeyCode::PageUp => (Key::PageUp, shift),
        KeyCode::PageDown => (Key::PageDown, shift),
        KeyCode::Function(n) => (Key::F(n), shift),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(Modifiers::CONTROL);
    let alt = event.modifiers.contains(Modifiers::ALT);
    Some(Chord { key, ctrl, alt, shift })
}

/// The capital of a letter that has one, as one character.
fn capital(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn mouse_kind(kind: MouseEventKind) -> Option<MouseKind> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(MouseKind::Press),
        MouseEventKind::Drag(MouseButton::Left) => Some(MouseKind::Drag),
        MouseEventKind::Up(MouseButton::Left) => Some(MouseKind::Release),
        MouseEventKind::ScrollUp => Some(MouseKind::WheelUp),
        MouseEventKind::ScrollDown => Some(MouseKind::WheelDown),
        _ => None,
    }
}
