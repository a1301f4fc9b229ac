//! What must hold of the file after every step, also one that is taken back long after: no idea is
//! where nobody would find it.

use std::collections::BTreeSet;

use super::record::Kind;
use super::records::{Sluice, Stage};
use super::refusal::No;
use super::step::Change;
use super::there::{Beyond, There};
use super::value::{Cell, Value};

/// Whether these changes, which are carried out already, leave every stage they concern either
/// standing in a standing sluice, or removed and empty.
pub fn is_sound(there: &dyn There, changes: &[Change]) -> Result<bool, No> {
    let mut stages: BTreeSet<i64> = BTreeSet::new();
    for change in changes {
        match change.kind() {
            Kind::Idea => {
                let (_, after) = change.column("stage");
                stages.extend(after.and_then(i64::from_value));
            }
            Kind::Stage => {
                stages.insert(change.id());
            }
            Kind::Sluice => {
                let own: Vec<Stage> = there.those("sluice", Value::Int(change.id()))?;
                stages.extend(own.iter().map(|stage| stage.id.0));
            }
            _ => {}
        }
    }
    for stage in stages {
        let Some(stage) = there.find::<Stage>(stage)? else { continue };
        let sound = if stage.removed.is_none() {
            let sluice: Sluice = there.get(stage.sluice.0)?;
            sluice.removed.is_none()
        } else {
            there.ranks(stage.id, Beyond::Head, 1)?.is_empty()
        };
        if !sound {
            return Ok(false);
        }
    }
    Ok(true)
}
