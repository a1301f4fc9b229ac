//! How many cells a text takes on the screen, and making it fit. Whole graphemes, always: what a
//! person sees as one letter is neither counted twice nor cut in two.

mod wrap;

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use wrap::wrap;

/// The sign that something was cut away.
pub const CUT: char = '…';

pub fn width(text: &str) -> usize {
    if text.chars().all(is_simple) {
        text.chars().filter(|char| !char.is_control()).count()
    } else {
        text.graphemes(true).map(cells_of).sum()
    }
}

/// The text in at most so many cells, with `…` for what had to go.
pub fn clip(text: &str, cells: usize) -> Cow<'_, str> {
    if text.len() <= cells {
        return Cow::Borrowed(text); // no text is wider than its bytes
    }
    let Some(room) = cells.checked_sub(1) else { return Cow::Borrowed("") };
    let mut used = 0;
    let mut keep = 0;
    if text.as_bytes().get(..=cells).is_some_and(|start| start.iter().all(is_printable)) {
        used = cells + 1;
        keep = room;
    } else {
        for (at, grapheme) in text.grapheme_indices(true) {
            used += cells_of(grapheme);
            if used > cells {
                break;
            }
            if used <= room {
                keep = at + grapheme.len();
            }
        }
    }
    if used <= cells {
        return Cow::Borrowed(text);
    }
    let mut cut = text.get(..keep).unwrap_or_default().trim_end().to_owned();
    cut.push(CUT);
    Cow::Owned(cut)
}

/// Exactly so many cells: clipped, or filled with spaces after it.
pub fn pad(text: &str, cells: usize) -> String {
    let (mut text, rest) = fill(text, cells);
    text.to_mut().push_str(&rest);
    text.into_owned()
}

/// Exactly so many cells, with the spaces before it: for numbers.
pub fn pad_start(text: &str, cells: usize) -> String {
    let (text, mut rest) = fill(text, cells);
    rest.push_str(&text);
    rest
}

fn fill(text: &str, cells: usize) -> (Cow<'_, str>, String) {
    let text = clip(text, cells);
    let rest = " ".repeat(cells.saturating_sub(width(&text)));
    (text, rest)
}

/// The width of one grapheme as the screen draws it, which is not at all for control characters.
fn cells_of(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) { 0 } else { grapheme.width() }
}

/// Letters that stand alone in one cell: no marks, nothing wide, no soft hyphen.
fn is_simple(char: char) -> bool {
    char < '\u{300}' && char != '\u{ad}'
}

fn is_printable(byte: &u8) -> bool {
    matches!(byte, b' '..=b'~')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FAMILY: &str = "👩‍👩‍👧‍👦";

    #[test]
    fn a_cell_is_a_cell_on_the_screen() {
        for (text, cells) in [
            ("", 0),
            ("Sms", 3),
            ("åäö ÅÄÖ é", 9),
            ("a\u{30a}", 1),
            ("語", 2),
            (FAMILY, 2),
            ("a\u{200b}b", 2),
            ("tab\tbell\u{7}", 7),
            ("a\u{ad}b", 2),
            ("…", 1),
        ] {
            assert_eq!(width(text), cells, "{text:?}");
        }
    }

    #[test]
    fn what_fits_is_not_cut() {
        for text in ["", "Sms", "språk", "a\u{30a}sna", "語", FAMILY, "tre språk, två språk"] {
            assert_eq!(clip(text, width(text)), text);
            assert_eq!(clip(text, 80), text);
        }
    }

    #[test]
    fn what_is_cut_says_so() {
        for (text, cells, expected) in [
            ("Kaffeblandning", 6, "Kaffe…"),
            ("Språkombud", 4, "Spr…"),
            ("Spra\u{30a}k", 4, "Spr…"),
            ("Spra\u{30a}ket", 5, "Spra\u{30a}…"),
            ("Sms på flera språk", 7, "Sms på…"),
            ("Sms i alla", 4, "Sms…"),
            ("語語語", 4, "語…"),
            ("語語語", 5, "語語…"),
            ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, "👩‍👩‍👧‍👦…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
            ("abe\u{301}d", 3, "ab…"),
        ] {
            assert_eq!(clip(text, cells), expected, "{text:?} in {cells}");
        }
    }

    #[test]
    fn padding_gives_exactly_the_width() {
        assert_eq!(pad("Åsa", 5), "Åsa  ");
        assert_eq!(pad_start("12", 4), "  12");
        assert_eq!(pad("Vera och Wera", 5), "Vera…");
        assert_eq!(pad("語語", 4), "語語");
        assert_eq!(pad("語語", 3), "語…");
    }

    proptest! {
        #[test]
        fn a_clipped_text_is_never_too_wide_and_keeps_its_start(
            text in "([a-zåäö ]|[語한あ]|👩‍👩‍👧‍👦|🇸🇪|e\u{301}|\u{200b}|\u{ad}|\t){0,40}",
            cells in 0usize..30,
        ) {
            let clipped = clip(&text, cells);
            prop_assert!(width(&clipped) <= cells);
            match clipped.strip_suffix(CUT) {
                Some(start) => prop_assert!(text.starts_with(start)),
                None => prop_assert!(clipped == text || cells == 0),
            }
            prop_assert_eq!(width(&pad(&text, cells)), cells);
        }

        #[test]
        fn the_short_way_counts_as_the_long_one(text in "[ -~\u{80}-\u{2ff}\n]{0,30}") {
            let long: usize = text.graphemes(true).map(cells_of).sum();
            prop_assert_eq!(width(&text), long);
        }
    }
}
