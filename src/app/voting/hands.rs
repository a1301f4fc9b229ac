//! Raised hands: how many there were for each option, counted by the one at the keyboard.

use crate::domain::VoteForm;
use crate::domain::vote::{Settings, Slip};
use crate::domain::{Say, Uid, VoteId, VoteOptionId, VoteView};
use crate::input::{Chord, Key};

#[derive(Debug)]
pub struct Hands {
    vote: VoteId,
    /// How many people there are to raise a hand.
    pub voters: i64,
    pub levels: Vec<i64>,
    /// A row an option, a figure a level.
    pub rows: Vec<(VoteOptionId, Vec<i64>)>,
    /// The first row is how many people there are.
    pub at: usize,
    pub column: usize,
    budget: Option<i64>,
}

const MOST: i64 = 500;

impl Hands {
    pub(super) fn of(view: &VoteView) -> Hands {
        let settings = Settings::of(&view.vote);
        let levels: Vec<i64> = match settings.form {
            VoteForm::Points if settings.low < 0 => vec![1, -1],
            VoteForm::Points => vec![1],
            VoteForm::Scale => (settings.low..=settings.high).rev().collect(),
        };
        let rows = view.options.iter().map(|it| (it.option.id, vec![0; levels.len()]));
        let left = view.turnout.of.map_or(0, |of| of - view.turnout.voted);
        Hands {
            vote: view.vote.id,
            voters: left.max(0),
            rows: rows.collect(),
            levels,
            at: 0,
            column: 0,
            budget: settings.budget,
        }
    }

    pub(super) fn down(&mut self) -> bool {
        let moves = self.at < self.rows.len();
        self.at += usize::from(moves);
        moves
    }

    pub(super) fn across(&mut self, by: isize) {
        let last = self.levels.len().saturating_sub(1);
        self.column = self.column.saturating_add_signed(by).min(last);
    }

    fn figure(&mut self) -> Option<&mut i64> {
        match self.at.checked_sub(1) {
            None => Some(&mut self.voters),
            Some(row) => self.rows.get_mut(row)?.1.get_mut(self.column),
        }
    }

    pub(super) fn typed(&mut self, chord: Chord) {
        let Some(figure) = self.figure() else { return };
        *figure = match (chord.key, chord.typed()) {
            (Key::Backspace | Key::Delete, _) => *figure / 10,
            (_, Some('+')) => (*figure + 1).min(MOST),
            (_, Some('-')) => (*figure - 1).max(0),
            (_, Some(digit)) => match digit.to_digit(10).map(i64::from) {
                Some(digit) if *figure * 10 + digit <= MOST => *figure * 10 + digit,
                Some(digit) => digit,
                None => *figure,
            },
            (_, None) => *figure,
        };
    }

    /// What goes into the box, or what is wrong with the count.
    pub(super) fn slip(&self) -> Result<Slip, Say> {
        if self.voters < 1 {
            return Err(Say::new("refused-hands-nobody"));
        }
        let marks: Vec<(VoteOptionId, i64, i64)> = self
            .rows
            .iter()
            .flat_map(|(option, figures)| {
                let levels = self.levels.iter().zip(figures);
                levels.map(|(level, n)| (*option, *level, *n))
            })
            .collect();
        let each_judged_once =
            self.rows.iter().all(|(_, figures)| figures.iter().sum::<i64>() <= self.voters);
        if !each_judged_once {
            return Err(Say::new("refused-hands").with("voters", self.voters));
        }
        let given: i64 = marks.iter().map(|(_, _, n)| n).sum();
        if let Some(budget) = self.budget
            && given > budget * self.voters
        {
            let most = budget * self.voters;
            return Err(Say::new("refused-hands-many").with("given", given).with("most", most));
        }
        Ok(Slip::hands(Uid::default(), self.vote, self.voters, &marks))
    }
}
