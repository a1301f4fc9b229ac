//! Opening what lies on top: the capture line and the sheets.

use crate::app::capture::Capture;
use crate::app::entries::{Entries, Listed};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::opening::Opening;
use crate::app::overlay::Overlay;

/// Opens the line. What is captured lands in the first stage, wherever the focus is.
pub(super) fn capture(model: &mut Model, stays: bool) -> Vec<Effect> {
    if let Some(stage) = model.frame.stages.first().map(|stage| stage.id) {
        model.overlays.push(Overlay::Capture(Box::new(Capture::new(stage, stays))));
    }
    Vec::new()
}

pub(super) fn edit(model: &mut Model) -> Vec<Effect> {
    model.opening = model.focused().map(Opening::Edit);
    Vec::new()
}

pub(super) fn comment(model: &mut Model) -> Vec<Effect> {
    model.opening = model.focused().map(|idea| Opening::Comment(idea, None));
    Vec::new()
}

pub(super) fn owner(model: &mut Model) -> Vec<Effect> {
    model.opening = Some(Opening::Owner(model.chosen()));
    Vec::new()
}

pub(super) fn test(model: &mut Model) -> Vec<Effect> {
    model.opening = model.focused().map(|idea| Opening::Test(idea, None));
    Vec::new()
}

pub(super) fn settings(model: &mut Model) -> Vec<Effect> {
    model.opening = Some(Opening::Settings);
    Vec::new()
}

pub(super) fn entries(model: &mut Model, listed: Listed) -> Vec<Effect> {
    model.overlays.push(Overlay::Entries(Box::new(Entries::new(listed))));
    Vec::new()
}
