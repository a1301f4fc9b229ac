//! The instrument with which a group describes how far an idea has come: a profile, never a sum.
//! The least that a gate advises belongs to the gate.

use serde::Deserialize;

use super::{Both, Level};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub key: String,
    pub version: u32,
    /// What the levels are called in general; 0 is *don't know* and comes last.
    pub levels: Vec<Level>,
    pub criteria: Vec<Criterion>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub key: String,
    pub name: Both,
    pub statement: Both,
    /// No for novelty: new is not better, so no gate asks for it.
    pub used_in_thresholds: bool,
    /// Levels 1 to 4 in words.
    pub levels: [Both; 4],
}

impl Criterion {
    /// The words for a level, none for *don't know* or a level that the scale lacks.
    pub fn level(&self, value: u8) -> Option<&Both> {
        self.levels.get(usize::from(value).checked_sub(1)?)
    }
}
