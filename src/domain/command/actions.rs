//! Actions: what is done, by which role, by when, and that it was.

use jiff::civil::Date;

use crate::domain::record::Kind;
use crate::domain::records::{Action, ActionId, Idea, IdeaId, WorkshopId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;

use super::words::line;
use super::workshops::announced;
use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddAction {
    pub workshop: Option<WorkshopId>,
    /// The idea that it takes on.
    pub idea: Option<IdeaId>,
    pub text: String,
    pub role: String,
    pub due: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendAction {
    pub action: ActionId,
    pub idea: Option<IdeaId>,
    pub text: String,
    pub role: String,
    pub due: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettleAction {
    pub action: ActionId,
    pub done: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveAction {
    pub action: ActionId,
}

impl Plan for AddAction {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        if let Some(workshop) = self.workshop {
            announced(there, workshop)?;
        }
        let idea = known(there, self.idea)?;
        let mut step = Step::new(Say::new("step-action-add"));
        step.create(&Action {
            id: ActionId(fresh.id(Kind::Action)?),
            uid: fresh.uid(),
            workshop: self.workshop,
            idea,
            text: said(&self.text)?,
            role: line(&self.role),
            due: self.due,
            at: fresh.now,
            done: None,
        });
        Ok(step)
    }
}

impl Plan for AmendAction {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Action = there.get(self.action.0)?;
        let idea = known(there, self.idea)?;
        let (text, role, due) = (said(&self.text)?, line(&self.role), self.due);
        let mut step = Step::new(Say::new("step-action-amend"));
        step.update(&before, &Action { idea, text, role, due, ..before.clone() });
        Ok(step)
    }
}

impl Plan for SettleAction {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Action = there.get(self.action.0)?;
        let done = self.done.then(|| before.done.unwrap_or(fresh.now));
        let label = if self.done { "step-action-done" } else { "step-action-again" };
        let mut step = Step::new(Say::new(label));
        step.update(&before, &Action { done, ..before.clone() });
        Ok(step)
    }
}

impl Plan for RemoveAction {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(Say::new("step-action-remove"));
        step.delete(&there.get::<Action>(self.action.0)?);
        Ok(step)
    }
}

fn known(there: &dyn There, idea: Option<IdeaId>) -> Result<Option<IdeaId>, No> {
    if let Some(idea) = idea {
        there.get::<Idea>(idea.0)?;
    }
    Ok(idea)
}

fn said(text: &str) -> Result<String, No> {
    let text = line(text);
    if text.is_empty() { Err(No::refuse(Say::new("refused-action-empty"))) } else { Ok(text) }
}
