//! Ballots into the box. One that is tried again has the name it had, and counts once.

use crate::app::Msg;
use crate::domain::vote::Slip;
use crate::domain::{No, Say};

use super::writer::{Unwritten, Writer};

impl Writer {
    pub(super) fn ballot(
        &mut self,
        slip: Option<Slip>,
        instead_of: Option<&Slip>,
        reply: &mut dyn FnMut(Msg),
    ) {
        let asked = self.attempt(self.patience, None, reply, |store| match (&slip, instead_of) {
            (Some(slip), None) => store.cast(slip),
            (new, Some(last)) => store.correct(last, new.as_ref()),
            (None, None) => Ok(Err(No::refuse(Say::new("refused-ballot-none")))),
        });
        let (became, sure) = match asked {
            Ok(Ok(turnout)) => (Ok(turnout), true),
            Ok(Err(No::Refused(refusal))) => (Err(refusal.0), true),
            Ok(Err(No::Unreadable(error))) => {
                (Err(Say::new("failed-read").with("why", error.to_string())), false)
            }
            Err(Unwritten(say)) => (Err(say), false),
        };
        reply(Msg::Ballot { slip, became, sure });
    }
}
