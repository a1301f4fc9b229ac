//! Files of one's own to begin from, written from the screen: settings and keys.

use crate::app::OwnFile;
use crate::config::{Settings, keymap_template};
use crate::domain::{Language, Say};
use crate::text::Words;

use super::places::Places;

/// Writes the file where it is read from. One that is there already is not touched.
pub(super) fn write(places: &Places, file: OwnFile, language: Language) -> Result<String, Say> {
    let words = Words::of(language);
    let (path, text) = match file {
        OwnFile::Settings => (places.settings_file(), Settings::template(&words)),
        OwnFile::Keys => (places.keys_file(), keymap_template(&words)),
    };
    let Some(path) = path else { return Err(Say::new("cli-no-home")) };
    let shown = path.display().to_string();
    let failed = |error: std::io::Error| {
        let say = match error.kind() {
            std::io::ErrorKind::AlreadyExists => Say::new("refused-file-there"),
            _ => Say::new("cli-io").with("why", error.to_string()),
        };
        say.with("path", shown.as_str())
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = std::fs::File::create_new(&path).map_err(failed)?;
    std::io::Write::write_all(&mut file, text.as_bytes()).map_err(failed)?;
    Ok(shown)
}
