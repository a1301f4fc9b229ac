//! How the file is built, as SQLite itself sees it. It is no check of what texts say.

use crate::domain::{Finding, Kind};

use super::{Depth, Fault, Look};

/// A larger file is looked through only when asked: it takes seconds.
const QUICK: i64 = 48 << 20;

pub(super) fn look(look: &mut Look<'_>) -> Result<(), Fault> {
    let pragma = match look.depth {
        Depth::Whole => "PRAGMA integrity_check",
        Depth::Spot { .. } if size(look)? <= QUICK => "PRAGMA quick_check(1)",
        Depth::Spot { .. } => return Ok(()),
    };
    look.seen.build = true;
    let mut statement = look.connection.prepare(pragma)?;
    let mut rows = statement.query([])?;
    let mut told: Vec<String> = Vec::new();
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(0)?.as_bytes().map_err(rusqlite::Error::from)?;
        told.push(String::from_utf8_lossy(bytes).into_owned());
    }
    // What SQLite tells of the trees comes in one piece, a line each.
    for words in told.iter().flat_map(|words| words.lines()).filter(|words| *words != "ok") {
        if words.starts_with("***") || is_seen_elsewhere(words) {
            continue;
        }
        let finding = match index(look, words)? {
            Some(name) => Finding::Index(name),
            None => Finding::Build(words.to_owned()),
        };
        look.found(finding);
    }
    Ok(())
}

fn size(look: &Look<'_>) -> Result<i64, Fault> {
    let number = |name| look.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    Ok(number("page_count")?.saturating_mul(number("page_size")?))
}

/// An empty cell of a record is told by the record's own check.
fn is_seen_elsewhere(words: &str) -> bool {
    words
        .strip_prefix("NULL value in ")
        .and_then(|cell| cell.split('.').next())
        .is_some_and(|table| Kind::from_table(table).is_some())
}

/// The index that is wrong, where no more than an index is: it can be made anew.
fn index(look: &Look<'_>, words: &str) -> Result<Option<String>, Fault> {
    if let Some((_, name)) = words.rsplit_once(" index ") {
        return named(look, "name = ?1", name.trim());
    }
    let tree = words.strip_prefix("Tree ").and_then(|rest| rest.split(' ').next());
    match tree {
        Some(root) => named(look, "rootpage = CAST(?1 AS INTEGER)", root),
        None => Ok(None),
    }
}

fn named(look: &Look<'_>, which: &str, is: &str) -> Result<Option<String>, Fault> {
    use rusqlite::OptionalExtension as _;

    let sql = format!("SELECT name FROM sqlite_schema WHERE type = 'index' AND {which}");
    Ok(look.connection.query_row(&sql, [is], |row| row.get(0)).optional()?)
}
