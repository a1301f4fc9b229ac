//! The program itself: back, undo, language, theme, leaving.

use crate::app::model::{Focus, Model, Pending, Theme};
use crate::app::msg::Effect;
use crate::app::pane::Pane;
use crate::app::saving;
use crate::domain::{IdeaId, Language, Say, SluiceId, StageId};
use crate::input::Chord;
use crate::text::Words;

/// One level back: marks first, then the filter. Behind the board itself there is nothing: a letter leaves there,
/// Esc never does.
pub(super) fn back(model: &mut Model, chord: Chord) -> Vec<Effect> {
    if !model.board.marks.is_empty() {
        model.board.marks.clear();
        return Vec::new();
    }
    if !model.board.filter.line().is_empty() {
        model.board.filter.clear();
        return Vec::new();
    }
    if chord.typed().is_some() { leave(model) } else { Vec::new() }
}

/// The text of the idea in focus, or a line for each that is marked.
pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    model.tell(Say::new("told-copied"));
    vec![Effect::CopyIdeas(model.chosen())]
}

pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    model.pending.push_back(Pending { follow: true, ..Pending::default() });
    vec![Effect::Undo]
}

pub(super) fn redo(model: &mut Model) -> Vec<Effect> {
    model.pending.push_back(Pending { follow: true, ..Pending::default() });
    vec![Effect::Redo]
}

pub(super) fn language(model: &mut Model) -> Vec<Effect> {
    let other = match model.language() {
        Language::Sv => Language::En,
        Language::En => Language::Sv,
    };
    model.words = Words::of(other);
    model.words.today = Some(model.today);
    model.tell(Say::new("told-language"));
    vec![Effect::Remember { name: "language", value: other.tag().to_owned() }]
}

pub(super) fn theme(model: &mut Model) -> Vec<Effect> {
    let at = Theme::ALL.iter().position(|theme| *theme == model.theme).unwrap_or(0);
    model.theme = Theme::ALL[(at + 1) % Theme::ALL.len()];
    model.tell(Say::new(match model.theme {
        Theme::Auto => "told-theme-auto",
        Theme::Dark => "told-theme-dark",
        Theme::Light => "told-theme-light",
        Theme::Contrast => "told-theme-contrast",
        Theme::Terminal => "told-theme-terminal",
    }));
    vec![Effect::Remember { name: "theme", value: model.theme.name().to_owned() }]
}

/// Ctrl+C ends nothing at the first press; it says how to leave.
pub(super) fn interrupt(model: &mut Model) -> Vec<Effect> {
    let saved =
        model.pending.is_empty() && model.saving.failed.is_empty() && model.saving.barred.is_none();
    model.tell(Say::new(if saved { "told-how-to-leave" } else { "told-how-to-leave-now" }));
    Vec::new()
}

pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    saving::leave(model)
}

/// To a stage of this sluice, on the board.
pub(in crate::app) fn to_stage(model: &mut Model, stage: StageId) {
    if let Some(at) = model.frame.stages.iter().position(|known| known.id == stage) {
        to_the_board(model);
        model.board.focus = at;
    }
}

/// To the board of another sluice.
pub(in crate::app) fn to_sluice(model: &mut Model, sluice: SluiceId) {
    to_the_board(model);
    model.show_sluice(sluice);
}

/// To an idea by its number: on the board where it stands there, over the whole screen elsewhere.
pub(in crate::app) fn go_to(model: &mut Model, idea: IdeaId) {
    if idea.0 > model.frame.highest {
        model.refuse(Say::new("refused-idea-gone"));
        return;
    }
    to_the_board(model);
    model.sought = Some(idea);
    model.away = Some(idea);
}

/// Shows an idea over the whole screen, wherever it stands.
pub(in crate::app) fn show(model: &mut Model, idea: IdeaId) {
    model.panes.opened = Some(idea);
    model.focus = Focus::Whole(Pane::Detail);
}

fn to_the_board(model: &mut Model) {
    model.overlays.clear();
    model.behind = None;
    model.panes.opened = None;
    model.focus = Focus::Board;
}
