//! What is in the file after what was done: saving, undo, redo, windows.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::civil::date;
use sluss::domain::command::Plan as _;

use sluss::domain::{
    Anchor, Begin, Capture, Captured, Carry, Command, Goal, IdeaId, Kind, No, Order, Place, Source,
    Stage, StageId, Stamp, Uid, Value,
};
use sluss::store::{Reader, Request, Store};

struct File {
    _folder: tempfile::TempDir,
    store: Store,
    reader: Reader,
    requests: u128,
}

impl File {
    fn new() -> File {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sluss.db");
        let mut store = Store::open(&path, "one".into()).unwrap();
        let reader = store.reader().unwrap();
        let request = request(1 << 40);
        store.commit(request, &Begin { name: "Tavla".into() }.into()).unwrap().unwrap();
        File { _folder: folder, store, reader, requests: 0 }
    }

    fn request(&mut self) -> Request {
        self.requests += 1;
        request(self.requests << 16)
    }

    fn stages(&self) -> Vec<StageId> {
        let mut stages: Vec<Stage> = self.reader.every().unwrap();
        stages.sort_by_key(|stage| stage.rank);
        stages.iter().map(|stage| stage.id).collect()
    }

    fn run(&mut self, command: impl Into<Command>) -> Result<Vec<IdeaId>, No> {
        let request = self.request();
        self.store.commit(request, &command.into()).unwrap().map(|done| done.created)
    }

    fn capture(&mut self, titles: &[&str]) -> Vec<IdeaId> {
        let stage = *self.stages().first().unwrap();
        let lines = titles.iter().map(|title| Captured::read(title)).collect();
        self.run(Capture { stage, lines, source: Source::Form }).unwrap()
    }

    fn column(&self, at: usize) -> Vec<String> {
        let stage = *self.stages().get(at).unwrap();
        let window = self.reader.window(stage, Order::ByHand, Anchor::Head, 1000).unwrap();
        assert_eq!(window.total, window.cards.len());
        window.cards.into_iter().map(|card| card.title).collect()
    }
}

fn request(uid: u128) -> Request {
    Request {
        uid: Uid(uuid::Uuid::from_u128(uid)),
        now: Stamp(1_795_000_000_000),
        today: date(2026, 11, 23),
        who: None,
    }
}

#[test]
fn the_tables_have_the_columns_that_the_records_have() {
    let file = File::new();
    let raw = rusqlite::Connection::open(file.store.path()).unwrap();
    for kind in Kind::ALL {
        let mut statement = raw
            .prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid")
            .unwrap();
        let columns: Vec<(String, String, bool, bool)> = statement
            .query_map([kind.table()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for (at, column) in kind.columns().iter().enumerate() {
            let (name, sql, not_null, key) = columns.get(at).unwrap();
            assert_eq!(name, column.name, "{}", kind.table());
            assert!(column.sql.starts_with(sql.as_str()), "{}.{name}", kind.table());
            assert_eq!(*not_null, !key && column.sql.contains("NOT NULL"), "{name}");
        }
        assert_eq!(columns.last().map(|(name, ..)| name.as_str()), Some("sum"));
    }
}

#[test]
fn undo_leads_back_and_redo_forth() {
    let mut file = File::new();
    file.capture(&["Kettle", "Drill"]);
    let ideas = file.capture(&["Lamp"]);
    let to = Goal { stage: *file.stages().get(2).unwrap(), place: Place::Foot };
    file.run(Carry { ideas, to, reason: String::new() }).unwrap();
    assert_eq!(file.column(0), ["Kettle", "Drill"]);
    assert_eq!(file.column(2), ["Lamp"]);
    for _ in 0..2 {
        let request = file.request();
        file.store.undo(request).unwrap().unwrap();
    }
    assert_eq!(file.column(0), ["Kettle", "Drill"]);
    assert_eq!(file.column(2), [""; 0]);
    for _ in 0..2 {
        let request = file.request();
        file.store.redo(request).unwrap().unwrap();
    }
    assert_eq!(file.column(2), ["Lamp"]);
    let request = file.request();
    assert!(file.store.redo(request).unwrap().is_err());
}

#[test]
fn undo_reaches_back_past_closing_the_program() {
    let mut file = File::new();
    file.capture(&["Kettle"]);
    let path = file.store.path().to_owned();
    let mut later = Store::open(&path, "two".into()).unwrap();
    let request = file.request();
    later.undo(request).unwrap().unwrap();
    assert_eq!(file.column(0), [""; 0]);
}

#[test]
fn a_number_is_never_used_again() {
    let mut file = File::new();
    let first = file.capture(&["Kettle"]);
    let request = file.request();
    file.store.undo(request).unwrap().unwrap();
    let second = file.capture(&["Drill"]);
    assert_ne!(first, second);
}

#[test]
fn a_request_that_is_tried_again_is_done_once() {
    let mut file = File::new();
    let stage = *file.stages().first().unwrap();
    let lines = vec![Captured::read("Kettle")];
    let command: Command = Capture { stage, lines, source: Source::Form }.into();
    assert!(command.is_undoable());
    let request = file.request();
    let first = file.store.commit(request, &command).unwrap().unwrap();
    let again = file.store.commit(request, &command).unwrap().unwrap();
    assert_eq!(first, again);
    assert_eq!(file.column(0), ["Kettle"]);
}

#[test]
fn a_gap_between_two_ideas_never_runs_out() {
    let mut file = File::new();
    let ideas = file.capture(&["a", "b", "c"]);
    let stage = *file.stages().first().unwrap();
    let mut order = ideas.clone();
    for round in 0..200 {
        // The last is put between the first two, over and over.
        let last = order.remove(order.len() - 1);
        let first = *order.first().unwrap();
        order.insert(1, last);
        let to = Goal { stage, place: Place::After(first) };
        file.run(Carry { ideas: vec![last], to, reason: String::new() }).unwrap();
        let window = file.reader.window(stage, Order::ByHand, Anchor::Head, 9).unwrap();
        let found: Vec<IdeaId> = window.cards.iter().map(|card| card.id).collect();
        assert_eq!(found, order, "round {round}");
    }
}

#[test]
fn a_window_around_an_idea_is_the_column_s_own_stretch() {
    let mut file = File::new();
    let titles: Vec<String> = (0..50).map(|n| format!("idea {n}")).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let ideas = file.capture(&titles);
    let stage = *file.stages().first().unwrap();
    for order in Order::ALL {
        let window =
            file.reader.window(stage, order, Anchor::Around(*ideas.get(30).unwrap()), 10).unwrap();
        assert_eq!(window.above, Some(25), "{order:?}");
        assert_eq!(window.total, 50);
        let found: Vec<i64> = window.cards.iter().map(|card| card.id.0).collect();
        assert_eq!(found, (26..=41).collect::<Vec<i64>>(), "{order:?}");
        let foot = file.reader.window(stage, order, Anchor::Foot, 10).unwrap();
        assert_eq!(foot.above, Some(40));
        assert_eq!(foot.cards.last().map(|card| card.id.0), Some(50));
    }
}

#[test]
fn passing_gates_unopened_is_recorded() {
    let mut file = File::new();
    let ideas = file.capture(&["Kettle"]);
    let to = Goal { stage: *file.stages().get(2).unwrap(), place: Place::Foot };
    file.run(Carry { ideas: ideas.clone(), to, reason: "bråttom".into() }).unwrap();
    let detail = file.reader.detail(*ideas.first().unwrap()).unwrap().unwrap();
    let skipped: Vec<StageId> =
        detail.decisions.iter().filter(|d| d.skipped).map(|d| d.stage).collect();
    assert_eq!(skipped, file.stages().get(0..2).unwrap());
}

#[test]
fn the_counts_are_what_counting_gives() {
    let mut file = File::new();
    let ideas = file.capture(&["a", "b", "c"]);
    let stages = file.stages();
    let to = Goal { stage: *stages.get(1).unwrap(), place: Place::Head };
    file.run(Carry { ideas: ideas.get(..2).unwrap().to_vec(), to, reason: String::new() }).unwrap();
    let counts = file.reader.counts().unwrap();
    for stage in stages {
        let ideas: Vec<sluss::domain::Idea> =
            file.reader.those("stage", &Value::Int(stage.0)).unwrap();
        assert_eq!(counts.get(&stage).copied().unwrap_or(0), ideas.len());
    }
}
