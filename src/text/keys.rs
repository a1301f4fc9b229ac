//! Keys as a person calls them.

use super::Words;

/// Named keys in the language, the others as they are typed.
pub fn spoken(written: &str, words: &Words) -> String {
    let keys = written.split(' ').map(|key| {
        let (held, key) = match key.strip_prefix("ctrl-") {
            Some(key) => ("Ctrl+".to_owned(), key),
            None => match key.strip_prefix("shift-") {
                Some(key) => (format!("{}+", words.get("key-shift")), key),
                None => (String::new(), key),
            },
        };
        let name = match key {
            "enter" => words.get("key-enter").into_owned(),
            "esc" => words.get("key-esc").into_owned(),
            "tab" => words.get("key-tab").into_owned(),
            "space" => words.get("key-space").into_owned(),
            "del" => words.get("key-delete").into_owned(),
            "backspace" => words.get("key-backspace").into_owned(),
            "home" => words.get("key-home").into_owned(),
            "end" => words.get("key-end").into_owned(),
            "pgup" => words.get("key-page-up").into_owned(),
            "pgdn" => words.get("key-page-down").into_owned(),
            "up" => "↑".to_owned(),
            "down" => "↓".to_owned(),
            "left" => "←".to_owned(),
            "right" => "→".to_owned(),
            other if !held.is_empty() || other.chars().count() > 1 => other.to_uppercase(),
            other => other.to_owned(),
        };
        held + &name
    });
    keys.collect::<Vec<_>>().join(" ")
}
