//! Files that are damaged, cut or swapped: recognised, and the original is never touched.

#![allow(clippy::print_stdout, reason = "how many flips did damage is told")]

mod damage;
mod fixtures;

use std::time::Duration;

use sluss::domain::{IdeaId, Language, SetOwner};
use sluss::store::Store;

use crate::pty::{Dice, End, Home, Signal, rounds, seed};
use crate::scene::Scene;
use damage::{Found, Victim, in_one_piece, lived_in};

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn c6_a_bit_that_turned_by_itself_is_found() {
    let home = lived_in();
    let victim = Victim::of(&home.file());
    let mut dice = Dice::of(seed());
    let bits = u64::try_from(victim.whole.len()).unwrap() * 8;
    let (mut damages, mut missed) = (0, Vec::new());
    for _ in 0..rounds(300, 2_000) {
        let bit = dice.below(bits);
        let (is_damage, found) = victim.try_out(&victim.flipped(bit));
        if is_damage {
            damages += 1;
            if found == Found::Nothing {
                missed.push(bit);
            }
        }
    }
    println!("C6: {damages} of {} flips did damage, {} missed", rounds(300, 2_000), missed.len());
    // At most one in a thousand.
    assert!(missed.len() * 1000 <= damages, "not found: bits {missed:?} of {damages}");
}

#[test]
fn c7_two_pages_that_changed_places_are_found() {
    let home = lived_in();
    let victim = Victim::of(&home.file());
    let mut dice = Dice::of(seed());
    let page = victim.page_size();
    let pages = u64::try_from(victim.whole.len() / page).unwrap();
    for _ in 0..rounds(40, 400) {
        let [one, other] = [(), ()].map(|()| usize::try_from(dice.below(pages)).unwrap() * page);
        let mut bytes = victim.whole.clone();
        for at in 0..page {
            bytes.swap(one + at, other + at);
        }
        let (is_damage, found) = victim.try_out(&bytes);
        assert!(!is_damage || found != Found::Nothing, "pages {} and {}", one / page, other / page);
    }
}

/// Everything that only reads.
const READING: &[&[&str]] = &[
    &["list"],
    &["list", "--json"],
    &["show", "1"],
    &["show", "1", "--json"],
    &["history"],
    &["search", "kö"],
    &["todo"],
    &["export"],
    &["check"],
    &["check", "--json"],
    &["backups"],
    &["erasures"],
    &["where"],
];

/// Whatever is in the file, whoever reads it answers, or says why not.
fn all_that_reads_answers(home: &Home, name: &str) {
    for args in READING {
        let ended = home.command(args).output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        let code = ended.status.code();
        assert!(!said.contains("panicked"), "{name}: {args:?} panics: {said}");
        assert!(code.is_some_and(|code| code < 100), "{name}: {args:?} ends with {code:?}: {said}");
        let printed = [ended.stdout, ended.stderr].concat();
        assert!(!printed.contains(&0x1b), "{name}: {args:?} prints what a terminal obeys");
        assert!(code == Some(0) || !said.trim().is_empty(), "{name}: {args:?} ends without a word");
    }
}

/// The screen shows what can be shown, or the program says why not; and it ends when told to.
fn the_screen_stands(home: &Home, name: &str) {
    let mut program = home.run();
    program.shows(SECOND * 5, |screen| !screen.trim().is_empty());
    for keys in ["down", "enter", "tab", "esc", "space l h", "down", "esc", "space f i", "esc"] {
        program.press(keys);
    }
    let end = program.ends_within(SECOND / 3).unwrap_or_else(|| {
        program.signal(Signal::TERM);
        program.end()
    });
    let text = String::from_utf8_lossy(&program.bytes).into_owned();
    assert!(!text.contains("panicked"), "{name}: {text}");
    assert!(matches!(end, End::Code(code) if code != 101 && code != 134), "{name}: {end:?}");
}

#[test]
fn c11_half_of_a_change_is_found() {
    // Without its journal a file has some pages of a change and lacks others.
    let home = lived_in();
    let before = std::fs::read(home.file()).unwrap();
    let mut store = Store::open(&home.file(), "another".into()).unwrap();
    let ideas = (5..25).map(IdeaId).collect();
    let request = sluss::store::Request {
        uid: sluss::domain::Uid(uuid::Uuid::from_u128(1 << 90)),
        now: sluss::domain::Stamp(1_795_442_520_000),
        today: jiff::civil::date(2026, 11, 23),
        who: None,
    };
    let owner = Some("Någon helt ny".to_owned());
    store.commit(request, &SetOwner { ideas, owner }.into()).unwrap().unwrap();
    drop(store);
    in_one_piece(&home.file());
    let after = Victim::of(&home.file());
    let page = after.page_size();
    assert_eq!(before.len(), after.whole.len());
    let changed: Vec<usize> = (0..before.len())
        .step_by(page)
        .filter(|at| before[*at..at + page] != after.whole[*at..at + page])
        .collect();
    assert!(changed.len() > 6, "{changed:?}");
    let mut dice = Dice::of(seed());
    let (mut torn, mut missed) = (0, Vec::new());
    for _ in 0..rounds(25, 300) {
        let mut bytes = after.whole.clone();
        let old: Vec<usize> = changed.iter().copied().filter(|_| dice.below(2) == 0).collect();
        for at in &old {
            bytes[*at..at + page].copy_from_slice(&before[*at..at + page]);
        }
        let (is_damage, found) = after.try_out(&bytes);
        // With all that was written before the change it is the file before it.
        if is_damage && bytes != before {
            torn += 1;
            if found == Found::Nothing {
                missed.push(old);
            }
        }
    }
    println!("C11: {torn} torn, {} missed", missed.len());
    assert!(missed.is_empty(), "{missed:?} of {changed:?}");
}

#[test]
fn c13_what_points_at_nothing_or_says_nothing_is_listed_and_mended() {
    let home = lived_in();
    let nullable = |from: &str, to: &str| {
        let raw = home.raw();
        raw.pragma_update(None, "writable_schema", true).unwrap();
        let sql = "UPDATE sqlite_schema SET sql = replace(sql, ?1, ?2) WHERE name = 'idea'";
        assert_eq!(raw.execute(sql, [from, to]).unwrap(), 1);
    };
    nullable("title TEXT NOT NULL", "title TEXT");
    let raw = home.raw();
    raw.pragma_update(None, "foreign_keys", false).unwrap();
    raw.execute_batch(
        "UPDATE idea SET title = NULL WHERE id = 4; DELETE FROM person WHERE id = 1;
         DELETE FROM comment WHERE id = 1;
         INSERT INTO idea_tag VALUES (900, '00000000-0000-7000-8000-000000000900', 999, 1, 5)",
    )
    .unwrap();
    drop(raw);
    nullable("title TEXT,", "title TEXT NOT NULL,");
    let check = |args: &[&str]| {
        let ended = home.command(args).output().unwrap();
        let told = [ended.stdout, ended.stderr].concat();
        (ended.status.code(), String::from_utf8(told).unwrap())
    };
    let (code, told) = check(&["check"]);
    assert_eq!(code, Some(65));
    for line in ["#4", "tagg 900 på #999", "(person 1)"] {
        assert!(told.contains(line), "{line} in:\n{told}");
    }
    let (code, told) = check(&["check", "--mend"]);
    assert_eq!(code, Some(0), "{told}");
    let (code, told) = check(&["check"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(!home.every::<sluss::domain::Idea>().iter().any(|idea| idea.title.is_empty()));
    home.is_sound();
}

#[test]
fn c14_bytes_that_are_no_text_are_shown_and_stop_nothing() {
    let mut scene = Scene::demo(Language::Sv);
    scene.press(r#"e "nytt" esc"#);
    for (table, column) in texts(&scene.file()) {
        let raw = rusqlite::Connection::open(scene.file()).unwrap();
        let which = format!("rowid = (SELECT min(rowid) FROM {table} WHERE {column} IS NOT NULL)");
        let which = match table.as_str() {
            "draft" | "memory" => "1".to_owned(),
            _ => which,
        };
        let was: Option<Vec<u8>> = raw
            .query_row(
                &format!("SELECT CAST({column} AS BLOB) FROM {table} WHERE {which}"),
                [],
                |row| row.get(0),
            )
            .unwrap_or_default();
        let Some(was) = was else { continue };
        let set = format!("UPDATE {table} SET {column} = CAST(?1 AS TEXT) WHERE {which}");
        if raw.execute(&set, [&b"K\xfft"[..]]).is_err() {
            // A key that two rows would share.
            continue;
        }
        let mut other = scene.another();
        for keys in ["", "enter", "esc space l h", "esc space l d", "esc space l t", "esc :", "esc"]
        {
            other.press(keys);
            let shown = other.picture().text();
            if (table.as_str(), column.as_str(), keys) == ("sluice", "name", "") {
                assert!(shown.contains("K\u{FFFD}t"), "{shown}");
            }
        }
        let notice = other.notice();
        assert!(!notice.contains("utf-8"), "{table}.{column}: {notice}");
        raw.execute(&set, [&was]).unwrap();
    }
}

/// Every column with text in every table.
fn texts(file: &std::path::Path) -> Vec<(String, String)> {
    let raw = rusqlite::Connection::open(file).unwrap();
    let mut statement = raw
        .prepare(
            "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
             WHERE t.type = 'table' AND c.type = 'TEXT' AND t.name NOT LIKE 'sqlite_%'",
        )
        .unwrap();
    let all = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    all.map(Result::unwrap).collect()
}

#[test]
fn c15_an_index_that_misses_a_row_is_told_and_made_anew() {
    let home = lived_in();
    let reword = |from: &str, to: &str| {
        let raw = home.raw();
        raw.pragma_update(None, "writable_schema", true).unwrap();
        let sql =
            "UPDATE sqlite_schema SET sql = replace(sql, ?1, ?2) WHERE name = 'idea_by_answer'";
        assert_eq!(raw.execute(sql, [from, to]).unwrap(), 1);
    };
    reword("answer_due IS NOT NULL", "answer_due = 'never'");
    home.raw().execute("UPDATE idea SET answer_due = '2001-01-01' WHERE id = 1", []).unwrap();
    reword("answer_due = 'never'", "answer_due IS NOT NULL");
    let told = home.command(&["check"]).output().unwrap();
    assert_eq!(told.status.code(), Some(65));
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(told.contains("sökregister stämmer inte: idea_by_answer"), "{told}");
    assert_eq!(home.command(&["check", "--mend"]).status().unwrap().code(), Some(0));
    home.is_sound();
}

#[test]
fn c18_no_stored_file_that_was_ever_damaged_makes_the_program_panic() {
    for file in fixtures::all() {
        let home = Home::empty();
        std::fs::copy(&file, home.file()).unwrap();
        let before = std::fs::read(&file).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        all_that_reads_answers(&home, &name);
        the_screen_stands(&home, &name);
        // Mending never panics either, and leaves alone what is beyond it.
        let mended = home.command(&["check", "--mend"]).output().unwrap();
        let said = String::from_utf8_lossy(&mended.stderr).into_owned();
        assert!(!said.contains("panicked"), "{name}: {said}");
        assert_eq!(before, std::fs::read(&file).unwrap());
    }
}
