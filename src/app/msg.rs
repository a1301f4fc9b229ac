//! What comes in through the door, and what goes out.

use std::collections::HashMap;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::domain::minutes::{Choices, MeetingRead};
use crate::domain::vote::{Slip, Turnout};
use crate::domain::{
    AgendaItemId, Anchor, Backup, Change, Command, Done, Draft, IdeaId, Language, Needles, Order,
    PersonId, Removal, SavedFilter, Say, Sluice, Stage, StageId, Stamp, Test, Unit, Unsaved,
    Window, WorkshopId, WorkshopLine,
};
use crate::input::Chord;

use super::backups::Backed;
use super::entries::ShapeRead;
use super::file::{Beginning, Opened, OwnFile, WhichFile};
use super::finding::Found;
use super::gate_meeting::{GateAsk, GateMeetingRead};
use super::geometry::Size;
use super::list::{ListAsk, ListRead};
use super::opening::{Opening, OpeningRead};
use super::pane::{HistoryRead, PaneRead};
use super::privacy::Went;
use super::recovery::{Broken, WayOn};
use super::room::RoomRead;
use super::room::show::{LiveAsk, LiveRead};
use super::search::FoundRow;
use super::voting::{Subject, VotingRead};

/// The time at which a message came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub stamp: Stamp,
    pub today: Date,
}

#[derive(Clone, Debug)]
pub enum Msg {
    Key(Chord),
    Paste(String),
    /// More was pasted than any field takes; none of it came through.
    PasteTooLarge,
    Mouse(Mouse),
    Resize(Size),
    /// The terminal told whether its background is dark.
    Background {
        dark: bool,
    },
    /// A step is in the file.
    Saved(Done),
    /// A rule said no.
    Refused(Say),
    /// The file could not be written.
    Failed(Say),
    /// What was asked for before this one was not saved, so this was not tried.
    NotTried,
    /// The file could not be gone through.
    NotInspected(Say),
    /// What the room is to see could not be written.
    NotShown,
    /// Another program holds the file; what was asked for waits.
    Waiting,
    /// Something to know about the file or the disk; it answers nothing.
    Warned(Say),
    /// Drafts are files of their own, in the place that this tells; none when the file has them again.
    DraftsBeside(Option<Say>),
    /// Nothing can be written, for this reason, until it is told that it can again.
    Barred(Option<Say>),
    /// Texts that earlier runs left unsaved: how many, and when the newest was typed.
    DraftsLeft {
        left: Option<(usize, Stamp)>,
        /// So many of them had not been written to the file.
        restored: usize,
    },
    /// Everything was saved in another place.
    SavedElsewhere(Result<PathBuf, Say>),
    /// The file is closed. What could be written nowhere comes with it.
    Closed {
        homeless: Vec<Unsaved>,
    },
    /// The file takes its time to be closed.
    SlowToClose,
    /// The person's own editor came back, with a text or a reason why there is none.
    EditedOutside(Result<String, Say>),
    /// What is being typed is to be written down.
    Keep,
    /// A clock on the screen shows something else by now.
    Tick,
    /// Another file was opened.
    Opened(Opened),
    /// A file that was asked for was written there, or why it was not.
    Wrote(Result<String, Say>),
    /// What is read is from now on what a room may see, or all again; and who is at the keyboard.
    Projected {
        on: bool,
        who: String,
    },
    /// Another program wrote to the file.
    Changed,
    Answer(Answer),
    /// The file was mended as far as it can be: what to tell, and the step that can be taken back.
    Mended {
        told: Say,
        done: Option<Done>,
    },
    /// The file was looked through on this day, and is as it should be.
    Checked(Date),
    /// Something worth knowing of the file came up.
    Remarked(Say),
    /// What became of a backup.
    Backup(Backed),
    /// The file cannot be read.
    Broken(Box<Broken>),
    /// How far something has come that is done to the file while it is closed.
    Working(Say),
    /// It has ended: the file is free again.
    WorkEnded,
    /// What became of an erasure.
    Went(Went),
    /// What became of the ballot that waited longest; none where one was taken back. `sure` where the
    /// file itself answered.
    Ballot {
        slip: Option<Slip>,
        became: Result<Turnout, Say>,
        sure: bool,
    },
    /// Something that was looked for off the loop.
    Found(Found),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    Press { x: u16, y: u16 },
    WheelUp { x: u16, y: u16 },
    WheelDown { x: u16, y: u16 },
}

/// What the screen needs to read. It is read at once, before the next message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    Frame,
    /// What shapes the sluices.
    Shape,
    /// The tests of an idea.
    Tests(IdeaId),
    /// All workshops.
    Workshops,
    /// A workshop with all that belongs to it.
    Room(WorkshopId),
    /// What was said and agreed at a workshop; at the one that is meant where none is named.
    Meeting(Option<WorkshopId>),
    Window {
        stage: StageId,
        order: Order,
        anchor: Anchor,
        size: usize,
    },
    /// Which stage an idea stands in, to go there.
    Whereabouts(IdeaId),
    /// All that the panes of an idea show.
    Pane(IdeaId),
    /// A page of an idea's history, older than a step where that is given.
    History {
        idea: IdeaId,
        before: Option<i64>,
        limit: usize,
    },
    /// What a step changed.
    Changes(i64),
    /// What a sheet needs to open.
    Opening(Opening),
    /// A stretch of a column under a filter.
    Filtered {
        stage: StageId,
        ideas: Vec<IdeaId>,
        above: usize,
        total: usize,
        sieve: u64,
    },
    /// What a list shows of some ideas, and where the words stand in them.
    Rows {
        ideas: Vec<IdeaId>,
        needles: Needles,
    },
    /// The filters that have a name.
    Filters,
    /// What was searched for last.
    Searches,
    List(ListAsk),
    /// What the room sees of the workshop that is being held.
    Live(LiveAsk),
    /// What a screen of votes shows.
    Voting(Subject),
    /// What a gate meeting shows.
    GateMeeting(GateAsk),
}

#[derive(Clone, Debug)]
pub enum Answer {
    Frame(Box<FrameRead>),
    Window { stage: StageId, order: Order, window: Window, people: HashMap<PersonId, String> },
    Shape(Box<ShapeRead>),
    Tests(IdeaId, Vec<Test>),
    Workshops(Vec<WorkshopLine>),
    Room(Box<RoomRead>),
    Meeting(Option<WorkshopId>, Option<Box<MeetingRead>>),
    Whereabouts { idea: IdeaId, stage: Option<StageId> },
    Pane(Box<PaneRead>),
    History { read: Box<HistoryRead>, continued: bool },
    Changes { seq: i64, changes: Vec<Change> },
    Opening(Box<OpeningRead>),
    Filtered { stage: StageId, window: Window, people: HashMap<PersonId, String>, sieve: u64 },
    Rows { ideas: Vec<IdeaId>, rows: Vec<FoundRow> },
    Filters(Vec<SavedFilter>),
    Searches(Vec<String>),
    List(Box<ListRead>),
    Live { ask: LiveAsk, read: Option<Box<LiveRead>> },
    Voting(Box<VotingRead>),
    GateMeeting(GateAsk, Box<GateMeetingRead>),
    Broken(Box<Broken>),
    Failed(Say),
}

/// What the board's frame is made of.
#[derive(Clone, Debug, Default)]
pub struct FrameRead {
    pub sluices: Vec<Sluice>,
    /// Of all sluices.
    pub stages: Vec<Stage>,
    pub units: Vec<Unit>,
    pub counts: HashMap<StageId, usize>,
    pub last_saved: Option<Stamp>,
    /// The highest number that any idea has.
    pub highest: i64,
    /// The workshop that is being held.
    pub running: Option<WorkshopId>,
    /// The capture line as it was left.
    pub line: Vec<Draft>,
}

/// What should be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Plans and saves a step; the draft of that name goes with it.
    Commit {
        command: Command,
        drops: Option<String>,
    },
    /// Puts a ballot into the box, in the place of the last one where that is given; none takes the
    /// last one back. It gets its name outside, unless it has one.
    Ballot {
        slip: Option<Slip>,
        instead_of: Option<Slip>,
    },
    Undo,
    /// Takes back one step, whatever was done since.
    UndoChosen(i64),
    /// Takes back, as one step, all that was done since an item of a run sheet was begun.
    BackToItem(AgendaItemId),
    Redo,
    Remember {
        name: &'static str,
        value: String,
    },
    /// Writes down what is being typed. Its stamp is that of the writing.
    KeepDraft {
        target: String,
        fields: Vec<Draft>,
    },
    DropDraft {
        target: String,
    },
    /// Opens a file; one without anything in it is begun where it is said with what.
    OpenFile {
        which: WhichFile,
        begin: Option<Beginning>,
    },
    /// Looks through the whole file for what is not as it was left.
    Inspect,
    /// Mends what can be mended, after keeping a copy.
    Mend,
    /// Takes a backup now.
    TakeBackup,
    /// Makes ready to go back to a backup.
    Restore(Box<Backup>),
    /// Puts the file that stands ready in the place of the one that is open.
    Switch,
    /// Goes on after a file that cannot be read.
    Recover(WayOn),
    /// Writes all that the file has of a person to a file.
    Extract(PersonId),
    /// Takes somebody or something out of the file for good.
    Erase(Box<Removal>),
    /// Opens the file again after what was done to it has ended.
    TakeUp,
    /// Puts the text of ideas on the system's clipboard.
    CopyIdeas(Vec<IdeaId>),
    /// Writes a text to a file of that name, or one like it that is not there yet.
    WriteText {
        name: String,
        text: String,
    },
    /// Writes the minutes of a workshop to a file.
    WriteMinutes {
        workshop: WorkshopId,
        choices: Choices,
        html: bool,
    },
    /// Puts a text on the system's clipboard.
    Copy(String),
    /// Hands a text to the person's own editor.
    EditOutside {
        text: String,
    },
    /// Somebody else sits at the keyboard.
    Be(String),
    /// Writes a file of settings or keys to begin from.
    Write(OwnFile, Language),
    /// Whether only what a room may see is to be read.
    Project(bool),
    /// This window is to say what the room sees.
    Lead,
    /// Whether the terminal reports the mouse.
    Mouse(bool),
    /// Can be heard, once.
    Bell,
    Redraw,
    Suspend,
    /// Tries again to write where that was given up.
    TryAgain,
    /// Saves all that can be read in another place.
    SaveElsewhere,
    Leave,
    /// Leaves at once; what is not saved goes to files.
    Abandon,
}

impl Effect {
    pub(super) fn commit(command: impl Into<Command>) -> Effect {
        Effect::Commit { command: command.into(), drops: None }
    }

    /// It is answered as saved, refused or failed.
    pub fn is_step(&self) -> bool {
        matches!(
            self,
            Effect::Commit { .. }
                | Effect::Undo
                | Effect::UndoChosen(_)
                | Effect::BackToItem(_)
                | Effect::Redo
        )
    }
}
