//! One undoable act: a label and what it changes. Undo is the same step turned round, so a new
//! command needs no undo code.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, json};

use super::history::Story;
use super::record::{Kind, Record, Row};
use super::say::Say;
use super::value::Value;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub label: Say,
    pub changes: Vec<Change>,
    /// Where mine was written over theirs; told once, not kept.
    pub clashes: Vec<Clash>,
    /// What the journal of another file tells of records that come from there.
    pub past: Option<Box<Story>>,
}

/// A text that was not as it was when its form opened. Mine is in the file, theirs in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub field: &'static str,
    pub theirs: String,
    pub mine: String,
}

/// What happens to one record: whole rows where it comes or goes, single columns where it stays,
/// so that taking back one chosen step conflicts only where that column changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Create { kind: Kind, row: Row },
    Delete { kind: Kind, row: Row },
    Update { kind: Kind, id: i64, deltas: Vec<Delta> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delta {
    pub column: &'static str,
    pub before: Value,
    pub after: Value,
}

impl Step {
    pub fn new(label: Say) -> Step {
        Step { label, changes: Vec::new(), clashes: Vec::new(), past: None }
    }

    /// Notes a clash where the file's text is neither what the form opened with nor what it leaves.
    pub fn clash(&mut self, field: &'static str, was: &str, theirs: &str, mine: &str) {
        if theirs != was && theirs != mine {
            self.clashes.push(Clash { field, theirs: theirs.into(), mine: mine.into() });
        }
    }

    pub fn create(&mut self, record: &impl Record) {
        fn kind_of<R: Record>(_: &R) -> Kind {
            R::KIND
        }
        self.changes.push(Change::Create { kind: kind_of(record), row: record.to_row() });
    }

    pub fn delete<R: Record>(&mut self, record: &R) {
        self.changes.push(Change::Delete { kind: R::KIND, row: record.to_row() });
    }

    /// Notes the columns in which the two differ; nothing where none does.
    pub fn update<R: Record>(&mut self, before: &R, after: &R) {
        let (old, new) = (before.to_row(), after.to_row());
        let deltas: Vec<Delta> = R::COLUMNS
            .iter()
            .zip(old.0.iter().zip(new.0))
            .filter(|(_, (before, after))| *before != after)
            .map(|(column, (before, after))| Delta {
                column: column.name,
                before: before.clone(),
                after,
            })
            .collect();
        if !deltas.is_empty() {
            self.changes.push(Change::Update { kind: R::KIND, id: old.id(), deltas });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The step that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Step {
        Step {
            label: self.label.clone(),
            changes: self.changes.iter().rev().map(Change::inverse).collect(),
            clashes: Vec::new(),
            past: None,
        }
    }
}

impl Change {
    pub fn kind(&self) -> Kind {
        match self {
            Change::Create { kind, .. }
            | Change::Delete { kind, .. }
            | Change::Update { kind, .. } => *kind,
        }
    }

    pub fn id(&self) -> i64 {
        match self {
            Change::Create { row, .. } | Change::Delete { row, .. } => row.id(),
            Change::Update { id, .. } => *id,
        }
    }

    /// The value a column had before and has after, where this change says so.
    pub fn column(&self, name: &str) -> (Option<&Value>, Option<&Value>) {
        match self {
            Change::Create { kind, row } => {
                (None, kind.position(name).and_then(|at| row.0.get(at)))
            }
            Change::Delete { kind, row } => {
                (kind.position(name).and_then(|at| row.0.get(at)), None)
            }
            Change::Update { deltas, .. } => {
                match deltas.iter().find(|delta| delta.column == name) {
                    Some(delta) => (Some(&delta.before), Some(&delta.after)),
                    None => (None, None),
                }
            }
        }
    }

    fn inverse(&self) -> Change {
        match self {
            Change::Create { kind, row } => Change::Delete { kind: *kind, row: row.clone() },
            Change::Delete { kind, row } => Change::Create { kind: *kind, row: row.clone() },
            Change::Update { kind, id, deltas } => Change::Update {
                kind: *kind,
                id: *id,
                deltas: deltas
                    .iter()
                    .map(|delta| Delta {
                        column: delta.column,
                        before: delta.after.clone(),
                        after: delta.before.clone(),
                    })
                    .collect(),
            },
        }
    }
}

// In the journal a change is JSON with columns by name, so that entries outlive new columns:
// {"create":"idea","row":{"id":12,…}}, {"delete":…}, {"update":"idea","id":12,"set":{"title":["a","b"]}}.

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = |kind: &Kind, row: &Row| -> Map<String, serde_json::Value> {
            let columns = kind.columns().iter().map(|column| column.name.to_owned());
            columns.zip(row.0.iter().map(|value| json!(value))).collect()
        };
        match self {
            Change::Create { kind, row } => {
                json!({ "create": kind, "row": whole(kind, row) }).serialize(serializer)
            }
            Change::Delete { kind, row } => {
                json!({ "delete": kind, "row": whole(kind, row) }).serialize(serializer)
            }
            Change::Update { kind, id, deltas } => {
                let set: Map<String, serde_json::Value> = deltas
                    .iter()
                    .map(|delta| (delta.column.to_owned(), json!([delta.before, delta.after])))
                    .collect();
                json!({ "update": kind, "id": id, "set": set }).serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Change, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Written {
            create: Option<Kind>,
            delete: Option<Kind>,
            update: Option<Kind>,
            #[serde(default)]
            row: std::collections::HashMap<String, Value>,
            #[serde(default)]
            id: i64,
            #[serde(default)]
            set: std::collections::BTreeMap<String, (Value, Value)>,
        }

        let mut written = Written::deserialize(deserializer)?;
        let mut whole = |kind: Kind| {
            Row(kind
                .columns()
                .iter()
                .map(|column| written.row.remove(column.name).unwrap_or_default())
                .collect())
        };
        match (written.create, written.delete, written.update) {
            (Some(kind), None, None) => Ok(Change::Create { kind, row: whole(kind) }),
            (None, Some(kind), None) => Ok(Change::Delete { kind, row: whole(kind) }),
            (None, None, Some(kind)) => {
                let deltas = written
                    .set
                    .into_iter()
                    .map(|(name, (before, after))| {
                        let at = kind.position(&name)?;
                        Some(Delta { column: kind.columns().get(at)?.name, before, after })
                    })
                    .collect::<Option<Vec<Delta>>>()
                    .ok_or_else(|| D::Error::custom("a column that this kind does not have"))?;
                Ok(Change::Update { kind, id: written.id, deltas })
            }
            _ => Err(D::Error::custom("a change creates, deletes or updates")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::records::{Tag, TagId};
    use super::super::value::Uid;
    use super::*;

    fn tag(name: &str) -> Tag {
        Tag { id: TagId(7), uid: Uid(uuid::Uuid::from_u128(1)), name: name.to_owned() }
    }

    fn step() -> Step {
        let mut step = Step::new(Say::new("step-test"));
        step.create(&tag("bygg"));
        step.update(&tag("bygg"), &tag("skola"));
        step.delete(&tag("skola"));
        step
    }

    #[test]
    fn taking_back_twice_is_the_step_again() {
        assert_eq!(step().inverse().inverse(), step());
    }

    #[test]
    fn an_update_holds_only_what_differs() {
        let mut step = Step::new(Say::new("step-test"));
        step.update(&tag("bygg"), &tag("bygg"));
        assert!(step.is_empty());
    }

    #[test]
    fn a_step_reads_back_as_it_was_written() {
        let written = serde_json::to_string(&step().changes).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Change>>(&written).unwrap(), step().changes);
    }
}
