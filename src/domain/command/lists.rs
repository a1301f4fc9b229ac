//! The lists that all sluices of a file share: units, tags, challenges, referral targets, people.
//! What an entry has beside its name, and what points at it, is read from the kinds themselves.

use std::collections::BTreeSet;

use crate::domain::language::Language;
use crate::domain::names::Names;
use crate::domain::record::{Kind, Row};
use crate::domain::reference::known;
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::{Change, Delta, Step};
use crate::domain::there::There;
use crate::domain::value::{Cell, Value};

use super::words::{line, name, same};
use super::{Fresh, Plan};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    Units,
    Tags,
    Challenges,
    Targets,
    People,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddEntry {
    pub list: List,
    pub name: String,
    /// A unit's code, made from its name where empty; a target's or person's contact.
    pub more: String,
}

/// An entry renamed to another's name becomes one with it, where the list allows that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendEntry {
    pub list: List,
    pub entry: i64,
    pub name: String,
    pub more: String,
}

/// A tag is taken from its ideas; all else is refused while ideas use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveEntry {
    pub list: List,
    pub entry: i64,
}

/// What tells one list from another.
struct Shape {
    kind: Kind,
    /// The message that names the list.
    word: &'static str,
    /// The column beside the name.
    more: Option<&'static str>,
    /// Two entries can become one. Two people of one name may well be two.
    merges: bool,
}

/// A unit's code has to fit on a card.
const LONGEST_CODE: usize = 8;

impl List {
    pub const ALL: [List; 5] =
        [List::Units, List::Tags, List::Challenges, List::Targets, List::People];

    fn shape(self) -> Shape {
        let shape = |kind, word, more, merges| Shape { kind, word, more, merges };
        match self {
            List::Units => shape(Kind::Unit, "list-units", Some("code"), true),
            List::Tags => shape(Kind::Tag, "list-tags", None, true),
            List::Challenges => shape(Kind::Challenge, "list-challenges", None, true),
            List::Targets => shape(Kind::ReferralTarget, "list-targets", Some("contact"), false),
            List::People => shape(Kind::Person, "list-people", Some("contact"), false),
        }
    }

    /// The message that names the list.
    pub fn title(self) -> &'static str {
        self.shape().word
    }

    /// Whether an entry is what is said here. Two people of one name are told apart by contact.
    fn is_same(self, row: &Row, name: &str, more: &Value) -> bool {
        let shape = self.shape();
        let apart = self == List::People && cell(&shape, row, "contact") != more;
        is_called(&shape, row, name) && !apart
    }

    fn step(self, label: &'static str) -> Step {
        Step::new(Say::new(label).with("list", Arg::Word(self.shape().word.into())))
    }

    /// The name as this list keeps names: tags in small letters, without the sign and commas.
    fn name(self, text: &str) -> Result<String, No> {
        let name = name(text)?;
        match self {
            List::Tags => {
                let tag = name.trim_start_matches('#').trim().to_lowercase();
                if tag.is_empty() || tag.contains(',') {
                    return Err(No::refuse(Say::new("refused-tag-empty")));
                }
                Ok(tag)
            }
            List::Units | List::Challenges | List::Targets | List::People => Ok(name),
        }
    }

    /// What stands beside the name.
    fn more(self, there: &dyn There, text: &str, name: &str) -> Result<Value, No> {
        let text = line(text);
        Ok(match self {
            List::Units if text.is_empty() => Value::Text(Names::read(there)?.new_code(name)),
            List::Units => Value::Text(text.to_uppercase()),
            List::Tags | List::Challenges | List::Targets | List::People => {
                if text.is_empty() {
                    Value::Null
                } else {
                    Value::Text(text)
                }
            }
        })
    }
}

impl Plan for AddEntry {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let shape = self.list.shape();
        let name = self.list.name(&self.name)?;
        let more = self.list.more(there, &self.more, &name)?;
        let entries = there.every(shape.kind)?;
        if entries.iter().any(|row| self.list.is_same(row, &name, &more)) {
            return Err(No::refuse(Say::new("refused-name-taken").with("name", name)));
        }
        refuse_code(self.list, &entries, None, &more)?;
        let last =
            entries.iter().filter_map(|row| i64::from_value(cell(&shape, row, "rank"))).max();
        let mut step = self.list.step("step-entry-add");
        let mut row = Vec::new();
        for column in shape.kind.columns() {
            row.push(match column.name {
                "id" => Value::Int(fresh.id(shape.kind)?),
                "uid" => fresh.uid().to_value(),
                "rank" => Value::Int(last.unwrap_or(0) + 1),
                "name" => Value::Text(name.clone()),
                beside if shape.more == Some(beside) => more.clone(),
                _ => Value::Null,
            });
        }
        step.changes.push(Change::Create { kind: shape.kind, row: Row(row) });
        Ok(step)
    }
}

impl Plan for AmendEntry {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let shape = self.list.shape();
        let before = there.row(shape.kind, self.entry)?.ok_or(No::gone(shape.kind))?;
        let name = self.list.name(&self.name)?;
        let more = self.list.more(there, &self.more, &name)?;
        let entries = there.every(shape.kind)?;
        let others = entries.iter().filter(|row| row.id() != before.id());
        match others.into_iter().find(|row| self.list.is_same(row, &name, &more)) {
            Some(other) if shape.merges => self.merge(there, &before, other),
            Some(_) => Err(No::refuse(Say::new("refused-name-taken").with("name", name))),
            None => {
                refuse_code(self.list, &entries, Some(&before), &more)?;
                let mut step = self.list.step("step-entry-amend");
                let name = match is_called(&shape, &before, &name) {
                    true if cell(&shape, &before, "name") == &Value::Null => Value::Null,
                    _ => Value::Text(name),
                };
                let mut deltas = vec![delta(&shape, &before, "name", name)];
                deltas.extend(shape.more.map(|beside| delta(&shape, &before, beside, more)));
                deltas.retain(|delta| delta.before != delta.after);
                if !deltas.is_empty() {
                    let (kind, id) = (shape.kind, before.id());
                    step.changes.push(Change::Update { kind, id, deltas });
                }
                Ok(step)
            }
        }
    }
}

impl AmendEntry {
    /// All that points at one entry points at the other, and the one is gone.
    fn merge(&self, there: &dyn There, gone: &Row, kept: &Row) -> Result<Step, No> {
        let kind = self.list.shape().kind;
        let mut step = self.list.step("step-entry-merge");
        let after = Value::Int(kept.id());
        for (user, column) in users(kind) {
            let already = ideas_of(user, &there.rows(user, column, &after)?);
            for row in there.rows(user, column, &Value::Int(gone.id()))? {
                let twice = user == Kind::IdeaTag
                    && ideas_of(user, std::slice::from_ref(&row)).is_subset(&already);
                step.changes.push(if twice {
                    Change::Delete { kind: user, row }
                } else {
                    let before = Value::Int(gone.id());
                    let deltas = vec![Delta { column, before, after: after.clone() }];
                    Change::Update { kind: user, id: row.id(), deltas }
                });
            }
        }
        step.changes.push(Change::Delete { kind, row: gone.clone() });
        Ok(step)
    }
}

impl Plan for RemoveEntry {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let kind = self.list.shape().kind;
        let entry = there.row(kind, self.entry)?.ok_or(No::gone(kind))?;
        let mut step = self.list.step("step-entry-remove");
        let mut ideas = BTreeSet::new();
        for (user, column) in users(kind) {
            let rows = there.rows(user, column, &Value::Int(entry.id()))?;
            if user == Kind::IdeaTag {
                let untagged = rows.into_iter().map(|row| Change::Delete { kind: user, row });
                step.changes.extend(untagged);
            } else {
                ideas.extend(ideas_of(user, &rows));
            }
        }
        if !ideas.is_empty() {
            return Err(No::refuse(Say::new("refused-entry-used").with("n", ideas.len())));
        }
        step.changes.push(Change::Delete { kind, row: entry });
        Ok(step)
    }
}

/// The columns that point at a kind of record.
fn users(kind: Kind) -> impl Iterator<Item = (Kind, &'static str)> {
    Kind::ALL.iter().flat_map(move |user| {
        let columns = user.columns().iter().filter(move |column| column.refers == Some(kind));
        columns.map(|column| (*user, column.name))
    })
}

/// The ideas that these rows are, or are about.
fn ideas_of(kind: Kind, rows: &[Row]) -> BTreeSet<i64> {
    let at = if kind == Kind::Idea { Some(0) } else { kind.position("idea") };
    let idea = |row: &Row| i64::from_value(row.0.get(at?)?);
    rows.iter().filter_map(idea).collect()
}

fn cell<'a>(shape: &Shape, row: &'a Row, column: &str) -> &'a Value {
    shape.kind.position(column).and_then(|at| row.0.get(at)).unwrap_or(&Value::Null)
}

fn delta(shape: &Shape, row: &Row, column: &'static str, after: Value) -> Delta {
    Delta { column, before: cell(shape, row, column).clone(), after }
}

/// By its own name, or by the program's in either language where it has none.
fn is_called(shape: &Shape, row: &Row, name: &str) -> bool {
    match (cell(shape, row, "name"), cell(shape, row, "key")) {
        (Value::Text(own), _) => same(own, name),
        (_, Value::Text(key)) => Language::ALL.iter().any(|language| {
            known(&format!("target:{key}"), *language).is_some_and(|known| same(known, name))
        }),
        _ => false,
    }
}

/// Two units with one code could not be told apart on a card, and a long one does not fit on it.
fn refuse_code(list: List, entries: &[Row], own: Option<&Row>, code: &Value) -> Result<(), No> {
    let (List::Units, Value::Text(said)) = (list, code) else { return Ok(()) };
    let shape = list.shape();
    if own.is_some_and(|own| cell(&shape, own, "code") == code) {
        return Ok(());
    }
    let refused = |id| Err(No::refuse(Say::new(id).with("code", said.as_str())));
    if entries.iter().any(|row| cell(&shape, row, "code") == code) {
        return refused("refused-code-taken");
    }
    if said.chars().count() > LONGEST_CODE {
        return refused("refused-code-long");
    }
    Ok(())
}
