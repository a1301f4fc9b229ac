//! The board on the projector: the cards of one stage, few and large, a page at a time. Pure figures,
//! the same for `update` and `ui`.

use ratatui::layout::Rect;

use super::column::Column;
use super::geometry::{BoardPlan, Screen, Size};

/// Cells between two cards side by side.
const GAP: u16 = 2;
/// Rows that big letters take.
const BIG: u16 = 4;
/// Nobody takes in more rows of cards than this.
const MOST: u16 = 4;

/// Where the cards of a page stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    pub area: Rect,
    pub across: u16,
    pub down: u16,
    card: (u16, u16),
}

/// Which cards are on the screen, as indexes into the column's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leafed {
    pub from: usize,
    pub to: usize,
    /// The page and how many there are, where that is known.
    pub page: Option<(usize, usize)>,
}

/// Plans the board for a room. `big` says that the stages' names fit in big letters.
pub(super) fn plan(size: Size, stages: usize, big: bool) -> BoardPlan {
    let body = Screen::of(size).body;
    let margin = u16::from(size.columns >= 40);
    let mut area =
        Rect { x: body.x + margin, width: body.width.saturating_sub(2 * margin), ..body };
    let mut strip = None;
    if stages > 1 && area.height >= 5 {
        strip = Some(Rect { height: 1, ..area });
        area.y += 1;
        area.height -= 1;
    }
    if area.height >= 12 {
        area.y += 1;
        area.height -= 1;
    }
    let heading = match area.height {
        0..4 => 0,
        4..8 => 1,
        13.. if big => BIG + 2,
        _ => 3,
    };
    BoardPlan { strip, columns: 1, area, panes: None, heading }
}

impl Grid {
    pub fn of(area: Rect) -> Grid {
        let across = match area.width {
            0..50 => 1,
            50..108 => 2,
            _ => 3,
        };
        let down = if area.height >= 9 { (area.height + 1) / 5 } else { (area.height + 1) / 4 };
        let down = down.clamp(1, MOST);
        let width = area.width.saturating_sub(GAP * (across - 1)) / across;
        let height = (area.height.saturating_sub(down - 1) / down).min(5);
        Grid { area, across, down, card: (width, height) }
    }

    /// How many cards a page has.
    pub fn page(&self) -> usize {
        usize::from(self.across) * usize::from(self.down)
    }

    /// The cells of the n-th card of a page.
    pub fn card(&self, nth: usize) -> Rect {
        let nth = u16::try_from(nth).unwrap_or(0);
        let (width, height) = self.card;
        let (row, column) = (nth / self.across, nth % self.across);
        let x = self.area.x + column * (width + GAP);
        let y = self.area.y + row * (height + 1);
        Rect { x, y, width, height }.intersection(self.area)
    }

    /// The lines that a title may take.
    pub fn lines(&self) -> usize {
        usize::from(self.card.1.clamp(1, 3))
    }

    /// Which card of a page is under a cell.
    pub fn at(&self, x: u16, y: u16) -> Option<usize> {
        (0..self.page()).find(|nth| self.card(*nth).contains((x, y).into()))
    }

    /// The card of a column under a cell, as an index into its window.
    pub(super) fn under(&self, column: &Column, x: u16, y: u16) -> Option<usize> {
        let leaf = self.leaf(column);
        self.at(x, y).map(|nth| leaf.from + nth).filter(|at| *at < leaf.to)
    }

    /// The page of a column on which its cursor is.
    pub fn leaf(&self, column: &Column) -> Leafed {
        let per = self.page();
        let above = column.window.above;
        let at = above.unwrap_or(0) + column.cursor;
        let first = at - at % per;
        let from = first.saturating_sub(above.unwrap_or(0));
        let to = (first + per).saturating_sub(above.unwrap_or(0)).min(column.window.cards.len());
        let page = above.map(|_| (first / per + 1, column.window.total.div_ceil(per).max(1)));
        Leafed { from, to: to.max(from), page }
    }

    /// How far up or down goes from the cursor; none where there is nothing.
    pub fn step(&self, column: &Column, by: isize) -> isize {
        let across = isize::try_from(self.across).unwrap_or(1);
        let last = column.window.cards.len().saturating_sub(1);
        let (at, last) = (signed(column.cursor), signed(last));
        let to = at + by * across;
        if to < 0 {
            return 0;
        }
        if to <= last {
            return by * across;
        }
        // Down from above the last card of a row that is not full.
        if at / across < last / across { last - at } else { 0 }
    }

    /// Whether the card beside the cursor is on the same row.
    pub fn has_beside(&self, column: &Column, by: isize) -> bool {
        let at = column.window.above.unwrap_or(0) + column.cursor;
        let across = usize::from(self.across);
        match column.cursor.checked_add_signed(by) {
            Some(to) if to < column.window.cards.len() => {
                let to = column.window.above.unwrap_or(0) + to;
                to / across == at / across
            }
            _ => false,
        }
    }
}

fn signed(n: usize) -> isize {
    isize::try_from(n).unwrap_or(isize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(columns: u16, rows: u16) -> Grid {
        let plan = plan(Size { columns, rows }, 6, true);
        Grid::of(plan.cards(0))
    }

    #[test]
    fn few_cards_and_large_ones_at_every_size() {
        for ((columns, rows), (across, down)) in [
            ((20, 4), (1, 1)),
            ((60, 18), (2, 2)),
            ((70, 20), (2, 2)),
            ((80, 24), (2, 2)),
            ((120, 36), (3, 4)),
            ((300, 80), (3, 4)),
        ] {
            let grid = grid(columns, rows);
            assert_eq!((grid.across, grid.down), (across, down), "{columns}x{rows}");
        }
    }

    #[test]
    fn every_card_stands_inside_and_none_on_another() {
        for columns in 0..140 {
            for rows in 0..60 {
                let grid = grid(columns, rows);
                let cards: Vec<Rect> = (0..grid.page()).map(|nth| grid.card(nth)).collect();
                for (nth, card) in cards.iter().enumerate() {
                    assert_eq!(card.intersection(grid.area), *card, "{columns}x{rows}");
                    for other in cards.iter().skip(nth + 1) {
                        assert!(card.intersection(*other).is_empty(), "{columns}x{rows}");
                    }
                }
            }
        }
    }
}
