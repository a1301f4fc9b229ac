//! Workshops on the screen: those that were read, and the one that is being held. Its clock is
//! `clock`, its run sheet `run_sheet`, what is done to it `deeds`; what the room sees of it is made
//! elsewhere.

mod clock;
mod deeds;
pub(super) mod live;
mod run_sheet;
pub(super) mod show;
pub(super) mod view;
mod wake;

use jiff::tz::TimeZone;

use crate::domain::{
    AgendaItem, AgendaItemId, Clock, ItemState, Room, Schedule, Source, Stamp, Workshop,
    WorkshopId, WorkshopLine, WorkshopState,
};

use super::model::Model;
use super::msg::Need;
use super::opening::Opening;
use super::overlay::Overlay;

pub use clock::SetClock;
pub(super) use deeds::{act, available, choose, list, open, reveal, show};
pub use run_sheet::{RunSheet, RunSheetPlan};
pub(super) use wake::rings;

/// A workshop that began longer ago than this is not taken up by itself.
const DAY: i64 = 24 * 60 * 60 * 1000;
const MINUTE: i64 = 60_000;

/// What is known of the workshops, and the time for which the screen is drawn.
#[derive(Debug, Default)]
pub struct Held {
    /// When the newest message came.
    pub now: Stamp,
    /// The workshop that is being held, as the frame was read.
    pub running: Option<WorkshopId>,
    /// All workshops, and of which version of the file; read while they are listed.
    pub lines: Option<(u64, Vec<WorkshopLine>)>,
    rooms: Vec<ReadRoom>,
    /// What could not be read of which version: it is not asked for at each key.
    unread: Vec<(WorkshopId, u64)>,
    /// The clock where somebody set it; otherwise it is the item's own.
    clock: Option<SetClock>,
    /// What was remembered of the clock is known.
    clock_read: bool,
    /// It was looked whether there is a workshop to go on with.
    resumed: bool,
}

#[derive(Debug)]
struct ReadRoom {
    id: WorkshopId,
    version: u64,
    /// None where it is gone.
    room: Option<Box<Room>>,
}

/// What was read of a workshop.
#[derive(Clone, Debug)]
pub struct RoomRead {
    pub workshop: WorkshopId,
    pub room: Option<Room>,
    /// The clock as it was set, the way it is remembered.
    pub clock: Option<String>,
}

/// The sheets of a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomAsk {
    /// What is told of it before it is held; none where it is new.
    Workshop(Option<WorkshopId>),
    /// An item of its run sheet, or a new one after another.
    Item { workshop: WorkshopId, item: Option<AgendaItemId>, after: Option<AgendaItemId> },
    /// How the clock is to run.
    Clock,
    /// Whether to go back to where an item began.
    Back(AgendaItemId),
}

impl RoomAsk {
    /// The name under which its drafts are kept.
    pub(super) fn draft(&self) -> Option<String> {
        match self {
            RoomAsk::Workshop(None) => Some("workshop:new".into()),
            RoomAsk::Workshop(Some(workshop)) => Some(format!("workshop:{}", workshop.0)),
            RoomAsk::Item { workshop, item: None, .. } => Some(format!("item:new:{}", workshop.0)),
            RoomAsk::Item { workshop, item: Some(item), .. } => {
                Some(format!("item:{}:{}", workshop.0, item.0))
            }
            RoomAsk::Clock | RoomAsk::Back(_) => None,
        }
    }

    /// The sheet that a draft of this name belongs to.
    pub(super) fn of_draft(pieces: &[&str]) -> Option<RoomAsk> {
        let id = |id: &str| id.parse::<i64>().ok();
        Some(match *pieces {
            ["workshop", "new"] => RoomAsk::Workshop(None),
            ["workshop", workshop] => RoomAsk::Workshop(Some(WorkshopId(id(workshop)?))),
            ["item", "new", workshop] => {
                RoomAsk::Item { workshop: WorkshopId(id(workshop)?), item: None, after: None }
            }
            ["item", workshop, item] => RoomAsk::Item {
                workshop: WorkshopId(id(workshop)?),
                item: Some(AgendaItemId(id(item)?)),
                after: None,
            },
            _ => return None,
        })
    }
}

impl Held {
    pub fn room(&self, workshop: WorkshopId) -> Option<&Room> {
        self.read_room(workshop)?.room.as_deref()
    }

    /// It was looked for, and is not there any more.
    pub fn is_gone(&self, workshop: WorkshopId) -> bool {
        self.read_room(workshop).is_some_and(|read| read.room.is_none())
    }

    fn read_room(&self, workshop: WorkshopId) -> Option<&ReadRoom> {
        self.rooms.iter().find(|read| read.id == workshop)
    }

    /// The workshop that is being held, with all that belongs to it.
    pub fn current(&self) -> Option<&Room> {
        self.room(self.running?).filter(|room| room.workshop.state == WorkshopState::Running)
    }

    /// The item that is being held.
    pub fn item(&self) -> Option<&AgendaItem> {
        self.current()?.now().map(|(_, item)| item)
    }

    /// How the clock was set for the item that is being held, where it was.
    pub fn set_clock(&self) -> Option<&SetClock> {
        self.clock.as_ref().filter(|clock| self.item().is_some_and(|item| clock.is_of(item)))
    }

    /// The clock of the item that is being held.
    pub fn clock(&self) -> Option<Clock> {
        let item = self.item()?;
        Some(self.set_clock().map_or_else(|| clock::own(item), |set| set.clock(item)))
    }

    /// A workshop by its id, however it came to be known.
    pub fn workshop(&self, workshop: WorkshopId) -> Option<&Workshop> {
        let listed = || {
            let (_, lines) = self.lines.as_ref()?;
            lines.iter().map(|line| &line.workshop).find(|known| known.id == workshop)
        };
        self.room(workshop).map(|room| &room.workshop).or_else(listed)
    }

    /// The times of a run sheet as things stand. What the clock was stopped for moves the rest.
    pub fn schedule(&self, room: &Room, zone: &TimeZone) -> Schedule {
        let mut items = room.items.clone();
        let held = items.iter_mut().find(|item| item.state == ItemState::Now);
        if let (Some(item), Some(set)) = (held, &self.clock)
            && set.is_of(item)
            && !set.is_in_rounds()
            && let Some(began) = item.started
        {
            let lasts = self.now.0 + set.clock(item).left(self.now) - began.0;
            item.minutes = item.minutes.max((lasts + MINUTE - 1) / MINUTE);
        }
        let mut schedule =
            Schedule::of(&room.workshop, &items, begins(&room.workshop, zone, self.now), self.now);
        // Against what was planned, not against where the clock has come.
        for (slot, item) in schedule.slots.iter_mut().zip(&room.items) {
            if slot.state == ItemState::Now {
                slot.over = (self.now.0 - slot.from.0) / MINUTE - item.minutes;
            }
        }
        schedule
    }

    /// How an idea comes in that is caught now.
    pub(super) fn source(&self) -> Source {
        if self.running.is_some() { Source::Workshop } else { Source::Form }
    }

    pub(super) fn forget(&mut self) {
        self.rooms.clear();
        self.lines = None;
    }
}

/// When a workshop is thought to begin.
fn begins(workshop: &Workshop, zone: &TimeZone, now: Stamp) -> Stamp {
    let at = |minutes: i64| {
        let (hour, minute) = (i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?);
        let day = workshop.day.unwrap_or_else(|| crate::text::dates::local_day(now, zone));
        let moment = zone.to_timestamp(day.at(hour, minute, 0, 0)).ok()?;
        Some(Stamp(moment.as_millisecond()))
    };
    workshop.begins.and_then(at).unwrap_or(now)
}

/// What must be read of the workshops that are held or shown.
pub(super) fn need(model: &Model) -> Option<Need> {
    let shown = model.overlays.iter().filter_map(|overlay| match overlay {
        Overlay::RunSheet(sheet) => Some(sheet.workshop),
        _ => None,
    });
    let asked = match &model.opening {
        Some(Opening::Room(RoomAsk::Item { workshop, .. })) => Some(*workshop),
        Some(Opening::Room(RoomAsk::Workshop(workshop))) => *workshop,
        _ => None,
    };
    let stale = |workshop: &WorkshopId| {
        !model.held.unread.contains(&(*workshop, model.version))
            && model.held.read_room(*workshop).is_none_or(|read| read.version != model.version)
    };
    let wanted = model.held.running.into_iter().chain(shown).chain(asked).find(stale);
    wanted.map(Need::Room)
}

impl Model {
    /// What was asked for cannot be read; it is asked for anew when the file has changed.
    pub fn could_not_read(&mut self, need: &Need) {
        let version = self.version;
        match need {
            Need::Room(workshop) => {
                self.held.unread.retain(|(_, of)| *of == version);
                self.held.unread.push((*workshop, version));
            }
            Need::Live(ask) => self.show.read = Some((version, ask.clone(), None)),
            _ => {}
        }
    }
}

/// Takes in what was read. A workshop that was being held when the program ended is gone on with.
pub(super) fn take(model: &mut Model, read: RoomRead) {
    let version = model.version;
    let held = &mut model.held;
    held.rooms.retain(|known| known.id != read.workshop && known.version == version);
    held.rooms.push(ReadRoom { id: read.workshop, version, room: read.room.map(Box::new) });
    if !std::mem::replace(&mut held.clock_read, true) {
        held.clock = read.clock.as_deref().and_then(SetClock::read);
    }
    if held.running == Some(read.workshop) && !std::mem::replace(&mut held.resumed, true) {
        let began = held.current().and_then(|room| room.workshop.started);
        if began.is_some_and(|began| held.now.0 - began.0 < DAY) && model.overlays.is_empty() {
            show(model, read.workshop, false);
        }
    }
    if model.held.current().is_some_and(|room| room.workshop.id == read.workshop) {
        deeds::begun(model);
    }
}
