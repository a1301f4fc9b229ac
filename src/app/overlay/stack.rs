//! The stack of overlays: who is asked, and that nobody is lost whatever goes wrong while answering.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use crate::app::model::Model;
use crate::app::msg::{Effect, Mouse};
use crate::app::saving;
use crate::input::{Action, Chord};

use super::{Overlay, Turn};

/// Lets each overlay find its place, and look at what was read for it.
pub(in crate::app) fn settle(model: &mut Model) {
    each(model, Overlay::settle);
}

/// Before the screen is drawn, what many keys may have asked for is done once.
pub fn catch_up(model: &mut Model) {
    each(model, |overlay, model| {
        if let Overlay::Finder(finder) = overlay {
            finder.catch_up(model);
        }
    });
}

fn each(model: &mut Model, mut settle: impl FnMut(&mut Overlay, &Model)) {
    let mut overlays = std::mem::take(&mut model.overlays);
    // Whatever goes wrong in here, what is typed there is not lost.
    let settled = catch_unwind(AssertUnwindSafe(|| {
        for overlay in &mut overlays {
            settle(overlay, model);
        }
    }));
    model.overlays = overlays;
    if let Err(panic) = settled {
        resume_unwind(panic);
    }
}

/// Lets the topmost overlay answer. It is off the stack while it does, so that it may change the
/// model and put others on top of itself.
fn ask(model: &mut Model, question: impl FnOnce(&mut Overlay, &mut Model) -> Turn) -> Vec<Effect> {
    let Some(mut overlay) = model.overlays.pop() else { return Vec::new() };
    let place = model.overlays.len();
    // Whatever goes wrong in here, what is typed there is not lost.
    let asked = AssertUnwindSafe(|| question(&mut overlay, model));
    let turn = match catch_unwind(asked) {
        Ok(turn) => turn,
        Err(panic) => {
            model.overlays.insert(place.min(model.overlays.len()), overlay);
            resume_unwind(panic)
        }
    };
    match (turn.closes, overlay.waits()) {
        (false, _) => model.overlays.insert(place.min(model.overlays.len()), overlay),
        (true, true) => saving::lay_aside(model, overlay),
        (true, false) => {}
    }
    turn.effects
}

pub(in crate::app) fn act(model: &mut Model, action: Action, chord: Chord) -> Vec<Effect> {
    ask(model, |overlay, model| overlay.act(model, action, chord))
}

pub(in crate::app) fn typed(model: &mut Model, chord: Chord) -> Vec<Effect> {
    ask(model, |overlay, model| overlay.typed(model, chord))
}

pub(in crate::app) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    ask(model, |overlay, model| overlay.paste(model, text))
}

pub(in crate::app) fn mouse(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    ask(model, |overlay, model| overlay.mouse(model, mouse))
}
