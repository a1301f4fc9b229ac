//! What the screen needs to read before it can be drawn, told by comparing what it shows with what
//! was read. Asked after every message; nearly always there is nothing.

use super::column::WINDOW;
use super::model::Model;
use super::msg::Need;
use super::overlay::Overlay;
use super::pane;
use super::room;

pub fn needs(model: &Model) -> Vec<Need> {
    let mut needs = Vec::new();
    // What cannot be read is not asked for again: each answer would be the ways on anew, and what was
    // chosen among them gone.
    if model.saving.shut || model.is_broken() {
        return needs;
    }
    if model.frame.version != Some(model.version) {
        needs.push(Need::Frame);
        return needs;
    }
    if let Some(need) = super::room::need(model) {
        needs.push(need);
        return needs;
    }
    for overlay in &model.overlays {
        let Overlay::Entries(entries) = overlay else { continue };
        if let Some(need) = entries.need(model) {
            needs.push(need);
            return needs;
        }
    }
    if let Some(opening) = &model.opening {
        needs.push(Need::Opening(opening.clone()));
        return needs;
    }
    if let Some(idea) = model.sought {
        needs.push(Need::Whereabouts(idea));
        return needs;
    }
    needs.extend(super::overlay::need(model));
    if model.board.carried.is_some() {
        return needs;
    }
    for stage in model.visible_stages() {
        let order = model.board.order;
        let column = model.board.column(stage.id);
        if model.board.filter.shown().is_some() {
            needs.extend(model.board.filter.need(stage.id, column, WINDOW));
            continue;
        }
        let (anchor, stale) = match column {
            Some(column) => (
                column.anchor(),
                column.version != Some(model.version)
                    || column.wanted.is_some()
                    || column.order != order
                    || column.sieve != 0,
            ),
            None => (crate::domain::Anchor::Head, true),
        };
        if stale {
            needs.push(Need::Window { stage: stage.id, order, anchor, size: WINDOW });
        }
    }
    if needs.is_empty()
        && let Some(ask) = room::show::ask(model)
        && !room::show::is_read(model, &ask)
    {
        needs.push(Need::Live(ask));
    }
    // The panes come when it is known which idea is in focus. Nobody sees them under a list.
    if needs.is_empty() && model.listed().is_none() {
        needs.extend(pane::needs(model));
    }
    needs
}
