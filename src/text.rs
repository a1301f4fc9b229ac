//! Words in Swedish and English, dates, widths and order. Nothing here knows the model, and nothing
//! reads a clock: whoever asks says what day it is.

pub mod dates;
pub mod document;
mod fold;
pub mod ink;
mod keys;
mod language;
mod locales;
pub mod markdown;
pub mod minutes;
mod order;
mod size;
pub mod width;
mod words;

pub use crate::domain::Language;
pub use fold::{fold, fold_loose};
pub use keys::spoken;
pub use locales::{File, LOCALES};
pub use order::Order;
pub use size::size;
pub use words::Words;
