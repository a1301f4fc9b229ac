//! Where the panes stand: stacked beside the board, one at a time below it, or over the whole
//! screen. Pure figures, for `update` and for drawing.

use ratatui::layout::Rect;

use crate::app::geometry::{BoardPlan, Screen};
use crate::app::model::{Focus, Model};
use crate::text::width::width;

use super::Pane;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// All of them, one above the other, at the board's side.
    Side,
    /// One at a time, under tabs.
    Tabbed,
    Below,
    Whole,
}

/// How much a pane may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A few rows beside another pane.
    Glance,
    Some,
    Plenty,
}

/// A pane's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub pane: Pane,
    pub room: Room,
    /// The rule that tells whether the pane is in focus.
    pub rule: Option<Rect>,
    pub body: Rect,
    /// Where the item in focus is told of, in the history.
    pub foot: Option<Rect>,
}

/// A row of tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tabs {
    pub area: Rect,
    pub panes: &'static [Pane],
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanesPlan {
    pub stand: Stand,
    pub area: Rect,
    /// The idea's number and title.
    pub title: Rect,
    pub tabs: Vec<Tabs>,
    pub spots: Vec<Spot>,
}

const COMMENTS: &[Pane] = &[Pane::Comments];
const LAST: &[Pane] = &[Pane::Profile, Pane::History];
/// Tabs that share a row with the title, and the profile beside the detail.
const BESIDE: u16 = 49;
/// Text is hard to read in lines longer than this.
const LONGEST: u16 = 100;
const GAP: u16 = 3;

fn rows(area: Rect, from: u16, height: u16) -> Rect {
    Rect { y: area.y.saturating_add(from), height, ..area }.intersection(area)
}

/// A row's left part, and the part at its right edge that lines up with what stands beside.
fn parted(area: Rect) -> (Rect, Rect) {
    let width = area.width.saturating_sub(BESIDE + GAP);
    let beside = Rect { x: area.x + width + GAP, width: BESIDE, ..area }.intersection(area);
    (Rect { width, ..area }, beside)
}

/// What is left of an area below its first rows.
fn below(area: Rect, from: u16) -> Rect {
    rows(area, from, area.height.saturating_sub(from))
}

impl PanesPlan {
    /// Plans the panes in the board's plan; `whole` gives them the screen.
    fn of(model: &Model, board: &BoardPlan, whole: bool) -> Option<PanesPlan> {
        let front = model.panes.front;
        if whole {
            let body = Screen::of(model.size).body;
            let margin = u16::from(model.size.columns >= 40);
            let width = body.width.saturating_sub(2 * margin);
            let area = Rect { x: body.x + margin, width, ..body };
            return Some(tabbed(area, front, Stand::Whole));
        }
        let area = board.panes?;
        if area.y > board.area.y {
            return Some(below_board(area, front));
        }
        // In line with the columns' headings.
        let from = board.area.y.saturating_sub(area.y);
        let area = self::below(area, from);
        if area.height >= 36 {
            Some(stacked(area, front))
        } else {
            Some(tabbed(area, front, Stand::Tabbed))
        }
    }

    pub fn spot(&self, pane: Pane) -> Option<&Spot> {
        self.spots.iter().find(|spot| spot.pane == pane)
    }
}

fn stacked(area: Rect, front: Pane) -> PanesPlan {
    let last = 15;
    let comments = (area.height - last) / 4;
    let detail = area.height - last - comments;
    let third = if front == Pane::History { Pane::History } else { Pane::Profile };
    let spot = |pane: Pane, area: Rect| Spot {
        pane,
        room: Room::Some,
        rule: Some(rows(area, 1, 1)),
        body: self::below(area, 2),
        foot: None,
    };
    let (first, second, bottom) = (
        rows(area, 0, detail - 1),
        rows(area, detail, comments - 1),
        rows(area, detail + comments, last),
    );
    PanesPlan {
        stand: Stand::Side,
        area,
        title: rows(area, 0, 1),
        tabs: vec![
            Tabs { area: rows(second, 0, 1), panes: COMMENTS },
            Tabs { area: rows(bottom, 0, 1), panes: LAST },
        ],
        spots: vec![
            spot(Pane::Detail, first),
            spot(Pane::Comments, second),
            with_foot(spot(third, bottom)),
        ],
    }
}

/// One pane under a title and tabs.
fn tabbed(area: Rect, front: Pane, stand: Stand) -> PanesPlan {
    let heading = match area.height {
        0..5 => 0,
        5..8 => 1,
        _ => 2,
    };
    let one_row = area.width >= 110;
    let first = rows(area, 0, u16::from(heading > 0));
    let (title, tabs, under) = if one_row {
        let (title, tabs) = parted(first);
        (title, tabs, 1)
    } else {
        (first, rows(area, 1, u16::from(heading > 1)), heading)
    };
    let under = if heading == 0 { 0 } else { under };
    let rule = (heading > 1).then(|| rows(area, under, 1));
    let room = below(area, under + u16::from(rule.is_some()));
    let body = if room.height >= 12 { below(room, 1) } else { room };
    let body = Rect { width: body.width.min(LONGEST), ..body };
    let foot_width = area.width;
    let spot = Spot { pane: front, room: Room::Plenty, rule, body, foot: None };
    let spot = if front == Pane::History {
        with_foot(Spot { body: Rect { width: foot_width, ..body }, ..spot })
    } else {
        spot
    };
    PanesPlan {
        stand,
        area,
        title,
        tabs: vec![Tabs { area: tabs, panes: &Pane::ALL }],
        spots: vec![spot],
    }
}

fn below_board(area: Rect, front: Pane) -> PanesPlan {
    let (title, tabs) = parted(rows(area, 1, 1));
    let rule = Some(rows(area, 0, 1));
    let body = below(area, 3);
    let tabs = vec![Tabs { area: tabs, panes: &Pane::ALL }];
    let spots = if front == Pane::Detail {
        let (left, beside) = parted(body);
        vec![
            Spot { pane: Pane::Detail, room: Room::Glance, rule, body: left, foot: None },
            Spot { pane: Pane::Profile, room: Room::Glance, rule: None, body: beside, foot: None },
        ]
    } else {
        vec![with_foot(Spot { pane: front, room: Room::Some, rule, body, foot: None })]
    };
    PanesPlan { stand: Stand::Below, area, title, tabs, spots }
}

/// The history tells what its step changed: beside the list where it is wide, below it where it is
/// high.
fn with_foot(spot: Spot) -> Spot {
    if spot.pane != Pane::History {
        return spot;
    }
    let body = spot.body;
    if body.width >= 100 {
        let width = body.width / 2;
        let foot = Rect { x: body.x + width + GAP, width: body.width - width - GAP, ..body };
        return Spot { body: Rect { width, ..body }, foot: Some(foot), ..spot };
    }
    if body.height < 8 {
        return spot;
    }
    let list = body.height / 2;
    Spot { body: rows(body, 0, list), foot: Some(below(body, list + 1)), ..spot }
}

impl Model {
    /// Where the panes are, if any is on the screen.
    pub fn panes_plan(&self) -> Option<PanesPlan> {
        let board = self.plan();
        match self.focus {
            Focus::Whole(_) => PanesPlan::of(self, &board, true),
            Focus::Pane(_) => PanesPlan::of(self, &board, board.panes.is_none()),
            Focus::Board => PanesPlan::of(self, &board, false),
        }
    }

    /// The panes have the whole screen.
    pub fn is_whole(&self) -> bool {
        match self.focus {
            Focus::Whole(_) => true,
            Focus::Pane(_) => self.plan().panes.is_none(),
            Focus::Board => false,
        }
    }

    /// The tabs of a row: which, where, and what is written there.
    pub fn tabs(&self, tabs: &Tabs) -> Vec<(Pane, Rect, String)> {
        let detail = self.panes.detail();
        let named = |pane: &Pane| {
            let name = self.words.get(pane.name());
            match detail.and_then(|detail| pane.count(detail)) {
                Some(count) if count > 0 => format!("{name} {count}"),
                _ => name.into_owned(),
            }
        };
        let names: Vec<String> = tabs.panes.iter().map(named).collect();
        let wide = |gap: usize| {
            names.iter().map(|name| width(name)).sum::<usize>()
                + gap * names.len().saturating_sub(1)
        };
        let gap = if wide(3) <= usize::from(tabs.area.width) { 3 } else { 1 };
        if wide(1) > usize::from(tabs.area.width) {
            // Only the one in front, with a sign that there are others on either side.
            let front = tabs.panes.iter().zip(&names).find(|(pane, _)| **pane == self.panes.front);
            return front
                .map(|(pane, name)| (*pane, tabs.area, format!("‹ {name} ›")))
                .into_iter()
                .collect();
        }
        let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let mut x = tabs.area.x;
        let mut placed = Vec::new();
        for (pane, name) in tabs.panes.iter().zip(names) {
            let area = Rect { x, width: cells(width(&name)), ..tabs.area };
            placed.push((*pane, area.intersection(tabs.area), name));
            x = x.saturating_add(area.width + cells(gap));
        }
        placed
    }
}
