//! What the saver does for the file beside its steps: how long it waits for others, moving the log
//! into the file, copying all of it to another place.

use std::path::Path;
use std::time::Duration;

use crate::domain::Uid;

use super::held::Identity;
use super::{Fault, OpenError, Store};

impl Store {
    /// How long a write waits for another program's before it fails.
    pub fn wait_at_most(&self, patience: Duration) -> Result<(), Fault> {
        Ok(self.connection.busy_timeout(patience)?)
    }

    /// Whether a request is in the file.
    pub fn has(&self, request: Uid) -> Result<bool, Fault> {
        Ok(self.find(request)?.is_some())
    }

    pub fn run(&self) -> &str {
        &self.run
    }

    pub fn identity(&self) -> Identity {
        self.held.identity()
    }

    /// Writes what stands in the log into the file itself. After a failure on the way to the disk
    /// this alone shows that what can be read there will be there tomorrow.
    pub fn settle(&self) -> Result<(), Fault> {
        let (blocked, logged, moved) = self.checkpoint("FULL")?;
        if blocked || logged != moved {
            let why = "the log could not be moved into the file";
            return Err(Fault::Unreadable(why.into()));
        }
        Ok(())
    }

    /// The same, and leaves the log empty. Where others read just now, some of it stays.
    pub fn tidy(&self) -> Result<(), Fault> {
        self.checkpoint("TRUNCATE").map(|_| ())
    }

    /// The log is begun anew after this, and is known then by the one that it follows.
    fn checkpoint(&self, how: &str) -> Result<(bool, i64, i64), Fault> {
        if let Some(presence) = &self.site.presence {
            presence.follow_log();
        }
        let sql = format!("PRAGMA wal_checkpoint({how})");
        let told = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        Ok(self.connection.query_row(&sql, [], told)?)
    }

    /// How large the log beside the file is.
    pub fn logged(&self) -> u64 {
        let mut name = self.path().to_owned().into_os_string();
        name.push("-wal");
        std::fs::symlink_metadata(name).map_or(0, |log| log.len())
    }

    /// Copies all that can be read into a new file, for its owner's eyes only. The file itself may
    /// be gone from its place: what is open is read.
    pub fn copy_to(&self, path: &Path) -> Result<(), OpenError> {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path)?;
        let copied = self
            .connection
            .execute("VACUUM INTO ?1", [path.to_str()])
            .map_err(OpenError::from)
            .and_then(|_| Ok(std::fs::File::open(path)?.sync_all()?));
        if copied.is_err() {
            // Half a copy is none; whether it can be removed changes nothing.
            let _ = std::fs::remove_file(path);
        }
        copied
    }
}
