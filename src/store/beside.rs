//! What lies beside the file, by name: its lock, its ballast, its backups, its drafts. Nothing is made
//! or looked at here.

use std::path::{Path, PathBuf};

/// The neighbours of one file. Files in the same folder share folders, never names: each neighbour
/// bears the file's own name in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    file: PathBuf,
    folder: PathBuf,
    /// `sluss` for `sluss.db`.
    stem: String,
}

impl Beside {
    pub fn of(file: &Path) -> Beside {
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        Beside { file: file.to_owned(), folder, stem: stem.unwrap_or_default() }
    }

    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Where the file itself lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn stem(&self) -> &str {
        &self.stem
    }

    /// It holds the invented ideas: there is nothing in it to lose.
    pub fn is_demo(&self) -> bool {
        self.stem == "sluss-demo"
    }

    /// Says who has the file open, and how far they came.
    pub fn lock(&self) -> PathBuf {
        self.folder.join(format!("{}.lock", self.stem))
    }

    /// Says which program's window leads what the room sees, while a workshop is held.
    pub fn room(&self) -> PathBuf {
        self.folder.join(format!("{}.room", self.stem))
    }

    /// Room kept for the day when the disk is full.
    pub fn ballast(&self) -> PathBuf {
        self.folder.join(format!("{}.ballast", self.stem))
    }

    /// Of every file in this folder; the names of the copies begin with the stem.
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// Texts that could not be written to the file itself.
    pub fn drafts(&self) -> PathBuf {
        self.folder.join("drafts")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_bear_the_name_of_their_file() {
        let beside = Beside::of(Path::new("/there/sluss-demo.db"));
        assert_eq!(beside.lock(), Path::new("/there/sluss-demo.lock"));
        assert_eq!(beside.ballast(), Path::new("/there/sluss-demo.ballast"));
        assert_eq!(beside.backups(), Path::new("/there/backups"));
        assert_eq!(Beside::of(Path::new("x.db")).folder(), Path::new("."));
    }
}
