//! `sluss import`: what `sluss export` wrote comes into this file.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use crate::domain::{Arg, Import, Kind, Nothing, Say, Sluice, Survey, Uid, Why};
use crate::export::whole::{self, Broken, Contents};
use crate::runtime::why::no_backup;
use crate::store::backup::take;
use crate::store::{Beside, Found, Reader, Store, look};
use crate::text::Words;

use super::desk::{Desk, uid};
use super::line::{switch, word};
use super::print::remark;
use super::trouble::{DATA, Trouble};

/// So many records that differ are listed, and no more.
const LISTED: usize = 50;

pub(super) fn line(line: Command, words: &Words) -> Command {
    let file = word(words, "file", "cli-import-file", "cli-value-path");
    line.arg(file.required(true).value_parser(value_parser!(PathBuf)))
        .arg(switch(words, "json", "cli-import-json"))
        .arg(switch(words, "dry-run", "cli-import-dry"))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let Some(path) = said.get_one::<PathBuf>("file") else { return Ok(()) };
    let Contents { records, history } = contents(path)?;
    let mut import = Import { records, history, is_whole: true };
    let file = desk.places.file.clone();
    let opening = |error| Trouble::of_opening(&error, &file);
    let survey = match look(&file).map_err(opening)? {
        // What is wrong with it is found before a file is made.
        Found::Nothing => import.survey(&Nothing)?,
        Found::Ours => {
            let reader = Reader::open(&file).map_err(opening)?;
            import.is_whole = reader.every::<Sluice>()?.is_empty();
            import.survey(&reader.there())?
        }
    };
    if import.is_whole && !import.records.iter().any(|record| record.kind == Kind::Sluice) {
        let told = path.display().to_string();
        return Err(Trouble::new(DATA, say(Broken::NotOurs, told)));
    }
    if !said.get_flag("dry-run") && survey.new > 0 {
        copy_before(desk, &file);
        let mut store = Store::open(&file, uid().to_string()).map_err(opening)?;
        let request = desk.request(if import.is_whole { None } else { desk.who()? });
        store.commit(request, &import.clone().into())??;
    }
    tell(desk, &import, &survey)
}

/// A copy of what there is. That none can be taken is told, and the import goes on: it can be taken
/// back as one step.
fn copy_before(desk: &Desk, file: &Path) {
    let beside = Beside::of(file);
    if file.exists()
        && let Err(error) = take(file, &beside, Why::BeforeImport)
    {
        remark(&desk.words.say(&no_backup(&error, &beside.backups())));
    }
}

fn tell(desk: &mut Desk, import: &Import, survey: &Survey) -> Result<(), Trouble> {
    for (kind, uid) in survey.different.iter().take(LISTED) {
        let say = Say::new("cli-import-different").with("kind", kind.word());
        let said = desk.words.say(&say.with("name", name(import, *kind, *uid)));
        desk.out.line(&said)?;
    }
    if survey.gone > 0 {
        let said = desk.words.say(&Say::new("cli-import-gone").with("n", survey.gone));
        desk.out.line(&said)?;
    }
    let say = Say::new("cli-import-told").with("new", survey.new).with("same", survey.same);
    let said = desk.words.say(&say.with("different", survey.different.len()));
    desk.out.line(&said)
}

/// By what people know a record: an idea by its number there and its title.
fn name(import: &Import, kind: Kind, uid: Uid) -> String {
    let record = import.records.iter().find(|it| it.kind == kind && it.uid() == Some(uid));
    let text = ["title", "name"].into_iter().find_map(|column| {
        match record?.row.0.get(kind.position(column)?)? {
            crate::domain::Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    });
    let number = record.and_then(|record| record.number()).map(|number| format!("#{number} "));
    format!("{}{}", number.unwrap_or_default(), text.unwrap_or_else(|| uid.to_string()))
}

fn contents(path: &Path) -> Result<Contents, Trouble> {
    let told = path.display().to_string();
    let mut text = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(whole::MOST_BYTES + 1).read_to_end(&mut text)
    } else {
        // A pipe or a device could keep us waiting, or never end.
        let found = std::fs::metadata(path).map_err(|error| Trouble::of_file(&error, &told))?;
        if !found.is_file() {
            return Err(Trouble::new(DATA, Say::new("cli-import-not-a-file").with("path", told)));
        }
        if found.len() > whole::MOST_BYTES {
            return Err(Trouble::new(DATA, say(Broken::TooLarge, told)));
        }
        std::fs::File::open(path)
            .and_then(|file| file.take(whole::MOST_BYTES + 1).read_to_end(&mut text))
    };
    read.map_err(|error| Trouble::of_file(&error, &told))?;
    whole::read(&text).map_err(|broken| Trouble::new(DATA, say(broken, told)))
}

fn say(broken: Broken, path: String) -> Say {
    let path = match &*path {
        "-" => Arg::Say(Box::new(Say::new("cli-import-stdin"))),
        _ => Arg::from(path),
    };
    match broken {
        Broken::NotJson { line, why } => {
            Say::new("cli-import-not-json").with("path", path).with("line", line).with("why", why)
        }
        Broken::NotOurs => Say::new("cli-import-not-ours").with("path", path),
        Broken::Empty => Say::new("cli-import-empty").with("path", path),
        Broken::CutOff { line } => {
            Say::new("cli-import-cut-off").with("path", path).with("line", line)
        }
        Broken::Newer { found, known } => Say::new("cli-import-newer")
            .with("path", path)
            .with("found", i64::from(found))
            .with("known", i64::from(known)),
        Broken::TooLarge => Say::new("cli-import-too-large").with("path", path),
        Broken::UnknownKind(kind) => {
            Say::new("cli-import-kind").with("path", path).with("kind", kind)
        }
        Broken::Columns { kind, column } => Say::new("cli-import-columns")
            .with("path", path)
            .with("kind", kind)
            .with("column", column),
    }
}
