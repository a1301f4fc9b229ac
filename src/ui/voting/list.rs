//! All votes, the newest first, below what else can be begun.

use ratatui::Frame;
use ratatui::layout::Position;

use crate::app::{BEFORE_VOTES, VoteLine, turnout_said};
use crate::domain::VoteState;
use crate::text::width::width;
use crate::ui::pen::{clear, write, write_right};

use super::Sheet;

pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &mut Frame<'_>) {
    let words = &sheet.model.words;
    let votes = sheet.voting.read.as_ref().map(|read| read.votes.as_slice()).unwrap_or_default();
    let own = ["votes-new", "votes-matrix"];
    let mut rows: Vec<(String, String)> =
        own.iter().map(|id| (words.get(id).into_owned(), String::new())).collect();
    for line in votes {
        let name = match line.vote.axis {
            Some(_) => words.get("estimates-title").into_owned(),
            None => line.vote.criterion.clone(),
        };
        rows.push((name, state(sheet, line)));
    }
    for (at, row) in sheet.plan.rows.spots() {
        let Some((name, state)) = rows.get(at) else { continue };
        let y = row.y;
        let focused = at == sheet.voting.cursor;
        let on = |style: ratatui::style::Style| {
            if focused { style.patch(sheet.look.ground) } else { style }
        };
        let cells = frame.buffer_mut();
        if focused {
            clear(cells, row, on(sheet.look.text));
            write(cells, row.x, y, 1, "▌", on(sheet.look.accent));
            sheet.cursor = Position::new(row.x, y);
        }
        let left = if width(state) + 16 <= usize::from(row.width) {
            write_right(cells, row, state, on(sheet.look.muted))
        } else {
            row.width
        };
        let style = match (focused, at < BEFORE_VOTES) {
            (true, _) => sheet.look.strong,
            (false, true) => sheet.look.accent,
            (false, false) => sheet.look.text,
        };
        write(cells, row.x + 2, y, left.saturating_sub(4), name, on(style));
    }
}

fn state(sheet: &Sheet<'_>, line: &VoteLine) -> String {
    let words = &sheet.model.words;
    let state = match line.vote.state {
        VoteState::SetUp => "vote-state-set-up",
        VoteState::Open | VoteState::Counted => {
            return words.say(&turnout_said(&line.turnout));
        }
        VoteState::Revealed | VoteState::Closed if line.vote.revealed.is_none() => {
            "vote-state-dropped"
        }
        VoteState::Revealed => "vote-state-revealed",
        VoteState::Closed => "vote-state-closed",
    };
    words.get(state).into_owned()
}
