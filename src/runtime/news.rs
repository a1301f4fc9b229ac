//! Tells whether somebody else took a step or cast a ballot since the file was last read. That it was
//! written to is no news: drafts, what the program remembers and what the room sees go into the same
//! file, and reading it all again takes its time where the file lies far away. The window that shows
//! what the room sees asks for that alone (`Reader::live_version`).

use crate::store::{Fault, Reader};

/// The file as it stood at the last reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct News {
    version: i64,
    newest: i64,
    voted: i64,
}

impl News {
    /// How the file stands.
    pub(super) fn of(reader: &Reader) -> Result<News, Fault> {
        let version = reader.data_version()?;
        Ok(News { version, newest: reader.newest()?, voted: reader.voted()? })
    }

    /// Whether there is a step or a ballot that was not there. A file that cannot be read just now has
    /// no news.
    pub(super) fn has_come(&mut self, reader: &Reader) -> bool {
        match reader.data_version() {
            Ok(version) if version != self.version => {}
            _ => return false,
        }
        let Ok(found) = News::of(reader) else { return false };
        let before = std::mem::replace(self, found);
        (before.newest, before.voted) != (found.newest, found.voted)
    }
}
