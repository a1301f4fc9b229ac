//! The records: whether each is what was saved, and whether what it points at is there.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::domain::{Column, Finding, IdeaId, Kind, Spotted, clean};

use super::super::rows::value;
use super::super::sums;
use super::{Chance, Depth, Fault, Look};

/// So many records of each kind are read at a start.
const PICKED: usize = 40;
/// Of the kinds that say the most.
const PICKED_IDEAS: usize = 120;
/// How often one asks whether to go on.
const STRIDE: usize = 1024;

/// Columns that must say something.
const FILLED: &[(Kind, &str)] = &[
    (Kind::Idea, "title"),
    (Kind::Sluice, "name"),
    (Kind::Unit, "name"),
    (Kind::Tag, "name"),
    (Kind::Challenge, "name"),
    (Kind::Person, "name"),
    (Kind::SavedFilter, "name"),
    (Kind::Workshop, "title"),
    (Kind::AgendaItem, "title"),
    (Kind::Cluster, "name"),
];

pub(super) fn look(look: &mut Look<'_>) -> Result<(), Fault> {
    let mut chance = match look.depth {
        Depth::Spot { seed } => Some(Chance(seed)),
        Depth::Whole => None,
    };
    for kind in Kind::ALL {
        let read = match &mut chance {
            Some(chance) => pick(look, *kind, chance),
            None => every(look, *kind),
        };
        // What cannot be read of one kind says nothing of the next.
        if let Err(fault) = read {
            if look.cancel.is_set() || fault.is_busy() {
                return Err(fault);
            }
            look.found(Finding::Build(fault.to_string()));
        }
    }
    Ok(())
}

fn columns(kind: Kind) -> String {
    let names: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
    format!("SELECT {}, sum FROM {}", names.join(", "), kind.table())
}

fn every(look: &mut Look<'_>, kind: Kind) -> Result<(), Fault> {
    let mut statement = look.connection.prepare(&columns(kind))?;
    let mut rows = statement.query([])?;
    let mut seen = 0;
    while let Some(row) = rows.next()? {
        seen += 1;
        if seen % STRIDE == 0 && look.cancel.is_set() {
            return Ok(());
        }
        examine(look, kind, row)?;
    }
    Ok(())
}

fn pick(look: &mut Look<'_>, kind: Kind, chance: &mut Chance) -> Result<(), Fault> {
    let most = match kind {
        Kind::Idea | Kind::IdeaText => PICKED_IDEAS,
        _ => PICKED,
    };
    let sql = format!("SELECT coalesce(max(id), 0) FROM {}", kind.table());
    let highest: i64 = look.connection.query_row(&sql, [], |row| row.get(0))?;
    let few = highest <= i64::try_from(most).unwrap_or(0);
    let mut statement = look
        .connection
        .prepare(&format!("{} WHERE id >= ?1 ORDER BY id LIMIT 1", columns(kind)))?;
    let mut next = 0;
    for _ in 0..most {
        let from = if few { next } else { chance.up_to(highest) };
        let mut rows = statement.query([from])?;
        let Some(row) = rows.next()? else { break };
        next = row.get::<_, i64>(0)?.saturating_add(1);
        examine(look, kind, row)?;
    }
    Ok(())
}

/// Of each record the gravest finding counts; the others follow from it.
fn examine(look: &mut Look<'_>, kind: Kind, row: &Row<'_>) -> Result<(), Fault> {
    look.seen.records += 1;
    let id: i64 = row.get(0)?;
    let columns = kind.columns();
    let mut sum = 0;
    let mut values = Vec::with_capacity(columns.len());
    let mut not_text = None;
    for (at, column) in columns.iter().enumerate() {
        let cell = row.get_ref(at)?;
        sum ^= sums::of_cell(kind, id, column.name, cell);
        if let ValueRef::Text(bytes) = cell
            && not_text.is_none()
            && std::str::from_utf8(bytes).is_err()
        {
            not_text = Some(column.name);
        }
        values.push(value(cell));
    }
    let values = crate::domain::Row(values);
    let spot = Spotted { kind, id, idea: idea_of(kind, &values) };
    let finding = if let Some(column) = not_text {
        Some(Finding::NotText(spot, column))
    } else if row.get_ref(columns.len())? != ValueRef::Integer(sum) {
        Some(Finding::Altered(spot))
    } else if !kind.reads(&values) {
        Some(Finding::Unreadable(spot))
    } else {
        wording(spot, columns, &values)
    };
    if let Some(finding) = finding {
        look.found(finding);
    }
    Ok(())
}

/// The idea that a record is or belongs to, as it says itself.
pub(super) fn idea_of(kind: Kind, row: &crate::domain::Row) -> Option<IdeaId> {
    use crate::domain::Cell as _;

    match kind {
        Kind::Idea | Kind::IdeaText => Some(IdeaId(row.id())),
        kind => kind.position("idea").and_then(|at| IdeaId::from_value(row.0.get(at)?)),
    }
}

/// What its texts should not be: empty where something must stand, or with signs in them that are
/// never let in.
fn wording(spot: Spotted, columns: &[Column], row: &crate::domain::Row) -> Option<Finding> {
    use crate::domain::Value;

    columns.iter().zip(&row.0).find_map(|(column, value)| {
        let Value::Text(text) = value else { return None };
        if FILLED.contains(&(spot.kind, column.name)) && text.trim().is_empty() {
            return Some(Finding::Empty(spot, column.name));
        }
        let unclean = clean(text, column.lines()) != text.as_str();
        unclean.then_some(Finding::Unclean(spot, column.name))
    })
}

/// Records that point at what is not there, whether or not SQLite was told to see to it.
pub(super) fn look_for_orphans(look: &mut Look<'_>) -> Result<(), Fault> {
    for kind in Kind::ALL {
        for column in kind.columns() {
            let Some(target) = column.refers else { continue };
            let (table, name, to) = (kind.table(), column.name, target.table());
            let idea = match kind {
                Kind::Idea | Kind::IdeaText => "id",
                kind if kind.position("idea").is_some() => "idea",
                _ => "NULL",
            };
            let mut statement = look.connection.prepare(&format!(
                "SELECT id, {name}, {idea} FROM {table} AS own WHERE {name} IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM {to} AS other WHERE other.id = own.{name})"
            ))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let idea = row.get::<_, Option<i64>>(2)?.map(IdeaId);
                let spot = Spotted { kind: *kind, id: row.get(0)?, idea };
                look.found(Finding::Orphan(spot, column.name, target, row.get(1)?));
            }
        }
    }
    Ok(())
}

/// Records that the index of their uids knows and that are not there: they were not removed.
pub(super) fn look_for_lost(look: &mut Look<'_>) -> Result<(), Fault> {
    for kind in Kind::ALL {
        let table = kind.table();
        // In the order of their uids they are read from the index alone.
        let mut statement = look.connection.prepare(&format!(
            "SELECT id FROM {table} AS own
             WHERE NOT EXISTS (SELECT 1 FROM {table} AS there NOT INDEXED WHERE there.id = own.id)
             ORDER BY uid"
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let idea = matches!(kind, Kind::Idea | Kind::IdeaText).then_some(IdeaId(id));
            look.found(Finding::Lost(Spotted { kind: *kind, id, idea }));
        }
    }
    Ok(())
}
