//! What is looked for of a person, and where in a text it stands: the name in any order, with or
//! without the Swedish genitive, its parts, the addresses and numbers. Whatever the case.

use std::ops::Range;

use crate::domain::fold::{Folded, fold};

/// A part of a name with at least so many letters is found inside longer words too.
const LONG: usize = 5;
/// A contact of fewer letters may be a word, or another number.
const SURE: usize = 6;
/// A number of fewer digits may be the end of another that is written in groups.
const SURE_DIGITS: usize = 8;
/// Fewer digits than this are no telephone number.
const DIGITS: usize = 6;
/// So much may stand between two words of a name.
const BETWEEN: usize = 4;

/// Words in names that mean nothing by themselves.
const PARTICLES: &[&str] = &[
    "af", "av", "von", "van", "der", "den", "det", "de", "du", "la", "le", "el", "al", "i", "och",
    "the", "of", "and",
];

/// Where something of the person stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// In bytes of the text as it is.
    pub range: Range<usize>,
    /// As it is written there, folded.
    pub form: String,
    /// Only a part of the name, which may be somebody or something else.
    pub is_part: bool,
}

/// The names and contacts that somebody has or ever had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Whole names, as words in their order.
    names: Vec<Vec<String>>,
    parts: Vec<String>,
    /// Addresses, and contacts of other kinds.
    exact: Vec<String>,
    /// Digits without the prefix of the country and the first nought.
    numbers: Vec<String>,
}

impl Wanted {
    pub fn of<'a>(
        names: impl IntoIterator<Item = &'a str>,
        contacts: impl IntoIterator<Item = &'a str>,
    ) -> Wanted {
        let mut wanted = Wanted::default();
        for name in names {
            wanted.add_name(name);
        }
        for contact in contacts {
            wanted.add_contact(contact);
        }
        wanted
    }

    /// With what another one wants too.
    pub fn join(&mut self, other: Wanted) {
        fn add<T: PartialEq>(to: &mut Vec<T>, from: Vec<T>) {
            for one in from {
                if !to.contains(&one) {
                    to.push(one);
                }
            }
        }
        add(&mut self.names, other.names);
        add(&mut self.parts, other.parts);
        add(&mut self.exact, other.exact);
        add(&mut self.numbers, other.numbers);
    }

    fn add_name(&mut self, name: &str) {
        let folded = fold(name);
        let plain: String = folded.chars().map(without_mark).collect();
        for written in [folded, plain] {
            let own: Vec<String> = words(&written)
                .into_iter()
                .filter_map(|it| written.get(it))
                .map(str::to_owned)
                .collect();
            if own.is_empty() {
                continue;
            }
            if own.len() > 1 {
                for part in &own {
                    let counts = part.chars().count() > 1 && !PARTICLES.contains(&part.as_str());
                    if counts && !self.parts.contains(part) {
                        self.parts.push(part.clone());
                    }
                }
                let last_first: Vec<String> = own
                    .last()
                    .into_iter()
                    .chain(own.split_last().map_or(&[][..], |it| it.1))
                    .cloned()
                    .collect();
                self.add_words(last_first);
            }
            self.add_words(own);
        }
    }

    fn add_words(&mut self, words: Vec<String>) {
        if !self.names.contains(&words) {
            self.names.push(words);
        }
    }

    fn add_contact(&mut self, contact: &str) {
        let folded = fold(contact);
        let mut rest = String::new();
        let mut found = false;
        for word in folded.split([' ', ',', ';', '<', '>']).filter(|word| !word.is_empty()) {
            if word.contains('@') {
                found = true;
                self.add_exact(word.trim_matches(|c: char| !c.is_alphanumeric()));
            } else {
                rest.push_str(word);
                rest.push(' ');
            }
        }
        for run in rest.split(|c: char| c.is_alphabetic()) {
            let digits: String = run.chars().filter(char::is_ascii_digit).collect();
            let digits = national(&digits);
            if digits.len() >= DIGITS {
                found = true;
                if !self.numbers.iter().any(|known| known == digits) {
                    self.numbers.push(digits.to_owned());
                }
            }
        }
        if !found {
            self.add_exact(folded.trim());
        }
    }

    fn add_exact(&mut self, text: &str) {
        if text.chars().count() > 2 && !self.exact.iter().any(|known| known == text) {
            self.exact.push(text.to_owned());
        }
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.exact.is_empty() && self.numbers.is_empty()
    }

    /// All that stands in a text, in its order, none over another. What is surest goes first.
    pub fn traces(&self, text: &str) -> Vec<Trace> {
        if text.is_empty() {
            return Vec::new();
        }
        let folded = Folded::of(text);
        let mut found: Vec<(Range<usize>, bool)> = Vec::new();
        self.find_exact(&folded.text, &mut found);
        self.find_numbers(&folded.text, &mut found);
        self.find_names(&folded.text, &mut found);
        found.sort_by_key(|(range, _)| range.start);
        found
            .into_iter()
            .filter_map(|(range, is_part)| {
                let form = folded.text.get(range.clone())?.to_owned();
                Some(Trace { range: folded.origin(&range), form, is_part })
            })
            .collect()
    }

    /// What is part of a longer word goes as that whole word, if at all: no word is cut.
    fn find_exact(&self, text: &str, found: &mut Vec<(Range<usize>, bool)>) {
        for exact in &self.exact {
            let letters = exact.chars().count();
            for (at, hit) in text.match_indices(exact.as_str()) {
                let range = at..at + hit.len();
                let whole = whole(text, &range);
                if whole == range {
                    add(found, range, letters < SURE);
                } else if letters >= LONG {
                    add(found, whole, true);
                }
            }
        }
    }

    fn find_numbers(&self, text: &str, found: &mut Vec<(Range<usize>, bool)>) {
        for wanted in &self.numbers {
            let mut digits = String::new();
            let mut places = Vec::new();
            let is_part = |c: char| "+-–‑()/. \u{A0}".contains(c);
            for (at, c) in text.char_indices().chain([(text.len(), 'x')]) {
                if c.is_ascii_digit() {
                    digits.push(c);
                    places.push(at);
                } else if !is_part(c) {
                    for (nth, _) in digits.match_indices(wanted.as_str()) {
                        let before = nth.saturating_sub(prefix(&digits, nth));
                        let last = nth + wanted.len() - 1;
                        if let (Some(from), Some(to)) = (places.get(before), places.get(last)) {
                            let plus = text.get(..*from).is_some_and(|it| it.ends_with('+'));
                            let range = from - usize::from(plus)..to + 1;
                            let whole = whole(text, &range);
                            // Another group of digits, one sign away.
                            let near = |one: Option<&usize>, other: Option<&usize>| {
                                let between = one.zip(other).map(|(one, other)| one + 1..*other);
                                let between = between.and_then(|it| text.get(it));
                                between.is_some_and(|it| it.chars().nth(1).is_none())
                            };
                            let goes_on = near(places.get(last), places.get(last + 1))
                                || before > 0 && near(places.get(before - 1), places.get(before));
                            let is_short = wanted.len() < SURE_DIGITS && before == nth;
                            let is_unsure = whole != range || (is_short && goes_on);
                            add(found, whole, is_unsure);
                        }
                    }
                    digits.clear();
                    places.clear();
                }
            }
        }
    }

    fn find_names(&self, text: &str, found: &mut Vec<(Range<usize>, bool)>) {
        let words = words(text);
        let of = |at: usize| words.get(at).and_then(|range| text.get(range.clone()));
        let mut names: Vec<&Vec<String>> = self.names.iter().collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        for at in 0..words.len() {
            for name in &names {
                let last = at + name.len() - 1;
                let fits = name.iter().enumerate().all(|(nth, part)| {
                    of(at + nth).is_some_and(|word| {
                        word == part || (at + nth == last && is_genitive(word, part))
                    })
                });
                let near = |nth: usize| match (words.get(nth), words.get(nth + 1)) {
                    (Some(one), Some(other)) => other.start - one.end <= BETWEEN,
                    _ => true,
                };
                if fits
                    && (at..last).all(near)
                    && let (Some(from), Some(to)) = (words.get(at), words.get(last))
                {
                    add(found, from.start..to.end, false);
                }
            }
        }
        for range in &words {
            let Some(word) = text.get(range.clone()) else { continue };
            let is_part = self.parts.iter().any(|part| {
                let inside = part.chars().count() >= LONG && word.contains(part.as_str());
                word == part || is_genitive(word, part) || inside
            });
            if is_part {
                add(found, range.clone(), true);
            }
        }
    }

    /// What a search of raw bytes looks for: whole names and contacts, folded.
    pub fn needles(&self) -> Vec<String> {
        let names = self.names.iter().flat_map(|name| {
            let between: &[&str] = if name.len() > 1 { &[" ", "."] } else { &[""] };
            between.iter().map(|between| name.join(between)).collect::<Vec<_>>()
        });
        let mut needles: Vec<String> = names.chain(self.exact.iter().cloned()).collect();
        needles.extend(self.numbers.iter().cloned());
        needles.retain(|needle| needle.chars().count() > 2);
        needles
    }
}

/// Adds a find, unless something surer stands there already.
fn add(found: &mut Vec<(Range<usize>, bool)>, range: Range<usize>, is_part: bool) {
    let apart = |known: &Range<usize>| range.end <= known.start || known.end <= range.start;
    if found.iter().all(|(known, _)| apart(known)) {
        found.push((range, is_part));
    }
}

/// The same stretch with the rest of the words that it begins and ends in.
fn whole(text: &str, range: &Range<usize>) -> Range<usize> {
    let edge = |at: Option<char>| at.is_some_and(char::is_alphanumeric);
    let inside = text.get(range.clone()).unwrap_or_default();
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let stem = before.trim_end_matches(char::is_alphanumeric);
    let rest = after.trim_start_matches(char::is_alphanumeric);
    let start = if edge(inside.chars().next()) { stem.len() } else { range.start };
    let end = if edge(inside.chars().next_back()) { text.len() - rest.len() } else { range.end };
    start..end
}

/// The runs of letters and digits.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                words.push(start..at);
                from = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    words
}

fn is_genitive(word: &str, name: &str) -> bool {
    word.strip_prefix(name).is_some_and(|rest| rest == "s" || rest == "es")
}

/// As it is written where there are no letters with marks.
fn without_mark(c: char) -> char {
    match c {
        'å' | 'ä' | 'á' | 'à' | 'â' => 'a',
        'ö' | 'ø' | 'ó' | 'ô' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ú' => 'u',
        'í' => 'i',
        other => other,
    }
}

fn national(digits: &str) -> &str {
    let bare = digits.strip_prefix("0046").or_else(|| {
        // Ten digits of one's own begin with a nought.
        digits.strip_prefix("46").filter(|rest| rest.len() > DIGITS)
    });
    bare.unwrap_or(digits).trim_start_matches('0')
}

/// How many digits before the national number belong to it.
fn prefix(digits: &str, at: usize) -> usize {
    let before = digits.get(..at).unwrap_or_default();
    let own = ["00460", "0046", "460", "46", "0"];
    own.iter().find(|it| before.ends_with(**it)).map_or(0, |it| it.len())
}

#[cfg(test)]
mod tests;
