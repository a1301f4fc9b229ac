//! A vote that is set up or open: the criterion, the options with their numbers, how many have voted,
//! and the line on which ballots are typed. Before a room what is typed is covered.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::turnout_said;
use crate::domain::VoteView;
use crate::domain::vote::{Settings, standings};
use crate::editor;
use crate::text::width::{clip, width};
use crate::ui::pen::{write, write_right};
use crate::ui::room::share;

use super::Sheet;

/// An option's column is never narrower than this.
const NARROWEST: u16 = 29;

pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &mut Frame<'_>) {
    let Some(read) = sheet.voting.vote() else { return };
    let view = &read.view;
    sheet.criterion(view, frame);
    let has_line = sheet.voting.has_line();
    let (room, foot) = (sheet.plan.rows.area, sheet.plan.below);
    let asides: Vec<String> = match &read.running {
        Some(tally) => {
            // Of a vote that everybody may follow.
            let all: Vec<_> = view.options.iter().map(|it| it.option.clone()).collect();
            let stands = standings(&all, tally, &Settings::of(&view.vote));
            let sum = |id| stands.iter().find(|it| it.option == id).map_or(0, |it| it.sum);
            view.options.iter().map(|it| sum(it.option.id).to_string()).collect()
        }
        None => Vec::new(),
    };
    options(sheet, view, &asides, room, frame.buffer_mut());
    if view.vote.state == crate::domain::VoteState::SetUp {
        return;
    }
    let bar = Rect { y: foot.bottom().saturating_sub(1 + u16::from(has_line)), height: 1, ..foot };
    if foot.height > u16::from(has_line) {
        let count = |n: i64| u32::try_from(n).unwrap_or(0);
        let said = sheet.model.words.say(&turnout_said(&view.turnout));
        let kept = sheet.model.ballots.kept(view.vote.id);
        let n = i64::try_from(kept).unwrap_or(i64::MAX);
        let kept = (kept > 0).then(|| sheet.model.words.with("ballots-kept", &[("n", n.into())]));
        let said = kept.unwrap_or(said);
        let of = view.turnout.of.unwrap_or(0);
        share(frame.buffer_mut(), bar, count(view.turnout.voted), count(of), &said, sheet.look);
    }
    if has_line && foot.height > 0 {
        let nth = view.turnout.voted + 1;
        let id = if sheet.voting.correcting { "ballot-last" } else { "ballot-nth" };
        let label = sheet.model.words.with(id, &[("n", nth.into())]);
        line(sheet, &label, Rect { y: foot.bottom() - 1, height: 1, ..foot }, frame);
    }
}

/// The line on which a ballot is typed.
pub(super) fn line(sheet: &mut Sheet<'_>, label: &str, row: Rect, frame: &mut Frame<'_>) {
    let look = sheet.look;
    let used = write(frame.buffer_mut(), row.x, row.y, row.width, label, look.accent) + 2;
    let line = Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row };
    let shown = editor::Look { text: look.text, selection: look.ground, placeholder: look.muted };
    if sheet.model.is_before_room() {
        let covered: String =
            sheet.voting.line.text().chars().map(|c| if c == ' ' { ' ' } else { '•' }).collect();
        let wide = write(frame.buffer_mut(), line.x, line.y, line.width, &covered, look.text);
        sheet.cursor = Position::new((line.x + wide).min(row.right().saturating_sub(1)), line.y);
        return;
    }
    sheet.voting.line.draw(line, frame.buffer_mut(), shown);
    if let Some(cursor) = sheet.voting.line.cursor_in(line) {
        sheet.cursor = cursor;
    }
}

/// The options in columns, each with its number. Where not all have room, those around the cursor
/// are shown, and how many there are besides.
fn options(sheet: &Sheet<'_>, view: &VoteView, asides: &[String], room: Rect, cells: &mut Buffer) {
    if room.is_empty() {
        return;
    }
    let n = view.options.len();
    let most = usize::from((room.width / NARROWEST).max(1));
    let rows = usize::from(room.height);
    let columns = n.div_ceil(rows).clamp(1, most);
    let all = columns * rows >= n;
    let per_column = if all { n.div_ceil(columns).max(1) } else { rows };
    let airy = all && per_column * 2 <= rows + 1;
    let wide = room.width / u16::try_from(columns).unwrap_or(1);
    let digits = view.options.iter().map(|it| it.option.number.to_string().len()).max();
    let digits = u16::try_from(digits.unwrap_or(1)).unwrap_or(1);
    let page = columns * rows;
    let shown = if all { n } else { page.saturating_sub(1) };
    for at in 0..shown.min(n) {
        let Some(option) = view.options.get(at) else { break };
        let (column, row) = (at / per_column, at % per_column);
        let row = u16::try_from(if airy { row * 2 } else { row }).unwrap_or(u16::MAX);
        let x = room.x + wide * u16::try_from(column).unwrap_or(0);
        let spot = Rect { x, y: room.y + row, width: wide.saturating_sub(2), height: 1 };
        if spot.y >= room.bottom() {
            continue;
        }
        let number = Rect { width: digits, ..spot };
        write_right(cells, number, &option.option.number.to_string(), sheet.look.accent);
        let mut left = spot.width.saturating_sub(digits + 2);
        if let Some(aside) = asides.get(at) {
            write_right(cells, spot, aside, sheet.look.strong);
            left = left.saturating_sub(u16::try_from(width(aside)).unwrap_or(0) + 1);
        }
        let title = sheet.title_of(view, at);
        let title = clip(&title, usize::from(left));
        write(cells, spot.x + digits + 2, spot.y, left, &title, sheet.look.text);
    }
    if !all {
        let more = sheet.model.words.with("options-more", &[("n", (n - shown).into())]);
        let y = room.bottom() - 1;
        let x = room.x + wide * u16::try_from(columns - 1).unwrap_or(0);
        write(cells, x, y, wide, &more, sheet.look.muted);
    }
}
