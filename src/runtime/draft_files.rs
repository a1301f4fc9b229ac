//! What is being typed, as files of plain text: where the file with the ideas cannot be written. Each
//! can be read by a person, and by the next start, which takes it in.

use std::ffi::OsString;
use std::fs::{DirBuilder, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::domain::{Draft, Stamp, Uid, Unsaved};
use crate::store::Beside;

/// The first line of every such file.
const FIRST: &str = "Sluss: text that is not saved yet";
const ENDING: &str = ".txt";
/// A file larger than this was not written here.
const LARGEST: u64 = 64 << 20;

/// The drafts of one file with ideas.
pub(super) struct DraftFiles {
    file: PathBuf,
    beside: Beside,
    /// Tells one run's files from another's.
    run: String,
    written: Vec<(String, PathBuf)>,
}

/// A file that an earlier run left.
#[derive(Debug)]
pub(super) struct Left {
    pub(super) path: PathBuf,
    pub(super) unsaved: Unsaved,
}

impl DraftFiles {
    pub(super) fn of(file: &Path, run: &str) -> DraftFiles {
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        let run = run.chars().filter(char::is_ascii_alphanumeric).rev().take(8).collect();
        DraftFiles { beside: Beside::of(&file), file, run, written: Vec::new() }
    }

    /// Writes it beside the file with the ideas, or else among the system's temporary files; answers
    /// where. With `surely` it comes back when it is on the disk.
    pub(super) fn write(&mut self, unsaved: &Unsaved, surely: bool) -> io::Result<PathBuf> {
        let text = written(&self.file, unsaved);
        let name = self.name(&unsaved.target);
        let own = self.beside.drafts();
        let there = land(&own, &name, &text, surely)
            .or_else(|_| land(&std::env::temp_dir(), &name, &text, surely))?;
        let elsewhere =
            |(target, path): &(String, PathBuf)| *target == unsaved.target && *path != there;
        for (_, old) in self.written.iter().filter(|known| elsewhere(known)) {
            // What it said stands in the new one.
            let _ = std::fs::remove_file(old);
        }
        self.written.retain(|(target, _)| *target != unsaved.target);
        self.written.push((unsaved.target.clone(), there.clone()));
        Ok(there)
    }

    /// What was written of it in this run is kept elsewhere by now.
    pub(super) fn forget(&mut self, target: &str) {
        for (_, path) in self.written.extract_if(.., |(known, _)| known == target) {
            // The next start finds it again, and that it says nothing new.
            let _ = std::fs::remove_file(path);
        }
    }

    /// The same for all but those that `stays` names.
    pub(super) fn forget_others(&mut self, stays: impl Fn(&str) -> bool) {
        let mut known: Vec<String> =
            self.written.iter().map(|(target, _)| target.clone()).collect();
        known.retain(|target| !stays(target));
        known.iter().for_each(|target| self.forget(target));
    }

    /// What earlier runs left, the oldest first.
    pub(super) fn left(&self) -> Vec<Left> {
        let mut left =
            self.in_folder(&self.beside.drafts(), |file| file.file_name() == self.file.file_name());
        left.extend(self.in_folder(&std::env::temp_dir(), |file| file == self.file));
        left.sort_by_key(|left| left.unsaved.fields.iter().map(|field| field.at).max());
        left
    }

    fn in_folder(&self, folder: &Path, ours: impl Fn(&Path) -> bool) -> Vec<Left> {
        let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
        let begins = format!("{}-", self.beside.stem());
        let mut left = Vec::new();
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let path = entry.path();
            let written_now = self.written.iter().any(|(_, known)| *known == path);
            let Ok(found) = entry.metadata() else { continue };
            if !name.starts_with(&begins) || !name.ends_with(ENDING) || written_now {
                continue;
            }
            if !self.is_private(&found) || found.len() > LARGEST {
                continue;
            }
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            if let Some((file, unsaved)) = read(&text)
                && ours(&file)
            {
                left.push(Left { path, unsaved });
            }
        }
        left
    }

    /// A regular file of whoever owns the ideas, which nobody else could write.
    #[cfg(unix)]
    fn is_private(&self, found: &Metadata) -> bool {
        use std::os::unix::fs::MetadataExt;
        let owner = std::fs::metadata(&self.file).map(|file| file.uid());
        let ours = owner.is_ok_and(|owner| owner == found.uid());
        found.is_file() && ours && found.mode() & 0o077 == 0
    }

    #[cfg(not(unix))]
    fn is_private(&self, found: &Metadata) -> bool {
        found.is_file()
    }

    fn name(&self, target: &str) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let target: String = target.chars().take(60).map(plain).collect();
        format!("{}-{target}-{}{ENDING}", self.beside.stem(), self.run)
    }
}

/// A file appears whole, for its owner's eyes only, in a folder that only its owner can enter.
fn land(folder: &Path, name: &str, text: &str, surely: bool) -> io::Result<PathBuf> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        Err(_) | Ok(()) => {}
    }
    let mut fresh = tempfile::Builder::new().prefix(".sluss-").tempfile_in(folder)?;
    fresh.write_all(text.as_bytes())?;
    if surely {
        fresh.as_file().sync_all()?;
    }
    let path = folder.join(name);
    fresh.persist(&path).map_err(|error| error.error)?;
    Ok(path)
}

/// Text lines stand two spaces in, so that none of them can be taken for a heading.
pub(super) fn written(file: &Path, unsaved: &Unsaved) -> String {
    let at = unsaved.fields.iter().map(|field| field.at.0).max().unwrap_or(0);
    let mut text = format!("{FIRST}\nfile: {}\n", file.display());
    text.push_str(&format!("target: {}\nat: {at}\n", unsaved.target));
    if let Some(request) = unsaved.request {
        text.push_str(&format!("request: {request}\n"));
    }
    let mut lines = |sign: char, field: &str, what: &str| {
        text.push_str(&format!("\n{sign} {field}\n"));
        for line in what.split('\n') {
            text.push_str(&format!("  {line}\n"));
        }
    };
    for field in &unsaved.fields {
        lines('=', &field.field, &field.text);
        if !field.was.is_empty() {
            lines('-', &field.field, &field.was);
        }
    }
    text
}

/// What such a file says, and of which file with ideas; nothing where it is none.
fn read(text: &str) -> Option<(PathBuf, Unsaved)> {
    let mut lines = text.split('\n');
    if lines.next() != Some(FIRST) {
        return None;
    }
    let (mut file, mut at, mut unsaved) = (None, Stamp(0), Unsaved::default());
    let mut fields: Vec<(bool, String, Vec<&str>)> = Vec::new();
    for line in lines {
        if let Some(text) = line.strip_prefix("  ") {
            fields.last_mut()?.2.push(text);
        } else if let Some(field) = line.strip_prefix("= ") {
            fields.push((true, field.to_owned(), Vec::new()));
        } else if let Some(field) = line.strip_prefix("- ") {
            fields.push((false, field.to_owned(), Vec::new()));
        } else if let Some((name, value)) = line.split_once(": ") {
            match name {
                "file" => file = Some(PathBuf::from(OsString::from(value))),
                "target" => value.clone_into(&mut unsaved.target),
                "at" => at = Stamp(value.parse().ok()?),
                "request" => unsaved.request = Some(Uid(value.parse().ok()?)),
                _ => {}
            }
        }
    }
    for (is_text, field, lines) in fields {
        let text = lines.join("\n");
        match unsaved.fields.last_mut().filter(|last| !is_text && last.field == field) {
            Some(last) => last.was = text,
            None => unsaved.fields.push(Draft { field, text, was: String::new(), at }),
        }
    }
    let is_whole = !unsaved.target.is_empty();
    Some((file?, unsaved)).filter(|_| is_whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn draft(field: &str, text: &str, was: &str) -> Draft {
        Draft { field: field.into(), text: text.into(), was: was.into(), at: Stamp(17) }
    }

    fn of(target: &str, fields: Vec<Draft>) -> Unsaved {
        Unsaved { target: target.into(), fields, request: None }
    }

    #[test]
    fn what_is_written_can_be_read_by_a_person() {
        let unsaved = of("idea:12", vec![draft("title", "Kö\n= nej", "Kö")]);
        assert_eq!(
            written(Path::new("/a/sluss.db"), &unsaved),
            "Sluss: text that is not saved yet\nfile: /a/sluss.db\ntarget: idea:12\nat: 17\n\n\
             = title\n  Kö\n  = nej\n\n- title\n  Kö\n"
        );
    }

    #[test]
    fn a_draft_is_found_by_the_next_run_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sluss.db");
        std::fs::write(&file, "").unwrap();
        let mut mine = DraftFiles::of(&file, "019a-first-run");
        let unsaved = of("idea:12", vec![draft("title", "Kö", "")]);
        let path = mine.write(&unsaved, true).unwrap();
        assert!(path.starts_with(folder.path().join("drafts")));
        assert!(mine.left().is_empty());
        let next = DraftFiles::of(&file, "019a-second-run");
        assert_eq!(next.left().first().map(|left| &left.unsaved), Some(&unsaved));
        assert!(DraftFiles::of(&folder.path().join("other.db"), "x").left().is_empty());
        mine.forget("idea:12");
        assert!(next.left().is_empty());
    }

    #[test]
    #[cfg(unix)]
    fn what_others_could_have_written_is_not_taken_in() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sluss.db");
        std::fs::write(&file, "").unwrap();
        let unsaved = of("idea:12", vec![draft("title", "Kö", "")]);
        let path = DraftFiles::of(&file, "first").write(&unsaved, false).unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o666)).unwrap();
        assert!(DraftFiles::of(&file, "second").left().is_empty());
    }

    proptest! {
        #[test]
        fn every_text_reads_back_as_it_was(
            texts in proptest::collection::vec(("[a-z:0-9]{1,9}", "\\PC*(\n\\PC*)*", "[ =\\-\n:]*"), 1..4)
        ) {
            let fields = texts.iter().enumerate().map(|(nth, (field, text, was))| {
                draft(&format!("{field}{nth}"), text, was)
            });
            let unsaved = of("new", fields.collect());
            let (file, found) = read(&written(Path::new("/a/b.db"), &unsaved)).unwrap();
            prop_assert_eq!(file, Path::new("/a/b.db"));
            prop_assert_eq!(found, unsaved);
        }
    }
}
