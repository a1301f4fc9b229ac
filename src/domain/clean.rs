//! Text from outside - keys, paste, import, a foreign file - made safe to keep and to show.
//! Nothing here shortens: what is too long is warned about or refused whole elsewhere.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What one field holds at most. A paste that would pass it is refused whole.
pub const FIELD_CAP_BYTES: usize = 2 * 1024 * 1024;

/// So many marks may stand on one base; more is a tower that spills over the lines above it.
const MARKS_PER_BASE: u8 = 4;

const JOINER: char = '\u{200D}';
const NON_JOINER: char = '\u{200C}';
const TEXT_STYLE: char = '\u{FE0E}';
const EMOJI_STYLE: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';

/// Whether a field is one line (a title, a name) or prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    One,
    Many,
}

/// The text as it may be kept. Cleaning what is clean gives it back as it is.
pub fn clean(text: &str, lines: Lines) -> Cow<'_, str> {
    if text.chars().all(|c| is_plain(c, lines)) {
        return Cow::Borrowed(text);
    }
    let known: Vec<char> = visible(text.nfc(), lines).nfc().collect();
    let cleaned: String = attached(&known).nfc().collect();
    if cleaned == text { Cow::Borrowed(text) } else { Cow::Owned(cleaned) }
}

/// Certain to pass unchanged, whatever stands beside it. This is nearly all that is ever typed.
fn is_plain(c: char, lines: Lines) -> bool {
    match c {
        '\n' => lines == Lines::Many,
        ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' => true,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => true,
        _ => false,
    }
}

/// The characters that can be seen, with every kind of line break made one kind.
fn visible(chars: impl Iterator<Item = char>, lines: Lines) -> impl Iterator<Item = char> {
    let mut after_return = false;
    chars.filter_map(move |c| {
        let closes_return = after_return && c == '\n';
        after_return = c == '\r';
        match c {
            '\n' if closes_return => None,
            // Word writes a soft line break as U+000B, mainframes a hard one as U+0085.
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => match lines {
                Lines::One => Some(' '),
                Lines::Many => Some('\n'),
            },
            '\t' => Some(' '),
            c if is_hidden(c) => None,
            c => Some(c),
        }
    })
}

/// Controls, and what takes no place, turns the line around, or means nothing outside one program.
fn is_hidden(c: char) -> bool {
    let code = u32::from(c);
    matches!(c,
        // C0, DEL and C1: what a terminal would obey.
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        // Bidi marks, embeddings, overrides and isolates; invisible operators; deprecated format controls.
        | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        // Zero width, soft hyphen, grapheme joiner, invisible vowels.
        | '\u{AD}' | '\u{34F}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{FEFF}'
        // Fillers that look like nothing.
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}'
        // Variation selectors other than the two for emoji; interlinear notes; notation controls.
        | '\u{FE00}'..='\u{FE0D}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        // Tags, then private use.
        | '\u{E0000}'..='\u{E0FFF}'
        | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}'
        // Noncharacters.
        | '\u{FDD0}'..='\u{FDEF}')
        || code & 0xFFFE == 0xFFFE
}

/// Marks only on a base and not too many; joiners and emoji style only where they change what is seen.
fn attached(chars: &[char]) -> impl Iterator<Item = char> {
    let mut before = '\n';
    let mut base = '\n';
    let mut marks = 0;
    chars.iter().enumerate().filter_map(move |(at, &c)| {
        let after = chars.get(at + 1).copied().unwrap_or('\n');
        let is_mark = is_combining_mark(c);
        let keep = match c {
            JOINER => (is_symbol(before) || is_style(before)) && is_symbol(after),
            NON_JOINER => joins_letters(base) && joins_letters(after) && !is_combining_mark(after),
            TEXT_STYLE | EMOJI_STYLE => is_symbol(before) || (is_key(before) && after == KEYCAP),
            _ if is_mark => base != '\n' && marks < MARKS_PER_BASE,
            _ => true,
        };
        if !keep {
            return None;
        }
        before = c;
        if is_mark {
            marks += 1;
        } else if c != JOINER && c != NON_JOINER {
            base = c;
            marks = 0;
        }
        Some(c)
    })
}

fn is_style(c: char) -> bool {
    c == TEXT_STYLE || c == EMOJI_STYLE
}

fn is_key(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*')
}

/// What emoji are made of: pictures, arrows, signs, skin tones, letters of flags.
fn is_symbol(c: char) -> bool {
    matches!(c,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21FF}'
        | '\u{2300}'..='\u{23FF}' | '\u{2460}'..='\u{24FF}' | '\u{25A0}'..='\u{27BF}' | '\u{2900}'..='\u{297F}'
        | '\u{2B00}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Scripts whose letters join, where a non-joiner is spelling: Persian and the scripts of India.
fn joins_letters(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{DFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(text: &str) -> String {
        clean(text, Lines::One).into_owned()
    }

    fn many(text: &str) -> String {
        clean(text, Lines::Many).into_owned()
    }

    #[test]
    fn plain_swedish_is_borrowed_as_it_stands() {
        let text = "Räksmörgås på Ö – 12\u{A0}500 kronor, «så» sa hon… 5 × 3 °C";
        assert!(matches!(clean(text, Lines::One), Cow::Borrowed(same) if same == text));
        assert!(matches!(clean("ett\ntvå\n", Lines::Many), Cow::Borrowed("ett\ntvå\n")));
    }

    #[test]
    fn what_a_terminal_would_obey_is_gone() {
        assert_eq!(one("a\u{1B}]0;x\u{7}b\u{9B}31mc\u{7F}"), "a]0;xb31mc");
    }

    #[test]
    fn every_kind_of_line_break_is_one_kind() {
        assert_eq!(
            many("a\r\nb\rc\u{2028}d\u{2029}e\u{B}f\u{85}g\n\nh"),
            "a\nb\nc\nd\ne\nf\ng\n\nh"
        );
        assert_eq!(one("a\r\nb\nc\td\u{2028}e"), "a b c d e");
        assert_eq!(many("a\tb"), "a b");
    }

    #[test]
    fn what_cannot_be_seen_cannot_hide() {
        assert_eq!(
            one(
                "by\u{200B}gg\u{202E}lov\u{2066}\u{AD}\u{E0041}\u{E000}\u{FFF9}\u{3164}\u{FDD0}\u{1FFFE}\u{200C}\u{200D}!"
            ),
            "bygglov!"
        );
    }

    #[test]
    fn letters_typed_in_two_pieces_become_one() {
        assert_eq!(one("a\u{30A}ng"), "ång");
        assert_eq!(one("a\u{200B}\u{30A}ng"), "ång");
    }

    #[test]
    fn a_tower_of_marks_is_four_high_and_stands_on_something() {
        assert_eq!(one(&format!("x{}", "\u{316}".repeat(40))), format!("x{}", "\u{316}".repeat(4)));
        assert_eq!(one("\u{316}x"), "x");
        assert_eq!(many("x\n\u{316}y"), "x\ny");
    }

    #[test]
    fn emoji_of_every_build_survive() {
        for emoji in ["👨‍👩‍👧‍👦", "👩🏽‍⚕️", "❤️‍🔥", "1️⃣", "🇸🇪", "🏳️‍🌈", "☎️", "©️", "👁️‍🗨️"]
        {
            assert_eq!(one(emoji), emoji);
            assert_eq!(one(&format!("ja {emoji} nej")), format!("ja {emoji} nej"));
        }
    }

    #[test]
    fn persian_keeps_the_sign_that_its_spelling_needs() {
        assert_eq!(one("می\u{200C}خواهم"), "می\u{200C}خواهم");
    }

    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>().prop_map(String::from),
            prop::sample::select(vec![
                "\r",
                "\n",
                "\t",
                "\u{200D}",
                "\u{200C}",
                "\u{FE0F}",
                "\u{FE0E}",
                "\u{20E3}",
                "\u{301}",
                "\u{316}",
                "\u{338}",
                "\u{653}",
                "\u{200B}",
                "\u{202E}",
                "👨",
                "👧",
                "\u{1F3FD}",
                "❤",
                "←",
                "\u{2329}",
                "\u{2ADC}",
                "م",
                "ی",
                "ا",
                "क",
                "\u{94D}",
                "\u{1100}",
                "\u{1161}",
                "\u{11A8}",
                "1",
                "#",
                "e",
                "å",
                " ",
            ])
            .prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn cleaning_what_is_clean_changes_nothing(text in nasty()) {
            for lines in [Lines::One, Lines::Many] {
                let once = clean(&text, lines).into_owned();
                let twice = clean(&once, lines).into_owned();
                prop_assert_eq!(&once, &twice);
            }
        }

        #[test]
        fn no_forbidden_character_comes_through(text in nasty()) {
            let cleaned = many(&text);
            prop_assert!(!cleaned.chars().any(|c| c != '\n' && is_hidden(c)), "{:?}", cleaned);
            prop_assert!(!one(&text).chars().any(is_hidden));
        }

        #[test]
        fn text_in_letters_is_never_changed(text in "[a-zåäöA-ZÅÄÖ0-9 .,!?()–”é]{0,40}") {
            prop_assert_eq!(one(&text), text);
        }
    }
}
