//! Saving everything in another place, where its own cannot be written to: as a new file with ideas,
//! or as text that any program can read. What is there already is never written over.

use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use crate::domain::{Kind, Say, Unsaved};
use crate::export::whole;
use crate::store::{Beside, OpenError, Reader, Store};

use super::draft_files;
use super::texts;
use super::why::{not_opened, of_file};

/// What is to be saved beside the file itself, and where.
pub(super) struct Asked<'a> {
    pub(super) folder: Option<&'a Path>,
    pub(super) unsaved: &'a [Unsaved],
    /// For the name.
    pub(super) day: &'a str,
}

/// So many names are tried.
const MOST: u32 = 1000;

/// Copies all that is open into a new file: in its old place where nothing stands there, else beside
/// it, else in the folder for texts.
pub(super) fn as_file(store: &Store, asked: &Asked<'_>) -> Result<PathBuf, Say> {
    let beside = Beside::of(store.path());
    let names = (1..MOST).map(|nth| match nth {
        1 => format!("{}-{}.db", beside.stem(), asked.day),
        nth => format!("{}-{}-{nth}.db", beside.stem(), asked.day),
    });
    let mut places = Vec::new();
    // A log that was left there would be taken for the new file's own.
    if store.logged() == 0 {
        places.push(store.path().to_owned());
    }
    for folder in [Some(beside.folder()), asked.folder].into_iter().flatten() {
        places.extend(names.clone().map(|name| folder.join(name)).find(|path| !path.exists()));
    }
    // A folder that is gone is made again, as the file was in it.
    let _ = make_folder(beside.folder());
    let mut failed = Say::new("failed-no-folder");
    for path in places {
        match store.copy_to(&path) {
            Ok(()) => return Ok(path),
            Err(OpenError::Io(error)) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => failed = not_opened(&error, &path),
        }
    }
    Err(failed)
}

/// Writes all that can be read as JSON, and what is being typed as text beside it.
pub(super) fn as_text(file: &Path, asked: &Asked<'_>) -> Result<PathBuf, Say> {
    let reader = Reader::open(file).map_err(|error| not_opened(&error, file))?;
    // What of it cannot be read must not keep the rest from being saved.
    let rows: Vec<_> =
        Kind::ALL.iter().map(|kind| (*kind, reader.rows(*kind).unwrap_or_default())).collect();
    let story = reader.story().unwrap_or_default();
    let name = format!("{}-{}.json", Beside::of(file).stem(), asked.day);
    let (path, to) = texts::fresh(asked.folder, &name)?;
    let mut to = BufWriter::new(to);
    let landed = whole::write(&mut to, &rows, &story)
        .and_then(|()| to.write_all(b"\n"))
        .and_then(|()| to.flush())
        .and_then(|()| to.get_ref().sync_all());
    landed.map_err(|error| of_file(&error, &path.display().to_string()))?;
    let typed: Vec<String> =
        asked.unsaved.iter().map(|unsaved| draft_files::written(file, unsaved)).collect();
    if !typed.is_empty() {
        let name = format!("{}-{}.txt", Beside::of(file).stem(), asked.day);
        texts::write(asked.folder, &name, &typed.join("\n"))?;
    }
    Ok(path)
}

fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
