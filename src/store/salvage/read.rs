//! Reading a damaged file: from the front until a page is broken, from the back until the same, and
//! one by one what lies between. Texts are cleaned like any from outside; what its kind cannot hold is
//! left behind.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::domain::{Change, Kind, Row, Value, clean};
use crate::store::header::{HEAD, PAGE, page_size};
use crate::store::integrity::{Told, entered, standings};
use crate::store::journal::{read_changes, read_label, written_state};
use crate::store::open::OpenError;
use crate::store::rows::{Inside, Lossy, value};
use crate::store::{Fault, schema, sums};

use super::build;

/// So many places between a broken front and a broken back are asked for one by one.
const PROBED: i64 = 200_000;

/// Opens the copy of a damaged file. Its first bytes are written anew: they are the same in every file
/// of ours, but for its length. So are the pages that tell where the tables are, where they are gone.
pub(super) fn open(folder: &Path, file: &Path) -> Result<Connection, OpenError> {
    let copy = folder.join("damaged");
    if !copy.exists() {
        return Err(super::super::look::look(file).err().unwrap_or(OpenError::Damaged));
    }
    // Ours are of one size; another may have been made by somebody's hand.
    let other = page_told(&copy)?.filter(|page| *page != PAGE);
    for page in [PAGE].into_iter().chain(other) {
        give_head(&copy, page)?;
        if let Some(from) = connected(&copy).ok().filter(build::is_named) {
            return Ok(from);
        }
    }
    give_head(&copy, PAGE)?;
    // What tells where the tables are is broken: whichever build finds the most is the file's own.
    let own = folder.join("own");
    std::fs::copy(&copy, &own)?;
    let mut best = connected(&copy).map_or(0, |from| build::readable(&from));
    let mut found = None;
    for build in build::builds()? {
        std::fs::copy(&own, &copy)?;
        build.lay_over(&copy)?;
        let readable = connected(&copy).map_or(0, |from| build::readable(&from));
        if readable > best {
            (best, found) = (readable, Some(build));
        }
    }
    std::fs::copy(&own, &copy)?;
    if let Some(build) = found {
        build.lay_over(&copy)?;
    }
    connected(&copy)
}

fn connected(copy: &Path) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(copy, flags)?;
    crate::store::connect::harden(&connection)?;
    // The log stays what it is, however often the file is asked.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "cell_size_check", false)?;
    // It is asked something, so that what is no database at all is told here.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

/// How large a file says that its pages are, where that is a size.
fn page_told(copy: &Path) -> Result<Option<u64>, OpenError> {
    let mut head = Vec::new();
    std::fs::File::open(copy)?.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(page_size(&head))
}

/// Writes the first bytes anew, for pages of such a size. What they say wrongly keeps SQLite from
/// reading what follows, though all of it be whole.
fn give_head(copy: &Path, page: u64) -> Result<(), OpenError> {
    let fresh = tempfile::NamedTempFile::new()?;
    schema::begin(&mut Connection::open(fresh.path())?)?;
    let mut head = vec![0; HEAD];
    std::fs::File::open(fresh.path())?.read_exact(&mut head)?;
    let mut file = OpenOptions::new().write(true).open(copy)?;
    let pages = u32::try_from(file.metadata()?.len().div_ceil(page)).unwrap_or(u32::MAX);
    let mut put = |at: usize, bytes: &[u8]| {
        if let Some(place) = head.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    };
    // The largest size does not fit, and is written as 1.
    put(16, &u16::try_from(page).unwrap_or(1).to_be_bytes());
    // What stands in the log belongs to the file.
    if crate::store::look::size(&copy.with_file_name("damaged-wal")) > 0 {
        put(18, &[2, 2]);
    }
    put(28, &pages.to_be_bytes());
    // No list of free pages: it may be that which is broken.
    put(32, &[0; 8]);
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&head)?;
    file.sync_all()?;
    Ok(())
}

/// How many ideas can be read.
pub(super) fn count(from: &Connection) -> Option<usize> {
    let mut ideas = 0;
    rows(from, "idea", "id", |row| {
        ideas += usize::from(row.get_ref(0).is_ok());
        Ok(())
    });
    Some(ideas)
}

/// Hands on every row of a table that can be read, each once; answers whether that is all of them.
fn rows(
    from: &Connection,
    table: &str,
    columns: &str,
    mut take: impl FnMut(&rusqlite::Row<'_>) -> Result<(), Fault>,
) -> bool {
    let mut read = |clause: &str, from_id: i64, to_id: i64| -> Result<i64, (i64, Fault)> {
        let sql = format!("SELECT {columns} FROM {table} NOT INDEXED {clause}");
        let mut last = from_id;
        let told = |last: i64| move |error: rusqlite::Error| (last, Fault::from(error));
        let mut statement = from.prepare_cached(&sql).map_err(told(last))?;
        let mut rows = statement.query([from_id, to_id]).map_err(told(last))?;
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    last = row.get(0).map_err(told(last))?;
                    take(row).map_err(|fault| (last, fault))?;
                }
                Ok(None) => return Ok(last),
                Err(error) => return Err((last, error.into())),
            }
        }
    };
    let key = columns.split(',').next().unwrap_or("id");
    let up = format!("WHERE {key} > ?1 AND {key} <= ?2 ORDER BY {key}");
    let Err((front, _)) = read(&up, 0, i64::MAX) else { return true };
    let down = format!("WHERE {key} > ?1 AND {key} <= ?2 ORDER BY {key} DESC");
    // From the back a broken stretch ends it too; what was read until then is known by its key.
    let Err((lowest, _)) = read(&down, front, i64::MAX) else { return false };
    let top = if lowest == front { given(from, table) } else { lowest.saturating_sub(1) };
    for key in (front + 1)..=top.min(front.saturating_add(PROBED)) {
        // One that is not there, or cannot be read, is the next one's affair.
        let _ = read(&up, key - 1, key);
    }
    false
}

/// The highest number that was ever given in a table; without end where that cannot be read.
fn given(from: &Connection, table: &str) -> i64 {
    let sql = match table {
        "journal" | "standing" => {
            "SELECT seq FROM sqlite_sequence WHERE name = 'journal' OR ?1 = ''"
        }
        "idea_text" => "SELECT last FROM id_counter WHERE kind = 'idea' OR ?1 = ''",
        _ => "SELECT last FROM id_counter WHERE kind = ?1",
    };
    from.query_row(sql, [table], |row| row.get(0)).unwrap_or(i64::MAX)
}

/// Carries the records of a kind over; answers how many are lost, or none where nothing tells.
pub(super) fn records(
    from: &Connection,
    to: &Connection,
    kind: Kind,
) -> Result<Option<usize>, Fault> {
    let columns: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
    let mut carried = 0;
    let all = rows(from, kind.table(), &columns.join(", "), |row| {
        let cells = (0..columns.len()).map(|at| Ok(value(row.get_ref(at)?)));
        let mut cells = Row(cells.collect::<rusqlite::Result<_>>()?);
        for (column, cell) in kind.columns().iter().zip(&mut cells.0) {
            if let Value::Text(text) = cell {
                *text = clean(text, column.lines()).into_owned();
            }
        }
        if kind.reads(&cells) {
            // Where another has its number or its name already, that one stays.
            carried += usize::from(Inside(to).apply(&Change::Create { kind, row: cells }).is_ok());
        }
        Ok(())
    });
    let told: Option<i64> = from
        .query_row(&format!("SELECT count(*) FROM {}", kind.table()), [], |row| row.get(0))
        .ok();
    let told = told.or(all.then_some(0)).map(|told| usize::try_from(told).unwrap_or(0));
    Ok(told.map(|told| told.saturating_sub(carried)))
}

/// Carries the journal over, as far as it can be understood; answers how many entries are lost, or none
/// where nothing tells.
pub(super) fn journal(from: &Connection, to: &Connection) -> Result<Option<usize>, Fault> {
    let columns = "seq, uid, at, who, run, label, changes, undoes, hash";
    let mut carried = 0;
    let mut highest = 0;
    let mut put = to.prepare(
        "INSERT OR IGNORE INTO journal (seq, uid, at, who, run, label, changes, undoes, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    let mut about = to.prepare("INSERT OR IGNORE INTO step_idea (idea, seq) VALUES (?1, ?2)")?;
    let all = rows(from, "journal", columns, |row| {
        let entry = entered(row)?;
        highest = highest.max(entry.seq);
        let text = |at: usize| -> rusqlite::Result<String> { Ok(row.get::<_, Lossy>(at)?.0) };
        let (label, changes) = (text(5)?, text(6)?);
        // One that is not what was written is no ground to take anything back on.
        let whole = row.get_ref(8)? == rusqlite::types::ValueRef::Blob(&sums::of_entry(&entry));
        let Ok(read) = read_changes(&changes) else { return Ok(()) };
        if !whole || read_label(&label).is_err() {
            return Ok(());
        }
        let cells = (0..9).map(|at| row.get::<_, rusqlite::types::Value>(at));
        let cells = cells.collect::<rusqlite::Result<Vec<_>>>()?;
        carried += put.execute(params_from_iter(cells))?;
        for idea in Inside(to).touched(&read)? {
            about.execute((idea.0, entry.seq))?;
        }
        Ok(())
    });
    drop((put, about));
    // What turns an entry that is gone turns nothing.
    to.execute(
        "DELETE FROM step_idea WHERE seq IN (SELECT seq FROM journal WHERE undoes IS NOT NULL
         AND undoes NOT IN (SELECT seq FROM journal))",
        [],
    )?;
    to.execute(
        "DELETE FROM journal WHERE undoes IS NOT NULL
         AND undoes NOT IN (SELECT seq FROM journal)",
        [],
    )?;
    stand(from, to)?;
    let given =
        from.query_row("SELECT seq FROM sqlite_sequence WHERE name = 'journal'", [], |row| {
            row.get::<_, i64>(0)
        });
    let is_told = all || given.is_ok();
    let highest = given.unwrap_or(0).max(highest);
    to.execute("DELETE FROM sqlite_sequence WHERE name = 'journal'", [])?;
    to.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('journal', ?1)", [highest])?;
    let lost = usize::try_from(highest).unwrap_or(0).saturating_sub(carried);
    Ok(is_told.then_some(lost))
}

/// Which steps stand is told by the file, or else by the journal itself.
fn stand(from: &Connection, to: &Connection) -> Result<(), Fault> {
    let mut told: BTreeMap<i64, String> = BTreeMap::new();
    rows(from, "standing", "seq, run, state", |row| {
        told.insert(row.get(0)?, row.get::<_, Lossy>(2)?.0);
        Ok(())
    });
    let mut put = to.prepare(
        "INSERT OR IGNORE INTO standing (seq, run, state, taken_back_in) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (seq, Told { run, state, taken_back_in }) in standings(to)? {
        // What cannot be taken back stands nowhere.
        if let Some(state) = written_state(state).filter(|_| told.contains_key(&seq)) {
            put.execute((seq, run, state, taken_back_in))?;
        }
    }
    Ok(())
}

/// Carries the drafts over; answers how many, and whether these are all.
pub(super) fn drafts(from: &Connection, to: &Connection) -> Result<(usize, bool), Fault> {
    let mut carried = 0;
    let mut read = || -> Result<(), Fault> {
        let mut statement =
            from.prepare("SELECT target, field, text, was, at, discarded FROM draft")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text = |at: usize| -> rusqlite::Result<String> {
                let text = row.get::<_, Lossy>(at)?.0;
                Ok(clean(&text, crate::domain::Lines::Many).into_owned())
            };
            let texts = [text(0)?, text(1)?, text(2)?, text(3)?];
            let (at, discarded): (i64, Option<i64>) = (row.get(4)?, row.get(5)?);
            let [target, field, written, was] = &texts;
            let sum = sums::of_draft(texts.each_ref().map(|text| text.as_bytes()), at, discarded);
            carried += to.execute(
                "INSERT OR IGNORE INTO draft (target, field, text, was, at, discarded, sum)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (target, field, written, was, at, discarded, sum),
            )?;
        }
        Ok(())
    };
    // What comes after a broken page is lost; what came before is there.
    let all = read().is_ok();
    Ok((carried, all))
}

pub(super) fn memory(from: &Connection, to: &Connection) -> Result<(), Fault> {
    let read = || -> Result<(), Fault> {
        let mut statement = from.prepare("SELECT name, value FROM memory")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            to.execute(
                "INSERT OR REPLACE INTO memory (name, value) VALUES (?1, ?2)",
                (row.get::<_, Lossy>(0)?.0, row.get::<_, Lossy>(1)?.0),
            )?;
        }
        Ok(())
    };
    // Where the person left off is no loss.
    let _ = read();
    Ok(())
}

/// Numbers go on after the highest that was ever given, as far as that is known.
pub(super) fn counters(from: &Connection, to: &Connection) -> Result<(), Fault> {
    for kind in Kind::ALL {
        let given =
            from.query_row("SELECT last FROM id_counter WHERE kind = ?1", [kind.table()], |row| {
                row.get::<_, i64>(0)
            });
        to.execute(
            &format!(
                "UPDATE id_counter
                 SET last = max(?2, (SELECT coalesce(max(id), 0) FROM {}))
                 WHERE kind = ?1",
                kind.table()
            ),
            (kind.table(), given.unwrap_or(0)),
        )?;
    }
    Ok(())
}
