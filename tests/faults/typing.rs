//! What is being typed when the program ends in whatever way: it is there at the next start, but for
//! the last second at most.

use std::time::{Duration, Instant};

use super::pty::{Dice, End, Home, PATIENCE, Running, Signal, Start, rounds, seed, tell};

/// With this much, the whole of it need not be there.
const SECOND: Duration = Duration::from_secs(1);

/// An idea, and the program about to be started on it.
fn home() -> Home {
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Borr"]);
    home
}

/// The program with a comment about to be written.
fn writing(start: Start) -> Running {
    let mut program = start.run();
    program.until_says("Inkommen 1").press("c").until_says("Kommentar till #1");
    program
}

/// What the file has of the comment.
fn draft(home: &Home) -> String {
    let sql = "SELECT text FROM draft WHERE target = 'comment:new:1' AND field = 'text'";
    home.raw().query_row(sql, [], |row| row.get(0)).unwrap_or_default()
}

fn crash_files(home: &Home) -> Vec<String> {
    let files = std::fs::read_dir(home.folder()).unwrap().flatten();
    let crash = files.filter(|file| file.file_name().to_string_lossy().starts_with("crash-"));
    crash.map(|file| std::fs::read_to_string(file.path()).unwrap()).collect()
}

#[test]
fn k7_killed_while_typing_at_most_the_last_second_is_missing() {
    let mut dice = Dice::of(seed());
    let mut most = 0;
    for _ in 0..rounds(3, 40) {
        let home = home();
        let mut program = writing(home.start());
        let text: String =
            (0..1000).map(|n| char::from(b'a' + u8::try_from(n % 26).unwrap())).collect();
        let end = usize::try_from(200 + dice.below(800)).unwrap();
        // Without a pause, so that nothing waits for one.
        let mut sent = Vec::new();
        for (n, c) in text.chars().take(end).enumerate() {
            sent.push(Instant::now());
            program.send(&c.to_string());
            program.listen(Duration::from_millis(if n % 8 == 0 { 20 } else { 1 }));
        }
        program.kill();
        let killed = Instant::now();
        let kept = draft(&home);
        assert!(text.starts_with(&kept), "a prefix: {kept}");
        let due = sent.iter().filter(|at| killed.duration_since(**at) > SECOND).count();
        let missing = end - kept.len();
        assert!(kept.len() >= due || missing <= 50, "{missing} of {end} missing");
        most = most.max(missing);
        // The next start offers it.
        let mut next = home.run();
        if kept.is_empty() {
            continue;
        }
        next.until_says("Ett utkast från").press("c").until_says("utkast från");
        next.signal(Signal::TERM);
        assert_eq!(next.ends(), 143);
    }
    tell(&format!("k7: at most {most} of the characters typed were missing"));
}

#[test]
fn p3_asked_to_end_in_whatever_way_nothing_typed_is_missing() {
    let signals =
        [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)];
    for (signal, code) in signals {
        let home = home();
        let mut program = writing(home.start());
        program.send("Ett ord till").until_says("Ett ord till");
        let asked = Instant::now();
        program.signal(signal);
        assert_eq!(program.end(), End::Code(code));
        assert!(asked.elapsed() < SECOND, "{:?}", asked.elapsed());
        program.is_restored();
        assert_eq!(draft(&home), "Ett ord till");
    }
    // The window is closed.
    let home = home();
    let mut program = writing(home.start());
    program.send("Ett ord till").until_says("Ett ord till");
    program.close();
    assert!(program.ends_within(PATIENCE).is_some());
    assert_eq!(draft(&home), "Ett ord till");
}

#[test]
fn p3_what_was_typed_before_a_signal_is_kept_though_the_signal_is_heard_first() {
    let home = home();
    let mut program = writing(home.start());
    program.signal(Signal::STOP);
    program.push(b"Ett ord till");
    program.signal(Signal::TERM);
    program.signal(Signal::CONT);
    assert_eq!(program.end(), End::Code(143));
    assert_eq!(draft(&home), "Ett ord till");
}

#[test]
fn p3_looking_away_writes_down_what_is_typed_at_once() {
    let home = home();
    let mut program = writing(home.start());
    program.send("Ett ord").until_says("Ett ord").send("\x1b[O").settle();
    let looked = Instant::now();
    while draft(&home).is_empty() {
        assert!(looked.elapsed() < Duration::from_millis(600), "not at once");
        program.listen(Duration::from_millis(5));
    }
    program.kill();
}

#[test]
fn k8_a_panic_while_drawing_loses_nothing_that_was_typed() {
    let home = home();
    let mut program = writing(home.start().env("SLUSS_FAULT", "panic-typed"));
    program.send("Hemligt");
    assert_eq!(program.ends(), 101);
    program.is_restored();
    assert!(program.text().contains("Det du skrev är kvar"), "{}", program.text());
    let kept = draft(&home);
    assert!(!kept.is_empty() && "Hemligt".starts_with(&kept), "{kept}");
    let crashes = crash_files(&home);
    let [told] = crashes.as_slice() else { panic!("{crashes:?}") };
    assert!(told.contains("place: src/runtime/run.rs") && told.contains("sluss 0."), "{told}");
    assert!(!told.contains("Hemligt"), "{told}");
    let mut next = home.run();
    next.until_says("Ett utkast från").press("c").until_says(&kept);
    next.kill();
}

#[test]
fn k8_a_panic_of_the_saver_is_told_and_the_text_stays() {
    let home = home();
    let mut program = writing(home.start().env("SLUSS_FAULT", "panic-save"));
    program.send("Hemligt").until_says("Hemligt").press("ctrl-s");
    program.until_says("Sluss gjorde ett fel").until_says("Hemligt");
    program.press("esc").settle();
    program.signal(Signal::TERM);
    assert_eq!(program.ends(), 143);
    program.is_restored();
    assert!(crash_files(&home).iter().all(|told| !told.contains("Hemligt")));
    // What could not be written to the file is a file of its own, and is taken in.
    let mut next = home.run();
    next.until_says("Återställt").press("c").until_says("Hemligt");
    next.press("ctrl-s").until_says("1 komm.").press("q");
    assert_eq!(next.ends(), 0);
    home.is_sound();
}

#[test]
fn k8_a_panic_of_the_saver_beside_a_save_keeps_what_is_typed_and_the_way_out() {
    let home = home();
    let mut program = writing(home.start().env("SLUSS_FAULT", "panic-saved"));
    program.send("Hemligt").until_says("Hemligt").press("ctrl-s");
    program.until_says("Sluss gjorde ett fel").until_says("Hemligt");
    program.send(" ord").until_says("Hemligt ord").press("esc").settle();
    // Leaving waits for an answer, and there is one.
    program.press("q");
    assert_eq!(program.ends(), 0);
    program.is_restored();
    let mut next = home.run();
    next.until_says("Ett utkast från").press("c").until_says("Hemligt ord");
    next.kill();
}

/// Somebody else holds the file, and there is no place for files of drafts.
fn nowhere_to_write(home: &Home, start: Start) -> (Running, rusqlite::Connection) {
    let mut program = writing(start.env("TMPDIR", home.folder().join("none/none")));
    std::fs::write(sluss::store::Beside::of(&home.file()).drafts(), "no folder").unwrap();
    let other = home.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    program.send("Viktigt");
    (program, other)
}

#[test]
fn p3_what_can_be_written_nowhere_is_shown_whatever_ends_it() {
    let home = home();
    let (mut program, _other) = nowhere_to_write(&home, home.start());
    program.until_says("Viktigt").signal(Signal::TERM);
    assert_eq!(program.ends(), 143);
    let text = program.text();
    let (_, after) = text.split_once("gick inte att spara någonstans").expect(&text);
    assert!(after.contains("Viktigt"), "{text}");
}

#[test]
fn k8_a_panic_of_whoever_works_beside_the_screen_is_told() {
    for (fault, keys, told) in [
        ("panic-find", "/ \"borr\"", "Sluss gjorde ett fel när det skulle sökas"),
        ("panic-keep", "space f k", "Sluss gjorde ett fel med säkerhetskopian"),
        ("panic-inspect", "space f i", "Sluss gjorde ett fel när filen skulle gås igenom"),
    ] {
        let home = home();
        let mut program = home.start().env("SLUSS_FAULT", fault).run();
        program.until_says("Inkommen 1").press(keys).until_says(told);
        program.signal(Signal::TERM);
        assert_eq!(program.ends(), 143);
    }
}

#[test]
fn k8_after_a_panic_nothing_is_called_kept_that_is_not() {
    let home = home();
    let panics = home.start().env("SLUSS_FAULT", "panic-lost");
    let (mut program, _other) = nowhere_to_write(&home, panics);
    assert_eq!(program.ends(), 101);
    let text = program.text();
    assert!(!text.contains("är kvar"), "{text}");
    let (_, after) = text.split_once("gick inte att spara någonstans").expect(&text);
    assert!(after.contains("Viktigt"), "{text}");
}

#[test]
fn k9_aborted_or_at_a_fault_of_memory_the_next_start_has_the_draft() {
    for signal in [Signal::ABORT, Signal::SEGV] {
        let home = home();
        let mut program = writing(home.start());
        program.send("Ett ord till").until_says("Ett ord till");
        let typed = Instant::now();
        while draft(&home) != "Ett ord till" {
            assert!(typed.elapsed() < SECOND, "it is kept within a second");
            program.listen(Duration::from_millis(5));
        }
        program.signal(signal);
        // The first one only takes the handler away that looks for an overflow of the stack.
        if signal == Signal::SEGV && program.ends_within(Duration::from_millis(200)).is_none() {
            program.signal(signal);
        }
        assert!(matches!(program.end(), End::Killed(_)));
        let mut next = home.run();
        next.until_says("Ett utkast från").press("c").until_says("Ett ord till");
        next.press("ctrl-s").until_says("1 komm.").press("q");
        assert_eq!(next.ends(), 0);
        home.is_sound();
    }
}

#[test]
fn p6_a_sheet_that_waits_costs_no_wake_ups() {
    let home = home();
    let mut program = writing(home.start());
    program.send("Ett ord").until_says("Ett ord");
    while draft(&home).is_empty() {
        program.listen(Duration::from_millis(5));
    }
    program.settle().listen(Duration::from_secs(2));
    let before = program.sleeps();
    program.listen(Duration::from_secs(3));
    assert_eq!(program.sleeps(), before, "nothing wakes it");
    program.kill();
}
