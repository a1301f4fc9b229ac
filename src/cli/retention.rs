//! `sluss retention`: what has been kept longer than it is needed, line by line; and disposing of what
//! is approved. Nothing goes by itself, and nothing without `--yes`.

use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

use crate::domain::{Dispose, Overdue, OverdueKind, Periods, Removal, Say};
use crate::export::protocol;
use crate::runtime::write_text;
use crate::store::erase;
use crate::text::{Words, dates};

use super::desk::{Desk, uid};
use super::erasures;
use super::line::{as_json, option};
use super::list::nothing;
use super::places::Places;
use super::trouble::{IO, Trouble};

const PERIODS: [(&str, &str); 3] = [
    ("closed-months", "cli-retention-closed"),
    ("contact-months", "cli-retention-contact"),
    ("draft-days", "cli-retention-drafts"),
];

pub(super) fn line(line: Command, words: &Words) -> Command {
    let period = |line: Command, (name, help): (&'static str, &str)| {
        line.arg(
            option(words, name, help, "cli-value-count")
                .value_parser(value_parser!(u16).range(1..)),
        )
    };
    let line = PERIODS.into_iter().fold(line, period);
    let dispose = option(words, "dispose", "cli-retention-dispose", "cli-value-numbers");
    erasures::asked(line.arg(dispose), words).arg(as_json(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let periods = periods(desk, said)?;
    let all = desk.reader()?.overdue(periods, desk.now.today)?;
    let Some(numbers) = said.get_one::<String>("dispose") else {
        return list(desk, &all, periods, said.get_flag("json"));
    };
    let chosen = chosen(&all, numbers)?;
    let (code, all_chosen) = (erasures::code(&chosen), is_all(numbers));
    let is_meant = all_chosen || erasures::is_seen(said, &code);
    if !said.get_flag("yes") || !is_meant {
        for (nth, it) in all.iter().enumerate().filter(|(_, it)| chosen.contains(it)) {
            row(desk, nth, it)?;
        }
        if !all_chosen {
            return erasures::preview(desk, said, &code);
        }
        let told = desk.words.get("cli-person-preview").into_owned();
        return desk.out.line(&told);
    }
    let removal = Removal::Disposal(asked(said, &chosen));
    let (request, file) = (desk.request(desk.who()?), desk.places.file.clone());
    let others = desk.other_folders();
    let erased = erase(&file, request, &uid().to_string(), &removal, &others, &mut |_| {})
        .map_err(|error| Trouble::of_erasing(error, &file))?;
    erasures::tell(desk, &erased)?;
    let text = protocol::text(&erased.erasure, &desk.words, &desk.zone);
    let name = format!("{}-{}.txt", desk.words.get("protocol-file"), desk.now.today);
    let written = write_text(Places::documents().as_deref(), &name, &text);
    let path = written.map_err(|say| Trouble::new(IO, say))?;
    let told = desk.words.say(&Say::new("cli-written").with("path", path));
    desk.out.line(&told)
}

/// The periods as they are, or as they are from now on.
fn periods(desk: &Desk, said: &ArgMatches) -> Result<Periods, Trouble> {
    let before = desk.reader()?.periods()?;
    let given = |at: usize| PERIODS.get(at).and_then(|it| said.get_one::<u16>(it.0)).copied();
    let periods = Periods {
        closed: given(0).unwrap_or(before.closed),
        contact: given(1).unwrap_or(before.contact),
        drafts: given(2).unwrap_or(before.drafts),
    };
    if periods != before {
        desk.store()?.remember(Periods::MEMORY, &periods.written())?;
    }
    Ok(periods)
}

fn list(desk: &mut Desk, all: &[Overdue], periods: Periods, json: bool) -> Result<(), Trouble> {
    if json {
        let all: Vec<_> = all
            .iter()
            .map(|it| {
                json!({
                    "what": word(it.kind), "number": it.idea.map(|idea| idea.0), "name": it.name,
                    "since": it.since.to_string(), "official": it.is_official,
                })
            })
            .collect();
        return desk.out.json(&all);
    }
    let told = Say::new("cli-retention-periods")
        .with("closed", i64::from(periods.closed))
        .with("contact", i64::from(periods.contact))
        .with("drafts", i64::from(periods.drafts));
    let told = desk.words.say(&told);
    desk.out.line(&told)?;
    if all.is_empty() {
        nothing(desk, "retention-empty");
    }
    for (nth, it) in all.iter().enumerate() {
        row(desk, nth, it)?;
    }
    Ok(())
}

fn row(desk: &mut Desk, nth: usize, it: &Overdue) -> Result<(), Trouble> {
    let since = dates::day_short(it.since, desk.now.today, desk.words.language);
    let number = it.idea.map(|idea| format!("#{} ", idea.0)).unwrap_or_default();
    let name = it.name.lines().next().unwrap_or_default();
    let kind = desk.words.say(&it.kind.say());
    let official = if it.is_official {
        format!(" [{}]", desk.words.get("record-official"))
    } else {
        String::new()
    };
    desk.out.line(&format!("{}. {kind}: {number}{name} ({since}){official}", nth + 1))
}

fn word(kind: OverdueKind) -> &'static str {
    match kind {
        OverdueKind::Closed => "closed",
        OverdueKind::Contact => "contact",
        OverdueKind::Draft => "draft",
    }
}

fn is_all(numbers: &str) -> bool {
    matches!(numbers.trim(), "all" | "alla")
}

/// The lines that were meant: `1,3-5`, or all.
fn chosen<'a>(all: &'a [Overdue], numbers: &str) -> Result<Vec<&'a Overdue>, Trouble> {
    let wrong = |said: &str| Trouble::usage(Say::new("cli-no-such-line").with("said", said));
    if is_all(numbers) {
        return Ok(all.iter().collect());
    }
    let mut chosen = Vec::new();
    for piece in numbers.split([',', ' ']).filter(|piece| !piece.is_empty()) {
        let (from, to) = piece.split_once('-').unwrap_or((piece, piece));
        let (Ok(from), Ok(to)) = (from.parse::<usize>(), to.parse::<usize>()) else {
            return Err(wrong(piece));
        };
        let lines = from.checked_sub(1).and_then(|from| all.get(from..to));
        chosen.extend(lines.filter(|lines| !lines.is_empty()).ok_or_else(|| wrong(piece))?);
    }
    if chosen.is_empty() { Err(wrong(numbers)) } else { Ok(chosen) }
}

fn asked(said: &ArgMatches, chosen: &[&Overdue]) -> Dispose {
    let mut asked = Overdue::dispose(chosen.iter().copied());
    asked.reference = erasures::text(said, "reference");
    asked.ground = erasures::text(said, "ground");
    asked.role = erasures::text(said, "role");
    asked
}
