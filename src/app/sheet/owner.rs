//! Who drives the idea, or all that are marked.

use crate::app::opening::OpeningRead;
use crate::domain::{self, Arg, Command, Detail, IdeaId, Say, SetOwner};

use super::part::{Body, Part};
use super::pick::Pick;
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    ideas: Vec<IdeaId>,
}

impl Owner {
    pub(super) fn open(ideas: Vec<IdeaId>, detail: &Detail, read: &OpeningRead) -> Sheet {
        let kind = domain::Kind::Person;
        let names = read.names.all(kind).into_iter().map(str::to_owned).collect();
        let was = detail.idea.owner.and_then(|owner| read.names.name(kind, owner.0));
        let pick = Body::Pick(Pick::new(was.unwrap_or_default(), false, names));
        let parts = vec![
            Part::new("owner", Say::new("owner-label"), pick).with_hint(Say::new("owner-hint")),
            Part::buttons(Say::new("button-save")),
        ];
        let title = match ideas.as_slice() {
            [idea] => Say::new("sheet-owner").with("idea", Arg::Idea(idea.0)),
            ideas => Say::new("sheet-owner-many").with("n", ideas.len()),
        };
        Sheet::new(title, Kind::Owner(Owner { ideas }), parts)
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Command {
        let owner = sheet.text("owner");
        let owner = Some(owner.trim().to_owned()).filter(|owner| !owner.is_empty());
        SetOwner { ideas: self.ideas.clone(), owner }.into()
    }
}
