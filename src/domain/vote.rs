//! How a vote is settled: ballots are read, counted and told in order. Who may see what, and when,
//! is in the commands and in the store; nothing here knows a person.

mod ballot;
mod estimate;
mod outcome;
mod settings;
mod slip;
mod tally;

pub use ballot::{Ballot, Choice};
pub use estimate::{Estimate, Median, read_pair};
pub use outcome::{Shift, Standing, most_divided_first, shifts, standings};
pub use settings::{MOST_OPTIONS, Preset, Settings, wants_clusters};
pub use slip::{Part, Slip, Turnout, may_cast};
pub use tally::{Taken, Tally};
