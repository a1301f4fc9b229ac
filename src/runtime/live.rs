//! What the room sees of a workshop, read from a file that is veiled.

use crate::app::{AROUND, LiveAsk, LiveRead};
use crate::domain::{Idea, IdeaText, Window};
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
    Ok(Some(LiveRead { room, results, options, idea, counts, window }))
}
