//! The rows of the groups' screen, and how numbers that are said aloud are read.

use crate::domain::live::Card;
use crate::domain::{ClusterId, Idea, IdeaId, Room};

/// A heading, or an idea in a group or in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatherRow {
    /// None where it is a heading.
    pub idea: Option<IdeaId>,
    /// None where it is in no group.
    pub cluster: Option<ClusterId>,
    pub text: String,
    /// The ideas that were merged into it, the last one last.
    pub holds: Vec<IdeaId>,
}

/// What a room may see of its ideas. One that lives on in another has no row.
pub(super) fn rows(room: &Room) -> Vec<GatherRow> {
    let row = |idea: &Idea, cluster| {
        let card = Card::of(idea).filter(|_| idea.merged_into.is_none())?;
        let merged = room.ideas.iter().filter(|other| other.merged_into == Some(idea.id));
        Some(GatherRow {
            idea: Some(idea.id),
            cluster,
            text: card.title,
            holds: merged.map(|other| other.id).collect(),
        })
    };
    let mut rows: Vec<GatherRow> = room.loose().filter_map(|idea| row(idea, None)).collect();
    for group in &room.groups {
        let cluster = Some(group.cluster.id);
        let text = group.cluster.name.clone();
        rows.push(GatherRow { idea: None, cluster, text, holds: Vec::new() });
        rows.extend(group.ideas.iter().filter_map(|idea| row(idea, cluster)));
    }
    rows
}

/// `3 7 12` or `3, 7 and a heading`: the numbers first, then what is left.
pub(super) fn spoken(text: &str) -> (Vec<i64>, String) {
    let mut numbers = Vec::new();
    let mut words = text.split([' ', ',', '#', ';']).filter(|word| !word.is_empty()).peekable();
    while let Some(number) = words.peek().and_then(|word| word.parse::<i64>().ok()) {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
        words.next();
    }
    (numbers, words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_said() {
        let read = |text| spoken(text).0;
        assert_eq!(read("3 7 12"), [3, 7, 12]);
        assert_eq!(read(" 3,7, 12 "), [3, 7, 12]);
        assert_eq!(read("#3 #3 7"), [3, 7]);
        assert_eq!(read(""), Vec::<i64>::new());
    }

    #[test]
    fn what_follows_the_numbers_is_a_heading() {
        assert_eq!(spoken("3 7 Mat och dryck"), (vec![3, 7], "Mat och dryck".into()));
        assert_eq!(spoken("Mat 3"), (Vec::new(), "Mat 3".into()));
    }
}
