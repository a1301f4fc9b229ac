//! Backups on the screen: the list, going back, and when copies are taken by themselves.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use scene::Scene;
use sluss::domain::{Backup, Why};
use sluss::store::{Beside, backup};

fn there(scene: &Scene) -> Vec<Backup> {
    backup::list(&Beside::of(&scene.file())).unwrap()
}

fn whys(scene: &Scene) -> Vec<Option<Why>> {
    there(scene).into_iter().map(|copy| copy.why).collect()
}

#[test]
fn b1_half_an_hour_after_the_first_change_the_next_one_is_followed_by_a_copy() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("2 m").press("esc").press(r#"n "Drill" enter esc"#);
    assert_eq!(whys(&scene), []);
    scene.later(1).press(r#"n "Lamp" enter esc"#);
    assert_eq!(whys(&scene), [Some(Why::Routine)]);
    scene.press(r#"n "Bell" enter esc"#);
    assert_eq!(whys(&scene).len(), 1, "a new half hour has begun");
}

#[test]
fn b1_a_clock_that_is_put_back_costs_no_copy_and_brings_no_burst() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"n "Drill" enter esc"#).later(-2).press(r#"n "Lamp" enter esc"#);
    scene.press(r#"n "Bell" enter esc"#);
    assert_eq!(whys(&scene), []);
    scene.later(1).press(r#"n "Saw" enter esc"#);
    assert_eq!(whys(&scene), [Some(Why::Routine)]);
}

#[test]
fn b1_before_many_ideas_are_changed_at_once_a_copy_is_taken() {
    let ideas: Vec<String> = (0..25).map(|n| format!("Idea {n}")).collect();
    let mut scene = Scene::of(&format!("inkommen: {}", ideas.join(" | ")));
    scene.press(&"x ".repeat(25)).press("del");
    assert_eq!(whys(&scene), [Some(Why::BeforeBulk)]);
    let copy = there(&scene).remove(0);
    let told = backup::ideas(&Beside::of(&scene.file()), &copy);
    assert_eq!(told, Some(25));
}

#[test]
fn b1_before_a_stage_is_removed_a_copy_is_taken() {
    let mut scene = Scene::of("inkommen: [Kettle]\nbehov: Drill");
    scene.press("space j s down x enter");
    scene.press("ctrl-s");
    assert_eq!(whys(&scene), [Some(Why::BeforeBulk)]);
}

#[test]
fn a_copy_is_taken_when_asked_for_and_stands_in_the_list() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("space f k");
    assert_eq!(scene.notice(), "Säkerhetskopia tagen.");
    scene.press("space f b");
    let list = scene.model.list().unwrap();
    assert_eq!(list.listing.count(), 1);
    assert_eq!(list.listing.focused().unwrap().cells[1].text, "du bad om den");
}

#[test]
fn going_back_tells_what_goes_and_the_first_button_changes_nothing() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"space f k n "Drill" enter esc space f b enter"#);
    let sheet = scene.model.overlays.last().and_then(|overlay| overlay.sheet()).unwrap();
    let notes: Vec<String> = sheet
        .parts
        .iter()
        .filter_map(|part| match &part.body {
            sluss::app::Body::Note(say) => Some(scene.model.words.say(say)),
            _ => None,
        })
        .collect();
    assert!(notes.iter().any(|note| note == "1 ändring försvinner"), "{notes:?}");
    assert!(notes.iter().any(|note| note.ends_with("Ny idé #2")), "{notes:?}");
    scene.press("enter");
    assert_eq!(there(&scene).len(), 1, "nothing was done");
    assert!(scene.model.overlays.last().unwrap().sheet().is_none());
}

#[test]
fn tab_goes_through_the_buttons_of_a_row() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"space f k n "Drill" enter esc space f b enter tab tab shift-tab enter"#);
    assert_eq!(there(&scene).len(), 1, "nothing was done");
    scene.press("enter tab");
    let sheet = scene.model.overlays.last().and_then(|overlay| overlay.sheet()).unwrap();
    let Some(sluss::app::Body::Buttons { at, .. }) =
        sheet.parts.get(sheet.focus).map(|part| &part.body)
    else {
        panic!("no buttons have the focus");
    };
    assert_eq!(*at, 1);
}
