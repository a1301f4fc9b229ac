//! Everything outside the model, as a value: tests hand in their own.

use std::path::PathBuf;

use crate::app::{
    Answer, Beginning, Effect, FrameRead, Job as Question, LeftAt, Model, Msg, Need, Now, Opened,
    ShapeRead, WhichFile,
};
use crate::domain::{Cell as _, Idea, IdeaId, Say, Uid, Window};
use crate::export::plain;
use crate::store::{Fault, OpenError, Reader, Request};
use crate::text::Words;

use super::fault;
use super::files::{Files, Open, left_at};
use super::finder::Finder;
use super::found;
use super::lists;
use super::openings;
use super::panes;
use super::saver::{Job, Saver};
use super::texts;
use super::watch::Watch;
use super::who::Who;

/// Where time and new names come from.
pub struct Clock {
    pub now: Box<dyn Fn() -> Now>,
    pub uid: Box<dyn FnMut() -> Uid>,
}

pub struct World {
    /// None until the first choice on the first screen.
    open: Option<Open>,
    /// The files that can be opened; none where the one that is open is all there is.
    files: Option<Files>,
    clock: Clock,
    watch: Option<Watch>,
    who: Who,
    /// Where texts that are asked for are written.
    folder: Option<PathBuf>,
    /// The first frame is drawn.
    started: bool,
    /// The file's state at the last reading.
    seen: i64,
}

impl World {
    /// One file, which is open.
    pub fn new(saver: Saver, reader: Reader, clock: Clock) -> World {
        let open = Some(Open { saver, reader, finder: Finder::in_line() });
        World {
            open,
            files: None,
            clock,
            watch: None,
            who: Who::default(),
            folder: None,
            started: false,
            seen: 0,
        }
    }

    /// Files of which none is open yet.
    pub fn of(files: Files, clock: Clock) -> World {
        let who = Who::default();
        World {
            open: None,
            files: Some(files),
            clock,
            watch: None,
            who,
            folder: None,
            started: false,
            seen: 0,
        }
    }

    /// Where texts that are asked for are written.
    #[must_use]
    pub fn with_folder(mut self, folder: Option<PathBuf>) -> World {
        self.folder = folder;
        self
    }

    /// Opens a file that is there; without one there is nothing to read.
    pub fn begin(&mut self, which: WhichFile) -> Result<Option<&Reader>, OpenError> {
        if let Some(files) = &self.files {
            self.open = files.open(which)?;
        }
        self.who = self.open.as_ref().map(|open| Who::of(&open.reader)).unwrap_or_default();
        Ok(self.open.as_ref().map(|open| &open.reader))
    }

    pub fn left_at(&self) -> LeftAt {
        self.open.as_ref().map(|open| left_at(&open.reader)).unwrap_or_default()
    }

    /// The name of the person at the keyboard, where one was given.
    pub fn who(&self) -> String {
        let open = self.open.as_ref();
        open.and_then(|open| self.who.name(&open.reader)).unwrap_or_default()
    }

    /// What was put off until the first frame is drawn.
    pub(super) fn start(&mut self) {
        self.started = true;
        self.settle_in();
    }

    /// Opens the file for writing, before the first save, and watches it.
    fn settle_in(&mut self) {
        self.watch = None;
        if let (true, Some(open)) = (self.started, &mut self.open) {
            // Only a saver that is gone answers at once; the next save tells.
            drop(open.saver.take(Job::Open));
            let path = open.reader.path();
            self.watch = self.files.as_ref().and_then(|files| (files.watch)(path));
        }
    }

    /// Opens another file in place of the one that is open, or says why it stays.
    pub(super) fn change_file(
        &mut self,
        model: &Model,
        which: WhichFile,
        begin: Option<Beginning>,
        now: Now,
    ) -> Msg {
        self.remember(model);
        match self.open_file(which, begin, now) {
            Ok(begun) => {
                Msg::Opened(Opened { which, begun, left: self.left_at(), who: self.who() })
            }
            Err(say) => Msg::Answer(Answer::Failed(say)),
        }
    }

    fn open_file(
        &mut self,
        which: WhichFile,
        begin: Option<Beginning>,
        now: Now,
    ) -> Result<bool, Say> {
        let request = self.request(now);
        let files = self.files.as_ref().ok_or(Say::new("refused-only-this-file"))?;
        let (opened, begun) = files.change(which, begin, request)?;
        if let Some(mut open) = self.open.take() {
            open.saver.finish();
        }
        self.open = opened;
        self.who = self.open.as_ref().map(|open| Who::of(&open.reader)).unwrap_or_default();
        self.settle_in();
        Ok(begun)
    }

    fn find_who(&mut self) {
        if let Some(open) = &mut self.open
            && let Some(job) = self.who.find(&open.reader)
        {
            drop(open.saver.take(job));
        }
    }

    fn request(&mut self, now: Now) -> Request {
        self.find_who();
        let who = self.who.id;
        Request { uid: (self.clock.uid)(), now: now.stamp, today: now.today, who }
    }

    pub(super) fn now(&self) -> Now {
        (self.clock.now)()
    }

    /// Carries an effect out. With a saver in line the answer comes at once.
    pub(super) fn perform(&mut self, effect: Effect, now: Now) -> Option<Msg> {
        let job = match effect {
            Effect::Commit { command, drops } => Job::Commit(self.request(now), command, drops),
            Effect::KeepDraft { target, mut fields } => {
                for field in &mut fields {
                    field.at = now.stamp;
                }
                Job::KeepDraft(target, fields)
            }
            Effect::DropDraft { target } => Job::DropDraft(target, now.stamp),
            Effect::Undo => Job::Undo(self.request(now)),
            Effect::UndoChosen(seq) => Job::UndoChosen(self.request(now), seq),
            Effect::Redo => Job::Redo(self.request(now)),
            Effect::Remember { name, value } => Job::Remember(name, value),
            Effect::Be(name) => {
                let job = self.who.sit_down(name);
                self.find_who();
                return self.open.as_mut()?.saver.take(job?);
            }
            Effect::Write(file, language) => {
                let files = self.files.as_ref()?;
                return Some(Msg::Wrote((files.write)(file, language)));
            }
            Effect::WriteText { name, text } => {
                return Some(Msg::Wrote(texts::write(self.folder.as_deref(), &name, &text)));
            }
            Effect::OpenFile { .. }
            | Effect::Mouse(_)
            | Effect::Copy(_)
            | Effect::CopyIdeas(_)
            | Effect::EditOutside { .. }
            | Effect::Redraw
            | Effect::Suspend
            | Effect::Leave => return None,
        };
        self.open.as_mut()?.saver.take(job)
    }

    /// Whether the file was written to since it was last read.
    pub(super) fn is_news(&self) -> bool {
        let version = self.open.as_ref().map(|open| open.reader.data_version());
        matches!(version, Some(Ok(version)) if version != self.seen)
    }

    pub(super) fn answer(&mut self, need: &Need) -> Answer {
        self.find_who();
        let Some(Open { reader, .. }) = &self.open else {
            return Answer::Frame(Box::default());
        };
        fault::sticks(need, reader.path());
        if matches!(need, Need::Frame) {
            self.seen = reader.data_version().unwrap_or(0);
        }
        let who = self.who();
        read(reader, need, &who).unwrap_or_else(|fault| {
            Answer::Failed(Say::new("failed-read").with("why", fault.to_string()))
        })
    }

    /// The text of one idea, or a line for each of several.
    pub(super) fn copied(&self, ideas: &[IdeaId], words: &Words) -> Result<String, Say> {
        let Some(Open { reader, .. }) = &self.open else { return Ok(String::new()) };
        let read = || -> Result<String, Fault> {
            let mut details = Vec::new();
            for idea in ideas {
                details.extend(reader.detail(*idea)?);
            }
            match details.as_slice() {
                [one] => Ok(plain::idea(one, &reader.names()?, words)),
                several => Ok(plain::list(several.iter())),
            }
        };
        read().map_err(|fault| Say::new("failed-read").with("why", fault.to_string()))
    }

    /// Hands a question to whoever finds. In line, the answer comes at once.
    pub(super) fn find(&mut self, question: Question) -> Vec<Msg> {
        let Some(open) = &mut self.open else { return Vec::new() };
        open.finder.take(question, &open.reader)
    }

    /// Writes down where the person was, and waits for what is still being saved.
    pub fn finish(&mut self, model: &Model) {
        self.remember(model);
        if let Some(open) = &mut self.open {
            open.saver.finish();
        }
    }

    fn remember(&mut self, model: &Model) {
        if let Some(open) = &mut self.open {
            for (name, value) in model.left_at().memory() {
                open.saver.take(Job::Remember(name, value));
            }
        }
    }
}

fn read(reader: &Reader, need: &Need, who: &str) -> Result<Answer, Fault> {
    Ok(match need {
        Need::Frame => Answer::Frame(Box::new(FrameRead {
            sluices: reader.sluices()?,
            stages: reader.stages()?,
            units: reader.every()?,
            counts: reader.counts()?,
            last_saved: reader.last_saved()?,
            highest: reader.highest::<Idea>()?,
        })),
        Need::Shape => Answer::Shape(Box::new(ShapeRead {
            questions: reader.every()?,
            names: reader.names()?,
            targets: reader.every()?,
            held: reader.held()?,
        })),
        Need::Tests(idea) => Answer::Tests(*idea, reader.those("idea", &idea.to_value())?),
        Need::Window { stage, order, anchor, size } => {
            let window = reader.window(*stage, *order, *anchor, *size)?;
            let people = panes::people(reader, window.cards.iter().filter_map(|card| card.owner))?;
            Answer::Window { stage: *stage, order: *order, window, people }
        }
        Need::Pane(idea) => Answer::Pane(Box::new(panes::pane(reader, *idea)?)),
        Need::History { idea, before, limit } => Answer::History {
            read: Box::new(panes::history(reader, *idea, *before, *limit)?),
            continued: before.is_some(),
        },
        Need::Changes(seq) => Answer::Changes { seq: *seq, changes: reader.changes(*seq)? },
        Need::Opening(opening) => Answer::Opening(Box::new(openings::read(reader, opening, who)?)),
        Need::Filtered { stage, ideas, above, total, sieve } => {
            let cards = reader.cards(ideas)?;
            let people = panes::people(reader, cards.iter().filter_map(|card| card.owner))?;
            let window = Window { cards, above: Some(*above), total: *total };
            Answer::Filtered { stage: *stage, window, people, sieve: *sieve }
        }
        Need::Rows { ideas, needles } => {
            Answer::Rows { ideas: ideas.clone(), rows: found::rows(reader, ideas, needles)? }
        }
        Need::Filters => Answer::Filters(reader.every()?),
        Need::Searches => {
            let written = reader.remembered("searches")?.unwrap_or_default();
            Answer::Searches(written.lines().map(str::to_owned).collect())
        }
        Need::List(ask) => Answer::List(Box::new(lists::read(reader, ask)?)),
        Need::Whereabouts(idea) => {
            Answer::Whereabouts { idea: *idea, stage: reader.column_of(*idea)? }
        }
    })
}
