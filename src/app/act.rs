//! What each action does: one line each, by subject.

mod board;
mod find;
mod gate;
mod open;
mod pane;
mod program;

use crate::domain::{List, Say};
use crate::input::{Action, Chord, Needs};

use super::entries::Listed;
use super::file::{self, WhichFile};
use super::model::Model;
use super::msg::Effect;
use super::overlay;
use super::pane::Pane;

pub(super) use pane::mouse;

/// Carries an action out. The chord is the key that was pressed last: digits say which stage.
pub(super) fn act(model: &mut Model, action: Action, chord: Chord) -> Vec<Effect> {
    if let Err(why) = available(model, action) {
        model.refuse(why);
        return Vec::new();
    }
    if !model.overlays.is_empty() {
        return overlay::act(model, action, chord);
    }
    if model.board.carried.is_some() {
        return board::carry(model, action, chord);
    }
    if let Some(pane) = model.focus.pane()
        && let Some(effects) = pane::act_in(model, pane, action)
    {
        return effects;
    }
    match action {
        Action::Left => board::across(model, -1),
        Action::Right => board::across(model, 1),
        Action::Up => board::along(model, -1),
        Action::Down => board::along(model, 1),
        Action::First => board::end(model, crate::domain::Anchor::Head),
        Action::Last => board::end(model, crate::domain::Anchor::Foot),
        Action::PageUp => board::page(model, -1),
        Action::PageDown => board::page(model, 1),
        Action::Stage => board::stage(model, chord),
        Action::Open => pane::open(model, Pane::Detail),
        Action::Back => program::back(model, chord),
        Action::NextPane => pane::enter(model, 1),
        Action::PreviousPane => pane::enter(model, -1),
        Action::Capture => open::capture(model, false),
        Action::BrainDump => open::capture(model, true),
        Action::Edit => open::edit(model),
        Action::Copy => program::copy(model),
        Action::Comment => open::comment(model),
        Action::Owner => open::owner(model),
        Action::Test => open::test(model),
        Action::Save | Action::EditOutside => Vec::new(),
        Action::Grab => board::grab(model),
        Action::Forward => gate::forward(model),
        Action::Decide => gate::decide(model),
        Action::Reply => gate::reply(model),
        Action::Assess => gate::assess(model),
        Action::Backward => board::back(model),
        Action::Lower => board::nudge(model, 1),
        Action::Raise => board::nudge(model, -1),
        Action::Mark => board::mark(model),
        Action::Remove => gate::remove(model),
        Action::Undo => program::undo(model),
        Action::Redo => program::redo(model),
        Action::Search => find::search(model),
        Action::Filter => find::filter(model),
        Action::ClearFilter => find::clear(model),
        Action::SaveFilter => find::save(model),
        Action::SavedFilters => find::saved(model),
        Action::Order => board::order(model),
        Action::Zoom => pane::zoom_board(model),
        Action::Table => find::table(model),
        Action::Menu | Action::Palette | Action::Help => Vec::new(),
        Action::Language => program::language(model),
        Action::Theme => program::theme(model),
        Action::Sluices => open::entries(model, Listed::Sluices),
        Action::Stages => open::entries(model, Listed::Stages),
        Action::Units => open::entries(model, Listed::List(List::Units)),
        Action::Tags => open::entries(model, Listed::List(List::Tags)),
        Action::Challenges => open::entries(model, Listed::List(List::Challenges)),
        Action::Targets => open::entries(model, Listed::List(List::Targets)),
        Action::People => open::entries(model, Listed::List(List::People)),
        Action::EntryAdd
        | Action::EntryAmend
        | Action::EntryInside
        | Action::EntryRemove
        | Action::EntryLower
        | Action::EntryRaise => Vec::new(),
        Action::Settings => open::settings(model),
        Action::OpenDemo => file::open(model, WhichFile::Demo),
        Action::OpenOwn => file::open(model, WhichFile::Own),
        Action::Redraw => vec![Effect::Redraw],
        Action::Suspend => vec![Effect::Suspend],
        Action::Interrupt => program::interrupt(model),
        Action::Leave => program::leave(model),
    }
}

/// What can be done to the program whatever lies on top.
pub(super) fn everywhere(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Undo => program::undo(model),
        Action::Redo => program::redo(model),
        Action::Language => program::language(model),
        Action::Theme => program::theme(model),
        Action::Redraw => vec![Effect::Redraw],
        _ => Vec::new(),
    }
}

/// Why an action cannot be done now, if it cannot.
pub(super) fn available(model: &Model, action: Action) -> Result<(), Say> {
    match action.needs() {
        Needs::Nothing => Ok(()),
        Needs::Idea if model.chosen().is_empty() => Err(Say::new("refused-no-idea")),
        Needs::Idea => Ok(()),
    }
}
