//! Reading the texts of ideas into the arena.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Statement};

use crate::domain::{IdeaId, SluiceId, fold_onto};

use super::{Arena, BESIDE, Cancel, FIELDS, Progress, Texts, limits};

/// Every so many ideas there is a look at whether anybody still waits.
const STRIDE: usize = 1024;

pub(super) fn whole(
    connection: &Connection,
    sluice: Option<SluiceId>,
    cancel: &Cancel,
    progress: &mut dyn FnMut(Progress),
) -> rusqlite::Result<Option<Arena>> {
    let of = count(connection)?;
    let mut arena = Arena { sluice, ..Arena::default() };
    let stages = limits(connection, sluice)?;
    let comments = Comments::read(connection, cancel)?;
    let mut statement = ideas(connection, "ORDER BY idea.id")?;
    let mut rows = statement.query((stages, rusqlite::types::Null))?;
    let mut comments = comments.by_idea();
    while let Some(row) = rows.next()? {
        arena.add(row)?;
        let id = arena.ids.last().copied().unwrap_or(0);
        comments.onto(id, &mut arena.comments);
        arena.comments.close();
        if arena.ids.len().is_multiple_of(STRIDE) {
            if cancel.is_set() {
                return Ok(None);
            }
            progress(Progress { done: arena.ids.len(), of });
        }
    }
    Ok(Some(arena))
}

pub(super) fn one(
    arena: &mut Arena,
    connection: &Connection,
    idea: IdeaId,
) -> rusqlite::Result<()> {
    let stages = limits(connection, arena.sluice)?;
    let mut statement = ideas(connection, "AND idea.id = ?2")?;
    let mut rows = statement.query((stages, idea.0))?;
    let Some(row) = rows.next()? else { return Ok(()) };
    arena.add(row)?;
    let comments = "SELECT text FROM comment WHERE idea = ?1 ORDER BY id".to_owned();
    let beside =
        BESIDE.iter().map(|(_, those)| format!("SELECT text FROM ({those}) WHERE idea = ?1"));
    for texts in std::iter::once(comments).chain(beside) {
        let mut texts = connection.prepare_cached(&texts)?;
        let mut texts = texts.query([idea.0])?;
        while let Some(row) = texts.next()? {
            arena.comments.add(row.get_ref(0)?);
        }
    }
    arena.comments.close();
    Ok(())
}

/// One idea more than there are numbers for, or four gigabytes of text.
fn too_much<E>(_: E) -> rusqlite::Error {
    rusqlite::Error::IntegralValueOutOfRange(0, i64::from(u32::MAX))
}

fn count(connection: &Connection) -> rusqlite::Result<usize> {
    let on_board: i64 =
        connection
            .query_row("SELECT coalesce(sum(n), 0) FROM column_count", [], |row| row.get(0))?;
    Ok(usize::try_from(on_board).unwrap_or(0))
}

fn ideas<'a>(connection: &'a Connection, which: &str) -> rusqlite::Result<Statement<'a>> {
    connection.prepare(&format!(
        "SELECT idea.id, title, {} FROM idea CROSS JOIN idea_text ON idea_text.id = idea.id
         WHERE removed IS NULL AND (?1 IS NULL OR stage IN (SELECT value FROM json_each(?1)))
         AND (?2 IS NULL OR idea.id = ?2) {which}",
        FIELDS.join(", ")
    ))
}

impl Arena {
    /// Its number, title and fields; the comments are for the caller to add.
    fn add(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let id = u32::try_from(row.get::<_, i64>(0)?).map_err(too_much)?;
        for texts in [&mut self.titles, &mut self.fields, &mut self.comments] {
            texts.open()?;
        }
        self.ids.push(id);
        self.titles.add(row.get_ref(1)?);
        self.titles.close();
        for at in 0..FIELDS.len() {
            self.fields.add(row.get_ref(2 + at)?);
        }
        self.fields.close();
        Ok(())
    }
}

impl Texts {
    fn open(&mut self) -> rusqlite::Result<()> {
        self.starts.push(u32::try_from(self.all.len()).map_err(too_much)?);
        Ok(())
    }

    fn add(&mut self, found: ValueRef<'_>) {
        let bytes = match found {
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
            ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => return,
        };
        if bytes.is_empty() {
            return;
        }
        match str::from_utf8(bytes) {
            Ok(text) => fold_onto(&mut self.all, text),
            Err(_) => fold_onto(&mut self.all, &String::from_utf8_lossy(bytes)),
        }
        self.all.push('\n');
    }

    /// A row's text ends with a break even where there is none, so that rows never touch.
    fn close(&mut self) {
        let start = self.starts.last().map_or(0, |start| *start as usize);
        if start == self.all.len() {
            self.all.push('\n');
        }
    }
}

/// All comments, and what is searched with them, as they lie in the file, which is much quicker than by idea.
struct Comments {
    texts: Texts,
    /// Idea and place of each, in the order of the ideas.
    order: Vec<(u32, u32)>,
}

impl Comments {
    fn read(connection: &Connection, cancel: &Cancel) -> rusqlite::Result<Comments> {
        let mut comments = Comments { texts: Texts::default(), order: Vec::new() };
        let own = "SELECT idea, text FROM comment NOT INDEXED ORDER BY id";
        for those in std::iter::once(own).chain(BESIDE.iter().map(|(_, those)| *those)) {
            let mut statement = connection.prepare(those)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let at = u32::try_from(comments.order.len()).map_err(too_much)?;
                if comments.order.len().is_multiple_of(STRIDE) && cancel.is_set() {
                    break;
                }
                comments.order.push((u32::try_from(row.get::<_, i64>(0)?).map_err(too_much)?, at));
                comments.texts.open()?;
                comments.texts.add(row.get_ref(1)?);
                comments.texts.close();
            }
        }
        comments.order.sort_unstable();
        Ok(comments)
    }

    fn by_idea(&self) -> ByIdea<'_> {
        ByIdea { comments: self, next: 0 }
    }
}

struct ByIdea<'a> {
    comments: &'a Comments,
    next: usize,
}

impl ByIdea<'_> {
    /// Adds an idea's comments. Ideas are asked for in rising order.
    fn onto(&mut self, idea: u32, texts: &mut Texts) {
        while let Some((of, at)) = self.comments.order.get(self.next) {
            if *of > idea {
                return;
            }
            if *of == idea {
                texts.all.push_str(self.comments.texts.text(*at));
                texts.all.push('\n');
            }
            self.next += 1;
        }
    }
}
