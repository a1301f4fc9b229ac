//! A gate meeting: ideas that are ready for their gate, one after the other, each with what is needed
//! to decide on it. What is decided, scored and noted are the same commands as everywhere else.

use crate::domain::{
    Decision, GateView, Idea, IdeaId, IdeaText, Reference, Say, ScoreAtGate, StageId, VoteId,
    VoteResult, VoteState, VoteView, WorkshopId,
};
use crate::input::{Action, Group};

use super::model::{Model, Pending};
use super::msg::{Effect, Need};
use super::opening::{AtGateAsk, Opening};
use super::overlay::{Overlay, Turn};
use super::voting;

/// The names under which it is remembered which ideas are taken, and that advice is given.
pub const IDEAS: &str = "gate-ideas";
pub const ADVICE: &str = "gate-advice";

#[derive(Debug)]
pub struct GateMeeting {
    /// The ideas that were marked; where none was, those of a stage.
    marked: Vec<IdeaId>,
    stage: Option<StageId>,
    pub read: Option<Box<GateMeetingRead>>,
    /// The version of the file, and the idea, that was read.
    known: Option<(u64, Option<IdeaId>)>,
    /// The idea in focus.
    at: Option<IdeaId>,
    /// The first row shown.
    pub top: usize,
    /// The scoring of this idea is gone to as soon as it is there.
    goes_to: Option<IdeaId>,
}

/// What is to be read for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateAsk {
    pub marked: Vec<IdeaId>,
    pub stage: Option<StageId>,
    pub at: Option<IdeaId>,
}

#[derive(Clone, Debug)]
pub struct GateMeetingRead {
    pub workshop: Option<WorkshopId>,
    /// In the order in which they are taken.
    pub ideas: Vec<AtMeeting>,
    /// The decision maker is not there: what is decided is the group's advice.
    pub advice: bool,
    /// The idea in focus.
    pub at: Option<Box<InFocus>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtMeeting {
    pub idea: IdeaId,
    pub is_decided: bool,
}

#[derive(Clone, Debug)]
pub struct InFocus {
    pub idea: Idea,
    pub text: IdeaText,
    pub gate: GateView,
    pub owner: Option<String>,
    /// What was decided at this meeting.
    pub decision: Option<Decision>,
    /// What the members wrote; the result is there once it is revealed.
    pub scores: Option<(VoteView, Option<VoteResult>)>,
    /// Who has an interest of their own in it.
    pub interests: Vec<String>,
}

/// The marked ideas, or those of the stage in focus.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let is_there = |overlay: &Overlay| matches!(overlay, Overlay::GateMeeting(_));
    model.overlays.retain(|overlay| !is_there(overlay));
    let marked = std::mem::take(&mut model.board.marks);
    let stage = model.stage().map(|stage| stage.id);
    let remembered = model.held.running.filter(|_| !marked.is_empty()).map(|workshop| {
        let ideas: Vec<String> = marked.iter().map(|idea| idea.0.to_string()).collect();
        Effect::Remember { name: IDEAS, value: format!("{}:{}", workshop.0, ideas.join(",")) }
    });
    let meeting =
        GateMeeting { marked, stage, read: None, known: None, at: None, top: 0, goes_to: None };
    model.overlays.push(Overlay::GateMeeting(Box::new(meeting)));
    remembered.into_iter().collect()
}

/// The role that is proposed for a decision, where the decision maker is not there.
pub(super) fn role(model: &Model) -> Option<String> {
    let advises = model.overlays.iter().any(|overlay| match overlay {
        Overlay::GateMeeting(meeting) => meeting.read.as_ref().is_some_and(|read| read.advice),
        _ => false,
    });
    advises.then(|| model.words.get("gate-advice").into_owned())
}

/// Takes in what was read; where the scoring that was asked for is there, it is gone to.
pub(super) fn take(model: &mut Model, ask: &GateAsk, read: Box<GateMeetingRead>) {
    let version = model.version;
    let Some(Overlay::GateMeeting(meeting)) = model.overlays.last_mut() else { return };
    meeting.at = ask.at.or(read.at.as_ref().map(|at| at.idea.id));
    meeting.known = Some((version, meeting.at));
    meeting.read = Some(read);
    let open = meeting.vote().filter(|(view, _)| is_held(view)).map(|(view, _)| view.vote.id);
    if let Some(vote) = open.filter(|_| meeting.goes_to.is_some()) {
        meeting.goes_to = None;
        go_to(model, vote);
    }
}

fn is_held(view: &VoteView) -> bool {
    matches!(view.vote.state, VoteState::Open | VoteState::Counted)
}

fn go_to(model: &mut Model, vote: VoteId) {
    let voting = voting::Voting::alone(vote);
    model.overlays.push(Overlay::Voting(Box::new(voting)));
}

impl GateMeeting {
    pub(super) fn need(&self, model: &Model) -> Option<Need> {
        let known = self.known == Some((model.version, self.at));
        let ask = GateAsk { marked: self.marked.clone(), stage: self.stage, at: self.at };
        (!known).then_some(Need::GateMeeting(ask))
    }

    /// The idea in focus, for all that is done to ideas.
    pub fn idea(&self) -> Option<IdeaId> {
        self.at
    }

    fn vote(&self) -> Option<&(VoteView, Option<VoteResult>)> {
        self.read.as_ref()?.at.as_ref()?.scores.as_ref()
    }

    /// What is read of the idea in focus.
    pub fn focused(&self) -> Option<&InFocus> {
        let at = self.read.as_ref()?.at.as_deref()?;
        (Some(at.idea.id) == self.at).then_some(at)
    }

    /// Its place among all, and how many they are.
    pub fn place(&self) -> (usize, usize) {
        let ideas = self.read.as_ref().map(|read| read.ideas.as_slice()).unwrap_or_default();
        (ideas.iter().position(|it| Some(it.idea) == self.at).unwrap_or(0), ideas.len())
    }

    pub(super) fn hears(&self, action: Action) -> bool {
        match action {
            Action::Open | Action::Back | Action::Interrupt | Action::Vote => true,
            Action::Interest | Action::NextStep | Action::Advice => true,
            Action::Stage => false,
            _ => action.group() == Group::Move,
        }
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        let (place, all) = self.place();
        match action {
            Action::Left => self.go(place.checked_sub(1)),
            Action::Right => self.go(Some(place + 1)),
            Action::First => self.go(Some(0)),
            Action::Last => self.go(all.checked_sub(1)),
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top += 1,
            Action::Back | Action::Interrupt => return Turn::close(),
            Action::Advice => return self.advise(model),
            _ => return self.change(model, action),
        }
        Turn::stay()
    }

    fn go(&mut self, to: Option<usize>) {
        let ideas = self.read.as_ref().map(|read| read.ideas.as_slice()).unwrap_or_default();
        if let Some(to) = to.and_then(|to| ideas.get(to)) {
            (self.at, self.top) = (Some(to.idea), 0);
        }
    }

    fn change(&mut self, model: &mut Model, action: Action) -> Turn {
        let Some(idea) = self.at else {
            model.refuse(Say::new("refused-no-idea"));
            return Turn::stay();
        };
        match action {
            Action::Vote => return self.score(model, idea),
            Action::Interest if model.held.running.is_none() => {
                model.refuse(Say::new("refused-no-workshop-runs"));
            }
            Action::Interest => model.opening = Some(Opening::AtGate(AtGateAsk::Interest(idea))),
            Action::NextStep => model.opening = Some(Opening::AtGate(AtGateAsk::NextStep(idea))),
            // Enter asks the gate's questions, as `>` does.
            Action::Open if !model.is_saving(idea) => model.opening = Some(Opening::Gate(idea)),
            _ => {}
        }
        Turn::stay()
    }

    fn advise(&mut self, model: &mut Model) -> Turn {
        let Some(read) = &mut self.read else { return Turn::stay() };
        read.advice ^= true;
        let told = if read.advice { "told-advice" } else { "told-decision-maker" };
        let workshop = read.workshop.map_or("-".to_owned(), |workshop| workshop.0.to_string());
        let value = if read.advice { workshop } else { String::new() };
        model.tell(Say::new(told));
        Turn::with(vec![Effect::Remember { name: ADVICE, value }])
    }

    /// To what the members score, which is begun where it is not.
    fn score(&mut self, model: &mut Model, idea: IdeaId) -> Turn {
        let Some(at) = self.focused() else { return Turn::stay() };
        if let Some((view, _)) = &at.scores {
            let vote = view.vote.id;
            go_to(model, vote);
            return Turn::stay();
        }
        if model.only_reading {
            model.refuse(Say::new("refused-copy"));
            return Turn::stay();
        }
        let command = ScoreAtGate {
            idea,
            workshop: self.read.as_ref().and_then(|read| read.workshop),
            question: model.words.with("score-question", &[("idea", idea.0.into())]),
            criteria: criteria(model, &at.gate),
        };
        self.goes_to = Some(idea);
        model.pending.push_back(Pending::default());
        Turn::with(vec![Effect::commit(command)])
    }

    /// The idea in focus is one of those that are there.
    pub(super) fn settle(&mut self, _: &Model) {
        let Some(read) = &self.read else { return };
        if !read.ideas.iter().any(|it| Some(it.idea) == self.at) {
            self.at = read.ideas.first().map(|it| it.idea);
        }
    }
}

/// What a gate advises on; at one that advises nothing, all of the profile.
fn criteria(model: &Model, gate: &GateView) -> Vec<String> {
    let reference = Reference::get();
    let asked = gate.stage.key.as_deref().and_then(|key| reference.gate_of(key));
    let advised = |key: &str| asked.is_some_and(|gate| gate.advisory_minimum.contains_key(key));
    let all = &reference.profile.criteria;
    let some = all.iter().any(|criterion| advised(&criterion.key));
    let those = all.iter().filter(|criterion| !some || advised(&criterion.key));
    those.map(|criterion| criterion.name.in_language(model.language()).to_owned()).collect()
}
