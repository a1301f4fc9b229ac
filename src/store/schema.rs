//! The steps that made the tables. A step that has shipped is never edited; a new one is added at
//! the end of the list.

use std::borrow::Cow;
use std::collections::HashSet;

use rusqlite::{Connection, TransactionBehavior};

use crate::domain::Why;

use super::look::check_version;
use super::open::OpenError;
use super::site::Site;
use super::{Beside, Fault, backup, fault};

/// "SLUS", in the file's header.
pub(super) const APPLICATION_ID: i32 = 0x534c_5553;

const STEPS: &[&str] = &[include_str!("schema/1.sql")];

/// The newest schema that this program knows.
#[expect(clippy::cast_possible_wrap, reason = "a handful of steps")]
pub const VERSION: i64 = STEPS.len() as i64;

/// The same, with a step that a test may have put at the end.
pub(super) fn version() -> i64 {
    VERSION + i64::from(fault::asked("step").is_some())
}

fn steps() -> Vec<Cow<'static, str>> {
    let extra = fault::asked("step").map(Cow::Owned);
    STEPS.iter().copied().map(Cow::Borrowed).chain(extra).collect()
}

/// Takes all steps, in a file that has nothing in it yet.
pub(super) fn begin(connection: &mut Connection) -> Result<(), OpenError> {
    take_steps(connection)?;
    Ok(())
}

/// Takes the steps that a file lacks, all in one transaction, after a copy of it was laid aside. A
/// step that fails leaves the file as it was.
pub(super) fn bring_up_to_date(connection: &mut Connection, site: &Site) -> Result<(), OpenError> {
    if found(connection)? == version() {
        return Ok(());
    }
    check_version(found(connection)?)?;
    if !site.is_copy() {
        lay_aside(site)?;
    }
    if let Some(presence) = &site.presence {
        let sql = "SELECT coalesce(max(seq), 0) FROM journal";
        presence.announce(connection.query_row(sql, [], |row| row.get(0))?);
    }
    match take_steps(connection) {
        Err(OpenError::Fault(fault)) if !fault.is_busy() => {
            Err(OpenError::Outdated { why: fault.to_string() })
        }
        taken => taken,
    }
}

/// Nothing is brought up to date that there is no copy of.
fn lay_aside(site: &Site) -> Result<(), OpenError> {
    let beside = Beside::of(&site.file);
    let taken = backup::take(&site.file, &beside, Why::BeforeMigration);
    taken.map(|_| ()).map_err(|error| OpenError::Outdated { why: error.to_string() })
}

fn found(connection: &Connection) -> Result<i64, OpenError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// The steps alone.
pub(super) fn take_steps(connection: &mut Connection) -> Result<(), OpenError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have been quicker.
    let found = found(&transaction)?;
    check_version(found)?;
    for step in steps().iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", version())?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.commit()?;
    // The version gate reads the main file's header, so it must not lag behind the log.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Refuses a file whose schema is not, word for word, what the steps make.
pub(super) fn check(connection: &Connection) -> Result<(), OpenError> {
    let found = objects(connection)?;
    if is_as_written(&found) {
        return Ok(());
    }
    let ours = {
        let memory = Connection::open_in_memory()?;
        for step in steps() {
            memory.execute_batch(&step)?;
        }
        objects(&memory)?
    };
    match found.iter().find(|object| !ours.contains(object)) {
        Some((name, _)) => Err(OpenError::Schema(name.clone())),
        None if found.len() < ours.len() => Err(OpenError::Schema("a table is missing".into())),
        None => Ok(()),
    }
}

/// Whether the schema is, word for word, the statements of the steps: SQLite keeps them as they were
/// written. It need not be so once a step alters a table; then the steps are taken to compare.
fn is_as_written(found: &[(String, String)]) -> bool {
    let written: HashSet<&str> = STEPS
        .iter()
        .flat_map(|step| step.split(";\n"))
        .filter_map(|statement| statement.find("CREATE ").and_then(|at| statement.get(at..)))
        .collect();
    // What SQLite makes by itself (for UNIQUE, AUTOINCREMENT) has a name of its own.
    let ours = |name: &str| !name.starts_with("sqlite_");
    let found: Vec<&str> =
        found.iter().filter(|(name, _)| ours(name)).map(|(_, sql)| sql.as_str()).collect();
    found.len() == written.len() && found.iter().all(|sql| written.contains(sql))
}

fn objects(connection: &Connection) -> Result<Vec<(String, String)>, Fault> {
    let mut statement = connection.prepare(
        "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fresh() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        for step in STEPS {
            connection.execute_batch(step).unwrap();
        }
        connection
    }

    #[test]
    fn a_fresh_schema_is_recognised_by_its_words_alone() {
        assert!(is_as_written(&objects(&fresh()).unwrap()));
    }

    #[test]
    fn a_schema_that_is_not_ours_word_for_word_is_refused() {
        for foreign in [
            "CREATE TABLE theirs (id INTEGER)",
            "DROP INDEX idea_by_age",
            "CREATE TRIGGER theirs AFTER INSERT ON tag BEGIN SELECT 1; END",
        ] {
            let connection = fresh();
            connection.execute_batch(foreign).unwrap();
            assert!(check(&connection).is_err(), "{foreign}");
        }
    }
}
