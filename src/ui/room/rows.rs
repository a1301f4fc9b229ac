//! Rows of a list before a room, as many to a page as fit: with blank lines between them where all
//! fit so, without them where all fit then, and leafed otherwise. Which page is said.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::width::{width, wrap};
use crate::ui::pen::{write, write_right};

use super::draw::{At, WIDEST};

/// One row: what stands before it, what it says, and a word at its end.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) before: String,
    pub(super) text: String,
    pub(super) aside: String,
    pub(super) focused: bool,
    /// What it says is over: it is told quietly.
    pub(super) quiet: bool,
    /// It is a heading over those that follow.
    pub(super) heads: bool,
}

impl Line {
    pub(super) fn numbered(number: i64, text: &str) -> Line {
        Line { before: number.to_string(), text: text.to_owned(), ..Line::default() }
    }
}

/// The most lines that a row's text may take.
const LINES: usize = 2;

/// Draws the page on which the row in focus is, or as many pages on as it was leafed; answers how
/// many pages there are.
pub(super) fn rows(lines: &[Line], at: &At<'_>, room: Rect, cells: &mut Buffer) -> usize {
    if room.is_empty() || lines.is_empty() {
        return 1;
    }
    let widest = |of: &dyn Fn(&Line) -> usize| {
        u16::try_from(lines.iter().map(of).max().unwrap_or(0)).unwrap_or(u16::MAX)
    };
    let before = widest(&|line| width(&line.before)).max(2);
    let wide = widest(&|line| width(&line.aside));
    // A word at the end that would leave the text too little stands below it.
    let under = wide + 2 > room.width / 2;
    let aside = if wide == 0 || under { 0 } else { wide + 2 };
    let text = room.width.saturating_sub(before + 3 + aside).clamp(1, WIDEST.max(1));
    let laid: Vec<Vec<String>> =
        lines.iter().map(|line| wrap(&line.text, usize::from(text), Some(LINES))).collect();
    let height = |(line, texts): (&Line, &Vec<String>)| {
        let own = usize::from(under && !line.aside.is_empty());
        u16::try_from(texts.len().max(1) + own).unwrap_or(1)
    };
    let heights: Vec<u16> = lines.iter().zip(&laid).map(height).collect();
    let (gap, pages, space) = paged(&heights, room.height);
    let on = lines.iter().position(|line| line.focused);
    let first = on.and_then(|on| pages.iter().position(|page| page.contains(&on))).unwrap_or(0);
    let shown = (first + at.leaf) % pages.len();
    let mut y = room.y;
    for nth in pages.get(shown).cloned().unwrap_or_default() {
        let (Some(line), Some(texts)) = (lines.get(nth), laid.get(nth)) else { break };
        let height = heights.get(nth).copied().unwrap_or(1).min(space.saturating_sub(y - room.y));
        let end = before + 3 + text + aside;
        let spot = Rect { y, height, width: room.width.min(end), ..room };
        let ground = |style: Style| if line.focused { style.patch(at.look.ground) } else { style };
        if line.focused {
            cells.set_style(spot, at.look.ground);
            for y in spot.top()..spot.bottom() {
                write(cells, spot.x, y, 1, "▌", ground(at.look.accent));
            }
        }
        let number = Rect { x: spot.x + 1, width: before.min(spot.width), height: 1, ..spot };
        write_right(cells, number.intersection(spot), &line.before, ground(at.look.accent));
        let style = match line {
            Line { heads: true, .. } | Line { focused: true, .. } => at.look.strong,
            Line { quiet: true, .. } => at.look.muted,
            _ => at.look.text,
        };
        let x = if line.heads { spot.x + 1 } else { spot.x + before + 2 };
        for (y, piece) in (spot.top()..spot.bottom()).zip(texts) {
            let left = spot.right().saturating_sub(x + aside);
            write(cells, x, y, left, piece, ground(style));
        }
        let last = spot.y + u16::try_from(texts.len().max(1)).unwrap_or(1);
        if under && !line.aside.is_empty() && last < spot.bottom() {
            let left = spot.right().saturating_sub(x);
            write(cells, x, last, left, &line.aside, ground(at.look.muted));
        } else if !under && !line.aside.is_empty() && height > 0 {
            let spot = Rect { height: 1, ..spot };
            write_right(cells, spot, &line.aside, ground(at.look.text));
        }
        y += height + gap;
    }
    if pages.len() > 1 {
        let count = |n: usize| i64::try_from(n).unwrap_or(0);
        let args = [("page", count(shown + 1).into()), ("pages", count(pages.len()).into())];
        let said = at.words.with("projector-page", &args);
        let foot = Rect { y: room.bottom() - 1, height: 1, ..room };
        write_right(cells, foot, &said, at.look.muted);
    }
    pages.len()
}

/// The blank lines between rows, the rows of each page, and the height that a page may take.
fn paged(heights: &[u16], height: u16) -> (u16, Vec<Range<usize>>, u16) {
    for gap in [1, 0] {
        let whole = heights.iter().map(|it| it + gap).sum::<u16>() - gap;
        if whole <= height {
            return (gap, std::iter::once(0..heights.len()).collect(), height);
        }
    }
    // The last row tells which page it is.
    let height = height.saturating_sub(1).max(1);
    let gap = u16::from(height >= 8);
    let mut pages = Vec::new();
    let (mut from, mut used) = (0, 0);
    for (at, rows) in heights.iter().enumerate() {
        if used + rows > height && at > from {
            pages.push(from..at);
            (from, used) = (at, 0);
        }
        used += rows + gap;
    }
    pages.push(from..heights.len());
    (gap, pages, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_on_exactly_one_page() {
        for n in 1..40_usize {
            for height in 1..30 {
                let heights: Vec<u16> = (0..n).map(|at| if at % 5 == 0 { 2 } else { 1 }).collect();
                let (_, pages, _) = paged(&heights, height);
                let all: Vec<usize> = pages.into_iter().flatten().collect();
                assert_eq!(all, (0..n).collect::<Vec<_>>(), "{n} in {height}");
            }
        }
    }

    #[test]
    fn a_page_has_as_many_rows_as_fit() {
        let (gap, pages, height) = paged(&[1; 16], 12);
        assert_eq!((gap, pages.len(), height), (1, 3, 11));
        assert_eq!(pages.first(), Some(&(0..6)));
    }

    #[test]
    fn twelve_options_stand_on_one_page_where_they_fit_without_blank_lines() {
        let (gap, pages, _) = paged(&[1; 12], 12);
        assert_eq!((gap, pages.len()), (0, 1));
        let (gap, pages, _) = paged(&[1; 6], 12);
        assert_eq!((gap, pages.len()), (1, 1));
    }
}
