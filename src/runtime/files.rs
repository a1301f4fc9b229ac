//! The files that the screen can be opened on, and opening them: reading what is there, beginning
//! what is not, and starting the one that writes.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::app::{Answer, Beginning, LeftAt, Msg, OwnFile, WhichFile};
use crate::domain::{Begin, Command, Draft, Language, No, Samples, Say, Unsaved};
use crate::store::{Fault, Found, OpenError, Reader, Remark, Request, Store, look};

use super::alone::Alone;
use super::aside::Aside;
use super::draft_files::DraftFiles;
use super::finder::Finder;
use super::inspector::Inspector;
use super::keeper::Keeper;
use super::saver::{Job, Saver};
use super::showing::Showing;
use super::watch::Watch;
use super::why::{draft_in_file, not_opened, not_read, remark};

/// Starts something on a file.
type Start<T> = Box<dyn Fn(&Path) -> T>;
type Write = Box<dyn Fn(OwnFile, Language) -> Result<String, Say>>;

/// Where the files are, and how each is written to and watched.
pub struct Files {
    pub own: PathBuf,
    pub demo: PathBuf,
    /// This run of the program, by which undo knows its own steps.
    pub run: String,
    pub saver: Start<std::io::Result<Saver>>,
    pub finder: Start<Finder>,
    pub inspector: Start<Inspector>,
    pub keeper: Start<Keeper>,
    pub alone: Alone,
    /// Writes a file of settings or keys to begin from; answers where.
    pub write: Write,
    /// Without a watch the screen is as fresh as the last key; nothing else is lost.
    pub watch: Start<Option<Watch>>,
}

/// A file that is open.
pub(super) struct Open {
    pub(super) saver: Saver,
    pub(super) reader: Reader,
    pub(super) finder: Finder,
    pub(super) inspector: Inspector,
    pub(super) keeper: Keeper,
    /// What was typed and is not saved yet, while the saver is held up.
    pub(super) aside: Aside,
    /// What was typed where a copy is open.
    pub(super) typed: Option<DraftFiles>,
    /// Reads only what a room may see, whatever the other one does.
    public: OnceCell<Reader>,
    pub(super) showing: Showing,
}

impl Open {
    /// What a test has: all of it in line.
    pub(super) fn in_line(saver: Saver, reader: Reader) -> Open {
        let keeper = Keeper::in_line(reader.path().to_owned(), Default::default());
        let (finder, inspector) = (Finder::in_line(), Inspector::in_line());
        let aside = Aside::of(reader.path());
        let (public, showing) = Default::default();
        Open { saver, reader, finder, inspector, keeper, aside, typed: None, public, showing }
    }

    /// What a room may see.
    pub(super) fn public(&self) -> Result<&Reader, Fault> {
        if self.reader.is_veiled() {
            return Ok(&self.reader);
        }
        if self.public.get().is_none() {
            let another = self.reader.another().map_err(|error| match error {
                OpenError::Fault(fault) => fault,
                error => Fault::Unreadable(error.to_string()),
            })?;
            another.veil(true)?;
            drop(self.public.set(another));
        }
        Ok(self.public.get().unwrap_or(&self.reader))
    }

    /// The work goes on in another file.
    pub(super) fn read_from(&mut self, reader: Reader) {
        self.reader = reader;
        self.public = OnceCell::new();
        self.showing = Showing::default();
    }

    /// Hands on what is to be done. To a copy nothing is written: what was asked for is refused, and
    /// what would only have been remembered is not.
    pub(super) fn write(&mut self, job: Job) -> Vec<Msg> {
        let refused = || Say::new("refused-copy");
        match job {
            job if !self.reader.is_copy() => {
                self.aside.heed(&job);
                self.saver.take(job)
            }
            Job::Commit(..)
            | Job::Undo(_)
            | Job::UndoChosen(..)
            | Job::BackToItem(..)
            | Job::Redo(_) => {
                vec![Msg::Refused(refused())]
            }
            Job::Ballot { slip, .. } => {
                vec![Msg::Ballot { slip, became: Err(refused()), sure: true }]
            }
            Job::Mend(_) => vec![Msg::Answer(Answer::Failed(refused()))],
            Job::KeepDraft(target, fields) => self.keep_beside(target, fields),
            Job::DropDraft(target, _) => {
                self.files().forget(&target);
                Vec::new()
            }
            Job::Open(_) | Job::Remember(..) | Job::Show(..) => Vec::new(),
            Job::GoOn | Job::TryAgain | Job::SaveElsewhere { .. } | Job::Close => {
                self.saver.take(job)
            }
        }
    }

    /// Waits until all that was asked for is written. Answers what could be written nowhere.
    pub(super) fn finish_saving(&mut self) -> Vec<Unsaved> {
        let homeless = self.saver.finish();
        self.aside.over(&homeless);
        homeless
    }

    fn files(&mut self) -> &mut DraftFiles {
        let named = self.reader.named();
        self.typed.get_or_insert_with(|| DraftFiles::of(named, &std::process::id().to_string()))
    }

    /// What is typed where nothing can be saved is a file of its own.
    fn keep_beside(&mut self, target: String, fields: Vec<Draft>) -> Vec<Msg> {
        let first = self.typed.is_none();
        let files = self.files();
        if fields.is_empty() {
            files.forget(&target);
            return Vec::new();
        }
        match files.write(&Unsaved { target, fields, request: None }, true) {
            Ok(path) if first => vec![Msg::DraftsBeside(Some(draft_in_file(&path)))],
            Ok(_) => Vec::new(),
            Err(_) => vec![Msg::Warned(Say::new("banner-unkept"))],
        }
    }

    /// Why nothing can be saved, where a copy is open.
    pub(super) fn only_reading(&self) -> Option<Say> {
        let copy = Remark::Copy(self.reader.place().access);
        self.reader.is_copy().then(|| remark(&copy))
    }

    /// What there is to tell of the file, what of it is told but once being remembered. That it is a
    /// copy is told all the time.
    pub(super) fn remarks(&mut self) -> Vec<Say> {
        let remarks = self.reader.remarks(|name| std::env::var(name).ok());
        let (remarks, told) = remarks.unwrap_or_default();
        if let Some(told) = told {
            // Only a saver that is gone answers at once; the next save tells.
            drop(self.write(Job::Remember("told", told)));
        }
        let others = remarks.iter().filter(|remark| !matches!(remark, Remark::Copy(_)));
        others.map(remark).collect()
    }
}

impl Files {
    pub(super) fn path(&self, which: WhichFile) -> &Path {
        match which {
            WhichFile::Own => &self.own,
            WhichFile::Demo => &self.demo,
        }
    }

    /// Opens a file; nothing where there is none.
    pub(super) fn open(&self, which: WhichFile) -> Result<Option<Open>, OpenError> {
        let path = self.path(which);
        if look(path)? == Found::Nothing {
            return Ok(None);
        }
        let reader = Reader::open(path)?;
        // Where that is a copy, all read the same.
        let path = reader.path();
        let saver = (self.saver)(path)?;
        let finder = (self.finder)(path);
        let inspector = (self.inspector)(path);
        let keeper = (self.keeper)(path);
        let aside = Aside::of(path);
        let (public, showing) = Default::default();
        Ok(Some(Open {
            saver,
            reader,
            finder,
            inspector,
            keeper,
            aside,
            typed: None,
            public,
            showing,
        }))
    }

    /// Opens a file after it was begun, where there is nothing in it. Answers too whether it was.
    pub(super) fn change(
        &self,
        which: WhichFile,
        begin: Option<Beginning>,
        request: Request,
    ) -> Result<(Option<Open>, bool), Say> {
        let path = self.path(which);
        let failed = |error: &OpenError| not_opened(error, path);
        let begun = match begin {
            Some(begin) => match self.begin(path, begin, request) {
                Ok(Ok(begun)) => begun,
                Ok(Err(No::Refused(refusal))) => return Err(refusal.0),
                Ok(Err(No::Unreadable(error))) => {
                    return Err(not_read(&Fault::Unreadable(error.0)));
                }
                Err(error) => return Err(failed(&error)),
            },
            None => false,
        };
        let open = self.open(which).map_err(|error| failed(&error))?;
        Ok((open, begun))
    }

    /// A file in which there is a sluice already stays as it is.
    fn begin(
        &self,
        path: &Path,
        begin: Beginning,
        request: Request,
    ) -> Result<Result<bool, No>, OpenError> {
        let mut store = Store::open(path, self.run.clone())?;
        if !store.reader()?.sluices()?.is_empty() {
            return Ok(Ok(false));
        }
        let command: Command = match begin {
            Beginning::Sluice(name) => Begin { name }.into(),
            Beginning::Samples(language) => Samples { language }.into(),
        };
        Ok(store.commit(request, &command)?.map(|_| true))
    }
}

/// Where the person left off in a file, as it remembers. What cannot be read is not remembered.
pub(super) fn left_at(reader: &Reader) -> LeftAt {
    LeftAt::read(|name| reader.remembered(name)).unwrap_or_default()
}
