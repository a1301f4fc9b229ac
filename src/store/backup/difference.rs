//! What a copy and the file that stands have that the other lacks: told before one takes the other's
//! place.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _};

use crate::domain::{Difference, Side};
use crate::store::{Fault, OpenError, Reader};

/// So many of the newest steps are named.
const NAMED: usize = 20;

/// Compares the file that is read with a copy. Where the file cannot be read, all is to gain.
pub fn difference(present: Option<&Reader>, copy: &Path) -> Result<Difference, OpenError> {
    let copy = Reader::open(copy)?;
    let there = &copy.connection;
    let from = match present {
        Some(present) => last_common(&present.connection, there)?,
        None => 0,
    };
    let one = |connection: &Connection| -> Result<i64, Fault> {
        Ok(connection.query_row("SELECT count(*) FROM idea", [], |row| row.get(0))?)
    };
    Ok(Difference {
        lost: match present {
            Some(present) => side(present, &copy, from)?,
            None => Side::default(),
        },
        gained: match present {
            Some(present) => side(&copy, present, from)?,
            None => Side { newest: copy.history(None, None, NAMED)?, ..Side::default() },
        },
        ideas_here: present.map_or(Ok(0), |present| one(&present.connection))?,
        ideas_there: one(there)?,
    })
}

/// The newest step that both have. What comes before it is the same in both.
fn last_common(here: &Connection, there: &Connection) -> Result<i64, Fault> {
    let mut uids = here.prepare("SELECT seq, uid FROM journal ORDER BY seq DESC")?;
    let mut theirs = there.prepare("SELECT 1 FROM journal WHERE seq = ?1 AND uid = ?2")?;
    let mut rows = uids.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, uid): (i64, String) = (row.get(0)?, row.get(1)?);
        if theirs.query_row((seq, uid), |_| Ok(())).optional()?.is_some() {
            return Ok(seq);
        }
    }
    Ok(0)
}

fn side(of: &Reader, other: &Reader, from: i64) -> Result<Side, Fault> {
    let steps: i64 =
        of.connection
            .query_row("SELECT count(*) FROM journal WHERE seq > ?1", [from], |row| row.get(0))?;
    let mut newest = of.history(None, None, NAMED)?;
    newest.retain(|entry| entry.seq > from);
    let mut uids = of
        .connection
        .prepare("SELECT uid FROM idea WHERE id IN (SELECT idea FROM step_idea WHERE seq > ?1)")?;
    let mut known = other.connection.prepare("SELECT 1 FROM idea WHERE uid = ?1")?;
    let mut ideas = 0;
    let mut rows = uids.query([from])?;
    while let Some(row) = rows.next()? {
        let uid: String = row.get(0)?;
        if known.query_row([uid], |_| Ok(())).optional()?.is_none() {
            ideas += 1;
        }
    }
    Ok(Side { steps: usize::try_from(steps).unwrap_or(usize::MAX), ideas, newest })
}
