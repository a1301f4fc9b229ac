//! What the program knows before anybody has written anything: the stages, gates, decisions and
//! words that it brings with it, in both languages, and the instrument for an idea's profile.
//!
//! The content is `assets/sluice.json` and `assets/instruments/profile.json`. A file of the user's
//! own may rename and reorder its stages; that is in `store`, not here.

mod known;
mod profile;
mod sluice;

use std::sync::OnceLock;

use serde::Deserialize;

pub use known::{keys, known};
pub use profile::{Criterion, Profile};
pub use sluice::{
    AllowedFrom, Decision, Feedback, Field, Gate, PLACEHOLDERS, Question, ResponseTimes, Role,
    Sluice, Stage, placeholders,
};

use super::{DecisionKind, Language, Outcome, Status};

/// A text that the program brings with it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    pub sv: String,
    pub en: String,
}

/// Something that has a key and a name and nothing that the rules need to know.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub key: String,
    pub name: Both,
    /// What the name means, in a sentence or two.
    pub meaning: Option<Both>,
}

/// A step of a scale, with the words for it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    pub value: u8,
    pub label: Both,
}

#[derive(Debug)]
pub struct Reference {
    pub sluice: Sluice,
    pub profile: Profile,
}

impl Both {
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::En => &self.en,
        }
    }
}

impl Reference {
    /// Read at the first call: about 0.1 ms.
    pub fn get() -> &'static Reference {
        static REFERENCE: OnceLock<Reference> = OnceLock::new();
        REFERENCE.get_or_init(|| Reference {
            sluice: serde_json::from_str(include_str!("../../assets/sluice.json"))
                .expect("the tests have read assets/sluice.json"),
            profile: serde_json::from_str(include_str!("../../assets/instruments/profile.json"))
                .expect("the tests have read assets/instruments/profile.json"),
        })
    }

    pub fn stage(&self, key: &str) -> Option<&Stage> {
        self.sluice.stages.iter().find(|stage| stage.key == key)
    }

    /// The gate through which an idea leaves the stage.
    pub fn gate_of(&self, stage_key: &str) -> Option<&Gate> {
        self.stage(stage_key).map(|stage| &stage.gate)
    }

    pub fn decision(&self, key: &str) -> Option<&Decision> {
        DecisionKind::from_key(key).map(|kind| self.decision_of(kind))
    }

    pub fn decision_of(&self, kind: DecisionKind) -> &Decision {
        let decisions = &self.sluice.decisions;
        decisions.iter().find(|decision| decision.kind == kind).expect("every kind has its rules")
    }

    pub fn status(&self, status: Status) -> &Named {
        named(&self.sluice.statuses, status.key()).expect("every status has a name")
    }

    pub fn outcome(&self, key: &str) -> Option<&Named> {
        named(&self.sluice.outcomes, key)
    }

    pub fn outcome_of(&self, outcome: Outcome) -> &Named {
        self.outcome(outcome.key()).expect("every outcome has a name")
    }

    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.profile.criteria.iter().find(|criterion| criterion.key == key)
    }

    /// A ready answer to the idea giver: `kvitto`, or the key of a decision.
    pub fn feedback(&self, key: &str) -> Option<&Feedback> {
        self.sluice.feedback.iter().find(|feedback| feedback.key == key)
    }

    pub fn field(&self, key: &str) -> Option<&Field> {
        self.sluice.fields.iter().find(|field| field.key == key)
    }
}

fn named<'a>(list: &'a [Named], key: &str) -> Option<&'a Named> {
    list.iter().find(|named| named.key == key)
}

#[cfg(test)]
mod tests;
