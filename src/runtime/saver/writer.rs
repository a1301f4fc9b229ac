//! Writing, and telling the truth about it. Only what COMMIT has confirmed is called saved; where the
//! disk fails on the way the connection is given up, the file opened anew, and the request looked up
//! by its uid. What cannot be written there is kept as files.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::app::Msg;
use crate::domain::{Done, Draft, No, Say, Uid};
use crate::runtime::draft_files::DraftFiles;
use crate::runtime::keeper::copy_before;
use crate::runtime::why::{not_opened, not_saved};
use crate::runtime::{crash, elsewhere, fault, limits};
use crate::store::room::{Room, drop_ballast, feel};
use crate::store::{Beside, Fault, Identity, OpenError, Store, Whereabouts};

use super::Job;
use super::care::Care;

/// How long somebody else's lock is waited for.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// After so long the person is told what it waits for.
    pub silent: Duration,
    /// After so long it is given up.
    pub most: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { silent: Duration::from_millis(300), most: Duration::from_secs(5) }
    }
}

/// So long after the last save the log is moved into the file.
const REST: Duration = Duration::from_secs(30);

pub(super) struct Writer {
    pub(super) path: PathBuf,
    pub(super) run: String,
    pub(super) store: Option<Store>,
    /// The file that is to be written to, whatever its path names by now.
    pub(super) identity: Option<Identity>,
    pub(super) patience: Patience,
    /// A step was not saved and the person may not know yet: the steps behind it are not tried.
    pub(super) failing: bool,
    pub(super) barred: Option<Bar>,
    /// Nothing is tried before the person asks for it.
    shut: bool,
    /// Failures of the disk in a row.
    failures: u32,
    care: Care,
    pub(super) files: DraftFiles,
    /// Drafts that could be written nowhere.
    pub(super) homeless: BTreeMap<String, Vec<Draft>>,
    /// Drafts on their way to the file.
    pub(super) keeping: Vec<(String, Vec<Draft>)>,
    /// Those that have no place yet are on their way to one.
    pub(super) rehousing: bool,
    /// The person was told that drafts are in files.
    pub(super) told_of_files: bool,
    /// What the person should know of the disk, after what became of the job.
    pub(super) notes: Vec<Msg>,
    /// Something was written since the log was moved.
    pub(super) restless: bool,
}

/// Why nothing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bar {
    /// The file is not where it was.
    Moved(Whereabouts),
    /// The disk failed twice.
    Disk,
}

/// A request by which what was done can be looked up, and what its answer is then.
pub(super) struct Sought<T> {
    uid: Uid,
    answer: fn(Done) -> T,
}

/// Why something was not written, for the person.
#[derive(Debug)]
pub(super) struct Unwritten(pub(super) Say);

impl Writer {
    pub(super) fn new(path: PathBuf, run: String) -> Writer {
        Writer {
            files: DraftFiles::of(&path, &run),
            path,
            run,
            store: None,
            identity: None,
            patience: Patience::default(),
            failing: false,
            barred: None,
            shut: false,
            failures: 0,
            care: Care::default(),
            homeless: BTreeMap::new(),
            keeping: Vec::new(),
            rehousing: false,
            told_of_files: false,
            notes: Vec::new(),
            restless: false,
        }
    }

    pub(super) fn of(store: Store) -> Writer {
        let mut writer = Writer::new(store.path().to_owned(), store.run().to_owned());
        writer.identity = Some(store.identity());
        writer.store = Some(store);
        writer
    }

    pub(super) fn with(mut self, patience: Patience) -> Writer {
        self.patience = patience;
        self
    }

    /// How long to wait for a job before the log is moved; for ever where it is in order.
    pub(super) fn rest(&self) -> Option<Duration> {
        self.restless.then_some(REST)
    }

    /// Moves the log into the file.
    pub(super) fn tidy(&mut self) {
        self.restless = false;
        if let (Some(store), Some(identity)) = (&self.store, self.identity)
            && identity.whereabouts(&self.path) == Whereabouts::Here
        {
            // The log is as safe as the file.
            let _ = store.tidy();
        }
    }

    pub(super) fn carry_out(&mut self, job: Job, reply: &mut dyn FnMut(Msg)) {
        match job {
            Job::Open(identity) => self.open(identity, reply),
            Job::Commit(request, command, drops) => {
                if let Some(say) = copy_before(&command, &self.path) {
                    reply(Msg::Warned(say));
                }
                self.step(request.uid, reply, |store| {
                    store.commit_dropping(request, &command, drops.as_deref())
                });
                self.forget_ballots(&command);
            }
            Job::Undo(request) => self.step(request.uid, reply, |store| store.undo(request)),
            Job::UndoChosen(request, seq) => {
                self.step(request.uid, reply, |store| store.undo_chosen(request, seq));
            }
            Job::BackToItem(request, item) => {
                self.step(request.uid, reply, |store| store.back_to_item(request, item));
            }
            Job::Redo(request) => self.step(request.uid, reply, |store| store.redo(request)),
            // Where the cursor was is not worth a word.
            Job::Remember(name, value) => {
                let _ =
                    self.attempt(self.brief(), None, reply, |store| store.remember(name, &value));
            }
            Job::Show(live, at) => {
                let shown = self.attempt(self.brief(), None, reply, |store| match &live {
                    Some(live) => store.write_live(live, at),
                    None => store.clear_live(at),
                });
                if shown.is_err() {
                    reply(Msg::NotShown);
                }
            }
            Job::KeepDraft(target, fields) => self.keep(target, fields, reply),
            Job::DropDraft(target, at) => {
                self.forget(&target, reply);
                let dropped = self
                    .attempt(self.brief(), None, reply, |store| store.discard_draft(&target, at));
                if let Err(Unwritten(say)) = dropped {
                    reply(Msg::Warned(say));
                }
            }
            Job::Ballot { slip, instead_of } => self.ballot(slip, instead_of.as_ref(), reply),
            Job::Mend(request) => self.mend(request, reply),
            Job::GoOn => self.failing = false,
            Job::TryAgain => self.shut = false,
            Job::SaveElsewhere { folder, unsaved, day } => {
                let all =
                    elsewhere::Asked { folder: folder.as_deref(), unsaved: &unsaved, day: &day };
                let moved = matches!(self.barred, Some(Bar::Moved(_)));
                let saved = self.save_elsewhere(&all, moved);
                reply(Msg::SavedElsewhere(saved));
            }
            Job::Close => self.close(reply),
        }
        std::mem::take(&mut self.notes).into_iter().for_each(reply);
    }

    fn step(
        &mut self,
        uid: Uid,
        reply: &mut dyn FnMut(Msg),
        act: impl FnMut(&mut Store) -> Result<Result<Done, No>, Fault>,
    ) {
        if self.failing {
            reply(Msg::NotTried);
            return;
        }
        let found = Sought { uid, answer: Ok };
        let told = match self.attempt(self.patience, Some(found), reply, act) {
            Ok(Ok(done)) => Msg::Saved(done),
            Ok(Err(No::Refused(refusal))) => Msg::Refused(refusal.0),
            Ok(Err(No::Unreadable(error))) => {
                Msg::Failed(Say::new("failed-read").with("why", error.to_string()))
            }
            Err(Unwritten(say)) => Msg::Failed(say),
        };
        self.failing = matches!(told, Msg::Failed(_));
        reply(told);
    }

    /// A moment: what can be kept elsewhere waits for nobody longer.
    pub(super) fn brief(&self) -> Patience {
        Patience { most: self.patience.silent, ..self.patience }
    }

    /// Does something to the file, and all that can be done where it fails. It is
    /// looked up where it is not known what became of it.
    pub(super) fn attempt<T>(
        &mut self,
        patience: Patience,
        found: Option<Sought<T>>,
        reply: &mut dyn FnMut(Msg),
        mut act: impl FnMut(&mut Store) -> Result<T, Fault>,
    ) -> Result<T, Unwritten> {
        let begun = Instant::now();
        let (mut waiting, mut freed) = (false, false);
        loop {
            let fault = match self.tried(patience, reply, &mut act)? {
                Ok(done) => match self.confirmed() {
                    Ok(()) => {
                        self.well(freed, reply);
                        return Ok(done);
                    }
                    Err(_) => return Err(self.bar(Bar::Disk, reply)),
                },
                Err(fault) => fault,
            };
            if fault.is_busy() {
                if begun.elapsed() >= patience.most {
                    return Err(Unwritten(not_saved(&fault)));
                }
                if !std::mem::replace(&mut waiting, true) {
                    reply(Msg::Waiting);
                }
                continue;
            }
            if fault.is_read_only()
                || !(fault.is_unsure() || fault.is_full() || fault.is_of_the_disk())
            {
                return Err(Unwritten(not_saved(&fault)));
            }
            // A connection that has failed on the way to the disk is never trusted again.
            self.store = None;
            let beside = Beside::of(&self.path);
            let full = fault.is_full() || feel(&beside) == Room::None;
            if full && !freed && drop_ballast(&beside) {
                freed = true;
                continue;
            }
            if let Some(Sought { uid, answer }) = &found
                && fault.is_unsure()
            {
                match self.look_up(*uid) {
                    Ok(Some(done)) => {
                        self.well(freed, reply);
                        return Ok(answer(done));
                    }
                    Ok(None) => {}
                    Err(_) => return Err(self.bar(Bar::Disk, reply)),
                }
            }
            if full {
                return Err(Unwritten(Say::new("failed-full")));
            }
            if limits::size_limit_was_hit() {
                return Err(Unwritten(Say::new("failed-too-large")));
            }
            self.failures += 1;
            if self.failures > 1 {
                return Err(self.bar(Bar::Disk, reply));
            }
            return Err(Unwritten(not_saved(&fault)));
        }
    }

    /// One try. The outer answer is why there was none.
    fn tried<T>(
        &mut self,
        patience: Patience,
        reply: &mut dyn FnMut(Msg),
        act: &mut impl FnMut(&mut Store) -> Result<T, Fault>,
    ) -> Result<Result<T, Fault>, Unwritten> {
        if self.shut {
            return Err(Unwritten(Say::new("failed-barred")));
        }
        if let Some(identity) = self.identity {
            let found = identity.whereabouts(&self.path);
            if found != Whereabouts::Here {
                return Err(self.bar(Bar::Moved(found), reply));
            }
        }
        match self.opened() {
            Ok(_) => {}
            Err(OpenError::Fault(fault)) => return Ok(Err(fault)),
            Err(error) => return Err(Unwritten(not_opened(&error, &self.path))),
        }
        let store = match &mut self.store {
            Some(store) if Some(store.identity()) == self.identity => store,
            // Between the look and the opening another file has come.
            _ => {
                self.store = None;
                return Err(self.bar(Bar::Moved(Whereabouts::Replaced), reply));
            }
        };
        if let Err(fault) = store.wait_at_most(patience.silent) {
            return Ok(Err(fault));
        }
        let acted = catch_unwind(AssertUnwindSafe(|| {
            assert!(!fault::strikes("panic-save"), "a fault on purpose");
            act(store)
        }));
        acted.map_err(|_| {
            // The transaction, if there is one, goes with the connection.
            self.store = None;
            crash::note(&Beside::of(&self.path));
            Unwritten(Say::new("failed-own-fault"))
        })
    }

    pub(super) fn opened(&mut self) -> Result<&mut Store, OpenError> {
        if self.store.is_none() {
            let store = Store::open(&self.path, self.run.clone())?;
            self.identity.get_or_insert(store.identity());
            self.store = Some(store);
        }
        Ok(self.store.as_mut().expect("it was opened just now"))
    }

    /// What became of a request, read with a new connection. What is found is on the disk for certain.
    fn look_up(&mut self, uid: Uid) -> Result<Option<Done>, OpenError> {
        let store = self.opened()?;
        let found = store.find(uid)?;
        if found.is_some() {
            store.settle()?;
        }
        Ok(found)
    }

    /// After the disk has failed, what was written before may be read without being there.
    fn confirmed(&mut self) -> Result<(), Fault> {
        match (&self.store, self.barred) {
            (Some(store), Some(Bar::Disk)) => store.settle(),
            _ => Ok(()),
        }
    }

    /// Something was written.
    fn well(&mut self, freed: bool, reply: &mut dyn FnMut(Msg)) {
        assert!(!fault::strikes("panic-saved"), "a fault on purpose");
        self.failures = 0;
        self.restless = true;
        if self.barred.take().is_some() {
            reply(Msg::Barred(None));
        }
        if freed {
            self.notes.push(Msg::Warned(Say::new("warned-ballast")));
            self.care.look_again();
        } else if let Some(store) = &self.store {
            self.notes.extend(self.care.look(store));
        }
        self.rehouse(reply);
    }

    fn bar(&mut self, bar: Bar, reply: &mut dyn FnMut(Msg)) -> Unwritten {
        let (banner, failed) = match bar {
            Bar::Disk => ("banner-disk", "failed-barred"),
            Bar::Moved(Whereabouts::OutOfReach) => ("banner-out-of-reach", "failed-out-of-reach"),
            Bar::Moved(Whereabouts::Replaced) => ("banner-replaced", "failed-replaced"),
            Bar::Moved(Whereabouts::Gone | Whereabouts::Here) => ("banner-gone", "failed-gone"),
        };
        self.shut = bar == Bar::Disk;
        if self.barred.replace(bar) != Some(bar) {
            reply(Msg::Barred(Some(Say::new(banner))));
        }
        Unwritten(Say::new(failed))
    }
}
