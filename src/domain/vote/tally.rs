//! How many gave each option how many points. Ballots go in and can be taken back; they are not
//! kept.

use std::collections::BTreeMap;

use crate::domain::records::{VoteCount, VoteOptionId};

use super::Ballot;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many have voted, blank ballots too.
    pub voted: i64,
    counts: BTreeMap<VoteOptionId, BTreeMap<i64, i64>>,
}

/// What was in the ballot box when it was emptied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub voted: i64,
    /// Option, points, voter (empty where anonymous), how many.
    pub counts: Vec<(VoteOptionId, i64, String, i64)>,
}

impl Tally {
    pub fn of<'a>(voted: i64, counts: impl IntoIterator<Item = &'a VoteCount>) -> Tally {
        let mut tally = Tally { voted, counts: BTreeMap::new() };
        for count in counts {
            tally.shift(count.option, count.points, count.n);
        }
        tally
    }

    pub fn add(&mut self, ballot: &Ballot) {
        self.voted += 1;
        ballot.marks().for_each(|(option, points)| self.shift(option, points, 1));
    }

    /// Takes a ballot back that was added before.
    pub fn take_back(&mut self, ballot: &Ballot) {
        self.voted -= 1;
        ballot.marks().for_each(|(option, points)| self.shift(option, points, -1));
    }

    /// Points and how many gave them, the fewest points first.
    pub fn histogram(&self, option: VoteOptionId) -> Vec<(i64, i64)> {
        let counts = self.counts.get(&option).into_iter().flatten();
        counts.map(|(points, n)| (*points, *n)).collect()
    }

    /// So many gave an option so many points, or took them back.
    pub fn shift(&mut self, option: VoteOptionId, points: i64, n: i64) {
        let counts = self.counts.entry(option).or_default();
        let there = counts.entry(points).or_default();
        *there += n;
        if *there == 0 {
            counts.remove(&points);
        }
        if counts.is_empty() {
            self.counts.remove(&option);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, Preset};
    use super::*;

    #[test]
    fn a_ballot_taken_back_leaves_nothing_behind() {
        let choices: Vec<Choice> =
            (1..=5).map(|n| Choice { option: VoteOptionId(n), number: n }).collect();
        let settings = Preset::Dots.settings(5);
        let ballot = |text: &str| Ballot::read(text, &choices, &settings).unwrap();
        let mut tally = Tally::default();
        tally.add(&ballot("1 2"));
        let before = tally.clone();
        tally.add(&ballot("2 3 4"));
        assert_eq!(tally.histogram(VoteOptionId(2)), [(1, 2)]);
        tally.take_back(&ballot("2 3 4"));
        assert_eq!(tally, before);
        tally.add(&ballot(""));
        assert_eq!((tally.voted, tally.histogram(VoteOptionId(5))), (2, Vec::new()));
    }
}
