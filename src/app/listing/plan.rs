//! Where a list goes on a screen of a given size. Pure figures: `update` asks what is under a cell,
//! `ui` draws the same.

use ratatui::layout::Rect;

use crate::app::geometry::{Screen, Size};

/// Where a list stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListPlan {
    pub area: Rect,
    /// Its name, what narrows it, and how many there are.
    pub title: Rect,
    pub rule: Rect,
    pub rows: Rect,
    /// What is said of the row in focus.
    pub notes: Rect,
    /// How many columns of rows stand side by side.
    pub across: u16,
    /// It lies in a frame over what is under it.
    pub framed: bool,
}

/// Cells between two columns of rows.
const BETWEEN: u16 = 3;

impl ListPlan {
    /// Over the whole body of the screen.
    pub fn whole(size: Size, across: u16) -> ListPlan {
        let screen = Screen::of(size);
        let area = screen.body.union(screen.info);
        ListPlan::inside(area, area, u16::from(screen.info.height > 0), across, size.columns >= 40)
    }

    /// In a frame, as high as there are rows for.
    pub fn framed(size: Size) -> ListPlan {
        let screen = Screen::of(size);
        let body = screen.body.union(screen.info);
        if body.width < 44 || body.height < 10 {
            return ListPlan { framed: false, ..ListPlan::whole(size, 1) };
        }
        let width = body.width.saturating_sub(6).min(76);
        let height = body.height.saturating_sub(1).min(20);
        let x = body.x + (body.width - width) / 2;
        let y = body.y + (body.height - height) / 3;
        let area = Rect { x, y, width, height };
        let inner = Rect { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
        ListPlan { framed: true, ..ListPlan::inside(area, inner, 2, 1, true) }
    }

    fn inside(area: Rect, inner: Rect, notes: u16, across: u16, margin: bool) -> ListPlan {
        let margin = u16::from(margin);
        let text =
            Rect { x: inner.x + margin, width: inner.width.saturating_sub(2 * margin), ..inner };
        let part = |rect: Rect, from: u16, height: u16| {
            Rect { y: rect.y + from, height, ..rect }.intersection(inner)
        };
        let above = 2.min(inner.height);
        let rows = inner.height.saturating_sub(above + notes);
        ListPlan {
            area,
            title: part(text, 0, 1),
            rule: part(inner, 1, 1),
            rows: part(text, above, rows),
            notes: part(text, above + rows, notes),
            across: across.max(1),
            framed: false,
        }
    }

    /// How many rows are in sight.
    pub fn page(&self) -> usize {
        usize::from(self.rows.height * self.across).max(1)
    }

    /// The cells of one of the columns of rows.
    pub fn column(&self, nth: u16) -> Rect {
        let gaps = BETWEEN * (self.across - 1);
        let width = self.rows.width.saturating_sub(gaps) / self.across;
        Rect { x: self.rows.x + nth * (width + BETWEEN), width, ..self.rows }
            .intersection(self.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stays_inside_the_screen_at_any_size() {
        for columns in 0..200 {
            for rows in 0..60 {
                let size = Size { columns, rows };
                let whole = Rect::new(0, 0, columns, rows);
                for plan in
                    [ListPlan::whole(size, 1), ListPlan::whole(size, 2), ListPlan::framed(size)]
                {
                    for part in [plan.area, plan.title, plan.rule, plan.rows, plan.notes] {
                        assert_eq!(part.intersection(whole), part, "{columns}x{rows}");
                    }
                }
            }
        }
    }
}
