//! What a person waits for, measured from outside through a pseudo-terminal: start, cursor keys,
//! opening, saving, bursts, idleness and memory, beside a bare program in the same run.
//!
//! The bare program (the floor) is this bench itself with `SLUSS_FLOOR` set: ratatui and SQLite,
//! the visible rows read and all cells drawn at every key. Figures are ratios to it; read medians.

#![cfg(unix)]
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![allow(clippy::unwrap_used, reason = "a bench fails by panicking")]

#[path = "common/files.rs"]
mod files;
#[path = "common/floor.rs"]
mod floor;

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

const COLUMNS: u16 = 200;
const ROWS: u16 = 60;
/// Nothing came for so long: the frame is whole.
const QUIET: Duration = Duration::from_millis(25);
const START_QUIET: Duration = Duration::from_millis(120);

fn main() {
    if let Ok(file) = std::env::var("SLUSS_FLOOR") {
        floor::run(Path::new(&file));
        return;
    }
    // `cargo test --benches` only asks whether it runs at all.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let largest = std::env::var("SLUSS_LONG").map_or(100_000, |_| 1_000_000);
    println!("{:<34}{:>10}{:>12}{:>12}{:>10}", "", "ideas", "floor", "sluss", "ratio");
    for ideas in [100, 10_000, largest] {
        let file = files::path(ideas);
        measure(&file, ideas);
    }
}

fn measure(file: &Path, ideas: u32) {
    let mut starts = (Vec::new(), Vec::new());
    for _ in 0..12 {
        starts.0.push(Terminal::start(&floor(file)).started);
        starts.1.push(Terminal::start(&sluss(file)).leave());
    }
    row("start to the complete board, ms", ideas, &mut starts.0, &mut starts.1);

    let mut bare = Terminal::start(&floor(file));
    let mut ours = Terminal::start(&sluss(file));
    let (mut keys, mut bytes) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for round in 0..120 {
        let key = if round % 20 < 10 { "j" } else { "k" };
        let (bare, floor_bytes) = bare.press(key);
        let (ours, our_bytes) = ours.press(key);
        keys.0.push(bare);
        keys.1.push(ours);
        bytes.0.push(floor_bytes);
        bytes.1.push(our_bytes);
    }
    let (mut p99, mut median) = (keys.1.clone(), keys.1.clone());
    row("cursor key to its last byte, ms", ideas, &mut keys.0.clone(), &mut keys.1);
    alone("... p99 / median", ideas, percentile(&mut p99, 99) / percentile(&mut median, 50));
    row("... bytes", ideas, &mut bytes.0, &mut bytes.1);
    let floor_key = keys.0.clone();

    let mut burst = (Vec::new(), Vec::new());
    for _ in 0..5 {
        for key in ["j", "k"] {
            burst.0.push(bare.burst(key, 500));
            burst.1.push(ours.burst(key, 500));
        }
    }
    row("500 keys at once, ms", ideas, &mut burst.0, &mut burst.1);

    let mut opened = Vec::new();
    let mut moved = Vec::new();
    for _ in 0..20 {
        opened.push(ours.press("\r").0);
        ours.press("\x1b");
        ours.settle(Duration::from_millis(60));
        moved.push(ours.press("J").0);
        ours.press("K");
    }
    row("open an idea, ms (floor: a key)", ideas, &mut floor_key.clone(), &mut opened);
    row("move a card and save it, ms", ideas, &mut floor_key.clone(), &mut moved);

    bare.settle(Duration::from_millis(500));
    ours.settle(Duration::from_millis(500));
    let before = (bare.wakeups(), ours.wakeups());
    let idle = ours.settle(Duration::from_secs(10));
    let after = (bare.wakeups(), ours.wakeups());
    figures("idle for 10 s, wake-ups", ideas, after.0 - before.0, after.1 - before.1);
    alone("... bytes", ideas, idle);
    figures("memory, MiB (peak)", ideas, bare.peak(), ours.peak());
    let leaving = Instant::now();
    ours.send("q");
    ours.child.wait().unwrap();
    alone("leave, ms", ideas, leaving.elapsed().as_secs_f64() * 1000.0);
    bare.send("q");
    bare.child.wait().unwrap();
}

fn sluss(file: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sluss"));
    command.arg("--db");
    command.arg(file);
    command
}

fn floor(file: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.env("SLUSS_FLOOR", file);
    command
}

fn percentile(samples: &mut [f64], percent: usize) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[(samples.len() - 1) * percent / 100]
}

fn row(what: &str, ideas: u32, floor: &mut [f64], ours: &mut [f64]) {
    figures(what, ideas, percentile(floor, 50), percentile(ours, 50));
}

fn figures(what: &str, ideas: u32, floor: f64, ours: f64) {
    let ratio = if floor > 0.0 { format!("{:.2}", ours / floor) } else { String::new() };
    println!("{what:<34}{ideas:>10}{floor:>12.2}{ours:>12.2}{ratio:>10}");
}

fn alone(what: &str, ideas: u32, ours: f64) {
    println!("{what:<34}{ideas:>10}{:>12}{ours:>12.2}", "");
}

/// A program in a pseudo-terminal, with the time of each piece of its output.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    input: Box<dyn Write + Send>,
    output: Receiver<(Instant, usize)>,
    started: f64,
    _pty: Box<dyn portable_pty::MasterPty + Send>,
}

impl Terminal {
    fn start(command: &CommandBuilder) -> Terminal {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = command.clone();
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LANG", "sv_SE.UTF-8");
        let mut reader = pair.master.try_clone_reader().unwrap();
        let input = pair.master.take_writer().unwrap();
        let (tell, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if tell.send((Instant::now(), n)).is_err() {
                    return;
                }
            }
        });
        let before = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut terminal = Terminal { child, input, output, started: 0.0, _pty: pair.master };
        let (last, _) = terminal.listen(before, Duration::from_secs(20), START_QUIET);
        terminal.started = last;
        terminal
    }

    /// Milliseconds from `since` to the last byte before silence, and how many bytes there were.
    fn listen(&mut self, since: Instant, first: Duration, quiet: Duration) -> (f64, f64) {
        let (mut last, mut bytes) = (since, 0);
        let mut patience = first;
        while let Ok((at, n)) = self.output.recv_timeout(patience) {
            last = at;
            bytes += n;
            patience = quiet;
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of bytes")]
        ((last - since).as_secs_f64() * 1000.0, bytes as f64)
    }

    fn send(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    fn press(&mut self, key: &str) -> (f64, f64) {
        let before = Instant::now();
        self.send(key);
        self.listen(before, Duration::from_millis(200), QUIET)
    }

    fn burst(&mut self, key: &str, times: usize) -> f64 {
        let before = Instant::now();
        self.send(&key.repeat(times));
        self.listen(before, Duration::from_secs(2), QUIET * 4).0
    }

    /// Waits, and counts the bytes that come meanwhile.
    fn settle(&mut self, time: Duration) -> f64 {
        std::thread::sleep(time);
        #[expect(clippy::cast_precision_loss, reason = "a count of bytes")]
        (self.output.try_iter().map(|(_, n)| n).sum::<usize>() as f64)
    }

    /// Voluntary context switches of all threads; 0 where the system does not tell.
    fn wakeups(&self) -> f64 {
        let Some(pid) = self.child.process_id() else { return 0.0 };
        let Ok(tasks) = std::fs::read_dir(format!("/proc/{pid}/task")) else { return 0.0 };
        let of = |task: std::fs::DirEntry| {
            status(&task.path().join("status"), "voluntary_ctxt_switches:")
        };
        tasks.flatten().map(of).sum()
    }

    fn peak(&self) -> f64 {
        let Some(pid) = self.child.process_id() else { return 0.0 };
        status(Path::new(&format!("/proc/{pid}/status")), "VmHWM:") / 1024.0
    }

    fn leave(mut self) -> f64 {
        self.send("q");
        self.child.wait().unwrap();
        self.started
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Already gone where it left by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn status(path: &Path, name: &str) -> f64 {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0.0)
}
