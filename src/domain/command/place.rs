//! Where in a column an idea lands. Ranks are sparse, so that a move rewrites one row; where a gap
//! is used up, only as many neighbours as needed are spread out again.

use crate::domain::record::Kind;
use crate::domain::records::{Idea, IdeaId, StageId};
use crate::domain::refusal::No;
use crate::domain::step::{Change, Delta, Step};
use crate::domain::there::{Beyond, There};
use crate::domain::value::Value;

/// The distance between two neighbours that were put at a column's end.
pub(super) const SPACING: i64 = 1 << 24;
/// What is left between neighbours that had to be spread out again, at least.
const ROOM: i64 = 1 << 12;

/// A place in a stage's column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    pub stage: StageId,
    pub place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Head,
    Foot,
    Before(IdeaId),
    After(IdeaId),
}

/// `n` ascending ranks at the goal, for new ideas or for those that are `moving` there. Neighbours
/// that had to make room are noted in the step.
pub(super) fn ranks(
    there: &dyn There,
    goal: Goal,
    n: usize,
    moving: &[IdeaId],
    step: &mut Step,
) -> Result<Vec<i64>, No> {
    let count = i64::try_from(n).unwrap_or(i64::MAX);
    let nearest = |beyond| -> Result<Option<i64>, No> {
        Ok(there.ranks(goal.stage, beyond, 1)?.first().map(|(_, rank)| *rank))
    };
    let beside = |idea: IdeaId| -> Result<Option<i64>, No> {
        let idea: Option<Idea> = there.find(idea.0)?;
        Ok(idea.filter(|idea| idea.stage == goal.stage).map(|idea| idea.rank))
    };
    let (low, high) = match goal.place {
        Place::Head => (None, nearest(Beyond::Head)?),
        Place::Foot => (nearest(Beyond::Foot)?, None),
        Place::Before(idea) => match beside(idea)? {
            Some(rank) => (nearest(Beyond::Below(rank))?, Some(rank)),
            None => (nearest(Beyond::Foot)?, None),
        },
        Place::After(idea) => match beside(idea)? {
            Some(rank) => (Some(rank), nearest(Beyond::Above(rank))?),
            None => (nearest(Beyond::Foot)?, None),
        },
    };
    Ok(match (low, high) {
        (None, None) => (1..=count).map(|i| i * SPACING).collect(),
        (Some(low), None) => (1..=count).map(|i| low + i * SPACING).collect(),
        (None, Some(high)) => (1..=count).rev().map(|i| high - i * SPACING).collect(),
        (Some(low), Some(high)) if high - low > count => spread(low, high, count),
        (Some(low), Some(_)) => make_room(there, goal.stage, low, count, moving, step)?,
    })
}

/// `count` ranks at even distances strictly between two others.
fn spread(low: i64, high: i64, count: i64) -> Vec<i64> {
    let gap = i128::from(high) - i128::from(low);
    (1..=count)
        .map(|i| low + i64::try_from(gap * i128::from(i) / i128::from(count + 1)).unwrap_or(0))
        .collect()
}

/// Spreads out the neighbours above `low` until `count` more fit right above it.
fn make_room(
    there: &dyn There,
    stage: StageId,
    low: i64,
    count: i64,
    moving: &[IdeaId],
    step: &mut Step,
) -> Result<Vec<i64>, No> {
    let mut take = 16;
    loop {
        let mut above = there.ranks(stage, Beyond::Above(low), take + 1)?;
        let all = above.len() <= take;
        let moved = i64::try_from(above.len()).unwrap_or(i64::MAX);
        let high = match above.last() {
            Some((_, rank)) if !all => *rank,
            _ => low + (count + moved + 1) * SPACING,
        };
        if !all {
            above.pop();
        }
        above.retain(|(idea, _)| !moving.contains(idea));
        let total = count + i64::try_from(above.len()).unwrap_or(i64::MAX);
        if (high - low) / (total + 1) < ROOM {
            take *= 4;
            continue;
        }
        let mut fresh = spread(low, high, total);
        let ours = usize::try_from(count).unwrap_or(usize::MAX).min(fresh.len());
        for ((idea, before), after) in above.iter().zip(fresh.split_off(ours)) {
            step.changes.push(Change::Update {
                kind: Kind::Idea,
                id: idea.0,
                deltas: vec![Delta {
                    column: "rank",
                    before: Value::Int(*before),
                    after: Value::Int(after),
                }],
            });
        }
        return Ok(fresh);
    }
}
