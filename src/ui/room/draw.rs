//! What the room sees, drawn: the same on the audience's window and, where the picture is mirrored,
//! on the person's own. It knows no more than `Live` does.

use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::live::{self, Live};
use crate::domain::{Face, Mood, Stamp};
use crate::text::width::{width, wrap};
use crate::text::{Words, dates};
use crate::ui::pen::{clear, write, write_right};
use crate::ui::theme::Look;

use super::{Align, card, clock, curtain, headed, heading, scenes};

/// When and where it is looked at, and in which words and colours.
#[derive(Clone, Copy)]
pub struct At<'a> {
    pub now: Stamp,
    pub zone: &'a TimeZone,
    pub words: &'a Words,
    pub look: &'a Look,
    /// How far a long list was leafed on by hand.
    pub leaf: usize,
}

/// Digits of a clock take so many cells, in the letters of headings.
const CLOCK: u16 = 20;

/// Three lines in the letters of headings, a blank line between them.
const HEADING: u16 = 14;

/// Draws it all. Where it is too small for anything, only the clock and a word are left.
pub fn draw(live: &Live, at: &At<'_>, area: Rect, cells: &mut Buffer) {
    let area = area.intersection(cells.area);
    clear(cells, area, at.look.text);
    let room = inset(area);
    if room.is_empty() {
        return;
    }
    if let Some(hung) = &live.curtain {
        let (said, until) = at.hung(hung);
        curtain(cells, room, &live.title, &said, until.as_deref(), at.look);
        return;
    }
    match &live.scene {
        live::Scene::Title { begins } => {
            let said = if begins.is_empty() {
                live.question.clone()
            } else {
                at.words.with("live-begins", &[("time", begins.clone().into())])
            };
            curtain(cells, room, &live.title, &said, None, at.look);
            return;
        }
        live::Scene::Break { until } => {
            let (said, until) = at.hung(&live::Curtain::Break { until: *until });
            curtain(cells, room, &live.title, &said, until.as_deref(), at.look);
            return;
        }
        live::Scene::TestCard => {
            card(cells, area, at.words, at.look);
            return;
        }
        _ => {}
    }
    let room = status(live, at, room, cells);
    scenes::draw(live, at, room, cells);
}

/// Which workshop and which item this is, above all else. What is left below is answered.
fn status(live: &Live, at: &At<'_>, room: Rect, cells: &mut Buffer) -> Rect {
    let place = live.item.as_ref().map(|item| {
        let (nth, of) = (i64::try_from(item.nth), i64::try_from(item.of));
        let args = [("nth", nth.unwrap_or(0).into()), ("of", of.unwrap_or(0).into())];
        at.words.with("live-item", &args)
    });
    let left = match &place {
        Some(place) => write_right(cells, Rect { height: 1, ..room }, place, at.look.muted),
        None => room.width,
    };
    write(cells, room.x, room.y, left.saturating_sub(2), &live.title, at.look.muted);
    let used = if room.height >= 12 { 2 } else { 1 };
    Rect { y: room.y + used.min(room.height), height: room.height.saturating_sub(used), ..room }
}

impl At<'_> {
    /// What is said on a curtain, and when the break ends.
    pub(super) fn hung(&self, curtain: &live::Curtain) -> (String, Option<String>) {
        let said = |id| self.words.get(id).into_owned();
        match curtain {
            live::Curtain::Plain => (String::new(), None),
            live::Curtain::Break { until: None } => (said("curtain-pause"), None),
            live::Curtain::Break { until: Some(until) } => {
                (said("curtain-until"), Some(dates::time(*until, self.zone)))
            }
            live::Curtain::Counting { voted, of: None } => {
                (self.words.with("curtain-counting", &[("voted", (*voted).into())]), None)
            }
            live::Curtain::Counting { voted, of: Some(of) } => {
                let args = [("voted", (*voted).into()), ("of", (*of).into())];
                (self.words.with("curtain-counting-of", &args), None)
            }
        }
    }

    /// The clock's digits, and what there is to say of it.
    pub(super) fn face(&self, live: &Live) -> Option<(String, Option<String>, bool)> {
        let face: Face = live.clock?.face(self.now);
        let digits = format!("{}:{:02}", face.minutes, face.seconds);
        let word = match face.mood {
            Mood::Over => Some("live-time-is-up"),
            _ if face.is_paused => Some("live-paused"),
            Mood::LastMinute => Some("live-last-minute"),
            Mood::Plain => None,
        };
        let word = word.map(|id| self.words.get(id).into_owned());
        Some((digits, word, face.mood == Mood::Over))
    }

    /// A heading, and the clock to its right. What is left below is answered.
    pub(super) fn head(&self, live: &Live, text: &str, room: Rect, cells: &mut Buffer) -> Rect {
        let face = self.face(live);
        let tall = room.height >= 11 && room.width >= 50;
        let wide = match (&face, tall) {
            (None, _) => 0,
            (Some(_), true) => CLOCK + 2,
            (Some((digits, word, _)), false) => {
                let word = word.as_deref().map_or(0, |word| width(word) + 2);
                u16::try_from(width(digits) + word).unwrap_or(CLOCK) + 2
            }
        };
        let spot = Rect {
            width: room.width.saturating_sub(wide),
            height: if tall { (room.height / 3).clamp(4, HEADING) } else { room.height.min(2) },
            ..room
        };
        let mut rows = heading(cells, spot, text, Align::Left, self.look.strong).max(1);
        if let Some((digits, word, is_over)) = face {
            let style = if is_over { self.look.warning } else { self.look.accent };
            let right = Rect { x: room.right().saturating_sub(CLOCK), width: CLOCK, ..room };
            if tall {
                rows = rows.max(4);
                if is_over {
                    let said = word.as_deref().unwrap_or_default();
                    let lines = wrap(said, usize::from(CLOCK), Some(2));
                    for (y, line) in (right.y + 1..right.bottom()).zip(lines) {
                        write_right(cells, Rect { y, height: 1, ..right }, &line, style);
                    }
                } else {
                    let spot = Rect { height: 4, ..right };
                    clock(cells, spot, &digits, Align::Left, style);
                    if let Some(word) = &word {
                        rows = rows.max(5);
                        write_right(cells, Rect { y: room.y + 4, height: 1, ..room }, word, style);
                    }
                }
            } else {
                let said = match (&word, is_over) {
                    (Some(word), true) => word.clone(),
                    (Some(word), false) => format!("{word}  {digits}"),
                    (None, _) => digits,
                };
                write_right(cells, Rect { height: 1, ..room }, &said, style);
            }
        }
        let used = rows + u16::from(room.height > rows + 4);
        below(room, used)
    }

    /// A text in plain words, wrapped; answers the rows it took.
    pub(super) fn prose(
        &self,
        text: &str,
        room: Rect,
        style: ratatui::style::Style,
        cells: &mut Buffer,
    ) -> u16 {
        let most = usize::from(room.height);
        let lines = wrap(text, usize::from(room.width.min(WIDEST)), Some(most));
        for (y, line) in (room.top()..room.bottom()).zip(&lines) {
            write(cells, room.x, y, room.width, line, style);
        }
        u16::try_from(lines.len()).unwrap_or(room.height).min(room.height)
    }

    /// The clock as large as it goes, with its word below; answers nothing, for nothing comes after.
    pub(super) fn large_clock(&self, live: &Live, room: Rect, cells: &mut Buffer) {
        let Some((digits, word, is_over)) = self.face(live) else { return };
        let style = if is_over { self.look.warning } else { self.look.accent };
        if is_over {
            let said = word.unwrap_or_default();
            let rows = headed(&said, room).rows();
            heading(
                cells,
                Rect { height: rows.min(room.height), ..room },
                &said,
                Align::Left,
                style,
            );
            return;
        }
        let used = clock(cells, room, &digits, Align::Left, style);
        if let Some(word) = word
            && used < room.height
        {
            write(cells, room.x, room.y + used, room.width, &word, style);
        }
    }
}

/// Lines of more cells than this are hard to follow.
pub(super) const WIDEST: u16 = 60;

pub(super) fn below(room: Rect, used: u16) -> Rect {
    let used = used.min(room.height);
    Rect { y: room.y + used, height: room.height - used, ..room }
}

/// Nothing touches the edge where there is room.
fn inset(area: Rect) -> Rect {
    let wide = u16::from(area.width >= 40);
    let tall = u16::from(area.height >= 24);
    Rect {
        x: area.x + wide,
        y: area.y + tall,
        width: area.width - 2 * wide,
        height: area.height - tall,
    }
}
