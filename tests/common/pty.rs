//! The program itself, as a person runs it: under a real pseudo-terminal, on a file of its own.
//! Nothing here sleeps to be on the safe side: what is wanted is waited for.

#![allow(dead_code, reason = "each file of tests uses its own part")]

mod home;
mod keys;
mod luck;

use std::path::Path;
use std::time::{Duration, Instant};

use filedescriptor::FileDescriptor;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Pid, kill_process};
use rustix::termios::{LocalModes, Termios, Winsize, tcgetattr, tcsetwinsize};
use sluss::input::{Chord, Key};

#[allow(unused_imports, reason = "not every file of tests changes how it starts")]
pub(crate) use home::{Home, Start};
#[allow(unused_imports, reason = "not every file of tests leaves something to chance")]
pub(crate) use luck::{Dice, long, needs, needs_root, needs_strace, rounds, seed, tell, tool};
pub(crate) use rustix::process::Signal;

/// No answer within this time is no answer. It is waited for only by a test that fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_sluss");

pub(crate) fn parser(columns: u16, rows: u16) -> vt100::Parser {
    let side = |side: u16| side.max(1).try_into().unwrap();
    vt100::Parser::new(side(rows), side(columns), 0)
}

/// How the program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Code(u32),
    Killed(String),
}

pub(crate) struct Running {
    /// None once the window is closed.
    master: Option<(Box<dyn MasterPty + Send>, FileDescriptor)>,
    child: Box<dyn Child + Send + Sync>,
    /// The modes of the line as the program found them.
    found: String,
    pub(crate) screen: vt100::Parser,
    /// All that the program wrote.
    pub(crate) bytes: Vec<u8>,
    /// Steps that the screen showed as saved.
    pub(crate) acknowledged: Vec<String>,
    over: bool,
    ended: Option<End>,
    size: (u16, u16),
    /// Sizes that were only there to be drawn.
    fences: u16,
}

impl Running {
    pub(crate) fn start(start: Start) -> Running {
        let Start { command: line, environment, folder, columns, rows } = start;
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::from_argv(line);
        command.env_clear();
        command.cwd(folder);
        for (name, value) in environment {
            command.env(name, value);
        }
        let descriptor = pair.master.as_raw_fd().unwrap();
        let mut descriptor = FileDescriptor::dup(&descriptor).unwrap();
        descriptor.set_non_blocking(true).unwrap();
        let found = modes(&tcgetattr(&descriptor).unwrap());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        Running {
            master: Some((pair.master, descriptor)),
            child,
            found,
            screen: parser(columns, rows),
            bytes: Vec::new(),
            acknowledged: Vec::new(),
            over: false,
            ended: None,
            size: (columns, rows),
            fences: 0,
        }
    }

    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    fn descriptor(&self) -> &FileDescriptor {
        &self.master.as_ref().expect("the window is open").1
    }

    /// Takes in what the program has written, waiting for it until then at most. False when it ran
    /// out, or the program has closed the terminal.
    pub(crate) fn hear(&mut self, until: Instant) -> bool {
        if self.over {
            return false;
        }
        let mut buffer = vec![0; 64 << 10];
        loop {
            match rustix::io::read(self.descriptor(), &mut *buffer) {
                Ok(0) => {
                    self.over = true;
                    return false;
                }
                Ok(read) => {
                    let bytes = buffer.get(..read).unwrap();
                    self.screen.process(bytes);
                    self.bytes.extend_from_slice(bytes);
                    return true;
                }
                Err(Errno::AGAIN) => {
                    if Instant::now() >= until {
                        return false;
                    }
                    let mut fds = [PollFd::new(self.descriptor(), PollFlags::IN)];
                    let _ = poll(&mut fds, Some(&left(until)));
                }
                Err(Errno::INTR) => {}
                Err(_) => {
                    self.over = true;
                    return false;
                }
            }
        }
    }

    /// Takes in all that comes for so long. No proof of anything: for what must not happen.
    pub(crate) fn listen(&mut self, time: Duration) -> &mut Running {
        let until = Instant::now() + time;
        while self.hear(until) {}
        self
    }

    /// Reads until the screen is as wanted.
    pub(crate) fn until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) -> &mut Running {
        assert!(self.shows(PATIENCE, wanted), "waited in vain for {what}\n{}", self.text());
        self
    }

    /// Whether the screen is as wanted within the time.
    pub(crate) fn shows(&mut self, within: Duration, wanted: impl Fn(&str) -> bool) -> bool {
        let until = Instant::now() + within;
        loop {
            if wanted(&self.text()) {
                return true;
            }
            if !self.hear(until) {
                return wanted(&self.text());
            }
        }
    }

    pub(crate) fn until_says(&mut self, text: &str) -> &mut Running {
        self.until(text, |screen| screen.contains(text))
    }

    /// Sends bytes, hearing what comes meanwhile: neither side can block the other.
    pub(crate) fn send_bytes(&mut self, mut bytes: &[u8]) -> &mut Running {
        let until = Instant::now() + PATIENCE;
        while !bytes.is_empty() && !self.over {
            assert!(Instant::now() < until, "the program does not read\n{}", self.text());
            match rustix::io::write(self.descriptor(), bytes) {
                Ok(sent) => bytes = bytes.get(sent..).unwrap(),
                Err(Errno::AGAIN) => {
                    let both = PollFlags::IN | PollFlags::OUT;
                    let mut fds = [PollFd::new(self.descriptor(), both)];
                    let _ = poll(&mut fds, Some(&left(until)));
                    self.hear(Instant::now());
                }
                Err(Errno::INTR) => {}
                Err(_) => break,
            }
        }
        self
    }

    pub(crate) fn send(&mut self, text: &str) -> &mut Running {
        self.send_bytes(text.as_bytes())
    }

    /// Sends bytes as far as the terminal takes them without anybody reading what comes. Answers
    /// how many it took.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> usize {
        rustix::io::write(self.descriptor(), bytes).unwrap_or(0)
    }

    /// Presses keys as tests write them: `n "Borr" enter`.
    pub(crate) fn press(&mut self, written: &str) -> &mut Running {
        let bytes: Vec<u8> = keys::read(written).into_iter().flat_map(sent_for).collect();
        self.send_bytes(&bytes)
    }

    /// Captures an idea, and notes it when the screen shows it as saved.
    pub(crate) fn capture(&mut self, title: &str) -> &mut Running {
        self.send(&format!("n{title}\r"))
            .until(title, |screen| screen.contains(title) && screen.contains("Ny idé #"));
        self.acknowledge(title)
    }

    pub(crate) fn acknowledge(&mut self, step: &str) -> &mut Running {
        self.acknowledged.push(step.to_owned());
        self
    }

    /// The window gets another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Running {
        self.screen = parser(columns, rows);
        self.resize_only(columns, rows)
    }

    /// The same, while what is still drawn in the old size is of no interest.
    pub(crate) fn resize_only(&mut self, columns: u16, rows: u16) -> &mut Running {
        let size = Winsize { ws_col: columns, ws_row: rows, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(self.descriptor(), size).unwrap();
        self.size = (columns, rows);
        self
    }

    /// Waits until all that was sent is done and drawn: what was typed is read before a size that
    /// came after it, and a size that the program has not seen before is drawn whole.
    pub(crate) fn settle(&mut self) -> &mut Running {
        let (columns, rows) = self.size;
        self.fences = self.fences % 40 + 1;
        self.listen(Duration::ZERO);
        let before = self.bytes.len();
        self.resize(columns + self.fences, rows);
        self.size = (columns, rows);
        let until = Instant::now() + PATIENCE;
        loop {
            let new = self.bytes.get(before..).unwrap_or_default();
            let cleared = last(new, b"\x1b[2J");
            if cleared.is_some() && cleared < last(new, b"\x1b[?2026l") {
                return self;
            }
            assert!(self.hear(until), "no frame in another size\n{}", self.text());
        }
    }

    /// Closes the window: the terminal is gone.
    pub(crate) fn close(&mut self) -> &mut Running {
        self.master = None;
        self.over = true;
        self
    }

    /// The process that was started, which may be a tool in front.
    pub(crate) fn front(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Our own process: the front, or a child of it.
    pub(crate) fn id(&self) -> u32 {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(id) = ours(self.front()) {
                return id;
            }
            assert!(Instant::now() < until, "the program is not running");
            std::thread::yield_now();
        }
    }

    pub(crate) fn signal(&self, signal: Signal) {
        signal_to(self.id(), signal);
    }

    /// Waits for the end, and for the last that was written.
    pub(crate) fn ends(&mut self) -> u32 {
        match self.end() {
            End::Code(code) => code,
            End::Killed(signal) => panic!("it was ended by {signal}\n{}", self.text()),
        }
    }

    pub(crate) fn end(&mut self) -> End {
        let end = self.ends_within(PATIENCE);
        end.unwrap_or_else(|| panic!("it does not end\n{}", self.text()))
    }

    pub(crate) fn ends_within(&mut self, time: Duration) -> Option<End> {
        let until = Instant::now() + time;
        while self.hear(until) {}
        loop {
            if let Some(end) = &self.ended {
                return Some(end.clone());
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                self.ended = Some(match status.signal() {
                    Some(signal) => End::Killed(signal.to_owned()),
                    None => End::Code(status.exit_code()),
                });
            } else if Instant::now() >= until {
                return None;
            } else {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
    }

    /// How many bytes wait to be read.
    pub(crate) fn unread(&self) -> u64 {
        rustix::io::ioctl_fionread(self.descriptor()).unwrap_or(0)
    }

    /// Sleeping, running, stopped: as the system has it in one letter.
    pub(crate) fn state(&self) -> char {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.id())).unwrap_or_default();
        stat.rsplit(") ").next().and_then(|rest| rest.chars().next()).unwrap_or('?')
    }

    /// Ends it at once, and waits.
    pub(crate) fn kill(&mut self) {
        // It may not be our program yet, but about to become it.
        signal_to(ours(self.front()).unwrap_or(self.front()), Signal::KILL);
        self.end();
    }

    /// The modes of the line now, as text.
    pub(crate) fn modes(&self) -> String {
        modes(&tcgetattr(self.descriptor()).unwrap())
    }

    /// Lines are edited and echoed by the system, as a shell has it.
    pub(crate) fn is_cooked(&self) -> bool {
        let local = tcgetattr(self.descriptor()).unwrap().local_modes;
        local.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
    }

    /// The terminal is as it was found.
    pub(crate) fn is_restored(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the screen is given back");
        assert!(!screen.hide_cursor(), "the cursor is seen");
        assert!(!screen.bracketed_paste(), "pastes are plain again");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        let (begun, ended) = (last(&self.bytes, b"\x1b[?2026h"), last(&self.bytes, b"\x1b[?2026l"));
        assert!(begun <= ended, "no frame is left half sent");
        assert_eq!(self.modes(), self.found, "the line's modes");
    }

    /// How often the threads have gone to sleep of their own accord: each is a wake-up to come.
    pub(crate) fn sleeps(&self) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.id())).unwrap();
        tasks
            .flatten()
            .filter_map(|task| number_after(&task.path(), "voluntary_ctxt_switches:"))
            .sum()
    }

    /// What its threads have used of the processor.
    pub(crate) fn processor_time(&self) -> Duration {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.id())).unwrap();
        let spent = tasks.flatten().filter_map(|task| {
            let line = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
            line.split_whitespace().next()?.parse::<u64>().ok()
        });
        Duration::from_nanos(spent.sum())
    }

    /// The most memory it has had, in bytes.
    pub(crate) fn most_memory(&self) -> u64 {
        let path = format!("/proc/{}/status", self.id());
        number_after(Path::new(&path).parent().unwrap(), "VmHWM:").unwrap() * 1024
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.ended.is_none() {
            if let Some(id) = ours(self.front()) {
                signal_to(id, Signal::KILL);
            }
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

fn last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|found| found == what)
}

/// The number that stands after a name in a folder's `status`.
fn number_after(folder: &Path, name: &str) -> Option<u64> {
    let status = std::fs::read_to_string(folder.join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

fn modes(found: &Termios) -> String {
    format!(
        "{:?} {:?} {:?} {:?}",
        found.input_modes, found.output_modes, found.control_modes, found.local_modes
    )
}

fn signal_to(id: u32, signal: Signal) {
    let id = Pid::from_raw(i32::try_from(id).unwrap()).unwrap();
    // It may have ended just now.
    let _ = kill_process(id, signal);
}

/// Whether a process has ended, be it that nobody has asked how.
pub(crate) fn is_gone(id: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    stat.rsplit(')').next().is_none_or(|rest| rest.is_empty() || rest.trim_start().starts_with('Z'))
}

/// The process, or the one below it, that is our program.
fn ours(id: u32) -> Option<u32> {
    let path = std::fs::read_link(format!("/proc/{id}/exe")).ok()?;
    if path == Path::new(PROGRAM) {
        return Some(id);
    }
    let tasks = std::fs::read_dir(format!("/proc/{id}/task")).ok()?;
    tasks.flatten().find_map(|task| {
        let children = std::fs::read_to_string(task.path().join("children")).ok()?;
        children.split_whitespace().find_map(|child| ours(child.parse().ok()?))
    })
}

/// What a terminal sends for a chord.
fn sent_for(chord: Chord) -> Vec<u8> {
    let modifier = 1 + u8::from(chord.shift) + 2 * u8::from(chord.alt) + 4 * u8::from(chord.ctrl);
    let letter = |last: char| match modifier {
        1 => format!("\x1b[{last}"),
        _ => format!("\x1b[1;{modifier}{last}"),
    };
    let number = |number: u8| match modifier {
        1 => format!("\x1b[{number}~"),
        _ => format!("\x1b[{number};{modifier}~"),
    };
    // As terminals with the newer protocol send it; a lone Esc would wait for what follows.
    let code = |code: u32| format!("\x1b[{code};{modifier}u");
    let plain = modifier == 1;
    let sent = match chord.key {
        Key::Char(c) if plain => c.to_string(),
        Key::Char(c) => code(u32::from(c)),
        Key::Enter if plain => "\r".to_owned(),
        Key::Enter => code(13),
        Key::Esc => code(27),
        Key::Tab if plain => "\t".to_owned(),
        Key::Tab => code(9),
        Key::Backspace if plain => "\x7f".to_owned(),
        Key::Backspace => code(127),
        Key::Up => letter('A'),
        Key::Down => letter('B'),
        Key::Right => letter('C'),
        Key::Left => letter('D'),
        Key::Home => letter('H'),
        Key::End => letter('F'),
        Key::Insert => number(2),
        Key::Delete => number(3),
        Key::PageUp => number(5),
        Key::PageDown => number(6),
        Key::F(n @ 1..=4) => letter(char::from(b'O' + n)),
        Key::F(n) => number([15, 17, 18, 19, 20, 21, 23, 24][usize::from(n.clamp(5, 12)) - 5]),
    };
    sent.into_bytes()
}

fn left(until: Instant) -> Timespec {
    Timespec::try_from(until.saturating_duration_since(Instant::now())).unwrap()
}
