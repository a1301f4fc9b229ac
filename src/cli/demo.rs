//! `sluss demo`: the screen on a file of its own with forty invented ideas.

use clap::{ArgMatches, Command};

use crate::app::WhichFile;
use crate::domain::Samples;
use crate::store::{Beside, Found, OpenError, Presence, Store, look};
use crate::text::Words;

use super::desk::{Desk, now, uid};
use super::line::switch;
use super::screen;
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(switch(words, "fresh", "cli-demo-fresh"))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let file = desk.places.demo();
    let found = look(&file).map_err(|error| Trouble::of_opening(&error, &file))?;
    if found == Found::Ours && said.get_flag("fresh") {
        remove(&file)?;
    }
    if found == Found::Nothing || said.get_flag("fresh") {
        let opened = Store::open(&file, uid().to_string());
        let mut store = opened.map_err(|error| Trouble::of_opening(&error, &file))?;
        let now = now(&desk.zone);
        let request =
            crate::store::Request { uid: uid(), now: now.stamp, today: now.today, who: None };
        store.commit(request, &Samples { language: desk.words.language }.into())??;
    }
    screen::run(&desk.places, &desk.early, WhichFile::Demo).map(|_| ())
}

/// The demo's own file, and what SQLite keeps beside it.
fn remove(file: &std::path::Path) -> Result<(), Trouble> {
    let alone = Presence::alone(&Beside::of(file));
    let alone = alone.map_err(|error| Trouble::of_file(&error, &file.to_string_lossy()))?;
    let _alone = alone.ok_or_else(|| Trouble::of_opening(&OpenError::Taken, file))?;
    for ending in ["", "-wal", "-shm"] {
        let mut path = file.as_os_str().to_owned();
        path.push(ending);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Trouble::of_file(&error, &path.to_string_lossy()));
            }
            _ => {}
        }
    }
    Ok(())
}
