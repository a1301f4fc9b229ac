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

/// What the file is asked to do.
#[derive(Clone, Debug)]
struct Asked {
    sheaf: Sheaf,
    instead_of: Option<Slip>,
}

#[derive(Debug, Default)]
pub struct BallotDesk {
    /// Asked for and not answered, the oldest first.
    waiting: VecDeque<Asked>,
    /// Not counted, and on no line: they came from the booth, or another is being typed there.
    kept: Vec<Sheaf>,
    last: Option<Sheaf>,
    /// It is not known whether this one is in the box; tried again, it counts once.
    unsure: Option<Sheaf>,
}

impl BallotDesk {
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// How many ballots of a vote were not counted and are kept to be tried again.
    pub fn kept(&self, vote: VoteId) -> usize {
        self.kept.iter().filter(|sheaf| sheaf.is_of(vote)).count()
    }

    /// Tries again what was not counted. Each has the name it had, and counts once.
    pub(in crate::app) fn retry(&mut self, vote: VoteId) -> Vec<Effect> {
        let (again, kept) = self.kept.drain(..).partition(|sheaf: &Sheaf| sheaf.is_of(vote));
        self.kept = kept;
        let again: Vec<Sheaf> = again;
        let ask = |sheaf: Sheaf| {
            self.waiting.push_back(Asked { sheaf: sheaf.clone(), instead_of: None });
            Effect::Ballot { slip: Some(sheaf.slip), instead_of: None }
        };
        again.into_iter().map(ask).collect()
    }

    /// The ballot that can still be corrected.
    pub fn last(&self, vote: VoteId) -> Option<&Sheaf> {
        self.last.as_ref().filter(|sheaf| sheaf.is_of(vote)).filter(|_| self.waiting.is_empty())
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
        let asked = Asked { sheaf: sheaf.clone(), instead_of: instead_of.clone() };
        self.waiting.push_back(asked);
        vec![Effect::Ballot { slip: Some(sheaf.slip), instead_of }]
    }

    /// The last ballot stays as it is.
    pub(in crate::app) fn forget(&mut self) {
        self.last = None;
    }

    /// Takes the last ballot back and puts none in its place.
    pub(in crate::app) fn take_back(&mut self, last: Sheaf) -> Vec<Effect> {
        let instead_of = Some(last.slip.clone());
        self.waiting.push_back(Asked { sheaf: last.clone(), instead_of });
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
    let Some(Asked { mut sheaf, instead_of }) = model.ballots.waiting.pop_front() else { return };
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
                not_counted(model, sheaf, instead_of.is_some(), sure);
            }
            model.refuse(why);
        }
    }
}

/// It stands on its line again; where it cannot, it is kept and can be tried again.
fn not_counted(model: &mut Model, sheaf: Sheaf, corrects: bool, sure: bool) {
    let mut screens = model.overlays.iter_mut().rev().filter_map(|overlay| match overlay {
        Overlay::Voting(voting) => Some(voting),
        _ => None,
    });
    let stands = screens.next().is_some_and(|voting| voting.give_back(&sheaf, corrects));
    if !stands && !corrects {
        model.ballots.kept.push(sheaf);
    } else if !sure {
        model.ballots.unsure = Some(sheaf);
    }
}

impl Sheaf {
    fn is_of(&self, vote: VoteId) -> bool {
        self.slip.parts.iter().any(|part| part.vote == vote)
    }
}

/// How many have voted, in words.
pub fn said(turnout: &Turnout) -> Say {
    match turnout.of {
        Some(of) => Say::new("turnout-of").with("n", turnout.voted).with("of", of),
        None => Say::new("turnout").with("n", turnout.voted),
    }
}
