//! A board as tests write it: a line a stage, ideas between bars, the one in focus in brackets.
//! `[]` is an empty stage in focus; a stage without ideas is left out.

use std::fmt;

/// The stages by their keys, and by the names they have on the screen.
const STAGES: [(&str, &str); 6] = [
    ("inkommen", "inkommen"),
    ("behov", "behov"),
    ("losning", "lösning"),
    ("test", "test"),
    ("inforande", "införande"),
    ("i_bruk", "i bruk"),
];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Board {
    pub(crate) columns: [Vec<String>; 6],
    /// The stage in focus, and the place in it.
    pub(crate) selected: Option<(usize, usize)>,
}

impl Board {
    pub(crate) fn read(written: &str) -> Board {
        let mut board = Board::default();
        for line in written.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (stage, ideas) = line.split_once(':').expect("a stage and a colon");
            let stage = stage.trim();
            let at = STAGES
                .iter()
                .position(|(key, name)| stage == *key || stage == *name)
                .unwrap_or_else(|| panic!("{stage:?} is not a stage"));
            for idea in ideas.split('|').map(str::trim).filter(|idea| !idea.is_empty()) {
                let bare = idea.strip_prefix('[').and_then(|idea| idea.strip_suffix(']'));
                if bare.is_some() {
                    board.selected = Some((at, board.columns[at].len()));
                }
                let title = bare.unwrap_or(idea).trim();
                if !title.is_empty() {
                    board.columns[at].push(title.to_owned());
                }
            }
        }
        board
    }

    /// The same board, whatever is in focus.
    pub(crate) fn unfocused(&self) -> Board {
        Board { columns: self.columns.clone(), selected: None }
    }
}

impl fmt::Display for Board {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, ((_, name), ideas)) in STAGES.iter().zip(&self.columns).enumerate() {
            let selected = self.selected.filter(|(stage, _)| *stage == at).map(|(_, place)| place);
            let ideas: Vec<String> = ideas
                .iter()
                .enumerate()
                .map(
                    |(place, idea)| {
                        if selected == Some(place) { format!("[{idea}]") } else { idea.clone() }
                    },
                )
                .collect();
            match (ideas.is_empty(), selected) {
                (true, None) => {}
                (true, Some(_)) => writeln!(f, "{name}: []")?,
                (false, _) => writeln!(f, "{name}: {}", ideas.join(" | "))?,
            }
        }
        Ok(())
    }
}
