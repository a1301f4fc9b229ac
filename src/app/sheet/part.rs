//! One part of a sheet: a field, a choice, a note, a row of buttons.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::domain::{NotADay, Say, read_day};
use crate::editor::{Editor, Lines};
use crate::input::Context;

use super::Sheet;
use super::measure::Room;
use super::pick::Pick;

#[derive(Debug)]
pub struct Part {
    pub key: Cow<'static, str>,
    pub label: Say,
    pub hint: Option<Say>,
    pub body: Body,
    /// The text it had when the sheet was opened.
    pub was: String,
    /// What else stands for the same.
    pub theirs: Option<Theirs>,
    /// More characters than this are told, never cut.
    pub long_after: Option<usize>,
    /// It is asked for only while this holds.
    pub when: Option<fn(&Sheet) -> bool>,
    /// It is only there while another part has this text.
    pub told_of: Option<(&'static str, String)>,
    /// Its label is a sentence over the whole width, with the answer at its end.
    pub wide: bool,
    /// Up and Down go through its options, as in a list.
    pub tall: bool,
    /// Stands where nothing is answered yet.
    pub unanswered: Option<Say>,
    /// Told beside the answer: what it was the time before.
    pub aside: Option<Say>,
    /// How much room its words take.
    pub room: Room,
}

/// Another text for the same field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Theirs {
    /// The file says so by now: the draft was begun on something else.
    File(String),
    /// A draft that was left says so: something else was typed since.
    Draft(String),
}

#[derive(Debug)]
pub enum Body {
    /// The name of the parts that follow.
    Heading,
    /// Something to read.
    Note(Say),
    Line(Editor),
    Prose(Editor),
    /// A day as people type it; how it is understood is shown.
    Day(Editor),
    /// One of several.
    Choice {
        options: Vec<Choose>,
        at: Option<usize>,
        advances: bool,
    },
    /// Any of several.
    Choices {
        options: Vec<Choose>,
        on: Vec<bool>,
        at: usize,
    },
    /// A name from a list, or a new one.
    Pick(Pick),
    Buttons {
        buttons: Vec<Button>,
        at: usize,
    },
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choose {
    pub key: String,
    pub name: Say,
    /// The digit that chooses it at once.
    pub digit: Option<char>,
    /// What it means, where that is more than its name.
    pub meaning: Option<Say>,
    /// Why it cannot be chosen now, where it cannot.
    pub closed: Option<Say>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    pub press: Press,
    pub label: Say,
}

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    Save,
    /// Closes and keeps what was typed.
    Close,
    /// Throws away what was typed. It is kept for seven days all the same.
    Discard,
    /// What the sheet's kind makes of it.
    Own(&'static str),
}

impl Choose {
    pub(super) fn new(key: impl Into<String>, name: Say) -> Choose {
        Choose { key: key.into(), name, digit: None, meaning: None, closed: None }
    }
}

impl Button {
    pub(super) fn new(press: Press, label: &'static str) -> Button {
        Button { press, label: Say::new(label) }
    }
}

impl Part {
    pub(super) fn new(key: impl Into<Cow<'static, str>>, label: Say, body: Body) -> Part {
        let mut part = Part {
            key: key.into(),
            label,
            hint: None,
            body,
            was: String::new(),
            theirs: None,
            long_after: None,
            when: None,
            told_of: None,
            wide: false,
            tall: false,
            unanswered: None,
            aside: None,
            room: Room::default(),
        };
        part.was = part.text();
        part
    }

    pub(super) fn heading(label: Say) -> Part {
        Part::new("", label, Body::Heading)
    }

    pub(super) fn note(say: Say) -> Part {
        Part::new("", Say::new("sheet-note"), Body::Note(say))
    }

    pub(super) fn line(key: &'static str, label: &'static str, text: &str) -> Part {
        Part::new(key, Say::new(label), Body::Line(Editor::new(Lines::One, text)))
    }

    pub(super) fn day_line(key: &'static str, label: &'static str, day: Option<Date>) -> Part {
        let text = day.map(|day| day.to_string()).unwrap_or_default();
        Part::new(key, Say::new(label), Body::Day(Editor::new(Lines::One, &text)))
    }

    pub(super) fn prose(key: &'static str, label: Say, text: &str) -> Part {
        Part::new(key, label, Body::Prose(Editor::new(Lines::Many, text)))
    }

    /// The row that ends a sheet: save, close, discard.
    pub(super) fn buttons(save: Say) -> Part {
        Part::button_row(vec![
            Button { press: Press::Save, label: save },
            Button::new(Press::Close, "button-close"),
            Button::new(Press::Discard, "button-discard"),
        ])
    }

    /// A row of buttons of the sheet's own.
    pub(super) fn button_row(buttons: Vec<Button>) -> Part {
        Part::new("buttons", Say::new("sheet-note"), Body::Buttons { buttons, at: 0 })
    }

    #[must_use]
    pub(super) fn when(mut self, holds: fn(&Sheet) -> bool) -> Part {
        self.when = Some(holds);
        self
    }

    #[must_use]
    pub(super) fn with_hint(mut self, hint: Say) -> Part {
        self.hint = Some(hint);
        self
    }

    pub fn takes_focus(&self) -> bool {
        !matches!(self.body, Body::Heading | Body::Note(_))
    }

    pub fn is_field(&self) -> bool {
        !matches!(self.body, Body::Heading | Body::Note(_) | Body::Buttons { .. })
    }

    pub fn is_changed(&self) -> bool {
        self.is_field() && self.text() != self.was
    }

    pub(super) fn context(&self) -> Context {
        match self.body {
            Body::Line(_) | Body::Day(_) => Context::Line,
            Body::Prose(_) => Context::Prose,
            Body::Pick(_) => Context::Picker,
            Body::Heading
            | Body::Note(_)
            | Body::Choice { .. }
            | Body::Choices { .. }
            | Body::Buttons { .. } => Context::Choice,
        }
    }

    /// What stands in it, in the form that commands read.
    pub fn text(&self) -> String {
        match &self.body {
            Body::Heading | Body::Note(_) | Body::Buttons { .. } => String::new(),
            Body::Line(editor) | Body::Prose(editor) | Body::Day(editor) => editor.text(),
            Body::Pick(pick) => pick.line.text(),
            Body::Choice { options, at, .. } => {
                at.and_then(|at| options.get(at)).map(|one| one.key.clone()).unwrap_or_default()
            }
            Body::Choices { options, on, .. } => {
                let chosen = options.iter().zip(on).filter(|(_, on)| **on);
                chosen.map(|(one, _)| one.key.as_str()).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// Puts a text in, as one step of its own undo.
    pub(super) fn set_text(&mut self, text: &str) {
        match &mut self.body {
            Body::Heading | Body::Note(_) | Body::Buttons { .. } => {}
            Body::Line(editor) | Body::Prose(editor) | Body::Day(editor) => editor.set_text(text),
            Body::Pick(pick) => pick.line.set_text(text),
            Body::Choice { options, at, .. } => {
                *at = options.iter().position(|one| one.key == text);
            }
            Body::Choices { options, on, .. } => {
                let chosen: Vec<&str> = text.split(',').map(str::trim).collect();
                *on = options.iter().map(|one| chosen.contains(&one.key.as_str())).collect();
            }
        }
    }

    pub(super) fn editor_mut(&mut self) -> Option<&mut Editor> {
        match &mut self.body {
            Body::Line(editor) | Body::Prose(editor) | Body::Day(editor) => Some(editor),
            Body::Pick(pick) => Some(&mut pick.line),
            Body::Heading
            | Body::Note(_)
            | Body::Choice { .. }
            | Body::Choices { .. }
            | Body::Buttons { .. } => None,
        }
    }

    pub(super) fn set_width(&mut self, cells: u16) {
        if let Some(editor) = self.editor_mut() {
            editor.set_width(cells);
        }
    }

    /// The day that stands in it, as understood.
    pub fn day(&self, today: Date) -> Option<Result<Date, NotADay>> {
        match &self.body {
            Body::Day(editor) if !editor.is_empty() => Some(read_day(&editor.text(), today)),
            _ => None,
        }
    }
}
