//! What an idea sluice is and what its rules are. Nothing here reads a clock, a file, a key or a
//! screen: what a rule cannot know is handed to it.

mod answer;
mod backup;
mod card;
mod clean;
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
mod say;
mod shelf;
mod similar;
mod sound;
mod step;
mod there;
mod thin;
mod todo;
mod value;
mod when;

pub use answer::{Ready, Wording, ready_answer};
pub use backup::{Backup, Difference, Side, Soundness, Why};
pub use card::{Anchor, Card, Expects, Order, Warning, Window};
pub use clean::{FIELD_CAP_BYTES, Lines, clean};
pub use command::{
    AddComment, AddEntry, AddQuestion, AddSluice, AddStage, AmendComment, AmendEntry,
    AmendQuestion, Assess, Begin, Capture, CaptureForm, Carry, Command, Decide, DecideTogether,
    Edit, EditTest, Fresh, Goal, Import, List, MoveQuestion, MoveSluice, MoveStage, NextStep,
    Place, Plan, PutBack, Remove, RemoveComment, RemoveEntry, RemoveFilter, RemoveQuestion,
    RemoveSluice, RemoveStage, RemoveTest, RenameFilter, RenameSluice, RenameStage, Reply, Samples,
    SaveFilter, SetGate, SetOwner, SetStage, ShapeStage, Shift, Survey, TagIdeas, Unmerge,
    longest_pause,
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
    CommentKind, DecisionKind, ErasureKind, GateReply, NameVisible, Outcome, QuestionKind,
    RecordStatus, Sensitivity, Source, Status, WantsToJoin,
};
pub use language::Language;
pub use names::Names;
pub use needles::{Excerpt, Needle, Needles};
pub use oneline::{Captured, many_lines};
pub use person_hint::{CONTACTS, Hint, personal};
pub use portable::{Portable, PortableChange, PortablePast, Uids};
pub use record::{Column, Kind, Record, Row};
pub use records::{
    Challenge, ChallengeId, Comment, CommentId, Decision, DecisionId, Erasure, ErasureId, Feedback,
    FeedbackId, Filling, FillingId, FillingLevel, FillingLevelId, GateAnswer, GateAnswerId,
    GateQuestion, GateQuestionId, Gone, GoneId, Idea, IdeaBenefit, IdeaBenefitId, IdeaId, IdeaTag,
    IdeaTagId, IdeaText, Link, LinkId, Person, PersonId, ReferralTarget, ReferralTargetId,
    SavedFilter, SavedFilterId, Sluice, SluiceId, Stage, StageId, Tag, TagId, Test, TestId, Unit,
    UnitId,
};
pub use reference::{Both, Reference, keys, known};
pub use refusal::{No, Refusal};
pub use say::{Arg, Say};
pub use shelf::{Shelf, Shelved};
pub use similar::{most_similar, similarity};
pub use sound::is_sound;
pub use step::{Change, Clash, Delta, Step};
pub use there::{Beyond, Nothing, There, Unreadable};
pub use thin::thin;
pub use todo::{Todo, TodoItem, TodoKind};
pub use value::{Cell, Stamp, Uid, Value};
pub use when::{Holidays, NotADay, add_working_days, is_working_day, read_day};
