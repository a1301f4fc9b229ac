//! Search over the whole screen: the line, what was found and where it stands, or what can be asked.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::{FoundRow, Model, Search, SearchPlan};
use crate::domain::filter::KEYS;
use crate::domain::{Arg, Spot, Status};
use crate::text::width::{pad, width};

use super::chrome::inset;
use super::pen::{clear, light, rule, write, write_right};
use super::theme::Look;

pub(super) fn draw(model: &Model, search: &Search, look: &Look, frame: &mut Frame<'_>) {
    let plan = SearchPlan::of(model.size);
    let whole = frame.area();
    let cells = frame.buffer_mut();
    for part in [plan.line, plan.rule, plan.list, plan.foot] {
        clear(cells, part.intersection(whole), look.text);
    }
    let label = model.words.get("search-label");
    let count = (&*count(model, search), look.muted);
    let cursor = super::filter::line(&search.line, &label, count, inset(plan.line), look, cells);
    if plan.rule.height > 0 {
        rule(cells, plan.rule, "━", look.accent);
    }
    if search.is_blank() {
        blank(model, search, look, inset(plan.list), cells);
    } else {
        hits(model, search, &plan, look, cells);
    }
    foot(model, search, look, inset(plan.foot), cells);
    frame.set_cursor_position(cursor);
}

fn count(model: &Model, search: &Search) -> String {
    let Some(found) = &search.found else { return super::filter::waiting(model) };
    if search.is_blank() {
        return model.words.number(i64::try_from(found.of).unwrap_or(0));
    }
    let n = if search.inquiry.is_waiting() {
        super::filter::waiting(model)
    } else if found.alike {
        "0".to_owned()
    } else {
        found.ids.len().to_string()
    };
    model.words.with("found-count", &[("n", n.into()), ("of", found.of.into())])
}

fn foot(model: &Model, search: &Search, look: &Look, row: Rect, cells: &mut Buffer) {
    if row.height == 0 {
        return;
    }
    if let Some(notice) = &model.notice {
        super::chrome::notice(model, notice, look, row, cells);
    } else if let Some(problem) = super::filter::problem(model, &search.filter) {
        write(cells, row.x, row.y, row.width, &problem, look.muted);
    }
}

/// Nothing is typed: what was searched for last, and the words that narrow.
fn blank(model: &Model, search: &Search, look: &Look, area: Rect, cells: &mut Buffer) {
    let mut y = area.y;
    let mut put = |y: &mut u16, x: u16, text: &str, style: Style| {
        if *y < area.bottom() {
            write(cells, area.x + x, *y, area.width.saturating_sub(x), text, style);
        }
        *y += 1;
    };
    put(&mut y, 0, &model.words.get("search-blank"), look.text);
    y += 1;
    let searches = model.desk.searches.as_deref().unwrap_or_default();
    if !searches.is_empty() {
        put(&mut y, 0, &model.words.get("search-former"), look.strong);
        for (at, former) in searches.iter().enumerate() {
            let here = at == search.cursor;
            let mut row = y;
            put(&mut row, 0, if here { "▌" } else { " " }, look.accent);
            put(&mut y, 2, former, if here { look.strong } else { look.text });
        }
        y += 1;
    }
    let examples = examples(model);
    let wide = examples.iter().map(|example| width(example)).max().unwrap_or(1) + 2;
    let across = (usize::from(area.width) / wide).clamp(1, 4);
    let rows = examples.len().div_ceil(across);
    if usize::from(area.bottom().saturating_sub(y)) > rows {
        put(&mut y, 0, &model.words.get("search-words"), look.strong);
        for row in examples.chunks(across) {
            let row: String = row.iter().map(|example| pad(example, wide)).collect();
            put(&mut y, 0, row.trim_end(), look.muted);
        }
    }
}

/// One of each kind of condition, as the language writes it.
fn examples(model: &Model) -> Vec<String> {
    let keys = KEYS.iter().map(|key| key.example.in_language(model.words.language).to_owned());
    keys.chain([
        model.words.get("search-phrase").into_owned(),
        model.words.get("search-without").into_owned(),
    ])
    .collect()
}

fn hits(model: &Model, search: &Search, plan: &SearchPlan, look: &Look, cells: &mut Buffer) {
    let mut area = plan.list;
    let Some(found) = &search.found else { return };
    if found.ids.is_empty() || found.alike {
        let id = match (found.alike, search.inquiry.is_waiting()) {
            (true, _) => "search-alike",
            (false, true) => return,
            (false, false) if search.filter.is_empty() => return,
            (false, false) => "search-nothing",
        };
        let row = inset(area);
        write(cells, row.x, row.y, row.width, &model.words.get(id), look.text);
        area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    }
    let mut y = area.y;
    for (nth, idea) in search.in_sight(plan).iter().enumerate() {
        let height = plan.each.min(2).min(area.bottom().saturating_sub(y));
        let spot = Rect { y, height, ..area };
        if let Some(Some(found)) = search.rows.get(idea) {
            hit(model, found, search.top + nth == search.cursor, look, spot, cells);
        }
        y += plan.each;
    }
}

/// An idea in two rows: itself, and where else the words stand.
fn hit(model: &Model, found: &FoundRow, here: bool, look: &Look, spot: Rect, cells: &mut Buffer) {
    let on = |style: Style| if here { style.patch(look.ground) } else { style };
    if here {
        cells.set_style(spot, look.ground);
        for y in spot.top()..spot.bottom() {
            write(cells, spot.x, y, 1, "▌", on(look.accent));
        }
    }
    let gutter = model.gutter();
    let number = format!("{:>1$}", found.row.id.0, usize::from(gutter.saturating_sub(2)));
    write(cells, spot.x + 1, spot.y, gutter, &number, on(look.muted));
    let row = Rect { x: spot.x + gutter, width: spot.width.saturating_sub(gutter + 1), ..spot };
    let days = model.words.with("card-age", &[("days", found.row.age(model.today).into())]);
    let mut left = row.width.saturating_sub(DAYS);
    write_right(cells, Rect { height: 1, ..row }, &days, on(look.muted));
    let room = places(model);
    if left > room + 30 {
        left -= room;
        write(cells, row.x + left, row.y, room - 1, &place(model, found), on(look.muted));
    }
    let title = Rect { width: left.saturating_sub(1), height: 1, ..row };
    let style = if here { look.strong } else { look.text };
    write(cells, title.x, title.y, title.width, &found.row.title, on(style));
    light(cells, title, &found.row.title, &found.marks);
    if spot.height > 1 {
        let row = Rect { y: spot.y + 1, height: 1, ..row };
        stands(model, found, row, &on, look, cells);
    }
}

/// The room for the number of days.
const DAYS: u16 = 7;

/// The room for the longest of what can stand there.
fn places(model: &Model) -> u16 {
    let stages = model.frame.stages.iter().map(|stage| super::board::stage_name(model, stage));
    let wide = stages.map(|name| width(&name)).max().unwrap_or(0);
    u16::try_from(wide.clamp(10, 24) + 1).unwrap_or(25)
}

/// The stage, or how it stands with an idea that is not on the board.
fn place(model: &Model, found: &FoundRow) -> String {
    if found.row.status != Status::Active {
        let key = found.row.status.key();
        return model.words.arg(&Arg::Known(format!("status:{key}").into()));
    }
    stage(model, found)
}

pub(super) fn stage(model: &Model, found: &FoundRow) -> String {
    let stage = model.frame.stages.iter().find(|stage| stage.id == found.row.stage);
    stage.map(|stage| super::board::stage_name(model, stage)).unwrap_or_default()
}

fn stands(
    model: &Model,
    found: &FoundRow,
    row: Rect,
    on: &dyn Fn(Style) -> Style,
    look: &Look,
    cells: &mut Buffer,
) {
    let Some(hit) = &found.hit else {
        let unit = found.row.unit.and_then(|unit| model.frame.units.get(&unit));
        let words = match unit {
            _ if !found.marks.is_empty() => model.words.get("search-title").into_owned(),
            Some(unit) => unit.name.clone(),
            None => stage(model, found),
        };
        write(cells, row.x, row.y, row.width, &words, on(look.muted));
        return;
    };
    let name = match &hit.spot {
        Spot::Title => model.words.get("search-title").into_owned(),
        Spot::Field(key) => {
            model.words.arg(&Arg::Known(format!("field:{key}").into())).to_lowercase()
        }
        Spot::Comment { .. } => {
            let comment = model.words.get("search-comment");
            match &found.author {
                Some(author) => format!("{comment}, {author}"),
                None => comment.into_owned(),
            }
        }
        Spot::Beside(kind) => model
            .words
            .get(match *kind {
                "tag" => "search-tag",
                "link" => "search-link",
                "test" => "search-test",
                "decision" => "search-decision",
                _ => "search-answer",
            })
            .into_owned(),
    };
    let name = format!("{name}: ");
    let used = write(cells, row.x, row.y, row.width, &name, on(look.muted));
    let room = Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row };
    let (text, marks) = from_hit(&hit.excerpt.text, &hit.excerpt.marks, usize::from(room.width));
    write(cells, room.x, room.y, room.width, &text, on(look.text));
    light(cells, room, &text, &marks);
}

/// A text cut at its beginning, so that the first hit is in the room there is.
fn from_hit(
    text: &str,
    marks: &[std::ops::Range<usize>],
    room: usize,
) -> (String, Vec<std::ops::Range<usize>>) {
    let first = marks.first().cloned().unwrap_or(0..0);
    let end = text.get(..first.end).map_or(0, width);
    if end < room {
        return (text.to_owned(), marks.to_vec());
    }
    let cut = text
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| text.get(*at..first.start).is_some_and(|before| width(before) <= room / 3))
        .unwrap_or(first.start);
    // A word is not cut in two where there is another before the hit.
    let next =
        text.get(cut..first.start).and_then(|before| before.find(' ')).map(|at| cut + at + 1);
    let cut = next.unwrap_or(cut);
    let sign = "…";
    let rest = text.get(cut..).unwrap_or_default();
    let moved = |at: usize| at.saturating_sub(cut) + sign.len();
    let marks = marks.iter().map(|mark| moved(mark.start)..moved(mark.end)).collect();
    (format!("{sign}{rest}"), marks)
}

/// The cell at the left of a row, where no line is typed.
pub(super) fn start(area: Rect, row: usize) -> Position {
    let y = area.y + u16::try_from(row).unwrap_or(0);
    Position::new(area.x, y.min(area.bottom().saturating_sub(1)))
}
