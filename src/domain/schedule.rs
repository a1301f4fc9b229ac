//! The times of a run sheet: when each item begins as things stand, and by how much what remains
//! exceeds the time that remains.

use super::kinds::ItemState;
use super::records::{AgendaItem, AgendaItemId, Workshop};
use super::say::Say;
use super::value::Stamp;

const MINUTE: i64 = 60_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// In the order of the run sheet; those that were skipped take no time.
    pub slots: Vec<Slot>,
    /// When the meeting is to end.
    pub ends: Stamp,
    /// When it would end as things stand.
    pub done: Stamp,
}

/// When an item is, or was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub item: AgendaItemId,
    pub state: ItemState,
    pub from: Stamp,
    pub to: Stamp,
    /// Whole minutes by which it took, or takes, longer than planned; below nothing, shorter.
    pub over: i64,
}

impl Schedule {
    /// `begins` is when a meeting that has not begun is thought to begin.
    pub fn of(workshop: &Workshop, items: &[AgendaItem], begins: Stamp, now: Stamp) -> Schedule {
        let started = workshop.started.unwrap_or(begins);
        // What is still to come cannot begin in the past.
        let mut free = if workshop.started.is_some() { now.max(started) } else { started };
        if let Some(current) = items.iter().find(|item| item.state == ItemState::Now) {
            let from = current.started.unwrap_or(now);
            free = free.max(after(from, current.minutes));
        }
        let mut slots = Vec::with_capacity(items.len());
        for item in items {
            let (from, to) = match item.state {
                ItemState::Done => {
                    let from = item.started.unwrap_or(started);
                    (from, item.ended.unwrap_or(from))
                }
                ItemState::Now => {
                    let from = item.started.unwrap_or(now);
                    (from, after(from, item.minutes).max(now))
                }
                ItemState::Ahead => {
                    let from = free;
                    free = after(from, item.minutes);
                    (from, free)
                }
                ItemState::Skipped => (free, free),
            };
            let over = match item.state {
                ItemState::Skipped | ItemState::Ahead => 0,
                ItemState::Done | ItemState::Now => (to.0 - from.0) / MINUTE - item.minutes,
            };
            slots.push(Slot { item: item.id, state: item.state, from, to, over });
        }
        let ends = after(started, workshop.minutes);
        let done = match workshop.ended {
            Some(ended) => ended,
            None => free.max(slots.iter().map(|slot| slot.to).max().unwrap_or(free)),
        };
        Schedule { slots, ends, done }
    }

    /// By how many minutes, begun ones too, what remains exceeds the time that remains.
    pub fn excess(&self) -> i64 {
        (self.done.0 - self.ends.0 + MINUTE - 1).max(0) / MINUTE
    }

    /// The same as a sentence; none where the time is enough.
    pub fn warning(&self) -> Option<Say> {
        match self.excess() {
            0 => None,
            n => Some(Say::new("room-excess").with("n", n)),
        }
    }
}

fn after(from: Stamp, minutes: i64) -> Stamp {
    Stamp(from.0.saturating_add(minutes.saturating_mul(MINUTE)))
}

#[cfg(test)]
mod tests {
    use super::super::kinds::{SceneKind, WorkshopState};
    use super::super::records::WorkshopId;
    use super::super::value::Uid;
    use super::*;

    const START: Stamp = Stamp(1_795_000_000_000);

    fn at(minutes: i64) -> Stamp {
        after(START, minutes)
    }

    fn workshop(minutes: i64) -> Workshop {
        Workshop {
            id: WorkshopId(1),
            uid: Uid::default(),
            title: "Idédag".into(),
            question: String::new(),
            day: None,
            begins: None,
            place: String::new(),
            people: None,
            template: String::new(),
            minutes,
            state: WorkshopState::Running,
            started: Some(START),
            started_in: None,
            ended: None,
            ended_in: None,
            removed: None,
        }
    }

    fn item(
        id: i64,
        minutes: i64,
        state: ItemState,
        times: (Option<i64>, Option<i64>),
    ) -> AgendaItem {
        AgendaItem {
            id: AgendaItemId(id),
            uid: Uid::default(),
            workshop: WorkshopId(1),
            rank: id,
            title: String::new(),
            instruction: String::new(),
            minutes,
            scene: SceneKind::Text,
            state,
            started: times.0.map(at),
            started_in: None,
            ended: times.1.map(at),
            vote: None,
        }
    }

    fn sheet(second: i64) -> Vec<AgendaItem> {
        vec![
            item(1, 10, ItemState::Done, (Some(0), Some(14))),
            item(2, second, ItemState::Now, (Some(14), None)),
            item(3, 20, ItemState::Ahead, (None, None)),
            item(4, 10, ItemState::Ahead, (None, None)),
        ]
    }

    #[test]
    fn what_is_to_come_is_planned_from_where_the_meeting_stands() {
        let plan = Schedule::of(&workshop(60), &sheet(10), START, at(16));
        let from: Vec<Stamp> = plan.slots.iter().map(|slot| slot.from).collect();
        assert_eq!(from, [at(0), at(14), at(24), at(44)]);
        assert_eq!(plan.done, at(54));
        assert_eq!(plan.slots[0].over, 4);
        assert_eq!((plan.excess(), plan.warning()), (0, None));
    }

    #[test]
    fn it_tells_by_how_many_minutes_what_remains_exceeds_what_is_left() {
        let plan = Schedule::of(&workshop(60), &sheet(10), START, at(31));
        assert_eq!(plan.slots[1].over, 7);
        assert_eq!(plan.slots[2].from, at(31));
        assert_eq!(plan.excess(), 1);
        assert_eq!(plan.warning(), Some(Say::new("room-excess").with("n", 1)));
        // A part of a minute counts as one.
        let later = Stamp(at(31).0 + 1);
        assert_eq!(Schedule::of(&workshop(60), &sheet(10), START, later).excess(), 2);
    }

    #[test]
    fn a_skipped_item_gives_its_minutes_to_the_rest_and_a_prolonged_one_takes_them() {
        let mut items = sheet(10);
        items[2].state = ItemState::Skipped;
        assert_eq!(Schedule::of(&workshop(60), &items, START, at(31)).excess(), 0);
        assert_eq!(Schedule::of(&workshop(60), &sheet(25), START, at(16)).excess(), 9);
    }

    #[test]
    fn before_the_meeting_it_is_planned_from_when_it_is_thought_to_begin() {
        let mut planned = workshop(30);
        planned.started = None;
        let items = [
            item(1, 10, ItemState::Ahead, (None, None)),
            item(2, 25, ItemState::Ahead, (None, None)),
        ];
        let plan = Schedule::of(&planned, &items, at(100), at(0));
        assert_eq!(plan.slots[1].from, at(110));
        assert_eq!(plan.excess(), 5);
    }
}
