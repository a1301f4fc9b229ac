//! How a line of the journal is written: its place, its hash, and which ideas it is about.

use std::collections::BTreeSet;

use crate::domain::{Change, IdeaId, PersonId, Say, Stamp, Uid};

use super::Fault;
use super::journal::Request;
use super::rows::Inside;
use super::sums::{self, Entered};

/// A line of the journal to be written.
pub(super) struct Line<'a> {
    pub(super) uid: Uid,
    pub(super) at: Stamp,
    pub(super) who: Option<PersonId>,
    pub(super) run: &'a str,
    pub(super) label: &'a Say,
    pub(super) changes: &'a [Change],
    pub(super) undoes: Option<i64>,
}

impl Inside<'_> {
    /// Writes one line of the journal and answers its place.
    pub(super) fn insert(&self, line: &Line<'_>) -> Result<i64, Fault> {
        let label = written(line.label)?;
        let changes = written(&line.changes)?;
        let uid = line.uid.to_string();
        let seq = self.next_seq()?;
        let hash = sums::of_entry(&Entered {
            seq,
            uid: uid.as_bytes(),
            at: line.at.0,
            who: line.who.map(|who| who.0),
            run: line.run.as_bytes(),
            label: label.as_bytes(),
            changes: changes.as_bytes(),
            undoes: line.undoes,
        });
        self.0
            .prepare_cached(
                "INSERT INTO journal (seq, uid, at, who, run, label, changes, undoes, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute((
                seq,
                &uid,
                line.at.0,
                line.who.map(|who| who.0),
                line.run,
                &label,
                &changes,
                line.undoes,
                hash,
            ))?;
        Ok(seq)
    }

    /// Tells of something in the journal that is no step: it changes nothing and cannot be taken back.
    /// What was undone before it is not done again.
    pub(super) fn note(&self, request: Request, run: &str, label: &Say) -> Result<i64, Fault> {
        self.drop_redo()?;
        self.insert(&Line {
            uid: request.uid,
            at: request.now,
            who: request.who,
            run,
            label,
            changes: &[],
            undoes: None,
        })
    }

    /// Writes an entry anew, with the hash of what it says now.
    pub(super) fn rewrite(
        &self,
        seq: i64,
        who: Option<PersonId>,
        label: &Say,
        changes: &[Change],
    ) -> Result<(), Fault> {
        let (label, changes) = (written(label)?, written(&changes)?);
        let who = who.map(|who| who.0);
        let mut statement =
            self.0.prepare_cached("SELECT uid, at, run, undoes FROM journal WHERE seq = ?1")?;
        let (uid, at, run, undoes) = statement.query_row([seq], |row| {
            Ok((row.get::<_, String>(0)?, row.get(1)?, row.get::<_, String>(2)?, row.get(3)?))
        })?;
        let hash = sums::of_entry(&Entered {
            seq,
            uid: uid.as_bytes(),
            at,
            who,
            run: run.as_bytes(),
            label: label.as_bytes(),
            changes: changes.as_bytes(),
            undoes,
        });
        self.0
            .prepare_cached(
                "UPDATE journal SET who = ?2, label = ?3, changes = ?4, hash = ?5 WHERE seq = ?1",
            )?
            .execute((seq, who, &label, &changes, hash))?;
        Ok(())
    }

    /// The place of the next entry: places are never used again.
    fn next_seq(&self) -> Result<i64, Fault> {
        let mut statement = self.0.prepare_cached(
            "SELECT 1 + max(
                 coalesce((SELECT max(seq) FROM journal), 0),
                 coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'journal'), 0))",
        )?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Notes which ideas an entry is about.
    pub(super) fn link(&self, seq: i64, ideas: &BTreeSet<IdeaId>) -> Result<(), Fault> {
        for idea in ideas {
            self.0
                .prepare_cached("INSERT INTO step_idea (idea, seq) VALUES (?1, ?2)")?
                .execute((idea.0, seq))?;
        }
        Ok(())
    }
}

pub(super) fn written(what: &impl serde::Serialize) -> Result<String, Fault> {
    serde_json::to_string(what).map_err(|error| Fault::Unreadable(error.to_string()))
}
