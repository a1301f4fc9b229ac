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
use super::trouble::{IO, NO_INPUT, Trouble};

pub(super) fn line(line: Command, words: &Words) -> Command {
    let to = option(words, "to", "cli-backup-to", "cli-value-folder");
    line.arg(to.value_parser(value_parser!(PathBuf)))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    desk.reader()?;
    let file = desk.places.file.clone();
    let beside = Beside::of(&file);
    let to = said.get_one::<PathBuf>("to");
    // The folder is the person's: a stick that is not there is not made.
    if let Some(folder) = to.filter(|folder| !folder.is_dir()) {
        let say = Say::new("cli-backup-no-folder").with("path", folder.display().to_string());
        return Err(Trouble::new(NO_INPUT, say));
    }
    let kept = keep(&file, &beside, Why::Asked, &desk.places.keeping());
    let Some(kept) = kept.map_err(|error| trouble(&error, &beside))? else { return Ok(()) };
    if let Some(error) = &kept.second {
        remark(&desk.words.say(&why::no_second(error)));
    }
    let taken = kept.backup;
    let mut place = beside.backups().join(&taken.name);
    if let Some(folder) = to {
        let only_here = |error| {
            let why = why::of_file(&error, &folder.display().to_string());
            let path = place.display().to_string();
            Trouble::new(IO, Say::new("cli-backup-elsewhere").with("path", path).about(why))
        };
        backup::copy_to(folder, &beside, &taken).map_err(only_here)?;
        place = folder.join(&taken.name);
    }
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
