//! A scene: the real program on a file in a folder of its own, with everything in line. Keys go in
//! by the program's own keymap; what comes out is a board as it is written, or a screen.

#![allow(dead_code, reason = "each file of tests uses its own part of the notation")]

pub(crate) mod check;
pub(crate) mod keys;
pub(crate) mod picture;
pub(crate) mod written;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use sluss::app::{Colours, Model, Mouse, Msg, Now, Size};
use sluss::domain::{
    Anchor, Begin, Capture, Captured, Command, IdeaId, Language, Order, Samples, Source, Stage,
    Stamp, Uid,
};
use sluss::runtime::{self, Clock, Outside, Patience, Saver, World};
use sluss::store::{Reader, Request, Store};
use sluss::text::Words;

#[allow(unused_imports, reason = "not every file of tests compares boards")]
pub(crate) use check::check;

use written::Board;

/// When everything happens: 2026-11-23 at 14:02, a Monday.
pub(crate) const NOW: Stamp = Stamp(1_795_442_520_000);
pub(crate) const TODAY: Date = date(2026, 11, 23);

pub(crate) struct Scene {
    pub(crate) model: Model,
    pub(crate) world: World,
    /// A connection of the tests' own, so that what the program read can be compared.
    pub(crate) reader: Reader,
    /// What was asked of the terminal.
    pub(crate) outside: Vec<Outside>,
    place: Rc<Place>,
    /// Numbers the scenes on one file.
    run: u64,
}

/// The file's folder, and what every scene on the file has in common.
struct Place {
    folder: tempfile::TempDir,
    uids: Cell<u128>,
    runs: Cell<u64>,
    now: Cell<Now>,
}

impl Place {
    fn new() -> Rc<Place> {
        Rc::new(Place {
            folder: tempfile::tempdir().unwrap(),
            uids: Cell::new(0),
            runs: Cell::new(0),
            now: Cell::new(Now { stamp: NOW, today: TODAY }),
        })
    }

    /// What a test begins with cannot be taken back by its keys.
    fn forget_steps(&self) {
        let raw = rusqlite::Connection::open(self.file()).unwrap();
        raw.execute("DELETE FROM standing", []).unwrap();
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("sluss.db")
    }

    fn uid(&self) -> Uid {
        self.uids.set(self.uids.get() + 1);
        Uid(uuid::Uuid::from_u128(self.uids.get() << 16))
    }

    fn request(&self) -> Request {
        let now = self.now.get();
        Request { uid: self.uid(), now: now.stamp, today: now.today, who: None }
    }
}

/// Nobody waits for a lock in a scene.
const AT_ONCE: Patience =
    Patience { silent: std::time::Duration::ZERO, most: std::time::Duration::ZERO };

impl Scene {
    /// A file with this board in it, opened at the idea in brackets.
    pub(crate) fn of(board: &str) -> Scene {
        Scene::with(board, Vec::new())
    }

    /// A file with this board in it to which something was done before it is opened.
    pub(crate) fn with(board: &str, done: Vec<Command>) -> Scene {
        let board = Board::read(board);
        let place = Place::new();
        let mut store = Store::open(&place.file(), "before".into()).unwrap();
        let mut run = |command: Command| store.commit(place.request(), &command).unwrap().unwrap();
        run(Begin { name: "Vår idésluss".into() }.into());
        let stages = stages(&Reader::open(&place.file()).unwrap());
        let mut selected = None;
        for (stage, column) in stages.iter().zip(&board.columns) {
            if column.is_empty() {
                continue;
            }
            let lines =
                column.iter().map(|title| Captured { title: title.clone(), ..Captured::default() });
            let lines = lines.collect();
            let made = run(Capture { stage: stage.id, lines, source: Source::Form }.into()).created;
            if let Some((_, at)) = board.selected.filter(|(at, _)| stages[*at].id == stage.id) {
                selected = made.get(at).copied();
            }
        }
        for command in done {
            run(command);
        }
        // It was asked before who is at the keyboard.
        store.remember("who", "").unwrap();
        drop(store);
        place.forget_steps();
        let mut scene = Scene::open(place, selected);
        if selected.is_none()
            && let Some((at, _)) = board.selected
        {
            scene.model.board.focus = at;
            let size = scene.model.size;
            scene.send(Msg::Resize(size));
        }
        scene
    }

    /// A file with the invented ideas.
    pub(crate) fn demo(language: Language) -> Scene {
        let place = Place::new();
        let mut store = Store::open(&place.file(), "before".into()).unwrap();
        store.commit(place.request(), &Samples { language }.into()).unwrap().unwrap();
        // It was asked before who is at the keyboard.
        store.remember("who", "").unwrap();
        drop(store);
        place.forget_steps();
        let mut scene = Scene::open(place, None);
        scene.language(language);
        scene
    }

    /// A program on a copy of a file. What the copy is made of must be closed.
    pub(crate) fn copy_of(file: &Path) -> Scene {
        let place = Place::new();
        std::fs::copy(file, place.file()).unwrap();
        // The names in the file are taken.
        place.uids.set(1 << 32);
        Scene::open(place, None)
    }

    /// Presses keys without looking at the file after each.
    pub(crate) fn type_in(&mut self, keys: &str) -> &mut Scene {
        for chord in keys::read(keys) {
            self.send(Msg::Key(chord));
        }
        self
    }

    fn open(place: Rc<Place>, selected: Option<IdeaId>) -> Scene {
        place.runs.set(place.runs.get() + 1);
        let run = place.runs.get();
        let store = Store::open(&place.file(), format!("scene {run}")).unwrap();
        let reader = store.reader().unwrap();
        let own = store.reader().unwrap();
        let (now, uid) = (place.clone(), place.clone());
        let clock =
            Clock { now: Box::new(move || now.now.get()), uid: Box::new(move || uid.uid()) };
        let mut world = World::new(Saver::in_line_with(store, AT_ONCE), own, clock)
            .with_folder(Some(place.folder.path().to_owned()));
        let size = Size { columns: 80, rows: 24 };
        let mut model = Model::new(Words::of(Language::Sv), TODAY, TimeZone::UTC, size);
        model.sought = selected;
        runtime::read(&mut model, &mut world);
        Scene { model, world, reader, outside: Vec::new(), place, run }
    }

    /// A second program on the same file.
    pub(crate) fn another(&self) -> Scene {
        Scene::open(self.place.clone(), self.model.focused())
    }

    /// Presses keys as they are written, and looks after each whether screen and file agree.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Scene {
        for chord in keys::read(keys) {
            self.send(Msg::Key(chord));
            check::screen_and_file_agree(self, &format!("after {chord}"));
        }
        self
    }

    /// Takes one message in, with all that follows from it.
    pub(crate) fn send(&mut self, msg: Msg) -> &mut Scene {
        self.outside.extend(runtime::dispatch(&mut self.model, &mut self.world, msg));
        // Whoever leaves a scene may go on playing.
        self.model.saving.leaving = None;
        self
    }

    /// Presses keys while the tests' own connection is not at the file: for what must be alone there.
    pub(crate) fn press_alone(&mut self, keys: &str) -> &mut Scene {
        let elsewhere = tempfile::tempdir().unwrap();
        let other = Store::open(&elsewhere.path().join("other.db"), "other".into()).unwrap();
        self.reader = other.reader().unwrap();
        for chord in keys::read(keys) {
            self.send(Msg::Key(chord));
        }
        self.reader = Reader::open(&self.file()).unwrap();
        self
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Scene {
        self.send(Msg::Paste(text.to_owned()))
    }

    pub(crate) fn click(&mut self, x: u16, y: u16) -> &mut Scene {
        self.send(Msg::Mouse(Mouse::Press { x, y }))
    }

    pub(crate) fn wheel_down(&mut self, x: u16, y: u16) -> &mut Scene {
        self.send(Msg::Mouse(Mouse::WheelDown { x, y }))
    }

    pub(crate) fn wheel_up(&mut self, x: u16, y: u16) -> &mut Scene {
        self.send(Msg::Mouse(Mouse::WheelUp { x, y }))
    }

    pub(crate) fn size(&mut self, columns: u16, rows: u16) -> &mut Scene {
        self.send(Msg::Resize(Size { columns, rows }))
    }

    pub(crate) fn language(&mut self, language: Language) -> &mut Scene {
        self.model.words = Words::of(language);
        self.model.words.today = Some(self.model.today);
        let size = self.model.size;
        self.send(Msg::Resize(size))
    }

    pub(crate) fn colours(&mut self, colours: Colours) -> &mut Scene {
        self.model.colours = colours;
        self
    }

    /// The clock shows another time all at once, on the same day or on another.
    pub(crate) fn clock(&mut self, stamp: Stamp, today: Date) -> &mut Scene {
        self.place.now.set(Now { stamp, today });
        self
    }

    /// Lets days go by.
    pub(crate) fn later(&mut self, days: i32) -> &mut Scene {
        let Now { stamp, today } = self.place.now.get();
        self.place.now.set(Now {
            stamp: Stamp(stamp.0 + i64::from(days) * 24 * 60 * 60 * 1000),
            today: today.saturating_add(jiff::Span::new().days(days)),
        });
        self
    }

    /// What a pane says, row by row, as far as it was laid out; with what it tells of the item in
    /// focus below a rule.
    pub(crate) fn pane(&self, pane: sluss::app::Pane) -> String {
        let page = &self.model.panes.leaf(pane).page;
        let told = |rows: &[sluss::text::ink::Row]| -> String {
            rows.iter().map(|row| format!("{}\n", row.plain().trim_end())).collect()
        };
        if page.foot.is_empty() {
            told(&page.rows)
        } else {
            format!("{}---\n{}", told(&page.rows), told(&page.foot))
        }
    }

    /// As if nobody had ever been asked who is at the keyboard.
    pub(crate) fn forget_who(&mut self) -> &mut Scene {
        let raw = rusqlite::Connection::open(self.file()).unwrap();
        raw.execute("DELETE FROM memory WHERE name = 'who'", []).unwrap();
        self
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.place.file()
    }

    pub(crate) fn folder(&self) -> &Path {
        self.place.folder.path()
    }

    pub(crate) fn has_left(&self) -> bool {
        self.outside.contains(&Outside::Leave)
    }

    /// The message at the foot of the screen, in words.
    pub(crate) fn notice(&self) -> String {
        use sluss::app::Notice;
        match &self.model.notice {
            Some(Notice::Told(say) | Notice::Refused(say) | Notice::Failed(say)) => {
                self.model.words.say(say)
            }
            None => String::new(),
        }
    }

    /// The board as the file has it, with what is in focus on the screen in brackets.
    pub(crate) fn board(&self) -> String {
        let stages = stages(&self.reader);
        let mut board = Board::default();
        let focused = self.model.focused();
        for (at, stage) in stages.iter().enumerate().take(board.columns.len()) {
            let window = self
                .reader
                .window(stage.id, Order::ByHand, Anchor::Head, usize::from(u16::MAX))
                .unwrap();
            let place = window.cards.iter().position(|card| Some(card.id) == focused);
            if let Some(place) = place {
                board.selected = Some((at, place));
            } else if focused.is_none() && at == self.model.board.focus {
                board.selected = Some((at, 0));
            }
            board.columns[at] = window.cards.into_iter().map(|card| card.title).collect();
        }
        board.to_string()
    }
}

/// The stages of the file's first sluice, in their order.
pub(crate) fn stages(reader: &Reader) -> Vec<Stage> {
    let mut stages: Vec<Stage> = reader.every().unwrap();
    let sluice = stages.iter().map(|stage| stage.sluice).min();
    stages.retain(|stage| Some(stage.sluice) == sluice);
    stages.sort_by_key(|stage| stage.rank);
    stages
}
