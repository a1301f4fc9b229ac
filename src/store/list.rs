//! The list: all ideas whatever their status, ordered by any column, and the rows that can be seen.

use jiff::civil::Date;

use crate::domain::{Filter, Idea, IdeaId, ListColumn, ListRow, SluiceId, Stamp};

use super::arena::Arena;
use super::filtered::column;
use super::seen::OneLine;
use super::select::{Asked, Key};
use super::{Cancel, Fault, Reader};

/// What is read of each idea to put it in its place.
pub(super) const fn sql(column: ListColumn) -> &'static str {
    match column {
        ListColumn::Number | ListColumn::Changed => "id",
        ListColumn::Title => "title",
        ListColumn::Stage => "stage",
        ListColumn::Status => "CASE status WHEN 'aktiv' THEN 0 WHEN 'vilande' THEN 1 ELSE 2 END",
        ListColumn::Unit => "unit",
        ListColumn::Owner => "owner",
        ListColumn::Age => "stage_since",
        ListColumn::Due => "next_due",
        ListColumn::Comments => "comments",
        ListColumn::Benefit => "benefit_score",
        ListColumn::Effort => "effort_score",
        ListColumn::Created => "created",
    }
}

pub struct ListQuery {
    /// One sluice's ideas, or the file's.
    pub sluice: Option<SluiceId>,
    pub filter: Filter,
    /// An order in the filter goes before this one.
    pub sort: ListColumn,
    /// What lacks a value stands last either way.
    pub descending: bool,
    pub today: Date,
}

impl Reader {
    /// The numbers of all ideas that are let through, in order. `None` where it was cancelled.
    pub fn list(
        &self,
        query: &ListQuery,
        arena: Option<&Arena>,
        cancel: &Cancel,
    ) -> Result<Option<Vec<IdeaId>>, Fault> {
        let (key, descending) = match query.filter.sort {
            Some(sort) => column(sort.by, sort.reversed),
            None => (Key::Column(query.sort), query.descending),
        };
        let (sluice, filter, today) = (query.sluice, &query.filter, query.today);
        let asked = Asked { sluice, filter, today, key, descending };
        let found = self.select(&asked, arena, cancel)?;
        Ok(found.map(|found| found.into_iter().map(|idea| idea.id).collect()))
    }

    /// How many ideas a sluice has that are not removed.
    pub fn ideas_in(&self, sluice: SluiceId) -> Result<usize, Fault> {
        let n: i64 = self
            .connection
            .prepare_cached(
                "SELECT count(*) FROM idea WHERE removed IS NULL
                 AND stage IN (SELECT id FROM stage WHERE sluice = ?1)",
            )?
            .query_row([sluice.0], |row| row.get(0))?;
        Ok(usize::try_from(n).unwrap_or(0))
    }

    /// The numbers and titles of all ideas of a sluice that are not removed. `None` where it was
    /// cancelled.
    pub fn titles(
        &self,
        sluice: SluiceId,
        cancel: &Cancel,
    ) -> Result<Option<Vec<(IdeaId, String)>>, Fault> {
        let read = || -> rusqlite::Result<Vec<(IdeaId, String)>> {
            let mut statement = self.connection.prepare_cached(
                "SELECT id, title FROM idea WHERE removed IS NULL
                 AND stage IN (SELECT id FROM stage WHERE sluice = ?1)",
            )?;
            statement
                .query_map([sluice.0], |row| {
                    Ok((IdeaId(row.get(0)?), row.get::<_, OneLine>(1)?.0))
                })?
                .collect()
        };
        Ok(cancel.settle(read())?)
    }

    /// The rows of some ideas, in this order, without those that are gone or removed.
    pub fn list_rows(&self, ideas: &[IdeaId]) -> Result<Vec<ListRow>, Fault> {
        let mut beside = self.connection.prepare_cached(
            "SELECT comments, (SELECT at FROM journal WHERE seq =
                 (SELECT max(seq) FROM step_idea WHERE step_idea.idea = idea.id))
             FROM idea WHERE id = ?1",
        )?;
        let mut rows = Vec::with_capacity(ideas.len());
        for id in ideas {
            let Some(idea) = self.find::<Idea>(id.0)? else { continue };
            if idea.removed.is_some() {
                continue;
            }
            let (comments, changed): (i64, Option<i64>) =
                beside.query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.push(ListRow {
                id: idea.id,
                title: idea.title,
                stage: idea.stage,
                status: idea.status,
                outcome: idea.outcome,
                unit: idea.unit,
                owner: idea.owner,
                stage_since: idea.stage_since,
                next_due: idea.next_due,
                comments,
                benefit_score: idea.benefit_score,
                effort_score: idea.effort_score,
                created: idea.created,
                changed: changed.map(Stamp),
            });
        }
        Ok(rows)
    }
}
