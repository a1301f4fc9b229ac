//! Where the parts of a sheet stand: a column of labels, a column of values, as many rows as each
//! needs, and what is in sight. Pure figures, the same for `update` and `ui`.

use ratatui::layout::Rect;

use crate::app::geometry::Size;

use super::part::{Body, Choose, Part};
use super::pick::SHOWN;
use super::{Press, Sheet};

/// The frame of a sheet on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetPlan {
    /// The whole sheet, its title row first.
    pub area: Rect,
    pub labels: u16,
}

/// A part with its rows, counted from the sheet's first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub part: usize,
    pub row: usize,
    pub height: usize,
}

const WIDEST: u16 = 100;

impl SheetPlan {
    pub fn of(size: Size) -> SheetPlan {
        let width = size.columns.min(WIDEST);
        let height = size.rows.saturating_sub(u16::from(size.rows >= 6));
        let area = Rect { x: (size.columns - width) / 2, y: 0, width, height };
        let labels = if width >= 60 { (width / 4).clamp(16, 24) } else { 0 };
        SheetPlan { area, labels }
    }

    /// The cells of the parts, below the title and its rule and above the line of hints.
    pub fn parts(&self) -> Rect {
        let margin = u16::from(self.area.width >= 40);
        let above = 2.min(self.area.height);
        let below = u16::from(self.area.height >= 6);
        Rect {
            x: self.area.x + margin,
            y: self.area.y + above,
            width: self.area.width.saturating_sub(2 * margin),
            height: self.area.height.saturating_sub(above + below),
        }
    }

    pub fn rows(&self) -> usize {
        usize::from(self.parts().height)
    }

    /// The cells inside the bar of focus.
    pub fn inner_width(&self) -> u16 {
        self.parts().width.saturating_sub(2).max(1)
    }

    /// The cells that a value may take beside its label; one is kept for the cursor.
    pub fn value_width(&self) -> u16 {
        let parts = self.parts();
        let indent = if self.labels == 0 { 2 } else { self.labels + 2 };
        parts.width.saturating_sub(indent).max(1)
    }
}

impl Sheet {
    /// Where every part stands.
    pub fn place(&self, plan: &SheetPlan) -> Vec<Placed> {
        let mut row = 0;
        let rows = plan.rows();
        let placed = self.parts.iter().enumerate().map(|(at, part)| {
            if !self.shows(part) {
                return Placed { part: at, row, height: 0 };
            }
            let label = usize::from(plan.labels == 0 && part.is_field() && !part.wide);
            let gap =
                usize::from(matches!(part.body, Body::Heading | Body::Buttons { .. }) && at > 0);
            row += gap;
            let height = label + height(part, at == self.focus, rows, plan);
            let placed = Placed { part: at, row, height };
            row += height;
            placed
        });
        placed.collect()
    }

    pub fn button_at(&self, press: Press) -> Option<usize> {
        self.parts.iter().find_map(|part| match &part.body {
            Body::Buttons { buttons, .. } => {
                buttons.iter().position(|button| button.press == press)
            }
            _ => None,
        })
    }
}

fn height(part: &Part, focused: bool, rows: usize, plan: &SheetPlan) -> usize {
    let width = plan.value_width();
    let theirs = part.room.theirs;
    if part.wide {
        return part.room.label + if focused { part.room.open } else { 0 };
    }
    theirs
        + match &part.body {
            Body::Heading | Body::Line(_) | Body::Day(_) => 1,
            Body::Note(_) | Body::Buttons { .. } => part.room.open,
            Body::Prose(editor) => {
                let most = if focused { (rows * 2 / 3).max(3) } else { 3 };
                editor.rows().clamp(if focused { 3 } else { 1 }, most)
            }
            Body::Choice { options, .. } if focused && !in_a_row(options, width) => options.len(),
            Body::Choice { .. } => 1,
            Body::Choices { options, .. } if focused => options.len(),
            Body::Choices { .. } => 1,
            Body::Pick(pick) if focused => 1 + pick.matches.len().min(SHOWN),
            Body::Pick(_) => 1,
        }
}

/// Where things of these widths stand beside each other, on as many rows as they need.
pub(super) fn side_by_side(widths: &[u16], room: u16) -> Vec<(u16, u16)> {
    let (mut row, mut x) = (0, 0);
    let place = |width: &u16| {
        if x > 0 && x + width > room {
            (row, x) = (row + 1, 0);
        }
        let place = (row, x);
        x += width + 1;
        place
    };
    widths.iter().map(place).collect()
}

/// Few options stand side by side, many below each other.
pub(in crate::app) fn in_a_row(options: &[Choose], width: u16) -> bool {
    let bare = options.iter().all(|one| one.meaning.is_none());
    bare && options.len() <= 3 && width >= 44
}

/// The first row to show, moved as little as needed for the focused part to be in sight.
pub(super) fn keep_in_sight(placed: &[Placed], focus: usize, top: usize, rows: usize) -> usize {
    let Some(part) = placed.iter().find(|placed| placed.part == focus) else { return 0 };
    let last = placed.last().map_or(0, |placed| placed.row + placed.height);
    let bottom = part.row + part.height;
    let top = if bottom > top + rows { bottom - rows } else { top };
    top.min(part.row).min(last.saturating_sub(rows))
}
