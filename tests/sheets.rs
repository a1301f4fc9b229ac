//! What is typed on lines and sheets: saved, kept, and never lost.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use scene::{Scene, check};

#[test]
fn a_form_saves_what_was_typed_in_its_fields() {
    check(
        "inkommen: [Kettle]",
        r#"e shift-tab " that sings" ctrl-s"#,
        "inkommen: [Kettle that sings]",
    );
}

#[test]
fn the_capture_line_is_carried_over_to_the_form() {
    check("inkommen: [Kettle]", r#"n "Drill" tab ctrl-s"#, "inkommen: Kettle | [Drill]");
}

#[test]
fn esc_keeps_what_was_typed_for_the_next_time() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"c "too hot" esc"#);
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
    scene.press("c ctrl-s");
    assert!(scene.notice().contains("omment"), "{}", scene.notice());
}

#[test]
fn a_locked_file_costs_no_words() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let other = rusqlite::Connection::open(scene.file()).unwrap();
    other.busy_timeout(std::time::Duration::ZERO).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    scene.press(r#"n "Drill / cold" enter"#);
    assert!(scene.notice().contains("Ett annat program"), "{}", scene.notice());
    other.execute_batch("ROLLBACK").unwrap();
    scene.press("enter");
    assert_eq!(scene.board(), "inkommen: Kettle | [Drill]\n");
}

#[test]
fn tests_are_listed_amended_and_removed() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"space t n "Does it sing?" ctrl-s"#);
    assert!(scene.picture().text().contains("Does it sing?"), "{}", scene.picture().text());
    scene.press(r#"enter " Loudly?" ctrl-s"#);
    assert!(scene.picture().text().contains("Does it sing? Loudly?"));
    scene.press("del");
    assert!(!scene.picture().text().contains("sing"), "{}", scene.picture().text());
    scene.press("esc u");
    scene.press("space t");
    assert!(scene.picture().text().contains("Does it sing? Loudly?"));
}

#[test]
fn a_paste_that_is_too_large_is_refused_whole_and_says_so() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"n "Drill""#).paste(&"x".repeat(5_000_000));
    assert!(scene.picture().text().contains("för stort"), "{}", scene.picture().text());
    scene.press("enter");
    assert_eq!(scene.board(), "inkommen: Kettle | [Drill]\n");
}

#[test]
fn a_long_title_is_kept_whole_and_told_of() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("n").paste(&"Å".repeat(10_000));
    assert!(scene.picture().text().contains("10\u{a0}000 av 80 tecken"));
    scene.press("enter");
    assert!(scene.board().contains(&"Å".repeat(10_000)));
}
