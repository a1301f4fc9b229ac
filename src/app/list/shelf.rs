//! What is not on the board: paused, closed, removed.

use crate::app::act;
use crate::app::list::ListKind;
use crate::app::listing::{Cell, ColumnShape, Of, Row};
use crate::app::model::Model;
use crate::app::opening::Opening;
use crate::app::overlay::Turn;
use crate::domain::{Arg, IdeaId, Shelf, Shelved};
use crate::text::dates;

use super::{ListRead, stage_name, titled};

pub(super) const COLUMNS: &[ColumnShape] = &[
    ColumnShape::fits(7).right(),
    ColumnShape::grows(),
    ColumnShape::fits(16).from(64),
    ColumnShape::fits(24),
    ColumnShape::fits(24).right(),
];

pub(super) fn rows(model: &Model, shelved: &[Shelved], read: &ListRead) -> Vec<Row> {
    let row = |it: &Shelved| {
        let (what, note) = outcome(model, it, read);
        let note = [format!("{} {}", it.idea.0, it.title), note]
            .into_iter()
            .filter(|piece| !piece.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        let cells = vec![
            Cell::muted(it.idea.0.to_string()),
            Cell::new(it.title.clone()),
            Cell::muted(stage_name(model, it.stage)),
            Cell::muted(what),
            when(model, it),
        ];
        Row::new(Of::Idea(it.idea), cells).noting(Cell::muted(note))
    };
    shelved.iter().map(row).collect()
}

/// How it ended, in a word, and in a sentence where there is more to say.
fn outcome(model: &Model, it: &Shelved, read: &ListRead) -> (String, String) {
    let Some(outcome) = it.outcome else { return (String::new(), String::new()) };
    let key = format!("outcome:{}", outcome.key());
    let word = model.words.arg(&Arg::Known(key.into()));
    let note = match it.merged_into {
        Some(into) => {
            model.words.with("shelf-merged-into", &[("idea", titled(into.0, &read.titles, 40))])
        }
        None => word.clone(),
    };
    (word, note)
}

/// When it comes up again, or that the idea giver still waits.
fn when(model: &Model, it: &Shelved) -> Cell {
    let day = |day| dates::day_short(day, model.today, model.language());
    match (it.answer_due, it.paused_until) {
        (Some(_), None) => Cell::warning(model.words.get("warning-answer-missing")),
        (_, Some(until)) if until <= model.today => Cell::warning(day(until)),
        (_, Some(until)) => Cell::muted(day(until)),
        (None, None) => Cell::default(),
    }
}

/// Shows an idea over the whole screen; what was removed is put back instead.
pub(super) fn open(model: &mut Model, idea: IdeaId, kind: ListKind) -> Turn {
    match kind {
        ListKind::Shelf(Shelf::Removed) => Turn::with(act::put_back(model, vec![idea])),
        // The answer to it is what one came for.
        ListKind::Answers(_) => {
            model.opening = Some(Opening::Reply(idea));
            Turn::stay()
        }
        ListKind::Todo
        | ListKind::Shelf(_)
        | ListKind::History
        | ListKind::Drafts
        | ListKind::Findings
        | ListKind::Backups
        | ListKind::Erasures => {
            act::show(model, idea);
            Turn::close()
        }
    }
}
