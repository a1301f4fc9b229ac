//! A run sheet: what is held now with its clock, and every item with its time. Or the clock alone,
//! to be read from the back.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{Model, RunSheet, RunSheetPlan, Screens, SetClock};
use crate::domain::{AgendaItem, ItemState, Mood, Room, Schedule, Slot, Stamp, WorkshopState};
use crate::text::dates;
use crate::text::width::{width, wrap};

use super::chrome::{inset, notice};
use super::pen::{clear, rule, write, write_right};
use super::room::{Align, clock, headed, heading};
use super::theme::Look;

/// A clock in letters of four cells.
const SMALL_CLOCK: u16 = 24;

pub(super) fn draw(model: &Model, sheet: &RunSheet, look: &Look, frame: &mut Frame<'_>) {
    let room = model.held.room(sheet.workshop);
    let runs = room.is_some_and(|room| room.workshop.state == WorkshopState::Running);
    let plan = RunSheetPlan::of(model.size, runs);
    let area = plan.area.intersection(frame.area());
    let whole = Rect { x: 0, width: frame.area().width, ..area };
    clear(frame.buffer_mut(), whole, look.text);
    frame.set_cursor_position(Position::new(plan.rows.x, plan.rows.y.min(area.bottom())));
    let cells = frame.buffer_mut();
    let Some(room) = room else {
        if model.held.is_gone(sheet.workshop) {
            let text = model.words.get("run-sheet-gone");
            write(cells, plan.rows.x, plan.rows.y, plan.rows.width, &text, look.muted);
        }
        return;
    };
    let schedule = model.held.schedule(room, &model.zone);
    let shown = Shown { model, room, schedule: &schedule, look };
    shown.head(area, cells);
    let cursor = if sheet.clock {
        shown.face(&plan, cells)
    } else {
        shown.held(plan.held, cells);
        shown.items(sheet, plan.rows, cells)
    };
    shown.below(plan.below, cells);
    frame.set_cursor_position(cursor);
}

struct Shown<'a> {
    model: &'a Model,
    room: &'a Room,
    schedule: &'a Schedule,
    look: &'a Look,
}

impl Shown<'_> {
    fn said(&self, id: &str) -> String {
        self.model.words.get(id).into_owned()
    }

    fn time(&self, at: Stamp) -> String {
        dates::time(at, &self.model.zone)
    }

    /// The title; when it is to end, and when it would as things stand.
    fn head(&self, area: Rect, cells: &mut Buffer) {
        let workshop = &self.room.workshop;
        let head = Rect { height: 1.min(area.height), ..inset(area) };
        let (ends, done) = (self.time(self.schedule.ends), self.time(self.schedule.done));
        let id = match workshop.state {
            WorkshopState::Ended => "run-sheet-ended",
            _ if self.schedule.excess() > 0 => "run-sheet-ends-late",
            _ => "run-sheet-ends",
        };
        let args = [("ends", ends.into()), ("done", done.into())];
        let told = self.model.words.with(id, &args);
        let style = if self.schedule.excess() > 0 && workshop.ended.is_none() {
            self.look.warning
        } else {
            self.look.muted
        };
        // On a narrow screen the title goes first.
        let room = if area.width < 44 { 0 } else { head.width };
        let left = match room {
            0 => head.width,
            _ => write_right(cells, head, &told, style),
        };
        write(cells, head.x, head.y, left.saturating_sub(2), &workshop.title, self.look.strong);
        if area.height > 1 {
            rule(cells, Rect { y: area.y + 1, height: 1, ..area }, "━", self.look.accent);
        }
    }

    /// Which item of how many it is.
    fn nth(&self, at: usize) -> String {
        let args = [("nth", (at + 1).into()), ("of", self.room.items.len().into())];
        self.model.words.with("run-sheet-nth", &args)
    }

    /// The clock's face, a word for how it is, and how it is painted.
    fn clock(&self) -> Option<(String, Option<String>, Style)> {
        let held = &self.model.held;
        let face = held.clock()?.face(held.now);
        let shown = format!("{:02}:{:02}", face.minutes, face.seconds);
        let round = held.set_clock().and_then(SetClock::round);
        let (word, style) = match face.mood {
            _ if face.is_paused => (Some("clock-paused"), self.look.warning),
            Mood::Over => (Some("clock-over"), self.look.warning),
            Mood::LastMinute => (Some("clock-last-minute"), self.look.warning),
            Mood::Plain => (None, self.look.accent),
        };
        let mut word = word.map(|id| self.said(id));
        if let Some((preset, nth, of)) = round {
            let language = self.model.language();
            let args = [
                ("name", preset.name.in_language(language).to_owned().into()),
                ("nth", nth.into()),
                ("of", of.into()),
            ];
            let mut told = self.model.words.with("clock-round", &args);
            if face.mood == Mood::Over {
                let next = if nth < of { preset.between.in_language(language) } else { "" };
                told = format!("{} {next}", self.said("clock-over")).trim_end().to_owned();
            } else if let Some(word) = word {
                told = format!("{told} · {word}");
            }
            word = Some(told);
        }
        Some((shown, word, style))
    }

    /// The item that is held, its clock to the right.
    fn held(&self, area: Rect, cells: &mut Buffer) {
        let Some((at, item)) = self.room.now() else {
            if area.height > 0 {
                let said = self.said("run-sheet-between");
                write(cells, area.x, area.y, area.width, &said, self.look.muted);
            }
            return;
        };
        let (face, word, style) = self.clock().unwrap_or_default();
        let nth = self.nth(at);
        if area.height < 5 {
            let row = Rect { height: area.height.min(1), ..area };
            if row.height == 0 {
                return;
            }
            let told = word.map_or_else(|| face.clone(), |word| format!("{word} {face}"));
            let left = write_right(cells, row, &told, style);
            write(cells, row.x, row.y, left.saturating_sub(1), &item.title, self.look.strong);
            return;
        }
        let wide = SMALL_CLOCK.min(area.width / 2);
        let right = Rect { x: area.right() - wide, width: wide, height: 4, ..area };
        clock(cells, right, &face, Align::Left, style);
        let x = area.x;
        let room = area.width - wide - 2;
        let told = match word {
            Some(word) => format!("{nth} · {word}"),
            None => nth,
        };
        write(cells, x, area.y, room, &told, style);
        write(cells, x, area.y + 1, room, &item.title, self.look.strong);
        let lines = wrap(&item.instruction, usize::from(room.max(1)), Some(2));
        let left = (area.y + 2..area.y + 4).skip(lines.len());
        for (y, line) in (area.y + 2..area.y + 4).zip(&lines) {
            write(cells, x, y, room, line, self.look.text);
        }
        for (y, line) in left.zip(wrap(&self.question(), usize::from(room.max(1)), Some(1))) {
            write(cells, x, y, room, &line, self.look.text);
        }
    }

    fn items(&self, sheet: &RunSheet, rows: Rect, cells: &mut Buffer) -> Position {
        let mut cursor = Position::new(rows.x, rows.y);
        let items = self.room.items.iter().zip(&self.schedule.slots).enumerate().skip(sheet.top);
        for ((at, (item, slot)), y) in items.zip(rows.top()..rows.bottom()) {
            let row = Rect { y, height: 1, ..rows };
            let focused = at == sheet.cursor;
            if focused {
                clear(cells, row, self.look.text.patch(self.look.ground));
                let bar = self.look.accent.patch(self.look.ground);
                write(cells, row.x, y, 1, "▌", bar);
                cursor = Position::new(row.x, y);
            }
            self.item(at, item, slot, row, focused, cells);
        }
        if self.room.items.is_empty() && rows.height > 0 {
            let text = self.said("run-sheet-empty");
            write(cells, rows.x + 2, rows.y, rows.width.saturating_sub(2), &text, self.look.muted);
        }
        cursor
    }

    fn item(
        &self,
        at: usize,
        item: &AgendaItem,
        slot: &Slot,
        row: Rect,
        focused: bool,
        cells: &mut Buffer,
    ) {
        let on = |style: Style| if focused { style.patch(self.look.ground) } else { style };
        let (title, quiet) = match item.state {
            ItemState::Now => (self.look.strong, self.look.accent),
            ItemState::Ahead if focused => (self.look.strong, self.look.muted),
            ItemState::Ahead => (self.look.text, self.look.muted),
            ItemState::Done | ItemState::Skipped => (self.look.muted, self.look.muted),
        };
        let number = Rect { x: row.x + 1, width: 3, ..row }.intersection(row);
        write_right(cells, number, &(at + 1).to_string(), on(quiet));
        let mut x = row.x + 6;
        if row.width >= 44 {
            let from = match item.state {
                ItemState::Skipped => String::new(),
                ItemState::Ahead | ItemState::Now | ItemState::Done => self.time(slot.from),
            };
            write(cells, x, row.y, 5, &from, on(quiet));
            x += 7;
            let minutes = Rect { x, width: 3, ..row };
            write_right(cells, minutes, &item.minutes.to_string(), on(quiet));
            x += 5;
        }
        let word = self.state(item, slot);
        let wide = if row.width >= 44 { width(&word) } else { 0 };
        let wide = u16::try_from(wide).unwrap_or(0);
        let end = row.right().saturating_sub(1);
        if wide > 0 {
            write(cells, end.saturating_sub(wide), row.y, wide, &word, on(quiet));
        }
        let room = end.saturating_sub(x + wide + u16::from(wide > 0));
        write(cells, x, row.y, room, &item.title, on(title));
    }

    /// How an item stands, in a word: never by its colour alone.
    fn state(&self, item: &AgendaItem, slot: &Slot) -> String {
        let over = || self.model.words.with("item-over", &[("n", slot.over.into())]);
        match item.state {
            ItemState::Ahead => String::new(),
            ItemState::Skipped => self.said("item-skipped"),
            ItemState::Now if slot.over > 0 => over(),
            ItemState::Now => self.said("item-now"),
            ItemState::Done if slot.over > 0 => over(),
            ItemState::Done => self.said("item-done"),
        }
    }

    /// The clock over the whole screen.
    fn face(&self, plan: &RunSheetPlan, cells: &mut Buffer) -> Position {
        let area = Rect { height: plan.held.height + plan.rows.height, ..plan.held };
        let Some((at, item)) = self.room.now() else { return Position::new(area.x, area.y) };
        let (face, word, style) = self.clock().unwrap_or_default();
        let mut y = area.y;
        let (nth, title) = (self.nth(at), &item.title);
        let told = match &word {
            Some(word) => format!("{word} · {nth} · {title}"),
            None => format!("{nth} · {title}"),
        };
        write(cells, area.x, y, area.width, &told, self.look.strong);
        y += 1 + u16::from(area.height >= 9);
        let spot = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        y += clock(cells, spot, &face, Align::Middle, style);
        if y < area.bottom() {
            y += u16::from(area.height >= 9);
            let word = word.unwrap_or_default();
            let most = Rect { y, height: area.bottom().saturating_sub(y).min(4), ..area };
            // What is said of the time is as large as the time, where there is room for both.
            let large = area.height >= 14 && headed(&word, most).big;
            let spot = Rect { height: if large { 4 } else { 1 }, ..most };
            y += heading(cells, spot, &word, Align::Middle, style).max(1);
            y += u16::from(area.height >= 9);
        }
        let last = area.bottom().saturating_sub(u16::from(area.height >= 6));
        for text in [&item.instruction, &self.question()] {
            for line in wrap(text, usize::from(area.width.max(1)), None) {
                if y < last {
                    write(cells, area.x, y, area.width, &line, self.look.text);
                    y += 1;
                }
            }
        }
        let ahead = |item: &&AgendaItem| item.state == ItemState::Ahead;
        let next = self.room.items.get(at + 1..).and_then(|rest| rest.iter().find(ahead));
        if let Some(next) = next.filter(|_| last < area.bottom()) {
            let args = [("title", next.title.clone().into()), ("n", next.minutes.into())];
            let told = self.model.words.with("clock-then", &args);
            write(cells, area.x, last, area.width, &told, self.look.muted);
        }
        Position::new(area.x, area.y)
    }

    /// What the room is asked, if anything.
    fn question(&self) -> String {
        match &self.room.workshop.question {
            question if question.is_empty() => String::new(),
            question => {
                self.model.words.with("clock-question", &[("text", question.clone().into())])
            }
        }
    }

    /// What was told last; else what remains exceeds what is left, where it does.
    fn below(&self, row: Rect, cells: &mut Buffer) {
        if row.height == 0 {
            return;
        }
        let warning = self.schedule.warning().filter(|_| self.room.workshop.ended.is_none());
        match (&self.model.notice, warning) {
            (Some(told), _) => notice(self.model, told, self.look, row, cells),
            (None, Some(warning)) => {
                let text = self.model.words.say(&warning);
                write(cells, row.x, row.y, row.width, &text, self.look.warning);
            }
            (None, None) if self.room.workshop.state == WorkshopState::Planned => {
                let screens = match self.model.show.screens {
                    Screens::Mirrored => "preflight-mirrored",
                    Screens::Extended => "preflight-extended",
                };
                let args = [("screens", self.said(screens).into())];
                let text = self.model.words.with("run-sheet-hint", &args);
                write(cells, row.x, row.y, row.width, &text, self.look.muted);
            }
            (None, None) => {}
        }
    }
}
