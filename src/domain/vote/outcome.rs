//! What came of a vote: the options in their order, ties as ties, how many voted for each, and how
//! divided the room is. Whole numbers only. A vote is no decision.

use std::cmp::Reverse;

use crate::domain::kinds::VoteForm;
use crate::domain::records::{VoteOption, VoteOptionId};

use super::{Estimate, Settings, Tally};

/// An option's place in the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub option: VoteOptionId,
    pub number: i64,
    /// From 1; options that tie share theirs.
    pub place: usize,
    pub is_tied: bool,
    /// All points, those against taken off.
    pub sum: i64,
    /// How many gave it anything; on a scale, how many judged it.
    pub voters: i64,
    pub plus: i64,
    pub minus: i64,
    /// Points and how many gave them, the fewest points first.
    pub histogram: Vec<(i64, i64)>,
    /// 0 where all are of one mind, 1000 where half stand against half.
    pub divided: i64,
}

/// How an option stands against the round before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    pub option: VoteOptionId,
    /// Places up; below nothing, down.
    pub places: i64,
    /// Points more, or fewer.
    pub points: i64,
}

/// The options in the order of the result; those that tie in the order of their numbers.
pub fn standings(options: &[VoteOption], tally: &Tally, settings: &Settings) -> Vec<Standing> {
    let mut keyed: Vec<(i64, Standing)> = options
        .iter()
        .map(|option| {
            let histogram = tally.histogram(option.id);
            (weight(&histogram, settings), standing(option, histogram, tally.voted, settings))
        })
        .collect();
    keyed.sort_by_key(|(weight, standing)| (Reverse(*weight), standing.number));
    let weights: Vec<i64> = keyed.iter().map(|(weight, _)| *weight).collect();
    let mut standings: Vec<Standing> = keyed.into_iter().map(|(_, standing)| standing).collect();
    for (standing, weight) in standings.iter_mut().zip(&weights) {
        standing.place = 1 + weights.iter().filter(|other| *other > weight).count();
        standing.is_tied = weights.iter().filter(|other| *other == weight).count() > 1;
    }
    standings
}

/// Those first on which the room is most divided.
pub fn most_divided_first(mut standings: Vec<Standing>) -> Vec<Standing> {
    standings.sort_by_key(|standing| (Reverse(standing.divided), standing.place, standing.number));
    standings
}

/// How each option stands against the round before; those that were not in it are left out.
pub fn shifts(
    now: (&[VoteOption], &[Standing]),
    before: (&[VoteOption], &[Standing]),
) -> Vec<Shift> {
    let (options, standings) = now;
    let (earlier_options, earlier) = before;
    let mut shifts = Vec::new();
    for standing in standings {
        let Some(option) = options.iter().find(|option| option.id == standing.option) else {
            continue;
        };
        let Some(same) = earlier_options.iter().find(|other| is_same(option, other)) else {
            continue;
        };
        let Some(was) = earlier.iter().find(|was| was.option == same.id) else { continue };
        shifts.push(Shift {
            option: option.id,
            places: signed(was.place) - signed(standing.place),
            points: standing.sum - was.sum,
        });
    }
    shifts
}

fn signed(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

fn is_same(one: &VoteOption, other: &VoteOption) -> bool {
    (one.idea, one.cluster, &one.text) == (other.idea, other.cluster, &other.text)
}

/// What the order goes by: points; on a scale of levels, twice the median.
fn weight(histogram: &[(i64, i64)], settings: &Settings) -> i64 {
    match settings.form {
        VoteForm::Scale if settings.low >= 0 => {
            Estimate::of(histogram).map_or(-1, |estimate| estimate.median.doubled())
        }
        VoteForm::Scale | VoteForm::Points => sum(histogram),
    }
}

fn sum(histogram: &[(i64, i64)]) -> i64 {
    histogram.iter().map(|(points, n)| points * n).sum()
}

fn standing(
    option: &VoteOption,
    histogram: Vec<(i64, i64)>,
    voted: i64,
    settings: &Settings,
) -> Standing {
    let count = |of: fn(i64) -> bool| {
        histogram.iter().filter(|(points, _)| of(*points)).map(|(_, n)| n).sum::<i64>()
    };
    let (plus, minus) = (count(|points| points > 0), count(|points| points < 0));
    let voters = histogram.iter().map(|(_, n)| n).sum();
    let part = |few: i64| if voted > 0 { few * 2000 / voted } else { 0 };
    let divided = match settings.form {
        VoteForm::Points if settings.low < 0 => part(plus.min(minus)),
        VoteForm::Points => part(plus.min(voted - plus).max(0)),
        VoteForm::Scale => {
            Estimate::of(&histogram).map_or(0, |it| it.divided(settings.high - settings.low))
        }
    };
    Standing {
        option: option.id,
        number: option.number,
        place: 0,
        is_tied: false,
        sum: sum(&histogram),
        voters,
        plus,
        minus,
        histogram,
        divided,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Ballot, Choice, Preset};
    use super::*;
    use crate::domain::records::{IdeaId, VoteId};
    use crate::domain::value::Uid;

    fn options(vote: i64, numbers: &[i64]) -> Vec<VoteOption> {
        let option = |number: &i64| VoteOption {
            id: VoteOptionId(vote * 100 + number),
            uid: Uid::default(),
            vote: VoteId(vote),
            rank: *number,
            number: *number,
            idea: Some(IdeaId(*number)),
            cluster: None,
            text: String::new(),
            revealed: None,
            voters: None,
        };
        numbers.iter().map(option).collect()
    }

    fn told(options: &[VoteOption], settings: Settings, ballots: &[&str]) -> Vec<Standing> {
        let choices: Vec<Choice> = options.iter().map(Choice::from).collect();
        let mut tally = Tally::default();
        for text in ballots {
            tally.add(&Ballot::read(text, &choices, &settings).unwrap());
        }
        standings(options, &tally, &settings)
    }

    fn places(standings: &[Standing]) -> Vec<(usize, i64, i64, bool)> {
        standings.iter().map(|it| (it.place, it.number, it.sum, it.is_tied)).collect()
    }

    #[test]
    fn options_with_as_many_dots_tie_and_share_their_place() {
        let options = options(1, &[3, 7, 12, 15]);
        let dots = Preset::Dots.settings(4);
        let result = told(&options, dots, &["12 3", "12 3", "12 7", "7", ""]);
        assert_eq!(
            places(&result),
            [(1, 12, 3, false), (2, 3, 2, true), (2, 7, 2, true), (4, 15, 0, false)]
        );
        assert_eq!(result.iter().map(|it| it.voters).collect::<Vec<_>>(), [3, 2, 2, 0]);
    }

    #[test]
    fn dots_and_voters_are_told_apart() {
        let options = options(1, &[1, 2]);
        let settings = Settings { high: 3, ..Preset::Dots.settings(2) };
        let result = told(&options, settings, &["1 1 1", "2 2", "2"]);
        assert_eq!((result[0].sum, result[0].voters), (3, 1));
        assert_eq!((result[1].sum, result[1].voters), (3, 2));
        assert!(result[0].is_tied);
    }

    #[test]
    fn dots_against_are_taken_off() {
        let options = options(1, &[1, 2]);
        let result = told(&options, Preset::PlusMinus.settings(2), &["1 -2", "1 -2", "-1 2"]);
        assert_eq!(places(&result), [(1, 1, 1, false), (2, 2, -1, false)]);
        assert_eq!((result[0].plus, result[0].minus), (2, 1));
    }

    #[test]
    fn what_divides_the_room_most_comes_first_when_asked_for() {
        let options = options(1, &[1, 2, 3]);
        let ballots = ["1 2", "1 2", "1", "1 3"];
        let result = most_divided_first(told(&options, Preset::Dots.settings(3), &ballots));
        let order: Vec<(i64, i64)> = result.iter().map(|it| (it.number, it.divided)).collect();
        assert_eq!(order, [(2, 1000), (3, 500), (1, 0)]);
    }

    #[test]
    fn on_a_scale_half_against_half_is_as_divided_as_can_be() {
        let options = options(1, &[1, 2]);
        let fist = Preset::FistOfFive.settings(2);
        let result = told(&options, fist, &["0 4", "5 4", "0 4", "5 4"]);
        let divided: Vec<(i64, i64)> = result.iter().map(|it| (it.number, it.divided)).collect();
        assert_eq!(divided, [(2, 0), (1, 1000)]);
    }

    #[test]
    fn a_second_round_tells_how_the_options_moved() {
        let (first, second) = (options(1, &[1, 2, 3]), options(2, &[2, 1, 4]));
        let dots = Preset::Dots.settings(3);
        let before = told(&first, dots, &["1", "1", "2", "3"]);
        let now = told(&second, dots, &["2", "2", "2", "1"]);
        let shifts = shifts((&second, &now), (&first, &before));
        let shifts: Vec<_> = shifts.iter().map(|it| (it.option.0, it.places, it.points)).collect();
        assert_eq!(shifts, [(202, 1, 2), (201, -1, -1)]);
    }
}
