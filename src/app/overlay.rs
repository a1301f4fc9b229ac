//! What can lie on top of the board: a closed list, each with all that it needs. Only the topmost
//! hears. A new one is a variant here, an arm in each function, and a file of its own.

mod stack;

use crate::domain::Unsaved;
use crate::input::{Action, Chord, Context, Group};

use super::capture::Capture;
use super::entries::Entries;
use super::filter::FilterLine;
use super::filters::Filters;
use super::finder::Finder;
use super::gate_meeting::GateMeeting;
use super::gather::Gather;
use super::list::List;
use super::minutes::Preview;
use super::model::Model;
use super::msg::{Effect, Mouse, Need};
use super::room::{self, RunSheet};
use super::search::Search;
use super::sheet::Sheet;
use super::table::Table;
use super::voting::Voting;

pub use stack::catch_up;
pub(super) use stack::{act, mouse, paste, settle, typed};

#[derive(Debug)]
pub enum Overlay {
    /// One line, or one idea a line, typed at the foot of the board.
    Capture(Box<Capture>),
    /// Fields to fill in, questions to answer, choices to make.
    Sheet(Box<Sheet>),
    /// What gives the sluice its shape, in a list.
    Entries(Box<Entries>),
    /// A workshop, item by item.
    RunSheet(Box<RunSheet>),
    /// Minutes before they are written down.
    Minutes(Box<Preview>),
    /// Everything is searched as one types.
    Search(Box<Search>),
    /// The line that the board is filtered by.
    Filter(Box<FilterLine>),
    /// All ideas in rows.
    Table(Box<Table>),
    /// The filters that have a name.
    Filters(Box<Filters>),
    /// To do, the places beside the board, the history, the drafts.
    List(Box<List>),
    /// The palette, and the keys of the screen underneath.
    Finder(Box<Finder>),
    /// Votes: their list, their ballots, their results.
    Voting(Box<Voting>),
    /// Ideas at their gates, one after the other.
    GateMeeting(Box<GateMeeting>),
    /// The ideas of a workshop under headings.
    Gather(Box<Gather>),
    /// Can all read this?
    TestCard,
    /// What the room sees of the workshop.
    RoomView,
}

/// What an overlay answers to a key.
#[derive(Debug, Default)]
pub(super) struct Turn {
    pub(super) effects: Vec<Effect>,
    /// It is done and goes away.
    pub(super) closes: bool,
}

impl Turn {
    pub(super) fn stay() -> Turn {
        Turn::default()
    }

    pub(super) fn close() -> Turn {
        Turn { effects: Vec::new(), closes: true }
    }

    pub(super) fn with(effects: Vec<Effect>) -> Turn {
        Turn { effects, closes: false }
    }
}

impl Overlay {
    pub fn sheet(&self) -> Option<&Sheet> {
        if let Overlay::Sheet(sheet) = self { Some(sheet) } else { None }
    }

    /// Writes down what is being typed in it, where no draft has that yet.
    pub(super) fn keep(&mut self) -> Vec<Effect> {
        match self {
            Overlay::Sheet(sheet) => sheet.keep(),
            Overlay::Capture(capture) => capture.keep().into_iter().collect(),
            Overlay::Entries(_)
            | Overlay::RunSheet(_)
            | Overlay::Minutes(_)
            | Overlay::Search(_)
            | Overlay::Filter(_)
            | Overlay::Table(_)
            | Overlay::Filters(_)
            | Overlay::List(_)
            | Overlay::TestCard
            | Overlay::RoomView
            | Overlay::GateMeeting(_)
            | Overlay::Voting(_)
            | Overlay::Gather(_)
            | Overlay::Finder(_) => Vec::new(),
        }
    }

    /// Something is being typed in it that no draft has yet.
    pub(super) fn is_unkept(&self) -> bool {
        match self {
            Overlay::Sheet(sheet) => sheet.is_unkept(),
            Overlay::Capture(capture) => capture.unkept,
            Overlay::Entries(_)
            | Overlay::RunSheet(_)
            | Overlay::Minutes(_)
            | Overlay::Search(_)
            | Overlay::Filter(_)
            | Overlay::Table(_)
            | Overlay::Filters(_)
            | Overlay::List(_)
            | Overlay::TestCard
            | Overlay::RoomView
            | Overlay::GateMeeting(_)
            | Overlay::Voting(_)
            | Overlay::Gather(_)
            | Overlay::Finder(_) => false,
        }
    }

    /// What was typed in it and is not saved.
    pub(super) fn unsaved(&self) -> Option<Unsaved> {
        match self {
            Overlay::Sheet(sheet) => sheet.unsaved(),
            Overlay::Capture(capture) => capture.unsaved(),
            Overlay::Entries(_)
            | Overlay::RunSheet(_)
            | Overlay::Minutes(_)
            | Overlay::Search(_)
            | Overlay::Filter(_)
            | Overlay::Table(_)
            | Overlay::Filters(_)
            | Overlay::List(_)
            | Overlay::TestCard
            | Overlay::RoomView
            | Overlay::GateMeeting(_)
            | Overlay::Voting(_)
            | Overlay::Gather(_)
            | Overlay::Finder(_) => None,
        }
    }

    pub fn context(&self) -> Context {
        match self {
            Overlay::Capture(capture) => capture.context(),
            Overlay::Sheet(sheet) => sheet.context(),
            Overlay::Entries(_) => Context::Entries,
            Overlay::RunSheet(_) => Context::RunSheet,
            Overlay::Minutes(_) => Context::Minutes,
            Overlay::Search(_) | Overlay::Filter(_) => Context::Picker,
            Overlay::Table(table) => table.context(),
            Overlay::Filters(_) => Context::Filters,
            Overlay::List(list) => list.context(),
            Overlay::Finder(_) => Context::Picker,
            Overlay::Voting(voting) => voting.context(),
            Overlay::Gather(gather) => gather.context(),
            Overlay::TestCard => Context::Anywhere,
            Overlay::RoomView => Context::RoomView,
            Overlay::GateMeeting(_) => Context::GateMeeting,
        }
    }

    /// Whether an action is for what lies on top. Over a list, what is done to ideas is done to the
    /// idea in focus there; the program's own actions are for nobody else.
    pub(super) fn hears(&self, action: Action) -> bool {
        match self {
            // A clicker goes on while ideas come in.
            Overlay::Capture(_) => !matches!(action, Action::NextItem | Action::PreviousItem),
            Overlay::Sheet(_) | Overlay::Finder(_) | Overlay::Search(_) | Overlay::Filter(_) => {
                true
            }
            Overlay::Table(table) => table.hears(action),
            Overlay::Filters(filters) => filters.hears(action),
            Overlay::Entries(entries) => entries.hears(action),
            Overlay::RunSheet(sheet) => sheet.hears(action),
            Overlay::Minutes(preview) => preview.hears(action),
            Overlay::List(list) => list.hears(action),
            Overlay::RoomView => action == Action::Back,
            Overlay::Voting(voting) => voting.hears(action),
            Overlay::GateMeeting(meeting) => meeting.hears(action),
            Overlay::Gather(gather) => gather.hears(action),
            // Any key that goes somewhere goes away from it.
            Overlay::TestCard => {
                matches!(action, Action::Back | Action::Open) || action.group() == Group::Move
            }
        }
    }

    /// It asked the file for something and has no answer yet.
    pub(super) fn waits(&self) -> bool {
        match self {
            Overlay::Capture(capture) => capture.waits(),
            Overlay::Sheet(sheet) => sheet.saving,
            Overlay::Entries(_) | Overlay::RunSheet(_) | Overlay::Minutes(_) => false,
            Overlay::Search(_) | Overlay::Filter(_) | Overlay::Table(_) | Overlay::Filters(_) => {
                false
            }
            Overlay::List(_)
            | Overlay::Finder(_)
            | Overlay::Voting(_)
            | Overlay::GateMeeting(_)
            | Overlay::Gather(_)
            | Overlay::TestCard
            | Overlay::RoomView => false,
        }
    }

    fn act(&mut self, model: &mut Model, action: Action, chord: Chord) -> Turn {
        match self {
            Overlay::Capture(capture) => capture.act(model, action),
            Overlay::Sheet(sheet) => sheet.act(model, action, chord),
            Overlay::Entries(entries) => entries.act(model, action),
            Overlay::RunSheet(sheet) => sheet.act(model, action, chord),
            Overlay::Minutes(preview) => preview.act(model, action),
            Overlay::Search(search) => search.act(model, action),
            Overlay::Filter(filter) => filter.act(model, action),
            Overlay::Table(table) => table.act(model, action),
            Overlay::Filters(filters) => filters.act(model, action),
            Overlay::List(list) => list.act(model, action),
            Overlay::Finder(finder) => finder.act(model, action, chord),
            Overlay::Voting(voting) => voting.act(model, action, chord),
            Overlay::GateMeeting(meeting) => meeting.act(model, action),
            Overlay::Gather(gather) => gather.act(model, action),
            Overlay::TestCard => Turn::close(),
            Overlay::RoomView => room::view::act(model, action, chord),
        }
    }

    fn typed(&mut self, model: &mut Model, chord: Chord) -> Turn {
        match self {
            Overlay::Capture(capture) => capture.typed(model, chord),
            Overlay::Sheet(sheet) => sheet.typed(model, chord),
            Overlay::Entries(_) | Overlay::RunSheet(_) | Overlay::Minutes(_) => Turn::stay(),
            Overlay::Search(search) => search.typed(model, chord),
            Overlay::Filter(filter) => filter.typed(model, chord),
            Overlay::Table(table) => table.typed(model, chord),
            Overlay::Filters(_) => Turn::stay(),
            Overlay::List(list) => list.typed(model, chord),
            Overlay::Finder(finder) => finder.typed(model, chord),
            Overlay::TestCard | Overlay::RoomView | Overlay::GateMeeting(_) => Turn::stay(),
            Overlay::Voting(voting) => voting.typed(model, chord),
            Overlay::Gather(gather) => gather.typed(model, chord),
        }
    }

    fn paste(&mut self, model: &mut Model, text: &str) -> Turn {
        match self {
            Overlay::Capture(capture) => capture.paste(model, text),
            Overlay::Sheet(sheet) => sheet.paste(model, text),
            Overlay::Entries(_) | Overlay::RunSheet(_) | Overlay::Minutes(_) => Turn::stay(),
            Overlay::Search(search) => search.paste(model, text),
            Overlay::Filter(filter) => filter.paste(model, text),
            Overlay::Table(table) => table.paste(model, text),
            Overlay::Filters(_) => Turn::stay(),
            Overlay::List(list) => list.paste(model, text),
            Overlay::Finder(finder) => finder.paste(model, text),
            Overlay::TestCard | Overlay::RoomView | Overlay::GateMeeting(_) => Turn::stay(),
            Overlay::Voting(voting) => voting.paste(model, text),
            Overlay::Gather(gather) => gather.paste(model, text),
        }
    }

    fn mouse(&mut self, model: &mut Model, mouse: Mouse) -> Turn {
        match self {
            Overlay::Capture(_) | Overlay::Filter(_) => Turn::stay(),
            Overlay::Sheet(sheet) => sheet.mouse(model, mouse),
            Overlay::Entries(entries) => entries.mouse(model, mouse),
            Overlay::RunSheet(sheet) => sheet.mouse(model, mouse),
            Overlay::Minutes(preview) => preview.mouse(mouse),
            Overlay::Search(search) => search.mouse(model, mouse),
            Overlay::Table(table) => table.mouse(model, mouse),
            Overlay::Filters(filters) => filters.mouse(model, mouse),
            Overlay::List(list) => list.mouse(model, mouse),
            Overlay::Finder(finder) => finder.mouse(model, mouse),
            Overlay::RoomView | Overlay::GateMeeting(_) => Turn::stay(),
            Overlay::Voting(voting) => voting.mouse(model, mouse),
            Overlay::Gather(gather) => gather.mouse(model, mouse),
            Overlay::TestCard => match mouse {
                Mouse::Press { .. } => Turn::close(),
                Mouse::WheelUp { .. } | Mouse::WheelDown { .. } => Turn::stay(),
            },
        }
    }

    /// What must hold after every message: widths as on the screen, the focus in sight.
    pub(super) fn settle(&mut self, model: &Model) {
        match self {
            Overlay::Capture(capture) => capture.settle(model),
            Overlay::Gather(gather) => gather.settle(model),
            Overlay::Filter(_) => {}
            Overlay::Sheet(sheet) => sheet.settle(model),
            Overlay::Entries(entries) => entries.settle(model),
            Overlay::RunSheet(sheet) => sheet.settle(model),
            Overlay::Minutes(preview) => preview.settle(model),
            Overlay::Search(search) => search.settle(model),
            Overlay::Table(table) => table.settle(model),
            Overlay::Filters(filters) => filters.settle(model.size),
            Overlay::List(list) => list.settle(model),
            Overlay::Finder(finder) => finder.settle(model.size),
            Overlay::TestCard | Overlay::RoomView => {}
            Overlay::GateMeeting(meeting) => meeting.settle(model),
            Overlay::Voting(voting) => voting.settle(model),
        }
    }
}

/// What the topmost overlay must read.
pub(super) fn need(model: &Model) -> Option<Need> {
    match model.overlays.last()? {
        Overlay::Search(_) | Overlay::Filter(_) if model.desk.searches.is_none() => {
            Some(Need::Searches)
        }
        Overlay::Search(search) => search.need(model.size),
        Overlay::Table(table) => table.need(model.size),
        Overlay::Filters(filters) => filters.need(model),
        Overlay::List(list) => list.ask(model).map(Need::List),
        Overlay::Minutes(preview) => preview.need(model),
        Overlay::Voting(voting) => voting.need(model),
        Overlay::GateMeeting(meeting) => meeting.need(model),
        Overlay::Capture(_)
        | Overlay::Sheet(_)
        | Overlay::Entries(_)
        | Overlay::RunSheet(_)
        | Overlay::Filter(_)
        | Overlay::Gather(_)
        | Overlay::TestCard
        | Overlay::RoomView
        | Overlay::Finder(_) => None,
    }
}
