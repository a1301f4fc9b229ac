//! The journal: whether every entry is what was written, whether all are there, and whether what is
//! kept beside them is told as they tell it.

use std::collections::{BTreeSet, HashMap};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::domain::{Arg, Cell as _, Change, Finding, IdeaId, Kind, State};

use super::super::derived::{self, touched_by};
use super::super::journal::{read_changes, read_label, read_state};
use super::super::rows::{Inside, Lossy};
use super::super::story::ELSEWHERE;
use super::super::sums::{self, Entered};
use super::{Chance, Depth, Fault, Look};

/// So many of the newest entries are read at a start, and as many of the others.
const NEWEST: i64 = 100;
const STRIDE: usize = 1024;

/// The labels of what takes the place of the whole file.
pub(in crate::store) const RESTORED: &str = "step-restored";
pub(in crate::store) const SALVAGED: &str = "step-salvaged";

/// The run of an entry that stands in for one that is gone.
pub(in crate::store) const LOST: &str = "lost";

pub(in crate::store) const ENTRY: &str =
    "SELECT seq, uid, at, who, run, label, changes, undoes, hash FROM journal";

pub(super) fn look(look: &mut Look<'_>) -> Result<(), Fault> {
    match look.depth {
        Depth::Spot { seed } => pick(look, &mut Chance(seed)),
        Depth::Whole => every(look),
    }
}

fn pick(look: &mut Look<'_>, chance: &mut Chance) -> Result<(), Fault> {
    let mut statement =
        look.connection.prepare(&format!("{ENTRY} ORDER BY seq DESC LIMIT {NEWEST}"))?;
    let mut rows = statement.query([])?;
    let mut before: Option<(i64, bool)> = None;
    let mut highest = 0;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        match before {
            Some((before, false)) if seq + 1 < before => {
                look.found(Finding::EntriesGone(seq + 1, before - 1));
            }
            Some(_) => {}
            None => {
                highest = seq;
                look_for_newer(look, seq)?;
            }
        }
        before = Some((seq, goes_back(row)?));
        examine(look, row)?;
    }
    drop(rows);
    let mut statement = look.connection.prepare(&format!("{ENTRY} WHERE seq = ?1"))?;
    // What is not among the newest, as it happens.
    for _ in 0..NEWEST.min(highest - NEWEST) {
        let mut rows = statement.query([chance.up_to(highest - NEWEST)])?;
        if let Some(row) = rows.next()? {
            examine(look, row)?;
        }
    }
    Ok(())
}

fn every(look: &mut Look<'_>) -> Result<(), Fault> {
    let moved = moved(look.connection)?;
    let mut statement = look.connection.prepare(&format!("{ENTRY} ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    let mut last = 0;
    while let Some(row) = rows.next()? {
        if look.seen.entries.is_multiple_of(STRIDE) && look.cancel.is_set() {
            return Ok(());
        }
        let seq: i64 = row.get(0)?;
        if seq > last + 1 && !goes_back(row)? {
            look.found(Finding::EntriesGone(last + 1, seq - 1));
        }
        last = seq;
        if let Some(changes) = examine(look, row)? {
            let run = row.get::<_, Lossy>(4)?.0;
            examine_about(look, seq, &run, &changes, &moved)?;
        }
        if let Some(undoes) = row.get::<_, Option<i64>>(7)? {
            let there: bool = look
                .connection
                .prepare_cached("SELECT EXISTS (SELECT 1 FROM journal WHERE seq = ?1)")?
                .query_row([undoes], |row| row.get(0))?;
            if !there {
                look.found(Finding::EntryOrphan(seq));
            }
        }
    }
    look_for_newer(look, last)
}

/// An entry that tells of going back to a backup, or of what was salvaged: those before it that are
/// not there went with what was left behind.
fn goes_back(row: &Row<'_>) -> Result<bool, Fault> {
    let label = String::from_utf8_lossy(row.get_ref(5)?.as_bytes().map_err(rusqlite::Error::from)?);
    Ok(read_label(&label).is_ok_and(|label| label.id == RESTORED || label.id == SALVAGED))
}

/// Entries that were written after the last one that is there.
fn look_for_newer(look: &mut Look<'_>, last: i64) -> Result<(), Fault> {
    let given: Option<i64> = look
        .connection
        .query_row("SELECT max(seq) FROM sqlite_sequence WHERE name = 'journal'", [], |row| {
            row.get(0)
        })
        .optional()?
        .flatten();
    if let Some(given) = given.filter(|given| *given > last) {
        look.found(Finding::EntriesGone(last + 1, given));
    }
    Ok(())
}

/// An entry as it stands in a row of all its columns.
pub(in crate::store) fn entered<'a>(row: &'a Row<'_>) -> Result<Entered<'a>, Fault> {
    let bytes = |at: usize| -> rusqlite::Result<&[u8]> { Ok(row.get_ref(at)?.as_bytes()?) };
    Ok(Entered {
        seq: row.get(0)?,
        uid: bytes(1)?,
        at: row.get(2)?,
        who: row.get(3)?,
        run: bytes(4)?,
        label: bytes(5)?,
        changes: bytes(6)?,
        undoes: row.get(7)?,
    })
}

pub(in crate::store) fn is_altered(row: &Row<'_>) -> Result<bool, Fault> {
    Ok(row.get_ref(8)? != ValueRef::Blob(&sums::of_entry(&entered(row)?)))
}

impl Inside<'_> {
    /// Whether an entry is not as it was written. Such a one is not taken back.
    pub(in crate::store) fn is_altered(&self, seq: i64) -> Result<bool, Fault> {
        let mut statement = self.0.prepare_cached(&format!("{ENTRY} WHERE seq = ?1"))?;
        let mut rows = statement.query([seq])?;
        let Some(row) = rows.next()? else { return Ok(false) };
        is_altered(row)
    }
}

/// Whether an entry is what was written; its changes where they can be understood.
fn examine(look: &mut Look<'_>, row: &Row<'_>) -> Result<Option<Vec<Change>>, Fault> {
    look.seen.entries += 1;
    let entered = entered(row)?;
    let seq = entered.seq;
    if row.get_ref(8)? != ValueRef::Blob(&sums::of_entry(&entered)) {
        look.found(Finding::EntryAltered(seq));
        return Ok(None);
    }
    let text = |bytes| String::from_utf8_lossy(bytes);
    match (read_label(&text(entered.label)), read_changes(&text(entered.changes))) {
        (Ok(_), Ok(changes)) => Ok(Some(changes)),
        _ => {
            look.found(Finding::EntryUnreadable(seq));
            Ok(None)
        }
    }
}

/// The ideas of records that are gone: what was removed tells whose it was.
pub(in crate::store) type Moved = HashMap<(Kind, i64), IdeaId>;

pub(in crate::store) fn moved(connection: &Connection) -> Result<Moved, Fault> {
    let mut moved = Moved::new();
    let mut statement =
        connection.prepare("SELECT changes FROM journal WHERE changes LIKE '%\"delete\":%'")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let Ok(changes) = read_changes(&row.get::<_, Lossy>(0)?.0) else { continue };
        for change in changes {
            if let Change::Delete { kind, row } = &change
                && let Some(at) = kind.position("idea")
                && let Some(idea) = row.0.get(at).and_then(IdeaId::from_value)
            {
                moved.insert((*kind, row.id()), idea);
            }
        }
    }
    Ok(moved)
}

/// The ideas that these changes are about, as far as that can still be known.
pub(in crate::store) fn about(
    inside: &Inside<'_>,
    changes: &[Change],
    moved: &Moved,
) -> Result<Option<BTreeSet<IdeaId>>, Fault> {
    let mut unknown = false;
    let ideas = touched_by(changes, &mut |kind, id| {
        let idea = match derived::idea_of(inside, kind, id)? {
            Some(idea) => Some(idea),
            None => moved.get(&(kind, id)).copied(),
        };
        unknown |= idea.is_none();
        Ok(idea)
    })?;
    Ok((!unknown).then_some(ideas))
}

/// Whether the ideas that are noted of an entry are those that it changes. What came with a whole
/// file is noted and not told.
fn examine_about(
    look: &mut Look<'_>,
    seq: i64,
    run: &str,
    changes: &[Change],
    moved: &Moved,
) -> Result<(), Fault> {
    if changes.is_empty() {
        return Ok(());
    }
    let Some(expected) = about(&Inside(look.connection), changes, moved)? else { return Ok(()) };
    let noted: BTreeSet<IdeaId> = look
        .connection
        .prepare_cached("SELECT idea FROM step_idea WHERE seq = ?1")?
        .query_map([seq], |row| row.get(0).map(IdeaId))?
        .collect::<Result<_, _>>()?;
    // What was removed before it came here was not known then.
    let same = if run == ELSEWHERE { noted.is_subset(&expected) } else { noted == expected };
    if !same {
        look.found(Finding::About(seq));
    }
    Ok(())
}

/// Whether each step stands as the entries after it tell.
pub(super) fn look_at_standing(look: &mut Look<'_>) -> Result<(), Fault> {
    let mut found: Vec<Finding> = Vec::new();
    for (seq, told) in standings(look.connection)? {
        let (run, state): (Option<String>, Option<String>) = look
            .connection
            .prepare_cached("SELECT run, state FROM standing WHERE seq = ?1")?
            .query_row([seq], |row| {
                Ok((Some(row.get::<_, Lossy>(0)?.0), Some(row.get::<_, Lossy>(1)?.0)))
            })
            .optional()?
            .unwrap_or_default();
        let known = state.as_deref().is_none_or(is_known);
        let same = told.run == ELSEWHERE || read_state(state.as_deref()) == told.state;
        // What cannot be taken back stands nowhere, and is not turned either.
        let silent = state.is_none() && (told.state == State::Done || told.taken_back_in.is_some());
        let own = run.is_none_or(|run| run == told.run);
        if !(known && own && (same || silent)) {
            found.push(Finding::Standing(seq));
        }
    }
    for table in ["standing", "step_idea"] {
        let mut statement = look.connection.prepare(&format!(
            "SELECT DISTINCT seq FROM {table} AS own
             WHERE NOT EXISTS (SELECT 1 FROM journal WHERE journal.seq = own.seq)"
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let seq = row.get(0)?;
            found.push(match table {
                "standing" => Finding::Standing(seq),
                _ => Finding::About(seq),
            });
        }
    }
    found.into_iter().for_each(|finding| look.found(finding));
    Ok(())
}

fn is_known(state: &str) -> bool {
    matches!(state, "done" | "undone" | "dropped")
}

/// What the journal tells of one of its entries.
pub(in crate::store) struct Told {
    pub(in crate::store) run: String,
    pub(in crate::store) state: State,
    /// The entry that took it back together with others.
    pub(in crate::store) taken_back_in: Option<i64>,
}

/// Follows the journal from its beginning: which steps stand.
pub(in crate::store) fn standings(connection: &Connection) -> Result<Vec<(i64, Told)>, Fault> {
    let mut statement =
        connection.prepare("SELECT seq, run, undoes, label FROM journal ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut told: Vec<(i64, Told)> = Vec::new();
    let mut undone: Vec<usize> = Vec::new();
    while let Some(row) = rows.next()? {
        let (seq, run): (i64, String) = (row.get(0)?, row.get::<_, Lossy>(1)?.0);
        let turns: Option<i64> = row.get(2)?;
        let turned = turns
            .and_then(|turns| told.binary_search_by_key(&turns, |(seq, _)| *seq).ok())
            .and_then(|at| told.get_mut(at).map(|(_, told)| (at, told)));
        match (turns, turned) {
            (Some(_), Some((at, turned))) => {
                let is_back = turned.state == State::Done;
                turned.state = if is_back { State::Undone } else { State::Done };
                if is_back {
                    undone.push(at);
                } else {
                    undone.retain(|other| *other != at);
                }
                let (from, to) = match is_back {
                    true => (State::Dropped, State::Done),
                    false => (State::Done, State::Dropped),
                };
                let those = told.iter_mut().map(|(_, told)| told);
                for taken in those.filter(|it| it.taken_back_in == turns && it.state == from) {
                    taken.state = to;
                }
            }
            (Some(_), None) => {}
            // What came from elsewhere says by itself how it stands; what is gone said nothing.
            (None, _) if run == ELSEWHERE || run == LOST => {}
            (None, _) => {
                for at in undone.drain(..) {
                    if let Some((_, dropped)) = told.get_mut(at) {
                        dropped.state = State::Dropped;
                    }
                }
                let since = taken_back_since(&row.get::<_, Lossy>(3)?.0);
                let those = told.iter_mut().filter(|(at, told)| {
                    since.is_some_and(|since| *at > since) && told.state == State::Done
                });
                for (_, taken) in those {
                    taken.state = State::Dropped;
                    taken.taken_back_in = Some(seq);
                }
            }
        }
        let state = if turns.is_some() { State::Turn } else { State::Done };
        told.push((seq, Told { run, state, taken_back_in: None }));
    }
    Ok(told)
}

/// The place after which an entry took all back together; none where it did something else.
fn taken_back_since(label: &str) -> Option<i64> {
    let label = label.contains("step-back-to").then(|| read_label(label).ok())??;
    label.args.iter().find_map(|(name, arg)| match arg {
        Arg::Number(since) if name == "since" => Some(*since),
        _ => None,
    })
}
