//! A whole file as JSON and back: every record of every kind by its columns, with uids in the place
//! of ids, and the journal. It says nothing of when it was written, so that two exports of the same
//! file are the same.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use serde_json::Map;

use crate::domain::{
    Arg, Delta, Kind, Lines, Past, Portable, PortableChange, PortablePast, Row, Say, Stamp, State,
    Uid, Uids, Value, clean,
};

use super::json;

const FORMAT: &str = "sluss";
/// Grows when a reader of before would misunderstand.
const VERSION: u32 = 1;

/// No file larger than this is read.
pub const MOST_BYTES: u64 = 256 << 20;
/// Nor one with more records than this.
const MOST_RECORDS: usize = 2_000_000;
/// A sentence in the history stands in so many others at most.
const DEEPEST: usize = 8;

#[derive(Serialize, Deserialize)]
struct Document {
    format: String,
    version: u32,
    records: BTreeMap<String, Vec<BTreeMap<String, Value>>>,
    history: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    uid: Uid,
    at: Stamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    who: Option<Uid>,
    label: Say,
    changes: Vec<Written>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undoes: Option<Uid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Written {
    Create { kind: String, row: BTreeMap<String, Value> },
    Delete { kind: String, row: BTreeMap<String, Value> },
    Update { kind: String, uid: Uid, set: BTreeMap<String, (Value, Value)> },
}

/// Why a text is not an export that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    NotJson {
        line: usize,
        why: String,
    },
    NotOurs,
    Empty,
    /// It ends before it is whole.
    CutOff {
        line: usize,
    },
    Newer {
        found: u32,
        known: u32,
    },
    TooLarge,
    UnknownKind(String),
    /// A record lacks a column, or has one too many.
    Columns {
        kind: String,
        column: String,
    },
}

/// What an export holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    pub records: Vec<Portable>,
    pub history: Vec<PortablePast>,
}

/// Writes all rows, by kind in the order of their ids, and the journal from its oldest entry on.
pub fn write(to: impl Write, rows: &[(Kind, Vec<Row>)], story: &[Past]) -> io::Result<()> {
    let mut uids = Uids::default();
    uids.learn_past(story);
    for (kind, rows) in rows {
        rows.iter().for_each(|row| uids.learn(*kind, row));
    }
    let records = rows.iter().map(|(kind, rows)| {
        let rows = rows.iter().map(|row| columns(&uids.portable(*kind, row))).collect();
        (kind.table().to_owned(), rows)
    });
    let document = Document {
        format: FORMAT.to_owned(),
        version: VERSION,
        records: records.collect(),
        history: story.iter().map(|past| entry(&uids.portable_past(past))).collect(),
    };
    json::write(to, &document)
}

/// Reads an export. Texts are cleaned as if they were typed.
pub fn read(text: &[u8]) -> Result<Contents, Broken> {
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(Broken::TooLarge);
    }
    // Some editors put a mark before the text.
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    match text.trim_ascii_start().first() {
        None => return Err(Broken::Empty),
        Some(b'{') => {}
        Some(_) => return Err(Broken::NotOurs),
    }
    let not_json = |error: serde_json::Error| match error.is_eof() {
        true => Broken::CutOff { line: error.line() },
        false => Broken::NotJson { line: error.line(), why: error.to_string() },
    };
    let head: Map<String, serde_json::Value> = match serde_json::from_slice(text) {
        Ok(serde_json::Value::Object(head)) => head,
        Ok(_) => return Err(Broken::NotOurs),
        Err(error) => return Err(not_json(error)),
    };
    if head.get("format").and_then(|it| it.as_str()) != Some(FORMAT) {
        return Err(Broken::NotOurs);
    }
    let found = head.get("version").and_then(serde_json::Value::as_u64).unwrap_or(0);
    if found > u64::from(VERSION) {
        let found = u32::try_from(found).unwrap_or(u32::MAX);
        return Err(Broken::Newer { found, known: VERSION });
    }
    drop(head);
    let mut document: Document = serde_json::from_slice(text).map_err(not_json)?;
    let count: usize = document.records.values().map(Vec::len).sum();
    if count > MOST_RECORDS || document.history.len() > MOST_RECORDS {
        return Err(Broken::TooLarge);
    }
    let mut contents = Contents::default();
    for kind in Kind::ALL {
        for row in document.records.remove(kind.table()).unwrap_or_default() {
            contents.records.push(portable(*kind, row)?);
        }
    }
    if let Some((name, _)) = document.records.pop_first() {
        return Err(Broken::UnknownKind(name));
    }
    let history = document.history.into_iter().map(past).collect::<Result<_, _>>()?;
    Ok(Contents { history, ..contents })
}

fn columns(record: &Portable) -> BTreeMap<String, Value> {
    let cells = record.kind.columns().iter().zip(&record.row.0);
    let told = cells.filter(|(column, value)| column.name != "id" || **value != Value::Null);
    told.map(|(column, value)| (column.name.to_owned(), column.clean(value.clone()))).collect()
}

fn portable(kind: Kind, mut row: BTreeMap<String, Value>) -> Result<Portable, Broken> {
    let wrong = |column: &str| Broken::Columns { kind: kind.table().into(), column: column.into() };
    let mut cells = Vec::with_capacity(kind.columns().len());
    for column in kind.columns() {
        let value = match row.remove(column.name) {
            Some(value) => column.clean(value),
            None if column.name == "id" => Value::Null,
            None => return Err(wrong(column.name)),
        };
        cells.push(value);
    }
    match row.pop_first() {
        Some((extra, _)) => Err(wrong(&extra)),
        None => Ok(Portable { kind, row: Row(cells) }),
    }
}

fn entry(past: &PortablePast) -> Entry {
    let changes = past.changes.iter().map(|change| match change {
        PortableChange::Create(it) => {
            Written::Create { kind: it.kind.table().into(), row: columns(it) }
        }
        PortableChange::Delete(it) => {
            Written::Delete { kind: it.kind.table().into(), row: columns(it) }
        }
        PortableChange::Update { kind, uid, deltas } => {
            let set = deltas.iter().map(|delta| {
                let known = kind.columns().iter().find(|it| it.name == delta.column);
                let clean = |value: &Value| match known {
                    Some(column) => column.clean(value.clone()),
                    None => value.clone(),
                };
                (delta.column.to_owned(), (clean(&delta.before), clean(&delta.after)))
            });
            Written::Update { kind: kind.table().into(), uid: *uid, set: set.collect() }
        }
    });
    Entry {
        uid: past.uid,
        at: past.at,
        who: past.who,
        label: sentence(past.label.clone(), 0).unwrap_or_else(|_| past.label.clone()),
        changes: changes.collect(),
        undoes: past.undoes,
        state: match past.state {
            State::Done => Some("done".into()),
            State::Undone => Some("undone".into()),
            State::Dropped => Some("dropped".into()),
            State::Turn => None,
        },
    }
}

fn past(entry: Entry) -> Result<PortablePast, Broken> {
    let kind = |name: &str| Kind::from_table(name).ok_or(Broken::UnknownKind(name.to_owned()));
    let change = |written: Written| {
        Ok(match written {
            Written::Create { kind: name, row } => {
                PortableChange::Create(portable(kind(&name)?, row)?)
            }
            Written::Delete { kind: name, row } => {
                PortableChange::Delete(portable(kind(&name)?, row)?)
            }
            Written::Update { kind: name, uid, set } => {
                let kind = kind(&name)?;
                let delta = |(column, (before, after)): (String, (Value, Value))| {
                    let known = kind.columns().iter().find(|it| it.name == column);
                    let known = known.ok_or(Broken::Columns { kind: name.clone(), column })?;
                    let (before, after) = (known.clean(before), known.clean(after));
                    Ok(Delta { column: known.name, before, after })
                };
                let deltas = set.into_iter().map(delta).collect::<Result<_, Broken>>()?;
                PortableChange::Update { kind, uid, deltas }
            }
        })
    };
    Ok(PortablePast {
        uid: entry.uid,
        at: entry.at,
        who: entry.who,
        label: sentence(entry.label, 0)?,
        changes: entry.changes.into_iter().map(change).collect::<Result<_, Broken>>()?,
        undoes: entry.undoes,
        state: match entry.state.as_deref() {
            Some("done") => State::Done,
            Some("undone") => State::Undone,
            Some(_) => State::Dropped,
            None => State::Turn,
        },
    })
}

/// A sentence of the history, cleaned, and not deeper than we ever write them.
fn sentence(say: Say, depth: usize) -> Result<Say, Broken> {
    if depth > DEEPEST {
        return Err(Broken::TooLarge);
    }
    let one = |text: &str| clean(text, Lines::One).into_owned();
    let args = say.args.into_iter().map(|(name, arg)| {
        let arg = match arg {
            Arg::Text(text) => Arg::Text(one(&text).into()),
            Arg::Day(day) => Arg::Day(one(&day)),
            Arg::Word(id) => Arg::Word(one(&id).into()),
            Arg::Known(key) => Arg::Known(one(&key).into()),
            Arg::Say(say) => Arg::Say(Box::new(sentence(*say, depth + 1)?)),
            Arg::Number(_) | Arg::Idea(_) => arg,
        };
        Ok((one(&name).into(), arg))
    });
    Ok(Say { id: one(&say.id).into(), args: args.collect::<Result<_, Broken>>()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_export_is_told_apart() {
        for (text, broken) in [
            ("[]", Broken::NotOurs),
            ("{\"format\":\"trello\"}", Broken::NotOurs),
            ("{\"format\":\"sluss\",\"version\":9}", Broken::Newer { found: 9, known: 1 }),
            (
                r#"{"format":"sluss","version":1,"records":{"boat":[{}]},"history":[]}"#,
                Broken::UnknownKind("boat".into()),
            ),
            (
                r#"{"format":"sluss","version":1,"records":{"tag":[{"uid":"x"}]},"history":[]}"#,
                Broken::Columns { kind: "tag".into(), column: "name".into() },
            ),
        ] {
            assert_eq!(read(text.as_bytes()), Err(broken), "{text}");
        }
        assert!(matches!(read(b"{\n1}"), Err(Broken::NotJson { line: 2, .. })));
        let deep = format!("{{\"records\":{}", "[".repeat(500));
        assert!(matches!(read(deep.as_bytes()), Err(Broken::NotJson { .. })));
    }
}
