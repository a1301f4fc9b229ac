//! Things that stand in an order of which there are few: sluices, stages, questions.

use crate::domain::record::Record;
use crate::domain::records::{AgendaItem, Cluster, GateQuestion, Sluice, Stage};
use crate::domain::step::Step;

/// One place towards the beginning or the end of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    Up,
    Down,
}

pub(super) trait Ranked: Record {
    fn with_rank(&self, rank: i64) -> Self;
}

macro_rules! ranked {
    ($($kind:ident),+) => {$(
        impl Ranked for $kind {
            fn with_rank(&self, rank: i64) -> $kind {
                $kind { rank, ..self.clone() }
            }
        }
    )+};
}

ranked! { Sluice, Stage, GateQuestion, Cluster, AgendaItem }

/// Moves one of a list in its order by one place; at the end of the list it stays.
pub(super) fn shift<R: Ranked>(list: &mut [R], at: usize, shift: Shift, step: &mut Step) {
    let to = match shift {
        Shift::Up => at.checked_sub(1),
        Shift::Down => Some(at + 1).filter(|to| *to < list.len()),
    };
    if let Some(to) = to {
        list.swap(at, to);
    }
    make_room(list, list.len(), step);
}

/// Ranks a list in its order, leaving out the rank of a newcomer at a place, which is the answer.
pub(super) fn make_room<R: Ranked>(list: &[R], at: usize, step: &mut Step) -> i64 {
    let mut newcomer = 1;
    let mut rank = 1;
    for (place, one) in list.iter().enumerate() {
        if place == at {
            rank += 1;
        }
        step.update(one, &one.with_rank(rank));
        rank += 1;
        if place < at {
            newcomer = rank;
        }
    }
    newcomer
}
