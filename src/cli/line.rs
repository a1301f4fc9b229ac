//! The line that can be typed, made from the list of subcommands, in one language.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::domain::Language;
use crate::text::Words;

use super::subcommands;

/// Behind whatever a subcommand has of its own.
const LAST: usize = 900;

pub(super) fn line(words: &Words) -> Command {
    let mut line = Command::new("sluss")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.get("cli-about").into_owned())
        .after_help(words.get("cli-after").into_owned())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .infer_subcommands(false)
        .max_term_width(100)
        .subcommand_help_heading(words.get("cli-heading-commands").into_owned())
        .subcommand_value_name(words.get("cli-value-command").into_owned())
        // What every subcommand takes stands after its own.
        .arg(
            option(words, "db", "cli-db", "cli-value-path")
                .display_order(LAST)
                .value_parser(value_parser!(PathBuf))
                .global(true),
        )
        .arg(
            option(words, "lang", "cli-lang", "cli-value-lang")
                .display_order(LAST + 1)
                .value_parser(PossibleValuesParser::new(Language::ALL.map(Language::tag)))
                .global(true),
        )
        .arg(
            switch(words, "help", "cli-help")
                .short('h')
                .action(ArgAction::Help)
                .display_order(LAST + 2)
                .global(true),
        )
        .arg(
            switch(words, "version", "cli-version")
                .short('V')
                .action(ArgAction::Version)
                .display_order(LAST + 3),
        );
    for subcommand in subcommands::ALL {
        let about = words.get(subcommand.about).into_owned();
        let own = Command::new(subcommand.name).about(about).disable_help_flag(true);
        line = line.subcommand((subcommand.line)(own, words));
    }
    line
}

/// `--name`.
pub(super) fn switch(words: &Words, name: &'static str, help: &str) -> Arg {
    Arg::new(name)
        .long(name)
        .help(words.get(help).into_owned())
        .help_heading(words.get("cli-heading-options").into_owned())
        .action(ArgAction::SetTrue)
}

/// `--name VALUE`.
pub(super) fn option(words: &Words, name: &'static str, help: &str, value: &str) -> Arg {
    Arg::new(name)
        .long(name)
        .help(words.get(help).into_owned())
        .help_heading(words.get("cli-heading-options").into_owned())
        .value_name(words.get(value).into_owned())
        .hide_possible_values(true)
        .hide_default_value(true)
        .action(ArgAction::Set)
}

/// A word that stands in its place.
pub(super) fn word(words: &Words, name: &'static str, help: &str, value: &str) -> Arg {
    Arg::new(name)
        .help(words.get(help).into_owned())
        .help_heading(words.get("cli-heading-words").into_owned())
        .value_name(words.get(value).into_owned())
        .hide_possible_values(true)
        .action(ArgAction::Set)
}

/// The number of an idea, in its place.
pub(super) fn number(words: &Words) -> Arg {
    word(words, "number", "cli-number", "cli-value-number").required(true)
}

pub(super) fn as_json(words: &Words) -> Arg {
    switch(words, "json", "cli-json")
}

pub(super) fn board(words: &Words) -> Arg {
    option(words, "board", "cli-board", "cli-value-name")
}
