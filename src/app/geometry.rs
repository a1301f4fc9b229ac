//! Where things go on a screen of a given size: how many columns, how wide, what stands above and
//! below them. Pure figures, so that `update` can ask what is under a cell and `ui` draws the same.

use ratatui::layout::Rect;

/// The terminal's size in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub columns: u16,
    pub rows: u16,
}

/// A column is never narrower than this.
const NARROWEST: u16 = 22;
/// Cells between two columns.
const GAP: u16 = 2;
/// The panes beside the board.
const SIDE: u16 = 68;

/// The screen's parts from top to bottom. A part without room has no height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    pub header: Rect,
    pub body: Rect,
    /// The facts of the focused card, and messages.
    pub info: Rect,
    pub hints: Rect,
}

impl Screen {
    pub fn of(size: Size) -> Screen {
        let whole = Rect::new(0, 0, size.columns, size.rows);
        let rows =
            |from: u16, height: u16| Rect::new(0, from, size.columns, height).intersection(whole);
        let hints = u16::from(size.rows >= 6);
        let info = u16::from(size.rows >= 8);
        let header = u16::from(size.rows >= 3);
        let body = size.rows.saturating_sub(header + info + hints);
        Screen {
            header: rows(0, header),
            body: rows(header, body),
            info: rows(header + body, info),
            hints: rows(header + body + info, hints),
        }
    }
}

/// How the board stands in the screen's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoardPlan {
    /// The names of all stages, when not all have a column.
    pub strip: Option<Rect>,
    /// How many columns stand side by side.
    pub columns: usize,
    /// The headings and cards of all columns.
    pub area: Rect,
    /// Where the panes of the focused idea stand, if there is room for them beside or below.
    pub panes: Option<Rect>,
    /// Rows that the heading and its rule take in each column.
    pub heading: u16,
}

/// Plans the board for so many stages. `zoomed` gives the panes' room to the board.
pub fn plan(size: Size, stages: usize, zoomed: bool) -> BoardPlan {
    let body = Screen::of(size).body;
    let margin = u16::from(size.columns >= 40);
    let mut area =
        Rect { x: body.x + margin, width: body.width.saturating_sub(2 * margin), ..body };
    let fit = |width: u16| usize::from((width + GAP) / (NARROWEST + GAP)).max(1);
    let mut panes = None;
    if !zoomed && size.columns >= 160 && fit(area.width.saturating_sub(SIDE + GAP)) >= 4 {
        let board = area.width - SIDE - GAP;
        panes = Some(Rect { x: area.x + board + GAP, width: SIDE, ..area });
        area.width = board;
    } else if !zoomed && size.columns >= 100 && size.rows >= 34 {
        let height = (size.rows / 4).max(9);
        panes = Some(Rect { y: area.bottom() - height, height, ..area });
        area.height -= height;
    }
    let most = match size.columns {
        0..60 => 1,
        60..80 => 2,
        80..120 => 3,
        _ => fit(area.width),
    };
    let columns = most.min(fit(area.width)).min(stages.max(1));
    let mut strip = None;
    if columns < stages && area.height >= 5 {
        strip = Some(Rect { height: 1, ..area });
        area.y += 1;
        area.height -= 1;
    }
    if area.height >= 12 {
        area.y += 1;
        area.height -= 1;
    }
    let heading = match area.height {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    BoardPlan { strip, columns, area, panes, heading }
}

impl BoardPlan {
    /// The cells of the n-th visible column, its heading included.
    pub fn column(&self, n: usize) -> Rect {
        let columns = u16::try_from(self.columns).unwrap_or(1).max(1);
        let n = u16::try_from(n).unwrap_or(0).min(columns - 1);
        let gaps = GAP * (columns - 1);
        let width = self.area.width.saturating_sub(gaps) / columns;
        Rect { x: self.area.x + n * (width + GAP), width, ..self.area }.intersection(self.area)
    }

    /// The cells of a column's cards.
    pub fn cards(&self, n: usize) -> Rect {
        let column = self.column(n);
        let heading = self.heading.min(column.height);
        Rect { y: column.y + heading, height: column.height - heading, ..column }
    }

    /// Which visible column a cell is in, and how many rows below its heading.
    pub fn at(&self, x: u16, y: u16) -> Option<(usize, u16)> {
        (0..self.columns).find_map(|n| {
            let column = self.column(n);
            let inside = (column.left()..column.right()).contains(&x)
                && (column.top()..column.bottom()).contains(&y);
            inside.then(|| (n, y.saturating_sub(self.cards(n).y)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(columns: u16, rows: u16) -> usize {
        plan(Size { columns, rows }, 6, false).columns
    }

    #[test]
    fn as_many_columns_as_fit_and_no_more() {
        for (width, rows, fit) in [
            (20, 4, 1),
            (59, 20, 1),
            (70, 20, 2),
            (80, 24, 3),
            (120, 36, 5),
            (200, 60, 5),
            (300, 80, 6),
        ] {
            assert_eq!(columns(width, rows), fit, "{width}x{rows}");
        }
    }

    #[test]
    fn everything_stays_inside_the_screen_at_any_size() {
        for width in 0..320 {
            for rows in 0..90 {
                let size = Size { columns: width, rows };
                let whole = Rect::new(0, 0, width, rows);
                for zoomed in [false, true] {
                    let plan = plan(size, 6, zoomed);
                    let parts = (0..plan.columns)
                        .flat_map(|n| [plan.column(n), plan.cards(n)])
                        .chain(plan.strip)
                        .chain(plan.panes);
                    for part in parts {
                        assert_eq!(part.intersection(whole), part, "{width}x{rows}");
                    }
                }
            }
        }
    }
}
