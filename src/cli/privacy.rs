//! `sluss privacy`: what those are told whose data are on the board, and a page of one's own.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use crate::domain::{Lines, Say, clean, information, information_memory};
use crate::text::Words;

use super::desk::Desk;
use super::line::{option, switch};
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(
        option(words, "from", "cli-privacy-from", "cli-value-path")
            .value_parser(value_parser!(PathBuf)),
    )
    .arg(switch(words, "reset", "cli-privacy-reset").conflicts_with("from"))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let memory = information_memory(desk.words.language);
    let own = match said.get_one::<PathBuf>("from") {
        Some(path) if path.as_os_str() == "-" => Some(desk.input()?),
        Some(path) => {
            let told = path.display().to_string();
            Some(std::fs::read_to_string(path).map_err(|error| Trouble::of_file(&error, &told))?)
        }
        None if said.get_flag("reset") => Some(String::new()),
        None => None,
    };
    if let Some(own) = own {
        let text = clean(&own, Lines::Many).trim().to_owned();
        desk.store()?.remember(memory, &text)?;
        let told = desk.words.say(&Say::new("told-information-saved"));
        return desk.out.line(&told);
    }
    // Before there is a file there is the page all the same.
    let own = desk.reader().ok().and_then(|reader| reader.remembered(memory).ok().flatten());
    let text = own.filter(|text| !text.is_empty());
    let text = text.unwrap_or_else(|| information(desk.words.language).to_owned());
    desk.out.line(text.trim_end())
}
