//! The ideas of a sluice that are not on its board, a page at a time.

use jiff::civil::Date;
use rusqlite::Row;

use crate::domain::{Cell, IdeaId, Outcome, Sensitivity, Shelf, Shelved, SluiceId, Stage, StageId};

use super::rows::Lossy;
use super::seen::OneLine;
use super::{Fault, Reader};

/// An index, what it holds, and its key. Keys ascend, so what comes last is counted backwards.
struct Place {
    index: &'static str,
    when: &'static str,
    key: &'static str,
}

fn place(shelf: Shelf) -> Place {
    match shelf {
        Shelf::Paused => Place {
            index: "idea_on_pause_shelf",
            when: "status = 'vilande' AND removed IS NULL",
            key: "CAST(replace(coalesce(paused_until, '9999'), '-', '') AS INTEGER)",
        },
        Shelf::Closed => Place {
            index: "idea_closed",
            when: "status = 'avslutad' AND removed IS NULL",
            key: "-coalesce(decided, 0)",
        },
        Shelf::Removed => {
            Place { index: "idea_removed", when: "removed IS NOT NULL", key: "-removed" }
        }
    }
}

impl Reader {
    /// Up to `limit` ideas, those after one that was read before.
    pub fn off_board(
        &self,
        sluice: SluiceId,
        shelf: Shelf,
        after: Option<&Shelved>,
        limit: usize,
    ) -> Result<Vec<Shelved>, Fault> {
        let Place { index, when, key } = place(shelf);
        let index = self.by(index);
        let sql = format!(
            "SELECT id, title, stage, sensitivity, outcome, merged_into, paused_until, answer_due, {key}
             FROM idea {index}
             WHERE stage = ?1 AND {when} AND {key} >= ?2 AND ({key} > ?2 OR id > ?3)
             ORDER BY {key}, id LIMIT ?4"
        );
        let (from, id) = after.map_or((i64::MIN, 0), |after| (after.key, after.idea.0));
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let stages: Vec<Stage> = self.those("sluice", &sluice.to_value())?;
        let mut found: Vec<Shelved> = Vec::new();
        for stage in stages {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let rows = statement.query_map((stage.id.0, from, id, most), read)?;
            for row in rows {
                found.push(row?);
            }
        }
        found.sort_by_key(|shelved| (shelved.key, shelved.idea));
        found.truncate(limit);
        Ok(found)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Shelved> {
    let text = |at: usize| row.get::<_, Option<Lossy>>(at).map(|text| text.map(|text| text.0));
    let day = |at: usize| -> rusqlite::Result<Option<Date>> {
        Ok(text(at)?.and_then(|day| day.parse().ok()))
    };
    Ok(Shelved {
        idea: IdeaId(row.get(0)?),
        title: row.get::<_, OneLine>(1)?.0,
        stage: StageId(row.get(2)?),
        // What cannot be read is not shown to a room.
        sensitivity: text(3)?
            .and_then(|key| Sensitivity::from_key(&key))
            .unwrap_or(Sensitivity::Protected),
        outcome: text(4)?.and_then(|key| Outcome::from_key(&key)),
        merged_into: row.get::<_, Option<i64>>(5)?.map(IdeaId),
        paused_until: day(6)?,
        answer_due: day(7)?,
        key: row.get(8)?,
    })
}
