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
            open.saver.finish();
        }
        self.part();
    }

    /// What could be written nowhere, once the file is closed.
    pub(super) fn closed(&mut self) -> Option<Vec<Unsaved>> {
        self.closed.take()
    }

    /// The last words: everything typed is written down before the program ends, in the file where
    /// that answers in time, else in files of their own. Answers where those are.
    pub(super) fn last_words(&mut self, model: &Model, within: Duration) -> Vec<PathBuf> {
        let unsaved = self.unsaved(model);
        let run = (self.clock.uid)().to_string();
        let Some(open) = &mut self.open else { return Vec::new() };
        let mut files = DraftFiles::of(open.reader.named(), &run);
        let (saving, typed): (Vec<_>, Vec<_>) =
            unsaved.iter().partition(|one| one.request.is_some());
        // Whether these are saved nobody will be there to hear.
        let mut written: Vec<_> =
            saving.iter().filter_map(|one| Some((*one, files.write(one, false).ok()?))).collect();
        for one in &typed {
            open.write(Job::KeepDraft(one.target.clone(), one.fields.clone()));
        }
        for (name, value) in model.left_at().memory() {
            open.write(Job::Remember(name, value));
        }
        open.write(Job::Close);
        if open.saver.finishes_within(within) {
            written.retain(|(one, _)| {
                let saved = one.request.is_some_and(|uid| open.reader.has(uid).unwrap_or(false));
                if saved {
                    files.forget(&one.target);
                }
                !saved
            });
            self.part();
        } else {
            let late = typed.iter().filter_map(|one| Some((*one, files.write(one, false).ok()?)));
            written.extend(late);
        }
        written.into_iter().map(|(_, path)| path).collect()
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
    fn unsaved(&self, model: &Model) -> Vec<Unsaved> {
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
