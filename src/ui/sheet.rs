//! A sheet over the whole height: its title, its parts in two columns, what is known of the part
//! in focus.

mod wide;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{Body, Choose, Model, Part, Pick, Placed, Sheet, SheetPlan, button_spots};
use crate::domain::NotADay;
use crate::editor;
use crate::text::dates;
use crate::text::width::{clip, width, wrap};

use super::pen::{clear, rule, write, write_right};
use super::theme::Look;
use wide::{sign, wide};

pub(super) fn draw(model: &Model, sheet: &Sheet, look: &Look, frame: &mut Frame<'_>) {
    let plan = SheetPlan::of(model.size);
    let area = plan.area.intersection(frame.area());
    let whole = Rect { x: 0, width: frame.area().width, ..area };
    clear(frame.buffer_mut(), whole, look.text);
    title(model, sheet, look, area, frame.buffer_mut());
    let parts = plan.parts();
    let mut cursor = None;
    for placed in sheet.place(&plan) {
        let Some(part) = sheet.parts.get(placed.part) else { continue };
        let Some(spot) = in_sight(&placed, sheet.top, parts) else { continue };
        let focused = placed.part == sheet.focus;
        let above = sheet.top.saturating_sub(placed.row);
        let found = if part.wide {
            wide(model, &plan, part, focused.then_some(above), spot, look, frame.buffer_mut())
        } else {
            self::part(model, &plan, part, focused, spot, look, frame.buffer_mut())
        };
        // Where a field is higher than the screen, its own cursor may be out of sight.
        let found = found.unwrap_or(Position::new(spot.x, spot.y));
        cursor = cursor.or(focused.then_some(found));
    }
    more(sheet, &plan, look, frame.buffer_mut());
    if area.height >= 6
        && let Some(part) = sheet.parts.get(sheet.focus)
    {
        let row = Rect { y: parts.bottom(), height: 1, ..parts };
        let room = usize::from(row.width);
        let alike = super::filter::alike(model, &sheet.alike, room);
        match alike.filter(|_| part.key == "title" && model.notice.is_none()) {
            Some(alike) => {
                write(frame.buffer_mut(), row.x, row.y, row.width, &alike, look.muted);
            }
            None => about(model, sheet, part, look, row, frame.buffer_mut()),
        }
    }
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// The rows of a part that are in sight. A part that begins above shows its end.
fn in_sight(placed: &Placed, top: usize, parts: Rect) -> Option<Rect> {
    let first = placed.row.max(top);
    let last = (placed.row + placed.height).min(top + usize::from(parts.height));
    let height = u16::try_from(last.checked_sub(first)?).ok().filter(|height| *height > 0)?;
    let y = parts.y + u16::try_from(first - top).ok()?;
    Some(Rect { y, height, ..parts })
}

fn title(model: &Model, sheet: &Sheet, look: &Look, area: Rect, cells: &mut Buffer) {
    let row = Rect { height: 1.min(area.height), ..super::chrome::inset(area) };
    let right = if sheet.saving {
        model.words.get("saving").into_owned()
    } else if let Some(at) = sheet.taken_up {
        let time = dates::moment(at, &model.zone, model.today, model.words.language);
        model.words.with("sheet-draft", &[("time", time.into())])
    } else if sheet.is_changed() {
        model.words.get("sheet-unsaved").into_owned()
    } else {
        String::new()
    };
    let mut left = write_right(cells, row, &right, look.muted);
    if let Some(figure) = sheet.figure() {
        let gap = if right.is_empty() { 0 } else { 2 };
        let room = Rect { width: left.saturating_sub(gap), ..row };
        left = write_right(cells, room, &model.words.say(&figure), look.strong);
    }
    let title = model.words.say(&sheet.title);
    write(cells, row.x, row.y, left.saturating_sub(1), &title, look.strong);
    if area.height > 1 {
        rule(cells, Rect { y: area.y + 1, height: 1, ..area }, "━", look.accent);
    }
}

/// Says in the rule that there is more above, and at the foot that there is more below.
fn more(sheet: &Sheet, plan: &SheetPlan, look: &Look, cells: &mut Buffer) {
    let parts = plan.parts();
    let rows = sheet.place(plan).last().map_or(0, |last| last.row + last.height);
    let right = parts.right().saturating_sub(1);
    if sheet.top > 0 {
        write(cells, right, parts.y.saturating_sub(1), 1, "↑", look.accent);
    }
    if sheet.top + plan.rows() < rows {
        write(cells, right, parts.bottom().saturating_sub(1), 1, "↓", look.accent);
    }
}

fn part(
    model: &Model,
    plan: &SheetPlan,
    part: &Part,
    focused: bool,
    spot: Rect,
    look: &Look,
    cells: &mut Buffer,
) -> Option<Position> {
    let label = model.words.say(&part.label);
    let label_style = if focused { look.accent } else { look.muted };
    match &part.body {
        Body::Heading => {
            write(cells, spot.x, spot.y, spot.width, &label, look.strong);
            return None;
        }
        Body::Note(say) => {
            let lines = wrap(&model.words.say(say), usize::from(spot.width), None);
            for (y, line) in (spot.y..spot.bottom()).zip(lines) {
                write(cells, spot.x, y, spot.width, &line, look.muted);
            }
            return None;
        }
        Body::Buttons { buttons, at } => {
            return self::buttons(model, buttons, focused.then_some(*at), spot, look, cells);
        }
        _ => {}
    }
    if focused {
        for y in spot.top()..spot.bottom() {
            write(cells, spot.x, y, 1, "▌", look.accent);
        }
    }
    let mut value = Rect { x: spot.x + 2, width: spot.width.saturating_sub(2), ..spot };
    if plan.labels == 0 {
        write(cells, value.x, value.y, value.width, &label, label_style);
        value.y += 1;
        value.height = value.height.saturating_sub(1);
    } else {
        let room = usize::from(plan.labels.saturating_sub(2));
        let lines = wrap(&label, room, Some(usize::from(spot.height)));
        for (y, line) in (spot.y..spot.bottom()).zip(lines) {
            write(cells, value.x, y, plan.labels - 2, &line, label_style);
        }
        value.x = spot.x + plan.labels + 2;
        value.width = spot.right().saturating_sub(value.x);
    }
    for theirs in part.theirs_rows(&model.words, plan).iter().rev() {
        if value.height > 1 {
            value.height -= 1;
            write(cells, value.x, value.bottom(), value.width, theirs, look.warning);
        }
    }
    self::value(model, part, focused, value, look, cells)
}

fn value(
    model: &Model,
    part: &Part,
    focused: bool,
    area: Rect,
    look: &Look,
    cells: &mut Buffer,
) -> Option<Position> {
    match &part.body {
        Body::Heading | Body::Note(_) | Body::Buttons { .. } => None,
        Body::Line(editor) | Body::Day(editor) => typed(editor, focused, area, look, cells),
        Body::Prose(editor) => prose(editor, focused, area, look, cells),
        Body::Pick(pick) => self::pick(pick, focused, area, look, cells),
        Body::Choice { options, at, .. } => {
            choice(model, options, *at, focused, area, look, cells);
            let row = at.filter(|_| area.height > 1).and_then(|at| u16::try_from(at).ok());
            let y = area.y + row.unwrap_or(0).min(area.height.saturating_sub(1));
            Some(Position::new(area.x, y))
        }
        Body::Choices { options, on, at } => {
            choices(model, options, on, *at, focused, area, look, cells)
        }
    }
}

fn editor_look(focused: bool, look: &Look) -> editor::Look {
    let text = if focused { look.strong } else { look.text };
    editor::Look { text, selection: look.ground, placeholder: look.muted }
}

fn typed(
    editor: &editor::Editor,
    focused: bool,
    area: Rect,
    look: &Look,
    cells: &mut Buffer,
) -> Option<Position> {
    let row = Rect { height: 1.min(area.height), ..area };
    if focused {
        cells.set_style(row, look.ground);
        editor.draw(row, cells, editor_look(true, look));
        return editor.cursor_in(row);
    }
    write(cells, row.x, row.y, row.width, &editor.text(), look.text);
    None
}

fn prose(
    editor: &editor::Editor,
    focused: bool,
    area: Rect,
    look: &Look,
    cells: &mut Buffer,
) -> Option<Position> {
    if focused {
        cells.set_style(area, look.ground);
        editor.draw(area, cells, editor_look(true, look));
        return editor.cursor_in(area);
    }
    let text = editor.text();
    let lines = wrap(&text, usize::from(area.width.max(1)), Some(usize::from(area.height.max(1))));
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        write(cells, area.x, y, area.width, &line, look.text);
    }
    None
}

fn pick(
    pick: &Pick,
    focused: bool,
    area: Rect,
    look: &Look,
    cells: &mut Buffer,
) -> Option<Position> {
    let cursor = typed(&pick.line, focused, area, look, cells);
    if focused {
        for (at, (y, name)) in (area.y + 1..area.bottom()).zip(&pick.matches).enumerate() {
            let (sign, style) =
                if pick.at == Some(at) { ("> ", look.accent) } else { ("  ", look.muted) };
            let used = write(cells, area.x, y, area.width, sign, style);
            write(cells, area.x + used, y, area.width.saturating_sub(used), name, style);
        }
    }
    cursor
}

/// Side by side where there is room, otherwise below each other; out of focus the chosen one alone.
fn choice(
    model: &Model,
    options: &[Choose],
    at: Option<usize>,
    focused: bool,
    area: Rect,
    look: &Look,
    cells: &mut Buffer,
) {
    let name = |one: &Choose| model.words.say(&one.name);
    if !focused {
        let chosen = at.and_then(|at| options.get(at)).map(name).unwrap_or_default();
        write(cells, area.x, area.y, area.width, &chosen, look.text);
        return;
    }
    let across = area.height < u16::try_from(options.len()).unwrap_or(u16::MAX);
    let (mut x, mut y) = (area.x, area.y);
    for (nth, one) in options.iter().enumerate() {
        let style = match (at == Some(nth), &one.closed) {
            (true, _) => look.accent,
            (false, Some(_)) => look.muted,
            (false, None) => look.text,
        };
        let text = format!("{}{}", sign(at == Some(nth), one), name(one));
        let room = area.right().saturating_sub(x);
        if y >= area.bottom() {
            break;
        }
        let used = write(cells, x, y, room, &text, style);
        if across {
            x += used + 3;
        } else {
            if let Some(meaning) = one.closed.as_ref().or(one.meaning.as_ref()) {
                let x = x + used + 2;
                let meaning = model.words.say(meaning);
                write(cells, x, y, area.right().saturating_sub(x), &meaning, look.muted);
            }
            y += 1;
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "a list, what is chosen in it, and its place")]
fn choices(
    model: &Model,
    options: &[Choose],
    on: &[bool],
    at: usize,
    focused: bool,
    area: Rect,
    look: &Look,
    cells: &mut Buffer,
) -> Option<Position> {
    let name = |one: &Choose| model.words.say(&one.name);
    if !focused {
        let chosen: Vec<String> =
            options.iter().zip(on).filter(|(_, on)| **on).map(|(one, _)| name(one)).collect();
        write(cells, area.x, area.y, area.width, &chosen.join(", "), look.text);
        return None;
    }
    for (nth, (y, one)) in (area.y..area.bottom()).zip(options).enumerate() {
        let chosen = on.get(nth).copied().unwrap_or(false);
        let sign = if chosen { "[x] " } else { "[ ] " };
        let style = if nth == at { look.accent } else { look.text };
        let text = format!("{}{sign}{}", if nth == at { "> " } else { "  " }, name(one));
        write(cells, area.x, y, area.width, &text, style);
    }
    let y = area.y + u16::try_from(at).unwrap_or(0);
    Some(Position::new(area.x, y.min(area.bottom().saturating_sub(1))))
}

fn buttons(
    model: &Model,
    buttons: &[crate::app::Button],
    focused: Option<usize>,
    area: Rect,
    look: &Look,
    cells: &mut Buffer,
) -> Option<Position> {
    let mut cursor = None;
    let spots = button_spots(buttons, &model.words, area.width);
    for (at, (button, spot)) in buttons.iter().zip(spots).enumerate() {
        let label = model.words.say(&button.label);
        let (x, y) = (area.x + spot.x, area.y + spot.row);
        if y >= area.bottom() {
            break;
        }
        let here = focused == Some(at);
        let style: Style = if here { look.accent.patch(look.ground) } else { look.text };
        let (open, close) = if here { ("▌ ", "  ") } else { ("[ ", " ]") };
        let label = format!("{open}{label}{close}");
        if here {
            cursor = Some(Position::new(x, y));
        }
        write(cells, x, y, area.right().saturating_sub(x), &label, style);
    }
    cursor
}

/// What is known of the part in focus: how a day is understood, a warning, or its hint.
fn about(model: &Model, sheet: &Sheet, part: &Part, look: &Look, row: Rect, cells: &mut Buffer) {
    if let Some(notice) = &model.notice {
        super::chrome::notice(model, notice, look, row, cells);
        return;
    }
    let n = part.text().chars().count();
    let seems = sheet.seems(part);
    let too_long = part.long_after.filter(|most| n > *most);
    let (text, style) = match part.day(model.today) {
        Some(Ok(day)) => {
            let day = dates::understood(day, model.today, model.words.language);
            (model.words.with("sheet-understood", &[("day", day.into())]), look.accent)
        }
        Some(Err(NotADay::Unread)) => {
            (model.words.get("sheet-day-unread").into_owned(), look.warning)
        }
        Some(Err(NotADay::DoesNotExist)) => {
            (model.words.get("sheet-day-missing").into_owned(), look.warning)
        }
        None => match (too_long, &part.hint) {
            _ if seems.is_some() => {
                let said = seems.map(|say| model.words.say(&say)).unwrap_or_default();
                (format!("! {said}"), look.warning)
            }
            (Some(most), _) => {
                let args = [("n", n.into()), ("most", most.into())];
                (format!("! {}", model.words.with("sheet-long", &args)), look.warning)
            }
            (None, Some(hint)) => (model.words.say(hint), look.muted),
            (None, None) => return,
        },
    };
    let room = usize::from(row.width);
    let shown = if width(&text) > room { clip(&text, room) } else { text.as_str().into() };
    write(cells, row.x, row.y, row.width, &shown, style);
}
