//! One idea or many get an owner, or are left without.

use crate::domain::clean::{Lines, clean};
use crate::domain::names::Names;
use crate::domain::records::{Idea, IdeaId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;

use super::{Fresh, Plan, of_ideas};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetOwner {
    pub ideas: Vec<IdeaId>,
    /// By name or role; none and nothing but spaces take the owner away.
    pub owner: Option<String>,
}

impl Plan for SetOwner {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let said = clean(self.owner.as_deref().unwrap_or_default(), Lines::One);
        let label = match (said.trim().is_empty(), self.ideas.len()) {
            (false, 1) => "step-owner",
            (false, _) => "step-owner-many",
            (true, 1) => "step-owner-none",
            (true, _) => "step-owner-none-many",
        };
        let mut step = Step::new(of_ideas(Say::new(label), &self.ideas));
        let owner = match said.trim() {
            "" => None,
            said => Some(Names::read(there)?.person(said, &mut step, fresh)?),
        };
        for idea in &self.ideas {
            let before: Idea = there.get(idea.0)?;
            step.update(&before, &Idea { owner, ..before.clone() });
        }
        Ok(step)
    }
}
