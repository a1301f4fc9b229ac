//! How the clock is to run: as planned, for so many minutes, or in rounds.

use crate::app::model::Model;
use crate::app::overlay::Turn;
use crate::app::room;
use crate::app::sheet::Sheet;
use crate::app::sheet::part::{Body, Button, Choose, Part, Press};
use crate::domain::{ClockPreset, Say, Templates};

use super::{line, number};

const PLANNED: &str = "planned";
const MINUTES: &str = "minutes";
const MOST: i64 = 8 * 60;

pub(super) fn parts(model: &Model) -> Result<(Say, Vec<Part>), Say> {
    let item = model.held.item().ok_or(Say::new("refused-no-workshop"))?;
    let digit = |choose: Choose, digit| Choose { digit: Some(digit), ..choose };
    let planned = Say::new("clock-planned").with("n", item.minutes);
    let mut options = vec![
        digit(Choose::new(PLANNED, planned), '1'),
        digit(Choose::new(MINUTES, Say::new("clock-minutes")), '2'),
    ];
    let language = model.language();
    let preset = |preset: &ClockPreset| {
        let name = Say::new("known").with("what", preset.name.in_language(language).to_owned());
        let all: Vec<String> = preset.rounds.iter().map(i64::to_string).collect();
        let meaning = Say::new("clock-rounds").with("minutes", all.join(" + "));
        Choose { meaning: Some(meaning), ..Choose::new(preset.key.as_str(), name) }
    };
    let presets = Templates::get().clocks.iter().zip('3'..='9');
    options.extend(presets.map(|(it, key)| digit(preset(it), key)));
    let body = Body::Choice { options, at: Some(1), advances: true };
    let parts = vec![
        Part { tall: true, ..Part::new("run", Say::new("clock-run"), body) },
        line("minutes", "clock-for", "5").when(|sheet| sheet.text("run") == MINUTES),
        Part::button_row(vec![
            Button::new(Press::Save, "clock-start"),
            Button::new(Press::Close, "button-cancel"),
        ]),
    ];
    Ok((Say::new("clock-title"), parts))
}

pub(super) fn done(sheet: &Sheet, model: &mut Model) -> Turn {
    let run = sheet.text("run");
    let effects = match run.as_str() {
        PLANNED => room::choose(model, None, None),
        MINUTES => {
            let minutes = number(sheet, "minutes", "refused-item-minutes").ok().flatten();
            let Some(minutes) = minutes.filter(|n| (1..=MOST).contains(n)) else {
                model.refuse(Say::new("refused-item-minutes"));
                return Turn::stay();
            };
            room::choose(model, None, Some(minutes))
        }
        preset => room::choose(model, Some(preset), None),
    };
    Turn { effects, closes: true }
}
