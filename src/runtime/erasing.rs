//! Taking somebody or something out of the file for good, from the screen: nothing of ours has the
//! file open meanwhile, and afterwards another file is there.

use std::path::Path;

use jiff::civil::Date;

use crate::app::{About, Effect, Model, Msg, Now, PrivacyRead, Went};
use crate::domain::{
    Arg, ErasureKind, Keep, PersonHit, PersonId, Removal, Say, information, information_memory,
};
use crate::export::extract::{Extract, Wording};
use crate::export::protocol;
use crate::store::{EraseError, Erased, Fault, Others, Phase, Reader, Register, erase};

use super::alone::Fallen;
use super::saver::Job;
use super::texts;
use super::why::{not_erased, not_opened, not_read};
use super::world::World;

/// Where copies are known to have been written.
pub const EXPORTS: &str = "exports";
/// No more of them are remembered.
const MOST_EXPORTS: usize = 20;

/// What is to be remembered once a copy was written there too.
pub fn with_export(known: &str, path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string();
    let lines: Vec<&str> = known.lines().filter(|line| *line != path).chain([&*path]).collect();
    lines.get(lines.len().saturating_sub(MOST_EXPORTS)..).unwrap_or_default().join("\n")
}

fn phase_said(phase: Phase) -> Option<Say> {
    match phase {
        Phase::Copy { nth, of } => Some(Say::new("erasing-copy").with("nth", nth).with("of", of)),
        Phase::Searching => Some(Say::new("erasing-searches")),
        Phase::Rewriting | Phase::Replacing | Phase::Replaced => None,
    }
}

fn error(fallen: Fallen, path: &Path) -> EraseError {
    match fallen {
        Fallen::NotBegun(error) => EraseError::Io { path: path.to_owned(), error },
        Fallen::Panicked => Fault::Unreadable("the thread ended".into()).into(),
    }
}

/// What a sheet about people needs to open.
pub(super) fn read(reader: &Reader, about: About) -> Result<PrivacyRead, Fault> {
    let mut read = PrivacyRead::default();
    match about {
        About::Person(person) => {
            let surveyed = reader.survey_person(person)?;
            read.person = surveyed.map(|it| (it.person, it.occurrences));
        }
        About::Retention(periods, today) => {
            read.periods = match periods {
                Some(periods) => periods,
                None => reader.periods()?,
            };
            read.overdue = reader.overdue(read.periods, today)?;
        }
        About::Information(language) => {
            let own = reader.remembered(information_memory(language))?;
            let own = own.filter(|text| !text.is_empty());
            read.information = own.unwrap_or_else(|| information(language).to_owned());
        }
    }
    Ok(read)
}

/// The extract of all that a file holds of a person.
pub fn extract_of(register: &Register) -> Extract<'_> {
    Extract {
        person: &register.surveyed.person,
        occurrences: &register.surveyed.occurrences,
        ideas: &register.ideas,
        steps: &register.steps,
        names: &register.names,
    }
}

/// What was done and what is left, in sentences.
pub fn told_of(erased: &Erased, exports: &str) -> Vec<Say> {
    let mut says = vec![Say::new("erased-done").with("searched", erased.searched)];
    if !erased.rewritten.is_empty() {
        says.push(Say::new("erased-rewritten").with("n", erased.rewritten.len()));
    }
    for path in &erased.deleted {
        says.push(Say::new("erased-deleted").with("path", path.display().to_string()));
    }
    for path in &erased.newer {
        says.push(Say::new("erased-newer").with("path", path.display().to_string()));
    }
    for path in &erased.missing {
        says.push(Say::new("erased-missing").with("path", path.display().to_string()));
    }
    if erased.stays {
        says.push(Say::new("erased-stays"));
    }
    says.extend(erased.kept.iter().map(kept));
    for (path, n) in &erased.left {
        let path = path.display().to_string();
        says.push(Say::new("erased-left").with("n", *n).with("path", path));
    }
    for path in &erased.unsearched {
        says.push(Say::new("erased-unsearched").with("path", path.display().to_string()));
    }
    if erased.is_all_gone() {
        says.push(Say::new("erased-none-left"));
    }
    says.push(Say::new("erased-elsewhere"));
    says.extend(exports.lines().map(|path| Say::new("erased-export").with("path", path)));
    says
}

fn kept((hit, why): &(PersonHit, Keep)) -> Say {
    Say::new("erased-kept")
        .with("why", Arg::Say(Box::new(why.say())))
        .with("where", Arg::Say(Box::new(hit.place())))
}

impl World {
    /// Carries out what is asked about people.
    pub(super) fn see_to_people(&mut self, model: &Model, effect: Effect, now: Now) -> Option<Msg> {
        match effect {
            Effect::Extract(person) => Some(Msg::Wrote(self.extract(model, person, now))),
            Effect::Erase(removal) => self.erase(model, removal, now),
            _ => None,
        }
    }

    fn extract(&mut self, model: &Model, person: PersonId, now: Now) -> Result<String, Say> {
        let open = self.open.as_ref().ok_or(Say::new("refused-gone"))?;
        let register = open.reader.register(person).map_err(|fault| not_read(&fault))?;
        let register = register.ok_or(Say::new("refused-gone"))?;
        let extract = extract_of(&register);
        let wording = Wording { words: &model.words, zone: &model.zone, at: now.stamp };
        let name = format!("{}-{}.txt", model.words.get("extract-file"), now.today);
        let text = extract.text(wording);
        let written = texts::write(self.folder.as_deref(), &name, text.trim_end())?;
        let known = open.reader.remembered(EXPORTS).map_err(|fault| not_read(&fault))?;
        let exports = with_export(&known.unwrap_or_default(), Path::new(&written));
        if let Some(open) = &mut self.open {
            // Only a saver that is gone answers at once; the extract stands all the same.
            drop(open.write(Job::Remember(EXPORTS, exports)));
        }
        Ok(written)
    }

    /// Each copy is written anew and read.
    fn erase(&mut self, model: &Model, removal: Box<Removal>, now: Now) -> Option<Msg> {
        let (request, run) = (self.request(now), self.run());
        let Some(open) = &self.open else {
            return Some(Msg::Went(Went::Not(Say::new("refused-gone"))));
        };
        let path = open.reader.path().to_owned();
        let others = Others::of(open.keeper.second());
        let job = move |file: &Path, tell: &mut dyn FnMut(Say)| {
            let mut told = |phase| phase_said(phase).into_iter().for_each(&mut *tell);
            erase(file, request, &run, &removal, &others, &mut told)
        };
        self.alone(model, path, job, |world, model, path, ended| {
            let ended = ended.unwrap_or_else(|fallen| Err(error(fallen, path)));
            Msg::Went(world.landed(model, path, ended))
        })
    }

    /// Opens what is there afterwards.
    fn landed(&mut self, model: &Model, path: &Path, ended: Result<Erased, EraseError>) -> Went {
        let today = self.now().today;
        if let Err(error) = self.reopen(model, path) {
            return Went::Not(not_opened(&error, path));
        }
        let erased = match ended {
            Ok(erased) => erased,
            Err(error) => return Went::Not(not_erased(&error, path)),
        };
        let exports = self.open.as_ref().and_then(|open| open.reader.remembered(EXPORTS).ok());
        let mut told = told_of(&erased, &exports.flatten().unwrap_or_default());
        if erased.erasure.kind == ErasureKind::Disposed {
            told.insert(0, self.write_protocol(model, &erased, today));
        }
        let opened = Box::new(self.opened(model.file, false));
        Went::Done { erasure: Box::new(erased.erasure), told, opened }
    }

    fn write_protocol(&self, model: &Model, erased: &Erased, today: Date) -> Say {
        let text = protocol::text(&erased.erasure, &model.words, &model.zone);
        let name = format!("{}-{today}.txt", model.words.get("protocol-file"));
        match texts::write(self.folder.as_deref(), &name, &text) {
            Ok(path) => Say::new("told-wrote").with("path", path),
            Err(say) => say,
        }
    }
}
