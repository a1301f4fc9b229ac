//! What an idea sluice is and what its rules are. Nothing here reads a clock, a file, a key or a
//! screen: what a rule cannot know is handed to it.

pub mod demo;
mod kinds;
mod language;
pub mod reference;
mod say;

pub use kinds::{
    CommentKind, DecisionKind, GateAnswer, NameVisible, Outcome, QuestionKind, RecordStatus,
    Sensitivity, Source, Status, WantsToJoin,
};
pub use language::Language;
pub use reference::{Both, Reference, known};
pub use say::{Arg, Say};
