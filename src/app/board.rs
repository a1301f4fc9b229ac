//! The board: its columns side by side, the one in focus, and ideas being carried over it.

use std::collections::HashMap;

use crate::domain::{Card, Goal, IdeaId, Order, Place, Stage, StageId};

use super::column::Column;
use super::filter::BoardFilter;

#[derive(Debug, Default)]
pub struct Board {
    pub columns: HashMap<StageId, Column>,
    /// The stage in focus, as an index into the sluice's stages.
    pub focus: usize,
    /// The first stage that has a column on the screen.
    pub left: usize,
    pub order: Order,
    /// The ideas that were marked, in the order of marking.
    pub marks: Vec<IdeaId>,
    pub carried: Option<Carried>,
    pub filter: BoardFilter,
}

/// Ideas lifted from the board and not put down yet. They stand in the windows as if they were
/// there already; reading the windows anew puts them back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    pub ideas: Vec<IdeaId>,
    cards: Vec<Card>,
    /// Where they were when they were lifted.
    pub from: StageId,
}

impl Board {
    pub fn column(&self, stage: StageId) -> Option<&Column> {
        self.columns.get(&stage)
    }

    pub fn column_mut(&mut self, stage: StageId) -> &mut Column {
        self.columns.entry(stage).or_default()
    }

    /// Moves the focus to another stage, and the visible columns as little as needed.
    pub(super) fn focus_stage(&mut self, at: usize, stages: usize, visible: usize) {
        self.focus = at.min(stages.saturating_sub(1));
        self.keep_in_sight(stages, visible);
    }

    pub(super) fn keep_in_sight(&mut self, stages: usize, visible: usize) {
        let visible = visible.max(1);
        if self.focus < self.left {
            self.left = self.focus;
        } else if self.focus >= self.left + visible {
            self.left = self.focus + 1 - visible;
        }
        self.left = self.left.min(stages.saturating_sub(visible));
    }

    /// Takes ideas off their columns to carry them, beginning where the cursor is.
    pub(super) fn lift(&mut self, ideas: Vec<IdeaId>, from: StageId) {
        let mut cards = Vec::new();
        for idea in &ideas {
            for column in self.columns.values_mut() {
                if let Some(at) = column.position(*idea) {
                    cards.push(column.window.cards.remove(at));
                    column.laid.remove(at);
                    if at < column.cursor {
                        column.cursor -= 1;
                    }
                }
            }
        }
        self.carried = Some(Carried { ideas, cards, from });
        let at = self.columns.get(&from).map_or(0, |column| column.cursor);
        self.set_down(from, at);
    }

    /// Shows the carried cards at a place in a column.
    pub(super) fn set_down(&mut self, stage: StageId, at: usize) {
        let Some(carried) = &self.carried else { return };
        let cards = carried.cards.clone();
        let column = self.columns.entry(stage).or_default();
        let at = at.min(column.window.cards.len());
        let (width, lines) = (usize::from(column.width.max(1)), column.lines.max(1));
        for (nth, card) in cards.into_iter().enumerate() {
            let title = crate::text::width::wrap(&card.title, width, Some(lines));
            column.laid.insert(at + nth, super::column::Laid { title });
            column.window.cards.insert(at + nth, card);
        }
        column.cursor = at;
    }

    /// Takes the carried cards off the column they are shown in; answers where they stood.
    pub(super) fn pick_up(&mut self, stage: StageId) -> usize {
        let Some(carried) = &self.carried else { return 0 };
        let Some(column) = self.columns.get_mut(&stage) else { return 0 };
        let mut first = column.cursor;
        for idea in &carried.ideas {
            if let Some(at) = column.position(*idea) {
                first = first.min(at);
                column.window.cards.remove(at);
                column.laid.remove(at);
            }
        }
        first
    }

    /// The place that the carried cards are shown at, told by their neighbours.
    pub(super) fn goal(&self, stage: StageId) -> Option<Goal> {
        let carried = self.carried.as_ref()?;
        let column = self.columns.get(&stage)?;
        let is_carried = |card: &&Card| carried.ideas.contains(&card.id);
        let first = column.window.cards.iter().position(|card| is_carried(&card))?;
        let before = first.checked_sub(1).and_then(|at| column.window.cards.get(at));
        let after = column.window.cards.iter().skip(first).find(|card| !is_carried(card));
        let place = match (before, after) {
            (Some(before), _) => Place::After(before.id),
            (None, Some(after)) => Place::Before(after.id),
            (None, None) => Place::Foot,
        };
        Some(Goal { stage, place })
    }
}

/// The stage that stands so many steps from another, if there is one.
pub(super) fn beside(stages: &[Stage], at: usize, by: isize) -> Option<&Stage> {
    stages.get(at.checked_add_signed(by)?)
}
