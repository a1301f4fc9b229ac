//! `sluss export`: the whole file, to another file or to whoever reads.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use crate::domain::{Kind, Say};
use crate::export::whole;
use crate::store::Beside;
use crate::text::Words;

use super::desk::Desk;
use super::line::{switch, word};
use super::trouble::{CANNOT_CREATE, Trouble};

pub(super) fn line(line: Command, words: &Words) -> Command {
    let file = word(words, "file", "cli-export-file", "cli-value-path");
    line.arg(file.value_parser(value_parser!(PathBuf)))
        .arg(switch(words, "json", "cli-export-json"))
        .arg(switch(words, "force", "cli-export-force"))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let rows = Kind::ALL.iter().map(|kind| Ok((*kind, reader.rows(*kind)?)));
    let rows = rows.collect::<Result<Vec<_>, Trouble>>()?;
    let story = reader.story()?;
    let Some(path) = said.get_one::<PathBuf>("file") else {
        whole::write(desk.out.raw(), &rows, &story)?;
        return Ok(desk.out.raw().write_all(b"\n")?);
    };
    refuse_own(path, &desk.places.file)?;
    let written = land(path, said.get_flag("force"), |file| {
        whole::write(&mut *file, &rows, &story)?;
        file.write_all(b"\n")
    });
    written.map_err(|error| Trouble::of_file(&error, &path.display().to_string()))?;
    desk.remember_export(path)?;
    let told = Say::new("cli-written").with("path", path.display().to_string());
    let told = desk.words.say(&told);
    desk.out.line(&told)
}

/// What the program itself keeps is never written over, not even when that is asked for: the file,
/// what lies beside it under its name, and its folders.
pub(super) fn refuse_own(path: &Path, file: &Path) -> Result<(), Trouble> {
    let beside = Beside::of(file);
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let folder = real(Beside::of(path).folder());
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let own = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_neighbour = folder.is_some()
        && folder == real(beside.folder())
        && (name.starts_with(&own)
            || [beside.lock(), beside.ballast(), beside.room()]
                .iter()
                .any(|it| it.ends_with(&name)));
    let is_inside =
        [beside.backups(), beside.drafts()].iter().any(|it| folder.is_some() && folder == real(it));
    if is_neighbour || is_inside {
        let told = Say::new("cli-own-file").with("path", path.display().to_string());
        return Err(Trouble::new(CANNOT_CREATE, told));
    }
    Ok(())
}

/// A file appears whole, or not at all; for its owner's eyes only.
pub(super) fn land(
    path: &Path,
    over: bool,
    write: impl FnOnce(&mut BufWriter<&std::fs::File>) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let fresh = tempfile::Builder::new().prefix(".sluss-").tempfile_in(folder)?;
    let mut file = BufWriter::new(fresh.as_file());
    write(&mut file)?;
    file.flush()?;
    drop(file);
    fresh.as_file().sync_all()?;
    let landed = if over { fresh.persist(path) } else { fresh.persist_noclobber(path) };
    landed.map(|_| ()).map_err(|error| error.error)
}
