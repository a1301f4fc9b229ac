//! What the screens of votes need, read from the file.

use crate::app::{
    PlacedIdea, Placing, Subject, VoteLine, VoteOpening, VoteRead, VoteSetup, VotingRead,
};
use crate::domain::{
    Anchor, Cell as _, Idea, IdeaId, ItemState, Order, Room, SceneKind, Sensitivity, Vote, VoteId,
    VoteOption,
};
use crate::store::{Fault, Reader};

/// More ideas than this are not placed on one matrix.
const MOST: usize = 99;

pub(super) fn read(reader: &Reader, subject: &Subject) -> Result<VotingRead, Fault> {
    let mut votes = Vec::new();
    for vote in reader.every::<Vote>()? {
        if vote.pair.is_none() {
            let options = reader.those::<VoteOption>("vote", &vote.id.to_value())?.len();
            let turnout = reader.turnout(vote.id)?;
            votes.push(VoteLine { vote, options, turnout });
        }
    }
    votes.sort_by_key(|line| std::cmp::Reverse(line.vote.id));
    let vote = match subject {
        Subject::Vote(vote) => self::vote(reader, *vote)?,
        Subject::Votes | Subject::Matrix(_) => None,
    };
    let ideas = match subject {
        Subject::Matrix(Placing::Vote(vote)) => {
            let view = reader.vote(*vote)?;
            let options = view.map(|view| view.options).unwrap_or_default();
            options.iter().filter_map(|view| view.option.idea).collect()
        }
        Subject::Matrix(Placing::Ideas(ideas)) => ideas.clone(),
        Subject::Matrix(Placing::Workshop(workshop)) => {
            let room = reader.room(*workshop)?;
            room.map(|room| of_workshop(&room)).unwrap_or_default()
        }
        Subject::Matrix(Placing::Stage(stage)) => {
            let window = reader.window(*stage, Order::ByHand, Anchor::Head, MOST)?;
            window.cards.iter().map(|card| card.id).collect()
        }
        Subject::Votes | Subject::Vote(_) => Vec::new(),
    };
    Ok(VotingRead { votes, vote, spots: spots(reader, &ideas)?, seed: 0 })
}

fn vote(reader: &Reader, id: VoteId) -> Result<Option<VoteRead>, Fault> {
    let Some(view) = reader.vote(id)? else { return Ok(None) };
    let other = reader.those::<Vote>("pair", &id.to_value())?.first().map(|vote| vote.id);
    let other = match other {
        Some(effort) => reader.vote(effort)?.zip(Some(reader.result(effort)?)),
        None => None,
    };
    let running = reader.running_tally(id)?;
    Ok(Some(VoteRead { result: reader.result(id)?, view, other, running }))
}

/// The ideas of a workshop, group by group, then those in none.
fn of_workshop(room: &Room) -> Vec<IdeaId> {
    let mut ideas: Vec<IdeaId> = Vec::new();
    for idea in room.groups.iter().flat_map(|group| &group.ideas).chain(room.loose()) {
        if !ideas.contains(&idea.id) {
            ideas.push(idea.id);
        }
    }
    ideas.truncate(MOST);
    ideas
}

/// What is protected stands on no matrix.
fn spots(reader: &Reader, ideas: &[IdeaId]) -> Result<Vec<PlacedIdea>, Fault> {
    let mut spots = Vec::new();
    for idea in ideas {
        let found = reader.find::<Idea>(idea.0)?;
        let shown =
            |idea: &Idea| idea.removed.is_none() && idea.sensitivity != Sensitivity::Protected;
        if let Some(idea) = found.filter(shown) {
            let (benefit, effort) = (idea.benefit_score, idea.effort_score);
            spots.push(PlacedIdea { idea: idea.id, title: idea.title, benefit, effort });
        }
    }
    Ok(spots)
}

/// Where the options of a new vote can come from; or the vote that is amended.
pub(super) fn set_up(reader: &Reader, about: &VoteOpening) -> Result<VoteSetup, Fault> {
    let (marked, stage) = match about {
        VoteOpening::Amend(vote) => {
            return Ok(VoteSetup { amended: reader.vote(*vote)?, ..VoteSetup::default() });
        }
        VoteOpening::New { marked, stage } => (marked, stage),
    };
    let mut read = VoteSetup { marked: marked.clone(), ..VoteSetup::default() };
    if let Some(stage) = stage {
        let window = reader.window(*stage, Order::ByHand, Anchor::Head, MOST)?;
        let ideas: Vec<IdeaId> = window.cards.iter().map(|card| card.id).collect();
        // What the room may not see, it cannot vote on.
        read.stage = spots(reader, &ideas)?.into_iter().map(|spot| spot.idea).collect();
    }
    let running = match reader.running_workshop()? {
        Some(workshop) => reader.room(workshop)?,
        None => None,
    };
    if let Some(room) = running {
        read.workshop = Some(room.workshop.id);
        read.people = room.workshop.people;
        read.groups = room.groups.iter().map(|group| group.cluster.id).collect();
        let loose: Vec<IdeaId> = room.loose().map(|idea| idea.id).collect();
        read.loose = spots(reader, &loose)?.into_iter().map(|spot| spot.idea).collect();
        let held = room.items.iter().find(|item| {
            let holds = matches!(item.scene, SceneKind::Ballot | SceneKind::Matrix);
            holds && item.state == ItemState::Now
        });
        read.item = held.map(|item| item.id);
    }
    Ok(read)
}
