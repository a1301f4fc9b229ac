//! The board under a filter: which ideas of each column are let through, off the loop, and their
//! cards for the part that can be seen.

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use crate::domain::filter::SortBy;
use crate::domain::{Card, Filter, Filtered, IdeaId, ListColumn, Order, SluiceId, StageId};

use super::arena::{Arena, stages_of};
use super::board::{COLUMNS, read_card};
use super::select::{Asked, Key};
use super::{Cancel, Fault, Reader};

pub struct FilterQuery {
    pub sluice: SluiceId,
    pub filter: Filter,
    /// How the columns are ordered where the filter does not say.
    pub order: Order,
    pub today: Date,
}

impl Reader {
    /// `None` where it was cancelled. Without an arena, words are looked for in a scan of all texts.
    pub fn filtered(
        &self,
        query: &FilterQuery,
        arena: Option<&Arena>,
        cancel: &Cancel,
    ) -> Result<Option<Filtered>, Fault> {
        let (key, descending) = match (query.filter.sort, query.order) {
            (Some(sort), _) => column(sort.by, sort.reversed),
            (None, Order::ByHand) => (Key::Rank, false),
            (None, Order::Age) => (Key::Column(ListColumn::Age), true),
            (None, Order::Due) => (Key::Column(ListColumn::Due), false),
        };
        let sluice = Some(query.sluice);
        let asked = Asked { sluice, filter: &query.filter, today: query.today, key, descending };
        let Some(found) = self.select(&asked, arena, cancel)? else { return Ok(None) };
        let stages = stages_of(&self.connection, query.sluice)?;
        let mut filtered = Filtered {
            columns: stages.into_iter().map(|id| (StageId(id), Vec::new())).collect(),
            ..Filtered::default()
        };
        for idea in found {
            let column = filtered.columns.iter_mut().find(|(stage, _)| *stage == idea.stage);
            match column {
                Some((_, ideas)) if idea.on_board => {
                    ideas.push(idea.id);
                    filtered.total += 1;
                }
                Some(_) | None => filtered.off_board += 1,
            }
        }
        Ok(Some(filtered))
    }

    /// The cards of some ideas, in this order, without those that are gone or removed.
    pub fn cards(&self, ideas: &[IdeaId]) -> Result<Vec<Card>, Fault> {
        let sql = format!("SELECT {COLUMNS} FROM idea WHERE id = ?1 AND removed IS NULL");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut cards = Vec::with_capacity(ideas.len());
        for idea in ideas {
            cards.extend(statement.query_row([idea.0], read_card).optional()?);
        }
        Ok(cards)
    }
}

/// The column that the filter's word for an order means; the oldest and the newest come first.
pub(super) fn column(by: SortBy, reversed: bool) -> (Key, bool) {
    let (column, descending) = match by {
        SortBy::Age => (ListColumn::Age, true),
        SortBy::Due => (ListColumn::Due, false),
        SortBy::Title => (ListColumn::Title, false),
        SortBy::Number => (ListColumn::Number, false),
        SortBy::Created => (ListColumn::Created, true),
        SortBy::Changed => (ListColumn::Changed, true),
        SortBy::Stage => (ListColumn::Stage, false),
        SortBy::Owner => (ListColumn::Owner, false),
    };
    (Key::Column(column), descending != reversed)
}
