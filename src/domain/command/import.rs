//! What another file holds comes in. Records are known by their uid: one that is here already is
//! never written over, so that the same file can come in twice and nothing happens.

use std::collections::{HashMap, HashSet};

use crate::domain::history::{Past, State, Story};
use crate::domain::portable::{Ids, Portable, PortableChange, PortablePast};
use crate::domain::record::{Column, Kind, Row};
use crate::domain::records::{PersonId, Sluice};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::{Change, Delta, Step};
use crate::domain::there::There;
use crate::domain::value::{Cell as _, Uid, Value};

use super::{Fresh, Plan};

/// Numbers above this are no numbers to say aloud; such an idea gets the next free one.
const HIGHEST_NUMBER: i64 = 99_999_999;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// In an order in which each points only at those before it, or at its own kind.
    pub records: Vec<Portable>,
    /// From the oldest on.
    pub history: Vec<PortablePast>,
    /// Into a file in which nothing has begun: it becomes what the other one was, with a history
    /// in which every step can still be taken back, but not the import.
    pub is_whole: bool,
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    pub new: usize,
    pub same: usize,
    /// Here already, and not as there. They stay as they are.
    pub different: Vec<(Kind, Uid)>,
    /// Erased here, or part of what was. They do not come back.
    pub gone: usize,
}

impl Plan for Import {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        if self.is_whole && !there.all::<Sluice>()?.is_empty() {
            return Err(No::refuse(Say::new("refused-import-not-fresh")));
        }
        // In a fresh file every number is free that this import has not given yet.
        let mut given = HashSet::new();
        let mut give = |kind, number: Option<i64>| -> Result<i64, No> {
            if let Some(number) = number.filter(|n| (1..=HIGHEST_NUMBER).contains(n)) {
                let claimed = (fresh.claim)(kind, number)?;
                let free = self.is_whole && !given.contains(&number);
                if claimed || free {
                    given.insert(number);
                    return Ok(number);
                }
            }
            let id = (fresh.ids)(kind)?;
            if kind == Kind::Idea {
                given.insert(id);
            }
            Ok(id)
        };
        let mut sorted = self.sort(there, &mut give)?;
        let ideas = sorted.created.iter().filter(|change| change.kind() == Kind::Idea).count();
        let mut step = Step::new(Say::new("step-import").with("n", ideas));
        step.changes = std::mem::take(&mut sorted.created);
        if self.is_whole {
            self.revive(&mut sorted.ids, &mut give)?;
        }
        if !step.changes.is_empty() {
            let entries = self.told(&sorted.ids);
            step.past = Some(Box::new(Story { entries, is_whole: self.is_whole }));
        }
        Ok(step)
    }

    fn is_undoable(&self) -> bool {
        !self.is_whole
    }
}

type Give<'a> = dyn FnMut(Kind, Option<i64>) -> Result<i64, No> + 'a;

/// What is to be done with each record.
#[derive(Default)]
struct Sorted {
    created: Vec<Change>,
    same: usize,
    gone: usize,
    different: Vec<(Kind, Uid)>,
    ids: Ids,
}

impl Import {
    /// What would be done, without doing it.
    pub fn survey(&self, there: &dyn There) -> Result<Survey, No> {
        let mut last = i64::MAX;
        let sorted = self.sort(there, &mut |_, _| {
            last -= 1;
            Ok(last)
        })?;
        let created = sorted.created.iter().filter(|it| matches!(it, Change::Create { .. }));
        let Sorted { same, gone, .. } = sorted;
        Ok(Survey { new: created.count(), same, gone, different: sorted.different })
    }

    fn sort(&self, there: &dyn There, give: &mut Give<'_>) -> Result<Sorted, No> {
        let mut sorted = Sorted::default();
        let mut found: Vec<Option<Row>> = Vec::with_capacity(self.records.len());
        let mut namesakes = Namesakes::default();
        let mut gone = Uids::default();
        for record in &self.records {
            let uid = record.uid().ok_or_else(|| not_whole(record))?;
            let (kind, key) = (record.kind, Value::Text(uid.to_string()));
            if sorted.ids.of(kind, uid).is_some() {
                return Err(No::refuse(
                    Say::new("refused-import-twice")
                        .with("kind", kind.table())
                        .with("uid", uid.to_string()),
                ));
            }
            let here = there.rows(kind, "uid", &key)?.into_iter().next();
            if here.is_none() && (was_erased(there, record.kind, &key)? || needs(record, &gone)) {
                gone.insert(uid);
                found.push(None);
                continue;
            }
            let here = match here {
                Some(row) => Some(row),
                None => namesakes.of(there, record)?,
            };
            let id = match (&here, shared_id(record, &sorted.ids)) {
                (Some(row), _) => row.id(),
                (None, Some(id)) => id,
                (None, None) => give(kind, record.number())?,
            };
            sorted.ids.learn(kind, uid, id);
            found.push(here);
        }
        let mut later = Vec::new();
        let mut made = HashMap::new();
        sorted.gone = gone.len();
        for (record, here) in self.records.iter().zip(found) {
            if record.uid().is_some_and(|uid| gone.contains(&uid)) && here.is_none() {
                continue;
            }
            let record = &without(record, &gone);
            let row = sorted.ids.local(record).filter(|row| record.kind.reads(row));
            let row = row.ok_or_else(|| not_whole(record))?;
            match here {
                None => {
                    made.insert((record.kind, row.id()), ());
                    sorted.created.push(created(record.kind, row, &made, there, &mut later)?);
                }
                Some(here) if here.0.get(1) != row.0.get(1) || here == row => sorted.same += 1,
                Some(_) => sorted.different.extend(record.uid().map(|uid| (record.kind, uid))),
            }
        }
        sorted.created.extend(later);
        Ok(sorted)
    }

    /// Gives ids to what is gone but told of, so that its steps can be taken back.
    fn revive(&self, ids: &mut Ids, give: &mut Give<'_>) -> Result<(), No> {
        for change in self.history.iter().flat_map(|past| &past.changes) {
            let (PortableChange::Create(gone) | PortableChange::Delete(gone)) = change else {
                continue;
            };
            let Some(uid) = gone.uid() else { continue };
            if ids.of(gone.kind, uid).is_none() {
                let id = match shared_id(gone, ids) {
                    Some(id) => id,
                    None => give(gone.kind, gone.number())?,
                };
                ids.learn(gone.kind, uid, id);
            }
        }
        Ok(())
    }

    /// The history in the ids of this file.
    fn told(&self, ids: &Ids) -> Vec<Past> {
        let numbers: HashMap<i64, Uid> = self
            .records
            .iter()
            .chain(self.history.iter().flat_map(|past| &past.changes).filter_map(|it| match it {
                PortableChange::Create(it) | PortableChange::Delete(it) => Some(it),
                PortableChange::Update { .. } => None,
            }))
            .filter_map(|record| Some((record.number()?, record.uid()?)))
            .collect();
        let number = |number: i64| ids.of(Kind::Idea, *numbers.get(&number)?);
        let told = self.history.iter().map(|past| Past {
            uid: past.uid,
            at: past.at,
            who: past.who.and_then(|who| ids.of(Kind::Person, who)).map(PersonId),
            label: renumbered(&past.label, &number),
            changes: past.changes.iter().filter_map(|it| ids.local_change(it)).collect(),
            undoes: past.undoes,
            state: if self.is_whole { past.state } else { State::Turn },
        });
        told.collect()
    }
}

/// The uids of records that do not come in.
type Uids = HashSet<Uid>;

/// Whether a record of this uid was here and was erased for good.
fn was_erased(there: &dyn There, kind: Kind, uid: &Value) -> Result<bool, No> {
    Ok(kind != Kind::Gone && !there.rows(Kind::Gone, "uid", uid)?.is_empty())
}

/// The uids that a record points at, by column.
fn pointers(record: &Portable) -> impl Iterator<Item = (usize, &'static Column, Uid)> + '_ {
    let cells = record.kind.columns().iter().zip(&record.row.0).enumerate();
    cells.filter_map(|(at, (column, value))| {
        column.refers?;
        Some((at, column, Uid::from_value(value)?))
    })
}

/// Whether a record cannot be without one that does not come in.
fn needs(record: &Portable, gone: &Uids) -> bool {
    pointers(record).any(|(at, column, uid)| {
        gone.contains(&uid) && (at == 0 || column.sql.contains("NOT NULL"))
    })
}

/// The record, pointing at nothing where it pointed at what does not come in.
fn without(record: &Portable, gone: &Uids) -> Portable {
    let mut left = record.clone();
    for (at, _, uid) in pointers(record) {
        if gone.contains(&uid)
            && let Some(cell) = left.row.0.get_mut(at)
        {
            *cell = Value::Null;
        }
    }
    left
}

/// The id of the record whose id this one shares.
fn shared_id(record: &Portable, ids: &Ids) -> Option<i64> {
    let shares = record.kind.columns().first()?.refers?;
    match record.row.0.first()? {
        Value::Text(uid) => ids.of(shares, Uid(uuid::Uuid::parse_str(uid).ok()?)),
        Value::Int(_) | Value::Null => None,
    }
}

/// The change that makes a record. Where it points at one of its own kind that is not there yet,
/// that follows when all are.
fn created(
    kind: Kind,
    mut row: Row,
    made: &HashMap<(Kind, i64), ()>,
    there: &dyn There,
    later: &mut Vec<Change>,
) -> Result<Change, No> {
    let id = row.id();
    for (column, value) in kind.columns().iter().zip(&mut row.0) {
        let Value::Int(target) = *value else { continue };
        if column.refers != Some(kind) || made.contains_key(&(kind, target)) {
            continue;
        }
        if there.row(kind, target)?.is_none() {
            let delta =
                Delta { column: column.name, before: Value::Null, after: Value::Int(target) };
            *value = Value::Null;
            later.push(Change::Update { kind, id, deltas: vec![delta] });
        }
    }
    Ok(Change::Create { kind, row })
}

/// What people know by its name: two files that each learnt *bygg* mean the same.
#[derive(Default)]
struct Namesakes(HashMap<Kind, Vec<Row>>);

impl Namesakes {
    fn of(&mut self, there: &dyn There, record: &Portable) -> Result<Option<Row>, No> {
        let kind = record.kind;
        let names: &[&str] = match kind {
            Kind::Tag | Kind::Challenge => &["name"],
            Kind::Unit => &["code", "name"],
            Kind::ReferralTarget => &["key", "name"],
            Kind::Person => &["name", "contact"],
            _ => return Ok(None),
        };
        let known = match self.0.entry(kind) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(none) => none.insert(there.every(kind)?),
        };
        let name = |row: &Row| -> Vec<Option<Value>> {
            names.iter().map(|name| row.0.get(kind.position(name)?).cloned()).collect()
        };
        Ok(known.iter().find(|row| name(row) == name(&record.row)).cloned())
    }
}

/// The label with the numbers that ideas have here.
fn renumbered(label: &Say, number: &dyn Fn(i64) -> Option<i64>) -> Say {
    let args = label.args.iter().map(|(name, arg)| {
        let arg = match arg {
            Arg::Idea(there) => match number(*there) {
                Some(here) => Arg::Idea(here),
                None => Arg::Text(format!("#{there}").into()),
            },
            Arg::Say(say) => Arg::Say(Box::new(renumbered(say, number))),
            other => other.clone(),
        };
        (name.clone(), arg)
    });
    Say { id: label.id.clone(), args: args.collect() }
}

fn not_whole(record: &Portable) -> No {
    let uid = record.uid().map(|uid| uid.to_string()).unwrap_or_default();
    No::refuse(Say::new("refused-import-record").with("kind", record.kind.table()).with("uid", uid))
}
