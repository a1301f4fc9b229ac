//! A sheet: parts to be filled in, one below the other, and a row of buttons. Forms, gates,
//! decisions, answers and settings are all sheets; each kind says what its parts are and what
//! saving it means.

mod agreed;
mod assess;
mod at_gate;
mod comment;
mod decide;
mod filter_name;
mod gate;
mod idea;
mod kept;
mod layout;
mod lines;
mod measure;
mod open;
mod owner;
mod part;
mod pass;
mod pick;
mod preflight;
mod press;
mod privacy;
mod recover;
mod reply;
mod restore;
mod room;
mod seems;
mod settings;
mod shape;
mod start;
mod taste;
mod test;
mod vote;
mod who;

use std::borrow::Cow;

use crate::domain::{Command, Filled, IdeaId, Say, StageId, Stamp};
use crate::input::Context;
use crate::text::Words;

use super::entries::Listed;
use super::finding::Alike;
use super::gate_meeting;
use super::model::Model;
use super::msg::Effect;
use super::recovery::Broken;
use super::room::RoomAsk;

pub use layout::{Placed, SheetPlan};
pub use measure::{ButtonSpot, button_spots};
pub(super) use open::open;
pub use part::{Body, Button, Choose, Part, Press, Theirs};
pub use pick::Pick;
pub(super) use privacy::told as gone;
pub use vote::VoteSetup;

#[derive(Debug)]
pub struct Sheet {
    pub title: Say,
    pub kind: Kind,
    pub parts: Vec<Part>,
    /// The part in focus.
    pub focus: usize,
    /// The first row shown.
    pub top: usize,
    /// The name under which what is typed is kept.
    pub draft: Option<String>,
    /// A draft was taken up when it opened; it was typed at this time.
    pub taken_up: Option<Stamp>,
    /// Something was typed that no draft has yet.
    pub unkept: bool,
    /// It goes on with what the capture line says: when this one is kept, the line's draft keeps
    /// these lines only.
    pub carried: Option<Vec<String>>,
    /// The saving is under way.
    pub saving: bool,
    /// Ideas like the one that is being described.
    pub alike: Alike,
}

/// What a sheet is for. Each kind is a file of its own that makes its parts and reads them back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    New(idea::New),
    Edit(idea::Edit),
    Test(test::Test),
    Comment(comment::Comment),
    Owner(owner::Owner),
    Gate(gate::Gate),
    Pass(pass::Pass),
    Decide(Box<decide::Deciding>),
    Reply(Box<reply::Answering>),
    Restore(restore::Restore),
    Recover(recover::Recover),
    Assess(assess::Assessing),
    Who(who::Who),
    Start(start::Start),
    Settings(settings::Settings),
    Preflight(preflight::Preflight),
    Shape(shape::Shape),
    Agreed(agreed::Agreed),
    AtGate(at_gate::AtGate),
    FilterName(filter_name::FilterName),
    Privacy(Box<privacy::Privacy>),
    Room(RoomAsk),
    Vote(Box<vote::Vote>),
}

/// The first screen, where there is nothing yet.
pub(super) fn start(model: &Model) -> Sheet {
    start::Start::open(model)
}

impl Kind {
    /// What saving asks of the file, or why it cannot be asked.
    fn command(&self, sheet: &Sheet, model: &Model) -> Result<Command, Say> {
        let today = model.today;
        match self {
            Kind::New(kind) => Ok(kind.command(sheet)),
            Kind::Edit(kind) => Ok(kind.command(sheet)),
            Kind::Test(kind) => Ok(kind.command(sheet)),
            Kind::Comment(kind) => Ok(kind.command(sheet)),
            Kind::Owner(kind) => Ok(kind.command(sheet)),
            Kind::Shape(kind) => kind.command(sheet),
            Kind::Room(ask) => room::command(ask, sheet, model),
            Kind::Agreed(kind) => kind.command(sheet, today),
            Kind::AtGate(kind) => kind.command(sheet, today),
            Kind::Start(_)
            | Kind::Settings(_)
            | Kind::Preflight(_)
            | Kind::Restore(_)
            | Kind::Recover(_)
            | Kind::Privacy(_)
            | Kind::Who(_) => Err(Say::new("refused-nothing-changed")),
            Kind::Gate(kind) => kind.command(sheet, today),
            Kind::Pass(kind) => Ok(kind.command(sheet)),
            Kind::Decide(kind) => kind.command(sheet, today),
            Kind::FilterName(kind) => Ok(kind.command(sheet)),
            Kind::Reply(kind) => Ok(kind.command(sheet)),
            Kind::Assess(kind) => Ok(kind.command(sheet)),
            Kind::Vote(kind) => kind.command(sheet),
        }
    }

    /// The ideas whose cards show that something is being saved; none says: the one in focus.
    fn ideas(&self) -> Option<Vec<IdeaId>> {
        match self {
            Kind::Gate(kind) => Some(vec![kind.idea()]),
            Kind::Pass(kind) => Some(kind.ideas.clone()),
            Kind::Decide(kind) => Some(kind.ideas.clone()),
            Kind::Reply(kind) => Some(vec![kind.idea]),
            Kind::Assess(kind) => Some(vec![kind.idea]),
            Kind::Vote(_) => Some(Vec::new()),
            Kind::New(_)
            | Kind::Edit(_)
            | Kind::Test(_)
            | Kind::Comment(_)
            | Kind::Owner(_)
            | Kind::Start(_)
            | Kind::Settings(_)
            | Kind::Preflight(_)
            | Kind::Restore(_)
            | Kind::Recover(_)
            | Kind::Shape(_)
            | Kind::Agreed(_)
            | Kind::AtGate(_)
            | Kind::FilterName(_)
            | Kind::Privacy(_)
            | Kind::Room(_)
            | Kind::Who(_) => None,
        }
    }

    /// What else follows from saving: the role that was stated is proposed the next time.
    fn also(&self, sheet: &Sheet, model: &Model) -> Vec<Effect> {
        match self {
            Kind::Gate(_) | Kind::Decide(_) | Kind::Assess(_) => {
                let role = sheet.text("role").trim().to_owned();
                // Advice of the group is nobody's role.
                if gate_meeting::role(model).as_ref() == Some(&role) {
                    return Vec::new();
                }
                vec![Effect::Remember { name: "role", value: role }]
            }
            Kind::New(_)
            | Kind::Edit(_)
            | Kind::Test(_)
            | Kind::Comment(_)
            | Kind::Owner(_)
            | Kind::Pass(_)
            | Kind::Reply(_)
            | Kind::Start(_)
            | Kind::Settings(_)
            | Kind::Preflight(_)
            | Kind::Restore(_)
            | Kind::Recover(_)
            | Kind::Shape(_)
            | Kind::Agreed(_)
            | Kind::AtGate(_)
            | Kind::FilterName(_)
            | Kind::Privacy(_)
            | Kind::Room(_)
            | Kind::Vote(_)
            | Kind::Who(_) => Vec::new(),
        }
    }
}

/// What the projector has, and what to see to before a workshop.
pub(super) fn preflight(model: &Model) -> Sheet {
    preflight::Preflight::open(model)
}

/// A file that cannot be read.
pub(super) fn recover(model: &Model, broken: &Broken) -> Sheet {
    recover::Recover::open(model, broken)
}

/// The sheet of an entry of a list, or of a new one after another.
pub(super) fn shape(
    model: &Model,
    listed: Listed,
    entry: Option<i64>,
    after: Option<i64>,
) -> Option<Sheet> {
    shape::Shape::open(model, listed, entry, after)
}

/// Where the ideas of a stage go when it is removed.
pub(super) fn remove_stage(model: &Model, stage: StageId) -> Option<Sheet> {
    shape::Shape::remove(model, stage)
}

impl Sheet {
    pub(super) fn new(title: Say, kind: Kind, parts: Vec<Part>) -> Sheet {
        let mut sheet = Sheet {
            title,
            kind,
            parts,
            focus: 0,
            top: 0,
            draft: None,
            taken_up: None,
            unkept: false,
            carried: None,
            saving: false,
            alike: Alike::default(),
        };
        sheet.focus = sheet.parts.iter().position(Part::takes_focus).unwrap_or(0);
        sheet
    }

    pub fn context(&self) -> Context {
        self.parts.get(self.focus).map_or(Context::Choice, Part::context)
    }

    /// The field in focus is all that is asked for: Enter saves it.
    pub fn saves_on_enter(&self) -> bool {
        let quick = match &self.kind {
            Kind::Agreed(kind) => kind.is_quick(),
            Kind::AtGate(kind) => kind.is_quick(),
            _ => false,
        };
        quick && self.focus == 0
    }

    /// How far it is filled in, where that is worth a word.
    pub fn figure(&self) -> Option<Say> {
        match &self.kind {
            Kind::Gate(kind) => Some(kind.figure(self)),
            Kind::Assess(_) => Some(assess::figure(self)),
            Kind::Privacy(kind) => kind.figure(self),
            Kind::New(_)
            | Kind::Edit(_)
            | Kind::Test(_)
            | Kind::Comment(_)
            | Kind::Owner(_)
            | Kind::Pass(_)
            | Kind::Decide(_)
            | Kind::Reply(_)
            | Kind::Start(_)
            | Kind::Settings(_)
            | Kind::Preflight(_)
            | Kind::Restore(_)
            | Kind::Recover(_)
            | Kind::Shape(_)
            | Kind::Agreed(_)
            | Kind::AtGate(_)
            | Kind::FilterName(_)
            | Kind::Room(_)
            | Kind::Vote(_)
            | Kind::Who(_) => None,
        }
    }

    /// Whether a part is asked for as the sheet stands.
    pub fn shows(&self, part: &Part) -> bool {
        let told_of = |(key, text): &(&str, String)| self.text(key) == *text;
        part.when.is_none_or(|holds| holds(self)) && part.told_of.as_ref().is_none_or(told_of)
    }

    /// What the room may see of it, where it is a gate.
    pub fn at_gate(&self, words: &Words) -> Option<gate::AtGate> {
        match &self.kind {
            Kind::Gate(kind) => Some(kind.for_room(self, words)),
            _ => None,
        }
    }

    pub fn part(&self, key: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.key == key)
    }

    /// The text of a part; empty where there is no such part.
    pub fn text(&self, key: &str) -> String {
        self.part(key).map(Part::text).unwrap_or_default()
    }

    /// The parts that are fields, as they stand.
    pub(super) fn filled(&self) -> Vec<Filled> {
        self.parts
            .iter()
            .filter(|part| part.is_field())
            .filter_map(|part| match part.key {
                Cow::Borrowed(field) => {
                    Some(Filled { field, was: part.was.clone(), now: part.text() })
                }
                // A key made while running names a record, and no field.
                Cow::Owned(_) => None,
            })
            .collect()
    }

    /// The title of an idea that is not in the file yet.
    pub(super) fn new_title(&self) -> Option<String> {
        matches!(self.kind, Kind::New(_)).then(|| self.text("title"))
    }

    /// Something to read, before the buttons.
    pub(super) fn say_last(&mut self, say: Say) {
        let at = self.parts.iter().rposition(|part| matches!(part.body, Body::Buttons { .. }));
        self.parts.insert(at.unwrap_or(self.parts.len()), Part::note(say));
    }

    /// Something was changed since it opened.
    pub fn is_changed(&self) -> bool {
        !self.is_start()
            && !self.is_recovery()
            && !self.goes_on()
            && self.parts.iter().any(Part::is_changed)
    }

    pub(super) fn settle(&mut self, model: &Model) {
        let plan = SheetPlan::of(model.size);
        let answers = self.parts.iter().map(|part| part.answer_cells(&model.words, &plan));
        let answer = answers.max().unwrap_or(0);
        for part in &mut self.parts {
            part.set_width(plan.value_width());
            part.measure(&model.words, &plan, answer);
        }
        let placed = self.place(&plan);
        self.top = layout::keep_in_sight(&placed, self.focus, self.top, plan.rows());
    }
}
