//! The way out, and what is carried out on it: whatever was typed is written down before the program
//! ends, in the file or in files of their own.

use std::path::PathBuf;
use std::time::Duration;

use crate::app::{Model, Msg};
use crate::domain::Unsaved;
use crate::store::Beside;

use super::crash;
use super::draft_files::DraftFiles;
use super::saver::Job;
use super::world::World;

/// What was not saved before the end.
#[derive(Debug, Default)]
pub(super) struct Left {
    /// It is in these files.
    pub(super) files: Vec<PathBuf>,
    /// It could be written nowhere.
    pub(super) homeless: Vec<Unsaved>,
}

impl Left {
    fn put(&mut self, files: &mut DraftFiles, one: &Unsaved) {
        match files.write(one, false) {
            Ok(path) => self.files.push(path),
            Err(_) => self.homeless.push(one.clone()),
        }
    }
}

impl World {
    /// Writes down where the person was, and asks for the file to be closed. That it is comes as a
    /// message.
    pub(super) fn leave(&mut self, model: &Model) -> Vec<Msg> {
        self.remember(model);
        self.leaving = true;
        match &mut self.open {
            Some(open) => open.write(Job::Close),
            None => vec![Msg::Closed { homeless: Vec::new() }],
        }
    }

    /// The same, and waits for it.
    pub fn finish(&mut self, model: &Model) {
        for msg in self.leave(model) {
            self.hear(&msg);
        }
        if let Some(open) = &mut self.open {
            self.homeless.extend(open.finish_saving());
        }
        self.part();
    }

    /// What could be written nowhere, once the file is closed.
    pub(super) fn closed(&mut self) -> Option<Vec<Unsaved>> {
        let closed = self.closed.take()?;
        let before = std::mem::take(&mut self.homeless);
        Some(before.into_iter().chain(closed).collect())
    }

    /// The last words: everything typed is written down before the program ends, in the file where
    /// that answers in time, else in files of their own. Answers what is not in the file.
    pub(super) fn last_words(&mut self, model: &Model, within: Duration) -> Left {
        let unsaved = self.unsaved(model);
        let run = (self.clock.uid)().to_string();
        let mut left = Left { homeless: std::mem::take(&mut self.homeless), ..Left::default() };
        let Some(open) = &mut self.open else { return left };
        let files = open.aside.give();
        let mut files = files.unwrap_or_else(|| DraftFiles::of(open.reader.named(), &run));
        let unsaved = open.aside.all(unsaved);
        let (saving, typed): (Vec<_>, Vec<_>) =
            unsaved.iter().partition(|one| one.request.is_some());
        // Whether these are saved nobody will be there to hear.
        let written: Vec<_> =
            saving.into_iter().map(|one| (one, files.write(one, false).ok())).collect();
        for one in &typed {
            let told = open.write(Job::KeepDraft(one.target.clone(), one.fields.clone()));
            if told.iter().any(is_unkept) {
                left.homeless.push((*one).clone());
            }
        }
        for (name, value) in model.left_at().memory() {
            open.write(Job::Remember(name, value));
        }
        open.write(Job::Close);
        let closed = open.saver.finishes_within(within);
        let mut needed = Vec::new();
        for (one, path) in written {
            let has = |uid| open.reader.has(uid).unwrap_or(false);
            if closed.is_some() && one.request.is_some_and(has) {
                continue;
            }
            needed.push(one.target.clone());
            match path {
                Some(path) => left.files.push(path),
                None => left.homeless.push(one.clone()),
            }
        }
        match closed {
            Some(homeless) => {
                left.homeless.extend(homeless);
                needed.extend(left.homeless.iter().map(|one| one.target.clone()));
                files.forget_others(|target| needed.iter().any(|needed| needed == target));
                self.part();
            }
            None => typed.iter().for_each(|one| left.put(&mut files, one)),
        }
        left
    }

    /// What went wrong in the program itself is written down beside the file.
    pub(super) fn note_crash(&self) -> Option<PathBuf> {
        let file = self.open.as_ref().map(|open| open.reader.path().to_owned());
        crash::note(&Beside::of(&file.unwrap_or_default()))
    }

    /// Saves all that is open, and what is being typed, in another place.
    pub(super) fn save_elsewhere(&mut self, model: &Model) -> Vec<Msg> {
        let unsaved = self.unsaved(model);
        let (folder, day) = (self.folder.clone(), model.today.to_string());
        let job = Job::SaveElsewhere { folder, unsaved, day };
        self.open.as_mut().map(|open| open.write(job)).unwrap_or_default()
    }

    /// What is being typed now, with the requests that may save it.
    pub(super) fn unsaved(&self, model: &Model) -> Vec<Unsaved> {
        let mut unsaved = model.unsaved();
        let now = self.now().stamp;
        for one in &mut unsaved {
            one.request = self.requests.saving(&one.target);
            one.fields.iter_mut().for_each(|field| field.at = now);
        }
        unsaved
    }

    pub(super) fn remember(&mut self, model: &Model) {
        if let Some(open) = &mut self.open {
            for (name, value) in model.left_at().memory() {
                open.write(Job::Remember(name, value));
            }
        }
    }
}

/// A draft could be written nowhere.
fn is_unkept(msg: &Msg) -> bool {
    matches!(msg, Msg::Warned(say) if say.id == "banner-unkept")
}
