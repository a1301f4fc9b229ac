//! Opening what finds ideas: search, the board's filter, the list, the filters that have a name.

use crate::app::filter::{self, FilterLine};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlay::Overlay;
use crate::app::search::Search;
use crate::app::table::Table;

pub(super) fn search(model: &mut Model) -> Vec<Effect> {
    model.overlays.push(Overlay::Search(Box::new(Search::new(""))));
    Vec::new()
}

pub(super) fn filter(model: &mut Model) -> Vec<Effect> {
    let line = FilterLine::new(model.board.filter.line());
    model.overlays.push(Overlay::Filter(Box::new(line)));
    Vec::new()
}

pub(super) fn clear(model: &mut Model) -> Vec<Effect> {
    model.board.filter.clear();
    Vec::new()
}

pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    let line = model.board.filter.line().to_owned();
    filter::save(model, &line);
    Vec::new()
}

pub(super) fn saved(model: &mut Model) -> Vec<Effect> {
    model.overlays.push(Overlay::Filters(Box::default()));
    Vec::new()
}

/// All ideas, or those that the board's filter lets through.
pub(super) fn table(model: &mut Model) -> Vec<Effect> {
    let table = Table::new(model.board.filter.line());
    model.overlays.push(Overlay::Table(Box::new(table)));
    Vec::new()
}
