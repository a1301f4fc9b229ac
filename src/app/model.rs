//! Everything that the program knows between two messages.

use std::collections::{HashMap, VecDeque};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::live::Curtain;
use crate::domain::{
    Expects, IdeaId, Language, PersonId, Say, Sluice, SluiceId, Stage, StageId, Stamp, Test, Unit,
    UnitId, WorkshopId,
};
use crate::input::{Chord, Context, Keymap};
use crate::text::Words;

use super::board::Board;
use super::entries::ShapeRead;
use super::file::WhichFile;
use super::finding::Desk;
use super::geometry::{BoardPlan, Size, plan};
use super::grid;
use super::list::List;
use super::minutes::Remembered;
use super::opening::Opening;
use super::overlay::Overlay;
use super::pane::{Pane, Panes};
use super::room::Held;
use super::room::show::Show;
pub use super::saving::Pending;
use super::saving::Saving;
use super::voting::BallotDesk;

pub struct Model {
    pub words: Words,
    pub today: Date,
    pub zone: TimeZone,
    pub size: Size,
    pub theme: Theme,
    pub colours: Colours,
    /// The terminal's background, where it told.
    pub dark: Option<bool>,
    pub keymap: Keymap,
    /// Keys that are the beginning of something longer.
    pub pressed: Vec<Chord>,
    /// Counts the changes to the file; what was read from an older one is read again.
    pub version: u64,
    pub frame: Frame,
    pub board: Board,
    pub focus: Focus,
    pub panes: Panes,
    /// What lies on top, the topmost last. Only that one hears.
    pub overlays: Vec<Overlay>,
    /// The list from which the idea was opened that is shown now.
    pub behind: Option<Box<List>>,
    pub notice: Option<Notice>,
    /// What was asked of the file and is not answered yet, the oldest first.
    pub pending: VecDeque<Pending>,
    pub saved_at: Option<Stamp>,
    /// Which file is on the screen, and where the person's own lies.
    pub file: WhichFile,
    pub place: String,
    /// The stage to go to, once the stages are read.
    pub entering: Option<StageId>,
    /// An idea to go to, once it is known where it stands.
    pub sought: Option<IdeaId>,
    /// It is shown over the whole screen where it does not stand on the board.
    pub away: Option<IdeaId>,
    /// A sheet that opens as soon as what it needs is read.
    pub opening: Option<Opening>,
    /// What shapes the sluices, and of which version of the file; read while a list shows it.
    pub shape: Option<(u64, Box<ShapeRead>)>,
    /// The tests of one idea, while they are listed.
    pub tests: Option<(u64, IdeaId, Vec<Test>)>,
    /// What was read of a workshop, while that is shown.
    pub meeting: Option<Remembered>,
    /// The newest sluice is to be shown, once it is read.
    pub wants_newest: bool,
    /// It was asked in this run who is at the keyboard.
    pub introduced: bool,
    /// What was cut or copied last, in whichever field.
    pub clip: Option<String>,
    /// The name of the person at the keyboard; empty where none was given.
    pub who: String,
    /// The mouse clicks and scrolls here; without it the terminal's own selecting works.
    pub mouse: bool,
    /// How searching, filtering and listing stand.
    pub desk: Desk,
    /// The terminal's bell rings once when the time of an item is up.
    pub bell: bool,
    /// A room looks on: nothing private is read, and the board has few, large cards.
    pub projector: bool,
    /// It was tried whether all can read.
    pub card_seen: bool,
    /// The workshops, and the one that is being held.
    pub held: Held,
    /// Everything is hidden behind this.
    pub curtain: Option<Curtain>,
    /// What the room sees of the workshop that is being held.
    pub show: Show,
    pub saving: Saving,
    /// Ballots on their way, and the last one.
    pub ballots: BallotDesk,
    /// What is open is a copy of a file that cannot be written: nothing can be saved.
    pub only_reading: bool,
    /// What is still to be told, one at a time.
    pub remarks: VecDeque<Say>,
}

/// The sluice on the screen with its stages, and what their cards refer to.
#[derive(Debug, Default)]
pub struct Frame {
    pub version: Option<u64>,
    pub sluices: Vec<Sluice>,
    pub sluice: Option<SluiceId>,
    /// The stages of all sluices, in their order.
    pub all: Vec<Stage>,
    /// The stages of this sluice, in their order.
    pub stages: Vec<Stage>,
    pub units: HashMap<UnitId, Unit>,
    /// The owners of the cards in the windows.
    pub people: HashMap<PersonId, String>,
    pub counts: HashMap<StageId, usize>,
    pub highest: i64,
    /// The workshop that is being held.
    pub running: Option<WorkshopId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    Board,
    /// A pane beside or below the board; over the whole screen where there is no room for that.
    Pane(Pane),
    /// A pane over the whole screen.
    Whole(Pane),
}

/// A word to the person, at the foot of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something was done.
    Told(Say),
    /// A rule said no.
    Refused(Say),
    /// Something was not saved; what was typed is still there.
    Failed(Say),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark or light, as the terminal is.
    #[default]
    Auto,
    Dark,
    Light,
    Contrast,
    /// The terminal's own sixteen colours.
    Terminal,
}

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colours {
    None,
    Sixteen,
    Indexed,
    #[default]
    True,
}

impl Theme {
    pub const ALL: [Theme; 5] =
        [Theme::Auto, Theme::Dark, Theme::Light, Theme::Contrast, Theme::Terminal];

    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Dark => "dark",
            Theme::Light => "light",
            Theme::Contrast => "contrast",
            Theme::Terminal => "terminal",
        }
    }

    pub fn from_name(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl Frame {
    /// The stages of the sluice on the screen.
    pub(super) fn of_sluice(&self) -> Vec<Stage> {
        let stages = self.all.iter().filter(|stage| Some(stage.sluice) == self.sluice);
        stages.cloned().collect()
    }
}

impl Focus {
    pub fn pane(self) -> Option<Pane> {
        match self {
            Focus::Board => None,
            Focus::Pane(pane) | Focus::Whole(pane) => Some(pane),
        }
    }
}

impl Model {
    pub fn new(mut words: Words, today: Date, zone: TimeZone, size: Size) -> Model {
        words.today = Some(today);
        Model {
            words,
            today,
            zone,
            size,
            theme: Theme::default(),
            colours: Colours::default(),
            dark: None,
            keymap: Keymap::own(),
            pressed: Vec::new(),
            version: 0,
            frame: Frame::default(),
            board: Board::default(),
            focus: Focus::Board,
            panes: Panes::default(),
            overlays: Vec::new(),
            behind: None,
            notice: None,
            pending: VecDeque::new(),
            saved_at: None,
            file: WhichFile::Own,
            place: String::new(),
            entering: None,
            sought: None,
            away: None,
            opening: None,
            shape: None,
            tests: None,
            meeting: None,
            wants_newest: false,
            introduced: false,
            clip: None,
            who: String::new(),
            mouse: true,
            bell: false,
            desk: Desk::default(),
            projector: false,
            card_seen: false,
            held: Held::default(),
            curtain: None,
            show: Show::default(),
            saving: Saving::default(),
            ballots: BallotDesk::default(),
            only_reading: false,
            remarks: VecDeque::new(),
        }
    }

    pub fn language(&self) -> Language {
        self.words.language
    }

    /// Who hears the next key.
    pub fn context(&self) -> Context {
        match self.overlays.last() {
            Some(overlay) => overlay.context(),
            None if self.board.carried.is_some() => Context::Grab,
            None => match self.focus {
                Focus::Board => Context::Board,
                Focus::Pane(_) | Focus::Whole(_) => Context::Pane,
            },
        }
    }

    pub fn plan(&self) -> BoardPlan {
        if self.projector {
            return grid::plan(self.size, self.frame.stages.len(), self.has_big_names());
        }
        plan(self.size, self.frame.stages.len(), self.panes.board_alone)
    }

    /// Where the cards stand before a room.
    pub fn grid(&self) -> Option<grid::Grid> {
        self.projector.then(|| grid::Grid::of(self.plan().cards(0)))
    }

    /// Every stage's name fits in big letters, with room for a figure beside it.
    fn has_big_names(&self) -> bool {
        let room = usize::from(self.size.columns).saturating_sub(20);
        let wide = |stage: &Stage| 4 * crate::text::width::width(&self.words.arg(&stage.label()));
        self.frame.stages.iter().all(|stage| wide(stage) <= room)
    }

    /// Puts another sluice of the file on the screen.
    pub(super) fn show_sluice(&mut self, sluice: SluiceId) {
        if self.frame.sluice != Some(sluice) {
            self.frame.sluice = Some(sluice);
            self.frame.stages = self.frame.of_sluice();
            self.board.focus = 0;
            self.board.left = 0;
            self.board.marks.clear();
        }
    }

    /// The stage in focus.
    pub fn stage(&self) -> Option<&Stage> {
        self.frame.stages.get(self.board.focus)
    }

    /// The stages that have a column on the screen.
    pub fn visible_stages(&self) -> &[Stage] {
        let from = self.board.left.min(self.frame.stages.len());
        let to = (from + self.plan().columns).min(self.frame.stages.len());
        self.frame.stages.get(from..to).unwrap_or_default()
    }

    /// The list that lies on top, though a sheet or the palette may lie on it.
    pub fn list(&self) -> Option<&List> {
        self.overlays.iter().rev().find_map(|overlay| match overlay {
            Overlay::List(list) => Some(&**list),
            _ => None,
        })
    }

    /// The idea in focus on the topmost list of ideas; the outer none where no such list is open.
    pub fn listed(&self) -> Option<Option<IdeaId>> {
        self.overlays.iter().rev().find_map(|overlay| match overlay {
            Overlay::List(list) => Some(list.idea()),
            Overlay::Table(table) => Some(table.idea()),
            Overlay::GateMeeting(meeting) => Some(meeting.idea()),
            Overlay::Capture(_)
            | Overlay::Sheet(_)
            | Overlay::Entries(_)
            | Overlay::RunSheet(_)
            | Overlay::Minutes(_)
            | Overlay::Search(_)
            | Overlay::Filter(_)
            | Overlay::Filters(_)
            | Overlay::TestCard
            | Overlay::RoomView
            | Overlay::Voting(_)
            | Overlay::Gather(_)
            | Overlay::Finder(_) => None,
        })
    }

    /// The idea in focus: on the topmost list, else the one that was opened, or the one under the
    /// board's cursor.
    pub fn focused(&self) -> Option<IdeaId> {
        if let Some(idea) = self.listed() {
            return idea;
        }
        if let Some(opened) = self.panes.opened {
            return Some(opened);
        }
        let column = self.board.column(self.stage()?.id)?;
        column.focused().map(|card| card.id)
    }

    /// The ideas that an action is for: the marked ones, or the one in focus. In a pane it is the
    /// one that the pane shows.
    pub fn chosen(&self) -> Vec<IdeaId> {
        let one = self.listed().is_some() || self.focus.pane().is_some();
        if self.board.marks.is_empty() || one {
            self.focused().into_iter().collect()
        } else {
            self.board.marks.clone()
        }
    }

    pub fn is_saving(&self, idea: IdeaId) -> bool {
        self.pending.iter().any(|pending| pending.ideas.contains(&idea))
    }

    /// The cells that a card's number and bar take before its title.
    pub fn gutter(&self) -> u16 {
        let digits = self.frame.highest.max(10).ilog10() + 1;
        u16::try_from(digits).unwrap_or(4) + 2
    }

    /// What the stages after a gate expect of their ideas: a receiver is missed from the stage that
    /// the asking gate leads to.
    pub fn expects(&self, stage: &Stage) -> Expects {
        let before = self.frame.stages.iter().take_while(|other| other.id != stage.id);
        Expects {
            stage: stage.id,
            warn_days: stage.warn_days,
            receiver: before.last().is_some_and(|previous| previous.needs_receiver),
        }
    }

    pub fn tell(&mut self, say: Say) {
        self.notice = Some(Notice::Told(say));
    }

    pub fn refuse(&mut self, say: Say) {
        self.notice = Some(Notice::Refused(say));
    }
}
