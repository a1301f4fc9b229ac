//! The line at the foot of each screen: its most likely keys.

mod lines;

use ratatui::Frame;

use crate::app::{InRoom, List, ListKind, Listed, Matter, Model, Overlay, Pane, Screen, VotePage};
use crate::domain::{List as Shared, Shelf};
use crate::input::{Action, Context};
use crate::text::spoken;
use crate::text::width::width;

use super::pen::write;
use super::theme::Look;

use lines::{
    ANSWERS_HINTS, ATTENDANCE_HINTS, BACKUPS_HINTS, CAPTURE_HINTS, CHOICE_ON_HINTS, CLOCK_HINTS,
    DRAFT_HINTS, FILTER_HINTS, FILTERS_HINTS, FINDER_HINTS, FINDING_HINTS, GATE_MEETING_HINTS,
    GATHER_HINTS, HIDDEN_CAPTURE_HINTS, HISTORY_HINTS, IDEAS_HINTS, LIST_HINTS, LIST_NARROW_HINTS,
    MATTER_HINTS, MINUTES_HINTS, NARROW_HINTS, PEOPLE_HINTS, PLAN_HINTS, PROJECTOR_HINTS,
    QUESTION_HINTS, QUICK_HINTS, READ_HINTS, RECOVERY_HINTS, REMOVED_HINTS, RESTORE_HINTS,
    ROOM_CAPTURE_HINTS, ROOM_VIEW_HINTS, RUN_HINTS, SEARCH_HINTS, SLUICE_HINTS, STAGE_HINTS,
    START_HINTS, TABLE_HINTS, TEST_CARD_HINTS, TEXT_HINTS, TEXT_ON_HINTS, WORKSHOPS_HINTS,
};

/// In a pane: what it is for, then the way round and out.
fn pane_hints(model: &Model, pane: Pane) -> Vec<(Action, &'static str)> {
    let mut hints = match pane {
        Pane::Detail => vec![(Action::Edit, "hint-edit")],
        Pane::Comments if model.panes.detail().is_some_and(|it| it.comments.is_empty()) => {
            vec![(Action::Comment, "hint-write")]
        }
        Pane::Comments => {
            vec![(Action::Comment, "hint-write"), (Action::Edit, "hint-edit")]
        }
        Pane::Profile => Vec::new(),
        Pane::History => vec![(Action::Open, "hint-undo-chosen")],
    };
    hints.extend([(Action::NextPane, "hint-pane"), (Action::Back, "hint-back")]);
    if model.is_whole() {
        hints.push((Action::Right, "hint-beside"));
    } else {
        hints.push((Action::Zoom, "hint-zoom"));
    }
    hints.push((Action::Palette, "hint-menu"));
    hints
}

/// The most likely keys: never more than seven, never one cut in half.
const HINTS: &[(Context, &[(Action, &str)])] = &[
    (
        Context::Board,
        &[
            (Action::Open, "hint-open"),
            (Action::Capture, "hint-capture"),
            (Action::Forward, "hint-forward"),
            (Action::Palette, "hint-menu"),
            (Action::Help, "hint-help"),
        ],
    ),
    (Context::Grab, &[(Action::Open, "hint-drop"), (Action::Back, "hint-put-back")]),
    (Context::Line, TEXT_HINTS),
    (Context::Prose, TEXT_HINTS),
    (
        Context::Picker,
        &[
            (Action::Open, "hint-pick"),
            (Action::NextPane, "hint-next-field"),
            (Action::Save, "hint-save"),
            (Action::Back, "hint-back"),
        ],
    ),
    (
        Context::Choice,
        &[
            (Action::Open, "hint-choose"),
            (Action::NextPane, "hint-next-field"),
            (Action::Save, "hint-save"),
            (Action::Back, "hint-back"),
        ],
    ),
];

/// On the screens of votes: what the keys do to what is shown.
fn vote_hints(page: VotePage, context: Context) -> Vec<(Action, &'static str)> {
    let open = match (page, context) {
        (VotePage::Votes, _) => "hint-open",
        (VotePage::Ballots | VotePage::Estimates, Context::Ballot) => "hint-count",
        (VotePage::Result, Context::Vote) => "hint-mark",
        (VotePage::Hands, _) => "hint-next-row",
        (VotePage::Matrix, _) => "hint-next-idea",
        _ => "hint-choose",
    };
    let mut hints = vec![(Action::Open, open)];
    match (page, context) {
        (VotePage::Votes, _) => {
            hints
                .extend([(Action::EntryAdd, "hint-capture"), (Action::EntryRemove, "hint-remove")]);
        }
        (VotePage::Matrix, _) => {
            hints.extend([(Action::Table, "hint-text"), (Action::EntryRemove, "hint-take-off")]);
        }
        (VotePage::Result, Context::Vote) => {
            hints.extend([(Action::Order, "hint-divided"), (Action::NextPane, "hint-more")]);
        }
        _ => hints.push((Action::NextPane, "hint-more")),
    }
    hints.extend([(Action::Back, "hint-back"), (Action::Help, "hint-help")]);
    hints
}

fn list_hints(list: &List) -> &'static [(Action, &'static str)] {
    match list.kind {
        _ if list.listing.typing => LIST_NARROW_HINTS,
        ListKind::History => HISTORY_HINTS,
        ListKind::Drafts => DRAFT_HINTS,
        // Where nothing is wrong there is nothing to mend.
        ListKind::Findings if list.listing.count() == 0 => READ_HINTS,
        ListKind::Findings => FINDING_HINTS,
        ListKind::Backups => BACKUPS_HINTS,
        ListKind::Erasures => READ_HINTS,
        ListKind::Answers(_) => ANSWERS_HINTS,
        ListKind::Shelf(Shelf::Removed) => REMOVED_HINTS,
        ListKind::Todo | ListKind::Shelf(_) => IDEAS_HINTS,
    }
}

pub(super) fn draw(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let area = super::chrome::inset(Screen::of(model.size).hints);
    if area.height == 0 {
        return;
    }
    let context = model.context();
    let mut hints: Vec<(String, String)> = Vec::new();
    let whole = model.overlays.is_empty() && model.is_whole();
    let arrows: &[(&str, &str)] = match context {
        _ if context.is_text() => &[],
        _ if whole => &[("key-up-down", "hint-scroll")],
        Context::RunSheet => &[],
        Context::Entries | Context::Minutes => &[("key-up-down", "hint-move")],
        _ if matches!(model.overlays.last(), Some(Overlay::TestCard)) => &[],
        _ => &[("key-arrows", "hint-move")],
    };
    for (key, word) in arrows {
        hints.push((model.words.get(key).into_owned(), model.words.get(word).into_owned()));
    }
    let own = match model.overlays.last() {
        Some(Overlay::Capture(it)) => match it.in_room {
            InRoom::No | InRoom::Beside => CAPTURE_HINTS.to_vec(),
            InRoom::Shown => ROOM_CAPTURE_HINTS.to_vec(),
            InRoom::Hidden { .. } => HIDDEN_CAPTURE_HINTS.to_vec(),
        },
        Some(Overlay::Gather(gather)) => match gather.ask {
            Some(_) => RESTORE_HINTS.to_vec(),
            None => GATHER_HINTS.to_vec(),
        },
        Some(Overlay::Entries(entries)) => match entries.listed {
            Listed::Sluices => SLUICE_HINTS.to_vec(),
            Listed::Stages => STAGE_HINTS.to_vec(),
            Listed::Questions(_) => QUESTION_HINTS.to_vec(),
            Listed::List(Shared::People) => PEOPLE_HINTS.to_vec(),
            Listed::Workshops => WORKSHOPS_HINTS.to_vec(),
            Listed::Matter(Matter::Attendance, _) => ATTENDANCE_HINTS.to_vec(),
            Listed::Matter(..) => MATTER_HINTS.to_vec(),
            Listed::List(_) | Listed::Tests(_) => LIST_HINTS.to_vec(),
        },
        Some(Overlay::Minutes(_)) => MINUTES_HINTS.to_vec(),
        Some(Overlay::Sheet(sheet)) if sheet.saves_on_enter() => QUICK_HINTS.to_vec(),
        Some(Overlay::Sheet(sheet)) if sheet.is_start() => START_HINTS.to_vec(),
        Some(Overlay::RunSheet(sheet)) if sheet.clock => CLOCK_HINTS.to_vec(),
        Some(Overlay::RunSheet(sheet)) if model.held.running == Some(sheet.workshop) => {
            let mut hints = RUN_HINTS.to_vec();
            if sheet.tool(model).is_some() {
                hints.retain(|(action, _)| *action != Action::BrainDump);
                hints.insert(1, (Action::Open, "hint-open"));
            }
            hints
        }
        Some(Overlay::RunSheet(_)) => PLAN_HINTS.to_vec(),
        Some(Overlay::Sheet(sheet))
            if sheet.is_restore() || sheet.is_last_question() || sheet.asks_back() =>
        {
            RESTORE_HINTS.to_vec()
        }
        Some(Overlay::Sheet(sheet)) if sheet.goes_on() && context == Context::Choice => {
            CHOICE_ON_HINTS.to_vec()
        }
        Some(Overlay::Sheet(sheet)) if sheet.goes_on() && context.is_text() => {
            TEXT_ON_HINTS.to_vec()
        }
        Some(Overlay::Sheet(sheet)) if sheet.is_recovery() => RECOVERY_HINTS.to_vec(),
        Some(Overlay::Search(_)) => SEARCH_HINTS.to_vec(),
        Some(Overlay::Filter(_)) => FILTER_HINTS.to_vec(),
        Some(Overlay::Table(table)) if table.typing => NARROW_HINTS.to_vec(),
        Some(Overlay::Table(_)) => TABLE_HINTS.to_vec(),
        Some(Overlay::Filters(_)) => FILTERS_HINTS.to_vec(),
        Some(Overlay::Finder(_)) => FINDER_HINTS.to_vec(),
        Some(Overlay::Voting(voting)) => vote_hints(voting.page(), context),
        Some(Overlay::GateMeeting(_)) => GATE_MEETING_HINTS.to_vec(),
        Some(Overlay::TestCard) => TEST_CARD_HINTS.to_vec(),
        Some(Overlay::RoomView) => ROOM_VIEW_HINTS.to_vec(),
        None if model.projector && context == Context::Board => PROJECTOR_HINTS.to_vec(),
        Some(Overlay::List(list)) => list_hints(list).to_vec(),
        None if let Some(pane) = model.focus.pane() => pane_hints(model, pane),
        _ => HINTS
            .iter()
            .find(|(known, _)| *known == context)
            .map_or(Vec::new(), |(_, own)| own.to_vec()),
    };
    for (action, word) in own {
        if let Some(key) = key_name(model, context, action) {
            hints.push((key, model.words.get(word).into_owned()));
        }
    }
    let mut x = area.x;
    for (at, (key, word)) in hints.iter().take(7).enumerate() {
        let gap = if at == 0 { 0 } else { 3 };
        let wide = u16::try_from(gap + width(key) + 1 + width(word)).unwrap_or(u16::MAX);
        if x + wide > area.right() {
            break;
        }
        x += u16::try_from(gap).unwrap_or(0);
        let cells = frame.buffer_mut();
        x += write(cells, x, area.y, area.right() - x, key, look.accent) + 1;
        x += write(cells, x, area.y, area.right() - x, word, look.text);
    }
}

/// A key as a person calls it.
fn key_name(model: &Model, context: Context, action: Action) -> Option<String> {
    // Space opens the menu; pressed twice, the palette.
    if action == Action::Palette {
        return Some(model.words.get("key-space").into_owned());
    }
    let key = model.keymap.key_of(context, action)?;
    Some(spoken(key, &model.words))
}
