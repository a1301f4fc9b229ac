//! A new sluice with the stages, gates and referral targets that the program brings with it.

use crate::domain::QuestionKind;
use crate::domain::record::Kind;
use crate::domain::records::{
    GateQuestion, GateQuestionId, ReferralTarget, ReferralTargetId, Sluice, SluiceId, Stage,
    StageId,
};
use crate::domain::reference::Reference;
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;

use super::sluices::refuse_taken;
use super::words;
use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begin {
    pub name: String,
}

impl Plan for Begin {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let name = &words::name(&self.name)?;
        let sluices: Vec<Sluice> = there.all()?;
        refuse_taken(&sluices, None, name)?;
        let mut step = Step::new(Say::new("step-begin"));
        let id = SluiceId(fresh.id(Kind::Sluice)?);
        let rank = sluices.iter().map(|sluice| sluice.rank).max().unwrap_or(0) + 1;
        step.create(&Sluice { id, uid: fresh.uid(), name: name.clone(), rank, removed: None });
        for (rank, stage) in (1..).zip(&Reference::get().sluice.stages) {
            let own = StageId(fresh.id(Kind::Stage)?);
            step.create(&Stage {
                id: own,
                uid: fresh.uid(),
                sluice: id,
                rank,
                key: Some(stage.key.clone()),
                name: None,
                purpose: None,
                soft_limit: None,
                warn_days: Some(i64::from(stage.warn_after_days)),
                gate_name: None,
                gate_who: None,
                needs_receiver: stage.gate.needs_receiver,
                removed: None,
            });
            for (rank, question) in (1..).zip(&stage.gate.questions) {
                step.create(&GateQuestion {
                    id: GateQuestionId(fresh.id(Kind::GateQuestion)?),
                    uid: fresh.uid(),
                    stage: own,
                    rank,
                    key: Some(question.key.clone()),
                    text: None,
                    must: question.kind == QuestionKind::Must,
                });
            }
        }
        let targets: Vec<ReferralTarget> = there.all()?;
        if targets.is_empty() {
            for (rank, target) in (1..).zip(&Reference::get().sluice.referral_targets) {
                step.create(&ReferralTarget {
                    id: ReferralTargetId(fresh.id(Kind::ReferralTarget)?),
                    uid: fresh.uid(),
                    rank,
                    key: Some(target.key.clone()),
                    name: None,
                    contact: None,
                });
            }
        }
        Ok(step)
    }

    /// A file without a sluice has no screen to show.
    fn is_undoable(&self) -> bool {
        false
    }
}
