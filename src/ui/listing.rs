//! Lists: a name, a rule, rows in columns, and what is said of the one in focus. The lists over the
//! board take its whole body; the palette lies in a frame.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Block, BorderType, Widget as _};

use crate::app::{
    Cell, Finder, Ink, List, ListKind, ListPlan, Listing, Model, Purpose, Row, WhichFile,
};
use crate::editor;
use crate::text::width::{clip, width, wrap};

use super::pen::{clear, rule, write, write_right};
use super::theme::Look;

/// Cells between two columns.
const GAP: u16 = 2;

/// What is written round the rows.
struct Words<'a> {
    title: Cow<'a, str>,
    /// Before anything is typed.
    placeholder: Cow<'a, str>,
    count: String,
    empty: Cow<'a, str>,
}

pub(super) fn list(model: &Model, list: &List, look: &Look, frame: &mut Frame<'_>) {
    let listing = &list.listing;
    let n = i64::try_from(listing.count()).unwrap_or(i64::MAX);
    let plus = if listing.more { "+" } else { "" };
    let empty = match list.kind.empty() {
        _ if listing.is_narrowed() => "list-none-found",
        _ if list.is_reading() => "list-findings-reading",
        // What is whole or missing there is not the file's own.
        _ if model.only_reading && list.kind == ListKind::Findings => "list-findings-empty-copy",
        _ if list.kind == ListKind::Backups && model.only_reading => "list-backups-empty-copy",
        _ if list.kind == ListKind::Backups && model.file == WhichFile::Demo => {
            "list-backups-empty-demo"
        }
        empty => empty,
    };
    let words = Words {
        title: model.words.get(list.kind.title()),
        placeholder: Cow::Borrowed(""),
        count: format!("{}{plus}", model.words.number(n)),
        empty: model.words.get(empty),
    };
    draw(model, listing, &ListPlan::whole(model.size, 1), &words, look, frame);
}

pub(super) fn finder(model: &Model, finder: &Finder, look: &Look, frame: &mut Frame<'_>) {
    let screen = model.words.get(finder.under.title());
    let title = match finder.purpose {
        Purpose::Palette => model.words.get("palette-title"),
        Purpose::Help => {
            Cow::Owned(model.words.with("help-title", &[("screen", (&*screen).into())]))
        }
    };
    let words = Words {
        title,
        placeholder: model.words.get(match finder.purpose {
            Purpose::Palette => "palette-type",
            Purpose::Help => "help-type",
        }),
        count: String::new(),
        empty: model.words.get("list-none-found"),
    };
    draw(model, &finder.listing, &finder.plan(model.size), &words, look, frame);
}

fn draw(
    model: &Model,
    listing: &Listing,
    plan: &ListPlan,
    words: &Words<'_>,
    look: &Look,
    frame: &mut Frame<'_>,
) {
    let cells = frame.buffer_mut();
    clear(cells, plan.area, look.text);
    if plan.framed {
        Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(look.line)
            .style(look.text)
            .render(plan.area, cells);
    }
    let mut cursor = title(listing, plan, words, look, cells);
    if listing.is_empty() {
        let lines = wrap(&words.empty, usize::from(plan.rows.width.max(1)), None);
        let from = plan.rows.y + u16::from(plan.rows.height > 3);
        for (y, line) in (from..plan.rows.bottom()).zip(lines) {
            write(cells, plan.rows.x, y, plan.rows.width, &line, look.text);
        }
        cursor = cursor.or(Some(Position::new(plan.rows.x, from)));
    }
    for nth in 0..plan.across {
        let column = plan.column(nth);
        let widths = widths(listing, column.width);
        for down in 0..column.height {
            let at = listing.top + usize::from(nth * column.height + down);
            let Some(row) = listing.row(at) else { break };
            let line = Rect { y: column.y + down, height: 1, ..column };
            if at == listing.cursor && listing.focused().is_some() {
                focus(row, &widths, listing, line, look, cells);
                cursor = cursor.or(Some(Position::new(line.x, line.y)));
            } else {
                self::row(row, &widths, listing, line, look, cells);
            }
        }
    }
    more(model, listing, plan, look, cells);
    notes(model, listing, plan, look, cells);
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// The name, what is typed, how many there are. Answers where the cursor stands while typing.
fn title(
    listing: &Listing,
    plan: &ListPlan,
    words: &Words<'_>,
    look: &Look,
    cells: &mut Buffer,
) -> Option<Position> {
    if plan.title.height == 0 {
        return None;
    }
    rule(cells, plan.rule, if plan.framed { "─" } else { "━" }, look.accent);
    let left = write_right(cells, plan.title, &words.count, look.muted);
    let used = write(cells, plan.title.x, plan.title.y, left, &words.title, look.strong);
    if !listing.typing && !listing.is_narrowed() {
        return None;
    }
    let x = plan.title.x + used + 2;
    let room = left.saturating_sub(used + 2);
    write(cells, x, plan.title.y, room, "/", look.accent);
    let line =
        Rect { x: x + 2, width: room.saturating_sub(3), ..plan.title }.intersection(plan.title);
    if line.width == 0 {
        return None;
    }
    if listing.line.is_empty() {
        write(cells, line.x, line.y, line.width, &words.placeholder, look.muted);
    } else {
        let shown =
            editor::Look { text: look.text, selection: look.ground, placeholder: look.muted };
        listing.line.draw(line, cells, shown);
    }
    if !listing.typing {
        return None;
    }
    listing.line.cursor_in(line).or(Some(Position::new(line.x, line.y)))
}

/// The cells of each column on lines of a width; none for what is not shown.
fn widths(listing: &Listing, line: u16) -> Vec<u16> {
    let mut widths: Vec<u16> = Vec::new();
    let mut taken = 2;
    for (at, column) in listing.columns.iter().enumerate() {
        let wide = if line < column.from { 0 } else { listing.width(at) };
        let wide = if column.grows && line >= column.from { 1 } else { wide };
        if wide > 0 {
            taken += wide + GAP;
        }
        widths.push(wide);
    }
    let grows = listing.columns.iter().position(|column| column.grows && line >= column.from);
    if let Some(wide) = grows.and_then(|at| widths.get_mut(at)) {
        *wide = (line + GAP + 1).saturating_sub(taken).max(1);
    }
    widths
}

/// The row in focus: bar, weight and ground.
fn focus(
    row: &Row,
    widths: &[u16],
    listing: &Listing,
    line: Rect,
    look: &Look,
    cells: &mut Buffer,
) {
    let bold = Look { text: look.strong, muted: look.strong, accent: look.accent, ..*look };
    self::row(row, widths, listing, line, &bold, cells);
    cells.set_style(line, look.ground);
    write(cells, line.x, line.y, 1, "▌", look.accent.patch(look.ground));
}

fn row(row: &Row, widths: &[u16], listing: &Listing, line: Rect, look: &Look, cells: &mut Buffer) {
    if row.of == crate::app::Of::Heading {
        let mut x = line.x;
        for (at, cell) in row.cells.iter().enumerate() {
            let style = if at == 0 { look.strong } else { look.muted };
            x += write(cells, x, line.y, line.right().saturating_sub(x), &cell.text, style) + 2;
        }
        return;
    }
    let mut x = line.x + 2;
    for (at, ((cell, wide), column)) in
        row.cells.iter().zip(widths).zip(listing.columns).enumerate()
    {
        if *wide == 0 {
            continue;
        }
        // Where nothing stands to the right, that room is used too.
        let alone = row.cells.iter().skip(at + 1).all(|cell| cell.text.is_empty());
        let most = if alone && !column.right { u16::MAX } else { *wide };
        let room = most.min(line.right().saturating_sub(x));
        let text = clip(&cell.text, usize::from(room));
        let shift = if column.right {
            room.saturating_sub(u16::try_from(width(&text)).unwrap_or(room))
        } else {
            0
        };
        write(cells, x + shift, line.y, room - shift, &text, ink(cell, row.quiet, look));
        x += wide + GAP;
    }
}

fn ink(cell: &Cell, quiet: bool, look: &Look) -> Style {
    match cell.ink {
        Ink::Plain if quiet => look.muted,
        Ink::Plain => look.text,
        Ink::Muted => look.muted,
        Ink::Accent => look.accent,
        Ink::Warning => look.warning,
    }
}

/// How many rows there are below, at the foot of the last column; in the rule, that there are some
/// above.
fn more(model: &Model, listing: &Listing, plan: &ListPlan, look: &Look, cells: &mut Buffer) {
    if listing.top > 0 {
        let x = plan.rule.right().saturating_sub(3);
        write(cells, x, plan.rule.y, 3, " ↑ ", look.accent);
    }
    let below = listing.len().saturating_sub(listing.top + plan.page());
    if below > 0 && plan.notes.height > 0 {
        let text = if listing.more {
            model.words.get("more-below-many").into_owned()
        } else {
            model.words.with("more-below", &[("n", below.into())])
        };
        // On the line of notes there is always room for it, and no row is covered.
        let last = Rect { y: plan.notes.bottom() - 1, height: 1, ..plan.notes };
        write_right(cells, last, &text, look.muted);
    }
}

/// A message, or what is known of the row in focus.
fn notes(model: &Model, listing: &Listing, plan: &ListPlan, look: &Look, cells: &mut Buffer) {
    if plan.notes.height == 0 {
        return;
    }
    let below = listing.len() > listing.top + plan.page();
    let room = plan.notes.width.saturating_sub(if below { 16 } else { 0 });
    let line = |y: u16| Rect { y, height: 1, width: room, ..plan.notes };
    if let Some(notice) = &model.notice {
        super::chrome::notice(model, notice, look, line(plan.notes.y), cells);
        return;
    }
    let Some(row) = listing.focused() else { return };
    for (y, note) in (plan.notes.y..plan.notes.bottom()).zip(&row.notes) {
        write(cells, plan.notes.x, y, line(y).width, &note.text, ink(note, false, look));
    }
}
