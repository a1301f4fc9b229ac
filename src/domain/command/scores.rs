//! Before a gate each member scores an idea on its own, criterion by criterion. It is a blind,
//! anonymous vote like any other, so it is counted, revealed and kept from view by the same rules.

use crate::domain::kinds::{VoteForm, VoteState};
use crate::domain::records::{IdeaId, Vote, VoteOption, WorkshopId};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Cell;
use crate::domain::vote::Settings;

use super::votes::{Frame, OptionOf, criterion, put_options, set_up};
use super::{Fresh, Plan};

/// The lowest and the highest level of a criterion. Who does not know gives none.
const LEVELS: (i64, i64) = (1, 4);

/// Open at once: what is scored is not to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreAtGate {
    pub idea: IdeaId,
    pub workshop: Option<WorkshopId>,
    /// What the members are asked.
    pub question: String,
    /// The names of the criteria, in the order in which they are typed.
    pub criteria: Vec<String>,
}

impl Plan for ScoreAtGate {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        for option in there.those::<VoteOption>("idea", self.idea.to_value())? {
            let vote: Vote = there.get(option.vote.0)?;
            if !option.text.is_empty() && vote.is_secret() && vote.state != VoteState::Closed {
                let say = Say::new("refused-scored").with("idea", Arg::Idea(self.idea.0));
                return Err(No::refuse(say));
            }
        }
        let (low, high) = LEVELS;
        let settings =
            Settings { form: VoteForm::Scale, low, high, budget: None, blind: true, named: false };
        let frame = Frame {
            workshop: self.workshop,
            criterion: criterion(&self.question)?,
            settings,
            expected: None,
            axis: None,
            pair: None,
            earlier: None,
        };
        let mut vote = set_up(frame, there, fresh)?;
        vote.state = VoteState::Open;
        vote.opened = Some(fresh.now);
        let mut step = Step::new(Say::new("step-score").with("idea", Arg::Idea(self.idea.0)));
        step.create(&vote);
        let of = |name: &String| OptionOf::Criterion(self.idea, name.clone());
        let options: Vec<OptionOf> = self.criteria.iter().map(of).collect();
        put_options(&vote, &options, &mut step, there, fresh)?;
        Ok(step)
    }
}
