//! The sheets of what gives the sluice its shape: a board, a stage with its gate, a question, an
//! entry of a list, and where the ideas of a removed stage go.

use crate::app::entries::{Listed, ShapeRead, target_name, texts};
use crate::app::model::Model;
use crate::domain::{
    AddEntry, AddQuestion, AddSluice, AddStage, AmendEntry, AmendQuestion, Arg, Command,
    GateQuestion, GateQuestionId, List, RemoveStage, RenameSluice, RenameStage, Say, SetGate,
    SetStage, ShapeStage, SluiceId, Stage, StageId,
};
use crate::editor::{Editor, Lines};

use super::part::{Body, Button, Choose, Part, Press};
use super::{Kind, Sheet};

/// What the sheet is about; none where it is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Sluice(Option<SluiceId>),
    NewStage { sluice: SluiceId, after: Option<StageId> },
    Stage(StageId),
    RemoveStage(StageId),
    Question { stage: StageId, question: Option<GateQuestionId> },
    Entry { list: List, entry: Option<i64> },
}

impl Shape {
    /// The sheet of an entry, or of a new one after another; none where the entry is gone.
    pub(super) fn open(
        model: &Model,
        listed: Listed,
        entry: Option<i64>,
        after: Option<i64>,
    ) -> Option<Sheet> {
        let (_, read) = model.shape.as_ref()?;
        match (listed, entry) {
            (Listed::Sluices, None) => Some(sheet(
                Say::new("shape-sluice-new"),
                Shape::Sluice(None),
                vec![line("name", "shape-name", "")],
            )),
            (Listed::Sluices, Some(id)) => {
                let sluice = model.frame.sluices.iter().find(|known| known.id.0 == id)?;
                let title = Say::new("shape-sluice");
                let parts = vec![line("name", "shape-name", &sluice.name)];
                Some(sheet(title, Shape::Sluice(Some(sluice.id)), parts))
            }
            (Listed::Stages, None) => {
                let shape =
                    Shape::NewStage { sluice: model.frame.sluice?, after: after.map(StageId) };
                let name = line("name", "shape-name", "");
                let parts = vec![name.with_hint(Say::new("shape-stage-new-hint"))];
                Some(sheet(Say::new("shape-stage-new"), shape, parts))
            }
            (Listed::Stages, Some(id)) => {
                let stage = model.frame.stages.iter().find(|known| known.id.0 == id)?;
                Some(self::stage(model, stage))
            }
            (Listed::Questions(stage), id) => {
                let known = read.questions.iter().find(|known| Some(known.id.0) == id);
                if id.is_some() && known.is_none() {
                    return None;
                }
                Some(question(model, stage, known))
            }
            // These have forms of their own.
            (Listed::Tests(_) | Listed::Matter(..) | Listed::Workshops, _) => None,
            (Listed::List(list), None) => Some(self::entry(list, None, "", "")),
            (Listed::List(list), Some(id)) => {
                let (name, more) = said(model, read, list, id)?;
                Some(self::entry(list, Some(id), &name, &more))
            }
        }
    }

    /// Where the ideas of a stage go when it is removed, with the figures that come of it.
    pub(super) fn remove(model: &Model, stage: StageId) -> Option<Sheet> {
        let (_, read) = model.shape.as_ref()?;
        let held = |stage: StageId| read.held.get(&stage).copied().unwrap_or(0);
        let gone = model.frame.stages.iter().find(|known| known.id == stage)?;
        let n = held(stage);
        let others = model.frame.stages.iter().enumerate().filter(|(_, other)| other.id != stage);
        let options: Vec<Choose> = others
            .map(|(at, other)| Choose {
                digit: char::from_digit(u32::try_from(at + 1).unwrap_or(0), 10),
                meaning: Some(
                    Say::new("shape-remove-then")
                        .with("n", held(other.id))
                        .with("then", held(other.id) + n),
                ),
                ..Choose::new(other.id.0.to_string(), Say::new("known").with("what", other.label()))
            })
            .collect();
        let before = model.frame.stages.iter().position(|known| known.id == stage)?;
        let at = Some(before.saturating_sub(1)).filter(|at| *at < options.len());
        let choice = Body::Choice { options, at, advances: false };
        let button = |press, label| Button { press, label: Say::new(label) };
        let parts = vec![
            Part::note(Say::new("shape-remove-note").with("n", n)),
            Part::new("to", Say::new("shape-remove-to"), choice)
                .with_hint(Say::new("shape-remove-hint")),
            Part::button_row(vec![
                button(Press::Save, "shape-remove-button"),
                button(Press::Close, "shape-close"),
            ]),
        ];
        let title = Say::new("shape-remove").with("stage", gone.label());
        Some(Sheet::new(title, Kind::Shape(Shape::RemoveStage(stage)), parts))
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Result<Command, Say> {
        let name = sheet.text("name");
        let more = sheet.text("more");
        Ok(match self {
            Shape::Sluice(None) => AddSluice { name }.into(),
            Shape::Sluice(Some(sluice)) => RenameSluice { sluice: *sluice, name }.into(),
            Shape::NewStage { sluice, after } => {
                AddStage { sluice: *sluice, name, after: *after }.into()
            }
            Shape::Stage(stage) => {
                let (name, gate) = (RenameStage { stage: *stage, name }, sheet.text("gate"));
                let expects = SetStage {
                    stage: *stage,
                    purpose: sheet.text("purpose"),
                    soft_limit: number(&sheet.text("limit"))?,
                    warn_days: number(&sheet.text("warn"))?,
                    needs_receiver: sheet.text("receiver") == YES,
                };
                let gate = SetGate { stage: *stage, name: gate, who: sheet.text("who") };
                ShapeStage { name, expects, gate }.into()
            }
            Shape::RemoveStage(stage) => {
                let to = sheet.text("to").parse().ok().map(StageId);
                RemoveStage { stage: *stage, ideas_to: to }.into()
            }
            Shape::Question { stage, question } => {
                let (text, must) = (sheet.text("text"), sheet.text("must") == YES);
                match question {
                    None => AddQuestion { stage: *stage, text, must }.into(),
                    Some(question) => AmendQuestion { question: *question, text, must }.into(),
                }
            }
            Shape::Entry { list, entry: None } => AddEntry { list: *list, name, more }.into(),
            Shape::Entry { list, entry: Some(entry) } => {
                AmendEntry { list: *list, entry: *entry, name, more }.into()
            }
        })
    }
}

const YES: &str = "yes";
const NO: &str = "no";

fn sheet(title: Say, shape: Shape, mut parts: Vec<Part>) -> Sheet {
    let button = |press, label| Button { press, label: Say::new(label) };
    parts.push(Part::button_row(vec![
        button(Press::Save, "button-save"),
        button(Press::Close, "shape-close"),
    ]));
    Sheet::new(title, Kind::Shape(shape), parts)
}

fn line(key: &'static str, label: &'static str, text: &str) -> Part {
    Part::new(key, Say::new(label), Body::Line(Editor::new(Lines::One, text)))
}

fn yes_or_no(key: &'static str, label: &'static str, is: bool, words: [&'static str; 2]) -> Part {
    let [yes, no] = words;
    let choose = |key: &str, name| Choose::new(key, Say::new(name));
    let options = vec![choose(YES, yes), choose(NO, no)];
    let body = Body::Choice { options, at: Some(usize::from(!is)), advances: false };
    Part::new(key, Say::new(label), body)
}

fn stage(model: &Model, stage: &Stage) -> Sheet {
    let [purpose, gate, who] = texts(stage, model);
    let name = model.words.arg(&stage.label());
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    let own = || Say::new("shape-own-hint");
    let parts = vec![
        line("name", "shape-name", &name).with_hint(own()),
        Part::prose("purpose", Say::new("shape-purpose"), &purpose).with_hint(own()),
        line("limit", "shape-limit", &number(stage.soft_limit))
            .with_hint(Say::new("shape-limit-hint")),
        line("warn", "shape-warn", &number(stage.warn_days)).with_hint(Say::new("shape-warn-hint")),
        Part::heading(Say::new("shape-gate")),
        line("gate", "shape-gate-name", &gate).with_hint(own()),
        line("who", "shape-gate-who", &who).with_hint(own()),
        yes_or_no("receiver", "shape-receiver", stage.needs_receiver, ["yes", "no"])
            .with_hint(Say::new("shape-receiver-hint")),
    ];
    let title = Say::new("shape-stage").with("stage", stage.label());
    sheet(title, Shape::Stage(stage.id), parts)
}

fn question(model: &Model, stage: StageId, known: Option<&GateQuestion>) -> Sheet {
    let text = known.map(|known| model.words.arg(&known.label())).unwrap_or_default();
    let must = known.is_none_or(|known| known.must);
    let words = ["entry-must", "entry-judge"];
    let parts = vec![
        Part::prose("text", Say::new("shape-question"), &text),
        yes_or_no("must", "shape-question-kind", must, words)
            .with_hint(Say::new("entries-hint-questions")),
    ];
    let id = if known.is_some() { "shape-question-amend" } else { "shape-question-new" };
    let shape = Shape::Question { stage, question: known.map(|known| known.id) };
    sheet(Say::new(id), shape, parts)
}

fn entry(list: List, entry: Option<i64>, name: &str, more: &str) -> Sheet {
    let mut parts = vec![line("name", "shape-name", name)];
    match list {
        List::Units => {
            let code = line("more", "shape-code", more);
            parts.push(code.with_hint(Say::new("shape-code-hint")));
        }
        List::Targets | List::People => parts.push(line("more", "shape-contact", more)),
        List::Tags | List::Challenges => {}
    }
    let id = if entry.is_some() { "shape-entry-amend" } else { "shape-entry-new" };
    let title = Say::new(id).with("list", Arg::Word(list.title().into()));
    sheet(title, Shape::Entry { list, entry }, parts)
}

/// An entry's name and what stands beside it.
fn said(model: &Model, read: &ShapeRead, list: List, id: i64) -> Option<(String, String)> {
    let names = &read.names;
    let none = String::new;
    Some(match list {
        List::Units => {
            let it = names.units.iter().find(|it| it.id.0 == id)?;
            (it.name.clone(), it.code.clone())
        }
        List::Tags => (names.tags.iter().find(|it| it.id.0 == id)?.name.clone(), none()),
        List::Challenges => {
            (names.challenges.iter().find(|it| it.id.0 == id)?.name.clone(), none())
        }
        List::Targets => {
            let it = read.targets.iter().find(|it| it.id.0 == id)?;
            (model.words.arg(&target_name(it)), it.contact.clone().unwrap_or_default())
        }
        List::People => {
            let it = names.people.iter().find(|it| it.id.0 == id)?;
            (it.name.clone(), it.contact.clone().unwrap_or_default())
        }
    })
}

/// A whole number, or nothing where the field is empty.
fn number(text: &str) -> Result<Option<i64>, Say> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Say::new("refused-number-small")),
    }
}
