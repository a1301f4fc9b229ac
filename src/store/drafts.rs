//! What was typed and not saved, outside the journal, by what it is for and by field.

use rusqlite::Connection;

use crate::domain::{Draft, KeptDraft, Lines, Stamp, Unsaved, clean};

use super::rows::Lossy;
use super::seal::seal;
use super::seen::Prose;
use super::{Fault, Reader, Store, sums};

/// A draft that was thrown away is kept for seven days all the same.
const KEPT: i64 = 7 * 24 * 60 * 60 * 1000;

impl Reader {
    pub fn drafts(&self, target: &str) -> Result<Vec<Draft>, Fault> {
        let clean = |text: String| clean(&text, Lines::Many).into_owned();
        let drafts = drafts(&self.connection, target)?.into_iter();
        let cleaned = drafts.map(|it| Draft { text: clean(it.text), was: clean(it.was), ..it });
        Ok(cleaned.collect())
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
            let target = row.get::<_, Lossy>(0)?.0;
            let (text, at) = (row.get::<_, Prose>(1)?.0, Stamp(row.get(2)?));
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
    pub fn drafts(&self, target: &str) -> Result<Vec<Draft>, Fault> {
        drafts(&self.connection, target)
    }

    /// Puts these fields in the place of what the draft had.
    pub fn keep_draft(&mut self, target: &str, fields: &[Draft]) -> Result<(), Fault> {
        let transaction = self.begin()?;
        drop_draft(&transaction, target)?;
        for draft in fields {
            let texts = [target, &draft.field, &draft.text, &draft.was].map(str::as_bytes);
            let sum = sums::of_draft(texts, draft.at.0, None);
            transaction
                .prepare_cached(
                    "INSERT INTO draft (target, field, text, was, at, sum)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute((target, &draft.field, &draft.text, &draft.was, draft.at.0, sum))?;
        }
        seal(transaction)
    }

    /// Puts what an earlier run left in a file in the place of the draft, unless that is newer; false
    /// where it is, or where it says the same.
    pub fn take_in_draft(&mut self, left: &Unsaved) -> Result<bool, Fault> {
        let at = left.fields.iter().map(|field| field.at).max();
        let newest: Option<i64> = self
            .connection
            .prepare_cached("SELECT max(at) FROM draft WHERE target = ?1")?
            .query_row([&left.target], |row| row.get(0))?;
        if newest.is_some_and(|newest| at <= Some(Stamp(newest))) {
            return Ok(false);
        }
        self.keep_draft(&left.target, &left.fields)?;
        Ok(true)
    }

    /// How many drafts there are, and when the newest was typed.
    pub fn drafts_left(&self) -> Result<Option<(usize, Stamp)>, Fault> {
        let (count, newest): (i64, Option<i64>) = self
            .connection
            .prepare_cached(
                "SELECT count(DISTINCT target), max(at) FROM draft
                 WHERE discarded IS NULL AND text <> was",
            )?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(newest.map(|newest| (usize::try_from(count).unwrap_or(0), Stamp(newest))))
    }

    /// Throws a draft away, and for good those that were thrown away a week ago.
    pub fn discard_draft(&mut self, target: &str, at: Stamp) -> Result<(), Fault> {
        let transaction = self.begin()?;
        transaction.execute("DELETE FROM draft WHERE discarded < ?1", [at.0 - KEPT])?;
        let fields: Vec<(String, Option<i64>, i64)> = transaction
            .prepare_cached("SELECT field, discarded, sum FROM draft WHERE target = ?1")?
            .query_map([target], |row| Ok((row.get::<_, Lossy>(0)?.0, row.get(1)?, row.get(2)?)))?
            .collect::<Result<_, _>>()?;
        for (field, before, sum) in fields {
            let part = |at| sums::of_discarded(target.as_bytes(), field.as_bytes(), at);
            transaction
                .prepare_cached(
                    "UPDATE draft SET discarded = ?3, sum = ?4 WHERE target = ?1 AND field = ?2",
                )?
                .execute((target, &field, at.0, sum ^ part(before) ^ part(Some(at.0))))?;
        }
        seal(transaction)
    }
}

fn drafts(connection: &Connection, target: &str) -> Result<Vec<Draft>, Fault> {
    let mut statement = connection.prepare_cached(
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

/// The draft goes with the step that saved it, in the same transaction.
pub(super) fn drop_draft(connection: &Connection, target: &str) -> Result<(), Fault> {
    connection.prepare_cached("DELETE FROM draft WHERE target = ?1")?.execute([target])?;
    Ok(())
}
