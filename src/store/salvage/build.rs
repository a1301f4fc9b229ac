//! How a file of ours is built, where a damaged one cannot tell any more: the pages that name the
//! tables and tell where each begins are the same in every file of a version, and are laid over the
//! copy. They lie in one of two ways: as a file was begun, or as SQLite writes a copy of it.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;

use rusqlite::Connection;

use crate::domain::{Kind, Row};
use crate::store::header::{HEAD, Header};
use crate::store::rows::value;
use crate::store::{Fault, OpenError, schema};

/// Page numbers, from 1, and what stands on each.
pub(super) struct Build {
    page: usize,
    pages: BTreeMap<usize, Vec<u8>>,
}

/// The ways in which a file of ours can be built.
pub(super) fn builds() -> Result<Vec<Build>, OpenError> {
    let folder = tempfile::tempdir()?;
    let [begun, copied] = ["begun", "copied"].map(|name| folder.path().join(name));
    let mut connection = Connection::open(&begun)?;
    schema::begin(&mut connection)?;
    connection.execute("VACUUM INTO ?1", [copied.to_string_lossy()])?;
    drop(connection);
    Ok(vec![Build::of(&begun)?, Build::of(&copied)?])
}

impl Build {
    /// In a file in which next to nothing stands, each page that no table and no index begins on is
    /// one of those that name them.
    fn of(file: &Path) -> Result<Build, OpenError> {
        let roots: Vec<usize> = {
            let connection = Connection::open(file)?;
            let mut roots = connection.prepare("SELECT rootpage FROM sqlite_schema")?;
            let roots = roots.query_map([], |row| row.get::<_, u32>(0))?;
            let roots = roots.collect::<rusqlite::Result<Vec<_>>>()?;
            roots.into_iter().filter_map(|root| usize::try_from(root).ok()).collect()
        };
        let bytes = std::fs::read(file)?;
        let page = bytes.get(..HEAD).and_then(|head| Header::read(head).ok());
        let page = page.and_then(|header| usize::try_from(header.page).ok()).unwrap_or(4096);
        let pages = (1..).zip(bytes.chunks_exact(page)).filter(|(nth, _)| !roots.contains(nth));
        Ok(Build { page, pages: pages.map(|(nth, bytes)| (nth, bytes.to_vec())).collect() })
    }

    /// Lays the pages over those of a file, but for its head.
    pub(super) fn lay_over(&self, file: &Path) -> std::io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(file)?;
        for (nth, bytes) in &self.pages {
            let skip = if *nth == 1 { HEAD } else { 0 };
            let at = (nth - 1) * self.page + skip;
            file.seek(SeekFrom::Start(u64::try_from(at).unwrap_or(u64::MAX)))?;
            file.write_all(bytes.get(skip..).unwrap_or_default())?;
        }
        file.sync_all()
    }
}

/// Whether it names every table that it should.
pub(super) fn is_named(from: &Connection) -> bool {
    Kind::ALL.iter().all(|kind| {
        let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        from.query_row(sql, [kind.table()], |row| row.get(0)).is_ok_and(|n: i64| n == 1)
    })
}

/// How many records can be read from the front, of each kind. Where the tables are thought to begin
/// on the wrong pages there is next to nothing.
pub(super) fn readable(from: &Connection) -> usize {
    Kind::ALL.iter().map(|kind| readable_of(from, *kind).unwrap_or(0)).sum()
}

fn readable_of(from: &Connection, kind: Kind) -> Result<usize, Fault> {
    let columns: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
    let sql = format!("SELECT {} FROM {} NOT INDEXED", columns.join(", "), kind.table());
    let mut statement = from.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut readable = 0;
    while let Ok(Some(row)) = rows.next() {
        let cells = (0..columns.len()).map(|at| Ok(value(row.get_ref(at)?)));
        let cells = Row(cells.collect::<rusqlite::Result<_>>()?);
        readable += usize::from(kind.reads(&cells));
    }
    Ok(readable)
}
