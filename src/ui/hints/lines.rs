//! What each screen hints at: its actions and the words for them, the most wanted first.

use crate::input::Action;

pub(super) const ROOM_VIEW_HINTS: &[(Action, &str)] = &[
    (Action::BrainDump, "hint-capture"),
    (Action::Curtain, "hint-curtain"),
    (Action::Back, "hint-to-board"),
    (Action::Palette, "hint-menu"),
];

pub(super) const CAPTURE_HINTS: &[(Action, &str)] =
    &[(Action::Open, "hint-save"), (Action::NextPane, "hint-form"), (Action::Back, "hint-close")];

/// Before a room: what is typed, and what the room says of it.
pub(super) const ROOM_CAPTURE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-save"),
    (Action::LeaveIt, "hint-leave-it"),
    (Action::Park, "hint-park"),
    (Action::Back, "hint-close"),
];

pub(super) const HIDDEN_CAPTURE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-save"),
    (Action::Reveal, "hint-reveal"),
    (Action::Park, "hint-park"),
    (Action::Back, "hint-close"),
];

pub(super) const GATHER_HINTS: &[(Action, &str)] = &[
    (Action::Mark, "hint-mark"),
    (Action::Group, "hint-group"),
    (Action::Merge, "hint-merge"),
    (Action::EntryRemove, "hint-take-out"),
    (Action::Undo, "hint-undo"),
    (Action::Back, "hint-back"),
    (Action::Help, "hint-help"),
];

pub(super) const START_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-on"),
    (Action::NextPane, "hint-next-field"),
    (Action::Back, "hint-leave"),
];

pub(super) const RESTORE_HINTS: &[(Action, &str)] =
    &[(Action::Open, "hint-run"), (Action::Back, "hint-back"), (Action::Help, "hint-help")];

pub(super) const RECOVERY_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-on"),
    (Action::Save, "hint-run"),
    (Action::Back, "hint-leave"),
    (Action::Help, "hint-help"),
];

pub(super) const SLUICE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-show"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryAmend, "hint-name"),
    (Action::EntryLower, "hint-down"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

pub(super) const STAGE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-change"),
    (Action::EntryInside, "hint-questions"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryLower, "hint-down"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

pub(super) const QUESTION_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-change"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryLower, "hint-down"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

pub(super) const LIST_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-change"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

/// One line is all that is asked for.
pub(super) const QUICK_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-save"),
    (Action::NextPane, "hint-next-field"),
    (Action::Back, "hint-back"),
];

pub(super) const MATTER_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-change"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryDone, "hint-settled"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

pub(super) const ATTENDANCE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-interest"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryAmend, "hint-change"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

pub(super) const MINUTES_HINTS: &[(Action, &str)] = &[
    (Action::MinutesNames, "hint-names"),
    (Action::MinutesOfficial, "hint-official"),
    (Action::MinutesMarkdown, "hint-markdown"),
    (Action::MinutesHtml, "hint-html"),
    (Action::Back, "hint-back"),
    (Action::Answers, "hint-answers"),
];

pub(super) const ANSWERS_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-answer"),
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::Palette, "hint-menu"),
    (Action::Help, "hint-help"),
];

pub(super) const SEARCH_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-open"),
    (Action::NextPane, "hint-on-board"),
    (Action::Save, "hint-save"),
    (Action::Back, "hint-back"),
];

pub(super) const FILTER_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-keep"),
    (Action::NextPane, "hint-list"),
    (Action::Save, "hint-save"),
    (Action::Back, "hint-show-all"),
];

pub(super) const TABLE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-open"),
    (Action::Order, "hint-sort"),
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::NextPane, "hint-on-board"),
];

pub(super) const NARROW_HINTS: &[(Action, &str)] =
    &[(Action::Open, "hint-keep"), (Action::Save, "hint-save"), (Action::Back, "hint-show-all")];

pub(super) const FILTERS_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-show"),
    (Action::Edit, "hint-rename"),
    (Action::Remove, "hint-remove"),
    (Action::Back, "hint-back"),
];

pub(super) const TEXT_HINTS: &[(Action, &str)] = &[
    (Action::NextPane, "hint-next-field"),
    (Action::Save, "hint-save"),
    (Action::Back, "hint-back"),
];

pub(super) const IDEAS_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-open"),
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::Palette, "hint-menu"),
    (Action::Help, "hint-help"),
];

pub(super) const REMOVED_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-restore"),
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::Palette, "hint-menu"),
    (Action::Help, "hint-help"),
];

pub(super) const BACKUPS_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-show"),
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::Palette, "hint-menu"),
    (Action::Help, "hint-help"),
];

pub(super) const PEOPLE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-change"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryRemove, "hint-remove"),
    (Action::EntryPerson, "hint-person"),
    (Action::Back, "hint-back"),
];

/// A sheet that leads to another.
pub(super) const CHOICE_ON_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-choose"),
    (Action::NextPane, "hint-next-field"),
    (Action::Save, "hint-on"),
    (Action::Back, "hint-back"),
];

pub(super) const TEXT_ON_HINTS: &[(Action, &str)] = &[
    (Action::NextPane, "hint-next-field"),
    (Action::Save, "hint-on"),
    (Action::Back, "hint-back"),
];

/// A list that is only read.
pub(super) const READ_HINTS: &[(Action, &str)] = &[
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::Palette, "hint-menu"),
    (Action::Help, "hint-help"),
];

pub(super) const HISTORY_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-undo-this"),
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::Palette, "hint-menu"),
    (Action::Help, "hint-help"),
];

pub(super) const FINDING_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-mend"),
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::Palette, "hint-menu"),
    (Action::Help, "hint-help"),
];

pub(super) const DRAFT_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-take-up"),
    (Action::Remove, "hint-discard"),
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::Palette, "hint-menu"),
    (Action::Help, "hint-help"),
];

/// A list that is being narrowed.
pub(super) const LIST_NARROW_HINTS: &[(Action, &str)] =
    &[(Action::Open, "hint-done"), (Action::Back, "hint-show-all")];

/// A workshop before it is held, and after.
pub(super) const PLAN_HINTS: &[(Action, &str)] = &[
    (Action::StartWorkshop, "hint-start"),
    (Action::Open, "hint-change"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryLower, "hint-down"),
    (Action::Back, "hint-back"),
    (Action::Help, "hint-help"),
];

pub(super) const RUN_HINTS: &[(Action, &str)] = &[
    (Action::NextItem, "hint-next-item"),
    (Action::Clock, "hint-pause"),
    (Action::Longer, "hint-minute"),
    (Action::Zoom, "hint-clock"),
    (Action::BrainDump, "hint-ideas"),
    (Action::Curtain, "hint-curtain"),
    (Action::Help, "hint-help"),
];

pub(super) const CLOCK_HINTS: &[(Action, &str)] = &[
    (Action::Clock, "hint-pause"),
    (Action::Longer, "hint-minute"),
    (Action::NextItem, "hint-next-item"),
    (Action::ChooseClock, "hint-choose-clock"),
    (Action::Back, "hint-back"),
];

pub(super) const WORKSHOPS_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-run-sheet"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryAmend, "hint-change"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

pub(super) const TEST_CARD_HINTS: &[(Action, &str)] = &[
    (Action::Back, "hint-to-board"),
    (Action::Theme, "hint-theme"),
    (Action::Projector, "hint-projector-off"),
];

pub(super) const PROJECTOR_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-open"),
    (Action::Curtain, "hint-curtain"),
    (Action::Projector, "hint-projector-off"),
    (Action::Palette, "hint-menu"),
];

pub(super) const FINDER_HINTS: &[(Action, &str)] =
    &[(Action::Open, "hint-run"), (Action::Back, "hint-back")];

/// Ideas at their gates.
pub(super) const GATE_MEETING_HINTS: &[(Action, &str)] = &[
    (Action::Right, "hint-next-idea"),
    (Action::Open, "hint-gate-questions"),
    (Action::Vote, "hint-score"),
    (Action::Decide, "hint-decide"),
    (Action::NextStep, "hint-next-step"),
    (Action::Help, "hint-help"),
];
