//! Where ratatui draws: into memory. Nothing here writes to the terminal or asks it anything, so
//! a frame leaves in one piece, and drawing never reads what was typed.

use std::cell::{Cell as Slot, RefCell};
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// What has been drawn and not yet sent, and the size that is drawn for.
#[derive(Clone, Default)]
pub(super) struct Pending {
    bytes: Rc<RefCell<Vec<u8>>>,
    size: Rc<Slot<Size>>,
}

impl Pending {
    pub(super) fn put(&self, text: &str) {
        self.bytes.borrow_mut().extend_from_slice(text.as_bytes());
    }

    pub(super) fn take(&self) -> Vec<u8> {
        self.bytes.take()
    }

    /// Hands the memory of what was sent back for the next frame.
    pub(super) fn reuse(&self, mut sent: Vec<u8>) {
        sent.clear();
        *self.bytes.borrow_mut() = sent;
    }

    pub(super) fn size(&self) -> (u16, u16) {
        let size = self.size.get();
        (size.width, size.height)
    }

    pub(super) fn resize(&self, (columns, rows): (u16, u16)) {
        self.size.set(Size::new(columns, rows));
    }
}

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// crossterm's escape sequences, without its questions to the terminal.
pub(super) struct Canvas {
    pen: CrosstermBackend<Pending>,
    pending: Pending,
}

impl Canvas {
    pub(super) fn new(pending: &Pending) -> Canvas {
        Canvas { pen: CrosstermBackend::new(pending.clone()), pending: pending.clone() }
    }
}

impl Backend for Canvas {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.pen.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.pen.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.pen.show_cursor()
    }

    /// Only asked for around a full clear, after which every frame places the cursor anew.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.pen.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.pen.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.pen.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.pending.size.get())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.pending.size.get(), pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn drawn(columns: u16, rows: u16, text: &str) -> String {
        let pending = Pending::default();
        pending.resize((columns, rows));
        let mut screen = ratatui::Terminal::new(Canvas::new(&pending)).unwrap();
        screen.clear().unwrap();
        screen
            .draw(|frame| {
                let area = frame.area();
                frame.buffer_mut().set_style(area, Style::new().bold());
                if !area.is_empty() {
                    frame.buffer_mut().set_string(0, 0, text, Style::new());
                }
            })
            .unwrap();
        String::from_utf8(pending.take()).unwrap()
    }

    #[test]
    fn a_frame_stays_in_memory_until_it_is_taken() {
        assert!(drawn(40, 2, "idé").contains("idé"));
    }

    #[test]
    fn odd_sizes_draw() {
        for (columns, rows) in [(0, 0), (0, 9), (9, 0), (1, 1), (2000, 1)] {
            drawn(columns, rows, "x");
        }
    }
}
