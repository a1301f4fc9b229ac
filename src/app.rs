//! The model and its one door: `update`. Every key, every answer from the file, every change that
//! somebody else made comes in as a message; what should be done about it goes out as effects.
//! Nothing here reads a clock, a file or a screen.

mod act;
mod backups;
mod board;
mod capture;
mod column;
mod curtain;
mod entries;
mod file;
mod filter;
mod filters;
mod finder;
mod finding;
mod gate_meeting;
mod gather;
mod geometry;
mod grid;
mod left;
mod list;
mod listing;
mod minutes;
mod model;
mod mouse;
mod msg;
mod needs;
mod opening;
mod overlay;
mod pane;
mod privacy;
mod projector;
mod recovery;
mod room;
mod saving;
mod search;
mod sheet;
mod table;
mod typing;
mod update;
mod voting;

pub use backups::Backed;
pub use board::{Board, Carried};
pub use capture::{Capture, InRoom};
pub use column::{Column, Laid, Shown, has_facts};
pub use entries::{Entries, Entry, Listed, Matter, ShapeRead};
pub use file::{Beginning, LeftAt, Opened, OwnFile, WhichFile};
pub use filter::{BoardFilter, FilterLine};
pub use filters::Filters;
pub use finder::{Finder, GROUPS, Purpose, is_offered};
pub use finding::{Alike, Ask, Desk, Finding, Found, Inquiry, Job, SearchFound, asks};
pub use gate_meeting::{AtMeeting, GateAsk, GateMeeting, GateMeetingRead, InFocus};
pub use gather::{Gather, GatherAsk, GatherPlan, GatherRow};
pub use geometry::{BoardPlan, Screen, Size, plan};
pub use grid::{Grid, Leafed};
pub use left::LINE;
pub use list::{List, ListAsk, ListKind, ListRead, ListRows};
pub use listing::{Cell, ColumnShape, Ink, ListPlan, Listing, Of, Row};
pub use minutes::{Preview, Remembered};
pub use model::{Colours, Focus, Frame, Model, Notice, Pending, Theme};
pub use msg::{Answer, Effect, FrameRead, Mouse, Msg, Need, Now};
pub use needs::needs;
pub use opening::{AtGateAsk, Checkpoint, Opening, OpeningRead, VoteOpening};
pub use overlay::{Overlay, catch_up};
pub use pane::{HistoryRead, Other, Pane, Panes, PanesPlan, Room, Spot, Stand, Tabs};
pub use pane::{Page as PanePage, PaneRead};
pub use privacy::{About, PrivacyRead, Went};
pub use recovery::{Broken, WayOn};
pub use room::live::{hung, live, title};
pub use room::show::{AROUND, LiveAsk, LiveRead, Screens, Show};
pub use room::{Held, RoomAsk, RoomRead, RunSheet, RunSheetPlan, SetClock};
pub use saving::{Leaving, Saving};
pub use search::{FoundRow, Rows, Search, SearchPlan};
pub use sheet::{
    Body, Button, ButtonSpot, Choose, Part, Pick, Placed, Press, Sheet, SheetPlan, Theirs,
    VoteSetup, button_spots,
};
pub use table::{Table, TableColumn, TablePlan};
pub use update::update;
pub use voting::{
    BEFORE_VOTES, BallotDesk, Booth, Deed, Fields, Hands, Mode, Page as VotePage, Placing, Sheaf,
    Spot as PlacedIdea, Subject, VoteLine, VoteRead, Voting, VotingPlan, VotingRead,
    said as turnout_said,
};

/// The names under which a gate meeting is remembered.
pub mod gate_keys {
    pub use super::gate_meeting::{ADVICE, IDEAS};
}
