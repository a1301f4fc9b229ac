//! The gate out of a stage: its name, who decides, and what is asked there.

use crate::domain::record::Kind;
use crate::domain::records::{GateQuestion, GateQuestionId, Stage, StageId};
use crate::domain::reference::{Both, Gate, Reference};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Value;

use super::order::{Shift, make_room, shift};
use super::stages::standing;
use super::words::{line, own};
use super::{Fresh, Plan};

/// Empty for the program's own words, where the stage is one of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetGate {
    pub stage: StageId,
    pub name: String,
    pub who: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddQuestion {
    pub stage: StageId,
    pub text: String,
    pub must: bool,
}

/// One of the program's own in other words stays that question, and gets its own words back when
/// they are written again. Answers keep the words that they were given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendQuestion {
    pub question: GateQuestionId,
    pub text: String,
    pub must: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveQuestion {
    pub question: GateQuestionId,
    pub shift: Shift,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveQuestion {
    pub question: GateQuestionId,
}

impl Plan for SetGate {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before = standing(there, self.stage)?;
        let mut after = before.clone();
        self.apply(&mut after);
        let mut step = about("step-gate-set", &before);
        step.update(&before, &after);
        Ok(step)
    }
}

impl SetGate {
    pub(super) fn apply(&self, stage: &mut Stage) {
        let program = stage.key.as_deref().and_then(|key| Reference::get().gate_of(key));
        stage.gate_name = own(&self.name, program.map(|gate| &gate.name));
        stage.gate_who = own(&self.who, program.map(|gate| &gate.who));
    }
}

impl Plan for AddQuestion {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let stage = standing(there, self.stage)?;
        let text = asked(&self.text)?;
        let questions = questions(there, stage.id)?;
        let mut step = about("step-question-add", &stage);
        let rank = make_room(&questions, questions.len(), &mut step);
        step.create(&GateQuestion {
            id: GateQuestionId(fresh.id(Kind::GateQuestion)?),
            uid: fresh.uid(),
            stage: stage.id,
            rank,
            key: None,
            text: Some(text),
            must: self.must,
        });
        Ok(step)
    }
}

impl Plan for AmendQuestion {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: GateQuestion = there.get(self.question.0)?;
        let stage = standing(there, before.stage)?;
        let mut after = GateQuestion { must: self.must, ..before.clone() };
        let text = asked(&self.text)?;
        after.text = own(&text, programs_text(&before));
        let mut step = about("step-question-amend", &stage);
        step.update(&before, &after);
        Ok(step)
    }
}

impl Plan for MoveQuestion {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let question: GateQuestion = there.get(self.question.0)?;
        let stage = standing(there, question.stage)?;
        let mut questions = questions(there, stage.id)?;
        let mut step = about("step-question-move", &stage);
        if let Some(at) = questions.iter().position(|known| known.id == question.id) {
            shift(&mut questions, at, self.shift, &mut step);
        }
        Ok(step)
    }
}

impl Plan for RemoveQuestion {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let question: GateQuestion = there.get(self.question.0)?;
        let mut step = about("step-question-remove", &standing(there, question.stage)?);
        step.delete(&question);
        Ok(step)
    }
}

fn about(label: &'static str, stage: &Stage) -> Step {
    Step::new(Say::new(label).with("stage", stage.label()))
}

fn asked(text: &str) -> Result<String, No> {
    let text = line(text);
    if text.is_empty() { Err(No::refuse(Say::new("refused-question-empty"))) } else { Ok(text) }
}

/// What is asked at the gate out of a stage, in its order.
fn questions(there: &dyn There, stage: StageId) -> Result<Vec<GateQuestion>, No> {
    let mut questions: Vec<GateQuestion> = there.those("stage", Value::Int(stage.0))?;
    questions.sort_by_key(|question| (question.rank, question.id));
    Ok(questions)
}

/// The program's own words, where it is one of its questions.
fn programs_text(question: &GateQuestion) -> Option<&'static Both> {
    let key = question.key.as_deref()?;
    let mut gates = Reference::get().sluice.stages.iter().map(|stage| &stage.gate);
    gates.find_map(|gate: &Gate| gate.question(key)).map(|known| &known.text)
}
