//! The self-assessment of an idea: eight criteria, each with its levels in words. What is left out
//! is not answered; what was said before is told beside, never filled in.

use crate::app::model::Model;
use crate::app::opening::OpeningRead;
use crate::domain::profile::Profile;
use crate::domain::{Arg, Assess, Command, IdeaId, Reference, Say};

use super::part::{Body, Button, Choose, Part, Press};
use super::{Kind, Sheet, lines};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessing {
    pub(super) idea: IdeaId,
}

impl Assessing {
    pub(super) fn open(model: &Model, read: &OpeningRead) -> Result<Sheet, Say> {
        let detail = read.detail.as_ref().ok_or_else(|| Say::new("refused-idea-gone"))?;
        let profile = Profile::of(&detail.fillings, &detail.levels);
        let levels = &Reference::get().profile.levels;
        let mut parts: Vec<Part> = profile
            .lines
            .iter()
            .map(|line| {
                let criterion = line.criterion;
                let text = |both: &crate::domain::Both| {
                    let text = both.in_language(model.language()).to_owned();
                    Say::new("known").with("what", text)
                };
                let options = levels
                    .iter()
                    .map(|level| Choose {
                        digit: char::from_digit(u32::from(level.value), 10),
                        meaning: criterion.level(level.value).map(text),
                        ..Choose::new(level.value.to_string(), text(&level.label))
                    })
                    .collect();
                let body = Body::Choice { options, at: None, advances: true };
                let mut part = Part::new(criterion.key.as_str(), text(&criterion.name), body)
                    .with_hint(text(&criterion.statement));
                part.wide = true;
                part.aside = line.level.map(|level| {
                    Say::new("sheet-before").with("what", Arg::Number(i64::from(level)))
                });
                part
            })
            .collect();
        parts.push(
            Part::line("role", "assess-role", lines::stated(read))
                .with_hint(Say::new("assess-role-hint")),
        );
        parts.push(Part::line("note", "assess-note", ""));
        parts.push(Part::button_row(vec![
            Button::new(Press::Save, "button-save"),
            Button::new(Press::Close, "button-close-short"),
        ]));
        let idea = detail.idea.id;
        let title = Say::new("sheet-assess")
            .with("idea", Arg::Idea(idea.0))
            .with("title", detail.idea.title.as_str());
        Ok(Sheet::new(title, Kind::Assess(Assessing { idea }), parts))
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Command {
        let (role, note) = (sheet.text("role"), sheet.text("note"));
        Assess { idea: self.idea, role, note, levels: levels(sheet).collect() }.into()
    }
}

/// How many of the criteria are answered.
pub(super) fn figure(sheet: &Sheet) -> Say {
    let of = Reference::get().profile.criteria.len();
    Say::new("assess-answered").with("n", levels(sheet).count()).with("of", of)
}

fn levels(sheet: &Sheet) -> impl Iterator<Item = (String, u8)> + '_ {
    let criteria = Reference::get().profile.criteria.iter();
    criteria.filter_map(|criterion| {
        Some((criterion.key.clone(), sheet.text(&criterion.key).parse().ok()?))
    })
}
