//! Minutes as they are read before they are written down: whether people are named, how they are
//! marked, and where in them one is.

use crate::domain::minutes::{Choices, MeetingRead, Minutes};
use crate::domain::{Language, Say, Stamp, WorkshopId};
use crate::input::{Action, Group};
use crate::text::ink::Row;
use crate::text::{document, minutes};

use super::geometry::Size;
use super::list::{List, ListKind};
use super::model::Model;
use super::msg::{Effect, Mouse, Need};
use super::overlay::{Overlay, Turn};
use super::projector;
use super::sheet::SheetPlan;

/// What was read of a workshop last.
#[derive(Debug)]
pub struct Remembered {
    /// The version of the file.
    pub version: u64,
    /// The workshop that was asked for; none: the one that is meant.
    pub asked: Option<WorkshopId>,
    /// None where there is no such workshop.
    pub read: Option<Box<MeetingRead>>,
    pub at: Stamp,
}

#[derive(Debug)]
pub struct Preview {
    pub workshop: Option<WorkshopId>,
    pub choices: Choices,
    /// In how many places a name that the file knows was left out of what people typed.
    pub left_out: usize,
    pub rows: Vec<Row>,
    /// The first row shown.
    pub top: usize,
    /// What the rows were written of.
    written: Option<Written>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Written {
    version: u64,
    language: Language,
    width: u16,
    choices: Choices,
}

impl Remembered {
    pub fn workshop(&self) -> Option<WorkshopId> {
        self.read.as_ref().map(|read| read.meeting.room.workshop.id)
    }
}

/// What must be read of a workshop, where that is not what is known.
pub(super) fn need(model: &Model, workshop: Option<WorkshopId>) -> Option<Need> {
    let known = |it: &Remembered| it.version == model.version && it.asked == workshop;
    (!model.meeting.as_ref().is_some_and(known)).then_some(Need::Meeting(workshop))
}

impl Preview {
    pub(super) fn new(workshop: Option<WorkshopId>) -> Preview {
        Preview {
            workshop,
            choices: Choices::default(),
            left_out: 0,
            rows: Vec::new(),
            top: 0,
            written: None,
        }
    }

    pub(super) fn need(&self, model: &Model) -> Option<Need> {
        need(model, self.workshop)
    }

    /// How it is marked and whether people are named, in a line.
    pub fn state(&self) -> Vec<Say> {
        let Choices { names, official, voters } = self.choices;
        let by_name = (names && voters).then(|| Say::new("minutes-with-voters"));
        let mut state = vec![
            Say::new(if names { "minutes-with-names" } else { "minutes-without-names" }),
            Say::new(if official { "minutes-is-official" } else { "minutes-is-working" }),
        ];
        state.extend(by_name);
        state
    }

    pub(super) fn hears(&self, action: Action) -> bool {
        match action {
            Action::MinutesNames
            | Action::MinutesVoters
            | Action::MinutesOfficial
            | Action::MinutesMarkdown
            | Action::MinutesHtml
            | Action::Answers
            | Action::Back
            | Action::Interrupt
            | Action::Open
            | Action::Zoom => true,
            _ => action.group() == Group::Move,
        }
    }

    pub(super) fn act(&mut self, model: &mut Model, action: Action) -> Turn {
        if model.projector
            && let Some(why) = projector::refuses(action)
        {
            model.refuse(why);
            return Turn::stay();
        }
        let page = Preview::shown(model.size).saturating_sub(1).max(1);
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top += 1,
            Action::PageUp => self.top = self.top.saturating_sub(page),
            Action::PageDown => self.top += page,
            Action::First => self.top = 0,
            Action::Last => self.top = self.rows.len(),
            Action::MinutesNames => self.choices.names = !self.choices.names,
            Action::MinutesVoters if !self.choices.names => {
                model.refuse(Say::new("refused-minutes-voters"));
            }
            Action::MinutesVoters => self.choices.voters = !self.choices.voters,
            Action::MinutesOfficial => self.choices.official = !self.choices.official,
            Action::MinutesMarkdown => return self.write(model, false),
            Action::MinutesHtml => return self.write(model, true),
            Action::Answers => {
                let list = List::new(ListKind::Answers(self.workshop));
                model.overlays.push(Overlay::List(Box::new(list)));
            }
            Action::Back | Action::Interrupt => return Turn::close(),
            _ => {}
        }
        Turn::stay()
    }

    fn write(&self, model: &mut Model, html: bool) -> Turn {
        // What is read before a room lacks what the room may not see.
        if model.projector {
            model.refuse(Say::new("refused-projector-minutes"));
            return Turn::stay();
        }
        match model.meeting.as_ref().and_then(Remembered::workshop) {
            Some(workshop) => {
                Turn::with(vec![Effect::WriteMinutes { workshop, choices: self.choices, html }])
            }
            None => {
                model.refuse(Say::new("refused-no-workshops-yet"));
                Turn::stay()
            }
        }
    }

    pub(super) fn mouse(&mut self, mouse: Mouse) -> Turn {
        match mouse {
            Mouse::WheelUp { .. } => self.top = self.top.saturating_sub(1),
            Mouse::WheelDown { .. } => self.top += 1,
            Mouse::Press { .. } => {}
        }
        Turn::stay()
    }

    fn shown(size: Size) -> usize {
        SheetPlan::of(size).rows()
    }

    /// The rows are of what was read last, as wide as the screen.
    pub(super) fn settle(&mut self, model: &Model) {
        let plan = SheetPlan::of(model.size);
        // Nobody is named before a room, whatever was chosen before it came.
        self.choices.names &= !model.projector;
        if let Some(known) = model.meeting.as_ref().filter(|it| it.asked == self.workshop) {
            let written = Written {
                version: known.version,
                language: model.language(),
                width: plan.inner_width(),
                choices: self.choices,
            };
            if self.written != Some(written) {
                self.rows = match &known.read {
                    Some(read) => {
                        let minutes = Minutes::of(read, self.choices);
                        self.left_out = minutes.left_out;
                        let told = minutes::document(&minutes, &model.words, &model.zone, known.at);
                        document::rows(&told, usize::from(written.width))
                    }
                    None => Vec::new(),
                };
                self.written = Some(written);
            }
        }
        self.top = self.top.min(self.rows.len().saturating_sub(plan.rows()));
    }
}
