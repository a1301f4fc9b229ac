//! A file that has been lived in, the ways to damage a copy of it, and what damage is.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use sluss::domain::{
    AddComment, Comment, CommentKind, Done, Draft, IdeaId, Kind, No, Remove, RemoveComment, Stamp,
};
use sluss::store::{Cancel, Depth, Fault, Reader, Request, Store};

use crate::pty::Home;

/// A file with the invented ideas in which things were done, taken back and typed, in one piece.
pub(super) fn lived_in() -> Home {
    let mut home = Home::demo();
    home.capture(&["Kettle", "Drill", "Räksmörgås på Ö"]);
    let idea = IdeaId(1);
    let say = |text: &str| AddComment { idea, kind: CommentKind::Question, text: text.into() };
    home.commit(&say("Vem äger frågan efter försöket?").into());
    home.commit(&say("Vi provar till våren.").into());
    let comments: Vec<Comment> = home.every();
    let newest = comments.last().unwrap().id;
    home.commit(&RemoveComment { comment: newest }.into());
    home.commit(&Remove { ideas: vec![IdeaId(2)] }.into());
    turn(&home, 1, Store::undo);
    turn(&home, 2, Store::undo);
    turn(&home, 3, Store::redo);
    let mut store = Store::open(&home.file(), "another".into()).unwrap();
    let field = |field: &str, text: &str| Draft {
        field: field.into(),
        text: text.into(),
        was: String::new(),
        at: Stamp(1_795_442_520_000),
    };
    store
        .keep_draft("idea:1", &[field("title", "Kittel"), field("need", "Vi behöver te.")])
        .unwrap();
    store.keep_draft("new", &[field("title", "Halvskriven idé")]).unwrap();
    store.discard_draft("new", Stamp(1_795_442_530_000)).unwrap();
    drop(store);
    in_one_piece(&home.file());
    assert_eq!(found(&home.file()), Found::Nothing, "the file is whole before it is damaged");
    home
}

type Outcome = Result<Result<Done, No>, Fault>;

fn turn(home: &Home, nth: u128, way: fn(&mut Store, Request) -> Outcome) {
    let mut store = Store::open(&home.file(), "another".into()).unwrap();
    let request = Request {
        uid: sluss::domain::Uid(uuid::Uuid::from_u128((1 << 80) + nth)),
        now: Stamp(1_795_442_520_000),
        today: jiff::civil::date(2026, 11, 23),
        who: None,
    };
    way(&mut store, request).unwrap().unwrap();
}

/// Brings what stands in the log into the file, and leaves no log.
pub(super) fn in_one_piece(file: &Path) {
    let raw = Connection::open(file).unwrap();
    raw.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    raw.query_row("PRAGMA journal_mode = delete", [], |_| Ok(())).unwrap();
    raw.query_row("PRAGMA journal_mode = wal", [], |_| Ok(())).unwrap();
    drop(raw);
}

/// What the program says of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    /// It is not opened.
    Refused,
    /// Looking through all of it tells so many things.
    Things(usize),
}

/// Opens a file and looks through it as the program does. A panic is no way to find anything.
pub(super) fn found(file: &Path) -> Found {
    let looked = catch_unwind(AssertUnwindSafe(|| {
        let Ok(reader) = Reader::open(file) else { return Found::Refused };
        match reader.inspect(Depth::Whole, &Cancel::default()) {
            Ok(seen) if seen.findings.is_empty() => Found::Nothing,
            Ok(seen) => Found::Things(seen.findings.len()),
            Err(_) => Found::Refused,
        }
    }));
    looked.expect("looking through a damaged file never panics")
}

/// All that a person put into the file: records, history, drafts, and what the board shows of them.
/// `None` where it cannot be read.
pub(super) fn contents(file: &Path) -> Option<Vec<String>> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let raw = Connection::open_with_flags(file, flags).ok()?;
    let mut told = Vec::new();
    for (table, columns) in columns() {
        let sql = format!("SELECT {} FROM {table} NOT INDEXED", columns.join(", "));
        let mut statement = raw.prepare(&sql).ok()?;
        let mut rows = statement.query([]).ok()?;
        while let Some(row) = rows.next().ok()? {
            let cells = (0..columns.len()).map(|at| Some(format!("{:?}", row.get_ref(at).ok()?)));
            told.push(format!("{table} {}", cells.collect::<Option<Vec<String>>>()?.join(" ")));
        }
    }
    Some(told)
}

/// What there is to tell of each table. Its sums are not told: they are not what anybody wrote.
fn columns() -> Vec<(&'static str, Vec<&'static str>)> {
    let records = Kind::ALL.iter().map(|kind| {
        let mut columns: Vec<_> = kind.columns().iter().map(|column| column.name).collect();
        if *kind == Kind::Idea {
            columns.extend(["comments", "answer_due", "weakest", "weakest_level"]);
            columns.extend(["has_receiver", "decided"]);
        }
        (kind.table(), columns)
    });
    let beside = [
        ("journal", vec!["seq", "uid", "at", "who", "run", "label", "changes", "undoes"]),
        ("standing", vec!["seq", "run", "state"]),
        ("step_idea", vec!["idea", "seq"]),
        ("draft", vec!["target", "field", "text", "was", "at", "discarded"]),
        ("column_count", vec!["stage", "n"]),
    ];
    records.chain(beside).collect()
}

/// A copy of the file's bytes, to be damaged and put to the test again and again.
pub(super) struct Victim {
    folder: tempfile::TempDir,
    pub(super) whole: Vec<u8>,
    before: Vec<String>,
}

impl Victim {
    pub(super) fn of(file: &Path) -> Victim {
        let before = contents(file).unwrap();
        Victim { folder: tempfile::tempdir().unwrap(), whole: fs::read(file).unwrap(), before }
    }

    /// Whether these bytes tell something else than those of the whole file, and what is said of
    /// them.
    pub(super) fn try_out(&self, bytes: &[u8]) -> (bool, Found) {
        let file = self.file();
        for beside in ["-wal", "-shm", "-journal"] {
            let mut name = file.clone().into_os_string();
            name.push(beside);
            // What is not there need not go.
            let _ = fs::remove_file(name);
        }
        fs::write(&file, bytes).unwrap();
        let is_damage = contents(&file).as_ref() != Some(&self.before);
        (is_damage, found(&file))
    }

    pub(super) fn file(&self) -> PathBuf {
        self.folder.path().join("sluss.db")
    }

    /// The file with one bit turned.
    pub(super) fn flipped(&self, bit: u64) -> Vec<u8> {
        let mut bytes = self.whole.clone();
        let at = usize::try_from(bit / 8).unwrap();
        *bytes.get_mut(at).unwrap() ^= 1 << (bit % 8);
        bytes
    }

    pub(super) fn page_size(&self) -> usize {
        page_size(&self.whole)
    }
}

pub(super) fn page_size(file: &[u8]) -> usize {
    let size = u16::from_be_bytes([file[16], file[17]]);
    if size == 1 { 65_536 } else { usize::from(size) }
}
