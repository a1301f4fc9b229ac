//! `sluss comment 12 "text"`.

use clap::{ArgMatches, Command};

use crate::domain::{AddComment, CommentKind, Say, keys, personal};
use crate::text::Words;

use super::ask;
use super::desk::Desk;
use super::line::{number, option, word};
use super::print::remark;
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(number(words))
        .arg(word(words, "text", "cli-comment-text", "cli-value-text").required(true).num_args(1..))
        .arg(option(words, "kind", "cli-comment-kind", "cli-value-kind"))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let said_number = said.get_one::<String>("number").map_or("", String::as_str);
    let idea = desk.idea(&reader, said_number)?;
    let words: Vec<&str> =
        said.get_many::<String>("text").into_iter().flatten().map(String::as_str).collect();
    let text = desk.text(&words.join(" "))?;
    let kind = match said.get_one::<String>("kind") {
        Some(said) => kind(desk, said)?,
        None => CommentKind::default(),
    };
    let seems = personal(&text);
    desk.commit(AddComment { idea, kind, text })?;
    // A quiet word; it is saved all the same.
    if let Some(hint) = seems {
        remark(&desk.words.say(&hint.say()));
    }
    Ok(())
}

fn kind(desk: &Desk, said: &str) -> Result<CommentKind, Trouble> {
    ask::key("comment-kind", said).and_then(CommentKind::from_key).ok_or_else(|| {
        let names = keys("comment-kind").map(|key| desk.known("comment-kind", key));
        let names = names.collect::<Vec<_>>().join(", ");
        Trouble::usage(Say::new("cli-no-such-kind").with("said", said).with("names", names))
    })
}
