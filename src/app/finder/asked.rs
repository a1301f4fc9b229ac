//! How well what was typed fits a name or a sentence.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::Candidate;

/// How many characters of what was typed are looked for.
const MOST: usize = 200;

/// What was typed, as it is looked for in names and in sentences.
pub(super) struct Asked {
    matcher: Matcher,
    names: Pattern,
    sentences: Vec<Atom>,
    buffer: Vec<char>,
}

impl Asked {
    /// Of a query that is longer than any sentence the beginning counts.
    pub(super) fn new(query: &str) -> Asked {
        let query = query.char_indices().nth(MOST).map_or(query, |(end, _)| query.split_at(end).0);
        let (case, form) = (CaseMatching::Ignore, Normalization::Smart);
        let atom = |word| Atom::new(word, case, form, AtomKind::Substring, false);
        Asked {
            matcher: Matcher::new(Config::DEFAULT),
            names: Pattern::new(query, case, form, AtomKind::Fuzzy),
            sentences: query.split_whitespace().map(atom).collect(),
            buffer: Vec::new(),
        }
    }

    /// Names count more than sentences, the interface's language more than the other.
    pub(super) fn score(&mut self, candidate: &Candidate) -> Option<u32> {
        let mut best = None;
        for (nth, name) in (0..).zip(&candidate.names) {
            let text = Utf32Str::new(name, &mut self.buffer);
            let score = self.names.score(text, &mut self.matcher);
            best = best.max(score.map(|score| (score * 2).saturating_sub(nth * 8)));
        }
        for (nth, help) in (0..).zip(&candidate.helps) {
            let text = Utf32Str::new(help, &mut self.buffer);
            let sum = self.sentences.iter().try_fold(0, |sum: u32, atom| {
                Some(sum + u32::from(atom.score(text, &mut self.matcher)?))
            });
            best = best.max(sum.map(|score| score.saturating_sub(nth * 8)));
        }
        best
    }
}
