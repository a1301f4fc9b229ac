//! The one table of subcommands: what each is called, what can be said to it, and what it does.

use clap::{ArgMatches, Command};

use crate::text::Words;

use super::desk::Desk;
use super::trouble::Trouble;
use super::{
    add, audience, backup, backups, check, comment, decide, demo, edit, erasures, export, history,
    import, keys, list, minutes, move_to, person, privacy, restore, retention, salvage, search,
    shells, show, todo, turn, where_is,
};

pub(super) struct Subcommand {
    pub(super) name: &'static str,
    /// The message that says what it does.
    pub(super) about: &'static str,
    /// Adds what can be said after the name.
    pub(super) line: fn(Command, &Words) -> Command,
    pub(super) run: fn(&mut Desk, &ArgMatches) -> Result<(), Trouble>,
}

macro_rules! subcommands {
    ($($name:literal $about:literal $line:path, $run:path;)+) => {
        pub(super) const ALL: &[Subcommand] = &[$(
            Subcommand { name: $name, about: $about, line: $line, run: $run },
        )+];
    };
}

subcommands! {
    "add" "cli-add" add::line, add::run;
    "list" "cli-list" list::line, list::run;
    "show" "cli-show" show::line, show::run;
    "edit" "cli-edit" edit::line, edit::run;
    "move" "cli-move" move_to::line, move_to::run;
    "comment" "cli-comment" comment::line, comment::run;
    "decide" "cli-decide" decide::line, decide::run;
    "todo" "cli-todo" todo::line, todo::run;
    "history" "cli-history" history::line, history::run;
    "search" "cli-search" search::line, search::run;
    "undo" "cli-undo" turn::line, turn::undo;
    "redo" "cli-redo" turn::line, turn::redo;
    "minutes" "cli-minutes" minutes::line, minutes::run;
    "export" "cli-export" export::line, export::run;
    "import" "cli-import" import::line, import::run;
    "backup" "cli-backup" backup::line, backup::run;
    "backups" "cli-backups" backups::line, backups::run;
    "restore" "cli-restore" restore::line, restore::run;
    "salvage" "cli-salvage" salvage::line, salvage::run;
    "check" "cli-check" check::line, check::run;
    "person" "cli-person" person::line, person::run;
    "retention" "cli-retention" retention::line, retention::run;
    "privacy" "cli-privacy" privacy::line, privacy::run;
    "erasures" "cli-erasures" erasures::line, erasures::run;
    "demo" "cli-demo" demo::line, demo::run;
    "keys" "cli-keys" keys::line, keys::run;
    "settings" "cli-settings" keys::settings_line, keys::settings;
    "screen" "cli-screen" audience::line, audience::run;
    "where" "cli-where" where_is::line, where_is::run;
    "completions" "cli-completions" shells::completions_line, shells::completions;
    "man" "cli-man" shells::man_line, shells::man;
}
