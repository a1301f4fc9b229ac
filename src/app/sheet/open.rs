//! From what was asked for and what was read to the sheet on the screen. A draft that was left is
//! taken up; where the file says something else by now, both are shown.

use crate::app::model::Model;
use crate::app::opening::{Opening, OpeningRead};
use crate::app::projector;
use crate::domain::{Captured, Say};

use super::{
    Kind, Sheet, Theirs, agreed, assess, at_gate, comment, decide, filter_name, gate, idea, owner,
    pass, privacy, reply, restore, room, settings, test, vote, who,
};

/// Opens a sheet; a sentence where what it is about is gone.
pub(in crate::app) fn open(
    model: &Model,
    opening: Opening,
    read: &OpeningRead,
) -> Result<Sheet, Say> {
    if model.projector
        && let Some(why) = projector::refuses_to_open(&opening)
    {
        return Err(why);
    }
    let asks_who = !read.introduced && !model.introduced && !model.projector;
    if opening.is_signed() && asks_who {
        return Ok(who::Who::open(opening, read));
    }
    let draft = opening.draft();
    // What was just said at the gate goes before what was left there earlier.
    let fresh = !matches!(opening, Opening::Instead(..));
    let carried =
        matches!(&opening, Opening::New(_, captured) if **captured != Captured::default());
    let detail = || read.detail.as_ref().ok_or(Say::new("refused-idea-gone"));
    let mut sheet = match opening {
        Opening::New(stage, captured) => idea::New::open(model, stage, &captured, read),
        Opening::Edit(_) => idea::Edit::open(model, detail()?, read),
        Opening::Test(_, test) => test::Test::open(detail()?, test, read),
        Opening::Comment(_, comment) => comment::Comment::open(detail()?, comment),
        Opening::Owner(ideas) => owner::Owner::open(ideas, detail()?, read),
        Opening::Restore(backup) => restore::Restore::open(model, *backup, read)?,
        Opening::Settings => settings::Settings::open(model, read),
        Opening::Privacy(about) => privacy::Privacy::open(model, about, read)?,
        Opening::FilterName(filter, name, words) => {
            filter_name::FilterName::open(filter, &name, words)
        }
        Opening::Shape(listed, entry, after) => {
            let sheet = super::shape(model, listed, entry, after);
            sheet.ok_or(Say::new("refused-gone"))?
        }
        Opening::Room(ask) => room::open(model, ask, read)?,
        Opening::Matter(matter, _, entry) => agreed::Agreed::open(model, matter, entry, read)?,
        Opening::AtGate(ask) => at_gate::AtGate::open(ask, read)?,
        Opening::Gate(_) => gate::Gate::open(model, read)?,
        Opening::Pass(ideas) => pass::Pass::open(ideas, read)?,
        Opening::Decide(idea, kind) => decide::Deciding::open(model, vec![idea], kind, &[], read)?,
        Opening::DecideTogether(ideas, kind) => {
            decide::Deciding::open(model, ideas, kind, &[], read)?
        }
        Opening::Instead(idea, said) => {
            decide::Deciding::open(model, vec![idea], None, &said, read)?
        }
        Opening::Reply(_) => reply::Answering::open(model, read)?,
        Opening::Assess(_) => assess::Assessing::open(model, read)?,
        Opening::Vote(_) => vote::Vote::open(*read.vote.clone()),
    };
    sheet.draft = draft;
    if fresh {
        take_up(&mut sheet, read);
    }
    sheet.carried = carried.then(|| model.saving.left.clone());
    sheet.unkept = carried || !fresh;
    if let Kind::Reply(mut reply) = sheet.kind.clone() {
        reply.taken_up(&sheet);
        sheet.kind = Kind::Reply(reply);
    }
    if model.projector {
        projector::discreet(&mut sheet);
    }
    Ok(sheet)
}

fn take_up(sheet: &mut Sheet, read: &OpeningRead) {
    for draft in &read.drafts {
        let Some(part) = sheet.parts.iter_mut().find(|part| part.key == draft.field) else {
            continue;
        };
        if part.is_changed() && part.text() != draft.text {
            part.theirs = Some(Theirs::Draft(draft.text.clone()));
            continue;
        }
        if part.was != draft.was && part.was != draft.text {
            part.theirs = Some(Theirs::File(part.was.clone()));
        }
        part.set_text(&draft.text);
        sheet.taken_up = sheet.taken_up.max(Some(draft.at));
    }
}
