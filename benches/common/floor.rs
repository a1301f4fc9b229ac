//! The bare program that ours is measured against: six columns by sixty rows read and drawn at
//! every key, with nothing saved up and nothing clever.

use std::io::{BufWriter, stdout};
use std::path::Path;

use crossterm::event::{Event, KeyCode, read};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{Block, List, ListItem};
use rusqlite::Connection;

pub(crate) fn run(file: &Path) {
    let connection = Connection::open(file).unwrap();
    connection.pragma_update(None, "cache_size", -2048).unwrap();
    enable_raw_mode().unwrap();
    let mut out = BufWriter::with_capacity(1 << 16, stdout());
    execute!(out, EnterAlternateScreen).unwrap();
    let mut terminal = Terminal::new(CrosstermBackend::new(out)).unwrap();
    let mut cursor = 0_usize;
    loop {
        let columns: Vec<Vec<String>> = (1..=6).map(|stage| rows(&connection, stage)).collect();
        terminal
            .draw(|frame| {
                let areas = Layout::horizontal([Constraint::Fill(1); 6]).split(frame.area());
                for (at, (area, titles)) in areas.iter().zip(&columns).enumerate() {
                    let items = titles.iter().enumerate().map(|(nth, title)| {
                        let focused = at == 0 && nth == cursor;
                        let style = if focused {
                            Style::new().add_modifier(Modifier::REVERSED)
                        } else {
                            Style::new()
                        };
                        ListItem::new(Line::styled(title.clone(), style))
                    });
                    frame.render_widget(List::new(items).block(Block::bordered()), *area);
                }
            })
            .unwrap();
        let Event::Key(key) = read().unwrap() else { continue };
        match key.code {
            KeyCode::Char('j') => cursor = (cursor + 1).min(57),
            KeyCode::Char('k') => cursor = cursor.saturating_sub(1),
            KeyCode::Char('q') => break,
            _ => {}
        }
    }
    disable_raw_mode().unwrap();
    execute!(stdout(), LeaveAlternateScreen).unwrap();
}

fn rows(connection: &Connection, stage: i64) -> Vec<String> {
    let mut statement = connection
        .prepare_cached(
            "SELECT id, title FROM idea INDEXED BY idea_by_hand
             WHERE stage = ?1 AND status = 'aktiv' AND removed IS NULL
             ORDER BY rank LIMIT 60",
        )
        .unwrap();
    let rows = statement
        .query_map([stage], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .unwrap();
    rows.map(|row| row.unwrap()).map(|(id, title)| format!("{id:>5} {title}")).collect()
}
