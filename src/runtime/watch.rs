//! Wakes the loop when the file may have been written to by another program. The folder is watched,
//! since a write in WAL touches not the file itself but the log beside it.
//!
//! The log is written before the commit can be seen, and what makes it seen touches no file that
//! could be watched. So each touch is told several times, a little later each time.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::app::Msg;
use crate::store::{FileSystem, Reader};

use super::news::News;
use super::threads::{LAST, ends_within};

/// Touches closer to each other than this are told as one.
const SOON: Duration = Duration::from_millis(10);
/// How long after a touch was told it is told again: a commit on a slow disk is seen at the last.
const LATER: [Duration; 3] =
    [Duration::from_millis(60), Duration::from_millis(250), Duration::from_millis(1200)];

/// Watches as long as it lives.
pub enum Watch {
    Told(RecommendedWatcher),
    /// Where nobody tells of what others do, the file is asked.
    Asks(Sender<()>, JoinHandle<()>),
}

/// How often the file is asked where nobody tells.
const AGAIN: Duration = Duration::from_secs(1);
/// The same where a room waits for it.
const OFTEN: Duration = Duration::from_millis(150);

impl Watch {
    pub fn start(file: &Path, told: impl Fn(Msg) + Clone + Send + 'static) -> Option<Watch> {
        // A share tells of what is done here, not of what others do.
        if !FileSystem::of(folder_of(file)).is_odd()
            && let Ok(watcher) = watcher(file, told.clone())
        {
            return Some(Watch::Told(watcher));
        }
        Watch::asking(file, told, AGAIN)
    }

    /// For a window that people look at to see what happens: where nobody tells, it asks often.
    pub fn closely(file: &Path, told: impl Fn(Msg) + Clone + Send + 'static) -> Option<Watch> {
        if !FileSystem::of(folder_of(file)).is_odd()
            && let Ok(watcher) = watcher(file, told.clone())
        {
            return Some(Watch::Told(watcher));
        }
        Watch::asking(file, told, OFTEN)
    }

    fn asking(
        file: &Path,
        told: impl Fn(Msg) + Clone + Send + 'static,
        again: Duration,
    ) -> Option<Watch> {
        let (stop, stopped) = channel();
        let file = file.to_owned();
        let work = move || ask(&file, &stopped, &told, again);
        let asks = std::thread::Builder::new().name("watch".into()).spawn(work);
        asks.ok().map(|thread| Watch::Asks(stop, thread))
    }

    /// Stops, and closes the file.
    pub(super) fn finish(self) {
        if let Watch::Asks(stop, thread) = self {
            drop(stop);
            ends_within(&thread, LAST);
        }
    }
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn watcher(file: &Path, told: impl Fn(Msg) + Send + 'static) -> notify::Result<RecommendedWatcher> {
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
    let (touch, touched) = channel();
    let first = touch.clone();
    std::thread::Builder::new().name("watch".into()).spawn(move || tell(&touched, &told))?;
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if let Ok(event) = event
            && (event.kind.is_modify() || event.kind.is_create())
            && event.paths.iter().any(|path| ours(path))
        {
            // Nobody listens only when the program is about to end.
            let _ = touch.send(());
        }
    })?;
    watcher.watch(folder_of(file), RecursiveMode::NonRecursive)?;
    // What was written after the first reading and before this counts as a touch.
    let _ = first.send(());
    Ok(watcher)
}

/// Asks the file again and again whether somebody else took a step in it, or showed the room
/// something.
fn ask(file: &Path, stopped: &Receiver<()>, told: &impl Fn(Msg), again: Duration) {
    let Ok(reader) = Reader::open(file) else { return };
    let mut seen = News::of(&reader).unwrap_or_default();
    let mut shown = reader.live_version().unwrap_or_default();
    told(Msg::Changed);
    while stopped.recv_timeout(again) == Err(RecvTimeoutError::Timeout) {
        let now_shown = reader.live_version().unwrap_or(shown);
        let is_shown = std::mem::replace(&mut shown, now_shown) != now_shown;
        if seen.has_come(&reader) || is_shown {
            told(Msg::Changed);
        }
    }
}

/// Tells of a row of touches while it goes on, and after it is over.
fn tell(touched: &Receiver<()>, told: &impl Fn(Msg)) {
    // Before the first touch there is nothing to tell again.
    let mut later = [].iter();
    loop {
        let wait = later.next().copied();
        let touch = match wait {
            Some(wait) => touched.recv_timeout(wait),
            None => touched.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match touch {
            Ok(()) => {
                std::thread::sleep(SOON);
                while touched.try_recv().is_ok() {}
                later = LATER.iter();
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        told(Msg::Changed);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::store::Store;

    #[test]
    fn who_closes_the_file_waits_until_nobody_asks_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sluss.db");
        drop(Store::open(&file, "run".into()).unwrap());
        let (tell, asked) = channel();
        let alive = Arc::new(());
        let theirs = Arc::clone(&alive);
        let told = move |_| {
            let _theirs = &theirs;
            let _ = tell.send(());
        };
        let watch = Watch::asking(&file, told, AGAIN);
        asked.recv().unwrap();
        watch.unwrap().finish();
        assert_eq!(Arc::strong_count(&alive), 1, "the thread is gone, and its reader with it");
    }
}
