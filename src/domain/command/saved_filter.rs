//! Filters that were given a name. What the words mean is in `filter`.

use crate::domain::record::Kind;
use crate::domain::records::{SavedFilter, SavedFilterId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;

use super::words::{line, name, same};
use super::{Fresh, Plan};

/// Under a name that is there already, the words take the place of the earlier ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveFilter {
    pub name: String,
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenameFilter {
    pub filter: SavedFilterId,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveFilter {
    pub filter: SavedFilterId,
}

impl Plan for SaveFilter {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let (name, words) = (name(&self.name)?, line(&self.words));
        if words.is_empty() {
            return Err(No::refuse(Say::new("refused-filter-empty")));
        }
        let mut step = Step::new(Say::new("step-filter-save"));
        let filters: Vec<SavedFilter> = there.all()?;
        match filters.iter().find(|filter| same(&filter.name, &name)) {
            Some(before) => step.update(before, &SavedFilter { name, words, ..before.clone() }),
            None => {
                let id = SavedFilterId(fresh.id(Kind::SavedFilter)?);
                step.create(&SavedFilter { id, uid: fresh.uid(), name, words });
            }
        }
        Ok(step)
    }
}

impl Plan for RenameFilter {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: SavedFilter = there.get(self.filter.0)?;
        let name = name(&self.name)?;
        let filters: Vec<SavedFilter> = there.all()?;
        if filters.iter().any(|filter| filter.id != before.id && same(&filter.name, &name)) {
            return Err(No::refuse(Say::new("refused-name-taken").with("name", name)));
        }
        let mut step = Step::new(Say::new("step-filter-rename"));
        step.update(&before, &SavedFilter { name, ..before.clone() });
        Ok(step)
    }
}

impl Plan for RemoveFilter {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let filter: SavedFilter = there.get(self.filter.0)?;
        let mut step = Step::new(Say::new("step-filter-remove"));
        step.delete(&filter);
        Ok(step)
    }
}
