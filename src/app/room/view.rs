//! The room's picture on this window: the public form of each item, where the projector mirrors what
//! the person sees, and otherwise a look at what stands on the audience's window.

use crate::app::act;
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlay::{Overlay, Turn};
use crate::domain::Say;
use crate::input::{Action, Chord};

/// Puts it on top; where no workshop is held there is nothing to be seen.
pub(in crate::app) fn open(model: &mut Model) -> Vec<Effect> {
    if model.held.running.is_none() {
        model.refuse(Say::new("refused-no-workshop"));
        return Vec::new();
    }
    if !matches!(model.overlays.last(), Some(Overlay::RoomView)) {
        model.overlays.push(Overlay::RoomView);
    }
    Vec::new()
}

/// What is done there is done to the board behind it, which is what the room follows.
pub(in crate::app) fn act(model: &mut Model, action: Action, chord: Chord) -> Turn {
    match (action, model.focus.pane()) {
        (Action::Back, None) => Turn::close(),
        _ => Turn::with(act::act(model, action, chord)),
    }
}
