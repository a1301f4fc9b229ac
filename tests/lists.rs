//! What lies over the board as a list: to do, the places beside the board, the history, the drafts,
//! and all that can be done, found by its words.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use scene::check::is_on_the_board;
use scene::{Scene, check};
use sluss::app::{Of, Overlay, is_offered};
use sluss::domain::{IdeaId, Language};
use sluss::input::{Action, Context};

const BOARD: &str = "
    inkommen: [Kettle] | Drill
    behov: Lamp
";

/// The first cells of the rows in sight that take focus.
fn rows(scene: &Scene) -> Vec<String> {
    let listing = match scene.model.overlays.last().unwrap() {
        Overlay::List(list) => &list.listing,
        Overlay::Finder(finder) => &finder.listing,
        _ => panic!("no list on top"),
    };
    let rows = listing.shown().filter(|(_, row)| !matches!(row.of, Of::Heading | Of::Gap));
    rows.map(|(_, row)| {
        let cells = row.cells.iter().map(|cell| cell.text.clone()).filter(|text| !text.is_empty());
        cells.collect::<Vec<_>>().join(" ")
    })
    .collect()
}

fn focused(scene: &Scene) -> Of {
    match scene.model.overlays.last().unwrap() {
        Overlay::List(list) => list.listing.focused().unwrap().of.clone(),
        Overlay::Finder(finder) => finder.listing.focused().unwrap().of.clone(),
        _ => panic!("no list on top"),
    }
}

#[test]
fn what_was_removed_is_found_and_put_back_with_one_key() {
    check(BOARD, "del", "inkommen: [Drill]\n behov: Lamp");
    check(BOARD, "del space l x enter", "inkommen: Drill | Kettle\n behov: Lamp");
    check(BOARD, "del space l x b", "inkommen: Drill | Kettle\n behov: Lamp");
}

#[test]
fn the_list_of_what_was_removed_is_empty_once_all_is_put_back() {
    let mut scene = Scene::of(BOARD);
    scene.press("del space l x");
    assert_eq!(rows(&scene).len(), 1);
    scene.press("enter");
    assert!(rows(&scene).is_empty());
    assert!(scene.picture().text().contains("Inget är borttaget"));
}

#[test]
fn one_chosen_step_is_taken_back_and_the_later_ones_stay() {
    // Drill was moved first, then Kettle; the older of the two is undone.
    let mut scene = Scene::of(BOARD);
    scene.press("down m right enter g 1 m right enter space l h down enter esc");
    let board = scene.board();
    assert!(board.contains("inkommen: Drill\n"), "{board}");
    assert!(board.contains("Kettle"), "{board}");
}

#[test]
fn the_history_says_what_was_undone_and_undoes_nothing_twice() {
    let mut scene = Scene::of(BOARD);
    scene.press("m right enter space l h");
    assert!(rows(&scene)[0].contains("#1 Kettle flyttad"), "{:?}", rows(&scene));
    scene.press("enter");
    let told = rows(&scene);
    assert!(told[0].contains("Ångrat"), "{told:?}");
    assert!(told[1].ends_with("ångrad"), "{told:?}");
    scene.press("home down enter");
    assert_eq!(scene.notice(), "Det här går inte att ångra.");
}

#[test]
fn typing_narrows_a_list_and_esc_shows_all_again() {
    let mut scene = Scene::of(BOARD);
    scene.press("m right enter 1 m right enter space l h");
    let all = rows(&scene).len();
    scene.press(r#"/ "kettle""#);
    assert_eq!(scene.model.context(), Context::Picker);
    assert!(rows(&scene).len() < all);
    scene.press("enter");
    assert_eq!(scene.model.context(), Context::List, "keys are keys again");
    scene.press("esc");
    assert_eq!(rows(&scene).len(), all);
    scene.press("esc");
    assert!(is_on_the_board(&scene));
}

#[test]
fn keys_in_a_list_are_for_the_idea_in_focus_there() {
    let mut scene = Scene::demo(Language::Sv);
    let before = scene.model.focused();
    scene.press("space l t down");
    let idea = scene.model.focused().unwrap();
    assert_ne!(Some(idea), before);
    scene.press(r#"c "Bra" tab tab enter"#);
    assert!(matches!(scene.model.overlays.last(), Some(Overlay::List(_))), "the list stays open");
    assert!(scene.notice().contains(&format!("#{} kommenterad", idea.0)), "{}", scene.notice());
    assert_eq!(scene.model.focused(), Some(idea), "the focus too");
    scene.press("enter");
    assert_eq!(scene.model.context(), Context::Pane);
    assert_eq!(scene.model.focused(), Some(idea), "the idea is shown whole");
    scene.press("esc");
    assert_eq!(scene.model.context(), Context::List, "and the list is there again");
    assert_eq!(scene.model.focused(), Some(idea));
    scene.press("esc");
    assert!(is_on_the_board(&scene));
}

#[test]
fn a_draft_is_taken_up_from_its_list_or_thrown_away() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"c "halv" esc space l d"#);
    assert_eq!(rows(&scene).len(), 1, "{:?}", rows(&scene));
    scene.press(r#"enter " mening""#);
    assert!(scene.picture().text().contains("halv mening"));
    scene.press("esc del");
    assert!(rows(&scene).is_empty());
    scene.press("esc space l d");
    assert!(rows(&scene).is_empty());
}

#[test]
fn the_palette_knows_the_words_of_both_languages_and_forgives() {
    for language in Language::ALL {
        for typed in ["flyta", "flytta", "move"] {
            let mut scene = Scene::of(BOARD);
            scene.language(language).press(":").press(&format!("\"{typed}\""));
            let found = focused(&scene);
            assert_eq!(
                found,
                Of::Action(Action::Grab),
                "{typed}, {language:?}: {:?}",
                rows(&scene)
            );
        }
    }
}

#[test]
fn the_palette_does_what_is_chosen_on_the_screen_underneath() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"space space "flytta" enter"#);
    assert_eq!(scene.model.context(), Context::Grab);
    scene.press(r#"esc : "behov" enter"#);
    assert_eq!((scene.model.board.focus, is_on_the_board(&scene)), (1, true));
    scene.press(r#": "2" enter"#);
    assert_eq!(scene.model.focused(), Some(IdeaId(2)));
}

#[test]
fn a_number_leads_to_its_idea_also_where_that_is_not_on_the_board() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"down del : "2" enter"#);
    assert_eq!((scene.model.context(), scene.model.focused()), (Context::Pane, Some(IdeaId(2))));
    scene.press(r#"esc : "99" enter"#);
    assert_eq!(scene.notice(), "Idén finns inte längre.");
}

#[test]
fn the_palette_says_why_something_cannot_be_done_now() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#": "förra steget""#);
    let shown = scene.picture().text();
    assert!(shown.contains("! Går inte nu: Idén ligger i första steget."), "{shown}");
    scene.press("enter");
    assert!(!is_on_the_board(&scene), "it stays open");
}

#[test]
fn every_action_is_in_the_palette_by_its_name_in_either_language() {
    for language in Language::ALL {
        let mut scene = Scene::of(BOARD);
        scene.language(language);
        for action in Action::ALL.iter().copied().filter(|action| is_offered(*action)) {
            let name = scene.model.words.get(action.title()).into_owned();
            scene.press("space space").press(&format!("\"{name}\""));
            let there = match scene.model.overlays.last() {
                Some(Overlay::Finder(finder)) => {
                    finder.listing.shown().any(|(_, row)| row.of == Of::Action(action))
                }
                _ => panic!("no palette on top"),
            };
            assert!(there, "{name}: {:?}", rows(&scene));
            scene.press("esc");
        }
    }
}

#[test]
fn help_shows_the_keys_of_the_screen_underneath_and_does_them() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"? "bär idén" enter"#);
    assert_eq!(scene.model.context(), Context::Grab);
    scene.press("esc space l t ?");
    let shown = scene.picture().text();
    assert!(shown.contains("I en lista"), "{shown}");
    assert!(!shown.contains("Flytta "), "what the list does not hear is not shown: {shown}");
    scene.press("esc esc n f1");
    assert!(scene.picture().text().contains("I en textrad"));
    scene.press("esc");
    assert_eq!(scene.model.context(), Context::Line, "what was being typed is still there");
}

#[test]
fn what_is_wrong_with_the_file_is_listed_and_mended_with_one_key() {
    let mut scene = Scene::of(BOARD);
    scene.press("space f i");
    assert!(scene.picture().text().contains("Filen är hel."), "{}", scene.picture().text());
    scene.press("esc");
    let raw = rusqlite::Connection::open(scene.file()).unwrap();
    raw.execute_batch(
        "UPDATE idea SET title = 'Something else' WHERE id = 1; UPDATE column_count SET n = 70",
    )
    .unwrap();
    drop(raw);
    scene.send(sluss::app::Msg::Changed);
    scene.press("space f i");
    assert_eq!(
        rows(&scene),
        [
            "Är inte som det sparades: #1 Something else",
            "Kolumnens antal stämmer inte: steg 1",
            "Kolumnens antal stämmer inte: steg 2"
        ]
    );
    scene.press("enter");
    assert!(rows(&scene).is_empty());
    assert_eq!(scene.notice(), "Lagat: 3. Filen är hel.");
    scene.press("esc");
    assert!(scene.board().contains("Kettle"), "{}", scene.board());
    scene.press("u");
    assert!(scene.board().contains("Something else"), "what was mended can be taken back");
}
