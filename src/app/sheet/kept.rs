//! What was typed on a sheet on its way to the file: as a step, as a draft, or thrown away.

use crate::app::left;
use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::app::overlay::Turn;
use crate::domain::{Command, Draft, Say, Stamp, Unsaved};

use super::shape::Shape;
use super::{Kind, Sheet};

impl Sheet {
    /// Asks for a step. The sheet is laid aside, and comes back where it is not saved.
    pub(super) fn commit(&mut self, model: &mut Model, command: Command) -> Turn {
        self.saving = true;
        let ideas = self.kind.ideas().unwrap_or_else(|| model.focused().into_iter().collect());
        let newest = self.kind == Kind::Shape(Shape::Sluice(None));
        model.pending.push_back(Pending {
            ideas,
            follow: true,
            newest,
            closes: true,
            ..Pending::default()
        });
        let mut effects = vec![Effect::Commit { command, drops: self.draft.clone() }];
        effects.extend(self.take_over());
        Turn { effects, closes: true }
    }

    /// Esc loses nothing: what was typed is kept as a draft.
    pub(super) fn close(&mut self, model: &mut Model) -> Turn {
        let effects = self.keep();
        if !effects.is_empty() {
            match model.saving.beside.clone() {
                Some(place) => model.refuse(place),
                None => model.tell(Say::new("told-draft-kept")),
            }
        }
        Turn { effects, closes: true }
    }

    /// Something was typed that is to be written down, and is not.
    pub(in crate::app) fn is_unkept(&self) -> bool {
        self.draft.is_some() && self.unkept && !self.saving
    }

    /// Writes down what was typed, where it is worth it.
    pub(in crate::app) fn keep(&mut self) -> Vec<Effect> {
        let Some(target) = self.draft.clone().filter(|_| self.is_unkept()) else {
            return Vec::new();
        };
        self.unkept = false;
        let mut effects = vec![Effect::KeepDraft { target, fields: self.typed_fields() }];
        effects.extend(self.take_over());
        effects
    }

    /// The draft of the line that it goes on with is not needed any more.
    fn take_over(&mut self) -> Option<Effect> {
        self.carried.take().map(|left| left::keep(&left))
    }

    /// What was typed and is not saved.
    pub(in crate::app) fn unsaved(&self) -> Option<Unsaved> {
        let (target, fields) = (self.draft.clone()?, self.typed_fields());
        (!fields.is_empty()).then_some(Unsaved { target, fields, request: None })
    }

    /// What stands otherwise than when it opened. The time is that of the writing.
    fn typed_fields(&self) -> Vec<Draft> {
        let changed = self.parts.iter().filter(|part| part.is_changed());
        let draft = |part: &super::Part| Draft {
            field: part.key.clone().into_owned(),
            text: part.text(),
            was: part.was.clone(),
            at: Stamp(0),
        };
        changed.map(draft).collect()
    }

    pub(super) fn discard(&mut self, model: &mut Model) -> Turn {
        model.tell(Say::new("told-draft-discarded"));
        let effects = self.draft.clone().map(|target| Effect::DropDraft { target });
        Turn { effects: effects.into_iter().collect(), closes: true }
    }
}
