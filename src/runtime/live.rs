//! What the room sees of a workshop, read from a file that is veiled.

use crate::app::{AROUND, LiveAsk, LiveRead};
use crate::domain::{Decision, GateView, Idea, IdeaText, Room, SceneKind, Window};
use crate::store::{Fault, Reader};

/// `None` where no workshop is being held.
pub(super) fn read(reader: &Reader, ask: &LiveAsk) -> Result<Option<LiveRead>, Fault> {
    let Some(running) = reader.running_workshop()? else { return Ok(None) };
    let Some(room) = reader.room(running)? else { return Ok(None) };
    let results = room.votes.iter().map(|view| reader.result(view.vote.id));
    let results = results.collect::<Result<_, _>>()?;
    let mut options = Vec::new();
    let estimated = room.votes.iter().filter(|view| view.vote.axis.is_some());
    for option in estimated.flat_map(|view| &view.options) {
        let known = |id| room.ideas.iter().chain(&options).any(|idea: &Idea| idea.id == id);
        if let Some(id) = option.option.idea.filter(|id| !known(*id)) {
            options.extend(reader.find::<Idea>(id.0)?);
        }
    }
    let idea = match ask.idea {
        Some(idea) => reader.find::<Idea>(idea.0)?.zip(reader.find::<IdeaText>(idea.0)?),
        None => None,
    };
    let (counts, window) = match ask.board {
        Some((stage, order, anchor)) => {
            (reader.counts()?.into_iter().collect(), reader.window(stage, order, anchor, AROUND)?)
        }
        None => (Vec::new(), Window::default()),
    };
    let mut counts: Vec<_> = counts;
    counts.sort_unstable();
    let gate = gate(reader, &room, ask)?;
    Ok(Some(LiveRead { room, results, options, idea, gate, counts, window }))
}

/// The gate of the idea that the room looks at.
fn gate(
    reader: &Reader,
    room: &Room,
    ask: &LiveAsk,
) -> Result<Option<(GateView, Option<Decision>)>, Fault> {
    let at_gates = room.now().is_some_and(|(_, item)| item.scene == SceneKind::Gate);
    let Some(idea) = ask.idea.filter(|_| at_gates) else { return Ok(None) };
    let decided = room.workshop.started.map(|since| reader.decided_since(since)).transpose()?;
    let decision = decided.unwrap_or_default().into_iter().rfind(|it| it.idea == idea);
    Ok(reader.gate(idea)?.map(|gate| (gate, decision)))
}
