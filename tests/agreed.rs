//! What comes of a workshop, on the screen: what is parked, who does what, who is there, and the
//! minutes before they are written.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use jiff::civil::date;
use scene::Scene;
use scene::check::{Contents, can_be_undone_and_redone};
use sluss::app::Overlay;
use sluss::domain::{
    Action, AddWorkshop, Announced, Attendance, Capture, Captured, Command, IdeaId, Language,
    Parking, Source, StartWorkshop, WorkshopId,
};

/// A board, and a workshop that is being held.
fn held() -> Scene {
    Scene::with("inkommen: [Kettle] | Drill", begun())
}

/// The same, and something that was done there.
fn held_and(done: Command) -> Scene {
    let mut all = begun();
    all.push(done);
    Scene::with("inkommen: [Kettle] | Drill", all)
}

fn begun() -> Vec<Command> {
    let announced = Announced { title: "Idédag".into(), ..Announced::default() };
    let template = "empty".to_owned();
    vec![
        AddWorkshop { announced, template, language: Language::Sv }.into(),
        StartWorkshop { workshop: WorkshopId(1) }.into(),
    ]
}

fn parked(scene: &Scene) -> Vec<(String, String, bool)> {
    let all: Vec<Parking> = scene.reader.every().unwrap();
    all.into_iter().map(|it| (it.text, it.owner, it.done.is_some())).collect()
}

/// The rows of the minutes on the screen.
fn told(scene: &Scene) -> String {
    let Some(Overlay::Minutes(preview)) = scene.model.overlays.last() else { panic!("no minutes") };
    preview.rows.iter().map(|row| row.plain() + "\n").collect()
}

fn written(scene: &Scene, ending: &str) -> Vec<String> {
    let files = std::fs::read_dir(scene.folder()).unwrap().map(|it| it.unwrap().path());
    let those = files.filter(|path| path.extension().is_some_and(|it| it == ending));
    those.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn one_key_one_line_and_enter_park_something_from_anywhere() {
    let mut scene = held();
    let from = Contents::of(&scene);
    let before = scene.model.overlays.len();
    scene.press(r#"p "Budgeten" enter"#);
    assert_eq!(scene.model.overlays.len(), before);
    assert_eq!(parked(&scene), [("Budgeten".into(), String::new(), false)]);
    can_be_undone_and_redone(&mut scene, &from);
    for way in ["space l h", "enter", "space w m", "space j s", "space v l", "/ \"k\" enter"] {
        let mut scene = held();
        scene.press(way).press(r#"p "Hyran" enter"#);
        assert_eq!(parked(&scene).len(), 1, "{way}: {}", scene.notice());
    }
}

#[test]
fn nothing_is_parked_where_no_workshop_is_held() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("p");
    assert!(scene.model.overlays.is_empty());
    assert!(scene.notice().contains("Ingen workshop pågår"), "{}", scene.notice());
    scene.press("space w g n");
    assert!(scene.notice().contains("Det finns ingen workshop"), "{}", scene.notice());
}

#[test]
fn a_line_that_is_not_parked_is_kept_as_a_draft() {
    let mut scene = held();
    scene.press(r#"p "Budg" esc p"#);
    let sheet = scene.model.overlays.last().and_then(|overlay| overlay.sheet()).unwrap();
    assert_eq!(sheet.text("text"), "Budg");
}

#[test]
fn what_is_parked_has_a_role_that_takes_it_on_and_is_done_one_day() {
    let mut scene = held();
    scene.press(r#"p "Budgeten" enter p "Hyran" enter space w p"#);
    scene.press(r#"home enter tab "Rektor" ctrl-s"#);
    assert_eq!(parked(&scene)[0], ("Budgeten".into(), "Rektor".into(), false));
    scene.press("home d");
    assert!(parked(&scene)[0].2);
    // What is open stands first.
    scene.press("home d");
    assert!(parked(&scene)[1].2);
    scene.press("home d x");
    assert_eq!(parked(&scene).len(), 1);
}

#[test]
fn an_action_says_what_who_and_when_and_of_which_idea() {
    let mut scene = held();
    let keys = r#"space w g n "Ring elektrikern" tab "Vaktmästare" tab "4/12" tab "1" ctrl-s"#;
    scene.press(keys);
    let all: Vec<Action> = scene.reader.every().unwrap();
    let [action] = all.as_slice() else { panic!("{all:?} {}", scene.notice()) };
    assert_eq!((&*action.text, &*action.role), ("Ring elektrikern", "Vaktmästare"));
    assert_eq!((action.due, action.idea), (Some(date(2026, 12, 4)), Some(IdeaId(1))));
    scene.press(r#"enter tab tab tab "x" ctrl-s"#);
    assert!(scene.notice().contains("inget idénummer"), "{}", scene.notice());
    scene.press("esc d");
    assert!(scene.reader.every::<Action>().unwrap()[0].done.is_some());
}

#[test]
fn who_is_there_and_who_has_an_interest_of_their_own_are_noted() {
    let mut scene = held();
    scene.press(r#"space w d n "Rektor" enter n "Åsa Ek" enter"#);
    scene.press(r#"end enter "2" ctrl-s"#);
    let all: Vec<Attendance> = scene.reader.every().unwrap();
    let all: Vec<_> = all.iter().map(|it| (&*it.text, it.idea.map(|idea| idea.0))).collect();
    assert_eq!(all, [("Rektor", None), ("Åsa Ek", None), ("Åsa Ek", Some(2))]);
}

#[test]
fn minutes_are_read_before_they_are_written_and_name_nobody_unless_told_to() {
    let mut scene = held();
    scene.press(r#"space w d n "Åsa Ek" enter esc space w m"#);
    assert!(told(&scene).contains("1 person") && told(&scene).contains("arbetsmaterial"));
    assert!(!told(&scene).contains("Åsa"));
    scene.press("h m");
    assert!(!written(&scene, "html")[0].contains("Åsa"), "{}", scene.notice());
    assert!(!written(&scene, "md")[0].contains("Åsa"));
    scene.press("n o");
    assert!(told(&scene).contains("Åsa Ek") && !told(&scene).contains("arbetsmaterial"));
    scene.press("h");
    assert!(written(&scene, "html").iter().any(|page| page.contains("Åsa Ek")));
    // What happens meanwhile stands in them at once.
    scene.press(r#"p "Budgeten" enter"#);
    assert!(told(&scene).contains("Budgeten"));
    scene.language(Language::En);
    assert!(told(&scene).contains("Parking lot"));
}

#[test]
fn before_a_room_nobody_is_named_and_no_answers_are_read() {
    let mut scene = held();
    scene.press(r#"space w d n "Åsa Ek" enter esc space w g n "Ring" tab "Åsa Ek" ctrl-s esc"#);
    scene.press("space w m n");
    assert!(told(&scene).contains("Åsa Ek"));
    scene.press("f5 esc");
    for way in ["space w d", "space w e", "space w m n", "space w m s"] {
        scene.press(way);
        assert!(!scene.notice().is_empty(), "{way}");
        assert!(!scene.screen(80, 24).contains("Åsa"), "{way}");
        scene.press("esc esc");
    }
    scene.press("space w m h");
    assert!(written(&scene, "html").is_empty(), "{}", scene.notice());
}

#[test]
fn whoever_had_an_idea_that_came_in_at_it_is_answered_from_the_list() {
    let mut scene = held();
    scene.press(r#"x space w e"#);
    assert!(matches!(scene.model.overlays.last(), Some(Overlay::List(_))));
    scene.press("enter");
    assert!(scene.model.overlays.last().unwrap().sheet().is_none(), "nobody came with anything");
    let lines = vec![Captured::read("Lampa")];
    let stage = scene.model.frame.stages[0].id;
    let mut scene = held_and(Capture { stage, lines, source: Source::Workshop }.into());
    scene.press("space w e enter");
    let sheet = scene.model.overlays.last().and_then(|overlay| overlay.sheet());
    assert!(sheet.is_some_and(|sheet| sheet.text("text").contains('3')), "{}", scene.notice());
}

#[test]
fn who_was_there_and_what_interest_they_have_are_put_right_and_taken_off() {
    let mut scene = held();
    scene.press(r#"space w d n "Rekto" enter"#);
    scene.press(r#"e end "r" tab "2" ctrl-s"#);
    let all: Vec<Attendance> = scene.reader.every().unwrap();
    assert_eq!((&*all[0].text, all[0].idea), ("Rektor", Some(IdeaId(2))), "{}", scene.notice());
    scene.press("u");
    assert_eq!(scene.reader.every::<Attendance>().unwrap()[0].text, "Rekto");
    scene.press(r#"n "Åsa Ek" enter home x"#);
    assert_eq!(scene.reader.every::<Attendance>().unwrap().len(), 1);
    scene.press(r#"n "Rektor" enter e ctrl-s"#);
    let first = scene.reader.every::<Attendance>().unwrap()[0].text.clone();
    scene.press(&format!(r#"end e ctrl-a "{first}" ctrl-s"#));
    assert_eq!(scene.reader.every::<Attendance>().unwrap().len(), 2);
}

#[test]
fn what_is_parked_is_shown_before_the_workshop_ends_and_the_same_choice_again_ends_it() {
    let mut scene = held();
    scene.press(r#"p "Budgeten" enter space w a"#);
    let state = |scene: &Scene| scene.reader.running_workshop().unwrap();
    assert!(state(&scene).is_some());
    assert!(scene.screen(80, 24).contains("Budgeten"));
    assert!(scene.notice().contains("Space w a"), "{}", scene.notice());
    scene.press("space w a");
    assert_eq!(state(&scene), None, "{}", scene.notice());
    // With nothing open it ends at once.
    let mut scene = held();
    scene.press(r#"p "Budgeten" enter space w p d esc space w a"#);
    assert_eq!(state(&scene), None, "{}", scene.notice());
}

#[test]
fn an_idea_from_the_form_comes_from_the_workshop_that_is_held() {
    let mut scene = held();
    scene.press(r#"esc n "Lampa" tab ctrl-s"#);
    let ideas: Vec<sluss::domain::Idea> = scene.reader.every().unwrap();
    let lamp = ideas.iter().find(|idea| idea.title == "Lampa").unwrap();
    assert_eq!((lamp.source, lamp.workshop), (Source::Workshop, Some(WorkshopId(1))));
}

#[test]
fn names_that_the_file_knows_are_told_of_before_minutes_are_written() {
    let mut scene = held();
    scene.press(r#"space w d n "Åsa Ek" enter esc p "Fråga Åsa Ek om rummet" enter space w m"#);
    assert!(!told(&scene).contains("Åsa"));
    let screen = scene.screen(80, 24);
    assert!(screen.contains("Ett namn i texterna visas som"), "{screen}");
    scene.press("n");
    assert!(!scene.screen(80, 24).contains("i texterna visas som"));
}

#[test]
fn the_giver_of_an_idea_that_was_decided_on_or_grouped_here_is_in_the_list_of_answers() {
    let mut scene = held();
    scene.press("esc");
    // Gone ahead through its gate, though it came in long before.
    scene.press("> 1 1 1 1 1 1 1 1 ctrl-s space w e");
    let screen = scene.screen(80, 24);
    assert!(screen.contains("Kettle"), "{}\n{screen}", scene.notice());
}

#[test]
fn an_idea_that_was_only_moved_here_is_in_the_list_of_answers_too() {
    let mut scene = held();
    scene.press("esc m right enter space w e");
    let screen = scene.screen(80, 24);
    assert!(screen.contains("Kettle") && !screen.contains("Drill"), "{screen}");
}
