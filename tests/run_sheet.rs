//! A workshop from the keys: planned, held item by item, with its clock, and back again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use scene::{NOW, Scene, TODAY};
use sluss::domain::{ItemState, Mood, Room, Source, Stamp, WorkshopState};
use sluss::runtime::Outside;

const PLANNED: &str = r#"w n "Idédag" ctrl-s enter"#;

/// A workshop of sixteen items in 120 minutes that has been started.
fn started() -> Scene {
    let mut scene = planned();
    scene.press("S");
    scene
}

fn planned() -> Scene {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(PLANNED);
    scene
}

fn at(scene: &mut Scene, seconds: i64) -> &mut Scene {
    let size = scene.model.size;
    scene.clock(Stamp(NOW.0 + seconds * 1000), TODAY).size(size.columns, size.rows)
}

fn room(scene: &Scene) -> Room {
    let workshops = scene.reader.workshops().unwrap();
    scene.reader.room(workshops.first().unwrap().workshop.id).unwrap().unwrap()
}

/// The place of the item that is held, from one.
fn held(scene: &Scene) -> usize {
    room(scene).now().unwrap().0 + 1
}

fn face(scene: &Scene) -> (i64, i64, Mood, bool) {
    let face = scene.model.held.clock().unwrap().face(scene.model.held.now);
    (face.minutes, face.seconds, face.mood, face.is_paused)
}

fn text(scene: &Scene) -> String {
    scene.picture().text()
}

#[test]
fn a_workshop_is_made_from_a_template_and_started() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"w n "Grindmöte" tab tab 4 tab tab "13.30" tab "Aulan" tab "12" ctrl-s"#);
    let made = room(&scene);
    assert_eq!(
        (made.workshop.title.as_str(), made.workshop.template.as_str()),
        ("Grindmöte", "gate-60")
    );
    assert_eq!((made.workshop.minutes, made.workshop.people), (60, Some(12)));
    assert_eq!(made.workshop.begins, Some(13 * 60 + 30));
    scene.press("enter");
    assert!(text(&scene).contains("13:30"), "{}", text(&scene));
    scene.press("S");
    assert_eq!(room(&scene).workshop.state, WorkshopState::Running);
    assert_eq!(held(&scene), 1);
    scene.press("A");
    assert_eq!(room(&scene).workshop.state, WorkshopState::Ended);
}

#[test]
fn what_is_told_of_a_workshop_can_be_changed() {
    let mut scene = planned();
    scene.press(r#"esc e shift-tab " i maj" ctrl-s"#);
    // Shift-tab goes nowhere from the first field.
    assert!(room(&scene).workshop.title.contains("i maj"), "{}", room(&scene).workshop.title);
    scene.press("x");
    assert!(scene.reader.workshops().unwrap().is_empty());
    scene.press("u");
    assert_eq!(scene.reader.workshops().unwrap().len(), 1);
}

#[test]
fn a_time_that_is_none_is_refused_where_it_was_typed() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"w n "Idédag" tab tab tab tab "halv två" ctrl-s"#);
    assert!(scene.notice().contains("13.30"), "{}", scene.notice());
    assert!(text(&scene).contains("halv två"));
}

#[test]
fn a_clicker_goes_through_the_items_and_hides_the_screen() {
    let mut scene = planned();
    scene.press("pgdn");
    assert_eq!(held(&scene), 1, "the first press starts it");
    scene.press("pgdn pgdn");
    assert_eq!(held(&scene), 3);
    scene.press("pgup");
    assert_eq!(held(&scene), 2);
    scene.press(".");
    assert!(scene.model.curtain.is_some());
    scene.press("pgdn");
    assert_eq!(held(&scene), 2, "behind the curtain nothing is done unseen");
    scene.press("b pgdn");
    assert_eq!(held(&scene), 3);
}

#[test]
fn items_are_gone_to_skipped_repeated_moved_prolonged_and_added() {
    let mut scene = started();
    scene.press("4 enter");
    assert_eq!(held(&scene), 4);
    scene.press("down s");
    assert_eq!(room(&scene).items[4].state, ItemState::Skipped);
    scene.press("s");
    assert_eq!(room(&scene).items[4].state, ItemState::Ahead);
    scene.press("down + +");
    assert_eq!(room(&scene).items[5].minutes, 20);
    scene.press("J");
    assert_eq!(room(&scene).items[6].minutes, 20);
    scene.press("-");
    assert_eq!(room(&scene).items[6].minutes, 19, "the focus goes with what is moved");
    scene.press("4 r");
    let items = room(&scene).items;
    assert_eq!((items.len(), &items[4].title), (17, &items[3].title));
    scene.press(r#"n "Bikupa" ctrl-s"#);
    let items = room(&scene).items;
    assert_eq!((items[5].title.as_str(), items[5].minutes), ("Bikupa", 10));
    scene.press("x");
    assert_eq!(room(&scene).items.len(), 17);
}

#[test]
fn it_is_told_in_words_that_what_remains_exceeds_the_time() {
    let mut scene = started();
    assert!(!text(&scene).contains("längre än tiden räcker"));
    at(&mut scene, 0).press("end + + +");
    // The notice goes with the next key.
    scene.press("home");
    assert!(text(&scene).contains("3 minuter längre än tiden räcker"), "{}", text(&scene));
    assert!(text(&scene).contains("klar 16:05"), "{}", text(&scene));
}

#[test]
fn the_clock_runs_pauses_and_goes_on_where_it_was() {
    let mut scene = started();
    at(&mut scene, 60);
    assert_eq!(face(&scene), (4, 0, Mood::Plain, false));
    scene.press("t");
    at(&mut scene, 100);
    assert_eq!(face(&scene), (4, 0, Mood::Plain, true));
    assert!(text(&scene).contains("Pausad"), "{}", text(&scene));
    scene.press("+");
    assert_eq!(face(&scene), (5, 0, Mood::Plain, true));
    scene.press("t");
    at(&mut scene, 110);
    assert_eq!(face(&scene), (4, 50, Mood::Plain, false));
    // A step that is taken back takes its minute with it.
    scene.press("u");
    assert_eq!(face(&scene), (3, 50, Mood::Plain, false));
    // Another item has a clock of its own.
    scene.press("pgdn");
    assert_eq!(face(&scene), (7, 0, Mood::Plain, false));
}

#[test]
fn a_minute_more_counts_from_now_where_the_time_is_up() {
    let mut scene = started();
    at(&mut scene, 4 * 60 + 1);
    assert_eq!(face(&scene).2, Mood::LastMinute);
    assert!(text(&scene).contains("Sista minuten"), "{}", text(&scene));
    at(&mut scene, 7 * 60 + 20);
    assert!(text(&scene).contains("Tiden är ute"), "{}", text(&scene));
    scene.press("t");
    assert!(scene.notice().contains("Tiden är ute"), "{}", scene.notice());
    scene.press("+");
    assert_eq!(face(&scene), (1, 0, Mood::LastMinute, false));
    assert_eq!(room(&scene).items[0].minutes, 9, "begun minutes count");
}

#[test]
fn a_clock_in_rounds_begins_the_next_when_it_is_told_to() {
    let mut scene = started();
    scene.press("T 6 ctrl-s z");
    assert!(text(&scene).contains("1-2-4-alla, 1 av 4"), "{}", text(&scene));
    at(&mut scene, 61);
    assert!(text(&scene).contains("Slå ihop grupperna"), "{}", text(&scene));
    scene.press("t");
    assert_eq!(face(&scene), (2, 0, Mood::Plain, false));
    scene.press("T 1 ctrl-s");
    assert_eq!(face(&scene), (3, 59, Mood::Plain, false), "as planned again");
    scene.press(r#"T 2 - "#);
    scene.press("esc");
}

#[test]
fn a_program_that_is_started_again_is_where_it_was_with_the_same_clock() {
    let mut first = started();
    first.press("pgdn pgdn");
    at(&mut first, 60).press("t");
    let paused = face(&first);
    let mut again = first.another();
    assert!(text(&again).contains("Moment 3 av 16"), "{}", text(&again));
    assert_eq!(face(&again), paused);
    again.press("t");
    at(&mut again, 70);
    assert_eq!(face(&again), (6, 50, Mood::Plain, false));
}

#[test]
fn a_workshop_that_was_never_ended_does_not_take_the_screen_another_day() {
    let mut first = started();
    first.later(2);
    let again = first.another();
    assert!(again.model.overlays.is_empty());
}

#[test]
fn all_that_was_done_since_an_item_began_is_taken_back_as_one_step_and_that_too() {
    let mut scene = started();
    scene.press("pgdn pgdn");
    scene.press(r#"i "Fiskespön" enter "Sparkar" enter esc + pgdn"#);
    assert_eq!((held(&scene), room(&scene).ideas.len()), (4, 2));
    scene.press("3 <");
    assert!(text(&scene).contains("4 saker"), "{}", text(&scene));
    scene.press("tab enter");
    assert_eq!(held(&scene), 4, "the first button does nothing");
    scene.press("3 < tab right enter");
    assert_eq!((held(&scene), room(&scene).ideas.len()), (3, 0));
    assert!(scene.notice().contains("moment 3"), "{}", scene.notice());
    scene.press("u");
    assert_eq!((held(&scene), room(&scene).ideas.len()), (4, 2));
}

#[test]
fn where_nothing_was_done_since_there_is_nothing_to_go_back_to() {
    let mut scene = started();
    scene.press("<");
    assert!(scene.notice().contains("Inget har hänt"), "{}", scene.notice());
    scene.press("9 <");
    assert!(scene.notice().contains("har inte börjat"), "{}", scene.notice());
}

#[test]
fn an_idea_that_is_caught_while_a_workshop_is_held_came_in_there() {
    let mut scene = started();
    scene.press(r#"esc n "Fiskespön" enter"#);
    let room = room(&scene);
    assert_eq!(room.ideas[0].source, Source::Workshop);
    assert_eq!(room.ideas[0].workshop, Some(room.workshop.id));
}

#[test]
fn the_workshop_goes_on_from_the_menu_and_the_palette_while_the_board_is_shown() {
    let mut scene = started();
    scene.press("esc");
    assert!(scene.model.overlays.is_empty());
    scene.press("space w n");
    assert_eq!(held(&scene), 2);
    scene.press("space w + space w b");
    assert_eq!(held(&scene), 1);
    scene.press(r#": "nästa moment" enter"#);
    assert_eq!(held(&scene), 2);
    scene.press("t");
    assert!(text(&scene).contains("Sedan: Frågan"), "{}", text(&scene));
    scene.press("esc esc w");
    assert!(text(&scene).contains("Moment 2 av 16"), "{}", text(&scene));
    scene.press("w");
    assert!(text(&scene).contains("pågår"), "{}", text(&scene));
    scene.press("esc");
    assert!(scene.model.overlays.is_empty());
}

#[test]
fn nothing_is_done_to_a_workshop_that_is_not_held() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    for keys in ["t", "space w n", "space w a", "space w r"] {
        scene.press(keys);
        assert!(scene.notice().contains("Ingen workshop pågår"), "{keys}: {}", scene.notice());
    }
}

#[test]
fn a_clock_wakes_the_program_each_second_only_while_its_seconds_are_on_the_screen() {
    let mut scene = started();
    let wake = |scene: &Scene| scene.model.next_wake(scene.model.held.now).map(|at| at.0 - NOW.0);
    assert_eq!(wake(&scene), Some(1000));
    // The line of a brain-dump leaves it in sight.
    scene.press("i");
    assert_eq!(wake(&scene), Some(1000));
    scene.press("esc b");
    assert_eq!(wake(&scene), None, "behind the curtain");
    scene.press("f8 ?");
    assert_eq!(wake(&scene), Some(60_000), "beside the help it stands in minutes");
    scene.press("esc t");
    assert_eq!(wake(&scene), Some(60_000), "paused, only the times of the rest go on");
    scene.press("esc");
    assert_eq!(wake(&scene), None, "on the board it stands still");
    scene.press("w t esc");
    assert_eq!(wake(&scene), Some(60_000), "on the board it stands in minutes");
    scene.size(10, 3);
    assert_eq!(wake(&scene), None, "where nothing is shown");
}

#[test]
fn the_minutes_left_stand_in_the_corner_of_every_screen_without_a_clock() {
    let mut scene = started();
    scene.press("esc").size(80, 24);
    let minutes = scene.model.held.clock().unwrap().minutes(NOW);
    for keys in ["", "?", "esc space w p", "esc v", "esc space w d"] {
        scene.press(keys);
        let head = text(&scene).lines().next().unwrap().to_owned();
        assert!(head.contains(&format!("{minutes} min kvar")), "{keys}: {head}");
    }
    scene.press("esc");
    at(&mut scene, minutes * 60 - 30);
    assert!(text(&scene).contains("Sista minuten"), "{}", text(&scene));
    at(&mut scene, minutes * 60);
    assert!(text(&scene).contains("Tiden är ute"), "{}", text(&scene));
}

#[test]
fn the_bell_rings_once_and_only_where_it_was_asked_for() {
    let rings = |scene: &Scene| scene.outside.iter().filter(|it| **it == Outside::Bell).count();
    for asked in [false, true] {
        let mut scene = started();
        if asked {
            scene.press("esc space s s tab tab tab tab right ctrl-s");
        }
        assert_eq!(scene.model.bell, asked, "{}", text(&scene));
        let seconds = scene.model.held.clock().unwrap().left(NOW) / 1000;
        scene.press("f8");
        let wake = scene.model.next_wake(NOW).map(|at| (at.0 - NOW.0) / 1000);
        assert_eq!(wake, asked.then_some(seconds), "behind the curtain");
        for second in [seconds - 1, seconds, seconds + 1, seconds + 60] {
            at(&mut scene, second);
        }
        assert_eq!(rings(&scene), usize::from(asked));
    }
}

#[test]
fn what_the_projector_has_is_asked_when_a_workshop_begins_unless_it_was_told() {
    let mut scene = planned();
    assert!(text(&scene).contains("Projektorn (F): ett fönster för sig."), "{}", text(&scene));
    scene.model.show.unasked = true;
    scene.press("S");
    assert!(text(&scene).contains("Inför workshopen"), "{}", text(&scene));
    assert!(text(&scene).contains("Ctrl och +"), "{}", text(&scene));
    scene.press("1 enter");
    assert!(scene.model.projector, "{}", text(&scene));
    scene.press("esc esc");
    assert!(!scene.model.show.unasked);
}

#[test]
fn enter_opens_what_the_item_that_is_held_is_for() {
    let mut scene = started();
    let opens = |scene: &mut Scene, scene_kind: &str, text_there: &str| {
        let raw = rusqlite::Connection::open(scene.file()).unwrap();
        raw.execute("UPDATE agenda_item SET scene = ?1 WHERE state = 'pagar'", [scene_kind])
            .unwrap();
        scene.send(sluss::app::Msg::Changed);
        scene.press("enter");
        assert!(text(scene).contains(text_there), "{scene_kind}: {}", text(scene));
        scene.press("esc");
    };
    opens(&mut scene, "fangst", "Idéregn");
    opens(&mut scene, "dold_fangst", "dolda tills alla är klara");
    opens(&mut scene, "omrostning", "Omröstningar");
    opens(&mut scene, "utfall", "Omröstningar");
    opens(&mut scene, "matris", "Nytta och insats");
    opens(&mut scene, "parkering", "Parkering");
    opens(&mut scene, "atgarder", "Åtgärder");
    opens(&mut scene, "testkort", "····╷··10");
}

#[test]
fn any_item_that_was_begun_can_be_gone_back_to_and_it_is_told_what_is_taken_back() {
    let mut scene = started();
    at(&mut scene, 60).press(r#"n esc i "Mössa" enter esc"#);
    at(&mut scene, 300).press(r#"space w n p "Hyran" enter"#);
    at(&mut scene, 400).press("space w r");
    for size in [(60, 18), (70, 20), (120, 36)] {
        let screen = scene.size(size.0, size.1).screen(size.0, size.1);
        for told in ["1. Välkomna", "2. Incheckning", "En sak", ": 1 med", "Gå tillbaka"] {
            assert!(screen.contains(told), "{told} at {size:?}\n{screen}");
        }
    }
    let before = room(&scene);
    scene.press("1");
    let screen = scene.screen(120, 36);
    for told in ["3 saker", "1 med idéer, 1 i körschemat, 1 med parkering"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    scene.press("tab right enter");
    assert_eq!((held(&scene), room(&scene).ideas.len(), room(&scene).parking.len()), (1, 0, 0));
    scene.press("u");
    assert_eq!((room(&scene).ideas.len(), held(&scene)), (1, 2));
    assert_eq!(room(&scene).parking.len(), before.parking.len());
}
