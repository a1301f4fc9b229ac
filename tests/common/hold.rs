//! What must hold of whatever comes from outside. The same functions are asked by the tests, of what
//! they make up in a moment, and by `fuzz/`, for as long as one likes.

#![allow(dead_code, reason = "each of those who ask uses its own part")]

use jiff::civil::{Date, date};
use sluss::domain::{
    Captured, FIELD_CAP_BYTES, Filter, Import, Lines, Needles, NotADay, Nothing, clean, many_lines,
    personal, read_day,
};
use sluss::export::whole;
use sluss::input::{Context, Keymap, Reading};
use sluss::terminal::{Event, PASTE_CAP, events_of};
use sluss::text::markdown;

const TODAY: Date = date(2026, 11, 23);

/// Why a text may not reach a terminal: the first character that it would obey, that cannot be
/// seen, or that stands on a tower of others. Line ends may.
pub(crate) fn wild(text: &str) -> Option<String> {
    let mut marks = 0;
    for c in text.chars() {
        let code = u32::from(c);
        let hidden = matches!(c,
            '\0'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}');
        if hidden {
            return Some(format!("U+{code:04X}"));
        }
        let mark = unicode_normalization::char::is_combining_mark(c)
            && !matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}');
        marks = if mark { marks + 1 } else { 0 };
        if marks > 4 {
            return Some(format!("{marks} marks, U+{code:04X}"));
        }
    }
    None
}

/// Cleaned text is tame, cleaning it again changes nothing, and one line is one line.
pub(crate) fn cleaned(text: &str) {
    for lines in [Lines::One, Lines::Many] {
        let once = clean(text, lines);
        assert_eq!(wild(&once), None, "{text:?} became {once:?}");
        assert_eq!(clean(&once, lines), once, "{text:?}");
        assert!(lines == Lines::Many || !once.contains('\n'));
        let twice = clean(&format!("{once}{once}"), lines).into_owned();
        assert_eq!(wild(&twice), None);
    }
}

/// A terminal's bytes mean the same however they are cut, no key is a control character, and no
/// paste is larger than allowed.
pub(crate) fn typed(bytes: &[u8]) {
    let whole = events_of([bytes]);
    for event in &whole {
        match event {
            Event::Key(chord) => {
                if let sluss::input::Key::Char(c) = chord.key {
                    assert!(!c.is_control(), "{chord:?}");
                }
            }
            Event::Paste(text) => assert!(text.len() <= PASTE_CAP * 3 && !text.contains('\r')),
            Event::Mouse(_)
            | Event::PasteTooLarge
            | Event::Resize(..)
            | Event::FocusGained
            | Event::FocusLost
            | Event::Background(_)
            | Event::NoBackground => {}
            Event::Wake | Event::Signal(_) | Event::Gone => panic!("bytes are no {event:?}"),
        }
    }
    // An Esc at the end of a piece may be a key only where nothing follows.
    let cut = usize::from(bytes.first().copied().unwrap_or(7) % 7) + 1;
    assert_eq!(events_of(bytes.chunks(cut)), whole, "cut every {cut} bytes");
}

/// Whatever is read is refused or can be planned and written again, and holds nothing wild.
pub(crate) fn imported(bytes: &[u8]) {
    let Ok(contents) = whole::read(bytes) else { return };
    for record in &contents.records {
        for value in &record.row.0 {
            if let sluss::domain::Value::Text(text) = value {
                assert_eq!(wild(text), None, "{text:?}");
            }
        }
    }
    let import = Import { records: contents.records, history: contents.history, is_whole: true };
    // It may be refused; it may not fall over.
    let _ = import.survey(&Nothing);
}

/// A search or filter line is always read, and its words are found where they stand.
pub(crate) fn searched(line: &str) {
    let filter = Filter::parse(line);
    for (range, _) in Filter::conditions(line) {
        assert!(line.get(range.clone()).is_some(), "{range:?} cuts {line:?}");
    }
    let needles = Needles::of(&filter);
    for text in [line, "Vattenkokare åt alla", ""] {
        for mark in needles.marks(text) {
            assert!(text.get(mark.clone()).is_some(), "{mark:?} cuts {text:?}");
        }
        let _ = needles.excerpt(text);
    }
}

/// A day is a day, near enough to be shown, and the same however many spaces stand around it.
pub(crate) fn dated(text: &str) {
    let read = read_day(text, TODAY);
    if let Ok(day) = read {
        assert!((1..=9999).contains(&day.year()));
        assert_eq!(read_day(&day.to_string(), TODAY), Ok(day));
    }
    let spaced = read_day(&format!(" {text} "), TODAY);
    assert!(spaced == read || read == Err(NotADay::Unread), "{text:?}: {read:?}, {spaced:?}");
}

/// A keymap is refused whole, or every context still has a way back and no key means two things.
pub(crate) fn bound(toml: &str) {
    let own = Keymap::own();
    let mut keymap = Keymap::own();
    if keymap.merge(toml).is_err() {
        assert_eq!(keymap.bindings().len(), own.bindings().len(), "a problem changes nothing");
        return;
    }
    for binding in keymap.bindings() {
        assert!(!binding.keys.0.is_empty());
        assert_ne!(keymap.read(binding.context, &binding.keys.0), Reading::Nothing);
    }
    let _ = keymap.following(Context::Board, &[]);
}

/// What is typed as one line, and what prose is laid out as: nothing is lost, nothing falls over.
pub(crate) fn written(text: &str) {
    let captured = Captured::read(text);
    assert!(captured.title.len() <= text.len() * 2 + 1);
    for line in many_lines(text) {
        let _ = Captured::read(line);
    }
    let _ = personal(text);
    if text.len() < FIELD_CAP_BYTES / 64 {
        for width in [1, 7, 80] {
            let _ = markdown::rows(&clean(text, Lines::Many), width);
        }
    }
}
