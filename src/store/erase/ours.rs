//! Which files are ours, by their exact names: copies in the folders of the file, and texts that could
//! not be saved. Files may share a folder; what is another file's, or a person's own, is not ours. Two
//! boards of one name may share a second folder: there a copy says which board it is of.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::store::backup::board_of;
use crate::store::look::beside as with;
use crate::store::{Beside, backup, rights};

/// What SQLite leaves beside a file.
pub(super) const LEFTOVERS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The line that says which file a text is for stands among the first.
const HEAD: u64 = 8 << 10;

/// The files of ours that lie beside a file, itself apart.
#[derive(Debug, Default)]
pub(super) struct Ours {
    /// Whole files with ideas.
    pub(super) copies: Vec<PathBuf>,
    /// What was typed and could not be saved.
    pub(super) texts: Vec<PathBuf>,
    /// What is left of copies that are gone.
    pub(super) left: Vec<PathBuf>,
}

impl Ours {
    /// In the folders of the file and in others where copies of this board lie; among the files of
    /// `texts` there may be texts that could not be saved.
    pub(super) fn of(
        beside: &Beside,
        board: Option<&str>,
        others: &[PathBuf],
        texts: &[PathBuf],
    ) -> Result<Ours, (PathBuf, io::Error)> {
        let mut ours = Ours::default();
        let names = Names::of(beside);
        let own = [beside.folder().to_owned(), beside.backups()];
        for folder in &own {
            for path in files(folder).map_err(|error| (folder.clone(), error))? {
                names.sort(path, &mut ours);
            }
        }
        // What lies in the file's own folders is its own, whatever it began with.
        let boards: BTreeSet<String> =
            ours.copies.iter().filter_map(|copy| board_of(copy)).collect();
        let is_meant = |of: &str| Some(of) == board || boards.contains(of);
        for folder in others.iter().filter(|folder| !own.contains(folder)) {
            for path in files(folder).map_err(|error| (folder.clone(), error))? {
                if board_of(&path).is_none_or(|of| is_meant(&of)) {
                    names.sort(path, &mut ours);
                }
            }
        }
        let there = |file: &Path| file.file_name() == beside.file().file_name();
        let unsaved = texts_in(&beside.drafts(), beside, there, |_| true);
        ours.texts.extend(unsaved.map_err(|error| (beside.drafts(), error))?);
        for folder in texts {
            let whole = |file: &Path| same(file, beside.file());
            // Others can put there what they like.
            let unsaved = texts_in(folder, beside, whole, rights::is_private);
            ours.texts.extend(unsaved.map_err(|error| (folder.clone(), error))?);
        }
        for list in [&mut ours.copies, &mut ours.texts, &mut ours.left] {
            list.sort();
            list.dedup();
        }
        Ok(ours)
    }

    pub(super) fn contains(&self, path: &Path) -> bool {
        self.copies.iter().chain(&self.texts).any(|known| known == path)
    }

    pub(super) fn count(&self) -> usize {
        self.copies.len() + self.texts.len()
    }
}

/// What copies of one file are called.
struct Names<'a> {
    stem: &'a str,
    file: String,
}

impl Names<'_> {
    fn of(beside: &Beside) -> Names<'_> {
        let file = beside.file().file_name().map(|it| it.to_string_lossy().into_owned());
        Names { stem: beside.stem(), file: file.unwrap_or_default() }
    }

    fn sort(&self, path: PathBuf, ours: &mut Ours) {
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if self.is_copy(&name) {
            // One that is worked with is a file of its own by now.
            if !Beside::of(&path).lock().exists() {
                ours.copies.push(path);
            }
            return;
        }
        let lost = LEFTOVERS.iter().filter_map(|ending| name.strip_suffix(ending));
        for copy in lost {
            if self.is_copy(copy) && !path.with_file_name(copy).exists() {
                ours.left.push(path.clone());
            }
        }
    }

    fn is_copy(&self, name: &str) -> bool {
        backup::is_copy_of(self.stem, name)
            || self.is_numbered(name).is_some()
            || self.is_aside(name).is_some()
    }

    /// `sluss-salvaged.db`, `sluss-salvaged-2.db`, `sluss-before-mend-seq000012.db`.
    fn is_numbered(&self, name: &str) -> Option<()> {
        let rest = name.strip_prefix(self.stem)?.strip_suffix(".db")?;
        let rest = match rest.strip_prefix("-before-mend-seq") {
            Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit()),
            None => rest.strip_prefix("-salvaged")?,
        };
        (rest.is_empty() || is_number(rest.strip_prefix('-')?)).then_some(())
    }

    /// `damaged-2026-11-23T14.02.11-sluss.db`, and with a number before the name.
    fn is_aside(&self, name: &str) -> Option<()> {
        let rest = name.strip_prefix("damaged-")?;
        let (moment, rest) = rest.split_at_checked("2026-11-23T14.02.11".len())?;
        let (day, time) = moment.split_once('T')?;
        let is_moment = day.parse::<Date>().is_ok() && time.split('.').all(is_number);
        let rest = rest.strip_prefix('-')?;
        let numbered = || rest.split_once('-').filter(|(nth, _)| is_number(nth));
        let is_it = rest == self.file || numbered().is_some_and(|(_, rest)| rest == self.file);
        (is_moment && is_it).then_some(())
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// Texts that could not be saved and say that they are for the file.
fn texts_in(
    folder: &Path,
    beside: &Beside,
    ours: impl Fn(&Path) -> bool,
    trusted: impl Fn(&Metadata) -> bool,
) -> io::Result<Vec<PathBuf>> {
    let begins = format!("{}-", beside.stem());
    let mut found = Vec::new();
    for path in files(folder)? {
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
        let named = name.is_some_and(|name| name.starts_with(&begins) && name.ends_with(".txt"));
        if !named || !fs::symlink_metadata(&path).is_ok_and(|it| it.is_file() && trusted(&it)) {
            continue;
        }
        if meant_for(&path)?.is_some_and(|file| ours(&file)) {
            found.push(path);
        }
    }
    Ok(found)
}

/// Which file a text says it is for.
fn meant_for(path: &Path) -> io::Result<Option<PathBuf>> {
    let mut lines = BufReader::new(File::open(path)?.take(HEAD)).split(b'\n');
    let second = lines.nth(1).transpose()?.and_then(|line| String::from_utf8(line).ok());
    Ok(second.as_deref().and_then(|line| line.strip_prefix("file: ")).map(PathBuf::from))
}

/// The same file, by either name.
fn same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    one == other || real(one).is_some_and(|one| Some(one) == real(other))
}

/// The plain files in a folder; none where there is no such folder.
pub(super) fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        // What has just gone is none.
        if entry.file_type().is_ok_and(|it| it.is_file()) {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// The file itself, and what SQLite keeps with it.
pub(super) fn is_itself(path: &Path, beside: &Beside) -> bool {
    let own = beside.file();
    path == own || LEFTOVERS.iter().any(|ending| path == with(own, ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_told_by_its_whole_name() {
        let beside = Beside::of(Path::new("/there/sluss.db"));
        let names = Names::of(&beside);
        for name in [
            "sluss-2026-11-23T14.02.11-seq001234.db",
            "sluss-before-restore-2026-11-23T14.02.11-seq001234.db",
            "sluss-salvaged.db",
            "sluss-salvaged-2.db",
            "sluss-before-mend-seq000012.db",
            "sluss-before-mend-seq000012-1.db",
            "damaged-2026-11-23T14.02.11-sluss.db",
            "damaged-2026-11-23T14.02.11-2-sluss.db",
        ] {
            assert!(names.is_copy(name), "{name}");
        }
        for name in [
            "sluss.db",
            "sluss-skola.db",
            "sluss-skola-2026-11-23T14.02.11-seq001234.db",
            "sluss-skola-salvaged.db",
            "sluss-salvaged-min.db",
            "sluss-before-mend-seq.db.txt",
            "sluss-protokoll.md",
            "damaged-2026-11-23T14.02.11-min-sluss.db",
            "damaged-sluss.db",
            "sluss.lock",
            "",
        ] {
            assert!(!names.is_copy(name), "{name}");
        }
    }
}
