//! What was typed and not saved, by what it is for. Enter takes it up again.

use crate::app::act::act;
use crate::app::left::LINE;
use crate::app::listing::{Cell, ColumnShape, Of, Row};
use crate::app::model::Model;
use crate::app::opening::Opening;
use crate::app::overlay::{Overlay, Turn};
use crate::domain::{KeptDraft, Say};
use crate::input::{Action, Chord};
use crate::text::dates;

use super::{ListRead, titled};

pub(super) const COLUMNS: &[ColumnShape] =
    &[ColumnShape::fits(48), ColumnShape::grows(), ColumnShape::fits(17).right()];

pub(super) fn rows(model: &Model, drafts: &[KeptDraft], read: &ListRead) -> Vec<Row> {
    let room = usize::from(model.size.columns / 4).max(12);
    let row = |draft: &KeptDraft| {
        let name = name(draft, read, room);
        let when = dates::moment(draft.at, &model.zone, model.today, model.language());
        let first = draft.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let whole = model.words.say(&self::name(draft, read, 80));
        let cells = vec![Cell::new(model.words.say(&name)), Cell::muted(first), Cell::muted(when)];
        Row::new(Of::Draft(draft.target.clone()), cells).noting(Cell::muted(whole))
    };
    drafts.iter().map(row).collect()
}

/// What a draft is for, in words.
fn name(draft: &KeptDraft, read: &ListRead, cells: usize) -> Say {
    let kind = draft.target.split(':').next().unwrap_or_default();
    let id = match kind {
        "new" => return Say::new("sheet-new-idea"),
        LINE => return Say::new("draft-line"),
        "idea" => "sheet-edit-idea",
        "test" => "sheet-test",
        "comment" => "sheet-comment",
        "decide" => "draft-decide",
        "reply" => "draft-reply",
        "assess" => "draft-assess",
        "together" => return Say::new("draft-together").with("n", several(&draft.target)),
        "pass" => return Say::new("draft-pass").with("n", several(&draft.target)),
        "parking" => return Say::new("draft-parking"),
        "action" => return Say::new("draft-action"),
        "attendance" => return Say::new("draft-attendance"),
        "shape" => return Say::new("draft-shape"),
        _ => return Say::new("draft-other"),
    };
    match draft.idea {
        Some(idea) => Say::new(id).with("idea", titled(idea.0, &read.titles, cells)),
        None => Say::new("draft-other"),
    }
}

/// How many ideas it is for.
fn several(target: &str) -> usize {
    target.split(',').count()
}

pub(super) fn reopen(model: &mut Model, drafts: &[KeptDraft], target: &str) -> Turn {
    if target == LINE {
        let effects = act(model, Action::Capture, Chord::ctrl('m'));
        if let Some(Overlay::Capture(capture)) = model.overlays.last_mut() {
            capture.recall();
        }
        return Turn::with(effects);
    }
    let first = model.frame.stages.first().map(|stage| stage.id);
    let idea = drafts.iter().find(|draft| draft.target == target).and_then(|draft| draft.idea);
    match Opening::of_draft(target, idea, first) {
        Some(opening) => model.opening = Some(opening),
        // It opens where it was begun: in the lists that give the sluice its shape.
        None if target.starts_with("shape:") => model.refuse(Say::new("refused-draft-of-shape")),
        None => model.refuse(Say::new("refused-draft-lost")),
    }
    Turn::stay()
}
