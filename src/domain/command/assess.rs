//! An idea's profile is filled in: one filling, with those criteria that were answered.

use crate::domain::clean::{Lines, clean};
use crate::domain::profile::highest;
use crate::domain::record::Kind;
use crate::domain::records::{Filling, FillingId, FillingLevel, FillingLevelId, Idea, IdeaId};
use crate::domain::reference::Reference;
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assess {
    pub idea: IdeaId,
    /// Who sees it so: a role, never a name. May be empty.
    pub role: String,
    pub note: String,
    /// A criterion's key and its level, 0 for *don't know*. Of two for one criterion the later counts.
    pub levels: Vec<(String, u8)>,
}

impl Plan for Assess {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let idea: Idea = there.get(self.idea.0)?;
        if idea.removed.is_some() {
            return Err(No::gone(Kind::Idea));
        }
        let instrument = &Reference::get().profile;
        if self.levels.is_empty() {
            return Err(No::refuse(Say::new("refused-profile-empty")));
        }
        for (criterion, level) in &self.levels {
            if !instrument.criteria.iter().any(|known| known.key == *criterion) {
                let say = Say::new("refused-criterion").with("criterion", criterion.as_str());
                return Err(No::refuse(say));
            }
            if !instrument.levels.iter().any(|known| known.value == *level) {
                let say = Say::new("refused-level")
                    .with("level", i64::from(*level))
                    .with("highest", i64::from(highest()));
                return Err(No::refuse(say));
            }
        }
        let mut step = Step::new(Say::new("step-assess").with("idea", Arg::Idea(idea.id.0)));
        let filling = FillingId(fresh.id(Kind::Filling)?);
        step.create(&Filling {
            id: filling,
            uid: fresh.uid(),
            idea: idea.id,
            at: fresh.now,
            role: clean(&self.role, Lines::One).trim().to_owned(),
            note: clean(&self.note, Lines::Many).into_owned(),
        });
        for criterion in &instrument.criteria {
            let answered = self.levels.iter().rev().find(|(key, _)| *key == criterion.key);
            let Some((_, level)) = answered else { continue };
            step.create(&FillingLevel {
                id: FillingLevelId(fresh.id(Kind::FillingLevel)?),
                uid: fresh.uid(),
                filling,
                criterion: criterion.key.clone(),
                level: i64::from(*level),
            });
        }
        Ok(step)
    }
}
