//! Ideas come in: a title is enough.

use crate::domain::kinds::{NameVisible, RecordStatus, Sensitivity, Source, Status, WantsToJoin};
use crate::domain::oneline::Captured;
use crate::domain::record::Kind;
use crate::domain::records::{
    Idea, IdeaId, IdeaTag, IdeaTagId, IdeaText, StageId, Tag, TagId, Unit, UnitId,
};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::place::{Goal, Place, ranks};
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
        if self.lines.is_empty() || self.lines.iter().any(|line| line.title.trim().is_empty()) {
            return Err(No::refuse(Say::new("refused-title-empty")));
        }
        let mut step = Step::new(Say::new("step-capture"));
        let goal = Goal { stage: self.stage, place: Place::Foot };
        let ranks = ranks(there, goal, self.lines.len(), &[], &mut step)?;
        let mut names = Names { units: there.all()?, tags: there.all()? };
        let mut first = None;
        for (line, rank) in self.lines.iter().zip(ranks) {
            let idea = self.idea(line, rank, &mut names, &mut step, fresh)?;
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
        rank: i64,
        names: &mut Names,
        step: &mut Step,
        fresh: &mut Fresh<'_>,
    ) -> Result<IdeaId, No> {
        let id = IdeaId(fresh.id(Kind::Idea)?);
        let unit = match &line.unit {
            Some(unit) => Some(names.unit(unit, step, fresh)?),
            None => None,
        };
        step.create(&Idea {
            id,
            uid: fresh.uid(),
            stage: self.stage,
            rank,
            title: line.title.trim().to_owned(),
            status: Status::Active,
            outcome: None,
            stage_since: fresh.today,
            unit,
            giver: None,
            owner: None,
            coach: None,
            receiver: None,
            next_due: None,
            paused_until: None,
            challenge: None,
            source: self.source,
            sensitivity: Sensitivity::Internal,
            name_visible: NameVisible::No,
            wants_to_join: WantsToJoin::Unknown,
            record_status: RecordStatus::WorkingMaterial,
            diary_no: None,
            benefit_score: None,
            effort_score: None,
            merged_into: None,
            created: fresh.now,
            removed: None,
        });
        step.create(&IdeaText {
            need: line.need.clone().unwrap_or_default(),
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

/// The names that the file knows by now; a new one is learnt with the step that first says it.
struct Names {
    units: Vec<Unit>,
    tags: Vec<Tag>,
}

impl Names {
    fn unit(&mut self, said: &str, step: &mut Step, fresh: &mut Fresh<'_>) -> Result<UnitId, No> {
        let said_low = said.to_lowercase();
        let known = |unit: &&Unit| {
            unit.code.to_lowercase() == said_low || unit.name.to_lowercase() == said_low
        };
        if let Some(unit) = self.units.iter().find(known) {
            return Ok(unit.id);
        }
        let id = UnitId(fresh.id(Kind::Unit)?);
        let unit = Unit {
            id,
            uid: fresh.uid(),
            code: said.chars().take(4).flat_map(char::to_uppercase).collect(),
            name: said.to_owned(),
        };
        step.create(&unit);
        self.units.push(unit);
        Ok(id)
    }

    fn tag(&mut self, said: &str, step: &mut Step, fresh: &mut Fresh<'_>) -> Result<TagId, No> {
        let said = said.to_lowercase();
        if let Some(tag) = self.tags.iter().find(|tag| tag.name.to_lowercase() == said) {
            return Ok(tag.id);
        }
        let tag = Tag { id: TagId(fresh.id(Kind::Tag)?), uid: fresh.uid(), name: said };
        let id = tag.id;
        step.create(&tag);
        self.tags.push(tag);
        Ok(id)
    }
}
