//! What stands in the lock file: who wrote last, and the newest step that they showed as saved. One
//! write of few bytes, always as many, so that it stands there whole or not at all.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use super::header::Salt;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// The run that wrote it. Its name tells also when that began.
    pub(super) run: String,
    pub(super) seq: i64,
    /// What the log beside the file was known by; none where there was none.
    pub(super) log: Option<Salt>,
    /// That run ended well, but somebody else had the file open.
    pub(super) is_closed: bool,
    /// The run before it did not end well, and all of the file was not checked since.
    pub(super) is_unclean: bool,
}

impl Mark {
    /// None where nothing stands there. What cannot be read was not written by a run that ended well.
    pub(super) fn read(mut lock: &File) -> Option<Mark> {
        let mut text = String::new();
        lock.seek(SeekFrom::Start(0)).ok()?;
        let read = lock.take(1024).read_to_string(&mut text);
        if text.is_empty() && read.is_ok() {
            return None;
        }
        let value = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.map(str::trim).unwrap_or_default()
        };
        Some(Mark {
            run: value("run ").to_owned(),
            seq: value("seq ").parse().unwrap_or(0),
            log: u64::from_str_radix(value("log "), 16).ok().map(u64::to_be_bytes),
            is_closed: value("closed ") == "yes",
            is_unclean: value("unclean ") == "yes",
        })
    }

    pub(super) fn write(&self, mut lock: &File) -> io::Result<()> {
        let log = self.log.map(|salt| format!("{:016x}", u64::from_be_bytes(salt)));
        let yes = |is: bool| if is { "yes" } else { "no" };
        let text = format!(
            "host {:<64.64}\npid {:<10}\nrun {:<36.36}\nseq {:<20}\nlog {:<16}\nclosed {:<3}\nunclean {:<3}\n",
            host(),
            std::process::id(),
            self.run,
            self.seq,
            log.unwrap_or_default(),
            yes(self.is_closed),
            yes(self.is_unclean),
        );
        lock.seek(SeekFrom::Start(0))?;
        lock.write_all(text.as_bytes())?;
        lock.set_len(text.len() as u64)
    }

    pub(super) fn is_unclean(&self) -> bool {
        self.is_unclean || !self.is_closed
    }
}

#[cfg(unix)]
fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn host() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}
