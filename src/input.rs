//! Keys as data: what can be pressed, what can be done, and the table that joins them. It knows
//! nothing of the model.

mod chord;

pub use chord::{Chord, Key};
