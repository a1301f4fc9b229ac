//! Going back to a backup: what would go and what would come, and one question.

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::opening::OpeningRead;
use crate::app::overlay::Turn;
use crate::domain::{Backup, Say};
use crate::text::dates;

use super::part::{Body, Button, Part, Press};
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restore {
    backup: Backup,
}

/// So many of the steps that would go are named.
const NAMED: usize = 6;

const GO: &str = "restore";

impl Restore {
    pub(super) fn open(model: &Model, backup: Backup, read: &OpeningRead) -> Result<Sheet, Say> {
        let Some(told) = &read.difference else {
            return Err(Say::new("failed-backup-damaged").with("name", backup.name.as_str()));
        };
        let mut parts: Vec<Part> = told.says().into_iter().map(Part::note).collect();
        if !told.lost.newest.is_empty() {
            parts.push(Part::heading(Say::new("restore-lost-newest")));
        }
        parts.extend(told.lost.newest.iter().take(NAMED).map(|entry| {
            let at = dates::moment(entry.at, &model.zone, model.today, model.language());
            Part::note(Say::new("restore-step").with("at", at).about(entry.label.clone()))
        }));
        parts.push(Part::heading(Say::new("restore-after")));
        parts.push(Part::note(Say::new("restore-before")));
        let buttons = vec![
            Button::new(Press::Close, "restore-stay"),
            Button::new(Press::Own(GO), "restore-go"),
        ];
        parts.push(Part::new("buttons", Say::new("sheet-note"), Body::Buttons { buttons, at: 0 }));
        let title = backup.say("restore-title");
        Ok(Sheet::new(title, Kind::Restore(Restore { backup }), parts))
    }

    pub(super) fn go(&self, sheet: &mut Sheet, model: &mut Model) -> Turn {
        if sheet.saving {
            return Turn::stay();
        }
        if !model.pending.is_empty() {
            model.refuse(Say::new("refused-still-saving"));
            return Turn::stay();
        }
        sheet.saving = true;
        model.tell(Say::new("told-restoring"));
        Turn::with(vec![Effect::Restore(Box::new(self.backup.clone()))])
    }
}
