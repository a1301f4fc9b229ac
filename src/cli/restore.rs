//! `sluss restore`: a copy takes the place of the file. What would go and come is told first.

use std::io::{IsTerminal as _, stdin};

use clap::{ArgMatches, Command};

use crate::domain::{Backup, Difference, Say, Soundness};
use crate::runtime::why;
use crate::store::backup::difference;
use crate::store::restore::{self, Restoring, is_unreadable};
use crate::store::{Beside, Reader};
use crate::text::{Words, dates};

use super::backups::all;
use super::desk::Desk;
use super::line::{switch, word};
use super::trouble::{DATA, NO_INPUT, Trouble};

/// So many of the steps that would go are named.
const NAMED: usize = 5;

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(word(words, "name", "cli-restore-name", "cli-value-backup")).arg(switch(
        words,
        "yes",
        "cli-restore-yes",
    ))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let file = desk.places.file.clone();
    let beside = Beside::of(&file);
    let named = said.get_one::<String>("name").map_or("newest", String::as_str);
    let copy = chosen(&beside, named)?;
    let present = match Reader::open(&file) {
        Ok(present) => Some(present),
        Err(error) if is_unreadable(&error) => None,
        Err(error) => return Err(Trouble::of_opening(&error, &file)),
    };
    let place = beside.backups().join(&copy.name);
    let told = difference(present.as_ref(), &place)
        .map_err(|error| Trouble::of_opening(&error, &place))?;
    drop(present);
    tell(desk, &copy, &told)?;
    if !said.get_flag("yes") && !agreed(desk)? {
        let said = desk.words.get("cli-restore-not").into_owned();
        return desk.out.line(&said);
    }
    let restoring = Restoring {
        file: &file,
        beside: &beside,
        copy: &copy,
        request: desk.request(None),
        run: desk.run(),
        now: desk.zone.to_datetime(jiff::Timestamp::now()),
    };
    let failed = |error| Trouble::new(DATA, why::not_restored(&error, &copy, &file));
    let ready = restore::prepare(&restoring).map_err(failed)?;
    let before = ready.before.as_ref().map(|before| before.name.clone());
    restore::switch(&file, ready).map_err(failed)?;
    let say = match before {
        Some(before) => Say::new("cli-restored").with("before", before),
        None => Say::new("cli-restored-aside"),
    };
    let said = desk.words.say(&say.with("name", copy.name.as_str()));
    desk.out.line(&said)
}

/// The copy by its name or the beginning of it; the newest sound one where it is called that.
fn chosen(beside: &Beside, named: &str) -> Result<Backup, Trouble> {
    let copies = all(beside)?;
    let newest = ["newest", "senaste"].contains(&named.to_lowercase().as_str());
    let name = named.rsplit(['/', '\\']).next().unwrap_or(named);
    let is_good = |copy: &&Backup| copy.soundness == Soundness::Good;
    let found = if newest {
        copies.iter().find(is_good)
    } else if name.is_empty() {
        None
    } else {
        let mut begin = copies.iter().filter(|copy| copy.name.starts_with(name));
        match (copies.iter().find(|copy| copy.name == name), begin.next(), begin.next()) {
            (Some(copy), ..) | (None, Some(copy), None) => Some(copy),
            (None, Some(_), Some(_)) => {
                let say = Say::new("cli-several-backups").with("said", named);
                return Err(Trouble::usage(say));
            }
            _ => None,
        }
    };
    match found {
        Some(copy) if copy.soundness == Soundness::Good => Ok(copy.clone()),
        Some(copy) => {
            let say = Say::new("failed-backup-damaged").with("name", copy.name.as_str());
            Err(Trouble::new(DATA, say))
        }
        None if newest => Err(Trouble::new(NO_INPUT, Say::new("failed-no-backup"))),
        None => Err(Trouble::new(NO_INPUT, Say::new("cli-no-such-backup").with("said", named))),
    }
}

fn tell(desk: &mut Desk, copy: &Backup, told: &Difference) -> Result<(), Trouble> {
    let title = desk.words.say(&copy.say("restore-title"));
    desk.out.line(&title)?;
    for say in told.says() {
        let said = desk.words.say(&say);
        desk.out.line(&format!("  {said}"))?;
    }
    for entry in told.lost.newest.iter().take(NAMED) {
        let at = dates::moment(entry.at, &desk.zone, desk.now.today, desk.words.language);
        let said = desk.words.say(&entry.label);
        desk.out.line(&format!("    {at}  {said}"))?;
    }
    Ok(())
}

/// Asks once. Where nobody can answer, nothing is done.
fn agreed(desk: &mut Desk) -> Result<bool, Trouble> {
    if !stdin().is_terminal() {
        return Err(Trouble::usage(Say::new("cli-restore-ask-nobody")));
    }
    let asked = desk.words.get("cli-restore-ask").into_owned();
    desk.out.line(&asked)?;
    desk.out.finish()?;
    let mut answer = String::new();
    stdin().read_line(&mut answer).map_err(|error| Trouble::of_file(&error, "-"))?;
    let answer = answer.trim().to_lowercase();
    Ok(["j", "ja", "y", "yes"].contains(&answer.as_str()))
}
