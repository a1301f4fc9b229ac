//! Where a hit stands, in words.

use crate::domain::language::Language;
use crate::domain::reference::known;
use crate::domain::say::{Arg, Say};

use super::{Hit, TextOf};

impl Hit {
    /// Where it stands, in words.
    pub fn place(&self) -> Say {
        let what = match &self.text_of {
            TextOf::Column { kind, column, .. } => match field(column) {
                Some(name) => Arg::Known(name.into()),
                None => Arg::Word(of_kind(kind.table()).into()),
            },
            TextOf::Draft { .. } => Arg::Word("place-draft".into()),
            TextOf::Memory(_) => Arg::Word("place-memory".into()),
            TextOf::Label(_) => Arg::Word("place-history".into()),
        };
        let id = match (self.idea, self.is_now) {
            (Some(_), true) => "place-in-idea",
            (Some(_), false) => "place-in-idea-before",
            (None, true) => "place-in-file",
            (None, false) => "place-in-file-before",
        };
        let say = Say::new(id).with("what", what);
        match self.idea {
            Some(idea) => say.with("idea", Arg::Idea(idea.0)),
            None => say,
        }
    }
}

/// The name of a column that is a field of ideas.
fn field(column: &str) -> Option<String> {
    let key = format!("field:{column}");
    known(&key, Language::Sv).map(|_| key)
}

fn of_kind(table: &str) -> &'static str {
    match table {
        "comment" => "place-comment",
        "decision" | "gate_answer" => "place-decision",
        "feedback" => "place-feedback",
        "test" => "place-test",
        "link" => "place-link",
        "person" => "place-person",
        "tag" | "unit" | "challenge" | "referral_target" => "place-list",
        "saved_filter" => "place-filter",
        "filling" => "place-assessment",
        _ => "place-board",
    }
}
