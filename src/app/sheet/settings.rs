//! What each may have in a way of their own. Choices are in force at once; the name when it is
//! saved.

use crate::app::file::OwnFile;
use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::app::opening::OpeningRead;
use crate::app::overlay::Turn;
use crate::domain::{AddEntry, Kind as Record, List, Say};

use super::part::{Body, Button, Part, Press};
use super::pick::Pick;
use super::{Kind, Sheet, taste};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings;

impl Settings {
    pub(super) fn open(model: &Model, read: &OpeningRead) -> Sheet {
        let people = read.names.all(Record::Person).into_iter().map(str::to_owned).collect();
        let who = Body::Pick(Pick::new(&model.who, false, people));
        let button = |press, label| Button { press, label: Say::new(label) };
        let parts = vec![
            taste::language(model),
            taste::theme(model),
            taste::order(model),
            taste::mouse(model),
            taste::bell(model),
            Part::new("who", Say::new("settings-who"), who)
                .with_hint(Say::new("settings-who-hint")),
            Part::button_row(vec![
                button(Press::Save, "settings-done"),
                button(Press::Own("settings"), "settings-write"),
                button(Press::Own("keys"), "settings-write-keys"),
            ])
            .with_hint(Say::new("settings-write-hint")),
        ];
        Sheet::new(Say::new("settings-title"), Kind::Settings(Settings), parts)
    }

    /// The choices are made already; what is left is who sits at the keyboard.
    pub(super) fn done(sheet: &Sheet, model: &mut Model) -> Turn {
        let who = sheet.text("who").trim().to_owned();
        let effects = if who == model.who { Vec::new() } else { be(sheet, "who", who, model) };
        Turn { effects, closes: true }
    }

    pub(super) fn pressed(model: &Model, button: &str) -> Turn {
        Turn::with(vec![match button {
            "keys" => Effect::Write(OwnFile::Keys, model.language()),
            _ => Effect::Write(OwnFile::Settings, model.language()),
        }])
    }
}

/// Whoever was named in a part sits at the keyboard; who is on no list is learnt.
pub(super) fn be(sheet: &Sheet, part: &str, who: String, model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    let is_known = match sheet.part(part).map(|part| &part.body) {
        Some(Body::Pick(pick)) => pick.knows(&who),
        _ => false,
    };
    if !who.is_empty() && !is_known {
        model.pending.push_back(Pending::default());
        let person = AddEntry { list: List::People, name: who.clone(), more: String::new() };
        effects.push(Effect::commit(person));
    }
    model.who.clone_from(&who);
    effects.push(Effect::Be(who));
    effects
}
