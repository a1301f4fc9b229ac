//! What every screen has: the header, and the line of facts and messages.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{Model, Notice, Screen, WhichFile};
use crate::text::dates;
use crate::text::width::width;

use super::pen::{clear, write, write_all, write_right};
use super::theme::Look;

pub(super) fn header(model: &Model, look: &Look, frame: &mut Frame<'_>) {
    let area = inset(Screen::of(model.size).header);
    if area.height == 0 {
        return;
    }
    if let Some(notice) = &model.notice
        && is_told_on_top(model, notice, look, area.width)
    {
        told(model, notice, look, area, frame.buffer_mut());
        return;
    }
    let saved = saved(model);
    let style = match model.notice {
        Some(Notice::Failed(_)) => look.warning,
        _ if model.saving.barred.is_some() => look.warning,
        _ => look.muted,
    };
    let left = write_right(frame.buffer_mut(), area, &saved, style);
    let room = Rect { width: left.saturating_sub(2), ..area };
    let name = model.words.get(if model.projector { "projector-header" } else { "app-name" });
    let name_style = if model.projector { look.accent } else { look.strong };
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
        [(&*name, name_style), (" ", look.muted), (&*demo, look.warning), (sluice, look.muted)];
    let used = write_all(frame.buffer_mut(), names, &pieces);
    let x = room.x + used + 3;
    let left = room.right().saturating_sub(x);
    write(frame.buffer_mut(), x, room.y, left, &filter, look.accent);
}

/// Before a room what is told stands on top, where no heads are in the way; unless it is too long.
fn is_told_on_top(model: &Model, notice: &Notice, look: &Look, room: u16) -> bool {
    model.projector && width(&noticed(model, notice, look).0) <= usize::from(room)
}

fn told(
    model: &Model,
    notice: &Notice,
    look: &Look,
    row: Rect,
    cells: &mut ratatui::buffer::Buffer,
) {
    let (text, style) = noticed(model, notice, look);
    let word = model.words.get("projector-header");
    if width(&word) + 3 + width(&text) <= usize::from(row.width) {
        write_all(cells, row, &[(&*word, look.accent), ("   ", look.text), (&text, style)]);
    } else {
        write_all(cells, row, &[(&text, style)]);
    }
}

/// A promise, not decoration: only what the file has confirmed is called saved.
fn saved(model: &Model) -> String {
    if model.only_reading {
        return model.words.get("only-reading").into_owned();
    }
    if !model.pending.is_empty() {
        let waits = if model.saving.waiting { "waiting-for-another" } else { "saving" };
        return model.words.get(waits).into_owned();
    }
    if model.saving.barred.is_some() {
        return model.words.get("nothing-saved").into_owned();
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
        Some(notice) if !is_told_on_top(model, notice, look, area.width) => {
            let (text, style) = noticed(model, notice, look);
            tall(&text, style, look, area, cells);
        }
        _ if model.board.carried.is_some() => {
            write(cells, area.x, area.y, area.width, &model.words.get("carrying"), look.accent);
        }
        _ if model.saving.barred.is_some() => banner(model, look, area, cells),
        _ => facts(model, look, area, cells),
    }
}

/// Why nothing is saved, for as long as that is so.
fn banner(model: &Model, look: &Look, row: Rect, cells: &mut ratatui::buffer::Buffer) {
    if let Some(why) = &model.saving.barred {
        tall(&format!("! {}", model.words.say(why)), look.warning, look, row, cells);
    }
}

/// A text that is too long for its row takes one or two of those above.
fn tall(text: &str, style: Style, look: &Look, row: Rect, cells: &mut ratatui::buffer::Buffer) {
    let most = usize::from((row.y / 4).clamp(1, 3));
    let lines = crate::text::width::wrap(text, usize::from(row.width), Some(most));
    let above = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
    let whole = Rect { y: row.y - above, height: above + 1, ..row };
    if above > 0 {
        clear(cells, whole, look.text);
    }
    for (y, line) in whole.rows().map(|row| row.y).zip(lines) {
        write(cells, whole.x, y, whole.width, &line, style);
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
    let owner = card.owner.filter(|_| !model.projector);
    if let Some(owner) = owner.and_then(|owner| model.frame.people.get(&owner)) {
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
