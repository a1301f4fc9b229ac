//! What a person sees whose file cannot be read: what happened, and the ways on.

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlay::Turn;
use crate::app::recovery::{Broken, WayOn};
use crate::app::saving;
use crate::domain::{Backup, Say};

use super::part::{Body, Button, Choose, Part, Press};
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recover {
    newest: Option<Box<Backup>>,
}

const RESTORE: &str = "restore";
const SALVAGE: &str = "salvage";
const READ: &str = "read";
const BEGIN: &str = "begin";

impl Recover {
    pub(super) fn open(model: &Model, broken: &Broken) -> Sheet {
        let mut parts = vec![Part::note(broken.why.clone())];
        // Where there is nothing, nothing is kept.
        if !matches!(&*broken.why.id, "recover-gone" | "recover-empty") {
            parts.push(Part::note(Say::new("recover-kept").with("path", model.place.as_str())));
        }
        match &broken.newest {
            Some((newest, _)) => {
                parts.push(Part::note(newest.say("recover-newest")));
                parts.push(Part::note(Say::new("recover-since")));
            }
            None => parts.push(Part::note(Say::new("recover-no-backup"))),
        }
        if broken.damaged > 0 {
            parts.push(Part::note(Say::new("recover-damaged").with("n", broken.damaged)));
        }
        let choose = |key, digit, meaning, closed| Choose {
            digit: Some(digit),
            meaning: Some(meaning),
            closed,
            ..Choose::new(key, name(key))
        };
        let none = |id| Say::new(id);
        let (copy, no_copy) = match &broken.newest {
            Some((_, ideas)) => (Say::new("recover-ideas").with("n", *ideas), None),
            None => (none("recover-none"), Some(Say::new("refused-no-backup"))),
        };
        let (rows, no_rows) = match broken.readable {
            Some(n) => (Say::new("recover-readable").with("n", n), None),
            None => (none("recover-nothing"), Some(Say::new("refused-nothing-readable"))),
        };
        let options = vec![
            choose(RESTORE, '1', copy, no_copy.clone()),
            choose(SALVAGE, '2', rows, no_rows.clone()),
            choose(READ, '3', Say::new("recover-read-means"), no_rows.clone()),
            choose(BEGIN, '4', Say::new("recover-begin-means"), None),
        ];
        let at = options.iter().position(|one| one.closed.is_none());
        let mut way =
            Part::new("way", Say::new("recover-way"), Body::Choice { options, at, advances: true });
        way.tall = true;
        parts.push(Part::heading(Say::new("recover-what")));
        parts.push(way);
        parts.push(Part::button_row(vec![
            Button::new(Press::Save, "recover-go"),
            Button::new(Press::Own("leave"), "start-leave"),
        ]));
        let newest = broken.newest.as_ref().map(|(newest, _)| Box::new(newest.clone()));
        Sheet::new(Say::new("recover-title"), Kind::Recover(Recover { newest }), parts)
    }

    pub(super) fn go(&self, sheet: &mut Sheet, model: &mut Model) -> Turn {
        let way = match (&*sheet.text("way"), &self.newest) {
            (RESTORE, Some(newest)) => WayOn::Restore(newest.clone()),
            (SALVAGE, _) => WayOn::Salvage,
            (READ, _) => WayOn::Read,
            (BEGIN, _) => WayOn::Begin,
            _ => return Turn::stay(),
        };
        model.saving.shut = true;
        model.tell(Say::new(match way {
            WayOn::Restore(_) => "told-restoring",
            WayOn::Salvage => "told-salvaging",
            WayOn::Read => "told-reading",
            WayOn::Begin => "told-beginning",
        }));
        Turn::with(vec![Effect::Recover(way)])
    }

    /// There is nothing behind it.
    pub(super) fn leave(model: &mut Model) -> Turn {
        Turn::with(saving::leave(model))
    }
}

fn name(key: &str) -> Say {
    Say::new(match key {
        RESTORE => "recover-restore",
        SALVAGE => "recover-salvage",
        READ => "recover-read",
        _ => "recover-begin",
    })
}
