//! What every screen has: the header, the line of facts and messages, and one line of hints.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Listed, Model, Notice, Overlay, Pane, Screen, WhichFile};
use crate::input::{Action, Context};
use crate::text::dates;
use crate::text::width::width;

use super::pen::{write, write_all, write_right};
use super::theme::Look;

pub(super) fn header(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let area = inset(Screen::of(model.size).header);
    if area.height == 0 {
        return;
    }
    let saved = saved(model);
    let style = match model.notice {
        Some(Notice::Failed(_)) => look.warning,
        _ => look.muted,
    };
    let left = write_right(frame.buffer_mut(), area, &saved, style);
    let room = Rect { width: left.saturating_sub(2), ..area };
    let name = model.words.get("app-name");
    let sluice = model
        .frame
        .sluices
        .iter()
        .find(|sluice| Some(sluice.id) == model.frame.sluice)
        .map_or("", |sluice| sluice.name.as_str());
    let demo = match model.file {
        WhichFile::Demo => model.words.with("demo-file", &[]),
        WhichFile::Own => String::new(),
    };
    let filter = match &model.board.filter {
        filter if filter.is_on() => {
            model.words.with("filter-header", &[("line", filter.line().into())])
        }
        _ => String::new(),
    };
    // A name gives way to what says that not everything is shown.
    let wide = if filter.is_empty() { 0 } else { width(&filter) + 3 };
    let wide = u16::try_from(wide).unwrap_or(u16::MAX).min(room.width / 2);
    let names = Rect { width: room.width - wide, ..room };
    let pieces =
        [(&*name, look.strong), (" ", look.muted), (&*demo, look.warning), (sluice, look.muted)];
    let used = write_all(frame.buffer_mut(), names, &pieces);
    let x = room.x + used + 3;
    let left = room.right().saturating_sub(x);
    write(frame.buffer_mut(), x, room.y, left, &filter, look.accent);
}

/// A promise, not decoration: only what the file has confirmed is called saved.
fn saved(model: &Model) -> String {
    if !model.pending.is_empty() {
        return model.words.get("saving").into_owned();
    }
    if let Some(Notice::Failed(_)) = model.notice {
        return model.words.get("not-saved").into_owned();
    }
    match model.saved_at {
        Some(at) => {
            let time = dates::moment(at, &model.zone, model.today, model.language());
            model.words.with("saved-at", &[("time", time.into())])
        }
        None => String::new(),
    }
}

/// The newest message, or the facts of the focused card that do not stand on it.
pub(super) fn info(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let area = inset(Screen::of(model.size).info);
    if area.height == 0 {
        return;
    }
    let cells = frame.buffer_mut();
    match &model.notice {
        Some(notice) => self::notice(model, notice, look, area, cells),
        None if model.board.carried.is_some() => {
            write(cells, area.x, area.y, area.width, &model.words.get("carrying"), look.accent);
        }
        None => facts(model, look, area, cells),
    }
}

pub(super) fn notice(
    model: &Model,
    notice: &Notice,
    look: &Look,
    row: Rect,
    cells: &mut ratatui::buffer::Buffer,
) {
    let (text, style) = noticed(model, notice, look);
    write(cells, row.x, row.y, row.width, &text, style);
}

pub(super) fn noticed(
    model: &Model,
    notice: &Notice,
    look: &Look,
) -> (String, ratatui::style::Style) {
    match notice {
        Notice::Told(say) => (model.words.say(say), look.text),
        Notice::Refused(say) | Notice::Failed(say) => {
            (format!("! {}", model.words.say(say)), look.warning)
        }
    }
}

/// What the focused card cannot say: its owner, the day it waits for, its unit. Where the panes say
/// it, nothing is said twice.
fn facts(model: &Model, look: &Look, area: Rect, cells: &mut ratatui::buffer::Buffer) {
    let mut pieces = Vec::new();
    if !model.board.marks.is_empty() {
        let n = model.board.marks.len();
        pieces.push(model.words.with("marked", &[("n", n.into())]));
    }
    if model.panes_plan().is_some() {
        write(cells, area.x, area.y, area.width, &pieces.concat(), look.muted);
        return;
    }
    let card = model
        .stage()
        .and_then(|stage| model.board.column(stage.id))
        .and_then(|column| column.focused());
    let Some(card) = card else { return };
    if let Some(owner) = card.owner.and_then(|owner| model.frame.people.get(&owner)) {
        pieces.push(owner.clone());
    }
    if let Some(due) = card.next_due {
        pieces.push(dates::due(due, model.today, model.language()));
    }
    if let Some(unit) = card.unit.and_then(|unit| model.frame.units.get(&unit)) {
        pieces.push(unit.name.clone());
    }
    let number = format!("{} ", card.id.0);
    let title_room = width(&card.title).min(24) + width(&number);
    // What does not fit beside the title is left out, the last first.
    let joined =
        |pieces: &[String]| pieces.iter().map(|piece| format!(" · {piece}")).collect::<String>();
    while pieces.len() > 1 && title_room + width(&joined(&pieces)) > usize::from(area.width) {
        pieces.pop();
    }
    let rest = joined(&pieces);
    let room = usize::from(area.width).saturating_sub(width(&rest) + width(&number)).max(12);
    let title = crate::text::width::clip(&card.title, room);
    write(cells, area.x, area.y, area.width, &format!("{number}{title}{rest}"), look.muted);
}

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
    hints.push((Action::Menu, "hint-menu"));
    hints
}

const CAPTURE_HINTS: &[(Action, &str)] =
    &[(Action::Open, "hint-save"), (Action::NextPane, "hint-form"), (Action::Back, "hint-close")];

const START_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-on"),
    (Action::NextPane, "hint-next-field"),
    (Action::Back, "hint-leave"),
];

const SLUICE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-show"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryAmend, "hint-name"),
    (Action::EntryLower, "hint-down"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

const STAGE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-change"),
    (Action::EntryInside, "hint-questions"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryLower, "hint-down"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

const QUESTION_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-change"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryLower, "hint-down"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

const LIST_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-change"),
    (Action::EntryAdd, "hint-capture"),
    (Action::EntryRemove, "hint-remove"),
    (Action::Back, "hint-back"),
];

const SEARCH_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-open"),
    (Action::NextPane, "hint-on-board"),
    (Action::Save, "hint-save"),
    (Action::Back, "hint-back"),
];

const FILTER_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-keep"),
    (Action::NextPane, "hint-list"),
    (Action::Save, "hint-save"),
    (Action::Back, "hint-show-all"),
];

const TABLE_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-open"),
    (Action::Order, "hint-sort"),
    (Action::Search, "hint-narrow"),
    (Action::Back, "hint-back"),
    (Action::NextPane, "hint-on-board"),
];

const NARROW_HINTS: &[(Action, &str)] =
    &[(Action::Open, "hint-keep"), (Action::Save, "hint-save"), (Action::Back, "hint-show-all")];

const FILTERS_HINTS: &[(Action, &str)] = &[
    (Action::Open, "hint-show"),
    (Action::Edit, "hint-rename"),
    (Action::Remove, "hint-remove"),
    (Action::Back, "hint-back"),
];

const TEXT_HINTS: &[(Action, &str)] = &[
    (Action::NextPane, "hint-next-field"),
    (Action::Save, "hint-save"),
    (Action::Back, "hint-back"),
];

/// The most likely keys: never more than seven, never one cut in half.
const HINTS: &[(Context, &[(Action, &str)])] = &[
    (
        Context::Board,
        &[
            (Action::Open, "hint-open"),
            (Action::Capture, "hint-capture"),
            (Action::Forward, "hint-forward"),
            (Action::Menu, "hint-menu"),
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

pub(super) fn hints(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let area = inset(Screen::of(model.size).hints);
    if area.height == 0 {
        return;
    }
    let context = model.context();
    let mut hints: Vec<(String, String)> = Vec::new();
    let whole = model.overlays.is_empty() && model.is_whole();
    let arrows: &[(&str, &str)] = match context {
        _ if context.is_text() => &[],
        _ if whole => &[("key-up-down", "hint-scroll")],
        Context::Entries => &[("key-up-down", "hint-move")],
        _ => &[("key-arrows", "hint-move")],
    };
    for (key, word) in arrows {
        hints.push((model.words.get(key).into_owned(), model.words.get(word).into_owned()));
    }
    let own = match model.overlays.last() {
        Some(Overlay::Capture(_)) => CAPTURE_HINTS.to_vec(),
        Some(Overlay::Entries(entries)) => match entries.listed {
            Listed::Sluices => SLUICE_HINTS.to_vec(),
            Listed::Stages => STAGE_HINTS.to_vec(),
            Listed::Questions(_) => QUESTION_HINTS.to_vec(),
            Listed::List(_) => LIST_HINTS.to_vec(),
        },
        Some(Overlay::Sheet(sheet)) if sheet.is_start() => START_HINTS.to_vec(),
        Some(Overlay::Search(_)) => SEARCH_HINTS.to_vec(),
        Some(Overlay::Filter(_)) => FILTER_HINTS.to_vec(),
        Some(Overlay::Table(table)) if table.typing => NARROW_HINTS.to_vec(),
        Some(Overlay::Table(_)) => TABLE_HINTS.to_vec(),
        Some(Overlay::Filters(_)) => FILTERS_HINTS.to_vec(),
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
pub(super) fn key_name(model: &Model, context: Context, action: Action) -> Option<String> {
    if action == Action::Menu {
        return Some(model.words.get("key-space").into_owned());
    }
    let key = model.keymap.key_of(context, action)?;
    Some(spoken(model, key))
}

/// A key as a person calls it, in the language on the screen.
pub(super) fn spoken(model: &Model, written: &str) -> String {
    crate::text::spoken(written, &model.words)
}

pub(super) fn too_small(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let area = frame.area();
    let args = [
        ("columns", i64::from(model.size.columns).into()),
        ("rows", i64::from(model.size.rows).into()),
    ];
    let text = model.words.with("too-small", &args);
    let lines = crate::text::width::wrap(&text, usize::from(area.width.max(1)), None);
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        write(frame.buffer_mut(), area.x, y, area.width, &line, look.text);
    }
    frame.set_cursor_position(Position::new(0, 0));
}

/// Nothing touches the edge of the screen where there is room.
pub(super) fn inset(area: Rect) -> Rect {
    if area.width >= 40 { Rect { x: area.x + 1, width: area.width - 2, ..area } } else { area }
}
