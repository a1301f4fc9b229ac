//! The program itself, as a person runs it: under a real pseudo-terminal, on a file of its own.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use jiff::civil::date;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use sluss::domain::{Begin, Capture, Captured, Source, Stage, Stamp, Uid};
use sluss::store::{Request, Store};

/// No answer within this time is no answer. It is waited for only by a test that fails.
const PATIENCE: Duration = Duration::from_secs(20);

const PROGRAM: &str = env!("CARGO_BIN_EXE_sluss");

/// A folder with a file that has been begun, and nothing in it.
struct Home {
    folder: tempfile::TempDir,
    requests: u128,
}

impl Home {
    fn new() -> Home {
        let mut home = Home { folder: tempfile::tempdir().unwrap(), requests: 0 };
        let begin = Begin { name: "Vår idésluss".into() };
        home.commit(&begin.into());
        home
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("sluss.db")
    }

    /// What another program does to the file.
    fn commit(&mut self, command: &sluss::domain::Command) {
        self.requests += 1;
        let mut store = Store::open(&self.file(), "another".into()).unwrap();
        let request = Request {
            uid: Uid(uuid::Uuid::from_u128(self.requests << 16)),
            now: Stamp(1_795_442_520_000),
            today: date(2026, 11, 23),
            who: None,
        };
        store.commit(request, command).unwrap().unwrap();
    }

    fn capture(&mut self, title: &str) {
        let reader = Store::open(&self.file(), "looking".into()).unwrap().reader().unwrap();
        let mut stages: Vec<Stage> = reader.every().unwrap();
        stages.sort_by_key(|stage| stage.rank);
        let lines = vec![Captured::read(title)];
        let stage = stages.first().unwrap().id;
        self.commit(&Capture { stage, lines, source: Source::Form }.into());
    }

    fn environment(&self) -> Vec<(&'static str, String)> {
        let folder = |path: &Path| path.to_string_lossy().into_owned();
        vec![
            ("HOME", folder(self.folder.path())),
            ("SLUSS_DB", folder(&self.file())),
            ("LANG", "sv_SE.UTF-8".into()),
            ("TERM", "xterm-256color".into()),
            ("TZ", "UTC".into()),
        ]
    }

    fn run(&self, more: &[(&str, &str)]) -> Running {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        command.cwd(self.folder.path());
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        for (name, value) in more {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().unwrap();
        let (tell, heard) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n @ 1..) = output.read(&mut buffer) {
                if tell.send(buffer[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        Running {
            input: pair.master.take_writer().unwrap(),
            master: pair.master,
            child,
            heard,
            screen: parser(24, 80),
            bytes: Vec::new(),
        }
    }
}

fn parser(rows: u16, columns: u16) -> vt100::Parser {
    vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0)
}

struct Running {
    input: Box<dyn std::io::Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    heard: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// All that the program wrote.
    bytes: Vec<u8>,
}

impl Running {
    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.bytes.extend_from_slice(bytes);
    }

    /// Reads until the screen is as wanted.
    fn until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) -> &mut Running {
        let deadline = Instant::now() + PATIENCE;
        while !wanted(&self.text()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.heard.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => panic!("waited in vain for {what}\n{}", self.text()),
            }
        }
        self
    }

    fn until_says(&mut self, text: &str) -> &mut Running {
        self.until(text, |screen| screen.contains(text))
    }

    fn send(&mut self, bytes: &str) -> &mut Running {
        self.input.write_all(bytes.as_bytes()).unwrap();
        self.input.flush().unwrap();
        self
    }

    fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        kill_process(Pid::from_raw(id).unwrap(), signal).unwrap();
    }

    /// Waits for the end, and for the last that was written.
    fn ends(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.heard.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => break,
                Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {
                    panic!("it does not end\n{}", self.text())
                }
            }
        }
        self.child.wait().unwrap().exit_code()
    }

    /// The terminal is as it was found.
    fn is_restored(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the screen is given back");
        assert!(!screen.hide_cursor(), "the cursor is seen");
        assert!(!screen.bracketed_paste(), "pastes are plain again");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        if let Some(line) = self.master.get_termios() {
            let line = format!("{:?}", line.local_flags);
            assert!(line.contains("ECHO") && line.contains("ICANON"), "{line}");
        }
    }
}

#[test]
fn ideas_are_caught_moved_and_found_again_where_one_left() {
    let home = Home::new();
    let mut first = home.run(&[]);
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

    let mut second = home.run(&[]);
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
    let mut program = home.run(&[]);
    program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
    program.send("e").until_says("Ändra #1").send("Ingen har en hemma.\x13");
    program.until("the board again", |screen| screen.contains("▌ 1 Borr"));
    // Who it is at the keyboard is asked once.
    program.send("c").until_says("Vem sitter").send("Samordnare\r\r");
    program.until_says("Kommentar till #1").send("Var finns den?\x13");
    program.until_says("1 komm.").send("s").until_says("Självbedömning").send("34343434\x13");
    program.until("the board after that", |screen| screen.contains("▌ 1 Borr")).send("q");
    assert_eq!(program.ends(), 0);
    let mut again = home.run(&[]);
    again.until_says("1 komm.").send("\r").until_says("Ingen har en hemma.");
    again.send("\t").until_says("Var finns den?").send("\t").until_says("Vissa belägg");
    again.send("q").until_says("▌ 1 Borr").send("q");
    assert_eq!(again.ends(), 0);
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let home = Home::new();
    let mut program = home.run(&[("SLUSS_FAULT", "panic-draw")]);
    assert_ne!(program.ends(), 0);
    program.is_restored();
    assert!(program.text().contains("a fault on purpose"), "{}", program.text());
}

#[test]
fn being_asked_to_end_gives_the_terminal_back_and_keeps_what_was_saved() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1), (Signal::INT, 2)] {
        let home = Home::new();
        let mut program = home.run(&[]);
        program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
        program.signal(signal);
        assert_eq!(program.ends(), 128 + number);
        program.is_restored();
        home.run(&[]).until_says("▌ 1 Borr").send("q").ends();
    }
}

#[test]
fn ctrl_c_as_a_key_does_not_end_it() {
    let home = Home::new();
    let mut program = home.run(&[]);
    program.until_says("Tryck n").send("\x03").send("nBorr\r").until_says("▌ 1 Borr");
    program.send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_terminal_that_cannot_place_text_is_refused_in_words() {
    let home = Home::new();
    let mut program = home.run(&[("TERM", "dumb")]);
    assert_ne!(program.ends(), 0);
    assert!(program.text().contains("TERM=dumb"), "{}", program.text());
    assert!(!program.bytes.contains(&0x1b), "no sequence is sent");
}

#[test]
fn without_a_terminal_it_says_so_and_ends() {
    let home = Home::new();
    let ended = Command::new(PROGRAM)
        .env_clear()
        .envs(home.environment())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(!ended.status.success());
    assert!(ended.stdout.is_empty(), "{:?}", ended.stdout);
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(said.contains("terminal") && !said.contains('\x1b'), "{said}");
}

#[test]
fn what_another_program_writes_shows_without_a_key() {
    let mut home = Home::new();
    let mut program = home.run(&[]);
    program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
    home.capture("Vattenkokare");
    program.until_says("2 Vattenkokare").send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn what_is_saved_beside_another_program_is_in_the_file() {
    let mut home = Home::new();
    let mut program = home.run(&[]);
    program.until_says("Tryck n").send("nBorr\r").until_says("▌ 1 Borr");
    // It opens the file, writes and is the last to close it, or so it may think.
    home.capture("Vattenkokare");
    program.send("nSkruv\r").until_says("▌ 3 Skruv").send("q");
    assert_eq!(program.ends(), 0);
    let mut again = home.run(&[]);
    again.until_says("▌ 3 Skruv").send("q");
    assert_eq!(again.ends(), 0);
}

#[test]
fn another_size_is_drawn_at_once() {
    let home = Home::new();
    let mut program = home.run(&[]);
    program.until_says("Tryck n");
    program.master.resize(PtySize { rows: 10, cols: 40, pixel_width: 0, pixel_height: 0 }).unwrap();
    program.screen = parser(10, 40);
    program.until_says("Tryck n").send("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_paste_on_the_board_runs_nothing() {
    let home = Home::new();
    let mut program = home.run(&[]);
    program.until_says("Tryck n").send("\x1b[200~q\nu\nBorr\n\x1b[201~").until_says("3 idéer");
    program
        .send("\r")
        .until_says("Borr")
        .until("all of it, saved", |screen| screen.contains("Inkommen 3"));
    program.send("q");
    assert_eq!(program.ends(), 0);
}
