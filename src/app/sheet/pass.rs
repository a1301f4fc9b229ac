//! Several ideas past the gates of one stage, with one reason. That the gates were not opened is
//! recorded.

use crate::app::opening::OpeningRead;
use crate::domain::{Carry, Command, Goal, IdeaId, Place, Say, StageId};

use super::part::{Button, Part, Press};
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    pub(super) ideas: Vec<IdeaId>,
    to: StageId,
}

impl Pass {
    /// A sentence where the ideas are of different stages, or in the last one.
    pub(super) fn open(ideas: Vec<IdeaId>, read: &OpeningRead) -> Result<Sheet, Say> {
        let view = read.gate.as_ref().ok_or_else(|| Say::new("refused-idea-gone"))?;
        if read.stages.iter().any(|stage| *stage != Some(view.stage.id)) {
            return Err(Say::new("refused-different-stages"));
        }
        let Some(next) = &view.next else { return Err(Say::new("refused-last-stage-many")) };
        let parts = vec![
            Part::line("reason", "gate-reason", "").with_hint(Say::new("gate-pass-hint")),
            Part::button_row(vec![
                Button::new(Press::Save, "button-move"),
                Button::new(Press::Close, "button-close-short"),
            ]),
        ];
        let title = Say::new("sheet-pass")
            .with("n", ideas.len())
            .with("from", view.stage.label())
            .with("to", next.label());
        let to = next.id;
        Ok(Sheet::new(title, Kind::Pass(Pass { ideas, to }), parts))
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Command {
        let to = Goal { stage: self.to, place: Place::Foot };
        let reason = sheet.text("reason").trim().to_owned();
        Carry { ideas: self.ideas.clone(), to, reason }.into()
    }
}
