//! The one row that the audience's window reads. It is no record: what the room saw is nobody's
//! history.

use rusqlite::OptionalExtension;

use crate::domain::{Live, Stamp};

use super::{Fault, Reader, Store};

impl Store {
    pub fn write_live(&mut self, live: &Live, at: Stamp) -> Result<(), Fault> {
        let body =
            serde_json::to_string(live).map_err(|error| Fault::Unreadable(error.to_string()))?;
        self.connection
            .prepare_cached(
                "INSERT INTO live (id, at, body) VALUES (1, ?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET at = excluded.at, body = excluded.body",
            )?
            .execute((at.0, body))?;
        Ok(())
    }

    /// There is nothing to be seen any more.
    pub fn clear_live(&mut self) -> Result<(), Fault> {
        self.connection.prepare_cached("DELETE FROM live")?.execute([])?;
        Ok(())
    }
}

impl Reader {
    /// What the room sees, and since when. What another program wrote in its own way is as nothing.
    pub fn live(&self) -> Result<Option<(Stamp, Live)>, Fault> {
        let found: Option<(i64, String)> = self
            .connection
            .prepare_cached("SELECT at, body FROM live WHERE id = 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        Ok(found.and_then(|(at, body)| Some((Stamp(at), serde_json::from_str(&body).ok()?))))
    }
}
