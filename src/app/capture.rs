//! The capture line: a title is enough. As a brain-dump it stays open, one idea a line.

use crate::domain::{Captured, IdeaId, Lines, Say, Source, StageId, clean, many_lines};
use crate::editor::{self, Editor};
use crate::input::{Action, Chord, Key};

use super::finding::Alike;
use super::model::{Model, Pending};
use super::msg::Effect;
use super::opening::Opening;
use super::overlay::Turn;
use super::typing::{Typed, type_into};

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
    /// Ideas like the one being typed.
    pub alike: Alike,
}

/// An idea that came in through the open line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    pub title: String,
    /// The line as it was typed.
    line: String,
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
            alike: Alike::default(),
        }
    }

    /// What the line says as it stands.
    pub fn read(&self) -> Captured {
        Captured::read(&self.line.text())
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        match action {
            Action::Open => self.enter(model),
            Action::NextPane => {
                model.opening = Some(Opening::New(self.stage, Box::new(self.read())));
                Turn::close()
            }
            Action::Back | Action::Interrupt => {
                if self.offered.take().is_some() {
                    Turn::stay()
                } else {
                    Turn::close()
                }
            }
            _ => Turn::stay(),
        }
    }

    fn enter(&mut self, model: &mut Model) -> Turn {
        let typed = self.offered.take().unwrap_or_else(|| vec![self.line.text()]);
        let lines: Vec<Captured> = typed.iter().map(|line| Captured::read(line)).collect();
        if lines.iter().all(|line| line.title.trim().is_empty()) {
            if self.stays {
                return Turn::close();
            }
            model.refuse(Say::new("refused-title-empty"));
            return Turn::stay();
        }
        let caught = lines.iter().zip(typed).map(|(read, line)| Caught {
            title: read.title.clone(),
            line,
            idea: None,
        });
        self.captured.extend(caught);
        self.line.set_text("");
        let closes = !self.stays;
        model.pending.push_back(Pending { follow: true, closes, ..Pending::default() });
        let command = crate::domain::Capture { stage: self.stage, lines, source: Source::Form };
        Turn::with(vec![Effect::commit(command)])
    }

    /// What was caught last did not get into the file: its words are on the line again.
    pub(super) fn take_back(&mut self) {
        let Some(at) = self.captured.iter().position(|one| one.idea.is_none()) else { return };
        let lost = self.captured.split_off(at);
        if let [one] = lost.as_slice() {
            if self.line.is_empty() {
                self.line.set_text(&one.line);
            }
        } else {
            self.offered = Some(lost.into_iter().map(|one| one.line).collect());
        }
    }

    pub(super) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        // On an empty line Ctrl+Z takes the last idea back.
        if chord == Chord::ctrl('z') && self.line.is_empty() && self.captured.pop().is_some() {
            model.pending.push_back(Pending::default());
            return Turn::with(vec![Effect::Undo]);
        }
        if chord.key == Key::Esc {
            return Turn::stay();
        }
        match type_into(&mut self.line, chord, &mut model.clip) {
            Typed::Clip(text) => Turn::with(vec![Effect::Copy(text)]),
            Typed::TooLong => {
                model.refuse(Say::new("refused-paste-too-large"));
                Turn::stay()
            }
            Typed::Changed | Typed::Moved | Typed::Above | Typed::Below => {
                model.notice = None;
                Turn::stay()
            }
        }
    }

    /// Takes pasted text in: a single line is typed, several are offered as an idea each.
    pub(super) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        let text = clean(text, Lines::Many);
        let lines = many_lines(&text);
        if lines.len() > 1 {
            self.offered = Some(lines.into_iter().map(str::to_owned).collect());
        } else if self.line.paste(&clean(&text, Lines::One)).is_err() {
            model.refuse(Say::new("refused-paste-too-large"));
        }
        Turn::stay()
    }
}
