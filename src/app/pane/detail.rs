//! All that is written on an idea: where it stands, its fields under their names, and what was
//! tried, decided and answered.

use crate::app::model::Model;
use crate::domain::{
    Arg, Decision, Detail, Feedback, FieldKind, Idea, PersonId, Say, Status, TEST_FIELDS, Test,
    UnitId, Warning, known,
};
use crate::text::ink::{Ink, Row};
use crate::text::width::width;
use crate::text::{dates, markdown};

use super::page::{Page, said};
use super::place::Room;
use super::read::Other;
use super::{PaneRead, Space};

pub(super) fn lay(model: &Model, read: &PaneRead, space: Space) -> Page {
    let mut teller = Teller { model, read, cells: usize::from(space.width), page: Page::default() };
    let Some(detail) = &read.detail else {
        let gone = model.words.get("refused-idea-gone");
        teller.page.say(&gone, Ink::Muted, teller.cells);
        return teller.page;
    };
    if space.room != Room::Glance {
        teller.standing(&detail.idea);
    }
    let text = &detail.text;
    let idea = &detail.idea;
    teller.prose("field:need", &text.need);
    teller.line("field:target_group", &text.target_group);
    teller.person("field:owner", idea.owner);
    teller.next_step(detail);
    teller.page.gap();
    teller.prose("field:solution", &text.solution);
    teller.prose("field:benefit", &text.benefit);
    teller.benefits(detail);
    teller.prose("field:alternatives", &text.alternatives);
    teller.prose("field:effort_note", &text.effort_note);
    teller.score("field:benefit_score", "benefit-score", idea.benefit_score);
    teller.score("field:effort_score", "effort-score", idea.effort_score);
    teller.page.gap();
    teller.line("field:receiver", idea.receiver.as_deref().unwrap_or_default());
    teller.person("field:giver", idea.giver);
    teller.person("field:coach", idea.coach);
    teller.unit(idea.unit);
    teller.line("field:challenge", read.challenge.as_deref().unwrap_or_default());
    teller.tags(detail);
    teller.line("field:diary_no", idea.diary_no.as_deref().unwrap_or_default());
    teller.others();
    for link in &detail.links {
        teller.link(&link.label, &link.address);
    }
    for test in &detail.tests {
        teller.test(test);
    }
    for decision in detail.decisions.iter().rev() {
        teller.decision(detail, decision);
    }
    for feedback in detail.feedback.iter().rev() {
        teller.feedback(feedback);
    }
    teller.page.gap();
    let more = model.words.get("pane-edit-more");
    teller.page.say(&more, Ink::Muted, teller.cells);
    teller.page
}

/// Pieces with dots between, each whole on its row where it fits on one.
fn together(pieces: &[String], cells: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(last) if last.width() + 3 + width(piece) <= cells => {
                last.push(format!(" · {piece}"), Ink::Text);
            }
            _ => rows.extend(said(piece, Ink::Text, cells)),
        }
    }
    rows
}

struct Teller<'a> {
    model: &'a Model,
    read: &'a PaneRead,
    cells: usize,
    page: Page,
}

impl Teller<'_> {
    /// The stage, the days in it, and what is pressing: in words.
    fn standing(&mut self, idea: &Idea) {
        let words = &self.model.words;
        let stage = self.model.frame.stages.iter().find(|stage| stage.id == idea.stage);
        let stage_name = stage.map(|stage| words.arg(&stage.label())).unwrap_or_default();
        let mut row = Row::of(stage_name, Ink::Text);
        let days = dates::age(idea.stage_since, self.model.today);
        let age = match idea.status {
            Status::Active => words.with("pane-days-in-stage", &[("days", i64::from(days).into())]),
            Status::Paused => match idea.paused_until {
                Some(until) => {
                    words.with("pane-paused-until", &[("day", Arg::Day(until.to_string()))])
                }
                None => self.known("status", Status::Paused.key()),
            },
            Status::Closed => {
                let closed = self.known("status", Status::Closed.key());
                match idea.outcome {
                    Some(outcome) => {
                        format!("{closed}: {}", self.known("outcome", outcome.key()).to_lowercase())
                    }
                    None => closed,
                }
            }
        };
        row.push(format!(" · {age}"), Ink::Text);
        let card = stage.and_then(|stage| {
            let column = self.model.board.column(stage.id)?;
            let at = column.position(idea.id)?;
            let card = column.window.cards.get(at)?;
            card.warning(self.model.expects(stage), self.model.today)
        });
        if let Some(warning) = card {
            let id = match warning {
                Warning::AnswerMissing => "warning-answer-missing",
                Warning::Overdue => "warning-overdue",
                Warning::NoReceiver => "warning-no-receiver",
                Warning::Stale => "warning-stale",
            };
            row.push(format!(" · ! {}", words.get(id)), Ink::Warning);
        }
        let name = self.name("field:stage");
        self.page.field(&name, self.cells, |_| vec![row]);
    }

    fn known(&self, family: &str, key: &str) -> String {
        known(&format!("{family}:{key}"), self.model.language()).unwrap_or(key).to_owned()
    }

    fn name(&self, key: &str) -> String {
        known(key, self.model.language()).unwrap_or(key).to_owned()
    }

    fn prose(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            let name = self.name(name);
            self.page.field(&name, self.cells, |cells| {
                markdown::rows(text, u16::try_from(cells).unwrap_or(u16::MAX))
            });
        }
    }

    fn line(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            let name = self.name(name);
            self.page.field(&name, self.cells, |cells| said(text, Ink::Text, cells));
        }
    }

    fn person(&mut self, name: &str, person: Option<PersonId>) {
        let known = person.and_then(|person| self.read.people.get(&person)).cloned();
        self.line(name, &known.unwrap_or_default());
    }

    fn next_step(&mut self, detail: &Detail) {
        let (text, idea) = (&detail.text, &detail.idea);
        let day = idea.next_due.map(|due| {
            let language = self.model.language();
            dates::due(due, self.model.today, language)
        });
        let pieces: Vec<String> = [Some(text.next_step.clone()), Some(text.next_role.clone()), day]
            .into_iter()
            .flatten()
            .filter(|piece| !piece.trim().is_empty())
            .collect();
        let name = self.name("field:next_step");
        if !pieces.is_empty() {
            self.page.field(&name, self.cells, |cells| together(&pieces, cells));
        }
    }

    fn benefits(&mut self, detail: &Detail) {
        let named = detail.benefits.iter().map(|it| self.known("benefit-type", &it.benefit));
        let named: Vec<String> = named.collect();
        self.line("field:benefit_types", &named.join(", "));
    }

    fn score(&mut self, name: &str, family: &str, score: Option<i64>) {
        if let Some(score) = score {
            let said = format!("{score} · {}", self.known(family, &score.to_string()));
            self.line(name, &said);
        }
    }

    fn unit(&mut self, unit: Option<UnitId>) {
        let unit = unit.and_then(|unit| self.model.frame.units.get(&unit));
        let said = unit.map(|unit| unit.name.clone()).unwrap_or_default();
        self.line("field:unit", &said);
    }

    fn tags(&mut self, detail: &Detail) {
        let named = detail.tags.iter().filter_map(|it| self.read.tags.get(&it.tag));
        let named: Vec<&str> = named.map(String::as_str).collect();
        self.line("field:tags", &named.join(", "));
    }

    fn others(&mut self) {
        let read = self.read;
        if let Some(into) = &read.into {
            self.other("pane-merged-into", into);
        }
        for merged in &read.merged {
            self.other("pane-merged-here", merged);
        }
    }

    fn other(&mut self, id: &str, other: &Other) {
        let name = self.model.words.get(id).into_owned();
        self.page.field(&name, self.cells, |cells| {
            let mut rows = said(&format!("#{} {}", other.idea.0, other.title), Ink::Text, cells);
            if !other.need.trim().is_empty() {
                rows.extend(said(&other.need, Ink::Muted, cells));
            }
            rows
        });
    }

    fn link(&mut self, label: &str, address: &str) {
        let name = self.name("field:links");
        self.page.field(&name, self.cells, |cells| {
            let mut rows = Vec::new();
            if !label.trim().is_empty() {
                rows.extend(said(label, Ink::Text, cells));
            }
            rows.extend(said(address, Ink::Link, cells));
            rows
        });
    }

    fn test(&mut self, test: &Test) {
        self.heading(&self.model.words.get("pane-test"), "");
        for field in TEST_FIELDS {
            let text = field.of_test(test);
            let key = format!("field:{}", field.key);
            match field.kind {
                FieldKind::Prose => self.prose(&key, &text),
                FieldKind::Day => {
                    let day = text
                        .parse()
                        .ok()
                        .map(|day| dates::due(day, self.model.today, self.model.language()));
                    self.line(&key, &day.unwrap_or(text));
                }
                _ => self.line(&key, &text),
            }
        }
    }

    fn heading(&mut self, name: &str, rest: &str) {
        self.page.gap();
        let mut row = Row::of(name, Ink::Strong);
        if !rest.is_empty() {
            row.push(format!(" · {rest}"), Ink::Muted);
        }
        self.page.rows.push(row);
    }

    fn decision(&mut self, detail: &Detail, decision: &Decision) {
        let model = self.model;
        let words = &model.words;
        let at = dates::local_day(decision.at, &model.zone);
        let mut rest = dates::day_short(at, model.today, model.language());
        if !decision.role.trim().is_empty() {
            rest = format!("{rest} · {}", decision.role);
        }
        if decision.skipped {
            rest = format!("{rest} · {}", words.get("pane-gate-skipped"));
        }
        let named = self.known("decision", decision.kind.key());
        self.heading(&words.with("pane-decision", &[("decision", named.into())]), &rest);
        let mut told = |id: &str, text: &str| {
            if !text.trim().is_empty() {
                let name = words.get(id).into_owned();
                self.page.field(&name, self.cells, |cells| said(text, Ink::Text, cells));
            }
        };
        told("pane-reason", &decision.reason);
        told("pane-conditions", &decision.conditions);
        told("pane-learning", &decision.learning);
        told("pane-target", &decision.target);
        told("pane-contact", &decision.contact);
        told("pane-event", &decision.event);
        let until = decision
            .until
            .map(|day| dates::due(day, model.today, model.language()))
            .unwrap_or_default();
        told("pane-until", &until);
        for answer in detail.answers.iter().filter(|answer| answer.decision == decision.id) {
            let question = match (&answer.text, &answer.key) {
                (Some(text), _) => text.clone(),
                (None, Some(key)) => self.known("question", key),
                (None, None) => String::new(),
            };
            let reply = self.known("gate-answer", answer.reply.key());
            self.page.field(&reply, self.cells, |cells| said(&question, Ink::Text, cells));
        }
    }

    fn feedback(&mut self, feedback: &Feedback) {
        let model = self.model;
        let at = dates::local_day(feedback.at, &model.zone);
        let mut rest = dates::day_short(at, model.today, model.language());
        if !feedback.channel.trim().is_empty() {
            rest = format!("{rest} · {}", feedback.channel);
        }
        self.heading(&model.words.say(&Say::new("pane-feedback")), &rest);
        let width = u16::try_from(self.cells).unwrap_or(u16::MAX);
        self.page.rows.extend(markdown::rows(&feedback.text, width));
    }
}
