//! `sluss decide 12 go-ahead --reason …`: a decision at the gate that an idea stands before.

use clap::{ArgMatches, Command};

use crate::domain::{Decide, DecisionKind, NotADay, Say, keys, read_day};
use crate::text::Words;

use super::ask;
use super::desk::Desk;
use super::line::{number, option, word};
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    let text = |name, help| option(words, name, help, "cli-value-text");
    line.arg(number(words))
        .arg(word(words, "kind", "cli-decide-kind", "cli-value-decision").required(true))
        .arg(text("reason", "cli-decide-reason"))
        .arg(text("conditions", "cli-decide-conditions"))
        .arg(text("learning", "cli-decide-learning"))
        .arg(text("role", "cli-decide-role"))
        .arg(option(words, "until", "cli-decide-until", "cli-value-day"))
        .arg(text("event", "cli-decide-event"))
        .arg(text("target", "cli-decide-target"))
        .arg(text("contact", "cli-decide-contact"))
        .arg(option(words, "into", "cli-decide-into", "cli-value-number"))
        .after_help(decisions(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let of = |name: &str| said.get_one::<String>(name).map_or("", String::as_str);
    let idea = desk.idea(&reader, of("number"))?;
    let kind =
        ask::key("decision", of("kind")).and_then(DecisionKind::from_key).ok_or_else(|| {
            let names = keys("decision").map(|key| desk.known("decision", key));
            let names = names.collect::<Vec<_>>().join(", ");
            let say = Say::new("cli-no-such-decision").with("said", of("kind"));
            Trouble::usage(say.with("names", names))
        })?;
    let mut decide = Decide::new(idea, kind);
    decide.reason = desk.text(of("reason"))?;
    decide.conditions = of("conditions").to_owned();
    decide.learning = of("learning").to_owned();
    decide.role = of("role").to_owned();
    decide.event = of("event").to_owned();
    decide.target = of("target").to_owned();
    decide.contact = of("contact").to_owned();
    if !of("until").is_empty() {
        let day =
            read_day(of("until"), desk.now.today).map_err(|why| not_a_day(why, of("until")))?;
        decide.until = Some(day);
    }
    if !of("into").is_empty() {
        decide.into = Some(desk.idea(&reader, of("into"))?);
    }
    desk.commit(decide).map(|_| ())
}

fn not_a_day(why: NotADay, said: &str) -> Trouble {
    let id = match why {
        NotADay::Unread => "cli-not-a-day",
        NotADay::DoesNotExist => "cli-no-such-day",
    };
    Trouble::usage(Say::new(id).with("said", said))
}

fn decisions(words: &Words) -> String {
    let mut list = words.get("cli-decide-kinds").into_owned();
    for key in keys("decision") {
        let name = crate::domain::known(&format!("decision:{key}"), words.language);
        list.push_str(&format!("\n  {key:<20}{}", name.unwrap_or_default()));
    }
    list
}
