//! What a person does at a terminal, from the first key to the last: the program itself, on a file
//! of its own. What breaks on purpose is in `faults`.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/pty.rs"]
mod pty;

use std::process::Stdio;

use pty::{Home, Signal};

#[test]
fn ideas_are_caught_moved_and_found_again_where_one_left() {
    let home = Home::new();
    let mut first = home.run();
    first.until_says("Tryck n").send("n").until_says("Ny idé");
    first.send("Vattenkokare åt alla\r").until("the idea, saved", |screen| {
        screen.contains("▌ 1 Vattenkokare") && screen.contains("Ny idé #1")
    });
    first
        .send("nBorr\r")
        .until("the second", |screen| screen.contains("▌ 2 Borr") && screen.contains("Ny idé #2"));
    first.send("L").until_says("Vem sitter").send("\x13").until_says("Prövning");
    first.send("11111\x13").until("the idea in its new stage", |screen| screen.contains("Behov 1"));
    first.send("q");
    assert_eq!(first.ends(), 0);
    first.is_restored();

    let mut second = home.run();
    second.until_says("▌ 2 Borr");
    assert!(second.text().contains("1 Vattenkokare"), "{}", second.text());
    second
        .send("u")
        .until("what was done last time, taken back", |screen| screen.contains("Inkommen 2"));
    second.send("q");
    assert_eq!(second.ends(), 0);
}

#[test]
fn an_idea_is_described_and_talked_about() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
    program.send("e").until_says("Ändra #1").send("Ingen har en hemma.\x13");
    program.until("the board again", |screen| screen.contains("▌ 1 Borr"));
    // Who it is at the keyboard is asked once.
    program.send("c").until_says("Vem sitter").send("Samordnare\r\r");
    program.until_says("Kommentar till #1").send("Var finns den?\x13");
    program.until_says("1 komm.").send("s").until_says("Självbedömning").send("34343434\x13");
    program.until("the board after that", |screen| screen.contains("▌ 1 Borr")).send("q");
    assert_eq!(program.ends(), 0);
    let mut again = home.run();
    again.until_says("1 komm.").send("\r").until_says("Ingen har en hemma.");
    again.send("\t").until_says("Var finns den?").send("\t").until_says("Vissa belägg");
    again.send("q").until_says("▌ 1 Borr").send("q");
    assert_eq!(again.ends(), 0);
}

#[test]
fn nothing_is_left_behind_the_curtain() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr").send("eHemligt");
    program.until_says("Hemligt").send("\x0f").until_says("Paus");
    for secret in ["Borr", "Hemligt", "Inkommen", "#1"] {
        assert!(!program.text().contains(secret), "{}", program.text());
    }
    program.send("are\x0f").until_says("Hemligtare").send("\x1b").until_says("▌ 1 Borr").send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_room_that_looked_on_does_so_when_the_program_comes_back() {
    let home = Home::new();
    let mut first = home.run();
    first.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
    first.press("f5").until_says("80 tecken").send("\x1b").until_says("Projektor");
    first.kill();
    home.run().until_says("Projektor").send("q").ends();
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let home = Home::new();
    let mut program = home.start().env("SLUSS_FAULT", "panic-draw").run();
    assert_ne!(program.ends(), 0);
    program.is_restored();
    assert!(program.text().contains("a fault on purpose"), "{}", program.text());
}

#[test]
fn being_asked_to_end_gives_the_terminal_back_and_keeps_what_was_saved() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1), (Signal::INT, 2)] {
        let home = Home::new();
        let mut program = home.run();
        program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
        program.signal(signal);
        assert_eq!(program.ends(), 128 + number);
        program.is_restored();
        home.run().until_says("▌ 1 Borr").send("q").ends();
    }
}

#[test]
fn ctrl_c_as_a_key_does_not_end_it() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Tryck n").send("\x03").send("nBorr\r").until_says("▌ 1 Borr");
    program.send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_terminal_that_cannot_place_text_is_refused_in_words() {
    let home = Home::new();
    let mut program = home.start().env("TERM", "dumb").run();
    assert_ne!(program.ends(), 0);
    assert!(program.text().contains("TERM=dumb"), "{}", program.text());
    assert!(!program.bytes.contains(&0x1b), "no sequence is sent");
}

#[test]
fn without_a_terminal_it_says_so_and_ends() {
    let home = Home::new();
    let ended = home.command(&[]).stdin(Stdio::null()).output().unwrap();
    assert!(!ended.status.success());
    assert!(ended.stdout.is_empty(), "{:?}", ended.stdout);
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(said.contains("terminal") && !said.contains('\x1b'), "{said}");
}

#[test]
fn what_another_program_writes_shows_without_a_key() {
    let mut home = Home::new();
    let mut program = home.run();
    program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
    home.capture(&["Vattenkokare"]);
    program.until_says("2 Vattenkokare").send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn what_is_saved_beside_another_program_is_in_the_file() {
    let mut home = Home::new();
    let mut program = home.run();
    program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
    // It opens the file, writes and is the last to close it, or so it may think.
    home.capture(&["Vattenkokare"]);
    program.send("nSkruv\r").until_says("▌ 3 Skruv").send("q");
    assert_eq!(program.ends(), 0);
    let mut again = home.run();
    again.until_says("▌ 3 Skruv").send("q");
    assert_eq!(again.ends(), 0);
}

#[test]
fn another_size_is_drawn_at_once() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Tryck n");
    program.resize(40, 10).until_says("Tryck n").send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_paste_on_the_board_runs_nothing() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Tryck n").send("\x1b[200~q\nu\nBorr\n\x1b[201~").until_says("3 idéer");
    program
        .send("\r")
        .until_says("Borr")
        .until("all of it, saved", |screen| screen.contains("Inkommen 3"));
    program.send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn what_comes_back_from_the_persons_editor_goes_where_it_was_taken_from() {
    let home = Home::new();
    let script = home.folder().join("ed");
    std::fs::write(&script, "#!/bin/sh\nprintf Borrmaskin > \"$1\"\n").unwrap();
    let may = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, may).unwrap();
    let mut program = home.start().env("EDITOR", &script).run();
    program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
    program.send("e").until_says("Ändra #1").press("shift-tab");
    // The key after it was pressed before the editor was there.
    program.send("\x07\t").until_says("Borrmaskin").send("\x13").until_says("▌ 1 Borrmaskin");
    program.send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_workshop_goes_on_at_the_same_item_with_the_same_clock_after_a_kill() {
    let home = Home::new();
    let mut first = home.run();
    first.until_says("Tryck n").send("w").until_says("Här är det tomt");
    first.send("n").until_says("Ny workshop").send("Idédag\x13").until_says("planerad");
    first.send("\r").until_says("Skriv tyst").send("S").until_says("Inför workshopen");
    first.press("esc").until_says("Moment 1 av 16");
    first.press("pgdn").until_says("Moment 2 av 16").press("pgdn").until_says("Moment 3 av 16");
    first.send("zt").until_says("Pausad").send("+").until_says("ändrat med 1 min");
    let figures = |text: &str| {
        let rows = text.lines().filter(|row| row.contains('█') || row.contains('▀'));
        rows.map(str::to_owned).collect::<Vec<_>>()
    };
    let stood = figures(&first.text());
    first.kill();
    let mut again = home.run();
    again.until_says("Moment 3 av 16").until_says("Pausad");
    again.send("z").until_says("Sedan: Skriv tyst");
    assert_eq!(figures(&again.text()), stood, "{}", again.text());
    // What came in is saved before it is shown; killed again, it is the same item still.
    again.send("z").until_says("Incheckning").send("i").until_says("Idéregn");
    again.send("Fiskespön\r").until_says("1  Fiskespön");
    again.kill();
    let mut third = home.run();
    third
        .until_says("Moment 3 av 16")
        .send("t")
        .until("a clock that runs", |screen| !screen.contains("Pausad"));
    third.send("\x1b").until_says("1 Fiskespön").send("q");
    assert_eq!(third.ends(), 0);
}

#[test]
fn a_clock_on_the_screen_is_drawn_each_second_and_none_costs_nothing() {
    let home = Home::new();
    let mut program = home.run();
    program.until_says("Tryck n").send("w").until_says("Här är det tomt");
    program.send("n").until_says("Ny workshop").send("Idédag\x13").until_says("planerad");
    program.send("\r").until_says("Skriv tyst").send("S").until_says("Inför workshopen");
    program.press("esc").until_says("Moment 1 av 16");
    let first = program.text();
    program.until("another second", |screen| screen != first);
    let second = program.text();
    program.until("and another", |screen| screen != second);
    program.send("\x1b").until_says("Tryck n").send("q");
    assert_eq!(program.ends(), 0);
}
