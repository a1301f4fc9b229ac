//! A vote is opened, counted, revealed and closed. What was voted becomes records at the reveal, and
//! not before; the reveal cannot be taken back.

use crate::domain::kinds::VoteState;
use crate::domain::record::Kind;
use crate::domain::records::{Vote, VoteCount, VoteCountId, VoteId, VoteOption, VoteOptionId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Cell;

use super::votes::options_of;
use super::{Command, Fresh, Plan};

/// Its options and its rules are frozen from then on. The other estimate of a pair opens with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenVote {
    pub vote: VoteId,
}

/// All ballots are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountVote {
    pub vote: VoteId,
}

/// Somebody had not voted yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReopenVote {
    pub vote: VoteId,
}

/// Shows what was voted. Of an estimate, one option at a time can be shown, in both of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevealVote {
    pub vote: VoteId,
    pub option: Option<VoteOptionId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloseVote {
    pub vote: VoteId,
}

/// Ends a vote unrevealed; its ballots are gone for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DropVote {
    pub vote: VoteId,
}

impl Plan for OpenVote {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(Say::new("step-vote-open"));
        for before in both(there, self.vote)? {
            if before.state != VoteState::SetUp {
                return Err(No::refuse(Say::new("refused-vote-opened")));
            }
            let opened = Some(fresh.now);
            step.update(&before, &Vote { state: VoteState::Open, opened, ..before.clone() });
        }
        Ok(step)
    }
}

impl Plan for CountVote {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        turn(there, self.vote, VoteState::Open, VoteState::Counted, "step-vote-count")
    }
}

impl Plan for ReopenVote {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        turn(there, self.vote, VoteState::Counted, VoteState::Open, "step-vote-reopen")
    }
}

impl Plan for CloseVote {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        turn(there, self.vote, VoteState::Revealed, VoteState::Closed, "step-vote-close")
    }
}

impl Plan for RevealVote {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(Say::new("step-vote-reveal"));
        let votes = both(there, self.vote)?;
        for vote in &votes {
            if !matches!(vote.state, VoteState::Open | VoteState::Counted) {
                return Err(No::refuse(Say::new("refused-vote-not-open")));
            }
        }
        match self.option {
            Some(option) => self.reveal_option(option, &votes, &mut step, there, fresh)?,
            None => {
                for vote in &votes {
                    reveal_whole(vote, &mut step, there, fresh)?;
                }
            }
        }
        Ok(step)
    }

    fn is_undoable(&self) -> bool {
        false
    }
}

impl Plan for DropVote {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(Say::new("step-vote-drop"));
        for before in both(there, self.vote)? {
            if !matches!(before.state, VoteState::Open | VoteState::Counted) {
                return Err(No::refuse(Say::new("refused-vote-not-open")));
            }
            (fresh.ballots)(before.id, None)?;
            step.update(&before, &Vote { state: VoteState::Closed, ..before.clone() });
        }
        Ok(step)
    }

    fn is_undoable(&self) -> bool {
        false
    }
}

impl RevealVote {
    fn reveal_option(
        &self,
        option: VoteOptionId,
        votes: &[Vote],
        step: &mut Step,
        there: &dyn There,
        fresh: &mut Fresh<'_>,
    ) -> Result<(), No> {
        let chosen: VoteOption = there.get(option.0)?;
        step.label = Say::new("step-estimate-reveal");
        let mut voted = 0;
        for vote in votes {
            if vote.axis.is_none() {
                return Err(No::refuse(Say::new("refused-reveal-one")));
            }
            let options = options_of(there, vote.id)?;
            let Some(before) = options.iter().find(|option| option.rank == chosen.rank) else {
                continue;
            };
            if before.revealed.is_some() {
                return Err(No::refuse(Say::new("refused-revealed")));
            }
            voted += reveal_one(before, step, fresh)?;
        }
        if voted == 0 {
            return Err(No::refuse(Say::new("refused-reveal-nothing")));
        }
        Ok(())
    }
}

/// All that is left in the box becomes records.
fn reveal_whole(
    before: &Vote,
    step: &mut Step,
    there: &dyn There,
    fresh: &mut Fresh<'_>,
) -> Result<(), No> {
    if before.axis.is_some() {
        for option in options_of(there, before.id)? {
            if option.revealed.is_none() {
                reveal_one(&option, step, fresh)?;
            }
        }
    }
    let taken = (fresh.ballots)(before.id, None)?;
    let revealed = Some(fresh.now);
    let voters = Some(taken.voted);
    let state = VoteState::Revealed;
    step.update(before, &Vote { state, revealed, voters, ..before.clone() });
    for (option, points, voter, n) in taken.counts {
        count(before.id, option, points, voter, n, step, fresh)?;
    }
    Ok(())
}

/// The answer is how many had estimated it.
fn reveal_one(before: &VoteOption, step: &mut Step, fresh: &mut Fresh<'_>) -> Result<i64, No> {
    let taken = (fresh.ballots)(before.vote, Some(before.id))?;
    let (revealed, voters) = (Some(fresh.now), Some(taken.voted));
    step.update(before, &VoteOption { revealed, voters, ..before.clone() });
    for (option, points, voter, n) in taken.counts {
        count(before.vote, option, points, voter, n, step, fresh)?;
    }
    Ok(taken.voted)
}

fn count(
    vote: VoteId,
    option: VoteOptionId,
    points: i64,
    voter: String,
    n: i64,
    step: &mut Step,
    fresh: &mut Fresh<'_>,
) -> Result<(), No> {
    let id = VoteCountId(fresh.id(Kind::VoteCount)?);
    step.create(&VoteCount { id, uid: fresh.uid(), vote, option, points, n, voter });
    Ok(())
}

fn turn(
    there: &dyn There,
    vote: VoteId,
    from: VoteState,
    to: VoteState,
    label: &'static str,
) -> Result<Step, No> {
    let mut step = Step::new(Say::new(label));
    for before in both(there, vote)? {
        if before.state != from {
            let id = match from {
                VoteState::Open => "refused-vote-not-open",
                VoteState::Counted => "refused-vote-not-counted",
                VoteState::SetUp | VoteState::Revealed | VoteState::Closed => {
                    "refused-vote-not-revealed"
                }
            };
            return Err(No::refuse(Say::new(id)));
        }
        step.update(&before, &Vote { state: to, ..before.clone() });
    }
    Ok(step)
}

/// A vote, and the other estimate of its pair.
fn both(there: &dyn There, vote: VoteId) -> Result<Vec<Vote>, No> {
    let vote: Vote = there.get(vote.0)?;
    let mut votes: Vec<Vote> = there.those("pair", vote.id.to_value())?;
    if let Some(pair) = vote.pair {
        votes.push(there.get(pair.0)?);
    }
    votes.insert(0, vote);
    Ok(votes)
}

impl Command {
    /// Whether no more ballots come into some box after it.
    pub fn ends_ballots(&self) -> bool {
        matches!(self, Command::RevealVote(_) | Command::CountVote(_) | Command::DropVote(_))
    }
}
