//! What is looked at after the first frame, off the loop: a little of the file at each start, all of it
//! once a week and after a run that did not end well; and whether locks hold where it lies.

use std::path::Path;
use std::process::{Command, Stdio};

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::Say;
use crate::store::{Cancel, Depth, Fault, Reader, locks_hold, sweep};

use crate::app::{Answer, Msg};

/// As the other process is asked to try for the lock.
pub const TRY_LOCK: &str = "--try-lock";

/// Looks at the file, and at a part chosen by the seed where not all of it is due. It speaks up where
/// something is wrong, and where all of it was seen to be right.
pub(super) fn look(
    reader: &Reader,
    seed: u64,
    today: Date,
    cancel: &Cancel,
) -> Result<Option<Msg>, Fault> {
    reader.keep_little()?;
    // What an earlier run left that was killed is nobody's to find.
    let own = reader.path().parent().map(Path::to_owned);
    own.into_iter().chain([std::env::temp_dir()]).for_each(|folder| sweep(&folder));
    let last = reader.remembered("checked")?.and_then(|day| day.parse::<Date>().ok());
    let is_whole = is_due(reader, last, today);
    let depth = if is_whole { Depth::Whole } else { Depth::Spot { seed } };
    let seen = reader.inspect(depth, cancel)?;
    if cancel.is_set() {
        return Ok(None);
    }
    if !seen.findings.is_empty() {
        return Ok(Some(Msg::Answer(Answer::Failed(Say::new("failed-file-damaged")))));
    }
    if is_whole && let Some(presence) = reader.presence() {
        presence.settle();
    }
    // The week begins with the first start.
    Ok((is_whole || last.is_none()).then_some(Msg::Checked(today)))
}

/// Whether all of the file is to be looked at.
fn is_due(reader: &Reader, last: Option<Date>, today: Date) -> bool {
    let is_unclean = reader.presence().is_some_and(|presence| presence.unclean().is_some());
    is_unclean || last.is_some_and(|last| is_late(last, today))
}

/// A week has gone by. A clock that was set back is no reason to look less.
fn is_late(last: Date, today: Date) -> bool {
    last > today || last.saturating_add(7.days()) <= today
}

/// Whether locks keep nobody out where the file lies: ourselves, started once more, get what we hold.
pub(super) fn lacks_locks(reader: &Reader, program: &Path) -> bool {
    if !reader.place().system.is_odd() || reader.is_copy() {
        return false;
    }
    let got_it = || {
        let mut child = Command::new(program);
        child.arg(TRY_LOCK).arg(reader.path());
        child.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        child.status().is_ok_and(|status| status.success())
    };
    // Where it cannot be tried, nothing is said.
    !locks_hold(reader.path(), got_it).unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn all_of_it_is_looked_at_once_a_week_whatever_the_clock_says() {
        let last = date(2026, 11, 23);
        assert!(!is_late(last, last));
        assert!(!is_late(last, date(2026, 11, 29)));
        assert!(is_late(last, date(2026, 11, 30)));
        assert!(is_late(last, date(2027, 11, 30)));
        assert!(is_late(last, date(2026, 11, 22)));
    }
}
