//! The parking lot: what is to be taken up another time, by whom, and that it was.

use crate::domain::record::Kind;
use crate::domain::records::{Parking, ParkingId, WorkshopId};
use crate::domain::refusal::No;
use crate::domain::say::Say;
use crate::domain::step::Step;
use crate::domain::there::There;

use super::words::line;
use super::workshops::announced;
use super::{Fresh, Plan};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Park {
    pub workshop: WorkshopId,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendParking {
    pub parking: ParkingId,
    pub text: String,
    /// A role.
    pub owner: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettleParking {
    pub parking: ParkingId,
    pub done: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveParking {
    pub parking: ParkingId,
}

impl Plan for Park {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let workshop = announced(there, self.workshop)?.id;
        let mut step = Step::new(Say::new("step-park"));
        step.create(&Parking {
            id: ParkingId(fresh.id(Kind::Parking)?),
            uid: fresh.uid(),
            workshop,
            text: said(&self.text)?,
            owner: String::new(),
            at: fresh.now,
            done: None,
        });
        Ok(step)
    }
}

impl Plan for AmendParking {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Parking = there.get(self.parking.0)?;
        let mut step = Step::new(Say::new("step-park-amend"));
        let (text, owner) = (said(&self.text)?, line(&self.owner));
        step.update(&before, &Parking { text, owner, ..before.clone() });
        Ok(step)
    }
}

impl Plan for SettleParking {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Parking = there.get(self.parking.0)?;
        let done = self.done.then(|| before.done.unwrap_or(fresh.now));
        let label = if self.done { "step-park-done" } else { "step-park-again" };
        let mut step = Step::new(Say::new(label));
        step.update(&before, &Parking { done, ..before.clone() });
        Ok(step)
    }
}

impl Plan for RemoveParking {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(Say::new("step-park-remove"));
        step.delete(&there.get::<Parking>(self.parking.0)?);
        Ok(step)
    }
}

fn said(text: &str) -> Result<String, No> {
    let text = line(text);
    if text.is_empty() { Err(No::refuse(Say::new("refused-park-empty"))) } else { Ok(text) }
}
