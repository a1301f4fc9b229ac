//! `sluss erasures`: the protocol of what went for good, and what is told when something did.

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use clap::{ArgMatches, Command};
use serde_json::json;

use crate::domain::{Erasure, ErasureKind, Say};
use crate::runtime::{EXPORTS, told_of};
use crate::store::Erased;
use crate::text::{Words, dates};

use super::desk::Desk;
use super::line::{as_json, option, switch};
use super::list::nothing;
use super::print::{Side, Table};
use super::trouble::Trouble;

/// The option that says which list was read.
const SEEN: &str = "seen";

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(as_json(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let mut all: Vec<Erasure> = desk.reader()?.every()?;
    all.sort_by_key(|it| std::cmp::Reverse(it.at));
    if said.get_flag("json") {
        let all: Vec<_> = all
            .iter()
            .map(|it| {
                json!({
                    "at": jiff::Timestamp::from_millisecond(it.at.0).ok().map(|at| at.to_string()),
                    "kind": it.kind.key(), "role": it.role, "official": it.official,
                    "reference": it.reference, "ground": it.ground, "ideas": it.ideas,
                    "people": it.people, "texts": it.texts, "steps": it.steps, "kept": it.kept,
                    "first": it.first.map(|day| day.to_string()),
                    "last": it.last.map(|day| day.to_string()),
                })
            })
            .collect();
        return desk.out.json(&all);
    }
    if all.is_empty() {
        nothing(desk, "cli-erasures-none");
        return Ok(());
    }
    let head = |id: &str, side| (desk.words.get(id).into_owned(), side);
    let mut table = Table::new([
        head("cli-erasures-head-when", Side::Left),
        head("cli-erasures-head-what", Side::Left),
        head("cli-erasures-head-role", Side::Left),
        head("cli-erasures-head-ideas", Side::Right),
        head("cli-erasures-head-people", Side::Right),
        head("cli-erasures-head-texts", Side::Right),
        head("cli-erasures-head-kept", Side::Right),
        head("cli-erasures-head-ground", Side::Left),
    ]);
    for it in all {
        let at = dates::moment(it.at, &desk.zone, desk.now.today, desk.words.language);
        let grounds = [it.reference.as_str(), it.ground.as_str()];
        let grounds: Vec<&str> = grounds.into_iter().filter(|text| !text.is_empty()).collect();
        table.row(vec![
            at,
            desk.words.get(word(it.kind)).into_owned(),
            it.role.clone(),
            it.ideas.to_string(),
            it.people.to_string(),
            it.texts.to_string(),
            it.kept.to_string(),
            grounds.join(", "),
        ]);
    }
    desk.out.table(&table)
}

/// What is asked of whoever takes something out for good: on what grounds, which list was read, and
/// that it is meant.
pub(super) fn asked(line: Command, words: &Words) -> Command {
    line.arg(option(words, "reference", "cli-person-reference", "cli-value-reference"))
        .arg(option(words, "ground", "cli-person-ground", "cli-value-text"))
        .arg(option(words, "role", "cli-person-role", "cli-value-name"))
        .arg(option(words, SEEN, "cli-person-seen", "cli-value-code"))
        .arg(switch(words, "yes", "cli-person-yes"))
}

/// What stands in an option; nothing where it was not given.
pub(super) fn text(said: &ArgMatches, name: &str) -> String {
    said.get_one::<String>(name).map(|it| it.trim().to_owned()).unwrap_or_default()
}

/// What a list that was shown is known by. A number in it means something only to who read that one.
pub(super) fn code(shown: &impl Debug) -> String {
    let mut hasher = DefaultHasher::new();
    format!("{shown:?}").hash(&mut hasher);
    let code = format!("{:016x}", hasher.finish());
    code.chars().take(6).collect()
}

/// Whether the list that the numbers are taken from is the one that was read.
pub(super) fn is_seen(said: &ArgMatches, code: &str) -> bool {
    said.get_one::<String>(SEEN).is_some_and(|seen| seen.trim().eq_ignore_ascii_case(code))
}

/// What is missing until something goes that was chosen by numbers.
pub(super) fn preview(desk: &mut Desk, said: &ArgMatches, code: &str) -> Result<(), Trouble> {
    let say = |id: &'static str| Say::new(id).with("code", code);
    if said.get_flag("yes") {
        return Err(Trouble::usage(say("cli-not-seen")));
    }
    let told = desk.words.say(&say("cli-preview-seen"));
    desk.out.line(&told)
}

/// What was done, what stays and why, and what is out of reach.
pub(super) fn tell(desk: &mut Desk, erased: &Erased) -> Result<(), Trouble> {
    let exports = desk.reader()?.remembered(EXPORTS)?.unwrap_or_default();
    let says = told_of(erased, &exports);
    for say in says {
        let said = desk.words.say(&say);
        desk.out.line(&said)?;
    }
    Ok(())
}

fn word(kind: ErasureKind) -> &'static str {
    match kind {
        ErasureKind::Anonymised => "erasure-anonymised",
        ErasureKind::Erased => "erasure-erased",
        ErasureKind::Disposed => "erasure-disposed",
    }
}
