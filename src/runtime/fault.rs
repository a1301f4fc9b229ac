//! Faults on purpose, for tests of what must survive them. Release builds have none.

use std::path::Path;

use crate::app::Need;

/// Whether the environment asks for this fault.
pub(super) fn strikes(name: &str) -> bool {
    cfg!(debug_assertions) && std::env::var("SLUSS_FAULT").is_ok_and(|fault| fault == name)
}

/// A reading that never ends, once a list is asked for. A file beside the database tells of it.
pub(super) fn sticks(need: &Need, file: &Path) {
    if matches!(need, Need::List(_)) && strikes("stuck-read") {
        stick(file);
    }
}

/// The same for what is done after the terminal is given back.
pub(super) fn sticks_on_leaving(file: &Path) {
    if strikes("stuck-leaving") {
        stick(file);
    }
}

/// The same for what is done to a file that cannot be read.
pub(super) fn sticks_on_recovering(file: &Path) {
    if strikes("stuck-recover") {
        stick(file);
    }
}

fn stick(file: &Path) {
    let told = std::fs::write(file.with_file_name("stuck"), "");
    told.expect("a folder for faults");
    std::thread::sleep(std::time::Duration::from_secs(600));
}
