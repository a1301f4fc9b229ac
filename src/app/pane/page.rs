//! A pane's contents in rows: fields under their names, texts, and what belongs to which item.

use std::ops::Range;

use crate::text::ink::{Ink, Row};
use crate::text::width::{width, wrap};

/// Cells left of a list's items, for the bar of the one in focus.
pub(super) const GUTTER: u16 = 2;
/// Cells of the column of names, and of the gap after it.
const NAMES: usize = 12;
const GAP: usize = 2;

#[derive(Debug, Default)]
pub struct Page {
    pub rows: Vec<Row>,
    /// The rows of each item, in a pane that is a list.
    pub items: Vec<Range<usize>>,
    /// What is told of the item in focus, at a place of its own.
    pub foot: Vec<Row>,
}

impl Page {
    pub(super) fn say(&mut self, text: &str, ink: Ink, cells: usize) {
        self.rows.extend(said(text, ink, cells));
    }

    /// A blank row, unless nothing or a blank row stands above.
    pub(super) fn gap(&mut self) {
        if self.rows.last().is_some_and(|row| !row.0.is_empty()) {
            self.rows.push(Row::default());
        }
    }

    pub(super) fn item(&mut self, rows: Vec<Row>) {
        let start = self.rows.len();
        self.rows.extend(rows);
        self.items.push(start..self.rows.len());
    }

    /// A name and, beside or below it, what it holds. `lay` is told the cells there are.
    pub(super) fn field(&mut self, name: &str, cells: usize, lay: impl FnOnce(usize) -> Vec<Row>) {
        let indent = indent(cells);
        let mut values = lay(cells.saturating_sub(indent).max(1));
        while values.last().is_some_and(|row| row.0.is_empty()) {
            values.pop();
        }
        if values.is_empty() {
            return;
        }
        if indent == 0 {
            self.say(name, Ink::Muted, cells);
            self.rows.extend(values);
            return;
        }
        let names = wrap(name, NAMES, None);
        let height = names.len().max(values.len());
        let mut values = values.into_iter();
        for at in 0..height {
            let name = names.get(at).map_or("", String::as_str);
            let value = values.next().unwrap_or_default();
            if name.is_empty() {
                self.rows.push(value.indented(indent));
                continue;
            }
            let mut row = Row::of(name, Ink::Muted);
            if !value.0.is_empty() {
                row.push(" ".repeat(indent.saturating_sub(width(name))), Ink::Text);
                row.0.extend(value.0);
            }
            self.rows.push(row);
        }
    }
}

/// Where what a field holds begins; nothing where there is no room for a column of names.
fn indent(cells: usize) -> usize {
    if cells >= 44 { NAMES + GAP } else { 0 }
}

/// A sentence in rows of so many cells.
pub(super) fn said(text: &str, ink: Ink, cells: usize) -> Vec<Row> {
    wrap(text, cells.max(1), None).into_iter().map(|line| Row::of(line, ink)).collect()
}
