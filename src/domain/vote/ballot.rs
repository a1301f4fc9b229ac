//! One ballot, as it is typed from paper: `3 7 12`. Whatever is wrong with it has its own sentence,
//! and nothing of it is counted.

use std::collections::BTreeMap;

use crate::domain::kinds::VoteForm;
use crate::domain::records::{VoteOption, VoteOptionId};
use crate::domain::say::Say;

use super::Settings;

/// What one person voted. Empty where it was left blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballot {
    marks: BTreeMap<VoteOptionId, i64>,
}

/// An option with the number that stands on the ballots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub option: VoteOptionId,
    pub number: i64,
}

impl From<&VoteOption> for Choice {
    fn from(option: &VoteOption) -> Choice {
        Choice { option: option.id, number: option.number }
    }
}

impl Ballot {
    /// A ballot that was put together by hand: at the booth.
    pub fn of(
        marks: impl IntoIterator<Item = (VoteOptionId, i64)>,
        choices: &[Choice],
        settings: &Settings,
    ) -> Result<Ballot, Say> {
        let mut ballot = Ballot::default();
        for (option, points) in marks {
            let number = choices.iter().find(|choice| choice.option == option);
            let Some(number) = number.map(|choice| choice.number) else {
                return Err(Say::new("refused-ballot-frozen"));
            };
            let is_nothing = settings.form == VoteForm::Points && points == 0;
            if !is_nothing {
                ballot.level(option, number, points, settings)?;
            }
        }
        ballot.within_budget(settings)?;
        Ok(ballot)
    }

    /// Reads what was typed. Nothing, or a lone `0`, is a blank ballot.
    pub fn read(text: &str, choices: &[Choice], settings: &Settings) -> Result<Ballot, Say> {
        let words: Vec<&str> =
            text.split([' ', '\t', ',', ';', '\u{a0}']).filter(|word| !word.is_empty()).collect();
        let is_option = |number| choices.iter().any(|choice| choice.number == number);
        let ballot = match settings.form {
            VoteForm::Points if words == ["0"] && !is_option(0) => Ballot::default(),
            VoteForm::Points => read_points(&words, choices, settings)?,
            VoteForm::Scale => read_levels(&words, choices, settings)?,
        };
        ballot.within_budget(settings)?;
        Ok(ballot)
    }

    pub fn is_blank(&self) -> bool {
        self.marks.is_empty()
    }

    /// The options that were given something, with what they were given.
    pub fn marks(&self) -> impl Iterator<Item = (VoteOptionId, i64)> + '_ {
        self.marks.iter().map(|(option, points)| (*option, *points))
    }

    fn level(
        &mut self,
        option: VoteOptionId,
        number: i64,
        level: i64,
        settings: &Settings,
    ) -> Result<(), Say> {
        if !(settings.low..=settings.high).contains(&level) {
            return Err(not_a_level(&level.to_string(), settings));
        }
        match self.marks.insert(option, level) {
            None => Ok(()),
            Some(_) => Err(Say::new("refused-ballot-twice").with("number", number)),
        }
    }

    fn within_budget(&self, settings: &Settings) -> Result<(), Say> {
        let given: i64 = self.marks.values().map(|points| points.abs()).sum();
        match settings.budget {
            Some(budget) if given > budget => {
                Err(Say::new("refused-ballot-too-many").with("given", given).with("budget", budget))
            }
            Some(_) | None => Ok(()),
        }
    }
}

/// A number for each dot; one with a minus is a dot against.
fn read_points(words: &[&str], choices: &[Choice], settings: &Settings) -> Result<Ballot, Say> {
    let mut ballot = Ballot::default();
    for word in words {
        let (against, digits) = match word.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
            Some(digits) => (true, digits),
            None => (false, word.strip_prefix('+').unwrap_or(word)),
        };
        let choice = find(digits, word, choices)?;
        if against && settings.low >= 0 {
            return Err(Say::new("refused-ballot-minus"));
        }
        let number = choice.number;
        let points = ballot.marks.entry(choice.option).or_default();
        let one = if against { -1 } else { 1 };
        if *points * one < 0 {
            return Err(Say::new("refused-ballot-both").with("number", number));
        }
        *points += one;
        let most = if against { -settings.low } else { settings.high };
        if points.abs() > most {
            return Err(match most {
                1 => Say::new("refused-ballot-twice").with("number", number),
                _ => Say::new("refused-ballot-too-often").with("number", number).with("most", most),
            });
        }
    }
    Ok(ballot)
}

/// A level for each option in their order, or `12:4` for some of them. What is unknown is `?`.
fn read_levels(words: &[&str], choices: &[Choice], settings: &Settings) -> Result<Ballot, Say> {
    let mut ballot = Ballot::default();
    let is_pair = |word: &&str| word.contains([':', '=']);
    if words.iter().any(is_pair) {
        for word in words {
            let Some((number, level)) = word.split_once([':', '=']) else {
                return Err(Say::new("refused-ballot-mixed"));
            };
            let choice = find(number, number, choices)?;
            if let Some(level) = read_level(level, settings)? {
                ballot.level(choice.option, choice.number, level, settings)?;
            }
        }
        return Ok(ballot);
    }
    if !words.is_empty() && words.len() != choices.len() {
        return Err(Say::new("refused-ballot-count")
            .with("given", words.len())
            .with("options", choices.len()));
    }
    for (word, choice) in words.iter().zip(choices) {
        if let Some(level) = read_level(word, settings)? {
            ballot.level(choice.option, choice.number, level, settings)?;
        }
    }
    Ok(ballot)
}

/// None where somebody does not know. Signs alone stand for and against.
fn read_level(word: &str, settings: &Settings) -> Result<Option<i64>, Say> {
    let is_signed = settings.low < 0;
    match word {
        "?" => Ok(None),
        "-" | "\u{2212}" | "\u{2013}" if is_signed => Ok(Some(settings.low)),
        "-" | "\u{2212}" | "\u{2013}" => Ok(None),
        "+" if is_signed => Ok(Some(settings.high)),
        _ => match word.replace(['\u{2212}', '\u{2013}'], "-").parse() {
            Ok(level) => Ok(Some(level)),
            Err(_) => Err(not_a_level(word, settings)),
        },
    }
}

fn find(digits: &str, word: &str, choices: &[Choice]) -> Result<Choice, Say> {
    let digits = digits.strip_prefix('#').unwrap_or(digits);
    let is_number = !digits.is_empty() && digits.chars().all(|char| char.is_ascii_digit());
    let Ok(number) = digits.parse::<i64>() else {
        return Err(Say::new("refused-ballot-not-a-number").with("said", word));
    };
    if !is_number {
        return Err(Say::new("refused-ballot-not-a-number").with("said", word));
    }
    let known = choices.iter().find(|choice| choice.number == number);
    known.copied().ok_or_else(|| Say::new("refused-ballot-unknown").with("number", number))
}

fn not_a_level(said: &str, settings: &Settings) -> Say {
    Say::new("refused-ballot-level")
        .with("said", said)
        .with("low", settings.low)
        .with("high", settings.high)
}

#[cfg(test)]
mod tests {
    use super::super::Preset;
    use super::*;

    /// Options 3, 7, 12 and 15 have ids 1 to 4.
    fn choices() -> Vec<Choice> {
        let numbers = (1..).zip([3, 7, 12, 15]);
        numbers.map(|(id, number)| Choice { option: VoteOptionId(id), number }).collect()
    }

    fn read(text: &str, settings: Settings) -> Result<Vec<(i64, i64)>, String> {
        let ballot = Ballot::read(text, &choices(), &settings);
        ballot
            .map(|ballot| ballot.marks().map(|(option, points)| (option.0, points)).collect())
            .map_err(|say| say.id.into_owned())
    }

    fn dots() -> Settings {
        Preset::Dots.settings(4)
    }

    #[test]
    fn numbers_with_space_or_comma_between_are_dots() {
        let three = Ok(vec![(1, 1), (2, 1), (3, 1)]);
        assert_eq!(read("3 7 12", dots()), three);
        assert_eq!(read(" #3, 7;12 ", dots()), three);
        assert_eq!(read("12", dots()), Ok(vec![(3, 1)]));
    }

    #[test]
    fn a_blank_ballot_is_a_ballot() {
        assert_eq!(read("", dots()), Ok(Vec::new()));
        assert_eq!(read("0", dots()), Ok(Vec::new()));
        assert_eq!(read("", Preset::FistOfFive.settings(4)), Ok(Vec::new()));
    }

    #[test]
    fn every_mistake_has_its_own_sentence() {
        let no = |text: &str, settings| read(text, settings).unwrap_err();
        assert_eq!(no("3 tre", dots()), "refused-ballot-not-a-number");
        assert_eq!(no("3 99999999999999999999", dots()), "refused-ballot-not-a-number");
        assert_eq!(no("3 4", dots()), "refused-ballot-unknown");
        assert_eq!(no("3 3", dots()), "refused-ballot-twice");
        assert_eq!(no("3 7 12 15", dots()), "refused-ballot-too-many");
        assert_eq!(no("-3", dots()), "refused-ballot-minus");
        assert_eq!(no("3 -3", Preset::PlusMinus.settings(4)), "refused-ballot-both");
        assert_eq!(no("3 3 3", Settings { high: 2, ..dots() }), "refused-ballot-too-often");
    }

    #[test]
    fn where_more_than_one_dot_is_allowed_a_number_is_written_as_often() {
        assert_eq!(read("3 3 7", Settings { high: 2, ..dots() }), Ok(vec![(1, 2), (2, 1)]));
    }

    #[test]
    fn a_minus_is_a_dot_against_where_that_is_allowed() {
        let settings = Preset::PlusMinus.settings(4);
        assert_eq!(read("3 -7 \u{2212}12", settings), Ok(vec![(1, 1), (2, -1), (3, -1)]));
        assert_eq!(read("3 -7 -12 15", settings).unwrap_err(), "refused-ballot-too-many");
    }

    #[test]
    fn on_a_scale_each_option_has_a_level_in_their_order() {
        let fist = Preset::FistOfFive.settings(4);
        assert_eq!(read("5 0 ? 3", fist), Ok(vec![(1, 5), (2, 0), (4, 3)]));
        assert_eq!(read("12:4 3=0", fist), Ok(vec![(1, 0), (3, 4)]));
        assert_eq!(read("5 0", fist).unwrap_err(), "refused-ballot-count");
        assert_eq!(read("12:4 3", fist).unwrap_err(), "refused-ballot-mixed");
        assert_eq!(read("6 0 0 0", fist).unwrap_err(), "refused-ballot-level");
        assert_eq!(read("x 0 0 0", fist).unwrap_err(), "refused-ballot-level");
        assert_eq!(read("3:1 3:2", fist).unwrap_err(), "refused-ballot-twice");
    }

    #[test]
    fn agree_pass_and_disagree_can_be_written_as_signs() {
        let agree = Preset::Agree.settings(4);
        assert_eq!(read("+ 0 - ?", agree), Ok(vec![(1, 1), (2, 0), (3, -1)]));
        assert_eq!(read("1 0 -1 1", agree), Ok(vec![(1, 1), (2, 0), (3, -1), (4, 1)]));
    }

    #[test]
    fn a_ballot_from_the_booth_keeps_the_same_rules() {
        let of = |marks: &[(i64, i64)], settings| {
            let marks = marks.iter().map(|(option, points)| (VoteOptionId(*option), *points));
            Ballot::of(marks, &choices(), &settings).map_err(|say| say.id.into_owned())
        };
        let ballot = of(&[(1, 1), (2, 0)], dots()).unwrap();
        assert_eq!(ballot.marks().collect::<Vec<_>>(), [(VoteOptionId(1), 1)]);
        assert_eq!(of(&[(1, 2)], dots()).unwrap_err(), "refused-ballot-level");
        assert_eq!(of(&[(9, 1)], dots()).unwrap_err(), "refused-ballot-frozen");
        let all = [(1, 1), (2, 1), (3, 1), (4, 1)];
        assert_eq!(of(&all, dots()).unwrap_err(), "refused-ballot-too-many");
    }
}
