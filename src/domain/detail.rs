//! All there is to know of one idea, gathered from its records.

use super::records::{
    Comment, Decision, Feedback, Filling, FillingLevel, GateAnswer, Idea, IdeaBenefit, IdeaId,
    IdeaTag, IdeaText, Link, Person, Test,
};
use super::refusal::No;
use super::there::There;
use super::value::{Cell, Value};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    pub idea: Idea,
    pub text: IdeaText,
    /// The idea giver's own record, which alone knows the contact.
    pub giver: Option<Person>,
    pub tags: Vec<IdeaTag>,
    pub benefits: Vec<IdeaBenefit>,
    pub links: Vec<Link>,
    pub comments: Vec<Comment>,
    pub tests: Vec<Test>,
    pub decisions: Vec<Decision>,
    pub answers: Vec<GateAnswer>,
    pub feedback: Vec<Feedback>,
    pub fillings: Vec<Filling>,
    pub levels: Vec<FillingLevel>,
    /// The ideas that were merged into this one.
    pub merged: Vec<Idea>,
}

impl Detail {
    /// An idea of which there is nothing but its card and its texts.
    pub fn new(idea: Idea, text: IdeaText) -> Detail {
        Detail {
            idea,
            text,
            giver: None,
            tags: Vec::new(),
            benefits: Vec::new(),
            links: Vec::new(),
            comments: Vec::new(),
            tests: Vec::new(),
            decisions: Vec::new(),
            answers: Vec::new(),
            feedback: Vec::new(),
            fillings: Vec::new(),
            levels: Vec::new(),
            merged: Vec::new(),
        }
    }

    /// `None` where the idea is gone.
    pub fn read(there: &dyn There, id: IdeaId) -> Result<Option<Detail>, No> {
        let Some(idea) = there.find::<Idea>(id.0)? else { return Ok(None) };
        let Some(text) = there.find::<IdeaText>(id.0)? else { return Ok(None) };
        let giver = match idea.giver {
            Some(giver) => there.find(giver.0)?,
            None => None,
        };
        let its = || Value::Int(id.0);
        let decisions: Vec<Decision> = there.those("idea", its())?;
        let mut answers = Vec::new();
        for decision in &decisions {
            answers.extend(there.those::<GateAnswer>("decision", decision.id.to_value())?);
        }
        let fillings: Vec<Filling> = there.those("idea", its())?;
        let mut levels = Vec::new();
        for filling in &fillings {
            levels.extend(there.those::<FillingLevel>("filling", filling.id.to_value())?);
        }
        Ok(Some(Detail {
            idea,
            text,
            giver,
            tags: there.those("idea", its())?,
            benefits: there.those("idea", its())?,
            links: there.those("idea", its())?,
            comments: there.those("idea", its())?,
            tests: there.those("idea", its())?,
            decisions,
            answers,
            feedback: there.those("idea", its())?,
            fillings,
            levels,
            merged: there.those("merged_into", its())?,
        }))
    }
}
