//! What a person has set in files of their own: settings and keys, each over the program's own.
//! A mistake there never stops the program: it starts with what it brought, and tells.

use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::app::Theme;
use crate::domain::{Language, Say};
use crate::input::{Keymap, Problem};
use crate::text::Words;

/// More than this is no file of settings.
const MOST_READ: u64 = 1 << 20;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    pub language: Option<Language>,
    pub theme: Option<Theme>,
    /// The name under which the person at the keyboard comments and decides.
    pub who: Option<String>,
    /// Where each backup lies a second time.
    pub backup_folder: Option<PathBuf>,
    /// So many bytes all backups together take at most.
    pub backup_size: Option<u64>,
}

/// One thing that can be set.
struct Setting {
    key: &'static str,
    /// The message that explains it.
    help: &'static str,
    example: &'static str,
    /// `false` where the text is not one of its values.
    set: fn(&mut Settings, &str) -> bool,
}

const SETTINGS: &[Setting] = &[
    Setting {
        key: "language",
        help: "setting-language",
        example: "sv",
        set: |settings, said| {
            settings.language = Language::from_tag(said);
            settings.language.is_some()
        },
    },
    Setting {
        key: "theme",
        help: "setting-theme",
        example: "auto",
        set: |settings, said| {
            settings.theme = Theme::from_name(said);
            settings.theme.is_some()
        },
    },
    Setting {
        key: "who",
        help: "setting-who",
        example: "",
        set: |settings, said| {
            settings.who = Some(said.trim().to_owned()).filter(|name| !name.is_empty());
            true
        },
    },
    Setting {
        key: "backup-folder",
        help: "setting-backup-folder",
        example: "/media/usb/sluss",
        set: |settings, said| {
            settings.backup_folder = Some(PathBuf::from(said)).filter(|path| path.is_absolute());
            settings.backup_folder.is_some()
        },
    },
    Setting {
        key: "backup-size",
        help: "setting-backup-size",
        example: "1 GB",
        set: |settings, said| {
            settings.backup_size = bytes_of(said);
            settings.backup_size.is_some()
        },
    },
];

/// `500 MB`, `1.5 GB` or `1,5 GB`; a number alone counts megabytes.
fn bytes_of(said: &str) -> Option<u64> {
    let said = said.trim().to_lowercase().replace(',', ".");
    let end = said.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(said.len());
    let (number, unit) = said.split_at_checked(end)?;
    let kilobytes: u64 = match unit.trim() {
        "kb" => 1,
        "" | "mb" => 1 << 10,
        "gb" => 1 << 20,
        _ => return None,
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    // One digit behind the point is enough for anybody.
    let tenths = whole.parse::<u64>().ok()?.checked_mul(10)?;
    let tenth = part.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
    tenths.checked_add(tenth.into())?.checked_mul(kilobytes << 10).map(|tenths| tenths / 10)
}

impl Settings {
    /// Reads a file that may not be there. With a mistake in it, none of it counts.
    pub fn read(path: &Path) -> (Settings, Option<Say>) {
        match text_of(path) {
            Ok(None) => (Settings::default(), None),
            Ok(Some(text)) => match Settings::parse(&text) {
                Ok(settings) => (settings, None),
                Err(wrong) => (Settings::default(), Some(wrong.say(path))),
            },
            Err(say) => (Settings::default(), Some(say)),
        }
    }

    fn parse(text: &str) -> Result<Settings, Wrong> {
        let table = DeTable::parse(text).map_err(|error| Wrong {
            line: line_of(text, error.span().map_or(0, |span| span.start)),
            what: Say::new("config-not-toml").with("why", error.message()),
        })?;
        let mut settings = Settings::default();
        for (key, value) in table.get_ref() {
            let line = line_of(text, key.span().start);
            let name = key.get_ref().as_ref();
            let Some(setting) = SETTINGS.iter().find(|setting| setting.key == name) else {
                let known = SETTINGS.iter().map(|it| it.key).collect::<Vec<_>>().join(", ");
                let what = Say::new("config-unknown-key").with("key", name).with("known", known);
                return Err(Wrong { line, what });
            };
            let fits = match value.get_ref() {
                DeValue::String(said) => (setting.set)(&mut settings, said),
                _ => false,
            };
            if !fits {
                let help = Say::new(setting.help);
                let what = Say::new("config-wrong-value").with("key", name);
                return Err(Wrong {
                    line,
                    what: what.with("help", crate::domain::Arg::Say(Box::new(help))),
                });
            }
        }
        Ok(settings)
    }

    /// A file to begin from: everything explained, nothing set.
    pub fn template(words: &Words) -> String {
        let mut text = commented(&words.get("config-settings-top"));
        for setting in SETTINGS {
            text.push('\n');
            text.push_str(&commented(&words.get(setting.help)));
            text.push_str(&format!("# {} = \"{}\"\n", setting.key, setting.example));
        }
        text
    }
}

/// The program's keys with a person's own over them, where there are any. With a mistake in the
/// file, none of it counts.
pub fn keymap(path: &Path) -> (Option<Keymap>, Option<Say>) {
    let text = match text_of(path) {
        Ok(Some(text)) => text,
        Ok(None) => return (None, None),
        Err(say) => return (None, Some(say)),
    };
    let mut keymap = Keymap::own();
    match keymap.merge(&text) {
        Ok(()) => (Some(keymap), None),
        Err(problem) => (None, Some(of_keys(&problem, &text).say(path))),
    }
}

/// A file of keys to begin from: the program's own, each line switched off.
pub fn keymap_template(words: &Words) -> String {
    let mut text = commented(&words.get("config-keys-top"));
    for line in Keymap::OWN.lines() {
        let is_binding = line.contains('=');
        text.push_str(if is_binding { "# " } else { "" });
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn commented(text: &str) -> String {
    text.lines().map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect()
}

fn text_of(path: &Path) -> Result<Option<String>, Say> {
    let failed = |error: &std::io::Error| {
        let path = path.display().to_string();
        Say::new("cli-io").with("path", path).with("why", error.to_string())
    };
    match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(&error)),
        Ok(metadata) if !metadata.is_file() || metadata.len() > MOST_READ => {
            return Err(Say::new("config-no-file").with("path", path.display().to_string()));
        }
        Ok(_) => {}
    }
    std::fs::read_to_string(path).map(Some).map_err(|error| failed(&error))
}

/// A mistake, and in which line.
struct Wrong {
    line: usize,
    what: Say,
}

impl Wrong {
    fn say(self, path: &Path) -> Say {
        // By its name alone, so that a line of the screen has room for what is wrong.
        let name = path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into());
        Say::new("config-wrong").with("path", name).with("line", self.line).about(self.what)
    }
}

fn of_keys(problem: &Problem, text: &str) -> Wrong {
    match problem {
        Problem::NotToml { line, message } => {
            Wrong { line: *line, what: Say::new("config-not-toml").with("why", message.as_str()) }
        }
        Problem::UnknownContext { name } => Wrong {
            line: line_with(text, name, None),
            what: Say::new("config-unknown-section").with("name", name.as_str()),
        },
        Problem::UnknownAction { context, name } => Wrong {
            line: line_with(text, context, Some(name)),
            what: Say::new("config-unknown-action").with("name", name.as_str()),
        },
        Problem::NotAKey { context, action, key } => Wrong {
            line: line_with(text, context, Some(action)),
            what: Say::new("config-not-a-key").with("key", key.as_str()),
        },
        Problem::NotAList { context, action } => Wrong {
            line: line_with(text, context, Some(action)),
            what: Say::new("config-not-a-list").with("name", action.as_str()),
        },
        Problem::BoundTwice { context, key, first, second } => {
            let line = line_with(text, context, Some(second));
            let line = if line > 0 { line } else { line_with(text, context, Some(first)) };
            let what = Say::new("config-bound-twice").with("key", key.as_str());
            Wrong { line, what: what.with("first", *first).with("second", *second) }
        }
        Problem::TypesText { context, key, action } => Wrong {
            line: line_with(text, context, Some(action)),
            what: Say::new("config-types-text").with("key", key.as_str()).with("name", *action),
        },
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// The line of a section, or of an entry in it; 0 where it cannot be told.
fn line_with(text: &str, section: &str, entry: Option<&str>) -> usize {
    let mut inside = false;
    for (nth, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            inside = name.trim() == section;
            if inside && entry.is_none() {
                return nth;
            }
        } else if inside && line.split('=').next().map(str::trim) == entry {
            return nth;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_and_a_mistake_names_its_line_and_key() {
        let settings = Settings::parse("language = \"en\"\nwho = \" Lena \"\n").ok().unwrap();
        assert_eq!(settings.language, Some(Language::En));
        assert_eq!(settings.who.as_deref(), Some("Lena"));
        for (text, line, id) in [
            ("language = \"en\"\ncolour = 1\n", 2, "config-unknown-key"),
            ("\ntheme = \"pink\"\n", 2, "config-wrong-value"),
            ("theme = 3\n", 1, "config-wrong-value"),
            ("theme = \n", 1, "config-not-toml"),
        ] {
            let wrong = Settings::parse(text).err().unwrap();
            assert_eq!((wrong.line, &*wrong.what.id), (line, id), "{text}");
        }
    }

    #[test]
    fn a_size_is_written_as_people_write_it() {
        for (said, bytes) in [
            ("500 MB", Some(500 << 20)),
            ("1GB", Some(1 << 30)),
            ("1,5 gb", Some(3 << 29)),
            ("20", Some(20 << 20)),
            ("0", Some(0)),
            ("", None),
            ("much", None),
            ("-1 MB", None),
            ("99999999999999999999 GB", None),
        ] {
            assert_eq!(bytes_of(said), bytes, "{said}");
        }
    }

    #[test]
    fn what_is_written_to_begin_from_sets_nothing() {
        for language in Language::ALL {
            let words = Words::of(language);
            let settings = Settings::parse(&Settings::template(&words)).ok().unwrap();
            assert_eq!(settings, Settings::default());
            let mut keymap = Keymap::own();
            keymap.merge(&keymap_template(&words)).unwrap();
            assert_eq!(keymap.bindings().len(), Keymap::own().bindings().len());
        }
    }

    #[test]
    fn a_mistake_among_keys_is_found_in_its_line() {
        let text = "[board]\nup = [\"k\"]\n\n[grab]\nfly = [\"f\"]\n";
        let problem = Keymap::own().merge(text).unwrap_err();
        let wrong = of_keys(&problem, text);
        assert_eq!((wrong.line, &*wrong.what.id), (5, "config-unknown-action"));
    }
}
