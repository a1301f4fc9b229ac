//! `sluss move 12 test`: ideas to a stage, past gates that nobody opened.

use clap::{ArgGroup, ArgMatches, Command};

use crate::domain::{Carry, Goal, Idea, IdeaId, Place, Say, Sluice, Stage};
use crate::text::Words;

use super::desk::Desk;
use super::line::{number, option, switch, word};
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(number(words))
        .arg(word(words, "stage", "cli-move-stage", "cli-value-stage"))
        .arg(switch(words, "next", "cli-move-next"))
        .arg(switch(words, "back", "cli-move-back"))
        .arg(switch(words, "first", "cli-move-first"))
        .arg(option(words, "reason", "cli-move-reason", "cli-value-text"))
        .group(ArgGroup::new("to").args(["stage", "next", "back"]).required(true))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let said_number = said.get_one::<String>("number").map_or("", String::as_str);
    let id = desk.idea(&reader, said_number)?;
    let stages = stages_of(desk, id)?;
    let idea: Option<Idea> = reader.find(id.0)?;
    let at = idea.and_then(|idea| stages.iter().position(|stage| stage.id == idea.stage));
    let goal = match said.get_one::<String>("stage") {
        Some(said) => desk.stage(&stages, said)?,
        None => beside(&stages, at.unwrap_or(0), said.get_flag("next"))?,
    };
    let place = if said.get_flag("first") { Place::Head } else { Place::Foot };
    let reason = said.get_one::<String>("reason").cloned().unwrap_or_default();
    let carry = Carry { ideas: vec![id], to: Goal { stage: goal.id, place }, reason };
    desk.commit(carry).map(|_| ())
}

/// The stages of the board that an idea is on.
fn stages_of(desk: &Desk, id: IdeaId) -> Result<Vec<Stage>, Trouble> {
    let reader = desk.reader()?;
    let idea: Option<Idea> = reader.find(id.0)?;
    let stage: Option<Stage> = match idea {
        Some(idea) => reader.find(idea.stage.0)?,
        None => None,
    };
    let sluice: Option<Sluice> = match stage {
        Some(stage) => reader.find(stage.sluice.0)?,
        None => None,
    };
    match sluice {
        Some(sluice) => desk.stages(&reader, &sluice),
        None => Ok(Vec::new()),
    }
}

fn beside(stages: &[Stage], at: usize, next: bool) -> Result<Stage, Trouble> {
    let (to, none) = if next {
        (at.checked_add(1), "refused-last-stage")
    } else {
        (at.checked_sub(1), "refused-first-stage")
    };
    let stage = to.and_then(|to| stages.get(to)).cloned();
    stage.ok_or_else(|| Trouble::new(super::trouble::DATA, Say::new(none)))
}
