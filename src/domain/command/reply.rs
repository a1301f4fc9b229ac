//! The idea giver is told: of a decision, or that the idea came in.

use crate::domain::clean::{Lines, clean};
use crate::domain::record::Kind;
use crate::domain::records::{Decision, DecisionId, Feedback, FeedbackId, Idea, IdeaId};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::words::prose;
use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub idea: IdeaId,
    /// What the answer tells of; none for a receipt. It may be the merging of another idea into this.
    pub decision: Option<DecisionId>,
    /// How it was told: by phone, in a message.
    pub channel: String,
    pub text: String,
}

impl Plan for Reply {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let about = |id| Say::new(id).with("idea", Arg::Idea(self.idea.0));
        let idea: Idea = there.get(self.idea.0)?;
        let channel = clean(&self.channel, Lines::One).trim().to_owned();
        let text = prose(&self.text).unwrap_or_default();
        if channel.is_empty() && text.is_empty() {
            return Err(No::refuse(about("refused-reply-empty")));
        }
        if let Some(decision) = self.decision {
            let decision: Decision = there.get(decision.0)?;
            let on: Idea = there.get(decision.idea.0)?;
            if on.id != idea.id && on.merged_into != Some(idea.id) {
                return Err(No::refuse(about("refused-reply-elsewhere")));
            }
        }
        let mut step = Step::new(about("step-reply"));
        step.create(&Feedback {
            id: FeedbackId(fresh.id(Kind::Feedback)?),
            uid: fresh.uid(),
            idea: idea.id,
            decision: self.decision,
            at: fresh.now,
            channel,
            text,
        });
        Ok(step)
    }
}
