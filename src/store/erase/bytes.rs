//! Whether a word stands anywhere in the raw bytes of a file: in either case, as UTF-8, as UTF-16, as
//! JSON escapes it, and with its marks apart from the letters.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

/// So much of a file is looked at at a time.
const PIECE: usize = 1 << 20;

/// The ways in which a letter can be written.
type Ways = Vec<Vec<u8>>;

/// A word as a list of letters, each in every way in which it can be written in one encoding.
struct Pattern(Vec<Ways>);

/// The words to look for.
pub(super) struct Search {
    patterns: Vec<Pattern>,
    /// The longest that any of them can be.
    longest: usize,
    /// The bytes that any of them can begin with.
    firsts: [bool; 256],
}

impl Search {
    pub(super) fn of(words: &[String]) -> Search {
        let encodings: [fn(char) -> Ways; 2] = [utf8, utf16];
        let patterns: Vec<Pattern> = words
            .iter()
            .flat_map(|word| encodings.map(|ways| Pattern(word.chars().map(ways).collect())))
            .collect();
        let longest = patterns.iter().map(Pattern::longest).max().unwrap_or(0);
        let mut firsts = [false; 256];
        let ways = patterns.iter().filter_map(|pattern| pattern.0.first()).flatten();
        for first in ways.filter_map(|way| way.first()) {
            if let Some(known) = firsts.get_mut(usize::from(*first)) {
                *known = true;
            }
        }
        Search { patterns, longest, firsts }
    }

    /// How often any of the words stands in a file.
    pub(super) fn count(&self, path: &Path) -> io::Result<usize> {
        if self.patterns.is_empty() {
            return Ok(0);
        }
        let mut file = File::open(path)?;
        let mut held: Vec<u8> = Vec::new();
        let mut hits = 0;
        loop {
            let from = held.len();
            held.resize(from + PIECE, 0);
            let read = file.read(held.get_mut(from..).unwrap_or_default())?;
            held.truncate(from + read);
            // What begins in the last stretch may go on in the next piece.
            let last = read == 0;
            let until = if last { held.len() } else { held.len().saturating_sub(self.longest) };
            let starts = held.iter().take(until).enumerate();
            let starts =
                starts.filter(|(_, byte)| self.firsts.get(usize::from(**byte)) == Some(&true));
            for (at, _) in starts {
                let rest = held.get(at..).unwrap_or_default();
                hits += usize::from(self.patterns.iter().any(|pattern| pattern.is_at(rest)));
            }
            if last {
                return Ok(hits);
            }
            held.drain(..until);
        }
    }
}

impl Pattern {
    fn longest(&self) -> usize {
        self.0.iter().map(|ways| ways.iter().map(Vec::len).max().unwrap_or(0)).sum()
    }

    fn is_at(&self, bytes: &[u8]) -> bool {
        let mut rest = bytes;
        self.0.iter().all(|ways| {
            let next = ways.iter().find_map(|way| rest.strip_prefix(way.as_slice()));
            next.map(|next| rest = next).is_some()
        })
    }
}

/// Small and capital.
fn cases(letter: char) -> Vec<String> {
    let mut cases: Vec<String> =
        vec![letter.to_lowercase().collect(), letter.to_uppercase().collect()];
    let apart: Vec<String> = cases.iter().map(|case| case.nfd().collect()).collect();
    cases.extend(apart);
    cases.sort();
    cases.dedup();
    cases
}

fn utf8(letter: char) -> Ways {
    let mut ways: Ways = Vec::new();
    for case in cases(letter) {
        if !letter.is_ascii() {
            let escaped: String =
                case.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            ways.push(escaped.to_uppercase().replace("\\U", "\\u").into_bytes());
            ways.push(escaped.into_bytes());
        }
        ways.push(case.into_bytes());
    }
    longest_first(ways)
}

fn utf16(letter: char) -> Ways {
    let ways = cases(letter);
    longest_first(
        ways.iter().map(|case| case.encode_utf16().flat_map(u16::to_le_bytes).collect()).collect(),
    )
}

fn longest_first(mut ways: Ways) -> Ways {
    ways.sort_by_key(|way| std::cmp::Reverse(way.len()));
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(bytes: &[u8]) -> usize {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        std::fs::write(&path, bytes).unwrap();
        Search::of(&["åsa öberg".into()]).count(&path).unwrap()
    }

    #[test]
    fn a_word_is_found_however_it_is_written() {
        for text in ["Åsa Öberg", "åsa öberg", "ÅSA ÖBERG", "A\u{30a}sa O\u{308}berg"] {
            assert_eq!(hits(format!("x{text}x").as_bytes()), 1, "{text}");
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(hits(&wide), 1, "{text}");
        }
        assert_eq!(hits(br#""\u00c5sa \u00D6berg""#), 1);
        assert_eq!(hits("Åsa Berg".as_bytes()), 0);
    }

    #[test]
    fn a_word_across_two_pieces_is_found_once() {
        for shift in 0..24 {
            let mut bytes = vec![b'x'; PIECE - 12 + shift];
            bytes.extend("Åsa Öberg".as_bytes());
            bytes.extend(vec![b'y'; PIECE]);
            assert_eq!(hits(&bytes), 1, "{shift}");
        }
    }
}
