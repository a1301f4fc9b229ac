//! What is kept beside the records so that the board reads it at once: what cards show of other
//! records, and how many cards a column has. Rewritten with each step, in its transaction.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Cell, Change, Idea, IdeaId, Kind, Record, Row, There, derive};

use super::Fault;
use super::rows::Inside;

impl Inside<'_> {
    /// The ideas that a step is about: those it changes, and those whose records it changes.
    pub(super) fn touched(&self, changes: &[Change]) -> Result<BTreeSet<IdeaId>, Fault> {
        touched_by(changes, &mut |kind, id| idea_of(self, kind, id))
    }

    /// Rewrites what the cards of these ideas show of other records.
    pub(super) fn derive(&self, ideas: &BTreeSet<IdeaId>) -> Result<(), Fault> {
        for idea in ideas {
            let derived = derive(self, *idea)
                .map_err(|no| Fault::Unreadable(format!("idea {}: {no:?}", idea.0)))?;
            let Some(derived) = derived else { continue };
            let (weakest, level) = match derived.weakest {
                Some((criterion, level)) => (Some(criterion), Some(level)),
                None => (None, None),
            };
            self.0
                .prepare_cached(
                    "UPDATE idea
                     SET comments = ?2, answer_due = ?3, weakest = ?4, weakest_level = ?5,
                         has_receiver = ?6, decided = ?7
                     WHERE id = ?1",
                )?
                .execute((
                    idea.0,
                    derived.comments,
                    derived.answer_due.map(|day| day.to_string()),
                    weakest,
                    level,
                    derived.has_receiver,
                    derived.decided.map(|at| at.0),
                ))?;
        }
        Ok(())
    }

    /// Which column each of these ideas stands in, if any. Asked before and after the changes, the
    /// difference is what the counts move by.
    pub(super) fn columns_of(&self, ideas: &BTreeSet<IdeaId>) -> Result<BTreeMap<i64, i64>, Fault> {
        let mut columns = BTreeMap::new();
        for idea in ideas {
            let Some(row) = self.read(Kind::Idea, idea.0)? else { continue };
            if let Some(idea) = Idea::from_row(&row)
                && idea.is_on_board()
            {
                *columns.entry(idea.stage.0).or_default() += 1;
            }
        }
        Ok(columns)
    }

    pub(super) fn count_columns(
        &self,
        before: &BTreeMap<i64, i64>,
        after: &BTreeMap<i64, i64>,
    ) -> Result<(), Fault> {
        let stages: BTreeSet<i64> = before.keys().chain(after.keys()).copied().collect();
        for stage in stages {
            let of = |counts: &BTreeMap<i64, i64>| counts.get(&stage).copied().unwrap_or(0);
            let more = of(after) - of(before);
            if more != 0 {
                self.0
                    .prepare_cached(
                        "INSERT INTO column_count (stage, n) VALUES (?1, ?2)
                         ON CONFLICT (stage) DO UPDATE SET n = n + excluded.n",
                    )?
                    .execute((stage, more))?;
            }
        }
        Ok(())
    }

    fn read(&self, kind: Kind, id: i64) -> Result<Option<Row>, Fault> {
        self.row(kind, id).map_err(|error| Fault::Unreadable(error.0))
    }
}

/// The same, where the idea of a record is known in some other way.
pub(super) fn touched_by(
    changes: &[Change],
    idea_of: &mut dyn FnMut(Kind, i64) -> Result<Option<IdeaId>, Fault>,
) -> Result<BTreeSet<IdeaId>, Fault> {
    let mut ideas = BTreeSet::new();
    for change in changes {
        if matches!(change.kind(), Kind::Idea | Kind::IdeaText) {
            ideas.insert(IdeaId(change.id()));
            ideas.extend(pointed_at(change));
            continue;
        }
        if change.kind().position("idea").is_none() {
            continue;
        }
        let (before, after) = change.column("idea");
        let told = [before, after].into_iter().flatten().filter_map(IdeaId::from_value);
        let told: Vec<IdeaId> = told.collect();
        if told.is_empty() {
            ideas.extend(idea_of(change.kind(), change.id())?);
        }
        ideas.extend(told);
    }
    Ok(ideas)
}

/// The idea that a record belongs to, where the record is there.
pub(super) fn idea_of(inside: &Inside<'_>, kind: Kind, id: i64) -> Result<Option<IdeaId>, Fault> {
    let row = inside.read(kind, id)?;
    let at = kind.position("idea");
    Ok(row.and_then(|row| IdeaId::from_value(row.0.get(at?)?)))
}

/// The other ideas that an idea's change lets go of or points at.
fn pointed_at(change: &Change) -> impl Iterator<Item = IdeaId> {
    let columns = change.kind().columns().iter().filter(|column| column.name != "id");
    columns.filter(|column| column.refers == Some(Kind::Idea)).flat_map(|column| {
        let (before, after) = change.column(column.name);
        [before, after].into_iter().flatten().filter_map(IdeaId::from_value)
    })
}
