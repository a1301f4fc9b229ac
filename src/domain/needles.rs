//! What the words of a filter look for in texts, and where in a text they are found: the stretches
//! to light up and a piece of the text around them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::filter::Filter;
use super::fold::{Folded, fold};

/// So many letters of a long text stand before the first hit in an excerpt.
const BEFORE: usize = 24;

/// So many letters of a long text an excerpt has.
const LONG: usize = 160;

/// The words and phrases of a filter, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needles {
    /// Each of these is somewhere in the idea.
    pub words: Vec<Needle>,
    /// None of these is.
    pub without: Vec<Needle>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    pub text: String,
    /// The idea of this number is meant too.
    pub number: Option<i64>,
}

/// A piece of a text on one line, cut with `…` where the text goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub text: String,
    /// What to light up in it, in bytes.
    pub marks: Vec<Range<usize>>,
}

impl Needles {
    pub fn of(filter: &Filter) -> Needles {
        let mut needles = Needles::default();
        for term in &filter.terms {
            let Some((text, number)) = term.condition.text() else { continue };
            let needle = Needle { text: fold(text), number };
            if needle.text.is_empty() {
                continue;
            }
            let those = if term.negated { &mut needles.without } else { &mut needles.words };
            // Said twice it is asked for once, however often that is.
            if !those.contains(&needle) {
                those.push(needle);
            }
        }
        needles
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.without.is_empty()
    }

    /// Whatever these find, the former found too: a letter was added, not taken away.
    pub fn narrow(&self, former: &Needles) -> bool {
        let within = |part: &Needle, whole: &Needle| {
            part == whole || whole.number.is_none() && whole.text.contains(&part.text)
        };
        former.words.iter().all(|old| self.words.iter().any(|new| within(old, new)))
            && former.without.iter().all(|old| self.without.iter().any(|new| within(new, old)))
    }

    /// Where the words stand in a text, in bytes of the text as it is, in order, none touching another.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::of(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for needle in &self.words {
            let hits = folded.text.match_indices(needle.text.as_str());
            found.extend(hits.map(|(at, hit)| folded.origin(&(at..at + hit.len()))));
        }
        found.sort_by_key(|range| (range.start, range.end));
        let mut marks: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            match marks.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                Some(_) | None => marks.push(range),
            }
        }
        marks
    }

    /// The text around its first hit; none where nothing is hit.
    pub fn excerpt(&self, text: &str) -> Option<Excerpt> {
        let marks = self.marks(text);
        let first = marks.first()?;
        let letters: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
        let hit = letters.partition_point(|(at, _)| *at < first.start);
        let from = if letters.len() <= LONG { 0 } else { hit.saturating_sub(BEFORE) };
        let from = word_start(&letters, from, hit);
        let to = (from + LONG).min(letters.len());
        let mut excerpt = Excerpt { text: String::new(), marks: Vec::new() };
        if from > 0 {
            excerpt.text.push('…');
        }
        for (at, letter) in letters.get(from..to)? {
            let start = excerpt.text.len();
            if letter.chars().all(char::is_whitespace) {
                excerpt.text.push(' ');
            } else {
                excerpt.text.push_str(letter);
            }
            let is_lit = marks.iter().any(|mark| mark.contains(at));
            match excerpt.marks.last_mut() {
                Some(last) if is_lit && last.end == start => last.end = excerpt.text.len(),
                Some(_) | None if is_lit => excerpt.marks.push(start..excerpt.text.len()),
                Some(_) | None => {}
            }
        }
        if to < letters.len() {
            excerpt.text.push('…');
        }
        Some(excerpt)
    }
}

/// From the next word on, where one begins before the hit.
fn word_start(letters: &[(usize, &str)], from: usize, hit: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let before = letters.get(from..hit).unwrap_or_default();
    let space = before.iter().position(|(_, letter)| letter.chars().all(char::is_whitespace));
    space.map_or(from, |space| from + space + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn needles(line: &str) -> Needles {
        Needles::of(&Filter::parse(line))
    }

    fn lit<'a>(text: &'a str, marks: &[Range<usize>]) -> Vec<&'a str> {
        marks.iter().filter_map(|mark| text.get(mark.clone())).collect()
    }

    #[test]
    fn words_are_lit_where_they_stand_whatever_their_case() {
        let text = "Bygglov och OMBYGGNAD";
        assert_eq!(lit(text, &needles("bygg steg:2").marks(text)), ["Bygg", "BYGG"]);
    }

    #[test]
    fn a_long_text_is_cut_around_its_first_hit_at_a_word() {
        let text = format!("{}kön är lång\noch {}", "ord ".repeat(100), "mer ".repeat(100));
        let excerpt = needles("kön").excerpt(&text).unwrap();
        assert!(excerpt.text.starts_with("…ord"), "{}", excerpt.text);
        assert!(excerpt.text.contains("kön är lång och"), "{}", excerpt.text);
        assert!(excerpt.text.ends_with('…'));
        assert_eq!(lit(&excerpt.text, &excerpt.marks), ["kön"]);
    }

    #[test]
    fn one_letter_more_narrows_and_one_less_does_not() {
        assert!(needles("kö by").narrow(&needles("kö b")));
        assert!(needles("kö").narrow(&needles("")));
        assert!(!needles("k").narrow(&needles("kö")));
        assert!(needles("-k").narrow(&needles("-kö")));
        assert!(!needles("-kö").narrow(&needles("-k")));
        assert!(needles("12b").narrow(&needles("12")));
        assert!(!needles("123").narrow(&needles("12")));
    }

    proptest! {
        #[test]
        fn what_is_lit_is_what_was_looked_for(
            before in "[a-zåäöA-ZÅÄÖ \u{300}\u{308}\u{30a}é]{0,40}",
            word in "[a-zåäöÅÄÖ]{1,6}",
            after in "[a-zåäö \n]{0,300}",
        ) {
            let text = format!("{before} {} {after}", word.to_uppercase());
            let needles = needles(&word);
            let marks = needles.marks(&text);
            prop_assert!(!marks.is_empty());
            for mark in &marks {
                prop_assert!(fold(text.get(mark.clone()).unwrap()).contains(&fold(&word)));
            }
            let excerpt = needles.excerpt(&text).unwrap();
            prop_assert!(!excerpt.marks.is_empty());
            for mark in &excerpt.marks {
                prop_assert!(excerpt.text.get(mark.clone()).is_some());
            }
        }
    }
}
