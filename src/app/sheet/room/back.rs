//! The question before all that was done since an item began is taken back.

use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::app::overlay::Turn;
use crate::app::sheet::part::{Button, Part, Press};
use crate::domain::{AgendaItemId, Say};

pub(super) const GO: &str = "back";

pub(super) fn parts(
    model: &Model,
    item: AgendaItemId,
    since: Option<usize>,
) -> Result<(Say, Vec<Part>), Say> {
    let since = since.ok_or(Say::new("refused-no-checkpoint"))?;
    if since == 0 {
        return Err(Say::new("refused-nothing-since"));
    }
    let items = model.held.rooms().flat_map(|room| room.items.iter().enumerate());
    let nth = items.filter(|(_, known)| known.id == item).map(|(at, _)| at + 1).next();
    let title = Say::new("back-title").with("nth", nth.unwrap_or(1));
    let parts = vec![
        Part::note(Say::new("back-note").with("n", since)),
        Part::note(Say::new("back-undo")),
        Part::button_row(vec![
            Button::new(Press::Close, "button-cancel"),
            Button::new(Press::Own(GO), "back-go"),
        ]),
    ];
    Ok((title, parts))
}

pub(super) fn go(item: AgendaItemId, model: &mut Model) -> Turn {
    model.pending.push_back(Pending::default());
    Turn { effects: vec![Effect::BackToItem(item)], closes: true }
}
