//! Sheets on their way to the screen: what was asked for, and what must be read before it opens.

use crate::domain::minutes::MeetingRead;
use crate::domain::{
    AgendaItem, Backup, Captured, CommentId, DecisionKind, Detail, Difference, Draft, GateView,
    IdeaId, Kind, Language, Names, Ready, ReferralTarget, SavedFilterId, StageId, TestId, VoteId,
    WorkshopId,
};

use super::entries::{Listed, Matter};
use super::privacy::{About, PrivacyRead};
use super::room::RoomAsk;
use super::sheet::VoteSetup;

/// A sheet that was asked for. It opens as soon as what it needs is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The form of a new idea, with what the capture line said carried over.
    New(StageId, Box<Captured>),
    Edit(IdeaId),
    Test(IdeaId, Option<TestId>),
    Comment(IdeaId, Option<CommentId>),
    Owner(Vec<IdeaId>),
    Gate(IdeaId),
    /// Past the gates of several ideas of one stage.
    Pass(Vec<IdeaId>),
    Decide(IdeaId, Option<DecisionKind>),
    DecideTogether(Vec<IdeaId>, Option<DecisionKind>),
    /// Another decision than the gate's, with what was said at the gate.
    Instead(IdeaId, Vec<(String, String)>),
    Reply(IdeaId),
    Assess(IdeaId),
    Settings,
    /// Going back to a backup.
    Restore(Box<Backup>),
    /// A person, what has been kept too long, the page of information.
    Privacy(About),
    /// What gives the sluice its shape: an entry of a list, or a new one after another.
    Shape(Listed, Option<i64>, Option<i64>),
    /// A workshop, an item of its run sheet, its clock.
    Room(RoomAsk),
    /// Something parked, agreed, or somebody who was there: at which workshop, and which one where it is
    /// not new. Without a workshop, at the one that is being held.
    Matter(Matter, Option<WorkshopId>, Option<i64>),
    /// A name for a filter: which one, its name so far, its words.
    FilterName(Option<SavedFilterId>, String, String),
    Vote(VoteOpening),
    /// What is noted at a gate meeting.
    AtGate(AtGateAsk),
}

/// The sheets of a gate meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtGateAsk {
    /// Somebody has an interest of their own in the idea.
    Interest(IdeaId),
    /// Something is to be done about the idea.
    NextStep(IdeaId),
    /// Who was noted as being there is put right.
    Attends(WorkshopId, i64),
}

/// A vote that is set up, or amended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoteOpening {
    /// On the marked ideas, on a stage, or on what came in at the running workshop.
    New {
        marked: Vec<IdeaId>,
        stage: Option<StageId>,
    },
    Amend(VoteId),
}

impl Opening {
    /// The idea that must be read for it.
    pub fn idea(&self) -> Option<IdeaId> {
        match self {
            Opening::New(..)
            | Opening::Settings
            | Opening::Restore(_)
            | Opening::Privacy(_)
            | Opening::Shape(..)
            | Opening::Room(_)
            | Opening::Matter(..)
            | Opening::FilterName(..)
            | Opening::AtGate(_)
            | Opening::Vote(_) => None,
            Opening::Owner(ideas) | Opening::Pass(ideas) | Opening::DecideTogether(ideas, _) => {
                ideas.first().copied()
            }
            Opening::Edit(idea)
            | Opening::Test(idea, _)
            | Opening::Comment(idea, _)
            | Opening::Gate(idea)
            | Opening::Decide(idea, _)
            | Opening::Instead(idea, _)
            | Opening::Reply(idea)
            | Opening::Assess(idea) => Some(*idea),
        }
    }

    /// The name under which its drafts are kept; none where nothing long is typed.
    pub fn draft(&self) -> Option<String> {
        match self {
            Opening::New(..) => Some("new".into()),
            Opening::Edit(idea) => Some(format!("idea:{}", idea.0)),
            Opening::Test(idea, None) => Some(format!("test:new:{}", idea.0)),
            Opening::Test(_, Some(test)) => Some(format!("test:{}", test.0)),
            Opening::Comment(idea, None) => Some(format!("comment:new:{}", idea.0)),
            Opening::Comment(_, Some(comment)) => Some(format!("comment:{}", comment.0)),
            Opening::Gate(idea) | Opening::Decide(idea, _) | Opening::Instead(idea, _) => {
                Some(format!("decide:{}", idea.0))
            }
            Opening::Reply(idea) => Some(format!("reply:{}", idea.0)),
            Opening::Privacy(About::Information(language)) => {
                Some(format!("information:{}", language.tag()))
            }
            Opening::Assess(idea) => Some(format!("assess:{}", idea.0)),
            Opening::Pass(ideas) => Some(format!("pass:{}", listed(ideas))),
            Opening::DecideTogether(ideas, _) => Some(format!("together:{}", listed(ideas))),
            Opening::Shape(list, entry, _) => {
                let entry = entry.map_or("new".to_owned(), |entry| entry.to_string());
                Some(format!("shape:{}:{entry}", list.key()))
            }
            Opening::Room(ask) => ask.draft(),
            Opening::Matter(matter, workshop, entry) => {
                let id = |id: Option<i64>| id.map_or("new".to_owned(), |id| id.to_string());
                Some(format!("{}:{}:{}", matter.key(), id(workshop.map(|it| it.0)), id(*entry)))
            }
            Opening::AtGate(AtGateAsk::Interest(idea)) => Some(format!("interest:{}", idea.0)),
            Opening::AtGate(AtGateAsk::NextStep(idea)) => Some(format!("next:{}", idea.0)),
            Opening::AtGate(AtGateAsk::Attends(workshop, id)) => {
                Some(format!("attends:{}:{id}", workshop.0))
            }
            Opening::Owner(_)
            | Opening::Settings
            | Opening::Restore(_)
            | Opening::Privacy(_)
            | Opening::FilterName(..)
            | Opening::Vote(_) => None,
        }
    }

    /// All the ideas it is about.
    pub fn ideas(&self) -> Vec<IdeaId> {
        match self {
            Opening::Owner(ideas) | Opening::Pass(ideas) | Opening::DecideTogether(ideas, _) => {
                ideas.clone()
            }
            _ => self.idea().into_iter().collect(),
        }
    }

    /// The gate that the idea stands before is read.
    pub fn needs_gate(&self) -> bool {
        self.needs_candidates() || matches!(self, Opening::Gate(_) | Opening::Pass(_))
    }

    /// What an idea can be merged into and referred to is read.
    pub fn needs_candidates(&self) -> bool {
        matches!(self, Opening::Decide(..) | Opening::DecideTogether(..) | Opening::Instead(..))
    }

    pub fn needs_answer(&self) -> bool {
        matches!(self, Opening::Reply(_))
    }

    /// What is said there is signed, so it is asked once who is at the keyboard.
    pub fn is_signed(&self) -> bool {
        match self {
            Opening::Comment(..)
            | Opening::Gate(_)
            | Opening::Decide(..)
            | Opening::DecideTogether(..)
            | Opening::Instead(..)
            | Opening::Reply(_)
            | Opening::Assess(_) => true,
            Opening::New(..)
            | Opening::Edit(_)
            | Opening::Test(..)
            | Opening::Owner(_)
            | Opening::Pass(_)
            | Opening::Settings
            | Opening::Restore(_)
            | Opening::Privacy(_)
            | Opening::Shape(..)
            | Opening::Room(_)
            | Opening::Matter(..)
            | Opening::FilterName(..)
            | Opening::AtGate(_)
            | Opening::Vote(_) => false,
        }
    }

    /// The sheet that a draft of this name belongs to. A new idea goes to the first stage.
    pub fn of_draft(target: &str, idea: Option<IdeaId>, first: Option<StageId>) -> Option<Opening> {
        let pieces: Vec<&str> = target.split(':').collect();
        let id = |id: &str| id.parse::<i64>().ok();
        Some(match *pieces {
            ["new"] => Opening::New(first?, Box::default()),
            ["idea", _] => Opening::Edit(idea?),
            ["test", "new", _] => Opening::Test(idea?, None),
            ["test", test] => Opening::Test(idea?, Some(TestId(id(test)?))),
            ["comment", "new", _] => Opening::Comment(idea?, None),
            ["comment", comment] => Opening::Comment(idea?, Some(CommentId(id(comment)?))),
            ["decide", _] => Opening::Decide(idea?, None),
            ["reply", _] => Opening::Reply(idea?),
            ["information", tag] => Opening::Privacy(About::Information(Language::from_tag(tag)?)),
            ["assess", _] => Opening::Assess(idea?),
            ["interest", idea] => Opening::AtGate(AtGateAsk::Interest(IdeaId(id(idea)?))),
            ["next", idea] => Opening::AtGate(AtGateAsk::NextStep(IdeaId(id(idea)?))),
            ["attends", workshop, entry] => {
                Opening::AtGate(AtGateAsk::Attends(WorkshopId(id(workshop)?), id(entry)?))
            }
            ["pass", ideas] => Opening::Pass(unlisted(ideas)?),
            ["together", ideas] => Opening::DecideTogether(unlisted(ideas)?, None),
            [matter, workshop, entry] if Matter::from_key(matter).is_some() => {
                Opening::Matter(Matter::from_key(matter)?, id(workshop).map(WorkshopId), id(entry))
            }
            _ => return RoomAsk::of_draft(&pieces).map(Opening::Room),
        })
    }
}

/// Ideas by their numbers.
fn listed(ideas: &[IdeaId]) -> String {
    ideas.iter().map(|idea| idea.0.to_string()).collect::<Vec<_>>().join(",")
}

fn unlisted(ideas: &str) -> Option<Vec<IdeaId>> {
    ideas.split(',').map(|idea| idea.parse().ok().map(IdeaId)).collect()
}

/// What was read for a sheet.
#[derive(Clone, Debug)]
pub struct OpeningRead {
    pub detail: Option<Detail>,
    pub names: Names,
    pub drafts: Vec<Draft>,
    /// The gate out of the idea's stage.
    pub gate: Option<GateView>,
    /// The stages of the ideas, where they are several.
    pub stages: Vec<Option<StageId>>,
    /// Ideas that another can live on in, by number and title.
    pub candidates: Vec<(IdeaId, String)>,
    /// Where ideas can be referred to, in their order.
    pub targets: Vec<ReferralTarget>,
    /// The ready answer in each language, in the order of `Language::ALL`.
    pub ready: Vec<Ready>,
    /// The name or role at the keyboard; empty where it was not stated.
    pub who: String,
    /// It was asked who is at the keyboard.
    pub introduced: bool,
    /// What the file and a backup have that the other lacks; none where that cannot be read.
    pub difference: Option<Difference>,
    /// What is known of people and of what can go.
    pub privacy: PrivacyRead,
    /// What was said and agreed at a workshop.
    pub meeting: Option<Box<MeetingRead>>,
    /// The role that was stated last.
    pub role: Option<String>,
    /// Where one can go back to in a workshop, in the order of its run sheet.
    pub checkpoints: Vec<Checkpoint>,
    /// Where the options of a vote can come from.
    pub vote: Box<VoteSetup>,
}

/// Where an item of a run sheet began, and what was done since: the kinds of record that each step
/// changed.
#[derive(Clone, Debug)]
pub struct Checkpoint {
    pub nth: usize,
    pub item: AgendaItem,
    pub since: Vec<Vec<Kind>>,
}
