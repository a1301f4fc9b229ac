//! Reading what a list shows: its rows, and the names of what they speak of.

use crate::app::{ListAsk, ListKind, ListRead, ListRows};
use crate::domain::{Backup, Comment, Erasure, IdeaId, KeptDraft, Person, Test};
use crate::store::{Beside, Fault, Reader, backup};

pub(super) fn read(reader: &Reader, ask: &ListAsk) -> Result<ListRead, Fault> {
    let listed = match (ask.kind, ask.sluice) {
        (ListKind::Todo, Some(sluice)) => {
            ListRows::Todo(reader.todo(sluice, ask.today, ask.limit)?)
        }
        (ListKind::Todo, None) => ListRows::Todo(Vec::new()),
        (ListKind::Shelf(shelf), Some(sluice)) => {
            ListRows::Shelf(reader.off_board(sluice, shelf, None, ask.limit)?)
        }
        (ListKind::Shelf(_), None) => ListRows::Shelf(Vec::new()),
        (ListKind::History, _) => ListRows::History(reader.history(None, None, ask.limit)?),
        // Its reading takes long: the inspector does it.
        (ListKind::Findings, _) => ListRows::Findings(Vec::new()),
        (ListKind::Erasures, _) => {
            let mut all = reader.every::<Erasure>()?;
            all.sort_by_key(|it| std::cmp::Reverse(it.at));
            ListRows::Erasures(all)
        }
        (ListKind::Answers(workshop), _) => {
            let meant = match workshop {
                Some(workshop) => Some(workshop),
                None => reader.meant_workshop()?,
            };
            let all = meant.map(|workshop| reader.answers_after(workshop)).transpose()?;
            ListRows::Answers(all.unwrap_or_default())
        }
        (ListKind::Backups, _) => ListRows::Backups(backups(reader)),
        (ListKind::Drafts, _) => {
            let mut drafts = reader.every_draft()?;
            for draft in &mut drafts {
                draft.idea = idea_of(reader, draft)?;
            }
            ListRows::Drafts(drafts)
        }
    };
    let (ideas, people) = ListRead::speaks_of(&listed);
    let titles = reader.titles_of(ideas)?;
    let mut names = std::collections::HashMap::new();
    for person in people {
        if let Some(found) = reader.find::<Person>(person.0)? {
            names.insert(person, found.name);
        }
    }
    Ok(ListRead { kind: ask.kind, listed, titles, people: names })
}

/// A folder that cannot be read has none.
fn backups(reader: &Reader) -> Vec<Backup> {
    backup::list(&Beside::of(reader.path())).unwrap_or_default()
}

/// The idea that a draft is about: its name says so, or what is amended belongs to one.
fn idea_of(reader: &Reader, draft: &KeptDraft) -> Result<Option<IdeaId>, Fault> {
    let pieces: Vec<&str> = draft.target.split(':').collect();
    let number = |id: &str| id.parse::<i64>().ok();
    Ok(match *pieces {
        ["idea" | "decide" | "reply" | "assess", id] | ["test" | "comment", "new", id] => {
            number(id).map(IdeaId)
        }
        ["test", id] => match number(id) {
            Some(id) => reader.find::<Test>(id)?.map(|test| test.idea),
            None => None,
        },
        ["comment", id] => match number(id) {
            Some(id) => reader.find::<Comment>(id)?.map(|comment| comment.idea),
            None => None,
        },
        _ => None,
    })
}
