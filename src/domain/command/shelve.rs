//! Ideas are removed from the board and put back. Nothing is erased by it.

use crate::domain::record::Kind;
use crate::domain::records::{Idea, IdeaId, Stage};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::place::{Goal, Place, ranks};
use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remove {
    pub ideas: Vec<IdeaId>,
}

/// Each to the foot of the column it was in; a paused or closed idea to where those are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutBack {
    pub ideas: Vec<IdeaId>,
}

impl Plan for Remove {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(label("step-remove", "step-remove-many", &self.ideas));
        for id in &self.ideas {
            let before: Idea = there.get(id.0)?;
            let removed = before.removed.or(Some(fresh.now));
            step.update(&before, &Idea { removed, ..before.clone() });
        }
        Ok(step)
    }
}

impl Plan for PutBack {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(label("step-put-back", "step-put-back-many", &self.ideas));
        let mut removed = Vec::new();
        for id in &self.ideas {
            let idea: Idea = there.get(id.0)?;
            if idea.removed.is_some() {
                removed.push(idea);
            }
        }
        removed.sort_by_key(|idea| idea.stage);
        for column in removed.chunk_by(|one, other| one.stage == other.stage) {
            let Some(stage) = column.first().map(|idea| idea.stage) else { continue };
            if there.find::<Stage>(stage.0)?.is_none() {
                return Err(No::gone(Kind::Stage));
            }
            let ids: Vec<IdeaId> = column.iter().map(|idea| idea.id).collect();
            let foot = Goal { stage, place: Place::Foot };
            let ranks = ranks(there, foot, ids.len(), &ids, &mut step)?;
            for (before, rank) in column.iter().zip(ranks) {
                step.update(before, &Idea { removed: None, rank, ..before.clone() });
            }
        }
        Ok(step)
    }
}

fn label(one: &'static str, many: &'static str, ideas: &[IdeaId]) -> Say {
    match ideas {
        [idea] => Say::new(one).with("idea", Arg::Idea(idea.0)),
        _ => Say::new(many).with("n", ideas.len()),
    }
}
