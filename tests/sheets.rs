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

/// Clicks on what the screen says.
fn click_on(scene: &mut Scene, text: &str) {
    let picture = scene.picture();
    let found = (0..).zip(picture.rows()).find(|(_, row)| row.contains(text));
    let (y, row) = found.unwrap_or_else(|| panic!("{text} is not in\n{}", picture.text()));
    let x = row.split(text).next().unwrap().chars().count();
    scene.click(u16::try_from(x).unwrap(), y);
}

#[test]
fn a_click_on_a_button_presses_it() {
    for (size, button, after) in [
        ((80, 24), "Spara", "inkommen: [Kettle that sings]\n"),
        ((80, 24), "Stäng", "inkommen: [Kettle]\n"),
        ((30, 12), "Spara", "inkommen: [Kettle that sings]\n"),
        ((30, 12), "Kasta", "inkommen: [Kettle]\n"),
    ] {
        let mut scene = Scene::of("inkommen: [Kettle]");
        scene.size(size.0, size.1).press(r#"e shift-tab " that sings""#);
        for _ in 0..40 {
            scene.wheel_down(5, 5);
        }
        assert!(!scene.model.overlays.is_empty());
        click_on(&mut scene, button);
        assert!(scene.model.overlays.is_empty(), "{}", scene.picture().text());
        assert_eq!(scene.board(), after, "{button}");
    }
}

#[test]
fn a_click_beside_the_buttons_presses_none() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"e shift-tab " that sings""#);
    for _ in 0..40 {
        scene.wheel_down(5, 5);
    }
    let picture = scene.picture();
    let (y, _) = (0..).zip(picture.rows()).find(|(_, row)| row.contains("Spara")).unwrap();
    for x in [0, 70, 79] {
        scene.click(x, y);
    }
    scene.click(2, y - 1).click(2, y + 1);
    assert!(!scene.model.overlays.is_empty(), "{}", scene.picture().text());
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
}
