//! Putting ideas back where they were before they were removed.

use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::domain::{IdeaId, PutBack};

pub(in crate::app) fn put_back(model: &mut Model, ideas: Vec<IdeaId>) -> Vec<Effect> {
    model.pending.push_back(Pending { ideas: ideas.clone(), follow: true, ..Pending::default() });
    vec![Effect::commit(PutBack { ideas })]
}
