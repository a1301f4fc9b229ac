//! Where everything stands on a screen of votes: what is drawn and what a press of the mouse hits are
//! told from here alike. It draws nothing.

use ratatui::layout::Rect;

use crate::app::model::Model;
use crate::text::Words;
use crate::text::width::{width, wrap};

use super::{Deed, Hands, Mode, Page, Voting};

/// Wider than this is hard to follow.
const WIDEST: u16 = 120;
/// The list beside the matrix, where there is room.
const LIST: u16 = 34;
const LEVELS: u16 = 5;

pub struct VotingPlan {
    pub area: Rect,
    pub inner: Rect,
    /// Between the title's rule and the row of buttons.
    pub body: Rect,
    /// The line that tells what happened, or what can be done.
    pub note: Option<Rect>,
    /// The buttons that are shown, by their places.
    pub buttons: Vec<(usize, Rect)>,
    /// The criterion, line by line.
    pub criterion: Vec<String>,
    pub has_rules: bool,
    /// What is told of the rows, above them.
    pub head: Option<Rect>,
    pub rows: Rows,
    /// What stands below the rows.
    pub below: Rect,
    pub fields: Option<Fields>,
}

/// Rows that one goes through, as many as are in sight.
#[derive(Clone, Copy)]
pub struct Rows {
    pub area: Rect,
    pub first: usize,
    pub shown: usize,
    /// The cells from one row to the next.
    pub step: u16,
}

/// Five by five fields of benefit and effort.
#[derive(Clone, Copy)]
pub struct Fields {
    /// The fields with what is said of them.
    pub area: Rect,
    pub grid: Rect,
    pub column: u16,
    pub row: u16,
    /// The cells to the left, for what benefit is.
    pub label: u16,
}

impl Rows {
    /// So many of `n` that the one in focus is in sight.
    fn around(area: Rect, step: u16, focus: usize, n: usize) -> Rows {
        let sight = usize::from(area.height.div_ceil(step.max(1))).max(1);
        let first = (focus + 1).saturating_sub(sight);
        Rows { area, first, shown: sight.min(n.saturating_sub(first)), step }
    }

    fn pages(area: Rect, step: u16, focus: usize, n: usize) -> Rows {
        let sight = usize::from(area.height / step.max(1)).max(1);
        let first = focus / sight * sight;
        Rows { area, first, shown: sight.min(n.saturating_sub(first)), step }
    }

    /// The rows in sight with their places.
    pub fn spots(self) -> impl Iterator<Item = (usize, Rect)> {
        let spot = move |nth: usize| {
            let down = u16::try_from(nth).unwrap_or(u16::MAX).saturating_mul(self.step);
            let y = self.area.y.saturating_add(down);
            let spot = Rect { y, height: self.step, ..self.area };
            (self.first + nth, spot.intersection(self.area))
        };
        (0..self.shown).map(spot).filter(|(_, spot)| !spot.is_empty())
    }

    fn at(self, x: u16, y: u16) -> Option<usize> {
        self.spots().find(|(_, spot)| spot.contains((x, y).into())).map(|(at, _)| at)
    }
}

impl Fields {
    fn of(area: Rect) -> Fields {
        let high = area.height.saturating_sub(2);
        let row = (high / LEVELS).max(1);
        let label = 8.min(area.width / 6);
        let column = area.width.saturating_sub(label + 1) / LEVELS;
        let grid = Rect {
            x: area.x + label,
            y: area.y + 1,
            width: column * LEVELS,
            height: (row * LEVELS).min(high),
        };
        Fields { area, grid, column, row, label }
    }

    /// Each field, with its benefit and its effort.
    pub fn all(self) -> impl Iterator<Item = (i64, i64, Rect)> {
        let field = move |nth: u16| {
            let (down, across) = (nth / LEVELS, nth % LEVELS);
            let (x, y) = (self.grid.x + across * self.column, self.grid.y + down * self.row);
            let spot = Rect { x, y, width: self.column, height: self.row };
            let level = |it: u16| i64::from(it);
            (level(LEVELS - down), level(across + 1), spot.intersection(self.grid))
        };
        (0..LEVELS * LEVELS).map(field)
    }

    pub(super) fn at(self, x: u16, y: u16) -> Option<(i64, i64)> {
        let mut all = self.all();
        let hit = all.find(|(_, _, spot)| spot.contains((x, y).into()));
        hit.map(|(benefit, effort, _)| (benefit, effort))
    }
}

impl VotingPlan {
    pub fn of(model: &Model, voting: &Voting) -> VotingPlan {
        let size = model.size;
        let wide = size.columns.min(WIDEST);
        let height = size.rows.saturating_sub(u16::from(size.rows >= 6));
        let area = Rect { x: (size.columns - wide) / 2, y: 0, width: wide, height };
        let edge = u16::from(wide >= 40);
        let inner = Rect { x: area.x + edge, width: wide - 2 * edge, ..area };
        let body = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
        let has_note = body.height >= 4;
        let body = Rect { height: body.height.saturating_sub(u16::from(has_note)), ..body };
        let deeds = voting.deeds(&model.ballots);
        let lines = deed_lines(&model.words, &deeds, body.width);
        let wanted = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let foot = wanted.min(body.height / 2);
        let foot = Rect { y: body.bottom() - foot, height: foot, ..body };
        let gap = u16::from(!foot.is_empty() && body.height >= 14);
        let body = Rect { height: body.height.saturating_sub(foot.height + gap), ..body };
        let note = has_note.then_some(Rect { y: foot.bottom(), height: 1, ..inner });
        let mut plan = VotingPlan {
            area,
            inner,
            body,
            note,
            buttons: buttons(&lines, voting.deed, foot),
            criterion: Vec::new(),
            has_rules: false,
            head: None,
            rows: Rows { area: body, first: 0, shown: 0, step: 1 },
            below: Rect { y: body.bottom(), height: 0, ..body },
            fields: None,
        };
        plan.fill(model, voting);
        plan
    }

    fn fill(&mut self, model: &Model, voting: &Voting) {
        let (n, at) = (voting.rows(), voting.cursor);
        let page = voting.page();
        match (page, &voting.mode) {
            (Page::Votes, _) => return self.rows = Rows::around(self.body, 1, at, n),
            (Page::Matrix, _) => return self.matrix(model, voting),
            (Page::Asks | Page::Nothing, _) => return,
            (Page::Booth, Mode::Booth(booth)) if !booth.begun => return,
            _ => {}
        }
        let room = self.criterion(model, voting);
        match (page, &voting.mode) {
            (Page::Hands, Mode::Hands(hands)) => {
                let heads = u16::from(hands.levels.len() > 1 && room.height > 2);
                let room = self.head(room, heads);
                self.rows = Rows::around(room, 1, hands.at, hands.rows.len() + 1);
            }
            (Page::Booth, Mode::Booth(booth)) => {
                let room = self.foot(room, u16::from(self.body.height >= 6));
                let n = booth.order.len();
                let airy = n * 2 <= usize::from(room.height) + 1;
                self.rows = Rows::around(room, 1 + u16::from(airy), booth.at, n);
            }
            (Page::Estimates, _) => {
                let wanted = if voting.has_line() { 2 } else { 6 };
                let room = self.foot(room, wanted.min(room.height / 2));
                self.rows = Rows::around(room, 1, at, n);
            }
            (Page::Result, _) => {
                let foot = u16::from(room.height >= 3);
                let room = self.foot(room, foot);
                let first = u16::from(voting.divided_first && room.height > 3);
                let room = self.head(room, first);
                self.rows = Rows::pages(room, 2, at, n);
            }
            _ => {
                let line = u16::from(voting.has_line());
                let airy = n + usize::from(line) + 2 <= usize::from(room.height);
                let room = self.foot(room, (line + 1 + u16::from(airy)).min(room.height / 2));
                self.rows = Rows { area: room, first: 0, shown: 0, step: 1 };
            }
        }
    }

    /// So many cells at the foot of the room are for something else.
    fn foot(&mut self, room: Rect, cells: u16) -> Rect {
        let room = Rect { height: room.height.saturating_sub(cells), ..room };
        self.below = Rect { y: room.bottom(), height: cells, ..room };
        room
    }

    fn head(&mut self, room: Rect, cells: u16) -> Rect {
        self.head = (cells > 0).then_some(Rect { height: cells, ..room });
        without(room, cells)
    }

    /// The criterion is always in sight, with the rules below it; what is left.
    fn criterion(&mut self, model: &Model, voting: &Voting) -> Rect {
        let Some(read) = voting.vote() else { return self.body };
        let text = match read.view.vote.axis {
            Some(_) => model.words.get("estimates-criterion").into_owned(),
            None => read.view.vote.criterion.clone(),
        };
        let height = self.body.height;
        let most = if height >= 8 { 2 } else { 1 };
        self.criterion = wrap(&text, usize::from(self.body.width), Some(most));
        let used = u16::try_from(self.criterion.len()).unwrap_or(most_rows(height));
        self.has_rules = used < height && height >= 5;
        without(self.body, used + u16::from(self.has_rules) + u16::from(height >= 12))
    }

    fn matrix(&mut self, model: &Model, voting: &Voting) {
        let spots = voting.read.as_ref().map(|read| read.spots.as_slice()).unwrap_or_default();
        let (n, at) = (spots.len(), voting.cursor);
        if n == 0 {
            return;
        }
        if voting.as_text {
            let wide = usize::from(self.body.width.saturating_sub(2));
            let is_long = spots.iter().any(|spot| width(&spot.told(&model.words)) > wide);
            self.rows = Rows::around(self.body, 1 + u16::from(is_long), at, n);
            return;
        }
        let beside = if self.body.width >= 78 { LIST } else { 0 };
        let field = Rect { width: self.body.width - beside, ..self.body };
        self.fields = Some(Fields::of(field));
        if beside > 0 {
            let list = Rect { x: field.right() + 2, width: beside - 2, ..self.body };
            self.rows = Rows::around(list, 1, at, n);
        }
    }

    pub(super) fn button_at(&self, x: u16, y: u16) -> Option<usize> {
        let hit = self.buttons.iter().find(|(_, spot)| spot.contains((x, y).into()));
        hit.map(|(at, _)| *at)
    }

    pub(super) fn row_at(&self, x: u16, y: u16) -> Option<usize> {
        self.rows.at(x, y)
    }
}

fn most_rows(height: u16) -> u16 {
    height.min(2)
}

fn without(room: Rect, rows: u16) -> Rect {
    let rows = rows.min(room.height);
    Rect { y: room.y + rows, height: room.height - rows, ..room }
}

impl Hands {
    /// The cells of a figure, and of all in a row: the titles of options come before figures.
    pub fn figures(&self, room: u16) -> (u16, u16) {
        let columns = u16::try_from(self.levels.len()).unwrap_or(1).max(1);
        let wanted = if self.levels.as_slice() == [1, 0, -1] { 9 } else { 6 };
        let wide = if wanted * columns > room / 2 { (room / 2 / columns).max(1) } else { wanted };
        (wide, wide * columns)
    }

    /// The figure in a cell of a row.
    pub(super) fn column_at(&self, row: Rect, x: u16) -> Option<usize> {
        let (wide, all) = self.figures(row.width);
        let from = row.right().saturating_sub(all);
        x.checked_sub(from).map(|cells| usize::from(cells / wide.max(1)))
    }
}

/// The buttons in rows as wide as there is room for, with the cells before each and its own.
fn deed_lines(words: &Words, deeds: &[Deed], wide: u16) -> Vec<Vec<(usize, u16, u16)>> {
    let mut lines: Vec<Vec<(usize, u16, u16)>> = Vec::new();
    let mut used = u16::MAX;
    for (at, deed) in deeds.iter().enumerate() {
        let own = u16::try_from(width(&words.say(&deed.label())) + 4).unwrap_or(wide);
        if used.saturating_add(own) > wide {
            lines.push(Vec::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            line.push((at, used, own));
        }
        used = used.saturating_add(own + 1);
    }
    lines
}

/// Where not all lines have room, the one in focus has.
fn buttons(
    lines: &[Vec<(usize, u16, u16)>],
    focus: Option<usize>,
    foot: Rect,
) -> Vec<(usize, Rect)> {
    let has = |line: &Vec<(usize, u16, u16)>| line.iter().any(|(at, ..)| Some(*at) == focus);
    let held = lines.iter().position(has).unwrap_or(0);
    let top = held.saturating_sub(usize::from(foot.height.max(1)) - 1);
    let mut buttons = Vec::new();
    for (y, line) in (foot.top()..foot.bottom()).zip(lines.iter().skip(top)) {
        for (at, before, own) in line {
            let spot = Rect { x: foot.x + before, y, width: *own, height: 1 };
            buttons.push((*at, spot.intersection(foot)));
        }
    }
    buttons
}
