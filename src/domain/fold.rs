//! A text as search reads it: composed, in lower case, every white space one space. å stays å.
//! What is found in the folded text is told as a place in the text that was folded.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Folds a text onto the end of another. It adds no line break, whatever stands in the text.
pub fn fold_onto(folded: &mut String, text: &str) {
    let from = folded.len();
    if is_quick(text.as_bytes()) {
        folded.push_str(text);
        if let Some(added) = folded.get_mut(from..) {
            added.make_ascii_lowercase();
        }
    } else if text.chars().all(is_plain) {
        folded.extend(text.chars().flat_map(lower));
    } else {
        for piece in text.graphemes(true) {
            folded.extend(piece.nfc().flat_map(lower));
        }
    }
}

/// A folded text that knows where each part of it came from.
pub struct Folded {
    pub text: String,
    /// Where each piece begins, folded and as it was; ends with the end of both.
    pieces: Vec<(usize, usize)>,
}

impl Folded {
    pub fn of(text: &str) -> Folded {
        let mut folded = String::with_capacity(text.len());
        let mut pieces = Vec::with_capacity(text.len() + 1);
        for (at, piece) in text.grapheme_indices(true) {
            pieces.push((folded.len(), at));
            folded.extend(piece.nfc().flat_map(lower));
        }
        pieces.push((folded.len(), text.len()));
        Folded { text: folded, pieces }
    }

    /// The whole graphemes of the original from which a stretch of the folded text came.
    pub fn origin(&self, found: &Range<usize>) -> Range<usize> {
        let starts = |at: usize| self.pieces.partition_point(|(folded, _)| *folded <= at);
        let place = |piece: usize| self.pieces.get(piece).map_or(0, |(_, origin)| *origin);
        let first = starts(found.start).saturating_sub(1);
        let beyond = starts(found.end.saturating_sub(1)).min(self.pieces.len() - 1);
        place(first)..place(beyond)
    }
}

/// Nothing but lowercasing ASCII is needed: ASCII without control characters, and the small letters
/// of the Latin-1 block. It looks at every byte, because that is many at a time.
fn is_quick(bytes: &[u8]) -> bool {
    let is_odd = |before: u8, byte: u8| {
        let is_ascii = (0x20..0x7f).contains(&byte);
        let is_small = before == 0xc3 && byte >= 0x9f;
        !(is_ascii | (byte == 0xc3) | is_small)
    };
    let first = bytes.first().is_some_and(|byte| is_odd(0, *byte));
    let rest = bytes.iter().zip(bytes.iter().skip(1));
    !rest.fold(first, |odd, (before, byte)| odd | is_odd(*before, *byte))
}

/// Composed already, and never composed with what stands beside it.
fn is_plain(c: char) -> bool {
    c < '\u{300}' || ('\u{2010}'..='\u{205e}').contains(&c)
}

fn lower(c: char) -> impl Iterator<Item = char> {
    let c = if c.is_whitespace() { ' ' } else { c };
    c.to_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_composition_and_breaks_are_levelled_and_rings_are_kept() {
        assert_eq!(fold("KÖ  på\nÅsa – ”Hej”"), "kö  på åsa – ”hej”");
        assert_eq!(fold("A\u{30a}sa"), "åsa");
        assert_ne!(fold("kö"), fold("ko"));
    }

    #[test]
    fn a_place_in_the_folded_text_leads_to_whole_letters_of_the_original() {
        let original = "Hej A\u{30a}SA";
        let folded = Folded::of(original);
        let at = folded.text.find("ås").unwrap();
        let found = folded.origin(&(at..at + "ås".len()));
        assert_eq!(original.get(found), Some("A\u{30a}S"));
    }

    proptest! {
        #[test]
        fn both_ways_of_folding_agree(text in "\\PC{0,20}|[a-öA-Ö \n\u{300}-\u{330}]{0,20}") {
            let folded = fold(&text);
            prop_assert_eq!(&Folded::of(&text).text, &folded);
            prop_assert!(!folded.contains('\n'));
        }
    }
}
