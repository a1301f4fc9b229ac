//! A workshop as the screens and the minutes read it. What the room itself may see of it is `live`.

use super::records::{
    Action, AgendaItem, Attendance, Cluster, Decision, Idea, IdeaId, IdeaText, Parking, Vote,
    VoteOption, VoteOptionId, Workshop,
};
use super::value::Stamp;
use super::vote::{Choice, Settings, Shift, Standing, Tally, Turnout};

/// A line in the list of workshops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkshopLine {
    pub workshop: Workshop,
    pub items: usize,
    /// How many ideas came in at it.
    pub ideas: usize,
}

/// A workshop with all that belongs to it, each list in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub workshop: Workshop,
    pub items: Vec<AgendaItem>,
    pub ideas: Vec<Idea>,
    pub groups: Vec<Grouped>,
    pub votes: Vec<VoteView>,
    pub parking: Vec<Parking>,
    pub actions: Vec<Action>,
    pub attendance: Vec<Attendance>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouped {
    pub cluster: Cluster,
    pub ideas: Vec<Idea>,
}

/// A vote before and after its reveal. What was voted is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteView {
    pub vote: Vote,
    pub options: Vec<OptionView>,
    pub turnout: Turnout,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionView {
    pub option: VoteOption,
    /// The idea's title, the group's heading, or the text.
    pub title: String,
    /// Not to be shown to a room.
    pub is_protected: bool,
}

/// What came of a vote; there is none before the reveal. Of an estimate, only the options that were
/// revealed are told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteResult {
    pub voters: i64,
    pub standings: Vec<Standing>,
    /// Against the round before, where there was one.
    pub shifts: Vec<Shift>,
    pub tally: Tally,
}

/// What the minutes tell, from when the workshop was started until it was ended, or now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub room: Room,
    pub from: Option<Stamp>,
    pub to: Option<Stamp>,
    /// Ideas that came in meanwhile, and are still there.
    pub new_ideas: Vec<Idea>,
    pub decisions: Vec<Decided>,
    /// In the order of the room's votes; none for those that are not revealed.
    pub results: Vec<Option<VoteResult>>,
    /// The ideas that any of this is about, whose givers are owed an answer.
    pub concerned: Vec<IdeaId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub decision: Decision,
    pub idea: Idea,
    pub text: IdeaText,
}

impl Room {
    /// The item that is being held, and its place on the run sheet.
    pub fn now(&self) -> Option<(usize, &AgendaItem)> {
        let is_now = |(_, item): &(usize, &AgendaItem)| item.state == super::kinds::ItemState::Now;
        self.items.iter().enumerate().find(is_now)
    }

    /// The ideas that came in at the workshop and are in no group. Those that live on in another are
    /// not among them.
    pub fn loose(&self) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(|idea| idea.merged_into.is_none()).filter(|idea| {
            !self.groups.iter().any(|group| group.ideas.iter().any(|other| other.id == idea.id))
        })
    }
}

impl VoteView {
    pub fn settings(&self) -> Settings {
        Settings::of(&self.vote)
    }

    /// The idea that is scored at its gate, where this is what the vote is for.
    pub fn scored(&self) -> Option<IdeaId> {
        let first = self.options.first()?.option.idea?;
        let is_criterion =
            |view: &OptionView| view.option.idea == Some(first) && !view.option.text.is_empty();
        self.options.iter().all(is_criterion).then_some(first)
    }

    /// It ended without a result.
    pub fn is_dropped(&self) -> bool {
        self.vote.state == super::kinds::VoteState::Closed && self.vote.is_secret()
    }

    pub fn choices(&self) -> Vec<Choice> {
        self.options.iter().map(|view| Choice::from(&view.option)).collect()
    }

    pub fn title(&self, option: VoteOptionId) -> &str {
        let found = self.options.iter().find(|view| view.option.id == option);
        found.map_or("", |view| view.title.as_str())
    }
}
