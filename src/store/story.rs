//! The journal and the records as a whole, to go from file to file.

use std::collections::BTreeSet;

use crate::domain::{Kind, Past, PersonId, Row, Stamp, Story, There, Uid};

use super::journal::{read_changes, read_label, read_state, written_state};
use super::line::Line;
use super::rows::{Inside, Lossy};
use super::{Fault, Reader};

/// The run under which entries from another file stand: no run of this one.
pub(super) const ELSEWHERE: &str = "import";

impl Reader {
    /// What a plan may ask, for whoever wants to know beforehand what it would answer.
    pub fn there(&self) -> impl There + '_ {
        Inside(&self.connection)
    }

    /// Every row of a kind, by id.
    pub fn rows(&self, kind: Kind) -> Result<Vec<Row>, Fault> {
        self.there().every(kind).map_err(|error| Fault::Unreadable(error.0))
    }

    /// The whole journal from its oldest entry on. Entries that changed nothing are not told.
    pub fn story(&self) -> Result<Vec<Past>, Fault> {
        let mut statement = self.connection.prepare(
            "SELECT journal.uid, journal.at, journal.who, journal.label, journal.changes,
                    undone.uid, standing.state
             FROM journal
             LEFT JOIN journal AS undone ON undone.seq = journal.undoes
             LEFT JOIN standing ON standing.seq = journal.seq
             WHERE journal.changes <> '[]'
             ORDER BY journal.seq",
        )?;
        let mut rows = statement.query([])?;
        let mut story = Vec::new();
        while let Some(row) = rows.next()? {
            let undoes = row.get::<_, Option<Lossy>>(5)?.map(|uid| uid.0);
            let state = row.get::<_, Option<Lossy>>(6)?.map(|state| state.0);
            story.push(Past {
                uid: uid(&row.get::<_, Lossy>(0)?.0)?,
                at: Stamp(row.get(1)?),
                who: row.get::<_, Option<i64>>(2)?.map(PersonId),
                label: read_label(&row.get::<_, Lossy>(3)?.0)?,
                changes: read_changes(&row.get::<_, Lossy>(4)?.0)?,
                undoes: undoes.as_deref().map(uid).transpose()?,
                state: read_state(state.as_deref()),
            });
        }
        Ok(story)
    }
}

fn uid(written: &str) -> Result<Uid, Fault> {
    uuid::Uuid::parse_str(written).map(Uid).map_err(|error| Fault::Unreadable(error.to_string()))
}

impl Inside<'_> {
    /// Puts the entries of another file's journal after those that are here. One that is here
    /// already stays as it is.
    pub(super) fn append_story(&self, story: &Story) -> Result<(), Fault> {
        for past in &story.entries {
            if self.place_of(past.uid)?.is_some() {
                continue;
            }
            let undoes = match past.undoes {
                Some(undoes) => self.place_of(undoes)?,
                None => None,
            };
            let seq = self.insert(&Line {
                uid: past.uid,
                at: past.at,
                who: past.who,
                run: ELSEWHERE,
                label: &past.label,
                changes: &past.changes,
                undoes,
            })?;
            let ideas: BTreeSet<_> = self.touched(&past.changes)?;
            self.link(seq, &ideas)?;
            if let Some(state) = written_state(past.state) {
                self.set_standing(seq, ELSEWHERE, state)?;
            }
        }
        Ok(())
    }
}
