//! What was salvaged is put together: what points at something lost points at nothing, or goes too;
//! an idea never goes for that.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::domain::{
    Cell as _, Change, Idea, IdeaId, IdeaText, Kind, Record as _, Row, There as _, Value,
};
use crate::store::Fault;
use crate::store::rows::Inside;

/// Mends what points at what is not there; answers how much that was.
pub(super) fn references(to: &Connection) -> Result<usize, Fault> {
    let mut mended = 0;
    // Records point only at kinds before their own, so one way through is enough.
    for kind in Kind::ALL {
        for column in kind.columns() {
            let Some(target) = column.refers else { continue };
            for id in astray(to, *kind, column.name, target)? {
                mended += 1;
                let inside = Inside(to);
                let Some(row) =
                    inside.row(*kind, id).map_err(|error| Fault::Unreadable(error.0))?
                else {
                    continue;
                };
                let instead = match (kind, column.name) {
                    (Kind::Idea, "stage") => first_stage(to)?,
                    _ if !column.sql.contains("NOT NULL") => Some(Value::Null),
                    _ => None,
                };
                replace(&inside, *kind, row, column.name, instead)?;
            }
        }
    }
    texts(to)?;
    Ok(mended)
}

/// The records of a kind whose column points at nothing.
fn astray(to: &Connection, kind: Kind, column: &str, target: Kind) -> Result<Vec<i64>, Fault> {
    let mut statement = to.prepare(&format!(
        "SELECT id FROM {} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {})",
        kind.table(),
        target.table()
    ))?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Writes the record anew with another value; where there is none for it, the record goes.
fn replace(
    inside: &Inside<'_>,
    kind: Kind,
    row: Row,
    column: &str,
    instead: Option<Value>,
) -> Result<(), Fault> {
    inside.apply(&Change::Delete { kind, row: row.clone() })?;
    let (Some(value), Some(at)) = (instead, kind.position(column)) else { return Ok(()) };
    let mut row = row;
    if let Some(cell) = row.0.get_mut(at) {
        *cell = value;
    }
    inside.apply(&Change::Create { kind, row })?;
    Ok(())
}

fn first_stage(to: &Connection) -> Result<Option<Value>, Fault> {
    let sql = "SELECT min(id) FROM stage WHERE removed IS NULL";
    let id: Option<i64> = to.query_row(sql, [], |row| row.get(0))?;
    Ok(id.map(Value::Int))
}

/// Every idea has its texts, if only empty ones.
fn texts(to: &Connection) -> Result<(), Fault> {
    let inside = Inside(to);
    for id in astray(to, Kind::Idea, "id", Kind::IdeaText)? {
        let row = inside.row(Kind::Idea, id).map_err(|error| Fault::Unreadable(error.0))?;
        let Some(idea) = row.as_ref().and_then(Idea::from_row) else { continue };
        let cells = IdeaText::COLUMNS.iter().map(|column| match column.name {
            "id" => Value::Int(id),
            "uid" => idea.uid.nth(1).to_value(),
            _ => Value::Text(String::new()),
        });
        let row = Row(cells.collect());
        inside.apply(&Change::Create { kind: Kind::IdeaText, row })?;
    }
    Ok(())
}

/// What cards show of other records, and how many each column has, is worked out anew.
pub(super) fn derive_all(to: &Connection) -> Result<(), Fault> {
    let mut statement = to.prepare("SELECT id FROM idea")?;
    let ideas = statement.query_map([], |row| row.get(0).map(IdeaId))?;
    let ideas: BTreeSet<IdeaId> = ideas.collect::<rusqlite::Result<_>>()?;
    let inside = Inside(to);
    inside.derive(&ideas)?;
    to.execute("DELETE FROM column_count", [])?;
    inside.count_columns(&Default::default(), &inside.columns_of(&ideas)?)
}
