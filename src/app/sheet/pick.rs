//! Picking a name from a list by typing a part of it; what is on no list is learnt.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};

use crate::editor::{Editor, Lines};

/// How many names are shown.
pub(super) const SHOWN: usize = 5;

#[derive(Debug)]
pub struct Pick {
    pub line: Editor,
    /// Several names with commas between.
    pub many: bool,
    names: Vec<String>,
    /// The names that fit what is typed, the best first.
    pub matches: Vec<String>,
    /// The name that Enter takes; none while one's own word stands.
    pub at: Option<usize>,
}

impl Pick {
    pub(super) fn new(text: &str, many: bool, names: Vec<String>) -> Pick {
        let line = Editor::new(Lines::One, text);
        let mut pick = Pick { line, many, names, matches: Vec::new(), at: None };
        pick.narrow();
        pick
    }

    /// Whether it is on the list, whatever its capitals.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.names.iter().any(|known| known.to_lowercase() == name.to_lowercase())
    }

    /// The word being typed: with several, the one after the last comma.
    fn word(&self) -> String {
        let text = self.line.text();
        match text.rsplit_once(',') {
            Some((_, last)) if self.many => last.trim().to_owned(),
            _ => text.trim().to_owned(),
        }
    }

    pub(super) fn narrow(&mut self) {
        self.at = None;
        let word = self.word();
        let pattern = Pattern::parse(&word, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let found = pattern.match_list(self.names.iter(), &mut matcher);
        self.matches = found
            .into_iter()
            .map(|(name, _)| name.clone())
            .filter(|name| *name != word)
            .take(SHOWN)
            .collect();
    }

    pub(super) fn step(&mut self, by: isize) -> bool {
        let last = self.matches.len();
        let next = match (self.at, by > 0) {
            (None, true) if last > 0 => Some(0),
            (Some(at), true) if at + 1 < last => Some(at + 1),
            (Some(0), false) => None,
            (Some(at), false) => Some(at - 1),
            _ => return false,
        };
        self.at = next;
        true
    }

    /// Takes the name under the cursor; answers whether there was one.
    pub(super) fn take(&mut self) -> bool {
        let Some(name) = self.at.and_then(|at| self.matches.get(at)).cloned() else {
            return false;
        };
        let text = self.line.text();
        let text = match text.rsplit_once(',') {
            Some((before, _)) if self.many => format!("{before}, {name}"),
            _ => name,
        };
        self.line.set_text(&text);
        self.narrow();
        true
    }
}
