//! The second pass, for when nothing is found: titles that have the letters typed in their order.
//! Titles only; over long texts it would find everything.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::domain::{IdeaId, fold};

use super::{Arena, Cancel};

/// Every so many titles there is a look at whether anybody still waits.
const STRIDE: usize = 1024;

/// What a letter must be worth on average; scattered letters are worth less.
const WORTH: u32 = 14;

impl Arena {
    /// The ideas whose titles are most like what is typed, the most alike first. `None` where it
    /// was cancelled.
    pub fn fuzzy_titles(&self, typed: &str, limit: usize, cancel: &Cancel) -> Option<Vec<IdeaId>> {
        let typed = fold(typed);
        let pattern =
            Pattern::new(&typed, CaseMatching::Respect, Normalization::Never, AtomKind::Fuzzy);
        let letters = typed.chars().filter(|c| !c.is_whitespace()).count();
        let least = WORTH * u32::try_from(letters).unwrap_or(u32::MAX / WORTH);
        if least == 0 {
            return Some(Vec::new());
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut chars = Vec::new();
        let mut found = Vec::new();
        for (at, (row, id)) in self.rows().enumerate() {
            if at % STRIDE == 0 && cancel.is_set() {
                return None;
            }
            let title = letters_of(self.title(row), &mut chars);
            let score = pattern.score(title, &mut matcher).unwrap_or(0);
            if score >= least {
                found.push((score, id));
            }
        }
        found.sort_unstable_by(|a, b| b.cmp(a));
        Some(found.into_iter().take(limit).map(|(_, id)| id).collect())
    }
}

/// Titles are composed already, so a letter is a character, and need not be looked for.
fn letters_of<'a>(title: &'a str, chars: &'a mut Vec<char>) -> Utf32Str<'a> {
    if title.is_ascii() {
        return Utf32Str::Ascii(title.as_bytes());
    }
    chars.clear();
    chars.extend(title.chars());
    Utf32Str::Unicode(chars)
}
