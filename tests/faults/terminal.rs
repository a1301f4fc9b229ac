//! Terminals that hang up, lie, flood or shrink: the person gets theirs back as it was.

use std::process::Stdio;
use std::time::{Duration, Instant};

use super::pty::{Dice, End, Home, Running, Signal, is_gone, long, needs, rounds, seed, tell};
use super::ways::WAYS;

const SECOND: Duration = Duration::from_secs(1);

/// Ways out that come from outside, with the exit code that each gives.
const SIGNALS: [(Signal, u32); 4] =
    [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)];

/// The program on a screen, everything drawn.
fn on(home: &Home, keys: &str) -> Running {
    let mut program = home.run();
    program.until_says("Inkommen").press(keys).settle();
    program
}

#[test]
fn t1_every_signal_on_every_screen_gives_the_terminal_back() {
    let demo = Home::demo();
    for (nth, (name, keys)) in WAYS.iter().enumerate() {
        let signals = if long() { &SIGNALS[..] } else { &SIGNALS[nth % SIGNALS.len()..][..1] };
        for (signal, code) in signals {
            let home = demo.another();
            let mut program = on(&home, keys);
            program.signal(*signal);
            assert_eq!(program.end(), End::Code(*code), "{name}, {signal:?}");
            program.is_restored();
            home.is_sound();
        }
    }
}

#[test]
fn t1_signals_that_come_together_end_it_once() {
    let demo = Home::demo();
    let mut dice = Dice::of(seed());
    for _ in 0..rounds(10, 100) {
        let home = demo.another();
        let mut program = on(&home, "n \"halv\"");
        for _ in 0..3 {
            program.signal(dice.pick(&SIGNALS).0);
        }
        let end = program.end();
        assert!(SIGNALS.iter().any(|(_, code)| end == End::Code(*code)), "{end:?}");
        program.is_restored();
    }
}

#[test]
fn t1_a_signal_while_it_starts_leaves_nothing_behind() {
    let demo = Home::demo();
    let mut dice = Dice::of(seed());
    for _ in 0..rounds(20, 500) {
        let home = demo.another();
        let mut program = home.run();
        let (signal, _) = *dice.pick(&SIGNALS);
        program.listen(Duration::from_micros(dice.below(120_000)));
        program.signal(signal);
        program.end();
        program.is_restored();
    }
}

#[test]
fn t1_a_signal_ends_it_while_a_frame_cannot_be_written() {
    for (signal, code) in SIGNALS {
        let home = Home::demo();
        let mut program = on(&home, "");
        let id = program.id();
        stuff(&mut program);
        let told = Instant::now();
        program.signal(signal);
        wait_until("it ends", || is_gone(id));
        assert!(told.elapsed() < SECOND, "{signal:?} took {:?}", told.elapsed());
        assert!(program.is_cooked(), "{signal:?}");
        assert_eq!(program.end(), End::Code(code));
    }
}

#[test]
fn t1_a_signal_gives_the_terminal_back_while_a_reading_hangs() {
    let home = Home::demo();
    let mut program = home.start().env("SLUSS_FAULT", "stuck-read").run();
    program.until_says("Inkommen").press("space l c");
    let id = program.id();
    wait_until("it reads and reads", || std::fs::exists(home.folder().join("stuck")).unwrap());
    program.signal(Signal::TERM);
    let told = Instant::now();
    program.listen(SECOND * 2);
    assert!(program.is_cooked(), "the line is as it was after {:?}", told.elapsed());
    program.is_restored();
    // Whoever asks again means it.
    program.signal(Signal::TERM);
    wait_until("it ends", || is_gone(id));
    assert!(told.elapsed() < SECOND * 5);
    home.is_sound();
}

#[test]
fn t1_a_signal_while_the_persons_editor_runs_ends_it_with_its_draft() {
    let home = Home::new();
    let (script, begun) = (home.folder().join("ed"), home.folder().join("begun"));
    let text = format!("#!/bin/sh\ntouch '{}'\nexec sleep 60\n", begun.display());
    std::fs::write(&script, text).unwrap();
    let may = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, may).unwrap();
    let mut program = home.start().env("EDITOR", &script).run();
    program.until_says("Inkommen").capture("Borr").press("e").until_says("Ändra #1");
    program.send("Bohr").press("ctrl-g");
    wait_until("the editor runs", || std::fs::exists(&begun).unwrap());
    let told = Instant::now();
    program.signal(Signal::TERM);
    assert_eq!(program.end(), End::Code(143));
    assert!(told.elapsed() < SECOND * 5, "{:?}", told.elapsed());
    program.is_restored();
    home.is_sound();
    let drafts = "SELECT count(*) FROM draft WHERE text LIKE '%Bohr%'";
    let drafts: i64 = home.raw().query_row(drafts, [], |row| row.get(0)).unwrap();
    assert_eq!(drafts, 1);
}

#[test]
fn t1_a_signal_ends_what_is_done_after_the_terminal_is_given_back() {
    for (signal, code) in SIGNALS {
        let home = Home::demo();
        let mut program = home.start().env("SLUSS_FAULT", "stuck-leaving").run();
        program.until_says("Inkommen").press("q");
        wait_until("it has left", || std::fs::exists(home.folder().join("stuck")).unwrap());
        program.signal(signal);
        assert_eq!(program.end(), End::Code(code));
        program.is_restored();
    }
}

#[test]
fn t2_a_panic_gives_the_terminal_back() {
    let home = Home::demo();
    let mut program = home.start().env("SLUSS_FAULT", "panic-draw").run();
    assert_eq!(program.end(), End::Code(101));
    program.is_restored();
}

#[test]
fn t3_it_ends_when_its_window_is_closed_and_nobody_tells() {
    if !needs("setsid") {
        return;
    }
    // In a session of its own the terminal is not its controlling one: no signal will come.
    for keys in ["", "n \"halv\"", "e \"halv\"", "2 m right"] {
        let home = Home::demo();
        let mut program = home.start().under(["setsid", "-w"]).run();
        program.until_says("Lugn timme").press(keys);
        if !keys.is_empty() {
            program
                .until("the screen", |screen| screen.contains("halv") || screen.contains("Flytta"));
        }
        let id = program.id();
        let spent = program.processor_time();
        program.close();
        let closed = Instant::now();
        wait_until("it ends", || is_gone(id));
        assert!(closed.elapsed() < SECOND, "{keys}: {:?}", closed.elapsed());
        assert!(spent < SECOND, "{spent:?}");
        home.is_sound();
    }
}

#[test]
fn t4_without_input_or_output_it_says_so_in_a_sentence() {
    let home = Home::demo();
    let shell = |line: &str| {
        let mut command = std::process::Command::new("sh");
        command.env_clear().envs(home.environment()).current_dir(home.folder());
        command.args(["-c", line, super::pty::PROGRAM]).stdin(Stdio::null());
        command.output().unwrap()
    };
    for line in ["exec \"$0\" </dev/null", "exec \"$0\" <&-", "exec \"$0\" >&-", "exec \"$0\" >x"] {
        let ended = shell(line);
        assert_eq!(ended.status.code(), Some(69), "{line}");
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{line}: {said}");
        assert!(!said.contains('\u{1b}') && ended.stdout.is_empty(), "{line}: {said}");
    }
    // Nowhere to tell it.
    assert_eq!(shell("exec \"$0\" <&- >&- 2>&-").status.code(), Some(69));
    // Whoever reads has gone.
    let ended = shell("\"$0\" export --json | true; \"$0\" list >/dev/full");
    assert_eq!(ended.status.code(), Some(74), "{ended:?}");
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn t4_input_that_ends_while_it_runs_ends_it() {
    let home = Home::new();
    // Ctrl-D is a key here, and no end.
    let mut program = on(&home, "");
    program.send("\x04\x04").capture("Borr").send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn t5_a_terminal_that_takes_nothing_does_not_hold_up_what_is_saved() {
    let home = Home::new();
    let mut program = on(&home, "");
    stuff(&mut program);
    program.push("nBorr\r".as_bytes());
    // Somebody reads again: everything that was typed is done.
    program.until_says("Borr").send("q");
    assert_eq!(program.ends(), 0);
    program.is_restored();
}

#[test]
fn t6_a_window_closed_while_it_draws_ends_it_without_an_abort() {
    let demo = Home::demo();
    let mut dice = Dice::of(seed());
    for _ in 0..rounds(20, 200) {
        let home = demo.another();
        let mut program = on(&home, "");
        program.push(&b"\x0cj".repeat(200));
        program.listen(Duration::from_micros(dice.below(20_000)));
        let id = program.id();
        program.close();
        let closed = Instant::now();
        let end = program.end();
        assert!(end == End::Code(129) || end == End::Code(74), "{end:?}");
        assert!(closed.elapsed() < SECOND && is_gone(id));
        home.is_sound();
    }
}

/// A shell with jobs, which says when its job stops and goes on when a line comes.
const SHELL: [&str; 3] =
    ["sh", "-mc", "\"$0\"; echo IT STOPS; read line; fg >/dev/null; echo IT ENDS $?"];

#[test]
fn t7_a_stop_from_outside_gives_the_terminal_back_until_it_goes_on() {
    for (how, typed) in [("a key", true), ("a signal", false)] {
        let home = Home::demo();
        let mut program = home.start().under(SHELL).run();
        program.until_says("Inkommen");
        if typed {
            program.send("\x1a");
        } else {
            program.press("n \"halv\"").settle().signal(Signal::TSTP);
        }
        program.until_says("IT STOPS");
        assert!(program.is_cooked(), "{how}");
        assert!(!program.screen.screen().alternate_screen(), "{how}");
        assert!(!program.screen.screen().bracketed_paste(), "{how}");
        program.resize(100, 30);
        program.send("\r").until_says(if typed { "Lugn timme" } else { "halv" });
        assert!(!program.is_cooked(), "{how}");
        if typed {
            program.press("n \"halv\"");
        }
        program.press("enter").until_says("Ny idé #");
        program.press("esc q").until_says("IT ENDS 0");
    }
}

#[test]
fn t7_a_stop_that_nobody_can_end_is_not_made() {
    // The terminal's own and only program: there is no shell that could let it go on.
    let home = Home::demo();
    let mut program = on(&home, "");
    program.send("\x1a").settle();
    program.signal(Signal::TSTP);
    program.settle().send("q");
    assert_eq!(program.ends(), 0);
    program.is_restored();
}

#[test]
fn t7_a_hard_stop_is_followed_by_a_whole_frame() {
    let home = Home::demo();
    let mut program = on(&home, "");
    program.signal(Signal::STOP);
    wait_until("it is stopped", || program.state() == 'T');
    // Whatever has the terminal meanwhile writes over the screen.
    program.screen = super::pty::parser(80, 24);
    program.resize_only(80, 24).signal(Signal::CONT);
    program.until_says("Inkommen").send("q");
    assert_eq!(program.ends(), 0);
    program.is_restored();
}

#[test]
fn t8_ten_thousand_sizes_in_a_row_end_in_the_right_one() {
    let home = Home::demo();
    let mut program = on(&home, "");
    let before = program.processor_time();
    for nth in 0..10_000_u16 {
        program.resize_only(20 + nth % 180, 4 + nth % 60);
        if nth % 64 == 0 {
            program.listen(Duration::ZERO);
        }
    }
    program.resize(80, 24).settle();
    program.until_says("Lugn timme");
    let spent = program.processor_time() - before;
    assert!(spent < SECOND * 20, "{spent:?}");
    program.send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn t9_terminals_of_every_name_are_served_or_refused_in_words() {
    for name in ["xterm-mono", "screen", "tmux-256color", "linux", "vt100", "", "xterm-kitty"] {
        let home = Home::demo();
        let mut program = home.start().env("TERM", name).run();
        program.until_says("Lugn timme").send("q");
        assert_eq!(program.ends(), 0, "{name}");
        program.is_restored();
    }
    let home = Home::demo();
    let mut program = home.start().without("TERM").run();
    program.until_says("Lugn timme").send("q");
    assert_eq!(program.ends(), 0);
    let mut program = home.start().env("TERM", "dumb").run();
    assert_eq!(program.ends(), 69);
    assert!(!program.bytes.contains(&0x1b));
    assert_eq!(program.text().trim().lines().count(), 1, "{}", program.text());
}

#[test]
fn t10_no_size_of_a_window_stops_it() {
    let home = Home::demo();
    let sizes = [(1, 1), (0, 0), (1000, 500), (2, 2), (3, 10), (500, 1), (1, 500), (65_535, 1)];
    for (columns, rows) in sizes {
        let mut program = home.start().size(columns, rows).run();
        for keys in ["", "n", "esc e", "esc space"] {
            program.press(keys).listen(Duration::from_millis(5));
        }
        for (columns, rows) in sizes {
            program.resize_only(columns, rows).listen(Duration::from_millis(2));
        }
        program.resize(81, 24).settle();
        program.press("esc esc esc esc").settle();
        program.send("q");
        assert_eq!(program.ends(), 0, "{columns}x{rows}");
    }
}

#[test]
fn t11_a_smaller_window_and_a_click_where_it_was_larger() {
    let home = Home::demo();
    let mut dice = Dice::of(seed());
    for keys in ["", "e", "space", ": \"flyt\"", "enter", "b \"x\"", "space s s", "/ \"e\""] {
        let mut program = home.start().size(200, 60).run();
        program.until_says("Inkommen").press(keys).settle();
        for _ in 0..rounds(20, 400) {
            let (columns, rows) = (dice.below(120) + 1, dice.below(40) + 1);
            program.resize_only(columns.try_into().unwrap(), rows.try_into().unwrap());
            let (x, y) = (dice.below(220), dice.below(70));
            let deed = dice.pick(&["0;{x};{y}M", "64;{x};{y}M", "65;{x};{y}M", "32;{x};{y}M"]);
            let deed = deed.replace("{x}", &x.to_string()).replace("{y}", &y.to_string());
            program.send(&format!("\x1b[<{deed}")).listen(Duration::ZERO);
        }
        program.resize(81, 24).settle();
        program.signal(Signal::TERM);
        assert_eq!(program.ends(), 143, "{keys}");
    }
}

#[test]
fn t13_what_is_pasted_is_bounded_and_runs_nothing() {
    let home = Home::new();
    for (keys, size) in [("", 1 << 20), ("n", 10 << 20), ("e", 10 << 20)] {
        let mut program = on(&home, "");
        program.press(keys).settle();
        let text = "q\ru\x1b[A\0\u{9b}31m å \x03\x1a".repeat(size / 20);
        program.send("\x1b[200~").send(&text).send("\x1b[201~").settle();
        assert!(program.most_memory() < 200 << 20, "{} MB", program.most_memory() >> 20);
        program.press("esc esc esc").settle();
        program.capture("Borr").send("q");
        assert_eq!(program.ends(), 0);
        let raw = home.raw();
        raw.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM idea; DELETE FROM draft;")
            .unwrap();
    }
}

#[test]
fn t13_the_end_of_a_paste_inside_it_lets_nothing_through_but_keys() {
    let home = Home::new();
    let mut program = on(&home, "n");
    // What follows after a forged end is keys, as it is in every terminal: no more than typing.
    program.send("\x1b[200~ett\x1b[201~\x1b[200~två\x1b[201~").until_says("etttvå");
    program.press("enter").until_says("Ny idé #1").press("esc q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn t14_a_paste_without_an_end_does_not_lock_the_keyboard_out() {
    let home = Home::new();
    let mut program = on(&home, "n");
    program.send("\x1b[200~halv").until_says("halv");
    program.press("enter").until_says("Ny idé #1").press("esc q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn t15_garbage_from_the_line_neither_stops_nor_fills_it() {
    let home = Home::new();
    let mut dice = Dice::of(seed());
    let mut program = on(&home, "n");
    let digits = [b"\x1b[".to_vec(), b"1".repeat(1 << 20)].concat();
    let text = [b"\x1b]".to_vec(), b"x".repeat(1 << 20)].concat();
    for garbage in
        [&digits[..], &text[..], b"\xff\xfe\xc3\x28\xf0\x9f", b"\x1b", b"\x1b[", b"\x1bP"]
    {
        program.send_bytes(garbage).settle();
    }
    for _ in 0..rounds(100, 5000) {
        let mut bytes: Vec<u8> =
            (0..dice.below(200)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
        // What leaves, stops or opens an editor is not garbage.
        bytes.retain(|byte| ![b'q', 0x03, 0x07, 0x1a].contains(byte));
        program.send_bytes(&bytes).listen(Duration::ZERO);
    }
    program.listen(Duration::from_millis(1100));
    program.settle();
    assert!(program.most_memory() < 100 << 20, "{} MB", program.most_memory() >> 20);
    program.signal(Signal::TERM);
    assert_eq!(program.ends(), 143);
    program.is_restored();
    home.is_sound();
}

#[test]
fn t16_a_flood_of_keys_is_soon_over() {
    let home = Home::demo();
    let mut program = on(&home, "");
    program.send(&"jk".repeat(5_000));
    let sent = Instant::now();
    program.send("n").until_says("Ny idé");
    assert!(sent.elapsed() < SECOND * 3, "{:?}", sent.elapsed());
    program.press("esc q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn t17_a_mouse_beyond_the_window_is_no_mouse() {
    let home = Home::demo();
    let mut program = on(&home, "");
    for report in [
        &b"\x1b[<0;65535;0M"[..],
        b"\x1b[<0;0;0M",
        b"\x1b[<0;99999;99999M",
        b"\x1b[<64;65536;1M",
        b"\x1b[<0;-1;-1M",
        b"\x1b[<255;1;1M",
        b"\x1b[M\x00\x00\x00",
        b"\x1b[M\x20\xff\xff",
        b"\x1b[32;65535;65535M",
        b"\x1b[<;;M",
        b"\x1b[<0;1M",
    ] {
        program.send_bytes(report).settle();
    }
    program.capture("Borr").send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn t18_answers_that_come_late_or_never_are_not_typed() {
    let home = Home::new();
    let started = Instant::now();
    let mut program = on(&home, "n");
    assert!(started.elapsed() < SECOND * 3, "{:?}", started.elapsed());
    // The harness never answers; here an answer comes in the middle of a word.
    program.send("Bo\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22crr").until_says("Borr");
    program.send("\x1b]11;rgb:0000/0000/0000\x07en").until_says("Borren");
    program.press("enter").until_says("Ny idé #1").press("esc q");
    assert_eq!(program.ends(), 0);
    // Nor is it left for the shell.
    program.is_restored();
}

/// The parameters of all the sequences that choose a look.
fn looks(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let (inside, _) = rest.split_once(|c: char| c.is_ascii_alphabetic())?;
        rest.get(inside.len()..)?.starts_with('m').then(|| inside.to_owned())
    });
    sequences.collect()
}

#[test]
fn t19_no_more_colours_than_the_terminal_has() {
    let home = Home::demo();
    let of = |name: &str, value: &str| {
        let mut program = home.start().env(name, value).run();
        program.until_says("Lugn timme").press("e").settle().signal(Signal::TERM);
        program.ends();
        looks(&program.bytes)
    };
    let colour = |look: &String| {
        look.split(';').any(|part| {
            part.parse()
                .is_ok_and(|n: u16| (30..=38).contains(&n) || (40..=48).contains(&n) || n >= 90)
        })
    };
    let none = of("NO_COLOR", "1");
    assert!(!none.iter().any(colour), "{none:?}");
    for few in [of("TERM", "linux"), of("TERM", "xterm")] {
        let rich = few.iter().find(|look| look.contains("38;") || look.contains("48;"));
        // crossterm writes the sixteen as 38;5;n below 16.
        let over = rich.filter(|look| {
            look.split(';')
                .skip_while(|part| *part != "5")
                .nth(1)
                .is_none_or(|n| n.parse().unwrap_or(99) > 15)
        });
        assert!(over.is_none(), "{over:?}");
    }
}

#[test]
fn t20_where_the_line_knows_no_utf_8_borders_are_plain() {
    let home = Home::demo();
    for locale in ["C", "POSIX", "sv_SE.ISO-8859-1"] {
        let mut program = home.start().env("LANG", locale).run();
        program.until_says("Lugn timme").press("e").settle().signal(Signal::TERM);
        program.ends();
        let odd: Vec<u8> = program.bytes.iter().copied().filter(|byte| *byte >= 0x80).collect();
        let text = String::from_utf8_lossy(&program.bytes).into_owned();
        let signs: String =
            text.chars().filter(|c| *c > '\u{ff}' && *c != char::REPLACEMENT_CHARACTER).collect();
        assert_eq!(signs, "", "{locale}");
        if locale.contains("8859") {
            assert!(odd.contains(&0xe5), "å is one byte there");
            assert!(String::from_utf8(program.bytes.clone()).is_err());
        }
    }
}

#[test]
fn the_idle_program_is_woken_by_nothing() {
    let home = Home::demo();
    let ways = ["", "e", "n \"Borr\" enter esc", "<", "enter", "space l t", "e \"utkast\""];
    let mut programs: Vec<(Home, Running)> = ways
        .iter()
        .map(|keys| {
            let home = home.another();
            let program = on(&home, keys);
            (home, program)
        })
        .collect();
    // By then what was typed is kept, the last touch of the file is told, and what is put off until
    // nobody waits is done; half a minute after the last save the log is put in order.
    let quiet = SECOND * if long() { 45 } else { 5 };
    let until = Instant::now() + quiet;
    while Instant::now() < until {
        for (_, program) in &mut programs {
            program.listen(Duration::from_millis(20));
        }
    }
    let count = |programs: &[(Home, Running)]| -> Vec<(u64, Duration)> {
        programs.iter().map(|(_, it)| (it.sleeps(), it.processor_time())).collect()
    };
    let before = count(&programs);
    let time = SECOND * if long() { 10 } else { 3 };
    std::thread::sleep(time);
    for ((keys, before), after) in ways.iter().zip(before).zip(count(&programs)) {
        let (woken, spent) = (after.0 - before.0, after.1 - before.1);
        tell(&format!("{keys:?}: {woken} wake-ups and {spent:?} in {time:?}"));
        assert_eq!(woken, 0, "{keys:?}");
        assert_eq!(spent, Duration::ZERO, "{keys:?}");
    }
}

/// Nobody reads: the line fills until a frame waits half-way.
fn stuff(program: &mut Running) {
    let (mut still, mut before) = (0, program.processor_time());
    while still < 20 {
        program.push(b"\x0c");
        std::thread::sleep(Duration::from_millis(4));
        let now = program.processor_time();
        still = if now == before { still + 1 } else { 0 };
        before = now;
    }
}

fn wait_until(what: &str, is: impl Fn() -> bool) {
    let until = Instant::now() + super::pty::PATIENCE;
    while !is() {
        assert!(Instant::now() < until, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(1));
    }
}
