//! Finding on the screen: search, the board's filter, the list, filters with names, and what is like
//! the title being typed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use scene::Scene;
use scene::check::check;
use sluss::app::Overlay;
use sluss::domain::Language;

const BOARD: &str = "
    inkommen: [Kö till bygglov] | Lampa | Ombyggd entré
    behov: Bygglekplats | Rast
    test: Fläkt
";

fn screen(scene: &Scene) -> String {
    scene.picture().text()
}

fn shows(scene: &Scene, text: &str) {
    assert!(screen(scene).contains(text), "{text:?} is not in\n{}", screen(scene));
}

fn hides(scene: &Scene, text: &str) {
    assert!(!screen(scene).contains(text), "{text:?} is in\n{}", screen(scene));
}

#[test]
fn a_search_finds_as_it_is_typed_and_enter_goes_there() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"/ "bygg""#);
    shows(&scene, "3 av 6");
    hides(&scene, "Lampa");
    scene.press(r#""lek" enter"#);
    assert!(scene.model.overlays.is_empty());
    check(
        BOARD,
        r#"/ "bygglek" enter"#,
        "
        inkommen: Kö till bygglov | Lampa | Ombyggd entré
        behov: [Bygglekplats] | Rast
        test: Fläkt
    ",
    );
}

#[test]
fn a_hit_in_a_comment_says_so() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"c "Fråga vaktmästaren" ctrl-s / "vaktm""#);
    shows(&scene, "kommentar: Fråga vaktmästaren");
    shows(&scene, "1 av 6");
}

#[test]
fn conditions_narrow_a_search_and_half_a_condition_is_told() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"/ "bygg steg:2""#);
    shows(&scene, "1 av 6");
    scene.press(r#"" utan:ägg""#);
    shows(&scene, "utan:ägg räknas inte");
    shows(&scene, "1 av 6");
}

#[test]
fn where_nothing_is_found_titles_somewhat_like_it_are_offered() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"/ "köbygg""#);
    shows(&scene, "Menade du");
    shows(&scene, "Kö till bygglov");
    scene.press(r#""qqq""#);
    shows(&scene, "Inget hittat.");
    hides(&scene, "Menade du");
}

#[test]
fn what_was_searched_for_is_offered_again() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"/ "lampa" enter /"#);
    shows(&scene, "Senaste sökningar");
    scene.press("enter");
    shows(&scene, "1 av 6");
    let mut later = scene.another();
    later.press("/");
    shows(&later, "lampa");
}

#[test]
fn the_board_narrows_while_a_filter_is_typed_and_esc_shows_all_again() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"f "bygg""#);
    shows(&scene, "2 av 3");
    hides(&scene, "Lampa");
    scene.press("enter");
    shows(&scene, "Filter: bygg");
    scene.press("esc");
    shows(&scene, "Lampa");
    assert!(!scene.model.board.filter.is_on());
    assert!(!scene.has_left());
}

#[test]
fn under_a_filter_a_card_goes_past_the_neighbour_that_is_seen() {
    check(
        BOARD,
        r#"f "bygg" enter J esc"#,
        "
        inkommen: Lampa | Ombyggd entré | [Kö till bygglov]
        behov: Bygglekplats | Rast
        test: Fläkt
    ",
    );
}

#[test]
fn under_a_filter_that_orders_the_columns_a_card_is_not_moved_within_one() {
    let mut scene = Scene::of(BOARD);
    let before = scene.board();
    scene.press(r#"f "ordning:rubrik" enter J"#);
    assert_eq!(scene.board(), before);
    assert!(!scene.notice().is_empty());
}

#[test]
fn a_card_that_goes_on_under_a_filter_is_followed() {
    check(
        BOARD,
        r#"f "bygg" enter m right enter esc"#,
        "
        inkommen: Lampa | Ombyggd entré
        behov: [Kö till bygglov] | Bygglekplats | Rast
        test: Fläkt
    ",
    );
}

#[test]
fn a_change_under_a_filter_is_filtered_too() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"f "bygg" enter n "Byggdamm" enter"#);
    shows(&scene, "3 av 4");
    scene.press(r#"n "Spade" enter"#);
    hides(&scene, "Spade…");
    shows(&scene, "3 av 5");
    scene.another().press("2 >");
    scene.send(sluss::app::Msg::Changed);
    scene.press("left");
}

#[test]
fn tab_shows_what_was_searched_for_on_the_board_and_the_filter_in_the_list() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"/ "bygg" tab"#);
    assert!(scene.model.overlays.is_empty());
    shows(&scene, "Filter: bygg");
    scene.press("f tab");
    assert!(matches!(scene.model.overlays.last(), Some(Overlay::Table(_))));
    shows(&scene, "3 av 6");
}

#[test]
fn the_list_is_sorted_by_the_column_that_is_chosen() {
    let mut scene = Scene::of(
        "
        inkommen: [Ö] | Ä | Å | z
        behov: a
    ",
    );
    scene.press("space v l");
    let titles = |scene: &Scene| -> Vec<String> {
        let Some(Overlay::Table(table)) = scene.model.overlays.last() else { panic!("no list") };
        let rows = table.ids.iter().map(|id| table.rows[id].as_ref().unwrap());
        rows.map(|found| found.row.title.clone()).collect()
    };
    assert_eq!(titles(&scene), ["a", "z", "Å", "Ä", "Ö"]);
    scene.press("o");
    assert_eq!(titles(&scene), ["Ö", "Ä", "Å", "z", "a"]);
    scene.press("right o");
    assert_eq!(titles(&scene).last().unwrap(), "a");
    scene.press("G enter");
    assert!(scene.model.overlays.is_empty());
    assert_eq!(scene.model.stage().unwrap().key.as_deref(), Some("behov"));
}

#[test]
fn a_filter_gets_a_name_another_name_and_goes() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"f "bygg" ctrl-s "Bygg" ctrl-s"#);
    shows(&scene, "Filter sparat");
    scene.press("esc space v s");
    shows(&scene, "Bygg");
    scene.press(r#"e "en" ctrl-s"#);
    shows(&scene, "Byggen");
    scene.press("enter");
    assert_eq!(scene.model.board.filter.line(), "bygg");
    scene.press("space v s d");
    shows(&scene, "Inga sparade filter");
    scene.press("u");
}

#[test]
fn going_to_an_idea_that_the_filter_hides_takes_the_filter_away() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"f "bygg" enter / "lampa" enter"#);
    shows(&scene, "Filtret togs bort");
    assert_eq!(scene.model.focused().unwrap().0, 2);
}

#[test]
fn ideas_like_the_one_being_typed_are_told_quietly() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"n "Bygglov kö""#);
    shows(&scene, "liknar 1 Kö till bygglov");
    scene.press("tab");
    shows(&scene, "liknar 1 Kö till bygglov");
    scene.language(Language::En);
    shows(&scene, "like 1 Kö till bygglov");
}

#[test]
fn the_texts_are_let_go_when_nothing_is_looked_for() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"/ "bygg" esc f "lampa" enter"#);
    shows(&scene, "1 av 3");
    scene.press("esc / esc");
    shows(&scene, "Lampa");
}

#[test]
fn what_belongs_to_an_idea_is_searched_too() {
    let mut scene = Scene::of(BOARD);
    scene.press(r#"n "Spade #trädgård" enter / "trädg""#);
    shows(&scene, "tagg: trädgård");
}
