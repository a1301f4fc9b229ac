//! The board's filter: the line in force and what it lets through; the line being typed lies on top
//! of the board, just above the hints.

use crate::domain::{Filter, Filtered, IdeaId, Order, StageId, Window};
use crate::editor::Editor;
use crate::input::{Action, Chord};

use super::column::Column;
use super::finding::Inquiry;
use super::model::Model;
use super::msg::{Effect, Need};
use super::opening::Opening;
use super::overlay::{Overlay, Turn};
use super::table::Table;
use super::typing::{Typed, paste_into, type_into};

/// What the board is narrowed by.
#[derive(Debug, Default)]
pub struct BoardFilter {
    line: String,
    pub filter: Filter,
    /// What the newest answer lets through; none before the first.
    pub found: Option<Filtered>,
    /// Which answer that is.
    pub(super) generation: u64,
    pub(super) inquiry: Inquiry,
}

impl BoardFilter {
    pub fn line(&self) -> &str {
        &self.line
    }

    pub fn set(&mut self, line: &str) {
        line.clone_into(&mut self.line);
        self.filter = Filter::parse(line);
    }

    pub(super) fn clear(&mut self) {
        self.set("");
        self.found = None;
    }

    /// It narrows or orders something.
    pub fn is_on(&self) -> bool {
        !self.filter.is_empty()
    }

    /// What the columns show, once that is known.
    pub fn shown(&self) -> Option<&Filtered> {
        self.found.as_ref().filter(|_| self.is_on())
    }

    pub fn is_waiting(&self) -> bool {
        self.is_on() && self.inquiry.is_waiting()
    }

    /// Whether the columns stand in the order in which people put them.
    pub fn keeps_order(&self, order: Order) -> bool {
        order == Order::ByHand && (!self.is_on() || self.filter.sort.is_none())
    }

    /// The part of a column that should be read, if that is not what it shows.
    pub(super) fn need(
        &self,
        stage: StageId,
        column: Option<&Column>,
        size: usize,
    ) -> Option<Need> {
        let found = self.shown()?;
        let is_stale =
            column.is_none_or(|column| column.sieve != self.generation || column.wanted.is_some());
        if !is_stale {
            return None;
        }
        let ids = found.column(stage);
        let nothing = Column::default();
        let from = start(ids, column.unwrap_or(&nothing), size);
        let to = (from + size).min(ids.len());
        Some(Need::Filtered {
            stage,
            ideas: ids.get(from..to).unwrap_or_default().to_vec(),
            above: from,
            total: ids.len(),
            sieve: self.generation,
        })
    }

    /// Lets an idea be seen: a filter that hides it is taken away. Answers whether it was.
    pub(super) fn show(&mut self, idea: IdeaId) -> bool {
        let hides = self
            .shown()
            .is_some_and(|found| !found.columns.iter().any(|(_, ids)| ids.contains(&idea)));
        if hides {
            self.clear();
        }
        hides
    }
}

/// Where the part to be read begins.
fn start(ids: &[IdeaId], column: &Column, size: usize) -> usize {
    use crate::domain::Anchor;
    let last = ids.len().saturating_sub(size);
    let middle = match column.anchor() {
        Anchor::Head => return 0,
        Anchor::Foot => return last,
        Anchor::Around(idea) => ids
            .iter()
            .position(|known| *known == idea)
            .unwrap_or_else(|| column.window.above.unwrap_or(0) + column.cursor),
    };
    middle.saturating_sub(size / 2).min(last)
}

impl Column {
    pub(super) fn take_filtered(&mut self, window: Window, version: u64, order: Order, sieve: u64) {
        self.take(window, version, order);
        self.sieve = sieve;
    }
}

/// The line at the foot of the board, while it is typed.
#[derive(Debug)]
pub struct FilterLine {
    pub line: Editor,
}

impl FilterLine {
    pub fn new(text: &str) -> FilterLine {
        let mut line = Editor::query(text);
        line.press(Chord::plain(crate::input::Key::End));
        FilterLine { line }
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        match action {
            Action::Open => Turn { effects: remember(model), closes: true },
            Action::Back | Action::Interrupt => {
                model.board.filter.clear();
                Turn::close()
            }
            Action::Up | Action::Down => {
                let by = if action == Action::Up { -1 } else { 1 };
                if let Some(stage) = model.stage().map(|stage| stage.id) {
                    model.board.column_mut(stage).step(by);
                }
                Turn::stay()
            }
            Action::NextPane => {
                let effects = remember(model);
                let table = Table::new(model.board.filter.line());
                model.overlays.push(Overlay::Table(Box::new(table)));
                Turn { effects, closes: true }
            }
            Action::Save => {
                save(model, &self.line.text());
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    pub(super) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        model.notice = None;
        let typed = type_into(&mut self.line, chord, &mut model.clip);
        model.board.filter.set(&self.line.text());
        match typed {
            Typed::Clip(text) => Turn::with(vec![Effect::Copy(text)]),
            _ => Turn::stay(),
        }
    }

    pub(super) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        paste_into(&mut self.line, model, text);
        model.board.filter.set(&self.line.text());
        Turn::stay()
    }
}

/// Puts the filter in force among the searches that are remembered.
fn remember(model: &mut Model) -> Vec<Effect> {
    let line = model.board.filter.line().to_owned();
    let value = model.desk.remember(&line);
    value.map(|value| Effect::Remember { name: "searches", value }).into_iter().collect()
}

/// Asks for a name under which a line is kept.
pub(super) fn save(model: &mut Model, words: &str) {
    if words.trim().is_empty() {
        model.refuse(crate::domain::Say::new("refused-filter-empty"));
    } else {
        model.opening = Some(Opening::FilterName(None, String::new(), words.to_owned()));
    }
}
