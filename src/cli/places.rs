//! Where things are: the file, its neighbours, the settings.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

#[derive(Clone, Debug)]
pub struct Places {
    /// The file with the ideas.
    pub file: PathBuf,
    /// The folder of settings and own keys.
    pub settings: Option<PathBuf>,
}

impl Places {
    /// The usual places, or the file that was named. `None` where there is no home.
    pub fn of(file: Option<PathBuf>) -> Option<Places> {
        let own = ProjectDirs::from("", "", "sluss");
        let settings = own.as_ref().map(|own| own.config_dir().to_owned());
        let file = match file {
            Some(file) => file,
            None => own?.data_local_dir().join("sluss.db"),
        };
        Some(Places { file, settings })
    }

    /// The file with invented ideas, beside the real one.
    pub fn demo(&self) -> PathBuf {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        folder.join("sluss-demo.db")
    }
}
