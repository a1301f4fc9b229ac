//! What people say about an idea. What a comment said before stays in the history.

use crate::domain::kinds::CommentKind;
use crate::domain::record::Kind;
use crate::domain::records::{Comment, CommentId, Idea, IdeaId, Person};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::words::prose;
use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddComment {
    pub idea: IdeaId,
    pub kind: CommentKind,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendComment {
    pub comment: CommentId,
    /// The text when the form opened.
    pub was: String,
    pub text: String,
    pub kind: CommentKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveComment {
    pub comment: CommentId,
}

impl Plan for AddComment {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let idea: Idea = there.get(self.idea.0)?;
        if idea.removed.is_some() {
            return Err(No::gone(Kind::Idea));
        }
        let text = prose(&self.text).ok_or_else(empty)?;
        let author = match fresh.who {
            Some(who) => there.find::<Person>(who.0)?.map(|person| person.id),
            None => None,
        };
        let mut step = Step::new(Say::new("step-comment").with("idea", Arg::Idea(idea.id.0)));
        step.create(&Comment {
            id: CommentId(fresh.id(Kind::Comment)?),
            uid: fresh.uid(),
            idea: idea.id,
            kind: self.kind,
            text,
            author,
            at: fresh.now,
            edited: None,
        });
        Ok(step)
    }
}

impl Plan for AmendComment {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Comment = there.get(self.comment.0)?;
        let text = prose(&self.text).ok_or_else(empty)?;
        let label = Say::new("step-comment-amend").with("idea", Arg::Idea(before.idea.0));
        let mut step = Step::new(label);
        step.clash("comment", &self.was, &before.text, &text);
        let mut after = before.clone();
        after.kind = self.kind;
        if text != before.text {
            after.text = text;
            after.edited = Some(fresh.now);
        }
        step.update(&before, &after);
        Ok(step)
    }
}

impl Plan for RemoveComment {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let comment: Comment = there.get(self.comment.0)?;
        let label = Say::new("step-comment-remove").with("idea", Arg::Idea(comment.idea.0));
        let mut step = Step::new(label);
        step.delete(&comment);
        Ok(step)
    }
}

fn empty() -> No {
    No::refuse(Say::new("refused-comment-empty"))
}
