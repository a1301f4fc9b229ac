//! Copies that are taken by themselves, and the way back to them.

use std::path::{Path, PathBuf};

use serde_json::Value;
use sluss::domain::{Idea, Soundness};
use sluss::store::backup::{check, list, sha256};
use sluss::store::{Beside, Reader};

use crate::pty::{Home, Signal, long, needs, needs_root, needs_strace, rounds, tell};

fn beside(home: &Home) -> Beside {
    Beside::of(&home.file())
}

/// Every copy that counts, the newest first; all of them open, and none is half.
fn good(home: &Home) -> Vec<(String, Option<String>)> {
    let told = says(home, &["backups", "--json"]);
    let told: Vec<Value> = serde_json::from_str(&told).unwrap();
    let there = list(&beside(home)).unwrap();
    assert_eq!(told.len(), there.len());
    for copy in &there {
        assert_eq!(check(&beside(home), copy), Soundness::Good, "{}", copy.name);
        let path = beside(home).backups().join(&copy.name);
        assert_eq!(Reader::open(&path).unwrap().newest().unwrap(), copy.seq);
    }
    let text = |copy: &Value, name: &str| copy[name].as_str().map(str::to_owned);
    told.iter().map(|copy| (text(copy, "name").unwrap(), text(copy, "why"))).collect()
}

fn whys(home: &Home) -> Vec<String> {
    good(home).into_iter().map(|(_, why)| why.unwrap()).collect()
}

/// What a subcommand prints; it must succeed.
fn says(home: &Home, args: &[&str]) -> String {
    let ended = home.command(args).output().unwrap();
    assert!(ended.status.success(), "{args:?}: {ended:?}");
    String::from_utf8(ended.stdout).unwrap()
}

fn titles(home: &Home) -> Vec<String> {
    let mut titles: Vec<String> = home.every::<Idea>().into_iter().map(|idea| idea.title).collect();
    titles.sort();
    titles
}

/// Everything in the folder that was put aside, with its hash.
fn aside(home: &Home) -> Vec<(PathBuf, String)> {
    let entries = std::fs::read_dir(home.folder()).unwrap().flatten().map(|entry| entry.path());
    let is_aside = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("damaged-"))
    };
    entries.filter(is_aside).map(|path| (path.clone(), sha256(&path).unwrap())).collect()
}

fn damage(file: &Path, at: usize, bytes: usize) -> String {
    let mut all = std::fs::read(file).unwrap();
    all[at..at + bytes].iter_mut().for_each(|byte| *byte = !*byte);
    std::fs::write(file, all).unwrap();
    sha256(file).unwrap()
}

#[test]
fn b1_who_leaves_after_a_change_has_a_copy_of_it() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Inkommen").capture("Borr");
    program.send("q");
    assert_eq!(program.ends(), 0);
    // The board itself was begun before and had no copy yet: that one came at the start.
    assert_eq!(whys(&home), ["leaving", "routine"]);
    let mut program = home.run();
    program.until_says("Borr").send("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(whys(&home).len(), 2, "nothing was changed");
}

#[test]
fn b1_what_was_left_without_a_copy_has_one_at_the_next_start() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Inkommen").capture("Borr").kill();
    let mut program = home.run();
    program.until_says("Säkerhetskopia tagen");
    program.kill();
    assert!(whys(&home).iter().all(|why| why == "routine"));
    let newest = list(&beside(&home)).unwrap().remove(0);
    assert_eq!(newest.seq, home.reader().newest().unwrap());
}

#[test]
fn b1_before_an_import_a_copy_is_taken() {
    let mut home = Home::new();
    home.capture(&["Borr"]);
    let out = home.folder().join("out.json");
    says(&home, &["export", out.to_str().unwrap()]);
    let other = Home::new();
    says(&other, &["import", out.to_str().unwrap()]);
    assert_eq!(whys(&other), ["before-import"]);
}

#[test]
fn b1_half_an_hour_of_change_is_copied() {
    if !needs("faketime") {
        return;
    }
    let home = Home::new();
    // Half an hour goes by in a second.
    let start = home.start().under(["faketime", "-f", "+0 x1800"]);
    let mut program = start.env("FAKETIME_DONT_FAKE_MONOTONIC", "1").run();
    program.until_says("Inkommen").until_says("Säkerhetskopia tagen");
    let before = list(&beside(&home)).unwrap().len();
    let mut nth = 0;
    while list(&beside(&home)).unwrap().len() == before {
        nth += 1;
        assert!(nth < 500, "no copy came");
        program.capture(&format!("Borr {nth}"));
    }
    program.kill();
    assert!(whys(&home).iter().all(|why| why == "routine"));
}

#[test]
fn b4_going_back_and_back_again_on_the_screen() {
    let mut home = Home::demo();
    home.capture(&["Borr"]);
    says(&home, &["backup"]);
    let then = titles(&home);
    home.capture(&["Lampa"]);
    let later = titles(&home);

    let mut program = home.run();
    program.until_says("Inkommen").send(" fb").until_says("du bad om den");
    program.send("\x1b[F\r").until_says("1 idé försvinner");
    program.send("\x1b[C\r").until_says("Nu gäller kopian").send("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(titles(&home), then);

    let mut program = home.run();
    program.until_says("Inkommen").send(" fb").until_says("före återställning");
    let rows: Vec<String> = program.text().lines().map(str::to_owned).collect();
    let down = rows.iter().position(|row| row.contains("före återställning")).unwrap() - 3;
    program.send(&"j".repeat(down)).send("\r").until_says("1 idé kommer tillbaka");
    program.send("\x1b[C\r").until_says("Nu gäller kopian").send("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(titles(&home), later);
    home.reader();
}

#[test]
fn b4_nobody_goes_back_while_another_program_has_the_file() {
    let mut home = Home::new();
    says(&home, &["backup"]);
    home.capture(&["Borr"]);
    let mut other = home.run();
    other.until_says("Borr");
    let ended = home.command(&["restore", "--yes"]).output().unwrap();
    assert_eq!(ended.status.code(), Some(65));
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(told.contains("Stäng det andra programmet"), "{told}");
    assert_eq!(titles(&home), ["Borr"]);
    other.send("q");
    assert_eq!(other.ends(), 0);
    says(&home, &["restore", &list(&beside(&home)).unwrap().pop().unwrap().name, "--yes"]);
    assert_eq!(titles(&home), Vec::<String>::new());
}

#[test]
fn b5_where_no_copy_can_be_taken_work_goes_on_and_it_is_told_once() {
    let home = Home::new();
    std::fs::write(home.folder().join("backups"), "in the way").unwrap();
    let mut program = home.run();
    program.until_says("gick inte att ta").capture("Borr").send("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(titles(&home), ["Borr"]);
    let ended = home.command(&["backup"]).output().unwrap();
    assert_eq!(ended.status.code(), Some(74));
}

#[test]
fn b5_a_second_folder_that_is_not_there_is_told_and_one_that_is_gets_a_copy() {
    let home = Home::new();
    let second = home.folder().join("usb");
    let settings = home.folder().join(".config/sluss/settings.toml");
    std::fs::create_dir_all(settings.parent().unwrap()).unwrap();
    std::fs::write(&settings, format!("backup-folder = \"{}\"\n", second.display())).unwrap();
    let ended = home.command(&["backup"]).output().unwrap();
    assert!(ended.status.success());
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(told.contains("finns inte just nu"), "{told}");
    std::fs::create_dir(&second).unwrap();
    says(&home, &["backup"]);
    let there = std::fs::read_dir(&second).unwrap().flatten();
    assert_eq!(there.filter(|it| it.file_name().to_string_lossy().ends_with(".db")).count(), 1);
    assert_eq!(good(&home).len(), 2);
}

#[test]
fn b6_a_damaged_copy_is_not_gone_back_to() {
    let mut home = Home::new();
    says(&home, &["backup"]);
    home.capture(&["Borr"]);
    let copy = list(&beside(&home)).unwrap().remove(0);
    damage(&beside(&home).backups().join(&copy.name), 9000, 1);
    let ended = home.command(&["restore", &copy.name, "--yes"]).output().unwrap();
    assert_eq!(ended.status.code(), Some(65));
    assert_eq!(titles(&home), ["Borr"]);
    let mut program = home.run();
    program.until_says("Borr").send(" fb").until_says("! skadad").kill();
}

#[test]
fn c3_c4_a_file_that_is_empty_or_gone_leads_back_to_the_copy() {
    for is_gone in [false, true] {
        let mut home = Home::new();
        home.capture(&["Borr"]);
        says(&home, &["backup"]);
        if is_gone {
            std::fs::remove_file(home.file()).unwrap();
        } else {
            std::fs::write(home.file(), "").unwrap();
        }
        let mut program = home.run();
        program.until_says("borta eller tom");
        assert!(!program.text().contains("orört"), "where there is nothing, nothing is kept");
        program.send("1\r").until_says("Borr").send("q");
        assert_eq!(program.ends(), 0);
        assert_eq!(titles(&home), ["Borr"]);
    }
}

#[test]
fn c16_where_the_newest_copy_is_damaged_too_the_next_one_is_offered() {
    let mut home = Home::new();
    home.capture(&["Borr"]);
    says(&home, &["backup"]);
    home.capture(&["Lampa"]);
    says(&home, &["backup"]);
    let newest = list(&beside(&home)).unwrap().remove(0);
    let copy = damage(&beside(&home).backups().join(&newest.name), 9000, 1);
    let file = damage(&home.file(), 0, 100);
    let mut program = home.run();
    program.until_says("1 nyare kopia är också skadad").send("1\r").until_says("Borr").send("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(titles(&home), ["Borr"]);
    assert!(aside(&home).iter().any(|(_, hash)| *hash == file), "kept byte for byte");
    assert_eq!(sha256(&beside(&home).backups().join(&newest.name)).unwrap(), copy);
}

#[test]
fn c17_where_every_copy_is_damaged_what_can_be_read_is_salvaged() {
    let mut home = Home::new();
    home.capture(&["Borr", "Lampa"]);
    says(&home, &["backup"]);
    let copy = list(&beside(&home)).unwrap().remove(0);
    damage(&beside(&home).backups().join(&copy.name), 9000, 1);
    let file = damage(&home.file(), 0, 100);
    let mut program = home.run();
    program.until_says("Det finns ingen hel säkerhetskopia");
    // Only reading changes nothing.
    program.send("3\r").until_says("Lampa").send("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(sha256(&home.file()).unwrap(), file);
    let told = says(&home, &["salvage"]);
    assert!(told.contains("2 idéer"), "{told}");
    assert_eq!(sha256(&home.file()).unwrap(), file);
    let mut program = home.run();
    program.until_says("går att läsa").send("2\r").until_says("Räddat: 2").send("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(titles(&home), ["Borr", "Lampa"]);
    assert!(aside(&home).iter().any(|(_, hash)| *hash == file), "kept byte for byte");
}

/// A damaged file without a copy, and its hash.
fn beyond_copies() -> (Home, String) {
    let mut home = Home::new();
    home.capture(&["Borr", "Lampa"]);
    let file = damage(&home.file(), 16, 8);
    (home, file)
}

#[test]
fn c17_while_a_file_is_salvaged_that_is_said_and_keys_do_nothing() {
    let (home, file) = beyond_copies();
    let mut program = home.start().env("SLUSS_FAULT", "stuck-recover").run();
    program.until_says("går att läsa").send("2\r").until_says("Räddar det som går att läsa");
    program.send("q4\r\u{1b}\u{3}").settle();
    let text = program.text();
    assert!(text.contains("Det kan ta en stund"), "{text}");
    program.signal(Signal::TERM);
    assert_eq!(program.ends(), 143);
    assert_eq!(sha256(&home.file()).unwrap(), file, "not a byte of it changed");
    assert_eq!(aside(&home), []);
}

#[test]
fn k8_a_panic_of_whoever_salvages_is_told_and_the_ways_on_are_there() {
    let (home, file) = beyond_copies();
    let mut program = home.start().env("SLUSS_FAULT", "panic-recover").run();
    program.until_says("går att läsa").send("2\r").until_says("Sluss gjorde ett fel när filen");
    program.until_says("Rädda rad för rad").send("\u{1b}");
    assert_eq!(program.ends(), 0);
    assert_eq!(sha256(&home.file()).unwrap(), file, "not a byte of it changed");
}

#[test]
fn c17_a_file_that_opens_and_cannot_be_read_is_only_read_where_that_was_chosen() {
    let home = Home::demo();
    // Its head and its schema are whole: it opens, and what the board reads first is gone.
    let file = damage(&home.file(), 8192, 50_000);
    let mut program = home.run();
    program.until_says("går att läsa").until_says("Gör det");
    assert!(!program.text().contains("! "), "what is wrong is said once");
    program.send("3").until_says("Läs bara").send("\r").until_says("Du läser det som gick");
    assert!(!program.text().contains("säkerhetskopia"), "what is read is none");
    program.send("n").until_says("Ingenting kan ändras eller sparas");
    program.send(" fi").until_says("säger inget om filen själv");
    program.send("q").until_says("Inkommen").send("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(sha256(&home.file()).unwrap(), file, "nothing was written");
    assert!(aside(&home).is_empty());
}

#[test]
fn d2_where_only_the_copies_have_no_room_the_old_ones_stay_and_work_goes_on() {
    if !needs_root() || !needs("mount") {
        return;
    }
    let home = Home::demo();
    let folder = beside(&home).backups();
    std::fs::create_dir(&folder).unwrap();
    let mounted = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=1200k", "tmpfs"])
        .arg(&folder)
        .status();
    if !mounted.is_ok_and(|ended| ended.success()) {
        tell("skipped: nothing may be mounted here");
        return;
    }
    let _mounted = Mounted(&folder);
    says(&home, &["backup"]);
    let before = good(&home);
    // The next one has no room.
    says(&home, &["add", "Borr"]);
    let mut ended = home.command(&["backup"]).output().unwrap();
    for _ in 0..8 {
        if !ended.status.success() {
            break;
        }
        ended = home.command(&["backup"]).output().unwrap();
    }
    assert_eq!(ended.status.code(), Some(74));
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(told.contains("fick inte plats"), "{told}");
    assert!(good(&home).ends_with(&before));
    let mut program = home.run();
    program.until_says("Inkommen").capture("Lampa").send("q");
    assert_eq!(program.ends(), 0);
    assert!(titles(&home).contains(&"Lampa".to_owned()));
}

struct Mounted<'a>(&'a Path);

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn k4_killed_at_each_system_call_of_a_backup_no_half_one_counts() {
    if !needs_strace() {
        return;
    }
    let mut home = Home::demo();
    let (mut kills, mut taken) = (0, 0);
    for call in ["pwrite64", "write", "fsync", "fdatasync", "rename", "openat"] {
        let stride = if long() { 1 } else { 5 };
        let mut n = 1;
        while n <= rounds(60, 5_000) {
            home.capture(&["Borr"]);
            let inject = format!("inject={call}:signal=KILL:when={n}");
            let ended = std::process::Command::new("strace")
                .args(["-f", "-qq", "-o", "/dev/null", "-e"])
                .arg(format!("trace={call}"))
                .args(["-e", &inject])
                .arg(crate::pty::PROGRAM)
                .arg("backup")
                .env_clear()
                .envs(home.environment())
                .status()
                .unwrap();
            taken = good(&home).len().max(taken);
            if ended.success() {
                break;
            }
            kills += 1;
            n += stride;
        }
    }
    says(&home, &["backup"]);
    let there = std::fs::read_dir(beside(&home).backups()).unwrap().flatten();
    let halves = there.filter(|it| it.file_name().to_string_lossy().ends_with(".half")).count();
    assert_eq!(halves, 0, "what was left half went with the next one");
    assert!(kills >= 20 && taken > 0);
    tell(&format!("k4: {kills} kills, {taken} copies, none of them half"));
}

#[test]
fn d15_a_copy_is_on_the_disk_before_it_has_its_name() {
    if !needs_strace() {
        return;
    }
    let home = Home::demo();
    let log = home.folder().join("strace");
    let ended = std::process::Command::new("strace")
        .args(["-f", "-qq", "-y", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2", "-o"])
        .arg(&log)
        .args([crate::pty::PROGRAM, "backup"])
        .env_clear()
        .envs(home.environment())
        .status()
        .unwrap();
    assert!(ended.success());
    let log = std::fs::read_to_string(log).unwrap();
    let place = |what: &dyn Fn(&str) -> bool| log.lines().position(what);
    let last = |what: &dyn Fn(&str) -> bool| {
        log.lines().collect::<Vec<_>>().iter().rposition(|line| what(line))
    };
    let renamed = place(&|line| line.contains("rename") && !line.contains(".sha256")).unwrap();
    let told = place(&|line| line.contains("rename") && line.contains(".sha256")).unwrap();
    let synced = place(&|line| line.contains("sync(") && line.contains(".half>")).unwrap();
    let folder = last(&|line| line.contains("fsync(") && line.contains("/backups>")).unwrap();
    assert!(synced < told && told < renamed && renamed < folder, "{log}");
}
