//! The sluices of a file: their names and their order. What a new one begins with, see `begin`.

use crate::domain::record::Kind;
use crate::domain::records::{Sluice, SluiceId, Stage};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::{Beyond, There};
use crate::domain::value::Value;

use super::order::{Shift, shift};
use super::words::{name, same};
use super::{Begin, Fresh, Plan};

/// One more, beside those that there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddSluice {
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenameSluice {
    pub sluice: SluiceId,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveSluice {
    pub sluice: SluiceId,
    pub shift: Shift,
}

/// Only one without ideas, and never the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveSluice {
    pub sluice: SluiceId,
}

impl Plan for AddSluice {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Begin { name: self.name.clone() }.plan(there, fresh)?;
        step.label = Say::new("step-sluice-add");
        Ok(step)
    }
}

impl Plan for RenameSluice {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let (sluices, at) = sluices(there, self.sluice)?;
        let name = name(&self.name)?;
        refuse_taken(&sluices, Some(self.sluice), &name)?;
        let mut step = Step::new(Say::new("step-sluice-rename"));
        if let Some(before) = sluices.get(at) {
            step.update(before, &Sluice { name, ..before.clone() });
        }
        Ok(step)
    }
}

impl Plan for MoveSluice {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let (mut sluices, at) = sluices(there, self.sluice)?;
        let mut step = Step::new(Say::new("step-sluice-move"));
        shift(&mut sluices, at, self.shift, &mut step);
        Ok(step)
    }
}

impl Plan for RemoveSluice {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let (sluices, at) = sluices(there, self.sluice)?;
        if sluices.len() == 1 {
            return Err(No::refuse(Say::new("refused-last-sluice")));
        }
        let mut step = Step::new(Say::new("step-sluice-remove"));
        let stages: Vec<Stage> = there.those("sluice", Value::Int(self.sluice.0))?;
        for stage in stages.iter().filter(|stage| stage.removed.is_none()) {
            if !there.ranks(stage.id, Beyond::Head, 1)?.is_empty() {
                return Err(No::refuse(Say::new("refused-sluice-has-ideas")));
            }
            step.update(stage, &Stage { removed: Some(fresh.now), ..stage.clone() });
        }
        if let Some(before) = sluices.get(at) {
            step.update(before, &Sluice { removed: Some(fresh.now), ..before.clone() });
        }
        Ok(step)
    }
}

/// The sluices in their order, and where one of them stands.
fn sluices(there: &dyn There, sluice: SluiceId) -> Result<(Vec<Sluice>, usize), No> {
    let mut sluices: Vec<Sluice> = there.all()?;
    sluices.retain(|sluice| sluice.removed.is_none());
    sluices.sort_by_key(|sluice| (sluice.rank, sluice.id));
    let at = sluices.iter().position(|known| known.id == sluice);
    Ok((sluices, at.ok_or(No::gone(Kind::Sluice))?))
}

/// No two sluices that stand have the same name.
pub(super) fn refuse_taken(
    sluices: &[Sluice],
    except: Option<SluiceId>,
    name: &str,
) -> Result<(), No> {
    let taken = |sluice: &Sluice| {
        sluice.removed.is_none() && Some(sluice.id) != except && same(&sluice.name, name)
    };
    if sluices.iter().any(taken) {
        return Err(No::refuse(Say::new("refused-name-taken").with("name", name)));
    }
    Ok(())
}
