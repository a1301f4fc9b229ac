//! `sluss backups`: the copies that there are, each read to its last byte.

use clap::{ArgMatches, Command};
use serde_json::json;

use crate::domain::{Backup, Soundness, Why};
use crate::store::backup::{check, list};
use crate::store::{Beside, Reader};
use crate::text::{Words, dates};

use super::backup::size;
use super::desk::Desk;
use super::line::as_json;
use super::list::nothing;
use super::print::{Side, Table};
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(as_json(words)).after_help(words.get("cli-backups-after").into_owned())
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let beside = Beside::of(&desk.places.file);
    let copies = all(&beside)?;
    if said.get_flag("json") {
        let all: Vec<_> = copies
            .iter()
            .map(|copy| {
                json!({
                    "name": copy.name,
                    "path": beside.backups().join(&copy.name).display().to_string(),
                    "taken": copy.taken.to_string(),
                    "step": copy.seq,
                    "bytes": copy.bytes,
                    "why": copy.why.map(Why::key),
                    "good": copy.soundness == Soundness::Good,
                })
            })
            .collect();
        return desk.out.json(&all);
    }
    if copies.is_empty() {
        // What cannot be opened has its own words elsewhere.
        let is_copy = Reader::open(&desk.places.file).is_ok_and(|reader| reader.is_copy());
        nothing(
            desk,
            match beside.is_demo() {
                true => "list-backups-empty-demo",
                false if is_copy => "cli-backups-none-of-copy",
                false => "list-backups-empty",
            },
        );
        return Ok(());
    }
    let words = &desk.words;
    let head = |id: &str, side| (words.get(id).into_owned(), side);
    let mut table = Table::new([
        head("cli-head-taken", Side::Right),
        head("cli-head-steps", Side::Right),
        head("cli-head-size", Side::Right),
        head("cli-head-why", Side::Left),
        head("cli-head-warning", Side::Left),
        head("cli-head-name", Side::Left),
    ]);
    for copy in &copies {
        let taken = dates::taken(copy.taken, desk.now.today, words.language);
        let why = copy.why.map(|why| words.say(&why.say())).unwrap_or_default();
        let damaged = match copy.soundness {
            Soundness::Good | Soundness::Unknown => String::new(),
            Soundness::Damaged => words.get("backup-damaged").into_owned(),
        };
        let (seq, size) = (words.number(copy.seq), size(words, copy));
        table.row(vec![taken, seq, size, why, damaged, copy.name.clone()]);
    }
    desk.out.table(&table)
}

/// Every copy, the newest first, each with whether its bytes are right.
pub(super) fn all(beside: &Beside) -> Result<Vec<Backup>, Trouble> {
    let folder = beside.backups().display().to_string();
    let mut copies = list(beside).map_err(|error| Trouble::of_file(&error, &folder))?;
    for copy in &mut copies {
        copy.soundness = check(beside, copy);
    }
    Ok(copies)
}
