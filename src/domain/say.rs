//! A sentence to show, not yet in any language: the message's id and what goes into it.
//! Looking it up is the affair of `text`.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A message by its id in `assets/locales/*/*.ftl`, with its arguments. It is kept in the journal
/// as the label of a step, so it never holds a title or a person: those are looked up when shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Say {
    pub id: Cow<'static, str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    Text(Cow<'static, str>),
    Number(i64),
    /// An idea by its number; whoever shows it may look its title up.
    Idea(i64),
    /// A whole sentence inside another: what was undone.
    Say(Box<Say>),
    /// A day, `2026-11-27`, shown as the language writes it.
    Day(String),
    /// The id of another message, looked up in turn.
    Word(Cow<'static, str>),
    /// A name that the program brought with it in both languages, by its key in `assets/sluice.json`.
    Known(Cow<'static, str>),
}

impl Say {
    pub fn new(id: &'static str) -> Say {
        Say { id: Cow::Borrowed(id), args: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Say {
        self.args.push((Cow::Borrowed(name), arg.into()));
        self
    }
}

impl Say {
    /// A sentence about another, which it calls `what`.
    #[must_use]
    pub fn about(self, what: Say) -> Say {
        self.with("what", Arg::Say(Box::new(what)))
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Arg {
        Arg::Number(number)
    }
}

/// For a number written out: `4.into()`.
impl From<i32> for Arg {
    fn from(number: i32) -> Arg {
        Arg::Number(i64::from(number))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(Cow::Owned(text.to_owned()))
    }
}
