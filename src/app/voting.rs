//! The screens of votes: all votes in a list, one as it is set up, its ballots, its result, and the
//! matrix of benefit and effort. Before the reveal they know how many have voted and nothing else.

mod ballot;
mod booth;
mod deed;
mod desk;
mod hands;
mod keys;
mod matrix;
mod mouse;
mod plan;
mod read;
mod shown;

use crate::domain::VoteState;
use crate::domain::{Command, IdeaId, Room, Stamp, VoteId, VoteOptionId, VoteView};
use crate::editor::{self, Editor};
use crate::input::{Action, Context, Group};

use super::model::{Model, Pending};
use super::msg::{Effect, Need};
use super::opening::{Opening, VoteOpening};
use super::overlay::{Overlay, Turn};

pub use booth::Booth;
pub use deed::Deed;
pub(super) use desk::answered;
pub use desk::{BallotDesk, Sheaf, said};
pub use hands::Hands;
pub use plan::{Fields, VotingPlan};
pub use read::{Placing, Spot, Subject, VoteLine, VoteRead, VotingRead};

/// The rows of the list before the votes: a new one, the matrix.
pub const BEFORE_VOTES: usize = 2;

#[derive(Debug)]
pub struct Voting {
    pub subject: Subject,
    pub read: Option<Box<VotingRead>>,
    version: Option<u64>,
    pub mode: Mode,
    /// The row, option or idea in focus.
    pub cursor: usize,
    /// The button in focus; none where the line or the list has it.
    pub deed: Option<usize>,
    /// The ballot that is being typed.
    pub line: Editor,
    /// The line holds the last ballot, to be put right.
    pub correcting: bool,
    pub divided_first: bool,
    pub as_text: bool,
    /// Options marked in the result, for what comes next.
    pub chosen: Vec<VoteOptionId>,
    /// The first of two digits, typed on the matrix.
    pub digit: Option<i64>,
    /// There is no list of votes behind it.
    is_alone: bool,
    /// The vote that is being held is gone to once the votes are read.
    arrives: bool,
    /// A vote newer than this one is gone to.
    beyond: Option<VoteId>,
}

#[derive(Debug)]
pub enum Mode {
    Plain,
    Hands(Box<Hands>),
    Booth(Box<Booth>),
    /// It is asked once whether this is meant.
    Asks(Deed),
}

/// Which screen it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Votes,
    SetUp,
    Ballots,
    Estimates,
    Hands,
    Booth,
    Asks,
    Result,
    /// Ended without a result, or gone.
    Nothing,
    Matrix,
}

/// Goes to the vote that is being held, to the list of all, or where ideas are marked to a new one
/// on those.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let marked = !model.board.marks.is_empty();
    let is_there = |overlay: &Overlay| matches!(overlay, Overlay::Voting(_));
    model.overlays.retain(|overlay| !is_there(overlay));
    let mut voting = Voting::of(Subject::Votes);
    voting.arrives = !marked;
    if marked {
        voting.set_up(model);
    }
    model.overlays.push(Overlay::Voting(Box::new(voting)));
    Vec::new()
}

/// The matrix of the marked ideas, of those of the workshop that is held, or of those in the stage in
/// focus.
pub(super) fn matrix(model: &mut Model) -> Vec<Effect> {
    let is_there = |overlay: &Overlay| matches!(overlay, Overlay::Voting(_));
    model.overlays.retain(|overlay| !is_there(overlay));
    let Some(placing) = placing(model) else { return Vec::new() };
    let voting = Voting::of(Subject::Matrix(placing));
    model.overlays.push(Overlay::Voting(Box::new(voting)));
    Vec::new()
}

fn placing(model: &Model) -> Option<Placing> {
    match model.board.marks.as_slice() {
        [] => match model.held.running {
            Some(workshop) => Some(Placing::Workshop(workshop)),
            None => model.stage().map(|stage| Placing::Stage(stage.id)),
        },
        marked => Some(Placing::Ideas(marked.to_vec())),
    }
}

fn commit(model: &mut Model, command: impl Into<Command>) -> Turn {
    model.pending.push_back(Pending::default());
    Turn::with(vec![Effect::commit(command)])
}

impl Voting {
    /// The scores of an idea at its gate: one goes back to the meeting from there.
    pub(super) fn alone(vote: VoteId) -> Voting {
        Voting { is_alone: true, divided_first: true, ..Voting::of(Subject::Vote(vote)) }
    }

    fn of(subject: Subject) -> Voting {
        Voting {
            subject,
            read: None,
            version: None,
            mode: Mode::Plain,
            cursor: 0,
            deed: None,
            line: Editor::new(editor::Lines::One, ""),
            correcting: false,
            divided_first: false,
            as_text: false,
            chosen: Vec::new(),
            digit: None,
            is_alone: false,
            arrives: false,
            beyond: None,
        }
    }

    pub(super) fn need(&self, model: &Model) -> Option<Need> {
        let stale = self.read.is_none() || self.version != Some(model.version);
        stale.then(|| Need::Voting(self.subject.clone()))
    }

    pub(super) fn take(&mut self, read: Box<VotingRead>, version: u64) {
        let state = |read: &VotingRead| read.vote.as_ref().map(|read| read.view.vote.state);
        // Other buttons stand there now: what was in focus is not what was meant.
        if self.read.as_ref().is_some_and(|before| state(before) != state(&read)) {
            self.deed = None;
            self.mode = Mode::Plain;
        }
        self.read = Some(read);
        self.version = Some(version);
    }

    pub fn vote(&self) -> Option<&VoteRead> {
        self.read.as_ref()?.vote.as_ref()
    }

    fn view(&self) -> Option<&VoteView> {
        self.vote().map(|read| &read.view)
    }

    pub fn page(&self) -> Page {
        match (&self.subject, &self.mode) {
            (Subject::Matrix(_), _) => return Page::Matrix,
            (Subject::Votes, _) => return Page::Votes,
            (_, Mode::Hands(_)) => return Page::Hands,
            (_, Mode::Booth(_)) => return Page::Booth,
            (_, Mode::Asks(_)) => return Page::Asks,
            (_, Mode::Plain) => {}
        }
        let Some(read) = self.vote() else { return Page::Nothing };
        match read.view.vote.state {
            VoteState::SetUp => Page::SetUp,
            VoteState::Open | VoteState::Counted if read.is_estimate() => Page::Estimates,
            VoteState::Open | VoteState::Counted => Page::Ballots,
            VoteState::Revealed | VoteState::Closed if read.view.vote.revealed.is_none() => {
                Page::Nothing
            }
            VoteState::Revealed | VoteState::Closed if read.is_estimate() => Page::Estimates,
            VoteState::Revealed | VoteState::Closed => Page::Result,
        }
    }

    /// Whether ballots can be typed as it stands.
    pub fn has_line(&self) -> bool {
        let is_open = self.view().is_some_and(|view| view.vote.state == VoteState::Open);
        match self.page() {
            Page::Ballots => is_open,
            Page::Estimates => is_open && !self.is_revealed(self.cursor),
            _ => false,
        }
    }

    /// Whether what was written on an option is shown.
    pub fn is_revealed(&self, at: usize) -> bool {
        let option = self.view().and_then(|view| view.options.get(at));
        option.is_some_and(|it| it.option.revealed.is_some())
    }

    pub fn context(&self) -> Context {
        match (self.page(), &self.mode) {
            (Page::Booth, Mode::Booth(booth)) if self.asks_name(booth) => Context::Line,
            (Page::Hands | Page::Booth | Page::Asks, _) => Context::Choice,
            (Page::SetUp, _) => Context::VoteButton,
            _ if self.deed.is_some() => Context::VoteButton,
            _ if self.has_line() => Context::Ballot,
            _ => Context::Vote,
        }
    }

    /// When the screen changes though nobody does anything: the booth clears itself.
    pub(super) fn wakes(&self) -> Option<Stamp> {
        match &self.mode {
            Mode::Booth(booth) => booth.clears_at(),
            Mode::Plain | Mode::Hands(_) | Mode::Asks(_) => None,
        }
    }

    pub fn asks_name(&self, booth: &Booth) -> bool {
        booth.settings.named && !booth.begun && self.deed.is_none()
    }

    /// Whether an action is for the screen itself. All others are for the program.
    pub(super) fn hears(&self, action: Action) -> bool {
        match action {
            Action::Open | Action::Back | Action::Interrupt | Action::Save | Action::Zoom => true,
            Action::Mark
            | Action::Order
            | Action::Table
            | Action::EntryAdd
            | Action::EntryRemove => true,
            _ => action.group() == Group::Move,
        }
    }

    /// What must hold after every message: the focus is on something that is there.
    pub(super) fn settle(&mut self, model: &Model) {
        if self.read.is_none() {
            return;
        }
        self.arrive();
        let rows = self.rows();
        self.cursor = self.cursor.min(rows.saturating_sub(1));
        let deeds = self.deeds(&model.ballots).len();
        let only_deeds = matches!(self.page(), Page::SetUp | Page::Asks | Page::Nothing)
            || (self.page() == Page::Ballots && !self.has_line());
        if only_deeds && deeds > 0 {
            self.deed.get_or_insert(0);
        }
        self.deed = self.deed.filter(|_| deeds > 0).map(|at| at.min(deeds.saturating_sub(1)));
        let wide = model.size.columns.saturating_sub(20).max(8);
        self.line.set_width(wide);
        if let Mode::Booth(booth) = &mut self.mode {
            booth.name.set_width(wide);
            if booth.settle(model.held.now) {
                self.deed = None;
            }
        }
    }

    /// From the list to the vote that is to be shown.
    fn arrive(&mut self) {
        let Some(read) = &self.read else { return };
        let newest = read.votes.iter().map(|line| line.vote.id).next();
        if let Some(beyond) = self.beyond
            && newest.is_some_and(|newest| newest > beyond)
        {
            self.beyond = None;
            self.arrives = false;
            if let Some(newest) = newest {
                self.go(Subject::Vote(newest));
            }
            return;
        }
        if self.subject == Subject::Votes && std::mem::take(&mut self.arrives) {
            let held =
                |state| matches!(state, VoteState::SetUp | VoteState::Open | VoteState::Counted);
            let mut held = read.votes.iter().filter(|line| held(line.vote.state));
            if let (Some(one), None) = (held.next(), held.next()) {
                self.go(Subject::Vote(one.vote.id));
            }
        }
    }

    fn go(&mut self, subject: Subject) {
        let beyond = self.beyond;
        *self = Voting { beyond, ..Voting::of(subject) };
    }

    /// The rows that the cursor goes through.
    fn rows(&self) -> usize {
        let Some(read) = &self.read else { return 0 };
        match self.page() {
            Page::Votes => read.votes.len() + BEFORE_VOTES,
            Page::Matrix => read.spots.len(),
            Page::SetUp
            | Page::Ballots
            | Page::Estimates
            | Page::Hands
            | Page::Booth
            | Page::Asks
            | Page::Result
            | Page::Nothing => self.view().map_or(0, |view| view.options.len()),
        }
    }

    /// The sheet of a new vote, on what is marked or on a stage.
    fn set_up(&mut self, model: &mut Model) {
        self.expect_new();
        let stage = model.stage().map(|stage| stage.id);
        let marked = model.board.marks.clone();
        model.opening = Some(Opening::Vote(VoteOpening::New { marked, stage }));
    }

    /// What is set up next is gone to.
    fn expect_new(&mut self) {
        let votes = self.read.as_ref().map(|read| &read.votes);
        let newest = votes.and_then(|votes| votes.first()).map(|line| line.vote.id);
        self.beyond = Some(newest.unwrap_or(VoteId(0)));
    }

    /// What the result is told as, in the order that is asked for.
    pub fn standings(&self) -> Vec<crate::domain::vote::Standing> {
        let result = self.vote().and_then(|read| read.result.as_ref());
        let standings = result.map(|result| result.standings.clone()).unwrap_or_default();
        if self.divided_first {
            crate::domain::vote::most_divided_first(standings)
        } else {
            standings
        }
    }

    /// The ideas among the marked options, or among all where none is marked. A group goes on with its
    /// ideas: what it would cost and give is asked of each.
    fn chosen_ideas(&self, room: Option<&Room>) -> Vec<IdeaId> {
        let Some(view) = self.view() else { return Vec::new() };
        let taken = |id| self.chosen.is_empty() || self.chosen.contains(id);
        let options = view.options.iter().filter(|it| taken(&it.option.id));
        let groups = room.map(|room| room.groups.as_slice()).unwrap_or_default();
        let of_group = |cluster| {
            let group = groups.iter().find(|group| Some(group.cluster.id) == cluster);
            group.map(|group| group.ideas.iter().map(|idea| idea.id)).into_iter().flatten()
        };
        options
            .flat_map(|it| it.option.idea.into_iter().chain(of_group(it.option.cluster)))
            .collect()
    }
}
