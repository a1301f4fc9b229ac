//! A decision on an idea: what was answered at its gate, what was decided and why, and what follows
//! from it, as one step. Passing gates that nobody opened is `carry`.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::clean::{Lines, clean};
use crate::domain::gate::{Answered, Readiness, next_after, readiness, reply_to};
use crate::domain::kinds::{DecisionKind, Status};
use crate::domain::names::SOMEBODY;
use crate::domain::record::Kind;
use crate::domain::records::{
    Decision, DecisionId, GateAnswer, GateAnswerId, GateQuestion, Idea, IdeaId, IdeaText, Stage,
};
use crate::domain::reference::{self, Reference};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Cell;

use super::carry::stages_of;
use super::place::{Goal, Place, ranks};
use super::words::prose;
use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decide {
    pub idea: IdeaId,
    pub kind: DecisionKind,
    /// What was answered at the gate; a question may be left open.
    pub answers: Vec<Answered>,
    pub reason: String,
    pub learning: String,
    pub conditions: String,
    /// The role that decided.
    pub role: String,
    /// A pause ends on this day, or when this happens.
    pub until: Option<Date>,
    pub event: String,
    /// Where a referred idea belongs, and whom to ask there.
    pub target: String,
    pub contact: String,
    /// The idea in which a merged one lives on.
    pub into: Option<IdeaId>,
    /// Takes the place of the idea's next step; none leaves that as it is.
    pub next_step: Option<NextStep>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextStep {
    pub text: String,
    pub due: Option<Date>,
    pub role: String,
}

/// The same decision on several ideas, as one step. Their gates are not opened for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecideTogether {
    pub ideas: Vec<IdeaId>,
    /// What is decided on each; the idea it names does not count.
    pub decision: Decide,
}

/// Takes a merged idea out of the one it lives on in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmerge {
    pub idea: IdeaId,
}

impl Decide {
    /// A decision in which nothing has been said yet.
    pub fn new(idea: IdeaId, kind: DecisionKind) -> Decide {
        Decide {
            idea,
            kind,
            answers: Vec::new(),
            reason: String::new(),
            learning: String::new(),
            conditions: String::new(),
            role: String::new(),
            until: None,
            event: String::new(),
            target: String::new(),
            contact: String::new(),
            into: None,
            next_step: None,
        }
    }
}

/// The last day to which an idea can be paused.
pub fn longest_pause(today: Date) -> Date {
    today.saturating_add(i64::from(Reference::get().sluice.longest_pause_months).months())
}

impl Plan for Decide {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(Say::new("step-decide"));
        step.label = self.add_to(&mut step, there, fresh)?;
        Ok(step)
    }
}

impl Plan for DecideTogether {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        match self.decision.kind {
            DecisionKind::GoAhead => {
                return Err(No::refuse(Say::new("refused-go-ahead-together")));
            }
            DecisionKind::ComeBack
            | DecisionKind::Pause
            | DecisionKind::Merge
            | DecisionKind::Refer
            | DecisionKind::NotForward
            | DecisionKind::Withdraw
            | DecisionKind::CloseImplemented
            | DecisionKind::Reopen => {}
        }
        let into = self.decision.into;
        let ideas: Vec<IdeaId> =
            self.ideas.iter().copied().filter(|idea| Some(*idea) != into).collect();
        let mut step =
            Step::new(Say::new("step-decide-many").with("n", ideas.len()).with(
                "decision",
                Arg::Known(format!("decision:{}", self.decision.kind.key()).into()),
            ));
        for idea in &ideas {
            let decision = Decide { idea: *idea, answers: Vec::new(), ..self.decision.clone() };
            let label = decision.add_to(&mut step, there, fresh)?;
            if ideas.len() == 1 {
                step.label = label;
            }
        }
        Ok(step)
    }
}

impl Plan for Unmerge {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Idea = there.get(self.idea.0)?;
        let Some(into) = before.merged_into else {
            return Err(No::refuse(about("refused-not-merged", self.idea)));
        };
        let mut step = Step::new(about("step-unmerge", self.idea).with("from", Arg::Idea(into.0)));
        let mut after = before.clone();
        after.merged_into = None;
        after.outcome = None;
        after.status = Status::Active;
        step.update(&before, &after);
        Ok(step)
    }
}

impl Decide {
    /// Notes the decision and what follows from it; the answer says what was done.
    fn add_to(&self, step: &mut Step, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Say, No> {
        let before: Idea = there.get(self.idea.0)?;
        let text: IdeaText = there.get(self.idea.0)?;
        let stage: Stage = there.get(before.stage.0)?;
        let stages = stages_of(there, &stage)?;
        let next = next_after(&stages, &stage);
        let rules = Reference::get().decision_of(self.kind);
        self.may_be_taken(rules, &before, next.is_none())?;

        let mut questions: Vec<GateQuestion> = there.those("stage", stage.id.to_value())?;
        questions.sort_by_key(|question| (question.rank, question.id));
        let readiness = self.readiness(&questions)?;
        self.says_enough(rules, readiness)?;
        if rules.needs_date_or_event {
            self.pause_is_bounded(fresh.today)?;
        }
        if rules.needs_idea {
            self.target_lives(there)?;
        }

        let decision = self.decision(rules, &stage, fresh)?;
        step.create(&decision);
        for question in &questions {
            if let Some(reply) = reply_to(question.id, &self.answers) {
                step.create(&GateAnswer {
                    id: GateAnswerId(fresh.id(Kind::GateAnswer)?),
                    uid: fresh.uid(),
                    decision: decision.id,
                    key: question.key.clone(),
                    text: question.text.clone(),
                    must: question.must,
                    reply,
                });
            }
        }

        let mut after = before.clone();
        after.status = rules.to_status;
        after.outcome = rules.to_outcome;
        after.merged_into = self.into.filter(|_| rules.needs_idea);
        // A pause that waits for an event comes up when no pause may last longer.
        after.paused_until = rules
            .needs_date_or_event
            .then(|| self.until.unwrap_or_else(|| longest_pause(fresh.today)));
        if let (DecisionKind::GoAhead, Some(next)) = (self.kind, next) {
            let foot = Goal { stage: next.id, place: Place::Foot };
            if let Some(rank) = ranks(there, foot, 1, &[before.id], step)?.first() {
                after.rank = *rank;
            }
            after.stage = next.id;
            after.stage_since = fresh.today;
        }
        let mut written = text.clone();
        written.paused_event.clone_from(&decision.event);
        written.referred_to.clone_from(&decision.target);
        if let Some(next_step) = &self.next_step {
            after.next_due = next_step.due;
            written.next_step = line(&next_step.text);
            // What was hidden from whoever decides stays as it is.
            if next_step.role != SOMEBODY {
                written.next_role = line(&next_step.role);
            }
        }
        step.update(&before, &after);
        step.update(&text, &written);
        Ok(self.label(readiness, &stage, next))
    }

    fn may_be_taken(
        &self,
        rules: &reference::Decision,
        idea: &Idea,
        in_last_stage: bool,
    ) -> Result<(), No> {
        if idea.removed.is_some() {
            return Err(No::refuse(about("refused-removed", idea.id)));
        }
        if rules.from.allows(idea.status, in_last_stage) {
            return Ok(());
        }
        let id = match (idea.status, self.kind) {
            (Status::Active, DecisionKind::Reopen) => "refused-not-closed",
            (Status::Closed, _) => "refused-closed",
            (_, DecisionKind::GoAhead) => "refused-decide-in-last-stage",
            _ => "refused-decide-before-last-stage",
        };
        Err(No::refuse(about(id, idea.id)))
    }

    fn readiness(&self, questions: &[GateQuestion]) -> Result<Readiness, No> {
        let known = |answer: &Answered| questions.iter().any(|known| known.id == answer.question);
        if !self.answers.iter().all(known) {
            return Err(No::refuse(Say::new("refused-questions-changed")));
        }
        let musts = questions.iter().filter(|question| question.must);
        Ok(readiness(musts.map(|question| question.id), &self.answers))
    }

    /// What a decision has to say for itself.
    fn says_enough(&self, rules: &reference::Decision, readiness: Readiness) -> Result<(), No> {
        let refused = |id| Err(No::refuse(about(id, self.idea)));
        if self.reason.trim().is_empty() {
            if self.kind == DecisionKind::GoAhead && readiness.open > 0 {
                let say = about("refused-reason-in-spite", self.idea).with("n", readiness.open);
                return Err(No::refuse(say));
            }
            if rules.needs_rationale {
                return refused("refused-reason-missing");
            }
        }
        if rules.needs_learning && self.learning.trim().is_empty() {
            return refused("refused-learning-missing");
        }
        if rules.needs_target && self.target.trim().is_empty() {
            return refused("refused-target-missing");
        }
        Ok(())
    }

    fn pause_is_bounded(&self, today: Date) -> Result<(), No> {
        let latest = longest_pause(today);
        let (id, day) = match self.until {
            None if self.event.trim().is_empty() => ("refused-pause-endless", latest),
            Some(until) if until <= today => ("refused-pause-past", today),
            Some(until) if until > latest => ("refused-pause-long", latest),
            Some(_) | None => return Ok(()),
        };
        Err(No::refuse(about(id, self.idea).with("day", Arg::Day(day.to_string()))))
    }

    /// The idea that a merged one lives on in must itself be alive, and another.
    fn target_lives(&self, there: &dyn There) -> Result<(), No> {
        let Some(into) = self.into else {
            return Err(No::refuse(about("refused-merge-target-missing", self.idea)));
        };
        if into == self.idea {
            return Err(No::refuse(about("refused-merge-self", self.idea)));
        }
        let refused = |id| Err(No::refuse(about(id, self.idea).with("into", Arg::Idea(into.0))));
        let target: Idea = there.get(into.0)?;
        let mut seen = vec![self.idea];
        let mut onwards = target.merged_into;
        while let Some(idea) = onwards {
            if seen.contains(&idea) {
                return refused("refused-merge-circle");
            }
            seen.push(idea);
            onwards = there.find::<Idea>(idea.0)?.and_then(|idea| idea.merged_into);
        }
        if target.removed.is_some() {
            return refused("refused-merge-removed");
        }
        if target.status == Status::Closed {
            return refused("refused-merge-closed");
        }
        Ok(())
    }

    fn decision(
        &self,
        rules: &reference::Decision,
        stage: &Stage,
        fresh: &mut Fresh<'_>,
    ) -> Result<Decision, No> {
        let only = |wanted: bool, text: &str| if wanted { line(text) } else { String::new() };
        Ok(Decision {
            id: DecisionId(fresh.id(Kind::Decision)?),
            uid: fresh.uid(),
            idea: self.idea,
            stage: stage.id,
            kind: self.kind,
            at: fresh.now,
            role: line(&self.role),
            reason: prose(&self.reason).unwrap_or_default(),
            learning: prose(&self.learning).unwrap_or_default(),
            conditions: prose(&self.conditions).unwrap_or_default(),
            until: self.until.filter(|_| rules.needs_date_or_event),
            event: only(rules.needs_date_or_event, &self.event),
            target: only(rules.needs_target, &self.target),
            contact: line(&self.contact),
            skipped: false,
        })
    }

    fn label(&self, readiness: Readiness, stage: &Stage, next: Option<&Stage>) -> Say {
        let say = |id| about(id, self.idea);
        match self.kind {
            DecisionKind::GoAhead => {
                let id = match readiness.open {
                    0 => "step-decide-ga_vidare",
                    _ => "step-decide-ga_vidare-in-spite",
                };
                say(id)
                    .with("from", stage.label())
                    .with("to", next.unwrap_or(stage).label())
                    .with("yes", readiness.yes)
                    .with("musts", readiness.musts)
            }
            DecisionKind::ComeBack => say("step-decide-komplettera"),
            DecisionKind::Pause => say("step-decide-vila"),
            DecisionKind::Merge => say("step-decide-sla_ihop")
                .with("into", Arg::Idea(self.into.map_or(0, |into| into.0))),
            DecisionKind::Refer => say("step-decide-hanvisa"),
            DecisionKind::NotForward => say("step-decide-ga_inte_vidare"),
            DecisionKind::Withdraw => say("step-decide-aterkalla"),
            DecisionKind::CloseImplemented => say("step-decide-avsluta_genomford"),
            DecisionKind::Reopen => say("step-decide-ateroppna").with("to", stage.label()),
        }
    }
}

fn about(id: &'static str, idea: IdeaId) -> Say {
    Say::new(id).with("idea", Arg::Idea(idea.0))
}

fn line(text: &str) -> String {
    clean(text, Lines::One).trim().to_owned()
}
