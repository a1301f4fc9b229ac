//! A line taken apart into graphemes with the cells that each takes. Long lines are the reason why
//! this is not simply the segmentation crate: most pairs of Latin letters need no look at its tables.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a tab takes, wherever it stands.
const TAB: usize = 4;

/// The first character that can join the one before it.
const FIRST_JOINING: char = '\u{300}';

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) at: usize,
    pub(super) text: &'a str,
    pub(super) cells: usize,
}

/// The graphemes of a stretch that begins where a grapheme begins.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut chars = rest.chars();
        let first = chars.next()?;
        let alone = first < FIRST_JOINING && chars.next().is_none_or(|next| next < FIRST_JOINING);
        let bytes = if alone {
            first.len_utf8()
        } else {
            rest.graphemes(true).next().map_or(rest.len(), str::len)
        };
        let (piece, after) = rest.split_at_checked(bytes)?;
        rest = after;
        at += bytes;
        Some(Piece { at: at - bytes, text: piece, cells: cells(piece) })
    })
}

fn cells(piece: &str) -> usize {
    match piece.as_bytes() {
        [b'\t'] => TAB,
        [b' '..=b'~'] => 1,
        _ => piece.width(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_cut_agrees_with_the_segmentation(text in "[a-zåäö \u{ad}\u{301}\u{308}\u{200d}👨👧🇸🇪é한ก็]{0,40}") {
            let ours: Vec<&str> = pieces(&text).map(|piece| piece.text).collect();
            let theirs: Vec<&str> = text.graphemes(true).collect();
            prop_assert_eq!(ours, theirs);
        }
    }
}
