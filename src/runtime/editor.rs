//! The person's own editor: a private file, the program that EDITOR names, and back.

use std::io::Write as _;
use std::process::Command;

use crate::domain::Say;

/// Lets a text be edited outside. The program is started without a shell; its file can be read by
/// nobody else and is removed afterwards.
pub(super) fn edit(text: &str) -> Result<String, Say> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok());
    let Some(named) = named.filter(|named| !named.trim().is_empty()) else {
        return Err(Say::new("refused-no-editor"));
    };
    let mut words = named.split_whitespace();
    let program = words.next().unwrap_or_default();
    let failed = || Say::new("refused-editor-failed").with("name", program);
    let mut file =
        tempfile::Builder::new().prefix("sluss-").suffix(".md").tempfile().map_err(|_| failed())?;
    file.write_all(text.as_bytes()).and_then(|()| file.flush()).map_err(|_| failed())?;
    let ended = Command::new(program).args(words).arg(file.path()).status();
    match ended {
        Ok(status) if status.success() => {
            let bytes = std::fs::read(file.path()).map_err(|_| failed())?;
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        }
        Ok(_) | Err(_) => Err(failed()),
    }
}
