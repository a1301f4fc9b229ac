//! A quiet word where what is being typed looks as if it says who somebody is. It stops nothing.

use crate::domain::{CONTACTS, Say, personal};

use super::{Kind, Part, Sheet};

/// Longer texts are pasted, not typed.
const LONGEST: usize = 100_000;

impl Sheet {
    /// What the text of a part seems to hold that had better not stand there.
    pub fn seems(&self, part: &Part) -> Option<Say> {
        // An answer is for one person and says where to turn.
        if !part.context().is_text() || matches!(self.kind, Kind::Reply(_)) {
            return None;
        }
        let text = part.text();
        if CONTACTS.contains(&&*part.key) || text.len() > LONGEST {
            return None;
        }
        personal(&text).map(crate::domain::Hint::say)
    }
}
