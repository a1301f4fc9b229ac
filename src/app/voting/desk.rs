//! Ballots on their way into the box. The last one stays here until the next is counted, so that it
//! can be corrected; it is in no file.

use std::collections::VecDeque;

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlay::Overlay;
use crate::domain::vote::{Slip, Turnout};
use crate::domain::{Say, VoteId};

/// A ballot with what was typed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheaf {
    pub slip: Slip,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct BallotDesk {
    /// Asked for and not answered, the oldest first.
    waiting: VecDeque<Sheaf>,
    last: Option<Sheaf>,
    /// It is not known whether this one is in the box; tried again, it counts once.
    unsure: Option<Sheaf>,
}

impl BallotDesk {
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// The ballot that can still be corrected.
    pub fn last(&self, vote: VoteId) -> Option<&Sheaf> {
        let of = |sheaf: &&Sheaf| sheaf.slip.parts.iter().any(|part| part.vote == vote);
        self.last.as_ref().filter(of).filter(|_| self.waiting.is_empty())
    }

    pub(in crate::app) fn cast(
        &mut self,
        mut sheaf: Sheaf,
        instead_of: Option<Slip>,
    ) -> Vec<Effect> {
        let same = |unsure: &Sheaf| {
            unsure.slip.parts == sheaf.slip.parts
                && (unsure.slip.voters, &unsure.slip.voter)
                    == (sheaf.slip.voters, &sheaf.slip.voter)
        };
        if self.unsure.as_ref().is_some_and(same) {
            sheaf.slip.uid = self.unsure.as_ref().map(|it| it.slip.uid).unwrap_or_default();
        }
        self.unsure = None;
        self.waiting.push_back(sheaf.clone());
        vec![Effect::Ballot { slip: Some(sheaf.slip), instead_of }]
    }

    /// The last ballot stays as it is.
    pub(in crate::app) fn forget(&mut self) {
        self.last = None;
    }

    /// Takes the last ballot back and puts none in its place.
    pub(in crate::app) fn take_back(&mut self, last: Sheaf) -> Vec<Effect> {
        self.waiting.push_back(last.clone());
        vec![Effect::Ballot { slip: None, instead_of: Some(last.slip) }]
    }
}

/// What became of the ballot that waited longest. `sure` where the file itself answered.
pub(in crate::app) fn answered(
    model: &mut Model,
    slip: Option<Slip>,
    became: Result<Turnout, Say>,
    sure: bool,
) {
    model.version += 1;
    let Some(mut sheaf) = model.ballots.waiting.pop_front() else { return };
    match (became, slip) {
        (Ok(turnout), slip) => {
            let told = Say::new(if slip.is_some() { "told-ballot" } else { "told-ballot-back" });
            model.ballots.last = slip.map(|slip| {
                sheaf.slip = slip;
                sheaf
            });
            model.tell(told.with("turnout", crate::domain::Arg::Say(Box::new(said(&turnout)))));
        }
        (Err(why), slip) => {
            if let Some(slip) = slip {
                sheaf.slip = slip;
                if let Some(Overlay::Voting(voting)) = model.overlays.last_mut() {
                    voting.give_back(&sheaf.text);
                }
                model.ballots.unsure = Some(sheaf).filter(|_| !sure);
            }
            model.refuse(why);
        }
    }
}

/// How many have voted, in words.
pub fn said(turnout: &Turnout) -> Say {
    match turnout.of {
        Some(of) => Say::new("turnout-of").with("n", turnout.voted).with("of", of),
        None => Say::new("turnout").with("n", turnout.voted),
    }
}
