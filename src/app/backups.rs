//! What is told of backups: that one was taken, that none could be, that the file to go back to
//! stands ready.

use crate::domain::{Say, Why};

use super::file::{self, Opened};
use super::model::{Model, Notice};
use super::msg::Effect;
use super::overlay::Overlay;
use super::sheet;

/// What became of a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backed {
    Taken(Why),
    /// The newest one has everything already.
    NothingNew,
    /// There is one now, and what is told of it is not that.
    Told(Say),
    /// There is none.
    Failed(Say),
    /// The bytes of all were read.
    Checked,
    /// The file to go back to is whole; what stands was copied.
    Ready,
    /// There is no way back there, and nothing was changed.
    NotRestored(Say),
    /// The way on from a file that cannot be read leads nowhere.
    NotRecovered(Say),
    /// The other file is open.
    Restored(Box<Opened>, Say),
}

pub(super) fn told(model: &mut Model, backed: Backed) -> Vec<Effect> {
    // A list that is shown reads anew what there is.
    model.version += 1;
    match backed {
        Backed::Checked => {}
        Backed::Taken(Why::Asked) => model.tell(Say::new("told-backup")),
        // Nobody asked: it is told where nothing else is.
        Backed::Taken(why) if model.notice.is_none() => {
            model.tell(Say::new("told-backup-because").about(why.say()));
        }
        Backed::Taken(_) => {}
        Backed::NothingNew => model.tell(Say::new("told-backup-nothing-new")),
        // Of a file that cannot be read there is no copy: the ways on say so.
        Backed::Told(_) | Backed::Failed(_) if model.is_broken() => {}
        // The file itself is saved: this is no failure of saving, and never stands in front of one.
        Backed::Told(say) | Backed::Failed(say) if is_free(model) => model.refuse(say),
        Backed::Told(say) | Backed::Failed(say) => model.remarks.push_back(say),
        Backed::Ready => {
            if waits(model) {
                return vec![Effect::Switch];
            }
        }
        Backed::NotRestored(say) => {
            for overlay in &mut model.overlays {
                if let Overlay::Sheet(sheet) = overlay
                    && sheet.is_restore()
                {
                    sheet.saving = false;
                }
            }
            model.refuse(say);
        }
        Backed::NotRecovered(say) => {
            model.saving.shut = false;
            model.refuse(say);
        }
        Backed::Restored(opened, told) => {
            let effects = file::opened(model, &opened);
            model.notice = Some(Notice::Told(told));
            return effects;
        }
    }
    Vec::new()
}

/// Nothing is told just now, or only that a copy is being taken.
fn is_free(model: &Model) -> bool {
    match &model.notice {
        Some(Notice::Told(say)) => say.id == "told-backup-taking",
        Some(Notice::Refused(_) | Notice::Failed(_)) => false,
        None => true,
    }
}

/// Whether the person who asked still wants to go back.
fn waits(model: &Model) -> bool {
    let sheets = model.overlays.iter().filter_map(Overlay::sheet);
    sheets.into_iter().any(|sheet: &sheet::Sheet| sheet.is_restore() && sheet.saving)
}
