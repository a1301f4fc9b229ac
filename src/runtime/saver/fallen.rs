//! A mistake of our own on the way: whoever asked is answered all the same, what was to be kept is
//! kept, and the next request finds everything in order.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::app::{Answer, Msg};
use crate::domain::Say;
use crate::runtime::crash;
use crate::store::Beside;

use super::Job;
use super::writer::Writer;

/// What whoever asked waits for.
#[derive(Clone, Copy)]
enum Awaited {
    Step,
    Mended,
    Elsewhere,
    Closed,
    Nothing,
}

impl Awaited {
    fn by(job: &Job) -> Awaited {
        match job {
            job if job.is_step() => Awaited::Step,
            Job::Mend(_) => Awaited::Mended,
            Job::SaveElsewhere { .. } => Awaited::Elsewhere,
            Job::Close => Awaited::Closed,
            _ => Awaited::Nothing,
        }
    }

    fn is(self, msg: &Msg) -> bool {
        match self {
            Awaited::Step => {
                matches!(msg, Msg::Saved(_) | Msg::Refused(_) | Msg::Failed(_) | Msg::NotTried)
            }
            Awaited::Mended => matches!(msg, Msg::Mended { .. } | Msg::Answer(_)),
            Awaited::Elsewhere => matches!(msg, Msg::SavedElsewhere(_)),
            Awaited::Closed => matches!(msg, Msg::Closed { .. }),
            Awaited::Nothing => false,
        }
    }
}

impl Writer {
    pub(super) fn perform(&mut self, job: Job, reply: &mut dyn FnMut(Msg)) {
        let awaited = Awaited::by(&job);
        let mut answered = false;
        let carried_out = catch_unwind(AssertUnwindSafe(|| {
            self.carry_out(job, &mut |msg| {
                answered |= awaited.is(&msg);
                reply(msg);
            });
        }));
        if carried_out.is_err() {
            self.get_up(if answered { Awaited::Nothing } else { awaited }, reply);
        }
    }

    /// Nobody has asked for anything for a while.
    pub(super) fn rests(&mut self) {
        if catch_unwind(AssertUnwindSafe(|| self.tidy())).is_err() {
            self.get_up(Awaited::Nothing, &mut |_| ());
        }
    }

    fn get_up(&mut self, awaited: Awaited, reply: &mut dyn FnMut(Msg)) {
        // The transaction, if there is one, goes with the connection.
        self.store = None;
        self.rehousing = false;
        crash::note(&Beside::of(&self.path));
        for (target, fields) in std::mem::take(&mut self.keeping) {
            if fields.is_empty() {
                continue;
            }
            // Until it has a place it has none.
            self.homeless.insert(target.clone(), fields.clone());
            let kept = AssertUnwindSafe(|| self.keep_as_file(target, fields, reply));
            if catch_unwind(kept).is_err() {
                reply(Msg::Barred(Some(Say::new("banner-unkept"))));
            }
        }
        let own = Say::new("failed-own-fault");
        match awaited {
            // It may be in the file: asked for again it has the same name and is found there.
            Awaited::Step => {
                self.failing = true;
                reply(Msg::Failed(own));
            }
            Awaited::Mended => reply(Msg::Answer(Answer::Failed(own))),
            Awaited::Elsewhere => reply(Msg::SavedElsewhere(Err(own))),
            Awaited::Closed => reply(self.closed()),
            Awaited::Nothing => {}
        }
    }
}
