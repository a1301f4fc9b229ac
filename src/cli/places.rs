//! Where things are: the file, its neighbours, the settings.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::config::Settings;
use crate::store::backup::Keeping;
use crate::store::{OpenError, Reader, own_folder};

#[derive(Clone, Debug)]
pub struct Places {
    /// The file with the ideas.
    pub file: PathBuf,
    /// The folder of settings and own keys.
    pub settings: Option<PathBuf>,
    /// Nobody named the file: it lies in the program's own folder.
    pub is_own: bool,
}

impl Places {
    /// The usual places, or the file that was named. `None` where there is no home.
    pub fn of(file: Option<PathBuf>) -> Option<Places> {
        let own = ProjectDirs::from("", "", "sluss");
        let settings = own.as_ref().map(|own| own.config_dir().to_owned());
        let is_own = file.is_none();
        let file = match file {
            Some(file) => file,
            None => own?.data_local_dir().join("sluss.db"),
        };
        Some(Places { file, settings, is_own })
    }

    /// Looks at the program's own folder before anything in it is opened: it is ours, and no link.
    /// Answers whether others could enter it until now.
    pub fn guard(&self) -> Result<bool, OpenError> {
        let folder = self.file.parent().filter(|_| self.is_own);
        folder.map_or(Ok(false), own_folder)
    }

    /// The file, where there is nothing to opening it.
    pub fn glance(&self) -> Option<Reader> {
        let folder = self.file.parent().filter(|_| self.is_own);
        if folder.is_some_and(Path::is_symlink) { None } else { Reader::glance(&self.file) }
    }

    /// Where the file is, as a person would say it: from home on.
    pub fn shown(&self) -> String {
        let home = UserDirs::new().map(|own| own.home_dir().to_owned());
        match home.and_then(|home| Some(self.file.strip_prefix(home).ok()?.to_owned())) {
            Some(rest) => Path::new("~").join(rest).display().to_string(),
            None => self.file.display().to_string(),
        }
    }

    /// Where texts that were asked for are written: the documents, or the home, or right here.
    pub fn documents() -> Option<PathBuf> {
        let folders = UserDirs::new()
            .map(|own| own.document_dir().unwrap_or_else(|| own.home_dir()).to_owned());
        folders.filter(|folder| folder.is_dir()).or_else(|| std::env::current_dir().ok())
    }

    /// The file with invented ideas, beside the real one.
    pub fn demo(&self) -> PathBuf {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        folder.join("sluss-demo.db")
    }

    pub fn settings_file(&self) -> Option<PathBuf> {
        Some(self.settings.as_ref()?.join("settings.toml"))
    }

    pub fn keys_file(&self) -> Option<PathBuf> {
        Some(self.settings.as_ref()?.join("keymap.toml"))
    }

    /// How backups are kept, as the person has set it.
    pub fn keeping(&self) -> Keeping {
        let own = self.own();
        let most = own.backup_size.unwrap_or(Keeping::MOST);
        Keeping { second: own.backup_folder, most, paused: false }
    }

    /// What the person has set. What is wrong there is told where the screen opens.
    pub fn own(&self) -> Settings {
        self.settings_file().map(|path| Settings::read(&path).0).unwrap_or_default()
    }
}
