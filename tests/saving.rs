//! What is shown as saved is saved, and what is not saved stands where it was typed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use rusqlite::Connection;
use scene::Scene;
use sluss::app::{Effect, Leaving, Msg, Now, Overlay, update};
use sluss::domain::{Say, Stamp};
use sluss::input::{Chord, Key};

/// Somebody else holds the file as long as this is not dropped.
struct Held(Connection);

impl Held {
    fn of(scene: &Scene) -> Held {
        let other = Connection::open(scene.file()).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        Held(other)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0.execute_batch("ROLLBACK").unwrap();
    }
}

fn steps(scene: &Scene) -> i64 {
    let file = Connection::open(scene.file()).unwrap();
    file.query_row("SELECT count(*) FROM journal", [], |row| row.get(0)).unwrap()
}

fn drafts(scene: &Scene) -> Vec<(String, String)> {
    let file = Connection::open(scene.file()).unwrap();
    let sql = "SELECT target, text FROM draft WHERE discarded IS NULL ORDER BY target, field";
    let mut statement = file.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// A disk that does not answer: what is asked for stays unanswered.
fn unanswered(scene: &mut Scene, keys: &str) -> Vec<Effect> {
    let now = Now { stamp: Stamp(1_795_000_000_000), today: scene.model.today };
    let mut effects = Vec::new();
    for chord in scene::keys::read(keys) {
        effects.extend(update(&mut scene.model, Msg::Key(chord), now));
    }
    effects
}

fn top(scene: &Scene) -> &Overlay {
    scene.model.overlays.last().expect("something lies on top")
}

fn line(scene: &Scene) -> String {
    match top(scene) {
        Overlay::Capture(capture) => capture.line.text(),
        other => panic!("not the line: {other:?}"),
    }
}

#[test]
fn a_locked_file_costs_no_words_and_saving_again_saves_once() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let held = Held::of(&scene);
    scene.press(r#"n "Drill" enter"#);
    assert_eq!(line(&scene), "Drill");
    assert!(scene.notice().contains("Ett annat program"), "{}", scene.notice());
    drop(held);
    scene.press("enter");
    assert_eq!(scene.board(), "inkommen: Kettle | [Drill]\n");
    assert!(drafts(&scene).is_empty(), "{:?}", drafts(&scene));
}

#[test]
fn a_locked_file_leaves_the_sheet_as_it_was() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let held = Held::of(&scene);
    scene.press(r#"c "too hot" ctrl-s"#);
    let Overlay::Sheet(sheet) = top(&scene) else { panic!("the sheet is gone") };
    assert_eq!(sheet.text("text"), "too hot");
    drop(held);
    let before = steps(&scene);
    scene.press("ctrl-s");
    assert!(scene.model.overlays.is_empty());
    assert_eq!(steps(&scene), before + 1);
}

#[test]
fn what_has_no_words_on_the_screen_is_tried_again_by_a_key() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    let held = Held::of(&scene);
    scene.press("J");
    assert!(scene.notice().contains("f r"), "{}", scene.notice());
    drop(held);
    scene.press("space f r");
    assert_eq!(scene.board(), "inkommen: Drill | [Kettle]\n");
    scene.press("space f r");
    assert_eq!(scene.board(), "inkommen: Drill | [Kettle]\n");
}

#[test]
fn a_step_that_is_asked_for_again_is_in_the_file_once() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let held = Held::of(&scene);
    scene.press(r#"n "Drill" enter"#);
    drop(held);
    scene.press("enter");
    let file = Connection::open(scene.file()).unwrap();
    let uid: String = file
        .query_row("SELECT uid FROM journal ORDER BY seq DESC LIMIT 1", [], |row| row.get(0))
        .unwrap();
    // Had the first try been in the file after all, it would have been found by this very name.
    let mut other = Scene::of("inkommen: [Kettle]");
    let held = Held::of(&other);
    other.press(r#"n "Drill" enter"#);
    drop(held);
    other.press(r#"esc n "Other" enter"#);
    let theirs: String = Connection::open(other.file())
        .unwrap()
        .query_row("SELECT uid FROM journal ORDER BY seq DESC LIMIT 1", [], |row| row.get(0))
        .unwrap();
    assert_ne!(uid, theirs, "something else has a name of its own");
}

#[test]
fn a_line_that_was_left_comes_back_with_arrow_up() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"n "Half a thou" esc"#);
    assert_eq!(drafts(&scene), [("capture".to_owned(), "Half a thou".to_owned())]);
    scene.press(r#"n "Drill" enter"#);
    assert_eq!(scene.board(), "inkommen: Kettle | [Drill]\n");
    scene.press(r#"n up "ght" enter"#);
    assert_eq!(scene.board(), "inkommen: Kettle | Drill | [Half a thought]\n");
    assert!(drafts(&scene).is_empty(), "{:?}", drafts(&scene));
}

#[test]
fn a_line_that_was_left_is_there_in_the_next_run() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"n "Half a thought" esc"#);
    let mut next = scene.another();
    next.press("n up enter");
    assert_eq!(next.board(), "inkommen: Kettle | [Half a thought]\n");
}

#[test]
fn a_line_goes_on_in_the_form_with_nothing_lost_on_the_way() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"n "Drill" tab esc"#);
    assert_eq!(drafts(&scene), [("new".to_owned(), "Drill".to_owned())]);
    // Another line goes before the draft of the form; what that says is shown beside it.
    scene.press(r#"n "Lamp" tab"#);
    scene.size(80, 24);
    let screen = scene.picture().text();
    assert!(screen.contains("Lamp") && screen.contains("I utkastet står: Drill"), "{screen}");
}

#[test]
fn lines_that_were_not_saved_are_offered_again() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    unanswered(&mut scene, r#"b "Drill" enter "Lamp" enter"#);
    scene.send(Msg::Failed(Say::new("failed-full")));
    scene.send(Msg::NotTried);
    assert_eq!(scene.notice(), "Disken är full. Din text är kvar. Spara igen.");
    let Overlay::Capture(capture) = top(&scene) else { panic!("the line is gone") };
    assert_eq!(capture.offered.as_deref(), Some(&["Drill".to_owned(), "Lamp".to_owned()][..]));
    scene.press("esc");
    let mut next = scene.another();
    next.press("n up enter n up enter");
    assert_eq!(next.board(), "inkommen: Kettle | Lamp | [Drill]\n");
}

#[test]
fn a_sheet_that_is_being_saved_takes_no_keys_and_comes_back_where_that_fails() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"c "too hot""#);
    unanswered(&mut scene, "ctrl-s");
    assert!(scene.model.overlays.is_empty());
    scene.send(Msg::Failed(Say::new("failed-full")));
    let Overlay::Sheet(sheet) = top(&scene) else { panic!("the sheet is gone") };
    assert_eq!(sheet.text("text"), "too hot");
    scene.press("ctrl-s");
    assert!(scene.model.overlays.is_empty(), "{}", scene.notice());
}

#[test]
fn what_is_typed_on_the_line_while_it_is_saved_stays_there() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let effects = unanswered(&mut scene, r#"b "Drill" enter "Lamp""#);
    let [Effect::Commit { .. }] = effects.as_slice() else { panic!("{effects:?}") };
    scene.send(Msg::Failed(Say::new("failed-full")));
    let Overlay::Capture(capture) = top(&scene) else { panic!("the line is gone") };
    assert_eq!(capture.offered.as_deref(), Some(&["Lamp".to_owned(), "Drill".to_owned()][..]));
}

#[test]
fn leaving_waits_for_what_is_being_saved_and_a_second_wish_is_obeyed() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    assert!(!unanswered(&mut scene, "J q").contains(&Effect::Leave));
    assert_eq!(scene.model.saving.leaving, Some(Leaving::Waits));
    assert!(scene.notice().contains("Tryck q igen"), "{}", scene.notice());
    assert_eq!(unanswered(&mut scene, "j"), []);
    assert_eq!(unanswered(&mut scene, "q"), [Effect::Abandon]);
    unanswered(&mut scene, "esc");
    assert_eq!(scene.model.saving.leaving, None, "Esc takes the wish back");
}

#[test]
fn a_save_that_fails_on_the_way_out_keeps_one_in() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    unanswered(&mut scene, "J q");
    scene.send(Msg::Failed(Say::new("failed-full")));
    assert_eq!(scene.model.saving.leaving, None);
    assert!(!scene.has_left());
}

#[test]
fn a_file_that_is_gone_is_told_of_and_saved_anew() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let path = scene.file();
    for ending in ["", "-wal", "-shm"] {
        let mut it = path.clone().into_os_string();
        it.push(ending);
        let _ = std::fs::remove_file(it);
    }
    scene.press(r#"n "Drill" enter"#);
    assert_eq!(line(&scene), "Drill");
    assert!(scene.notice().contains("Filen är borta"), "{}", scene.notice());
    assert!(!path.exists(), "nothing is begun in its place");
    scene.press("esc space f s");
    assert!(path.exists(), "{:?} {:?}", scene.model.notice, scene.model.saving);
    // The scene itself still looks at the file that is gone.
    for chord in scene::keys::read("n up enter") {
        scene.send(Msg::Key(chord));
    }
    let fresh = sluss::store::Reader::open(&path).unwrap();
    let titles: Vec<String> =
        fresh.every::<sluss::domain::Idea>().unwrap().into_iter().map(|idea| idea.title).collect();
    assert_eq!(titles, ["Kettle", "Drill"]);
}

#[test]
fn a_file_that_was_replaced_is_not_written_to() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    let path = scene.file();
    let aside = path.with_file_name("aside.db");
    std::fs::rename(&path, &aside).unwrap();
    std::fs::write(&path, "somebody else's").unwrap();
    scene.press("J");
    assert!(scene.notice().contains("En annan fil"), "{}", scene.notice());
    assert_eq!(std::fs::read(&path).unwrap(), b"somebody else's");
    scene.press("space f s");
    assert!(scene.notice().contains(".db"), "{}", scene.notice());
    assert_eq!(std::fs::read(&path).unwrap(), b"somebody else's");
    assert_eq!(std::fs::read(&aside).unwrap().get(..6), Some(&b"SQLite"[..]));
}

#[test]
fn a_file_that_comes_back_is_written_to_again() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    let path = scene.file();
    let aside = path.with_file_name("aside.db");
    std::fs::rename(&path, &aside).unwrap();
    scene.press("J");
    assert!(scene.model.saving.barred.is_some());
    std::fs::rename(&aside, &path).unwrap();
    scene.press("space f r");
    assert!(scene.model.saving.barred.is_none(), "{}", scene.notice());
    assert_eq!(scene.board(), "inkommen: Drill | [Kettle]\n");
}

#[test]
fn what_can_be_read_is_written_elsewhere_as_text() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"c "too hot" esc space f s"#);
    let written = std::fs::read_dir(scene.folder()).unwrap();
    let json = written
        .flatten()
        .map(|it| it.path())
        .find(|it| it.extension().is_some_and(|e| e == "json"));
    assert!(std::fs::read_to_string(json.unwrap()).unwrap().contains("Kettle"));
}

#[test]
fn drafts_are_files_while_the_file_is_held_and_the_next_run_takes_them_in() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let held = Held::of(&scene);
    scene.press(r#"c "too hot""#);
    scene.send(Msg::Keep);
    let folder = scene.folder().join("drafts");
    let files = || std::fs::read_dir(&folder).unwrap().flatten().count();
    assert_eq!(files(), 1);
    assert!(scene.notice().contains("drafts"), "{}", scene.notice());
    drop(held);
    scene.press(r#"" for""#);
    scene.send(Msg::Keep);
    assert_eq!(files(), 0, "in the file again");
    assert_eq!(drafts(&scene), [("comment:new:1".to_owned(), "too hot for".to_owned())]);
}

#[test]
fn nothing_is_written_down_twice_and_nothing_wakes_where_nothing_is_typed() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    for keys in ["a", r#"a "Anna""#, "e", "space s s", "n", "space j e n"] {
        scene.press(keys);
        scene.send(Msg::Keep);
        assert!(!scene.model.has_unkept(), "{keys}");
        for _ in 0..4 {
            scene.send(Msg::Key(Chord::plain(Key::Esc)));
        }
        assert!(!scene.model.has_unkept(), "{keys} and out");
    }
}

#[test]
fn every_sheet_on_which_sentences_are_written_keeps_them() {
    let board = "inkommen: [Kettle] | Drill | Lamp";
    for (opens, types) in [
        ("s", r#"tab tab tab tab tab tab tab tab tab "sure of it""#),
        ("home x down x >", r#""both are ready""#),
        ("home x down x d", r#"4 "neither is""#),
        ("space j u n", r#""how to save water""#),
        ("space j s right n", r#""who will run it?""#),
    ] {
        let mut scene = Scene::of(board);
        scene.press(opens).press(types).press("esc");
        let kept = drafts(&scene);
        assert!(!kept.is_empty(), "{opens}: {}", scene.notice());
        // Opened again it has them, whether the saver has come so far or not.
        scene.press("esc esc esc").press(opens);
        let Overlay::Sheet(sheet) = top(&scene) else { panic!("{opens}: no sheet") };
        assert!(sheet.taken_up.is_some(), "{opens}");
        let typed: Vec<String> = sheet.parts.iter().map(sluss::app::Part::text).collect();
        assert!(kept.iter().all(|(_, text)| typed.contains(text)), "{opens}: {kept:?} {typed:?}");
    }
}

#[test]
fn a_sheet_that_is_opened_again_at_once_has_its_draft_before_it_is_written() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let held = Held::of(&scene);
    scene.press(r#"c "too hot" esc c"#);
    drop(held);
    let Overlay::Sheet(sheet) = top(&scene) else { panic!("no sheet") };
    assert_eq!(sheet.text("text"), "too hot");
}

#[test]
fn what_was_not_saved_is_a_draft_again() {
    for refused in [true, false] {
        let mut scene = Scene::of("inkommen: [Kettle]");
        let held = (!refused).then(|| Held::of(&scene));
        // A rule says no to a form without a title, a lock to one with a title.
        scene.press(r#"n tab tab "Dry hands""#);
        scene.send(Msg::Keep);
        scene.press("ctrl-s");
        drop(held);
        let Overlay::Sheet(sheet) = top(&scene) else { panic!("the form is gone") };
        assert!(sheet.parts.iter().any(|part| part.text() == "Dry hands"), "refused: {refused}");
        scene.press("esc").press("n tab");
        let Overlay::Sheet(sheet) = top(&scene) else { panic!("no form") };
        let typed: Vec<String> = sheet.parts.iter().map(sluss::app::Part::text).collect();
        assert!(typed.iter().any(|text| text == "Dry hands"), "refused: {refused}: {typed:?}");
    }
}

#[test]
fn what_failed_and_was_done_by_hand_is_not_done_once_more() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill | Lamp");
    scene.press("J J");
    assert_eq!(scene.board(), "inkommen: Drill | Lamp | [Kettle]\n");
    let held = Held::of(&scene);
    scene.press("u");
    drop(held);
    scene.press("u");
    assert_eq!(scene.board(), "inkommen: Drill | [Kettle] | Lamp\n");
    scene.press("space f r");
    assert_eq!(scene.board(), "inkommen: Drill | [Kettle] | Lamp\n");
}

#[test]
fn nothing_is_taken_in_that_nobody_would_keep_on_the_way_out() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    unanswered(&mut scene, r#"n "Drill" enter esc q"#);
    assert_eq!(scene.model.saving.leaving, Some(Leaving::Waits));
    scene.paste("words");
    assert!(scene.model.overlays.is_empty());
    assert!(scene.notice().contains("lämna"), "{}", scene.notice());
}
