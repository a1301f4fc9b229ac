//! `sluss where`: the paths of all that the program keeps, and what is known of the place.

use std::path::Path;

use clap::{ArgMatches, Command};
use serde_json::{Map, Value};

use crate::store::{Beside, FileSystem, journal_of};
use crate::text::Words;

use super::desk::Desk;
use super::line::as_json;
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(as_json(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let places = desk.places.clone();
    let beside = Beside::of(&places.file);
    let mut all = vec![
        ("file", "cli-where-file", Some(places.file.clone())),
        ("demo", "cli-where-demo", Some(places.demo())),
        ("backups", "cli-where-backups", Some(beside.backups())),
        ("drafts", "cli-where-drafts", Some(beside.drafts())),
        ("lock", "cli-where-lock", Some(beside.lock())),
        ("ballast", "cli-where-ballast", Some(beside.ballast())),
        ("room", "cli-where-room", Some(beside.room())),
        ("settings", "cli-where-settings", places.settings_file()),
        ("keys", "cli-where-keys", places.keys_file()),
    ];
    all.retain(|(_, _, path)| path.is_some());
    let there = beside.folder().ancestors().find(|folder| folder.exists());
    let system = FileSystem::of(there.unwrap_or(Path::new(".")));
    let journal = journal_of(&places.file);
    if said.get_flag("json") {
        let paths = all.into_iter().filter_map(|(name, _, path)| {
            Some((name.to_owned(), Value::from(path?.display().to_string())))
        });
        let system = match &system {
            FileSystem::Local => "local",
            FileSystem::Odd(name) => name,
        };
        let more = [("file-system", Value::from(system)), ("journal", Value::from(journal))];
        let more = more.map(|(name, value)| (name.to_owned(), value));
        return desk.out.json(&paths.chain(more).collect::<Map<_, _>>());
    }
    for (_, id, path) in all {
        let Some(path) = path else { continue };
        let label = desk.words.get(id).into_owned();
        let missing = if path.exists() { "" } else { &*desk.words.get("cli-where-not-yet") };
        let line = format!("{label}: {} {missing}", path.display());
        desk.out.line(line.trim_end())?;
    }
    let system = match &system {
        FileSystem::Local => desk.words.get("cli-where-local").into_owned(),
        FileSystem::Odd(name) => {
            desk.words.with("cli-where-odd", &[("name", name.as_str().into())])
        }
    };
    desk.out.line(&system)?;
    if let Some(journal) = journal {
        let id = if journal == "wal" { "cli-where-wal" } else { "cli-where-truncate" };
        let line = desk.words.get(id).into_owned();
        desk.out.line(&line)?;
    }
    Ok(())
}
