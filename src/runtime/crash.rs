//! What is left of a panic: a file that says where it happened and in which version. Its message is
//! not written down, for it may hold what somebody wrote.

use std::backtrace::Backtrace;
use std::io::Write as _;
use std::panic;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::store::Beside;

static LAST: Mutex<Option<String>> = Mutex::new(None);

/// From now on the place of every panic is remembered.
pub fn remember_panics() {
    let next = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let thread = std::thread::current().name().unwrap_or("?").to_owned();
        let way = Backtrace::force_capture();
        let told = format!("place: {place}\nthread: {thread}\n\n{way}");
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
        next(panic);
    }));
}

/// Writes down the last panic beside the file, or among the temporary files; answers where.
pub(super) fn note(beside: &Beside) -> Option<PathBuf> {
    let told = LAST.lock().unwrap_or_else(PoisonError::into_inner).take()?;
    let now = jiff::Timestamp::now();
    let name = format!("crash-{}.txt", now.strftime("%Y-%m-%dT%H.%M.%S"));
    let text = format!(
        "sluss {} on {} {}\ntime: {now}\n{told}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
    );
    [beside.folder().to_owned(), std::env::temp_dir()].into_iter().find_map(|folder| {
        let path = folder.join(&name);
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path).and_then(|mut file| file.write_all(text.as_bytes())).ok()?;
        Some(path)
    })
}
