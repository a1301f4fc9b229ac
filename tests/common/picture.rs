//! A screen as text: its rows, where the cursor is, and the stretches that are more than text, with
//! how they are painted. Quiet text and thin rules are left out: they are nearly everywhere.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::Modifier;
use sluss::app::Colours;
use sluss::ui::theme::Look;

use super::Scene;

/// What was drawn.
pub(crate) struct Picture {
    pub(crate) cells: Buffer,
    pub(crate) cursor: Option<Position>,
}

impl Picture {
    pub(crate) fn row(&self, y: u16) -> String {
        let area = self.cells.area;
        let mut row = String::new();
        let mut covered = 0;
        for x in area.left()..area.right() {
            let symbol = self.cells[(x, y)].symbol();
            if covered == 0 {
                row.push_str(symbol);
                covered = sluss::text::width::width(symbol).max(1);
            }
            covered -= 1;
        }
        row
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = String> {
        (0..self.cells.area.height).map(|y| self.row(y))
    }

    pub(crate) fn text(&self) -> String {
        self.rows().map(|row| format!("{}\n", row.trim_end())).collect()
    }
}

impl Scene {
    /// What the screen shows at its size.
    pub(crate) fn picture(&self) -> Picture {
        let size = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(size.columns, size.rows)).unwrap();
        terminal.draw(|frame| sluss::ui::draw(&self.model, frame)).unwrap();
        let backend = terminal.backend();
        let cursor = backend.cursor_visible().then(|| backend.cursor_position());
        Picture { cells: backend.buffer().clone(), cursor }
    }

    /// The screen at a size, as text with its painted stretches below.
    pub(crate) fn screen(&mut self, columns: u16, rows: u16) -> String {
        self.size(columns, rows);
        let picture = self.picture();
        let look = Look::of(&self.model);
        let mut text = picture.text();
        if let Some(cursor) = picture.cursor {
            text.push_str(&format!("CURSOR: {}, {}\n", cursor.x, cursor.y));
        }
        for y in 0..rows {
            let mut x = 0;
            while x < columns {
                let paint = self.paint(&look, &picture.cells[(x, y)]);
                let from = x;
                let mut stretch = String::new();
                while x < columns && self.paint(&look, &picture.cells[(x, y)]) == paint {
                    stretch.push_str(picture.cells[(x, y)].symbol());
                    x += 1;
                }
                let said = stretch.trim();
                let is_rule = said.chars().all(|c| c == '─' || c == '━');
                if !paint.is_empty() && !said.is_empty() && !is_rule && from < columns {
                    text.push_str(&format!("{paint}: {said}\n"));
                }
            }
        }
        text
    }

    /// How a cell is painted, by the role of its style; nothing for plain and quiet text.
    fn paint(&self, look: &Look, cell: &Cell) -> String {
        let mut paint = Vec::new();
        if self.model.colours > Colours::Sixteen {
            let is = |role: ratatui::style::Style| {
                let bold = role.add_modifier.contains(Modifier::BOLD);
                role.fg.unwrap_or_default() == cell.fg
                    && bold == cell.modifier.contains(Modifier::BOLD)
            };
            let roles = [
                ("", look.text),
                ("", look.muted),
                ("", look.line),
                ("STRONG", look.strong),
                ("ACCENT", look.accent),
                ("WARNING", look.warning),
            ];
            let role = roles.iter().find(|(_, style)| is(*style)).map(|(name, _)| *name);
            let stage = look.stages.iter().position(|style| is(*style));
            match (role, stage) {
                (Some(""), _) => {}
                (Some(name), _) => paint.push(name.to_owned()),
                (None, Some(at)) => paint.push(format!("STAGE {}", at + 1)),
                (None, None) => paint.push(format!("{:?}", cell.fg)),
            }
            if look.ground.bg.is_some_and(|ground| ground == cell.bg) {
                paint.push("ON GROUND".to_owned());
            }
        } else if cell.modifier.contains(Modifier::BOLD) {
            paint.push("BOLD".to_owned());
        }
        if cell.modifier.contains(Modifier::REVERSED) {
            paint.push("REVERSED".to_owned());
        }
        paint.join(" ")
    }
}
