//! An idea at its gate before a room: its questions while they are asked; otherwise what was decided,
//! what was scored with what divides first, and the card with the answers so far.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::live::{FullCard, GateRow, Score, Scores};

use super::draw::{At, below};
use super::rows::{Line, rows};

/// What there is to tell beside the questions.
pub(super) struct AtGate<'a> {
    pub(super) card: &'a FullCard,
    pub(super) name: &'a str,
    pub(super) questions: &'a [GateRow],
    pub(super) at: usize,
    pub(super) is_asked: bool,
    pub(super) scores: Option<&'a Scores>,
    pub(super) decision: Option<&'a str>,
}

pub(super) fn draw(at: &At<'_>, room: Rect, gate: &AtGate<'_>, cells: &mut Buffer) {
    let beside = if gate.is_asked { &gate.card.title } else { gate.name };
    let name = format!("{}  {beside}", gate.card.number);
    let used = at.prose(&name, room, at.look.accent, cells);
    let mut room = below(room, used + u16::from(room.height > 8));
    if gate.is_asked {
        rows(&asked(gate), at, room, cells);
        return;
    }
    if let Some(decision) = gate.decision {
        let used = at.prose(decision, room, at.look.strong, cells);
        room = below(room, used + u16::from(room.height > 8));
    }
    match gate.scores {
        Some(Scores::Shown { rows: told, voters }) => {
            let said = at.words.with("live-voters", &[("n", (*voters).into())]);
            let said = format!("{said} {}", at.words.get("live-divided-first"));
            let used = at.prose(&said, room, at.look.text, cells);
            let lines: Vec<Line> = told.iter().map(|score| scored(at, score)).collect();
            rows(&lines, at, below(room, used + u16::from(room.height > 8)), cells);
            return;
        }
        Some(Scores::Counting { voted, of }) => {
            let args = [("voted", (*voted).into()), ("of", of.unwrap_or(0).into())];
            let id = if of.is_some() { "live-scored-of" } else { "live-scored" };
            let used = at.prose(&at.words.with(id, &args), room, at.look.text, cells);
            room = below(room, used + u16::from(room.height > 8));
        }
        None => {}
    }
    let plain = gate.card.need.split_whitespace().collect::<Vec<_>>().join(" ");
    if !plain.is_empty() && room.height > 6 {
        let most = Rect { height: room.height / 3, ..room };
        let used = at.prose(&plain, most, at.look.text, cells);
        room = below(room, used + 1);
    }
    rows(&asked(gate), at, room, cells);
}

fn asked(gate: &AtGate<'_>) -> Vec<Line> {
    let line = |(nth, row): (usize, &GateRow)| Line {
        before: format!("{}.", nth + 1),
        text: row.text.clone(),
        aside: row.reply.clone().unwrap_or_default(),
        focused: gate.is_asked && nth == gate.at,
        quiet: row.reply.is_some() && nth != gate.at,
        ..Line::default()
    };
    gate.questions.iter().enumerate().map(line).collect()
}

/// How far apart they are stands before what is in the middle.
fn scored(at: &At<'_>, score: &Score) -> Line {
    let each = score.levels.iter().map(|(level, n)| {
        at.words.with("minutes-gave", &[("points", (*level).into()), ("n", (*n).into())])
    });
    let each = each.collect::<Vec<_>>().join(", ");
    let args = [("median", score.median.clone().into())];
    let mut text = format!("{}: ", score.criterion);
    if score.is_wide {
        text.push_str(&at.words.get("gate-score-wide"));
        text.push_str(" · ");
    }
    text.push_str(&each);
    let before = if score.is_wide { "!" } else { "" };
    let aside = at.words.with("gate-score-median", &args);
    Line { before: before.into(), text, aside, ..Line::default() }
}
