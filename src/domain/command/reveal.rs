//! What came in unseen is shown to the room: the item goes on as one at which ideas are shown.

use crate::domain::kinds::SceneKind;
use crate::domain::records::{AgendaItem, AgendaItemId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;

use super::run::{about, sheet};
use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevealIdeas {
    pub item: AgendaItemId,
}

impl Plan for RevealIdeas {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: AgendaItem = there.get(self.item.0)?;
        if before.scene != SceneKind::HiddenCapture {
            return Err(No::refuse(Say::new("refused-reveal-shown")));
        }
        let mut step = about("step-reveal-ideas", &sheet(there, before.workshop)?, &before);
        step.update(&before, &AgendaItem { scene: SceneKind::Capture, ..before.clone() });
        Ok(step)
    }
}
