//! Sums over what is written, by which a bit that changed by itself is found. They are no
//! protection against a person who changes the file on purpose.
//!
//! A record's sum is put together of one for each of its cells, so that a step renews it by the
//! cells that it changes: damage in another cell of the same row stays found.

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::domain::{Delta, Kind, Row, Value};

/// How one value after another goes into a sum: with its type and its length, so that no two lists
/// of values look alike.
struct Summed(Sha256);

impl Summed {
    fn of(table: &str) -> Summed {
        Summed(Sha256::new()).text(table.as_bytes())
    }

    fn number(self, number: i64) -> Summed {
        Summed(self.0.chain_update([1]).chain_update(number.to_be_bytes()))
    }

    fn text(self, text: &[u8]) -> Summed {
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        Summed(self.0.chain_update([2]).chain_update(length.to_be_bytes()).chain_update(text))
    }

    fn maybe(self, number: Option<i64>) -> Summed {
        match number {
            Some(number) => self.number(number),
            None => Summed(self.0.chain_update([0])),
        }
    }

    fn short(self) -> i64 {
        let whole: [u8; 32] = self.0.finalize().into();
        whole.first_chunk().map_or(0, |first| i64::from_be_bytes(*first))
    }
}

/// One cell's part in its row's sum. An empty one has none, so that a new column changes no sum.
pub(super) fn of_cell(kind: Kind, id: i64, column: &str, value: ValueRef<'_>) -> i64 {
    // Names hold no zero byte and the value comes last: no two cells look alike. Most are short
    // enough for one round of the hash.
    let named = || {
        let named = Sha256::new().chain_update(kind.table()).chain_update([0]);
        named.chain_update(column).chain_update([0]).chain_update(id.to_be_bytes())
    };
    Summed(match value {
        ValueRef::Null => return 0,
        ValueRef::Integer(number) => named().chain_update([1]).chain_update(number.to_be_bytes()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            named().chain_update([2]).chain_update(bytes)
        }
        ValueRef::Real(number) => named().chain_update([3]).chain_update(number.to_be_bytes()),
    })
    .short()
}

/// The sum of a whole record.
pub fn of_row(kind: Kind, row: &Row) -> i64 {
    let cells = kind.columns().iter().zip(&row.0);
    cells
        .fold(0, |sum, (column, value)| sum ^ of_cell(kind, row.id(), column.name, borrowed(value)))
}

/// By what a record's sum differs once these cells have changed.
pub(super) fn of_deltas(kind: Kind, id: i64, deltas: &[Delta]) -> i64 {
    let of = |column, value| of_cell(kind, id, column, borrowed(value));
    deltas.iter().fold(0, |sum, delta| {
        sum ^ of(delta.column, &delta.before) ^ of(delta.column, &delta.after)
    })
}

/// An entry of the journal as it stands in the file.
pub(super) struct Entered<'a> {
    pub(super) seq: i64,
    pub(super) uid: &'a [u8],
    pub(super) at: i64,
    pub(super) who: Option<i64>,
    pub(super) run: &'a [u8],
    pub(super) label: &'a [u8],
    pub(super) changes: &'a [u8],
    pub(super) undoes: Option<i64>,
}

/// An entry's hash is of all that it says and of its place, not of other entries: one of them can
/// be rewritten where the law wants it.
pub(super) fn of_entry(entry: &Entered<'_>) -> [u8; 32] {
    Summed::of("journal")
        .number(entry.seq)
        .text(entry.uid)
        .number(entry.at)
        .maybe(entry.who)
        .text(entry.run)
        .text(entry.label)
        .text(entry.changes)
        .maybe(entry.undoes)
        .0
        .finalize()
        .into()
}

/// The sum of one field that is being typed: what it is for, its name, its text, what it was.
pub(super) fn of_draft(texts: [&[u8]; 4], at: i64, discarded: Option<i64>) -> i64 {
    let typed = texts.into_iter().fold(Summed::of("draft"), Summed::text).number(at);
    let [target, field, ..] = texts;
    typed.short() ^ of_discarded(target, field, discarded)
}

/// The part of a draft's sum that tells when it was thrown away; none while it was not.
pub(super) fn of_discarded(target: &[u8], field: &[u8], at: Option<i64>) -> i64 {
    at.map_or(0, |at| Summed::of("draft").text(target).text(field).number(at).short())
}

pub(super) fn borrowed(value: &Value) -> ValueRef<'_> {
    match value {
        Value::Null => ValueRef::Null,
        Value::Int(number) => ValueRef::Integer(*number),
        Value::Text(text) => ValueRef::Text(text.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, name: &str) -> Row {
        let text = |text: &str| Value::Text(text.into());
        Row(vec![Value::Int(7), text("u"), text(code), text(name)])
    }

    #[test]
    fn a_sum_differs_where_any_cell_does() {
        let sum = |row: &Row| of_row(Kind::Unit, row);
        let whole = sum(&row("KLK", "Ledning"));
        assert_ne!(whole, sum(&row("KLJ", "Ledning")));
        assert_ne!(whole, sum(&row("KLKL", "edning")));
        assert_ne!(whole, sum(&row("Ledning", "KLK")));
        let mut other = row("KLK", "Ledning");
        other.0[0] = Value::Int(8);
        assert_ne!(whole, sum(&other));
    }

    #[test]
    fn a_change_leads_from_one_sum_to_the_other() {
        let text = |text: &str| Value::Text(text.into());
        let deltas = [Delta { column: "name", before: text("Ledning"), after: Value::Null }];
        let (before, mut after) = (row("KLK", "Ledning"), row("KLK", ""));
        after.0[3] = Value::Null;
        let led = of_row(Kind::Unit, &before) ^ of_deltas(Kind::Unit, 7, &deltas);
        assert_eq!(led, of_row(Kind::Unit, &after));
    }

    #[test]
    fn the_sums_of_files_that_stand_are_never_counted_otherwise() {
        assert_eq!(of_row(Kind::Unit, &row("KLK", "Ledning")), 5236357804351619478);
    }
}
