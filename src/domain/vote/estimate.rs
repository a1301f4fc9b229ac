//! What people wrote on a scale, seen together: the median in words, never with decimals, and
//! whether they are far apart.

use crate::domain::say::Say;

use super::Settings;

/// Quartiles further apart than this are told before anything is placed.
const WIDE: i64 = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    pub answers: i64,
    pub median: Median,
    pub lowest: i64,
    pub highest: i64,
    /// The middle half of the answers lies between these.
    pub quartiles: (i64, i64),
    /// At least a third at the lower end, and at least a third at the upper.
    pub is_split: bool,
    /// Twice the answers' distance from the median, added up.
    away: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Median {
    Level(i64),
    /// Half are at most the one, half at least the other.
    Between(i64, i64),
}

impl Median {
    pub fn doubled(self) -> i64 {
        match self {
            Median::Level(level) => level * 2,
            Median::Between(low, high) => low + high,
        }
    }

    /// `4`, or `between 3 and 4`.
    pub fn say(self) -> Say {
        match self {
            Median::Level(level) => Say::new("estimate-median").with("level", level),
            Median::Between(low, high) => {
                Say::new("estimate-median-between").with("low", low).with("high", high)
            }
        }
    }

    /// The level to place it at, where all agree to: the lower of two.
    pub fn level(self) -> i64 {
        match self {
            Median::Level(level) => level,
            Median::Between(low, high) => (low + high).div_euclid(2),
        }
    }
}

impl Estimate {
    /// `None` where nobody answered. The histogram has the lowest level first.
    pub fn of(histogram: &[(i64, i64)]) -> Option<Estimate> {
        let answers: i64 = histogram.iter().map(|(_, n)| n).sum();
        let nth = |nth: i64| {
            let mut seen = 0;
            let found = histogram.iter().find(|(_, n)| {
                seen += n;
                seen >= nth
            });
            found.map(|(level, _)| *level)
        };
        let (low, high) = (nth((answers + 1) / 2)?, nth(answers / 2 + 1)?);
        let median = if low == high { Median::Level(low) } else { Median::Between(low, high) };
        let (lowest, highest) = (nth(1)?, nth(answers)?);
        let within = |from: i64, to: i64| {
            let there = histogram.iter().filter(|(level, _)| (from..=to).contains(level));
            there.map(|(_, n)| n).sum::<i64>()
        };
        let is_split = within(i64::MIN, 2) * 3 >= answers && within(4, i64::MAX) * 3 >= answers;
        let distance = |(level, n): &(i64, i64)| (level * 2 - median.doubled()).abs() * n;
        Some(Estimate {
            answers,
            median,
            lowest,
            highest,
            quartiles: (nth((answers + 3) / 4)?, nth((answers * 3 + 3) / 4)?),
            is_split,
            away: histogram.iter().map(distance).sum(),
        })
    }

    /// Whether it had better be talked about before it is placed. Of a few answers, the outermost
    /// count; of many, the middle half.
    pub fn is_wide(&self) -> bool {
        let (low, high) =
            if self.answers < 5 { (self.lowest, self.highest) } else { self.quartiles };
        high - low >= WIDE || (self.is_split && self.answers >= 3)
    }

    /// 0 where all are of one mind, 1000 where half stand at either end of a scale so wide.
    pub fn divided(&self, width: i64) -> i64 {
        if width <= 0 || self.answers == 0 { 0 } else { self.away * 1000 / (self.answers * width) }
    }
}

/// Two estimates of one idea as they are typed: `4 2`, benefit before effort. One may be unknown.
pub fn read_pair(text: &str, settings: &Settings) -> Result<(Option<i64>, Option<i64>), Say> {
    let words: Vec<&str> =
        text.split([' ', '\t', ',', ';', '/']).filter(|word| !word.is_empty()).collect();
    let words: Vec<String> = match words.as_slice() {
        // Two digits without a space, as one types them fast.
        [both] if both.chars().count() == 2 => both.chars().map(String::from).collect(),
        words => words.iter().map(|word| (*word).to_owned()).collect(),
    };
    let [benefit, effort] = words.as_slice() else {
        return Err(Say::new("refused-estimate-pair"));
    };
    let level = |word: &str| match word.parse::<i64>() {
        _ if matches!(word, "-" | "?") => Ok(None),
        Ok(level) if (settings.low..=settings.high).contains(&level) => Ok(Some(level)),
        Ok(_) | Err(_) => Err(Say::new("refused-ballot-level")
            .with("said", word)
            .with("low", settings.low)
            .with("high", settings.high)),
    };
    Ok((level(benefit)?, level(effort)?))
}

#[cfg(test)]
mod tests {
    use super::super::Preset;
    use super::*;

    fn estimate(answers: &[i64]) -> Estimate {
        let mut histogram: Vec<(i64, i64)> = Vec::new();
        for level in 1..=5 {
            let n = answers.iter().filter(|answer| **answer == level).count();
            if n > 0 {
                histogram.push((level, i64::try_from(n).unwrap()));
            }
        }
        Estimate::of(&histogram).unwrap()
    }

    #[test]
    fn a_median_between_two_levels_is_told_as_such() {
        assert_eq!(estimate(&[1, 4, 4]).median, Median::Level(4));
        let between = estimate(&[2, 3, 4, 5]).median;
        assert_eq!(between, Median::Between(3, 4));
        assert_eq!(between.say().id, "estimate-median-between");
        assert_eq!(Estimate::of(&[]), None);
    }

    #[test]
    fn people_far_apart_are_told_of_before_anything_is_placed() {
        assert!(!estimate(&[2, 3, 3, 4, 4, 3]).is_wide());
        assert!(estimate(&[1, 1, 2, 4, 5, 5]).is_wide());
        assert!(estimate(&[2, 2, 3, 4, 4, 3]).is_wide(), "a third at either end");
        assert!(estimate(&[1, 4]).is_wide());
        assert!(!estimate(&[3, 4]).is_wide());
    }

    #[test]
    fn two_digits_are_benefit_and_effort() {
        let settings = Preset::Estimate.settings(1);
        let read = |text: &str| read_pair(text, &settings).map_err(|say| say.id.into_owned());
        assert_eq!(read("4 2"), Ok((Some(4), Some(2))));
        assert_eq!(read("42"), Ok((Some(4), Some(2))));
        assert_eq!(read("? 2"), Ok((None, Some(2))));
        assert_eq!(read("4").unwrap_err(), "refused-estimate-pair");
        assert_eq!(read("4 6").unwrap_err(), "refused-ballot-level");
    }
}
