//! Everything outside the model, as a value: tests hand in their own.

use crate::app::{Answer, Effect, FrameRead, Model, Msg, Need, Now, OpeningRead};
use crate::domain::{Cell as _, Idea, Say, Uid};
use crate::store::{Fault, Reader, Request};

use super::saver::{Job, Saver};

/// Where time and new names come from.
pub struct Clock {
    pub now: Box<dyn Fn() -> Now>,
    pub uid: Box<dyn FnMut() -> Uid>,
}

pub struct World {
    saver: Saver,
    reader: Reader,
    clock: Clock,
    /// The file's state at the last reading.
    seen: i64,
    /// What is to be started once the first frame is drawn.
    later: Vec<Box<dyn FnOnce()>>,
}

impl World {
    pub fn new(saver: Saver, reader: Reader, clock: Clock) -> World {
        World { saver, reader, clock, seen: 0, later: Vec::new() }
    }

    /// Puts something off until the first frame is drawn.
    pub fn after_first_frame(&mut self, start: impl FnOnce() + 'static) {
        self.later.push(Box::new(start));
    }

    pub(super) fn start(&mut self) {
        if let Some(msg) = self.saver.take(Job::Open) {
            // Only a saver that is gone answers at once; the next save tells.
            drop(msg);
        }
        for start in self.later.drain(..) {
            start();
        }
    }

    pub(super) fn now(&self) -> Now {
        (self.clock.now)()
    }

    /// Carries an effect out. With a saver in line the answer comes at once.
    pub(super) fn perform(&mut self, effect: Effect, now: Now) -> Option<Msg> {
        let mut request =
            || Request { uid: (self.clock.uid)(), now: now.stamp, today: now.today, who: None };
        let job = match effect {
            Effect::Commit { command, drops } => Job::Commit(request(), command, drops),
            Effect::KeepDraft { target, mut fields } => {
                for field in &mut fields {
                    field.at = now.stamp;
                }
                Job::KeepDraft(target, fields)
            }
            Effect::DropDraft { target } => Job::DropDraft(target, now.stamp),
            Effect::Undo => Job::Undo(request()),
            Effect::Redo => Job::Redo(request()),
            Effect::Remember { name, value } => Job::Remember(name, value),
            Effect::Copy(_)
            | Effect::EditOutside { .. }
            | Effect::Redraw
            | Effect::Suspend
            | Effect::Leave => return None,
        };
        self.saver.take(job)
    }

    /// Whether the file was written to since it was last read.
    pub(super) fn is_news(&self) -> bool {
        self.reader.data_version().is_ok_and(|version| version != self.seen)
    }

    pub(super) fn answer(&mut self, need: &Need) -> Answer {
        if matches!(need, Need::Frame) {
            self.seen = self.reader.data_version().unwrap_or(0);
        }
        self.read(need).unwrap_or_else(|fault| {
            Answer::Failed(Say::new("failed-read").with("why", fault.to_string()))
        })
    }

    fn read(&self, need: &Need) -> Result<Answer, Fault> {
        Ok(match need {
            Need::Frame => Answer::Frame(Box::new(FrameRead {
                sluices: self.reader.sluices()?,
                stages: self.reader.stages()?,
                units: self.reader.every()?,
                counts: self.reader.counts()?,
                last_saved: self.reader.last_saved()?,
                highest: self.reader.highest::<Idea>()?,
            })),
            Need::Window { stage, order, anchor, size } => Answer::Window {
                stage: *stage,
                order: *order,
                window: self.reader.window(*stage, *order, *anchor, *size)?,
            },
            Need::Opening(opening) => {
                let detail = match opening.idea() {
                    Some(idea) => self.reader.detail(idea)?,
                    None => None,
                };
                let questions = match &detail {
                    Some(detail) => self.reader.those("stage", &detail.idea.stage.to_value())?,
                    None => Vec::new(),
                };
                let drafts = match opening.draft() {
                    Some(target) => self.reader.drafts(&target)?,
                    None => Vec::new(),
                };
                let names = self.reader.names()?;
                Answer::Opening(Box::new(OpeningRead { detail, names, questions, drafts }))
            }
            Need::Whereabouts(idea) => {
                Answer::Whereabouts { idea: *idea, stage: self.reader.column_of(*idea)? }
            }
        })
    }

    /// Writes down where the person was, and waits for what is still being saved.
    pub(super) fn finish(&mut self, model: &Model) {
        if let Some(idea) = model.focused() {
            self.saver.take(Job::Remember("idea", idea.0.to_string()));
        }
        self.saver.finish();
    }
}
