//! What may be asked for. Each command is a struct in a file of its own with its rule beside it;
//! this is the list of them.

use jiff::civil::Date;

use super::record::Kind;
use super::records::IdeaId;
use super::refusal::No;
use super::say::{Arg, Say};
use super::step::Step;
use super::there::There;
use super::value::{Stamp, Uid};

mod actions;
mod agenda;
mod assess;
mod attendance;
mod ballots;
mod begin;
mod capture;
mod capture_form;
mod carry;
mod clusters;
mod comment;
mod decide;
mod edit;
mod import;
mod large;
mod lists;
mod matrix;
mod names;
mod order;
mod owner;
mod parking;
mod pen;
mod place;
mod questions;
mod reply;
mod reveal;
mod run;
mod samples;
mod saved_filter;
mod scores;
mod shape_stage;
mod shelve;
mod sluices;
mod stages;
mod tag;
mod test;
mod votes;
mod words;
mod workshops;

pub use actions::{AddAction, AmendAction, RemoveAction, SettleAction};
pub use agenda::{AddItem, AmendItem, MoveItem, Prolong, RemoveItem, RepeatItem};
pub use assess::Assess;
pub use attendance::{AmendAttendance, NoteAttendance, RemoveAttendance};
pub use ballots::{CloseVote, CountVote, DropVote, OpenVote, ReopenVote, RevealVote};
pub use begin::Begin;
pub use capture::Capture;
pub use capture_form::CaptureForm;
pub use carry::Carry;
pub(in crate::domain) use carry::stages_of;
pub use clusters::{DissolveCluster, GroupIdeas, MoveCluster, RenameCluster, TakeOut};
pub use comment::{AddComment, AmendComment, RemoveComment};
pub use decide::{Decide, DecideTogether, NextStep, Unmerge, longest_pause};
pub use edit::Edit;
pub use import::{Import, Survey};
pub use lists::{AddEntry, AmendEntry, List, RemoveEntry};
pub use matrix::PlaceOnMatrix;
pub use order::Shift;
pub use owner::SetOwner;
pub use parking::{AmendParking, Park, RemoveParking, SettleParking};
pub use place::{Goal, Place};
pub use questions::{AddQuestion, AmendQuestion, MoveQuestion, RemoveQuestion, SetGate};
pub use reply::Reply;
pub use reveal::RevealIdeas;
pub use run::{EndWorkshop, GoToItem, NextItem, PreviousItem, SkipItem, StartWorkshop};
pub use samples::Samples;
pub use saved_filter::{RemoveFilter, RenameFilter, SaveFilter};
pub use scores::ScoreAtGate;
pub use shape_stage::ShapeStage;
pub use shelve::{PutBack, Remove};
pub use sluices::{AddSluice, MoveSluice, RemoveSluice, RenameSluice};
pub use stages::{AddStage, MoveStage, RemoveStage, RenameStage, SetStage};
pub use tag::TagIdeas;
pub use test::{EditTest, RemoveTest};
pub use votes::{AmendVote, OptionOf, RemoveVote, SecondRound, SetUpEstimates, SetUpVote};
pub use workshops::{AddWorkshop, AmendWorkshop, Announced, RemoveWorkshop, read_time};

/// What a plan needs and cannot know: the time, names for new records, who asks.
pub struct Fresh<'a> {
    pub now: Stamp,
    pub today: Date,
    pub who: Option<super::records::PersonId>,
    /// The step's own uid; those of its records follow from it.
    pub uid: Uid,
    pub ids: &'a mut dyn FnMut(Kind) -> Result<i64, super::there::Unreadable>,
    /// Takes an id of one's choice, where none as high was ever given.
    pub claim: &'a mut dyn FnMut(Kind, i64) -> Result<bool, super::there::Unreadable>,
    /// Empties a vote's ballot box, or one option's part of it. What it held is in no other place
    /// from then on, so whoever asks puts it into records.
    pub ballots: &'a mut dyn FnMut(
        super::records::VoteId,
        Option<super::records::VoteOptionId>,
    ) -> Result<super::vote::Taken, super::there::Unreadable>,
    pub made: u64,
}

impl Fresh<'_> {
    /// The next free id of a kind. Ids are never used again.
    pub fn id(&mut self, kind: Kind) -> Result<i64, No> {
        Ok((self.ids)(kind)?)
    }

    pub fn uid(&mut self) -> Uid {
        self.made += 1;
        self.uid.nth(self.made)
    }
}

/// A rule: from what is there to a step, or a no. It changes nothing.
pub trait Plan {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No>;

    /// Whether it can be taken back. What cannot says so before it is done.
    fn is_undoable(&self) -> bool {
        true
    }
}

macro_rules! commands {
    ($($name:ident),+ $(,)?) => {
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Command { $( $name(Box<$name>) ),+ }

        $( impl From<$name> for Command {
            fn from(command: $name) -> Command {
                Command::$name(Box::new(command))
            }
        } )+

        impl Plan for Command {
            fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
                match self { $( Command::$name(command) => command.plan(there, fresh) ),+ }
            }

            fn is_undoable(&self) -> bool {
                match self { $( Command::$name(command) => command.is_undoable() ),+ }
            }
        }
    };
}

commands! {
    AddAction,
    AddComment,
    AddEntry,
    AddItem,
    AddQuestion,
    AddSluice,
    AddStage,
    AddWorkshop,
    AmendAction,
    AmendAttendance,
    AmendComment,
    AmendEntry,
    AmendItem,
    AmendParking,
    AmendQuestion,
    AmendVote,
    AmendWorkshop,
    Assess,
    Begin,
    Capture,
    CaptureForm,
    Carry,
    CloseVote,
    CountVote,
    Decide,
    DecideTogether,
    DissolveCluster,
    DropVote,
    Edit,
    EditTest,
    EndWorkshop,
    GoToItem,
    GroupIdeas,
    Import,
    MoveCluster,
    MoveItem,
    MoveQuestion,
    MoveSluice,
    MoveStage,
    NextItem,
    NoteAttendance,
    OpenVote,
    Park,
    PlaceOnMatrix,
    PreviousItem,
    Prolong,
    PutBack,
    Remove,
    RemoveAction,
    RemoveAttendance,
    RemoveComment,
    RemoveEntry,
    RemoveFilter,
    RemoveItem,
    RemoveParking,
    RemoveQuestion,
    RemoveSluice,
    RemoveStage,
    RemoveTest,
    RemoveVote,
    RemoveWorkshop,
    RenameCluster,
    RenameFilter,
    RenameSluice,
    RenameStage,
    ReopenVote,
    RepeatItem,
    Reply,
    RevealIdeas,
    RevealVote,
    Samples,
    SaveFilter,
    ScoreAtGate,
    SecondRound,
    SetGate,
    SetOwner,
    SetStage,
    SetUpEstimates,
    SetUpVote,
    SettleAction,
    SettleParking,
    ShapeStage,
    SkipItem,
    StartWorkshop,
    TagIdeas,
    TakeOut,
    Unmerge,
}

/// The sentence with its one idea, or with how many they are.
fn of_ideas(say: Say, ideas: &[IdeaId]) -> Say {
    match ideas {
        [idea] => say.with("idea", Arg::Idea(idea.0)),
        ideas => say.with("n", ideas.len()),
    }
}
