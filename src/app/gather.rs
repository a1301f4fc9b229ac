//! A workshop's ideas under headings: those without one beside the groups. What is done is done to the
//! marked ideas, to those whose numbers are typed, or to the one in focus. Nothing here names anybody,
//! and protected ideas are left out, so the screen can stand before a room.

mod keys;
mod rows;

use ratatui::layout::Rect;

use crate::domain::{
    ClusterId, Command, Decide, DecideTogether, DecisionKind, DissolveCluster, GroupIdeas, IdeaId,
    MoveCluster, RenameCluster, Say, Shift, TakeOut, Unmerge,
};
use crate::editor::{self, Editor};
use crate::input::{Action, Context, Group};

use super::geometry::Size;
use super::model::{Model, Pending};
use super::msg::Effect;
use super::overlay::{Overlay, Turn};

pub use rows::GatherRow;
use rows::{rows, spoken};

#[derive(Debug)]
pub struct Gather {
    /// Those in no group first, then each group with its heading.
    pub rows: Vec<GatherRow>,
    pub cursor: usize,
    pub marks: Vec<IdeaId>,
    pub line: Editor,
    /// What the line is for; none while there is no line.
    pub ask: Option<GatherAsk>,
}

/// What is typed on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GatherAsk {
    /// Ideas by their numbers, and a heading where one follows.
    Numbers,
    /// The heading for these.
    Heading(Vec<IdeaId>),
    Rename(ClusterId),
    /// Which of these lives on.
    Lives(Vec<IdeaId>),
}

/// The parts of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GatherPlan {
    pub area: Rect,
    /// The ideas in no group; all rows, where there is one column.
    pub left: Rect,
    /// The groups, where there are two columns.
    pub right: Option<Rect>,
    pub foot: Rect,
}

/// Two columns need so many cells.
const TWO: u16 = 60;

impl GatherPlan {
    pub fn of(size: Size) -> GatherPlan {
        let width = size.columns.min(120);
        let height = size.rows.saturating_sub(u16::from(size.rows >= 6));
        let area = Rect { x: (size.columns - width) / 2, y: 0, width, height };
        let parts = Rect {
            x: area.x + 1.min(width),
            y: 2.min(height),
            width: width.saturating_sub(2),
            height: height.saturating_sub(4),
        };
        let foot = Rect { y: parts.bottom(), height: height.saturating_sub(2).min(2), ..parts };
        let (left, right) = if size.columns >= TWO {
            let half = parts.width / 2;
            let right = Rect { x: parts.x + half + 1, width: parts.width - half - 1, ..parts };
            (Rect { width: half - 1, ..parts }, Some(right))
        } else {
            (parts, None)
        };
        GatherPlan { area, left, right, foot }
    }
}

/// Puts it on top; what can be grouped came in at the workshop that is held.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.held.running.is_none() {
        model.refuse(Say::new("refused-no-workshop"));
        return Vec::new();
    }
    model.overlays.retain(|overlay| !matches!(overlay, Overlay::Gather(_)));
    model.overlays.push(Overlay::Gather(Box::new(Gather {
        rows: Vec::new(),
        cursor: 0,
        marks: Vec::new(),
        line: Editor::new(editor::Lines::One, ""),
        ask: None,
    })));
    Vec::new()
}

/// Brings merged ideas back, wherever they are shown.
pub(super) fn unmerge(model: &mut Model) -> Vec<Effect> {
    let ideas = model.chosen();
    ideas.iter().map(|idea| commit(model, Unmerge { idea: *idea })).collect()
}

/// Why something cannot be done: the screen for it is not open.
pub(super) fn available(model: &Model, action: Action) -> Result<(), Say> {
    match action {
        Action::Group | Action::Merge => Err(Say::new("refused-gather-closed")),
        Action::LeaveIt => Err(Say::new("refused-nothing-alike")),
        Action::Gather | Action::Reveal if model.held.running.is_none() => {
            Err(Say::new("refused-no-workshop"))
        }
        _ => Ok(()),
    }
}

fn commit(model: &mut Model, command: impl Into<Command>) -> Effect {
    model.pending.push_back(Pending::default());
    Effect::commit(command)
}

impl Gather {
    pub(super) fn context(&self) -> Context {
        if self.ask.is_some() { Context::Line } else { Context::Gather }
    }

    /// Whether an action is for the screen itself. All others are for the program.
    pub(super) fn hears(&self, action: Action) -> bool {
        let own = matches!(
            action,
            Action::Open
                | Action::Back
                | Action::Interrupt
                | Action::Mark
                | Action::Group
                | Action::Merge
                | Action::Unmerge
                | Action::EntryAmend
                | Action::EntryRemove
                | Action::EntryLower
                | Action::EntryRaise
        );
        self.ask.is_some() || own || action.group() == Group::Move
    }

    pub fn focused(&self) -> Option<&GatherRow> {
        self.rows.get(self.cursor)
    }

    /// How many are in no group.
    pub fn loose(&self) -> usize {
        self.rows.iter().take_while(|row| row.cluster.is_none()).count()
    }

    /// The headings in their order.
    pub fn headings(&self) -> impl Iterator<Item = &GatherRow> {
        self.rows.iter().filter(|row| row.idea.is_none())
    }

    /// The marked ideas; where none is marked, the one in focus.
    pub fn chosen(&self) -> Vec<IdeaId> {
        match self.marks.as_slice() {
            [] => self.focused().and_then(|row| row.idea).into_iter().collect(),
            marked => marked.to_vec(),
        }
    }

    /// What must hold after every message: the rows are those of the file, the focus is on one, and
    /// what is marked is there.
    pub(super) fn settle(&mut self, model: &Model) {
        let before = self.focused().cloned();
        self.rows = model.held.current().map(rows).unwrap_or_default();
        let there = |idea: &IdeaId| self.rows.iter().any(|row| row.idea == Some(*idea));
        self.marks.retain(there);
        // The focus goes with a heading that is moved; where an idea goes away, the next comes up.
        let heading = before.filter(|row| row.idea.is_none()).and_then(|row| row.cluster);
        let moved = heading.and_then(|heading| {
            let same = |row: &GatherRow| row.idea.is_none() && row.cluster == Some(heading);
            self.rows.iter().position(same)
        });
        self.cursor = moved.unwrap_or(self.cursor).min(self.rows.len().saturating_sub(1));
        self.line.set_width(model.size.columns.saturating_sub(20).max(8));
    }

    /// Marks the idea in focus, or takes its mark off.
    fn mark(&mut self) {
        let Some(idea) = self.focused().and_then(|row| row.idea) else { return };
        match self.marks.iter().position(|marked| *marked == idea) {
            Some(at) => drop(self.marks.remove(at)),
            None => self.marks.push(idea),
        }
    }

    fn asks(&mut self, ask: GatherAsk, text: &str) {
        self.line.set_text(text);
        self.ask = Some(ask);
    }

    /// Enter on the line.
    fn answer(&mut self, model: &mut Model) -> Turn {
        let Some(ask) = self.ask.clone() else { return Turn::stay() };
        let text = self.line.text();
        let done = match ask {
            GatherAsk::Numbers => self.take_numbers(model, &text),
            GatherAsk::Heading(ideas) => self.group(model, ideas, &text),
            GatherAsk::Rename(cluster) => {
                Ok(Some(commit(model, RenameCluster { cluster, name: text })))
            }
            GatherAsk::Lives(ideas) => merge(model, ideas, &text),
        };
        match done {
            Ok(effect) => {
                // What was merged is done with; those that were marked by number are not.
                if matches!(self.ask, Some(GatherAsk::Lives(_))) {
                    self.marks.clear();
                }
                self.ask = None;
                self.line.set_text("");
                Turn::with(effect.into_iter().collect())
            }
            Err(say) => {
                model.refuse(say);
                Turn::stay()
            }
        }
    }

    /// Numbers alone mark; with words behind them they are grouped under those.
    fn take_numbers(&mut self, model: &mut Model, text: &str) -> Result<Option<Effect>, Say> {
        let (numbers, heading) = spoken(text);
        let unknown =
            numbers.iter().find(|n| !self.rows.iter().any(|row| row.idea == Some(IdeaId(**n))));
        if let Some(unknown) = unknown {
            return Err(Say::new("refused-gather-number").with("number", *unknown));
        }
        let ideas: Vec<IdeaId> = numbers.into_iter().map(IdeaId).collect();
        if !heading.is_empty() {
            return self.group(model, ideas, &heading);
        }
        for idea in ideas {
            if !self.marks.contains(&idea) {
                self.marks.push(idea);
            }
        }
        Ok(None)
    }

    /// Under a heading that is typed, or one that is there by its place.
    fn group(
        &mut self,
        model: &mut Model,
        ideas: Vec<IdeaId>,
        text: &str,
    ) -> Result<Option<Effect>, Say> {
        let workshop = model.held.running.ok_or(Say::new("refused-no-workshop"))?;
        let text = text.trim();
        let nth = text.parse::<usize>().ok().and_then(|nth| nth.checked_sub(1));
        let picked = nth.and_then(|nth| self.headings().nth(nth));
        let name = picked.map_or_else(|| text.to_owned(), |row| row.text.clone());
        if name.is_empty() {
            return Err(Say::new("refused-group-nameless"));
        }
        self.marks.clear();
        Ok(Some(commit(model, GroupIdeas { workshop, ideas, name })))
    }

    /// Changes the group in focus, or what it is that is in focus.
    fn remove(&mut self, model: &mut Model) -> Vec<Effect> {
        let Some(workshop) = model.held.running else { return Vec::new() };
        let heading = self.focused().filter(|row| row.idea.is_none() && self.marks.is_empty());
        if let Some(cluster) = heading.and_then(|row| row.cluster) {
            return vec![commit(model, DissolveCluster { cluster })];
        }
        let is_grouped = |idea: &IdeaId| {
            self.rows.iter().any(|row| row.idea == Some(*idea) && row.cluster.is_some())
        };
        let ideas: Vec<IdeaId> = self.chosen().into_iter().filter(is_grouped).collect();
        if ideas.is_empty() {
            model.refuse(Say::new("refused-gather-loose"));
            return Vec::new();
        }
        self.marks.clear();
        vec![commit(model, TakeOut { workshop, ideas })]
    }

    fn shift(&self, model: &mut Model, shift: Shift) -> Vec<Effect> {
        match self.focused().and_then(|row| row.cluster) {
            Some(cluster) => vec![commit(model, MoveCluster { cluster, shift })],
            None => {
                model.refuse(Say::new("refused-gather-no-group"));
                Vec::new()
            }
        }
    }

    /// The one that came last into the idea in focus comes back.
    fn unmerge(&self, model: &mut Model) -> Vec<Effect> {
        match self.focused().and_then(|row| row.holds.last()) {
            Some(idea) => vec![commit(model, Unmerge { idea: *idea })],
            None => {
                model.refuse(Say::new("refused-gather-unmerged"));
                Vec::new()
            }
        }
    }
}

/// The others live on in the one whose number was typed.
fn merge(model: &mut Model, ideas: Vec<IdeaId>, text: &str) -> Result<Option<Effect>, Say> {
    let number = text.trim().trim_start_matches('#').parse().ok().map(IdeaId);
    let into = number.filter(|number| ideas.contains(number));
    let into = into.ok_or(Say::new("refused-gather-lives"))?;
    let reason = model.words.with("gather-reason", &[("idea", crate::domain::Arg::Idea(into.0))]);
    let decision = Decide { reason, into: Some(into), ..Decide::new(into, DecisionKind::Merge) };
    Ok(Some(commit(model, DecideTogether { ideas, decision })))
}
