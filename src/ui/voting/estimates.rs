//! Benefit and effort, idea by idea: two digits from each, covered until all show theirs; then how
//! far apart they are, and the medians.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::VoteRead;
use crate::domain::vote::Estimate;
use crate::text::width::{clip, wrap};
use crate::ui::pen::{clear, write, write_right};

use super::Sheet;

pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &mut Frame<'_>) {
    let Some(read) = sheet.voting.vote() else { return };
    let used = sheet.criterion(&read.view, frame);
    let body = sheet.body;
    let wanted = if sheet.voting.has_line() { 2 } else { 6 };
    let focus = wanted.min(body.height.saturating_sub(used) / 2);
    let listed = body.height.saturating_sub(used + focus);
    let room = Rect { y: body.y + used, height: listed, ..body };
    list(sheet, read, room, frame);
    let card = Rect { y: room.bottom(), height: focus, ..body };
    self::focus(sheet, card, frame);
}

/// All ideas, with how far each has come.
fn list(sheet: &mut Sheet<'_>, read: &VoteRead, room: Rect, frame: &mut Frame<'_>) {
    let words = &sheet.model.words;
    let sight = usize::from(room.height).max(1);
    let top = (sheet.voting.cursor + 1).saturating_sub(sight);
    let shown = read.view.options.iter().enumerate().skip(top);
    for (y, (at, option)) in (room.top()..room.bottom()).zip(shown) {
        let row = Rect { y, height: 1, ..room };
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
        let state = if let (Some(benefit), Some(effort)) = sheet.voting.estimates(at) {
            let args = [
                ("benefit", crate::domain::Arg::Say(Box::new(benefit.median.say()))),
                ("effort", crate::domain::Arg::Say(Box::new(effort.median.say()))),
            ];
            words.with("estimate-told", &args)
        } else if sheet.voting.is_revealed(at) {
            words.get("estimate-none").into_owned()
        } else {
            turnout(sheet, read, at)
        };
        let left = write_right(cells, row, &state, on(sheet.look.muted));
        let number = Rect { x: row.x + 1, width: 4, ..row };
        write_right(cells, number, &option.option.number.to_string(), on(sheet.look.accent));
        let wide = left.saturating_sub(8);
        let style = if focused { sheet.look.strong } else { sheet.look.text };
        let title = sheet.title_of(&read.view, at);
        write(cells, row.x + 7, y, wide, &clip(&title, usize::from(wide)), on(style));
    }
}

fn turnout(sheet: &Sheet<'_>, read: &VoteRead, at: usize) -> String {
    let (voted, of) = (read.voted_on(at), read.view.turnout.of);
    let said = crate::domain::vote::Turnout { voted, of, options: Vec::new() };
    sheet.model.words.say(&crate::app::turnout_said(&said))
}

/// The idea in focus: the line to type on, or what was written.
fn focus(sheet: &mut Sheet<'_>, card: Rect, frame: &mut Frame<'_>) {
    let words = &sheet.model.words;
    let Some(last) = card.rows().next_back() else { return };
    if sheet.voting.has_line() {
        let id = if sheet.voting.correcting { "ballot-last" } else { "estimate-line" };
        let label = words.get(id).into_owned();
        super::ballots::line(sheet, &label, last, frame);
        return;
    }
    let (Some(benefit), Some(effort)) = sheet.voting.estimates(sheet.voting.cursor) else { return };
    let cells = frame.buffer_mut();
    let (mut y, wide) = (card.y + u16::from(card.height >= 6), card.width);
    for (id, estimate) in [("estimate-benefit", &benefit), ("estimate-effort", &effort)] {
        if y >= card.bottom() {
            return;
        }
        let args = [
            ("spread", spread(estimate, sheet, id).into()),
            ("median", crate::domain::Arg::Say(Box::new(estimate.median.say()))),
        ];
        write(cells, card.x, y, wide, &words.with(id, &args), sheet.look.text);
        y += 1;
    }
    let is_wide = benefit.is_wide() || effort.is_wide();
    let (id, style) = if is_wide {
        ("estimate-wide", sheet.look.warning)
    } else {
        ("estimate-near", sheet.look.muted)
    };
    let sign = if is_wide { "! " } else { "" };
    for line in wrap(&format!("{sign}{}", words.get(id)), usize::from(wide), Some(2)) {
        if y < card.bottom() {
            write(cells, card.x, y, wide, &line, style);
            y += 1;
        }
    }
}

/// `1×2  4×3`: how many wrote each level.
fn spread(estimate: &Estimate, sheet: &Sheet<'_>, id: &str) -> String {
    let Some(read) = sheet.voting.vote() else { return String::new() };
    let at = sheet.voting.cursor;
    let of = |view: &crate::domain::VoteView, result: Option<&crate::domain::VoteResult>| {
        let option = view.options.get(at)?.option.id;
        Some(result?.tally.histogram(option))
    };
    let histogram = if id == "estimate-benefit" {
        of(&read.view, read.result.as_ref())
    } else {
        read.other.as_ref().and_then(|(view, result)| of(view, result.as_ref()))
    };
    let histogram = histogram.unwrap_or_default();
    let told: Vec<String> = (1..=5)
        .map(|level| {
            let n = histogram.iter().find(|(known, _)| *known == level).map_or(0, |(_, n)| *n);
            let signs = usize::try_from(n.min(12)).unwrap_or(0);
            format!("{level} {}", if n == 0 { "·".into() } else { "●".repeat(signs) })
        })
        .collect();
    debug_assert!(estimate.answers > 0);
    told.join("  ")
}
