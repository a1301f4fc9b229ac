//! What the files in the folder of backups are called, and how what is known of each is written
//! beside it. The name alone says in which order they stand.

use jiff::civil::{Date, DateTime, Time};

use crate::domain::Why;

const BEFORE_RESTORE: &str = "before-restore-";
pub(super) const ENDING: &str = ".db";
/// What is written beside a copy: its hash, as `sha256sum -c` reads it, and remarks.
pub(super) const SIDECAR: &str = ".sha256";
/// A copy that is not whole yet, or never became so.
pub(super) const HALF: &str = ".half";

/// `sluss-2026-11-23T14.02.11-seq001234.db`
pub(super) fn name(stem: &str, taken: DateTime, seq: i64, why: Why) -> String {
    let kind = if why == Why::BeforeRestore { BEFORE_RESTORE } else { "" };
    let (date, time) = (taken.date(), taken.time());
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    format!("{stem}-{kind}{date}T{hour:02}.{minute:02}.{second:02}-seq{seq:06}{ENDING}")
}

/// What a name says: when, up to which step, whether before a restore. None where the file is no
/// copy of a file of this stem.
pub(super) fn read(stem: &str, name: &str) -> Option<(DateTime, i64, bool)> {
    let rest = name.strip_prefix(stem)?.strip_prefix('-')?;
    let (rest, before_restore) = match rest.strip_prefix(BEFORE_RESTORE) {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let (moment, seq) = rest.strip_suffix(ENDING)?.split_once("-seq")?;
    let (date, time) = moment.split_once('T')?;
    let date: Date = date.parse().ok()?;
    let mut parts = time.split('.').map(|part| part.parse::<i8>().ok());
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    let time = Time::new(hour, minute, second, 0).ok()?;
    let seq: i64 = seq.parse().ok().filter(|seq| *seq >= 0)?;
    parts.next().is_none().then(|| (date.to_datetime(time), seq, before_restore))
}

/// Whether it is the name of a copy of a file of this stem.
pub(in crate::store) fn is_copy_of(stem: &str, name: &str) -> bool {
    read(stem, name).is_some()
}

/// Whether it is the name of a copy of some file.
pub(super) fn is_ours(name: &str) -> bool {
    let stems = name.match_indices('-').filter_map(|(at, _)| name.get(..at));
    stems.into_iter().any(|stem| read(stem, name).is_some())
}

/// What stands beside a copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) hash: String,
    pub(super) why: Option<Why>,
    pub(super) millis: Option<u64>,
    pub(super) flaws: usize,
    /// Which board it is of: two of the same name may share a folder.
    pub(super) board: Option<String>,
}

impl Beside {
    /// Remarks stand in lines of their own, which `sha256sum` passes over.
    pub(super) fn write(&self, name: &str) -> String {
        let mut text = String::new();
        if let Some(why) = self.why {
            text.push_str(&format!("# why {}\n", why.key()));
        }
        if let Some(millis) = self.millis {
            text.push_str(&format!("# took {millis} ms\n"));
        }
        if self.flaws > 0 {
            text.push_str(&format!("# flaws {}\n", self.flaws));
        }
        if let Some(board) = &self.board {
            text.push_str(&format!("# board {board}\n"));
        }
        text.push_str(&format!("{}  {name}\n", self.hash));
        text
    }

    /// None where it does not hold a hash.
    pub(super) fn read(text: &str) -> Option<Beside> {
        let mut beside = Beside::default();
        for line in text.lines() {
            match line.split_whitespace().collect::<Vec<_>>().as_slice() {
                ["#", "why", why] => beside.why = Why::from_key(why),
                ["#", "took", millis, "ms"] => beside.millis = millis.parse().ok(),
                ["#", "flaws", flaws] => beside.flaws = flaws.parse().unwrap_or(0),
                ["#", "board", board] => beside.board = Some((*board).to_owned()),
                [hash, ..] if hash.len() == 64 => beside.hash = (*hash).to_owned(),
                _ => {}
            }
        }
        (!beside.hash.is_empty()).then_some(beside)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_name_says_when_and_how_far() {
        let taken = date(2026, 11, 23).at(14, 2, 11, 0);
        let usual = name("sluss", taken, 1234, Why::Leaving);
        assert_eq!(usual, "sluss-2026-11-23T14.02.11-seq001234.db");
        assert_eq!(read("sluss", &usual), Some((taken, 1234, false)));
        let before = name("sluss", taken, 1_234_567, Why::BeforeRestore);
        assert_eq!(before, "sluss-before-restore-2026-11-23T14.02.11-seq1234567.db");
        assert_eq!(read("sluss", &before), Some((taken, 1_234_567, true)));
    }

    #[test]
    fn what_is_no_copy_of_this_file_is_passed_over() {
        for other in [
            "sluss-demo-2026-11-23T14.02.11-seq001234.db",
            "sluss-2026-11-23T14.02.11-seq001234.db.sha256",
            ".sluss-4711.half",
            "sluss-2026-11-23T14.02.11.db",
            "sluss-2026-13-23T14.02.11-seq1.db",
            "sluss-2026-11-23T14.02.11-seq-1.db",
            "sluss-2026-11-23T14.02-seq1.db",
            "sluss.db",
            "",
        ] {
            assert_eq!(read("sluss", other), None, "{other}");
        }
    }

    #[test]
    fn what_stands_beside_is_read_as_it_was_written() {
        let (hash, board) = ("a".repeat(64), Some("4711".to_owned()));
        let (why, millis) = (Some(Why::BeforeBulk), Some(12));
        let beside = Beside { hash, why, millis, flaws: 3, board };
        assert_eq!(Beside::read(&beside.write("x.db")), Some(beside));
        assert_eq!(Beside::read("# why leaving\n"), None);
    }
}
