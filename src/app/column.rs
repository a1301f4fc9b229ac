//! One column of the board: a window of its cards, the cursor in it, and how far it is scrolled.

use crate::domain::{Anchor, Card, IdeaId, Order, Window};
use crate::text::width::wrap;

/// How many cards are read at a time.
pub(super) const WINDOW: usize = 160;
/// With fewer cards than this before the window's end, the next window is read.
const MARGIN: usize = 40;

/// A card's title in lines of the column's width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    pub title: Vec<String>,
}

#[derive(Clone, Debug, Default)]
pub struct Column {
    pub window: Window,
    pub laid: Vec<Laid>,
    /// The width that the titles were laid out for, gutter and all.
    pub width: u16,
    /// The most lines that a title may take.
    pub lines: usize,
    /// The focused card, as an index into the window.
    pub cursor: usize,
    /// The first card shown, as an index into the window.
    pub top: usize,
    /// The file's version that the window was read from; none while it never was.
    pub version: Option<u64>,
    pub order: Order,
    /// Where the next window should be read, once the present one does not do any more.
    pub wanted: Option<Anchor>,
    /// The answer to the board's filter that the window shows; 0 where it shows all.
    pub sieve: u64,
}

/// What of a column is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    pub from: usize,
    /// One past the last card that is shown whole.
    pub to: usize,
    pub above: bool,
    pub below: bool,
}

impl Column {
    pub fn focused(&self) -> Option<&Card> {
        self.window.cards.get(self.cursor)
    }

    pub fn position(&self, idea: IdeaId) -> Option<usize> {
        self.window.cards.iter().position(|card| card.id == idea)
    }

    /// Where to read the next window: what was asked for, or around the focused card.
    pub(super) fn anchor(&self) -> Anchor {
        self.wanted
            .unwrap_or_else(|| self.focused().map_or(Anchor::Head, |card| Anchor::Around(card.id)))
    }

    /// Takes a fresh window in. The cursor stays on its card; where that is gone, on its place.
    pub(super) fn take(&mut self, window: Window, version: u64, order: Order) {
        let wanted = self.wanted.take();
        let place = self.window.above.map(|above| above + self.cursor);
        let top = self.window.cards.get(self.top).map(|card| card.id);
        let shown_above = self.cursor.saturating_sub(self.top);
        let focused = self.focused().map(|card| card.id);
        self.window = window;
        self.version = Some(version);
        self.sieve = 0;
        self.order = order;
        let last = self.window.cards.len().saturating_sub(1);
        self.cursor = match wanted {
            Some(Anchor::Head) => 0,
            Some(Anchor::Foot) => last,
            Some(Anchor::Around(idea)) => self.position(idea).unwrap_or(0),
            None => focused.and_then(|idea| self.position(idea)).unwrap_or_else(|| {
                let above = self.window.above.unwrap_or(0);
                place.map_or(0, |place| place.saturating_sub(above)).min(last)
            }),
        };
        self.top = top
            .and_then(|idea| self.position(idea))
            .unwrap_or_else(|| self.cursor.saturating_sub(shown_above))
            .min(self.cursor);
        self.lay();
    }

    /// Lays the titles out for a width, where they are not already.
    pub(super) fn set_width(&mut self, width: u16, gutter: u16, lines: usize) {
        // A cell is left free, so that titles of neighbours do not run together.
        let text = width.saturating_sub(gutter + 1);
        if (self.width, self.lines) != (text, lines) {
            self.width = text;
            self.lines = lines;
            self.lay();
        }
    }

    fn lay(&mut self) {
        let width = usize::from(self.width.max(1));
        let lay = |card: &Card| Laid { title: wrap(&card.title, width, Some(self.lines.max(1))) };
        self.laid = self.window.cards.iter().map(lay).collect();
    }

    /// The rows that a card takes, the blank one after it left out.
    pub fn height(&self, at: usize, facts: bool) -> u16 {
        let title = self.laid.get(at).map_or(1, |laid| laid.title.len().max(1));
        u16::try_from(title).unwrap_or(2) + u16::from(facts)
    }

    /// Which cards are on a screen of so many rows.
    pub fn shown(&self, rows: u16) -> Shown {
        let facts = has_facts(rows);
        let gap = u16::from(rows >= 6);
        let above = self.top > 0 || self.window.above != Some(0);
        let mut left = rows.saturating_sub(u16::from(above && rows >= 3));
        let len = self.window.cards.len();
        let more_after = |to: usize| {
            to < len || self.window.above.is_none_or(|above| above + len < self.window.total)
        };
        let mut to = self.top;
        while to < len {
            let height = self.height(to, facts);
            // A row is kept for what does not fit, unless this card is the very last.
            let kept = u16::from(more_after(to + 1) && rows >= 3);
            if height + kept > left && to > self.top {
                break;
            }
            to += 1;
            left = left.saturating_sub(height + gap);
            if left == 0 {
                break;
            }
        }
        Shown { from: self.top, to, above, below: more_after(to) }
    }

    /// The card on a row of the column's cards, counted from the first row below the heading.
    pub(super) fn card_at(&self, row: u16, rows: u16) -> Option<usize> {
        let shown = self.shown(rows);
        let facts = has_facts(rows);
        let gap = u16::from(rows >= 6);
        let mut top = u16::from(shown.above && rows >= 3);
        for at in shown.from..shown.to {
            let bottom = top + self.height(at, facts);
            if (top..bottom).contains(&row) {
                return Some(at);
            }
            top = bottom + gap;
        }
        None
    }

    /// Scrolls as little as needed for the focused card to be whole on the screen.
    pub(super) fn keep_in_sight(&mut self, rows: u16) {
        self.top = self.top.min(self.cursor);
        while self.top < self.cursor && self.shown(rows).to <= self.cursor {
            self.top += 1;
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        let last = self.window.cards.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        self.look_ahead();
    }

    /// Asks for the next window in time, before the cursor reaches the end of this one.
    fn look_ahead(&mut self) {
        let len = self.window.cards.len();
        let more_above = self.window.above != Some(0);
        let more_below = self.window.above.is_none_or(|above| above + len < self.window.total);
        if (self.cursor < MARGIN && more_above) || (self.cursor + MARGIN >= len && more_below) {
            self.wanted = self.focused().map(|card| Anchor::Around(card.id));
        }
    }

    /// Goes to the column's first or last card, wherever the window is.
    pub(super) fn go(&mut self, anchor: Anchor) {
        let len = self.window.cards.len();
        let whole_above = self.window.above == Some(0);
        let whole_below = self.window.above.is_some_and(|above| above + len >= self.window.total);
        match anchor {
            Anchor::Head if whole_above => self.cursor = 0,
            Anchor::Foot if whole_below => self.cursor = len.saturating_sub(1),
            Anchor::Around(idea) if self.position(idea).is_some() => {
                self.cursor = self.position(idea).unwrap_or(0);
                self.look_ahead();
            }
            Anchor::Head | Anchor::Foot | Anchor::Around(_) => self.wanted = Some(anchor),
        }
    }
}

/// Cards show their line of facts only where there is room for more than a list of titles.
pub fn has_facts(rows: u16) -> bool {
    rows >= 8
}
