//! Seeded files of several sizes, made once and kept below `target`.

use std::path::PathBuf;

use sluss::store::seed::seed;
use sluss::store::{Store, VERSION};

pub(crate) fn path(ideas: u32) -> PathBuf {
    let path =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("ideas-{VERSION}-{ideas}.db"));
    // Opening for writing looks at every table; a file half made has no step.
    let is_ours = path.exists()
        && Store::open(&path, "bench".into())
            .and_then(|store| store.reader())
            .is_ok_and(|reader| reader.last_saved().is_ok_and(|at| at.is_some()));
    if !is_ours {
        for end in ["", "-wal", "-shm"] {
            let mut stale = path.clone().into_os_string();
            stale.push(end);
            // What is not there need not go.
            let _ = std::fs::remove_file(stale);
        }
        seed(&path, ideas, 1).expect("the folder for benches can be written");
    }
    path
}
