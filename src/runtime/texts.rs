//! Files that were asked for: never over one that is there, and readable by their owner alone.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::domain::Say;

/// So many names are tried.
const MOST: u32 = 1000;

/// Writes a text to a file of that name, or with a number behind it; answers where it is.
pub fn write(folder: Option<&Path>, name: &str, text: &str) -> Result<String, Say> {
    let (path, mut file) = fresh(folder, name)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.write_all(b"\n"))
        .and_then(|()| file.sync_all());
    written.map_err(|error| failed(error.to_string()))?;
    Ok(path.display().to_string())
}

/// A new file of that name, or with a number behind it.
pub(super) fn fresh(folder: Option<&Path>, name: &str) -> Result<(PathBuf, File), Say> {
    let folder = folder.ok_or_else(|| Say::new("failed-no-folder"))?;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    for nth in 1..MOST {
        let name =
            if nth == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{nth}.{ending}") };
        let path = folder.join(name);
        match create(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error.to_string())),
        }
    }
    Err(failed(folder.display().to_string()))
}

fn failed(why: String) -> Say {
    Say::new("failed-file").with("why", why)
}

fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
