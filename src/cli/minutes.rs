//! `sluss minutes`: what a workshop came to, as it stands, as Markdown or one HTML page; or the ready
//! answers to those whose ideas it was about.

use clap::{ArgMatches, Command};

use crate::domain::minutes::{Choices, Minutes};
use crate::domain::{Say, Wording, WorkshopId, WorkshopLine};
use crate::export::minutes::{html, markdown};
use crate::store::Reader;
use crate::text::{Words, dates, fold, minutes};

use super::desk::Desk;
use super::line::{switch, word};
use super::list::nothing;
use super::trouble::{NO_INPUT, Trouble};

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(word(words, "workshop", "cli-minutes-workshop", "cli-value-workshop"))
        .arg(switch(words, "html", "cli-minutes-html"))
        .arg(switch(words, "names", "cli-minutes-names"))
        .arg(switch(words, "official", "cli-minutes-official"))
        .arg(switch(words, "answers", "cli-minutes-answers"))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let workshop = match said.get_one::<String>("workshop") {
        Some(said) => named(&reader, said)?,
        None => reader.meant_workshop()?.ok_or_else(none)?,
    };
    if said.get_flag("answers") {
        return answers(desk, &reader, workshop);
    }
    let read = reader.minutes(workshop)?.ok_or_else(none)?;
    let choices = Choices {
        names: said.get_flag("names"),
        official: said.get_flag("official"),
        voters: false,
    };
    let minutes = Minutes::of(&read, choices);
    let document = minutes::document(&minutes, &desk.words, &desk.zone, desk.now.stamp);
    let text =
        if said.get_flag("html") { html::write(&document) } else { markdown::write(&document) };
    desk.out.line(text.trim_end())
}

fn none() -> Trouble {
    Trouble::new(NO_INPUT, Say::new("cli-no-workshop"))
}

/// The workshop of that number, or the first whose title has those words.
fn named(reader: &Reader, said: &str) -> Result<WorkshopId, Trouble> {
    let all = reader.workshops()?;
    let number = said.trim_start_matches('#').parse().ok();
    let is_number = |line: &&WorkshopLine| Some(line.workshop.id.0) == number;
    let is_called = |line: &&WorkshopLine| fold(&line.workshop.title).contains(&fold(said));
    let found = all.iter().find(is_number).or_else(|| all.iter().find(is_called));
    found.map(|line| line.workshop.id).ok_or_else(|| {
        let names = all.iter().map(|it| format!("{} {}", it.workshop.id.0, it.workshop.title));
        let names = names.collect::<Vec<_>>().join(", ");
        Trouble::usage(Say::new("cli-no-such-workshop").with("said", said).with("names", names))
    })
}

/// Each answer that is owed, below the idea that it is about.
fn answers(desk: &mut Desk, reader: &Reader, workshop: WorkshopId) -> Result<(), Trouble> {
    let language = desk.words.language;
    let contact = desk.places.own().who.unwrap_or_default();
    let day = |day| dates::day_long(day, language);
    let mut owed = reader.answers_after(workshop)?;
    owed.retain(|one| one.due.is_some());
    if owed.is_empty() {
        nothing(desk, "cli-minutes-no-answers");
    }
    for (nth, one) in owed.iter().enumerate() {
        let wording = Wording { language, contact: &contact, day: &day };
        let Some(ready) = reader.ready_answer(one.idea.id, wording)? else { continue };
        let gap = if nth == 0 { "" } else { "\n" };
        let head = format!("{gap}#{} {}\n\n{}", one.idea.id.0, one.idea.title, ready.text);
        desk.out.line(&head)?;
    }
    Ok(())
}
