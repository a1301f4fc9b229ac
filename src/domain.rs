//! What an idea sluice is and what its rules are. Nothing here reads a clock, a file, a key or a
//! screen: what a rule cannot know is handed to it.

mod answer;
mod backup;
mod card;
mod clean;
mod clock;
pub mod command;
pub mod demo;
mod derive;
mod detail;
mod draft;
mod erasure;
mod field;
pub mod filter;
mod finding;
mod fold;
mod found;
mod gate;
mod history;
mod information;
mod kinds;
mod language;
pub mod live;
pub mod minutes;
mod names;
mod needles;
mod oneline;
mod owed;
mod person_hint;
mod portable;
pub mod profile;
mod record;
mod records;
pub mod reference;
mod refusal;
mod room;
mod say;
mod schedule;
mod shelf;
mod similar;
mod sound;
mod step;
mod templates;
mod there;
mod thin;
mod todo;
mod value;
pub mod vote;
mod when;

pub use answer::{Ready, Wording, ready_answer};
pub use backup::{Backup, Difference, Side, Soundness, Why};
pub use card::{Anchor, Card, Expects, Order, Warning, Window};
pub use clean::{FIELD_CAP_BYTES, Lines, clean};
pub use clock::{Clock, Face, Mood};
pub use command::{
    AddAction, AddComment, AddEntry, AddItem, AddQuestion, AddSluice, AddStage, AddWorkshop,
    AmendAction, AmendAttendance, AmendComment, AmendEntry, AmendItem, AmendParking, AmendQuestion,
    AmendVote, AmendWorkshop, Announced, Assess, Begin, Capture, CaptureForm, Carry, CloseVote,
    Command, CountVote, Decide, DecideTogether, DissolveCluster, DropVote, Edit, EditTest,
    EndWorkshop, Fresh, GoToItem, Goal, GroupIdeas, Import, List, MoveCluster, MoveItem,
    MoveQuestion, MoveSluice, MoveStage, NextItem, NextStep, NoteAttendance, OpenVote, OptionOf,
    Park, Place, PlaceOnMatrix, Plan, PreviousItem, Prolong, PutBack, Remove, RemoveAction,
    RemoveAttendance, RemoveComment, RemoveEntry, RemoveFilter, RemoveItem, RemoveParking,
    RemoveQuestion, RemoveSluice, RemoveStage, RemoveTest, RemoveVote, RemoveWorkshop,
    RenameCluster, RenameFilter, RenameSluice, RenameStage, ReopenVote, RepeatItem, Reply,
    RevealIdeas, RevealVote, Samples, SaveFilter, ScoreAtGate, SecondRound, SetGate, SetOwner,
    SetStage, SetUpEstimates, SetUpVote, SettleAction, SettleParking, ShapeStage, Shift, SkipItem,
    StartWorkshop, Survey, TagIdeas, TakeOut, Unmerge, longest_pause, read_time,
};
pub use derive::{Derived, derive};
pub use detail::Detail;
pub use draft::{Draft, KeptDraft, Unsaved};
pub use erasure::{
    Deed, Disposal, Dispose, Fate, Hit as PersonHit, Keep, Occurrences, Overdue, OverdueKind,
    Periods, PersonErasure, Redaction, Removal, Rewriting, Role, TextOf, Trace, Tracing, Verdict,
    Wanted, gone_too,
};
pub use field::{
    Blank, FIELDS, Field, FieldKind, Filled, Group, TEST_FIELDS, blanks, field_by_key, new_blanks,
    test_blanks,
};
pub use filter::Filter;
pub use finding::{Finding, Remedy, Spotted};
pub use fold::{Folded, fold, fold_onto};
pub use found::{Filtered, Hit, ListColumn, ListRow, Spot};
pub use gate::{Answered, Asked, GateView, Readiness};
pub use history::{Done, Entry, Past, State, Story};
pub use information::{information, information_memory};
pub use kinds::{
    Axis, CommentKind, DecisionKind, ErasureKind, GateReply, ItemState, NameVisible, Outcome,
    QuestionKind, RecordStatus, SceneKind, Sensitivity, Source, Status, VoteForm, VoteState,
    WantsToJoin, WorkshopState,
};
pub use language::Language;
pub use live::Live;
pub use names::{Names, PERSONAL_FIELDS, SOMEBODY};
pub use needles::{Excerpt, Needle, Needles};
pub use oneline::{Captured, many_lines};
pub use person_hint::{CONTACTS, Hint, personal};
pub use portable::{Portable, PortableChange, PortablePast, Uids};
pub use record::{Column, Kind, Record, Row};
pub use records::{
    Action, ActionId, AgendaItem, AgendaItemId, Attendance, AttendanceId, Challenge, ChallengeId,
    Cluster, ClusterId, ClusterIdea, ClusterIdeaId, Comment, CommentId, Decision, DecisionId,
    Erasure, ErasureId, Feedback, FeedbackId, Filling, FillingId, FillingLevel, FillingLevelId,
    GateAnswer, GateAnswerId, GateQuestion, GateQuestionId, Gone, GoneId, Idea, IdeaBenefit,
    IdeaBenefitId, IdeaId, IdeaTag, IdeaTagId, IdeaText, Link, LinkId, Parking, ParkingId, Person,
    PersonId, ReferralTarget, ReferralTargetId, SavedFilter, SavedFilterId, Sluice, SluiceId,
    Stage, StageId, Tag, TagId, Test, TestId, Unit, UnitId, Vote, VoteCount, VoteCountId, VoteId,
    VoteOption, VoteOptionId, Workshop, WorkshopId,
};
pub use reference::{Both, Reference, keys, known};
pub use refusal::{No, Refusal};
pub use room::{Decided, Grouped, Meeting, OptionView, Room, VoteResult, VoteView, WorkshopLine};
pub use say::{Arg, Say};
pub use schedule::{Schedule, Slot};
pub use shelf::{Shelf, Shelved};
pub use similar::{most_similar, similarity};
pub use sound::is_sound;
pub use step::{Change, Clash, Delta, Step};
pub use templates::{ClockPreset, Template, TemplateItem, Templates};
pub use there::{Beyond, Nothing, There, Unreadable};
pub use thin::thin;
pub use todo::{Todo, TodoItem, TodoKind};
pub use value::{Cell, Stamp, Uid, Value};
pub use when::{Holidays, NotADay, add_working_days, is_working_day, read_day};
