//! A numbered list to be read from the back: few entries, a blank line between them, a page at a
//! time. It leafs; it never shrinks.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::width::{width, wrap};
use crate::ui::pen::{write, write_right};
use crate::ui::theme::Look;

/// Lines of more cells than this are hard to follow.
const WIDEST: u16 = 60;
/// The most lines that an entry may take.
const LINES: usize = 2;

/// One entry: a number that can be said aloud, what it is called, and a word at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub number: i64,
    pub text: String,
    pub aside: String,
    /// It is looked at now.
    pub focused: bool,
}

/// Which page of a list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf {
    pub page: usize,
    pub pages: usize,
    /// The first entry shown, and one past the last.
    pub from: usize,
    pub to: usize,
}

/// Draws the page of a list on which an entry stands; answers which that is.
pub fn list(cells: &mut Buffer, room: Rect, entries: &[Entry], on: usize, look: &Look) -> Leaf {
    let room = room.intersection(cells.area);
    let shape = Shape::of(room, entries);
    let pages = shape.pages(entries, room.height);
    let at = pages.iter().position(|page| page.contains(&on)).unwrap_or(pages.len() - 1);
    let Range { start, end } = pages.get(at).cloned().unwrap_or_default();
    let mut y = room.y;
    for entry in entries.get(start..end).unwrap_or_default() {
        let spot = Rect { y, height: room.bottom().saturating_sub(y), ..room };
        y += shape.draw(cells, spot, entry, look) + shape.gap;
    }
    Leaf { page: at + 1, pages: pages.len(), from: start, to: end }
}

/// What all entries of a list have in common.
struct Shape {
    number: u16,
    text: u16,
    aside: u16,
    gap: u16,
}

impl Shape {
    fn of(room: Rect, entries: &[Entry]) -> Shape {
        let widest = |of: &dyn Fn(&Entry) -> usize| {
            u16::try_from(entries.iter().map(of).max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        let number = widest(&|entry| entry.number.to_string().len()).max(2);
        let aside = match widest(&|entry| width(&entry.aside)) {
            0 => 0,
            wide => (wide + 2).min(room.width / 2),
        };
        let text = room.width.saturating_sub(number + 4 + aside).min(WIDEST);
        Shape { number, text, aside, gap: u16::from(room.height >= 6) }
    }

    fn lines(&self, entry: &Entry) -> Vec<String> {
        wrap(&entry.text, usize::from(self.text.max(1)), Some(LINES))
    }

    /// The entries of each page; an empty list has one empty page.
    fn pages(&self, entries: &[Entry], rows: u16) -> Vec<Range<usize>> {
        let mut pages = Vec::new();
        let (mut from, mut left) = (0, rows);
        for (at, entry) in entries.iter().enumerate() {
            let height = u16::try_from(self.lines(entry).len().max(1)).unwrap_or(1);
            if height > left && at > from {
                pages.push(from..at);
                (from, left) = (at, rows);
            }
            left = left.saturating_sub(height + self.gap);
        }
        pages.push(from..entries.len());
        pages
    }

    fn draw(&self, cells: &mut Buffer, spot: Rect, entry: &Entry, look: &Look) -> u16 {
        let lines = self.lines(entry);
        let height = u16::try_from(lines.len().max(1)).unwrap_or(1).min(spot.height);
        let end = self.number + 4 + self.text + self.aside;
        let spot = Rect { height, width: spot.width.min(end), ..spot };
        let on = |style: ratatui::style::Style| {
            if entry.focused { style.patch(look.ground) } else { style }
        };
        if entry.focused {
            cells.set_style(spot, look.ground);
            for y in spot.top()..spot.bottom() {
                write(cells, spot.x, y, 1, "▌", on(look.accent));
            }
        }
        let number = Rect { x: spot.x + 1, width: self.number.min(spot.width), height: 1, ..spot };
        write_right(cells, number.intersection(spot), &entry.number.to_string(), on(look.accent));
        let x = spot.x + self.number + 3;
        let room = spot.right().saturating_sub(x).min(self.text);
        let style = if entry.focused { look.strong } else { look.text };
        for (y, line) in (spot.top()..spot.bottom()).zip(&lines) {
            write(cells, x, y, room, line, on(style));
        }
        if self.aside > 0 && height > 0 {
            let inner = Rect { height: 1, width: spot.width.saturating_sub(1), ..spot };
            write_right(cells, inner, &entry.aside, on(look.muted));
        }
        height
    }
}

#[cfg(test)]
pub(super) mod tests {
    use expect_test::{Expect, expect};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;
    use crate::ui::theme::DARK;

    /// What is drawn on a screen of a size, as text.
    pub(crate) fn drawn(columns: u16, rows: u16, draw: impl FnOnce(&mut Buffer, Rect)) -> String {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal
            .draw(|frame| {
                let area = frame.area();
                draw(frame.buffer_mut(), area);
            })
            .unwrap();
        let cells = terminal.backend().buffer();
        let row = |y: u16| {
            let row: String = (0..columns).map(|x| cells[(x, y)].symbol()).collect();
            format!("{}\n", row.trim_end())
        };
        (0..rows).map(row).collect()
    }

    fn ideas() -> Vec<Entry> {
        let titles = [
            "Lugn timme i medborgarservice",
            "Låna cykelkärra på biblioteket",
            "En väg in för föreningar som vill hyra lokaler, boka tider och söka bidrag hos oss",
            "Gemensam fordonspool",
            "Regnbädd på skolgården",
            "Sms på flera språk inför föräldramöten",
            "Kvällsöppen slöjdsal",
            "Bytesbörs för arbetspass",
        ];
        let numbers = [1, 2, 17, 19, 20, 11, 4, 3];
        let entry = |(at, (title, number)): (usize, (&&str, i64))| Entry {
            number,
            text: (*title).to_owned(),
            aside: if at == 1 { "5 prickar".into() } else { String::new() },
            focused: at == 1,
        };
        titles.iter().zip(numbers).enumerate().map(entry).collect()
    }

    fn shown(columns: u16, rows: u16, on: usize, leaf: (usize, usize), expected: &Expect) {
        let picture = drawn(columns, rows, |cells, room| {
            let look = Look::of_palette(&DARK);
            let found = list(cells, room, &ideas(), on, &look);
            assert_eq!((found.page, found.pages), leaf);
        });
        // The edge stays where every line begins with a blank.
        let edged: String = picture.lines().map(|line| format!("|{line}\n")).collect();
        expected.assert_eq(&edged);
    }

    #[test]
    fn a_list_leafs_and_never_shrinks() {
        shown(
            70,
            12,
            0,
            (1, 2),
            &expect![[r#"
                |  1  Lugn timme i medborgarservice
                |
                |▌ 2  Låna cykelkärra på biblioteket                         5 prickar
                |
                | 17  En väg in för föreningar som vill hyra lokaler, boka
                |     tider och söka bidrag hos oss
                |
                | 19  Gemensam fordonspool
                |
                | 20  Regnbädd på skolgården
                |
                | 11  Sms på flera språk inför föräldramöten
            "#]],
        );
        shown(
            60,
            8,
            7,
            (2, 2),
            &expect![[r#"
                | 20  Regnbädd på skolgården
                |
                | 11  Sms på flera språk inför föräldramöten
                |
                |  4  Kvällsöppen slöjdsal
                |
                |  3  Bytesbörs för arbetspass
                |
            "#]],
        );
        shown(
            120,
            20,
            0,
            (1, 1),
            &expect![[r#"
                |  1  Lugn timme i medborgarservice
                |
                |▌ 2  Låna cykelkärra på biblioteket                                5 prickar
                |
                | 17  En väg in för föreningar som vill hyra lokaler, boka tider
                |     och söka bidrag hos oss
                |
                | 19  Gemensam fordonspool
                |
                | 20  Regnbädd på skolgården
                |
                | 11  Sms på flera språk inför föräldramöten
                |
                |  4  Kvällsöppen slöjdsal
                |
                |  3  Bytesbörs för arbetspass
                |
                |
                |
                |
            "#]],
        );
    }

    #[test]
    fn every_entry_is_on_exactly_one_page() {
        let entries = ideas();
        for columns in 0..90 {
            for rows in 0..30 {
                let room = Rect::new(0, 0, columns, rows);
                let pages = Shape::of(room, &entries).pages(&entries, rows);
                let all: Vec<usize> = pages.iter().cloned().flatten().collect();
                assert_eq!(all, (0..entries.len()).collect::<Vec<_>>(), "{columns}x{rows}");
                drawn(columns, rows, |cells, room| {
                    list(cells, room, &entries, 5, &Look::of_palette(&DARK));
                });
            }
        }
    }

    #[test]
    fn an_empty_list_has_one_empty_page() {
        drawn(70, 20, |cells, room| {
            let leaf = list(cells, room, &[], 0, &Look::of_palette(&DARK));
            assert_eq!(leaf, Leaf { page: 1, pages: 1, from: 0, to: 0 });
        });
    }
}
