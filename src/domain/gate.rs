//! A gate as the group at it sees it: its questions, what was answered to them before, and what to
//! talk about. It is an aid to a conversation: it advises and locks nothing. Deciding is a command.

use super::command::stages_of;
use super::kinds::GateReply;
use super::profile::{Below, Profile};
use super::records::{Decision, GateAnswer, GateQuestion, GateQuestionId, Idea, IdeaId, Stage};
use super::reference::{Gate, Reference};
use super::refusal::No;
use super::say::Arg;
use super::there::There;
use super::value::{Cell, Stamp};

/// The question that asks for an idea owner. From the stage behind its gate on, an idea needs one.
const OWNER_QUESTION: &str = "G2.3";

/// The gate that an idea stands before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateView {
    pub idea: IdeaId,
    pub stage: Stage,
    /// Where *Go ahead* leads. None in the last stage: its gate closes the idea as implemented.
    pub next: Option<Stage>,
    pub name: Arg,
    /// Who may decide.
    pub who: Option<Arg>,
    /// How long the gate takes.
    pub time: Option<Arg>,
    pub questions: Vec<Asked>,
    /// Whether anybody has filled in the idea's profile.
    pub profiled: bool,
    /// The criteria that have come less far than the gate advises, in the profile's order.
    pub below: Vec<Below>,
    pub owner_missing: bool,
    pub receiver_missing: bool,
}

/// A question at a gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub question: GateQuestionId,
    pub text: Arg,
    /// Counts in the readiness; the others are there to be talked about.
    pub must: bool,
    /// What was answered to it last time, and when. To be shown, never filled in.
    pub before: Option<(GateReply, Stamp)>,
}

/// What somebody answered to a question, not yet saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    pub question: GateQuestionId,
    pub reply: GateReply,
}

/// How the must questions were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readiness {
    pub yes: usize,
    pub musts: usize,
    /// Answered no, or not at all. Going ahead in spite of them asks for a reason.
    pub open: usize,
}

impl GateView {
    /// `None` where the idea is gone.
    pub fn of(there: &dyn There, idea: IdeaId) -> Result<Option<GateView>, No> {
        let Some(idea) = there.find::<Idea>(idea.0)? else { return Ok(None) };
        let stage: Stage = there.get(idea.stage.0)?;
        let stages = stages_of(there, &stage)?;
        let gate = stage.key.as_deref().and_then(|key| Reference::get().gate_of(key));
        let every: Vec<GateQuestion> = there.all()?;
        let profile = Profile::of_idea(there, idea.id)?;
        Ok(Some(GateView {
            idea: idea.id,
            name: own_or_known(stage.gate_name.as_ref(), gate, "gate")
                .unwrap_or(Arg::Word("gate-unnamed".into())),
            who: own_or_known(stage.gate_who.as_ref(), gate, "gate-who"),
            time: own_or_known(None, gate, "gate-time"),
            questions: asked(there, &idea, &every)?,
            profiled: !profile.is_empty(),
            below: gate.map_or(Vec::new(), |gate| profile.below(gate)),
            owner_missing: idea.owner.is_none()
                && (asks_for_owner(&every, &stage)
                    || needing_owner(&stages, &every).any(|needing| needing.id == stage.id)),
            receiver_missing: stage.needs_receiver
                && idea.receiver.as_ref().is_none_or(|receiver| receiver.trim().is_empty()),
            next: next_after(&stages, &stage).cloned(),
            stage,
        }))
    }

    pub fn readiness(&self, answers: &[Answered]) -> Readiness {
        let musts = self.questions.iter().filter(|asked| asked.must);
        readiness(musts.map(|asked| asked.question), answers)
    }
}

/// How these must questions were answered. The last answer to a question holds.
pub(super) fn readiness(
    musts: impl Iterator<Item = GateQuestionId>,
    answers: &[Answered],
) -> Readiness {
    let mut readiness = Readiness::default();
    for must in musts {
        readiness.musts += 1;
        match reply_to(must, answers) {
            Some(GateReply::Yes) => readiness.yes += 1,
            Some(GateReply::DontKnow) => {}
            Some(GateReply::No) | None => readiness.open += 1,
        }
    }
    readiness
}

pub(super) fn reply_to(question: GateQuestionId, answers: &[Answered]) -> Option<GateReply> {
    answers.iter().rev().find(|answer| answer.question == question).map(|answer| answer.reply)
}

/// The stage that a stage's gate leads to.
pub(super) fn next_after<'a>(stages: &'a [Stage], stage: &Stage) -> Option<&'a Stage> {
    stages.iter().skip_while(|known| known.id != stage.id).nth(1)
}

/// The stages behind the gate that asks for an owner; none where no gate does.
pub(super) fn needing_owner<'a>(
    stages: &'a [Stage],
    questions: &'a [GateQuestion],
) -> impl Iterator<Item = &'a Stage> {
    stages.iter().skip_while(|stage| !asks_for_owner(questions, stage)).skip(1)
}

fn asks_for_owner(questions: &[GateQuestion], stage: &Stage) -> bool {
    questions.iter().any(|question| {
        question.stage == stage.id && question.key.as_deref() == Some(OWNER_QUESTION)
    })
}

fn own_or_known(own: Option<&String>, gate: Option<&Gate>, family: &str) -> Option<Arg> {
    match (own, gate) {
        (Some(own), _) => Some(Arg::Text(own.clone().into())),
        (None, Some(gate)) => Some(Arg::Known(format!("{family}:{}", gate.key).into())),
        (None, None) => None,
    }
}

fn asked(there: &dyn There, idea: &Idea, every: &[GateQuestion]) -> Result<Vec<Asked>, No> {
    let mut decisions: Vec<Decision> = there.those("idea", idea.id.to_value())?;
    decisions.sort_by_key(|decision| (decision.at, decision.id));
    let mut earlier: Vec<(GateAnswer, Stamp)> = Vec::new();
    for decision in decisions.iter().rev() {
        let answers: Vec<GateAnswer> = there.those("decision", decision.id.to_value())?;
        earlier.extend(answers.into_iter().map(|answer| (answer, decision.at)));
    }
    let mut questions: Vec<&GateQuestion> =
        every.iter().filter(|question| question.stage == idea.stage).collect();
    questions.sort_by_key(|question| (question.rank, question.id));
    Ok(questions
        .into_iter()
        .map(|question| Asked {
            question: question.id,
            text: question.label(),
            must: question.must,
            before: earlier
                .iter()
                .find(|(answer, _)| answer.key == question.key && answer.text == question.text)
                .map(|(answer, at)| (answer.reply, *at)),
        })
        .collect())
}
