//! The order of Swedish titles, made quick: letters decide where they can, and only else is the
//! collator asked. Whatever the screen's language, one file is in one order.

use std::cmp::Ordering;

use crate::domain::Language;
use crate::text::Order;

/// The letters of Swedish and what stands between words, in their order. Where two texts first
/// differ in these, that decides. Figures are not among them: 2 comes before 10.
const LETTERS: &str = " -,;:!?./abcdefghijklmnopqrstuvwxyzåäö";

/// Stands for any other letter. What comes after it is not in the key.
const OTHER: u8 = 0x3f;

/// The beginning of a text, in places of `LETTERS`, six bits each.
pub(super) type Prefix = u128;
const BITS: u32 = 6;
const PREFIX: u32 = Prefix::BITS / BITS;

pub(super) fn compare(a: &str, b: &str) -> Ordering {
    by_letters(a, b).unwrap_or_else(|| Order::of(Language::Sv).compare(a, b))
}

/// The first letters of a text, and the next ones where all of those are known.
pub(super) fn prefixes(text: &str) -> [Prefix; 2] {
    let mut keys = [0; 2];
    let mut places = text.chars().map(letter);
    for key in &mut keys {
        for at in (0..PREFIX).rev() {
            let Some(place) = places.next() else { return keys };
            *key |= Prefix::from(place) << (at * BITS);
            if place == OTHER {
                return keys;
            }
        }
    }
    keys
}

/// What two beginnings say; `None` where they are the same, or differ in what is not known.
pub(super) fn by_prefixes(a: [Prefix; 2], b: [Prefix; 2]) -> Option<Ordering> {
    let ([a, a_next], [b, b_next]) = (a, b);
    if a == b { by_prefix(a_next, b_next) } else { by_prefix(a, b) }
}

fn by_prefix(a: Prefix, b: Prefix) -> Option<Ordering> {
    let differs = (a ^ b).checked_ilog2()? / BITS;
    let place = |key: Prefix| (key >> (differs * BITS)) & Prefix::from(OTHER);
    let is_known = [a, b].iter().all(|key| place(*key) != Prefix::from(OTHER));
    is_known.then(|| a.cmp(&b))
}

/// The same for whole texts.
fn by_letters(a: &str, b: &str) -> Option<Ordering> {
    if a == b {
        return Some(Ordering::Equal);
    }
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let same = (0..=same).rev().find(|at| a.is_char_boundary(*at) && b.is_char_boundary(*at))?;
    if let Some(said) = by_figures(a, b, same) {
        return Some(said);
    }
    let place = |text: &str| text.get(same..)?.chars().next().map_or(Some(0), |c| Some(letter(c)));
    match (place(a)?, place(b)?) {
        (OTHER, _) | (_, OTHER) => None,
        (a, b) if a == b => None,
        (a, b) => Some(a.cmp(&b)),
    }
}

/// Two numbers that differ from some figure on; a leading nought is left to the collator.
fn by_figures(a: &str, b: &str, same: usize) -> Option<Ordering> {
    let (before, a) = a.as_bytes().split_at_checked(same)?;
    let b = b.as_bytes().get(same..)?;
    let figures = |bytes: &[u8]| bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (long, wide) = (figures(a), figures(b));
    let shared = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let first = if shared > 0 { before.get(same - shared)? } else { a.first()?.min(b.first()?) };
    let is_plain = long > 0 && wide > 0 && *first != b'0';
    is_plain.then(|| long.cmp(&wide).then_with(|| a.cmp(b)))
}

fn letter(c: char) -> u8 {
    const TABLE: [u8; 256] = table();
    TABLE.get(c as usize).copied().unwrap_or(OTHER)
}

const fn table() -> [u8; 256] {
    let mut table = [OTHER; 256];
    let letters = LETTERS.as_bytes();
    let (mut at, mut place) = (0, 1);
    while at < letters.len() {
        let c = match letters[at] {
            0xc3 => {
                at += 1;
                0xc0 | letters[at] & 0x3f
            }
            ascii => ascii,
        };
        table[c as usize] = place;
        let is_letter = c.is_ascii_lowercase() || c >= 0xe0;
        if is_letter {
            table[(c - 0x20) as usize] = place;
        }
        at += 1;
        place += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_swedish_letters_come_last_in_their_order() {
        let mut words = ["Östra", "ärlig", "Åsa", "zon", "Wester", "vik", "Vik", "över"];
        words.sort_by(|a, b| compare(a, b));
        assert_eq!(words, ["vik", "Vik", "Wester", "zon", "Åsa", "ärlig", "Östra", "över"]);
    }

    proptest! {
        #[test]
        fn what_the_beginnings_say_the_collator_says_too(
            start in "[a-cåäö 0-2]{0,24}",
            a in "[a-zåäöA-ZÅÄÖéü0-9 ,.:;/!?'–-]{0,12}",
            b in "[a-zåäöA-ZÅÄÖéü0-9 ,.:;/!?'–-]{0,12}",
        ) {
            let (a, b) = (format!("{start}{a}"), format!("{start}{b}"));
            let expected = Order::of(Language::Sv).compare(&a, &b);
            if let Some(said) = by_prefixes(prefixes(&a), prefixes(&b)) {
                prop_assert_eq!(said, expected);
            }
            prop_assert_eq!(compare(&a, &b), expected);
        }
    }
}
