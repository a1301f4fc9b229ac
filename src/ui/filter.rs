//! The line that the board is filtered by, above the hints; and what all lines that find ideas have
//! in common: their conditions lit, and what is wrong with them told.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{Alike, FilterLine, Model, Screen};
use crate::domain::Filter;
use crate::editor::{self, Editor};
use crate::text::width::{clip, width};

use super::pen::{clear, write, write_right};
use super::theme::Look;

pub(super) fn draw(model: &Model, filter: &FilterLine, look: &Look, frame: &mut Frame<'_>) {
    let screen = Screen::of(model.size);
    let whole = frame.area();
    let row = if screen.info.height > 0 {
        screen.info
    } else {
        Rect { y: whole.bottom().saturating_sub(1), height: 1, ..whole }
    };
    clear(frame.buffer_mut(), row, look.text);
    let row = super::chrome::inset(row);
    let told = match &model.notice {
        Some(notice) => super::chrome::noticed(model, notice, look),
        None => (told(model, usize::from(row.width / 2)), look.muted),
    };
    let label = model.words.get("filter-label");
    let told = (&*told.0, told.1);
    let cursor = line(&filter.line, &label, told, row, look, frame.buffer_mut());
    frame.set_cursor_position(cursor);
}

/// How many there are, or what is to be said of the line.
fn told(model: &Model, room: usize) -> String {
    let filter = &model.board.filter;
    if let Some(problem) = problem(model, &filter.filter)
        && width(&problem) <= room
    {
        return problem;
    }
    let all: usize =
        model.frame.stages.iter().filter_map(|stage| model.frame.counts.get(&stage.id)).sum();
    let count = |n: String| model.words.with("found-count", &[("n", n.into()), ("of", all.into())]);
    match filter.shown() {
        _ if !filter.is_on() => model.words.number(i64::try_from(all).unwrap_or(0)),
        None => count(waiting(model)),
        Some(found) if found.off_board == 0 => count(found.total.to_string()),
        Some(found) => {
            let counted = count(found.total.to_string());
            let more = [("n", found.off_board.into())];
            [model.words.with("filter-off-board", &more), model.words.with("filter-more", &more)]
                .into_iter()
                .map(|more| format!("{counted}. {more}"))
                .find(|told| width(told) <= room)
                .unwrap_or(counted)
        }
    }
}

/// `…`, or how far the texts are read.
pub(super) fn waiting(model: &Model) -> String {
    match model.desk.loading {
        Some(percent) => {
            model.words.with("found-loading", &[("percent", i64::from(percent).into())])
        }
        None => "…".to_owned(),
    }
}

/// Draws a label, the line, and a word at its right; answers where the cursor stands.
pub(super) fn line(
    editor: &Editor,
    label: &str,
    (right, style): (&str, ratatui::style::Style),
    row: Rect,
    look: &Look,
    cells: &mut Buffer,
) -> Position {
    let right = if width(right) + 12 > usize::from(row.width) { "" } else { right };
    let left = write_right(cells, row, right, style);
    let used = write(cells, row.x, row.y, left, label, look.muted) + 1;
    let room = left.saturating_sub(used + u16::from(!right.is_empty()));
    let spot = Rect { x: row.x + used, width: room.max(1), height: 1, ..row };
    let shown = editor::Look { text: look.strong, selection: look.ground, placeholder: look.muted };
    editor.draw(spot, cells, shown);
    let text = editor.text();
    // Where the line is longer than its room it is scrolled, and no word stands where it would.
    if width(&text) < usize::from(spot.width) {
        for (at, is_read) in Filter::conditions(&text) {
            let before = text.get(..at.start).map_or(0, width);
            let wide = text.get(at).map_or(0, width);
            let x = spot.x + u16::try_from(before).unwrap_or(0);
            let wide = u16::try_from(wide).unwrap_or(0);
            let style = if is_read { look.accent } else { look.warning };
            cells.set_style(Rect { x, width: wide, ..spot }.intersection(spot), style);
        }
    }
    editor.cursor_in(spot).unwrap_or(Position::new(spot.x, spot.y))
}

/// What the line's last condition lacks or does not fit.
pub(super) fn problem(model: &Model, filter: &Filter) -> Option<String> {
    let problem = filter.problems.last()?;
    let language = model.words.language;
    let args = [
        ("word", problem.word.clone().into()),
        ("key", problem.key.name.in_language(language).into()),
        ("allowed", problem.key.allowed(language).join(", ").into()),
    ];
    let id = if problem.unfinished { "filter-unfinished" } else { "filter-problem" };
    Some(model.words.with(id, &args))
}

/// Ideas like the one being typed, as many as there is room for.
pub(super) fn alike(model: &Model, alike: &Alike, room: usize) -> Option<String> {
    let named = alike.found.iter().map(|(idea, title)| format!("{} {title}", idea.0));
    let ideas: Vec<String> = named.collect();
    let both = model.words.with("alike", &[("ideas", ideas.join(", ").into())]);
    if ideas.len() > 1 && width(&both) <= room {
        return Some(both);
    }
    let first = model.words.with("alike", &[("ideas", ideas.first()?.clone().into())]);
    Some(clip(&first, room).into_owned())
}
