//! A tag is put on one idea or many, or taken off.

use crate::domain::clean::{Lines, clean};
use crate::domain::names::Names;
use crate::domain::record::Kind;
use crate::domain::records::{Idea, IdeaId, IdeaTag, IdeaTagId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Value;

use super::{Fresh, Plan, of_ideas};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagIdeas {
    pub ideas: Vec<IdeaId>,
    pub tag: String,
    pub on: bool,
}

impl Plan for TagIdeas {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let said = clean(&self.tag, Lines::One);
        let said = said.trim().trim_start_matches('#').trim();
        if said.is_empty() || said.contains(',') {
            return Err(No::refuse(Say::new("refused-tag-empty")));
        }
        let label = match (self.on, self.ideas.len()) {
            (true, 1) => "step-tag",
            (true, _) => "step-tag-many",
            (false, 1) => "step-untag",
            (false, _) => "step-untag-many",
        };
        let mut step = Step::new(of_ideas(Say::new(label), &self.ideas));
        let mut names = Names::read(there)?;
        if !self.on && !names.knows_tag(said) {
            return Ok(step);
        }
        let tag = names.tag(said, &mut step, fresh)?;
        for &idea in &self.ideas {
            there.get::<Idea>(idea.0)?;
            let its: Vec<IdeaTag> = there.those("idea", Value::Int(idea.0))?;
            match its.iter().find(|it| it.tag == tag) {
                Some(it) if !self.on => step.delete(it),
                None if self.on => {
                    let id = IdeaTagId(fresh.id(Kind::IdeaTag)?);
                    step.create(&IdeaTag { id, uid: fresh.uid(), idea, tag });
                }
                Some(_) | None => {}
            }
        }
        Ok(step)
    }
}
