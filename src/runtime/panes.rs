//! What the panes of an idea are read from.

use std::collections::HashMap;

use crate::app::{HistoryRead, Other, PaneRead};
use crate::domain::{Challenge, Detail, Idea, IdeaId, IdeaText, Person, PersonId, Tag};
use crate::store::{Fault, Reader};

/// An idea with the names of what it refers to, each looked up by its id.
pub(super) fn pane(reader: &Reader, idea: IdeaId) -> Result<PaneRead, Fault> {
    let mut read = PaneRead {
        idea,
        version: None,
        detail: None,
        people: HashMap::new(),
        tags: HashMap::new(),
        challenge: None,
        into: None,
        merged: Vec::new(),
    };
    let Some(detail) = reader.detail(idea)? else { return Ok(read) };
    read.people = people(reader, mentioned(&detail))?;
    for link in &detail.tags {
        if let Some(tag) = reader.find::<Tag>(link.tag.0)? {
            read.tags.insert(tag.id, tag.name);
        }
    }
    if let Some(challenge) = detail.idea.challenge {
        read.challenge = reader.find::<Challenge>(challenge.0)?.map(|challenge| challenge.name);
    }
    if let Some(into) = detail.idea.merged_into
        && let Some(idea) = reader.find::<Idea>(into.0)?
    {
        read.into = Some(other(reader, idea)?);
    }
    for merged in &detail.merged {
        read.merged.push(other(reader, merged.clone())?);
    }
    read.detail = Some(detail);
    Ok(read)
}

/// The names of some people, each looked up once.
pub(super) fn people(
    reader: &Reader,
    of: impl Iterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>, Fault> {
    let mut people = HashMap::new();
    for id in of {
        if let std::collections::hash_map::Entry::Vacant(vacant) = people.entry(id)
            && let Some(person) = reader.find::<Person>(id.0)?
        {
            vacant.insert(person.name);
        }
    }
    Ok(people)
}

fn mentioned(detail: &Detail) -> impl Iterator<Item = PersonId> {
    let idea = &detail.idea;
    let of_idea = [idea.giver, idea.owner, idea.coach].into_iter().flatten();
    of_idea.chain(detail.comments.iter().filter_map(|comment| comment.author))
}

fn other(reader: &Reader, idea: Idea) -> Result<Other, Fault> {
    let text = reader.find::<IdeaText>(idea.id.0)?;
    let need = text.map(|text| text.need).unwrap_or_default();
    Ok(Other { idea: idea.id, title: idea.title, need })
}

pub(super) fn history(
    reader: &Reader,
    idea: IdeaId,
    before: Option<i64>,
    limit: usize,
) -> Result<HistoryRead, Fault> {
    let entries = reader.history(Some(idea), before, limit)?;
    let whole = entries.len() < limit;
    let names = reader.names()?;
    Ok(HistoryRead { idea, version: None, entries, whole, names, changes: None })
}
