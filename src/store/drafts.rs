//! What was typed and not saved, outside the journal, by what it is for and by field.

use rusqlite::Connection;

use crate::domain::{Draft, KeptDraft, Stamp};

use super::{Fault, Reader, Store};

/// A draft that was thrown away is kept for seven days all the same.
const KEPT: i64 = 7 * 24 * 60 * 60 * 1000;

impl Reader {
    pub fn drafts(&self, target: &str) -> Result<Vec<Draft>, Fault> {
        let mut statement = self.connection.prepare_cached(
            "SELECT field, text, was, at FROM draft WHERE target = ?1 AND discarded IS NULL",
        )?;
        let drafts = statement.query_map([target], |row| {
            Ok(Draft {
                field: row.get(0)?,
                text: row.get(1)?,
                was: row.get(2)?,
                at: Stamp(row.get(3)?),
            })
        })?;
        Ok(drafts.collect::<Result<_, _>>()?)
    }

    /// Every draft that was not thrown away, the newest first.
    pub fn every_draft(&self) -> Result<Vec<KeptDraft>, Fault> {
        let mut statement = self.connection.prepare_cached(
            "SELECT target, text, at FROM draft WHERE discarded IS NULL AND text <> was
             ORDER BY target, length(text) DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut all: Vec<KeptDraft> = Vec::new();
        while let Some(row) = rows.next()? {
            let target: String = row.get(0)?;
            let (text, at) = (row.get(1)?, Stamp(row.get(2)?));
            match all.last_mut().filter(|last| last.target == target) {
                Some(last) => last.at = last.at.max(at),
                None => all.push(KeptDraft { target, idea: None, text, at }),
            }
        }
        all.sort_by_key(|draft| std::cmp::Reverse(draft.at));
        Ok(all)
    }
}

impl Store {
    /// Puts these fields in the place of what the draft had.
    pub fn keep_draft(&mut self, target: &str, fields: &[Draft]) -> Result<(), Fault> {
        let transaction = self.begin()?;
        drop_draft(&transaction, target)?;
        for draft in fields {
            transaction
                .prepare_cached(
                    "INSERT INTO draft (target, field, text, was, at) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute((target, &draft.field, &draft.text, &draft.was, draft.at.0))?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// Throws a draft away, and for good those that were thrown away a week ago.
    pub fn discard_draft(&mut self, target: &str, at: Stamp) -> Result<(), Fault> {
        let transaction = self.begin()?;
        transaction.execute("DELETE FROM draft WHERE discarded < ?1", [at.0 - KEPT])?;
        transaction.execute("UPDATE draft SET discarded = ?2 WHERE target = ?1", (target, at.0))?;
        transaction.commit()?;
        Ok(())
    }
}

/// The draft goes with the step that saved it, in the same transaction.
pub(super) fn drop_draft(connection: &Connection, target: &str) -> Result<(), Fault> {
    connection.prepare_cached("DELETE FROM draft WHERE target = ?1")?.execute([target])?;
    Ok(())
}
