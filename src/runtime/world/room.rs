//! Before a room: whatever file comes to be open, only what a room may see is read from it, and told
//! of it.

use crate::app::{Answer, Msg};
use crate::domain::{IdeaId, Say};
use crate::store::{Fault, Reader};

use super::World;
use crate::runtime::{veil, why};

impl World {
    /// Draws the veil over the file that was opened, where a room looks on or did when it was left.
    /// One that cannot be veiled is not open.
    pub(in crate::runtime) fn cover(&mut self) -> Result<(), Fault> {
        self.projected |= self.left_at().projector;
        let covered = self.veil(self.projected);
        if covered.is_err() {
            self.open = None;
        }
        covered
    }

    fn veil(&self, on: bool) -> Result<(), Fault> {
        self.open.as_ref().map_or(Ok(()), |open| open.reader.veil(on))
    }

    /// Reads from here on only what a room may see, or everything again.
    pub(in crate::runtime) fn project(&mut self, on: bool) -> Msg {
        self.find_who();
        match self.veil(on) {
            Ok(()) => {
                self.projected = on;
                Msg::Projected { on, who: self.who() }
            }
            Err(fault) => Msg::Answer(Answer::Failed(why::not_read(&fault))),
        }
    }

    /// A message as a room may hear it, where one looks on.
    pub(in crate::runtime) fn veiled(&self, msg: Msg) -> Msg {
        if !self.projected {
            return msg;
        }
        veil::over(msg, &|idea| self.is_hidden(idea))
    }

    /// A sentence as a room may hear it, where one looks on.
    pub(in crate::runtime) fn quiet(&self, say: Say) -> Say {
        if !self.projected {
            return say;
        }
        veil::discreet(say, &|idea| self.is_hidden(idea))
    }

    /// What cannot be asked is not told.
    fn is_hidden(&self, idea: IdeaId) -> bool {
        let reader: Option<&Reader> = self.open.as_ref().map(|open| &open.reader);
        reader.is_none_or(|reader| reader.is_protected(idea).unwrap_or(true))
    }
}
