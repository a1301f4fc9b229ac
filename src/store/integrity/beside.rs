//! What is kept beside the records and the journal: derived columns, counts, numbers given, drafts,
//! what is remembered.

use rusqlite::types::ValueRef;

use crate::domain::{Derived, Finding, IdeaId, Kind, StageId, derive};

use super::super::rows::Lossy;
use super::super::sums;
use super::near::Near;
use super::{Depth, Fault, Look};

const STRIDE: usize = 256;
/// So many drafts are read at a start.
const PICKED: i64 = 200;

pub(super) fn look_at_derived(look: &mut Look<'_>) -> Result<(), Fault> {
    let mut near = Near::of(look.connection);
    let mut statement = look.connection.prepare(
        "SELECT id, comments, answer_due, weakest, weakest_level, has_receiver, decided FROM idea
         ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut seen = 0;
    while let Some(row) = rows.next()? {
        seen += 1;
        if seen % STRIDE == 0 && look.cancel.is_set() {
            return Ok(());
        }
        let idea = IdeaId(row.get(0)?);
        near.bring(idea)?;
        // One that cannot be read is told already.
        let Ok(Some(derived)) = derive(&near, idea) else { continue };
        let text = |at: usize| -> rusqlite::Result<Option<String>> {
            Ok(row.get::<_, Option<Lossy>>(at)?.map(|text| text.0))
        };
        let told = told(&derived);
        let same = row.get::<_, i64>(1)? == told.comments
            && text(2)? == told.answer_due
            && text(3)? == told.weakest
            && row.get::<_, Option<i64>>(4)? == told.weakest_level
            && row.get_ref(5)? == ValueRef::Integer(told.has_receiver)
            && row.get::<_, Option<i64>>(6)? == told.decided;
        if !same {
            look.found(Finding::Derived(idea));
        }
    }
    Ok(())
}

/// The derived columns as they are written.
struct Told {
    comments: i64,
    answer_due: Option<String>,
    weakest: Option<String>,
    weakest_level: Option<i64>,
    has_receiver: i64,
    decided: Option<i64>,
}

fn told(derived: &Derived) -> Told {
    Told {
        comments: derived.comments,
        answer_due: derived.answer_due.map(|day| day.to_string()),
        weakest: derived.weakest.as_ref().map(|(criterion, _)| criterion.clone()),
        weakest_level: derived.weakest.as_ref().map(|(_, level)| *level),
        has_receiver: i64::from(derived.has_receiver),
        decided: derived.decided.map(|at| at.0),
    }
}

pub(super) fn look_at_counts(look: &mut Look<'_>) -> Result<(), Fault> {
    let mut statement = look.connection.prepare(
        "SELECT coalesce(column_count.stage, counted.stage) FROM column_count
         FULL JOIN (SELECT stage, count(*) AS n FROM idea
                    WHERE status = 'aktiv' AND removed IS NULL GROUP BY stage) AS counted
         ON counted.stage = column_count.stage
         WHERE coalesce(column_count.n, 0) <> coalesce(counted.n, 0)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        look.found(Finding::Count(StageId(row.get(0)?)));
    }
    for kind in Kind::ALL {
        // One whose id is another's is given none of its own.
        if kind.columns().first().is_some_and(|id| id.refers.is_some()) {
            continue;
        }
        let table = kind.table();
        let sound: bool = look.connection.query_row(
            &format!(
                "SELECT coalesce((SELECT last FROM id_counter WHERE kind = ?1), -1)
                 >= coalesce((SELECT max(id) FROM {table}), 0)"
            ),
            [table],
            |row| row.get(0),
        )?;
        if !sound {
            look.found(Finding::Counter(*kind));
        }
    }
    Ok(())
}

pub(super) fn look_at_drafts(look: &mut Look<'_>) -> Result<(), Fault> {
    let most = if look.depth == Depth::Whole { i64::MAX } else { PICKED };
    let mut statement = look
        .connection
        .prepare("SELECT target, field, text, was, at, discarded, sum FROM draft LIMIT ?1")?;
    let mut rows = statement.query([most])?;
    while let Some(row) = rows.next()? {
        look.seen.drafts += 1;
        let bytes = |at: usize| -> rusqlite::Result<&[u8]> { Ok(row.get_ref(at)?.as_bytes()?) };
        let texts = [bytes(0)?, bytes(1)?, bytes(2)?, bytes(3)?];
        let sum = sums::of_draft(texts, row.get(4)?, row.get(5)?);
        if row.get_ref(6)? != ValueRef::Integer(sum) {
            let [target, field, ..] = texts.map(|text| String::from_utf8_lossy(text).into_owned());
            look.found(Finding::Draft(target, field));
        }
    }
    Ok(())
}

pub(super) fn look_at_memory(look: &mut Look<'_>) -> Result<(), Fault> {
    let mut statement = look.connection.prepare("SELECT name, value FROM memory")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let bytes = |at: usize| -> rusqlite::Result<&[u8]> { Ok(row.get_ref(at)?.as_bytes()?) };
        let text =
            |at: usize| -> rusqlite::Result<bool> { Ok(std::str::from_utf8(bytes(at)?).is_ok()) };
        if !(text(0)? && text(1)?) {
            let name = String::from_utf8_lossy(bytes(0)?).into_owned();
            look.found(Finding::Memory(name));
        }
    }
    Ok(())
}
