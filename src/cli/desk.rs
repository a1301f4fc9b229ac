//! What a subcommand works at: the file, the words, the time and the way out to the reader.

use std::cell::Cell;
use std::io::Read as _;

use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::app::Now;
use crate::domain::{
    Begin, Cell as _, Command, Done, IdeaId, Names, Person, PersonId, Say, Sluice, Stage, Stamp,
    Uid,
};
use crate::runtime::{EXPORTS, why, with_export};
use crate::store::{Found, Others, Reader, Request, Store, look, zone};
use crate::text::Words;

use super::ask;
use super::early::Early;
use super::places::Places;
use super::print::{Out, complain};
use super::trouble::{NO_INPUT, Trouble};

/// So much is read from standard input, and no more.
const MOST_READ: u64 = 1 << 20;

pub(super) struct Desk {
    pub(super) places: Places,
    pub(super) early: Early,
    pub(super) words: Words,
    pub(super) zone: TimeZone,
    pub(super) now: Now,
    pub(super) out: Out,
    /// This run of the program, by which undo knows its own steps.
    run: String,
    /// What there is to tell of the file was told.
    has_told: Cell<bool>,
}

impl Desk {
    pub(super) fn new(places: Places, early: Early) -> Desk {
        let zone = zone();
        let now = now(&zone);
        let mut words = early.words(Some(&places));
        words.today = Some(now.today);
        let run = Uuid::now_v7().to_string();
        Desk { places, early, words, zone, now, out: Out::new(), run, has_told: Cell::new(false) }
    }

    pub(super) fn reader(&self) -> Result<Reader, Trouble> {
        let reader = self.quiet_reader()?;
        if !self.has_told.replace(true) {
            let (remarks, _) = reader.remarks(|name| std::env::var(name).ok())?;
            for remark in remarks.iter().filter(|remark| remark.is_urgent()) {
                complain(&self.words.say(&why::remark(remark)));
            }
        }
        Ok(reader)
    }

    /// Tells nothing but why it cannot be opened.
    fn quiet_reader(&self) -> Result<Reader, Trouble> {
        let file = &self.places.file;
        self.places.guard().map_err(|error| Trouble::of_opening(&error, file))?;
        if look(file).is_ok_and(|found| found == Found::Nothing) {
            let say = Say::new("cli-no-ideas-yet").with("path", file.display().to_string());
            return Err(Trouble::new(NO_INPUT, say));
        }
        Reader::open(file).map_err(|error| Trouble::of_opening(&error, file))
    }

    /// The file for writing; it must be there.
    pub(super) fn store(&self) -> Result<Store, Trouble> {
        self.quiet_reader()?;
        self.open()
    }

    /// The file for writing, with a board in it. Where there is none, both are made: whoever adds
    /// something from the shell has chosen to begin.
    pub(super) fn store_or_begin(&self) -> Result<Store, Trouble> {
        let mut store = self.open()?;
        let reader = Reader::open(&self.places.file)
            .map_err(|error| Trouble::of_opening(&error, &self.places.file))?;
        if reader.every::<Sluice>()?.is_empty() {
            let name = self.words.get("cli-first-board").into_owned();
            store.commit(self.request(None), &Begin { name }.into())??;
        }
        Ok(store)
    }

    fn open(&self) -> Result<Store, Trouble> {
        let file = &self.places.file;
        self.places.guard().map_err(|error| Trouble::of_opening(&error, file))?;
        Store::open(file, self.run.clone()).map_err(|error| Trouble::of_opening(&error, file))
    }

    pub(super) fn run(&self) -> &str {
        &self.run
    }

    pub(super) fn request(&self, who: Option<PersonId>) -> Request {
        Request { uid: uid(), now: self.now.stamp, today: self.now.today, who }
    }

    /// Carries a command out and tells what was done.
    pub(super) fn commit(&mut self, command: impl Into<Command>) -> Result<Done, Trouble> {
        let mut store = self.store()?;
        let done = store.commit(self.request(self.who()?), &command.into())??;
        self.tell(&done)?;
        Ok(done)
    }

    /// What was done, and where another's text was written over.
    pub(super) fn tell(&mut self, done: &Done) -> Result<(), Trouble> {
        let said = self.words.say(&done.label);
        self.out.line(&said)
    }

    /// Remembers where copies were written, to be told when something is erased.
    pub(super) fn remember_export(&self, path: &std::path::Path) -> Result<(), Trouble> {
        let known = self.reader()?.remembered(EXPORTS)?.unwrap_or_default();
        // Where the file cannot be written the export stands all the same.
        if let Ok(mut store) = self.open() {
            drop(store.remember(EXPORTS, &with_export(&known, path)));
        }
        Ok(())
    }

    /// Where else copies of ours lie.
    pub(super) fn other_folders(&self) -> Others {
        Others::of(self.places.keeping().second)
    }

    /// The person at the keyboard, where the settings name one whom the file knows.
    pub(super) fn who(&self) -> Result<Option<PersonId>, Trouble> {
        let Some(name) = self.places.own().who else { return Ok(None) };
        let people = self.reader()?.every::<Person>()?;
        Ok(people.iter().find(|person| ask::same(&person.name, &name)).map(|person| person.id))
    }

    /// The boards in their order.
    pub(super) fn sluices(&self, reader: &Reader) -> Result<Vec<Sluice>, Trouble> {
        let mut sluices: Vec<Sluice> = reader.every()?;
        sluices.retain(|sluice| sluice.removed.is_none());
        sluices.sort_by_key(|sluice| sluice.rank);
        Ok(sluices)
    }

    /// The board that was named, or the first.
    pub(super) fn sluice(&self, reader: &Reader, named: Option<&str>) -> Result<Sluice, Trouble> {
        let sluices = self.sluices(reader)?;
        let names: Vec<&str> = sluices.iter().map(|sluice| sluice.name.as_str()).collect();
        match named {
            Some(named) => ask::sluice(&sluices, named).cloned().ok_or_else(|| {
                let say = Say::new("cli-no-such-board").with("said", named);
                Trouble::usage(say.with("names", names.join(", ")))
            }),
            None => sluices.first().cloned().ok_or_else(|| {
                let path = self.places.file.display().to_string();
                Trouble::new(NO_INPUT, Say::new("cli-no-ideas-yet").with("path", path))
            }),
        }
    }

    /// The stages of a board in their order.
    pub(super) fn stages(&self, reader: &Reader, sluice: &Sluice) -> Result<Vec<Stage>, Trouble> {
        let mut stages: Vec<Stage> = reader.those("sluice", &sluice.id.to_value())?;
        stages.retain(|stage| stage.removed.is_none());
        stages.sort_by_key(|stage| (stage.rank, stage.id));
        Ok(stages)
    }

    /// The stage by its number, name or key.
    pub(super) fn stage(&self, stages: &[Stage], said: &str) -> Result<Stage, Trouble> {
        ask::stage(stages, said).cloned().ok_or_else(|| {
            let names = stages.iter().map(|stage| self.words.arg(&stage.label()));
            let names = names.collect::<Vec<_>>().join(", ");
            Trouble::usage(Say::new("cli-no-such-stage").with("said", said).with("names", names))
        })
    }

    /// The number of an idea that is there.
    pub(super) fn idea(&self, reader: &Reader, said: &str) -> Result<IdeaId, Trouble> {
        let number = ask::number(said)
            .ok_or_else(|| Trouble::usage(Say::new("cli-not-a-number").with("said", said)))?;
        match reader.find::<crate::domain::Idea>(number.0)? {
            Some(_) => Ok(number),
            None => {
                let say = Say::new("cli-no-such-idea").with("said", format!("#{}", number.0));
                Err(Trouble::new(NO_INPUT, say))
            }
        }
    }

    pub(super) fn names(&self, reader: &Reader) -> Result<Names, Trouble> {
        Ok(reader.names()?)
    }

    /// A word of `assets/sluice.json`: `known("status", "aktiv")`.
    pub(super) fn known(&self, family: &str, key: &str) -> String {
        crate::domain::known(&format!("{family}:{key}"), self.words.language)
            .unwrap_or(key)
            .to_owned()
    }

    /// All of standard input.
    pub(super) fn input(&self) -> Result<String, Trouble> {
        let mut text = String::new();
        let read = std::io::stdin().lock().take(MOST_READ + 1).read_to_string(&mut text);
        let read = read.map_err(|error| match error.kind() {
            std::io::ErrorKind::InvalidData => Trouble::usage(Say::new("cli-not-text")),
            _ => Trouble::of_file(&error, "-"),
        })?;
        if u64::try_from(read).unwrap_or(u64::MAX) > MOST_READ {
            return Err(Trouble::usage(Say::new("cli-too-much")));
        }
        Ok(text)
    }

    /// A text that was typed, or standard input where that is `-`.
    pub(super) fn text(&self, said: &str) -> Result<String, Trouble> {
        if said == "-" { self.input() } else { Ok(said.to_owned()) }
    }
}

pub(super) fn now(zone: &TimeZone) -> Now {
    let moment = jiff::Timestamp::now();
    Now { stamp: Stamp(moment.as_millisecond()), today: zone.to_datetime(moment).date() }
}

pub(super) fn uid() -> Uid {
    Uid(Uuid::now_v7())
}
