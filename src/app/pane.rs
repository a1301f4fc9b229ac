//! The panes of the idea in focus: which there are, what was read for them, how far each is
//! scrolled. What a pane says is laid out in rows as soon as it is read or its width changes, so
//! that scrolling knows the rows and drawing only copies them.

mod comments;
mod detail;
mod difference;
mod history;
mod page;
mod place;
mod profile;
mod read;

use jiff::civil::Date;

use crate::domain::{Detail, IdeaId, Language};
use crate::input::Action;

use super::model::{Focus, Model};
use super::msg::{Effect, Need};

pub use page::Page;
pub use place::{PanesPlan, Room, Spot, Stand, Tabs};
pub use read::{HistoryRead, Other, PaneRead};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    #[default]
    Detail,
    Comments,
    Profile,
    History,
}

/// All there is to know of a pane; the rest of the program reads this list.
struct Kind {
    pane: Pane,
    /// The message that names it.
    name: &'static str,
    /// What its tab tells beside the name.
    count: fn(&Detail) -> Option<usize>,
    lay: fn(&Model, &PaneRead, Space) -> Page,
    /// What an action does here that it does not do elsewhere.
    act: fn(&mut Model, Action) -> Option<Vec<Effect>>,
}

static PANES: [Kind; 4] = [
    Kind {
        pane: Pane::Detail,
        name: "pane-detail",
        count: |_| None,
        lay: detail::lay,
        act: |_, _| None,
    },
    Kind {
        pane: Pane::Comments,
        name: "pane-comments",
        count: |detail| Some(detail.comments.len()),
        lay: comments::lay,
        act: comments::act,
    },
    Kind {
        pane: Pane::Profile,
        name: "pane-profile",
        count: |_| None,
        lay: profile::lay,
        act: |_, _| None,
    },
    Kind {
        pane: Pane::History,
        name: "pane-history",
        count: |_| None,
        lay: history::lay,
        act: history::act,
    },
];

/// The room that a pane is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Space {
    pub(super) width: u16,
    pub(super) room: Room,
    /// The width of what is told of the item in focus, where that has a place of its own.
    pub(super) foot: Option<u16>,
}

impl Pane {
    pub const ALL: [Pane; 4] = [Pane::Detail, Pane::Comments, Pane::Profile, Pane::History];

    fn kind(self) -> &'static Kind {
        PANES.iter().find(|kind| kind.pane == self).expect("the table has every pane")
    }

    pub fn name(self) -> &'static str {
        self.kind().name
    }

    pub fn count(self, detail: &Detail) -> Option<usize> {
        (self.kind().count)(detail)
    }

    pub(super) fn act(self, model: &mut Model, action: Action) -> Option<Vec<Effect>> {
        (self.kind().act)(model, action)
    }

    fn at(self) -> usize {
        Pane::ALL.iter().position(|pane| *pane == self).unwrap_or(0)
    }

    pub(super) fn beside(self, by: isize) -> Option<Pane> {
        Pane::ALL.get(self.at().checked_add_signed(by)?).copied()
    }
}

#[derive(Debug, Default)]
pub struct Panes {
    /// The one in front, where they share one place.
    pub front: Pane,
    /// The board has the room that the panes would have.
    pub board_alone: bool,
    /// An idea that was opened from elsewhere than the board.
    pub opened: Option<IdeaId>,
    pub read: Option<Box<PaneRead>>,
    pub history: Option<Box<HistoryRead>>,
    leaves: [Leaf; 4],
}

/// A pane as it was laid out last.
#[derive(Debug, Default)]
pub struct Leaf {
    pub page: Page,
    laid_for: Option<LaidFor>,
    /// The first row shown.
    pub top: usize,
    /// The item in focus, in a pane that is a list.
    pub cursor: usize,
    rows: usize,
}

/// What a pane was laid out for; another of any of these, and it is laid out anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LaidFor {
    idea: IdeaId,
    version: u64,
    today: Date,
    language: Language,
    space: Space,
    /// How much of the history was read, and the step whose changes are shown.
    history: Option<(usize, Option<i64>)>,
}

impl Panes {
    pub fn leaf(&self, pane: Pane) -> &Leaf {
        &self.leaves[pane.at()]
    }

    pub(super) fn leaf_mut(&mut self, pane: Pane) -> &mut Leaf {
        &mut self.leaves[pane.at()]
    }

    pub fn detail(&self) -> Option<&Detail> {
        self.read.as_ref()?.detail.as_ref()
    }

    /// Takes in what was read of an idea.
    pub(super) fn take(&mut self, read: PaneRead) {
        let same = self.read.as_ref().is_some_and(|before| before.idea == read.idea);
        let comments =
            |read: &PaneRead| read.detail.as_ref().map_or(0, |detail| detail.comments.len());
        let before = self.read.as_ref().map_or(0, |read| comments(read));
        if !same {
            for leaf in &mut self.leaves {
                leaf.top = 0;
                leaf.cursor = 0;
            }
        }
        // The newest comment is in focus, until another is chosen or one is written.
        if !same || comments(&read) > before {
            self.leaf_mut(Pane::Comments).cursor = comments(&read).saturating_sub(1);
        }
        self.read = Some(Box::new(read));
    }

    /// Takes in a page of the history: the newest, or what follows those known.
    pub(super) fn take_history(&mut self, mut read: HistoryRead, continued: bool) {
        let at = self.leaf(Pane::History).cursor;
        if let Some(before) = self.history.take().filter(|before| before.idea == read.idea) {
            if continued {
                let mut entries = before.entries;
                entries.append(&mut read.entries);
                read.entries = entries;
                read.changes = before.changes;
            } else {
                let seq = before.entries.get(at).map(|entry| entry.seq);
                let found = read.entries.iter().position(|entry| Some(entry.seq) == seq);
                self.leaf_mut(Pane::History).cursor = found.unwrap_or(at);
            }
        } else {
            self.leaf_mut(Pane::History).cursor = 0;
        }
        self.history = Some(Box::new(read));
    }
}

impl Leaf {
    /// Moves the focus over the items, or the text under the window.
    pub(super) fn step(&mut self, by: isize) {
        if self.page.items.is_empty() {
            self.top = self.top.saturating_add_signed(by);
            return;
        }
        // An item that is higher than the window is read to its end first.
        let item = self.page.items.get(self.cursor).cloned().unwrap_or_default();
        if by > 0 && item.end > self.top + self.rows && self.rows > 0 {
            self.top += 1;
        } else if by < 0 && item.start < self.top {
            self.top -= 1;
        } else {
            self.cursor = self.cursor.saturating_add_signed(by);
        }
    }

    pub(super) fn page_step(&mut self, by: isize) {
        let rows = isize::try_from(self.rows.max(2) - 1).unwrap_or(1);
        if self.page.items.is_empty() {
            self.top = self.top.saturating_add_signed(by * rows);
            return;
        }
        let start = self.page.items.get(self.cursor).map_or(0, |item| item.start);
        let row = start.saturating_add_signed(by * rows);
        let after = self.page.items.iter().position(|item| item.end > row);
        let last = self.page.items.len() - 1;
        let to = after.unwrap_or(last);
        self.cursor = if to == self.cursor { to.saturating_add_signed(by) } else { to };
    }

    pub(super) fn end(&mut self, last: bool) {
        self.top = if last { usize::MAX } else { 0 };
        self.cursor = if last { usize::MAX } else { 0 };
    }

    /// Scrolls without moving the focus, as a wheel does.
    pub(super) fn scroll(&mut self, by: isize) {
        if self.page.items.is_empty() {
            self.top = self.top.saturating_add_signed(by);
        } else {
            self.step(by);
        }
    }

    fn keep_in_sight(&mut self, rows: u16) {
        let rows = usize::from(rows);
        self.rows = rows;
        self.cursor = self.cursor.min(self.page.items.len().saturating_sub(1));
        if let Some(item) = self.page.items.get(self.cursor) {
            if item.len() > rows {
                self.top = self.top.clamp(item.start, item.end - rows);
            } else {
                self.top = self.top.min(item.start).max(item.end.saturating_sub(rows));
            }
        }
        self.top = self.top.min(self.page.rows.len().saturating_sub(rows));
    }
}

/// What the panes on the screen need to have read.
pub(super) fn needs(model: &Model) -> Option<Need> {
    let plan = model.panes_plan()?;
    let idea = model.focused()?;
    let stale = |of: IdeaId, version: Option<u64>| of != idea || version != Some(model.version);
    match &model.panes.read {
        Some(read) if !stale(read.idea, read.version) => {}
        _ => return Some(Need::Pane(idea)),
    }
    if !plan.spots.iter().any(|spot| spot.pane == Pane::History) {
        return None;
    }
    match &model.panes.history {
        Some(read) if !stale(read.idea, read.version) => {
            let at = model.panes.leaf(Pane::History).cursor;
            history::more(read, idea, at)
        }
        known => {
            let known = known.as_ref().filter(|known| known.idea == idea);
            let limit = known.map_or(0, |known| known.entries.len()).max(history::PAGE);
            Some(Need::History { idea, before: None, limit })
        }
    }
}

/// What must hold after every message: the focus where a pane is, every pane on the screen laid
/// out for its width, the item in focus in sight.
pub(super) fn settle(model: &mut Model) {
    let on_a_pane = !matches!(model.focus, Focus::Board);
    // A list that lies on top has a focus of its own.
    if model.listed().is_some() {
        return;
    }
    if on_a_pane && model.focused().is_none() && model.sought.is_none() {
        model.focus = Focus::Board;
    }
    if let Some(pane) = model.focus.pane() {
        model.panes.front = pane;
    } else {
        model.panes.opened = None;
    }
    let Some(plan) = model.panes_plan() else { return };
    for spot in &plan.spots {
        let space = Space {
            // The last two cells tell whether there is more.
            width: spot.body.width.saturating_sub(2).max(1),
            room: spot.room,
            foot: spot.foot.map(|foot| foot.width),
        };
        lay(model, spot.pane, space);
        let leaf = model.panes.leaf_mut(spot.pane);
        leaf.keep_in_sight(spot.body.height);
    }
}

fn lay(model: &mut Model, pane: Pane, space: Space) {
    let Some(read) = &model.panes.read else { return };
    let history = match (pane, &model.panes.history) {
        (Pane::History, Some(history)) if history.idea == read.idea => {
            Some((history.entries.len(), history.changes.as_ref().map(|(seq, _)| *seq)))
        }
        _ => None,
    };
    let wanted = LaidFor {
        idea: read.idea,
        version: read.version.unwrap_or(0),
        today: model.today,
        language: model.language(),
        space,
        history,
    };
    if model.panes.leaf(pane).laid_for == Some(wanted) {
        return;
    }
    let page = (pane.kind().lay)(model, read, space);
    let leaf = model.panes.leaf_mut(pane);
    leaf.page = page;
    leaf.laid_for = Some(wanted);
}
