//! What goes into the ballot box: a ballot, two estimates of an idea, or raised hands. It has a
//! name of its own, so that one that is tried again counts once.

use crate::domain::kinds::VoteState;
use crate::domain::records::{Vote, VoteId, VoteOption, VoteOptionId};
use crate::domain::say::Say;
use crate::domain::value::Uid;

use super::{Ballot, Choice, Settings};

/// It is kept in memory until the next begins, for it to be corrected; never in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub uid: Uid,
    /// How many people it is from: one, but for raised hands.
    pub voters: i64,
    /// Who it is from, where the vote asks for names.
    pub voter: String,
    pub parts: Vec<Part>,
}

/// What it says in one vote: option, points, by how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub vote: VoteId,
    pub marks: Vec<(VoteOptionId, i64, i64)>,
}

/// How many have voted, which is all that may be known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    pub voted: i64,
    pub of: Option<i64>,
    /// In estimates, how many have estimated each option.
    pub options: Vec<(VoteOptionId, i64)>,
}

impl Slip {
    pub fn ballot(uid: Uid, vote: VoteId, ballot: &Ballot, voter: &str) -> Slip {
        Slip { uid, voters: 1, voter: voter.trim().to_owned(), parts: vec![Part::of(vote, ballot)] }
    }

    /// One person's estimates of one idea, in two votes.
    pub fn pair(uid: Uid, benefit: (VoteId, &Ballot), effort: (VoteId, &Ballot)) -> Slip {
        let parts = vec![Part::of(benefit.0, benefit.1), Part::of(effort.0, effort.1)];
        Slip { uid, voters: 1, voter: String::new(), parts }
    }

    /// Hands raised for options, and how many people there were to raise them.
    pub fn hands(uid: Uid, vote: VoteId, voters: i64, hands: &[(VoteOptionId, i64, i64)]) -> Slip {
        let marks = hands.iter().filter(|(_, _, n)| *n > 0).copied().collect();
        Slip { uid, voters, voter: String::new(), parts: vec![Part { vote, marks }] }
    }
}

impl Part {
    fn of(vote: VoteId, ballot: &Ballot) -> Part {
        Part { vote, marks: ballot.marks().map(|(option, points)| (option, points, 1)).collect() }
    }
}

/// Whether it may go into the box of a vote as that stands.
pub fn may_cast(
    slip: &Slip,
    part: &Part,
    vote: &Vote,
    options: &[VoteOption],
    turnout: &Turnout,
) -> Result<(), Say> {
    match vote.state {
        VoteState::Open => {}
        VoteState::SetUp => return Err(Say::new("refused-ballot-not-open")),
        VoteState::Counted | VoteState::Revealed | VoteState::Closed => {
            return Err(Say::new("refused-ballot-counted"));
        }
    }
    if vote.named == slip.voter.is_empty() {
        return Err(Say::new(if vote.named {
            "refused-ballot-nameless"
        } else {
            "refused-ballot-named"
        }));
    }
    let settings = Settings::of(vote);
    let choices: Vec<Choice> = options.iter().map(Choice::from).collect();
    let open = |id: &VoteOptionId| {
        options.iter().any(|option| option.id == *id && option.revealed.is_none())
    };
    if !part.marks.iter().all(|(option, _, _)| open(option)) {
        return Err(Say::new("refused-ballot-frozen"));
    }
    if slip.voters == 1 {
        Ballot::of(part.marks.iter().map(|mark| (mark.0, mark.1)), &choices, &settings)?;
    }
    if slip.voters < 1 || part.marks.iter().any(|mark| !(0..=slip.voters).contains(&mark.2)) {
        return Err(Say::new("refused-hands").with("voters", slip.voters));
    }
    let Some(of) = turnout.of else { return Ok(()) };
    let voted = |option: &VoteOptionId| {
        turnout.options.iter().find(|(id, _)| id == option).map_or(0, |(_, voted)| *voted)
    };
    let most = match vote.axis {
        Some(_) => part.marks.iter().map(|mark| voted(&mark.0)).max().unwrap_or(0),
        None => turnout.voted,
    };
    if most + slip.voters > of {
        return Err(Say::new("refused-ballot-all-in").with("of", of));
    }
    Ok(())
}
