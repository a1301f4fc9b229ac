//! The sheets of a workshop: what is told of it, an item of its run sheet, how its clock runs, and
//! whether to go back to where an item began.

mod back;
mod clock;
mod item;
mod workshop;

use crate::app::model::Model;
use crate::app::opening::OpeningRead;
use crate::app::overlay::Turn;
use crate::app::room::RoomAsk;
use crate::domain::{Command, Say};
use crate::editor::{Editor, Lines};

use super::part::{Body, Part};
use super::{Kind, Sheet};

/// Opens one; a sentence where what it is about is gone.
pub(super) fn open(model: &Model, ask: RoomAsk, read: &OpeningRead) -> Result<Sheet, Say> {
    let (title, parts) = match &ask {
        RoomAsk::Workshop(None) => workshop::new(model),
        RoomAsk::Workshop(Some(known)) => {
            workshop::amend(model.held.workshop(*known).ok_or(Say::new("refused-gone"))?)
        }
        RoomAsk::Item { workshop, item, .. } => {
            let room = model.held.room(*workshop).ok_or(Say::new("refused-gone"))?;
            let known = room.items.iter().find(|known| Some(known.id) == *item);
            if item.is_some() && known.is_none() {
                return Err(Say::new("refused-gone"));
            }
            item::parts(known)
        }
        RoomAsk::Clock => clock::parts(model)?,
        RoomAsk::Back(item) => back::parts(model, *item, &read.checkpoints)?,
    };
    Ok(Sheet::new(title, Kind::Room(ask), parts))
}

pub(super) fn command(ask: &RoomAsk, sheet: &Sheet, model: &Model) -> Result<Command, Say> {
    match ask {
        RoomAsk::Workshop(known) => workshop::command(*known, sheet, model),
        RoomAsk::Item { workshop, item, after } => item::command(*workshop, *item, *after, sheet),
        RoomAsk::Clock | RoomAsk::Back(_) => Err(Say::new("refused-nothing-changed")),
    }
}

/// Does what is no command of the file's.
pub(super) fn done(ask: &RoomAsk, sheet: &mut Sheet, model: &mut Model) -> Option<Turn> {
    match ask {
        RoomAsk::Clock => Some(clock::done(sheet, model)),
        RoomAsk::Back(_) => Some(back::go(sheet, model)),
        RoomAsk::Workshop(_) | RoomAsk::Item { .. } => None,
    }
}

impl Sheet {
    /// It asks whether to go back to where an item began.
    pub fn asks_back(&self) -> bool {
        matches!(self.kind, Kind::Room(RoomAsk::Back(_)))
    }
}

fn line(key: &'static str, label: &'static str, text: &str) -> Part {
    Part::new(key, Say::new(label), Body::Line(Editor::new(Lines::One, text)))
}

/// A whole number, or nothing where the field is empty.
fn number(sheet: &Sheet, key: &str, refused: &'static str) -> Result<Option<i64>, Say> {
    match sheet.text(key).trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Say::new(refused)),
    }
}
