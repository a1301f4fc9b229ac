//! A sheet: parts to be filled in, one below the other, and a row of buttons. Forms, gates,
//! decisions, answers and settings are all sheets; each kind says what its parts are and what
//! saving it means.

mod comment;
mod idea;
mod layout;
mod open;
mod owner;
mod part;
mod pick;
mod press;
mod settings;
mod shape;
mod start;
mod taste;
mod test;

use crate::domain::{Command, Filled, Say, StageId, Stamp};
use crate::input::Context;

use super::entries::Listed;
use super::geometry::Size;
use super::model::Model;

pub use layout::{Placed, SheetPlan};
pub(super) use open::open;
pub use part::{Body, Button, Choose, Part, Press};
pub use pick::Pick;

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
    /// The saving is under way.
    pub saving: bool,
}

/// What a sheet is for. Each kind is a file of its own that makes its parts and reads them back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    New(idea::New),
    Edit(idea::Edit),
    Test(test::Test),
    Comment(comment::Comment),
    Owner(owner::Owner),
    Start(start::Start),
    Settings(settings::Settings),
    Shape(shape::Shape),
}

/// The first screen, where there is nothing yet.
pub(super) fn start(model: &Model) -> Sheet {
    start::Start::open(model)
}

impl Kind {
    /// What saving asks of the file, or why it cannot be asked.
    fn command(&self, sheet: &Sheet) -> Result<Command, Say> {
        match self {
            Kind::New(kind) => Ok(kind.command(sheet)),
            Kind::Edit(kind) => Ok(kind.command(sheet)),
            Kind::Test(kind) => Ok(kind.command(sheet)),
            Kind::Comment(kind) => Ok(kind.command(sheet)),
            Kind::Owner(kind) => Ok(kind.command(sheet)),
            Kind::Shape(kind) => kind.command(sheet),
            Kind::Start(_) | Kind::Settings(_) => Err(Say::new("refused-nothing-changed")),
        }
    }
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
            saving: false,
        };
        sheet.focus = sheet.parts.iter().position(Part::takes_focus).unwrap_or(0);
        sheet
    }

    pub fn context(&self) -> Context {
        self.parts.get(self.focus).map_or(Context::Choice, Part::context)
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
            .map(|part| Filled { field: part.key, was: part.was.clone(), now: part.text() })
            .collect()
    }

    /// Something was changed since it opened.
    pub fn is_changed(&self) -> bool {
        !self.is_start() && self.parts.iter().any(Part::is_changed)
    }

    pub(super) fn settle(&mut self, size: Size) {
        let plan = SheetPlan::of(size);
        for part in &mut self.parts {
            part.set_width(plan.value_width());
        }
        let placed = self.place(&plan);
        self.top = layout::keep_in_sight(&placed, self.focus, self.top, plan.rows());
    }
}
