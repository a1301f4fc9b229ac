//! Every kind of record, a struct each. What may be done with them is in the commands.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::kinds::{
    CommentKind, DecisionKind, GateReply, NameVisible, Outcome, RecordStatus, Sensitivity, Source,
    Status, WantsToJoin,
};
use super::record::{Column, Kind, Record, Row, id, record};
use super::say::Arg;
use super::value::{Cell, Stamp, Uid, Value};

mod gone;
mod room;

pub use gone::{Erasure, ErasureId, Gone, GoneId};
pub use room::{
    Action, ActionId, AgendaItem, AgendaItemId, Attendance, AttendanceId, Cluster, ClusterId,
    ClusterIdea, ClusterIdeaId, Parking, ParkingId, Vote, VoteCount, VoteCountId, VoteId,
    VoteOption, VoteOptionId, Workshop, WorkshopId,
};

id!(SluiceId of Sluice);
id!(StageId of Stage);
id!(GateQuestionId of GateQuestion);
id!(UnitId of Unit);
id!(TagId of Tag);
id!(ChallengeId of Challenge);
id!(ReferralTargetId of ReferralTarget);
id!(PersonId of Person);
id!(IdeaId of Idea);
id!(IdeaTagId of IdeaTag);
id!(IdeaBenefitId of IdeaBenefit);
id!(LinkId of Link);
id!(CommentId of Comment);
id!(TestId of Test);
id!(DecisionId of Decision);
id!(GateAnswerId of GateAnswer);
id!(FeedbackId of Feedback);
id!(FillingId of Filling);
id!(FillingLevelId of FillingLevel);
id!(SavedFilterId of SavedFilter);

record! {
    /// One board with its stages.
    Sluice in SluiceId {
        name: String,
        /// Place among the sluices.
        rank: i64,
        /// When it was removed. The row stays, for the history of what was in it.
        removed: Option<Stamp>,
    }
}

record! {
    /// A column of the board, and the gate that leads out of it.
    Stage in StageId {
        sluice: SluiceId,
        rank: i64,
        /// Which of the program's own stages this is; its names hold in both languages until renamed.
        key: Option<String>,
        name: Option<String>,
        /// What is done here, where it differs from the program's own text.
        purpose: Option<String>,
        /// More ideas than this are told in a word, never stopped.
        soft_limit: Option<i64>,
        /// After so many days in the stage an idea counts as stale.
        warn_days: Option<i64>,
        /// What the gate out of this stage is called, where it differs from the program's own name.
        gate_name: Option<String>,
        /// Who may decide at the gate, where it differs from the program's own text.
        gate_who: Option<String>,
        /// From this stage's gate on, an idea needs a receiver.
        needs_receiver: bool,
        /// When it was removed. The row stays, for the decisions taken at its gate; no idea is in it.
        removed: Option<Stamp>,
    }
}

record! {
    GateQuestion in GateQuestionId {
        stage: StageId,
        rank: i64,
        key: Option<String>,
        text: Option<String>,
        /// Counts in the readiness; the others are there to be talked about.
        must: bool,
    }
}

record! {
    Unit in UnitId {
        /// A few capitals that fit on a card.
        code: String,
        name: String,
    }
}

record! { Tag in TagId { name: String, } }

record! { Challenge in ChallengeId { name: String, } }

record! {
    /// Where an idea that belongs elsewhere can be sent.
    ReferralTarget in ReferralTargetId {
        rank: i64,
        key: Option<String>,
        name: Option<String>,
        contact: Option<String>,
    }
}

record! {
    /// A person or a role. The only place where names and contacts stand.
    Person in PersonId {
        name: String,
        contact: Option<String>,
    }
}

record! {
    /// What a card shows and a board sorts by. Its id is the number said aloud in the room.
    Idea in IdeaId {
        stage: StageId,
        /// Sparse place in the stage's column.
        rank: i64,
        title: String,
        status: Status,
        outcome: Option<Outcome>,
        stage_since: Date,
        unit: Option<UnitId>,
        giver: Option<PersonId>,
        owner: Option<PersonId>,
        coach: Option<PersonId>,
        receiver: Option<String>,
        next_due: Option<Date>,
        paused_until: Option<Date>,
        challenge: Option<ChallengeId>,
        source: Source,
        /// The meeting it came in at.
        workshop: Option<WorkshopId>,
        sensitivity: Sensitivity,
        name_visible: NameVisible,
        wants_to_join: WantsToJoin,
        record_status: RecordStatus,
        diary_no: Option<String>,
        /// 1 to 5, as in `assets/sluice.json`.
        benefit_score: Option<i64>,
        /// 1 to 5, as in `assets/sluice.json`.
        effort_score: Option<i64>,
        merged_into: Option<IdeaId>,
        created: Stamp,
        /// When it was removed from the board, to be found under what was removed.
        removed: Option<Stamp>,
    }
}

record! {
    /// An idea's long texts, apart from the card so that card rows stay dense. Same id as the idea.
    IdeaText in IdeaId {
        need: String,
        target_group: String,
        solution: String,
        benefit: String,
        alternatives: String,
        effort_note: String,
        next_step: String,
        next_role: String,
        /// The event that a pause waits for, when it has no day.
        paused_event: String,
        referred_to: String,
    }
}

record! { IdeaTag in IdeaTagId { idea: IdeaId, tag: TagId, } }

record! {
    IdeaBenefit in IdeaBenefitId {
        idea: IdeaId,
        /// One of the benefit types of `assets/sluice.json`.
        benefit: String,
    }
}

record! { Link in LinkId { idea: IdeaId, label: String, address: String, } }

record! {
    Comment in CommentId {
        idea: IdeaId,
        kind: CommentKind,
        text: String,
        author: Option<PersonId>,
        at: Stamp,
        edited: Option<Stamp>,
    }
}

record! {
    /// A trial on a small scale.
    Test in TestId {
        idea: IdeaId,
        question: String,
        method: String,
        place: String,
        /// How many took part. Never who.
        participants: Option<i64>,
        starts: Option<Date>,
        ends: Option<Date>,
        measure: String,
        stop_rule: String,
        result: String,
        learning: String,
        cost: String,
    }
}

record! {
    Decision in DecisionId {
        idea: IdeaId,
        /// The stage whose gate it was taken at.
        stage: StageId,
        kind: DecisionKind,
        at: Stamp,
        /// The role that decided.
        role: String,
        reason: String,
        learning: String,
        conditions: String,
        until: Option<Date>,
        event: String,
        target: String,
        contact: String,
        /// The idea was moved past the gate without it being opened.
        skipped: bool,
    }
}

record! {
    GateAnswer in GateAnswerId {
        decision: DecisionId,
        /// The question's key, where it is one of the program's own.
        key: Option<String>,
        /// The question as it was worded when answered, where it is not.
        text: Option<String>,
        must: bool,
        reply: GateReply,
    }
}

record! {
    /// An answer given to the idea giver.
    Feedback in FeedbackId {
        idea: IdeaId,
        decision: Option<DecisionId>,
        at: Stamp,
        channel: String,
        text: String,
    }
}

record! {
    /// One filling-in of an idea's profile.
    Filling in FillingId {
        idea: IdeaId,
        at: Stamp,
        role: String,
        note: String,
    }
}

record! {
    FillingLevel in FillingLevelId {
        filling: FillingId,
        /// One of the criteria of `assets/instruments/profile.json`.
        criterion: String,
        /// 1 to 4, 0 for *don't know*.
        level: i64,
    }
}

record! { SavedFilter in SavedFilterId { name: String, words: String, } }

impl GateQuestion {
    /// The question: worded by the file, or by the program in either language.
    pub fn label(&self) -> Arg {
        match (&self.text, &self.key) {
            (Some(text), _) => Arg::Text(text.clone().into()),
            (None, Some(key)) => Arg::Known(format!("question:{key}").into()),
            (None, None) => Arg::Text("".into()),
        }
    }
}

impl IdeaText {
    pub fn empty(id: IdeaId, uid: Uid) -> IdeaText {
        IdeaText {
            id,
            uid,
            need: String::new(),
            target_group: String::new(),
            solution: String::new(),
            benefit: String::new(),
            alternatives: String::new(),
            effort_note: String::new(),
            next_step: String::new(),
            next_role: String::new(),
            paused_event: String::new(),
            referred_to: String::new(),
        }
    }
}

impl Stage {
    /// The stage's name as part of a sentence: its own, or the program's in either language.
    pub fn label(&self) -> Arg {
        match (&self.name, &self.key) {
            (Some(name), _) => Arg::Text(name.clone().into()),
            (None, Some(key)) => Arg::Known(format!("stage:{key}").into()),
            (None, None) => Arg::Text("".into()),
        }
    }
}

impl Test {
    pub fn empty(id: TestId, uid: Uid, idea: IdeaId) -> Test {
        Test {
            id,
            uid,
            idea,
            question: String::new(),
            method: String::new(),
            place: String::new(),
            participants: None,
            starts: None,
            ends: None,
            measure: String::new(),
            stop_rule: String::new(),
            result: String::new(),
            learning: String::new(),
            cost: String::new(),
        }
    }
}

impl Idea {
    /// An idea as it comes in, before anything is said of it.
    pub fn new(
        id: IdeaId,
        uid: Uid,
        stage: StageId,
        rank: i64,
        created: Stamp,
        today: Date,
    ) -> Idea {
        Idea {
            id,
            uid,
            stage,
            rank,
            title: String::new(),
            status: Status::Active,
            outcome: None,
            stage_since: today,
            unit: None,
            giver: None,
            owner: None,
            coach: None,
            receiver: None,
            next_due: None,
            paused_until: None,
            challenge: None,
            source: Source::default(),
            workshop: None,
            sensitivity: Sensitivity::default(),
            name_visible: NameVisible::default(),
            wants_to_join: WantsToJoin::default(),
            record_status: RecordStatus::default(),
            diary_no: None,
            benefit_score: None,
            effort_score: None,
            merged_into: None,
            created,
            removed: None,
        }
    }

    /// Shown in a column; paused, closed and removed ideas have other places.
    pub fn is_on_board(&self) -> bool {
        self.status == Status::Active && self.removed.is_none()
    }
}
