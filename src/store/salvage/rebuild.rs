//! What the history still tells of records that cannot be read: each step says what it made and
//! changed, so that a record whose page is broken can be made anew from its steps.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::domain::{Change, Kind, Row, Uid, Value};
use crate::store::Fault;
use crate::store::journal::read_changes;
use crate::store::rows::{Inside, Lossy};

type Told = BTreeMap<(Kind, i64), Row>;

/// Makes the records anew that the journal knows and the new file lacks; answers how many of each
/// kind.
pub(super) fn missing(to: &Connection) -> Result<BTreeMap<Kind, usize>, Fault> {
    let gone = gone(to)?;
    let mut made = BTreeMap::new();
    for ((kind, id), row) in told(to)? {
        let there: bool = to
            .prepare_cached(&format!(
                "SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)",
                kind.table()
            ))?
            .query_row([id], |row| row.get(0))?;
        let erased = matches!(row.0.get(1), Some(Value::Text(uid)) if gone.contains(uid));
        if there || erased || !kind.reads(&row) {
            continue;
        }
        // One whose name another has already stays away.
        if Inside(to).apply(&Change::Create { kind, row }).is_ok() {
            *made.entry(kind).or_default() += 1;
        }
    }
    Ok(made)
}

/// What went for good does not come back.
fn gone(to: &Connection) -> Result<BTreeSet<String>, Fault> {
    let mut statement = to.prepare("SELECT uid FROM gone")?;
    let uids = statement.query_map([], |row| Ok(row.get::<_, Lossy>(0)?.0))?;
    Ok(uids.collect::<rusqlite::Result<_>>()?)
}

/// The records as the steps leave them, from the first to the last.
fn told(to: &Connection) -> Result<Told, Fault> {
    let mut told = Told::new();
    let mut statement = to.prepare("SELECT changes FROM journal ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for change in read_changes(&row.get::<_, Lossy>(0)?.0)? {
            follow(&mut told, change);
        }
    }
    Ok(told)
}

fn follow(told: &mut Told, change: Change) {
    match change {
        Change::Create { kind, row } => {
            told.insert((kind, row.id()), row);
        }
        Change::Delete { kind, row } => {
            told.remove(&(kind, row.id()));
        }
        Change::Update { kind, id, deltas } => {
            let Some(row) = told.get_mut(&(kind, id)) else { return };
            for delta in deltas {
                let at = kind.position(delta.column);
                if let Some(cell) = at.and_then(|at| row.0.get_mut(at)) {
                    *cell = delta.after;
                }
            }
        }
    }
}

/// Whoever has no board to stand on gets one: without it no idea can be shown.
pub(super) fn ground(to: &Connection, uid: Uid) -> Result<(), Fault> {
    let inside = Inside(to);
    let missing = |sql: &str| -> Result<Vec<i64>, Fault> {
        let mut statement = to.prepare(sql)?;
        let ids = statement.query_map([], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    };
    let stages = missing(
        "SELECT DISTINCT stage FROM idea WHERE stage NOT IN (SELECT id FROM stage) ORDER BY stage",
    )?;
    let first: Option<i64> = to.query_row("SELECT min(id) FROM sluice", [], |row| row.get(0))?;
    let home = first.unwrap_or(1);
    let mut made = 0;
    let mut new = |kind: Kind, id: i64, fill: &dyn Fn(&str) -> Value| -> Result<(), Fault> {
        made += 1;
        let cells = kind.columns().iter().map(|column| match column.name {
            "id" => Value::Int(id),
            "uid" => Value::Text(uid.nth(1_000_000 + made).to_string()),
            name => fill(name),
        });
        inside.apply(&Change::Create { kind, row: Row(cells.collect()) })?;
        Ok(())
    };
    for stage in stages {
        new(Kind::Stage, stage, &|name| match name {
            "sluice" => Value::Int(home),
            "rank" => Value::Int(stage.saturating_mul(1024)),
            "name" => Value::Text(stage.to_string()),
            "needs_receiver" => Value::Int(0),
            _ => Value::Null,
        })?;
    }
    let sluices = missing(
        "SELECT DISTINCT sluice FROM stage WHERE sluice NOT IN (SELECT id FROM sluice)
         ORDER BY sluice",
    )?;
    for sluice in sluices {
        new(Kind::Sluice, sluice, &|name| match name {
            "name" => Value::Text(NAME.into()),
            "rank" => Value::Int(sluice.saturating_mul(1024)),
            _ => Value::Null,
        })?;
    }
    Ok(())
}

/// The program's own name, which is the same in both languages.
const NAME: &str = "Sluss";
