//! What screens before a room are drawn with: letters and figures that can be read from the back,
//! lists that leaf instead of shrinking, bars with a word. Over plain values; nothing here knows the
//! model, so nothing private can come through.

mod bar;
mod big;
mod card;
mod curtain;
mod draw;
mod gate;
mod list;
mod matrix;
mod rows;
mod scenes;

pub use bar::{dots, share};
pub use big::{Align, Headed, clock, headed, heading};
pub use card::{card, presses};
pub use curtain::curtain;
pub use draw::{At, draw};
pub use list::{Entry, Leaf, list};
