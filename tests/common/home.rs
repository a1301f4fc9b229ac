//! A folder with a file in it, as one person has it at home, and the program started there.

#![allow(dead_code, reason = "each file of tests uses its own part")]

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::civil::date;
use sluss::domain::{
    Begin, Capture, Captured, IdeaId, Language, Record, Samples, Source, Stage, Stamp, Uid,
};
use sluss::store::{Reader, Request, Store};

use super::{PROGRAM, Running};

/// When everything happens that a test does to the file behind the program's back.
const NOW: Stamp = Stamp(1_795_442_520_000);

pub(crate) struct Home {
    folder: PathBuf,
    requests: u128,
    /// Removed with it, where it is a temporary one.
    _folder: Option<tempfile::TempDir>,
}

impl Home {
    /// A file that has been begun, and nothing in it.
    pub(crate) fn new() -> Home {
        let mut home = Home::empty();
        home.commit(&Begin { name: "Vår idésluss".into() }.into());
        home
    }

    /// The same, where it was asked before who is at the keyboard.
    pub(crate) fn own() -> Home {
        let home = Home::new();
        home.nobody_asks();
        home
    }

    /// A folder without a file.
    pub(crate) fn empty() -> Home {
        let folder = tempfile::tempdir().unwrap();
        Home { folder: folder.path().to_owned(), requests: 0, _folder: Some(folder) }
    }

    /// A file that has been begun, in a folder of one's choice, which is made.
    pub(crate) fn at(folder: &Path) -> Home {
        std::fs::create_dir_all(folder).unwrap();
        let mut home = Home { folder: folder.to_owned(), requests: 0, _folder: None };
        home.commit(&Begin { name: "Vår idésluss".into() }.into());
        home
    }

    /// A file with the invented ideas, where it was asked before who is at the keyboard.
    pub(crate) fn demo() -> Home {
        let mut home = Home::empty();
        home.commit(&Samples { language: Language::Sv }.into());
        home.nobody_asks();
        home
    }

    /// A folder with the same file in it. Nobody has it open.
    pub(crate) fn another(&self) -> Home {
        let home = Home { requests: self.requests, ..Home::empty() };
        std::fs::copy(self.file(), home.file()).unwrap();
        home
    }

    /// Nobody is asked who sits at the keyboard.
    pub(crate) fn nobody_asks(&self) {
        Store::open(&self.file(), "another".into()).unwrap().remember("who", "").unwrap();
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder().join("sluss.db")
    }

    pub(crate) fn reader(&self) -> Reader {
        Reader::open(&self.file()).unwrap()
    }

    /// What another program does to the file.
    pub(crate) fn commit(&mut self, command: &sluss::domain::Command) -> Vec<IdeaId> {
        self.commit_at(NOW, command)
    }

    /// The same at this very moment, by the clock that the program has: a workshop that began long ago
    /// is not gone on with.
    pub(crate) fn commit_now(&mut self, command: &sluss::domain::Command) -> Vec<IdeaId> {
        self.commit_at(Stamp(jiff::Timestamp::now().as_millisecond()), command)
    }

    fn commit_at(&mut self, now: Stamp, command: &sluss::domain::Command) -> Vec<IdeaId> {
        self.requests += 1;
        let mut store = Store::open(&self.file(), "another".into()).unwrap();
        let request = Request {
            uid: Uid(uuid::Uuid::from_u128(self.requests << 16)),
            now,
            today: date(2026, 11, 23),
            who: None,
        };
        store.commit(request, command).unwrap().unwrap().created
    }

    /// Another program captures ideas in the first stage.
    pub(crate) fn capture(&mut self, titles: &[&str]) -> Vec<IdeaId> {
        let mut stages: Vec<Stage> = self.every();
        stages.sort_by_key(|stage| stage.rank);
        let stage = stages.first().unwrap().id;
        let lines = titles.iter().map(|title| Captured::read(title)).collect();
        self.commit(&Capture { stage, lines, source: Source::Form }.into())
    }

    /// Every record of a kind that is in the file.
    pub(crate) fn every<R: Record>(&self) -> Vec<R> {
        self.reader().every().unwrap()
    }

    /// A connection of the test's own, as any tool has it.
    pub(crate) fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.file()).unwrap()
    }

    /// SQLite finds nothing wrong, the steps are numbered without a gap, and none is there twice.
    pub(crate) fn is_sound(&self) {
        let raw = self.raw();
        let ok: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(ok, "ok");
        let (count, last, different): (i64, i64, i64) = raw
            .query_row(
                "SELECT count(*), coalesce(max(seq), 0), count(DISTINCT uid) FROM journal",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .unwrap();
        assert_eq!((count, count), (last, different), "steps are missing or doubled");
        let wrong: i64 = raw
            .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(wrong, 0, "something points to what is not there");
    }

    pub(crate) fn environment(&self) -> Vec<(String, OsString)> {
        let own = |name: &str, value: &dyn AsRef<std::ffi::OsStr>| {
            (name.to_owned(), value.as_ref().to_owned())
        };
        vec![
            own("HOME", &self.folder()),
            own("SLUSS_DB", &self.file()),
            own("LANG", &"sv_SE.UTF-8"),
            own("TERM", &"xterm-256color"),
            own("TZ", &"UTC"),
            own("PATH", &std::env::var_os("PATH").unwrap_or_default()),
        ]
    }

    /// The program, about to be started under a terminal.
    pub(crate) fn start(&self) -> Start {
        Start {
            command: vec![PROGRAM.into()],
            environment: self.environment(),
            folder: self.folder().to_owned(),
            columns: 80,
            rows: 24,
        }
    }

    /// The program, started as it is.
    pub(crate) fn run(&self) -> Running {
        self.start().run()
    }

    /// A subcommand, without a terminal and with nothing to read.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.env_clear().envs(self.environment()).current_dir(self.folder());
        command.args(args).stdin(Stdio::null());
        command
    }
}

/// The program before it starts: its line, its environment, its window.
pub(crate) struct Start {
    pub(crate) command: Vec<OsString>,
    pub(crate) environment: Vec<(String, OsString)>,
    pub(crate) folder: PathBuf,
    pub(crate) columns: u16,
    pub(crate) rows: u16,
}

impl Start {
    #[must_use]
    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Start {
        self = self.without(name);
        self.environment.push((name.to_owned(), value.into()));
        self
    }

    #[must_use]
    pub(crate) fn without(mut self, name: &str) -> Start {
        self.environment.retain(|(known, _)| known != name);
        self
    }

    #[must_use]
    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Start {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    #[must_use]
    pub(crate) fn args<T: Into<OsString>>(mut self, args: impl IntoIterator<Item = T>) -> Start {
        self.command.extend(args.into_iter().map(Into::into));
        self
    }

    /// Another program in front, which starts ours: strace, prlimit, setpriv, faketime.
    #[must_use]
    pub(crate) fn under<T: Into<OsString>>(mut self, front: impl IntoIterator<Item = T>) -> Start {
        self.command.splice(0..0, front.into_iter().map(Into::into));
        self
    }

    /// strace in front, with what it is to do: `inject=fdatasync:error=EIO:when=3+`. It follows
    /// threads. What it says goes to `to`.
    #[must_use]
    pub(crate) fn traced(self, deeds: &[&str], to: &Path) -> Start {
        let mut front = vec![OsString::from("strace"), "-f".into(), "-qq".into(), "-o".into()];
        front.push(to.into());
        for deed in deeds {
            front.extend(["-e".into(), OsString::from(deed)]);
        }
        self.under(front)
    }

    pub(crate) fn run(self) -> Running {
        Running::start(self)
    }
}
