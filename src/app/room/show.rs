//! What is known of the workshop that is being held, for the room: what is read of it, what is to be
//! read, and what only this window adds. What is made of it is `live`.

use crate::app::model::Model;
use crate::app::overlay::Overlay;
use crate::domain::vote::Turnout;
use crate::domain::{
    Anchor, Decision, GateView, Idea, IdeaId, IdeaText, Order, Room, SceneKind, StageId,
    VoteResult, Window,
};

/// What the projector has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screens {
    /// The same picture as the person.
    Mirrored,
    /// A window of its own.
    #[default]
    Extended,
}

impl Screens {
    pub const ALL: [Screens; 2] = [Screens::Mirrored, Screens::Extended];

    pub fn name(self) -> &'static str {
        match self {
            Screens::Mirrored => "mirrored",
            Screens::Extended => "extended",
        }
    }

    pub fn from_name(name: &str) -> Option<Screens> {
        Screens::ALL.into_iter().find(|screens| screens.name() == name)
    }
}

/// What this window adds to what the file says: where it stands, and what it only shows.
#[derive(Debug, Default)]
pub struct Show {
    pub screens: Screens,
    /// It was never said what the projector has: that is asked when a workshop begins.
    pub unasked: bool,
    /// It is to be asked as soon as the workshop is held.
    pub begins: bool,
    /// The file as it was named when the program was started, where it was.
    pub file: Option<String>,
    /// The same for the invented ideas.
    pub demo: Option<String>,
    /// What was read last, of which version of the file, and for what.
    pub read: Option<(u64, LiveAsk, Option<Box<LiveRead>>)>,
    /// The idea that the room is looking at, where that is not the one in focus.
    pub focus: Option<IdeaId>,
    /// That idea was chosen on a screen of votes.
    pub chosen_by_vote: bool,
    /// The ballots that are being counted there.
    pub counting: Option<Turnout>,
    /// The result has what the room is most divided on first.
    pub divided_first: bool,
}

/// What is to be read beside the workshop itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LiveAsk {
    /// The idea that the room looks at.
    pub idea: Option<IdeaId>,
    /// The stage whose ideas are shown.
    pub board: Option<(StageId, Order, Anchor)>,
}

/// The running workshop, as a room may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveRead {
    pub room: Room,
    /// In the order of the room's votes; none for those that are not revealed.
    pub results: Vec<Option<VoteResult>>,
    /// Those that are estimated, though they did not come in at the workshop.
    pub options: Vec<Idea>,
    pub idea: Option<(Idea, IdeaText)>,
    /// The gate that it stands before and what was decided on it at the workshop, while gates are
    /// gone through.
    pub gate: Option<(GateView, Option<Decision>)>,
    /// How many ideas each stage has.
    pub counts: Vec<(StageId, usize)>,
    pub window: Window,
}

/// How many are read around the one in focus.
pub const AROUND: usize = 60;

/// What a running workshop needs to be read for; nothing where none runs.
pub(in crate::app) fn ask(model: &Model) -> Option<LiveAsk> {
    model.held.running?;
    let scene = match &model.show.read {
        Some((_, _, Some(read))) => read.room.now().map(|(_, item)| item.scene),
        Some((_, _, None)) | None => None,
    };
    let follows = matches!(scene, Some(SceneKind::Board | SceneKind::Gate));
    let idea = model.show.focus.or_else(|| model.focused().filter(|_| follows));
    let board = model
        .stage()
        .filter(|_| scene == Some(SceneKind::Board))
        .map(|stage| (stage.id, model.board.order, idea.map_or(Anchor::Head, Anchor::Around)));
    Some(LiveAsk { idea, board })
}

/// What the screens of votes in this window tell the room, each time after they have settled.
pub(in crate::app) fn follow(model: &mut Model) {
    let voting = match model.overlays.last() {
        Some(Overlay::Voting(voting)) => Some(voting),
        _ => None,
    };
    let focus = voting.and_then(|voting| voting.shown_idea());
    let counting = voting.and_then(|voting| voting.counting());
    let divided_first = voting.and_then(|voting| voting.shown_order());
    if focus.is_some() || std::mem::take(&mut model.show.chosen_by_vote) {
        model.show.focus = focus;
        model.show.chosen_by_vote = focus.is_some();
    }
    model.show.counting = counting;
    model.show.divided_first = divided_first.unwrap_or(model.show.divided_first);
}

impl Model {
    /// What is on this window is before a room: it is the projector's, or its picture is.
    pub fn is_before_room(&self) -> bool {
        let mirrored = self.held.running.is_some() && self.show.screens == Screens::Mirrored;
        self.projector || mirrored
    }
}

pub(in crate::app) fn is_read(model: &Model, ask: &LiveAsk) -> bool {
    let read = model.show.read.as_ref();
    read.is_some_and(|(version, asked, _)| *version == model.version && asked == ask)
}
