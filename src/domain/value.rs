//! What one column of a record can hold, and how our types become that and come back.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::record::Kind;

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    #[default]
    Null,
    Int(i64),
    Text(String),
}

/// A type that a column can hold. `SQL` is the column's declaration in a STRICT table.
pub trait Cell: Sized {
    const SQL: &'static str;
    /// The kind of record whose id this is, if it is one.
    const REFERS: Option<Kind> = None;
    /// People write in it what they like.
    const IS_TEXT: bool = false;

    fn to_value(&self) -> Value;
    /// `None` where the value is not one of this type's: the row was not written by this program.
    fn from_value(value: &Value) -> Option<Self>;
}

/// Milliseconds since 1970 in UTC: when something was written. Days that people name are `Date`s.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Stamp(pub i64);

/// A record's name in the whole world, for exchange between files.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Uid(pub Uuid);

impl Uid {
    /// The n-th uid that follows from this one. The records of a step take theirs from the step's,
    /// so that a retry of the same step makes the same records.
    #[must_use]
    pub fn nth(self, n: u64) -> Uid {
        const LOW: u128 = (1 << 62) - 1;
        let bits = self.0.as_u128();
        let low = (bits & LOW).wrapping_add(u128::from(n)) & LOW;
        Uid(Uuid::from_u128((bits & !LOW) | low))
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Cell for i64 {
    const SQL: &'static str = "INTEGER NOT NULL";

    fn to_value(&self) -> Value {
        Value::Int(*self)
    }

    fn from_value(value: &Value) -> Option<i64> {
        match value {
            Value::Int(number) => Some(*number),
            Value::Null | Value::Text(_) => None,
        }
    }
}

impl Cell for bool {
    const SQL: &'static str = "INTEGER NOT NULL";

    fn to_value(&self) -> Value {
        Value::Int(i64::from(*self))
    }

    fn from_value(value: &Value) -> Option<bool> {
        i64::from_value(value).map(|number| number != 0)
    }
}

impl Cell for Stamp {
    const SQL: &'static str = "INTEGER NOT NULL";

    fn to_value(&self) -> Value {
        Value::Int(self.0)
    }

    fn from_value(value: &Value) -> Option<Stamp> {
        i64::from_value(value).map(Stamp)
    }
}

impl Cell for String {
    const SQL: &'static str = "TEXT NOT NULL";
    const IS_TEXT: bool = true;

    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }

    fn from_value(value: &Value) -> Option<String> {
        match value {
            Value::Text(text) => Some(text.clone()),
            Value::Null | Value::Int(_) => None,
        }
    }
}

impl Cell for Uid {
    const SQL: &'static str = "TEXT NOT NULL UNIQUE";

    fn to_value(&self) -> Value {
        Value::Text(self.0.to_string())
    }

    fn from_value(value: &Value) -> Option<Uid> {
        match value {
            Value::Text(text) => Uuid::parse_str(text).ok().map(Uid),
            Value::Null | Value::Int(_) => None,
        }
    }
}

impl Cell for Date {
    const SQL: &'static str = "TEXT NOT NULL";

    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }

    fn from_value(value: &Value) -> Option<Date> {
        match value {
            Value::Text(text) => text.parse().ok(),
            Value::Null | Value::Int(_) => None,
        }
    }
}

/// A column that may be empty: the declaration loses its NOT NULL.
impl<T: Cell> Cell for Option<T> {
    const SQL: &'static str = match T::SQL.as_bytes() {
        [b'I', ..] => "INTEGER",
        _ => "TEXT",
    };
    const REFERS: Option<Kind> = T::REFERS;
    const IS_TEXT: bool = T::IS_TEXT;

    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::to_value)
    }

    fn from_value(value: &Value) -> Option<Option<T>> {
        match value {
            Value::Null => Some(None),
            Value::Int(_) | Value::Text(_) => T::from_value(value).map(Some),
        }
    }
}

/// Lets each closed list of words (see `kinds`) stand in a column, as its key.
macro_rules! keyed_cells {
    ($($name:ty),+ $(,)?) => {$(
        impl Cell for $name {
            const SQL: &'static str = "TEXT NOT NULL";

            fn to_value(&self) -> Value {
                Value::Text(self.key().to_owned())
            }

            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    Value::Text(key) => Self::from_key(key),
                    Value::Null | Value::Int(_) => None,
                }
            }
        }
    )+};
}

keyed_cells! {
    super::kinds::Status, super::kinds::Outcome, super::kinds::DecisionKind,
    super::kinds::CommentKind, super::kinds::Sensitivity, super::kinds::RecordStatus,
    super::kinds::NameVisible, super::kinds::WantsToJoin, super::kinds::Source,
    super::kinds::GateReply, super::kinds::WorkshopState, super::kinds::ItemState,
    super::kinds::SceneKind, super::kinds::VoteForm, super::kinds::VoteState, super::kinds::Axis,
    super::kinds::ErasureKind,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_uids_that_follow_from_one_differ_and_stay_of_its_version() {
        let first = Uid(Uuid::from_u128(0x0193_0000_0000_7000_bfff_ffff_ffff_ffff));
        assert_ne!(first.nth(1), first);
        assert_eq!(first.nth(3).0.get_version_num(), 7);
        assert_eq!(first.nth(1).nth(2), first.nth(3));
    }

    #[test]
    fn an_optional_column_may_be_empty() {
        assert_eq!(<Option<i64> as Cell>::SQL, "INTEGER");
        assert_eq!(<Option<Date> as Cell>::SQL, "TEXT");
        assert_eq!(<Option<String> as Cell>::from_value(&Value::Null), Some(None));
    }
}
