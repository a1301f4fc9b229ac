//! What the journal tells of records: what each of their columns said last.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{Change, Delta, Kind, Row, Value};

use crate::store::Fault;
use crate::store::integrity::{ENTRY, is_altered};
use crate::store::journal::read_changes;
use crate::store::rows::{Inside, Lossy};
use crate::store::sums;

use super::repair::Raw;

/// The last that is known of some records.
#[derive(Debug, Default)]
pub(super) struct Past {
    records: HashMap<(Kind, i64), Known>,
    /// Every entry is there as it was written, so that the last that is known is the last there was.
    is_whole: bool,
}

#[derive(Debug, Default)]
struct Known {
    cells: HashMap<&'static str, Value>,
    /// The last text of each column that was not empty.
    said: HashMap<&'static str, String>,
    is_gone: bool,
}

impl Known {
    fn learn(&mut self, column: &'static str, value: &Value) {
        if let Value::Text(text) = value
            && !text.trim().is_empty()
        {
            self.said.insert(column, text.clone());
        }
        self.cells.insert(column, value.clone());
    }

    fn row(&self, kind: Kind) -> Option<Row> {
        let cells = kind.columns().iter().map(|column| self.cells.get(column.name).cloned());
        let row = Row(cells.collect::<Option<_>>()?);
        (!self.is_gone && kind.reads(&row)).then_some(row)
    }
}

impl Past {
    pub(super) fn of(inside: &Inside<'_>, records: &BTreeSet<(Kind, i64)>) -> Result<Past, Fault> {
        let mut past = Past { is_whole: true, ..Past::default() };
        if records.is_empty() {
            return Ok(past);
        }
        let kinds: BTreeSet<Kind> = records.iter().map(|(kind, _)| *kind).collect();
        let names: Vec<String> = kinds.iter().map(|kind| format!("\"{}\"", kind.table())).collect();
        let mut statement = inside.0.prepare(&format!("{ENTRY} ORDER BY seq"))?;
        let mut rows = statement.query([])?;
        let mut last = 0;
        while let Some(row) = rows.next()? {
            let seq: i64 = row.get(0)?;
            past.is_whole &= seq == last + 1;
            last = seq;
            if is_altered(row)? {
                past.is_whole = false;
                continue;
            }
            let written = row.get::<_, Lossy>(6)?.0;
            if !names.iter().any(|name| written.contains(name.as_str())) {
                continue;
            }
            let Ok(changes) = read_changes(&written) else {
                past.is_whole = false;
                continue;
            };
            for change in changes.iter().filter(|it| records.contains(&(it.kind(), it.id()))) {
                past.learn(change);
            }
        }
        Ok(past)
    }

    fn learn(&mut self, change: &Change) {
        let known = self.records.entry((change.kind(), change.id())).or_default();
        match change {
            Change::Create { kind, row } | Change::Delete { kind, row } => {
                known.is_gone = matches!(change, Change::Delete { .. });
                for (column, value) in kind.columns().iter().zip(&row.0) {
                    known.learn(column.name, value);
                }
            }
            Change::Update { deltas, .. } => {
                for Delta { column, after, .. } in deltas {
                    known.learn(column, after);
                }
            }
        }
    }

    /// A record that is gone and was not removed, where all of it is known.
    pub(super) fn whole(&self, kind: Kind, id: i64) -> Option<Row> {
        self.records.get(&(kind, id)).and_then(|known| known.row(kind))
    }

    /// What a column said when it last said something.
    pub(super) fn said(&self, kind: Kind, id: i64, column: &str) -> Option<String> {
        self.records.get(&(kind, id)).and_then(|known| known.said.get(column).cloned())
    }

    /// A record as it was: what is known of it with what stands there, where the sum says that this
    /// is it; or all that is known, where the journal is whole.
    pub(super) fn fitting(&self, kind: Kind, found: &Raw) -> Option<Row> {
        let shown = found.shown();
        let known = self.records.get(&(kind, shown.id()))?;
        let cells = kind.columns().iter().zip(&shown.0);
        let filled = cells.map(|(column, value)| known.cells.get(column.name).unwrap_or(value));
        let row = Row(filled.cloned().collect());
        if kind.reads(&row) && sums::of_row(kind, &row) == found.sum {
            return Some(row);
        }
        known.row(kind).filter(|_| self.is_whole)
    }
}
