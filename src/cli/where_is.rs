//! `sluss where`: the paths of all that the program keeps.

use clap::{ArgMatches, Command};
use serde_json::{Map, Value};

use crate::store::Beside;
use crate::text::Words;

use super::desk::Desk;
use super::line::as_json;
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(as_json(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let places = desk.places.clone();
    let mut all = vec![
        ("file", "cli-where-file", Some(places.file.clone())),
        ("demo", "cli-where-demo", Some(places.demo())),
        ("backups", "cli-where-backups", Some(Beside::of(&places.file).backups())),
        ("settings", "cli-where-settings", places.settings_file()),
        ("keys", "cli-where-keys", places.keys_file()),
    ];
    all.retain(|(_, _, path)| path.is_some());
    if said.get_flag("json") {
        let paths = all.into_iter().filter_map(|(name, _, path)| {
            Some((name.to_owned(), Value::from(path?.display().to_string())))
        });
        return desk.out.json(&paths.collect::<Map<_, _>>());
    }
    for (_, id, path) in all {
        let Some(path) = path else { continue };
        let label = desk.words.get(id).into_owned();
        let missing = if path.exists() { "" } else { &*desk.words.get("cli-where-not-yet") };
        let line = format!("{label}: {} {missing}", path.display());
        desk.out.line(line.trim_end())?;
    }
    Ok(())
}
