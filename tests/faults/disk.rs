//! Disks that are full, slow, gone or that lie: the truth is told, and every word is kept.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use sluss::domain::Idea;
use sluss::store::Beside;

use super::pty::{
    End, Home, PATIENCE, Running, Signal, Start, long, needs, needs_root, needs_strace, rounds,
    tell,
};

/// A file system in memory, of a size of one's choice.
struct Small {
    folder: tempfile::TempDir,
    mounted: bool,
}

impl Small {
    fn make(size: &str) -> Option<Small> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={size},mode=0700");
        let made = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder.path())
            .output();
        let mounted = made.is_ok_and(|ended| ended.status.success());
        if !mounted {
            tell("skipped: nothing may be mounted here");
        }
        let small = Small { folder, mounted };
        small.mounted.then_some(small)
    }

    /// Writes until nothing more fits.
    fn fill(&self) -> PathBuf {
        use std::io::Write as _;
        let path = self.folder.path().join("filler");
        let mut file = std::fs::File::create(&path).unwrap();
        for size in [1 << 20, 4096, 1] {
            while file.write_all(&vec![1; size]).is_ok() {}
        }
        path
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        if self.mounted {
            let _ = Command::new("umount").arg("-l").arg(self.folder.path()).status();
        }
    }
}

/// How often a title is in the file.
fn times(home: &Home, title: &str) -> usize {
    home.every::<Idea>().iter().filter(|idea| idea.title == title).count()
}

/// All that was shown as saved is there once, and nothing else twice.
fn holds(home: &Home, program: &Running) {
    home.is_sound();
    for title in &program.acknowledged {
        assert_eq!(times(home, title), 1, "{title}");
    }
    for idea in home.every::<Idea>() {
        assert_eq!(times(home, &idea.title), 1, "{}", idea.title);
    }
}

/// Types an idea and waits for what is said of it; whether that is that it was saved. Where it was
/// not, its words are on the screen.
fn tries(program: &mut Running, title: &str) -> bool {
    program.send(&format!("n{title}\r"));
    is_told(program, title)
}

fn is_told(program: &mut Running, title: &str) -> bool {
    let says = |screen: &str, words: &[&str]| {
        screen.contains(title) && words.iter().any(|word| screen.contains(word))
    };
    let saved = |screen: &str| says(screen, &["Ny idé #", "Allt är sparat."]);
    let not = |screen: &str| {
        says(screen, &["Din text är kva", "annan plats", "Filens plats", "gick inte att läsa"])
    };
    program.until(title, |screen| saved(screen) || not(screen));
    let is_saved = saved(&program.text());
    if is_saved {
        program.acknowledge(title);
    }
    is_saved
}

/// Leaves by a signal, and looks that nothing is lost and the terminal given back.
fn ends_well(home: &Home, program: &mut Running) {
    program.signal(Signal::TERM);
    assert_eq!(program.end(), End::Code(143), "{}", program.text());
    program.is_restored();
    holds(home, program);
}

fn drafts(home: &Home) -> Vec<String> {
    let folder = Beside::of(&home.file()).drafts();
    let files = std::fs::read_dir(folder).map(|files| files.flatten().collect::<Vec<_>>());
    let texts = files.unwrap_or_default();
    texts.iter().filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect()
}

#[test]
fn d1_a_full_disk_is_told_the_reserve_is_used_and_every_word_is_kept() {
    if !needs_root() || !needs("mount") {
        return;
    }
    let Some(small) = Small::make("64m") else { return };
    let home = Home::at(&small.folder.path().join("home"));
    let ballast = Beside::of(&home.file()).ballast();
    let mut program = home.run();
    program.until_says("Inkommen").capture("Före");
    assert_eq!(std::fs::metadata(&ballast).unwrap().len(), 1 << 20);
    let filler = small.fill();
    let mut nth = 0;
    // What room the log still has goes first, then the reserve.
    while ballast.exists() {
        nth += 1;
        assert!(nth < 200, "the reserve is never used");
        assert!(tries(&mut program, &format!("Full {nth} x")), "{}", program.text());
    }
    program.until_says("reserven räckte");
    // It is full again, and there is no reserve.
    let more = small.folder.path().join("more");
    std::fs::rename(&filler, &more).unwrap();
    small.fill();
    let lost = loop {
        nth += 1;
        assert!(nth < 400, "it is never full");
        let title = format!("Full {nth} x");
        if !tries(&mut program, &title) {
            break title;
        }
    };
    assert!(program.text().contains("Disken är full"), "{}", program.text());
    // The words stand on the line. When there is room they are saved, once.
    std::fs::remove_file(more).unwrap();
    program.press("enter").settle();
    assert!(is_told(&mut program, &lost), "{}", program.text());
    assert_eq!(times(&home, &lost), 1);
    ends_well(&home, &mut program);
}

#[test]
fn d1_what_is_typed_on_a_full_disk_is_a_file_elsewhere_and_is_taken_in() {
    for waits in [false, true] {
        typed_on_a_full_disk(waits);
    }
}

/// Whoever waits hears of the draft before saving, and once more when leaving.
fn typed_on_a_full_disk(waits: bool) {
    if !needs_root() || !needs("mount") {
        return;
    }
    let Some(small) = Small::make("8m") else { return };
    let home = Home::at(&small.folder.path().join("home"));
    home.nobody_asks();
    let other = tempfile::tempdir().unwrap();
    let mut program = home.start().env("TMPDIR", other.path()).run();
    // There is too little room from the beginning.
    program.until_says("ont om plats").capture("Före");
    let filler = small.fill();
    // More than what room the log still has.
    let words = "Ett ord till. ".repeat(60_000);
    program.press("c").until_says("Kommentar till #1");
    program.send(&format!("\x1b[200~Först. {words}\x1b[201~")).until_says("Ett ord till.");
    if waits {
        program.until_says("textfil i");
    }
    program.press("ctrl-s").until_says("Disken är full. Din text är kvar");
    program.press("esc").until("where the draft is", |screen| screen.contains("textfil i"));
    let files = || std::fs::read_dir(other.path()).unwrap().flatten().count();
    // While it was tried there was another one, for whoever is killed then.
    let until = Instant::now() + PATIENCE;
    while files() != 1 {
        assert!(Instant::now() < until, "beside the file there is no room: {}", files());
        program.listen(Duration::from_millis(5));
    }
    program.signal(Signal::TERM);
    assert_eq!(program.ends(), 143);
    std::fs::remove_file(filler).unwrap();
    let mut again = home.start().env("TMPDIR", other.path()).run();
    again.until_says("Återställt").press("c").until_says("Ett ord till.");
    assert_eq!(files(), 0, "it is in the file now");
    again.press("ctrl-s").until_says("1 komm.").press("q");
    assert_eq!(again.ends(), 0);
    let text: String =
        home.raw().query_row("SELECT text FROM comment", [], |row| row.get(0)).unwrap();
    assert_eq!(text.trim(), format!("Först. {words}").trim());
    holds(&home, &program);
}

#[test]
fn d4_a_file_that_may_not_grow_is_told_and_does_not_end_the_program() {
    if !needs("prlimit") {
        return;
    }
    let home = Home::new();
    let limit = std::fs::metadata(home.file()).unwrap().len() + 100_000;
    let mut program = home.start().under(["prlimit", &format!("--fsize={limit}")]).run();
    program.until_says("Inkommen");
    let mut nth = 0;
    while tries(&mut program, &format!("Stor {nth} x")) {
        nth += 1;
        assert!(nth < 500, "the limit is never hit");
    }
    assert!(program.text().contains("får inte bli större"), "{}", program.text());
    ends_well(&home, &mut program);
    // The same from the shell: it fails, and is not killed.
    let ended = home.command(&["list"]).status().unwrap();
    assert!(ended.success());
    for nth in 0..60 {
        let mut command = Command::new("prlimit");
        command.env_clear().envs(home.environment()).arg(format!("--fsize={}", 4096));
        command.arg(super::pty::PROGRAM).args(["add", &format!("Skal {nth}")]);
        let ended = command.output().unwrap();
        assert!(ended.status.code().is_some_and(|code| code != 0), "{:?}", ended.status);
        if nth > 2 {
            break;
        }
    }
}

/// Runs the program with an error on its n-th call of a kind, once or from there on, for each n.
fn at_each_call(home: &Home, call: &str, error: &str, on: Option<&Path>) {
    let (most, mut number) = (rounds(12, 60), 0);
    for (nth, ever) in (1..=most).flat_map(|nth| [(nth, ""), (nth, "+")]) {
        // In the short form every other n is tried for ever.
        if !long() && !ever.is_empty() && nth % 3 != 0 {
            continue;
        }
        let what = format!("{call} {error} {nth}{ever}");
        let log = home.folder().join("strace");
        let inject = format!("inject={call}:error={error}:when={nth}{ever}");
        let mut start = home.start().traced(&[&format!("trace={call}"), &inject], &log);
        if let Some(path) = on {
            start = with_path(start, path);
        }
        let mut program = start.run();
        let begun = program.shows(PATIENCE, |screen| screen.contains("Inkommen"));
        if !begun {
            // It could not be opened: that is told, and nothing is changed.
            let end = program.end();
            assert!(matches!(end, End::Code(1..=100)), "{what}: {end:?}\n{}", program.text());
            continue;
        }
        for _ in 0..3 {
            number += 1;
            let title = format!("Nr {number} x");
            if !tries(&mut program, &title) {
                // What failed once is saved by pressing the same key again, and only once.
                program.press("enter").settle();
                if !is_told(&mut program, &title) {
                    program.press("esc");
                    break;
                }
            }
        }
        program.signal(Signal::TERM);
        assert_eq!(program.end(), End::Code(143), "{what}\n{}", program.text());
        program.is_restored();
        holds(home, &program);
        clear_drafts(home);
    }
}

/// Only calls on this file, and what SQLite keeps beside it, are touched.
fn with_path(mut start: Start, path: &Path) -> Start {
    let mut filter = Vec::new();
    for ending in ["", "-wal"] {
        let mut path = path.as_os_str().to_owned();
        path.push(ending);
        filter.extend(["-P".into(), path]);
    }
    start.command.splice(1..1, filter);
    start
}

/// What failed stands as a draft; the next round begins without.
fn clear_drafts(home: &Home) {
    home.raw().execute("DELETE FROM draft", []).unwrap();
    let _ = std::fs::remove_dir_all(Beside::of(&home.file()).drafts());
}

#[test]
fn d5_an_error_of_the_disk_at_the_end_of_a_save_leaves_no_doubt() {
    if !needs_strace() {
        return;
    }
    let home = Home::new();
    at_each_call(&home, "fdatasync", "EIO", None);
}

#[test]
fn d6_an_error_of_the_disk_while_writing_leaves_nothing_half() {
    if !needs_strace() {
        return;
    }
    let home = Home::new();
    at_each_call(&home, "pwrite64", "EIO", None);
}

#[test]
fn d1_d3_no_room_and_no_quota_at_each_write_lose_nothing() {
    if !needs_strace() {
        return;
    }
    let home = Home::new();
    at_each_call(&home, "pwrite64", "ENOSPC", None);
    if long() {
        at_each_call(&Home::new(), "pwrite64", "EDQUOT", None);
    }
}

#[test]
fn d7_an_error_of_the_disk_while_reading_is_told_and_ends_nothing() {
    if !needs_strace() {
        return;
    }
    let home = Home::demo();
    let log = home.folder().join("strace");
    let mut told = 0;
    for nth in (1..=rounds(40, 200)).step_by(if long() { 1 } else { 4 }) {
        let inject = format!("inject=pread64:error=EIO:when={nth}+");
        let start = home.start().traced(&["trace=pread64", &inject], &log);
        let mut program = with_path(start, &home.file()).run();
        let lost = |screen: &str| screen.contains("Filen går inte att läsa");
        let begun = program.shows(PATIENCE, |screen| screen.contains("Idéslussen") || lost(screen));
        if begun && lost(&program.text()) {
            program.press("esc");
            assert_eq!(program.end(), End::Code(0), "{nth}\n{}", program.text());
            told += 1;
            continue;
        }
        if !begun {
            let end = program.end();
            assert!(matches!(end, End::Code(1..=100)), "{nth}: {end:?}\n{}", program.text());
            told += 1;
            continue;
        }
        program.press("right right down enter tab tab esc esc").listen(Duration::from_millis(50));
        program.signal(Signal::TERM);
        assert_eq!(program.end(), End::Code(143), "{nth}\n{}", program.text());
        program.is_restored();
    }
    tell(&format!("d7: {told} times it was told before the screen was taken"));
    home.is_sound();
}

/// The program on a disk that takes so long for each save.
fn slow(home: &Home, time: Duration) -> Start {
    let delay = format!("inject=fdatasync,fsync:delay_exit={}", time.as_micros());
    home.start().traced(&["trace=fdatasync,fsync", &delay], &home.folder().join("strace"))
}

#[test]
fn d9_a_slow_disk_never_blocks_a_key() {
    if !needs_strace() {
        return;
    }
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Ett", "Två", "Tre", "Fyra"]);
    let mut program = slow(&home, Duration::from_secs(2)).run();
    program.until_says("Inkommen 4");
    program.press("home J").until_says("sparar …");
    // While that is under way, keys are answered at once, and so is a form.
    let mut slowest = Duration::ZERO;
    for nth in 0..10 {
        let pressed = Instant::now();
        let keys = if nth % 2 == 0 { "down" } else { "up" };
        let before = program.bytes.len();
        program.press(keys);
        while program.bytes.len() == before {
            assert!(program.hear(Instant::now() + PATIENCE), "{}", program.text());
        }
        slowest = slowest.max(pressed.elapsed());
    }
    assert!(program.text().contains("sparar …"), "{}", program.text());
    program.press("e").until_says("Ändra #").send("Ord").until_says("Ord");
    tell(&format!("d9: the slowest key took {slowest:?} while a save took 2 s"));
    assert!(slowest < Duration::from_secs(1), "{slowest:?}");
    program.press("esc").until_says("Ångra med u").press("q");
    assert_eq!(program.ends(), 0);
    holds(&home, &program);
}

#[test]
fn d10_a_very_slow_disk_lets_go_of_whoever_will_not_wait() {
    if !needs_strace() {
        return;
    }
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Ett", "Två"]);
    let time = Duration::from_secs(if long() { 30 } else { 8 });
    let mut program = slow(&home, time).run();
    program.until_says("Inkommen 2").press("home J").until_says("sparar …");
    program.press("e").until_says("Ändra #").send("Viktigt").until_says("Viktigt").press("esc");
    program.until("the board", |screen| !screen.contains("Ändra #")).press("q");
    program.until_says("Tryck q igen");
    let wished = Instant::now();
    program.press("q").until("the terminal back", |screen| !screen.contains("Tryck q igen"));
    assert!(wished.elapsed() < Duration::from_secs(2), "{:?}", wished.elapsed());
    assert_eq!(program.ends(), 0);
    program.is_restored();
    holds(&home, &program);
}

#[test]
fn d10_leaving_waits_for_a_slow_disk_and_ends_when_it_is_done() {
    if !needs_strace() {
        return;
    }
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Ett", "Två"]);
    let mut program = slow(&home, Duration::from_secs(1)).run();
    program.until_says("Inkommen 2").press("home J").until_says("sparar …").press("q");
    program.until_says("Tryck q igen");
    assert_eq!(program.ends(), 0);
    program.is_restored();
    let order: Vec<String> = {
        let raw = home.raw();
        let mut rows = raw.prepare("SELECT title FROM idea ORDER BY rank").unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(order, ["Två", "Ett"]);
}

#[test]
fn d11_a_folder_that_is_deleted_is_told_and_all_is_saved_anew() {
    let outer = tempfile::tempdir().unwrap();
    let mut home = Home::at(&outer.path().join("home"));
    home.capture(&["Ett", "Två"]);
    let mut program = home.start();
    program.folder = outer.path().to_owned();
    let mut program = program.run();
    program.until_says("Inkommen 2").capture("Tre");
    // The program may be laying something down there, or taking it away, at this moment.
    while home.folder().exists() {
        let _ = std::fs::remove_dir_all(home.folder());
    }
    program.send("nFyra\r").until_says("Filen är borta");
    assert!(program.text().contains("Fyra"));
    assert!(!home.file().exists(), "nothing is begun in its place");
    program.press("esc space f s").until_says("Allt är sparat i");
    program.press("n up").until_says("Fyra").press("enter").until_says("Ny idé #4");
    program.acknowledge("Fyra").press("q");
    assert_eq!(program.ends(), 0);
    holds(&home, &program);
    assert_eq!(home.every::<Idea>().len(), 4);
}

#[test]
fn d12_a_file_that_is_moved_or_replaced_is_not_written_to() {
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Ett", "Två"]);
    let aside = home.folder().join("aside.db");
    for replaced in [false, true] {
        let mut program = home.run();
        program.until_says("Inkommen 2").press("home J").until_says("Ångra med u");
        std::fs::rename(home.file(), &aside).unwrap();
        let told = if replaced {
            std::fs::write(home.file(), "somebody else's").unwrap();
            "En annan fil"
        } else {
            "Filen är borta"
        };
        let was = std::fs::read(&aside).unwrap();
        program.press("K").until_says(told);
        assert_eq!(std::fs::read(&aside).unwrap(), was, "the old file is as it was");
        program.signal(Signal::TERM);
        assert_eq!(program.ends(), 143);
        program.is_restored();
        if replaced {
            assert_eq!(std::fs::read(home.file()).unwrap(), b"somebody else's");
            std::fs::remove_file(home.file()).unwrap();
        }
        std::fs::rename(&aside, home.file()).unwrap();
        home.is_sound();
    }
}

#[test]
fn d13_without_file_handles_it_says_so() {
    if !needs("prlimit") {
        return;
    }
    let home = Home::new();
    for handles in 8..=40 {
        let limit = format!("--nofile={handles}");
        let mut program = home.start().under(["prlimit", &limit]).run();
        let begun = program.shows(PATIENCE, |screen| screen.contains("Inkommen"));
        if begun {
            let title = format!("Handtag {handles} x");
            // With so few that it only just begins, the file may be told to be busy instead.
            let busy = "Försök igen om en stund";
            program.send(&format!("n{title}\r"));
            program.shows(PATIENCE, |screen| screen.contains(&title) || screen.contains(busy));
            if program.text().contains(&title) && !is_told(&mut program, &title) {
                program.press("esc");
            }
            program.signal(Signal::TERM);
            assert_eq!(program.end(), End::Code(143), "{handles}\n{}", program.text());
            program.is_restored();
            holds(&home, &program);
            clear_drafts(&home);
        } else {
            let end = program.end();
            assert!(matches!(end, End::Code(1..=127)), "{handles}: {end:?}\n{}", program.text());
        }
    }
}

#[test]
fn d14_on_a_disk_that_lies_about_its_saves_it_works_as_ever() {
    if !needs("eatmydata") {
        return;
    }
    let home = Home::new();
    let mut program = home.start().under(["eatmydata"]).run();
    program.until_says("Inkommen").capture("Borr");
    ends_well(&home, &mut program);
}

#[test]
fn d16_without_a_folder_for_temporary_files_it_works_as_ever() {
    let home = Home::new();
    home.nobody_asks();
    let mut program = home.start().env("TMPDIR", "/nonexistent").run();
    program.until_says("Inkommen").capture("Borr").press("c");
    program.until_says("Kommentar till #1").send("Var?").press("ctrl-s").until_says("1 komm.");
    ends_well(&home, &mut program);
    assert!(drafts(&home).is_empty());
}
