//! A name for a filter: a new one, or another for one that has a name.

use crate::domain::{Command, RenameFilter, SaveFilter, SavedFilterId, Say};
use crate::editor::{Editor, Lines};

use super::part::{Body, Part};
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterName {
    filter: Option<SavedFilterId>,
    words: String,
}

impl FilterName {
    pub(super) fn open(filter: Option<SavedFilterId>, name: &str, words: String) -> Sheet {
        let line = Body::Line(Editor::new(Lines::One, name));
        let parts = vec![
            Part::new("name", Say::new("filter-name"), line)
                .with_hint(Say::new("filter-name-hint").with("words", words.clone())),
            Part::buttons(Say::new("button-save")),
        ];
        let id = if filter.is_some() { "sheet-filter-rename" } else { "sheet-filter-save" };
        Sheet::new(Say::new(id), Kind::FilterName(FilterName { filter, words }), parts)
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Command {
        let name = sheet.text("name");
        match self.filter {
            Some(filter) => RenameFilter { filter, name }.into(),
            None => SaveFilter { name, words: self.words.clone() }.into(),
        }
    }
}
