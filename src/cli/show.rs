//! `sluss show 12`: all there is to know of one idea, as lines of text.

use clap::{ArgMatches, Command};
use serde_json::{Map, Value, json};

use crate::domain::profile::Profile;
use crate::domain::{
    Detail, FieldKind, Idea, Names, PersonId, Say, Stage, StageId, Stamp, TEST_FIELDS, blanks,
    test_blanks,
};
use crate::text::{Words, dates};

use super::desk::Desk;
use super::line::{as_json, number};
use super::trouble::{NO_INPUT, Trouble};

pub(super) fn line(line: Command, words: &Words) -> Command {
    line.arg(number(words)).arg(as_json(words))
}

pub(super) fn run(desk: &mut Desk, said: &ArgMatches) -> Result<(), Trouble> {
    let reader = desk.reader()?;
    let said_number = said.get_one::<String>("number").map_or("", String::as_str);
    let id = desk.idea(&reader, said_number)?;
    let detail = reader.detail(id)?.ok_or_else(|| {
        Trouble::new(NO_INPUT, Say::new("cli-no-such-idea").with("said", format!("#{}", id.0)))
    })?;
    let names = desk.names(&reader)?;
    let stages: Vec<Stage> = reader.every()?;
    let shown = Shown { detail: &detail, names: &names, stages: &stages };
    if said.get_flag("json") {
        let value = shown.value(desk);
        return desk.out.json(&value);
    }
    shown.print(desk)
}

struct Shown<'a> {
    detail: &'a Detail,
    names: &'a Names,
    stages: &'a [Stage],
}

impl Shown<'_> {
    fn print(&self, desk: &mut Desk) -> Result<(), Trouble> {
        let Idea { id, ref title, status, stage, stage_since, .. } = self.detail.idea;
        desk.out.line(&format!("#{} {title}", id.0))?;
        let word = |id: &str| desk.words.get(id).into_owned();
        let days = dates::age(stage_since, desk.now.today).to_string();
        let mut facts = vec![
            (word("cli-head-stage"), self.stage(desk, stage)),
            (word("cli-head-status"), desk.known("status", status.key())),
            (word("cli-head-days"), days),
        ];
        if let Some(outcome) = self.detail.idea.outcome {
            facts.push((word("cli-head-outcome"), desk.known("outcome", outcome.key())));
        }
        if let Some(into) = self.detail.idea.merged_into {
            facts.push((word("cli-head-merged"), format!("#{}", into.0)));
        }
        for blank in blanks(self.detail, self.names) {
            if blank.field.key != "title" && !blank.was.is_empty() {
                let said = in_words(desk, blank.field.kind, &blank.was);
                facts.push((desk.known("field", blank.field.key), said));
            }
        }
        for (label, text) in facts {
            desk.out.fact(&label, &text)?;
        }
        self.sections(desk)
    }

    fn sections(&self, desk: &mut Desk) -> Result<(), Trouble> {
        let mut sections: Vec<(&'static str, Vec<String>)> = Vec::new();
        let profile = Profile::of(&self.detail.fillings, &self.detail.levels);
        sections.push(("cli-show-profile", self.profile(desk, &profile)));
        let comments = self.detail.comments.iter().map(|comment| {
            let kind = desk.known("comment-kind", comment.kind.key());
            let head = self.head(desk, comment.at, &kind, comment.author);
            format!("{head}\n{}", comment.text)
        });
        sections.push(("cli-show-comments", comments.collect()));
        let decisions = self.detail.decisions.iter().map(|decision| {
            let kind = desk.known("decision", decision.kind.key());
            let head = self.head(desk, decision.at, &kind, None);
            let stage = self.stage(desk, decision.stage);
            let skipped = decision.skipped.then(|| desk.words.get("cli-show-skipped").into_owned());
            let rest = [
                skipped.unwrap_or_default(),
                decision.role.clone(),
                decision.reason.clone(),
                decision.conditions.clone(),
            ];
            let rest: Vec<String> = rest.into_iter().filter(|text| !text.is_empty()).collect();
            format!("{head} ({stage})\n{}", rest.join("\n")).trim_end().to_owned()
        });
        sections.push(("cli-show-decisions", decisions.collect()));
        let tests = self.detail.tests.iter().map(|test| {
            let blanks = test_blanks(Some(test)).into_iter().filter(|blank| !blank.was.is_empty());
            let facts =
                blanks.map(|it| format!("{}: {}", desk.known("field", it.field.key), it.was));
            facts.collect::<Vec<_>>().join("\n")
        });
        sections.push(("cli-show-tests", tests.collect()));
        let feedback = self.detail.feedback.iter().map(|answer| {
            format!("{}\n{}", self.head(desk, answer.at, &answer.channel, None), answer.text)
        });
        sections.push(("cli-show-feedback", feedback.collect()));
        let merged = self.detail.merged.iter().map(|idea| format!("#{} {}", idea.id.0, idea.title));
        sections.push(("cli-show-merged", merged.collect()));
        for (title, entries) in sections.into_iter().filter(|(_, entries)| !entries.is_empty()) {
            let title = format!("\n{}", desk.words.get(title));
            desk.out.line(&title)?;
            for entry in entries {
                for (nth, line) in entry.lines().enumerate() {
                    let indent = if nth == 0 { "- " } else { "  " };
                    desk.out.line(format!("{indent}{line}").trim_end())?;
                }
            }
        }
        Ok(())
    }

    fn profile(&self, desk: &Desk, profile: &Profile) -> Vec<String> {
        let lines = profile.lines.iter().filter(|line| line.level.is_some());
        lines
            .map(|line| {
                let level = line.level.map(|level| desk.known("level", &level.to_string()));
                let name = desk.known("criterion", &line.criterion.key);
                format!("{name}: {}", level.unwrap_or_default())
            })
            .collect()
    }

    fn head(&self, desk: &Desk, at: Stamp, what: &str, who: Option<PersonId>) -> String {
        let at = dates::moment(at, &desk.zone, desk.now.today, desk.words.language);
        let who = who.and_then(|who| self.names.name(crate::domain::Kind::Person, who.0));
        let pieces = [Some(at.as_str()), Some(what), who];
        pieces.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn stage(&self, desk: &Desk, id: StageId) -> String {
        super::list::stage_name(&desk.words, self.stages, id)
    }

    fn value(&self, desk: &Desk) -> Value {
        let Detail { idea, .. } = self.detail;
        let person = |id: Option<PersonId>| {
            id.and_then(|id| self.names.name(crate::domain::Kind::Person, id.0))
        };
        let fields: Map<String, Value> = blanks(self.detail, self.names)
            .into_iter()
            .map(|blank| (blank.field.key.to_owned(), Value::from(blank.was)))
            .collect();
        json!({
            "number": idea.id.0,
            "uid": idea.uid.to_string(),
            "title": idea.title,
            "stage": self.stage(desk, idea.stage),
            "status": idea.status.key(),
            "outcome": idea.outcome.map(crate::domain::Outcome::key),
            "stage_since": idea.stage_since.to_string(),
            "created": instant(idea.created),
            "removed": idea.removed.map(instant),
            "merged_into": idea.merged_into.map(|idea| idea.0),
            "fields": fields,
            "comments": self.detail.comments.iter().map(|it| json!({
                "kind": it.kind.key(), "text": it.text, "author": person(it.author), "at": instant(it.at),
            })).collect::<Vec<_>>(),
            "decisions": self.detail.decisions.iter().map(|it| json!({
                "kind": it.kind.key(), "stage": self.stage(desk, it.stage), "at": instant(it.at),
                "role": it.role, "reason": it.reason, "learning": it.learning,
                "conditions": it.conditions, "until": it.until.map(|day| day.to_string()),
                "event": it.event, "target": it.target, "contact": it.contact, "skipped": it.skipped,
            })).collect::<Vec<_>>(),
            "tests": self.detail.tests.iter().map(|test| {
                let blanks = test_blanks(Some(test)).into_iter().zip(TEST_FIELDS);
                let fields = blanks.map(|(blank, field)| (field.key.to_owned(), Value::from(blank.was)));
                Value::Object(fields.collect())
            }).collect::<Vec<_>>(),
            "feedback": self.detail.feedback.iter().map(|it| json!({
                "at": instant(it.at), "channel": it.channel, "text": it.text,
            })).collect::<Vec<_>>(),
        })
    }
}

fn instant(at: Stamp) -> Option<String> {
    Some(jiff::Timestamp::from_millisecond(at.0).ok()?.to_string())
}

/// Keys as the words that people know.
fn in_words(desk: &Desk, kind: FieldKind, text: &str) -> String {
    match kind {
        FieldKind::Choice(family) | FieldKind::Score(family) => desk.known(family, text),
        FieldKind::Choices(family) => {
            text.split(", ").map(|key| desk.known(family, key)).collect::<Vec<_>>().join(", ")
        }
        FieldKind::Day => text.parse().map_or_else(
            |_| text.to_owned(),
            |day| dates::due(day, desk.now.today, desk.words.language),
        ),
        FieldKind::Line
        | FieldKind::Prose
        | FieldKind::Number
        | FieldKind::Pick(_)
        | FieldKind::Picks(_)
        | FieldKind::Links => text.to_owned(),
    }
}
