//! `sluss backup`: a copy of the file, now.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use crate::domain::{Backup, Say, Why};
use crate::runtime::why;
use crate::store::Beside;
use crate::store::backup::{self, BackupError, keep};
use crate::text::Words;

use super::desk::Desk;
use super::line::option;
use super::print::remark;
use super::trouble::{IO, Trouble};

pub(super) fn line(line: Command, words: &Words) -> Command {
    let to = option(words, "to", "cli-backup-to", "cli-value-folder");
    line.arg(to.value_parser(value_parser!(PathBuf)))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    desk.reader()?;
    let file = desk.places.file.clone();
    let beside = Beside::of(&file);
    let kept = keep(&file, &beside, Why::Asked, &desk.places.keeping());
    let Some(kept) = kept.map_err(|error| trouble(&error, &beside))? else { return Ok(()) };
    if let Some(error) = &kept.second {
        remark(&desk.words.say(&why::no_second(error)));
    }
    let taken = kept.backup;
    let place = match said.get_one::<PathBuf>("to") {
        Some(folder) => {
            backup::copy_to(folder, &beside, &taken)
                .map_err(|error| Trouble::of_file(&error, &folder.display().to_string()))?;
            folder.join(&taken.name)
        }
        None => beside.backups().join(&taken.name),
    };
    let told = Say::new("cli-backup-done").with("path", place.display().to_string());
    let told = desk.words.say(&told.with("size", size(&desk.words, &taken)));
    desk.out.line(&told)
}

pub(super) fn trouble(error: &BackupError, beside: &Beside) -> Trouble {
    Trouble::new(IO, why::no_backup(error, &beside.backups()))
}

pub(super) fn size(words: &Words, backup: &Backup) -> String {
    crate::text::size(backup.bytes, words.language)
}
