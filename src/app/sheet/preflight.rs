//! Before a workshop: whether the projector mirrors this window or has one of its own, and what to
//! see to.

use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::overlay::Turn;
use crate::app::projector;
use crate::app::room::show::Screens;
use crate::app::{WhichFile, room};
use crate::domain::Say;

use super::part::{Body, Button, Choose, Part, Press};
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preflight;

const GO: &str = "go";
const CARD: &str = "card";

impl Preflight {
    pub(super) fn open(model: &Model) -> Sheet {
        let standing = if model.projector { Screens::Mirrored } else { model.show.screens };
        let options = Screens::ALL.iter().zip(['1', '2']).map(|(screens, digit)| {
            let name = match screens {
                Screens::Mirrored => Say::new("preflight-mirrored"),
                Screens::Extended => Say::new("preflight-extended"),
            };
            Choose { digit: Some(digit), ..Choose::new(screens.name(), name) }
        });
        let at = Screens::ALL.iter().position(|screens| *screens == standing);
        let body = Body::Choice { options: options.collect(), at, advances: true };
        let mut screens = Part::new("screens", Say::new("preflight-screens"), body);
        screens.tall = true;
        let mirrored = |sheet: &Sheet| sheet.text("screens") == Screens::Mirrored.name();
        let extended = |sheet: &Sheet| sheet.text("screens") == Screens::Extended.name();
        let command = Say::new("preflight-command").with("command", command(model));
        let parts = vec![
            screens,
            Part::note(Say::new("preflight-mirrored-means")).when(mirrored),
            Part::note(command).when(extended),
            Part::note(Say::new("preflight-enlarge")),
            Part::note(Say::new("preflight-see-to")),
            Part::button_row(vec![
                Button::new(Press::Own(GO), "preflight-go"),
                Button::new(Press::Own(CARD), "preflight-card"),
                Button::new(Press::Close, "button-close-short"),
            ]),
        ];
        Sheet::new(Say::new("preflight-title"), Kind::Preflight(Preflight), parts)
    }

    pub(super) fn pressed(sheet: &Sheet, model: &mut Model, button: &str) -> Turn {
        if button == CARD {
            return Turn::with(projector::card(model));
        }
        Preflight::go(sheet, model)
    }

    /// The screens are as chosen from now on.
    pub(super) fn go(sheet: &Sheet, model: &mut Model) -> Turn {
        let screens = Screens::from_name(&sheet.text("screens")).unwrap_or_default();
        model.show.screens = screens;
        model.show.unasked = false;
        let mut effects =
            vec![Effect::Remember { name: "screens", value: screens.name().to_owned() }];
        effects.push(Effect::Lead);
        match screens {
            Screens::Mirrored if !model.projector => effects.push(Effect::Project(true)),
            Screens::Mirrored => {
                if model.held.running.is_some() {
                    effects.extend(room::view::open(model));
                }
            }
            Screens::Extended => {
                if model.projector {
                    effects.push(Effect::Project(false));
                }
                model.tell(Say::new("preflight-command").with("command", command(model)));
            }
        }
        Turn { effects, closes: true }
    }
}

/// What to type to open the audience's window. Before a room it does not say where files lie.
fn command(model: &Model) -> String {
    let file = match model.file {
        WhichFile::Own => &model.show.file,
        WhichFile::Demo => &model.show.demo,
    };
    match file {
        Some(file) if !model.projector => format!("sluss --db {file} screen"),
        Some(_) | None => "sluss screen".into(),
    }
}
