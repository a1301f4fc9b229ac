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

mod assess;
mod begin;
mod capture;
mod capture_form;
mod carry;
mod comment;
mod decide;
mod edit;
mod import;
mod large;
mod lists;
mod names;
mod order;
mod owner;
mod pen;
mod place;
mod questions;
mod reply;
mod samples;
mod saved_filter;
mod shape_stage;
mod shelve;
mod sluices;
mod stages;
mod tag;
mod test;
mod words;

pub use assess::Assess;
pub use begin::Begin;
pub use capture::Capture;
pub use capture_form::CaptureForm;
pub use carry::Carry;
pub(in crate::domain) use carry::stages_of;
pub use comment::{AddComment, AmendComment, RemoveComment};
pub use decide::{Decide, DecideTogether, NextStep, Unmerge, longest_pause};
pub use edit::Edit;
pub use import::{Import, Survey};
pub use lists::{AddEntry, AmendEntry, List, RemoveEntry};
pub use order::Shift;
pub use owner::SetOwner;
pub use place::{Goal, Place};
pub use questions::{AddQuestion, AmendQuestion, MoveQuestion, RemoveQuestion, SetGate};
pub use reply::Reply;
pub use samples::Samples;
pub use saved_filter::{RemoveFilter, RenameFilter, SaveFilter};
pub use shape_stage::ShapeStage;
pub use shelve::{PutBack, Remove};
pub use sluices::{AddSluice, MoveSluice, RemoveSluice, RenameSluice};
pub use stages::{AddStage, MoveStage, RemoveStage, RenameStage, SetStage};
pub use tag::TagIdeas;
pub use test::{EditTest, RemoveTest};

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
    AddComment,
    AddEntry,
    AddQuestion,
    AddSluice,
    AddStage,
    AmendComment,
    AmendEntry,
    AmendQuestion,
    Assess,
    Begin,
    Capture,
    CaptureForm,
    Carry,
    Decide,
    DecideTogether,
    Edit,
    EditTest,
    Import,
    MoveQuestion,
    MoveSluice,
    MoveStage,
    PutBack,
    Remove,
    RemoveComment,
    RemoveEntry,
    RemoveFilter,
    RemoveQuestion,
    RemoveSluice,
    RemoveStage,
    RemoveTest,
    RenameFilter,
    RenameSluice,
    RenameStage,
    Reply,
    Samples,
    SaveFilter,
    SetGate,
    SetOwner,
    SetStage,
    ShapeStage,
    TagIdeas,
    Unmerge,
}

/// The sentence with its one idea, or with how many they are.
fn of_ideas(say: Say, ideas: &[IdeaId]) -> Say {
    match ideas {
        [idea] => say.with("idea", Arg::Idea(idea.0)),
        ideas => say.with("n", ideas.len()),
    }
}
