//! The kinds of record that a file holds, each a struct whose members are its columns. The store,
//! the journal and the exports read these lists and know no record by name.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::clean::{Lines, clean};
use super::say::Arg;
use super::value::Value;

/// One column of a kind of record.
#[derive(Debug)]
pub struct Column {
    pub name: &'static str,
    pub sql: &'static str,
    /// It holds words, and not a number, a day or a key.
    pub is_text: bool,
    /// The kind of record that this column points at.
    pub refers: Option<Kind>,
}

/// Columns that hold one line, whatever their kind. All others keep their line breaks.
const LINES: &[&str] = &[
    "title", "name", "code", "key", "label", "address", "receiver", "contact", "diary_no", "role",
    "channel",
];

impl Column {
    /// Whether its text is one line or prose.
    pub fn lines(&self) -> Lines {
        if LINES.contains(&self.name) { Lines::One } else { Lines::Many }
    }

    /// A value as it may be kept and shown, whoever wrote it.
    pub fn clean(&self, value: Value) -> Value {
        match value {
            Value::Text(text) => match clean(&text, self.lines()) {
                Cow::Borrowed(_) => Value::Text(text),
                Cow::Owned(cleaned) => Value::Text(cleaned),
            },
            Value::Int(_) | Value::Null => value,
        }
    }
}

/// The values of one record, in the order of its kind's columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(pub Vec<Value>);

impl Row {
    /// The record's local id: every kind's first column.
    pub fn id(&self) -> i64 {
        match self.0.first() {
            Some(Value::Int(id)) => *id,
            _ => 0,
        }
    }
}

/// What it takes to be kept.
pub trait Record: Sized + Clone {
    const KIND: Kind;
    const COLUMNS: &'static [Column];

    fn to_row(&self) -> Row;
    /// `None` where a value is not of its column's type.
    fn from_row(row: &Row) -> Option<Self>;
}

/// Declares the id of a kind of record.
macro_rules! id {
    ($name:ident of $kind:ident) => {
        #[derive(
            Clone,
            Copy,
            Debug,
            Default,
            PartialEq,
            Eq,
            PartialOrd,
            Ord,
            Hash,
            Serialize,
            Deserialize,
        )]
        pub struct $name(pub i64);

        impl Cell for $name {
            const SQL: &'static str = "INTEGER NOT NULL";
            const REFERS: Option<Kind> = Some(Kind::$kind);

            fn to_value(&self) -> Value {
                Value::Int(self.0)
            }

            fn from_value(value: &Value) -> Option<$name> {
                i64::from_value(value).map($name)
            }
        }
    };
}

/// Declares a kind of record: the struct, its columns, and the way to a row and back.
macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident in $id:ident { $( $(#[$field_doc:meta])* $field:ident: $ty:ty, )* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            pub id: $id,
            pub uid: Uid,
            $( $(#[$field_doc])* pub $field: $ty, )*
        }

        impl Record for $name {
            const KIND: Kind = Kind::$name;
            const COLUMNS: &'static [Column] = &[
                Column {
                    name: "id",
                    sql: "INTEGER PRIMARY KEY",
                    is_text: false,
                    refers: match <$id as Cell>::REFERS {
                        Some(own) if own as u8 == Kind::$name as u8 => None,
                        shared => shared,
                    },
                },
                Column { name: "uid", sql: <Uid as Cell>::SQL, is_text: false, refers: None },
                $( Column {
                    name: stringify!($field),
                    sql: <$ty as Cell>::SQL,
                    is_text: <$ty as Cell>::IS_TEXT,
                    refers: <$ty as Cell>::REFERS,
                }, )*
            ];

            fn to_row(&self) -> Row {
                Row(vec![self.id.to_value(), self.uid.to_value(), $( self.$field.to_value(), )*])
            }

            fn from_row(row: &Row) -> Option<$name> {
                let mut values = row.0.iter();
                Some($name {
                    id: <$id as Cell>::from_value(values.next()?)?,
                    uid: <Uid as Cell>::from_value(values.next()?)?,
                    $( $field: <$ty as Cell>::from_value(values.next()?)?, )*
                })
            }
        }
    };
}

pub(super) use {id, record};

/// Declares the kinds, in an order in which each points only at itself and those before it.
macro_rules! kinds {
    ($($name:ident in $table:literal),+ $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Kind { $( #[serde(rename = $table)] $name, )+ }

        impl Kind {
            pub const ALL: &'static [Kind] = &[$( Kind::$name ),+];

            pub fn table(self) -> &'static str {
                match self { $( Kind::$name => $table ),+ }
            }

            /// Whether a row holds what its columns may hold.
            pub fn reads(self, row: &Row) -> bool {
                match self { $( Kind::$name => super::records::$name::from_row(row).is_some() ),+ }
            }

            pub fn columns(self) -> &'static [Column] {
                match self { $( Kind::$name => super::records::$name::COLUMNS ),+ }
            }
        }
    };
}

kinds! {
    Sluice in "sluice",
    Stage in "stage",
    GateQuestion in "gate_question",
    Unit in "unit",
    Tag in "tag",
    Challenge in "challenge",
    ReferralTarget in "referral_target",
    Person in "person",
    Workshop in "workshop",
    Idea in "idea",
    IdeaText in "idea_text",
    IdeaTag in "idea_tag",
    IdeaBenefit in "idea_benefit",
    Link in "link",
    Comment in "comment",
    Test in "test",
    Decision in "decision",
    GateAnswer in "gate_answer",
    Feedback in "feedback",
    Filling in "filling",
    FillingLevel in "filling_level",
    SavedFilter in "saved_filter",
    Erasure in "erasure",
    Gone in "gone",
    Cluster in "cluster",
    ClusterIdea in "cluster_idea",
    Vote in "vote",
    VoteOption in "vote_option",
    VoteCount in "vote_count",
    AgendaItem in "agenda_item",
    Parking in "parking",
    Action in "action",
    Attendance in "attendance",
}

impl Kind {
    /// A row as it may be kept and shown, whoever wrote it.
    pub fn clean(self, row: Row) -> Row {
        Row(self.columns().iter().zip(row.0).map(|(column, value)| column.clean(value)).collect())
    }

    pub fn from_table(table: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.table() == table)
    }

    /// Where a column stands in this kind's rows.
    pub fn position(self, column: &str) -> Option<usize> {
        self.columns().iter().position(|known| known.name == column)
    }

    /// The message that names a record of this kind.
    pub fn word(self) -> Arg {
        Arg::Word(
            match self {
                Kind::Sluice => "kind-sluice",
                Kind::Stage => "kind-stage",
                Kind::GateQuestion => "kind-gate-question",
                Kind::Unit => "kind-unit",
                Kind::Tag => "kind-tag",
                Kind::Challenge => "kind-challenge",
                Kind::ReferralTarget => "kind-referral-target",
                Kind::Person => "kind-person",
                Kind::Idea => "kind-idea",
                Kind::IdeaText => "kind-idea-text",
                Kind::IdeaTag => "kind-idea-tag",
                Kind::IdeaBenefit => "kind-idea-benefit",
                Kind::Link => "kind-link",
                Kind::Comment => "kind-comment",
                Kind::Test => "kind-test",
                Kind::Decision => "kind-decision",
                Kind::GateAnswer => "kind-gate-answer",
                Kind::Feedback => "kind-feedback",
                Kind::Filling => "kind-filling",
                Kind::FillingLevel => "kind-filling-level",
                Kind::SavedFilter => "kind-saved-filter",
                Kind::Erasure => "kind-erasure",
                Kind::Gone => "kind-gone",
                Kind::Workshop => "kind-workshop",
                Kind::Cluster => "kind-cluster",
                Kind::ClusterIdea => "kind-cluster-idea",
                Kind::Vote => "kind-vote",
                Kind::VoteOption => "kind-vote-option",
                Kind::VoteCount => "kind-vote-count",
                Kind::AgendaItem => "kind-agenda-item",
                Kind::Parking => "kind-parking",
                Kind::Action => "kind-action",
                Kind::Attendance => "kind-attendance",
            }
            .into(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_points_only_at_itself_and_those_before_it() {
        for kind in Kind::ALL {
            for column in kind.columns() {
                if let Some(target) = column.refers {
                    assert!(target <= *kind, "{}.{}", kind.table(), column.name);
                }
            }
        }
    }

    #[test]
    fn no_two_columns_of_a_kind_share_a_name() {
        for kind in Kind::ALL {
            let mut names: Vec<_> = kind.columns().iter().map(|column| column.name).collect();
            names.sort_unstable();
            let before = names.len();
            names.dedup();
            assert_eq!(names.len(), before, "{}", kind.table());
        }
    }
}
