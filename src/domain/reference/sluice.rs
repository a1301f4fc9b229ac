//! The shape of `assets/sluice.json`: the default sluice, the rules of each decision and the words
//! for everything that has a fixed set of values.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Both, Level, Named};
use crate::domain::{DecisionKind, Outcome, QuestionKind, Status};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sluice {
    pub version: u32,
    pub stages: Vec<Stage>,
    pub statuses: Vec<Named>,
    pub outcomes: Vec<Named>,
    pub decisions: Vec<Decision>,
    pub feedback: Vec<Feedback>,
    pub gate_answers: Vec<Named>,
    pub referral_targets: Vec<Named>,
    pub longest_pause_months: u8,
    pub response_times: ResponseTimes,
    pub benefit_scale: Vec<Level>,
    pub effort_scale: Vec<Level>,
    pub benefit_types: Vec<Named>,
    pub sources: Vec<Named>,
    pub roles: Vec<Role>,
    pub comment_kinds: Vec<Named>,
    pub sensitivities: Vec<Named>,
    pub record_statuses: Vec<Named>,
    pub name_visible: Vec<Named>,
    pub wants_to_join: Vec<Named>,
    pub fields: Vec<Field>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    pub key: String,
    /// At most nine characters, so that it fits the narrowest column.
    pub short: Both,
    pub long: Both,
    pub purpose: Both,
    /// Days in the stage after which the card says that it has been there for long.
    pub warn_after_days: u16,
    pub gate: Gate,
}

/// The gate through which an idea leaves its stage.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    pub key: String,
    pub name: Both,
    pub who: Both,
    pub time: Both,
    /// From the test gate on: a test without a receiver has nowhere to go.
    pub needs_receiver: bool,
    /// The least level advised for each criterion, by its key. Text, never a lock.
    pub advisory_minimum: BTreeMap<String, u8>,
    pub questions: Vec<Question>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub key: String,
    pub kind: QuestionKind,
    pub text: Both,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    #[serde(rename = "key")]
    pub kind: DecisionKind,
    pub name: Both,
    pub from: AllowedFrom,
    pub to_status: Status,
    pub to_outcome: Option<Outcome>,
    pub needs_rationale: bool,
    /// What was learned is asked for.
    pub needs_learning: bool,
    pub needs_date_or_event: bool,
    /// Where the idea belongs, and whom to ask there.
    pub needs_target: bool,
    /// The idea that lives on.
    pub needs_idea: bool,
}

/// Which ideas a decision can be taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AllowedFrom {
    /// In any stage, unless closed.
    Any,
    BeforeLastStage,
    LastStage,
    PausedOrClosed,
}

/// A ready answer to the idea giver.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    pub key: String,
    /// With names in braces, of [`PLACEHOLDERS`].
    pub text: Both,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseTimes {
    pub receipt_working_days: u16,
    pub first_answer_working_days: u16,
    pub feedback_working_days: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub key: String,
    pub name: Both,
    pub about: Both,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub key: String,
    pub name: Both,
    /// What to write there; none where the program fills it in.
    pub hint: Option<Both>,
    /// Characters after which the form says that the text is long. It never cuts.
    pub long_after: Option<u16>,
}

impl Gate {
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }

    pub fn musts(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.kind == QuestionKind::Must)
    }
}

impl AllowedFrom {
    pub fn allows(self, status: Status, in_last_stage: bool) -> bool {
        let open = status != Status::Closed;
        match self {
            AllowedFrom::Any => open,
            AllowedFrom::BeforeLastStage => open && !in_last_stage,
            AllowedFrom::LastStage => open && in_last_stage,
            AllowedFrom::PausedOrClosed => status != Status::Active,
        }
    }
}

/// What a ready answer may leave open.
pub const PLACEHOLDERS: &[&str] =
    &["nr", "datum", "steg", "motivering", "nasta", "kontakt", "annan", "mottagare", "lardom"];

/// The names in braces, in the order in which they stand.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
