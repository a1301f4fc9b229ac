//! A gate: its questions, what the profile says, and the lines of the decision. It is an aid to a
//! conversation and locks nothing.

use jiff::civil::Date;

use crate::app::model::Model;
use crate::app::opening::{Opening, OpeningRead};
use crate::app::overlay::Turn;
use crate::domain::live::GateRow;
use crate::domain::{
    Answered, Arg, Carry, Command, Decide, DecisionKind, GateReply, GateView, Goal, IdeaId, Place,
    Say,
};
use crate::text::Words;

use super::lines;
use super::part::{Body, Button, Choose, Part, Press};
use super::{Kind, Sheet};

/// A gate as it is shown to a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtGate {
    pub idea: IdeaId,
    pub gate: String,
    pub questions: Vec<GateRow>,
    /// Which question is being asked; behind the last one, none.
    pub at: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    view: Box<GateView>,
    /// The role behind the next step, which stays.
    next_role: String,
}

/// What stands before the id of a question in the key of its part.
const QUESTION: &str = "question:";
/// Another decision than the one that the gate leads to.
const INSTEAD: &str = "instead";
/// Past the gate without opening it.
const SKIP: &str = "skip";

impl Gate {
    pub(super) fn open(model: &Model, read: &OpeningRead) -> Result<Sheet, Say> {
        let gone = || Say::new("refused-idea-gone");
        let detail = read.detail.as_ref().ok_or_else(gone)?;
        let view = read.gate.clone().ok_or_else(gone)?;
        let mut parts: Vec<Part> = who(&view).map(Part::note).into_iter().collect();
        parts.extend(view.questions.iter().map(|asked| {
            let options = vec![
                option(GateReply::Yes, '1'),
                option(GateReply::No, '2'),
                option(GateReply::DontKnow, '0'),
            ];
            let key = format!("{QUESTION}{}", asked.question.0);
            let body = Body::Choice { options, at: None, advances: true };
            let label = Say::new("known").with("what", asked.text.clone());
            let mut part = Part::new(key, label, body);
            part.wide = true;
            if !asked.must {
                part.unanswered = Some(Say::new("gate-to-discuss"));
            }
            part.aside = asked.before.map(|(reply, _)| {
                Say::new("sheet-before").with("what", known("gate-answer", reply.key()))
            });
            part
        }));
        parts.extend(notes(model, &view).into_iter().map(Part::note));
        let [next_step, due] = lines::next_step(detail);
        parts.extend([lines::reason(), lines::conditions(), next_step, due, lines::role(read)]);
        parts.push(buttons(&view));
        let title = Say::new("sheet-gate")
            .with("gate", view.name.clone())
            .with("idea", Arg::Idea(view.idea.0))
            .with("title", detail.idea.title.as_str());
        let next_role = detail.text.next_role.clone();
        let first = parts.iter().position(|part| part.key.starts_with(QUESTION));
        let mut sheet =
            Sheet::new(title, Kind::Gate(Gate { view: Box::new(view), next_role }), parts);
        if let Some(first) = first {
            sheet.focus = first;
        }
        Ok(sheet)
    }

    pub(super) fn idea(&self) -> IdeaId {
        self.view.idea
    }

    /// What the room may see of it: the questions and what was answered, not why.
    pub(super) fn for_room(&self, sheet: &Sheet, words: &Words) -> AtGate {
        let key = |id: i64| format!("{QUESTION}{id}");
        let row = |asked: &crate::domain::Asked| GateRow {
            text: words.arg(&asked.text),
            reply: GateReply::from_key(&sheet.text(&key(asked.question.0)))
                .map(|reply| words.arg(&known("gate-answer", reply.key()))),
        };
        let focused = sheet.parts.get(sheet.focus).map(|part| part.key.as_ref());
        let questions = &self.view.questions;
        let at = questions.iter().position(|asked| Some(&*key(asked.question.0)) == focused);
        AtGate {
            idea: self.view.idea,
            gate: words.arg(&self.view.name),
            questions: questions.iter().map(row).collect(),
            at: at.unwrap_or(questions.len()),
        }
    }

    /// How many of the questions that count have a yes.
    pub(super) fn figure(&self, sheet: &Sheet) -> Say {
        let readiness = self.view.readiness(&self.answers(sheet));
        Say::new("gate-ready").with("yes", readiness.yes).with("musts", readiness.musts)
    }

    fn answers(&self, sheet: &Sheet) -> Vec<Answered> {
        let answered = |id: i64| GateReply::from_key(&sheet.text(&format!("{QUESTION}{id}")));
        self.view
            .questions
            .iter()
            .filter_map(|asked| {
                let reply = answered(asked.question.0)?;
                Some(Answered { question: asked.question, reply })
            })
            .collect()
    }

    pub(super) fn command(&self, sheet: &Sheet, today: Date) -> Result<Command, Say> {
        let kind = match self.view.next {
            Some(_) => DecisionKind::GoAhead,
            None => DecisionKind::CloseImplemented,
        };
        let mut decide = Decide::new(self.view.idea, kind);
        decide.answers = self.answers(sheet);
        decide.reason = sheet.text("reason");
        decide.conditions = sheet.text("conditions");
        decide.role = sheet.text("role");
        decide.next_step = lines::next_of(sheet, today, &self.next_role)?;
        Ok(decide.into())
    }

    pub(super) fn pressed(&self, sheet: &mut Sheet, model: &mut Model, button: &str) -> Turn {
        match (button, &self.view.next) {
            (INSTEAD, _) => {
                let changed = sheet.parts.iter().filter(|part| part.is_changed());
                let said = changed.map(|part| (part.key.clone().into_owned(), part.text()));
                model.opening = Some(Opening::Instead(self.view.idea, said.collect()));
                Turn::close()
            }
            (SKIP, Some(next)) if !sheet.saving => {
                let to = Goal { stage: next.id, place: Place::Foot };
                let reason = sheet.text("reason").trim().to_owned();
                let carry = Carry { ideas: vec![self.view.idea], to, reason };
                sheet.commit(model, carry.into())
            }
            _ => Turn::stay(),
        }
    }
}

/// The answer that stands in the key and text of a question's part, where it is one.
pub(super) fn answered(key: &str, text: &str) -> Option<Answered> {
    let question = key.strip_prefix(QUESTION)?.parse().ok().map(crate::domain::GateQuestionId)?;
    Some(Answered { question, reply: GateReply::from_key(text)? })
}

fn known(family: &str, key: &str) -> Arg {
    Arg::Known(format!("{family}:{key}").into())
}

fn option(reply: GateReply, digit: char) -> Choose {
    let name = Say::new("known").with("what", known("gate-answer", reply.key()));
    Choose { digit: Some(digit), ..Choose::new(reply.key(), name) }
}

/// Who may decide, and about how long it takes.
fn who(view: &GateView) -> Option<Say> {
    let who = view.who.clone()?;
    Some(match view.time.clone() {
        Some(time) => Say::new("gate-who-and-time").with("who", who).with("time", time),
        None => Say::new("gate-who-alone").with("who", who),
    })
}

/// What to talk about: the profile, a missing owner, a missing receiver.
fn notes(model: &Model, view: &GateView) -> Vec<Say> {
    let mut notes = Vec::new();
    if view.below.is_empty() {
        if !view.profiled {
            notes.push(Say::new("gate-no-profile"));
        }
    } else if view.profiled {
        let each: Vec<String> = view
            .below
            .iter()
            .map(|below| {
                let criterion = model.words.arg(&known("criterion", below.criterion));
                let level = below.level.map_or("–".to_owned(), |level| level.to_string());
                format!("{criterion} {level} ({})", below.least)
            })
            .collect();
        notes.push(Say::new("gate-below").with("list", each.join(", ")));
    } else {
        notes.push(Say::new("gate-no-profile"));
    }
    match (view.owner_missing, view.receiver_missing) {
        (true, true) => notes.push(Say::new("gate-both-missing")),
        (true, false) => notes.push(Say::new("gate-owner-missing")),
        (false, true) => notes.push(Say::new("gate-receiver-missing")),
        (false, false) => {}
    }
    notes
}

fn buttons(view: &GateView) -> Part {
    let instead = Button::new(Press::Own(INSTEAD), "button-instead");
    let close = Button::new(Press::Close, "button-close-short");
    Part::button_row(match view.next {
        Some(_) => vec![
            Button::new(Press::Save, "button-go-ahead"),
            instead,
            Button::new(Press::Own(SKIP), "button-skip-gate"),
            close,
        ],
        None => vec![Button::new(Press::Save, "button-close-implemented"), instead, close],
    })
}
