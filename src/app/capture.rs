//! The capture line: a title is enough. As a brain-dump it stays open, one idea a line.

use crate::domain::{
    Arg, Captured, Draft, IdeaId, Lines, Say, SceneKind, StageId, Unsaved, clean, many_lines,
};
use crate::editor::{self, Editor};
use crate::input::{Action, Chord, Context, Key};

use super::entries::Matter;
use super::finding::Alike;
use super::left::{self, LINE};
use super::model::{Model, Pending};
use super::msg::Effect;
use super::opening::Opening;
use super::overlay::{Overlay, Turn};
use super::room::{self, show::Screens};
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
    /// What is offered was not saved, and nobody else has it.
    returned: bool,
    /// Lines that were typed before and left, the newest last.
    pub left: Vec<String>,
    /// Something was typed that no draft has yet.
    pub unkept: bool,
    /// How it stands before a room, as the item that is held has it.
    pub in_room: InRoom,
    /// What was left because an idea like it is there: arrow up has it back.
    dropped: Option<String>,
}

/// Who sees what comes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InRoom {
    /// No workshop is being held.
    #[default]
    No,
    /// One is, but its item is about something else.
    Beside,
    /// The room sees the ideas as they come in.
    Shown,
    /// The room sees how many there are.
    Hidden {
        /// What is typed would be seen on the projector, so it is not shown.
        masked: bool,
    },
}

impl InRoom {
    pub(super) fn of(model: &Model) -> InRoom {
        if model.held.running.is_none() {
            return InRoom::No;
        }
        match model.held.item().map(|item| item.scene) {
            Some(SceneKind::Capture) => InRoom::Shown,
            Some(SceneKind::HiddenCapture) => {
                let mirrored = model.show.screens == Screens::Mirrored;
                InRoom::Hidden { masked: mirrored || model.projector }
            }
            _ => InRoom::Beside,
        }
    }

    /// The whole screen is about what comes in.
    pub fn is_shown(self) -> bool {
        matches!(self, InRoom::Shown | InRoom::Hidden { .. })
    }

    pub fn is_masked(self) -> bool {
        self == InRoom::Hidden { masked: true }
    }
}

impl Model {
    /// Ideas come in on a screen that is made for the room.
    pub(super) fn captures_in_room(&self) -> bool {
        matches!(self.overlays.last(), Some(Overlay::Capture(it)) if it.in_room.is_shown())
    }
}

/// An idea that came in through the open line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    pub title: String,
    /// The line as it was typed.
    line: String,
    /// Its number, once it is in the file.
    pub idea: Option<IdeaId>,
    /// The step that saved it.
    step: Option<i64>,
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
            returned: false,
            left: Vec::new(),
            unkept: false,
            in_room: InRoom::No,
            dropped: None,
        }
    }

    /// With the lines that were left before.
    #[must_use]
    pub(super) fn with_left(mut self, left: Vec<String>) -> Capture {
        self.left = left;
        self
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
                model.saving.left.clone_from(&self.left);
                Turn::close()
            }
            // What was pasted is still where it came from.
            Action::Back | Action::Interrupt if self.offered.is_some() && !self.returned => {
                self.offered = None;
                self.unkept = true;
                Turn::stay()
            }
            Action::Back | Action::Interrupt => self.close(model),
            Action::LeaveIt => self.leave_it(model),
            Action::Park => {
                model.opening = Some(Opening::Matter(Matter::Parking, None, None));
                Turn::stay()
            }
            Action::Reveal => Turn::with(room::reveal(model)),
            _ => Turn::stay(),
        }
    }

    pub(super) fn settle(&mut self, model: &Model) {
        self.in_room = InRoom::of(model);
    }

    pub(super) fn context(&self) -> Context {
        match self.in_room {
            InRoom::No => Context::Line,
            InRoom::Beside | InRoom::Shown | InRoom::Hidden { .. } => Context::Capture,
        }
    }

    /// What is typed is there already: the line is empty again, and it is told which idea it is.
    fn leave_it(&mut self, model: &mut Model) -> Turn {
        let typed = self.line.text();
        match self.alike.found.first() {
            Some((idea, _)) if !typed.trim().is_empty() && !self.in_room.is_masked() => {
                model.tell(Say::new("told-is-there").with("idea", Arg::Idea(idea.0)));
                self.dropped = Some(typed);
                self.line.set_text("");
                self.unkept = true;
            }
            _ => model.refuse(Say::new("refused-nothing-alike")),
        }
        Turn::stay()
    }

    /// Esc loses nothing: arrow up brings the line back the next time.
    fn close(&mut self, model: &mut Model) -> Turn {
        let lines = self.offered.take().into_iter().flatten();
        let typed = Some(self.line.text()).filter(|typed| !typed.trim().is_empty());
        let known = self.left.len();
        self.left.extend(lines.chain(typed));
        self.line.set_text("");
        if self.left.len() > known {
            self.unkept = true;
            model.tell(Say::new("told-line-kept"));
        }
        model.saving.left.clone_from(&self.left);
        Turn { effects: self.keep().into_iter().collect(), closes: true }
    }

    /// Puts the line that was left last in the place of this one, which takes its turn behind.
    pub(super) fn recall(&mut self) {
        let Some(last) = self.dropped.take().or_else(|| self.left.pop()) else { return };
        let typed = self.line.text();
        if !typed.trim().is_empty() {
            self.left.insert(0, typed);
        }
        self.line.set_text(&last);
        self.unkept = true;
    }

    fn enter(&mut self, model: &mut Model) -> Turn {
        let offered = self.offered.take();
        let of_line = offered.is_none();
        let typed = offered.unwrap_or_else(|| vec![self.line.text()]);
        let lines: Vec<Captured> = typed.iter().map(|line| Captured::read(line)).collect();
        if lines.iter().all(|line| line.title.trim().is_empty()) {
            if self.stays {
                return self.close(model);
            }
            model.refuse(Say::new("refused-title-empty"));
            return Turn::stay();
        }
        let caught = lines.iter().zip(typed).map(|(read, line)| Caught {
            title: read.title.clone(),
            line,
            idea: None,
            step: None,
        });
        self.captured.extend(caught);
        if of_line {
            self.line.set_text("");
        }
        (self.unkept, self.returned) = (!of_line, false);
        let closes = !self.stays;
        model.pending.push_back(Pending { follow: true, closes, ..Pending::default() });
        let source = model.held.source();
        let command = crate::domain::Capture { stage: self.stage, lines, source };
        // The draft of the line goes with the step that saves it, but for lines that were left.
        let drops = self.left.is_empty().then(|| LINE.to_owned());
        let stays = (!self.left.is_empty()).then(|| left::keep(&self.left));
        let commit = Effect::Commit { command: command.into(), drops };
        model.saving.left.clone_from(&self.left);
        let effects = std::iter::once(commit).chain(stays).collect();
        // Where it is not saved, the line comes back.
        Turn { effects, closes: closes && self.line.is_empty() }
    }

    /// The lines that waited longest are in the file, as these ideas.
    pub(super) fn caught(&mut self, step: i64, ideas: &[IdeaId]) {
        let waiting = self.captured.iter_mut().filter(|one| one.idea.is_none());
        for (one, idea) in waiting.zip(ideas) {
            (one.idea, one.step) = (Some(*idea), Some(step));
        }
    }

    pub(super) fn waits(&self) -> bool {
        self.captured.iter().any(|one| one.idea.is_none())
    }

    /// There is nothing on it that is not saved.
    pub(super) fn is_done(&self) -> bool {
        self.line.is_empty() && self.offered.is_none() && !self.waits()
    }

    /// The lines that waited longest did not get into the file: their words are here again.
    pub(super) fn take_back(&mut self, lines: usize) {
        let mut lost = Vec::new();
        let mut left = lines;
        self.captured.retain(|one| {
            let is_lost = one.idea.is_none() && left > 0;
            if is_lost {
                left -= 1;
                lost.push(one.line.clone());
            }
            !is_lost
        });
        self.unkept |= !lost.is_empty();
        match (lost.as_slice(), &mut self.offered) {
            ([one], None) if self.line.is_empty() => self.line.set_text(one),
            (_, offered) => {
                let typed = Some(self.line.text()).filter(|typed| !typed.is_empty());
                offered.get_or_insert_default().extend(typed.into_iter().chain(lost));
                self.line.set_text("");
                self.returned = true;
            }
        }
    }

    /// Writes down what stands on the line.
    pub(super) fn keep(&mut self) -> Option<Effect> {
        if !std::mem::take(&mut self.unkept) {
            return None;
        }
        Some(Effect::KeepDraft { target: LINE.to_owned(), fields: self.fields() })
    }

    /// What stands on the line.
    pub(super) fn unsaved(&self) -> Option<Unsaved> {
        let (target, fields) = (LINE.to_owned(), self.fields());
        (!fields.is_empty()).then_some(Unsaved { target, fields, request: None })
    }

    /// The lines that wait to be saved, as they were typed.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &str> {
        self.captured.iter().filter(|one| one.idea.is_none()).map(|one| one.line.as_str())
    }

    fn fields(&self) -> Vec<Draft> {
        let offered = self.offered.as_deref().unwrap_or_default();
        left::fields(&self.line.text(), offered, &self.left)
    }

    pub(super) fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        // On an empty line Ctrl+Z takes back what came in last, and nothing that was done since.
        if chord == Chord::ctrl('z')
            && self.line.is_empty()
            && let Some(step) = self.captured.last().and_then(|last| last.step)
        {
            self.captured.retain(|one| one.step != Some(step));
            model.pending.push_back(Pending::default());
            return Turn::with(vec![Effect::UndoChosen(step)]);
        }
        if chord.key == Key::Esc {
            return Turn::stay();
        }
        match type_into(&mut self.line, chord, &mut model.clip) {
            Typed::Clip(text) => {
                self.unkept = true;
                Turn::with(vec![Effect::Copy(text)])
            }
            Typed::Refused(say) => {
                model.refuse(say);
                Turn::stay()
            }
            Typed::Changed => {
                self.unkept = true;
                model.notice = None;
                Turn::stay()
            }
            Typed::Above => {
                model.notice = None;
                self.recall();
                Turn::stay()
            }
            Typed::Moved | Typed::Below => {
                model.notice = None;
                Turn::stay()
            }
        }
    }

    /// Takes pasted text in: a single line is typed, several are offered as an idea each.
    pub(super) fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        let text = clean(text, Lines::Many);
        let lines = many_lines(&text);
        self.unkept = true;
        if lines.len() > 1 || self.returned {
            let before = self.offered.take().filter(|_| self.returned).unwrap_or_default();
            let lines = lines.into_iter().map(str::to_owned);
            self.offered = Some(before.into_iter().chain(lines).collect());
        } else if self.line.paste(&clean(&text, Lines::One)).is_err() {
            model.refuse(Say::new("refused-paste-too-large"));
        }
        Turn::stay()
    }
}
