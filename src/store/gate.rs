//! The gate that an idea stands before and the answer to its giver, as the screen reads them.

use crate::domain::{GateView, IdeaId, No, Ready, Wording, ready_answer};

use super::rows::Inside;
use super::seen::OneLine;
use super::{Fault, Reader};

impl Reader {
    /// `None` where the idea is gone.
    pub fn gate(&self, idea: IdeaId) -> Result<Option<GateView>, Fault> {
        GateView::of(&Inside(&self.connection), idea).map_err(|no| fault(&no))
    }

    /// The newest ideas that are not closed, in which another can live on.
    pub fn candidates(&self, limit: usize) -> Result<Vec<(IdeaId, String)>, Fault> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, title FROM idea WHERE status <> 'avslutad' AND removed IS NULL
             ORDER BY id DESC LIMIT ?1",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement
            .query_map([limit], |row| Ok((IdeaId(row.get(0)?), row.get::<_, OneLine>(1)?.0)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// `None` where the idea is gone.
    pub fn ready_answer(&self, idea: IdeaId, wording: Wording<'_>) -> Result<Option<Ready>, Fault> {
        ready_answer(&Inside(&self.connection), idea, wording).map_err(|no| fault(&no))
    }
}

/// Reading refuses nothing; what stands in the way is the file.
fn fault(no: &No) -> Fault {
    match no {
        No::Unreadable(unreadable) => Fault::Unreadable(unreadable.0.clone()),
        No::Refused(refusal) => Fault::Unreadable(refusal.0.id.clone().into_owned()),
    }
}
