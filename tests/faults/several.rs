//! Two programs on one file, and what one inherits from another.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use sluss::domain::Idea;
use sluss::store::Beside;

use super::pty::{Home, PATIENCE, Running, Signal, needs};

const SECOND: Duration = Duration::from_secs(1);

/// How often each of two programs writes.
const WRITES: u32 = 500;

/// One of two that write to the same file.
struct Writer {
    name: &'static str,
    program: Running,
    written: u32,
    captured: Vec<String>,
}

impl Writer {
    fn new(home: &Home, name: &'static str) -> Writer {
        let mut program = home.start().size(120, 36).run();
        program.until_says("Inkommen").press("b").until_says("Idéregn");
        Writer { name, program, written: 0, captured: Vec::new() }
    }

    /// Sends the next handful of lines; how many wait for their answer.
    fn send(&mut self) -> u32 {
        let most = 10.min(WRITES - self.written);
        for _ in 0..most {
            self.written += 1;
            let title = format!("{} nr {}", self.name, self.written);
            self.program.send(&format!("{title}\r"));
            self.captured.push(title);
        }
        most
    }

    fn is_told(&mut self) {
        let (name, n) = (self.name, self.written);
        let last = format!("{name} nr {n}");
        self.program.until(&last, |screen| screen.contains(&last));
    }
}

#[test]
fn m1_two_programs_write_five_hundred_times_each_and_nothing_is_lost() {
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Den första"]);
    let (mut one, mut other) = (Writer::new(&home, "Ett"), Writer::new(&home, "Två"));
    // Four in five are captures, a handful at a time; the rest are comments, and some taken back.
    while one.written < WRITES * 4 / 5 {
        one.send();
        other.send();
        one.is_told();
        other.is_told();
    }
    for writer in [&mut one, &mut other] {
        writer.program.press("esc").settle();
    }
    let steps = |home: &Home| -> i64 {
        home.raw().query_row("SELECT count(*) FROM journal", [], |row| row.get(0)).unwrap()
    };
    let before = steps(&home);
    let rest = i64::from(WRITES / 5);
    for nth in 0..rest {
        let keys = if nth % 5 == 4 { "u" } else { r#"c "Så är det." ctrl-s"# };
        one.program.press(keys);
        other.program.press(keys);
        for program in [&mut one.program, &mut other.program] {
            program.settle().until("the board", |screen| !screen.contains("Kommentar till"));
        }
    }
    let until = Instant::now() + PATIENCE;
    while steps(&home) < before + 2 * rest {
        assert!(Instant::now() < until, "{} of {}", steps(&home) - before, 2 * rest);
        std::thread::sleep(Duration::from_millis(5));
    }
    for writer in [&mut one, &mut other] {
        writer.program.press("q");
        assert_eq!(writer.program.ends(), 0);
    }
    home.is_sound();
    let mut there: HashMap<String, u32> = HashMap::new();
    for idea in home.every::<Idea>() {
        *there.entry(idea.title).or_default() += 1;
    }
    for title in one.captured.iter().chain(&other.captured) {
        assert_eq!(there.get(title), Some(&1), "{title}");
    }
}

#[test]
fn m1_what_one_saves_is_seen_by_the_other_within_a_second() {
    let home = Home::new();
    let (mut one, mut other) = (home.run(), home.run());
    one.until_says("Inkommen");
    other.until_says("Inkommen");
    for nth in 1..=10 {
        one.capture(&format!("Nummer {nth} x"));
        let saved = Instant::now();
        other.until_says(&format!("Inkommen {nth} "));
        assert!(saved.elapsed() < SECOND, "{:?}", saved.elapsed());
        std::mem::swap(&mut one, &mut other);
    }
    for mut program in [one, other] {
        program.send("q");
        assert_eq!(program.ends(), 0);
    }
}

#[test]
fn m1_a_form_that_is_open_survives_what_the_other_does() {
    let home = Home::new();
    home.nobody_asks();
    let mut one = home.run();
    one.until_says("Inkommen");
    one.capture("Borr").press("e").until_says("Ändra #1");
    one.send("Ingen har en hemma.").until_says("Ingen har en hemma.");
    let mut other = home.run();
    other.until_says("Borr").capture("Vattenkokare").press("down K").settle();
    one.listen(Duration::from_millis(300));
    assert!(one.text().contains("Ingen har en hemma."), "{}", one.text());
    one.press("ctrl-s").until_says("▌ 1 Borr").press("enter").until_says("Ingen har en hemma.");
    for mut program in [one, other] {
        program.signal(Signal::TERM);
        assert_eq!(program.ends(), 143);
    }
    home.is_sound();
}

#[test]
fn m4_the_same_text_changed_in_both_is_kept_in_both() {
    let home = Home::new();
    home.nobody_asks();
    let (mut one, mut other) = (home.run(), home.run());
    one.until_says("Inkommen").capture("Borr");
    other.until_says("▌ 1 Borr");
    for program in [&mut one, &mut other] {
        program.press("e").until_says("Ändra #1");
    }
    one.send("Den enes text.").press("ctrl-s").until_says("Ändrat i #1");
    other.send("Den andres text.").press("ctrl-s");
    // It is said that both are there, and they are.
    other.until_says("Någon annan hade ändrat samma text");
    let texts: String = home
        .raw()
        .query_row("SELECT group_concat(changes) FROM journal", [], |row| row.get(0))
        .unwrap();
    assert!(texts.contains("Den enes text.") && texts.contains("Den andres text."), "{texts}");
    other.press("enter").until_says("Den andres text.").press("tab tab tab").settle();
    home.is_sound();
}

#[test]
fn m6_what_is_open_is_not_handed_to_the_editor() {
    if !needs("sh") {
        return;
    }
    let home = Home::new();
    let script = home.folder().join("ed");
    let listed = home.folder().join("listed");
    let text = format!("#!/bin/sh\nls -l /proc/self/fd > '{}'\n", listed.display());
    std::fs::write(&script, text).unwrap();
    let may = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, may).unwrap();
    let mut program = home.start().env("EDITOR", &script).run();
    program.until_says("Inkommen").capture("Borr").press("e").until_says("Ändra #1");
    program.press("ctrl-g").settle();
    let listed = std::fs::read_to_string(listed).unwrap();
    for line in listed.lines().filter(|line| line.contains("->")) {
        assert!(!line.contains("sluss") && !line.contains("socket"), "{listed}");
    }
    program.signal(Signal::TERM);
    program.ends();
}

/// A program with one idea, and another that holds its file.
fn held() -> (Home, Running, rusqlite::Connection) {
    let home = Home::new();
    home.nobody_asks();
    let mut program = home.run();
    program.until_says("Inkommen").capture("Borr");
    let other = home.raw();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    (home, program, other)
}

#[test]
fn m2_a_lock_that_is_held_is_told_and_no_word_is_lost() {
    let (home, mut program, other) = held();
    let asked = Instant::now();
    program.send("nVattenkokare\r").until_says("väntar på ett annat program");
    assert!(asked.elapsed() < 2 * SECOND, "{:?}", asked.elapsed());
    program.until_says("Ett annat program håller filen. Din text är kvar.");
    assert!(asked.elapsed() < 10 * SECOND, "{:?}", asked.elapsed());
    assert!(program.text().contains("Vattenkokare"));
    other.execute_batch("ROLLBACK").unwrap();
    program.press("enter").until_says("Ny idé #2").press("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(home.every::<Idea>().len(), 2);
    home.is_sound();
}

#[test]
fn m2_who_is_asked_to_end_while_somebody_holds_the_lock_ends_within_a_second() {
    let (home, mut program, other) = held();
    // A step that waits, a line that waits behind it, and a line that is being typed.
    program.press("b").until_says("Idéregn").send("Ett\rTvå\rTre").until_says("Tre");
    let asked = Instant::now();
    program.signal(Signal::TERM);
    assert_eq!(program.ends(), 143);
    assert!(asked.elapsed() < 2 * SECOND, "{:?}", asked.elapsed());
    program.is_restored();
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    let mut next = home.run();
    next.until_says("Återställt").press("b").until_says("Idéregn");
    for _ in 0..3 {
        next.press("up enter").settle();
    }
    next.press("esc q");
    assert_eq!(next.ends(), 0);
    let mut titles: Vec<String> = home.every::<Idea>().into_iter().map(|it| it.title).collect();
    titles.sort();
    assert_eq!(titles, ["Borr", "Ett", "Tre", "Två"]);
}

/// What files of drafts say beside the file.
fn aside(home: &Home) -> String {
    let files = std::fs::read_dir(Beside::of(&home.file()).drafts());
    let texts = files.into_iter().flatten().flatten();
    texts.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect()
}

#[test]
fn m2_who_is_killed_while_a_step_waits_for_the_lock_has_all_but_the_last_second() {
    let (home, mut program, other) = held();
    // A step that waits, a comment that was left behind it, and a line that is being typed.
    program.press("b").until_says("Idéregn").send("Ett\r").press("esc");
    program.press("c").until_says("Kommentar till #1").send("Två").press("esc").settle();
    program.press("n").until_says("Ny idé").send("Tre").until_says("Tre");
    let typed = Instant::now();
    while !["  Ett", "  Två", "  Tre"].iter().all(|text| aside(&home).contains(text)) {
        assert!(typed.elapsed() < SECOND, "not within a second: {}", aside(&home));
        program.listen(Duration::from_millis(5));
    }
    program.kill();
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    let mut next = home.run();
    next.until_says("Återställt").press("b").until_says("Idéregn");
    next.press("up enter").settle().press("up enter").settle();
    next.press("esc home c").until_says("Två").signal(Signal::TERM);
    assert_eq!(next.ends(), 143);
    let mut titles: Vec<String> = home.every::<Idea>().into_iter().map(|it| it.title).collect();
    titles.sort();
    assert_eq!(titles, ["Borr", "Ett", "Tre"]);
}

#[test]
fn m2_what_became_a_file_while_a_step_waited_goes_when_it_is_saved() {
    let (home, mut program, other) = held();
    program.press("b").until_says("Idéregn").send("Ett\rTvå").until_says("Två");
    let until = Instant::now() + PATIENCE;
    while aside(&home).is_empty() {
        assert!(Instant::now() < until);
        program.listen(Duration::from_millis(5));
    }
    other.execute_batch("ROLLBACK").unwrap();
    while !aside(&home).is_empty() {
        assert!(Instant::now() < until, "{}", aside(&home));
        program.listen(Duration::from_millis(5));
    }
    program.kill();
    let mut next = home.run();
    next.until_says("Ett utkast från").press("n up").until_says("Två").press("enter");
    next.until_says("Ny idé #3").press("q");
    assert_eq!(next.ends(), 0);
}

#[test]
fn m3_a_log_that_somebody_keeps_is_told_of() {
    let home = Home::new();
    let mut first = home.run();
    first.until_says("Inkommen").capture("Borr");
    let reading = home.raw();
    reading.execute_batch("BEGIN; SELECT count(*) FROM journal").unwrap();
    let writing = home.raw();
    let fill = "INSERT INTO memory (name, value) VALUES (?1, hex(randomblob(2000000)))";
    for nth in 0..18 {
        writing.execute(fill, [format!("large {nth}")]).unwrap();
    }
    let mut second = home.run();
    second.until_says("håller kvar loggen");
    for mut program in [first, second] {
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
}
