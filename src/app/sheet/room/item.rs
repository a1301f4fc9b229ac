//! An item of a run sheet: what it is called, what the room is told, how long it is, what it shows.

use crate::app::sheet::Sheet;
use crate::app::sheet::part::{Body, Choose, Part};
use crate::domain::{
    AddItem, AgendaItem, AgendaItemId, AmendItem, Command, Say, SceneKind, WorkshopId,
};

use super::{line, number};

/// So long is an item of which nothing is said.
const USUAL: i64 = 10;

pub(super) fn parts(item: Option<&AgendaItem>) -> (Say, Vec<Part>) {
    let text = |of: fn(&AgendaItem) -> &str| item.map(of).unwrap_or_default();
    let minutes = item.map_or(USUAL, |item| item.minutes).to_string();
    let shown = item.map_or(SceneKind::Text, |item| item.scene);
    let choose = |kind: &SceneKind| Choose::new(kind.key(), Say::new(name(*kind)));
    let options: Vec<Choose> = SceneKind::ALL.iter().map(choose).collect();
    let at = SceneKind::ALL.iter().position(|kind| *kind == shown);
    let scene = Body::Choice { options, at, advances: false };
    let parts = vec![
        line("title", "item-title", text(|item| &item.title)),
        Part::prose("instruction", Say::new("item-instruction"), text(|item| &item.instruction))
            .with_hint(Say::new("item-instruction-hint")),
        line("minutes", "item-minutes", &minutes),
        Part::new("scene", Say::new("item-scene"), scene).with_hint(Say::new("item-scene-hint")),
        Part::buttons(Say::new("button-save")),
    ];
    (Say::new(if item.is_some() { "item-amend" } else { "item-new" }), parts)
}

/// What the room sees, in a word or two.
fn name(kind: SceneKind) -> &'static str {
    match kind {
        SceneKind::Title => "scene-title",
        SceneKind::Agenda => "scene-agenda",
        SceneKind::Text => "scene-text",
        SceneKind::TestCard => "scene-test-card",
        SceneKind::Capture => "scene-capture",
        SceneKind::HiddenCapture => "scene-hidden-capture",
        SceneKind::Board => "scene-board",
        SceneKind::Groups => "scene-groups",
        SceneKind::Ballot => "scene-ballot",
        SceneKind::Result => "scene-result",
        SceneKind::Matrix => "scene-matrix",
        SceneKind::Gate => "scene-gate",
        SceneKind::Parking => "scene-parking",
        SceneKind::Actions => "scene-actions",
        SceneKind::Break => "scene-break",
    }
}

pub(super) fn command(
    workshop: WorkshopId,
    item: Option<AgendaItemId>,
    after: Option<AgendaItemId>,
    sheet: &Sheet,
) -> Result<Command, Say> {
    let refused = "refused-item-minutes";
    let minutes = number(sheet, "minutes", refused)?.ok_or(Say::new(refused))?;
    let (title, instruction) = (sheet.text("title"), sheet.text("instruction"));
    let scene = SceneKind::from_key(&sheet.text("scene")).unwrap_or_default();
    Ok(match item {
        None => AddItem { workshop, after, title, instruction, minutes, scene }.into(),
        Some(item) => AmendItem { item, title, instruction, minutes, scene }.into(),
    })
}
