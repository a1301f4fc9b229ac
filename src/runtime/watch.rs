//! Wakes the loop when the file may have been written to by another program. The folder is watched,
//! since a write in WAL touches not the file itself but the log beside it.

use std::path::Path;

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::app::Msg;

pub struct Watch(#[expect(dead_code, reason = "watches as long as it lives")] RecommendedWatcher);

impl Watch {
    pub fn start(file: &Path, told: impl Fn(Msg) + Send + 'static) -> notify::Result<Watch> {
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => ".".into(),
        };
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        let ours = move |path: &Path| {
            let found = path.file_name().map(|name| name.to_string_lossy().into_owned());
            match (&found, &name) {
                (Some(found), Some(name)) => {
                    found.starts_with(name.as_str()) && !found.ends_with("-shm")
                }
                _ => false,
            }
        };
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                if let Ok(event) = event
                    && (event.kind.is_modify() || event.kind.is_create())
                    && event.paths.iter().any(|path| ours(path))
                {
                    told(Msg::Changed);
                }
            })?;
        watcher.watch(&folder, RecursiveMode::NonRecursive)?;
        Ok(Watch(watcher))
    }
}
