//! How much room the words of a part take. All else in a sheet is placed without knowing words.

use crate::text::Words;
use crate::text::width::{width, wrap};

use super::layout::{SheetPlan, in_a_row, side_by_side};
use super::part::{Body, Button, Choose, Part, Theirs};

/// Another text for the same field takes so many rows; the whole of it is in the history or the draft.
const MOST_OF_THEIRS: usize = 4;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Rows of a label that is a sentence.
    pub label: usize,
    /// Rows of what stands below it in focus: options, a note, buttons.
    pub open: usize,
    /// Rows of what else stands for the same.
    pub theirs: usize,
    /// Cells kept at the end of the label's first row for an answer and what it was before.
    pub answer: u16,
}

impl Part {
    /// The cells that the answer to a sentence takes, with what it was before.
    pub(super) fn answer_cells(&self, words: &Words, plan: &SheetPlan) -> u16 {
        let Body::Choice { options, .. } = &self.body else { return 0 };
        if !self.wide {
            return 0;
        }
        let answers = options.iter().map(|one| cells(&one.answer(words, options.len())));
        let unanswered = self.unanswered.as_ref().map(|say| cells(&words.say(say)));
        let mut wide = answers.chain(unanswered).max().unwrap_or(0);
        if let Some(aside) = self.aside.as_ref().filter(|_| !self.is_across(plan)) {
            wide += 2 + cells(&words.say(aside));
        }
        wide.min(plan.inner_width() / 2)
    }

    /// All answers of a sheet stand below each other, on so many cells.
    pub(super) fn measure(&mut self, words: &Words, plan: &SheetPlan, answer: u16) {
        let room = usize::from(plan.inner_width());
        self.room = match &self.body {
            Body::Note(say) => {
                let wide = usize::from(plan.parts().width);
                Room { open: wrap(&words.say(say), wide, None).len(), ..Room::default() }
            }
            Body::Buttons { buttons, .. } => {
                let last =
                    button_spots(buttons, words, plan.parts().width).last().map_or(0, |it| it.row);
                Room { open: usize::from(last) + 1, ..Room::default() }
            }
            Body::Choice { options, .. } if self.wide => {
                let label = room.saturating_sub(usize::from(answer) + 2).max(1);
                let rows = if self.is_across(plan) {
                    1
                } else {
                    options.iter().map(|one| one.rows(words, plan).len().max(1)).sum()
                };
                Room {
                    label: wrap(&words.say(&self.label), label, None).len().max(1),
                    open: rows,
                    answer,
                    ..Room::default()
                }
            }
            Body::Heading
            | Body::Line(_)
            | Body::Prose(_)
            | Body::Day(_)
            | Body::Choice { .. }
            | Body::Choices { .. }
            | Body::Pick(_) => Room::default(),
        };
        self.room.theirs = self.theirs_rows(words, plan).len();
    }

    /// What else stands for the same, on its rows.
    pub fn theirs_rows(&self, words: &Words, plan: &SheetPlan) -> Vec<String> {
        let (id, text) = match &self.theirs {
            Some(Theirs::File(text)) => ("sheet-theirs", text),
            Some(Theirs::Draft(text)) => ("sheet-theirs-draft", text),
            None => return Vec::new(),
        };
        let told = words.with(id, &[("text", text.as_str().into())]);
        wrap(&told, usize::from(plan.value_width()), Some(MOST_OF_THEIRS))
    }

    /// Its options stand side by side.
    pub fn is_across(&self, plan: &SheetPlan) -> bool {
        match &self.body {
            Body::Choice { options, .. } => in_a_row(options, plan.inner_width()),
            _ => false,
        }
    }
}

/// Where a button stands among those beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ButtonSpot {
    pub row: u16,
    pub x: u16,
    pub width: u16,
}

/// Where buttons stand, on as many rows as they need.
pub fn button_spots(buttons: &[Button], words: &Words, room: u16) -> Vec<ButtonSpot> {
    let width = |button: &Button| cells(&words.say(&button.label)).saturating_add(4);
    let widths: Vec<u16> = buttons.iter().map(width).collect();
    let places = side_by_side(&widths, room).into_iter().zip(&widths);
    places.map(|((row, x), width)| ButtonSpot { row, x, width: *width }).collect()
}

impl Choose {
    /// Its sign and digit take so many cells.
    pub const SIGN: u16 = 6;

    /// What it says below a label that is a sentence, on its rows: what it means, or its name.
    pub fn rows(&self, words: &Words, plan: &SheetPlan) -> Vec<String> {
        let room = usize::from(plan.inner_width().saturating_sub(Choose::SIGN));
        wrap(&words.say(self.meaning.as_ref().unwrap_or(&self.name)), room, None)
    }

    /// How it is told at the end of a label. One of many is known by its digit too.
    pub fn answer(&self, words: &Words, of: usize) -> String {
        let name = words.say(&self.name);
        match self.digit {
            Some(digit) if of > 3 => format!("{digit} {name}"),
            _ => name,
        }
    }
}

fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}
