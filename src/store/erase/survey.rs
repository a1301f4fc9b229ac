//! Reading a whole file through for what it says of a person: records, journal, drafts, memory.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::domain::{
    Cell as _, Detail, Entry, IdeaId, Kind, Names, Occurrences, Person, PersonId, Record as _,
    There as _, Tracing, Uid, Value, Wanted,
};
use crate::store::journal::{read_changes, read_label};
use crate::store::rows::Inside;
use crate::store::{Fault, Reader};

/// Where a person occurs in a file.
#[derive(Clone, Debug)]
pub struct Surveyed {
    pub person: Person,
    pub wanted: Wanted,
    pub occurrences: Occurrences,
}

impl Reader {
    /// `None` where there is no such person.
    pub fn survey_person(&self, person: PersonId) -> Result<Option<Surveyed>, Fault> {
        let Some(person) = self.find::<Person>(person.0)? else { return Ok(None) };
        let wanted = wanted(&self.connection, &person)?;
        let occurrences = occurrences(&self.connection, &wanted, Some(person.id))?;
        Ok(Some(Surveyed { person, wanted, occurrences }))
    }
}

/// All that a file holds of a person, for whoever asks what that is.
#[derive(Clone, Debug)]
pub struct Register {
    pub surveyed: Surveyed,
    /// The ideas that the person has to do with.
    pub ideas: Vec<Detail>,
    /// What the person did, the newest first.
    pub steps: Vec<Entry>,
    pub names: Names,
}

impl Reader {
    /// `None` where there is no such person.
    pub fn register(&self, person: PersonId) -> Result<Option<Register>, Fault> {
        let Some(surveyed) = self.survey_person(person)? else { return Ok(None) };
        let concerned: BTreeSet<IdeaId> =
            surveyed.occurrences.roles.iter().map(|(idea, ..)| *idea).collect();
        let mut ideas = Vec::new();
        for idea in concerned {
            ideas.extend(self.detail(idea)?);
        }
        let mut steps = self.history(None, None, usize::MAX)?;
        steps.retain(|entry| entry.who == Some(person));
        Ok(Some(Register { surveyed, ideas, steps, names: self.names()? }))
    }
}

/// All names and contacts that a person has or ever had.
pub(super) fn wanted(connection: &Connection, person: &Person) -> Result<Wanted, Fault> {
    let mut names = BTreeSet::from([person.name.clone()]);
    let mut contacts: BTreeSet<String> = person.contact.iter().cloned().collect();
    let mut statement =
        connection.prepare("SELECT changes FROM journal WHERE instr(changes, '\"person\"') > 0")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for change in read_changes(&row.get::<_, String>(0)?)? {
            if change.kind() != Kind::Person || change.id() != person.id.0 {
                continue;
            }
            let texts = |column| {
                let (before, after) = change.column(column);
                let both = [before, after].into_iter().flatten();
                both.filter_map(String::from_value).collect::<Vec<_>>()
            };
            names.extend(texts("name"));
            contacts.extend(texts("contact"));
        }
    }
    let said = |texts: &BTreeSet<String>| -> Vec<String> {
        texts.iter().filter(|text| !text.trim().is_empty()).cloned().collect()
    };
    let (names, contacts) = (said(&names), said(&contacts));
    Ok(Wanted::of(names.iter().map(String::as_str), contacts.iter().map(String::as_str)))
}

/// Where the person, and all that is wanted, occurs. Without either it tells what belongs to what.
pub(super) fn occurrences(
    connection: &Connection,
    wanted: &Wanted,
    person: Option<PersonId>,
) -> Result<Occurrences, Fault> {
    let inside = Inside(connection);
    let mut tracing = Tracing::new(wanted, person);
    for kind in Kind::ALL {
        for row in inside.every(*kind).map_err(|error| Fault::Unreadable(error.0))? {
            tracing.row(*kind, &row);
        }
    }
    let mut statement =
        connection.prepare("SELECT seq, who, label, changes FROM journal ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let who = row.get::<_, Option<i64>>(1)?.map(PersonId);
        let label = read_label(&row.get::<_, String>(2)?)?;
        tracing.past(row.get(0)?, who, &label, &read_changes(&row.get::<_, String>(3)?)?);
    }
    let mut statement = connection.prepare("SELECT target, field, text, was FROM draft")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (target, field): (String, String) = (row.get(0)?, row.get(1)?);
        for text in [2, 3] {
            tracing.draft(&target, &field, &row.get::<_, String>(text)?);
        }
    }
    let mut statement = connection.prepare("SELECT name, value FROM memory")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        tracing.memory(&row.get::<_, String>(0)?, &row.get::<_, String>(1)?);
    }
    Ok(tracing.done())
}

/// The record of that name in the whole world, as this file numbers it.
pub(super) fn local(connection: &Connection, kind: Kind, uid: Uid) -> Result<Option<i64>, Fault> {
    let found = Inside(connection)
        .rows(kind, "uid", &Value::Text(uid.to_string()))
        .map_err(|error| Fault::Unreadable(error.0))?;
    Ok(found.first().map(crate::domain::Row::id))
}

/// The person as a file has it.
pub(super) fn person(connection: &Connection, uid: Uid) -> Result<Option<Person>, Fault> {
    let found = Inside(connection)
        .rows(Kind::Person, "uid", &Value::Text(uid.to_string()))
        .map_err(|error| Fault::Unreadable(error.0))?;
    Ok(found.first().and_then(Person::from_row))
}
