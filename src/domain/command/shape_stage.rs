//! A stage as one sheet shows it: its name, what it expects and the gate that leads out of it, all
//! in one step.

use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;

use super::questions::SetGate;
use super::stages::{RenameStage, SetStage, standing};
use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeStage {
    pub name: RenameStage,
    pub expects: SetStage,
    pub gate: SetGate,
}

impl Plan for ShapeStage {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before = standing(there, self.name.stage)?;
        let mut after = before.clone();
        self.name.apply(there, &mut after)?;
        self.expects.apply(&mut after)?;
        self.gate.apply(&mut after);
        let mut step = Step::new(Say::new("step-stage-set").with("stage", after.label()));
        step.update(&before, &after);
        Ok(step)
    }
}
