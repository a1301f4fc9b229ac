//! Bars with a word: how many have voted, how many dots an idea has. The word says it; the signs
//! repeat it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::width::width;
use crate::ui::pen::write;
use crate::ui::theme::Look;

/// So many of so many, a sign each where they fit and a share of the room otherwise; then the word.
pub fn share(cells: &mut Buffer, room: Rect, n: u32, of: u32, word: &str, look: &Look) -> u16 {
    let signs = room_of_signs(room, word);
    let (filled, all) = if of <= u32::from(signs) {
        (n.min(of), of)
    } else {
        let all = u32::from(signs);
        // Something is never shown as nothing, and not all never as all.
        let part = u64::from(n.min(of)) * u64::from(all) / u64::from(of.max(1));
        let part = u32::try_from(part).unwrap_or(all);
        let least = u32::from(n > 0 && all > 1);
        (if n >= of { all } else { part.clamp(least, all.saturating_sub(1).max(least)) }, all)
    };
    bar(cells, room, filled, all - filled, word, look)
}

/// So many dots, then the word; a figure where there is no room for them.
pub fn dots(cells: &mut Buffer, room: Rect, n: u32, word: &str, look: &Look) -> u16 {
    if n > u32::from(room_of_signs(room, word)) {
        return bar(cells, room, 0, 0, word, look);
    }
    bar(cells, room, n, 0, word, look)
}

/// The cells left of the word.
fn room_of_signs(room: Rect, word: &str) -> u16 {
    let word = u16::try_from(width(word)).unwrap_or(u16::MAX);
    room.width.saturating_sub(word.saturating_add(2))
}

fn bar(cells: &mut Buffer, room: Rect, on: u32, off: u32, word: &str, look: &Look) -> u16 {
    let room = room.intersection(cells.area);
    if room.is_empty() {
        return 0;
    }
    let signs = |sign: &str, n: u32| sign.repeat(usize::try_from(n).unwrap_or(0));
    let mut x = room.x;
    for (text, style) in [(signs("●", on), look.accent), (signs("○", off), look.muted)] {
        x += write(cells, x, room.y, room.right().saturating_sub(x), &text, style);
    }
    x += if x > room.x { 2 } else { 0 };
    x += write(cells, x, room.y, room.right().saturating_sub(x), word, look.text);
    x - room.x
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::room::list::tests::drawn;
    use crate::ui::theme::DARK;

    fn line(columns: u16, draw: impl FnOnce(&mut Buffer, Rect, &Look)) -> String {
        let picture = drawn(columns, 1, |cells, room| draw(cells, room, &Look::of_palette(&DARK)));
        picture.trim_end().to_owned()
    }

    fn voted(columns: u16, n: u32, of: u32) -> String {
        let word = format!("{n} av {of} har röstat");
        line(columns, |cells, room, look| {
            share(cells, room, n, of, &word, look);
        })
    }

    #[test]
    fn a_sign_each_where_they_fit() {
        assert_eq!(voted(60, 4, 11), "●●●●○○○○○○○  4 av 11 har röstat");
        assert_eq!(voted(60, 0, 3), "○○○  0 av 3 har röstat");
        assert_eq!(voted(60, 12, 12), "●●●●●●●●●●●●  12 av 12 har röstat");
    }

    #[test]
    fn a_share_where_they_do_not_and_never_all_before_all() {
        assert_eq!(voted(30, 1, 40), "●○○○○○○○○○  1 av 40 har röstat");
        assert!(voted(30, 39, 40).contains('○'));
        assert!(!voted(30, 40, 40).contains('○'));
    }

    #[test]
    fn the_word_is_there_at_any_width() {
        for columns in 0..40 {
            let said = voted(columns, 7, 12);
            assert!(columns < 18 || said.ends_with("har röstat"), "{columns}: {said}");
        }
        assert_eq!(
            line(20, |cells, room, look| {
                dots(cells, room, 5, "5 prickar", look);
            }),
            "●●●●●  5 prickar"
        );
        assert_eq!(
            line(12, |cells, room, look| {
                dots(cells, room, 5, "5 prickar", look);
            }),
            "5 prickar"
        );
    }
}
