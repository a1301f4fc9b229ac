//! The sources keep to `ARCHITECTURE.md`: who uses whom, where the world is reached, how long a file
//! may be. And the action table keeps its promises: words in both languages, a way without Ctrl.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use sluss::domain::Language;
use sluss::input::{Action, Key, Keymap};
use sluss::text::Words;

/// A file of more lines than this has a second subject, or a reason.
const LONGEST: usize = 400;

const LONG_FOR_A_REASON: &[(&str, &str)] = &[
    ("src/terminal/bytes.rs", "half of it is bytes that terminals were seen to send"),
    ("src/domain/when.rs", "every way to write a day, and the tests beside each"),
    ("src/domain/filter.rs", "the filter language and its tests"),
    ("src/domain/similar.rs", "the measure is short, the titles that taught it are many"),
    ("src/text/markdown.rs", "one pass from text to lines; the half is tests"),
];

/// Actions that want more than arrows, Enter, Esc, Tab, Space and what types a character, and why
/// that is no loss.
const OTHER_WAYS: &[(Action, &str)] = &[
    (Action::PageUp, "arrows, and g g"),
    (Action::PageDown, "arrows, and G"),
    (Action::PreviousPane, "Tab goes round"),
    (Action::Suspend, "the terminal's own, and never the only way out"),
    (Action::Interrupt, "Esc does what it does"),
    (Action::Save, "a button below the fields"),
    (Action::LeaveIt, "the line can be deleted"),
    (Action::EditOutside, "the field itself takes text"),
];

struct Source {
    path: PathBuf,
    /// The module it belongs to.
    module: String,
    /// Without comments and tests.
    code: String,
    lines: usize,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn sources() -> Vec<Source> {
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let inside = path.strip_prefix(root().join("src")).unwrap().to_owned();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let is_tests = path.file_stem().is_some_and(|stem| stem == "tests");
        let program = text.split("#[cfg(test)]\nmod ").next().unwrap();
        let code: Vec<&str> =
            program.lines().map(|line| line.split("//").next().unwrap()).collect();
        Source {
            module: first.trim_end_matches(".rs").to_owned(),
            code: if is_tests { String::new() } else { code.join("\n") },
            lines: text.lines().count(),
            path: path.strip_prefix(root()).unwrap().to_owned(),
        }
    };
    rust_files("src").into_iter().map(read).collect()
}

/// The rows of the table below a heading of `ARCHITECTURE.md` that begins with these words: the
/// first cell's name, and the names in the last cell.
fn table(begins: &str) -> Vec<(String, Vec<String>)> {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = page
        .lines()
        .skip_while(|line| !line.starts_with(begins))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    let names = |cell: &str| -> Vec<String> {
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let table: Vec<_> = rows
        .map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
            let last = row.trim_end_matches('|').rsplit('|').next().unwrap();
            (names(cells.first().unwrap()).remove(0), names(last))
        })
        .collect();
    assert!(!table.is_empty(), "ARCHITECTURE.md has a table that begins {begins:?}");
    table
}

/// Whether the word stands in the code as a word of its own.
fn says(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let (before, rest) = code.split_at(at);
        let after = rest.split_at(word.len()).1;
        let ends_open = word.ends_with(part);
        let goes_on = ends_open && after.starts_with(part);
        !before.ends_with(part) && !goes_on
    })
}

#[test]
fn modules_use_only_those_they_may() {
    let table = table("| module |");
    let modules: Vec<&str> = table.iter().map(|(module, _)| module.as_str()).collect();
    for source in sources() {
        if ["lib", "main"].contains(&source.module.as_str()) {
            continue;
        }
        let may = table.iter().find(|(module, _)| *module == source.module);
        let path = source.path.display();
        let (_, may) = may.unwrap_or_else(|| {
            panic!("{path}: say in ARCHITECTURE.md what {} is and may use", source.module)
        });
        for other in &modules {
            if *other != source.module && says(&source.code, &format!("crate::{other}")) {
                let may = may.iter().any(|name| name == other);
                assert!(may, "{path} uses {other}, which {} may not", source.module);
            }
        }
    }
}

#[test]
fn the_table_of_modules_is_that_of_the_sources() {
    let there: Vec<String> = sources().into_iter().map(|source| source.module).collect();
    for (module, _) in table("| module |") {
        assert!(there.contains(&module), "ARCHITECTURE.md tells of {module}, which is not there");
    }
}

#[test]
fn the_world_is_reached_only_where_it_is_said() {
    for (what, places) in table("| what |") {
        for source in sources().iter().filter(|source| says(&source.code, &what)) {
            let path = source.path.display();
            let inside = source.path.strip_prefix("src").unwrap();
            let allowed = places.iter().any(|place| {
                let own = inside.with_extension("");
                own == Path::new(place) || own.starts_with(place)
            });
            let rect_alone = what == "ratatui"
                && source.module == "app"
                && source.code.matches("ratatui").count()
                    == source.code.matches("ratatui::layout::Rect").count();
            assert!(allowed || rect_alone, "{path} uses {what}, which belongs in {places:?}");
        }
    }
}

#[test]
fn every_file_opens_with_a_sentence() {
    for folder in ["src", "tests"] {
        for path in rust_files(folder) {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.starts_with("//! "), "{} says what it holds", path.display());
        }
    }
}

#[test]
fn no_file_is_long_without_a_reason() {
    let sources = sources();
    for source in &sources {
        let excused = LONG_FOR_A_REASON.iter().any(|(path, _)| Path::new(path) == source.path);
        let (path, lines) = (source.path.display(), source.lines);
        assert!(lines <= LONGEST || excused, "{path} has {lines} lines: split it by subject");
    }
    for (path, _) in LONG_FOR_A_REASON {
        let source = sources.iter().find(|source| source.path == Path::new(path));
        assert!(source.is_some_and(|source| source.lines > LONGEST), "{path} needs no excuse");
    }
}

#[test]
fn every_action_has_a_name_and_help_in_both_languages() {
    for language in [Language::Sv, Language::En] {
        let words = Words::of(language);
        for action in Action::ALL {
            for id in [action.title(), action.help()] {
                assert!(!words.get(id).starts_with('{'), "{id} in {language:?}");
            }
        }
    }
}

#[test]
fn every_action_has_a_way_without_ctrl_alt_and_function_keys() {
    // Signs that both a Swedish and an English keyboard type with Shift at most.
    let signs = [' ', ':', '?', '<', '>', '/', '-', '+', '.', ','];
    let keymap = Keymap::own();
    let simple = |key: Key| match key {
        Key::Char(c) => signs.contains(&c) || c.is_ascii_alphanumeric(),
        Key::Enter | Key::Esc | Key::Tab | Key::Left | Key::Right | Key::Up | Key::Down => true,
        _ => false,
    };
    for action in Action::ALL {
        let excused = OTHER_WAYS.iter().any(|(other, _)| other == action);
        let reached =
            keymap.bindings().iter().filter(|binding| binding.action == *action).any(|binding| {
                let chords = &binding.keys.0;
                chords.iter().all(|c| !c.ctrl && !c.alt && !c.shift && simple(c.key))
            });
        assert!(reached != excused, "{}: reached {reached}, excused {excused}", action.name());
    }
}

#[test]
fn no_key_asks_for_alt_or_altgr() {
    // Behind AltGr, or a dead key, on a Swedish keyboard.
    let awkward = ['@', '£', '$', '{', '[', ']', '}', '\\', '~', '|', '^', '`', '´', '¨'];
    for binding in Keymap::own().bindings() {
        for chord in &binding.keys.0 {
            let typed = chord.typed().is_some_and(|c| awkward.contains(&c));
            assert!(!chord.alt && !typed, "{}: {}", binding.action.name(), binding.keys);
        }
    }
}
