//! From what was asked for and what was read to the sheet on the screen. A draft that was left is
//! taken up; where the file says something else by now, both are shown.

use crate::app::model::Model;
use crate::app::opening::{Opening, OpeningRead};
use crate::domain::Say;

use super::{Sheet, comment, idea, owner, settings, test};

/// Opens a sheet; a sentence where what it is about is gone.
pub(in crate::app) fn open(
    model: &Model,
    opening: Opening,
    read: &OpeningRead,
) -> Result<Sheet, Say> {
    let draft = opening.draft();
    let detail = || read.detail.as_ref().ok_or(Say::new("refused-idea-gone"));
    let mut sheet = match opening {
        Opening::New(stage, captured) => idea::New::open(stage, &captured, read),
        Opening::Edit(_) => idea::Edit::open(model, detail()?, read),
        Opening::Test(_, test) => test::Test::open(detail()?, test, read),
        Opening::Comment(_, comment) => comment::Comment::open(detail()?, comment),
        Opening::Owner(ideas) => owner::Owner::open(ideas, detail()?, read),
        Opening::Settings => settings::Settings::open(model, read),
        Opening::Gate(_) | Opening::Decide(..) | Opening::Reply(_) | Opening::Assess(_) => {
            return Err(Say::new("refused-nothing-changed"));
        }
    };
    sheet.draft = draft;
    take_up(&mut sheet, read);
    Ok(sheet)
}

fn take_up(sheet: &mut Sheet, read: &OpeningRead) {
    for draft in &read.drafts {
        let Some(part) = sheet.parts.iter_mut().find(|part| part.key == draft.field) else {
            continue;
        };
        if part.was != draft.was && part.was != draft.text {
            part.theirs = Some(part.was.clone());
        }
        part.set_text(&draft.text);
        sheet.taken_up = sheet.taken_up.max(Some(draft.at));
    }
}
