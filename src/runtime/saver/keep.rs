//! Drafts: in the file, else as files of their own, else nowhere but here until that changes. What
//! earlier runs left is taken in when the file is opened, and the last is tried when it is closed.

use std::path::PathBuf;

use crate::app::Msg;
use crate::domain::{Draft, Say, Unsaved};
use crate::runtime::draft_files::DraftFiles;
use crate::runtime::why::not_opened;
use crate::runtime::{elsewhere, why};
use crate::store::{Identity, Store};

use super::care::take_in;
use super::writer::Writer;

impl Writer {
    pub(super) fn open(&mut self, identity: Identity, reply: &mut dyn FnMut(Msg)) {
        self.identity = Some(identity);
        let files = std::mem::replace(&mut self.files, DraftFiles::of(&self.path, &self.run));
        let taken = self.attempt(self.brief(), None, reply, |store| take_in(store, &files));
        self.files = files;
        self.restless = self.store.as_ref().is_some_and(|store| store.logged() > 0);
        let restored = taken.unwrap_or(0);
        if let Some(store) = &self.store
            && let Ok(left) = store.drafts_left()
        {
            reply(Msg::DraftsLeft { left, restored });
        }
    }

    /// Where the file is gone from its place, all that is open becomes a new file and the work goes on
    /// there; otherwise what can be read is written out as text.
    pub(super) fn save_elsewhere(
        &mut self,
        asked: &elsewhere::Asked<'_>,
        moved: bool,
    ) -> Result<PathBuf, Say> {
        if !moved {
            return elsewhere::as_text(&self.path, asked);
        }
        let Some(store) = &self.store else {
            return Err(Say::new("failed-gone"));
        };
        let path = elsewhere::as_file(store, asked)?;
        let fresh =
            Store::open(&path, self.run.clone()).map_err(|error| not_opened(&error, &path))?;
        self.identity = Some(fresh.identity());
        self.files = DraftFiles::of(&path, &self.run);
        self.store = Some(fresh);
        self.path.clone_from(&path);
        self.barred = None;
        Ok(path)
    }

    /// Writes a draft down: in the file, else as a file of its own, else nowhere but here.
    pub(super) fn keep(&mut self, target: String, fields: Vec<Draft>, reply: &mut dyn FnMut(Msg)) {
        self.keeping.push((target.clone(), fields.clone()));
        let kept =
            self.attempt(self.brief(), None, reply, |store| store.keep_draft(&target, &fields));
        if kept.is_ok() && std::mem::take(&mut self.told_of_files) {
            reply(Msg::DraftsBeside(None));
        }
        if kept.is_ok() || fields.is_empty() {
            self.forget(&target, reply);
        } else {
            self.keep_as_file(target, fields, reply);
        }
        self.keeping.pop();
    }

    pub(super) fn keep_as_file(
        &mut self,
        target: String,
        fields: Vec<Draft>,
        reply: &mut dyn FnMut(Msg),
    ) {
        let unsaved = Unsaved { target, fields, request: None };
        match self.files.write(&unsaved, true) {
            Ok(path) => {
                if self.homeless.remove(&unsaved.target).is_some() && self.barred.is_none() {
                    reply(Msg::Barred(None));
                }
                if !std::mem::replace(&mut self.told_of_files, true) {
                    reply(Msg::DraftsBeside(Some(why::draft_in_file(&path))));
                }
            }
            Err(_) => {
                self.homeless.insert(unsaved.target, unsaved.fields);
                if self.barred.is_none() {
                    reply(Msg::Barred(Some(Say::new("banner-unkept"))));
                }
            }
        }
    }

    pub(super) fn forget(&mut self, target: &str, reply: &mut dyn FnMut(Msg)) {
        self.files.forget(target);
        if self.homeless.remove(target).is_some() && self.barred.is_none() {
            reply(Msg::Barred(None));
        }
    }

    pub(super) fn close(&mut self, reply: &mut dyn FnMut(Msg)) {
        self.rehouse(reply);
        if self.restless {
            self.tidy();
        }
        self.store = None;
        reply(self.closed());
    }

    /// The file is closed; with it goes what could be written nowhere.
    pub(super) fn closed(&mut self) -> Msg {
        let homeless = std::mem::take(&mut self.homeless).into_iter();
        let lost = homeless.map(|(target, fields)| Unsaved { target, fields, request: None });
        Msg::Closed { homeless: lost.collect() }
    }

    /// Tries to find a place for what has none.
    pub(super) fn rehouse(&mut self, reply: &mut dyn FnMut(Msg)) {
        // The first that finds one is no reason to begin anew.
        if std::mem::replace(&mut self.rehousing, true) {
            return;
        }
        for (target, fields) in self.homeless.clone() {
            self.keep(target, fields, reply);
        }
        self.rehousing = false;
    }
}
