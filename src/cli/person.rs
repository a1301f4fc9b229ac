//! `sluss person`: who is in the file, what it holds of somebody, and how that goes away. Nothing is
//! changed without `--yes`; before that, what would be changed is shown.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command, value_parser};

use crate::domain::{Deed, Keep, Names, Person, PersonErasure, Removal, Say, Verdict, fold};
use crate::export::extract::Wording;
use crate::runtime::extract_of;
use crate::store::{Surveyed, erase};
use crate::text::Words;

use super::ask;
use super::desk::{Desk, uid};
use super::erasures;
use super::export::{land, refuse_own};
use super::line::{as_json, option, word};
use super::list::nothing;
use super::print::{Side, Table};
use super::trouble::{NO_INPUT, Trouble};

const LIST: &str = "list";
const SHOW: &str = "show";
const EXTRACT: &str = "extract";
const ANONYMISE: &str = "anonymise";
const ERASE: &str = "erase";
/// So many are named where the one that was meant is not found.
const NEAR: usize = 5;

pub(super) fn line(line: Command, words: &Words) -> Command {
    let what = word(words, "what", "cli-person-what", "cli-value-what");
    let keep = option(words, "keep", "cli-person-keep", "cli-value-numbers");
    let line = line
        .arg(what.value_parser(PossibleValuesParser::new([LIST, SHOW, EXTRACT, ANONYMISE, ERASE])))
        .arg(word(words, "name", "cli-person-name", "cli-value-name"))
        .arg(
            option(words, "file", "cli-person-file", "cli-value-path")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(keep)
        .arg(option(words, "because", "cli-person-because", "cli-value-why"));
    erasures::asked(line, words).arg(as_json(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let what = said.get_one::<String>("what").map_or(LIST, String::as_str);
    if what == LIST {
        return list(desk, said.get_flag("json"));
    }
    let named = said.get_one::<String>("name");
    let named =
        named.ok_or_else(|| Trouble::usage(Say::new("cli-person-which").with("what", what)))?;
    // Whoever erases must be alone with the file: nothing is held open here.
    let names = desk.reader()?.names()?;
    let person = find(&names, named)?;
    match what {
        EXTRACT => extract(desk, said, &person),
        ANONYMISE => erase_person(desk, said, &person, Deed::Anonymise),
        ERASE => erase_person(desk, said, &person, Deed::Erase),
        _ => {
            let Some(surveyed) = desk.reader()?.survey_person(person.id)? else { return Ok(()) };
            occurs(desk, &surveyed)?;
            hits(desk, &surveyed, None)
        }
    }
}

/// By number, or by name where only one has it.
fn find(names: &Names, said: &str) -> Result<Person, Trouble> {
    let by_number = |said: &str| {
        let number = ask::number(said)?;
        names.people.iter().find(|person| person.id.0 == number.0)
    };
    let namesakes: Vec<&Person> =
        names.people.iter().filter(|person| ask::same(&person.name, said)).collect();
    match (namesakes.as_slice(), by_number(said)) {
        ([person], _) => Ok((*person).clone()),
        ([], Some(person)) => Ok(person.clone()),
        ([], None) => {
            let near = near(names, said);
            let id = if near.is_empty() { "cli-no-such-person" } else { "cli-near-person" };
            let say = Say::new(id).with("said", said).with("names", near);
            Err(Trouble::new(NO_INPUT, say))
        }
        (several, _) => {
            let numbers = several.iter().map(|person| format!("#{}", person.id.0));
            let numbers = numbers.collect::<Vec<_>>().join(", ");
            let say = Say::new("cli-several-persons").with("said", said).with("numbers", numbers);
            Err(Trouble::usage(say))
        }
    }
}

/// Some whose names begin so, or have a word that does.
fn near(names: &Names, said: &str) -> String {
    let said = fold(said.trim());
    let begins = |person: &&Person| {
        let name = fold(&person.name);
        !said.is_empty() && (name.starts_with(&said) || name.contains(&format!(" {said}")))
    };
    let near = names.people.iter().filter(begins).take(NEAR);
    near.map(|person| format!("{} (#{})", person.name, person.id.0)).collect::<Vec<_>>().join(", ")
}

fn list(desk: &mut Desk, as_json: bool) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let people = reader.names()?.people;
    if as_json {
        let people: Vec<_> = people
            .iter()
            .map(|it| serde_json::json!({ "number": it.id.0, "name": it.name, "contact": it.contact }))
            .collect();
        return desk.out.json(&people);
    }
    if people.is_empty() {
        nothing(desk, "cli-person-none");
        return Ok(());
    }
    let head = |id: &str, side| (desk.words.get(id).into_owned(), side);
    let mut table = Table::new([
        head("cli-head-number", Side::Right),
        head("cli-person-head-contact", Side::Left),
        head("cli-head-name", Side::Left),
    ]);
    for person in people {
        let contact = person.contact.unwrap_or_default();
        table.row(vec![format!("#{}", person.id.0), contact, person.name]);
    }
    desk.out.table(&table)
}

fn extract(desk: &mut Desk, said: &ArgMatches, person: &Person) -> Result<(), Trouble> {
    let Some(register) = desk.reader()?.register(person.id)? else { return Ok(()) };
    let extract = extract_of(&register);
    let wording = Wording { words: &desk.words, zone: &desk.zone, at: desk.now.stamp };
    let mut text = Vec::new();
    if said.get_flag("json") {
        crate::export::json::write(&mut text, &extract.json(&desk.words))?;
        text.push(b'\n');
    } else {
        text.extend(extract.text(wording).into_bytes());
    }
    let Some(path) = said.get_one::<PathBuf>("file") else {
        let text = String::from_utf8_lossy(&text).into_owned();
        return desk.out.line(text.trim_end());
    };
    refuse_own(path, &desk.places.file)?;
    let written = land(path, false, |file| std::io::Write::write_all(file, &text));
    written.map_err(|error| Trouble::of_file(&error, &path.display().to_string()))?;
    desk.remember_export(path)?;
    let told = Say::new("cli-written").with("path", path.display().to_string());
    let told = desk.words.say(&told);
    desk.out.line(&told)
}

/// What the person is to which ideas.
fn occurs(desk: &mut Desk, surveyed: &Surveyed) -> Result<(), Trouble> {
    let Surveyed { person, occurrences, .. } = surveyed;
    let contact = person.contact.as_deref().map(|it| format!(" ({it})")).unwrap_or_default();
    desk.out.line(&format!("{}{contact}", person.name))?;
    for (idea, role, official) in &occurrences.roles {
        let mark = if *official {
            format!(" ({})", desk.words.say(&Keep::Official.say()))
        } else {
            String::new()
        };
        let line = format!("- {}: #{}{mark}", desk.words.say(&role.say()), idea.0);
        desk.out.line(&line)?;
    }
    let steps = desk.words.say(&Say::new("cli-person-steps").with("n", occurrences.steps));
    desk.out.line(&steps)
}

/// The hits with their numbers, and what becomes of each.
fn hits(
    desk: &mut Desk,
    surveyed: &Surveyed,
    asked: Option<&PersonErasure>,
) -> Result<(), Trouble> {
    for (nth, hit) in surveyed.occurrences.hits.iter().enumerate() {
        let fate = asked.map(|asked| match asked.verdict(hit) {
            Some(Verdict::Redact) => desk.words.get("cli-person-hit-redact").into_owned(),
            Some(Verdict::Keep(why)) => {
                let why = desk.words.say(&why.say());
                desk.words.with("cli-person-hit-keep", &[("why", why.into())])
            }
            None => desk.words.get("cli-person-hit-open").into_owned(),
        });
        let fate = fate.map(|fate| format!(" [{fate}]")).unwrap_or_default();
        let place = desk.words.say(&hit.place());
        let line = format!("{}. {place}: {}{fate}", nth + 1, hit.excerpt.text);
        desk.out.line(&line)?;
    }
    Ok(())
}

fn erase_person(
    desk: &mut Desk,
    said: &ArgMatches,
    person: &Person,
    deed: Deed,
) -> Result<(), Trouble> {
    let Some(surveyed) = desk.reader()?.survey_person(person.id)? else { return Ok(()) };
    let asked = asked(desk, said, &surveyed, deed)?;
    let open = surveyed.occurrences.hits.iter().any(|hit| asked.verdict(hit).is_none());
    let keeps = asked.verdicts.iter().any(|(.., verdict)| matches!(verdict, Verdict::Keep(_)));
    let code = erasures::code(&surveyed.occurrences.hits);
    if !said.get_flag("yes") || open || (keeps && !erasures::is_seen(said, &code)) {
        occurs(desk, &surveyed)?;
        hits(desk, &surveyed, Some(&asked))?;
        let official = surveyed.occurrences.roles.iter().filter(|(.., official)| *official).count();
        if official > 0 && asked.reference.is_empty() {
            let say = Say::new("cli-person-untouched").with("n", official);
            let said = desk.words.say(&say);
            desk.out.line(&said)?;
        }
        if open && said.get_flag("yes") {
            return Err(Trouble::usage(Say::new("cli-person-undecided")));
        }
        if keeps && !open {
            return erasures::preview(desk, said, &code);
        }
        let id = if open { "cli-person-keep-none" } else { "cli-person-preview" };
        let said = desk.words.get(id).into_owned();
        return desk.out.line(&said);
    }
    let (request, file) = (desk.request(desk.who()?), desk.places.file.clone());
    let removal = Removal::Person(asked);
    let others = desk.other_folders();
    let erased = erase(&file, request, &uid().to_string(), &removal, &others, &mut |_| {})
        .map_err(|error| Trouble::of_erasing(error, &file))?;
    erasures::tell(desk, &erased)
}

/// What was asked for, with every hit that has a number in `--keep` kept for the reason given.
fn asked(
    desk: &Desk,
    said: &ArgMatches,
    surveyed: &Surveyed,
    deed: Deed,
) -> Result<PersonErasure, Trouble> {
    let given = |name: &str| said.get_one::<String>(name).map(|it| it.trim().to_owned());
    let numbers = given("keep");
    let mut kept = Vec::new();
    for number in numbers.iter().flat_map(|it| it.split([',', ' '])).filter(|it| !it.is_empty()) {
        let known = number.parse().ok().filter(|it| *it <= surveyed.occurrences.hits.len());
        let none = || Trouble::usage(Say::new("cli-no-such-hit").with("said", number));
        kept.push(known.ok_or_else(none)?);
    }
    let why = match given("because") {
        Some(said) => because(&said)
            .ok_or_else(|| Trouble::usage(Say::new("cli-no-such-reason").with("said", said)))?,
        None => Keep::Another,
    };
    // Whoever has said what stays has said of all others that they go.
    let verdicts = surveyed.occurrences.hits.iter().enumerate().filter(|_| numbers.is_some());
    let verdicts = verdicts.map(|(nth, hit)| {
        let keep = kept.contains(&(nth + 1));
        let verdict = if keep { Verdict::Keep(why) } else { Verdict::Redact };
        (hit.text_of.clone(), hit.form.clone(), verdict)
    });
    Ok(PersonErasure {
        person: surveyed.person.clone(),
        deed,
        reference: erasures::text(said, "reference"),
        ground: erasures::text(said, "ground"),
        role: erasures::text(said, "role"),
        verdicts: verdicts.collect(),
        name: desk.words.get("person-anonymised").into_owned(),
        mask: desk.words.get("person-mask").into_owned(),
    })
}

/// By the beginning of its first word, in either language.
fn because(said: &str) -> Option<Keep> {
    let said = said.split_whitespace().next()?.to_lowercase();
    let means = |words: &[&str]| words.iter().any(|it| it.starts_with(&said));
    [
        (Keep::Another, ["annan", "another"].as_slice()),
        (Keep::Needed, &["behövs", "needed"]),
        (Keep::Official, &["handling", "allmän", "record", "official"]),
    ]
    .into_iter()
    .find_map(|(keep, words)| means(words).then_some(keep))
}
