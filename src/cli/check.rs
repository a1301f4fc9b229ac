//! `sluss check`: what in the file is not as it was left, and mending it.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::domain::{Arg, Finding, Remedy, Say};
use crate::runtime::keep_before_mending;
use crate::store::{Cancel, Depth, Inspected, Mended};
use crate::text::Words;

use super::desk::Desk;
use super::line::{as_json, switch};
use super::print::remark;
use super::trouble::{DATA, Trouble};

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(switch(words, "mend", "cli-check-mend"))
        .arg(switch(words, "accept", "cli-check-accept").requires("mend"))
        .arg(as_json(words))
        .after_help(words.get("cli-check-after").into_owned())
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let begun = jiff::Timestamp::now();
    let seen = desk.reader()?.inspect(Depth::Whole, &Cancel::default())?;
    let millis = jiff::Timestamp::now().as_millisecond().saturating_sub(begun.as_millisecond());
    let mended = match said.get_flag("mend") && !seen.findings.is_empty() {
        true => Some(mend(desk, said.get_flag("accept"))?),
        false => None,
    };
    let left = mended.as_ref().map_or(&seen.findings, |mended| &mended.left);
    if said.get_flag("json") {
        let found: Vec<Value> = seen.findings.iter().map(|it| written(desk, it, left)).collect();
        desk.out.json(&json!({
            "records": seen.records,
            "entries": seen.entries,
            "drafts": seen.drafts,
            "milliseconds": millis,
            "findings": found,
            "mended": mended.as_ref().map_or(0, Mended::mended),
            "accepted": mended.as_ref().map_or(0, |mended| mended.accepted),
        }))?;
    } else {
        tell(desk, &seen, left, millis)?;
        if let Some(mended) = &mended {
            let told = Say::new("cli-check-mended").with("n", mended.mended());
            desk.out.line(&desk.words.say(&told.with("accepted", mended.accepted)))?;
        }
    }
    match left.len() {
        0 => Ok(()),
        left => {
            let id = if mended.is_some() { "cli-check-left" } else { "cli-check-found" };
            Err(Trouble::new(DATA, Say::new(id).with("n", left)))
        }
    }
}

fn mend(desk: &mut Desk, accept: bool) -> Result<Mended, Trouble> {
    let mut store = desk.store()?;
    let file = desk.places.file.clone();
    let copy = keep_before_mending(&file, &store).map_err(|say| Trouble::new(DATA, say))?;
    let told = Say::new("cli-backup-before").with("path", copy.display().to_string());
    remark(&desk.words.say(&told));
    Ok(store.mend(desk.request(desk.who()?), accept)?)
}

/// What was found, a line each with what to do about it; what was read, and how long it took.
fn tell(desk: &mut Desk, seen: &Inspected, left: &[Finding], millis: i64) -> Result<(), Trouble> {
    let mut before: Option<Remedy> = None;
    let mut findings: Vec<&Finding> = seen.findings.iter().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.remedy()));
    for finding in findings {
        if before != Some(finding.remedy()) {
            let gap = if before.is_some() { "\n" } else { "" };
            let head = desk.words.get(finding.remedy().word());
            desk.out.line(&format!("{gap}{head}"))?;
            before = Some(finding.remedy());
        }
        let done = if left.contains(finding) { "-" } else { "+" };
        desk.out.line(&format!("{done} {}", desk.words.say(&finding.say())))?;
    }
    if before.is_some() {
        desk.out.line("")?;
    }
    let number = |n: usize| Arg::from(desk.words.number(i64::try_from(n).unwrap_or(i64::MAX)));
    let told = Say::new("cli-check-read")
        .with("records", number(seen.records))
        .with("entries", number(seen.entries))
        .with("drafts", number(seen.drafts))
        .with("seconds", seconds(&desk.words, millis));
    let told = desk.words.say(&told);
    desk.out.line(&told)?;
    if seen.findings.is_empty() {
        let whole = desk.words.get("cli-check-whole").into_owned();
        desk.out.line(&whole)?;
    }
    Ok(())
}

fn seconds(words: &Words, millis: i64) -> String {
    let point = match words.language {
        crate::domain::Language::Sv => ',',
        crate::domain::Language::En => '.',
    };
    format!("{}{point}{:02}", millis / 1000, millis % 1000 / 10)
}

fn written(desk: &Desk, finding: &Finding, left: &[Finding]) -> Value {
    let record = finding.record();
    json!({
        "what": finding.key(),
        "kind": record.map(|record| record.kind.table()),
        "id": record.map(|record| record.id),
        "number": finding.idea().map(|idea| idea.0),
        "message": desk.words.say(&finding.say()),
        "remedy": desk.words.get(finding.remedy().word()),
        "left": left.contains(finding),
    })
}
