//! Putting another file in the place of the one that is open, and settling in there.

use std::time::Duration;

use crate::app::{Answer, Beginning, LeftAt, Model, Msg, Now, Opened, WhichFile};
use crate::domain::Say;

use super::World;
use crate::runtime::saver::Job;
use crate::runtime::who::Who;
use crate::runtime::why::not_read;
use crate::store::Fault;

/// So long the screen waits for whoever holds the file; then it tries again a little later.
const MOMENT: Duration = Duration::from_millis(100);

impl World {
    /// Opens the file for writing, before the first save, and watches it.
    pub(in crate::runtime) fn settle_in(&mut self) {
        self.watch = None;
        if let (true, Some(open)) = (self.started, &mut self.open) {
            // Where that cannot be had it waits longer, as the first frame did.
            let _ = open.reader.wait_at_most(MOMENT);
            // Only a saver that is gone answers at once; the next save tells.
            drop(open.write(Job::Open(open.reader.identity())));
            let seed = (self.clock.uid)().0.as_u128() & u128::from(u64::MAX);
            let today = (self.clock.now)().today;
            // On a thread of its own: what it finds is told later.
            drop(open.inspector.glance(&open.reader, u64::try_from(seed).unwrap_or(0), today));
            let path = open.reader.path();
            self.watch = self.files.as_ref().and_then(|files| (files.watch)(path));
        }
    }

    /// What the screen is told of a file that was opened.
    pub(in crate::runtime) fn opened(&mut self, which: WhichFile, begun: bool) -> Opened {
        let left = LeftAt { projector: self.projected, ..self.left_at() };
        let (who, only_reading) = (self.who(), self.only_reading());
        Opened { which, begun, left, who, only_reading, remarks: self.remarks() }
    }

    /// Opens another file in place of the one that is open, or says why it stays.
    pub(in crate::runtime) fn change_file(
        &mut self,
        model: &Model,
        which: WhichFile,
        begin: Option<Beginning>,
        now: Now,
    ) -> Msg {
        self.remember(model);
        match self.open_file(which, begin, now) {
            Ok(begun) => Msg::Opened(self.opened(which, begun)),
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
            self.homeless.extend(open.finish_saving());
        }
        self.open = opened;
        self.come_in().map_err(|fault| not_read(&fault))?;
        Ok(begun)
    }

    /// Another file is open: who sits there, and who watches it.
    pub(in crate::runtime) fn come_in(&mut self) -> Result<(), Fault> {
        self.kept_drafts.clear();
        self.who = self.open.as_ref().map(|open| Who::of(&open.reader)).unwrap_or_default();
        self.cover()?;
        self.settle_in();
        Ok(())
    }

    pub(in crate::runtime) fn unwatch(&mut self) {
        if let Some(watch) = self.watch.take() {
            watch.finish();
        }
    }
}
