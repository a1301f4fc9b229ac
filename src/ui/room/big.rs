//! Big letters: headings that wrap, and clock faces. Where there is no room for them, or a sign has
//! no big form, the same words stand as plain ones.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget as _;
use tui_big_text::{BigText, PixelSize};

use crate::text::width::{width, wrap};
use crate::ui::pen::write;

/// Where a line stands in its room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Middle,
}

/// Letters of 4 by 4 cells, for headings.
const LETTER: (u16, u16) = (4, 4);
/// Figures of 8 by 4 cells, for clocks.
const FIGURE: (u16, u16) = (8, 4);

/// How a heading stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headed {
    /// In big letters; as plain words otherwise.
    pub big: bool,
    pub lines: Vec<String>,
    /// Blank rows between two lines, where there is room for them.
    gap: u16,
}

impl Headed {
    /// The rows it takes.
    pub fn rows(&self) -> u16 {
        let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        if self.big {
            lines.saturating_mul(LETTER.1) + lines.saturating_sub(1) * self.gap
        } else {
            lines
        }
    }
}

/// How a heading stands in a room: in big letters if all of it fits so without dividing a word, as
/// plain words otherwise.
pub fn headed(text: &str, room: Rect) -> Headed {
    let text = text.trim();
    let letters = usize::from(room.width / LETTER.0);
    let most = usize::from(room.height / LETTER.1);
    let whole = text.split_whitespace().all(|word| word.chars().count() <= letters);
    if whole && text.chars().all(has_big_form) {
        let lines = wrap(text, letters, None);
        if lines.len() <= most {
            let airy = Headed { big: true, lines, gap: 1 };
            let gap = u16::from(airy.rows() <= room.height);
            return Headed { gap, ..airy };
        }
    }
    let lines = wrap(text, usize::from(room.width), Some(usize::from(room.height.max(1))));
    Headed { big: false, lines, gap: 0 }
}

/// Draws a heading and answers how many rows it took.
pub fn heading(cells: &mut Buffer, room: Rect, text: &str, align: Align, style: Style) -> u16 {
    let room = room.intersection(cells.area);
    if room.is_empty() {
        return 0;
    }
    let headed = headed(text, room);
    if headed.big {
        let mut y = room.y;
        for line in &headed.lines {
            let row = Rect { y, height: LETTER.1, ..room }.intersection(room);
            letters(cells, row, line, align, PixelSize::Quadrant, style);
            y += LETTER.1 + headed.gap;
        }
    } else {
        plain(cells, room, &headed.lines, align, style);
    }
    headed.rows().min(room.height)
}

/// Draws a clock's face, `12:34`, as large as fits; answers the rows it took.
pub fn clock(cells: &mut Buffer, room: Rect, face: &str, align: Align, style: Style) -> u16 {
    let room = room.intersection(cells.area);
    if room.is_empty() {
        return 0;
    }
    let signs = u16::try_from(face.chars().count()).unwrap_or(u16::MAX);
    for ((wide, high), size) in [(FIGURE, PixelSize::HalfHeight), (LETTER, PixelSize::Quadrant)] {
        if signs.saturating_mul(wide) <= room.width && high <= room.height {
            letters(cells, room, face, align, size, style);
            return high;
        }
    }
    plain(cells, room, &[face.to_owned()], align, style);
    1
}

fn letters(
    cells: &mut Buffer,
    room: Rect,
    line: &str,
    align: Align,
    size: PixelSize,
    style: Style,
) {
    let alignment = match align {
        Align::Left => Alignment::Left,
        Align::Middle => Alignment::Center,
    };
    BigText::builder()
        .pixel_size(size)
        .alignment(alignment)
        .style(style)
        .lines(vec![Line::raw(line)])
        .build()
        .render(room, cells);
}

fn plain(cells: &mut Buffer, room: Rect, lines: &[String], align: Align, style: Style) {
    for (y, line) in (room.top()..room.bottom()).zip(lines) {
        let wide = u16::try_from(width(line)).unwrap_or(u16::MAX).min(room.width);
        let indent = match align {
            Align::Left => 0,
            Align::Middle => (room.width - wide) / 2,
        };
        write(cells, room.x + indent, y, room.width - indent, line, style);
    }
}

/// The signs of Western European text.
fn has_big_form(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{ff}')
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::room::list::tests::drawn;

    #[test]
    fn a_heading_stands_in_big_letters_where_all_of_it_fits() {
        let picture = drawn(70, 5, |cells, room| {
            let used = heading(cells, room, "Åsa på ön", Align::Left, Style::new());
            assert_eq!(used, 4);
        });
        expect![[r#"
             █                   █      ▄ ▄
            ▗▄▖ ▟▀▀ ▝▀▙     ▜▞▜▖▝▀▙     ▗▄▖ █▀▙
            █▄█ ▝▀▙ ▟▀█     ▐▙▟▘▟▀█     █ █ █ █
            ▀ ▀ ▀▀▘ ▝▀▝▘    ▟▙  ▝▀▀▘    ▝▀▘ ▀ ▀

        "#]]
        .assert_eq(&picture);
    }

    #[test]
    fn a_long_heading_wraps_between_words() {
        let room = Rect::new(0, 0, 68, 12);
        let two = headed("Vad skaver i vardagen", room);
        assert_eq!(two.lines, ["Vad skaver i", "vardagen"]);
        assert_eq!((two.big, two.rows()), (true, 9));
    }

    #[test]
    fn what_has_no_room_or_no_big_form_stands_in_plain_words() {
        let narrow = Rect::new(0, 0, 40, 4);
        for text in ["Medborgarförslag", "Ett två tre fyra", "日本", "Pris – 5 €"] {
            assert!(!headed(text, narrow).big, "{text}");
        }
        assert!(headed("Behov", narrow).big);
        assert_eq!(headed("", narrow).rows(), 0);
    }

    #[test]
    fn a_clock_is_as_large_as_its_room_lets_it() {
        for ((columns, rows), used) in
            [((70, 20), 4), ((60, 18), 4), ((40, 4), 4), ((24, 4), 4), ((19, 4), 1), ((70, 3), 1)]
        {
            let picture = drawn(columns, rows, |cells, room| {
                assert_eq!(clock(cells, room, "12:34", Align::Middle, Style::new()), used);
            });
            assert_eq!(picture.contains("12:34"), used == 1, "{columns}x{rows}");
        }
    }

    #[test]
    fn nothing_is_drawn_outside_any_room() {
        for columns in 0..50 {
            for rows in 0..12 {
                drawn(columns, rows, |cells, room| {
                    heading(cells, room, "Här är vi", Align::Middle, Style::new());
                    clock(cells, room, "59:59", Align::Left, Style::new());
                });
            }
        }
    }
}
