//! What the world does about backups: they are taken, gone back to, and what cannot be read is got
//! over.

use std::path::{Path, PathBuf};

use crate::app::{Answer, Backed, Effect, Model, Msg, Need, Now, WayOn};
use crate::domain::{Backup, Say};
use crate::store::restore;
use crate::store::{Fault, OpenError, Reader, Store};

use super::alone::Fallen;
use super::fault;
use super::files::Open;
use super::recover::{Recovered, broken_inside, recover};
use super::saver::Saver;
use super::why::{not_opened, not_restored, not_salvaged};
use super::world::World;

impl World {
    /// What the last run left without a copy gets one.
    pub(super) fn overdue(&mut self) -> Vec<Msg> {
        let Some(open) = self.open.as_mut().filter(|open| !open.reader.is_copy()) else {
            return Vec::new();
        };
        open.reader.newest().map(|newest| open.keeper.start(newest)).unwrap_or_default()
    }

    /// Takes note of what was saved.
    pub(super) fn heed(&mut self, msg: &Msg, now: Now) -> Vec<Msg> {
        match (msg, &mut self.open) {
            (Msg::Saved(_), Some(open)) => open.keeper.saved(now.stamp),
            _ => Vec::new(),
        }
    }

    /// Carries out what is asked about backups.
    pub(super) fn back(&mut self, model: &Model, effect: Effect, now: Now) -> Vec<Msg> {
        match effect {
            Effect::TakeBackup => match &mut self.open {
                Some(open) if !open.reader.is_copy() => open.keeper.asked(),
                _ => vec![Msg::Answer(Answer::Failed(Say::new("refused-copy")))],
            },
            Effect::Restore(copy) => {
                let request = self.request(now);
                let run = self.run();
                match &mut self.open {
                    Some(open) => open.keeper.prepare(copy, request, &run),
                    None => Vec::new(),
                }
            }
            Effect::Switch => vec![self.switch(model)],
            Effect::Recover(way) => self.recover(model, way, now).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    pub(super) fn run(&self) -> String {
        self.files.as_ref().map(|files| files.run.clone()).unwrap_or_default()
    }

    /// Puts what stands ready in the place of the file, while nothing of ours has it open.
    fn switch(&mut self, model: &Model) -> Msg {
        let failed = |say| Msg::Backup(Backed::NotRestored(say));
        let Some(open) = &mut self.open else {
            return failed(Say::new("failed-no-backup"));
        };
        let Some((ready, copy)) = open.keeper.ready() else {
            return failed(Say::new("failed-no-backup"));
        };
        let path = open.reader.path().to_owned();
        self.close();
        let switched = restore::switch(&path, ready);
        let reopened = self.reopen(model, &path);
        if let Some(open) = &mut self.open {
            open.keeper.pause();
        }
        match (switched, reopened) {
            (Err(error), Ok(())) => failed(not_restored(&error, &copy, &path)),
            (_, Err(error)) => Msg::Answer(Answer::Failed(not_opened(&error, &path))),
            (Ok(None), Ok(())) => self.restored(model, Say::new("told-restored")),
            // No copy could be taken of what stood: it was put aside as it was.
            (Ok(Some(_)), Ok(())) => self.restored(model, Say::new("told-recovered")),
        }
    }

    /// What can be read of a large file is read row by row.
    fn recover(&mut self, model: &Model, way: WayOn, now: Now) -> Option<Msg> {
        let failed = |say| Msg::Backup(Backed::NotRecovered(say));
        let Some(path) = self.path(model) else {
            return Some(failed(Say::new("refused-only-this-file")));
        };
        let (request, run) = (self.request(now), self.run());
        let job = move |file: &Path, _: &mut dyn FnMut(Say)| recover(file, &way, request, &run);
        self.alone(model, path, job, move |world, model, path, ended| {
            let ended = match ended {
                Ok(Ok(recovered)) => world.settle_on(model, path, recovered),
                Ok(Err(say)) => Err(say),
                Err(Fallen::NotBegun(error)) => Err(not_salvaged(&error.into(), path)),
                Err(Fallen::Panicked) => Err(Say::new("failed-own-recovery")),
            };
            ended.unwrap_or_else(failed)
        })
    }

    /// Opens what the way on led to.
    fn settle_on(&mut self, model: &Model, path: &Path, recovered: Recovered) -> Result<Msg, Say> {
        let mut path = path.to_owned();
        if let Some((folder, instead)) = recovered.instead {
            if let Some(files) = &mut self.files {
                files.own.clone_from(&instead);
            }
            path = instead;
            self.kept = Some(folder);
        }
        self.reopen(model, &path).map_err(|error| not_opened(&error, &path))?;
        Ok(self.restored(model, recovered.told))
    }

    fn path(&self, model: &Model) -> Option<PathBuf> {
        match (&self.files, &self.open) {
            (Some(files), _) => Some(files.path(model.file).to_owned()),
            (None, Some(open)) => Some(open.reader.path().to_owned()),
            (None, None) => None,
        }
    }

    fn restored(&mut self, model: &Model, told: Say) -> Msg {
        let opened = Box::new(self.opened(model.file, false));
        Msg::Backup(Backed::Restored(opened, told))
    }

    /// Closes whatever of ours has the file open.
    pub(super) fn close(&mut self) {
        self.unwatch();
        if let Some(mut open) = self.open.take() {
            self.homeless.extend(open.finish_saving());
            open.finder.finish();
            open.inspector.finish();
            open.keeper.finish();
        }
    }

    pub(super) fn reopen(&mut self, model: &Model, path: &Path) -> Result<(), OpenError> {
        self.open = match &self.files {
            Some(files) => files.open(model.file)?,
            None => {
                let store = Store::open(path, "restored".into())?;
                let reader = Reader::open(path)?;
                Some(Open::in_line(Saver::in_line(store), reader))
            }
        };
        self.come_in()?;
        Ok(())
    }

    /// What is known of each copy, where a list shows them.
    pub(super) fn know(&mut self, backups: &mut [Backup]) {
        if let Some(open) = &mut self.open {
            let told = open.keeper.look_at(backups);
            // In line all is known at once.
            if !told.is_empty() {
                open.keeper.look_at(backups);
            }
        }
    }

    /// The answer where something could not be read: what the board cannot do without leads to the
    /// ways on.
    pub(super) fn unread(&self, need: &Need, fault: &Fault) -> Answer {
        let path = self.open.as_ref().map(|open| open.reader.path().to_owned());
        let vital = matches!(need, Need::Frame | Need::Window { .. });
        let vital = vital && path.as_deref().is_some_and(is_damaged);
        if let Some(broken) = path.filter(|_| vital).and_then(|path| broken_inside(&path, fault)) {
            return Answer::Broken(Box::new(broken));
        }
        Answer::Failed(Say::new("failed-read").with("why", fault.to_string()))
    }

    /// The terminal is given back: what changed is copied where that is quickly done.
    pub(super) fn copy_on_leaving(&mut self) {
        if let Some(open) = &self.open {
            fault::sticks_on_leaving(open.reader.path());
        }
        if let Some(mut open) = self.open.take()
            && !open.reader.is_copy()
            && let Ok(newest) = open.reader.newest()
        {
            open.finder.finish();
            open.keeper.leave(newest);
        }
    }
}

/// Whether another connection finds damage too: a disk or a share that fails for a moment is none.
fn is_damaged(path: &Path) -> bool {
    let reader = match Reader::open(path) {
        Ok(reader) => reader,
        Err(OpenError::Fault(fault)) => return fault.is_damaged(),
        Err(OpenError::Damaged | OpenError::Schema(_)) => return true,
        Err(_) => return false,
    };
    let read = reader.sluices().and_then(|_| reader.stages()).and_then(|_| reader.counts());
    read.is_err_and(|fault| fault.is_damaged())
}
