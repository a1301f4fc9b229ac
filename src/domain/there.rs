//! What a plan may ask about what is there. The store answers, inside the transaction that will
//! carry the plan out, so that nothing is planned on stale data.

use super::record::{Kind, Record, Row};
use super::records::{IdeaId, StageId};
use super::refusal::No;
use super::value::Value;

/// The file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(pub String);

pub trait There {
    fn row(&self, kind: Kind, id: i64) -> Result<Option<Row>, Unreadable>;

    /// The rows in which a column holds a value, by id.
    fn rows(&self, kind: Kind, column: &'static str, is: &Value) -> Result<Vec<Row>, Unreadable>;

    /// Every row of a kind of which there are few (stages, units, tags, people), by id.
    fn every(&self, kind: Kind) -> Result<Vec<Row>, Unreadable>;

    /// Up to `limit` ideas of a stage beyond a rank, nearest first, whatever their status.
    fn ranks(
        &self,
        stage: StageId,
        beyond: Beyond,
        limit: usize,
    ) -> Result<Vec<(IdeaId, i64)>, Unreadable>;
}

/// A file in which there is nothing yet.
pub struct Nothing;

impl There for Nothing {
    fn row(&self, _: Kind, _: i64) -> Result<Option<Row>, Unreadable> {
        Ok(None)
    }

    fn rows(&self, _: Kind, _: &'static str, _: &Value) -> Result<Vec<Row>, Unreadable> {
        Ok(Vec::new())
    }

    fn every(&self, _: Kind) -> Result<Vec<Row>, Unreadable> {
        Ok(Vec::new())
    }

    fn ranks(&self, _: StageId, _: Beyond, _: usize) -> Result<Vec<(IdeaId, i64)>, Unreadable> {
        Ok(Vec::new())
    }
}

/// Where to look for ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    Below(i64),
    Above(i64),
    /// From the column's foot upwards.
    Foot,
    /// From the column's head downwards.
    Head,
}

/// The same questions, in types.
impl dyn There + '_ {
    pub fn find<R: Record>(&self, id: i64) -> Result<Option<R>, No> {
        self.row(R::KIND, id)?.as_ref().map(typed).transpose()
    }

    /// A record that the command was made from. Another program may have removed it since.
    pub fn get<R: Record>(&self, id: i64) -> Result<R, No> {
        self.find(id)?.ok_or(No::gone(R::KIND))
    }

    pub fn those<R: Record>(&self, column: &'static str, is: Value) -> Result<Vec<R>, No> {
        self.rows(R::KIND, column, &is)?.iter().map(typed).collect()
    }

    pub fn all<R: Record>(&self) -> Result<Vec<R>, No> {
        self.every(R::KIND)?.iter().map(typed).collect()
    }
}

fn typed<R: Record>(row: &Row) -> Result<R, No> {
    R::from_row(row)
        .ok_or_else(|| No::Unreadable(Unreadable(format!("{} {}", R::KIND.table(), row.id()))))
}
