//! Texts that could not be saved, without the words that are to go.

use std::fs;
use std::path::Path;

use crate::domain::{Removal, Wanted};

use super::EraseError;
use super::copies::{Fate, replace};

/// A text file loses the words; it is no file that anything depends on word for word.
pub(super) fn text(path: &Path, wanted: &Wanted, removal: &Removal) -> Result<Fate, EraseError> {
    let Removal::Person(asked) = removal else { return Ok(Fate::Untouched) };
    let failed = |error| EraseError::Io { path: path.to_owned(), error };
    let Ok(text) = String::from_utf8(fs::read(path).map_err(failed)?) else {
        return Ok(Fate::Untouched);
    };
    let traces = wanted.traces(&text);
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
