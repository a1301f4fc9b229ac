//! `sluss undo` and `sluss redo`: the file's newest step back, and forth again.

use clap::{ArgMatches, Command};

use crate::text::Words;

use super::desk::Desk;
use super::trouble::Trouble;

pub(super) fn line(line: Command, _words: &Words) -> Command {
    line
}

pub(super) fn undo(desk: &mut Desk, _said: &ArgMatches) -> Result<(), Trouble> {
    let done = desk.store()?.undo(desk.request(desk.who()?))??;
    desk.tell(&done)
}

pub(super) fn redo(desk: &mut Desk, _said: &ArgMatches) -> Result<(), Trouble> {
    let done = desk.store()?.redo(desk.request(desk.who()?))??;
    desk.tell(&done)
}
