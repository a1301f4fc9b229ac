//! What an idea sluice is and what its rules are. Nothing here reads a clock, a file, a key or a
//! screen: what a rule cannot know is handed to it.

mod clean;
pub mod demo;
pub mod filter;
mod kinds;
mod language;
mod oneline;
pub mod reference;
mod say;
mod similar;
mod when;

pub use clean::{FIELD_CAP_BYTES, Lines, clean};
pub use filter::Filter;
pub use kinds::{
    CommentKind, DecisionKind, GateAnswer, NameVisible, Outcome, QuestionKind, RecordStatus,
    Sensitivity, Source, Status, WantsToJoin,
};
pub use language::Language;
pub use oneline::{Captured, many_lines};
pub use reference::{Both, Reference, known};
pub use say::{Arg, Say};
pub use similar::{most_similar, similarity};
pub use when::{Holidays, NotADay, add_working_days, is_working_day, read_day};
