//! A folded copy of all titles, fields and comments, to be searched letter by letter. A second
//! reader loads it on a thread when search opens; it is dropped when search is left.
//!
//! No index: a linear scan finds any part of any word from the first letter, and costs an edit nothing.

mod load;
mod scan;

use rusqlite::Connection;

use crate::domain::{IdeaId, Needles, SluiceId};

use super::{Cancel, Fault, Reader};

pub use scan::Hits;

/// The texts of an idea that are searched, each with its key. The keys are columns as well.
pub(super) const FIELDS: &[&str] = &[
    "need",
    "target_group",
    "solution",
    "benefit",
    "alternatives",
    "effort_note",
    "next_step",
    "next_role",
    "paused_event",
    "referred_to",
    "receiver",
    "diary_no",
];

/// What belongs to an idea and is searched with its comments: its key, and a query for the idea and
/// the text of each.
pub(super) const BESIDE: &[(&str, &str)] = &[
    (
        "tag",
        "SELECT idea, (SELECT name FROM tag WHERE tag.id = idea_tag.tag) AS text FROM idea_tag",
    ),
    ("link", "SELECT idea, concat_ws(' ', label, address) AS text FROM link"),
    (
        "test",
        "SELECT idea, concat_ws(' · ', nullif(question, ''), nullif(method, ''), nullif(place, ''),
             nullif(measure, ''), nullif(stop_rule, ''), nullif(result, ''), nullif(learning, ''))
             AS text FROM test",
    ),
    (
        "decision",
        "SELECT idea, concat_ws(' · ', nullif(reason, ''), nullif(learning, ''),
             nullif(conditions, ''), nullif(event, ''), nullif(target, '')) AS text FROM decision",
    ),
    ("answer", "SELECT idea, text FROM feedback"),
];

/// How far the loading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub of: usize,
}

/// One row an idea: its number, and where its texts begin in each of three long strings. They end
/// where the next row's begin.
#[derive(Default)]
pub struct Arena {
    /// Rising, but for ideas that were changed since: those stand anew at the end.
    ids: Vec<u32>,
    titles: Texts,
    fields: Texts,
    comments: Texts,
    sluice: Option<SluiceId>,
    /// Rows whose idea stands anew further on, or is gone.
    dead: Vec<u32>,
    /// How many of the rows were loaded at first.
    loaded: usize,
    /// Hits of another state of the arena are of no use.
    version: u64,
}

/// Texts one after another, each closed by a line break, which no folded text holds.
#[derive(Default)]
struct Texts {
    all: String,
    starts: Vec<u32>,
}

impl Arena {
    /// Reads the texts of all ideas of a sluice, or of the file, that are not removed. `None` where
    /// it was cancelled.
    pub fn load(
        reader: &Reader,
        sluice: Option<SluiceId>,
        cancel: &Cancel,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Option<Arena>, Fault> {
        let loaded = load::whole(&reader.connection, sluice, cancel, progress);
        let Some(mut arena) = cancel.settle(loaded)?.flatten() else { return Ok(None) };
        arena.loaded = arena.ids.len();
        for texts in [&mut arena.titles, &mut arena.fields, &mut arena.comments] {
            texts.all.shrink_to_fit();
            texts.starts.shrink_to_fit();
        }
        arena.ids.shrink_to_fit();
        Ok(Some(arena))
    }

    /// Reads anew the ideas that a step was about.
    pub fn update(&mut self, reader: &Reader, ideas: &[IdeaId]) -> Result<(), Fault> {
        self.version += 1;
        for idea in ideas {
            let dead = self.row_of(*idea);
            self.dead.extend(dead);
            self.dead.sort_unstable();
            load::one(self, &reader.connection, *idea)?;
        }
        Ok(())
    }

    pub fn len(&self) -> usize {
        self.ids.len() - self.dead.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What it takes in memory, in bytes.
    pub fn size(&self) -> usize {
        let texts = [&self.titles, &self.fields, &self.comments];
        let texts = texts.map(|texts| texts.all.capacity() + 4 * texts.starts.capacity());
        texts.iter().sum::<usize>() + 4 * self.ids.capacity()
    }

    /// The ideas in which every word is found, those with all words in the title first. The hits of
    /// a former search are narrowed where that is quicker. `None` where it was cancelled.
    pub fn search(
        &self,
        needles: &Needles,
        former: Option<&Hits>,
        cancel: &Cancel,
    ) -> Option<Hits> {
        scan::search(self, needles, former, cancel)
    }

    /// The idea's living row.
    fn row_of(&self, idea: IdeaId) -> Option<u32> {
        let id = u32::try_from(idea.0).ok()?;
        let (loaded, added) = self.ids.split_at_checked(self.loaded)?;
        let added = added.iter().rposition(|added| *added == id).map(|at| at + self.loaded);
        let row = added.or_else(|| loaded.binary_search(&id).ok())?;
        let row = u32::try_from(row).ok()?;
        self.dead.binary_search(&row).is_err().then_some(row)
    }

    pub(super) fn title(&self, row: u32) -> &str {
        self.titles.text(row)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, IdeaId)> {
        let rows = (0_u32..).zip(&self.ids);
        let living = rows.filter(|(row, _)| self.dead.binary_search(row).is_err());
        living.map(|(row, id)| (row, IdeaId(i64::from(*id))))
    }
}

impl Texts {
    fn text(&self, row: u32) -> &str {
        let (from, to) = self.span(row as usize);
        self.all.get(from..to).unwrap_or_default()
    }

    /// Where a row's text begins and ends, without the closing break.
    fn span(&self, row: usize) -> (usize, usize) {
        let start =
            |row: usize| self.starts.get(row).map_or(self.all.len(), |start| *start as usize);
        let from = start(row);
        (from, start(row + 1).saturating_sub(1).max(from))
    }
}

/// Ids as the file's JSON, to be bound as one value.
pub(super) fn listed(ids: impl IntoIterator<Item = i64>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    format!("[{}]", ids.join(","))
}

/// The stages of a sluice, in its order.
pub(super) fn stages_of(connection: &Connection, sluice: SluiceId) -> rusqlite::Result<Vec<i64>> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM stage WHERE sluice = ?1 AND removed IS NULL ORDER BY rank, id",
    )?;
    statement.query_map([sluice.0], |row| row.get(0))?.collect()
}

/// The stages to which a scan is limited, to be bound; none where all are meant.
pub(super) fn limits(
    connection: &Connection,
    sluice: Option<SluiceId>,
) -> rusqlite::Result<Option<String>> {
    let Some(sluice) = sluice else { return Ok(None) };
    let its = stages_of(connection, sluice)?;
    let all: i64 =
        connection
            .query_row("SELECT count(*) FROM stage WHERE removed IS NULL", [], |row| row.get(0))?;
    Ok((i64::try_from(its.len()) != Ok(all)).then(|| listed(its)))
}
