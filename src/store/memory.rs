//! Small things remembered between runs, outside the journal: where the person left off, and what
//! was chosen on the first screen.

use rusqlite::OptionalExtension;

use super::seen::Prose;
use super::{Fault, Reader, Store};

impl Reader {
    pub fn remembered(&self, name: &str) -> Result<Option<String>, Fault> {
        Ok(self
            .connection
            .prepare_cached("SELECT value FROM memory WHERE name = ?1")?
            .query_row([name], |row| row.get::<_, Prose>(0))
            .optional()?
            .map(|value| value.0))
    }
}

impl Store {
    pub fn remember(&mut self, name: &str, value: &str) -> Result<(), Fault> {
        self.connection
            .prepare_cached(
                "INSERT INTO memory (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value
                 WHERE value <> excluded.value",
            )?
            .execute((name, value))?;
        Ok(())
    }
}
