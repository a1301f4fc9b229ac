//! `sluss keys` and `sluss settings`: what the keys mean, made from the keymap and the table of
//! actions, and files of one's own to begin from.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use crate::config::{self, Settings};
use crate::domain::Say;
use crate::input::{Action, Context, Keymap};
use crate::text::{Words, spoken};

use super::desk::Desk;
use super::line::{option, switch};
use super::print::{Side, Table};
use super::trouble::{CANNOT_CREATE, DATA, Trouble};

pub(super) fn line(line: Command, words: &Words) -> Command {
    let check = option(words, "check", "cli-keys-check", "cli-value-path");
    line.arg(check.value_parser(value_parser!(PathBuf)))
        .arg(switch(words, "write", "cli-keys-write"))
        .arg(switch(words, "markdown", "cli-keys-markdown"))
}

pub(super) fn settings_line(line: Command, words: &Words) -> Command {
    let check = option(words, "check", "cli-settings-check", "cli-value-path");
    line.arg(check.value_parser(value_parser!(PathBuf))).arg(switch(
        words,
        "write",
        "cli-settings-write",
    ))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    if let Some(path) = said.get_one::<PathBuf>("check") {
        return checked(desk, path, config::keymap(path).1);
    }
    if said.get_flag("write") {
        let text = config::keymap_template(&desk.words);
        let path = desk.places.keys_file();
        return begin(desk, path, &text);
    }
    let keymap = match desk.places.keys_file() {
        Some(path) => match config::keymap(&path) {
            (keymap, None) => keymap.unwrap_or_else(Keymap::own),
            (_, Some(wrong)) => return Err(Trouble::new(DATA, wrong)),
        },
        None => Keymap::own(),
    };
    if said.get_flag("markdown") {
        let table = key_table(&keymap, &desk.words);
        return desk.out.line(table.trim_end());
    }
    for (nth, section) in sections(&keymap, &desk.words).into_iter().enumerate() {
        let gap = if nth == 0 { "" } else { "\n" };
        desk.out.line(&format!("{gap}{}", section.name))?;
        let head = |id: &str| (desk.words.get(id).into_owned(), Side::Left);
        let mut table = Table::new([head("cli-head-keys"), head("cli-head-action")]);
        for (keys, action) in section.rows {
            table.row(vec![keys.join("  "), desk.words.get(action.title()).into_owned()]);
        }
        desk.out.table(&table)?;
    }
    Ok(())
}

pub(super) fn settings(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    if let Some(path) = said.get_one::<PathBuf>("check") {
        return checked(desk, path, Settings::read(path).1);
    }
    let text = Settings::template(&desk.words);
    if said.get_flag("write") {
        let path = desk.places.settings_file();
        return begin(desk, path, &text);
    }
    desk.out.line(text.trim_end())
}

/// All keys as Markdown: a table for each place that hears them.
pub fn key_table(keymap: &Keymap, words: &Words) -> String {
    let mut text = String::new();
    for section in sections(keymap, words) {
        let heads = (words.get("cli-head-keys"), words.get("cli-head-action"));
        text.push_str(&format!("### {}\n\n", section.name));
        text.push_str(&format!("| {} | {} |\n| --- | --- |\n", heads.0, heads.1));
        for (keys, action) in section.rows {
            let keys: Vec<String> = keys.iter().map(|key| as_code(key)).collect();
            text.push_str(&format!("| {} | {} |\n", keys.join(", "), words.get(action.title())));
        }
        text.push('\n');
    }
    text
}

struct Section {
    name: String,
    rows: Vec<(Vec<String>, Action)>,
}

fn sections(keymap: &Keymap, words: &Words) -> Vec<Section> {
    let mut sections = Vec::new();
    for context in Context::ALL {
        let mut rows: Vec<(Vec<String>, Action)> = Vec::new();
        for binding in keymap.bindings().iter().filter(|binding| binding.context == *context) {
            let key = spoken(&binding.written, words);
            match rows.iter_mut().find(|(_, action)| *action == binding.action) {
                Some((keys, _)) if keys.contains(&key) => {}
                Some((keys, _)) => keys.push(key),
                None => rows.push((vec![key], binding.action)),
            }
        }
        rows.sort_by_key(|(_, action)| *action);
        if !rows.is_empty() {
            sections.push(Section { name: words.get(context.title()).into_owned(), rows });
        }
    }
    sections
}

/// As Markdown code in a table, where a bar would end the cell.
fn as_code(key: &str) -> String {
    format!("`{}`", key.replace('|', "\\|"))
}

fn checked(desk: &mut Desk, path: &Path, wrong: Option<Say>) -> Result<(), Trouble> {
    if !path.exists() {
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(Trouble::of_file(&missing, &path.display().to_string()));
    }
    match wrong {
        Some(wrong) => Err(Trouble::new(DATA, wrong)),
        None => {
            let path = path.display().to_string();
            let said = desk.words.say(&Say::new("cli-check-good").with("path", path));
            desk.out.line(&said)
        }
    }
}

/// Writes a file to begin from, where there is none.
fn begin(desk: &mut Desk, path: Option<PathBuf>, text: &str) -> Result<(), Trouble> {
    let path = path.ok_or_else(|| Trouble::new(CANNOT_CREATE, Say::new("cli-no-home")))?;
    let written = || -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(&path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    written().map_err(|error| Trouble::of_file(&error, &path.display().to_string()))?;
    let said = Say::new("cli-written").with("path", path.display().to_string());
    let said = desk.words.say(&said);
    desk.out.line(&said)
}
