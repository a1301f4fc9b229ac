//! Records to rows and back, whatever they are.

use std::fmt::Write as _;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, params_from_iter};

use crate::domain::{Beyond, Change, IdeaId, Kind, Row, StageId, There, Unreadable, Value};

use super::{Fault, sums};

/// The file as a plan sees it, inside the transaction that will carry the plan out.
pub(super) struct Inside<'a>(pub(super) &'a Connection);

/// A value of ours as SQLite takes it.
pub(super) struct Bound<'a>(pub(super) &'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(sums::borrowed(self.0)))
    }
}

impl There for Inside<'_> {
    fn row(&self, kind: Kind, id: i64) -> Result<Option<Row>, Unreadable> {
        Ok(self.select(kind, "WHERE id = ?1", &[&id])?.into_iter().next())
    }

    fn rows(&self, kind: Kind, column: &'static str, is: &Value) -> Result<Vec<Row>, Unreadable> {
        let clause = format!("WHERE {column} = ?1 ORDER BY id");
        Ok(self.select(kind, &clause, &[&Bound(is)])?)
    }

    fn every(&self, kind: Kind) -> Result<Vec<Row>, Unreadable> {
        Ok(self.select(kind, "ORDER BY id", &[])?)
    }

    fn ranks(
        &self,
        stage: StageId,
        beyond: Beyond,
        limit: usize,
    ) -> Result<Vec<(IdeaId, i64)>, Unreadable> {
        let (sql, rank) = match beyond {
            Beyond::Below(rank) => (
                "SELECT id, rank FROM idea WHERE stage = ?1 AND rank < ?2 ORDER BY rank DESC LIMIT ?3",
                rank,
            ),
            Beyond::Above(rank) => (
                "SELECT id, rank FROM idea WHERE stage = ?1 AND rank > ?2 ORDER BY rank LIMIT ?3",
                rank,
            ),
            Beyond::Foot => (
                "SELECT id, rank FROM idea WHERE stage = ?1 AND rank <= ?2 ORDER BY rank DESC LIMIT ?3",
                i64::MAX,
            ),
            Beyond::Head => (
                "SELECT id, rank FROM idea WHERE stage = ?1 AND rank >= ?2 ORDER BY rank LIMIT ?3",
                i64::MIN,
            ),
        };
        let read = || -> rusqlite::Result<Vec<(IdeaId, i64)>> {
            let mut statement = self.0.prepare_cached(sql)?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            statement
                .query_map((stage.0, rank, limit), |row| Ok((IdeaId(row.get(0)?), row.get(1)?)))?
                .collect()
        };
        Ok(read().map_err(Fault::from)?)
    }
}

impl From<Fault> for Unreadable {
    fn from(fault: Fault) -> Unreadable {
        Unreadable(fault.to_string())
    }
}

impl Inside<'_> {
    pub(super) fn select(
        &self,
        kind: Kind,
        clause: &str,
        bound: &[&dyn ToSql],
    ) -> Result<Vec<Row>, Fault> {
        let mut sql = String::from("SELECT ");
        for (at, column) in kind.columns().iter().enumerate() {
            if at > 0 {
                sql.push_str(", ");
            }
            sql.push_str(column.name);
        }
        write!(sql, " FROM {} {clause}", kind.table()).map_err(|_| unwritable())?;
        let mut statement = self.0.prepare_cached(&sql)?;
        let mut rows = statement.query(bound)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let values = (0..kind.columns().len()).map(|at| Ok(value(row.get_ref(at)?)));
            found.push(Row(values.collect::<Result<_, rusqlite::Error>>()?));
        }
        Ok(found)
    }

    /// Carries out one change. Where what is there is not what the change starts from, nothing is
    /// done and the answer is `false`.
    pub(super) fn apply(&self, change: &Change) -> Result<bool, Fault> {
        match change {
            Change::Create { kind, row } => {
                let sum = Value::Int(sums::of_row(*kind, row));
                let bound = row.0.iter().chain([&sum]).map(Bound);
                self.0.prepare_cached(&insertion(*kind))?.execute(params_from_iter(bound))?;
                Ok(true)
            }
            Change::Delete { kind, row } => {
                if self.row(*kind, row.id()).map_err(|error| Fault::Unreadable(error.0))?.as_ref()
                    != Some(row)
                {
                    return Ok(false);
                }
                let sql = format!("DELETE FROM {} WHERE id = ?1", kind.table());
                self.0.prepare_cached(&sql)?.execute([row.id()])?;
                Ok(true)
            }
            Change::Update { kind, id, deltas } => {
                // The bits that differ; SQLite has no word for it.
                let mut sql = format!("UPDATE {} SET sum = (sum | ?) & ~(sum & ?)", kind.table());
                for delta in deltas {
                    write!(sql, ", {} = ?", delta.column).map_err(|_| unwritable())?;
                }
                sql.push_str(" WHERE id = ?");
                for delta in deltas {
                    write!(sql, " AND {} IS ?", delta.column).map_err(|_| unwritable())?;
                }
                let shift = Value::Int(sums::of_deltas(*kind, *id, deltas));
                let id = Value::Int(*id);
                let after = deltas.iter().map(|delta| &delta.after);
                let before = deltas.iter().map(|delta| &delta.before);
                let bound = [&shift, &shift].into_iter().chain(after).chain([&id]).chain(before);
                let bound = bound.map(Bound);
                Ok(self.0.prepare_cached(&sql)?.execute(params_from_iter(bound))? == 1)
            }
        }
    }

    /// Takes an id of one's choice; `false` where one as high was given before.
    pub(super) fn claim_id(&self, kind: Kind, id: i64) -> Result<bool, Fault> {
        let mut statement = self
            .0
            .prepare_cached("UPDATE id_counter SET last = ?2 WHERE kind = ?1 AND last < ?2")?;
        Ok(statement.execute((kind.table(), id))? == 1)
    }

    /// The next free id of a kind: one more than the highest there ever was.
    pub(super) fn next_id(&self, kind: Kind) -> Result<i64, Fault> {
        let mut statement = self.0.prepare_cached(
            "UPDATE id_counter SET last = last + 1 WHERE kind = ?1 RETURNING last",
        )?;
        Ok(statement.query_row([kind.table()], |row| row.get(0))?)
    }
}

/// How a whole record is written: its columns in their order, then its sum.
pub(super) fn insertion(kind: Kind) -> String {
    let columns: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
    let marks = "?, ".repeat(columns.len());
    format!("INSERT INTO {} ({}, sum) VALUES ({marks}?)", kind.table(), columns.join(", "))
}

fn unwritable() -> Fault {
    Fault::Unreadable("a statement could not be put together".into())
}

/// A text that may be damaged: it shows with replacement signs rather than not at all.
pub(super) struct Lossy(pub(super) String);

impl FromSql for Lossy {
    fn column_result(found: ValueRef<'_>) -> FromSqlResult<Lossy> {
        match found {
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                Ok(Lossy(String::from_utf8_lossy(bytes).into_owned()))
            }
            ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => {
                Err(FromSqlError::InvalidType)
            }
        }
    }
}

/// A damaged text shows with replacement signs rather than not at all.
pub(super) fn value(found: ValueRef<'_>) -> Value {
    match found {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Text(number.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            Value::Text(String::from_utf8_lossy(bytes).into_owned())
        }
    }
}
