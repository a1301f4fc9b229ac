//! Which ideas a filter lets through and in which order: what the board's filter and the list have
//! in common. Texts are looked for in the arena, all else in one scan of the ideas.

use std::cmp::Ordering;
use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::types::{ToSql, ValueRef};
use rusqlite::{Connection, Row};

use crate::domain::{
    Filter, IdeaId, ListColumn, Needles, Person, SluiceId, Stage, StageId, Unit, Value,
};

use super::arena::{Arena, limits, listed};
use super::board::boxed;
use super::collate::{self, Prefix, by_prefixes, prefixes};
use super::conditions::Conditions;
use super::list::sql;
use super::{Cancel, Fault, Reader};

/// Up to so many hits in texts are read one by one; more, and all ideas are read.
const FEW: usize = 2000;

/// Every so many rows there is a look at whether anybody still waits.
const STRIDE: usize = 1024;

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) sluice: Option<SluiceId>,
    pub(super) filter: &'a Filter,
    pub(super) today: Date,
    pub(super) key: Key,
    pub(super) descending: bool,
}

/// What ideas are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Their place in the column.
    Rank,
    Column(ListColumn),
}

/// An idea that was let through, in its place.
pub(super) struct Found {
    pub(super) id: IdeaId,
    pub(super) stage: StageId,
    pub(super) on_board: bool,
    rank: i64,
    /// What lacks one has `NONE`, and stands last whichever way round.
    key: Prefix,
    /// More of the key of a title.
    next: Prefix,
    title: Option<Span>,
}

/// No number and no text has this key.
const NONE: Prefix = Prefix::MAX;

/// Where a title stands among all that were read.
#[derive(Clone, Copy)]
struct Span {
    from: u32,
    len: u32,
}

impl Reader {
    /// The ideas that are let through, in order; removed ones never are.
    pub(super) fn select(
        &self,
        asked: &Asked<'_>,
        arena: Option<&Arena>,
        cancel: &Cancel,
    ) -> Result<Option<Vec<Found>>, Fault> {
        let needles = Needles::of(asked.filter);
        let texts = if needles.is_empty() {
            None
        } else {
            let loaded = match arena {
                Some(_) => None,
                None => Arena::load(self, asked.sluice, cancel, &mut |_| ())?,
            };
            let Some(arena) = arena.or(loaded.as_ref()) else { return Ok(None) };
            let Some(hits) = arena.search(&needles, None, cancel) else { return Ok(None) };
            Some(hits.ids)
        };
        let read = self.read(asked, texts, cancel);
        match read {
            Ok(found) => Ok(found),
            Err(_) if cancel.is_set() => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    fn read(
        &self,
        asked: &Asked<'_>,
        texts: Option<Vec<IdeaId>>,
        cancel: &Cancel,
    ) -> Result<Option<Vec<Found>>, Fault> {
        let conditions = Conditions::of(self, asked.filter, asked.today)?;
        let order = Ranks::of(self, asked.key)?;
        let few = texts.as_ref().filter(|ids| ids.len() <= FEW);
        let some = match few {
            Some(_) => "id IN (SELECT value FROM json_each(?1))",
            None => "?1 IS NULL",
        };
        let mut sql = format!(
            "SELECT id, stage, status = 'aktiv', rank, {} FROM idea
             WHERE removed IS NULL AND {some}
             AND (?2 IS NULL OR stage IN (SELECT value FROM json_each(?2)))",
            order.sql
        );
        for condition in &conditions.sql {
            sql.push_str(" AND ");
            sql.push_str(condition);
        }
        let few = few.map_or(Value::Null, |ids| Value::Text(listed(ids.iter().map(|id| id.0))));
        let stages = limits(&self.connection, asked.sluice)?.map_or(Value::Null, Value::Text);
        let bound: Vec<Box<dyn ToSql>> =
            [&few, &stages].into_iter().chain(&conditions.bound).map(boxed).collect();
        let bound: Vec<&dyn ToSql> = bound.iter().map(AsRef::as_ref).collect();
        let texts = texts.map(Ids::of);
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(bound.as_slice())?;
        let mut found = Vec::new();
        let mut titles = String::new();
        let mut seen = 0;
        while let Some(row) = rows.next()? {
            seen += 1;
            if seen % STRIDE == 0 && cancel.is_set() {
                return Ok(None);
            }
            let id: i64 = row.get(0)?;
            if texts.as_ref().is_none_or(|texts| texts.hold(id)) {
                found.push(order.read(id, row, &mut titles)?);
            }
        }
        sort(&mut found, &titles, asked.descending);
        Ok(Some(found))
    }
}

/// A set of ids, a bit each.
struct Ids(Vec<u64>);

impl Ids {
    fn of(ids: Vec<IdeaId>) -> Ids {
        let mut set = Ids(Vec::new());
        for id in ids {
            let (at, bit) = Ids::place(id.0);
            if set.0.len() <= at {
                set.0.resize(at + 1, 0);
            }
            set.0[at] |= bit;
        }
        set
    }

    fn hold(&self, id: i64) -> bool {
        let (at, bit) = Ids::place(id);
        self.0.get(at).is_some_and(|bits| bits & bit != 0)
    }

    fn place(id: i64) -> (usize, u64) {
        (usize::try_from(id / 64).unwrap_or(0), 1 << (id % 64))
    }
}

/// How a key is read from a row: as it stands, or through the place that its name has among all.
struct Ranks {
    key: Key,
    sql: &'static str,
    places: HashMap<i64, i64>,
}

impl Ranks {
    fn of(reader: &Reader, key: Key) -> Result<Ranks, Fault> {
        let Key::Column(column) = key else {
            return Ok(Ranks { key, sql: "rank", places: HashMap::new() });
        };
        let places = match column {
            ListColumn::Stage => {
                let stages = reader.every::<Stage>()?;
                let mut order: Vec<(i64, i64, i64)> =
                    stages.iter().map(|it| (it.sluice.0, it.rank, it.id.0)).collect();
                order.sort_unstable();
                order.iter().map(|(_, _, id)| *id).zip(0..).collect()
            }
            ListColumn::Unit => {
                by_name(reader.every::<Unit>()?.into_iter().map(|it| (it.code, it.id.0)).collect())
            }
            ListColumn::Owner => {
                let people = reader.every::<Person>()?;
                by_name(people.into_iter().map(|it| (it.name, it.id.0)).collect())
            }
            ListColumn::Changed => changed(&reader.connection)?,
            ListColumn::Number
            | ListColumn::Title
            | ListColumn::Status
            | ListColumn::Age
            | ListColumn::Due
            | ListColumn::Comments
            | ListColumn::Benefit
            | ListColumn::Effort
            | ListColumn::Created => HashMap::new(),
        };
        Ok(Ranks { key, sql: sql(column), places })
    }

    fn read(&self, id: i64, row: &Row<'_>, titles: &mut String) -> rusqlite::Result<Found> {
        let mut span = None;
        let mut next = 0;
        let value = row.get_ref(4)?;
        let key = match self.key {
            Key::Column(ListColumn::Title) => {
                let title = match value {
                    ValueRef::Text(bytes) => String::from_utf8_lossy(bytes),
                    ValueRef::Null
                    | ValueRef::Integer(_)
                    | ValueRef::Real(_)
                    | ValueRef::Blob(_) => "".into(),
                };
                span = Span::of(titles, &title);
                titles.push_str(&title);
                let [first, second] = prefixes(&title);
                next = second;
                Some(first)
            }
            Key::Column(
                ListColumn::Stage | ListColumn::Unit | ListColumn::Owner | ListColumn::Changed,
            ) => number(value).and_then(|value| self.places.get(&value).copied()).map(lifted),
            // Long ago is much age.
            Key::Column(ListColumn::Age) => number(value).map(|since| lifted(-since)),
            Key::Rank
            | Key::Column(
                ListColumn::Number
                | ListColumn::Status
                | ListColumn::Due
                | ListColumn::Comments
                | ListColumn::Benefit
                | ListColumn::Effort
                | ListColumn::Created,
            ) => number(value).map(lifted),
        };
        Ok(Found {
            id: IdeaId(id),
            stage: StageId(row.get(1)?),
            on_board: row.get(2)?,
            rank: row.get(3)?,
            key: key.unwrap_or(NONE),
            next,
            title: span,
        })
    }
}

impl Span {
    fn of(before: &str, title: &str) -> Option<Span> {
        let from = u32::try_from(before.len()).ok()?;
        Some(Span { from, len: u32::try_from(title.len()).ok()? })
    }
}

/// A number as it stands; a day as the number that its figures make.
fn number(value: ValueRef<'_>) -> Option<i64> {
    match value {
        ValueRef::Integer(number) => Some(number),
        ValueRef::Text(day) => {
            let figures = day.iter().filter(|byte| byte.is_ascii_digit());
            Some(figures.fold(0, |number, figure| number * 10 + i64::from(figure - b'0')))
        }
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => None,
    }
}

/// Numbers below none come first among keys that know none.
fn lifted(number: i64) -> Prefix {
    Prefix::from(number.wrapping_sub(i64::MIN).cast_unsigned())
}

fn by_name(mut names: Vec<(String, i64)>) -> HashMap<i64, i64> {
    names.sort_by(|(a, one), (b, other)| collate::compare(a, b).then(one.cmp(other)));
    names.into_iter().map(|(_, id)| id).zip(0..).collect()
}

/// The newest entry of each idea. Entries are numbered in the order of time.
fn changed(connection: &Connection) -> rusqlite::Result<HashMap<i64, i64>> {
    let mut statement =
        connection.prepare_cached("SELECT idea, max(seq) FROM step_idea GROUP BY idea")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn sort(found: &mut [Found], titles: &str, descending: bool) {
    let title = |span: Span| {
        let from = span.from as usize;
        titles.get(from..from + span.len as usize).unwrap_or_default()
    };
    let directed = |order: Ordering| if descending { order.reverse() } else { order };
    found.sort_unstable_by(|a, b| {
        let by_key = match (a.title, b.title) {
            (Some(one), Some(other)) => directed(
                by_prefixes([a.key, a.next], [b.key, b.next])
                    .unwrap_or_else(|| collate::compare(title(one), title(other))),
            ),
            _ if a.key == NONE || b.key == NONE => a.key.cmp(&b.key),
            _ => directed(a.key.cmp(&b.key)),
        };
        by_key.then(a.rank.cmp(&b.rank)).then(a.id.cmp(&b.id))
    });
}
