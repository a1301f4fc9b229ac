//! The sluice is given its shape on the screen: boards, stages, gates and lists.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use scene::Scene;
use scene::check::{Contents, can_be_undone_and_redone, check};
use sluss::domain::{GateQuestion, Language, Stage, Tag};

fn names(scene: &Scene) -> Vec<String> {
    let stages = &scene.model.frame.stages;
    stages.iter().map(|stage| scene.model.words.arg(&stage.label())).collect()
}

#[test]
fn a_new_board_is_shown_and_the_other_is_an_enter_away() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let from = Contents::of(&scene);
    scene.press(r#"space j j n "Skola" enter enter"#);
    let name = |scene: &Scene| {
        let frame = &scene.model.frame;
        let own = frame.sluices.iter().find(|sluice| Some(sluice.id) == frame.sluice);
        own.unwrap().name.clone()
    };
    assert_eq!(name(&scene), "Skola");
    assert_eq!(scene.model.frame.counts.get(&scene.model.frame.stages[0].id).unwrap_or(&0), &0);
    scene.press("home enter");
    assert_eq!(name(&scene), "Vår idésluss");
    assert!(scene.model.overlays.is_empty());
    can_be_undone_and_redone(&mut scene, &from);
}

#[test]
fn a_board_with_ideas_is_not_removed() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"space j j n "Skola" enter enter K home down x"#);
    assert_eq!(scene.model.frame.sluices.len(), 2, "{}", scene.notice());
    scene.press("home x");
    assert_eq!(scene.model.frame.sluices.len(), 1, "{}", scene.notice());
}

#[test]
fn a_stage_comes_after_the_one_in_focus_and_moves() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let from = Contents::of(&scene);
    scene.press(r#"space j s down n "Labb" enter enter"#);
    assert_eq!(names(&scene)[..4], ["Inkommen", "Behov", "Labb", "Lösning"]);
    scene.press("K");
    assert_eq!(names(&scene)[..4], ["Inkommen", "Labb", "Behov", "Lösning"]);
    can_be_undone_and_redone(&mut scene, &from);
}

#[test]
fn a_stage_and_its_gate_are_changed_in_one_step() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let from = Contents::of(&scene);
    scene.press(r#"space j s enter "!" tab tab "7" tab tab tab "Rådet: " ctrl-s"#);
    let stage: Stage = scene.model.frame.stages[0].clone();
    assert_eq!(stage.name.as_deref(), Some("Inkommen!"));
    assert_eq!(stage.soft_limit, Some(7));
    assert_eq!(stage.purpose, None, "the program's own text is not copied");
    assert!(stage.gate_who.unwrap().contains("Rådet"));
    can_be_undone_and_redone(&mut scene, &from);
}

#[test]
fn a_limit_that_is_no_number_is_refused_and_the_sheet_stays() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"space j s enter tab tab "många" ctrl-s"#);
    assert_eq!(scene.model.overlays.len(), 2);
    assert!(scene.notice().contains("tal"), "{}", scene.notice());
}

#[test]
fn removing_a_stage_says_how_many_ideas_go_where() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill\nbehov: Lamp");
    scene.press("space j s down x");
    let text = scene.screen(70, 20);
    assert!(text.contains("1 idé"), "{text}");
    assert!(text.contains("2 idéer, sedan 3"), "{text}");
    scene.press("esc esc");
    check(
        "inkommen: [Kettle] | Drill\nbehov: Lamp",
        "space j s down x enter enter esc",
        "inkommen: Kettle | Drill | Lamp",
    );
}

#[test]
fn an_empty_stage_goes_at_once() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("space j s end x");
    assert_eq!(names(&scene).last().unwrap(), "Införande");
    scene.press("u");
    assert_eq!(names(&scene).last().unwrap(), "I bruk");
}

#[test]
fn questions_are_added_reworded_and_removed_from_the_stage() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let from = Contents::of(&scene);
    scene.press(r#"space j s right n "Vem vinner?" tab right tab enter"#);
    let asked = |scene: &Scene| -> Vec<GateQuestion> {
        let stage = scene.model.frame.stages[0].id;
        let mut all: Vec<GateQuestion> = scene.reader.every().unwrap();
        all.retain(|question| question.stage == stage);
        all.sort_by_key(|question| question.rank);
        all
    };
    let new = asked(&scene).pop().unwrap();
    assert_eq!((new.text.as_deref(), new.must), (Some("Vem vinner?"), false));
    scene.press("K x");
    assert!(asked(&scene).iter().all(|question| question.text.is_none()));
    can_be_undone_and_redone(&mut scene, &from);
}

#[test]
fn a_tag_given_another_s_name_becomes_one_with_it() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"n "Lamp #skola" enter n "Drill #skolor" enter"#);
    let from = Contents::of(&scene);
    scene.press(
        r#"space j t enter backspace backspace backspace backspace backspace "skolor" ctrl-s"#,
    );
    let tags: Vec<Tag> = scene.reader.every().unwrap();
    assert_eq!(tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["skolor"]);
    can_be_undone_and_redone(&mut scene, &from);
}

#[test]
fn settings_are_in_force_at_once_and_the_name_is_learnt_when_saved() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("space s s right");
    assert_eq!(scene.model.language(), Language::En);
    scene.press(r#"tab tab tab right tab tab "Elin" ctrl-s"#);
    assert!(!scene.model.mouse);
    assert_eq!(scene.model.who, "Elin");
    assert_eq!(scene.reader.names().unwrap().people.len(), 1);
    scene.press(r#"c "Bra" ctrl-s"#);
    let who = scene.reader.history(None, None, 1).unwrap()[0].who;
    assert_eq!(who.map(|who| who.0), Some(1));
}
