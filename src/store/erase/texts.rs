//! Texts that could not be saved, without the words that are to go.

use std::fs;
use std::path::Path;

use crate::domain::Removal;

use super::EraseError;
use super::copies::{Fate, remove, replace};
use super::rewrite::Done;

/// A text file loses the words; it is no file that anything depends on word for word. One that is
/// about an idea that goes, goes with it.
pub(super) fn text(path: &Path, done: &Done, removal: &Removal) -> Result<Fate, EraseError> {
    let failed = |error| EraseError::Io { path: path.to_owned(), error };
    let Ok(text) = String::from_utf8(fs::read(path).map_err(failed)?) else {
        return Ok(Fate::Untouched);
    };
    let asked = match (removal, &done.disposal) {
        (Removal::Person(asked), _) => asked,
        (Removal::Disposal(_), Some(disposal)) => {
            let target = text.lines().nth(2).and_then(|line| line.strip_prefix("target: "));
            if !target.is_some_and(|target| disposal.goes_with_an_idea(target)) {
                return Ok(Fate::Untouched);
            }
            remove(path).map_err(failed)?;
            return Ok(Fate::Gone);
        }
        (Removal::Disposal(_), None) => return Ok(Fate::Untouched),
    };
    let traces = done.wanted.traces(&text);
    let sure: Vec<_> = traces.into_iter().filter(|trace| !trace.is_part).collect();
    if sure.is_empty() {
        return Ok(Fate::Untouched);
    }
    let mut written = String::with_capacity(text.len());
    let mut from = 0;
    for trace in sure {
        written.push_str(text.get(from..trace.range.start).unwrap_or_default());
        written.push_str(&asked.mask);
        from = trace.range.end;
    }
    written.push_str(text.get(from..).unwrap_or_default());
    replace(path, written.as_bytes()).map_err(failed)?;
    Ok(Fate::Rewritten)
}
