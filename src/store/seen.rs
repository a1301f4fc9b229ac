//! What is read to be seen: cleaned, whoever wrote it, and damaged or not. Plans read the rows as they
//! are, since what they change must be what is there.

use rusqlite::types::{FromSql, FromSqlResult, ValueRef};

use crate::domain::{
    Beyond, Change, IdeaId, Kind, Lines, Row, StageId, There, Unreadable, Value, clean,
};

use super::rows::{Inside, Lossy};

/// The file as the screen sees it.
pub(super) struct Seen<'a>(pub(super) Inside<'a>);

impl There for Seen<'_> {
    fn row(&self, kind: Kind, id: i64) -> Result<Option<Row>, Unreadable> {
        Ok(self.0.row(kind, id)?.map(|row| kind.clean(row)))
    }

    fn rows(&self, kind: Kind, column: &'static str, is: &Value) -> Result<Vec<Row>, Unreadable> {
        Ok(self.0.rows(kind, column, is)?.into_iter().map(|row| kind.clean(row)).collect())
    }

    fn every(&self, kind: Kind) -> Result<Vec<Row>, Unreadable> {
        Ok(self.0.every(kind)?.into_iter().map(|row| kind.clean(row)).collect())
    }

    fn ranks(
        &self,
        stage: StageId,
        beyond: Beyond,
        limit: usize,
    ) -> Result<Vec<(IdeaId, i64)>, Unreadable> {
        self.0.ranks(stage, beyond, limit)
    }
}

/// A text of one line, such as a title.
pub(super) struct OneLine(pub(super) String);

impl FromSql for OneLine {
    fn column_result(found: ValueRef<'_>) -> FromSqlResult<OneLine> {
        Ok(OneLine(clean(&Lossy::column_result(found)?.0, Lines::One).into_owned()))
    }
}

/// A text of any number of lines.
pub(super) struct Prose(pub(super) String);

impl FromSql for Prose {
    fn column_result(found: ValueRef<'_>) -> FromSqlResult<Prose> {
        Ok(Prose(clean(&Lossy::column_result(found)?.0, Lines::Many).into_owned()))
    }
}

/// A change as it is told.
pub(super) fn change(change: Change) -> Change {
    match change {
        Change::Create { kind, row } => Change::Create { kind, row: kind.clean(row) },
        Change::Delete { kind, row } => Change::Delete { kind, row: kind.clean(row) },
        Change::Update { kind, id, mut deltas } => {
            for delta in &mut deltas {
                let column = kind.columns().iter().find(|column| column.name == delta.column);
                if let Some(column) = column {
                    delta.before = column.clean(std::mem::replace(&mut delta.before, Value::Null));
                    delta.after = column.clean(std::mem::replace(&mut delta.after, Value::Null));
                }
            }
            Change::Update { kind, id, deltas }
        }
    }
}
