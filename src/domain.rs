//! What an idea sluice is and what its rules are. Nothing here reads a clock, a file, a key or a
//! screen: what a rule cannot know is handed to it.

mod language;
mod say;

pub use language::Language;
pub use say::{Arg, Say};
