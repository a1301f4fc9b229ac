//! What there is to do, kind by kind, the most pressing first.

use crate::app::listing::{Cell, ColumnShape, Of, Row};
use crate::app::model::Model;
use crate::domain::{Todo, TodoItem, TodoKind};
use crate::text::dates;

use super::{ListRead, stage_name};

pub(super) const COLUMNS: &[ColumnShape] = &[
    ColumnShape::fits(7).right(),
    ColumnShape::grows(),
    ColumnShape::fits(16).from(56),
    ColumnShape::fits(20).from(96),
    ColumnShape::fits(16).right(),
];

pub(super) fn rows(model: &Model, todos: &[Todo], read: &ListRead) -> Vec<Row> {
    let mut rows = Vec::new();
    for todo in todos {
        let count = model.words.number(i64::try_from(todo.count).unwrap_or(i64::MAX));
        if !rows.is_empty() {
            rows.push(Row::gap());
        }
        rows.push(Row::heading(model.words.get(name(todo.kind)), count));
        rows.extend(todo.items.iter().map(|item| row(model, todo.kind, item, read)));
        if let Some(n) = todo.count.checked_sub(todo.items.len()).filter(|n| *n > 0) {
            let words = model.words.with("more-below", &[("n", n.into())]);
            rows.push(Row::new(Of::More, vec![Cell::default(), Cell::muted(words)]));
        }
    }
    rows
}

fn name(kind: TodoKind) -> &'static str {
    match kind {
        TodoKind::AnswerMissing => "todo-answer-missing",
        TodoKind::NextStepOverdue => "todo-next-step-overdue",
        TodoKind::PausedDue => "todo-paused-due",
        TodoKind::NoReceiver => "todo-no-receiver",
        TodoKind::NoOwner => "todo-no-owner",
        TodoKind::Stale => "todo-stale",
    }
}

/// What the day of a kind says, for the line at the foot.
fn about(kind: TodoKind) -> &'static str {
    match kind {
        TodoKind::AnswerMissing => "todo-answer-by",
        TodoKind::NextStepOverdue => "todo-step-by",
        TodoKind::PausedDue => "todo-paused-until",
        TodoKind::NoReceiver | TodoKind::NoOwner | TodoKind::Stale => "todo-in-stage-since",
    }
}

fn row(model: &Model, kind: TodoKind, item: &TodoItem, read: &ListRead) -> Row {
    let language = model.language();
    let owner = item.owner.and_then(|owner| read.people.get(&owner)).cloned().unwrap_or_default();
    let day = dates::day_short(item.day, model.today, language);
    let when = match kind {
        TodoKind::AnswerMissing | TodoKind::NextStepOverdue | TodoKind::PausedDue => {
            if item.day < model.today { Cell::warning(day) } else { Cell::muted(day) }
        }
        TodoKind::NoReceiver | TodoKind::NoOwner | TodoKind::Stale => {
            let days = dates::age(item.day, model.today);
            Cell::muted(model.words.with("card-age", &[("days", i64::from(days).into())]))
        }
    };
    let due = dates::due(item.day, model.today, language);
    let about = model.words.with(about(kind), &[("day", due.into())]);
    let mut note = format!("{} {} · {about}", item.idea.0, item.title);
    if !owner.is_empty() {
        note.push_str(&format!(" · {owner}"));
    }
    let cells = vec![
        Cell::muted(item.idea.0.to_string()),
        Cell::new(item.title.clone()),
        Cell::muted(stage_name(model, item.stage)),
        Cell::muted(owner),
        when,
    ];
    Row::new(Of::Idea(item.idea), cells).noting(Cell::muted(note))
}
