//! What a gate meeting shows: the ideas that are taken, and all that is known of the one in focus.
//! Of scores that are not revealed, no more is read than how many have given theirs.

use crate::app::{AtMeeting, GateAsk, GateMeetingRead, InFocus, gate_keys};
use crate::domain::{
    Anchor, Attendance, Cell as _, Decision, Idea, IdeaId, IdeaText, Kind, Order, Vote, VoteId,
    VoteOption, VoteResult, VoteState, VoteView, Workshop, WorkshopId,
};
use crate::store::{Fault, Reader};

/// More ideas than this are not taken at one meeting.
const MOST: usize = 99;

pub(super) fn read(reader: &Reader, ask: &GateAsk) -> Result<GateMeetingRead, Fault> {
    let workshop = reader.running_workshop()?;
    let decisions = decisions(reader, workshop)?;
    let decided = |idea: IdeaId| decisions.iter().any(|it| it.idea == idea);
    let mut ideas = match ask.marked.as_slice() {
        [] => remembered(reader, workshop)?,
        marked => marked.to_vec(),
    };
    if ideas.is_empty()
        && let Some(stage) = ask.stage
    {
        // What was decided here may have moved on; it stays in the meeting.
        for decision in &decisions {
            if !ideas.contains(&decision.idea) {
                ideas.push(decision.idea);
            }
        }
        let window = reader.window(stage, Order::ByHand, Anchor::Head, MOST)?;
        let rest = window.cards.iter().map(|card| card.id).filter(|idea| !decided(*idea));
        ideas.extend(rest);
    }
    let mut there = Vec::new();
    for idea in ideas {
        // What was merged is decided on with the idea that lives on.
        let stands = |idea: Idea| idea.removed.is_none() && idea.merged_into.is_none();
        if reader.find::<Idea>(idea.0)?.is_some_and(stands) {
            there.push(AtMeeting { idea, is_decided: decided(idea) });
        }
    }
    let first = || there.iter().find(|it| !it.is_decided).or(there.first()).map(|it| it.idea);
    let at = match ask.at.or_else(first) {
        Some(idea) => focused(reader, workshop, idea, &decisions)?.map(Box::new),
        None => None,
    };
    let own = workshop.map_or("-".to_owned(), |workshop| workshop.0.to_string());
    let advice = reader.remembered(gate_keys::ADVICE)?.is_some_and(|value| value == own);
    Ok(GateMeetingRead { workshop, ideas: there, advice, at })
}

/// What was decided at the workshop that is being held.
fn decisions(reader: &Reader, workshop: Option<WorkshopId>) -> Result<Vec<Decision>, Fault> {
    let Some(workshop) = workshop else { return Ok(Vec::new()) };
    let started = reader.find::<Workshop>(workshop.0)?.and_then(|workshop| workshop.started);
    Ok(started.map(|since| reader.decided_since(since)).transpose()?.unwrap_or_default())
}

/// The ideas that were marked for the workshop that is being held.
fn remembered(reader: &Reader, workshop: Option<WorkshopId>) -> Result<Vec<IdeaId>, Fault> {
    let value = reader.remembered(gate_keys::IDEAS)?.unwrap_or_default();
    let Some((of, ideas)) = value.split_once(':') else { return Ok(Vec::new()) };
    if workshop.is_none_or(|workshop| workshop.0.to_string() != of) {
        return Ok(Vec::new());
    }
    Ok(ideas.split(',').filter_map(|idea| idea.parse().ok().map(IdeaId)).collect())
}

fn focused(
    reader: &Reader,
    workshop: Option<WorkshopId>,
    id: IdeaId,
    decisions: &[Decision],
) -> Result<Option<InFocus>, Fault> {
    let (idea, text) = (reader.find::<Idea>(id.0)?, reader.find::<IdeaText>(id.0)?);
    let (Some(idea), Some(text), Some(gate)) = (idea, text, reader.gate(id)?) else {
        return Ok(None);
    };
    let names = reader.names()?;
    let owner = idea.owner.and_then(|owner| names.name(Kind::Person, owner.0)).map(str::to_owned);
    let attendance = match workshop {
        Some(workshop) => reader.those::<Attendance>("workshop", &workshop.to_value())?,
        None => Vec::new(),
    };
    let interests = attendance.into_iter().filter(|one| one.idea == Some(id));
    Ok(Some(InFocus {
        interests: interests.map(|one| one.text).collect(),
        decision: decisions.iter().rfind(|it| it.idea == id).cloned(),
        scores: scores(reader, workshop, id)?,
        idea,
        text,
        gate,
        owner,
    }))
}

/// The newest scoring of an idea at the meeting that has not been dropped.
fn scores(
    reader: &Reader,
    workshop: Option<WorkshopId>,
    idea: IdeaId,
) -> Result<Option<(VoteView, Option<VoteResult>)>, Fault> {
    let options: Vec<VoteOption> = reader.those("idea", &idea.to_value())?;
    let mut votes: Vec<VoteId> =
        options.iter().filter(|it| !it.text.is_empty()).map(|it| it.vote).collect();
    votes.sort_unstable();
    votes.dedup();
    for vote in votes.into_iter().rev() {
        let Some(known) = reader.find::<Vote>(vote.0)? else { continue };
        let is_dropped = known.state == VoteState::Closed && known.is_secret();
        if known.workshop != workshop || is_dropped {
            continue;
        }
        return Ok(reader.vote(vote)?.zip(Some(reader.result(vote)?)));
    }
    Ok(None)
}
