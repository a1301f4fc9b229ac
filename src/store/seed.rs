//! Large files with invented ideas, for benches and tests. The same call makes the same file.

use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rusqlite::{Connection, Statement, params_from_iter};

use crate::domain::{
    Begin, Cell, Comment, CommentId, CommentKind, Holidays, Idea, IdeaId, IdeaTag, IdeaTagId,
    IdeaText, Kind, Outcome, Person, PersonId, Record, Reference, Say, Source, Stage, StageId,
    Stamp, Status, Tag, TagId, Uid, Unit, UnitId, Value, add_working_days, command::Command,
};

use super::line::Line;
use super::rows::{Bound, Inside, insertion};
use super::{Fault, OpenError, Request, Store, sums};

mod words;

use words::{COMMENTS, FIRST, FOR_WHAT, LAST, SENTENCES, TAGS, UNITS, WHAT};

/// The day on which the newest idea came in.
pub const TODAY: Date = date(2026, 11, 23);

/// Noon of that day.
const NOW: i64 = 1_795_435_200_000;

const DAY: i64 = 86_400_000;

/// Makes a file with one sluice, so many ideas and about so many comments on each.
pub fn seed(path: &Path, ideas: u32, comments_per_idea: u32) -> Result<(), OpenError> {
    let mut store = Store::open(path, "seed".into())?;
    let request = Request { uid: uid(0), now: Stamp(NOW), today: TODAY, who: None };
    let begun = store.commit(request, &Command::from(Begin { name: "Prövning".into() }))?;
    if begun.is_err() {
        return Err(Fault::Unreadable("the file has a sluice already".into()).into());
    }
    let reader = store.reader()?;
    let mut stages: Vec<Stage> = reader.every()?;
    stages.sort_by_key(|stage| stage.rank);
    let stages: Vec<i64> = stages.iter().map(|stage| stage.id.0).collect();
    drop(reader);
    store.connection.pragma_update(None, "cache_size", -262_144)?;
    store.connection.pragma_update(None, "synchronous", "off")?;
    let transaction = store.connection.transaction()?;
    // Indexes are made at the end, which is much quicker, and are then word for word the same.
    let indexes = indexes(&transaction)?;
    for (name, _) in &indexes {
        transaction.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    names(&transaction)?;
    Writer::of(&transaction)?.ideas(&stages, ideas, comments_per_idea)?;
    for (_, sql) in &indexes {
        transaction.execute_batch(sql)?;
    }
    counters(&transaction)?;
    entry(&transaction)?;
    transaction.commit()?;
    store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let below = u64::from(below.max(1));
        u32::try_from((mixed ^ (mixed >> 31)) % below).unwrap_or(0)
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let at = self.next(u32::try_from(list.len()).unwrap_or(1));
        list.get(at as usize).copied().unwrap_or_default()
    }

    fn sometimes(&mut self, in_a_hundred: u32) -> bool {
        self.next(100) < in_a_hundred
    }

    fn id(&mut self, list: usize) -> i64 {
        i64::from(self.next(u32::try_from(list).unwrap_or(1))) + 1
    }
}

/// Fixed names in the style of version 7, each kind of record in a range of its own.
fn uid(n: u128) -> Uid {
    Uid(uuid::Uuid::from_u128(0x019a_0000_0000_7000_8000_0000_0000_0000 | n))
}

fn indexes(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut statement = connection.prepare(
        "SELECT name, sql FROM sqlite_schema
         WHERE type = 'index' AND sql IS NOT NULL
         AND tbl_name IN ('idea', 'idea_tag', 'comment') ORDER BY rowid",
    )?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn names(connection: &Connection) -> rusqlite::Result<()> {
    let mut n = 1 << 40;
    let mut next = || {
        n += 1;
        uid(n)
    };
    let mut units = writer(connection, Kind::Unit)?;
    for (id, (code, name)) in (1_i64..).zip(UNITS) {
        let (code, name) = ((*code).into(), (*name).into());
        write(&mut units, &Unit { id: UnitId(id), uid: next(), code, name })?;
    }
    let mut tags = writer(connection, Kind::Tag)?;
    for (id, name) in (1_i64..).zip(TAGS) {
        write(&mut tags, &Tag { id: TagId(id), uid: next(), name: (*name).into() })?;
    }
    let people = FIRST.iter().flat_map(|first| LAST.iter().map(move |last| (first, last)));
    let mut persons = writer(connection, Kind::Person)?;
    for (id, (first, last)) in (1_i64..).zip(people) {
        let name = format!("{first} {last}");
        write(&mut persons, &Person { id: PersonId(id), uid: next(), name, contact: None })?;
    }
    Ok(())
}

fn writer(connection: &Connection, kind: Kind) -> rusqlite::Result<Statement<'_>> {
    connection.prepare(&insertion(kind))
}

fn write<R: Record>(statement: &mut Statement<'_>, record: &R) -> rusqlite::Result<()> {
    write_with(statement, record, &[])
}

/// A record, and what stands beside it in its row.
fn write_with<R: Record>(
    statement: &mut Statement<'_>,
    record: &R,
    beside: &[Value],
) -> rusqlite::Result<()> {
    let row = record.to_row();
    let sum = Value::Int(sums::of_row(R::KIND, &row));
    statement.execute(params_from_iter(row.0.iter().chain([&sum]).chain(beside).map(Bound)))?;
    Ok(())
}

struct Writer<'a> {
    idea: Statement<'a>,
    text: Statement<'a>,
    tag: Statement<'a>,
    comment: Statement<'a>,
    chance: Chance,
    tags: u32,
    comments: u32,
}

impl<'a> Writer<'a> {
    fn of(connection: &'a Connection) -> rusqlite::Result<Writer<'a>> {
        Ok(Writer {
            idea: {
                let sql = insertion(Kind::Idea);
                let sql = sql.replace("sum)", "sum, comments, answer_due, has_receiver)");
                connection.prepare(&sql.replace("?)", "?, ?, ?, ?)"))?
            },
            text: writer(connection, Kind::IdeaText)?,
            tag: writer(connection, Kind::IdeaTag)?,
            comment: writer(connection, Kind::Comment)?,
            chance: Chance(1),
            tags: 0,
            comments: 0,
        })
    }

    fn ideas(&mut self, stages: &[i64], ideas: u32, comments: u32) -> rusqlite::Result<()> {
        for id in 1..=ideas {
            let before = i64::from((ideas - id) % 1000);
            let of = if comments == 0 { 0 } else { self.chance.next(2 * comments + 1) };
            self.idea(id, stages, before, of)?;
            self.text(id)?;
            if self.chance.sometimes(40) {
                self.tag(id)?;
            }
            for _ in 0..of {
                self.comment(id, before)?;
            }
        }
        Ok(())
    }

    /// An idea that came in so many days ago.
    fn idea(&mut self, id: u32, stages: &[i64], ago: i64, comments: u32) -> rusqlite::Result<()> {
        let chance = &mut self.chance;
        let came_in = TODAY.saturating_sub(ago.days());
        let day = |ago: i64| TODAY.saturating_sub(ago.days());
        // The first stages hold the most.
        let of = u32::try_from(stages.len()).unwrap_or(1);
        let stage = chance.next(of).min(chance.next(of));
        let stage = stages.get(stage as usize).copied().unwrap_or(1);
        let title = match chance.next(3) {
            0 => format!("{} {}", chance.of(WHAT), chance.of(FOR_WHAT)),
            1 => format!("{} {} {}", chance.of(WHAT), chance.of(FOR_WHAT), id),
            _ => format!(
                "{} och {} {}",
                chance.of(WHAT),
                chance.of(WHAT).to_lowercase(),
                chance.of(FOR_WHAT)
            ),
        };
        let status = match chance.next(100) {
            0..90 => Status::Active,
            90..94 => Status::Paused,
            _ => Status::Closed,
        };
        let people = FIRST.len() * LAST.len();
        let since = i64::from(chance.next(60)).min(ago);
        let unit = chance.sometimes(80).then(|| UnitId(chance.id(UNITS.len())));
        let giver = chance.sometimes(60).then(|| PersonId(chance.id(people)));
        let owner = chance.sometimes(50).then(|| PersonId(chance.id(people)));
        let receiver = chance.sometimes(20).then(|| "Enhetschefen".to_owned());
        let due = chance.sometimes(30).then(|| day(7 - i64::from(chance.next(40))));
        let score = |chance: &mut Chance| chance.sometimes(40).then(|| chance.id(5));
        let (benefit, effort) = (score(chance), score(chance));
        let has_receiver = receiver.is_some();
        let created = Stamp(NOW - ago * DAY);
        let name = uid((2 << 40) + u128::from(id));
        let rank = i64::from(id) << 20;
        let idea = Idea {
            title,
            status,
            outcome: (status == Status::Closed).then_some(Outcome::Implemented),
            unit,
            giver,
            owner,
            receiver,
            next_due: due,
            paused_until: (status == Status::Paused).then(|| day(-30)),
            source: Source::Form,
            benefit_score: benefit,
            effort_score: effort,
            ..Idea::new(IdeaId(id.into()), name, StageId(stage), rank, created, day(since))
        };
        let receipt = Reference::get().sluice.response_times.receipt_working_days;
        let answer_due = add_working_days(came_in, receipt, Holidays::None);
        let beside =
            [Value::Int(comments.into()), answer_due.to_value(), Value::Int(has_receiver.into())];
        write_with(&mut self.idea, &idea, &beside)
    }

    fn text(&mut self, id: u32) -> rusqlite::Result<()> {
        let chance = &mut self.chance;
        let need = format!("{} {}", chance.of(SENTENCES), chance.of(SENTENCES));
        let solution = if chance.sometimes(50) { chance.of(SENTENCES) } else { "" };
        let next = if chance.sometimes(40) { "Boka ett samtal med idégivaren" } else { "" };
        let text = IdeaText {
            need,
            solution: solution.into(),
            next_step: next.into(),
            ..IdeaText::empty(IdeaId(id.into()), uid((3 << 40) + u128::from(id)))
        };
        write(&mut self.text, &text)
    }

    fn tag(&mut self, idea: u32) -> rusqlite::Result<()> {
        self.tags += 1;
        let tag = IdeaTag {
            id: IdeaTagId(self.tags.into()),
            uid: uid((4 << 40) + u128::from(self.tags)),
            idea: IdeaId(idea.into()),
            tag: TagId(self.chance.id(TAGS.len())),
        };
        write(&mut self.tag, &tag)
    }

    fn comment(&mut self, idea: u32, ago: i64) -> rusqlite::Result<()> {
        self.comments += 1;
        let at = NOW - i64::from(self.chance.next(60)).min(ago) * DAY;
        let author = self.chance.id(FIRST.len() * LAST.len());
        let comment = Comment {
            id: CommentId(self.comments.into()),
            uid: uid((5 << 40) + u128::from(self.comments)),
            idea: IdeaId(idea.into()),
            kind: CommentKind::Comment,
            text: self.chance.of(COMMENTS).into(),
            author: Some(PersonId(author)),
            at: Stamp(at),
            edited: None,
        };
        write(&mut self.comment, &comment)
    }
}

/// What stands beside the records: ids used so far, and how many ideas each column shows.
fn counters(connection: &Connection) -> rusqlite::Result<()> {
    for table in ["idea", "idea_text", "idea_tag", "comment", "unit", "tag", "person"] {
        connection.execute(
            &format!(
                "UPDATE id_counter SET last = (SELECT coalesce(max(id), 0) FROM {table})
                 WHERE kind = ?1"
            ),
            [table],
        )?;
    }
    connection.execute(
        "INSERT OR REPLACE INTO column_count
         SELECT stage, count(*) FROM idea WHERE status = 'aktiv' AND removed IS NULL GROUP BY stage",
        [],
    )?;
    Ok(())
}

/// One entry for all of it, which cannot be taken back.
fn entry(connection: &Connection) -> Result<(), Fault> {
    let seq = Inside(connection).insert(&Line {
        uid: uid(1 << 36),
        at: Stamp(NOW),
        who: None,
        run: "seed",
        label: &Say::new("step-begin"),
        changes: &[],
        undoes: None,
    })?;
    connection.execute("INSERT INTO step_idea SELECT id, ?1 FROM idea ORDER BY id", [seq])?;
    Ok(())
}
