//! The voting booth: one person at a time at the keyboard. Between two the screen is cleared, and
//! each sees the options in an order of their own, so that nobody sits before what another pointed at.

use std::collections::BTreeMap;

use crate::domain::VoteForm;
use crate::domain::vote::{Ballot, Choice, Settings};
use crate::domain::{Say, Stamp, VoteOptionId, VoteView};
use crate::editor::{Editor, Lines};
use crate::input::{Chord, Key};

#[derive(Debug)]
pub struct Booth {
    /// Somebody is voting; otherwise the screen is cleared.
    pub begun: bool,
    /// The options by their places, as they are shown.
    pub order: Vec<usize>,
    pub at: usize,
    marks: BTreeMap<VoteOptionId, i64>,
    /// Who votes, where the vote asks for names.
    pub name: Editor,
    pub settings: Settings,
    /// The last key of whoever votes.
    touched: Stamp,
    /// It was cleared because nobody touched a key for a while.
    pub was_left: bool,
}

/// After so long without a key, whoever voted has gone.
const ALONE: i64 = 60_000;

impl Booth {
    pub(super) fn of(view: &VoteView, now: Stamp) -> Booth {
        Booth {
            begun: false,
            order: Vec::new(),
            at: 0,
            marks: BTreeMap::new(),
            name: Editor::new(Lines::One, ""),
            settings: Settings::of(&view.vote),
            touched: now,
            was_left: false,
        }
    }

    pub(super) fn touch(&mut self, now: Stamp) {
        self.touched = now;
    }

    /// When it is cleared by itself; never, where nothing is on it.
    pub(super) fn clears_at(&self) -> Option<Stamp> {
        let has_any = self.begun || !self.name.is_empty();
        has_any.then_some(Stamp(self.touched.0 + ALONE))
    }

    /// Clears it where nobody is there any more.
    pub(super) fn settle(&mut self, now: Stamp) -> bool {
        let is_left = self.clears_at().is_some_and(|then| now >= then);
        if is_left {
            self.clear();
            self.was_left = true;
        }
        is_left
    }

    pub(super) fn begin(&mut self, options: usize, seed: u64) {
        let name = self.name.text();
        self.clear();
        self.name.set_text(&name);
        self.was_left = false;
        self.order = shuffled(options, seed);
        self.begun = true;
    }

    /// Nothing is left of who voted.
    pub(super) fn clear(&mut self) {
        self.begun = false;
        self.marks.clear();
        self.order.clear();
        self.name.set_text("");
        self.at = 0;
    }

    pub fn given(&self, option: VoteOptionId) -> Option<i64> {
        self.marks.get(&option).copied()
    }

    /// The points that are left to give, where they are counted.
    pub fn left(&self) -> Option<i64> {
        let given: i64 = self.marks.values().map(|points| points.abs()).sum();
        self.settings.budget.map(|budget| budget - given)
    }

    fn focused(&self, view: &VoteView) -> Option<VoteOptionId> {
        let at = self.order.get(self.at)?;
        view.options.get(*at).map(|it| it.option.id)
    }

    /// A point more or less for the option in focus.
    pub(super) fn add(&mut self, view: &VoteView, by: i64) -> Result<(), Say> {
        let Some(option) = self.focused(view) else { return Ok(()) };
        let points = match (self.given(option), self.settings.form) {
            (None, VoteForm::Scale) => self.settings.low.max(0),
            (given, _) => given.unwrap_or(0) + by,
        };
        self.set(view, points)
    }

    pub(super) fn set(&mut self, view: &VoteView, points: i64) -> Result<(), Say> {
        let Some(option) = self.focused(view) else { return Ok(()) };
        let Settings { form, low, high, budget, .. } = self.settings;
        if !(low..=high).contains(&points) {
            return Err(match form {
                VoteForm::Points if high == 1 => Say::new("refused-booth-once"),
                VoteForm::Points | VoteForm::Scale => Say::new("refused-ballot-level")
                    .with("said", points)
                    .with("low", low)
                    .with("high", high),
            });
        }
        let others = self.marks.iter().filter(|(other, _)| **other != option);
        let given = others.map(|(_, points)| points.abs()).sum::<i64>() + points.abs();
        if let Some(budget) = budget.filter(|budget| given > *budget) {
            return Err(Say::new("refused-booth-none-left").with("budget", budget));
        }
        if form == VoteForm::Points && points == 0 {
            self.marks.remove(&option);
        } else {
            self.marks.insert(option, points);
        }
        Ok(())
    }

    pub(super) fn typed(&mut self, view: &VoteView, chord: Chord) -> Result<(), Say> {
        match (chord.key, chord.typed()) {
            (Key::Backspace | Key::Delete, _) => {
                if let Some(option) = self.focused(view) {
                    self.marks.remove(&option);
                }
                Ok(())
            }
            (_, Some('+')) => self.add(view, 1),
            (_, Some('-')) => self.add(view, -1),
            (_, Some(digit)) => match digit.to_digit(10) {
                Some(digit) => self.set(view, i64::from(digit)),
                None => Ok(()),
            },
            (_, None) => Ok(()),
        }
    }

    pub(super) fn ballot(&self, view: &VoteView) -> Result<Ballot, Say> {
        let choices: Vec<Choice> = view.options.iter().map(|it| Choice::from(&it.option)).collect();
        let marks = self.marks.iter().map(|(option, points)| (*option, *points));
        Ballot::of(marks, &choices, &self.settings)
    }
}

fn shuffled(options: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..options).collect();
    let mut state = seed | 1;
    for at in (1..options).rev() {
        // Any mixing does: it decides in which order something is read, and nothing else.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let span = u64::try_from(at + 1).unwrap_or(1);
        order.swap(at, usize::try_from((state >> 33) % span).unwrap_or(0));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_holds_every_option_once_and_differs_from_one_to_the_next() {
        let (one, other) = (shuffled(9, 7), shuffled(9, 8 << 40));
        assert_ne!(one, other);
        for mut order in [one, other] {
            order.sort_unstable();
            assert_eq!(order, (0..9).collect::<Vec<_>>());
        }
    }
}
