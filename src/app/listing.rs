//! A list with a cursor: rows in columns under headings, as far as they are read, and how they are
//! narrowed by what is typed. Every list of the program is one; what its rows mean is told by
//! whoever fills it. It reads nothing.

mod plan;
mod row;

use crate::editor::Editor;
use crate::text::fold;
use crate::text::width::width;

pub use plan::ListPlan;
pub use row::{Cell, ColumnShape, Ink, Of, Row};

#[derive(Debug)]
pub struct Listing {
    /// How the cells of a row stand.
    pub columns: &'static [ColumnShape],
    rows: Vec<Row>,
    /// The rows that what is typed leaves, as indices.
    shown: Vec<usize>,
    /// The row in focus, as an index into those shown.
    pub cursor: usize,
    /// The first row on the screen, as an index into those shown.
    pub top: usize,
    /// What the list is narrowed by.
    pub line: Editor,
    /// Letters narrow the list.
    pub typing: bool,
    /// The file has more than was read.
    pub more: bool,
    widths: Vec<u16>,
}

impl Listing {
    pub fn new(columns: &'static [ColumnShape]) -> Listing {
        Listing {
            columns,
            rows: Vec::new(),
            shown: Vec::new(),
            cursor: 0,
            top: 0,
            line: Editor::query(""),
            typing: false,
            more: false,
            widths: Vec::new(),
        }
    }

    /// Takes fresh rows in. The cursor stays on what it was on; where that is gone, on its place.
    pub fn set_rows(&mut self, rows: Vec<Row>) {
        let was = self.focused().map(|row| row.of.clone());
        let place = self.cursor;
        self.rows = rows;
        self.measure();
        self.narrow();
        let nearest = was.and_then(|was| {
            let same = self.shown().filter(|(_, row)| row.of == was).map(|(at, _)| at);
            same.min_by_key(|at| at.abs_diff(place))
        });
        self.cursor = nearest.unwrap_or(place);
        self.land(1);
    }

    /// Shows rows that somebody else has chosen and ordered, from the best on.
    pub fn set_found(&mut self, rows: Vec<Row>) {
        self.rows = rows;
        self.shown = (0..self.rows.len()).collect();
        self.measure();
        self.cursor = 0;
        self.top = 0;
        self.land(1);
    }

    fn measure(&mut self) {
        let columns = self.columns.iter().enumerate();
        let widths = columns.map(|(at, column)| {
            let cells = self.rows.iter().filter(|row| row.takes_focus());
            let widest = cells.filter_map(|row| row.cells.get(at)).map(|cell| width(&cell.text));
            u16::try_from(widest.max().unwrap_or(0)).unwrap_or(u16::MAX).min(column.most)
        });
        self.widths = widths.collect();
    }

    /// Leaves the rows that have every word, and the headings that still have rows.
    fn narrow(&mut self) {
        let text = fold(&self.line.text());
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let mut shown: Vec<usize> = Vec::new();
        // The headings and blank lines of a section that has shown no row yet.
        let mut waiting: Vec<usize> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let fits = words.is_empty() || (row.of != Of::More && row.has(&words));
            if row.takes_focus() && fits {
                shown.append(&mut waiting);
                shown.push(at);
            } else if row.of == Of::Heading {
                waiting.retain(|at| self.rows.get(*at).is_some_and(|row| row.of == Of::Gap));
                waiting.push(at);
            } else if row.of == Of::Gap {
                waiting.clear();
                if !shown.is_empty() {
                    waiting.push(at);
                }
            }
        }
        self.shown = shown;
    }

    /// Something was typed.
    pub fn narrowed(&mut self) {
        self.narrow();
        self.cursor = 0;
        self.top = 0;
        self.land(1);
    }

    /// Shows all rows again; answers whether there was something to clear.
    pub fn clear(&mut self) -> bool {
        let was = self.typing || !self.line.is_empty();
        let focused = self.focused().map(|row| row.of.clone());
        self.typing = false;
        self.line.set_text("");
        self.narrow();
        let at = self.shown().find(|(_, row)| Some(&row.of) == focused.as_ref());
        self.cursor = at.map_or(0, |(at, _)| at);
        self.land(1);
        was
    }

    pub fn is_narrowed(&self) -> bool {
        !self.line.is_empty()
    }

    pub fn focused(&self) -> Option<&Row> {
        self.row(self.cursor).filter(|row| row.takes_focus())
    }

    pub fn row(&self, at: usize) -> Option<&Row> {
        self.shown.get(at).and_then(|at| self.rows.get(*at))
    }

    /// The rows shown, each with its place among them.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &Row)> {
        self.shown.iter().filter_map(|at| self.rows.get(*at)).enumerate()
    }

    pub fn len(&self) -> usize {
        self.shown.len()
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// How many rows there are without the headings.
    pub fn count(&self) -> usize {
        self.shown().filter(|(_, row)| row.takes_focus() && row.of != Of::More).count()
    }

    /// The cells that a column of fitting width takes.
    pub fn width(&self, column: usize) -> u16 {
        self.widths.get(column).copied().unwrap_or(0)
    }

    /// Moves the cursor by so many rows, over headings.
    pub fn step(&mut self, by: isize) {
        let last = self.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        self.land(by);
    }

    pub fn first(&mut self) {
        self.cursor = 0;
        self.land(1);
    }

    pub fn last(&mut self) {
        self.cursor = self.len().saturating_sub(1);
        self.land(-1);
    }

    /// From a heading the cursor goes on the way it went; at the list's end it turns back.
    fn land(&mut self, way: isize) {
        self.cursor = self.cursor.min(self.len().saturating_sub(1));
        let takes = |at: usize| self.row(at).is_some_and(Row::takes_focus);
        let on = (self.cursor..self.len()).find(|at| takes(*at));
        let back = (0..=self.cursor).rev().find(|at| takes(*at));
        let found = if way < 0 { back.or(on) } else { on.or(back) };
        self.cursor = found.unwrap_or(0);
    }

    /// Scrolls as little as needed for the focus and the heading above it to be in sight. In
    /// several columns it turns pages instead, so that rows stay where they are.
    pub fn keep_in_sight(&mut self, plan: &ListPlan) {
        let (rows, page) = (usize::from(plan.rows.height).max(1), plan.page());
        if plan.across > 1 {
            self.top = self.cursor / page * page;
            return;
        }
        let heading = self
            .cursor
            .checked_sub(1)
            .filter(|at| self.row(*at).is_some_and(|row| !row.takes_focus()) && rows > 1);
        self.top = self.top.min(heading.unwrap_or(self.cursor));
        if self.cursor >= self.top + rows {
            self.top = self.cursor + 1 - rows;
        }
        self.top = self.top.min(self.len().saturating_sub(rows));
    }

    /// The row under a cell.
    pub fn at(&self, plan: &ListPlan, x: u16, y: u16) -> Option<usize> {
        let down = y.checked_sub(plan.rows.y).filter(|down| *down < plan.rows.height)?;
        let column = (0..plan.across).find(|nth| {
            let column = plan.column(*nth);
            (column.left()..column.right()).contains(&x)
        })?;
        let at = self.top + usize::from(column * plan.rows.height + down);
        self.row(at).filter(|row| row.takes_focus()).map(|_| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::IdeaId;

    const COLUMNS: &[ColumnShape] = &[ColumnShape::fits(6).right(), ColumnShape::grows()];

    fn idea(n: i64, title: &str) -> Row {
        Row::new(Of::Idea(IdeaId(n)), vec![Cell::new(n.to_string()), Cell::new(title)])
    }

    fn listing() -> Listing {
        let mut listing = Listing::new(COLUMNS);
        listing.set_rows(vec![
            Row::heading("one", "2"),
            idea(1, "Kettle"),
            idea(2, "Återbruk"),
            Row::heading("two", "1"),
            idea(3, "Drill"),
        ]);
        listing
    }

    fn focused(listing: &Listing) -> i64 {
        match listing.focused().map(|row| &row.of) {
            Some(Of::Idea(idea)) => idea.0,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_cursor_steps_over_headings_and_stops_at_the_ends() {
        let mut listing = listing();
        assert_eq!(focused(&listing), 1);
        listing.step(2);
        assert_eq!(focused(&listing), 3);
        listing.step(-1);
        assert_eq!(focused(&listing), 2);
        listing.step(-9);
        assert_eq!(focused(&listing), 1);
        listing.last();
        listing.step(9);
        assert_eq!(focused(&listing), 3);
    }

    #[test]
    fn what_is_typed_leaves_the_rows_that_have_it_under_their_headings() {
        let mut listing = listing();
        listing.line.set_text("återb");
        listing.narrowed();
        assert_eq!(focused(&listing), 2);
        assert_eq!((listing.len(), listing.count()), (2, 1));
        assert!(listing.clear());
        assert_eq!((listing.len(), focused(&listing)), (5, 2), "the focus stays");
        assert!(!listing.clear());
    }

    #[test]
    fn the_cursor_stays_on_what_it_was_on_and_else_on_its_place() {
        let mut listing = listing();
        listing.step(1);
        listing.set_rows(vec![idea(7, "New"), idea(1, "Kettle"), idea(2, "Återbruk")]);
        assert_eq!(focused(&listing), 2);
        listing.set_rows(vec![idea(7, "New"), idea(1, "Kettle")]);
        assert_eq!(focused(&listing), 1);
        listing.set_rows(Vec::new());
        assert_eq!(listing.focused(), None);
        listing.step(1);
        listing.last();
    }
}
