//! How a vote is held: dots, fist of five, agree or not are settings of one thing.

use crate::domain::kinds::VoteForm;
use crate::domain::records::Vote;
use crate::domain::say::Say;

/// More options than this are better grouped before they are voted on.
pub const MOST_OPTIONS: usize = 12;

/// Nobody can give an option more points than this, or have more to give.
const MOST_POINTS: i64 = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub form: VoteForm,
    /// The fewest points that a person can give an option; below nothing, options are voted against.
    pub low: i64,
    pub high: i64,
    /// How many points a person has; none where each option is judged for itself.
    pub budget: Option<i64>,
    /// Nobody sees how it stands until it is revealed.
    pub blind: bool,
    pub named: bool,
}

/// The settings that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    Dots,
    PlusMinus,
    FistOfFive,
    /// Agree, pass or disagree.
    Agree,
    /// One to five, for estimates.
    Estimate,
}

impl Preset {
    pub const ALL: [Preset; 5] =
        [Preset::Dots, Preset::PlusMinus, Preset::FistOfFive, Preset::Agree, Preset::Estimate];

    pub fn settings(self, options: usize) -> Settings {
        let points = |low| Settings {
            form: VoteForm::Points,
            low,
            high: 1,
            budget: Some(dots(options)),
            blind: true,
            named: false,
        };
        let scale = |low, high| Settings {
            form: VoteForm::Scale,
            low,
            high,
            budget: None,
            blind: true,
            named: false,
        };
        match self {
            Preset::Dots => points(0),
            Preset::PlusMinus => points(-1),
            Preset::FistOfFive => scale(0, 5),
            Preset::Agree => scale(-1, 1),
            Preset::Estimate => scale(1, 5),
        }
    }
}

/// A dot for every fourth option, at least three and at most seven.
fn dots(options: usize) -> i64 {
    i64::try_from((options + 2) / 4).unwrap_or(i64::MAX).clamp(3, 7)
}

/// Whether there are so many options that they had better be grouped first.
pub fn wants_clusters(options: usize) -> bool {
    options > MOST_OPTIONS
}

impl Settings {
    pub fn of(vote: &Vote) -> Settings {
        Settings {
            form: vote.form,
            low: vote.low,
            high: vote.high,
            budget: vote.budget,
            blind: vote.blind,
            named: vote.named,
        }
    }

    /// Whether anybody could vote by them.
    pub fn check(&self) -> Result<(), Say> {
        let refused = |id: &'static str| Err(Say::new(id).with("most", MOST_POINTS));
        if self.low < -MOST_POINTS || self.high > MOST_POINTS {
            return refused("refused-vote-points");
        }
        match self.form {
            VoteForm::Points if self.low > 0 || self.high < 1 => refused("refused-vote-points"),
            VoteForm::Scale if self.low >= self.high => refused("refused-vote-levels"),
            VoteForm::Points if !self.budget.is_some_and(|n| (1..=MOST_POINTS).contains(&n)) => {
                refused("refused-vote-budget")
            }
            VoteForm::Scale if self.budget.is_some() => refused("refused-vote-budget"),
            VoteForm::Points | VoteForm::Scale => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dots_are_a_quarter_of_the_options_but_three_to_seven() {
        let dots = |options| Preset::Dots.settings(options).budget;
        let given = [1, 9, 12, 14, 20, 26, 40].map(|options| dots(options).unwrap());
        assert_eq!(given, [3, 3, 3, 4, 5, 7, 7]);
    }

    #[test]
    fn every_preset_can_be_voted_by() {
        for preset in Preset::ALL {
            assert_eq!(preset.settings(8).check(), Ok(()), "{preset:?}");
        }
    }

    #[test]
    fn more_than_twelve_options_had_better_be_grouped() {
        assert!(!wants_clusters(12));
        assert!(wants_clusters(13));
    }

    #[test]
    fn a_scale_has_two_levels_at_least_and_dots_are_not_endless() {
        let estimate = Preset::Estimate.settings(3);
        let refused = |settings: Settings| settings.check().unwrap_err().id;
        assert_eq!(refused(Settings { high: 1, ..estimate }), "refused-vote-levels");
        let dots = Preset::Dots.settings(3);
        assert_eq!(refused(Settings { budget: None, ..dots }), "refused-vote-budget");
        assert_eq!(refused(Settings { budget: Some(101), ..dots }), "refused-vote-budget");
        assert_eq!(refused(Settings { high: 0, ..dots }), "refused-vote-points");
    }
}
