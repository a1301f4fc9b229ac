//! The capture line: a title is enough. As a brain-dump it stays open, one idea a line.

use crate::domain::{Captured, IdeaId, Lines, StageId, clean, many_lines};
use crate::editor::{self, Editor};

#[derive(Debug)]
pub struct Capture {
    pub line: Editor,
    pub stage: StageId,
    /// The line stays open for the next idea.
    pub stays: bool,
    /// What was captured while it was open, the newest last.
    pub captured: Vec<Caught>,
    /// Lines that were pasted and wait for a yes.
    pub offered: Option<Vec<String>>,
}

/// An idea that came in through the open line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    pub title: String,
    /// Its number, once it is in the file.
    pub idea: Option<IdeaId>,
}

impl Capture {
    pub fn new(stage: StageId, stays: bool) -> Capture {
        Capture {
            line: Editor::new(editor::Lines::One, ""),
            stage,
            stays,
            captured: Vec::new(),
            offered: None,
        }
    }

    /// What the line says as it stands.
    pub fn read(&self) -> Captured {
        Captured::read(&self.line.text())
    }

    /// Takes pasted text in: a single line is typed, several are offered as an idea each.
    pub(super) fn paste(&mut self, text: &str) -> Result<(), editor::TooLong> {
        let text = clean(text, Lines::Many);
        let lines = many_lines(&text);
        if lines.len() > 1 {
            self.offered = Some(lines.into_iter().map(str::to_owned).collect());
            return Ok(());
        }
        self.line.paste(&clean(&text, Lines::One))
    }
}
