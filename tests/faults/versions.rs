//! Files of other versions and other programs, and migrations that are stopped half-way.

use std::path::{Path, PathBuf};

use super::pty::{Home, PROGRAM, long, needs, needs_root, needs_strace};
use super::untouched::Untouched;

/// A step as a later version may have it.
const STEP: &str = "step:CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;
                    INSERT INTO later SELECT id FROM idea";

fn home() -> Home {
    let mut home = Home::own();
    home.capture(&["Borr", "Karta"]);
    home
}

/// The program of a later version, which has one step more.
fn later(home: &Home, step: &str, args: &[&str]) -> (bool, String) {
    let ended = home.command(args).env("SLUSS_FAULT", step).output().unwrap();
    (ended.status.success(), String::from_utf8_lossy(&ended.stderr).into_owned())
}

fn version(file: &Path) -> i64 {
    let raw = rusqlite::Connection::open(file).unwrap();
    raw.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[track_caller]
fn is_refused(home: &Home, says: &str) {
    let before = Untouched::of(home.folder());
    for args in [["list"].as_slice(), &["add", "Nytt"], &["todo"]] {
        let ended = home.command(args).output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(said.contains(says), "{args:?}: {said}");
        assert_eq!(ended.status.code(), Some(65), "{args:?}");
    }
    let mut running = home.run();
    running.until_says(says.get(..7).unwrap());
    assert_eq!(running.ends(), 65);
    before.is_still(home.folder());
}

/// What all of the file says, without what two exports differ in.
fn content(home: &Home, step: Option<&str>) -> String {
    let mut command = home.command(&["export"]);
    if let Some(step) = step {
        command.env("SLUSS_FAULT", step);
    }
    let ended = command.output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8_lossy(&ended.stdout).into_owned()
}

fn copies(home: &Home) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(home.folder().join("backups")).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "db")).collect()
}

#[test]
fn v1_a_newer_file_is_refused_and_not_touched() {
    let home = home();
    home.raw().pragma_update(None, "user_version", 999).unwrap();
    is_refused(&home, "nyare version av Sluss (999");
}

#[test]
fn v2_a_file_of_every_version_that_was_released_opens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut known = 0;
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with("schema-") || !name.ends_with(".db") {
            continue;
        }
        known += 1;
        let home = Home::empty();
        std::fs::copy(entry.path(), home.file()).unwrap();
        let listed = home.command(&["list", "--all"]).output().unwrap();
        assert!(listed.status.success(), "{name}: {}", String::from_utf8_lossy(&listed.stderr));
        let found = content(&home, None);
        if let Ok(golden) = std::fs::read_to_string(entry.path().with_extension("json")) {
            assert_eq!(found, golden, "{name}");
        }
        home.is_sound();
    }
    #[allow(clippy::print_stdout, reason = "how many there are")]
    {
        println!("{known} files of released versions");
    }
}

#[test]
fn v2_an_older_file_is_brought_up_to_date_after_a_copy_was_laid_aside() {
    let home = home();
    let before = content(&home, None);
    let (well, said) = later(&home, STEP, &["list"]);
    assert!(well, "{said}");
    assert_eq!(version(&home.file()), 2);
    let [copy] = copies(&home).try_into().unwrap();
    assert_eq!(version(&copy), 1);
    assert_eq!(content(&home, Some(STEP)), before);
    home.is_sound();
}

#[test]
fn v3_a_step_that_fails_leaves_the_older_file_as_it_was() {
    let home = home();
    let before = content(&home, None);
    let step = "step:ALTER TABLE tag ADD COLUMN more TEXT;
                CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;
                INSERT INTO later SELECT 1 FROM idea";
    for args in [["list"].as_slice(), &["add", "Nytt"]] {
        let (well, said) = later(&home, step, args);
        assert!(!well && said.contains("gick inte att göra om"), "{args:?}: {said}");
    }
    let mut running = home.start().env("SLUSS_FAULT", step).run();
    running.until_says("gick inte att göra om");
    assert_eq!(running.ends(), 65);
    assert_eq!(version(&home.file()), 1);
    assert_eq!(content(&home, None), before);
    home.is_sound();
}

#[test]
fn v4_a_disk_that_is_full_leaves_the_older_file_as_it_was() {
    if !needs_root() || !needs("unshare") || !needs("mount") {
        return;
    }
    let home = home();
    let before = content(&home, None);
    // It writes more than there is room for.
    let step = "step:CREATE TABLE later (text TEXT) STRICT;
                WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 200)
                INSERT INTO later SELECT hex(randomblob(20000)) FROM n";
    let size = std::fs::metadata(home.file()).unwrap().len() / 1024;
    // With room for the copy that is laid aside, and without.
    for room in [size * 3, size + size / 2] {
        let script = format!(
            "mount -t tmpfs -o size={room}k none small && cp sluss.db small/ && cd small &&
             SLUSS_DB=$PWD/sluss.db '{PROGRAM}' list 2>../said; echo $? >../code; cp sluss.db ../after.db
             rm -f ../after.db-wal; [ -s sluss.db-wal ] && cp sluss.db-wal ../after.db-wal; true"
        );
        std::fs::create_dir_all(home.folder().join("small")).unwrap();
        let mut command = std::process::Command::new("unshare");
        command.args(["-m", "sh", "-c", &script]).env_clear().envs(home.environment());
        let ended = command.env("SLUSS_FAULT", step).current_dir(home.folder()).output().unwrap();
        let said = std::fs::read_to_string(home.folder().join("said"));
        let Ok(said) = said else {
            #[allow(clippy::print_stdout, reason = "why it is skipped")]
            {
                println!("skipped: {}", String::from_utf8_lossy(&ended.stderr));
            }
            return;
        };
        assert!(said.contains("gick inte att göra om"), "{said}");
        let code = std::fs::read_to_string(home.folder().join("code")).unwrap();
        assert_eq!(code.trim(), "65");
        let after = Home::empty();
        std::fs::copy(home.folder().join("after.db"), after.file()).unwrap();
        assert_eq!(version(&after.file()), 1);
        assert_eq!(content(&after, None), before);
    }
}

#[test]
fn v5_a_file_of_another_program_is_refused_and_not_touched() {
    let home = home();
    home.raw().pragma_update(None, "application_id", 1).unwrap();
    is_refused(&home, "är ingen fil från Sluss");
}

#[test]
fn v6_the_older_program_refuses_what_the_newer_one_made_and_the_newer_goes_on() {
    let home = home();
    let before = content(&home, None);
    assert!(later(&home, STEP, &["list"]).0);
    is_refused(&home, "nyare version av Sluss (2");
    assert!(later(&home, STEP, &["add", "Nytt"]).0);
    assert_ne!(content(&home, Some(STEP)), before);
}

#[test]
fn v7_a_newer_version_that_stands_only_in_the_log_is_refused() {
    let (home, live) = (Home::empty(), self::home());
    let raw = live.raw();
    raw.pragma_update(None, "user_version", 999).unwrap();
    for ending in ["", "-wal"] {
        let from = format!("{}{ending}", live.file().display());
        std::fs::copy(from, format!("{}{ending}", home.file().display())).unwrap();
    }
    let header = std::fs::read(home.file()).unwrap();
    assert_eq!(header.get(60..64), Some(&[0, 0, 0, 1][..]), "the file itself does not tell");
    is_refused(&home, "nyare version av Sluss (999");
}

#[test]
fn v8_settings_of_a_newer_version_or_with_mistakes_stop_nothing() {
    let home = home();
    let settings = home.folder().join(".config/sluss");
    std::fs::create_dir_all(&settings).unwrap();
    for (text, says) in [
        ("version = 9\n[future]\nx = 1\n", "settings.toml, rad"),
        ("language = \"sv\"\ntheme = \n", "settings.toml, rad 2"),
        ("\u{0}\u{1}", "settings.toml, rad 1"),
    ] {
        std::fs::write(settings.join("settings.toml"), text).unwrap();
        let before = Untouched::of(&settings);
        home.run().until_says("Borr").until_says(says).send("q").ends();
        assert!(home.command(&["list"]).output().unwrap().status.success());
        before.is_still(&settings);
    }
}

/// What changes something on the disk.
const WRITES: &str =
    "pwrite64,write,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,openat";

#[test]
fn p11_a_migration_that_is_killed_at_any_call_leaves_the_old_or_the_new() {
    if !needs_strace() {
        return;
    }
    let model = home();
    let before = content(&model, None);
    let step = if long() { 1 } else { 9 };
    let (mut old, mut new) = (0, 0);
    for nth in (1..).step_by(step) {
        let home = Home::empty();
        std::fs::copy(model.file(), home.file()).unwrap();
        let mut command = std::process::Command::new("strace");
        command.args(["-f", "-qq", "-o", "/dev/null"]);
        command.args(["-e", &format!("inject={WRITES}:signal=KILL:when={nth}")]);
        command.args([PROGRAM, "list"]).env_clear().envs(home.environment());
        let ended = command.env("SLUSS_FAULT", STEP).output().unwrap();
        // The program opens what was left before anything else does.
        let found = version_by_hand(&home);
        match found {
            1 => old += 1,
            _ => new += 1,
        }
        let opened = (found == 2).then_some(STEP);
        assert_eq!(content(&home, opened), before, "killed at call {nth}");
        home.is_sound();
        if ended.status.success() {
            assert_eq!(found, 2);
            break;
        }
    }
    #[allow(clippy::print_stdout, reason = "how often it was killed, and what was left")]
    {
        println!("killed {} times: {old} old, {new} new", old + new - 1);
    }
    assert!(old > 0 && new > 0);
}

/// The version that the file and its log come to. They stay as they are: a copy of them is read.
fn version_by_hand(home: &Home) -> i64 {
    let copy = Home::empty();
    for ending in ["", "-wal", "-journal"] {
        let from = format!("{}{ending}", home.file().display());
        if Path::new(&from).exists() {
            std::fs::copy(from, format!("{}{ending}", copy.file().display())).unwrap();
        }
    }
    version(&copy.file())
}
