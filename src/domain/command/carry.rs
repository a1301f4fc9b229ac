//! Ideas are carried to a place on the board: within a column, back, or on past gates that nobody
//! opened, which is recorded.

use crate::domain::kinds::{DecisionKind, Status};
use crate::domain::record::Kind;
use crate::domain::records::{Decision, DecisionId, Idea, IdeaId, Stage};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Value;

use super::place::{Goal, ranks};
use super::stages::standing;
use super::{Fresh, Plan};

/// Ideas to a place, in the order given, as one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carry {
    pub ideas: Vec<IdeaId>,
    pub to: Goal,
    /// Why their gates are passed unopened, where anybody was asked.
    pub reason: String,
}

impl Plan for Carry {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let goal = standing(there, self.to.stage)?;
        let stages = stages_of(there, &goal)?;
        let mut step = Step::new(Say::new("step-move"));
        let ranks = ranks(there, self.to, self.ideas.len(), &self.ideas, &mut step)?;
        let mut from = None;
        for (id, rank) in self.ideas.iter().zip(ranks) {
            let before: Idea = there.get(id.0)?;
            if before.status != Status::Active || before.removed.is_some() {
                let say = Say::new("refused-not-on-board").with("idea", Arg::Idea(id.0));
                return Err(No::refuse(say));
            }
            let mut after = before.clone();
            after.rank = rank;
            if before.stage != goal.id {
                after.stage = goal.id;
                after.stage_since = fresh.today;
                from = stages.iter().find(|stage| stage.id == before.stage);
                self.pass_gates(&before, &goal, &stages, &mut step, fresh)?;
            }
            step.update(&before, &after);
        }
        step.label = self.label(from, &goal);
        Ok(step)
    }
}

impl Carry {
    /// Notes each gate between the two stages as passed unopened.
    fn pass_gates(
        &self,
        idea: &Idea,
        goal: &Stage,
        stages: &[Stage],
        step: &mut Step,
        fresh: &mut Fresh<'_>,
    ) -> Result<(), No> {
        let passed = stages
            .iter()
            .skip_while(|stage| stage.id != idea.stage)
            .take_while(|stage| stage.id != goal.id);
        if !stages.iter().skip_while(|stage| stage.id != idea.stage).any(|s| s.id == goal.id) {
            return Ok(());
        }
        for stage in passed {
            step.create(&Decision {
                id: DecisionId(fresh.id(Kind::Decision)?),
                uid: fresh.uid(),
                idea: idea.id,
                stage: stage.id,
                kind: DecisionKind::GoAhead,
                at: fresh.now,
                role: String::new(),
                reason: self.reason.clone(),
                learning: String::new(),
                conditions: String::new(),
                until: None,
                event: String::new(),
                target: String::new(),
                contact: String::new(),
                skipped: true,
            });
        }
        Ok(())
    }

    fn label(&self, from: Option<&Stage>, goal: &Stage) -> Say {
        match (self.ideas.as_slice(), from) {
            ([idea], Some(from)) => Say::new("step-move")
                .with("idea", Arg::Idea(idea.0))
                .with("from", from.label())
                .with("to", goal.label()),
            ([idea], None) => Say::new("step-reorder").with("idea", Arg::Idea(idea.0)),
            (ideas, Some(_)) => {
                Say::new("step-move-many").with("n", ideas.len()).with("to", goal.label())
            }
            (ideas, None) => Say::new("step-reorder-many").with("n", ideas.len()),
        }
    }
}

/// The stages of the sluice that this one belongs to, in their order.
pub(in crate::domain) fn stages_of(there: &dyn There, stage: &Stage) -> Result<Vec<Stage>, No> {
    let sluice = Value::Int(stage.sluice.0);
    let mut stages: Vec<Stage> = there.those("sluice", sluice)?;
    stages.retain(|stage| stage.removed.is_none());
    stages.sort_by_key(|stage| (stage.rank, stage.id));
    Ok(stages)
}
