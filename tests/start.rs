//! The first screen: nothing is written before a choice, and later starts go on where one left off.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/keys.rs"]
mod keys;

use std::cell::Cell;
use std::path::Path;

use jiff::civil::date;
use jiff::tz::TimeZone;
use sluss::app::{Model, Msg, Now, Overlay, Size, WhichFile};
use sluss::domain::{Language, Stamp, Uid};
use sluss::runtime::{self, Clock, Files, Finder, Keeper, Outside, Saver, World};
use sluss::store::{Reader, Store};
use sluss::text::Words;

/// The program, started in a folder of its own.
struct Program {
    model: Model,
    world: World,
    outside: Vec<Outside>,
}

thread_local! {
    /// No uid is given out twice, whatever program asks.
    static UIDS: Cell<u128> = const { Cell::new(0) };
}

impl Program {
    fn start(folder: &Path) -> Program {
        let saver = |file: &Path| {
            let store = Store::open(file, "run".into()).map_err(std::io::Error::other)?;
            Ok(Saver::in_line(store))
        };
        let files = Files {
            own: folder.join("sluss.db"),
            demo: folder.join("sluss-demo.db"),
            run: "run".into(),
            inspector: Box::new(|_| sluss::runtime::Inspector::in_line()),
            finder: Box::new(|_| Finder::in_line()),
            saver: Box::new(saver),
            keeper: Box::new(|file| Keeper::in_line(file.to_owned(), Default::default())),
            alone: sluss::runtime::Alone::in_line(),
            write: Box::new(|_, _| Ok(String::new())),
            watch: Box::new(|_| None),
        };
        let now = Now { stamp: Stamp(1_795_442_520_000), today: date(2026, 11, 23) };
        let uid = || {
            UIDS.set(UIDS.get() + 1);
            Uid(uuid::Uuid::from_u128(UIDS.get() << 32))
        };
        let clock = Clock { now: Box::new(move || now), uid: Box::new(uid) };
        let mut world = World::of(files, clock);
        let reader = world.begin(WhichFile::Own).unwrap();
        let tag = reader.and_then(|reader| reader.remembered("language").unwrap());
        let language = tag.and_then(|tag| Language::from_tag(&tag)).unwrap_or_default();
        let size = Size { columns: 70, rows: 20 };
        let mut model = Model::new(Words::of(language), now.today, TimeZone::UTC, size);
        model.resume(&world.left_at());
        runtime::read(&mut model, &mut world);
        Program { model, world, outside: Vec::new() }
    }

    fn press(&mut self, keys: &str) -> &mut Program {
        for chord in keys::read(keys) {
            let msg = Msg::Key(chord);
            self.outside.extend(runtime::dispatch(&mut self.model, &mut self.world, msg));
        }
        self
    }

    fn leave(mut self) {
        self.world.finish(&self.model);
    }

    fn sluice(&self) -> &str {
        self.model.frame.sluices.first().map_or("", |sluice| sluice.name.as_str())
    }
}

fn files(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        names.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.ends_with(".db"));
    names.sort();
    names
}

#[test]
fn nothing_is_written_before_the_first_choice() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path());
    program.press(r#"" och andra" tab tab right tab right"#);
    assert_eq!(program.model.language(), Language::En);
    program.press("esc");
    assert_eq!(program.outside, [Outside::Leave]);
    program.leave();
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn an_empty_board_begins_with_its_usual_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path());
    program.press("enter enter");
    assert_eq!(program.sluice(), "Vår idésluss");
    assert_eq!(program.model.frame.stages.len(), 6);
    assert!(program.model.overlays.is_empty());
    assert_eq!(files(folder.path()), ["sluss.db"]);
}

#[test]
fn the_usual_name_follows_the_language_until_another_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path());
    program.press("tab tab tab tab right ctrl-s");
    assert_eq!(program.sluice(), "Our idea sluice");
    program.leave();
    let again = Program::start(folder.path());
    assert_eq!(again.model.language(), Language::En);
}

#[test]
fn a_board_without_a_name_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path());
    program.press("ctrl-u backspace ctrl-s");
    for _ in 0..12 {
        program.press("backspace");
    }
    program.press("ctrl-s");
    assert!(program.model.notice.is_some());
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn the_invented_ideas_lie_in_a_file_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path());
    program.press("enter right enter");
    assert_eq!(program.model.file, WhichFile::Demo);
    assert_eq!(program.sluice(), "Björkådalens kommun (påhittad)");
    assert_eq!(files(folder.path()), ["sluss-demo.db"]);

    // The person's own file is still to be begun.
    program.press("space f o");
    assert_eq!(program.model.overlays.len(), 1);
    program.press("enter enter");
    assert_eq!(program.model.file, WhichFile::Own);
    assert_eq!(program.sluice(), "Vår idésluss");
    program.press("space f d");
    assert_eq!(program.sluice(), "Björkådalens kommun (påhittad)");
    let counts: usize = program.model.frame.counts.values().sum();
    assert!(counts > 20, "{counts}");
}

#[test]
fn the_next_start_is_in_the_stage_on_the_idea_and_in_the_order_one_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path());
    program.press(r#"enter enter n "Kettle" enter n "Drill" enter o up"#);
    let idea = program.model.focused();
    program.leave();
    let again = Program::start(folder.path());
    assert_eq!(again.model.focused(), idea);
    assert_eq!(again.model.board.order, sluss::domain::Order::Age);
    let mut again = again;
    again.press("right right");
    again.leave();
    let third = Program::start(folder.path());
    assert_eq!((third.model.board.focus, third.model.focused()), (2, None));
}

#[test]
fn a_file_in_which_nothing_was_begun_is_begun() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sluss.db");
    drop(Store::open(&file, "run".into()).unwrap());
    let mut program = Program::start(folder.path());
    program.press("enter enter");
    assert_eq!(program.sluice(), "Vår idésluss");
    assert_eq!(Reader::open(&file).unwrap().sluices().unwrap().len(), 1);
}

#[test]
fn nothing_that_was_typed_in_one_file_is_offered_in_another() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(folder.path());
    program.press(r#"enter enter n "About Anna" esc"#);
    assert!(!program.model.saving.left.is_empty());
    program.press("space f d");
    assert_eq!(program.model.file, WhichFile::Demo);
    assert!(program.model.saving.left.is_empty());
    program.press("n up");
    let Some(Overlay::Capture(capture)) = program.model.overlays.last() else { panic!("no line") };
    assert_eq!(capture.line.text(), "");
    // It waits where it was typed.
    program.press("esc space f o n up");
    let Some(Overlay::Capture(capture)) = program.model.overlays.last() else { panic!("no line") };
    assert_eq!(capture.line.text(), "About Anna");
}
