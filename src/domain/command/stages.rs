//! The stages of a sluice: which there are, in what order, and what each expects.

use crate::domain::record::Kind;
use crate::domain::records::{Idea, IdeaId, Sluice, SluiceId, Stage, StageId};
use crate::domain::reference::{Both, Reference};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::{Beyond, There};
use crate::domain::value::Value;

use super::carry::stages_of;
use super::order::{Shift, make_room, shift};
use super::place::{Goal, Place, ranks};
use super::words::{name, own, same, says};
use super::{Fresh, Plan};

/// So few and so many stages a sluice can have.
const FEWEST: usize = 3;
const MOST: usize = 8;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddStage {
    pub sluice: SluiceId,
    pub name: String,
    /// The stage that it comes after; first of all where that is none.
    pub after: Option<StageId>,
}

/// A stage of the program's own gets its name back, in both languages, by an empty one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenameStage {
    pub stage: StageId,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveStage {
    pub stage: StageId,
    pub shift: Shift,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveStage {
    pub stage: StageId,
    /// Where all its ideas go, whatever their status. Needed where there are any.
    pub ideas_to: Option<StageId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetStage {
    pub stage: StageId,
    /// Empty for the program's own text.
    pub purpose: String,
    pub soft_limit: Option<i64>,
    pub warn_days: Option<i64>,
    pub needs_receiver: bool,
}

impl Plan for AddStage {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let sluice: Sluice = there.get(self.sluice.0)?;
        if sluice.removed.is_some() {
            return Err(No::gone(Kind::Sluice));
        }
        let mut stages: Vec<Stage> = there.those("sluice", Value::Int(sluice.id.0))?;
        stages.retain(|stage| stage.removed.is_none());
        stages.sort_by_key(|stage| (stage.rank, stage.id));
        if stages.len() >= MOST {
            return Err(No::refuse(Say::new("refused-stages-many").with("most", MOST)));
        }
        let name = name(&self.name)?;
        refuse_taken(&stages, None, &name)?;
        let at = match self.after {
            Some(after) => place(&stages, after)? + 1,
            None => 0,
        };
        let before = at.checked_sub(1).and_then(|before| stages.get(before));
        let needs_receiver = before.is_some_and(|stage| stage.needs_receiver);
        let mut step = Step::new(Say::new("step-stage-add"));
        let stage = Stage {
            id: StageId(fresh.id(Kind::Stage)?),
            uid: fresh.uid(),
            sluice: sluice.id,
            rank: make_room(&stages, at, &mut step),
            key: None,
            name: Some(name),
            purpose: None,
            soft_limit: None,
            warn_days: None,
            gate_name: None,
            gate_who: None,
            needs_receiver,
            removed: None,
        };
        step.create(&stage);
        step.label = Say::new("step-stage-add").with("stage", stage.label());
        Ok(step)
    }
}

impl Plan for RenameStage {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before = standing(there, self.stage)?;
        let mut after = before.clone();
        self.apply(there, &mut after)?;
        let label = Say::new("step-stage-rename");
        let mut step = Step::new(label.with("from", before.label()).with("to", after.label()));
        step.update(&before, &after);
        Ok(step)
    }
}

impl RenameStage {
    pub(super) fn apply(&self, there: &dyn There, stage: &mut Stage) -> Result<(), No> {
        stage.name = own(&self.name, programs_name(stage));
        match (&stage.name, &stage.key) {
            (Some(name), _) => refuse_taken(&stages_of(there, stage)?, Some(stage.id), name),
            (None, Some(_)) => Ok(()),
            (None, None) => Err(No::refuse(Say::new("refused-name-empty"))),
        }
    }
}

impl Plan for MoveStage {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let stage = standing(there, self.stage)?;
        let mut stages = stages_of(there, &stage)?;
        let at = place(&stages, stage.id)?;
        let mut step = Step::new(Say::new("step-stage-move").with("stage", stage.label()));
        shift(&mut stages, at, self.shift, &mut step);
        Ok(step)
    }
}

impl Plan for RemoveStage {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let stage = standing(there, self.stage)?;
        let stages = stages_of(there, &stage)?;
        if stages.len() <= FEWEST {
            return Err(No::refuse(Say::new("refused-stages-few").with("fewest", FEWEST)));
        }
        let held = there.ranks(stage.id, Beyond::Head, usize::MAX)?;
        let mut step = Step::new(Say::new("step-stage-remove").with("stage", stage.label()));
        if !held.is_empty() {
            let goal = self.ideas_to.and_then(|to| stages.iter().find(|stage| stage.id == to));
            let Some(goal) = goal.filter(|goal| goal.id != stage.id) else {
                let say = Say::new("refused-stage-has-ideas").with("stage", stage.label());
                return Err(No::refuse(say.with("n", held.len())));
            };
            let ideas: Vec<IdeaId> = held.into_iter().map(|(idea, _)| idea).collect();
            move_all(there, &ideas, goal.id, &mut step, fresh)?;
            step.label = Say::new("step-stage-remove-to")
                .with("stage", stage.label())
                .with("n", ideas.len())
                .with("to", goal.label());
        }
        step.update(&stage, &Stage { removed: Some(fresh.now), ..stage.clone() });
        Ok(step)
    }
}

impl Plan for SetStage {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before = standing(there, self.stage)?;
        let mut after = before.clone();
        self.apply(&mut after)?;
        let mut step = Step::new(Say::new("step-stage-set").with("stage", before.label()));
        step.update(&before, &after);
        Ok(step)
    }
}

impl SetStage {
    pub(super) fn apply(&self, stage: &mut Stage) -> Result<(), No> {
        if [self.soft_limit, self.warn_days].iter().flatten().any(|number| *number < 1) {
            return Err(No::refuse(Say::new("refused-number-small")));
        }
        let program = stage.key.as_deref().and_then(|key| Reference::get().stage(key));
        stage.purpose = own(&self.purpose, program.map(|stage| &stage.purpose));
        stage.soft_limit = self.soft_limit;
        stage.warn_days = self.warn_days;
        stage.needs_receiver = self.needs_receiver;
        Ok(())
    }
}

/// A stage that is there to be used.
pub(super) fn standing(there: &dyn There, stage: StageId) -> Result<Stage, No> {
    let stage: Stage = there.get(stage.0)?;
    if stage.removed.is_some() { Err(No::gone(Kind::Stage)) } else { Ok(stage) }
}

/// Ideas in their order to the foot of a stage. No gate is passed: the stage is what goes away.
fn move_all(
    there: &dyn There,
    ideas: &[IdeaId],
    to: StageId,
    step: &mut Step,
    fresh: &Fresh<'_>,
) -> Result<(), No> {
    let goal = Goal { stage: to, place: Place::Foot };
    let ranks = ranks(there, goal, ideas.len(), ideas, step)?;
    for (idea, rank) in ideas.iter().zip(ranks) {
        let before: Idea = there.get(idea.0)?;
        let after = Idea { stage: to, rank, stage_since: fresh.today, ..before.clone() };
        step.update(&before, &after);
    }
    Ok(())
}

fn place(stages: &[Stage], stage: StageId) -> Result<usize, No> {
    stages.iter().position(|known| known.id == stage).ok_or(No::gone(Kind::Stage))
}

fn programs_name(stage: &Stage) -> Option<&'static Both> {
    Some(&Reference::get().stage(stage.key.as_deref()?)?.short)
}

/// No two stages of a sluice are called the same, in either language.
fn refuse_taken(stages: &[Stage], except: Option<StageId>, name: &str) -> Result<(), No> {
    let is_called = |stage: &Stage| match &stage.name {
        Some(own) => same(own, name),
        None => programs_name(stage).is_some_and(|known| says(known, name)),
    };
    if stages.iter().any(|stage| Some(stage.id) != except && is_called(stage)) {
        return Err(No::refuse(Say::new("refused-name-taken").with("name", name)));
    }
    Ok(())
}
