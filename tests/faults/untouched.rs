//! That nothing in a folder was changed, added or taken away.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Every file below a folder: its bytes and when it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Untouched(BTreeMap<PathBuf, (Vec<u8>, SystemTime)>);

impl Untouched {
    pub(crate) fn of(folder: &Path) -> Untouched {
        let mut found = BTreeMap::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                let metadata = entry.metadata().unwrap();
                if metadata.is_dir() {
                    folders.push(entry.path());
                } else if metadata.is_file() {
                    let bytes = std::fs::read(entry.path()).unwrap();
                    found.insert(entry.path(), (bytes, metadata.modified().unwrap()));
                }
            }
        }
        Untouched(found)
    }

    #[track_caller]
    pub(crate) fn is_still(&self, folder: &Path) {
        let now = Untouched::of(folder);
        let names = |it: &Untouched| it.0.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&now), names(self), "files were made or taken away");
        for (path, before) in &self.0 {
            let path = path.display();
            assert!(now.0.get(Path::new(&path.to_string())) == Some(before), "{path} was changed");
        }
    }
}
