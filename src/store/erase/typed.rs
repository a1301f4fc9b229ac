//! What was typed and not saved, and what is remembered between runs, without what is to go.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::domain::{PersonId, Rewriting, Stamp, TextOf};
use crate::store::{Fault, sums};

/// When the drafts for these were typed that were thrown away.
pub(super) fn thrown_away(
    connection: &Connection,
    targets: &[String],
) -> Result<HashMap<String, Stamp>, Fault> {
    let mut statement = connection
        .prepare("SELECT target, max(at) FROM draft WHERE discarded IS NOT NULL GROUP BY target")?;
    let typed = statement.query_map([], |row| Ok((row.get(0)?, Stamp(row.get(1)?))))?;
    let mut typed: HashMap<String, Stamp> = typed.collect::<Result<_, _>>()?;
    typed.retain(|target, _| targets.contains(target));
    Ok(typed)
}

/// Drafts lose the same words; those that were thrown away go whole where they would lose any.
pub(super) fn drafts(connection: &Connection, rewriting: &Rewriting<'_>) -> Result<usize, Fault> {
    struct Typed {
        target: String,
        field: String,
        text: String,
        was: String,
        at: i64,
        discarded: Option<i64>,
    }
    let typed: Vec<Typed> = connection
        .prepare("SELECT target, field, text, was, at, discarded FROM draft")?
        .query_map([], |row| {
            Ok(Typed {
                target: row.get(0)?,
                field: row.get(1)?,
                text: row.get(2)?,
                was: row.get(3)?,
                at: row.get(4)?,
                discarded: row.get(5)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    let mut changed = 0;
    for Typed { target, field, text, was, at, discarded } in typed {
        let text_of = TextOf::Draft { target: target.clone(), field: field.clone() };
        let (new_text, new_was) = (rewriting.text(&text_of, &text), rewriting.text(&text_of, &was));
        let loses = new_text.is_some() || new_was.is_some();
        let goes = rewriting.drops_draft(&target, Stamp(at), discarded.map(Stamp))
            || (loses && discarded.is_some());
        if goes {
            connection
                .prepare_cached("DELETE FROM draft WHERE target = ?1 AND field = ?2")?
                .execute((&target, &field))?;
        } else if loses {
            let (text, was) = (new_text.unwrap_or(text), new_was.unwrap_or(was));
            let texts = [&target, &field, &text, &was].map(|text| text.as_bytes());
            connection
                .prepare_cached(
                    "UPDATE draft SET text = ?3, was = ?4, sum = ?5
                     WHERE target = ?1 AND field = ?2",
                )?
                .execute((&target, &field, &text, &was, sums::of_draft(texts, at, discarded)))?;
        }
        changed += usize::from(goes || loses);
    }
    Ok(changed)
}

/// What is remembered between runs loses whole lines: searches, filters. Whoever is gone does not
/// sit at the keyboard.
pub(super) fn memory(connection: &Connection, rewriting: &Rewriting<'_>) -> Result<usize, Fault> {
    let remembered: Vec<(String, String)> = connection
        .prepare("SELECT name, value FROM memory")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut changed = 0;
    for (name, value) in remembered {
        let text_of = TextOf::Memory(name.clone());
        let all: Vec<&str> = value.lines().collect();
        let mut left = all.clone();
        left.retain(|line| rewriting.text(&text_of, line).is_none());
        let is_own = name == "who"
            && matches!(rewriting, Rewriting::Person(it)
                if value.parse().is_ok_and(|who| it.is_about(PersonId(who))));
        if is_own {
            left.clear();
        }
        if left != all {
            connection
                .prepare_cached("UPDATE memory SET value = ?2 WHERE name = ?1")?
                .execute((&name, left.join("\n")))?;
            changed += 1;
        }
    }
    Ok(changed)
}
