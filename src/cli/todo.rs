//! `sluss todo`: with which ideas there is something to do, the most pressing first.

use clap::{ArgMatches, Command};
use serde_json::json;

use crate::domain::{Kind, TodoKind};
use crate::text::{Words, dates};

use super::desk::Desk;
use super::line::{as_json, board};
use super::list::nothing;
use super::trouble::Trouble;

/// So many of each kind.
const SHOWN: usize = 100;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(board(words)).arg(as_json(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let sluice = desk.sluice(&reader, said.get_one::<String>("board").map(String::as_str))?;
    let stages = desk.stages(&reader, &sluice)?;
    let names = desk.names(&reader)?;
    let all = reader.todo(sluice.id, desk.now.today, SHOWN)?;
    let owner = |id: Option<crate::domain::PersonId>| {
        id.and_then(|id| names.name(Kind::Person, id.0)).map(str::to_owned)
    };
    if said.get_flag("json") {
        let items = all.iter().flat_map(|todo| {
            todo.items.iter().map(|item| {
                json!({
                    "what": word(todo.kind).trim_start_matches("cli-todo-"),
                    "number": item.idea.0,
                    "title": item.title,
                    "stage": super::list::stage_name(&desk.words, &stages, item.stage),
                    "owner": owner(item.owner),
                    "day": item.day.to_string(),
                })
            })
        });
        let items: Vec<_> = items.collect();
        return desk.out.json(&items);
    }
    if all.is_empty() {
        nothing(desk, "cli-todo-nothing");
    }
    for (nth, todo) in all.iter().enumerate() {
        let gap = if nth == 0 { "" } else { "\n" };
        let head = format!("{gap}{} ({})", desk.words.get(word(todo.kind)), todo.count);
        desk.out.line(&head)?;
        for item in &todo.items {
            let day = dates::day_short(item.day, desk.now.today, desk.words.language);
            let owner = owner(item.owner).map(|owner| format!(", {owner}")).unwrap_or_default();
            desk.out.line(&format!("- #{} {} ({day}{owner})", item.idea.0, item.title))?;
        }
    }
    Ok(())
}

fn word(kind: TodoKind) -> &'static str {
    match kind {
        TodoKind::AnswerMissing => "cli-todo-answer",
        TodoKind::NextStepOverdue => "cli-todo-overdue",
        TodoKind::PausedDue => "cli-todo-paused",
        TodoKind::NoReceiver => "cli-todo-receiver",
        TodoKind::NoOwner => "cli-todo-owner",
        TodoKind::Stale => "cli-todo-stale",
    }
}
