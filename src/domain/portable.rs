//! Records and history as they go from file to file: every local id gives way to the uid of the
//! record that it stands for. Only ideas keep their number beside it.

use std::collections::HashMap;

use super::history::{Past, State};
use super::record::{Column, Kind, Row};
use super::records::PersonId;
use super::say::Say;
use super::step::{Change, Delta};
use super::value::{Cell, Stamp, Uid, Value};

/// A record with uids in the place of ids. Its own id is nothing, the number of an idea, or the uid
/// of the record whose id it shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portable {
    pub kind: Kind,
    pub row: Row,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PortableChange {
    Create(Portable),
    Delete(Portable),
    Update { kind: Kind, uid: Uid, deltas: Vec<Delta> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortablePast {
    pub uid: Uid,
    pub at: Stamp,
    pub who: Option<Uid>,
    pub label: Say,
    pub changes: Vec<PortableChange>,
    pub undoes: Option<Uid>,
    pub state: State,
}

impl Portable {
    pub fn uid(&self) -> Option<Uid> {
        let at = self.kind.position("uid")?;
        Uid::from_value(self.row.0.get(at)?)
    }

    /// The number that an idea had where it comes from.
    pub fn number(&self) -> Option<i64> {
        match (self.kind, self.row.0.first()) {
            (Kind::Idea, Some(Value::Int(number))) => Some(*number),
            _ => None,
        }
    }
}

/// The uids of all records that are or ever were in a file.
#[derive(Debug, Default)]
pub struct Uids(HashMap<(Kind, i64), Uid>);

impl Uids {
    pub fn learn(&mut self, kind: Kind, row: &Row) {
        let uid = kind.position("uid").and_then(|at| Uid::from_value(row.0.get(at)?));
        if let Some(uid) = uid {
            self.0.insert((kind, row.id()), uid);
        }
    }

    pub fn learn_past(&mut self, past: &[Past]) {
        for change in past.iter().flat_map(|past| &past.changes) {
            match change {
                Change::Create { kind, row } | Change::Delete { kind, row } => {
                    self.learn(*kind, row);
                }
                Change::Update { .. } => {}
            }
        }
    }

    pub fn of(&self, kind: Kind, id: i64) -> Option<Uid> {
        self.0.get(&(kind, id)).copied()
    }

    pub fn portable(&self, kind: Kind, row: &Row) -> Portable {
        let cells = kind.columns().iter().zip(&row.0);
        let row = cells.map(|(column, value)| self.cell(kind, column, value)).collect();
        Portable { kind, row: Row(row) }
    }

    fn cell(&self, kind: Kind, column: &Column, value: &Value) -> Value {
        match (column.refers, value) {
            (Some(target), Value::Int(id)) => {
                self.of(target, *id).map_or(Value::Null, |uid| Value::Text(uid.to_string()))
            }
            (None, Value::Int(_)) if column.name == "id" && kind != Kind::Idea => Value::Null,
            (_, value) => value.clone(),
        }
    }

    pub fn portable_past(&self, past: &Past) -> PortablePast {
        PortablePast {
            uid: past.uid,
            at: past.at,
            who: past.who.and_then(|PersonId(who)| self.of(Kind::Person, who)),
            label: past.label.clone(),
            changes: past
                .changes
                .iter()
                .filter_map(|change| self.portable_change(change))
                .collect(),
            undoes: past.undoes,
            state: past.state,
        }
    }

    /// `None` where the record was erased from the journal too.
    fn portable_change(&self, change: &Change) -> Option<PortableChange> {
        Some(match change {
            Change::Create { kind, row } => PortableChange::Create(self.portable(*kind, row)),
            Change::Delete { kind, row } => PortableChange::Delete(self.portable(*kind, row)),
            Change::Update { kind, id, deltas } => PortableChange::Update {
                kind: *kind,
                uid: self.of(*kind, *id)?,
                deltas: deltas.iter().map(|delta| self.delta(*kind, delta)).collect(),
            },
        })
    }

    fn delta(&self, kind: Kind, delta: &Delta) -> Delta {
        let column = kind.columns().iter().find(|column| column.name == delta.column);
        let cell = |value: &Value| {
            column.map_or_else(|| value.clone(), |column| self.cell(kind, column, value))
        };
        Delta { column: delta.column, before: cell(&delta.before), after: cell(&delta.after) }
    }
}

/// The way back: the local ids of records by their uids.
#[derive(Debug, Default)]
pub(super) struct Ids(HashMap<(Kind, Uid), i64>);

impl Ids {
    pub(super) fn learn(&mut self, kind: Kind, uid: Uid, id: i64) {
        self.0.insert((kind, uid), id);
    }

    pub(super) fn of(&self, kind: Kind, uid: Uid) -> Option<i64> {
        self.0.get(&(kind, uid)).copied()
    }

    /// The record with ids of this file. `None` where it points at what is not here.
    pub(super) fn local(&self, portable: &Portable) -> Option<Row> {
        let kind = portable.kind;
        let own = self.of(kind, portable.uid()?)?;
        let cells = kind.columns().iter().zip(&portable.row.0);
        let row = cells.map(|(column, value)| match column.name {
            "id" => Some(Value::Int(own)),
            _ => self.cell(column, value),
        });
        row.collect::<Option<Vec<Value>>>().map(Row)
    }

    fn cell(&self, column: &Column, value: &Value) -> Option<Value> {
        match (column.refers, value) {
            (Some(target), Value::Text(_)) => {
                Some(Value::Int(self.of(target, Uid::from_value(value)?)?))
            }
            (Some(_), Value::Int(_)) => None,
            (_, value) => Some(value.clone()),
        }
    }

    pub(super) fn local_change(&self, change: &PortableChange) -> Option<Change> {
        Some(match change {
            PortableChange::Create(portable) => {
                Change::Create { kind: portable.kind, row: self.local(portable)? }
            }
            PortableChange::Delete(portable) => {
                Change::Delete { kind: portable.kind, row: self.local(portable)? }
            }
            PortableChange::Update { kind, uid, deltas } => {
                let local = |delta: &Delta| {
                    let column = kind.columns().iter().find(|it| it.name == delta.column)?;
                    Some(Delta {
                        column: column.name,
                        before: self.cell(column, &delta.before)?,
                        after: self.cell(column, &delta.after)?,
                    })
                };
                let deltas = deltas.iter().map(local).collect::<Option<Vec<Delta>>>()?;
                Change::Update { kind: *kind, id: self.of(*kind, *uid)?, deltas }
            }
        })
    }
}
