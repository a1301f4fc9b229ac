//! `sluss search words…`: ideas by their texts and by filter words, and where the words stand.

use clap::{ArgMatches, Command};
use serde_json::json;

use crate::domain::{Filter, Hit, ListColumn, Needles, Say, Spot, Stage, known};
use crate::store::{Arena, Cancel, ListQuery};
use crate::text::Words;

use super::desk::Desk;
use super::line::{as_json, board, word};
use super::list::{nothing, stage_name};
use super::print::remark;
use super::trouble::Trouble;

pub(super) fn line(line: Command, words: &Words) -> Command {
    let typed = word(words, "words", "cli-search-words", "cli-value-words");
    line.arg(typed.required(true).num_args(1..).allow_hyphen_values(false))
        .arg(board(words))
        .arg(as_json(words))
        .after_help(words.get("cli-search-after").into_owned())
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let sluice = match said.get_one::<String>("board") {
        Some(named) => Some(desk.sluice(&reader, Some(named))?.id),
        None => None,
    };
    let typed: Vec<&str> =
        said.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let filter = Filter::parse(&typed.join(" "));
    for problem in &filter.problems {
        let say = Say::new("cli-search-problem").with("said", problem.word.as_str());
        remark(&desk.words.say(&say));
    }
    let needles = Needles::of(&filter);
    let cancel = Cancel::of(&reader);
    let arena =
        if needles.is_empty() { None } else { Arena::load(&reader, sluice, &cancel, &mut |_| {})? };
    let today = desk.now.today;
    let query = ListQuery { sluice, filter, sort: ListColumn::Number, descending: false, today };
    let found = reader.list(&query, arena.as_ref(), &cancel)?.unwrap_or_default();
    drop(arena);
    let rows = reader.list_rows(&found)?;
    let stages: Vec<Stage> = reader.every()?;
    if rows.is_empty() {
        nothing(desk, "cli-search-nothing");
    }
    let mut values = Vec::new();
    for row in rows {
        let stage = stage_name(&desk.words, &stages, row.stage);
        let hits = reader.places(row.id, &needles)?;
        if said.get_flag("json") {
            let hits: Vec<_> = hits
                .iter()
                .map(|hit| json!({ "where": key_of(&hit.spot), "text": hit.excerpt.text }))
                .collect();
            values.push(json!({
                "number": row.id.0, "title": row.title, "stage": stage,
                "status": row.status.key(), "hits": hits,
            }));
            continue;
        }
        desk.out.line(&format!("#{} {} ({stage})", row.id.0, row.title))?;
        for hit in hits.iter().filter(|hit| hit.spot != Spot::Title) {
            let line = format!("  {}", told(desk, hit));
            desk.out.line(&line)?;
        }
    }
    if said.get_flag("json") {
        desk.out.json(&values)?;
    }
    Ok(())
}

fn key_of(spot: &Spot) -> &'static str {
    match spot {
        Spot::Title => "title",
        Spot::Field(key) => key,
        Spot::Comment { .. } => "comment",
        Spot::Beside(kind) => kind,
    }
}

fn told(desk: &Desk, hit: &Hit) -> String {
    let place = match &hit.spot {
        Spot::Title => desk.known("field", "title"),
        Spot::Field(key) => known(&format!("field:{key}"), desk.words.language)
            .map_or_else(|| (*key).to_owned(), str::to_owned),
        Spot::Comment { .. } => desk.known("comment-kind", "kommentar"),
        Spot::Beside("tag") => desk.words.get("search-tag").into_owned(),
        Spot::Beside("link") => desk.words.get("search-link").into_owned(),
        Spot::Beside("test") => desk.words.get("search-test").into_owned(),
        Spot::Beside("decision") => desk.words.get("search-decision").into_owned(),
        Spot::Beside(_) => desk.words.get("search-answer").into_owned(),
    };
    format!("{place}: {}", hit.excerpt.text)
}
