//! Sheets on their way to the screen: what was asked for, and what must be read before it opens.

use crate::domain::{
    Captured, CommentId, DecisionKind, Detail, Draft, GateQuestion, IdeaId, Names, StageId, TestId,
};

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
    Decide(IdeaId, Option<DecisionKind>),
    Reply(IdeaId),
    Assess(IdeaId),
    Settings,
}

impl Opening {
    /// The idea that must be read for it.
    pub fn idea(&self) -> Option<IdeaId> {
        match self {
            Opening::New(..) | Opening::Settings => None,
            Opening::Owner(ideas) => ideas.first().copied(),
            Opening::Edit(idea)
            | Opening::Test(idea, _)
            | Opening::Comment(idea, _)
            | Opening::Gate(idea)
            | Opening::Decide(idea, _)
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
            Opening::Gate(idea) | Opening::Decide(idea, _) => Some(format!("decide:{}", idea.0)),
            Opening::Reply(idea) => Some(format!("reply:{}", idea.0)),
            Opening::Owner(_) | Opening::Assess(_) | Opening::Settings => None,
        }
    }
}

/// What was read for a sheet.
#[derive(Clone, Debug)]
pub struct OpeningRead {
    pub detail: Option<Detail>,
    pub names: Names,
    /// Of the gate out of the idea's stage.
    pub questions: Vec<GateQuestion>,
    pub drafts: Vec<Draft>,
}
