//! The form of an idea, new or there. Its fields are those of the domain's table.

use crate::app::model::Model;
use crate::app::opening::OpeningRead;
use crate::domain::{
    self, Arg, Blank, CaptureForm, Captured, Command, Detail, FIELDS, FieldKind, Group, IdeaId,
    Names, Say, Source, StageId, blanks, new_blanks,
};
use crate::editor::{Editor, Lines};

use super::part::{Body, Choose, Part};
use super::pick::Pick;
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    stage: StageId,
    source: Source,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    idea: IdeaId,
}

impl New {
    pub(super) fn open(
        model: &Model,
        stage: StageId,
        captured: &Captured,
        read: &OpeningRead,
    ) -> Sheet {
        // What comes in while a workshop is held comes from it.
        let source = model.held.source();
        let parts = field_parts(new_blanks(captured, source), &read.names);
        Sheet::new(Say::new("sheet-new-idea"), Kind::New(New { stage, source }), parts)
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Command {
        CaptureForm { stage: self.stage, fields: sheet.filled(), source: self.source }.into()
    }
}

impl Edit {
    /// The form opens on what the idea's stage asks for.
    pub(super) fn open(model: &Model, detail: &Detail, read: &OpeningRead) -> Sheet {
        let idea = detail.idea.id;
        let parts = field_parts(blanks(detail, &read.names), &read.names);
        let title = Say::new("sheet-edit-idea").with("idea", Arg::Idea(idea.0));
        let mut sheet = Sheet::new(title, Kind::Edit(Edit { idea }), parts);
        let stage = model.frame.stages.iter().find(|stage| stage.id == detail.idea.stage);
        let asked = Group::of_stage(stage.and_then(|stage| stage.key.as_deref()));
        let first = FIELDS.iter().find(|field| field.group == asked);
        if let Some(at) =
            sheet.parts.iter().position(|part| Some(&*part.key) == first.map(|f| f.key))
        {
            sheet.focus = at;
        }
        sheet
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Command {
        domain::Edit { idea: self.idea, fields: sheet.filled() }.into()
    }
}

/// The parts of a form: its fields under the names of their groups, and the buttons.
pub(super) fn field_parts(blanks: Vec<Blank>, names: &Names) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut group = None;
    for blank in blanks {
        if group != Some(blank.field.group) {
            if group.is_some() {
                parts.push(Part::heading(Say::new(blank.field.group.word())));
            }
            group = Some(blank.field.group);
        }
        parts.push(field_part(&blank, names));
    }
    parts.push(Part::buttons(Say::new("button-save")));
    parts
}

fn field_part(blank: &Blank, names: &Names) -> Part {
    let field = blank.field;
    let known = |family: &str| {
        Say::new("known").with("what", Arg::Known(format!("{family}:{}", field.key).into()))
    };
    let text = blank.text.as_str();
    let body = match field.kind {
        FieldKind::Line | FieldKind::Number => Body::Line(Editor::new(Lines::One, text)),
        FieldKind::Prose | FieldKind::Links => Body::Prose(Editor::new(Lines::Many, text)),
        FieldKind::Day => Body::Day(Editor::new(Lines::One, text)),
        FieldKind::Choice(family) => {
            let options = options(field.kind.keys(), family, false);
            let at = options.iter().position(|one| one.key == text);
            Body::Choice { options, at, advances: false }
        }
        FieldKind::Score(family) => {
            let mut options = options(field.kind.keys(), family, true);
            options.insert(0, none());
            let at = options.iter().position(|one| one.key == text);
            Body::Choice { options, at, advances: false }
        }
        FieldKind::Choices(family) => {
            let options = options(field.kind.keys(), family, false);
            let on = vec![false; options.len()];
            Body::Choices { options, on, at: 0 }
        }
        FieldKind::Pick(kind) => Body::Pick(Pick::new(text, false, all(names, kind))),
        FieldKind::Picks(kind) => Body::Pick(Pick::new(text, true, all(names, kind))),
    };
    let mut part = Part::new(field.key, known("field"), body).with_hint(known("field-hint"));
    part.set_text(text);
    part.was.clone_from(&blank.was);
    part.long_after = field.long_after();
    part
}

fn all(names: &Names, kind: domain::Kind) -> Vec<String> {
    names.all(kind).into_iter().map(str::to_owned).collect()
}

fn none() -> Choose {
    Choose { digit: Some('0'), ..Choose::new("", Say::new("choice-none")) }
}

fn options(keys: Vec<&'static str>, family: &str, digits: bool) -> Vec<Choose> {
    keys.into_iter()
        .map(|key| {
            let name = Say::new("known").with("what", Arg::Known(format!("{family}:{key}").into()));
            let digit = key.chars().next().filter(|first| digits && first.is_ascii_digit());
            Choose { digit, ..Choose::new(key, name) }
        })
        .collect()
}
