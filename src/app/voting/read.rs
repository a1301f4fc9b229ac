//! What is read for the screens of votes. Before the reveal it holds no number of points: the store
//! gives none out.

use crate::domain::vote::{Tally, Turnout};
use crate::domain::{IdeaId, StageId, Vote, VoteId, VoteResult, VoteView, WorkshopId};

/// What a screen of votes is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Votes,
    /// A vote, or the benefit of a pair of estimates.
    Vote(VoteId),
    Matrix(Placing),
}

/// Which ideas are placed by benefit and effort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placing {
    Vote(VoteId),
    Ideas(Vec<IdeaId>),
    /// What came in at the workshop, in its groups first.
    Workshop(WorkshopId),
    Stage(StageId),
}

#[derive(Clone, Debug, Default)]
pub struct VotingRead {
    /// The newest first. A pair of estimates is one line.
    pub votes: Vec<VoteLine>,
    pub vote: Option<VoteRead>,
    pub spots: Vec<Spot>,
    /// Fresh at each reading: the booth shuffles by it.
    pub seed: u64,
}

#[derive(Clone, Debug)]
pub struct VoteLine {
    pub vote: Vote,
    pub options: usize,
    pub turnout: Turnout,
}

#[derive(Clone, Debug)]
pub struct VoteRead {
    pub view: VoteView,
    pub result: Option<VoteResult>,
    /// The effort, where this is the benefit.
    pub other: Option<(VoteView, Option<VoteResult>)>,
    /// How it stands, in a vote that everybody may follow.
    pub running: Option<Tally>,
}

/// An idea with its place on the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub idea: IdeaId,
    pub title: String,
    pub benefit: Option<i64>,
    pub effort: Option<i64>,
}

impl VoteRead {
    /// How many have estimated an option: the most that is known before it is revealed.
    pub fn voted_on(&self, at: usize) -> i64 {
        let of = |view: &VoteView| {
            let option = view.options.get(at).map(|it| it.option.id);
            let voted = view.turnout.options.iter().find(|(id, _)| Some(*id) == option);
            voted.map_or(0, |(_, n)| *n)
        };
        of(&self.view).max(self.other.as_ref().map_or(0, |(view, _)| of(view)))
    }

    pub fn is_estimate(&self) -> bool {
        self.view.vote.axis.is_some()
    }
}
