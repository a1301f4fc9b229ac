//! What the screen needs, read from the file.

use crate::app::{Answer, FrameRead, LINE, Need, RoomRead, ShapeRead};
use crate::domain::{Cell as _, Idea, Window};
use crate::store::{Fault, Reader};

use super::{found, gate_meeting, lists, live, minutes, openings, panes, voting};

pub(super) fn read(reader: &Reader, need: &Need, who: &str) -> Result<Answer, Fault> {
    Ok(match need {
        Need::Frame => Answer::Frame(Box::new(FrameRead {
            sluices: reader.sluices()?,
            stages: reader.stages()?,
            units: reader.every()?,
            counts: reader.counts()?,
            last_saved: reader.last_saved()?,
            highest: reader.highest::<Idea>()?,
            line: reader.drafts(LINE)?,
            running: reader.running_workshop()?,
        })),
        Need::Shape => Answer::Shape(Box::new(ShapeRead {
            questions: reader.every()?,
            names: reader.names()?,
            targets: reader.every()?,
            held: reader.held()?,
        })),
        Need::Tests(idea) => Answer::Tests(*idea, reader.those("idea", &idea.to_value())?),
        Need::Workshops => Answer::Workshops(reader.workshops()?),
        Need::Room(workshop) => Answer::Room(Box::new(RoomRead {
            workshop: *workshop,
            room: reader.room(*workshop)?,
            clock: reader.remembered("clock")?,
        })),
        Need::Meeting(asked) => Answer::Meeting(*asked, minutes::read(reader, *asked)?),
        Need::Window { stage, order, anchor, size } => {
            let window = reader.window(*stage, *order, *anchor, *size)?;
            let people = panes::people(reader, window.cards.iter().filter_map(|card| card.owner))?;
            Answer::Window { stage: *stage, order: *order, window, people }
        }
        Need::Pane(idea) => Answer::Pane(Box::new(panes::pane(reader, *idea)?)),
        Need::History { idea, before, limit } => Answer::History {
            read: Box::new(panes::history(reader, *idea, *before, *limit)?),
            continued: before.is_some(),
        },
        Need::Changes(seq) => Answer::Changes { seq: *seq, changes: reader.changes(*seq)? },
        Need::Opening(opening) => Answer::Opening(Box::new(openings::read(reader, opening, who)?)),
        Need::Filtered { stage, ideas, above, total, sieve } => {
            let cards = reader.cards(ideas)?;
            let people = panes::people(reader, cards.iter().filter_map(|card| card.owner))?;
            let window = Window { cards, above: Some(*above), total: *total };
            Answer::Filtered { stage: *stage, window, people, sieve: *sieve }
        }
        Need::Rows { ideas, needles } => {
            Answer::Rows { ideas: ideas.clone(), rows: found::rows(reader, ideas, needles)? }
        }
        Need::Filters => Answer::Filters(reader.every()?),
        Need::Searches => {
            let written = reader.remembered("searches")?.unwrap_or_default();
            Answer::Searches(written.lines().map(str::to_owned).collect())
        }
        Need::Voting(subject) => Answer::Voting(Box::new(voting::read(reader, subject)?)),
        Need::GateMeeting(ask) => {
            Answer::GateMeeting(ask.clone(), Box::new(gate_meeting::read(reader, ask)?))
        }
        Need::List(ask) => Answer::List(Box::new(lists::read(reader, ask)?)),
        Need::Live(ask) => {
            Answer::Live { ask: ask.clone(), read: live::read(reader, ask)?.map(Box::new) }
        }
        Need::Whereabouts(idea) => {
            Answer::Whereabouts { idea: *idea, stage: reader.column_of(*idea)? }
        }
    })
}
