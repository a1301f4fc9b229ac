//! Keys on the groups' screen: on the rows, and on its line.

use crate::app::model::Model;
use crate::app::msg::{Effect, Mouse};
use crate::app::overlay::Turn;
use crate::app::typing::{Typed, paste_into, type_into};
use crate::domain::{IdeaId, Say, Shift};
use crate::input::{Action, Chord};

use super::{Gather, GatherAsk, GatherPlan};

impl Gather {
    pub(in crate::app) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        if self.ask.is_some() {
            match action {
                Action::Open | Action::Save => return self.answer(model),
                Action::Back | Action::Interrupt => {
                    self.ask = None;
                    self.line.set_text("");
                }
                _ => {}
            }
            return Turn::stay();
        }
        let last = self.rows.len().saturating_sub(1);
        let loose = self.loose();
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            Action::Left | Action::PreviousPane if self.cursor >= loose && loose > 0 => {
                self.cursor = (self.cursor - loose).min(loose - 1);
            }
            Action::Right | Action::NextPane if self.cursor < loose => {
                self.cursor = (loose + self.cursor).min(last);
            }
            Action::Back if !self.marks.is_empty() => self.marks.clear(),
            Action::Back | Action::Interrupt => return Turn::close(),
            Action::Mark => {
                self.mark();
                self.cursor = (self.cursor + 1).min(last);
            }
            Action::Open if self.heading().is_none() => self.mark(),
            Action::Open | Action::EntryAmend => self.rename(model),
            Action::Group => self.ask_heading(model),
            Action::Merge => self.ask_lives(model),
            _ => return Turn::with(self.change(model, action)),
        }
        Turn::stay()
    }

    fn change(&mut self, model: &mut Model, action: Action) -> Vec<Effect> {
        match action {
            Action::EntryRemove => self.remove(model),
            Action::EntryLower => self.shift(model, Shift::Down),
            Action::EntryRaise => self.shift(model, Shift::Up),
            Action::Unmerge => self.unmerge(model),
            _ => Vec::new(),
        }
    }

    /// The heading in focus.
    fn heading(&self) -> Option<&super::GatherRow> {
        self.focused().filter(|row| row.idea.is_none())
    }

    /// The name of the group that the focus is in.
    fn rename(&mut self, model: &mut Model) {
        let cluster = self.focused().and_then(|row| row.cluster);
        let heading = self.headings().find(|row| cluster.is_some() && row.cluster == cluster);
        match (cluster, heading.map(|row| row.text.clone())) {
            (Some(cluster), Some(name)) => self.asks(GatherAsk::Rename(cluster), &name),
            _ => model.refuse(Say::new("refused-gather-no-group")),
        }
    }

    fn ask_heading(&mut self, model: &mut Model) {
        match self.chosen() {
            ideas if ideas.is_empty() => model.refuse(Say::new("refused-group-nothing")),
            ideas => self.asks(GatherAsk::Heading(ideas), ""),
        }
    }

    /// The idea in focus is thought to live on where it is among them, else the first that came in.
    fn ask_lives(&mut self, model: &mut Model) {
        let ideas = self.chosen();
        if ideas.len() < 2 {
            model.refuse(Say::new("refused-gather-one"));
            return;
        }
        let focused = self.focused().and_then(|row| row.idea);
        let focused = focused.filter(|idea| ideas.contains(idea));
        let lives = focused.or_else(|| ideas.iter().min().copied()).unwrap_or(IdeaId(0));
        self.asks(GatherAsk::Lives(ideas), &lives.0.to_string());
    }

    pub(in crate::app) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        if self.ask.is_none() {
            // A number that is said is typed as it is.
            if !chord.typed().is_some_and(|c| c.is_ascii_digit()) {
                return Turn::stay();
            }
            self.asks(GatherAsk::Numbers, "");
        }
        match type_into(&mut self.line, chord, &mut model.clip) {
            Typed::Clip(text) => return Turn::with(vec![Effect::Copy(text)]),
            Typed::Refused(say) => model.refuse(say),
            Typed::Changed | Typed::Moved | Typed::Above | Typed::Below => model.notice = None,
        }
        Turn::stay()
    }

    pub(in crate::app) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        if self.ask.is_some() {
            paste_into(&mut self.line, model, text);
        }
        Turn::stay()
    }

    pub(in crate::app) fn mouse(&mut self, model: &Model, mouse: Mouse) -> Turn {
        let last = self.rows.len().saturating_sub(1);
        match mouse {
            _ if self.ask.is_some() => {}
            Mouse::WheelUp { .. } => self.cursor = self.cursor.saturating_sub(1),
            Mouse::WheelDown { .. } => self.cursor = (self.cursor + 1).min(last),
            Mouse::Press { x, y } => {
                if let Some(row) = self.at(&GatherPlan::of(model.size), x, y) {
                    if row == self.cursor {
                        self.mark();
                    }
                    self.cursor = row;
                }
            }
        }
        Turn::stay()
    }

    /// The row at a spot of the screen.
    fn at(&self, plan: &GatherPlan, x: u16, y: u16) -> Option<usize> {
        let column = |area: ratatui::layout::Rect, right: bool| {
            let (rows, top) = self.shown(plan, right);
            let nth = area.contains((x, y).into()).then(|| usize::from(y - area.y))?;
            // The first row of a column says what it is.
            let row = rows.start + top + nth.checked_sub(1)?;
            (row < rows.end).then_some(row)
        };
        column(plan.left, false).or_else(|| plan.right.and_then(|area| column(area, true)))
    }

    /// The rows of a column, and how many of them are above what is shown.
    pub fn shown(&self, plan: &GatherPlan, right: bool) -> (std::ops::Range<usize>, usize) {
        let loose = self.loose();
        let rows = match (plan.right, right) {
            (None, _) => 0..self.rows.len(),
            (Some(_), false) => 0..loose,
            (Some(_), true) => loose..self.rows.len(),
        };
        let height = usize::from(plan.left.height.saturating_sub(1)).max(1);
        let here = self.cursor.saturating_sub(rows.start);
        let top = if rows.contains(&self.cursor) { (here + 1).saturating_sub(height) } else { 0 };
        (rows, top)
    }
}
