//! `sluss history`: what was done, the newest first.

use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

use crate::domain::{Kind, State};
use crate::text::{Words, dates};

use super::desk::Desk;
use super::line::{as_json, option, word};
use super::list::nothing;
use super::trouble::Trouble;

const SHOWN: usize = 20;

pub(super) fn line(line: Command, words: &Words) -> Command {
    let count = option(words, "count", "cli-history-count", "cli-value-count");
    line.arg(word(words, "number", "cli-history-number", "cli-value-number"))
        .arg(count.short('n').value_parser(value_parser!(usize)))
        .arg(as_json(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let idea = match said.get_one::<String>("number") {
        Some(said) => Some(desk.idea(&reader, said)?),
        None => None,
    };
    let count = said.get_one::<usize>("count").copied().unwrap_or(SHOWN);
    let entries = reader.history(idea, None, count)?;
    let names = desk.names(&reader)?;
    if said.get_flag("json") {
        let all: Vec<_> = entries
            .iter()
            .map(|entry| {
                json!({
                    "seq": entry.seq,
                    "at": jiff::Timestamp::from_millisecond(entry.at.0).ok().map(|at| at.to_string()),
                    "who": entry.who.and_then(|who| names.name(Kind::Person, who.0)),
                    "what": desk.words.say(&entry.label),
                    "stands": entry.state == State::Done,
                    "undoes": entry.undoes,
                })
            })
            .collect();
        return desk.out.json(&all);
    }
    if entries.is_empty() {
        nothing(desk, "cli-history-empty");
    }
    for entry in entries {
        let at = dates::moment(entry.at, &desk.zone, desk.now.today, desk.words.language);
        let who = entry.who.and_then(|who| names.name(Kind::Person, who.0));
        let who = who.map(|who| format!(" ({who})")).unwrap_or_default();
        let undone = match entry.state {
            State::Done | State::Turn => String::new(),
            State::Undone | State::Dropped => {
                format!(" [{}]", desk.words.get("cli-history-undone"))
            }
        };
        let line = format!("{at}  {}{who}{undone}", desk.words.say(&entry.label));
        desk.out.line(&line)?;
    }
    Ok(())
}
