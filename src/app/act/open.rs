//! Opening what lies on top: the capture line and the sheets.

use crate::app::capture::{Capture, InRoom};
use crate::app::entries::{Entries, Listed, Matter};
use crate::app::finder::{Finder, Purpose};
use crate::app::list::{List, ListKind};
use crate::app::minutes::Preview;
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::opening::Opening;
use crate::app::overlay::Overlay;
use crate::app::privacy::About;
use crate::app::room;
use crate::app::sheet;
use crate::domain::WorkshopId;

/// Opens the line. What is captured lands in the first stage, wherever the focus is.
pub(super) fn capture(model: &mut Model, stays: bool) -> Vec<Effect> {
    if let Some(stage) = model.frame.stages.first().map(|stage| stage.id) {
        let mut capture =
            Capture::new(stage, stays).with_left(std::mem::take(&mut model.saving.left));
        capture.line.placeholder(model.words.get("capture-reminder").into_owned());
        // On a mirrored screen whoever is done with the line is not to stand before what came in unseen.
        let effects = match InRoom::of(model).is_masked() && model.overlays.is_empty() {
            true => room::view::open(model),
            false => Vec::new(),
        };
        model.overlays.push(Overlay::Capture(Box::new(capture)));
        return effects;
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
    match model.focused() {
        Some(idea) => entries(model, Listed::Tests(idea)),
        None => Vec::new(),
    }
}

pub(super) fn settings(model: &mut Model) -> Vec<Effect> {
    model.opening = Some(Opening::Settings);
    Vec::new()
}

pub(super) fn privacy(model: &mut Model, about: About) -> Vec<Effect> {
    model.opening = Some(Opening::Privacy(about));
    Vec::new()
}

/// One line for what is to be taken up another time, at the workshop that is being held.
pub(super) fn park(model: &mut Model) -> Vec<Effect> {
    model.opening = Some(Opening::Matter(Matter::Parking, None, None));
    Vec::new()
}

/// Opens minutes to be read before they are written down: of the workshop that is meant where none
/// is named.
pub(super) fn minutes(model: &mut Model, workshop: Option<WorkshopId>) -> Vec<Effect> {
    model.overlays.push(Overlay::Minutes(Box::new(Preview::new(workshop))));
    Vec::new()
}

pub(super) fn entries(model: &mut Model, listed: Listed) -> Vec<Effect> {
    model.overlays.push(Overlay::Entries(Box::new(Entries::new(listed))));
    Vec::new()
}

/// Opens a list over the board. Lists do not pile up: another takes its place.
pub(super) fn list(model: &mut Model, kind: ListKind) -> Vec<Effect> {
    if let Some(Overlay::List(_)) = model.overlays.last() {
        model.overlays.pop();
    }
    model.overlays.push(Overlay::List(Box::new(List::new(kind))));
    Vec::new()
}

pub(super) fn finder(model: &mut Model, purpose: Purpose) -> Vec<Effect> {
    if !matches!(model.overlays.last(), Some(Overlay::Finder(_))) {
        let finder = Finder::new(model, purpose);
        model.overlays.push(Overlay::Finder(Box::new(finder)));
    }
    Vec::new()
}

/// What the projector has, and what to see to before a workshop.
pub(super) fn preflight(model: &mut Model) -> Vec<Effect> {
    let sheet = sheet::preflight(model);
    model.overlays.push(Overlay::Sheet(Box::new(sheet)));
    Vec::new()
}
