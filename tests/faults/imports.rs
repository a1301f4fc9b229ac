//! What is read from others and written for them: bounded, all or nothing, never over what was there.

use std::io::Write as _;
use std::path::Path;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use sluss::domain::Idea;

use super::pty::{Home, PATIENCE, needs, needs_root, needs_strace, rounds, tell};

/// Refused in a sentence, soon, and nothing was changed.
fn is_refused(home: &Home, ended: &Output, begun: Instant, within: Duration, what: &str) {
    let told = String::from_utf8(ended.stderr.clone()).unwrap();
    assert!(!ended.status.success() && ended.status.code().is_some(), "{what}: {ended:?}");
    assert_eq!(told.lines().count(), 1, "{what}: {told}");
    assert!(begun.elapsed() < within, "{what} took {:?}", begun.elapsed());
    assert_eq!(home.every::<Idea>().len(), 0, "{what}");
}

fn import(home: &Home, path: &Path) -> Output {
    let mut command = home.command(&["import"]);
    command.arg(path).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let until = Instant::now() + PATIENCE;
    while child.try_wait().unwrap().is_none() {
        if Instant::now() >= until {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    child.wait_with_output().unwrap()
}

const SOON: Duration = Duration::from_secs(5);

#[test]
fn i3_json_that_is_deep_large_or_nonsense_is_refused() {
    let home = Home::new();
    let deep =
        |opens: &str, closes: &str| format!("{}{}", opens.repeat(10_000), closes.repeat(10_000));
    let inside = |records: &str| {
        format!(r#"{{"format":"sluss","version":1,"records":{records},"history":[]}}"#)
    };
    let cases = [
        ("deep lists", deep("[", "]")),
        ("deep objects", deep("{\"a\":", "}")),
        ("deep records", inside(&deep("[", "]"))),
        ("no number", inside("NaN")),
        ("a key twice", r#"{"format":"sluss","format":"sluss","version":1}"#.to_owned()),
        ("a record's key twice", inside(r#"{"tag":[{"uid":"x","uid":"y"}]}"#)),
        ("a kind twice", inside(r#"{"tag":[],"tag":[{}]}"#)),
        ("nothing", String::new()),
        ("half", r#"{"format":"sluss","#.to_owned()),
        ("NULs", "\0".repeat(1000)),
        ("other bytes", "{\"format\":\"\u{fffd}\"}".to_owned()),
        ("another program's", r#"{"lists":[],"cards":[]}"#.to_owned()),
    ];
    for (what, text) in cases {
        let file = home.folder().join("in.json");
        std::fs::write(&file, text).unwrap();
        let begun = Instant::now();
        is_refused(&home, &import(&home, &file), begun, SOON, what);
    }
    home.is_sound();
}

#[test]
fn i3_i11_a_file_beyond_the_cap_is_refused_without_being_read_whole() {
    let home = Home::new();
    let file = home.folder().join("large.json");
    // Of 300 MB, all but the beginning is a hole.
    let mut large = std::fs::File::create(&file).unwrap();
    large.write_all(b"{\"format\":\"sluss\",\"version\":1,\"x\":\"").unwrap();
    large.set_len(300 << 20).unwrap();
    let begun = Instant::now();
    is_refused(&home, &import(&home, &file), begun, PATIENCE, "300 MB");
}

#[test]
fn i9_what_is_no_plain_file_is_refused_at_once() {
    if !needs("mkfifo") {
        return;
    }
    let home = Home::new();
    let fifo = home.folder().join("fifo");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let folder = home.folder().join("folder");
    std::fs::create_dir(&folder).unwrap();
    for path in [&*fifo, Path::new("/dev/zero"), &folder, Path::new("/dev/tty")] {
        let begun = Instant::now();
        is_refused(&home, &import(&home, path), begun, SOON, &path.display().to_string());
    }
    // A link is followed to what it points at: a plain file is read, a pipe is not.
    let link = home.folder().join("link");
    std::os::unix::fs::symlink(&fifo, &link).unwrap();
    let begun = Instant::now();
    is_refused(&home, &import(&home, &link), begun, SOON, "a link to a pipe");
    // What is piped in on purpose is read up to the cap.
    let begun = Instant::now();
    let zero = Stdio::from(std::fs::File::open("/dev/zero").unwrap());
    let ended = home.command(&["import", "-"]).stdin(zero).output().unwrap();
    is_refused(&home, &ended, begun, PATIENCE, "zeros without end");
}

#[test]
fn i9_a_link_to_an_export_is_read() {
    let (there, here) = (Home::demo(), Home::empty());
    let (file, link) = (here.folder().join("out.json"), here.folder().join("link.json"));
    assert!(there.command(&["export"]).arg(&file).output().unwrap().status.success());
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert!(import(&here, &link).status.success());
    assert_eq!(here.every::<Idea>().len(), there.every::<Idea>().len());
}

#[test]
fn i5_an_import_that_is_killed_leaves_all_or_nothing() {
    if !needs_strace() {
        return;
    }
    let there = Home::demo();
    let all = there.every::<Idea>().len();
    let export = there.folder().join("out.json");
    assert!(there.command(&["export"]).arg(&export).output().unwrap().status.success());
    let base = Home::new();
    let (mut none, mut whole) = (0, 0);
    for nth in 1..=rounds(10, 300) {
        let home = base.another();
        let n = nth * if rounds(0, 1) == 1 { 1 } else { 7 };
        let inject = format!("inject=pwrite64:signal=KILL:when={n}");
        let mut command = std::process::Command::new("strace");
        command.env_clear().envs(home.environment()).current_dir(home.folder());
        command.args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", &inject]);
        command.arg(super::pty::PROGRAM).arg("import").arg(&export).stdin(Stdio::null());
        let ended = command.output().unwrap();
        home.is_sound();
        let found = home.every::<Idea>().len();
        assert!(found == 0 || found == all, "{found} of {all}");
        if found == 0 {
            none += 1
        } else {
            whole += 1
        }
        if ended.status.success() {
            assert_eq!(found, all);
            break;
        }
    }
    tell(&format!("i5: {none} with nothing, {whole} with all of it"));
    assert!(none > 0);
}

#[test]
fn i6_the_same_file_twice_is_recognised() {
    let (there, here) = (Home::demo(), Home::empty());
    let file = here.folder().join("out.json");
    assert!(there.command(&["export"]).arg(&file).output().unwrap().status.success());
    for _ in 0..2 {
        assert!(import(&here, &file).status.success());
        assert_eq!(here.every::<Idea>().len(), there.every::<Idea>().len());
    }
}

#[test]
fn i10_a_file_that_grows_while_it_is_read_ends() {
    let home = Home::new();
    let file = home.folder().join("grows.json");
    std::fs::write(&file, "{\"format\":\"sluss\",\"version\":1,\"x\":\"").unwrap();
    let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let writer = {
        let (file, stop) = (file.clone(), stop.clone());
        std::thread::spawn(move || {
            let mut file = std::fs::File::options().append(true).open(file).unwrap();
            let mut written = 0;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) && written < 64 << 20 {
                file.write_all(&[b'x'; 4096]).unwrap();
                written += 4096;
            }
        })
    };
    let begun = Instant::now();
    let ended = import(&home, &file);
    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    writer.join().unwrap();
    is_refused(&home, &ended, begun, PATIENCE, "a file that grows");
}

#[test]
fn i12_an_export_never_writes_over_what_is_there() {
    let home = Home::demo();
    let export = |args: &[&str]| home.command(&["export"]).args(args).output().unwrap();
    let there = home.folder().join("there.json");
    std::fs::write(&there, "mine").unwrap();
    let name = there.to_str().unwrap();
    assert!(!export(&[name]).status.success());
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "mine");
    assert!(export(&[name, "--force"]).status.success());
    assert!(std::fs::read_to_string(&there).unwrap().starts_with('{'));
    let mode = std::os::unix::fs::PermissionsExt::mode(&there.metadata().unwrap().permissions());
    assert_eq!(mode & 0o077, 0, "{mode:o}");
}

#[test]
fn i12_an_export_is_never_written_over_the_file_itself() {
    let home = Home::demo();
    std::fs::create_dir_all(home.folder().join("drafts")).unwrap();
    let before = std::fs::read(home.file()).unwrap();
    for name in ["sluss.db", "sluss.db-wal", "sluss.db-shm", "sluss.lock", "drafts/../sluss.db"] {
        let ended = home.command(&["export", name, "--force"]).output().unwrap();
        assert!(!ended.status.success(), "{name}: {ended:?}");
        let told = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(told.lines().count(), 1, "{name}: {told}");
    }
    assert!(std::fs::read(home.file()).unwrap() == before, "not a byte of it changed");
    // A link to it is replaced by the export; what it pointed at stays as it is.
    let linked = home.folder().join("linked.json");
    std::os::unix::fs::symlink(home.file(), &linked).unwrap();
    assert!(home.command(&["export", "linked.json", "--force"]).output().unwrap().status.success());
    assert!(linked.symlink_metadata().unwrap().is_file());
    home.is_sound();
}

#[test]
fn i12_an_export_to_a_full_disk_leaves_the_old_one() {
    if !(needs_root() && needs("mount")) {
        return;
    }
    let home = Home::demo();
    let disk = home.folder().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let mut mount = std::process::Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=16k", "tmpfs"]).arg(&disk);
    if !mount.output().is_ok_and(|ended| ended.status.success()) {
        tell("skipped: no tmpfs can be mounted here");
        return;
    }
    let old = disk.join("old.json");
    std::fs::write(&old, "mine").unwrap();
    let ended = home.command(&["export", old.to_str().unwrap(), "--force"]).output().unwrap();
    let (kept, left) = (std::fs::read_to_string(&old).unwrap(), disk.read_dir().unwrap().count());
    assert!(std::process::Command::new("umount").arg(&disk).status().unwrap().success());
    assert!(!ended.status.success(), "{ended:?}");
    assert_eq!((kept.as_str(), left), ("mine", 1));
}

#[test]
fn i13_what_comes_out_goes_in_and_comes_out_the_same() {
    let (there, here) = (Home::demo(), Home::empty());
    let file = here.folder().join("out.json");
    let export = |home: &Home| home.command(&["export"]).output().unwrap().stdout;
    let before = export(&there);
    std::fs::write(&file, &before).unwrap();
    assert!(import(&here, &file).status.success());
    assert!(export(&here) == before, "byte for byte");
}

#[test]
fn u2_what_was_done_before_a_kill_can_be_taken_back_after_it() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Inkommen").capture("Borr").capture("Skruv");
    program.kill();
    let (mut one, mut other) = (home.run(), home.run());
    one.until_says("Inkommen 2");
    other.until_says("Inkommen 2");
    one.press("u").until_says("Inkommen 1");
    other.until_says("Inkommen 1").press("u").until_says("Inkommen 0");
    one.until_says("Inkommen 0").press("U").until_says("Inkommen 1");
    for mut program in [one, other] {
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
    home.is_sound();
}

#[test]
fn u3_a_thousand_steps_are_taken_back_and_a_bulk_in_one() {
    let mut home = Home::new();
    let most = rounds(100, 1000);
    for nth in 0..most {
        home.capture(&[&format!("Nr {nth}")]);
    }
    let mut program = home.run();
    program.until_says(&format!("Inkommen {most}"));
    let begun = Instant::now();
    program.send(&"u".repeat(most as usize)).until_says("Inkommen 0");
    tell(&format!("u3: {most} steps taken back in {:?}", begun.elapsed()));
    program.send("b").until_says("Idéregn").press("esc");
    program.send("n\u{1b}[200~ett\ntvå\ntre\u{1b}[201~").until_says("Enter sparar");
    program.press("enter").until_says("Inkommen 3").press("esc u").until_says("Inkommen 0");
    program.press("q");
    assert_eq!(program.ends(), 0);
    home.is_sound();
}
