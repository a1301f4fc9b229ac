//! What can lie on top of the board: a closed list, each with all that it needs.

use crate::input::Context;

use super::capture::Capture;

#[derive(Debug)]
pub enum Overlay {
    /// One line, or one idea a line, typed at the foot of the board.
    Capture(Capture),
}

impl Overlay {
    pub fn context(&self) -> Context {
        match self {
            Overlay::Capture(_) => Context::Line,
        }
    }
}
