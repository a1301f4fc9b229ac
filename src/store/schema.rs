//! The steps that made the tables. A step that has shipped is never edited; a new one is added at
//! the end of the list.

use rusqlite::{Connection, TransactionBehavior};

use super::Fault;
use super::open::OpenError;

/// "SLUS", in the file's header.
pub(super) const APPLICATION_ID: i32 = 0x534c_5553;

const STEPS: &[&str] = &[include_str!("schema/1.sql")];

/// The newest schema that this program knows.
#[expect(clippy::cast_possible_wrap, reason = "a handful of steps")]
pub const VERSION: i64 = STEPS.len() as i64;

/// Takes the steps that a file lacks, all in one transaction.
pub(super) fn bring_up_to_date(connection: &mut Connection) -> Result<(), OpenError> {
    let version = |connection: &Connection| -> Result<i64, rusqlite::Error> {
        connection.pragma_query_value(None, "user_version", |row| row.get(0))
    };
    if version(connection)? == VERSION {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version(&transaction)?;
    if found > VERSION {
        return Err(OpenError::Newer { found, known: VERSION });
    }
    for step in STEPS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.commit()?;
    // The version gate reads the main file's header, so it must not lag behind the log.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Refuses a file whose schema is not, word for word, what the steps make.
pub(super) fn check(connection: &Connection) -> Result<(), OpenError> {
    let ours = {
        let memory = Connection::open_in_memory()?;
        for step in STEPS {
            memory.execute_batch(step)?;
        }
        objects(&memory)?
    };
    let found = objects(connection)?;
    match found.iter().find(|object| !ours.contains(object)) {
        Some((name, _)) => Err(OpenError::Schema(name.clone())),
        None if found.len() < ours.len() => Err(OpenError::Schema("a table is missing".into())),
        None => Ok(()),
    }
}

fn objects(connection: &Connection) -> Result<Vec<(String, String)>, Fault> {
    let mut statement = connection.prepare(
        "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
