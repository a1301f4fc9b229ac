//! What follows from what else is in the file, worked out anew: derived columns, counts, numbers
//! given, which steps stand and what they are about.

use std::collections::BTreeSet;

use crate::domain::{Finding, IdeaId, Kind, There as _};

use crate::store::Fault;
use crate::store::integrity::{about, moved, standings};
use crate::store::journal::{read_changes, written_state};
use crate::store::rows::{Inside, Lossy};

impl Inside<'_> {
    pub(super) fn rework(&self, found: &[Finding]) -> Result<(), Fault> {
        let mut ideas = BTreeSet::new();
        for finding in found {
            match finding {
                Finding::Derived(idea) => {
                    ideas.insert(*idea);
                }
                Finding::Count(stage) => self.count_anew(stage.0)?,
                Finding::Counter(kind) => self.count_ids(*kind)?,
                Finding::Memory(_) => self.forget_what_is_no_text()?,
                _ => {}
            }
        }
        self.derive(&ideas)?;
        if found.iter().any(|finding| matches!(finding, Finding::Standing(_))) {
            self.stand_anew(found)?;
        }
        if found.iter().any(|finding| matches!(finding, Finding::About(_))) {
            self.link_anew(found)?;
        }
        Ok(())
    }

    fn count_anew(&self, stage: i64) -> Result<(), Fault> {
        self.0.execute("DELETE FROM column_count WHERE stage = ?1", [stage])?;
        self.0.execute(
            "INSERT INTO column_count SELECT stage, count(*) FROM idea
             WHERE stage = ?1 AND status = 'aktiv' AND removed IS NULL GROUP BY stage",
            [stage],
        )?;
        Ok(())
    }

    fn count_ids(&self, kind: Kind) -> Result<(), Fault> {
        let table = kind.table();
        self.0.execute(
            &format!(
                "INSERT INTO id_counter (kind, last)
                 VALUES (?1, (SELECT coalesce(max(id), 0) FROM {table}))
                 ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)"
            ),
            [table],
        )?;
        Ok(())
    }

    fn forget_what_is_no_text(&self) -> Result<(), Fault> {
        let mut statement = self.0.prepare("SELECT name, value FROM memory")?;
        let mut rows = statement.query([])?;
        let mut bad: Vec<Vec<u8>> = Vec::new();
        while let Some(row) = rows.next()? {
            let bytes = |at: usize| -> rusqlite::Result<&[u8]> { Ok(row.get_ref(at)?.as_bytes()?) };
            let (name, value) = (bytes(0)?, bytes(1)?);
            if std::str::from_utf8(name).is_err() || std::str::from_utf8(value).is_err() {
                bad.push(name.to_vec());
            }
        }
        for name in bad {
            self.0.execute("DELETE FROM memory WHERE CAST(name AS BLOB) = ?1", [name])?;
        }
        Ok(())
    }

    /// Says of steps again whether they stand, as the journal tells it.
    fn stand_anew(&self, found: &[Finding]) -> Result<(), Fault> {
        let told = standings(self.0)?;
        for finding in found {
            let Finding::Standing(seq) = finding else { continue };
            let entry = told.binary_search_by_key(seq, |(seq, _)| *seq).ok();
            let entry = entry.and_then(|at| told.get(at)).map(|(_, told)| told);
            self.0.execute("DELETE FROM standing WHERE seq = ?1", [seq])?;
            if let Some(told) = entry
                && let Some(state) = written_state(told.state)
            {
                self.set_standing(*seq, &told.run, state)?;
                self.0.execute(
                    "UPDATE standing SET taken_back_in = ?2 WHERE seq = ?1",
                    (seq, told.taken_back_in),
                )?;
            }
        }
        Ok(())
    }

    fn link_anew(&self, found: &[Finding]) -> Result<(), Fault> {
        let moved = moved(self.0)?;
        for finding in found {
            let Finding::About(seq) = finding else { continue };
            let changes: Option<String> = rusqlite::OptionalExtension::optional(self.0.query_row(
                "SELECT changes FROM journal WHERE seq = ?1",
                [seq],
                |row| Ok(row.get::<_, Lossy>(0)?.0),
            ))?;
            let ideas: Option<BTreeSet<IdeaId>> = match changes {
                None => Some(BTreeSet::new()),
                Some(changes) => match read_changes(&changes) {
                    Ok(changes) => about(self, &changes, &moved)?,
                    Err(_) => None,
                },
            };
            let Some(ideas) = ideas else { continue };
            self.0.execute("DELETE FROM step_idea WHERE seq = ?1", [seq])?;
            self.link(*seq, &ideas)?;
        }
        Ok(())
    }

    /// The first record of a kind: where what has lost its place goes.
    pub(super) fn first(&self, kind: Kind) -> Result<Option<i64>, Fault> {
        let at = kind.position("removed");
        let rows = self.every(kind).map_err(|error| Fault::Unreadable(error.0))?;
        let stands = |row: &&crate::domain::Row| {
            at.is_none_or(|at| row.0.get(at) == Some(&crate::domain::Value::Null))
        };
        Ok(rows.iter().find(stands).map(crate::domain::Row::id))
    }
}
