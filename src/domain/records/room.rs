//! What a workshop leaves behind: the meeting with its run sheet, groups, votes, what was parked and
//! agreed, who was there. Ballots are no records.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::kinds::{Axis, ItemState, SceneKind, VoteForm, VoteState, WorkshopState};
use crate::domain::record::{Column, Kind, Record, Row, id, record};
use crate::domain::value::{Cell, Stamp, Uid, Value};

use super::IdeaId;

id!(WorkshopId of Workshop);
id!(ClusterId of Cluster);
id!(ClusterIdeaId of ClusterIdea);
id!(VoteId of Vote);
id!(VoteOptionId of VoteOption);
id!(VoteCountId of VoteCount);
id!(AgendaItemId of AgendaItem);
id!(ParkingId of Parking);
id!(ActionId of Action);
id!(AttendanceId of Attendance);

record! {
    /// A meeting with its run sheet. At most one is running.
    Workshop in WorkshopId {
        title: String,
        question: String,
        day: Option<Date>,
        /// Minutes after midnight, where the meeting takes place.
        begins: Option<i64>,
        place: String,
        /// How many are expected.
        people: Option<i64>,
        /// One of `assets/workshops.json`.
        template: String,
        /// How long it may last. What is on the run sheet may take longer; that is told.
        minutes: i64,
        state: WorkshopState,
        started: Option<Stamp>,
        /// The step in which it was started, by which the journal knows what came after.
        started_in: Option<Uid>,
        ended: Option<Stamp>,
        ended_in: Option<Uid>,
        removed: Option<Stamp>,
    }
}

record! {
    /// Ideas that belong together, under a heading.
    Cluster in ClusterId { workshop: WorkshopId, rank: i64, name: String, }
}

record! { ClusterIdea in ClusterIdeaId { cluster: ClusterId, idea: IdeaId, } }

record! {
    /// What is voted on, and how. What was voted stands in `VoteCount` once it is revealed; until
    /// then it is in no record.
    Vote in VoteId {
        workshop: Option<WorkshopId>,
        criterion: String,
        form: VoteForm,
        /// The fewest points that a person can give an option; below nothing, options are voted against.
        low: i64,
        high: i64,
        /// How many points a person has; none where each option is judged for itself.
        budget: Option<i64>,
        blind: bool,
        named: bool,
        /// What is estimated, where it is an estimate.
        axis: Option<Axis>,
        /// The other estimate of the same options.
        pair: Option<VoteId>,
        /// The round before this one.
        earlier: Option<VoteId>,
        expected: Option<i64>,
        state: VoteState,
        opened: Option<Stamp>,
        revealed: Option<Stamp>,
        /// How many had voted when it was revealed.
        voters: Option<i64>,
    }
}

record! {
    /// An idea, a cluster or a text that is voted on.
    VoteOption in VoteOptionId {
        vote: VoteId,
        rank: i64,
        /// What is said aloud and written on a ballot.
        number: i64,
        idea: Option<IdeaId>,
        cluster: Option<ClusterId>,
        text: String,
        /// Estimates are revealed one option at a time.
        revealed: Option<Stamp>,
        voters: Option<i64>,
    }
}

record! {
    /// So many gave an option so many points. There is none before the reveal.
    VoteCount in VoteCountId {
        vote: VoteId,
        option: VoteOptionId,
        points: i64,
        n: i64,
        /// Empty where the vote is anonymous.
        voter: String,
    }
}

record! {
    /// An item on a run sheet.
    AgendaItem in AgendaItemId {
        workshop: WorkshopId,
        rank: i64,
        title: String,
        /// Read to the room, and shown to it.
        instruction: String,
        minutes: i64,
        scene: SceneKind,
        state: ItemState,
        started: Option<Stamp>,
        /// The step in which it was begun: the checkpoint that one can go back to.
        started_in: Option<Uid>,
        ended: Option<Stamp>,
        vote: Option<VoteId>,
    }
}

record! {
    /// What is to be taken up another time.
    Parking in ParkingId {
        workshop: WorkshopId,
        text: String,
        /// The role that takes it on.
        owner: String,
        at: Stamp,
        done: Option<Stamp>,
    }
}

record! {
    /// Somebody does something, by a day.
    Action in ActionId {
        workshop: Option<WorkshopId>,
        idea: Option<IdeaId>,
        text: String,
        role: String,
        due: Option<Date>,
        at: Stamp,
        done: Option<Stamp>,
    }
}

record! {
    /// Who was there, as they want to be called.
    Attendance in AttendanceId {
        workshop: WorkshopId,
        text: String,
        /// The idea in which they have an interest of their own.
        idea: Option<IdeaId>,
    }
}

impl Vote {
    /// Whether what was voted is nobody's to know yet.
    pub fn is_secret(&self) -> bool {
        self.revealed.is_none()
    }
}
