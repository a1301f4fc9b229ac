//! Keys in the capture line.

use crate::app::capture::{Capture, Caught};
use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::app::overlay::Overlay;
use crate::domain::{Captured, Say, Source};
use crate::input::Action;

/// Opens the line. What is captured lands in the first stage, wherever the focus is.
pub(super) fn open(model: &mut Model, stays: bool) -> Vec<Effect> {
    if let Some(stage) = model.frame.stages.first().map(|stage| stage.id) {
        model.overlays.push(Overlay::Capture(Capture::new(stage, stays)));
    }
    Vec::new()
}

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Open => enter(model),
        Action::Back | Action::Interrupt => back(model),
        _ => Vec::new(),
    }
}

fn enter(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Capture(capture)) = model.overlays.last_mut() else { return Vec::new() };
    let lines = match capture.offered.take() {
        Some(lines) => lines.iter().map(|line| Captured::read(line)).collect(),
        None => vec![capture.read()],
    };
    if lines.iter().all(|line: &Captured| line.title.trim().is_empty()) {
        if capture.stays {
            model.overlays.pop();
        } else {
            model.refuse(Say::new("refused-title-empty"));
        }
        return Vec::new();
    }
    let closes = !capture.stays;
    capture
        .captured
        .extend(lines.iter().map(|line| Caught { title: line.title.clone(), idea: None }));
    capture.line.set_text("");
    let stage = capture.stage;
    model.pending.push_back(Pending { ideas: Vec::new(), follow: true, closes });
    let command = crate::domain::Capture { stage, lines, source: Source::Form };
    vec![Effect::Commit(command.into())]
}

fn back(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Capture(capture)) = model.overlays.last_mut() else { return Vec::new() };
    if capture.offered.take().is_none() {
        model.overlays.pop();
    }
    Vec::new()
}
