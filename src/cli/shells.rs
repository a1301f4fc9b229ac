//! `sluss completions` and `sluss man`: what shells and manuals read, made from the line itself.

use clap::{ArgMatches, Command, value_parser};
use clap_complete::Shell;

use crate::domain::Say;
use crate::text::Words;

use super::desk::Desk;
use super::line::{self, word};
use super::trouble::Trouble;

pub(super) fn completions_line(line: Command, words: &Words) -> Command {
    let shell = word(words, "shell", "cli-completions-shell", "cli-value-shell");
    line.arg(shell.required(true).value_parser(value_parser!(Shell)))
}

pub(super) fn completions(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let Some(shell) = said.get_one::<Shell>("shell") else { return Ok(()) };
    // In memory first: a closed pipe would be a panic in there.
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut line::line(&desk.words), "sluss", &mut script);
    Ok(std::io::Write::write_all(desk.out.raw(), &script)?)
}

pub(super) fn man_line(line: Command, words: &Words) -> Command {
    line.arg(word(words, "command", "cli-man-command", "cli-value-command"))
}

pub(super) fn man(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let mut whole = line::line(&desk.words);
    whole.build();
    let page = match said.get_one::<String>("command") {
        Some(name) => whole.find_subcommand(name).cloned().ok_or_else(|| {
            Trouble::usage(Say::new("cli-wrong-command").with("said", name.as_str()))
        })?,
        None => whole,
    };
    Ok(clap_mangen::Man::new(page).render(desk.out.raw())?)
}
