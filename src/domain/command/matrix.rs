//! An idea is placed by benefit and effort, as the group settled on.

use crate::domain::records::{Idea, IdeaId};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::{Fresh, Plan};

/// Each from 1 to 5, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceOnMatrix {
    pub idea: IdeaId,
    pub benefit: Option<i64>,
    pub effort: Option<i64>,
}

impl Plan for PlaceOnMatrix {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Idea = there.get(self.idea.0)?;
        if let Some(level) =
            [self.benefit, self.effort].into_iter().flatten().find(|it| !(1..=5).contains(it))
        {
            return Err(No::refuse(Say::new("refused-matrix").with("level", level)));
        }
        let idea = Arg::Idea(self.idea.0);
        let mut step = Step::new(match (self.benefit, self.effort) {
            (Some(benefit), Some(effort)) => Say::new("step-matrix")
                .with("idea", idea)
                .with("benefit", benefit)
                .with("effort", effort),
            _ => Say::new("step-matrix-off").with("idea", idea),
        });
        let after =
            Idea { benefit_score: self.benefit, effort_score: self.effort, ..before.clone() };
        step.update(&before, &after);
        Ok(step)
    }
}
