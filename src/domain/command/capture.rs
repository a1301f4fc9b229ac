//! Ideas come in: a title is enough.

use crate::domain::clean::{Lines, clean};
use crate::domain::kinds::Source;
use crate::domain::names::Names;
use crate::domain::oneline::Captured;
use crate::domain::record::Kind;
use crate::domain::records::{Idea, IdeaId, IdeaTag, IdeaTagId, IdeaText, StageId, WorkshopId};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::place::{Goal, Place, ranks};
use super::run::held;
use super::stages::standing;
use super::{Fresh, Plan};

/// One idea for each line, at the foot of a stage, as one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    pub stage: StageId,
    pub lines: Vec<Captured>,
    pub source: Source,
}

impl Plan for Capture {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        if self.lines.is_empty() || self.lines.iter().any(is_empty) {
            return Err(No::refuse(Say::new("refused-title-empty")));
        }
        standing(there, self.stage)?;
        let mut step = Step::new(Say::new("step-capture"));
        let goal = Goal { stage: self.stage, place: Place::Foot };
        let ranks = ranks(there, goal, self.lines.len(), &[], &mut step)?;
        let workshop = held(there, self.source)?;
        let mut names = Names::read(there)?;
        let mut first = None;
        for (line, rank) in self.lines.iter().zip(ranks) {
            let idea = self.idea(line, (rank, workshop), &mut names, &mut step, fresh)?;
            first.get_or_insert(idea);
        }
        let n = self.lines.len();
        step.label = match first {
            Some(idea) if n == 1 => Say::new("step-capture").with("idea", Arg::Idea(idea.0)),
            _ => Say::new("step-capture-many").with("n", n),
        };
        Ok(step)
    }
}

impl Capture {
    fn idea(
        &self,
        line: &Captured,
        (rank, workshop): (i64, Option<WorkshopId>),
        names: &mut Names,
        step: &mut Step,
        fresh: &mut Fresh<'_>,
    ) -> Result<IdeaId, No> {
        let id = IdeaId(fresh.id(Kind::Idea)?);
        let unit = match &line.unit {
            Some(unit) => Some(names.unit(unit, step, fresh)?),
            None => None,
        };
        let uid = fresh.uid();
        step.create(&Idea {
            title: clean(&line.title, Lines::One).trim().to_owned(),
            unit,
            source: self.source,
            workshop,
            ..Idea::new(id, uid, self.stage, rank, fresh.now, fresh.today)
        });
        step.create(&IdeaText {
            need: clean(line.need.as_deref().unwrap_or_default(), Lines::Many).into_owned(),
            ..IdeaText::empty(id, fresh.uid())
        });
        for tag in &line.tags {
            let tag = names.tag(tag, step, fresh)?;
            step.create(&IdeaTag {
                id: IdeaTagId(fresh.id(Kind::IdeaTag)?),
                uid: fresh.uid(),
                idea: id,
                tag,
            });
        }
        Ok(id)
    }
}

fn is_empty(line: &Captured) -> bool {
    clean(&line.title, Lines::One).trim().is_empty()
}
