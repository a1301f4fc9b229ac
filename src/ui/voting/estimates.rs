//! Benefit and effort, idea by idea: two digits from each, covered until all show theirs; then how
//! far apart they are, and the medians.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::VoteRead;
use crate::text::width::{clip, wrap};
use crate::ui::pen::{clear, write, write_right};

use super::Sheet;

pub(super) fn draw(sheet: &mut Sheet<'_>, frame: &mut Frame<'_>) {
    let Some(read) = sheet.voting.vote() else { return };
    sheet.criterion(&read.view, frame);
    list(sheet, read, frame);
    let card = sheet.plan.below;
    focus(sheet, card, frame);
}

/// All ideas, with how far each has come.
fn list(sheet: &mut Sheet<'_>, read: &VoteRead, frame: &mut Frame<'_>) {
    let words = &sheet.model.words;
    for (at, row) in sheet.plan.rows.spots() {
        let Some(option) = read.view.options.get(at) else { continue };
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
    // How far apart they are comes before what is in the middle.
    let is_wide = benefit.is_wide() || effort.is_wide();
    let (id, style) = if is_wide {
        ("estimate-wide", sheet.look.warning)
    } else {
        ("estimate-near", sheet.look.muted)
    };
    let sign = if is_wide { "! " } else { "" };
    let most = usize::from(card.height.saturating_sub(2)).clamp(1, 2);
    for line in wrap(&format!("{sign}{}", words.get(id)), usize::from(wide), Some(most)) {
        if y < card.bottom() {
            write(cells, card.x, y, wide, &line, style);
            y += 1;
        }
    }
    let histograms = [histogram(sheet, true), histogram(sheet, false)];
    let all = histograms.iter().flatten().map(|(_, n)| *n);
    let most = usize::try_from(all.max().unwrap_or(0)).unwrap_or(0);
    let told = ["estimate-benefit", "estimate-effort"].into_iter().zip([&benefit, &effort]);
    for ((id, estimate), histogram) in told.zip(&histograms) {
        if y >= card.bottom() {
            return;
        }
        let args = [
            ("spread", spread(histogram, most, wide).into()),
            ("median", crate::domain::Arg::Say(Box::new(estimate.median.say()))),
        ];
        write(cells, card.x, y, wide, &words.with(id, &args), sheet.look.text);
        y += 1;
    }
}

/// How many wrote each level of the idea in focus.
fn histogram(sheet: &Sheet<'_>, benefit: bool) -> Vec<(i64, i64)> {
    let Some(read) = sheet.voting.vote() else { return Vec::new() };
    let of = |view: &crate::domain::VoteView, result: Option<&crate::domain::VoteResult>| {
        let option = view.options.get(sheet.voting.cursor)?.option.id;
        Some(result?.tally.histogram(option))
    };
    let histogram = if benefit {
        of(&read.view, read.result.as_ref())
    } else {
        read.other.as_ref().and_then(|(view, result)| of(view, result.as_ref()))
    };
    histogram.unwrap_or_default()
}

/// `1 ●●  2 ·   3 ·   4 ●`: how many wrote each level. Where signs have no room, `1×2  2×0  4×1`.
fn spread(histogram: &[(i64, i64)], most: usize, wide: u16) -> String {
    let signed = (most + 4) * 5 + 22 <= usize::from(wide);
    let told: Vec<String> = (1..=5)
        .map(|level| {
            let n = histogram.iter().find(|(known, _)| *known == level).map_or(0, |(_, n)| *n);
            let signs = usize::try_from(n).unwrap_or(0);
            let blanks = most.max(1).saturating_sub(signs.max(1));
            match signs {
                _ if !signed => format!("{level}×{n:<2}"),
                0 => format!("{level} ·{}", " ".repeat(blanks)),
                _ => format!("{level} {}{}", "●".repeat(signs), " ".repeat(blanks)),
            }
        })
        .collect();
    told.join("  ")
}
