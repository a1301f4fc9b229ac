//! Everything outside the model, as a value: tests hand in their own.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::app::{Answer, Effect, Job as Question, LeftAt, ListRows, Msg, Need, Now, WhichFile};
use crate::domain::{Draft, IdeaId, Say, Uid, Unsaved};
use crate::export::plain;
use crate::store::{Fault, OpenError, Reader, Request, Temporary};
use crate::text::Words;

use super::alone::Land;
use super::answers::read;
use super::fault;
use super::files::{Files, Open, left_at};
use super::news::News;
use super::requests::Requests;
use super::saver::{Job, Saver};
use super::texts;
use super::veil;
use super::watch::Watch;
use super::who::Who;

mod ballots;
mod room;
mod switch;

/// That somebody holds the file, and that it could not be read for that reason.
pub(super) const HELD: &str = "failed-busy";

/// Where time and new names come from.
pub struct Clock {
    pub now: Box<dyn Fn() -> Now>,
    pub uid: Box<dyn FnMut() -> Uid>,
}

pub struct World {
    /// None until the first choice on the first screen.
    pub(super) open: Option<Open>,
    /// The files that can be opened; none where the one that is open is all there is.
    pub(super) files: Option<Files>,
    pub(super) clock: Clock,
    watch: Option<Watch>,
    who: Who,
    /// Where texts that are asked for are written.
    pub(super) folder: Option<PathBuf>,
    /// The first frame is drawn.
    started: bool,
    /// The file's state at the last reading.
    seen: News,
    pub(super) requests: Requests,
    /// The person leaves, and the file is being closed for good.
    pub(super) leaving: bool,
    /// The drafts of this run as they are to be, whether the saver has come so far or not. None where
    /// one is gone.
    kept_drafts: HashMap<String, Option<Vec<Draft>>>,
    /// The file is closed, and what could be written nowhere.
    pub(super) closed: Option<Vec<Unsaved>>,
    /// Somebody held the file when it was last to be read.
    pub(super) kept_out: bool,
    /// Drafts of files that were closed before, which could be written nowhere.
    pub(super) homeless: Vec<Unsaved>,
    /// A folder that goes when nobody needs it any more.
    pub(super) kept: Option<Temporary>,
    /// What follows from what is done to the file on another thread, while it is closed here.
    pub(super) working: Option<Land>,
    /// A room looks on, whatever file is open.
    projected: bool,
}

impl World {
    /// One file, which is open.
    pub fn new(saver: Saver, reader: Reader, clock: Clock) -> World {
        World::with(Some(Open::in_line(saver, reader)), None, clock)
    }

    /// Files of which none is open yet.
    pub fn of(files: Files, clock: Clock) -> World {
        World::with(None, Some(files), clock)
    }

    fn with(open: Option<Open>, files: Option<Files>, clock: Clock) -> World {
        World {
            open,
            files,
            clock,
            watch: None,
            who: Who::default(),
            folder: None,
            started: false,
            seen: News::default(),
            requests: Requests::default(),
            leaving: false,
            kept_drafts: HashMap::new(),
            closed: None,
            kept_out: false,
            homeless: Vec::new(),
            kept: None,
            working: None,
            projected: false,
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
        self.cover()?;
        Ok(self.open.as_ref().map(|open| &open.reader))
    }

    pub fn left_at(&self) -> LeftAt {
        self.open.as_ref().map(|open| left_at(&open.reader)).unwrap_or_default()
    }

    /// Why nothing can be saved, where what is open is a copy.
    pub fn only_reading(&self) -> Option<Say> {
        let why = self.open.as_ref().and_then(Open::only_reading)?;
        // What was salvaged to be read lies as a backup does, and is none.
        let why = if self.kept.is_some() { Say::new("told-only-readable") } else { why };
        Some(self.quiet(why))
    }

    /// What there is to tell of the file that is open.
    pub fn remarks(&mut self) -> Vec<Say> {
        let remarks = self.open.as_mut().map(Open::remarks).unwrap_or_default();
        remarks.into_iter().map(|say| self.quiet(say)).collect()
    }

    /// The name of the person at the keyboard, where one was given.
    pub fn who(&self) -> String {
        let open = self.open.as_ref().filter(|_| !self.projected);
        open.and_then(|open| self.who.name(&open.reader)).unwrap_or_default()
    }

    /// What was put off until the first frame is drawn.
    pub(super) fn start(&mut self) {
        self.started = true;
        self.settle_in();
        // In the program the answer comes by itself.
        drop(self.overdue());
    }

    fn find_who(&mut self) {
        if let Some(open) = &mut self.open
            && let Some(job) = self.who.find(&open.reader)
        {
            drop(open.write(job));
        }
    }

    pub(super) fn request(&mut self, now: Now) -> Request {
        self.find_who();
        let who = self.who.id;
        Request { uid: (self.clock.uid)(), now: now.stamp, today: now.today, who }
    }

    pub(super) fn now(&self) -> Now {
        (self.clock.now)()
    }

    /// Takes note of an answer before anybody else does.
    pub(super) fn hear(&mut self, msg: &Msg) {
        match msg {
            Msg::Saved(_) | Msg::Refused(_) => self.requests.answered(),
            Msg::Failed(_) | Msg::NotTried => {
                self.requests.failed();
                if let (Msg::Failed(_), Some(open)) = (msg, &mut self.open) {
                    open.write(Job::GoOn);
                }
            }
            Msg::NotShown => {
                if let Some(open) = &mut self.open {
                    open.showing.forget();
                }
            }
            Msg::SavedElsewhere(Ok(path)) => self.follow(path),
            // Another file may be opened in its place.
            Msg::Closed { homeless } if self.leaving => {
                self.closed = Some(homeless.clone());
                if let Some(open) = &mut self.open {
                    open.aside.over(homeless);
                }
                self.part();
            }
            _ => {}
        }
    }

    pub(super) fn is_kept_out(&self) -> bool {
        self.kept_out
    }

    /// The file is closed, and the process about to end.
    pub(super) fn part(&self) {
        if let Some(presence) = self.open.as_ref().and_then(|open| open.reader.presence()) {
            presence.leave();
        }
    }

    /// The work goes on in another file, where that is one with ideas.
    fn follow(&mut self, path: &Path) {
        let Some(open) = &mut self.open else { return };
        if path.extension().is_none_or(|ending| ending != "db") {
            return;
        }
        if let Ok(reader) = Reader::open(path)
            && reader.veil(open.reader.is_veiled()).is_ok()
        {
            open.read_from(reader);
            if let Some(files) = &mut self.files {
                open.finder = (files.finder)(path);
                self.watch = (files.watch)(path);
                path.clone_into(&mut files.own);
            }
        }
    }

    /// A step is asked for again under the name it had when it was not saved.
    fn request_for(&mut self, effect: &Effect, now: Now) -> Request {
        let known = self.requests.again(effect);
        let request = known.unwrap_or_else(|| self.request(now));
        self.requests.asked(effect.clone(), request);
        request
    }

    /// Carries an effect out. With a saver in line the answers come at once.
    pub(super) fn perform(&mut self, effect: Effect, now: Now) -> Vec<Msg> {
        if effect.is_step() && self.open.is_none() {
            return Vec::new();
        }
        let request = effect.is_step().then(|| self.request_for(&effect, now));
        let job = match (effect, request) {
            (Effect::Commit { command, drops }, Some(request)) => {
                if let Some(target) = &drops {
                    self.kept_drafts.insert(target.clone(), None);
                }
                Job::Commit(request, command, drops)
            }
            (Effect::Undo, Some(request)) => Job::Undo(request),
            (Effect::UndoChosen(seq), Some(request)) => Job::UndoChosen(request, seq),
            (Effect::BackToItem(item), Some(request)) => Job::BackToItem(request, item),
            (Effect::Redo, Some(request)) => Job::Redo(request),
            (effect, _) => match self.job(effect, now) {
                Ok(job) => job,
                Err(answer) => return answer,
            },
        };
        self.open.as_mut().map(|open| open.write(job)).unwrap_or_default()
    }

    /// What is neither a step nor the terminal's affair: a job for the saver, or the answer itself.
    fn job(&mut self, effect: Effect, now: Now) -> Result<Job, Vec<Msg>> {
        Ok(match effect {
            Effect::KeepDraft { target, mut fields } => {
                for field in &mut fields {
                    field.at = now.stamp;
                }
                self.kept_drafts.insert(target.clone(), Some(fields.clone()));
                Job::KeepDraft(target, fields)
            }
            Effect::DropDraft { target } => {
                self.kept_drafts.insert(target.clone(), None);
                Job::DropDraft(target, now.stamp)
            }
            Effect::Ballot { mut slip, instead_of } => {
                self.name(slip.as_mut());
                Job::Ballot { slip, instead_of }
            }
            Effect::Mend => Job::Mend(self.request(now)),
            Effect::Inspect => {
                let open = self.open.as_mut();
                let seen = open.map(|open| open.inspector.look(&open.reader));
                return Err(seen.unwrap_or_default());
            }
            Effect::Remember { name, value } => Job::Remember(name, value),
            Effect::TryAgain => Job::TryAgain,
            Effect::Be(name) => {
                let job = self.who.sit_down(name);
                self.find_who();
                return job.ok_or_else(Vec::new);
            }
            Effect::Write(file, language) => {
                let wrote = self.files.as_ref().map(|files| (files.write)(file, language));
                return Err(wrote.map(Msg::Wrote).into_iter().collect());
            }
            Effect::WriteText { name, text } => {
                let wrote = texts::write(self.folder.as_deref(), &name, &text);
                return Err(vec![Msg::Wrote(wrote)]);
            }
            Effect::Commit { .. }
            | Effect::Undo
            | Effect::UndoChosen(_)
            | Effect::BackToItem(_)
            | Effect::Redo
            | Effect::SaveElsewhere
            | Effect::Abandon
            | Effect::OpenFile { .. }
            | Effect::Extract(_)
            | Effect::Erase(_)
            | Effect::TakeUp
            | Effect::TakeBackup
            | Effect::Restore(_)
            | Effect::Switch
            | Effect::Recover(_)
            | Effect::Project(_)
            | Effect::Lead
            | Effect::Mouse(_)
            | Effect::Bell
            | Effect::Copy(_)
            | Effect::CopyIdeas(_)
            | Effect::WriteMinutes { .. }
            | Effect::EditOutside { .. }
            | Effect::Redraw
            | Effect::Suspend
            | Effect::Leave => return Err(Vec::new()),
        })
    }

    /// Whether somebody took a step since the file was last read.
    pub(super) fn is_news(&mut self) -> bool {
        self.open.as_ref().is_some_and(|open| self.seen.has_come(&open.reader))
    }

    pub(super) fn answer(&mut self, need: &Need) -> Answer {
        self.find_who();
        let Some(open) = &self.open else {
            return Answer::Frame(Box::default());
        };
        let reader = &open.reader;
        fault::sticks(need, reader.path());
        if matches!(need, Need::Frame) {
            self.seen = News::of(reader).unwrap_or_default();
        }
        let who = self.who();
        let from = match need {
            Need::Live(_) => open.public(),
            _ => Ok(reader),
        };
        let mut answer = match from.and_then(|reader| read(reader, need, &who)) {
            Ok(answer) => answer,
            Err(fault) => {
                // What reads a record for a rule tells no lock from damage: the file itself does.
                let held = |fault: &Fault| fault.is_busy();
                if held(&fault) || reader.data_version().is_err_and(|fault| held(&fault)) {
                    self.kept_out = true;
                    return Answer::Failed(Say::new(HELD));
                }
                return self.unread(need, &fault);
            }
        };
        if let Answer::List(list) = &mut answer
            && let ListRows::Backups(backups) = &mut list.listed
        {
            self.know(backups);
        }
        self.shuffle(&mut answer);
        if let (Need::Opening(opening), Answer::Opening(read)) = (need, &mut answer)
            && let Some(target) = opening.draft()
            && let Some(kept) = self.kept_drafts.get(&target)
        {
            let kept = kept.clone().unwrap_or_default();
            read.drafts = if self.projected { veil::drafts(&target, kept) } else { kept };
        }
        answer
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
}
