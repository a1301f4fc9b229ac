//! What a press and the wheel do: on the board here, elsewhere by what lies on top.

use crate::input::{Action, Chord};

use super::act;
use super::model::{Focus, Model};
use super::msg::{Effect, Mouse};
use super::overlay;

pub(super) fn mouse(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    if model.curtain.is_some() {
        return Vec::new();
    }
    if !model.overlays.is_empty() {
        return overlay::mouse(model, mouse);
    }
    if model.board.carried.is_some() {
        return Vec::new();
    }
    if let Some(effects) = act::mouse(model, mouse) {
        return effects;
    }
    let plan = model.plan();
    let (Mouse::Press { x, y } | Mouse::WheelUp { x, y } | Mouse::WheelDown { x, y }) = mouse;
    let Some((nth, row)) = plan.at(x, y) else { return Vec::new() };
    let at = model.board.left + nth;
    let Some(stage) = model.frame.stages.get(at).map(|stage| stage.id) else { return Vec::new() };
    let area = plan.cards(nth);
    let grid = model.grid();
    model.notice = None;
    match mouse {
        Mouse::WheelUp { .. } => model.board.column_mut(stage).step(-1),
        Mouse::WheelDown { .. } => model.board.column_mut(stage).step(1),
        Mouse::Press { .. } => {
            let was = model.focused();
            model.focus = Focus::Board;
            model.panes.opened = None;
            model.board.focus = at;
            let column = model.board.column_mut(stage);
            if y >= area.y
                && let Some(card) = match grid {
                    Some(grid) => grid.under(column, x, y),
                    None => column.card_at(row, area.height),
                }
            {
                column.cursor = card;
                if was == model.focused() {
                    return act::act(model, Action::Open, Chord::ctrl('m'));
                }
            }
        }
    }
    Vec::new()
}
