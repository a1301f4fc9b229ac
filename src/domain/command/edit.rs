//! An idea's fields are changed, as a form left them. Where somebody else changed the same field
//! since the form was opened, this text lands and the step tells what it replaced.

use crate::domain::detail::Detail;
use crate::domain::field::{Field, Filled};
use crate::domain::record::Kind;
use crate::domain::records::IdeaId;
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;

use super::pen::Pen;
use super::{Fresh, Plan};

/// Fields that read as they did when the form was opened are left alone, whatever the file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub idea: IdeaId,
    pub fields: Vec<Filled>,
}

impl Plan for Edit {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let before = Detail::read(there, self.idea)?.ok_or(No::gone(Kind::Idea))?;
        let mut after = before.clone();
        let mut pen = Pen::new(there, fresh)?;
        let changed = pen.fill_idea(&self.fields, &before, &mut after)?;
        pen.keep(&before, &after);
        pen.step.label = self.label(&changed);
        Ok(pen.step)
    }
}

impl Edit {
    fn label(&self, changed: &[&Field]) -> Say {
        let idea = Arg::Idea(self.idea.0);
        match changed {
            [field] => {
                let name = Arg::Known(format!("field:{}", field.key).into());
                Say::new("step-edit").with("idea", idea).with("field", name)
            }
            fields => Say::new("step-edit-many").with("idea", idea).with("n", fields.len()),
        }
    }
}
