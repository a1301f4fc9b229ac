//! A part whose label is a sentence: a question at a gate, a criterion of the self-assessment.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{Body, Choose, Model, Part, SheetPlan};
use crate::text::width::{width, wrap};
use crate::ui::pen::{write, write_right};
use crate::ui::theme::Look;

/// A label that is a sentence, the answer at its end, and in focus the options below it.
pub(super) fn wide(
    model: &Model,
    plan: &SheetPlan,
    part: &Part,
    focused: Option<usize>,
    spot: Rect,
    look: &Look,
    cells: &mut Buffer,
) -> Option<Position> {
    let Body::Choice { options, at, .. } = &part.body else { return None };
    let across = part.is_across(plan);
    let chosen = at.and_then(|at| options.get(at));
    let aside = part.aside.as_ref().map(|aside| model.words.say(aside)).unwrap_or_default();
    let inner = Rect { x: spot.x + 2, width: spot.width.saturating_sub(2), ..spot };
    let answer = Rect { x: inner.right() - part.room.answer.min(inner.width), ..inner };
    let label_room = usize::from(inner.width.saturating_sub(part.room.answer + 2).max(1));
    let label = wrap(&model.words.say(&part.label), label_room, None);
    // A part that begins above the sheet's first row shows its end.
    let mut rows: Vec<Row<'_>> = label.into_iter().map(Row::Label).collect();
    if focused.is_some() {
        if across {
            rows.push(Row::Across);
        } else {
            for (nth, one) in options.iter().enumerate() {
                let own = one.rows(&model.words, plan).into_iter().enumerate();
                rows.extend(own.map(|(row, text)| Row::Option { nth, one, row, text }));
            }
        }
    }
    let mut cursor = None;
    for (nth, (y, row)) in
        (spot.y..spot.bottom()).zip(rows.into_iter().skip(focused.unwrap_or(0))).enumerate()
    {
        if focused.is_some() {
            write(cells, spot.x, y, 1, "▌", look.accent);
        }
        match row {
            Row::Label(text) => {
                let style = if focused.is_some() { look.strong } else { look.text };
                write(cells, inner.x, y, inner.width, &text, style);
                if nth == 0 && focused.unwrap_or(0) == 0 {
                    let (said, style) = match (chosen, &part.unanswered) {
                        (Some(one), _) => (one.answer(&model.words, options.len()), look.accent),
                        (None, Some(say)) => (model.words.say(say), look.muted),
                        (None, None) => ("–".to_owned(), look.muted),
                    };
                    let room = part.room.answer;
                    write(cells, answer.x, y, room, &said, style);
                    if !across {
                        let end = Rect { y, width: room, ..answer };
                        let said = u16::try_from(width(&said)).unwrap_or(u16::MAX);
                        if said + 2 + u16::try_from(width(&aside)).unwrap_or(u16::MAX) <= room {
                            write_right(cells, end, &aside, look.muted);
                        }
                    }
                }
            }
            Row::Across => {
                let mut x = inner.x;
                for (nth, one) in options.iter().enumerate() {
                    let sign = sign(*at == Some(nth), one);
                    if *at == Some(nth) {
                        cursor = Some(Position::new(x + 1, y));
                    }
                    let style = if *at == Some(nth) { look.accent } else { look.text };
                    let text = format!("{sign}{}", model.words.say(&one.name));
                    x += write(cells, x, y, inner.right().saturating_sub(x), &text, style) + 3;
                }
                cursor = cursor.or(Some(Position::new(inner.x + 1, y)));
                write(cells, x, y, inner.right().saturating_sub(x), &aside, look.muted);
            }
            Row::Option { nth, one, row, text } => {
                let style = if *at == Some(nth) { look.accent } else { look.text };
                if row == 0 {
                    write(cells, inner.x, y, inner.width, &sign(*at == Some(nth), one), style);
                    if *at == Some(nth) || cursor.is_none() {
                        cursor = Some(Position::new(inner.x + 1, y));
                    }
                }
                let x = inner.x + Choose::SIGN;
                write(cells, x, y, inner.right().saturating_sub(x), &text, style);
            }
        }
    }
    cursor.or(Some(Position::new(inner.x, spot.y)))
}

/// What stands on one row of a part that is wide.
enum Row<'a> {
    Label(String),
    Across,
    Option { nth: usize, one: &'a Choose, row: usize, text: String },
}

pub(super) fn sign(chosen: bool, one: &Choose) -> String {
    let sign = match (chosen, &one.closed) {
        (true, _) => "(•) ",
        (false, Some(_)) => " –  ",
        (false, None) => "( ) ",
    };
    let digit = one.digit.map(|digit| format!("{digit} ")).unwrap_or_default();
    format!("{sign}{digit}")
}
