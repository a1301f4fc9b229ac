//! What actions do where a pane is in focus: moving between panes and over their rows, and back to
//! the board.

use crate::app::model::{Focus, Model};
use crate::app::msg::{Effect, Mouse};
use crate::app::pane::{Pane, PanesPlan, Stand};
use crate::input::{Action, Chord};

use super::act;

/// From the board to the panes: beside the board where they are, over the screen otherwise.
pub(super) fn open(model: &mut Model, pane: Pane) -> Vec<Effect> {
    if model.focused().is_some() {
        model.focus = match model.panes_plan() {
            Some(_) => Focus::Pane(pane),
            None => Focus::Whole(pane),
        };
    }
    Vec::new()
}

/// Tab on the board: to the first pane, or to the last backwards.
pub(super) fn enter(model: &mut Model, by: isize) -> Vec<Effect> {
    let pane = match model.panes_plan() {
        None => model.panes.front,
        Some(_) if by > 0 => Pane::Detail,
        Some(_) => Pane::History,
    };
    open(model, pane)
}

/// `z` on the board gives it the panes' room, and back.
pub(super) fn zoom_board(model: &mut Model) -> Vec<Effect> {
    if model.panes.board_alone || model.panes_plan().is_some() {
        model.panes.board_alone = !model.panes.board_alone;
    }
    Vec::new()
}

/// An action where a pane is in focus; none where it means what it means on the board.
pub(super) fn act_in(model: &mut Model, pane: Pane, action: Action) -> Option<Vec<Effect>> {
    if let Some(effects) = pane.act(model, action) {
        return Some(effects);
    }
    let leaf = model.panes.leaf_mut(pane);
    match action {
        Action::Up => leaf.step(-1),
        Action::Down => leaf.step(1),
        Action::PageUp => leaf.page_step(-1),
        Action::PageDown => leaf.page_step(1),
        Action::First => leaf.end(false),
        Action::Last => leaf.end(true),
        Action::Left => return Some(neighbour(model, -1)),
        Action::Right => return Some(neighbour(model, 1)),
        Action::NextPane => turn(model, pane, 1),
        Action::PreviousPane => turn(model, pane, -1),
        Action::Open => model.focus = Focus::Whole(pane),
        Action::Zoom => {
            model.focus = if model.is_whole() && has_room(model) {
                Focus::Pane(pane)
            } else {
                Focus::Whole(pane)
            };
        }
        Action::Back => back(model, pane),
        // The board is needed for these, so it comes forth first.
        Action::Grab
        | Action::Mark
        | Action::Raise
        | Action::Lower
        | Action::Order
        | Action::Stage
        | Action::Capture
        | Action::BrainDump => {
            model.focus = Focus::Board;
            return None;
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// The panes fit beside or below the board.
fn has_room(model: &Model) -> bool {
    model.plan().panes.is_some()
}

fn back(model: &mut Model, pane: Pane) {
    let zoomed = matches!(model.focus, Focus::Whole(_)) && has_room(model);
    model.focus =
        if zoomed && model.panes.opened.is_none() { Focus::Pane(pane) } else { Focus::Board };
}

/// The next pane; beside the board, the board is one of them.
fn turn(model: &mut Model, pane: Pane, by: isize) {
    let around = if by > 0 { Pane::Detail } else { Pane::History };
    model.focus = match (pane.beside(by), model.focus) {
        (Some(next), Focus::Pane(_)) => Focus::Pane(next),
        (Some(next), _) => Focus::Whole(next),
        (None, Focus::Pane(_)) if !model.is_whole() => Focus::Board,
        (None, Focus::Pane(_)) => Focus::Pane(around),
        (None, _) => Focus::Whole(around),
    };
}

/// The idea before or after this one in its column.
fn neighbour(model: &mut Model, by: isize) -> Vec<Effect> {
    if model.panes.opened.is_some() { Vec::new() } else { super::board::along(model, by) }
}

/// A click or a turn of the wheel; none where no pane is under it.
pub(in crate::app) fn mouse(model: &mut Model, mouse: Mouse) -> Option<Vec<Effect>> {
    let plan = model.panes_plan()?;
    let (Mouse::Press { x, y } | Mouse::WheelUp { x, y } | Mouse::WheelDown { x, y }) = mouse;
    if !plan.area.contains((x, y).into()) {
        return model.is_whole().then(Vec::new);
    }
    let under = plan.spots.iter().find(|spot| spot.body.contains((x, y).into()));
    match mouse {
        Mouse::WheelUp { .. } | Mouse::WheelDown { .. } => {
            let by = if matches!(mouse, Mouse::WheelUp { .. }) { -1 } else { 1 };
            if let Some(spot) = under {
                model.panes.leaf_mut(spot.pane).scroll(by);
            }
        }
        Mouse::Press { .. } => {
            model.notice = None;
            if let Some(pane) = tab_at(model, &plan, x, y) {
                go(model, &plan, pane);
            } else if let Some(spot) = under {
                let row = usize::from(y - spot.body.y);
                let leaf = model.panes.leaf_mut(spot.pane);
                let row = leaf.top + row;
                let item = leaf.page.items.iter().position(|item| item.contains(&row));
                let again = item == Some(leaf.cursor);
                if let Some(item) = item {
                    leaf.cursor = item;
                }
                let was = model.focus.pane() == Some(spot.pane);
                go(model, &plan, spot.pane);
                // A second click on a comment opens it; what is undone is never clicked away.
                if was && again && spot.pane == Pane::Comments {
                    return Some(act(model, Action::Open, Chord::ctrl('m')));
                }
            }
        }
    }
    Some(Vec::new())
}

fn tab_at(model: &Model, plan: &PanesPlan, x: u16, y: u16) -> Option<Pane> {
    let tabs = plan.tabs.iter().flat_map(|tabs| model.tabs(tabs));
    tabs.into_iter().find(|(_, area, _)| area.contains((x, y).into())).map(|(pane, ..)| pane)
}

fn go(model: &mut Model, plan: &PanesPlan, pane: Pane) {
    if model.focused().is_some() {
        model.focus = match plan.stand {
            Stand::Whole => Focus::Whole(pane),
            Stand::Side | Stand::Tabbed | Stand::Below => Focus::Pane(pane),
        };
    }
}
