//! The matrix of benefit and effort: the arrows move the idea in focus, two digits place it.

use crate::app::model::Model;
use crate::app::overlay::Turn;
use crate::domain::PlaceOnMatrix;
use crate::input::{Action, Chord, Key};

use crate::text::Words;

use super::{Spot, Voting, commit};

const LEVELS: std::ops::RangeInclusive<i64> = 1..=5;
/// Where an idea is put first.
const MIDDLE: i64 = 3;

impl Voting {
    pub(super) fn act_matrix(&mut self, model: &mut Model, action: Action) -> Turn {
        self.digit = None;
        match action {
            Action::Back | Action::Interrupt => return self.back(),
            Action::Up => return self.nudge(model, 1, 0),
            Action::Down => return self.nudge(model, -1, 0),
            Action::Right => return self.nudge(model, 0, 1),
            Action::Left => return self.nudge(model, 0, -1),
            Action::NextPane | Action::Open | Action::PageDown => self.next_idea(),
            Action::PreviousPane | Action::PageUp => {
                let last = self.rows().saturating_sub(1);
                self.cursor = self.cursor.checked_sub(1).unwrap_or(last);
            }
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = self.rows(),
            Action::Table => self.as_text ^= true,
            Action::EntryRemove => return self.place(model, None),
            _ => {}
        }
        Turn::stay()
    }

    fn next_idea(&mut self) {
        self.cursor = if self.cursor + 1 < self.rows() { self.cursor + 1 } else { 0 };
    }

    fn nudge(&mut self, model: &mut Model, benefit: i64, effort: i64) -> Turn {
        let spot = self.read.as_ref().and_then(|read| read.spots.get(self.cursor));
        let Some(spot) = spot else { return Turn::stay() };
        let within = |level: i64| level.clamp(*LEVELS.start(), *LEVELS.end());
        let to = match (spot.benefit, spot.effort) {
            (Some(was), Some(took)) => (within(was + benefit), within(took + effort)),
            _ => (MIDDLE, MIDDLE),
        };
        self.place(model, Some(to))
    }

    pub(super) fn typed_on_matrix(&mut self, model: &mut Model, chord: Chord) -> Turn {
        if matches!(chord.key, Key::Backspace) {
            self.digit = None;
            return Turn::stay();
        }
        let digit = chord.typed().and_then(|typed| typed.to_digit(10)).map(i64::from);
        match (self.digit.take(), digit) {
            (None, Some(0)) => self.place(model, None),
            (None, Some(digit)) if LEVELS.contains(&digit) => {
                self.digit = Some(digit);
                Turn::stay()
            }
            (Some(benefit), Some(effort)) if LEVELS.contains(&effort) => {
                self.place(model, Some((benefit, effort)))
            }
            (kept, None) => {
                self.digit = kept.filter(|_| chord.typed() == Some(' '));
                Turn::stay()
            }
            (_, Some(level)) => {
                model.refuse(crate::domain::Say::new("refused-matrix").with("level", level));
                Turn::stay()
            }
        }
    }

    /// It stands there at once; the file is told.
    fn place(&mut self, model: &mut Model, to: Option<(i64, i64)>) -> Turn {
        let spots = self.read.as_mut().map(|read| &mut read.spots);
        let Some(spot) = spots.and_then(|spots| spots.get_mut(self.cursor)) else {
            return Turn::stay();
        };
        let (benefit, effort) = to.unzip();
        if (spot.benefit, spot.effort) == (benefit, effort) {
            return Turn::stay();
        }
        (spot.benefit, spot.effort) = (benefit, effort);
        let idea = spot.idea;
        commit(model, PlaceOnMatrix { idea, benefit, effort })
    }
}

impl Spot {
    /// `nytta 4, insats 2 · gör nu · 18 Digital kö`
    pub fn told(&self, words: &Words) -> String {
        let name = format!("{} {}", self.idea.0, self.title);
        let (Some(benefit), Some(effort)) = (self.benefit, self.effort) else {
            return format!("{} · {name}", words.get("matrix-unplaced"));
        };
        let place = match (benefit >= 3, effort <= 3) {
            _ if benefit == 3 && effort == 3 => "matrix-middle",
            (true, true) => "matrix-now",
            (true, false) => "matrix-plan",
            (false, true) => "matrix-fill",
            (false, false) => "matrix-leave",
        };
        let args = [("benefit", benefit.into()), ("effort", effort.into())];
        let told = words.with("matrix-told", &args);
        format!("{told} · {} · {name}", words.get(place).to_lowercase())
    }
}
