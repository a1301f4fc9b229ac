//! What votes need of the world: a name for a ballot, and an order for the booth that nobody knows.

use crate::app::Answer;
use crate::domain::Uid;
use crate::domain::vote::Slip;

use super::World;

impl World {
    /// A ballot that was tried before has its name, by which it counts once.
    pub(super) fn name(&mut self, slip: Option<&mut Slip>) {
        if let Some(slip) = slip.filter(|slip| slip.uid == Uid::default()) {
            slip.uid = (self.clock.uid)();
        }
    }

    pub(super) fn shuffle(&mut self, answer: &mut Answer) {
        if let Answer::Voting(read) = answer {
            let (high, low) = (self.clock.uid)().0.as_u64_pair();
            read.seed = high ^ low;
        }
    }
}
