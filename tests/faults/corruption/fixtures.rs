//! Small files, each damaged in one way, kept in `tests/fixtures/corrupt` as they were once made.
//! `SLUSS_FIXTURES=1 cargo test --test faults c18` makes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sluss::domain::{AddComment, CommentKind, IdeaId, SetOwner};

use super::damage::page_size;
use crate::pty::Home;

type Damage = fn(&mut Vec<u8>);

/// What is done to the bytes of a file.
const BYTES: &[(&str, Damage)] = &[
    ("bit-in-a-title", |file| {
        let at = find(file, "Räksmörgås".as_bytes());
        file[at] ^= 1;
    }),
    ("no-text", |file| {
        let at = find(file, "Räksmörgås".as_bytes());
        file[at..at + 4].fill(0xff);
    }),
    ("page-of-nothing", |file| {
        let (size, at) = (page_size(file), find(file, "Räksmörgås".as_bytes()));
        file[at / size * size..][..size].fill(0);
    }),
    ("pages-swapped", |file| {
        let (size, at) = (page_size(file), find(file, "Räksmörgås".as_bytes()));
        let (one, other) = (at / size * size, size * 7);
        for byte in 0..size {
            file.swap(one + byte, other + byte);
        }
    }),
    ("half", |file| {
        let size = page_size(file);
        file.truncate(file.len() / size / 2 * size);
    }),
    ("cut-short", |file| file.truncate(file.len() - 100)),
    ("too-many-pages", |file| file[28..32].fill(0x7f)),
    ("free-pages-in-a-ring", |file| {
        file[32..36].copy_from_slice(&5_u32.to_be_bytes());
        file[36..40].copy_from_slice(&9_u32.to_be_bytes());
    }),
    ("no-schema", |file| file[100..400].fill(0)),
    ("cells-beyond-the-page", |file| {
        let (size, at) = (page_size(file), find(file, "Räksmörgås".as_bytes()));
        let page = at / size * size;
        file[page + 3..page + 5].fill(0xff);
    }),
    ("a-page-below-itself", |file| {
        let size = page_size(file);
        let inner = (1..file.len() / size).find(|page| file[page * size] == 5).unwrap();
        let own = u32::try_from(inner + 1).unwrap();
        file[inner * size + 8..][..4].copy_from_slice(&own.to_be_bytes());
    }),
    ("noise", |file| {
        let (size, at) = (page_size(file), find(file, "Räksmörgås".as_bytes()));
        let page = at / size * size;
        file[page + size / 2..page + size].iter_mut().for_each(|byte| *byte ^= 0x55);
    }),
];

/// What is done to the file past all rules.
const BY_HAND: &[(&str, &str)] = &[
    ("orphans", "DELETE FROM person; DELETE FROM idea WHERE id = 1"),
    ("a-hole-in-the-history", "DELETE FROM journal WHERE seq = 3"),
    ("numbers-used-again", "UPDATE id_counter SET last = 0"),
    ("stale", "UPDATE column_count SET n = 70; UPDATE idea SET comments = 9, answer_due = 'x'"),
    (
        "no-kind-of-anything",
        "UPDATE idea SET status = 'what', stage_since = 'soon'; UPDATE stage SET uid = id;
         UPDATE comment SET kind = ''",
    ),
    ("history-unreadable", "UPDATE journal SET changes = '{', label = ''"),
];

pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/corrupt")
}

pub(super) fn all() -> Vec<PathBuf> {
    if std::env::var_os("SLUSS_FIXTURES").is_some() {
        make();
    }
    let mut all: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    assert_eq!(all.len(), BYTES.len() + BY_HAND.len());
    all
}

fn make() {
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Räksmörgås på Ö", "Kettle", "Drill"]);
    let idea = IdeaId(1);
    let text = "Vem äger frågan efter försöket?".repeat(30);
    home.commit(&AddComment { idea, kind: CommentKind::Question, text }.into());
    home.commit(&SetOwner { ideas: vec![idea], owner: Some("Åsa Öberg".into()) }.into());
    let raw = home.raw();
    raw.query_row("PRAGMA journal_mode = delete", [], |_| Ok(())).unwrap();
    // Small pages make a small file, with trees that have branches.
    raw.execute_batch("PRAGMA page_size = 512; VACUUM").unwrap();
    raw.query_row("PRAGMA journal_mode = wal", [], |_| Ok(())).unwrap();
    drop(raw);
    let whole = fs::read(home.file()).unwrap();
    fs::create_dir_all(folder()).unwrap();
    for (name, damage) in BYTES {
        let mut bytes = whole.clone();
        damage(&mut bytes);
        fs::write(folder().join(format!("{name}.db")), bytes).unwrap();
    }
    for (name, sql) in BY_HAND {
        let file = folder().join(format!("{name}.db"));
        fs::write(&file, &whole).unwrap();
        let raw = Connection::open(&file).unwrap();
        raw.pragma_update(None, "foreign_keys", false).unwrap();
        raw.execute_batch(sql).unwrap();
        raw.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    }
}

fn find(file: &[u8], text: &[u8]) -> usize {
    file.windows(text.len()).position(|window| window == text).unwrap()
}
