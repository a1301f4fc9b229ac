//! Where a single bit turned, the sum tells which: turned back, all fits again.

use rusqlite::OptionalExtension as _;
use rusqlite::types::{Value as Cell, ValueRef};

use crate::domain::{Kind, Row, Value};

use crate::store::Fault;
use crate::store::integrity::{ENTRY, entered};
use crate::store::rows::{Bound, Inside, value};
use crate::store::sums::{self, Entered};

/// In longer texts it is not looked for: it would take too long.
const LONGEST: usize = 4096;

/// How many bytes may still be hashed in search of a bit that turned.
pub(super) struct Effort(usize);

impl Default for Effort {
    /// A few seconds at most.
    fn default() -> Effort {
        Effort(1 << 30)
    }
}

impl Effort {
    /// Whether all variants of an entry can be tried. What that takes is used up then.
    fn is_enough_for(&mut self, entry: &Entered<'_>) -> bool {
        let beside = entry.uid.len() + entry.run.len();
        let texts = entry.label.len() + entry.changes.len();
        // A bit more for the numbers, which are tried too.
        let variants = if texts > LONGEST { 0 } else { (texts + beside) * 8 } + 512;
        let left = self.0.checked_sub(variants * (texts + beside));
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// A record as its bytes stand in the file, with its sum.
pub(super) struct Raw {
    cells: Vec<Cell>,
    pub(super) sum: i64,
}

impl Raw {
    /// The record as a reader sees it.
    pub(super) fn shown(&self) -> Row {
        Row(self.cells.iter().map(|cell| value(ValueRef::from(cell))).collect())
    }

    fn id(&self) -> i64 {
        self.shown().id()
    }

    fn counted(&self, kind: Kind) -> i64 {
        let cells = kind.columns().iter().zip(&self.cells);
        cells.fold(0, |sum, (column, cell)| {
            sum ^ sums::of_cell(kind, self.id(), column.name, ValueRef::from(cell))
        })
    }

    /// The record is sound and the sum is one bit off: it is the sum that was hit.
    pub(super) fn sum_alone_is_wrong(&self, kind: Kind) -> bool {
        (self.counted(kind) ^ self.sum).count_ones() <= 1 && kind.reads(&self.shown())
    }

    /// The record with the one bit turned back that its sum asks for.
    pub(super) fn repaired(&self, kind: Kind) -> Option<Row> {
        let (id, off) = (self.id(), self.counted(kind) ^ self.sum);
        for (at, column) in kind.columns().iter().enumerate().skip(1) {
            let cell = self.cells.get(at)?;
            let sum = |cell: &Cell| sums::of_cell(kind, id, column.name, ValueRef::from(cell));
            let wanted = sum(cell) ^ off;
            let Some(turned) = turned(cell).find(|turned| sum(turned) == wanted) else { continue };
            let mut row = self.shown();
            *row.0.get_mut(at)? = value(ValueRef::from(&turned));
            return kind.reads(&row).then_some(row);
        }
        None
    }
}

/// A cell with each of its bits turned.
fn turned(cell: &Cell) -> Box<dyn Iterator<Item = Cell> + '_> {
    match cell {
        Cell::Text(text) if text.len() <= LONGEST => Box::new(bits(text.as_bytes()).map(text_of)),
        Cell::Blob(bytes) if bytes.len() <= LONGEST => Box::new(bits(bytes).map(text_of)),
        Cell::Integer(number) => Box::new(numbers(*number).map(Cell::Integer)),
        Cell::Null | Cell::Real(_) | Cell::Text(_) | Cell::Blob(_) => Box::new(std::iter::empty()),
    }
}

fn text_of(bytes: Vec<u8>) -> Cell {
    match String::from_utf8(bytes) {
        Ok(text) => Cell::Text(text),
        Err(error) => Cell::Blob(error.into_bytes()),
    }
}

fn bits(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    (0..bytes.len() * 8).map(|bit| {
        let mut turned = bytes.to_vec();
        if let Some(byte) = turned.get_mut(bit / 8) {
            *byte ^= 1 << (bit % 8);
        }
        turned
    })
}

/// The numbers whose bytes differ in one bit, in each of the lengths in which SQLite writes them.
fn numbers(number: i64) -> impl Iterator<Item = i64> {
    [8_u32, 16, 24, 32, 48, 64].into_iter().flat_map(move |wide| {
        let unused = 64 - wide;
        let fits = (number << unused) >> unused == number;
        (0..if fits { wide } else { 0 })
            .map(move |bit| ((number ^ (1_i64 << bit)) << unused) >> unused)
    })
}

impl Inside<'_> {
    pub(super) fn raw(&self, kind: Kind, id: i64) -> Result<Option<Raw>, Fault> {
        let names: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
        let sql = format!("SELECT {}, sum FROM {} WHERE id = ?1", names.join(", "), kind.table());
        let mut statement = self.0.prepare_cached(&sql)?;
        let raw = statement.query_row([id], |row| {
            let cell = |at: usize| -> rusqlite::Result<Cell> {
                Ok(match row.get_ref(at)? {
                    ValueRef::Null => Cell::Null,
                    ValueRef::Integer(number) => Cell::Integer(number),
                    ValueRef::Real(number) => Cell::Real(number),
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => text_of(bytes.to_vec()),
                })
            };
            let cells = (0..names.len()).map(cell).collect::<rusqlite::Result<_>>()?;
            Ok(Raw { cells, sum: row.get(names.len())? })
        });
        Ok(raw.optional()?)
    }

    /// Writes a record as a reader sees it, under the sum of that. What must not be missing is
    /// there, and empty.
    pub(super) fn seal_as_shown(&self, kind: Kind, id: i64) -> Result<Row, Fault> {
        let Some(raw) = self.raw(kind, id)? else { return Ok(Row(Vec::new())) };
        let mut row = raw.shown();
        for (column, value) in kind.columns().iter().zip(&mut row.0) {
            if *value == Value::Null && column.sql.contains("NOT NULL") {
                *value = match column.sql.starts_with("TEXT") {
                    true => Value::Text(String::new()),
                    false => Value::Int(0),
                };
            }
        }
        let cells = kind.columns().iter().skip(1).map(|column| format!("{} = ?", column.name));
        let cells: Vec<String> = cells.collect();
        let sql = format!("UPDATE {} SET {}, sum = ? WHERE id = ?", kind.table(), cells.join(", "));
        let beside = [sums::of_row(kind, &row), id].map(Value::Int);
        let bound = row.0.iter().skip(1).chain(&beside).map(Bound);
        self.0.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(bound))?;
        Ok(row)
    }

    /// Turns back the one bit of an entry that was hit, where its hash tells which. Answers whether
    /// that was tried.
    pub(super) fn repair_entry(&self, seq: i64, effort: &mut Effort) -> Result<bool, Fault> {
        let mut statement = self.0.prepare(&format!("{ENTRY} WHERE seq = ?1"))?;
        let mut rows = statement.query([seq])?;
        let Some(row) = rows.next()? else { return Ok(true) };
        let entered = entered(row)?;
        if !effort.is_enough_for(&entered) {
            return Ok(false);
        }
        let hash = row.get_ref(8)?.as_bytes().map_err(rusqlite::Error::from)?.to_vec();
        let Some((column, cell)) = hit(&entered, &hash) else { return Ok(true) };
        drop(rows);
        self.0.execute(&format!("UPDATE journal SET {column} = ?2 WHERE seq = ?1"), (seq, cell))?;
        Ok(true)
    }
}

/// The column of an entry in which a bit turned, and what it was.
fn hit(entered: &Entered<'_>, hash: &[u8]) -> Option<(&'static str, Cell)> {
    let counted = sums::of_entry(entered);
    let off: u32 = counted.iter().zip(hash).map(|(one, other)| (one ^ other).count_ones()).sum();
    if hash.len() == counted.len() && off <= 1 {
        return Some(("hash", Cell::Blob(counted.to_vec())));
    }
    let fits = |entered: Entered<'_>| sums::of_entry(&entered) == hash;
    let mut texts: Vec<(&'static str, &[u8])> =
        vec![("label", entered.label), ("changes", entered.changes)];
    texts.extend([("uid", entered.uid), ("run", entered.run)]);
    for (column, bytes) in texts {
        if entered.label.len() + entered.changes.len() > LONGEST {
            break;
        }
        let found = bits(bytes).find(|turned| {
            fits(match column {
                "label" => Entered { label: turned, ..*entered },
                "changes" => Entered { changes: turned, ..*entered },
                "uid" => Entered { uid: turned, ..*entered },
                _ => Entered { run: turned, ..*entered },
            })
        });
        if let Some(Cell::Text(text)) = found.map(text_of) {
            return Some((column, Cell::Text(text)));
        }
    }
    let at = numbers(entered.at).find(|at| fits(Entered { at: *at, ..*entered }));
    if let Some(at) = at {
        return Some(("at", Cell::Integer(at)));
    }
    let maybe = |number: Option<i64>| number.into_iter().flat_map(numbers);
    let who = maybe(entered.who).find(|who| fits(Entered { who: Some(*who), ..*entered }));
    if let Some(who) = who {
        return Some(("who", Cell::Integer(who)));
    }
    let undoes = maybe(entered.undoes);
    let undoes = undoes.into_iter().find(|it| fits(Entered { undoes: Some(*it), ..*entered }));
    undoes.map(|undoes| ("undoes", Cell::Integer(undoes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_tried_for_as_long_as_the_effort_lasts() {
        let changes = [b' '; 1000];
        let entry = Entered {
            seq: 1,
            uid: b"u",
            at: 0,
            who: None,
            run: b"r",
            label: b"{}",
            changes: &changes,
            undoes: None,
        };
        let mut effort = Effort(20_000_000);
        assert_eq!([(); 4].map(|()| effort.is_enough_for(&entry)), [true, true, false, false]);
        let small = Entered { changes: b"[]", ..entry };
        assert!(effort.is_enough_for(&small), "what is small is still tried");
    }
}
