//! Taking a copy: by SQLite itself, under another name, opened and checked before it has its own.

use std::fs;
use std::path::Path;

use std::time::Instant;

use jiff::Timestamp;
use jiff::civil::DateTime;
use rusqlite::{Connection, OptionalExtension as _};

use crate::domain::{Backup, Finding, Remedy, Soundness, Why};
use crate::store::integrity::{Depth, look_through};
use crate::store::open::as_it_is;
use crate::store::rows::Inside;
use crate::store::story::ELSEWHERE;
use crate::store::zone::zone;
use crate::store::{Beside, Cancel, Fault, is_there_memory};

use super::folder::Held;
use super::list::list_in;
use super::{BackupError, name, sha256};

/// What a copy is taken of, and what it is called.
pub struct Taking<'a> {
    pub file: &'a Path,
    pub beside: &'a Beside,
    pub why: Why,
    /// What the clock on the wall shows.
    pub now: DateTime,
}

/// Takes a copy of a file. None where nobody wants one: of the invented ideas, but where somebody asks
/// or goes back, while a vote is open, or where the newest copy has all of it.
pub fn take(file: &Path, beside: &Beside, why: Why) -> Result<Option<Backup>, BackupError> {
    let now = zone().to_datetime(Timestamp::now());
    take_with(&Taking { file, beside, why, now })
}

/// The same, at a time of one's choice.
pub fn take_with(taking: &Taking<'_>) -> Result<Option<Backup>, BackupError> {
    let Taking { file, beside, why, now } = *taking;
    if beside.is_demo() && !matches!(why, Why::Asked | Why::BeforeRestore) {
        return Ok(None);
    }
    is_there_memory()?;
    let held = Held::new(&beside.backups())?;
    let begun = Instant::now();
    let (connection, _held) = as_it_is(file)?;
    frugal(&connection)?;
    let before = Counted::of(&connection)?;
    let board = board(&connection)?;
    if vote_is_open(&connection)? {
        return Ok(None);
    }
    if why.wants_news() {
        let is_meant = |of: Option<&str>| of.is_none() || of == board.as_deref();
        let there = list_in(&beside.backups(), beside.stem(), &is_meant)?;
        let newest = there.iter().find(|copy| copy.soundness != Soundness::Damaged);
        if before.seq == 0 || newest.is_some_and(|copy| copy.seq == before.seq) {
            return Ok(None);
        }
    }
    let half = held.half(&format!("{}-{}", beside.stem(), std::process::id()))?;
    let taken = || -> Result<Option<(Counted, usize, String, u64)>, BackupError> {
        connection.execute("VACUUM INTO ?1", [half.to_string_lossy()])?;
        let after = Counted::of(&connection)?;
        // It was opened meanwhile, and there may be ballots in the copy.
        if vote_is_open(&connection)? {
            fs::remove_file(&half)?;
            return Ok(None);
        }
        let (counted, flaws) = sound(&half)?;
        fits(&counted, &before, &after)?;
        // What was written is on the disk before its bytes are read back.
        fs::File::open(&half)?.sync_all()?;
        Ok(Some((counted, flaws, sha256(&half)?, fs::metadata(&half)?.len())))
    };
    let landed = taken().and_then(|copied| {
        let Some((counted, flaws, hash, bytes)) = copied else { return Ok(None) };
        let millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let told = name::Beside { hash, why: Some(why), millis: Some(millis), flaws, board };
        // Two in the same second: the later one waits for no clock, but for a name.
        let mut taken = now;
        let mut name = name::name(beside.stem(), taken, counted.seq, why);
        while beside.backups().join(&name).exists() {
            taken = taken.saturating_add(jiff::SignedDuration::from_secs(1));
            name = name::name(beside.stem(), taken, counted.seq, why);
        }
        held.land(&half, &name, &told.write(&name))?;
        let seq = counted.seq;
        let soundness = Soundness::Good;
        let (why, millis) = (Some(why), Some(millis));
        Ok(Some(Backup { name, taken, seq, bytes, why, soundness, flaws, millis }))
    });
    if landed.is_err() {
        // It goes with the next one, where it cannot go now.
        let _ = fs::remove_file(&half);
    }
    landed
}

/// Each page is read once, so that nothing is gained by keeping many: the program beside us may have
/// little room.
fn frugal(connection: &Connection) -> Result<(), Fault> {
    Ok(connection.pragma_update(None, "cache_size", -256)?)
}

/// What tells a board from another of the same name: the first step that was taken on it.
pub(in crate::store) fn board(connection: &Connection) -> Result<Option<String>, Fault> {
    let sql = "SELECT uid FROM journal WHERE run <> ?1 ORDER BY seq LIMIT 1";
    Ok(connection.query_row(sql, [ELSEWHERE], |row| row.get(0)).optional()?)
}

/// While people vote nothing of it may be on the disk.
fn vote_is_open(connection: &Connection) -> Result<bool, Fault> {
    Inside(connection).has_open_vote()
}

/// What a file holds, in figures.
#[derive(Debug, PartialEq, Eq)]
struct Counted {
    seq: i64,
    rows: Vec<i64>,
}

impl Counted {
    fn of(connection: &Connection) -> Result<Counted, Fault> {
        let transaction = connection.unchecked_transaction()?;
        let one = |sql: &str| transaction.query_row(sql, [], |row| row.get::<_, i64>(0));
        let seq = one("SELECT coalesce(max(seq), 0) FROM journal")?;
        // The file may be of an older version. What is remembered beside the journal comes and goes.
        let mut tables = transaction.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
             AND name NOT IN ('draft', 'memory', 'live') ORDER BY name",
        )?;
        let tables = tables.query_map([], |row| row.get::<_, String>(0))?;
        let rows = tables.map(|table| one(&format!("SELECT count(*) FROM \"{}\"", table?)));
        let rows = rows.collect::<Result<_, _>>()?;
        Ok(Counted { seq, rows })
    }
}

/// Opens a copy and looks through it to its last row; answers what is in it, and how much of that is
/// not as it was written. A copy that is not built as it should be is none. One that holds what the
/// file holds is worth having, though some of that be altered.
fn sound(half: &Path) -> Result<(Counted, usize), BackupError> {
    let (connection, _held) = as_it_is(half)?;
    frugal(&connection)?;
    let seen = look_through(&connection, Depth::Whole, &Cancel::default())?;
    let broken = seen.findings.iter().find_map(|finding| match finding {
        Finding::Build(what) => Some(what.clone()),
        _ => None,
    });
    if let Some(what) = broken {
        return Err(BackupError::Unsound(what));
    }
    let flaws = seen
        .findings
        .iter()
        .filter(|finding| matches!(finding.remedy(), Remedy::Restore | Remedy::Backup));
    let flaws = flaws.count();
    Ok((Counted::of(&connection)?, flaws))
}

/// Whether a copy holds what the file held when it was begun, or when it was done, or a state that
/// lay between these.
fn fits(copy: &Counted, before: &Counted, after: &Counted) -> Result<(), BackupError> {
    let between = (before.seq..=after.seq).contains(&copy.seq);
    let same = before.seq != after.seq || copy == before;
    if between && same {
        return Ok(());
    }
    Err(BackupError::Unsound(format!("step {}, rows {:?}", copy.seq, copy.rows)))
}
