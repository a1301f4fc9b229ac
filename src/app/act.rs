//! What each action does: one line each, by subject.

mod board;
mod find;
mod gate;
mod open;
mod pane;
mod program;
mod shelve;

use crate::domain::{List, Order, Say, Shelf};
use crate::input::{Action, Chord, Needs};

use super::curtain;
use super::entries::{Listed, Matter};
use super::file::{self, WhichFile};
use super::finder::Purpose;
use super::gate_meeting;
use super::gather;
use super::list::ListKind;
use super::model::Model;
use super::msg::Effect;
use super::overlay;
use super::pane::Pane;
use super::privacy::About;
use super::projector;
use super::room;
use super::saving;
use super::voting;

pub(super) use pane::mouse;

pub(super) use program::{go_to, show, to_sluice, to_stage};
pub(super) use shelve::put_back;

/// Carries an action out. The chord is the key that was pressed last: digits say which stage.
pub(super) fn act(model: &mut Model, action: Action, chord: Chord) -> Vec<Effect> {
    match action {
        Action::Palette => return open::finder(model, Purpose::Palette),
        Action::Help => return open::finder(model, Purpose::Help),
        Action::Curtain => return curtain::toggle(model),
        _ => {}
    }
    if model.only_reading && writes(action) {
        model.refuse(Say::new("refused-copy"));
        return Vec::new();
    }
    if model.overlays.last().is_some_and(|overlay| overlay.hears(action)) {
        return overlay::act(model, action, chord);
    }
    if let Err(why) = available(model, action) {
        model.refuse(why);
        return Vec::new();
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
        Action::Up => board::row(model, -1),
        Action::Down => board::row(model, 1),
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
        Action::PutBack => shelve::put_back(model, model.chosen()),
        Action::Undo => program::undo(model),
        Action::Redo => program::redo(model),
        Action::Search => find::search(model),
        Action::Filter => find::filter(model),
        Action::ClearFilter => find::clear(model),
        Action::SaveFilter => find::save(model),
        Action::SavedFilters => find::saved(model),
        Action::Park => open::park(model),
        Action::ParkingLot => open::entries(model, Listed::Matter(Matter::Parking, None)),
        Action::Actions => open::entries(model, Listed::Matter(Matter::Action, None)),
        Action::Attendance => open::entries(model, Listed::Matter(Matter::Attendance, None)),
        Action::Minutes => open::minutes(model, None),
        Action::Answers => open::list(model, ListKind::Answers(None)),
        Action::MinutesNames
        | Action::MinutesVoters
        | Action::MinutesOfficial
        | Action::MinutesMarkdown
        | Action::MinutesHtml => Vec::new(),
        Action::Order => board::order(model),
        Action::Zoom => pane::zoom_board(model),
        Action::Table => find::table(model),
        Action::Palette | Action::Help | Action::Curtain => Vec::new(),
        Action::Projector => projector::toggle(model),
        Action::TestCard => projector::card(model),
        Action::RoomView => room::view::open(model),
        Action::Preflight => open::preflight(model),
        Action::Vote => voting::open(model),
        Action::Gather => gather::open(model),
        Action::Reveal => room::reveal(model),
        Action::Unmerge => gather::unmerge(model),
        Action::LeaveIt | Action::Group | Action::Merge => Vec::new(),
        Action::Matrix => voting::matrix(model),
        Action::GateMeeting => gate_meeting::open(model),
        Action::NextStep | Action::Interest | Action::Advice => Vec::new(),
        Action::Todo => open::list(model, ListKind::Todo),
        Action::Paused => open::list(model, ListKind::Shelf(Shelf::Paused)),
        Action::Closed => open::list(model, ListKind::Shelf(Shelf::Closed)),
        Action::Removed => open::list(model, ListKind::Shelf(Shelf::Removed)),
        Action::History => open::list(model, ListKind::History),
        Action::Drafts => open::list(model, ListKind::Drafts),
        Action::CheckFile => {
            open::list(model, ListKind::Findings);
            vec![Effect::Inspect]
        }
        Action::Backups => open::list(model, ListKind::Backups),
        Action::Backup => {
            model.tell(Say::new("told-backup-taking"));
            vec![Effect::TakeBackup]
        }
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
        | Action::EntryRaise
        | Action::EntryDone
        | Action::EntryPerson => Vec::new(),
        Action::Workshop => room::open(model),
        Action::Workshops => {
            room::list(model);
            Vec::new()
        }
        Action::Clock
        | Action::ChooseClock
        | Action::NextItem
        | Action::PreviousItem
        | Action::Longer
        | Action::Shorter
        | Action::SkipItem
        | Action::RepeatItem
        | Action::StartWorkshop
        | Action::EndWorkshop
        | Action::BackToItem => room::act(model, action),
        Action::Retention => open::privacy(model, About::Retention(None, model.today)),
        Action::Information => open::privacy(model, About::Information(model.language())),
        Action::Erasures => open::list(model, ListKind::Erasures),
        Action::Settings => open::settings(model),
        Action::OpenDemo => file::open(model, WhichFile::Demo),
        Action::OpenOwn => file::open(model, WhichFile::Own),
        Action::TryAgain => saving::try_again(model),
        Action::SaveElsewhere => vec![Effect::SaveElsewhere],
        Action::Redraw => vec![Effect::Redraw],
        Action::Suspend => vec![Effect::Suspend],
        Action::Interrupt => program::interrupt(model),
        Action::Leave => program::leave(model),
    }
}

/// Whether an action leads to something being saved.
fn writes(action: Action) -> bool {
    matches!(
        action,
        Action::Capture
            | Action::BrainDump
            | Action::Edit
            | Action::Comment
            | Action::Test
            | Action::Owner
            | Action::Grab
            | Action::Forward
            | Action::Decide
            | Action::Reply
            | Action::Assess
            | Action::Backward
            | Action::Lower
            | Action::Raise
            | Action::Remove
            | Action::PutBack
            | Action::Undo
            | Action::Redo
            | Action::SaveFilter
            | Action::EntryAdd
            | Action::EntryAmend
            | Action::EntryRemove
            | Action::EntryDone
            | Action::Park
            | Action::EntryLower
            | Action::EntryRaise
            | Action::NextItem
            | Action::PreviousItem
            | Action::Longer
            | Action::Shorter
            | Action::SkipItem
            | Action::RepeatItem
            | Action::StartWorkshop
            | Action::EndWorkshop
            | Action::BackToItem
            | Action::Vote
            | Action::Reveal
            | Action::Group
            | Action::Merge
            | Action::Unmerge
            | Action::Matrix
            | Action::NextStep
            | Action::Interest
            | Action::Advice
    )
}

/// Why an action cannot be done now, if it cannot.
pub(super) fn available(model: &Model, action: Action) -> Result<(), Say> {
    if action.needs() == Needs::Idea && model.chosen().is_empty() {
        return Err(Say::new("refused-no-idea"));
    }
    if model.projector
        && let Some(why) = projector::refuses(action)
    {
        return Err(why);
    }
    match action {
        Action::Backward if model.listed().is_none() && model.board.focus == 0 => {
            Err(Say::new("refused-first-stage"))
        }
        Action::Lower | Action::Raise if model.board.order != Order::ByHand => {
            Err(Say::new("refused-not-by-hand"))
        }
        Action::PutBack
            if model.list().is_none_or(|list| list.kind != ListKind::Shelf(Shelf::Removed)) =>
        {
            Err(Say::new("refused-put-back-elsewhere"))
        }
        _ => gather::available(model, action).and_then(|()| room::available(model, action)),
    }
}
