//! The mouse on the screens of votes: a press on a button presses it, on a row it chooses it, on a
//! field of the matrix it goes to the ideas there. What is placed, is placed with keys.

use crate::app::model::Model;
use crate::app::msg::Mouse;
use crate::app::overlay::Turn;
use crate::input::{Action, Chord, Key};

use super::plan::VotingPlan;
use super::{Mode, Page, Voting};

impl Voting {
    pub(in crate::app) fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        self.touch(model);
        match mouse {
            Mouse::WheelUp { .. } => self.wheel(-1),
            Mouse::WheelDown { .. } => self.wheel(1),
            Mouse::Press { x, y } => return self.point(model, x, y),
        }
        Turn::stay()
    }

    fn wheel(&mut self, by: isize) {
        match &mut self.mode {
            Mode::Hands(hands) => {
                hands.at = hands.at.saturating_add_signed(by).min(hands.rows.len());
            }
            Mode::Booth(booth) => {
                let last = booth.order.len().saturating_sub(1);
                booth.at = booth.at.saturating_add_signed(by).min(last);
            }
            Mode::Asks(_) => {}
            Mode::Plain => self.cursor = self.cursor.saturating_add_signed(by),
        }
    }

    fn point(&mut self, model: &mut Model, x: u16, y: u16) -> Turn {
        let plan = VotingPlan::of(model, self);
        if let Some(at) = plan.button_at(x, y) {
            self.deed = Some(at);
            return self.enter(model);
        }
        let row = plan.row_at(x, y);
        if let Some((benefit, effort)) = plan.fields.and_then(|fields| fields.at(x, y)) {
            self.point_at_field(benefit, effort);
            return Turn::stay();
        }
        let is_on_line = self.has_line() && plan.below.contains((x, y).into());
        if is_on_line {
            self.deed = None;
        }
        let Some(row) = row else { return self.point_beside(model, &plan, x, y) };
        let again = self.deed.is_none();
        self.deed = None;
        let spot = plan.rows.area;
        match &mut self.mode {
            Mode::Hands(hands) => {
                hands.at = row;
                let last = hands.levels.len().saturating_sub(1);
                let column = hands.column_at(spot, x).map(|column| column.min(last));
                hands.column = column.filter(|_| row > 0).unwrap_or(hands.column);
                return Turn::stay();
            }
            Mode::Booth(booth) => {
                if again && booth.at == row {
                    let more = Chord::plain(Key::Right);
                    return self.act_booth(model, Action::Right, more);
                }
                booth.at = row;
                return Turn::stay();
            }
            Mode::Asks(_) | Mode::Plain => {}
        }
        let again = again && self.cursor == row;
        if self.page() == Page::Matrix && !again {
            self.digit = None;
        }
        self.cursor = row;
        match self.page() {
            Page::Votes if again => return self.enter_row(model),
            Page::Result if again => self.mark(),
            _ => {}
        }
        Turn::stay()
    }

    /// Between two people at the booth, a press anywhere begins.
    fn point_beside(&mut self, model: &mut Model, plan: &VotingPlan, x: u16, y: u16) -> Turn {
        match &self.mode {
            Mode::Booth(booth) if !booth.begun && plan.body.contains((x, y).into()) => {
                if booth.settings.named && booth.name.is_empty() {
                    self.deed = None;
                    return Turn::stay();
                }
                self.deed = None;
                self.act_booth(model, Action::Open, Chord::plain(Key::Enter))
            }
            _ => Turn::stay(),
        }
    }

    /// The first idea in a field, or the next where one of them is in focus.
    fn point_at_field(&mut self, benefit: i64, effort: i64) {
        self.digit = None;
        let spots = self.read.as_ref().map(|read| read.spots.as_slice()).unwrap_or_default();
        let is_here = |at: &usize| {
            let place = spots.get(*at).map(|spot| (spot.benefit, spot.effort));
            place == Some((Some(benefit), Some(effort)))
        };
        let here: Vec<usize> = (0..spots.len()).filter(is_here).collect();
        let next = here.iter().position(|at| *at == self.cursor).map_or(0, |nth| nth + 1);
        if let Some(at) = here.get(next).or(here.first()) {
            self.cursor = *at;
        }
    }
}
