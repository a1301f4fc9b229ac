//! Texts as search sees them: without case, and in the loose form without the marks on letters.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// `ÅTERBRUK` is found by `återbruk`, not by `aterbruk`.
pub use crate::domain::fold;

/// For keyboards without å ä ö: they count as a a o, é as e, ü as u.
pub fn fold_loose(text: &str) -> String {
    let folded = fold(text);
    if folded.is_ascii() {
        return folded;
    }
    let mut loose = String::with_capacity(folded.len());
    for char in folded.nfd() {
        match char {
            '\u{300}'..='\u{36f}' => {}
            'ø' => loose.push('o'),
            'æ' => loose.push_str("ae"),
            'ß' => loose.push_str("ss"),
            _ => loose.push(char),
        }
    }
    if is_nfc(&loose) { loose } else { loose.nfc().collect() }
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_loose};

    #[test]
    fn case_and_composition_do_not_matter() {
        for text in ["ÅTERBRUK", "återbruk", "A\u{30a}terbruk"] {
            assert_eq!(fold(text), "återbruk");
        }
        assert_eq!(fold("Idé 12, SMS"), "idé 12, sms");
    }

    #[test]
    fn a_ring_or_a_dot_is_another_letter() {
        assert_ne!(fold("låda"), fold("lada"));
        assert_ne!(fold("ö"), fold("o"));
    }

    #[test]
    fn loosely_a_letter_is_what_it_stands_on() {
        assert_eq!(fold_loose("ÅÄÖ åäö Éü"), "aao aao eu");
        assert_eq!(fold_loose("Smørrebrød"), "smorrebrod");
        assert_eq!(fold_loose("plain"), "plain");
        assert_eq!(fold_loose("한국"), "한국");
    }
}
