//! The projector: a mode in which nothing private is read, the board shows few, large cards, and a
//! test card asks whether all can read. That nothing private comes through is the affair of what is
//! read (`Effect::Project`); here is what must be forgotten, and what is not done before a room.

use crate::domain::filter::{Condition, Pick};
use crate::domain::{Filter, PERSONAL_FIELDS, Say};
use crate::input::Action;

use super::entries::Matter;
use super::model::{Frame, Model};
use super::msg::Effect;
use super::opening::{AtGateAsk, Opening};
use super::overlay::Overlay;
use super::pane::Panes;
use super::privacy::About;
use super::room::show::Screens;
use super::room::view;
use super::sheet::{Kind, Sheet};

/// Asks that what is read be veiled, or not any more.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    let typing = |overlay: &Overlay| matches!(overlay, Overlay::Sheet(_) | Overlay::Capture(_));
    if model.overlays.iter().any(typing) || model.opening.is_some() {
        model.refuse(Say::new("refused-projector-typing"));
        return Vec::new();
    }
    if model.board.carried.is_some() {
        model.refuse(Say::new("refused-projector-carrying"));
        return Vec::new();
    }
    vec![Effect::Project(!model.projector)]
}

/// What is read is veiled now, or not any more: all that was read before is forgotten.
pub(super) fn turned(model: &mut Model, on: bool, who: String) -> Vec<Effect> {
    model.projector = on;
    model.who = who;
    forget(model);
    model.tell(Say::new(if on { "told-projector-on" } else { "told-projector-off" }));
    let mut effects = vec![remember("projector", if on { "on" } else { "off" })];
    if on && model.held.running.is_some() && model.show.screens == Screens::Mirrored {
        effects.extend(view::open(model));
    }
    if on && !model.card_seen {
        effects.extend(card(model));
    }
    effects
}

/// The test card, over everything.
pub(super) fn card(model: &mut Model) -> Vec<Effect> {
    if !matches!(model.overlays.last(), Some(Overlay::TestCard)) {
        model.overlays.push(Overlay::TestCard);
    }
    if std::mem::replace(&mut model.card_seen, true) {
        return Vec::new();
    }
    vec![remember("test-card", "seen")]
}

fn remember(name: &'static str, value: &str) -> Effect {
    Effect::Remember { name, value: value.to_owned() }
}

fn forget(model: &mut Model) {
    let focused = model.focused();
    model.version += 1;
    // What the room goes by stays.
    model.overlays.retain(|overlay| matches!(overlay, Overlay::RunSheet(_)));
    model.held.forget();
    model.behind = None;
    model.opening = None;
    model.notice = None;
    model.shape = None;
    model.tests = None;
    model.board.columns.clear();
    model.board.marks.clear();
    if model.projector && names_somebody(model.board.filter.line()) {
        model.board.filter.clear();
    }
    let (front, board_alone) = (model.panes.front, model.panes.board_alone);
    model.panes = Panes::default();
    model.panes.front = front;
    model.panes.board_alone = board_alone;
    model.focus = super::model::Focus::Board;
    model.desk.turn_over();
    let old = std::mem::take(&mut model.frame);
    let Frame { sluices, sluice, all, stages, highest, running, .. } = old;
    model.frame = Frame { sluices, sluice, all, stages, highest, running, ..Frame::default() };
    model.sought = focused;
}

/// The filter says a person's name.
fn names_somebody(line: &str) -> bool {
    let named = |pick: &Pick| matches!(pick, Pick::Named(_));
    Filter::parse(line).terms.iter().any(|term| match &term.condition {
        Condition::Owner(pick) | Condition::Giver(pick) => named(pick),
        _ => false,
    })
}

/// Why an action is not done before a room, where it is not.
pub(super) fn refuses(action: Action) -> Option<Say> {
    match action {
        Action::Owner
        | Action::People
        | Action::Targets
        | Action::EntryPerson
        | Action::Attendance
        | Action::Interest
        | Action::MinutesNames
        | Action::MinutesVoters
        | Action::Retention
        | Action::Erasures => Some(Say::new("refused-projector-people")),
        // What is wrong in the file is told idea by idea.
        Action::CheckFile => Some(Say::new("refused-projector-check")),
        Action::Reply | Action::Answers => Some(Say::new("refused-projector-reply")),
        _ => None,
    }
}

/// The same for what opens in another way than by its action.
pub(super) fn refuses_to_open(opening: &Opening) -> Option<Say> {
    match opening {
        Opening::Owner(_) => refuses(Action::Owner),
        Opening::Reply(_) => refuses(Action::Reply),
        Opening::Matter(Matter::Attendance, ..) => refuses(Action::Attendance),
        Opening::AtGate(AtGateAsk::Interest(_) | AtGateAsk::Attends(..)) => {
            refuses(Action::Interest)
        }
        Opening::Privacy(About::Person(_)) => refuses(Action::People),
        Opening::Privacy(About::Retention(..)) => refuses(Action::Retention),
        _ => None,
    }
}

/// Takes the parts in which people are named off a sheet, and says so where there were any.
pub(super) fn discreet(sheet: &mut Sheet) {
    let before = sheet.parts.len();
    let settings = matches!(sheet.kind, Kind::Settings(_));
    let names = |key: &str| PERSONAL_FIELDS.contains(&key) || (settings && key == "who");
    sheet.parts.retain(|part| !names(&part.key));
    if sheet.parts.len() == before {
        return;
    }
    sheet.focus = sheet.focus.min(sheet.parts.len().saturating_sub(1));
    sheet.say_last(Say::new("projector-people-left-out"));
}
