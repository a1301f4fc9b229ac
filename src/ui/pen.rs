//! Writing on cells: a line of pieces, each in its style, cut where the room ends.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::text::width::{clip, width};

/// Writes a text at a place and answers how many cells it took. What does not fit ends with `…`.
pub(super) fn write(
    cells: &mut Buffer,
    x: u16,
    y: u16,
    room: u16,
    text: &str,
    style: Style,
) -> u16 {
    if room == 0 || !cells.area.contains((x, y).into()) {
        return 0;
    }
    let room = room.min(cells.area.right().saturating_sub(x));
    let text = clip(text, usize::from(room));
    if is_plain(&text) {
        return write_plain(cells, x, y, &text, style);
    }
    let (end, _) = cells.set_stringn(x, y, &text, usize::from(room), style);
    end.saturating_sub(x)
}

/// Every character is a cell of its own: none combines, none is wide, none is to be kept off the
/// screen. So it is with nearly all text there is, which need not be taken apart.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '…'))
}

fn write_plain(cells: &mut Buffer, x: u16, y: u16, text: &str, style: Style) -> u16 {
    let from = cells.index_of(x, y);
    let row = cells.content.get_mut(from..).unwrap_or_default();
    let mut used = 0;
    for (cell, c) in row.iter_mut().zip(text.chars()) {
        cell.set_char(c).set_style(style);
        used += 1;
    }
    used
}

/// Writes pieces one after the other on an area's first row.
pub(super) fn write_all(cells: &mut Buffer, area: Rect, pieces: &[(&str, Style)]) -> u16 {
    let mut used = 0;
    for (text, style) in pieces {
        used += write(cells, area.x + used, area.y, area.width.saturating_sub(used), text, *style);
    }
    used
}

/// Writes a text that ends at an area's right edge; answers the cells left of it.
pub(super) fn write_right(cells: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let wide = u16::try_from(width(text)).unwrap_or(u16::MAX).min(area.width);
    write(cells, area.right() - wide, area.y, wide, text, style);
    area.width - wide
}

/// A rule over an area's first row.
pub(super) fn rule(cells: &mut Buffer, area: Rect, sign: &str, style: Style) {
    for x in area.left()..area.right() {
        if let Some(cell) = cells.cell_mut((x, area.y)) {
            cell.set_symbol(sign).set_style(style);
        }
    }
}

/// Fills an area with blanks in a style.
pub(super) fn clear(cells: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(cells.area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if let Some(cell) = cells.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
}

/// Lights up stretches of a text that was written at a place: bold and underlined, in any colours.
pub(super) fn light(cells: &mut Buffer, area: Rect, text: &str, marks: &[std::ops::Range<usize>]) {
    let lit = Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
    for mark in marks {
        let before = text.get(..mark.start).map_or(0, width);
        let marked = text.get(mark.clone()).map_or(0, width);
        let from = area.x.saturating_add(u16::try_from(before).unwrap_or(u16::MAX));
        let wide = u16::try_from(marked).unwrap_or(u16::MAX);
        let spot = Rect { x: from, width: wide, height: 1, ..area }.intersection(area);
        cells.set_style(spot, lit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_written_as_any_other() {
        let area = Rect::new(0, 0, 12, 1);
        for text in
            ["Kettle", "Åsa på ön", "…", "a\u{ad}b", "e\u{301}", "日本", "👨‍👩‍👧", "Sms på flera språk"]
        {
            let (mut ours, mut theirs) = (Buffer::empty(area), Buffer::empty(area));
            let style = Style::new().bold();
            let used = write(&mut ours, 1, 0, 11, text, style);
            let (end, _) = theirs.set_stringn(1, 0, clip(text, 11), 11, style);
            assert_eq!(ours, theirs, "{text}");
            assert_eq!(used, end - 1, "{text}");
        }
    }
}
