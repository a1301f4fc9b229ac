//! `sluss list`: the ideas on the board, column by column, or all that there are.

use std::collections::HashMap;

use clap::{ArgMatches, Command};
use serde_json::json;

use crate::domain::{
    Anchor, Card, Expects, Idea, Names, Order, Say, Stage, StageId, Status, Warning,
};
use crate::text::{Words, dates};

use super::desk::Desk;
use super::line::{as_json, board, option, switch};
use super::print::{Side, Table, remark};
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(option(words, "stage", "cli-list-stage", "cli-value-stage"))
        .arg(board(words))
        .arg(switch(words, "all", "cli-list-all"))
        .arg(switch(words, "plain", "cli-plain"))
        .arg(as_json(words).conflicts_with("plain"))
}

/// What a list tells of an idea.
pub(super) struct Entry {
    pub(super) card: Card,
    pub(super) stage: StageId,
    pub(super) status: Status,
    pub(super) warning: Option<Warning>,
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let sluice = desk.sluice(&reader, said.get_one::<String>("board").map(String::as_str))?;
    let stages = desk.stages(&reader, &sluice)?;
    let chosen = match said.get_one::<String>("stage") {
        Some(said) => vec![desk.stage(&stages, said)?],
        None => stages.clone(),
    };
    let expects: HashMap<StageId, Expects> = stages
        .iter()
        .scan(false, |receiver, stage| {
            let expects = Expects {
                stage: stage.id,
                warn_days: stage.warn_days,
                receiver: std::mem::replace(receiver, stage.needs_receiver),
            };
            Some((stage.id, expects))
        })
        .collect();
    let today = desk.now.today;
    let mut entries = Vec::new();
    for stage in &chosen {
        let size = reader.counts()?.get(&stage.id).copied().unwrap_or(0);
        for card in reader.window(stage.id, Order::ByHand, Anchor::Head, size)?.cards {
            let expected = expects.get(&stage.id).copied().unwrap_or_default();
            let warning = card.warning(expected, today);
            entries.push(Entry { card, stage: stage.id, status: Status::Active, warning });
        }
        if said.get_flag("all") {
            entries
                .extend(elsewhere(reader.those("stage", &crate::domain::Value::Int(stage.id.0))?));
        }
    }
    let names = desk.names(&reader)?;
    print(desk, said, &entries, &stages, &names)
}

/// Those of a stage that have no place in its column.
fn elsewhere(ideas: Vec<Idea>) -> impl Iterator<Item = Entry> {
    let off = ideas.into_iter().filter(|idea| !idea.is_on_board() && idea.removed.is_none());
    off.map(|idea| Entry {
        stage: idea.stage,
        status: idea.status,
        warning: None,
        card: Card {
            id: idea.id,
            rank: idea.rank,
            title: idea.title,
            unit: idea.unit,
            stage_since: idea.stage_since,
            next_due: idea.next_due,
            owner: idea.owner,
            comments: 0,
            answer_due: None,
            has_receiver: idea.receiver.is_some(),
        },
    })
}

/// The list in the form that was asked for.
pub(super) fn print(
    desk: &mut Desk,
    said: &ArgMatches,
    entries: &[Entry],
    stages: &[Stage],
    names: &Names,
) -> Result<(), Trouble> {
    if said.get_flag("json") {
        let all: Vec<_> =
            entries.iter().map(|entry| as_value(desk, entry, stages, names)).collect();
        return desk.out.json(&all);
    }
    if entries.is_empty() {
        remark(&desk.words.get("cli-list-empty"));
        return Ok(());
    }
    if said.get_flag("plain") {
        for entry in entries {
            let sentence = spoken(desk, entry, stages, names);
            desk.out.line(&sentence)?;
        }
        return Ok(());
    }
    let words = &desk.words;
    let head = |id: &str, side| (words.get(id).into_owned(), side);
    let mut table = Table::new([
        head("cli-head-number", Side::Right),
        head("cli-head-stage", Side::Left),
        head("cli-head-days", Side::Right),
        head("cli-head-due", Side::Left),
        head("cli-head-unit", Side::Left),
        head("cli-head-owner", Side::Left),
        head("cli-head-warning", Side::Left),
        head("cli-head-title", Side::Left),
    ]);
    for entry in entries {
        let told = Told::of(desk, entry, stages, names);
        let number = format!("#{}", entry.card.id.0);
        let title = entry.card.title.clone();
        let Told { stage, days, due, unit, owner, warning } = told;
        table.row(vec![number, stage, days, due, unit, owner, warning, title]);
    }
    desk.out.table(&table)
}

/// What stands beside the title, in words.
struct Told {
    stage: String,
    days: String,
    due: String,
    unit: String,
    owner: String,
    warning: String,
}

impl Told {
    fn of(desk: &Desk, entry: &Entry, stages: &[Stage], names: &Names) -> Told {
        let Entry { card, .. } = entry;
        let (words, today) = (&desk.words, desk.now.today);
        let of = |kind, id: Option<i64>| {
            id.and_then(|id| names.name(kind, id)).unwrap_or_default().to_owned()
        };
        Told {
            stage: stage_name(words, stages, entry.stage),
            days: card.age(today).to_string(),
            due: card
                .next_due
                .map(|day| dates::day_short(day, today, words.language))
                .unwrap_or_default(),
            unit: of(crate::domain::Kind::Unit, card.unit.map(|id| id.0)),
            owner: of(crate::domain::Kind::Person, card.owner.map(|id| id.0)),
            warning: match entry.status {
                Status::Active => {
                    entry.warning.map(|it| words.get(word_of(it)).into_owned()).unwrap_or_default()
                }
                Status::Paused | Status::Closed => desk.known("status", entry.status.key()),
            },
        }
    }
}

pub(super) fn stage_name(words: &Words, stages: &[Stage], id: StageId) -> String {
    let stage = stages.iter().find(|stage| stage.id == id);
    stage.map(|stage| words.arg(&stage.label())).unwrap_or_default()
}

fn word_of(warning: Warning) -> &'static str {
    match warning {
        Warning::AnswerMissing => "warning-answer-missing",
        Warning::Overdue => "warning-overdue",
        Warning::NoReceiver => "warning-no-receiver",
        Warning::Stale => "warning-stale",
    }
}

/// One idea as a line to be read aloud.
fn spoken(desk: &Desk, entry: &Entry, stages: &[Stage], names: &Names) -> String {
    let words = &desk.words;
    let told = Told::of(desk, entry, stages, names);
    let facts = [
        ("cli-head-stage", told.stage),
        ("cli-head-days", told.days),
        ("cli-head-due", told.due),
        ("cli-head-unit", told.unit),
        ("cli-head-owner", told.owner),
        ("cli-head-warning", told.warning),
    ];
    let mut line = format!("#{} {}.", entry.card.id.0, entry.card.title.trim_end_matches('.'));
    for (id, said) in facts.into_iter().filter(|(_, said)| !said.is_empty()) {
        line.push_str(&format!(" {}: {said}.", words.get(id)));
    }
    line
}

fn as_value(desk: &Desk, entry: &Entry, stages: &[Stage], names: &Names) -> serde_json::Value {
    let card = &entry.card;
    let of = |kind, id: Option<i64>| id.and_then(|id| names.name(kind, id));
    json!({
        "number": card.id.0,
        "title": card.title,
        "stage": stage_name(&desk.words, stages, entry.stage),
        "stage_key": stages.iter().find(|it| it.id == entry.stage).and_then(|it| it.key.clone()),
        "status": entry.status.key(),
        "stage_since": card.stage_since.to_string(),
        "days": card.age(desk.now.today),
        "next_due": card.next_due.map(|day| day.to_string()),
        "unit": of(crate::domain::Kind::Unit, card.unit.map(|id| id.0)),
        "owner": of(crate::domain::Kind::Person, card.owner.map(|id| id.0)),
        "warning": entry.warning.map(|it| word_of(it).trim_start_matches("warning-")),
    })
}

/// Where nothing was found, that is said, beside the empty list.
pub(super) fn nothing(desk: &Desk, id: &'static str) {
    remark(&desk.words.say(&Say::new(id)));
}
