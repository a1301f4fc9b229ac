//! What the writer does for the file now and then: it looks at the room on the disk, lays the
//! ballast, and takes in what earlier runs could not write.

use std::time::{Duration, Instant};

use crate::app::{LINE, Msg};
use crate::domain::{Say, Unsaved};
use crate::runtime::draft_files::DraftFiles;
use crate::store::room::{LITTLE, free, lay_ballast};
use crate::store::{Beside, Fault, Store};

/// So often at most.
const EVERY: Duration = Duration::from_secs(60 * 60);
/// A log larger than this is not moved into the file: somebody keeps it.
const LARGEST_LOG: u64 = 64 << 20;

/// Looks after the place where the file lies.
#[derive(Debug, Default)]
pub(super) struct Care {
    looked: Option<Instant>,
}

impl Care {
    /// What the person should know of the disk, at most once an hour.
    pub(super) fn look(&mut self, store: &Store) -> Option<Msg> {
        if self.looked.is_some_and(|looked| looked.elapsed() < EVERY) {
            return None;
        }
        self.looked = Some(Instant::now());
        let beside = Beside::of(store.path());
        lay_ballast(&beside);
        let mebi = |bytes: u64| i64::try_from(bytes >> 20).unwrap_or(i64::MAX);
        if let Some(free) = free(beside.folder()).filter(|free| *free < LITTLE) {
            return Some(Msg::Warned(Say::new("warned-little-room").with("mebi", mebi(free))));
        }
        let log = Some(store.logged()).filter(|log| *log > LARGEST_LOG)?;
        Some(Msg::Warned(Say::new("warned-large-log").with("mebi", mebi(log))))
    }

    /// The next save looks again.
    pub(super) fn look_again(&mut self) {
        self.looked = None;
    }
}

/// Lines that were under way all go to the one capture line, behind what is there.
fn take_in_one(store: &mut Store, unsaved: &Unsaved) -> Result<bool, Fault> {
    if !unsaved.target.strip_prefix(LINE).is_some_and(|rest| rest.starts_with(':')) {
        return store.take_in_draft(unsaved);
    }
    let mut fields = store.drafts(LINE)?;
    let before = fields.len();
    let mut is_news = false;
    for field in &unsaved.fields {
        match fields.iter_mut().find(|known| known.field == field.field) {
            // They were taken in before, and what they stood in is still there.
            Some(known) if has_lines(&known.text, &field.text) => {}
            Some(known) => {
                known.text = format!("{}\n{}", known.text, field.text);
                known.at = known.at.max(field.at);
                is_news = true;
            }
            None => fields.push(field.clone()),
        }
    }
    is_news |= fields.len() > before;
    if is_news {
        store.keep_draft(LINE, &fields)?;
    }
    Ok(is_news)
}

/// Whether these lines stand there, in this order and one after the other.
fn has_lines(text: &str, lines: &str) -> bool {
    let (text, lines): (Vec<_>, Vec<_>) = (text.split('\n').collect(), lines.split('\n').collect());
    text.windows(lines.len()).any(|some| some == lines)
}

/// Takes in the files that earlier runs left; what was saved after all goes. Answers how many drafts
/// were found.
pub(super) fn take_in(store: &mut Store, files: &DraftFiles) -> Result<usize, Fault> {
    let mut found = 0;
    let mut all = files.left();
    // What was on the line takes the place of what the file has of it; other lines join it then.
    all.sort_by_key(|left| left.unsaved.target != LINE);
    for left in all {
        let saved = match left.unsaved.request {
            Some(request) => store.has(request)?,
            None => false,
        };
        if !saved && take_in_one(store, &left.unsaved)? {
            found += 1;
        }
        // What cannot be removed is found again, and says nothing new then.
        let _ = std::fs::remove_file(&left.path);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Draft, Stamp};

    fn lines(text: &str, nth: u8) -> Unsaved {
        let at = Stamp(nth.into());
        let field = Draft { field: "line".into(), text: text.into(), was: String::new(), at };
        Unsaved { target: format!("{LINE}:{nth}"), fields: vec![field], request: None }
    }

    #[test]
    fn lines_that_are_found_again_are_not_taken_in_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sluss.db");
        let mut store = Store::open(&file, "run".into()).unwrap();
        // Killed before the files were removed, or unable to remove them.
        for found in [2, 0, 0] {
            DraftFiles::of(&file, "first").write(&lines("Drill\nLamp", 0), false).unwrap();
            DraftFiles::of(&file, "other").write(&lines("Lamp\nDrill", 1), false).unwrap();
            assert_eq!(take_in(&mut store, &DraftFiles::of(&file, "next")).unwrap(), found);
        }
        let drafts = store.drafts(LINE).unwrap();
        let [kept] = drafts.as_slice() else { panic!("{drafts:?}") };
        assert_eq!(kept.text, "Drill\nLamp\nLamp\nDrill");
    }
}
