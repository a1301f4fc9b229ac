//! `sluss add`: ideas from the shell, a line each, as one step.

use clap::{ArgMatches, Command};

use crate::domain::{Capture, Captured, Say, Source, many_lines, personal};
use crate::text::Words;

use super::desk::Desk;
use super::line::{as_json, board, option, word};
use super::print::remark;
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(word(words, "line", "cli-add-line", "cli-value-line").required(true).num_args(1..))
        .arg(option(words, "stage", "cli-add-stage", "cli-value-stage"))
        .arg(board(words))
        .arg(as_json(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let mut lines: Vec<Captured> = Vec::new();
    for line in said.get_many::<String>("line").into_iter().flatten() {
        if line == "-" {
            lines.extend(many_lines(&desk.input()?).into_iter().map(Captured::read));
        } else {
            lines.push(Captured::read(line));
        }
    }
    if lines.is_empty() {
        return Err(Trouble::usage(Say::new("cli-nothing-to-add")));
    }
    let texts = lines.iter().flat_map(|line| std::iter::once(&line.title).chain(&line.need));
    let seems = texts.filter_map(|text| personal(text)).min();
    let mut store = desk.store_or_begin()?;
    let reader = desk.reader()?;
    let sluice = desk.sluice(&reader, said.get_one::<String>("board").map(String::as_str))?;
    let stages = desk.stages(&reader, &sluice)?;
    let stage = match said.get_one::<String>("stage") {
        Some(said) => desk.stage(&stages, said)?,
        None => stages.first().cloned().ok_or_else(|| Trouble::usage(Say::new("cli-no-stages")))?,
    };
    let command = Capture { stage: stage.id, lines, source: Source::Form };
    let done = store.commit(desk.request(desk.who()?), &command.into())??;
    // A quiet word; it is saved all the same.
    if let Some(hint) = seems {
        remark(&desk.words.say(&hint.say()));
    }
    if said.get_flag("json") {
        let numbers: Vec<i64> = done.created.iter().map(|idea| idea.0).collect();
        return desk.out.json(&numbers);
    }
    for id in &done.created {
        let idea = reader.find::<crate::domain::Idea>(id.0)?;
        let title = idea.map(|idea| idea.title).unwrap_or_default();
        desk.out.line(&format!("#{} {title}", id.0))?;
    }
    Ok(())
}
