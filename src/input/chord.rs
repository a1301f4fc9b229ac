//! A key with what is held down beside it, and how it is written in the keymap.

use std::fmt;
use std::str::FromStr;

/// One press. `shift` is set only for keys that are not characters: a shifted letter is that
/// capital letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord {
    pub key: Key,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// The keys that have names, as the keymap file writes them.
const NAMES: &[(&str, Key)] = &[
    ("enter", Key::Enter),
    ("esc", Key::Esc),
    ("tab", Key::Tab),
    ("space", Key::Char(' ')),
    ("backspace", Key::Backspace),
    ("del", Key::Delete),
    ("ins", Key::Insert),
    ("left", Key::Left),
    ("right", Key::Right),
    ("up", Key::Up),
    ("down", Key::Down),
    ("home", Key::Home),
    ("end", Key::End),
    ("pgup", Key::PageUp),
    ("pgdn", Key::PageDown),
];

impl Chord {
    pub const fn plain(key: Key) -> Chord {
        Chord { key, ctrl: false, alt: false, shift: false }
    }

    pub const fn ctrl(letter: char) -> Chord {
        Chord { key: Key::Char(letter), ctrl: true, alt: false, shift: false }
    }

    /// The character that this press types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl FromStr for Chord {
    type Err = String;

    /// Reads `j`, `>`, `G`, `ctrl-s`, `shift-tab`, `f5`, `space`.
    fn from_str(written: &str) -> Result<Chord, String> {
        let mut chord = Chord::plain(Key::Esc);
        let mut rest = written;
        loop {
            let (flag, after) = if let Some(after) = rest.strip_prefix("ctrl-") {
                (&mut chord.ctrl, after)
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (&mut chord.alt, after)
            } else if let Some(after) = rest.strip_prefix("shift-") {
                (&mut chord.shift, after)
            } else {
                break;
            };
            if after.is_empty() {
                break;
            }
            *flag = true;
            rest = after;
        }
        let mut chars = rest.chars();
        chord.key = match (chars.next(), chars.next()) {
            (Some(c), None) => Key::Char(c),
            _ => match NAMES.iter().find(|(name, _)| *name == rest) {
                Some((_, key)) => *key,
                None => match rest.strip_prefix('f').map(str::parse::<u8>) {
                    Some(Ok(n @ 1..=12)) => Key::F(n),
                    _ => return Err(written.to_owned()),
                },
            },
        };
        Ok(chord)
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, key)| *key == self.key) {
            return f.write_str(name);
        }
        match self.key {
            Key::Char(c) => write!(f, "{c}"),
            Key::F(n) => write!(f, "f{n}"),
            _ => unreachable!("every other key is in NAMES"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_reads_as_it_is_written() {
        for written in ["j", ">", "G", "ctrl-s", "shift-tab", "f5", "space", "ö", "-", "ctrl--"] {
            assert_eq!(written.parse::<Chord>().unwrap().to_string(), written);
        }
    }

    #[test]
    fn what_is_no_key_is_told() {
        for written in ["", "f13", "ctrl-", "hello"] {
            assert!(written.parse::<Chord>().is_err(), "{written}");
        }
    }
}
