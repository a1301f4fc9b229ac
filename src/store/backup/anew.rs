//! What is written beside a copy that is written anew: the hash of what it is now, and what was known
//! of it before. One whose bytes had changed by themselves is not made good by it.

use std::io;
use std::path::Path;

use super::{name, sha256};

/// What stood beside a copy.
pub(in crate::store) struct Anew {
    name: String,
    told: Option<name::Beside>,
    /// The hash of what the copy was.
    was: String,
}

/// While a copy is written anew it is one of two.
const WAS: &str = "# was ";

impl Anew {
    pub(in crate::store) fn of(copy: &Path) -> io::Result<Anew> {
        let name = copy.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let text = std::fs::read_to_string(copy.with_file_name(format!("{name}{}", name::SIDECAR)));
        let was = sha256(copy)?;
        let told = text.ok().and_then(|text| {
            let told = name::Beside::read(&text)?;
            let before = text.lines().find_map(|line| line.strip_prefix(WAS));
            (told.hash == was || before == Some(was.as_str())).then_some(told)
        });
        Ok(Anew { name, told, was })
    }

    /// What is to stand there; nothing where what stood there was wrong, or nothing did.
    pub(in crate::store) fn told(&self, hash: &str, flaws: usize, amidst: bool) -> Option<String> {
        let told = self.told.clone()?;
        let flaws = told.flaws.max(flaws);
        let text = name::Beside { hash: hash.to_owned(), flaws, ..told }.write(&self.name);
        Some(if amidst { format!("{WAS}{}\n{text}", self.was) } else { text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_is_killed_amidst_is_good_before_and_after() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("x.db");
        let beside = folder.path().join("x.db.sha256");
        std::fs::write(&copy, "old").unwrap();
        let hash = sha256(&copy).unwrap();
        std::fs::write(&beside, format!("# why asked\n{hash}  x.db\n")).unwrap();
        let new = "a".repeat(64);
        let amidst = Anew::of(&copy).unwrap().told(&new, 2, true).unwrap();
        std::fs::write(&beside, &amidst).unwrap();
        let told = Anew::of(&copy).unwrap().told(&new, 1, false).unwrap();
        assert_eq!(told, format!("# why asked\n# flaws 2\n{new}  x.db\n"));
        std::fs::write(&copy, "turned").unwrap();
        assert!(Anew::of(&copy).unwrap().told(&new, 0, false).is_none());
    }
}
