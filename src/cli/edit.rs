//! `sluss edit 12 need="…" due=friday`: fields by their keys or names.

use clap::{ArgMatches, Command};

use crate::domain::{
    Arg, CONTACTS, Edit, FIELDS, Field, FieldKind, Filled, Say, blanks, keys, known, personal,
};
use crate::text::Words;

use super::ask;
use super::desk::Desk;
use super::line::{number, word};
use super::print::remark;
use super::trouble::{NO_INPUT, Trouble};

pub(super) fn line(line: Command, words: &Words) -> Command {
    let fields = word(words, "field", "cli-edit-field", "cli-value-field");
    line.arg(number(words))
        .arg(fields.required(true).num_args(1..).allow_hyphen_values(false))
        .after_help(field_list(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let said_number = said.get_one::<String>("number").map_or("", String::as_str);
    let id = desk.idea(&reader, said_number)?;
    let detail = reader.detail(id)?.ok_or_else(|| {
        Trouble::new(NO_INPUT, Say::new("cli-no-such-idea").with("said", format!("#{}", id.0)))
    })?;
    let blanks = blanks(&detail, &desk.names(&reader)?);
    let mut fields: Vec<Filled> = Vec::new();
    for pair in said.get_many::<String>("field").into_iter().flatten() {
        let (name, value) = pair.split_once('=').ok_or_else(|| {
            Trouble::usage(Say::new("cli-not-a-field").with("said", pair.as_str()))
        })?;
        let field = ask::field(name)
            .ok_or_else(|| Trouble::usage(Say::new("cli-no-such-field").with("said", name)))?;
        let Some(blank) = blanks.iter().find(|blank| blank.field.key == field.key) else {
            continue;
        };
        let value = desk.text(value)?;
        fields.push(blank.filled(as_key(desk, field, value)?));
    }
    let texts = fields.iter().filter(|filled| !CONTACTS.contains(&filled.field));
    let seems = texts.filter_map(|filled| personal(&filled.now)).min();
    desk.commit(Edit { idea: id, fields })?;
    // A quiet word; it is saved all the same.
    if let Some(hint) = seems {
        remark(&desk.words.say(&hint.say()));
    }
    Ok(())
}

/// A choice by any of its names is the key that the field wants.
fn as_key(desk: &Desk, field: &Field, value: String) -> Result<String, Trouble> {
    Ok(match field.kind {
        FieldKind::Choice(family) => match ask::key(family, &value) {
            Some(key) => key.to_owned(),
            None => return Err(no_such_choice(desk, field, family, &value)),
        },
        FieldKind::Choices(family) => {
            let keys = value.split(',').map(|said| ask::key(family, said).unwrap_or(said));
            keys.collect::<Vec<_>>().join(", ")
        }
        FieldKind::Line
        | FieldKind::Prose
        | FieldKind::Day
        | FieldKind::Number
        | FieldKind::Score(_)
        | FieldKind::Pick(_)
        | FieldKind::Picks(_)
        | FieldKind::Links => value,
    })
}

fn no_such_choice(desk: &Desk, field: &Field, family: &str, said: &str) -> Trouble {
    let names: Vec<_> = keys(family).map(|key| desk.known(family, key)).collect();
    let say = Say::new("cli-no-such-choice").with("said", said).with("names", names.join(", "));
    Trouble::usage(say.with("field", Arg::Known(format!("field:{}", field.key).into())))
}

/// Every field with its name, for the help.
fn field_list(words: &Words) -> String {
    let mut list = words.get("cli-edit-fields").into_owned();
    for field in FIELDS {
        let name = known(&format!("field:{}", field.key), words.language).unwrap_or_default();
        list.push_str(&format!("\n  {:<16}{name}", field.key));
    }
    list
}
