//! Ideas in the room, from the keys: how they come in, shown and unseen, and how they are grouped and
//! merged.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use scene::Scene;
use scene::check::{Contents, can_be_undone_and_redone};
use sluss::app::{Overlay, Screens, live};
use sluss::domain::live::Scene as Seen;
use sluss::domain::{
    AddItem, AddWorkshop, Announced, Capture, Captured, Command, GoToItem, IdeaId, Language, Room,
    SceneKind, Sensitivity, Source, StageId, StartWorkshop, WorkshopId,
};

const NAME: &str = "Yvonne";
const TITLES: [&str; 5] = ["Vattenkokare", "Ramp vid entrén", "Kvällsöppet", "Lånecyklar", "Ramp"];

/// A workshop that is held, at an item with this scene; five ideas came in at it, from 2 on.
fn at(scene: SceneKind) -> Scene {
    with(scene, Vec::new())
}

fn with(scene: SceneKind, mut more: Vec<Command>) -> Scene {
    let announced = Announced {
        title: "Idédag".into(),
        question: "Hur blir väntan lättare?".into(),
        ..Announced::default()
    };
    let workshop = WorkshopId(1);
    let idea = |title: &&str| Captured { title: (*title).into(), ..Captured::default() };
    let mut all: Vec<Command> = vec![
        AddWorkshop { announced, template: "empty".into(), language: Language::Sv }.into(),
        AddItem {
            workshop,
            after: None,
            title: "Samla".into(),
            instruction: "En idé i taget.".into(),
            minutes: 10,
            scene,
        }
        .into(),
        StartWorkshop { workshop }.into(),
        Capture {
            stage: StageId(1),
            lines: TITLES.iter().map(idea).collect(),
            source: Source::Workshop,
        }
        .into(),
    ];
    all.append(&mut more);
    Scene::with("inkommen: [Kettle]", all)
}

fn room(scene: &Scene) -> Room {
    scene.reader.room(WorkshopId(1)).unwrap().unwrap()
}

/// Each group with the numbers of its ideas.
fn groups(scene: &Scene) -> Vec<(String, Vec<i64>)> {
    let ideas = |ideas: &[sluss::domain::Idea]| ideas.iter().map(|idea| idea.id.0).collect();
    room(scene).groups.iter().map(|it| (it.cluster.name.clone(), ideas(&it.ideas))).collect()
}

fn merged_into(scene: &Scene, idea: i64) -> Option<i64> {
    let room = room(scene);
    room.ideas.iter().find(|it| it.id.0 == idea).unwrap().merged_into.map(|it| it.0)
}

fn text(scene: &Scene) -> String {
    scene.picture().text()
}

fn line(scene: &Scene) -> String {
    let Some(Overlay::Capture(capture)) = scene.model.overlays.last() else { panic!("no line") };
    capture.line.text()
}

fn seen(scene: &Scene) -> Seen {
    live(&scene.model, scene.model.held.now).unwrap().scene
}

#[test]
fn enter_on_the_item_that_is_held_opens_the_line_below_what_the_room_sees() {
    let mut scene = at(SceneKind::Capture);
    scene.press("enter");
    let seen = text(&scene);
    for shown in ["väntan", "Ramp", "5 Lånecyklar", "skriv inte namn eller hälsa"] {
        assert!(seen.contains(shown), "{shown} in {seen}");
    }
    scene.press(r#""Bänkar" enter"#);
    let seen = text(&scene);
    assert!(seen.contains("Bänkar") && seen.contains("6 Ramp"), "{seen}");
    assert_eq!(line(&scene), "");
    scene.press("esc");
    assert_eq!(room(&scene).ideas.len(), 6);
}

#[test]
fn the_last_idea_is_taken_back_on_the_empty_line() {
    let mut scene = at(SceneKind::Capture);
    scene.press(r#"enter "Bänkar" enter ctrl-z"#);
    assert_eq!(room(&scene).ideas.len(), 5);
}

#[test]
fn ideas_that_come_in_unseen_are_only_counted_until_one_key_shows_them() {
    let mut scene = at(SceneKind::HiddenCapture);
    scene.press(r#"enter "Bänkar" enter"#);
    let before = text(&scene);
    for hidden in ["Bänkar", "Lånecyklar", "Vattenkokare"] {
        assert!(!before.contains(hidden), "{hidden} in {before}");
    }
    assert!(before.contains('6'), "{before}");
    assert_eq!(seen(&scene), Seen::Capture { last: Vec::new(), count: 6, hidden: true });
    let from = Contents::of(&scene);
    scene.press("f4");
    assert!(text(&scene).contains("Bänkar"), "{}", text(&scene));
    assert!(matches!(seen(&scene), Seen::Capture { hidden: false, .. }));
    scene.press("esc");
    can_be_undone_and_redone(&mut scene, &from);
    scene.press("space w i");
    assert!(scene.notice().contains("ser dem redan"), "{}", scene.notice());
}

#[test]
fn what_is_typed_unseen_is_not_on_a_mirrored_screen() {
    let mut scene = at(SceneKind::HiddenCapture);
    scene.press(r#"enter "Bänk""#);
    assert!(text(&scene).contains("Bänk"), "a window of one's own shows what is typed");
    scene.model.show.screens = Screens::Mirrored;
    scene.press(r#""a""#);
    let shown = text(&scene);
    assert!(shown.contains("•••••") && !shown.contains("Bänk"), "{shown}");
    // What is like it would tell what others wrote.
    scene.press(r#"enter "Ramp vid entré""#);
    let shown = text(&scene);
    assert!(!shown.contains("liknar") && !shown.contains("Ramp"), "{shown}");
    scene.press("f3");
    assert_eq!(line(&scene), "Ramp vid entré");
    // A line that was left is not told of either.
    scene.press("esc").press("i");
    let shown = text(&scene);
    assert!(!shown.contains("Ramp"), "{shown}");
}

#[test]
fn whoever_is_done_with_what_came_in_unseen_stands_before_the_rooms_picture() {
    let mut scene = at(SceneKind::HiddenCapture);
    scene.model.show.screens = Screens::Mirrored;
    scene.press("esc");
    assert!(scene.model.overlays.is_empty(), "on the board");
    scene.press(r#"b "Bänkar" enter esc"#);
    let shown = text(&scene);
    assert!(!shown.contains("Bänkar") && !shown.contains("Lånecyklar"), "{shown}");
}

#[test]
fn an_idea_that_is_there_is_said_by_its_number_and_left() {
    let mut scene = at(SceneKind::Capture);
    scene.press(r#"enter "Kvällsöppe""#);
    assert!(text(&scene).contains("4 Kvällsöppet"), "{}", text(&scene));
    scene.press("f3");
    assert_eq!(line(&scene), "");
    assert!(scene.notice().contains("4"), "{}", scene.notice());
    assert_eq!(room(&scene).ideas.len(), 5);
    scene.press("up");
    assert_eq!(line(&scene), "Kvällsöppe", "arrow up brings it back");
    scene.press("enter f3");
    assert!(scene.notice().contains("Ingen idé"), "{}", scene.notice());
}

#[test]
fn something_is_parked_in_the_middle_of_a_line() {
    let mut scene = at(SceneKind::Capture);
    scene.press(r#"enter "Bän" f2 "Hyran" enter"#);
    assert_eq!(room(&scene).parking.len(), 1);
    assert_eq!(line(&scene), "Bän");
    scene.press(r#""kar" enter"#);
    assert_eq!(room(&scene).ideas.len(), 6);
}

#[test]
fn on_an_empty_line_the_last_idea_is_taken_back_and_what_was_parked_since_stays() {
    let mut scene = at(SceneKind::Capture);
    scene.press(r#"enter "Bänkar" enter f2 "Hyran" enter"#);
    assert_eq!((room(&scene).ideas.len(), room(&scene).parking.len()), (6, 1));
    scene.press("ctrl-z");
    assert_eq!((room(&scene).ideas.len(), room(&scene).parking.len()), (5, 1));
    scene.press("ctrl-z");
    assert_eq!(room(&scene).parking.len(), 1, "nothing else came in through the line");
}

#[test]
fn many_lines_that_are_pasted_wait_for_a_yes() {
    let mut scene = at(SceneKind::Capture);
    scene.press("enter").paste("Ett\nTvå\nTre");
    assert!(text(&scene).contains("3 idéer av 3 rader"), "{}", text(&scene));
    scene.press("enter");
    assert_eq!(room(&scene).ideas.len(), 8);
}

#[test]
fn ideas_are_grouped_by_their_numbers() {
    let mut scene = at(SceneKind::Groups);
    scene.press("enter");
    let from = Contents::of(&scene);
    scene.press(r#""3 6" enter g "Tillgänglighet" enter"#);
    assert_eq!(groups(&scene), [("Tillgänglighet".into(), vec![3, 6])]);
    let Seen::Groups { groups: shown, loose } = seen(&scene) else { panic!() };
    assert_eq!((shown[0].cards.len(), loose.len()), (2, 3));
    can_be_undone_and_redone(&mut scene, &from);
    // Numbers and a heading at once; a heading that is there by its place.
    scene.press(r#"space w c "2 4 Tider" enter "5" enter g "1" enter"#);
    assert_eq!(
        groups(&scene),
        [("Tillgänglighet".into(), vec![3, 5, 6]), ("Tider".into(), vec![2, 4])]
    );
    scene.press(r#""2 99" enter"#);
    assert!(scene.notice().contains("99"), "{}", scene.notice());
    scene.press("esc");
    assert_eq!(groups(&scene).len(), 2);
}

#[test]
fn ideas_are_grouped_by_marking_them() {
    let mut scene = at(SceneKind::Groups);
    scene.press(r#"space w c x x g "Ny" enter"#);
    assert_eq!(groups(&scene), [("Ny".into(), vec![2, 3])]);
    // With no mark, the one in focus.
    scene.press(r#"home g "ny" enter"#);
    assert_eq!(groups(&scene), [("Ny".into(), vec![2, 3, 4])]);
    scene.press("home x esc");
    assert!(matches!(scene.model.overlays.last(), Some(Overlay::Gather(_))), "the marks go first");
    scene.press("esc");
    assert!(!matches!(scene.model.overlays.last(), Some(Overlay::Gather(_))));
}

#[test]
fn groups_are_renamed_moved_emptied_and_dissolved() {
    let mut scene = at(SceneKind::Groups);
    scene.press(r#"space w c "2 3 Ett" enter "4 Två" enter end"#);
    let from = Contents::of(&scene);
    scene.press(r#"e ctrl-a "Nytt" enter"#);
    assert_eq!(groups(&scene)[1].0, "Nytt", "{:?} {}", groups(&scene), scene.notice());
    can_be_undone_and_redone(&mut scene, &from);
    scene.press("space w c end up K");
    assert_eq!(groups(&scene)[0].0, "Nytt");
    scene.press("J");
    assert_eq!(groups(&scene)[1].0, "Nytt", "the focus goes with it");
    scene.press("end d");
    assert_eq!(groups(&scene)[1].1, Vec::<i64>::new(), "{}", scene.notice());
    scene.press("end d");
    assert_eq!(groups(&scene).len(), 1);
    scene.press("end up up d u");
    assert_eq!(groups(&scene)[0].1, [2, 3]);
    scene.press("home d");
    assert!(scene.notice().contains("inte i någon grupp"), "{}", scene.notice());
}

#[test]
fn duplicates_live_on_in_the_one_that_is_chosen_and_come_back() {
    let mut scene = at(SceneKind::Groups);
    scene.press(r#"space w c "6 3 Ramper" enter "3 6" enter"#);
    let from = Contents::of(&scene);
    scene.press("s");
    assert!(text(&scene).contains("6, 3") || text(&scene).contains("3, 6"), "{}", text(&scene));
    scene.press("enter");
    assert_eq!((merged_into(&scene, 6), merged_into(&scene, 3)), (Some(3), None));
    assert!(text(&scene).contains("med 6"), "{}", text(&scene));
    let Seen::Groups { groups: shown, .. } = seen(&scene) else { panic!() };
    assert_eq!(shown[0].cards.len(), 1, "one that lives on in another stands nowhere else");
    can_be_undone_and_redone(&mut scene, &from);
    scene.press("space w c end S");
    assert_eq!(merged_into(&scene, 6), None, "{}", scene.notice());
    // The other way round, and back from the idea's own place.
    scene.press(r#""3 6" enter s ctrl-a "6" enter"#);
    assert_eq!(merged_into(&scene, 3), Some(6), "{}", scene.notice());
    scene.press("space l c home space M");
    assert_eq!(merged_into(&scene, 3), None, "{}", scene.notice());
}

#[test]
fn one_idea_alone_is_merged_with_nothing() {
    let mut scene = at(SceneKind::Groups);
    scene.press("space w c s");
    assert!(scene.notice().contains("minst två"), "{}", scene.notice());
    scene.press(r#""2 3" enter s ctrl-a "77" enter"#);
    assert!(scene.notice().contains("ett av") || scene.notice().contains("en av"));
    scene.press("esc S");
    assert!(scene.notice().contains("Ingen idé"), "{}", scene.notice());
}

#[test]
fn nothing_is_grouped_where_no_workshop_is_held() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("space w c");
    assert!(scene.model.overlays.is_empty());
    assert!(scene.notice().contains("Ingen workshop"), "{}", scene.notice());
}

#[test]
fn the_sheet_of_a_vote_on_many_options_tells_how_to_group_them() {
    let idea = |n: i64| Captured { title: format!("Förslag {n}"), ..Captured::default() };
    let many =
        Capture { stage: StageId(1), lines: (0..12).map(idea).collect(), source: Source::Workshop };
    let mut scene = with(SceneKind::Ballot, vec![many.into()]);
    scene.press("v enter").size(100, 40);
    assert!(text(&scene).contains("mellanslag w c"), "{}", text(&scene));
}

/// At every size, each of these screens holds no name and no protected idea.
#[test]
fn no_name_and_no_protected_idea_stands_on_these_screens() {
    for scene_kind in [SceneKind::Capture, SceneKind::HiddenCapture, SceneKind::Groups] {
        let mut scene = at(scene_kind);
        plant(&scene);
        scene.model.version += 1;
        scene.send(sluss::app::Msg::Changed);
        for keys in ["enter", r#""Ramp vid entr""#, "f3", "f2 esc", "f1 esc", "esc"] {
            scene.type_in(keys);
            for (columns, rows) in [(60, 18), (70, 20), (80, 24), (120, 36)] {
                let shown = scene.size(columns, rows).picture().text();
                assert!(!shown.contains(NAME), "{scene_kind:?} {keys}: {shown}");
                assert!(!shown.contains("hemlig"), "{scene_kind:?} {keys}: {shown}");
            }
        }
    }
}

/// A giver, an owner and a comment's author with a name, and a protected idea.
fn plant(scene: &Scene) {
    let file = rusqlite::Connection::open(scene.file()).unwrap();
    file.execute_batch(&format!(
        "INSERT INTO person (id, uid, name) VALUES (900, 'zz', '{NAME}');
         UPDATE idea SET giver = 900, owner = 900;
         UPDATE idea SET title = 'Ramp vid entrén hemlig', sensitivity = '{}' WHERE id = 3;",
        Sensitivity::Protected.key()
    ))
    .unwrap();
}

#[test]
fn what_is_asked_for_is_told_in_both_languages() {
    for language in [Language::Sv, Language::En] {
        let mut scene = at(SceneKind::Groups);
        scene.language(language).press("space w c").size(60, 18);
        let shown = text(&scene);
        assert!(shown.contains(if language == Language::Sv { "Gruppera" } else { "Group" }));
        assert_eq!(scene.model.focused().map(|it| it.0), Some(IdeaId(1).0));
    }
}

#[test]
fn another_item_has_the_line_at_the_foot_of_the_board() {
    let more = AddItem {
        workshop: WorkshopId(1),
        after: None,
        title: "Tavlan".into(),
        instruction: String::new(),
        minutes: 5,
        scene: SceneKind::Board,
    };
    let go = GoToItem { item: sluss::domain::AgendaItemId(2) };
    let mut scene = with(SceneKind::Capture, vec![more.into(), go.into()]);
    scene.press("i");
    let shown = text(&scene);
    assert!(shown.contains("Idéregn") && shown.contains("Moment 2"), "{shown}");
    scene.press(r#""Bän" f2 "Hyran" enter"#);
    assert_eq!(room(&scene).parking.len(), 1, "also here");
}
