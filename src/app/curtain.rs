//! The curtain: one key hides everything, at once and from anywhere. Behind it one can go on typing
//! what was being typed; a key that would do something unseen does nothing.

use crate::domain::Stamp;
use crate::input::{Action, Chord, Key};

use super::model::Model;
use super::msg::Effect;
use super::overlay::Overlay;

/// What the room sees instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curtain {
    /// In place of the sluice's name: what the meeting is called.
    pub title: Option<String>,
    /// When the break ends, where that was said.
    pub until: Option<Stamp>,
}

/// A break is told in steps of five minutes.
const STEP: i64 = 5 * 60 * 1000;

/// Lets the curtain down, or lifts it. What the terminal had is written over whole.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    if model.curtain.take().is_some() {
        return Vec::new();
    }
    model.curtain = Some(Curtain::default());
    vec![Effect::Redraw]
}

/// A key while the curtain is down; `true` where nobody else is to hear it.
pub(super) fn swallows(
    model: &mut Model,
    action: Option<Action>,
    chord: Chord,
    now: Stamp,
) -> bool {
    if model.curtain.is_none() || action == Some(Action::Curtain) {
        return false;
    }
    if goes_on(model) {
        return action == Some(Action::Interrupt);
    }
    if let Some(curtain) = &mut model.curtain {
        match chord.key {
            Key::Char('+') => curtain.longer(now),
            Key::Char('-') => curtain.shorter(now),
            _ => {}
        }
    }
    true
}

/// Something is being typed behind the curtain.
fn goes_on(model: &Model) -> bool {
    model.context().is_text()
        || matches!(model.overlays.last(), Some(Overlay::Sheet(_) | Overlay::Capture(_)))
}

impl Curtain {
    fn longer(&mut self, now: Stamp) {
        let from = self.until.unwrap_or(now).0.max(now.0);
        self.until = Some(Stamp(from - from.rem_euclid(STEP) + STEP));
    }

    fn shorter(&mut self, now: Stamp) {
        let to = self.until.map(|until| until.0 - STEP).filter(|to| *to > now.0);
        self.until = to.map(Stamp);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_grows_and_shrinks_by_five_minutes() {
        let minute = 60_000;
        let now = Stamp(12 * minute);
        let mut curtain = Curtain::default();
        for expected in [15, 20, 25] {
            curtain.longer(now);
            assert_eq!(curtain.until, Some(Stamp(expected * minute)));
        }
        for expected in [Some(20), Some(15), None, None] {
            curtain.shorter(now);
            assert_eq!(curtain.until, expected.map(|minutes| Stamp(minutes * minute)));
        }
    }
}
