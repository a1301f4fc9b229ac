//! What must be known before the line can be read in the person's own language: which file, and
//! which language. It is also all that there is to read where the screen is wanted.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use crate::config::Settings;
use crate::domain::Language;
use crate::store::Reader;
use crate::text::Words;

use super::places::Places;

#[derive(Clone, Debug, Default)]
pub(super) struct Early {
    db: Option<PathBuf>,
    pub(super) language: Option<Language>,
    /// Nothing else was said: the screen is wanted.
    pub(super) is_all: bool,
}

impl Early {
    /// Reads without complaint. What is wrong is found again, and told, when the line is read whole.
    pub(super) fn read(args: &[OsString]) -> Early {
        let mut early = Early { is_all: true, ..Early::default() };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let text = arg.to_string_lossy();
            let (name, value) = match text.split_once('=') {
                Some((name, value)) => (name, Some(OsString::from(value))),
                None => (&*text, None),
            };
            match name {
                "--db" => match value.or_else(|| args.next().cloned()) {
                    Some(path) => early.db = Some(PathBuf::from(path)),
                    None => early.is_all = false,
                },
                "--lang" => {
                    let value = value.or_else(|| args.next().cloned());
                    let tag = value.as_deref().map(OsStr::to_string_lossy);
                    early.language = tag.and_then(|tag| Language::from_tag(&tag));
                    early.is_all &= early.language.is_some();
                }
                "--" => {
                    early.is_all = false;
                    break;
                }
                _ => early.is_all = false,
            }
        }
        early
    }

    /// The file that was named, here or in the environment.
    pub(super) fn file(&self) -> Option<PathBuf> {
        let named = || std::env::var_os("SLUSS_DB").filter(|path| !path.is_empty());
        self.db.clone().or_else(|| named().map(PathBuf::from))
    }

    /// Words in the language of [`Early::language_with`].
    pub(super) fn words(&self, places: Option<&Places>) -> Words {
        let reader = places.and_then(Places::glance);
        let settings = places.map(Places::own).unwrap_or_default();
        Words::of(self.language_with(reader.as_ref(), &settings))
    }

    /// The language asked for, else the one chosen last, which the file remembers, else the one in
    /// the settings, else that of the system.
    pub(super) fn language_with(&self, reader: Option<&Reader>, settings: &Settings) -> Language {
        let remembered = || Language::from_tag(&reader?.remembered("language").ok()??);
        self.language.or_else(remembered).or(settings.language).unwrap_or_else(Language::of_system)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Early {
        Early::read(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn a_file_and_a_language_alone_want_the_screen() {
        let early = read("--db /tmp/x.db --lang=en");
        assert!(early.is_all);
        assert_eq!(early.language, Some(Language::En));
        assert_eq!(early.db, Some(PathBuf::from("/tmp/x.db")));
    }

    #[test]
    fn anything_else_is_left_to_the_whole_line() {
        for line in ["list", "--db", "--lang de", "--lang", "--db x.db list", "-h"] {
            assert!(!read(line).is_all, "{line}");
        }
    }

    #[test]
    fn what_stands_after_two_dashes_is_text() {
        assert_eq!(read("add -- --lang en").language, None);
    }
}
