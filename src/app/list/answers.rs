//! The ideas that a workshop was about, those first whose givers wait for an answer. Enter opens the
//! ready answer.

use crate::app::listing::{Cell, ColumnShape, Of, Row};
use crate::app::model::Model;
use crate::domain::minutes::Answering;
use crate::text::dates;

use super::stage_name;

pub(super) const COLUMNS: &[ColumnShape] = &[
    ColumnShape::fits(7).right(),
    ColumnShape::grows(),
    ColumnShape::fits(16).from(64),
    ColumnShape::fits(24).right(),
];

pub(super) fn rows(model: &Model, all: &[Answering]) -> Vec<Row> {
    let row = |it: &Answering| {
        let state = match it.due {
            Some(due) => {
                let day = dates::day_short(due, model.today, model.language());
                let said = model.words.with("answers-owed", &[("day", day.into())]);
                if due < model.today { Cell::warning(said) } else { Cell::new(said) }
            }
            None => Cell::muted(model.words.get("answers-given")),
        };
        let note = format!("{} {}", it.idea.id.0, it.idea.title);
        let cells = vec![
            Cell::muted(it.idea.id.0.to_string()),
            Cell::new(it.idea.title.clone()),
            Cell::muted(stage_name(model, it.idea.stage)),
            state,
        ];
        let mut row = Row::new(Of::Idea(it.idea.id), cells).noting(Cell::muted(note));
        row.quiet = it.due.is_none();
        row
    };
    all.iter().map(row).collect()
}
