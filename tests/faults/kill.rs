//! Killed at any moment, or without memory: what was shown as saved is there, and the next start is
//! as any other.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sluss::domain::Idea;

use super::pty::{
    Dice, End, Home, PATIENCE, Running, Signal, Start, long, needs, needs_root, needs_strace,
    rounds, seed, tell,
};

/// What was shown as saved, on one file over many kills.
#[derive(Default)]
struct Ledger {
    acknowledged: Vec<String>,
    /// Typed, and perhaps saved: the program was killed before it told.
    open: Vec<String>,
    kills: u32,
    nth: u32,
}

impl Ledger {
    fn title(&mut self) -> String {
        self.nth += 1;
        format!("Nr {} x", self.nth)
    }

    /// Captures ideas until the program is gone, or so many are saved.
    fn capture(&mut self, program: &mut Running, most: u32) -> bool {
        for _ in 0..most {
            let title = self.title();
            program.send(&format!("n{title}\r"));
            self.open.push(title.clone());
            let saved = |screen: &str| screen.contains(&title) && screen.contains("Ny idé #");
            if !program.shows(PATIENCE, saved) {
                return false;
            }
            self.open.pop();
            self.acknowledged.push(title);
        }
        true
    }

    /// Nothing that was acknowledged is missing, and nothing is there twice.
    fn holds(&self, home: &Home) {
        home.is_sound();
        let mut there: HashMap<String, u32> = HashMap::new();
        for idea in home.every::<Idea>() {
            *there.entry(idea.title).or_default() += 1;
        }
        for title in &self.acknowledged {
            assert_eq!(there.remove(title), Some(1), "{title}, after {} kills", self.kills);
        }
        for (title, times) in there {
            assert!(self.open.contains(&title) && times == 1, "{title} is there {times} times");
        }
    }

    fn tell(&self, what: &str) {
        let (kills, acknowledged) = (self.kills, self.acknowledged.len());
        tell(&format!("{what}: {kills} kills, {acknowledged} acknowledged, 0 lost"));
    }
}

/// The next start is as any other: the board is there, and an idea can be saved.
fn starts_again(home: &Home, ledger: &mut Ledger) {
    let mut program = home.run();
    program.until_says("Inkommen");
    assert!(ledger.capture(&mut program, 1), "{}", program.text());
    program.send("q");
    assert_eq!(program.ends(), 0);
    ledger.holds(home);
}

fn at_random_moments(times: u32, ledger: &mut Ledger, home: &Home) {
    let mut dice = Dice::of(seed());
    for _ in 0..times {
        let mut program = home.run();
        program.until_says("Inkommen");
        assert!(ledger.capture(&mut program, u32::try_from(dice.below(3)).unwrap()));
        let title = ledger.title();
        program.send(&format!("n{title}\r"));
        ledger.open.push(title);
        program.listen(Duration::from_micros(dice.below(12_000)));
        program.kill();
        ledger.kills += 1;
        ledger.holds(home);
    }
    starts_again(home, ledger);
}

#[test]
fn k1_killed_at_a_random_moment_while_saving_nothing_is_lost() {
    let (home, mut ledger) = (Home::new(), Ledger::default());
    at_random_moments(rounds(70, 1000), &mut ledger, &home);
    ledger.tell("k1, at random moments");
}

/// Kills the program at its n-th call of a kind, for each n until it lives through all it does.
fn at_each_call(call: &str, most: u32, captures: u32, ledger: &mut Ledger, home: &Home) {
    let log = home.folder().join("strace");
    for n in 1..=most {
        let inject = format!("inject={call}:signal=KILL:when={n}");
        let trace = format!("trace={call}");
        let mut program = home.start().traced(&[&trace, &inject], &log).run();
        let begun = program.shows(PATIENCE, |screen| screen.contains("Inkommen"));
        if begun && ledger.capture(&mut program, captures) {
            program.send("q");
        }
        match program.end() {
            End::Code(0) => {
                ledger.holds(home);
                tell(&format!("{call}: lives through all {n}"));
                return;
            }
            _ => ledger.kills += 1,
        }
        ledger.holds(home);
    }
}

#[test]
fn k1_k5_killed_at_each_system_call_while_saving_and_leaving_nothing_is_lost() {
    if !needs_strace() {
        return;
    }
    let (home, mut ledger) = (Home::new(), Ledger::default());
    let (most, captures) = (rounds(14, 500), rounds(2, 4));
    for call in ["pwrite64", "fsync", "ftruncate", "fcntl"] {
        at_each_call(call, most, captures, &mut ledger, &home);
    }
    starts_again(&home, &mut ledger);
    ledger.tell("k1, k5, at system calls");
}

#[test]
fn k2_killed_while_it_starts_the_next_start_is_as_any_other() {
    let (home, mut ledger) = (Home::new(), Ledger::default());
    let mut dice = Dice::of(seed());
    for _ in 0..rounds(25, 500) {
        let mut program = home.run();
        program.listen(Duration::from_micros(dice.below(90_000)));
        program.kill();
        ledger.kills += 1;
        ledger.holds(&home);
    }
    starts_again(&home, &mut ledger);
    ledger.tell("k2, while it starts");
}

#[test]
fn k2_killed_while_the_first_file_is_made_there_is_a_whole_file_or_none() {
    if !needs_strace() {
        return;
    }
    let most = rounds(8, 200);
    for n in (1..=most).map(|n| n * if long() { 1 } else { 4 }) {
        let home = Home::empty();
        let log = home.folder().join("strace");
        let inject = format!("inject=pwrite64:signal=KILL:when={n}");
        let mut program = home.start().traced(&["trace=pwrite64", &inject], &log).run();
        // The first question is answered; a board begins.
        if program.shows(PATIENCE, |screen| screen.contains("Enter")) {
            program.send("\r\r\r").listen(Duration::from_millis(50));
            program.send("q");
        }
        program.listen(Duration::from_millis(100));
        program.kill();
        let mut again = home.run();
        again.until("a first choice or a board", |screen| screen.contains("Enter"));
        assert!(!again.text().contains("skadad"), "{}", again.text());
        again.kill();
    }
}

#[test]
fn k11_k12_without_memory_it_ends_and_the_file_is_whole() {
    if !needs("prlimit") {
        return;
    }
    let (home, mut ledger) = (Home::demo(), Ledger::default());
    for idea in home.every::<Idea>() {
        ledger.acknowledged.push(idea.title);
    }
    let mut lived = 0;
    for megabytes in [24, 30, 36, 42, 48, 54, 60, 80, 120, 400_u64] {
        let limit = format!("--as={}", megabytes << 20);
        let mut program = home.start().under(["prlimit", &limit]).run();
        let begun = program.shows(PATIENCE, |screen| screen.contains("Inkommen"));
        let title = ledger.title();
        ledger.open.push(title.clone());
        program.send(&format!("n{title}\r"));
        // It is saved, or it is told that it is not and the text stays.
        let told = program.shows(PATIENCE, |screen| {
            screen.contains("Ny idé #") || screen.contains("inte sparad") && screen.contains(&title)
        });
        if begun && told && program.text().contains("Ny idé #") {
            ledger.open.pop();
            ledger.acknowledged.push(title);
            lived += 1;
        }
        if begun && told {
            program.signal(Signal::TERM);
        }
        // Where memory runs out in the middle of it, it aborts, which is as a kill.
        let end = program.end();
        tell(&format!("{megabytes} MB: {end:?}"));
        if matches!(end, End::Code(_)) {
            program.is_restored();
        }
        ledger.holds(&home);
    }
    assert!(lived > 0, "it lives where there is memory");
    starts_again(&home, &mut ledger);
}

/// A file system of its own in a file, from which the power can be cut.
struct Disk {
    folder: PathBuf,
    image: PathBuf,
    mounted: bool,
}

impl Disk {
    fn make(folder: &Path) -> Option<Disk> {
        let image = folder.join("disk.img");
        std::fs::File::create(&image).unwrap().set_len(512 << 20).unwrap();
        let made = Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&image).status();
        let mut disk = Disk { folder: folder.join("disk"), image, mounted: false };
        std::fs::create_dir(&disk.folder).unwrap();
        (made.is_ok_and(|ended| ended.success()) && disk.mount()).then_some(disk)
    }

    fn mount(&mut self) -> bool {
        let mounted =
            Command::new("mount").args(["-o", "loop"]).arg(&self.image).arg(&self.folder).output();
        self.mounted = mounted.is_ok_and(|ended| ended.status.success());
        self.mounted
    }

    /// All that was not flushed is gone: ext4's own shutdown, without its log.
    fn cut(&self) -> bool {
        const CUT: &str = "import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))";
        let cut = Command::new("python3").args(["-c", CUT]).arg(&self.folder).output();
        cut.is_ok_and(|ended| ended.status.success())
    }

    fn unmount(&mut self) {
        if std::mem::take(&mut self.mounted) {
            let ended = Command::new("umount").arg(&self.folder).output().unwrap();
            assert!(ended.status.success(), "{ended:?}");
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.mounted {
            let _ = Command::new("umount").arg("-l").arg(&self.folder).output();
        }
    }
}

#[test]
fn k6_a_power_cut_loses_nothing_that_was_shown_as_saved() {
    if !(needs_root() && needs("mkfs.ext4") && needs("mount") && needs("python3")) {
        return;
    }
    let below = tempfile::tempdir().unwrap();
    let Some(mut disk) = Disk::make(below.path()) else {
        tell("skipped: no file system can be mounted here");
        return;
    };
    let mut dice = Dice::of(seed());
    let (mut ledger, home) = (Ledger::default(), Home::at(&disk.folder.join("home")));
    for _ in 0..rounds(6, 200) {
        let start: Start = home.start();
        let mut program = start.run();
        program.until_says("Inkommen");
        let most = 1 + u32::try_from(dice.below(4)).unwrap();
        assert!(ledger.capture(&mut program, most), "{}", program.text());
        let title = ledger.title();
        program.send(&format!("n{title}\r"));
        ledger.open.push(title);
        program.listen(Duration::from_micros(dice.below(12_000)));
        if !disk.cut() {
            tell("skipped: this file system cannot be shut down");
            return;
        }
        program.kill();
        drop(program);
        ledger.kills += 1;
        disk.unmount();
        assert!(disk.mount(), "the file system is mounted again");
        ledger.holds(&home);
    }
    starts_again(&home, &mut ledger);
    ledger.tell("k6, power cuts");
}
