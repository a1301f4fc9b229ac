//! Moving over the board, and moving ideas on it.

use crate::domain::{Anchor, Carry, Goal, IdeaId, Order, Place, Say};
use crate::input::{Action, Chord};

use crate::app::board::beside;
use crate::app::column::Column;
use crate::app::grid::Grid;
use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;

pub(super) fn across(model: &mut Model, by: isize) -> Vec<Effect> {
    if let Some((grid, column)) = grid(model)
        && grid.has_beside(column, by)
    {
        return along(model, by);
    }
    let stages = model.frame.stages.len();
    if let Some(at) = model.board.focus.checked_add_signed(by).filter(|at| *at < stages) {
        let visible = model.plan().columns;
        model.board.focus_stage(at, stages, visible);
    }
    Vec::new()
}

/// Before a room, where cards stand side by side, where they stand.
fn grid(model: &Model) -> Option<(Grid, &Column)> {
    let column = model.board.column(model.stage()?.id)?;
    Some((model.grid()?, column))
}

/// A row up or down.
pub(super) fn row(model: &mut Model, by: isize) -> Vec<Effect> {
    let by = grid(model).map_or(by, |(grid, column)| grid.step(column, by));
    along(model, by)
}

pub(super) fn along(model: &mut Model, by: isize) -> Vec<Effect> {
    if let Some(stage) = model.stage().map(|stage| stage.id) {
        model.board.column_mut(stage).step(by);
    }
    Vec::new()
}

pub(super) fn end(model: &mut Model, anchor: Anchor) -> Vec<Effect> {
    if let Some(stage) = model.stage().map(|stage| stage.id) {
        model.board.column_mut(stage).go(anchor);
    }
    Vec::new()
}

/// A screenful on or back: what was the last card shown becomes the first.
pub(super) fn page(model: &mut Model, by: isize) -> Vec<Effect> {
    if let Some(grid) = model.grid() {
        let page = isize::try_from(grid.page()).unwrap_or(1);
        return along(model, by * page);
    }
    let rows = model.plan().cards(0).height;
    if let Some(stage) = model.stage().map(|stage| stage.id) {
        let column = model.board.column_mut(stage);
        let shown = column.shown(rows);
        let cards = isize::try_from((shown.to - shown.from).max(2) - 1).unwrap_or(1);
        column.step(by * cards);
    }
    Vec::new()
}

/// To the stage whose number the key says.
pub(super) fn stage(model: &mut Model, chord: Chord) -> Vec<Effect> {
    if let Some(at) = digit(chord) {
        let stages = model.frame.stages.len();
        if at < stages {
            let visible = model.plan().columns;
            model.board.focus_stage(at, stages, visible);
        } else {
            model.refuse(Say::new("refused-no-such-stage").with("n", stages));
        }
    }
    Vec::new()
}

fn digit(chord: Chord) -> Option<usize> {
    let digit = chord.typed()?.to_digit(10)?;
    usize::try_from(digit).ok()?.checked_sub(1)
}

pub(super) fn mark(model: &mut Model) -> Vec<Effect> {
    if let Some(idea) = model.focused() {
        let marks = &mut model.board.marks;
        match marks.iter().position(|marked| *marked == idea) {
            Some(at) => {
                marks.remove(at);
            }
            None => marks.push(idea),
        }
        return along(model, 1);
    }
    Vec::new()
}

pub(super) fn order(model: &mut Model) -> Vec<Effect> {
    let at = Order::ALL.iter().position(|order| *order == model.board.order).unwrap_or(0);
    model.board.order = Order::ALL[(at + 1) % Order::ALL.len()];
    let id = match model.board.order {
        Order::ByHand => "told-order-by-hand",
        Order::Age => "told-order-age",
        Order::Due => "told-order-due",
    };
    model.tell(Say::new(id));
    vec![Effect::Remember { name: "order", value: order_name(model.board.order).into() }]
}

pub(crate) fn order_name(order: Order) -> &'static str {
    match order {
        Order::ByHand => "hand",
        Order::Age => "age",
        Order::Due => "due",
    }
}

/// Carries the chosen ideas one stage back, to the foot of its column. That is no decision.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    let Some(to) = beside(&model.frame.stages, model.board.focus, -1).map(|stage| stage.id) else {
        model.refuse(Say::new("refused-first-stage"));
        return Vec::new();
    };
    let ideas = model.chosen();
    if ideas.iter().any(|idea| model.is_saving(*idea)) {
        return Vec::new();
    }
    put(model, ideas, Goal { stage: to, place: Place::Foot })
}

/// Down or up by one within the column.
pub(super) fn nudge(model: &mut Model, by: isize) -> Vec<Effect> {
    if !model.board.filter.keeps_order(model.board.order) {
        model.refuse(Say::new("refused-not-by-hand"));
        return Vec::new();
    }
    let Some(stage) = model.stage().map(|stage| stage.id) else { return Vec::new() };
    let Some(column) = model.board.column(stage) else { return Vec::new() };
    let (Some(card), Some(neighbour)) = (
        column.focused().map(|card| card.id),
        column.cursor.checked_add_signed(by).and_then(|at| column.window.cards.get(at)),
    ) else {
        return Vec::new();
    };
    let place = if by > 0 { Place::After(neighbour.id) } else { Place::Before(neighbour.id) };
    put(model, vec![card], Goal { stage, place })
}

fn put(model: &mut Model, ideas: Vec<IdeaId>, to: Goal) -> Vec<Effect> {
    model.pending.push_back(Pending { ideas: ideas.clone(), follow: true, ..Pending::default() });
    model.board.marks.clear();
    vec![Effect::commit(Carry { ideas, to, reason: String::new() })]
}

pub(super) fn grab(model: &mut Model) -> Vec<Effect> {
    let Some(stage) = model.stage().map(|stage| stage.id) else { return Vec::new() };
    let ideas = model.chosen();
    model.board.lift(ideas, stage);
    Vec::new()
}

/// Keys while ideas are being carried: arrows carry, Enter puts down, Esc puts back.
pub(super) fn carry(model: &mut Model, action: Action, chord: Chord) -> Vec<Effect> {
    let Some(stage) = model.stage().map(|stage| stage.id) else { return Vec::new() };
    match action {
        Action::Up => carry_along(model, -1),
        Action::Down => carry_along(model, 1),
        Action::Left => carry_across(model, model.board.focus.checked_sub(1)),
        Action::Right => carry_across(model, Some(model.board.focus + 1)),
        Action::Stage => carry_across(model, digit(chord)),
        Action::First | Action::Last => {
            model.board.pick_up(stage);
            let len = model.board.column(stage).map_or(0, |column| column.window.cards.len());
            model.board.set_down(stage, if action == Action::First { 0 } else { len });
            Vec::new()
        }
        Action::Open => {
            let goal = model.board.goal(stage);
            let ideas = model.board.carried.take().map(|carried| carried.ideas);
            match (goal, ideas) {
                (Some(goal), Some(ideas)) => put(model, ideas, goal),
                _ => Vec::new(),
            }
        }
        _ => put_back(model),
    }
}

fn carry_along(model: &mut Model, by: isize) -> Vec<Effect> {
    if !model.board.filter.keeps_order(model.board.order) {
        model.refuse(Say::new("refused-not-by-hand"));
        return Vec::new();
    }
    if let Some(stage) = model.stage().map(|stage| stage.id) {
        let at = model.board.pick_up(stage);
        model.board.set_down(stage, at.saturating_add_signed(by));
    }
    Vec::new()
}

fn carry_across(model: &mut Model, to: Option<usize>) -> Vec<Effect> {
    let stages = model.frame.stages.len();
    let Some(to) = to.filter(|to| *to < stages && *to != model.board.focus) else {
        return Vec::new();
    };
    let Some(from) = model.stage().map(|stage| stage.id) else { return Vec::new() };
    let at = model.board.pick_up(from);
    let shown_from = model.board.column(from).map_or(0, |column| column.top);
    let visible = model.plan().columns;
    model.board.focus_stage(to, stages, visible);
    if let Some(stage) = model.stage().map(|stage| stage.id) {
        let top = model.board.column(stage).map_or(0, |column| column.top);
        model.board.set_down(stage, top + at.saturating_sub(shown_from));
    }
    Vec::new()
}

fn put_back(model: &mut Model) -> Vec<Effect> {
    let from = model.board.carried.take().map(|carried| (carried.from, carried.ideas));
    // Read anew, the windows are as they were.
    model.version += 1;
    if let Some((_, ideas)) = from {
        model.sought = ideas.first().copied();
    }
    model.tell(Say::new("told-put-back"));
    Vec::new()
}
