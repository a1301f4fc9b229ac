//! The curtain over the person's own window: what the room sees of it, and the key that lifts it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Model, hung, title};
use crate::domain::live::Curtain;
use crate::input::{Action, Context};
use crate::text::width::width;
use crate::text::{dates, spoken};

use super::chrome::inset;
use super::pen::{clear, write};
use super::room::curtain;
use super::theme::Look;

pub(super) fn draw(model: &Model, behind: &Curtain, look: &Look, frame: &mut Frame<'_>) {
    let area = frame.area();
    let cells = frame.buffer_mut();
    clear(cells, area, look.text);
    let inner = inset(area);
    let hint = u16::from(inner.height >= 3);
    let room = Rect { height: inner.height - hint, ..inner };
    let read = &model.frame;
    let here = read.sluices.iter().find(|sluice| Some(sluice.id) == read.sluice);
    let sluice = || here.map(|sluice| sluice.name.as_str()).unwrap_or_default();
    let title = title(model).unwrap_or_else(sluice);
    let (said, until) = words(model, &hung(model, behind));
    curtain(cells, room, title, &said, until.as_deref(), look);
    if hint > 0 {
        lift(model, look, Rect { y: inner.bottom() - 1, height: 1, ..inner }, cells);
    }
    frame.set_cursor_position(Position::new(inner.x, inner.bottom().saturating_sub(1)));
}

/// What is said on it, and when the break ends.
fn words(model: &Model, curtain: &Curtain) -> (String, Option<String>) {
    let said = |id| model.words.get(id).into_owned();
    match curtain {
        Curtain::Plain => (String::new(), None),
        Curtain::Break { until: None } => (said("curtain-pause"), None),
        Curtain::Break { until: Some(until) } => {
            (said("curtain-until"), Some(dates::time(*until, &model.zone)))
        }
        Curtain::Counting { voted, of: None } => {
            (model.words.with("curtain-counting", &[("voted", (*voted).into())]), None)
        }
        Curtain::Counting { voted, of: Some(of) } => {
            let args = [("voted", (*voted).into()), ("of", (*of).into())];
            (model.words.with("curtain-counting-of", &args), None)
        }
    }
}

fn lift(model: &Model, look: &Look, row: Rect, cells: &mut ratatui::buffer::Buffer) {
    let key = model.keymap.key_of(Context::Always, Action::Curtain).unwrap_or_default();
    let hints = [
        (spoken(key, &model.words), model.words.get("hint-lift")),
        ("+ -".to_owned(), model.words.get("hint-break")),
    ];
    let mut x = row.x;
    for (key, word) in hints {
        let wide = u16::try_from(width(&key) + 1 + width(&word)).unwrap_or(u16::MAX);
        if wide > row.right().saturating_sub(x) {
            return;
        }
        x += write(cells, x, row.y, row.right() - x, &key, look.accent) + 1;
        x += write(cells, x, row.y, row.right() - x, &word, look.text) + 3;
    }
}
