//! The ways in which a command is not carried out: a rule says no, or the file cannot be read.

use super::record::Kind;
use super::say::Say;
use super::there::Unreadable;

/// A rule says no, worded for whoever asked. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub Say);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum No {
    Refused(Refusal),
    Unreadable(Unreadable),
}

impl No {
    pub fn refuse(say: Say) -> No {
        No::Refused(Refusal(say))
    }

    /// What the command is about is not there any more.
    pub fn gone(kind: Kind) -> No {
        let id = match kind {
            Kind::Idea | Kind::IdeaText => "refused-idea-gone",
            Kind::Stage => "refused-stage-gone",
            Kind::Comment => "refused-comment-gone",
            _ => "refused-gone",
        };
        No::refuse(Say::new(id))
    }
}

impl From<Unreadable> for No {
    fn from(unreadable: Unreadable) -> No {
        No::Unreadable(unreadable)
    }
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> No {
        No::Refused(refusal)
    }
}
