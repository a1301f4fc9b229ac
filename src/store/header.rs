//! What the first bytes of a file say, and those of the log beside it. Bytes in, answer out: nothing
//! here opens anything.

use super::schema::{self, APPLICATION_ID};

/// So many bytes stand before the first page's content.
pub(super) const HEAD: usize = 100;
/// So many bytes is a page of ours.
pub(super) const PAGE: u64 = 4096;

/// What a file of ours says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) page: u64,
    /// Whether it keeps its changes in a log beside it.
    pub(super) has_log: bool,
    pub(super) version: i64,
    /// How many pages there are, where that figure is kept up to date.
    pages: Option<u64>,
}

/// Why it is no header of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Foreign,
    Damaged,
}

impl Header {
    pub(super) fn read(head: &[u8]) -> Result<Header, Wrong> {
        if head.len() < HEAD {
            return Err(if head.starts_with(MAGIC) { Wrong::Damaged } else { Wrong::Foreign });
        }
        if head.iter().all(|byte| *byte == 0) {
            return Err(Wrong::Damaged);
        }
        if !head.starts_with(MAGIC) || long(head, 68) != APPLICATION_ID.cast_unsigned() {
            return Err(Wrong::Foreign);
        }
        let version = i64::from(long(head, 60));
        let page = page_size(head);
        let journals = (byte(head, 18), byte(head, 19));
        // Figures that are never otherwise in a file of ours.
        let sound = page.is_some()
            && matches!(journals, (1, 1) | (2, 2))
            && byte(head, 20) == 0
            && (byte(head, 21), byte(head, 22), byte(head, 23)) == (64, 32, 32)
            && (1..=4).contains(&long(head, 44))
            && long(head, 56) == 1;
        // Of a newer file not even the form is known.
        if !sound && version <= schema::version() {
            return Err(Wrong::Damaged);
        }
        let page = page.unwrap_or(PAGE);
        let pages = u64::from(long(head, 28));
        let is_kept = long(head, 24) == long(head, 92) && pages > 0;
        Ok(Header { page, has_log: journals == (2, 2), version, pages: is_kept.then_some(pages) })
    }

    /// Whether a file of so many bytes holds whole pages, and no fewer than it says.
    pub(super) fn fits(&self, bytes: u64) -> bool {
        bytes.is_multiple_of(self.page) && self.pages.is_none_or(|pages| bytes >= pages * self.page)
    }
}

/// How large pages are, where what is said is a size.
pub(super) fn page_size(head: &[u8]) -> Option<u64> {
    let page = match short(head, 16) {
        1 => 65_536,
        page => u64::from(page),
    };
    ((512..=65_536).contains(&page) && page.is_power_of_two()).then_some(page)
}

/// What the log beside the file begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LogHeader {
    page: u64,
    /// Tells this log, begun anew, from others.
    pub(super) salt: Salt,
}

pub(super) type Salt = [u8; 8];

/// So many bytes stand before the log's first page, and before each of them.
pub(super) const LOG_HEAD: usize = 32;
pub(super) const FRAME_HEAD: usize = 24;

impl LogHeader {
    pub(super) fn read(head: &[u8]) -> Option<LogHeader> {
        let page = u64::from(long(head, 8));
        let known = matches!(long(head, 0), 0x377f_0682 | 0x377f_0683);
        let salt = head.get(16..24)?.try_into().ok()?;
        (known && (512..=65_536).contains(&page) && page.is_power_of_two())
            .then_some(LogHeader { page, salt })
    }

    /// Where the frame of this number begins, from zero on.
    pub(super) fn frame(&self, nth: u64) -> u64 {
        LOG_HEAD as u64 + nth * (FRAME_HEAD as u64 + self.page)
    }

    /// Whether a frame is of this log, and not of the one before that it writes over.
    pub(super) fn is_ours(&self, frame: &[u8]) -> bool {
        frame.get(8..16) == Some(&self.salt[..])
    }
}

/// Which page a frame holds.
pub(super) fn page_of(frame: &[u8]) -> u32 {
    long(frame, 0)
}

/// Whether a transaction ends with a frame.
pub(super) fn is_commit(frame: &[u8]) -> bool {
    long(frame, 4) > 0
}

/// The version in a first page.
pub(super) fn version_in(page: &[u8]) -> i64 {
    i64::from(long(page, 60))
}

/// Whether one log's salt follows from the other's: beginning anew counts the first half up.
pub(super) fn follows(salt: Salt, before: Salt) -> bool {
    let first = |salt: Salt| long(&salt, 0);
    salt == before || (1..=64).contains(&first(salt).wrapping_sub(first(before)))
}

const MAGIC: &[u8] = b"SQLite format 3\0";

fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

fn short(bytes: &[u8], at: usize) -> u16 {
    u16::from_be_bytes([byte(bytes, at), byte(bytes, at + 1)])
}

fn long(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([0, 1, 2, 3].map(|nth| byte(bytes, at + nth)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sluss.db");
        drop(super::super::Store::open(&path, "one".into()).unwrap());
        let mut bytes = std::fs::read(path).unwrap();
        bytes.truncate(HEAD);
        bytes
    }

    fn with(at: usize, bytes: &[u8]) -> Result<Header, Wrong> {
        let mut head = head();
        head[at..at + bytes.len()].copy_from_slice(bytes);
        Header::read(&head)
    }

    #[test]
    fn a_header_of_ours_is_read() {
        let header = Header::read(&head()).unwrap();
        assert_eq!(
            (header.page, header.version, header.has_log),
            (4096, super::super::VERSION, true)
        );
        let pages = header.pages.unwrap();
        assert!(header.fits(pages * 4096) && header.fits((pages + 1) * 4096));
        assert!(!header.fits((pages - 1) * 4096) && !header.fits(pages * 4096 - 1));
    }

    #[test]
    fn what_was_never_ours_is_told_from_what_was_damaged() {
        assert_eq!(Header::read(&[0x5a; 4096]), Err(Wrong::Foreign));
        assert_eq!(Header::read(b"text"), Err(Wrong::Foreign));
        assert_eq!(with(68, &[0, 0, 0, 1]), Err(Wrong::Foreign));
        assert_eq!(Header::read(&[0; 4096]), Err(Wrong::Damaged));
        assert_eq!(with(16, &[0x0f, 0xff]), Err(Wrong::Damaged));
        assert_eq!(with(18, &[7]), Err(Wrong::Damaged));
        assert_eq!(with(20, &[1]), Err(Wrong::Damaged));
        assert_eq!(with(21, &[0]), Err(Wrong::Damaged));
        assert_eq!(with(56, &[0, 0, 0, 3]), Err(Wrong::Damaged));
    }

    #[test]
    fn a_size_that_is_not_kept_up_to_date_counts_for_nothing() {
        let header = with(92, &[0xff; 4]).unwrap();
        assert!(header.fits(4096));
    }

    #[test]
    fn a_log_that_was_begun_anew_follows_from_the_one_before() {
        assert!(follows([0, 0, 0, 5, 1, 1, 1, 1], [0, 0, 0, 5, 1, 1, 1, 1]));
        assert!(follows([0, 0, 0, 6, 9, 9, 9, 9], [0, 0, 0, 5, 1, 1, 1, 1]));
        assert!(!follows([0, 0, 0, 5, 9, 9, 9, 9], [0, 0, 0, 5, 1, 1, 1, 1]));
        assert!(!follows([7, 0, 0, 5, 9, 9, 9, 9], [0, 0, 0, 5, 1, 1, 1, 1]));
    }
}
