//! The connection that the screen reads through. In WAL it never waits for a writer, and nothing
//! it does changes the file.

use std::cell::Cell;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::{
    Detail, Entry, IdeaId, Names, No, PersonId, Record, Say, Stamp, There, Uid, Value,
};

use super::Fault;
use super::held::Identity;
use super::journal::{read_changes, read_label, read_state};
use super::open::{self, OpenError, Opened};
use super::place::Place;
use super::presence::Presence;
use super::rows::{Inside, Lossy};
use super::seen::{self, OneLine, Seen};
use super::site::Site;

pub struct Reader {
    pub(super) connection: Connection,
    /// What is read is what a room may see.
    pub(super) veiled: Cell<bool>,
    /// Dropped after the connection, in this order.
    held: super::held::Held,
    pub(super) site: Arc<Site>,
}

impl Reader {
    pub fn open(path: &Path) -> Result<Reader, OpenError> {
        Ok(Reader::of(open::reading(path)?))
    }

    /// Opens the file where there is nothing to it: it is ours, whole, of this version, on a disk that
    /// can be written. Anything else is for those to find out who can tell it.
    pub fn glance(path: &Path) -> Option<Reader> {
        if open::is_plain(path) { Reader::open(path).ok() } else { None }
    }

    fn of(opened: Opened) -> Reader {
        let Opened { connection, held, site } = opened;
        Reader { connection, veiled: Cell::new(false), held, site }
    }

    /// What is open: the file that was named, or a copy of it where that cannot be written.
    pub fn path(&self) -> &Path {
        if self.is_copy() { &self.site.at } else { &self.site.file }
    }

    /// The file that was named, whether it is open or a copy of it.
    pub fn named(&self) -> &Path {
        &self.site.file
    }

    /// What is read is a copy: nothing can be saved.
    pub fn is_copy(&self) -> bool {
        self.site.is_copy()
    }

    pub fn place(&self) -> &Place {
        &self.site.place
    }

    /// How the file keeps its changes: `wal`, or `truncate` where there can be no log.
    pub fn journal_mode(&self) -> Result<String, Fault> {
        Ok(self.connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?)
    }

    /// Tells that this process has the file open; none where that is a copy.
    pub fn presence(&self) -> Option<&Presence> {
        self.site.presence.as_ref()
    }

    /// Whether a request is in the file.
    pub fn has(&self, request: Uid) -> Result<bool, Fault> {
        Ok(Inside(&self.connection).find_done(request)?.is_some())
    }

    pub fn identity(&self) -> Identity {
        self.held.identity()
    }

    /// A second reader of the same file, for what runs off the loop. It sees what this one sees.
    pub fn another(&self) -> Result<Reader, OpenError> {
        let another = Reader::of(open::reading_at(self.site.clone())?);
        another.veil(self.veiled.get())?;
        Ok(another)
    }

    /// Waits no longer than this for whoever holds the file: in a file with a log nobody does.
    pub fn wait_at_most(&self, patience: Duration) -> Result<(), Fault> {
        Ok(self.connection.busy_timeout(patience)?)
    }

    /// Keeps hardly anything of what it has read: for what goes through a file once.
    pub fn keep_little(&self) -> Result<(), Fault> {
        Ok(self.connection.pragma_update(None, "cache_size", -128)?)
    }

    /// Differs from the last answer where another connection has written since.
    pub fn data_version(&self) -> Result<i64, Fault> {
        Ok(self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }

    fn seen(&self) -> Seen<'_> {
        Seen(Inside(&self.connection))
    }

    /// Every record of a kind of which there are few. One that is damaged beyond reading is left
    /// out, so that the others are shown.
    pub fn every<R: Record>(&self) -> Result<Vec<R>, Fault> {
        let rows = self.seen().every(R::KIND).map_err(unreadable)?;
        Ok(rows.iter().filter_map(R::from_row).collect())
    }

    /// The records whose column holds a value, by id, but for those that are damaged beyond reading.
    pub fn those<R: Record>(&self, column: &'static str, is: &Value) -> Result<Vec<R>, Fault> {
        let rows = self.seen().rows(R::KIND, column, is).map_err(unreadable)?;
        Ok(rows.iter().filter_map(R::from_row).collect())
    }

    /// The highest id that a kind has.
    pub fn highest<R: Record>(&self) -> Result<i64, Fault> {
        let sql = format!("SELECT coalesce(max(id), 0) FROM {}", R::KIND.table());
        Ok(self.connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
    }

    pub fn find<R: Record>(&self, id: i64) -> Result<Option<R>, Fault> {
        let row = self.seen().row(R::KIND, id).map_err(unreadable)?;
        row.as_ref().map(typed).transpose()
    }

    pub fn detail(&self, id: IdeaId) -> Result<Option<Detail>, Fault> {
        Detail::read(&self.seen(), id).map_err(unread)
    }

    /// The titles of some ideas, removed ones too, by their numbers.
    pub fn titles_of(
        &self,
        ideas: impl IntoIterator<Item = IdeaId>,
    ) -> Result<HashMap<IdeaId, String>, Fault> {
        let mut statement =
            self.connection.prepare_cached("SELECT title FROM idea WHERE id = ?1")?;
        let mut titles = HashMap::new();
        for idea in ideas {
            let title = statement.query_row([idea.0], |row| Ok(row.get::<_, OneLine>(0)?.0));
            if let Some(title) = title.optional()? {
                titles.insert(idea, title);
            }
        }
        Ok(titles)
    }

    /// The units, tags, challenges and people that the file knows.
    pub fn names(&self) -> Result<Names, Fault> {
        Names::read(&self.seen()).map_err(unread)
    }

    /// The journal from its newest entry backwards, of one idea or of all; older than `before`
    /// where that is given.
    pub fn history(
        &self,
        idea: Option<IdeaId>,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<Entry>, Fault> {
        let sql = match idea {
            Some(_) => {
                "SELECT journal.seq, at, who, label, state, undoes FROM step_idea
                 JOIN journal ON journal.seq = step_idea.seq
                 LEFT JOIN standing ON standing.seq = journal.seq
                 WHERE step_idea.idea = ?1 AND journal.seq < ?2
                 ORDER BY journal.seq DESC LIMIT ?3"
            }
            None => {
                "SELECT journal.seq, at, who, label, state, undoes FROM journal
                 LEFT JOIN standing ON standing.seq = journal.seq
                 WHERE ?1 IS NULL AND journal.seq < ?2
                 ORDER BY journal.seq DESC LIMIT ?3"
            }
        };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows =
            statement.query((idea.map(|idea| idea.0), before.unwrap_or(i64::MAX), limit))?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let state = row.get::<_, Option<Lossy>>(4)?.map(|state| state.0);
            entries.push(Entry {
                seq: row.get(0)?,
                at: Stamp(row.get(1)?),
                who: row.get::<_, Option<i64>>(2)?.map(PersonId),
                label: read_label(&row.get::<_, Lossy>(3)?.0)
                    .unwrap_or_else(|_| Say::new("step-unreadable")),
                state: read_state(state.as_deref()),
                undoes: row.get(5)?,
            });
        }
        Ok(entries)
    }

    /// What a step changed.
    pub fn changes(&self, seq: i64) -> Result<Vec<crate::domain::Change>, Fault> {
        let written: Option<Lossy> = self
            .connection
            .prepare_cached("SELECT changes FROM journal WHERE seq = ?1")?
            .query_row([seq], |row| row.get(0))
            .optional()?;
        let Some(written) = written else { return Ok(Vec::new()) };
        Ok(read_changes(&written.0)?.into_iter().map(seen::change).collect())
    }

    /// The newest entry of the journal; 0 where there is none. No veil is over this: that something
    /// was done is news, whatever it was done to.
    pub fn newest(&self) -> Result<i64, Fault> {
        let sql = "SELECT coalesce(max(seq), 0) FROM main.journal";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// The ideas that the steps after an entry are about; none where a step is about something that
    /// many ideas refer to.
    pub fn touched_since(&self, seq: i64) -> Result<Option<Vec<IdeaId>>, Fault> {
        let wide: bool = self
            .connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM main.journal AS journal WHERE seq > ?1
                 AND NOT EXISTS (SELECT 1 FROM main.step_idea AS step_idea WHERE step_idea.seq = journal.seq))",
            )?
            .query_row([seq], |row| row.get(0))?;
        if wide {
            return Ok(None);
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT idea FROM main.step_idea WHERE seq > ?1 ORDER BY idea",
        )?;
        let ideas = statement.query_map([seq], |row| row.get(0).map(IdeaId))?;
        Ok(Some(ideas.collect::<rusqlite::Result<_>>()?))
    }

    /// When the newest step was saved.
    pub fn last_saved(&self) -> Result<Option<Stamp>, Fault> {
        let at: Option<i64> = self
            .connection
            .prepare_cached("SELECT at FROM main.journal ORDER BY seq DESC LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(at.map(Stamp))
    }
}

fn typed<R: Record>(row: &crate::domain::Row) -> Result<R, Fault> {
    R::from_row(row).ok_or_else(|| Fault::Unreadable(format!("{} {}", R::KIND.table(), row.id())))
}

fn unreadable(error: crate::domain::Unreadable) -> Fault {
    Fault::Unreadable(error.0)
}

/// Reading refuses nothing; what it cannot read is damaged.
fn unread(no: No) -> Fault {
    match no {
        No::Unreadable(error) => unreadable(error),
        No::Refused(refusal) => Fault::Unreadable(refusal.0.id.into_owned()),
    }
}
