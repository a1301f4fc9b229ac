//! Places that may not be read or written, are not what they look like, or belong to others.

use std::ffi::OsString;
use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use super::pty::{Home, PROGRAM, Start, needs, needs_root, tool};
use super::untouched::Untouched;

const NOBODY: u32 = 65534;

fn mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn mode_of(path: &Path) -> u32 {
    std::fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

/// What stands in front of the program so that rights count for it: nothing, unless we are root.
/// None where that cannot be had.
fn plainly() -> Option<Vec<&'static str>> {
    if !rustix::process::geteuid().is_root() {
        return Some(Vec::new());
    }
    needs("setpriv")
        .then(|| vec!["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"])
}

/// Gives a folder to whoever the program runs as.
fn give_away(folder: &Path) {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    chown(folder, Some(NOBODY), None).unwrap();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.metadata().unwrap().is_dir() {
            give_away(&entry.path());
        } else {
            std::os::unix::fs::lchown(entry.path(), Some(NOBODY), None).unwrap();
        }
    }
}

fn command(home: &Home, front: &[&str], args: &[&str]) -> Output {
    let mut line: Vec<OsString> = front.iter().map(OsString::from).collect();
    line.push(PROGRAM.into());
    line.extend(args.iter().map(OsString::from));
    let (program, args) = line.split_first().unwrap();
    let mut command = Command::new(program);
    command.env_clear().envs(home.environment()).current_dir(home.folder()).args(args);
    command.stdin(std::process::Stdio::null()).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn listed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The program shows what is there and says that nothing is saved; nothing is.
fn is_read_as_a_copy(home: &Home, front: &[&str], idea: &str) {
    let before = Untouched::of(home.folder());
    let list = command(home, front, &["list"]);
    assert!(list.status.success() && listed(&list).contains(idea), "{list:?}");
    assert!(said(&list).contains("Du läser en kopia"), "{}", said(&list));
    let add = command(home, front, &["add", "Nytt"]);
    assert_eq!(add.status.code(), Some(77), "{}", said(&add));
    let backups = command(home, front, &["backups"]);
    assert!(said(&backups).contains("Filen går bara att läsa, så ingen tas"), "{backups:?}");
    let mut running = start(home.start(), front).size(70, 20).run();
    running.until_says(idea).until_says("du läser en kopia, inget sparas");
    running.until_says("Kopiera filen till en egen mapp");
    running.send("n").until_says("Ingenting kan ändras eller sparas här");
    running.send("u").until_says("du läser en kopia, inget sparas");
    running.press("space f b").until_says("så ingen säkerhetskopia tas").press("esc");
    assert_eq!(running.send("q").ends(), 0);
    before.is_still(home.folder());
}

fn start(start: Start, front: &[&str]) -> Start {
    if front.is_empty() { start } else { start.under(front.iter().copied()) }
}

#[test]
fn r1_a_folder_that_cannot_be_written_opens_as_a_copy() {
    let Some(front) = plainly() else { return };
    let mut home = Home::own();
    home.capture(&["Borr"]);
    give_away(home.folder());
    mode(home.folder(), 0o555);
    is_read_as_a_copy(&home, &front, "Borr");
    mode(home.folder(), 0o755);
}

#[test]
fn r2_a_file_that_cannot_be_written_opens_as_a_copy() {
    let Some(front) = plainly() else { return };
    let mut home = Home::own();
    home.capture(&["Borr"]);
    mode(&home.file(), 0o400);
    give_away(home.folder());
    is_read_as_a_copy(&home, &front, "Borr");
}

#[test]
fn r3_what_stands_only_in_the_log_is_read_too() {
    let Some(front) = plainly() else { return };
    let home = Home::own();
    home.run().until_says("Inkommen").capture("Bara i loggen").kill();
    let _ = std::fs::remove_file(home.folder().join("sluss.db-shm"));
    give_away(home.folder());
    mode(home.folder(), 0o555);
    is_read_as_a_copy(&home, &front, "Bara i loggen");
    mode(home.folder(), 0o755);
}

#[test]
fn r4_without_a_home_to_write_in_the_way_out_is_told() {
    let Some(front) = plainly() else { return };
    let home = Home::empty();
    let closed = home.folder().join("closed");
    std::fs::create_dir(&closed).unwrap();
    give_away(home.folder());
    mode(&closed, 0o555);
    let run = |at: Option<&Path>| {
        let mut line: Vec<&str> = front.clone();
        line.extend([PROGRAM, "--lang", "sv", "add", "Borr"]);
        let (program, args) = line.split_first().unwrap();
        let mut command = Command::new(program);
        command.env_clear().args(args).current_dir(home.folder());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        at.map(|at| command.env("HOME", at));
        command.output().unwrap()
    };
    for at in [Some(Path::new("/nonexistent")), Some(&*closed)] {
        let ended = run(at);
        assert!(said(&ended).contains("--db"), "{at:?}: {}", said(&ended));
        assert_eq!(ended.status.code(), Some(73), "{at:?}");
    }
    // The system may know a home where the environment does not; it is nobody's to write in.
    let ended = run(None);
    if !front.is_empty() {
        assert!(said(&ended).contains("--db"), "{}", said(&ended));
        assert!(matches!(ended.status.code(), Some(73 | 78)), "{ended:?}");
    }
}

#[test]
fn r5_a_path_may_hold_whatever_a_path_may_hold() {
    let home = Home::empty();
    let long = format!("{}.db", "x".repeat(197));
    for name in ["å ä ö.db", "🙂 emoji.db", "a\nb.db", "-dash.db", "'quote\".db", "%41?#.db", &long]
    {
        let path = home.folder().join("mapp å 🙂").join(name);
        let at = path.to_string_lossy();
        let added = home.command(&["--db", &at, "add", "Borr"]).output().unwrap();
        assert!(added.status.success(), "{name}: {}", said(&added));
        let list = home.command(&["--db", &at, "list"]).output().unwrap();
        assert!(listed(&list).contains("Borr"), "{name}");
        assert!(path.is_file(), "{name}");
    }
    let too_long = home.folder().join(format!("{}.db", "x".repeat(250)));
    let added =
        home.command(&["--db", &too_long.to_string_lossy(), "add", "Borr"]).output().unwrap();
    assert!(said(&added).contains("för långt namn"), "{}", said(&added));
    assert_eq!(added.status.code(), Some(73));
}

/// The program in its own folder, where no file is named.
fn at_home(home: &Home, args: &[&str]) -> Output {
    let mut command = home.command(args);
    command.env_remove("SLUSS_DB").env_remove("XDG_DATA_HOME").output().unwrap()
}

#[test]
fn r6_a_data_folder_that_leads_elsewhere_or_is_anothers_is_refused() {
    let home = Home::empty();
    let own = home.folder().join(".local/share/sluss");
    assert!(at_home(&home, &["add", "Borr"]).status.success());
    assert_eq!((mode_of(&own), mode_of(&own.join("sluss.db"))), (0o700, 0o600));
    let elsewhere = home.folder().join("elsewhere");
    std::fs::rename(&own, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &own).unwrap();
    let before = Untouched::of(&elsewhere);
    for args in [["list"].as_slice(), &["add", "Två"]] {
        let ended = at_home(&home, args);
        assert!(said(&ended).contains("är en länk"), "{}", said(&ended));
        assert_eq!(ended.status.code(), Some(65));
    }
    before.is_still(&elsewhere);
    // One who named the file knows where it is.
    let file = elsewhere.join("sluss.db").to_string_lossy().into_owned();
    assert!(home.command(&["--db", &file, "list"]).output().unwrap().status.success());
    if !needs_root() {
        return;
    }
    let Some(front) = plainly() else { return };
    mode(home.folder(), 0o755);
    mode(&elsewhere, 0o755);
    mode(&elsewhere.join("sluss.db"), 0o644);
    let ended = command(&home, &front, &["--db", &file, "list"]);
    assert!(said(&ended).contains("tillhör en annan användare"), "{}", said(&ended));
    assert_eq!(ended.status.code(), Some(77));
}

#[test]
fn r7_what_is_no_plain_file_is_refused_at_once() {
    let mut home = Home::own();
    home.capture(&["Borr"]);
    let at = |name: &str| home.folder().join(name);
    std::os::unix::fs::symlink(home.file(), at("link.db")).unwrap();
    std::fs::create_dir(at("folder.db")).unwrap();
    rustix::fs::mknodat(
        rustix::fs::CWD,
        at("fifo.db"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::from(0o600),
        0,
    )
    .unwrap();
    let begun = Instant::now();
    for (name, says) in [
        ("link.db", "är en länk"),
        ("folder.db", "är ingen vanlig fil"),
        ("fifo.db", "är ingen vanlig fil"),
        ("/dev/null", "är ingen vanlig fil"),
        ("/dev/zero", "är ingen vanlig fil"),
    ] {
        let file = at(name).to_string_lossy().into_owned();
        for args in [["list"].as_slice(), &["add", "x"], &["export"]] {
            let mut line = vec!["--db", &file];
            line.extend(args);
            let ended = home.command(&line).output().unwrap();
            assert!(said(&ended).contains(says), "{name}: {}", said(&ended));
            assert_eq!(ended.status.code(), Some(65), "{name}");
        }
        let mut running = home.start().env("SLUSS_DB", &file).run();
        running.until_says(says.get(..6).unwrap());
        assert_eq!(running.ends(), 65, "{name}");
    }
    std::fs::hard_link(home.file(), at("other.db")).unwrap();
    let ended = home.command(&["list"]).output().unwrap();
    assert!(said(&ended).contains("fler namn"), "{}", said(&ended));
    assert!(begun.elapsed() < Duration::from_secs(20), "none of them is waited for");
    // The neighbours, too, may be something else.
    std::fs::remove_file(at("other.db")).unwrap();
    std::fs::remove_file(at("sluss.lock")).unwrap();
    std::fs::rename(at("fifo.db"), at("sluss.lock")).unwrap();
    let ended = home.command(&["list"]).output().unwrap();
    assert!(listed(&ended).contains("Borr"), "{ended:?}");
}

#[test]
fn r8_what_we_make_is_for_its_owner_alone_whatever_the_umask() {
    for umask in ["000", "022", "077", "0277"] {
        let home = Home::empty();
        let line = format!("umask {umask}; exec {PROGRAM}");
        let run = |args: &str| {
            let mut command = Command::new("sh");
            command.env_clear().envs(home.environment()).env_remove("SLUSS_DB");
            command.args(["-c", &format!("{line} {args}")]).current_dir(home.folder());
            let ended = command.output().unwrap();
            assert!(ended.status.success(), "{args}: {}", said(&ended));
        };
        run("add Borr");
        run("list");
        let own = home.folder().join(".local/share/sluss");
        let mut running = home.start().without("SLUSS_DB").under(["sh", "-c", &line]).run();
        running.until_says("Borr").capture("Karta").press(r#"n "utkast""#);
        for name in ["sluss.db", "sluss.db-wal", "sluss.db-shm", "sluss.lock"] {
            assert_eq!(mode_of(&own.join(name)), 0o600, "{name} with {umask}");
        }
        running.kill();
        for entry in std::fs::read_dir(&own).unwrap().flatten() {
            let wanted = if entry.metadata().unwrap().is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode_of(&entry.path()), wanted, "{} with {umask}", entry.path().display());
        }
        assert_eq!(mode_of(&own), 0o700);
    }
}

#[test]
fn r8_what_others_could_read_is_mended_and_told_once() {
    let mut home = Home::own();
    home.capture(&["Borr"]);
    mode(&home.file(), 0o644);
    home.run().until_says("Andra kunde läsa filen").send("q").ends();
    assert_eq!(mode_of(&home.file()), 0o600);
    let mut again = home.run();
    again.until_says("Borr");
    assert!(!again.text().contains("Andra kunde läsa"));
}

#[test]
fn r9_root_makes_nothing_in_the_home_of_another() {
    if !needs_root() || tool("setpriv").is_none() {
        return;
    }
    let mut home = Home::own();
    home.capture(&["Borr"]);
    give_away(home.folder());
    let before = Untouched::of(home.folder());
    let list = home.command(&["list"]).output().unwrap();
    assert!(listed(&list).contains("Borr"), "{list:?}");
    assert!(said(&list).contains("tillhör någon annan"), "{}", said(&list));
    let add = home.command(&["add", "Nytt"]).output().unwrap();
    assert!(said(&add).contains("Kör Sluss som den användaren"), "{}", said(&add));
    assert_eq!(add.status.code(), Some(77));
    let mut running = home.run();
    running.until_says("Borr").until_says("du läser en kopia").until_says("du är administratör");
    running.send("q").ends();
    before.is_still(home.folder());
    // Nor is a file begun there.
    let empty = Home::empty();
    give_away(empty.folder());
    let add = empty.command(&["add", "Nytt"]).output().unwrap();
    assert_eq!(add.status.code(), Some(77), "{}", said(&add));
    assert_eq!(std::fs::read_dir(empty.folder()).unwrap().count(), 0);
}
