//! What was typed, as files beside the file, while the one that saves is held up: by a lock of another
//! program, a slow disk or its own long work. The files go when it has caught up. They are written on
//! a thread of their own, for no key waits for a disk.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use uuid::Uuid;

use crate::app::Model;
use crate::domain::{Draft, Stamp, Unsaved};

use super::draft_files::DraftFiles;
use super::saver::Job;
use super::world::World;

/// How often it looks, in milliseconds, whether what was begun is written.
const PAUSE: u64 = 2;
/// On the way out that is waited for so long.
const LAST: u64 = 200;

pub(super) struct Aside {
    /// None where they were handed on.
    files: Arc<Mutex<Option<DraftFiles>>>,
    /// A thread writes just now.
    busy: Arc<AtomicBool>,
    /// Drafts that were asked for since the saver was done with everything the last time.
    asked: BTreeMap<String, Vec<Draft>>,
    /// What the files say, but for the times.
    written: Vec<Unsaved>,
}

impl Aside {
    pub(super) fn of(file: &Path) -> Aside {
        // A name of its own: what a run left that ended otherwise is never written over.
        let files = DraftFiles::of(file, &Uuid::now_v7().to_string());
        Aside {
            files: Arc::new(Mutex::new(Some(files))),
            busy: Arc::default(),
            asked: BTreeMap::new(),
            written: Vec::new(),
        }
    }

    /// Takes note of what the saver is asked for.
    pub(super) fn heed(&mut self, job: &Job) {
        match job {
            Job::KeepDraft(target, fields) if !fields.is_empty() => {
                self.asked.insert(target.clone(), fields.clone());
            }
            // What a step saves is unsaved as long as the step is.
            Job::KeepDraft(target, _)
            | Job::DropDraft(target, _)
            | Job::Commit(_, _, Some(target)) => {
                self.asked.remove(target);
            }
            _ => {}
        }
    }

    /// With what is typed, what the saver may not have come to: sheets are closed meanwhile.
    pub(super) fn all(&self, mut unsaved: Vec<Unsaved>) -> Vec<Unsaved> {
        for (target, fields) in &self.asked {
            if unsaved.iter().all(|one| one.target != *target) {
                let (target, fields) = (target.clone(), fields.clone());
                unsaved.push(Unsaved { target, fields, request: None });
            }
        }
        unsaved
    }

    fn has_files(&self) -> bool {
        !self.written.is_empty()
    }

    fn is_busy(&self) -> bool {
        self.busy.load(Ordering::SeqCst)
    }

    /// There is something to see to.
    fn has_any(&self) -> bool {
        self.has_files() || !self.asked.is_empty()
    }

    /// The files say this from now on, and nothing else. Where the last time is not over yet, the
    /// next time sees to it.
    fn say(&mut self, all: Vec<Unsaved>) {
        let mut timeless = all.clone();
        let fields = timeless.iter_mut().flat_map(|one| &mut one.fields);
        fields.for_each(|field| field.at = Stamp(0));
        if timeless == self.written || self.busy.swap(true, Ordering::SeqCst) {
            return;
        }
        let (files, busy) = (Arc::clone(&self.files), Arc::clone(&self.busy));
        let begun = std::thread::Builder::new().name("aside".into()).spawn(move || {
            if let Some(files) = &mut *files.lock().unwrap_or_else(PoisonError::into_inner) {
                for one in &all {
                    // Where there is no place the saver tells, once it comes to it.
                    let _ = files.write(one, false);
                }
                files.forget_others(|target| all.iter().any(|one| one.target == target));
            }
            busy.store(false, Ordering::SeqCst);
        });
        match begun {
            Ok(_) => self.written = timeless,
            Err(_) => self.busy.store(false, Ordering::SeqCst),
        }
    }

    /// The saver has caught up.
    fn caught_up(&mut self) {
        self.asked.clear();
        self.say(Vec::new());
    }

    /// The files, for whoever says the last words; none where a disk does not let go of them.
    pub(super) fn give(&mut self) -> Option<DraftFiles> {
        for _ in 0..LAST / PAUSE {
            if !self.is_busy() {
                break;
            }
            std::thread::sleep(Duration::from_millis(PAUSE));
        }
        let given = self.files.try_lock().ok()?.take();
        self.written.clear();
        given
    }

    /// The file is closed, and all that was asked for is in it, but for this.
    pub(super) fn over(&mut self, homeless: &[Unsaved]) {
        if (self.has_files() || self.is_busy())
            && let Some(mut files) = self.give()
        {
            files.forget_others(|target| homeless.iter().any(|one| one.target == target));
        }
        self.asked.clear();
    }
}

impl World {
    /// Something that was asked for is not done, or there are files of what was typed that are not
    /// needed any more.
    pub(super) fn is_behind(&self) -> bool {
        let open = self.open.as_ref();
        open.is_some_and(|open| open.saver.is_behind() || open.aside.has_any())
    }

    /// Where the saver is held up, what was typed becomes files; else they go.
    pub(super) fn keep_aside(&mut self, model: &Model) {
        let unsaved = self.unsaved(model);
        let Some(open) = self.open.as_mut().filter(|open| !open.reader.is_copy()) else { return };
        if open.saver.is_behind() {
            let all = open.aside.all(unsaved);
            open.aside.say(all);
        } else if !model.has_unkept() {
            open.aside.caught_up();
        }
    }
}
