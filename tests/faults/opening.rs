//! Files that are damaged, gone or beside another's log: recognised before anything touches them.

use std::path::{Path, PathBuf};

use super::pty::{Home, Signal};
use super::untouched::Untouched;

/// A file with a few ideas in it, closed.
fn home() -> Home {
    let mut home = Home::own();
    home.capture(&["Borr", "Karta"]);
    home
}

fn beside(home: &Home, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", home.file().display()))
}

/// Neither a subcommand nor the screen opens it or changes anything, and both say why.
#[track_caller]
fn is_refused(home: &Home, says: &str, code: i32) {
    let before = Untouched::of(home.folder());
    for args in [["list"].as_slice(), &["add", "Nytt"], &["export"]] {
        let ended = home.command(args).output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(said.contains(says), "{args:?}: {said}");
        assert_eq!(ended.status.code(), Some(code), "{args:?}");
        before.is_still(home.folder());
    }
}

#[test]
fn c1_a_header_of_zeros_is_damage_and_the_file_stays_as_it_is() {
    let home = home();
    let mut bytes = std::fs::read(home.file()).unwrap();
    bytes.get_mut(..100).unwrap().fill(0);
    std::fs::write(home.file(), bytes).unwrap();
    is_refused(&home, "är skadad", 65);
}

#[test]
fn c2_what_is_no_file_of_ours_is_told_and_left_alone() {
    let home = home();
    let bytes: Vec<u8> =
        (0..50_000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
    std::fs::write(home.file(), bytes).unwrap();
    is_refused(&home, "är ingen fil från Sluss", 65);
}

#[test]
fn c3_an_empty_file_where_there_was_one_is_no_new_board() {
    let home = home();
    std::fs::write(home.file(), "").unwrap();
    is_refused(&home, "men har funnits", 66);
}

#[test]
fn c4_a_file_that_is_gone_is_no_new_board() {
    let home = home();
    std::fs::remove_file(home.file()).unwrap();
    is_refused(&home, "men har funnits", 66);
    assert!(!home.file().exists());
}

#[test]
fn c5_a_file_that_was_cut_off_is_damage_wherever_it_was_cut() {
    let home = home();
    let whole = std::fs::read(home.file()).unwrap();
    for left in [whole.len() - 1, whole.len() - 4096, whole.len() / 2, 4096, 512, 99, 20] {
        std::fs::write(home.file(), whole.get(..left).unwrap()).unwrap();
        is_refused(&home, "är skadad", 65);
    }
}

/// A run that was killed after its steps were shown as saved, and what it left.
fn killed(home: &Home) {
    let mut running = home.run();
    running.until_says("Borr").capture("Ett").capture("Tre").kill();
    assert!(std::fs::metadata(beside(home, "-wal")).unwrap().len() > 0);
}

fn says_steps_are_missing(home: &Home) {
    let listed = home.command(&["list"]).output().unwrap();
    assert!(listed.status.success());
    let said = String::from_utf8_lossy(&listed.stderr).into_owned();
    assert!(said.contains("saknas efter ett avbrott"), "{said}");
    home.run().until_says("saknas efter ett avbrott").send("q").ends();
    // It was told, and the file was looked through: that is enough.
    let mut again = home.run();
    again.until_says("Borr");
    assert!(!again.text().contains("saknas"));
    again.send("q").ends();
    home.is_sound();
}

#[test]
fn c8_steps_that_went_with_the_log_are_missed() {
    let home = home();
    killed(&home);
    for ending in ["-wal", "-shm"] {
        std::fs::remove_file(beside(&home, ending)).unwrap();
    }
    says_steps_are_missing(&home);
}

#[test]
fn c9_the_log_of_another_file_is_not_read_as_this_ones() {
    let (home, other) = (home(), Home::own());
    killed(&home);
    let mut running = other.run();
    running.until_says("Inkommen").capture("Främmande").kill();
    std::fs::remove_file(beside(&home, "-shm")).unwrap();
    std::fs::copy(beside(&other, "-wal"), beside(&home, "-wal")).unwrap();
    is_refused(&home, "hör inte till filen", 65);
    // Nor where the file was closed well, and had no log.
    let home = self::home();
    home.run().until_says("Borr").send("q").ends();
    let _ = std::fs::remove_file(beside(&home, "-shm"));
    std::fs::copy(beside(&other, "-wal"), beside(&home, "-wal")).unwrap();
    is_refused(&home, "hör inte till filen", 65);
    std::fs::rename(beside(&home, "-wal"), home.folder().join("aside")).unwrap();
    home.run().until_says("Borr").send("q").ends();
    assert!(!home.every::<sluss::domain::Idea>().iter().any(|idea| idea.title == "Främmande"));
}

#[test]
fn c9_a_log_that_was_begun_anew_often_without_a_step_is_the_files_own() {
    let (mut home, killed) = (home(), Home::empty());
    let mut store = sluss::store::Store::open(&home.file(), "typing".into()).unwrap();
    home.capture(&["Lampa"]);
    for nth in 0..70 {
        store.remember("where", &nth.to_string()).unwrap();
        store.tidy().unwrap();
    }
    store.remember("where", "last").unwrap();
    for name in ["sluss.db", "sluss.db-wal", "sluss.lock"] {
        std::fs::copy(home.folder().join(name), killed.folder().join(name)).unwrap();
    }
    let ended = killed.command(&["list"]).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    assert_eq!(killed.reader().remembered("where").unwrap().as_deref(), Some("last"));
}

#[test]
fn c10_steps_after_a_flipped_bit_in_the_log_are_missed() {
    let home = home();
    killed(&home);
    let log = beside(&home, "-wal");
    let mut bytes = std::fs::read(&log).unwrap();
    let salt: [u8; 8] = bytes.get(16..24).unwrap().try_into().unwrap();
    // In the last frame that is of this log.
    let frames: Vec<usize> = (0..)
        .map(|nth| 32 + nth * (24 + 4096))
        .take_while(|at| bytes.get(at + 8..at + 16) == Some(&salt))
        .collect();
    *bytes.get_mut(frames.last().unwrap() + 1000).unwrap() ^= 0x10;
    std::fs::write(&log, bytes).unwrap();
    std::fs::remove_file(beside(&home, "-shm")).unwrap();
    says_steps_are_missing(&home);
}

#[test]
fn m5_what_a_dead_program_left_in_the_lock_file_blocks_nobody() {
    let mut home = home();
    home.run().until_says("Borr").send("q").ends();
    let lock = home.folder().join("sluss.lock");
    assert_eq!(std::fs::read_to_string(&lock).unwrap(), "", "it ended well");
    for left in ["host elsewhere\npid 4711\nrun x\nseq 1\n", "no line of ours", "\u{0}\u{0}"] {
        std::fs::write(&lock, left).unwrap();
        home.capture(&["Genom"]);
        home.run().until_says("Genom").send("q").ends();
    }
}

/// The files of ours that a process has open.
fn open_in(process: &str, folder: &Path) -> Vec<PathBuf> {
    let all = std::fs::read_dir(format!("/proc/{process}/fd")).unwrap();
    let links = all.flatten().filter_map(|entry| std::fs::read_link(entry.path()).ok());
    links.filter(|path| path.starts_with(folder)).collect()
}

#[test]
fn m6_the_persons_own_editor_inherits_none_of_our_files() {
    let home = home();
    let script = home.folder().join("editor");
    let told = home.folder().join("told");
    let folder = home.folder().display();
    // It tells what it was given, and waits to be seen.
    let text = format!(
        "#!/bin/sh\nls -l /proc/$$/fd | grep '{folder}' | grep -v '{folder}/editor' > {folder}/told\n\
         echo done >> {folder}/told\n"
    );
    std::fs::write(&script, text).unwrap();
    std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let mut running = home.start().env("EDITOR", script).run();
    running.until_says("Borr").press("e").until_says("Rubrik");
    assert!(!open_in(&running.id().to_string(), home.folder()).is_empty());
    running.press("ctrl-g").until("the editor", |_| told.exists());
    running.until_says("Rubrik").signal(Signal::TERM);
    running.end();
    assert_eq!(std::fs::read_to_string(told).unwrap(), "done\n");
}
