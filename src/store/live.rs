//! The one row that the audience's window reads. It is no record: what the room saw is nobody's
//! history.

use rusqlite::OptionalExtension;

use crate::domain::{Live, Stamp};

use super::{Fault, Reader, Store};

/// What the room sees, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// As `Reader::live_version` tells it.
    pub version: i64,
    pub at: Stamp,
    pub live: Live,
}

impl Store {
    pub fn write_live(&mut self, live: &Live, at: Stamp) -> Result<(), Fault> {
        let body = serde_json::to_string(live);
        self.put_live(&body.map_err(|error| Fault::Unreadable(error.to_string()))?, at)
    }

    /// There is nothing to be seen any more.
    pub fn clear_live(&mut self, at: Stamp) -> Result<(), Fault> {
        self.put_live("", at)
    }

    /// The row stays, so that no number of a writing comes again.
    fn put_live(&mut self, body: &str, at: Stamp) -> Result<(), Fault> {
        self.connection
            .prepare_cached(
                "INSERT INTO live (id, version, at, body) VALUES (1, 1, ?1, ?2)
                 ON CONFLICT (id) DO UPDATE
                 SET version = version + 1, at = excluded.at, body = excluded.body",
            )?
            .execute((at.0, body))?;
        Ok(())
    }
}

impl Reader {
    /// Differs from what it was when the row was written since, though nothing in the journal tells
    /// of it; 0 before the first time.
    pub fn live_version(&self) -> Result<i64, Fault> {
        let sql = "SELECT coalesce(max(version), 0) FROM live";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// What the room sees. What another program wrote in its own way is as nothing.
    pub fn live(&self) -> Result<Option<Shown>, Fault> {
        let found: Option<(i64, i64, String)> = self
            .connection
            .prepare_cached("SELECT version, at, body FROM live WHERE id = 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        Ok(found.and_then(|(version, at, body)| {
            let live = serde_json::from_str(&body).ok()?;
            Some(Shown { version, at: Stamp(at), live })
        }))
    }
}
