//! Ballots into the box. One that is tried again has the name it had, and counts once.

use crate::app::Msg;
use crate::domain::vote::{Slip, Turnout};
use crate::domain::{Arg, Command, No, Say};

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
            Err(Unwritten(why)) => match self.is_counted(slip.as_ref()) {
                Some(Some(turnout)) => (Ok(turnout), true),
                Some(None) => (Err(unsaved(why)), true),
                None => (Err(unsaved(why)), false),
            },
        };
        reply(Msg::Ballot { slip, became, sure });
    }

    /// The log has the box as it was after each ballot, by which they could be told apart: it is
    /// emptied when no more come in. Where somebody reads just now, it is tried again soon and on
    /// leaving.
    pub(super) fn forget_ballots(&mut self, command: &Command) {
        if !command.ends_ballots() {
            return;
        }
        self.tidy();
        self.restless = self.store.as_ref().is_some_and(|store| store.logged() > 0);
    }

    /// What the file itself says of a ballot whose save failed; `None` where it cannot be asked.
    fn is_counted(&mut self, slip: Option<&Slip>) -> Option<Option<Turnout>> {
        let slip = slip?;
        if self.barred.is_some() {
            return None;
        }
        self.opened().ok()?.counted(slip).ok()
    }
}

fn unsaved(why: Say) -> Say {
    Say::new("failed-ballot").with("why", Arg::Say(Box::new(why)))
}
