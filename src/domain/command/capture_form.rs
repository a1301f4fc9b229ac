//! An idea comes in through the form, with all that was filled in at once.

use crate::domain::detail::Detail;
use crate::domain::field::Filled;
use crate::domain::kinds::Source;
use crate::domain::record::Kind;
use crate::domain::records::{Idea, IdeaId, IdeaText, StageId};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::pen::Pen;
use super::place::{Goal, Place, ranks};
use super::run::held;
use super::stages::standing;
use super::{Fresh, Plan};

/// One idea at the foot of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptureForm {
    pub stage: StageId,
    pub fields: Vec<Filled>,
    pub source: Source,
}

impl Plan for CaptureForm {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        standing(there, self.stage)?;
        let mut pen = Pen::new(there, fresh)?;
        let goal = Goal { stage: self.stage, place: Place::Foot };
        let ranks = ranks(there, goal, 1, &[], &mut pen.step)?;
        let rank = ranks.first().copied().unwrap_or_default();
        let id = IdeaId(pen.fresh.id(Kind::Idea)?);
        let (now, today) = (pen.fresh.now, pen.fresh.today);
        let idea = Idea::new(id, pen.fresh.uid(), self.stage, rank, now, today);
        let text = IdeaText::empty(id, pen.fresh.uid());
        let workshop = held(there, self.source)?;
        let before = Detail::new(Idea { source: self.source, workshop, ..idea }, text);
        let mut after = before.clone();
        pen.fill_idea(&self.fields, &before, &mut after)?;
        if after.idea.title.is_empty() {
            return Err(No::refuse(Say::new("refused-title-empty")));
        }
        pen.keep_new(&before, &after);
        pen.step.label = Say::new("step-capture").with("idea", Arg::Idea(id.0));
        Ok(pen.step)
    }
}
