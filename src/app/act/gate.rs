//! Gates, decisions, answers and self-assessments: the sheets that an idea's way asks for.

use crate::domain::{IdeaId, Remove};

use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::app::opening::Opening;

/// One stage on: through the gate, or with several marked past it.
pub(super) fn forward(model: &mut Model) -> Vec<Effect> {
    open(model, |ideas| match ideas.as_slice() {
        [idea] => Opening::Gate(*idea),
        _ => Opening::Pass(ideas),
    })
}

pub(super) fn decide(model: &mut Model) -> Vec<Effect> {
    open(model, |ideas| match ideas.as_slice() {
        [idea] => Opening::Decide(*idea, None),
        _ => Opening::DecideTogether(ideas, None),
    })
}

/// What is being saved waits: its gate may be another one in a moment.
fn open(model: &mut Model, opening: impl FnOnce(Vec<IdeaId>) -> Opening) -> Vec<Effect> {
    let ideas = model.chosen();
    if !ideas.iter().any(|idea| model.is_saving(*idea)) {
        model.opening = Some(opening(ideas));
    }
    Vec::new()
}

pub(super) fn reply(model: &mut Model) -> Vec<Effect> {
    model.opening = model.focused().map(Opening::Reply);
    Vec::new()
}

pub(super) fn assess(model: &mut Model) -> Vec<Effect> {
    model.opening = model.focused().map(Opening::Assess);
    Vec::new()
}

pub(super) fn remove(model: &mut Model) -> Vec<Effect> {
    let ideas = model.chosen();
    if ideas.iter().any(|idea| model.is_saving(*idea)) {
        return Vec::new();
    }
    model.pending.push_back(Pending { ideas: ideas.clone(), ..Pending::default() });
    model.board.marks.clear();
    vec![Effect::commit(Remove { ideas })]
}
