//! The one place that writes to standard output and standard error. What is printed is text only:
//! no colours, no lines of boxes, nothing that a terminal would obey.

use std::io::{self, BufWriter, Stdout, Write};

use serde::Serialize;

use crate::domain::{Lines, clean};
use crate::export::json;
use crate::text::width::width;

use super::trouble::Trouble;

/// What stands between two columns.
const GAP: &str = "  ";

pub(super) struct Out {
    to: BufWriter<Stdout>,
}

/// How a column stands under its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

pub(super) struct Table {
    heads: Vec<(String, Side)>,
    rows: Vec<Vec<String>>,
}

impl Out {
    pub(super) fn new() -> Out {
        Out { to: BufWriter::new(io::stdout()) }
    }

    pub(super) fn line(&mut self, text: &str) -> Result<(), Trouble> {
        Ok(writeln!(self.to, "{}", clean(text, Lines::Many))?)
    }

    /// A label and what stands there: prose goes below its label.
    pub(super) fn fact(&mut self, label: &str, text: &str) -> Result<(), Trouble> {
        // A question needs no colon before its answer.
        let colon = if label.ends_with('?') { "" } else { ":" };
        if !text.contains('\n') {
            return self.line(&format!("{label}{colon} {text}"));
        }
        self.line(&format!("{label}{colon}"))?;
        for line in text.lines() {
            self.line(format!("  {line}").trim_end())?;
        }
        Ok(())
    }

    pub(super) fn json(&mut self, what: &impl Serialize) -> Result<(), Trouble> {
        json::write(&mut self.to, what)?;
        Ok(self.to.write_all(b"\n")?)
    }

    pub(super) fn table(&mut self, table: &Table) -> Result<(), Trouble> {
        for line in table.lines() {
            writeln!(self.to, "{line}")?;
        }
        Ok(())
    }

    /// For what is written by others, piece by piece.
    pub(super) fn raw(&mut self) -> &mut impl Write {
        &mut self.to
    }

    pub(super) fn finish(&mut self) -> Result<(), Trouble> {
        Ok(self.to.flush()?)
    }
}

impl Table {
    pub(super) fn new(heads: impl IntoIterator<Item = (String, Side)>) -> Table {
        Table { heads: heads.into_iter().collect(), rows: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: Vec<String>) {
        let cells = cells.iter().map(|cell| clean(cell, Lines::One).into_owned());
        self.rows.push(cells.collect());
    }

    /// Columns as wide as their widest cell; one that is empty throughout is left out.
    fn lines(&self) -> Vec<String> {
        let heads: Vec<String> = self.heads.iter().map(|(head, _)| head.clone()).collect();
        let cells = |row: &Vec<String>, at: usize| row.get(at).map_or(0, |cell| width(cell));
        let wide: Vec<(usize, usize, Side)> = self
            .heads
            .iter()
            .enumerate()
            .filter_map(|(at, (head, side))| {
                let widest = self.rows.iter().map(|row| cells(row, at)).max().unwrap_or(0);
                (widest > 0).then(|| (at, widest.max(width(head)), *side))
            })
            .collect();
        std::iter::once(&heads).chain(&self.rows).map(|row| aligned(row, &wide)).collect()
    }
}

fn aligned(row: &[String], columns: &[(usize, usize, Side)]) -> String {
    let mut line = String::new();
    for (nth, (at, wide, side)) in columns.iter().enumerate() {
        let cell = row.get(*at).map_or("", String::as_str);
        let space = " ".repeat(wide.saturating_sub(width(cell)));
        if nth > 0 {
            line.push_str(GAP);
        }
        match side {
            Side::Left => line.extend([cell, &space]),
            Side::Right => line.extend([&space, cell]),
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// One sentence on standard error. That nobody reads it is no reason to fail again.
pub(super) fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "sluss: {}", clean(sentence, Lines::Many));
}

/// A word about what was printed, apart from it.
pub(super) fn remark(sentence: &str) {
    let _ = writeln!(io::stderr(), "{}", clean(sentence, Lines::Many));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_cells_and_empty_ones_left_out() {
        let mut table = Table::new([
            ("Nr".to_owned(), Side::Right),
            ("Enhet".to_owned(), Side::Left),
            ("Titel".to_owned(), Side::Left),
        ]);
        table.row(vec!["#1".into(), String::new(), "日本\u{1b}[31m".into()]);
        table.row(vec!["#12".into(), String::new(), "Kö".into()]);
        assert_eq!(table.lines(), [" Nr  Titel", " #1  日本[31m", "#12  Kö"]);
    }
}
