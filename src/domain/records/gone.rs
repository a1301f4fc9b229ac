//! What is left of what went for good: the protocol, and the uids that never come back.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::kinds::ErasureKind;
use crate::domain::record::{Column, Kind, Record, Row, id, record};
use crate::domain::value::{Cell, Stamp, Uid, Value};

id!(ErasureId of Erasure);
id!(GoneId of Gone);

record! {
    /// That something went for good: when, by whom, on what ground, how much. Never what. It stands
    /// outside the journal.
    Erasure in ErasureId {
        at: Stamp,
        kind: ErasureKind,
        /// Who did it.
        role: String,
        /// Official records were among it.
        official: bool,
        /// The decision that allowed it.
        reference: String,
        ground: String,
        ideas: i64,
        people: i64,
        /// Texts that lost words, and contacts and drafts that went.
        texts: i64,
        /// Steps of the journal that were written anew.
        steps: i64,
        /// Hits that were to stay.
        kept: i64,
        /// From when to when what was disposed of had been closed.
        first: Option<Date>,
        last: Option<Date>,
    }
}

record! {
    /// The uid of a record that went for good, so that no import brings it back. It stands outside
    /// the journal.
    Gone in GoneId { at: Stamp, }
}
