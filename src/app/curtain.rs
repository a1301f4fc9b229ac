//! The curtain: one key hides everything, at once and from anywhere. Behind it one can go on typing
//! what was being typed; a key that would do something unseen does nothing.

use crate::domain::Stamp;
use crate::domain::live::Curtain;
use crate::input::{Action, Chord, Key};

use super::model::Model;
use super::msg::Effect;
use super::overlay::Overlay;

/// A break is told in steps of five minutes.
const STEP: i64 = 5 * 60 * 1000;

/// Lets the curtain down, or lifts it. What the terminal had is written over whole.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    if model.curtain.take().is_some() {
        return Vec::new();
    }
    model.curtain = Some(Curtain::Break { until: None });
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
            Key::Char('+') => *curtain = longer(curtain, now),
            Key::Char('-') => *curtain = shorter(curtain, now),
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

fn until(curtain: &Curtain) -> Option<Stamp> {
    match curtain {
        Curtain::Break { until } => *until,
        Curtain::Plain | Curtain::Counting { .. } => None,
    }
}

fn longer(curtain: &Curtain, now: Stamp) -> Curtain {
    let from = until(curtain).unwrap_or(now).0.max(now.0);
    Curtain::Break { until: Some(Stamp(from - from.rem_euclid(STEP) + STEP)) }
}

fn shorter(curtain: &Curtain, now: Stamp) -> Curtain {
    let to = until(curtain).map(|until| until.0 - STEP).filter(|to| *to > now.0);
    Curtain::Break { until: to.map(Stamp) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_grows_and_shrinks_by_five_minutes() {
        let minute = 60_000;
        let now = Stamp(12 * minute);
        let mut curtain = Curtain::Break { until: None };
        for expected in [15, 20, 25] {
            curtain = longer(&curtain, now);
            assert_eq!(until(&curtain), Some(Stamp(expected * minute)));
        }
        for expected in [Some(20), Some(15), None, None] {
            curtain = shorter(&curtain, now);
            assert_eq!(until(&curtain), expected.map(|minutes| Stamp(minutes * minute)));
        }
    }
}
