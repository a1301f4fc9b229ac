//! A file with one sluice in it, and the ways to ask things of it.

#![allow(dead_code, reason = "each file of tests uses its own part")]

use jiff::civil::date;
use sluss::domain::{
    Begin, Capture, Captured, Command, Done, IdeaId, No, PersonId, Record, Source, Stage, StageId,
    Stamp, Uid,
};
use sluss::store::{Reader, Request, Store};

pub(crate) struct File {
    _folder: tempfile::TempDir,
    pub(crate) store: Store,
    pub(crate) reader: Reader,
    pub(crate) who: Option<PersonId>,
    requests: u128,
}

/// When everything happens.
pub(crate) const NOW: Stamp = Stamp(1_795_000_000_000);

impl File {
    pub(crate) fn new() -> File {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sluss.db");
        let store = Store::open(&path, "one".into()).unwrap();
        let reader = store.reader().unwrap();
        let mut file = File { _folder: folder, store, reader, who: None, requests: 0 };
        file.run(Begin { name: "Tavla".into() }).unwrap();
        file
    }

    pub(crate) fn request(&mut self) -> Request {
        self.requests += 1;
        Request {
            uid: Uid(uuid::Uuid::from_u128(self.requests << 16)),
            now: NOW,
            today: date(2026, 11, 23),
            who: self.who,
        }
    }

    pub(crate) fn run(&mut self, command: impl Into<Command>) -> Result<Done, No> {
        let request = self.request();
        self.store.commit(request, &command.into()).unwrap()
    }

    /// The message with which a command is refused.
    pub(crate) fn refusal(&mut self, command: impl Into<Command>) -> String {
        match self.run(command) {
            Err(No::Refused(refusal)) => refusal.0.id.into_owned(),
            other => panic!("not refused: {other:?}"),
        }
    }

    pub(crate) fn undo(&mut self) {
        let request = self.request();
        self.store.undo(request).unwrap().unwrap();
    }

    /// Every record of a kind.
    pub(crate) fn every<R: Record>(&self) -> Vec<R> {
        self.reader.every().unwrap()
    }

    /// One idea, in the first stage.
    pub(crate) fn idea(&mut self, line: &str) -> IdeaId {
        let stage = self.every::<Stage>().first().map_or(StageId(0), |stage| stage.id);
        let lines = vec![Captured::read(line)];
        *self.run(Capture { stage, lines, source: Source::Form }).unwrap().created.first().unwrap()
    }
}
