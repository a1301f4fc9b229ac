//! Keys as data: what can be pressed, what can be done, and the table that joins them. It knows
//! nothing of the model.

mod action;
mod chord;
mod context;
mod keymap;

pub use action::{Action, Group, Needs};
pub use chord::{Chord, Key};
pub use context::Context;
pub use keymap::{Binding, Keymap, Problem, Reading, Sequence};
