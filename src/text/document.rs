//! A text with headings, facts, lists and tables, before it is Markdown, HTML or rows on a screen.
//! What stands in it is plain text: whoever writes it escapes it.

use crate::domain::Language;

use super::ink::{Ink, Row};
use super::width::{pad, width as cells, wrap};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub language: Language,
    pub title: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What it is, above all else.
    Mark(String),
    Heading(Level, String),
    Text(String),
    /// Labels, each with what is said there.
    Facts(Vec<(String, String)>),
    List(Vec<String>),
    Table(Table),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Section,
    Part,
}

/// A table whose first row names the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    pub heads: Vec<String>,
    /// The column that says what its row is about.
    pub names: usize,
    pub rows: Vec<Vec<String>>,
}

/// What stands between two columns on a screen.
const GAP: usize = 2;
/// No column is narrower, however little room there is.
const NARROWEST: usize = 6;

/// A document as rows on a screen, each at most so many cells wide.
pub fn rows(document: &Document, width: usize) -> Vec<Row> {
    let width = width.max(1);
    let mut rows = Vec::new();
    let mut blocks = document.blocks.as_slice();
    if let [Block::Mark(mark), rest @ ..] = blocks {
        rows.extend(wrapped(mark, width, Ink::Accent));
        blocks = rest;
    }
    rows.extend(wrapped(&document.title, width, Ink::Heading));
    for block in blocks {
        // A heading stands close to what it is the heading of.
        let is_below_head = rows.last().is_some_and(|row: &Row| {
            row.0.first().is_some_and(|piece| piece.ink == Ink::Heading || piece.ink == Ink::Strong)
        });
        let is_heading = matches!(block, Block::Heading(..));
        if !is_below_head || is_heading || rows.len() < 3 {
            rows.push(Row::default());
        }
        match block {
            Block::Mark(text) => rows.extend(wrapped(text, width, Ink::Accent)),
            Block::Heading(Level::Section, text) => rows.extend(wrapped(text, width, Ink::Heading)),
            Block::Heading(Level::Part, text) => rows.extend(wrapped(text, width, Ink::Strong)),
            Block::Text(text) => rows.extend(wrapped(text, width, Ink::Text)),
            Block::Facts(facts) => rows.extend(facts_rows(facts, width)),
            Block::List(entries) => {
                for entry in entries {
                    rows.extend(hanging("• ", Ink::Muted, entry, 2, width));
                }
            }
            Block::Table(table) => rows.extend(table_rows(table, width)),
        }
    }
    rows
}

fn wrapped(text: &str, width: usize, ink: Ink) -> impl Iterator<Item = Row> {
    wrap(text, width, None).into_iter().map(move |line| Row::of(line, ink))
}

/// A text beside what stands before it, its further lines below itself.
fn hanging(before: &str, ink: Ink, text: &str, indent: usize, width: usize) -> Vec<Row> {
    let lines = wrap(text, width.saturating_sub(indent).max(1), None);
    let mut rows = Vec::new();
    for (nth, line) in lines.into_iter().enumerate() {
        let mut row = Row::default();
        row.push(pad(if nth == 0 { before } else { "" }, indent), ink);
        row.push(line, Ink::Text);
        rows.push(row);
    }
    rows
}

fn facts_rows(facts: &[(String, String)], width: usize) -> Vec<Row> {
    let widest = facts.iter().map(|(label, _)| cells(label)).max().unwrap_or(0) + GAP;
    if widest * 2 > width {
        let stacked = facts.iter().flat_map(|(label, said)| {
            let label = wrapped(label, width, Ink::Muted);
            label.chain(hanging("", Ink::Text, said, GAP, width))
        });
        return stacked.collect();
    }
    facts.iter().flat_map(|(label, said)| hanging(label, Ink::Muted, said, widest, width)).collect()
}

/// In columns where they fit; else each cell on a line of its own, after the name of its column.
fn table_rows(table: &Table, width: usize) -> Vec<Row> {
    let Some(widths) = column_widths(table, width) else {
        let mut rows = Vec::new();
        for cells in &table.rows {
            let named = table.heads.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
            let facts: Vec<_> = named.map(|(head, cell)| (head.clone(), cell.clone())).collect();
            if !rows.is_empty() {
                rows.push(Row::default());
            }
            rows.extend(facts_rows(&facts, width));
        }
        return rows;
    };
    let mut rows = in_columns(&table.heads, &widths, Ink::Muted);
    rows.extend(table.rows.iter().flat_map(|cells| in_columns(cells, &widths, Ink::Text)));
    rows
}

/// As wide as each wants to be; where that is too much, the widest give way.
fn column_widths(table: &Table, width: usize) -> Option<Vec<usize>> {
    let wants = |at: usize| {
        let column = table.rows.iter().filter_map(|row| row.get(at)).chain(table.heads.get(at));
        column.map(|cell| cells(cell)).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..table.heads.len()).map(wants).collect();
    let room = width.checked_sub(GAP * widths.len().saturating_sub(1))?;
    // Heads are never cut in the middle of a word.
    let least = |at: usize| {
        let words =
            table.heads.get(at).map_or(0, |head| head.split(' ').map(cells).max().unwrap_or(0));
        words.max(NARROWEST)
    };
    while widths.iter().sum::<usize>() > room {
        let over = (0..widths.len()).filter(|at| widths[*at] > least(*at));
        let widest = over.max_by_key(|at| widths[*at])?;
        widths[widest] -= 1;
    }
    Some(widths)
}

fn in_columns(texts: &[String], widths: &[usize], ink: Ink) -> Vec<Row> {
    let columns: Vec<Vec<String>> =
        texts.iter().zip(widths).map(|(text, width)| wrap(text, *width, None)).collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let line = |nth: usize| {
        let mut line = String::new();
        for (column, width) in columns.iter().zip(widths) {
            let text = column.get(nth).map_or("", String::as_str);
            line.push_str(&pad(text, width + GAP));
        }
        Row::of(line.trim_end(), ink)
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Document {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = Table {
            caption: "Actions".into(),
            names: 0,
            heads: row(["What", "Who", "When"]),
            rows: vec![
                row(["Ask the electrician what twelve lamps take", "Caretaker", "2026-12-04"]),
                row(["Book a room", "", ""]),
            ],
        };
        let facts = Block::Facts(vec![("Place".into(), "The big hall".into())]);
        let blocks = vec![facts, Block::List(vec!["One".into()]), Block::Table(table)];
        Document { language: Language::En, title: "A day".into(), blocks }
    }

    fn plain(width: usize) -> Vec<String> {
        rows(&table(), width).iter().map(Row::plain).collect()
    }

    #[test]
    fn a_table_stands_in_columns_and_its_widest_one_gives_way() {
        assert_eq!(
            plain(44),
            [
                "A day",
                "",
                "Place  The big hall",
                "",
                "• One",
                "",
                "What                   Who        When",
                "Ask the electrician    Caretaker  2026-12-04",
                "what twelve lamps",
                "take",
                "Book a room",
            ]
        );
    }

    #[test]
    fn no_row_is_wider_than_the_screen() {
        for width in 1..60 {
            for row in rows(&table(), width) {
                assert!(width < 4 || row.width() <= width, "{width}: {}", row.plain());
            }
        }
    }
}
