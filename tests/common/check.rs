//! What every behaviour test asserts, asked or not: the board is as written, the screen holds what
//! the file holds, undo leads all the way back and redo forth again.

use sluss::domain::{Anchor, Filter, Filtered, Kind, Stage, Window};
use sluss::store::{Cancel, Depth, FilterQuery};

use super::Scene;
use super::written::Board;

/// Presses keys on a board and compares what comes of it.
pub(crate) fn check(before: &str, keys: &str, after: &str) {
    let mut scene = Scene::of(before);
    let start = Board::read(before).selected.map(|_| before);
    if let Some(start) = start {
        same(&scene.board(), start, "as opened");
    }
    let from = Contents::of(&scene);
    scene.press(keys);
    same(&scene.board(), after, keys);
    can_be_undone_and_redone(&mut scene, &from);
}

fn same(found: &str, expected: &str, what: &str) {
    let (read, wanted) = (Board::read(found), Board::read(expected));
    let alike = match wanted.selected {
        Some(_) => read == wanted,
        None => read.unfocused() == wanted,
    };
    assert!(alike, "{what}\n\nfound:\n{found}\nexpected:\n{wanted}");
}

/// All that the file's records say: what undo has to bring back.
#[derive(PartialEq, Eq)]
pub(crate) struct Contents {
    rows: Vec<String>,
    newest: i64,
}

impl Contents {
    pub(crate) fn of(scene: &Scene) -> Contents {
        let file = rusqlite::Connection::open(scene.file()).unwrap();
        let mut rows = Vec::new();
        for table in Kind::ALL.iter().map(|kind| kind.table()).chain(["column_count"]) {
            let mut statement = file.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns = statement.column_count();
            let mut found = statement.query([]).unwrap();
            while let Some(row) = found.next().unwrap() {
                let cells: Vec<String> =
                    (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
                // A column that was never counted and one with nothing in it are the same.
                if table != "column_count" || !cells.ends_with(&["Integer(0)".to_owned()]) {
                    rows.push(format!("{table} {}", cells.join(" ")));
                }
            }
        }
        rows.sort();
        let newest =
            file.query_row("SELECT coalesce(max(seq), 0) FROM journal", [], |row| row.get(0));
        Contents { rows, newest: newest.unwrap() }
    }

    fn same(&self, other: &Contents, what: &str) {
        let missing = self.rows.iter().filter(|row| !other.rows.contains(row));
        let added = other.rows.iter().filter(|row| !self.rows.contains(row));
        let told: Vec<String> = missing
            .map(|row| format!("- {row}"))
            .chain(added.map(|row| format!("+ {row}")))
            .collect();
        assert!(told.is_empty(), "{what}:\n{}", told.join("\n"));
    }
}

/// Takes back every step taken since, which leads to what was there, and does them all again.
pub(crate) fn can_be_undone_and_redone(scene: &mut Scene, from: &Contents) {
    to_the_board(scene);
    let to = Contents::of(scene);
    let board = Board::read(&scene.board()).unfocused();
    let steps = standing(scene, from.newest);
    for _ in 0..steps {
        scene.press("u");
    }
    assert_eq!(
        standing(scene, from.newest),
        0,
        "undo took back what it should: {}",
        scene.notice()
    );
    from.same(&Contents::of(scene), "undo leads back");
    for _ in 0..steps {
        scene.press("U");
    }
    to.same(&Contents::of(scene), "redo leads forth");
    is_whole(scene);
    assert_eq!(Board::read(&scene.board()).unfocused(), board);
}

/// Nothing in the file is otherwise than it was left: every sum, derived column and standing.
pub(crate) fn is_whole(scene: &Scene) {
    let seen = scene.reader.inspect(Depth::Whole, &Cancel::default()).unwrap();
    assert_eq!(seen.findings, [], "the file is whole");
}

/// Closes whatever lies on top, and puts down what is carried.
pub(crate) fn to_the_board(scene: &mut Scene) {
    if scene.model.curtain.is_some() {
        scene.press("f8");
    }
    for _ in 0..12 {
        if is_on_the_board(scene) {
            return;
        }
        scene.press("esc");
    }
    panic!("esc does not lead back to the board");
}

pub(crate) fn is_on_the_board(scene: &Scene) -> bool {
    scene.model.overlays.is_empty()
        && scene.model.focus == sluss::app::Focus::Board
        && scene.model.board.carried.is_none()
        && scene.model.pressed.is_empty()
}

fn standing(scene: &Scene, after: i64) -> i64 {
    let file = rusqlite::Connection::open(scene.file()).unwrap();
    let steps = "SELECT count(*) FROM standing WHERE state = 'done' AND seq > ?1";
    file.query_row(steps, [after], |row| row.get(0)).unwrap()
}

/// Each column on the screen is a stretch of what a fresh reading of the file gives.
pub(crate) fn screen_and_file_agree(scene: &Scene, when: &str) {
    let model = &scene.model;
    // Before a room a reading gives what a room may see; all else that is asked is the file's.
    scene.reader.veil(model.projector).unwrap();
    let mut known: Vec<Stage> = scene.reader.stages().unwrap();
    known.retain(|stage| Some(stage.sluice) == model.frame.sluice);
    assert_eq!(model.frame.stages, known, "the stages, {when}");
    let counts = scene.reader.counts().unwrap();
    for stage in &known {
        let (shown, found) = (model.frame.counts.get(&stage.id), counts.get(&stage.id));
        assert_eq!(shown.unwrap_or(&0), found.unwrap_or(&0), "the counts, {when}");
    }
    // What is carried stands where it is shown, not yet where the file has it.
    if model.board.carried.is_none() {
        columns_agree(scene, when);
    }
    scene.reader.veil(false).unwrap();
}

fn columns_agree(scene: &Scene, when: &str) {
    let model = &scene.model;
    let found = filtered(scene);
    for stage in model.visible_stages() {
        let column = model.board.column(stage.id).expect("a column on the screen was read");
        let fresh = match &found {
            Some(found) => {
                let cards = scene.reader.cards(found.column(stage.id)).unwrap();
                Window { total: cards.len(), above: Some(0), cards }
            }
            None => scene
                .reader
                .window(stage.id, column.order, Anchor::Head, usize::from(u16::MAX))
                .unwrap(),
        };
        assert_eq!(column.order, model.board.order, "the order, {when}");
        assert_eq!(column.window.total, fresh.total, "the column's number of cards, {when}");
        let above = column.window.above.unwrap_or_else(|| {
            let first = column.window.cards.first().map(|card| card.id);
            fresh.cards.iter().position(|card| Some(card.id) == first).unwrap_or(0)
        });
        let to = above + column.window.cards.len();
        assert_eq!(fresh.cards.get(above..to), Some(&column.window.cards[..]), "{when}");
        assert_eq!(column.laid.len(), column.window.cards.len(), "the titles, {when}");
        assert!(column.cursor < column.window.cards.len().max(1), "the cursor, {when}");
    }
}

/// What the board's filter lets through, found anew.
fn filtered(scene: &Scene) -> Option<Filtered> {
    let model = &scene.model;
    let filter = Filter::parse(model.board.filter.line());
    let query = FilterQuery {
        sluice: model.frame.sluice?,
        order: model.board.order,
        today: model.today,
        filter,
    };
    if !model.board.filter.is_on() {
        return None;
    }
    scene.reader.filtered(&query, None, &Cancel::default()).unwrap()
}
