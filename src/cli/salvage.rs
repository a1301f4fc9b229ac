//! `sluss salvage`: what can be read of a damaged file, in a new one. The damaged one stays as it is.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use crate::domain::Say;
use crate::runtime::why;
use crate::store::salvage::{self, Salvaged};
use crate::text::Words;

use super::desk::Desk;
use super::line::word;
use super::trouble::{DATA, Trouble};

pub(super) fn line(line: Command, words: &Words) -> Command {
    let to = word(words, "to", "cli-salvage-to", "cli-value-path");
    line.arg(to.value_parser(value_parser!(PathBuf)))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let file = desk.places.file.clone();
    if let Err(error) = std::fs::symlink_metadata(&file) {
        return Err(Trouble::of_file(&error, &file.display().to_string()));
    }
    let to = said.get_one::<PathBuf>("to").cloned().unwrap_or_else(|| salvage::beside(&file));
    let now = desk.zone.to_datetime(jiff::Timestamp::now());
    let failed = |error| Trouble::new(DATA, why::not_salvaged(&error, &file));
    let (ready, salvaged) =
        salvage::salvage(&file, folder(&to), desk.request(None), desk.run(), now)
            .map_err(failed)?;
    if salvaged.is_nothing() {
        return Err(Trouble::new(DATA, Say::new("refused-nothing-readable")));
    }
    salvage::land(ready, &to).map_err(|error| match error {
        crate::store::restore::RestoreError::Io(error) => {
            Trouble::of_file(&error, &to.display().to_string())
        }
        error => failed(error),
    })?;
    let told = Say::new("cli-salvaged").with("path", to.display().to_string());
    let told = told.with("ideas", salvaged.ideas).with("steps", salvaged.steps);
    let told = desk.words.say(&told);
    desk.out.line(&told)?;
    tell_lost(desk, &salvaged)
}

fn folder(to: &Path) -> &Path {
    to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn tell_lost(desk: &mut Desk, salvaged: &Salvaged) -> Result<(), Trouble> {
    let mut says = Vec::new();
    for (kind, n) in &salvaged.lost {
        says.push(Say::new("cli-salvage-lost").with("kind", kind.word()).with("n", *n));
    }
    if salvaged.lost_steps > 0 {
        says.push(Say::new("cli-salvage-lost-steps").with("n", salvaged.lost_steps));
    }
    if salvaged.is_more_lost {
        says.push(Say::new("cli-salvage-more-lost"));
    }
    if salvaged.loosened > 0 {
        says.push(Say::new("cli-salvage-loosened").with("n", salvaged.loosened));
    }
    if says.is_empty() {
        says.push(Say::new("cli-salvage-whole"));
    }
    for say in says {
        let said = desk.words.say(&say);
        desk.out.line(&format!("  {said}"))?;
    }
    Ok(())
}
