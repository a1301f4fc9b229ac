//! The board under the fingers: moving over it, moving ideas on it, taking back.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use scene::{Scene, check};
use sluss::app::Msg;
use sluss::input::Context;

/// A board whose ideas are called 1 to n, all in the first stage, the first in focus.
fn long(n: usize) -> String {
    let rest: String = (2..=n).map(|n| format!(" | {n}")).collect();
    format!("inkommen: [1]{rest}")
}

/// The idea in focus, by its title.
fn selected(scene: &Scene) -> String {
    let board = scene.board();
    let (_, rest) = board.split_once('[').unwrap();
    rest.split_once(']').unwrap().0.to_owned()
}

#[test]
fn arrows_and_letters_move_alike() {
    let before = "
        inkommen: [Kettle] | Drill
        behov: Lamp | Rug | Fan
    ";
    for keys in ["right down down left right", "l j j h l"] {
        check(
            before,
            keys,
            "
            inkommen: Kettle | Drill
            behov: Lamp | Rug | [Fan]
        ",
        );
    }
}

#[test]
fn the_edges_of_the_board_stop_the_cursor() {
    check("inkommen: [Kettle] | Drill", "up up left", "inkommen: [Kettle] | Drill");
    check("inkommen: [Kettle] | Drill", "down down down", "inkommen: Kettle | [Drill]");
    check("i_bruk: [Kettle]", "right", "i_bruk: [Kettle]");
}

#[test]
fn an_empty_stage_can_be_stood_in() {
    check(
        "inkommen: [Kettle]",
        "right",
        "
        inkommen: Kettle
        behov: []
    ",
    );
}

#[test]
fn digits_go_to_a_stage_with_or_without_g() {
    let before = "
        inkommen: [Kettle]
        test: Drill
    ";
    for keys in ["4", "g 4"] {
        check(
            before,
            keys,
            "
            inkommen: Kettle
            test: [Drill]
        ",
        );
    }
}

#[test]
fn a_stage_that_is_not_there_is_told_and_the_cursor_stays() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("9");
    assert!(scene.notice().contains('6'), "{}", scene.notice());
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
}

#[test]
fn the_ends_of_a_long_column_are_one_key_away() {
    let mut scene = Scene::of(&long(700));
    for (keys, idea) in [
        ("G", "700"),
        ("g g", "1"),
        ("end", "700"),
        ("home", "1"),
        ("G up up", "698"),
        ("g g down", "2"),
    ] {
        scene.press(keys);
        assert_eq!(selected(&scene), idea, "{keys}");
    }
}

#[test]
fn every_card_of_a_long_column_is_passed_one_by_one() {
    let mut scene = Scene::of(&long(400));
    for n in 2..=400 {
        scene.press("j");
        assert_eq!(selected(&scene), n.to_string());
    }
    for n in (1..400).rev() {
        scene.press("k");
        assert_eq!(selected(&scene), n.to_string());
    }
}

#[test]
fn pages_lead_down_and_up_and_always_show_the_focus() {
    let mut scene = Scene::of(&long(300));
    let mut last = 1;
    for _ in 0..4 {
        scene.press("pgdn");
        let now: usize = selected(&scene).parse().unwrap();
        assert!(now > last, "{now} after {last}");
        assert!(scene.picture().text().contains(&format!("▌{now:>3}")), "{now} is on the screen");
        last = now;
    }
    for _ in 0..40 {
        scene.press("pgup");
    }
    assert_eq!(selected(&scene), "1");
}

#[test]
fn the_column_scrolls_as_little_as_it_must() {
    let mut scene = Scene::of(&long(50));
    let before = scene.picture().text();
    scene.press("down up");
    assert_eq!(scene.picture().text(), before);
}

#[test]
fn an_idea_moves_on_and_back_and_the_cursor_with_it() {
    check(
        "inkommen: Kettle | [Drill]",
        "> 1 1 1 1 1 ctrl-s",
        "
        inkommen: Kettle
        behov: [Drill]
    ",
    );
    check(
        "behov: Kettle | [Drill]",
        "<",
        "
        inkommen: [Drill]
        behov: Kettle
    ",
    );
    check("behov: [Kettle]", "H", "inkommen: [Kettle]");
}

#[test]
fn what_moves_back_lands_at_the_foot_of_its_column() {
    check(
        "
        inkommen: Kettle
        behov: [Drill]
    ",
        "<",
        "inkommen: Kettle | [Drill]",
    );
}

#[test]
fn the_first_stage_has_nothing_before_it() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("<");
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
    assert!(scene.picture().text().contains('!'), "{}", scene.notice());
}

#[test]
fn j_and_k_as_capitals_move_an_idea_within_its_column() {
    check("inkommen: [Kettle] | Drill | Lamp", "J", "inkommen: Drill | [Kettle] | Lamp");
    check("inkommen: [Kettle] | Drill | Lamp", "J J J", "inkommen: Drill | Lamp | [Kettle]");
    check("inkommen: Kettle | Drill | [Lamp]", "K K K", "inkommen: [Lamp] | Kettle | Drill");
}

#[test]
fn an_order_that_is_not_by_hand_refuses_to_be_rearranged() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    scene.press("o J");
    assert!(!scene.notice().is_empty());
    assert_eq!(scene.board(), "inkommen: [Kettle] | Drill\n");
    scene.press("o o J");
    assert_eq!(scene.board(), "inkommen: Drill | [Kettle]\n");
}

#[test]
fn the_order_goes_round_and_keeps_the_cursor_on_its_idea() {
    check("inkommen: Kettle | [Drill] | Lamp", "o", "inkommen: Kettle | [Drill] | Lamp");
    check("inkommen: Kettle | [Drill] | Lamp", "o o o", "inkommen: Kettle | [Drill] | Lamp");
}

#[test]
fn a_grabbed_idea_is_carried_with_the_arrows_and_dropped_with_enter() {
    check(
        "
        inkommen: [Kettle] | Drill
        behov: Lamp | Rug
    ",
        "m right down enter",
        "
        inkommen: Drill
        behov: Lamp | [Kettle] | Rug
    ",
    );
    check("inkommen: Kettle | Drill | [Lamp]", "m up up m", "inkommen: [Lamp] | Kettle | Drill");
}

#[test]
fn a_grabbed_idea_is_carried_far_with_a_digit() {
    check(
        "inkommen: [Kettle] | Drill",
        "m 5 enter",
        "
        inkommen: Drill
        införande: [Kettle]
    ",
    );
}

#[test]
fn a_grabbed_idea_goes_to_the_ends_of_its_column() {
    check("inkommen: [Kettle] | Drill | Lamp", "m end enter", "inkommen: Drill | Lamp | [Kettle]");
    check("inkommen: Kettle | Drill | [Lamp]", "m home enter", "inkommen: [Lamp] | Kettle | Drill");
}

#[test]
fn esc_puts_a_grabbed_idea_back_where_it_was() {
    let board = "
        inkommen: Kettle | [Drill]
        behov: Lamp
    ";
    for keys in ["m esc", "m right esc", "m up q", "m 6 esc", "m right right down ctrl-c"] {
        check(board, keys, board);
    }
}

#[test]
fn a_grabbed_idea_that_is_dropped_where_it_was_leaves_no_step() {
    let mut scene = Scene::of("inkommen: Kettle | [Drill]");
    scene.press("m enter");
    assert_eq!(scene.board(), "inkommen: Kettle | [Drill]\n");
    scene.press("u");
    assert_eq!(scene.board(), "inkommen: Kettle | [Drill]\n");
}

#[test]
fn nothing_can_be_grabbed_in_an_empty_stage() {
    let mut scene = Scene::of("behov: Kettle");
    scene.press("1 m");
    assert!(scene.model.board.carried.is_none());
}

#[test]
fn marked_ideas_move_on_together() {
    check(
        "inkommen: [Kettle] | Drill | Lamp",
        "x x > ctrl-s",
        "
        inkommen: Lamp
        behov: [Kettle] | Drill
    ",
    );
}

#[test]
fn marked_ideas_are_carried_together() {
    check(
        "
        inkommen: [Kettle] | Drill | Lamp
        behov: Rug
    ",
        "x down x m right enter",
        "
        inkommen: Drill
        behov: Rug | [Kettle] | Lamp
    ",
    );
}

#[test]
fn a_mark_is_taken_off_by_marking_again_and_all_by_esc() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill | Lamp");
    scene.press("x up x");
    assert!(scene.model.board.marks.is_empty());
    scene.press("x x esc");
    assert!(scene.model.board.marks.is_empty());
}

#[test]
fn one_line_catches_an_idea() {
    check("", r#"n "Kettle" enter"#, "inkommen: [Kettle]");
    check("inkommen: [Kettle]", r#"n "Drill" enter"#, "inkommen: Kettle | [Drill]");
}

#[test]
fn what_is_caught_lands_in_the_first_stage_wherever_the_cursor_is() {
    check(
        "test: [Kettle]",
        r#"n "Drill" enter"#,
        "
        inkommen: [Drill]
        test: Kettle
    ",
    );
}

#[test]
fn an_idea_without_a_title_is_refused_and_the_line_stays_open() {
    let mut scene = Scene::of("");
    scene.press(r#"n "  " enter"#);
    assert_eq!(scene.model.context(), Context::Line);
    assert!(!scene.notice().is_empty());
    scene.press(r#""Kettle" enter"#);
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
}

#[test]
fn esc_closes_the_capture_line_and_nothing_is_caught() {
    check("inkommen: [Kettle]", r#"n "Drill" esc"#, "inkommen: [Kettle]");
}

#[test]
fn keys_that_are_commands_on_the_board_are_letters_in_the_line() {
    check(
        "inkommen: [Kettle]",
        r#"n "quux > < 1 ?" enter"#,
        "
        inkommen: Kettle | [quux > < 1 ?]
    ",
    );
}

#[test]
fn a_line_tells_title_need_tags_and_unit_apart() {
    let mut scene = Scene::of("");
    scene.press(r#"n "Kettle / tea takes time #kitchen #tea @Stab" enter"#);
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
    let idea = scene.model.focused().unwrap();
    let detail = scene.reader.detail(idea).unwrap().unwrap();
    assert_eq!(detail.text.need, "tea takes time");
    let names = scene.reader.names().unwrap();
    let tags: Vec<&str> = names.tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(tags, ["kitchen", "tea"]);
    assert_eq!(names.units.len(), 1);
}

#[test]
fn a_brain_dump_stays_open_for_one_idea_a_line() {
    check(
        "",
        r#"b "Kettle" enter "Drill" enter "Lamp" enter esc"#,
        "
        inkommen: Kettle | Drill | [Lamp]
    ",
    );
}

#[test]
fn an_empty_line_ends_a_brain_dump() {
    let mut scene = Scene::of("");
    scene.press(r#"b "Kettle" enter enter"#);
    assert_eq!(scene.model.context(), Context::Board);
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
}

#[test]
fn a_paste_on_the_board_offers_an_idea_a_line_and_runs_no_commands() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.paste("> Drill\nq\nu\n");
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
    assert!(!scene.has_left());
    assert!(scene.picture().text().contains("3 idéer"), "{}", scene.picture().text());
    scene.press("enter");
    let board = scene.board();
    assert!(board.contains("Drill") && board.contains("q | ") && board.contains('u'), "{board}");
    scene.press("u");
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
}

#[test]
fn an_offer_is_turned_down_with_esc() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.paste("Drill\nLamp\n").press("esc esc");
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
}

#[test]
fn a_single_line_that_is_pasted_waits_in_the_capture_line() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.paste("Drill");
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
    scene.press("enter");
    assert_eq!(scene.board(), "inkommen: Kettle | [Drill]\n");
}

#[test]
fn undo_and_redo_go_one_step_at_a_time() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("> 1 1 1 1 1 ctrl-s > 1 1 1 1 1 ctrl-s");
    for (key, board) in [
        ("u", "behov: [Kettle]\n"),
        ("u", "inkommen: [Kettle]\n"),
        ("u", "inkommen: [Kettle]\n"),
        ("U", "behov: [Kettle]\n"),
        ("U", "lösning: [Kettle]\n"),
        ("U", "lösning: [Kettle]\n"),
    ] {
        scene.press(key);
        assert_eq!(scene.board(), board, "{key}");
    }
}

#[test]
fn undo_of_a_capture_leaves_the_cursor_on_the_board() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"n "Drill" enter u"#);
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
}

#[test]
fn a_key_that_means_nothing_does_nothing() {
    for key in ["å", "f9", "ctrl-n", "alt-n", "alt->", "ctrl-u", "ins"] {
        let mut scene = Scene::of("inkommen: [Kettle] | Drill");
        let before = scene.picture().text();
        scene.press(key);
        assert_eq!(scene.picture().text(), before, "{key}");
        assert_eq!(scene.board(), "inkommen: [Kettle] | Drill\n", "{key}");
    }
}

#[test]
fn esc_gives_up_a_half_typed_chord() {
    check("inkommen: Kettle | [Drill]", "g esc g g", "inkommen: [Kettle] | Drill");
}

#[test]
fn ctrl_c_does_not_leave_at_the_first_press() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("ctrl-c");
    assert!(!scene.has_left());
    assert!(!scene.notice().is_empty());
}

#[test]
fn q_on_the_board_leaves() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("q");
    assert!(scene.has_left());
}

#[test]
fn q_takes_marks_off_before_it_leaves() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("x q");
    assert!(!scene.has_left());
    scene.press("q");
    assert!(scene.has_left());
}

#[test]
fn esc_on_the_board_never_leaves() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("esc esc esc");
    assert!(!scene.has_left());
}

#[test]
fn the_focus_survives_every_size() {
    let mut scene = Scene::of(&long(200));
    scene.press("G up up");
    for (columns, rows) in [(20, 4), (300, 80), (0, 0), (70, 20), (1, 1), (80, 24)] {
        scene.size(columns, rows);
        assert_eq!(selected(&scene), "198", "{columns}x{rows}");
    }
    assert!(scene.picture().text().contains("▌198"));
}

#[test]
fn a_click_goes_to_the_card_under_it() {
    let mut scene = Scene::of(
        "
        inkommen: [Kettle] | Drill
        behov: Lamp | Rug
    ",
    );
    for title in ["Drill", "Rug", "Lamp", "Kettle"] {
        let picture = scene.picture();
        let (y, row) = (0..).zip(picture.rows()).find(|(_, row)| row.contains(title)).unwrap();
        let x = row.split(title).next().unwrap().chars().count();
        scene.click(u16::try_from(x).unwrap(), y);
        assert_eq!(selected(&scene), title);
    }
}

#[test]
fn the_wheel_turns_the_column_under_it() {
    let mut scene = Scene::of(&long(100));
    for _ in 0..30 {
        scene.wheel_down(5, 10);
    }
    assert_eq!(selected(&scene), "31");
    for _ in 0..40 {
        scene.wheel_up(5, 10);
    }
    assert_eq!(selected(&scene), "1");
}

#[test]
fn a_click_beside_everything_is_harmless() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    for (x, y) in [(0, 0), (79, 23), (500, 500), (79, 0), (0, 23)] {
        scene.click(x, y).wheel_down(x, y);
    }
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
}

#[test]
fn five_hundred_keys_at_once_lead_where_they_lead_one_by_one() {
    let keys = ["j", "j", "l", "j", "k", "h", "j", "<", "j", "J"];
    let board = long(60);
    let (mut slow, mut fast) = (Scene::of(&board), Scene::of(&board));
    for at in 0..500 {
        let key = keys[at % keys.len()];
        slow.press(key);
        slow.picture();
        fast.send(Msg::Key(key.parse().unwrap()));
    }
    assert_eq!(fast.board(), slow.board());
    assert_eq!(fast.picture().text(), slow.picture().text());
}

#[test]
fn what_another_program_does_shows_and_the_cursor_stays_on_its_idea() {
    let mut one = Scene::of("inkommen: Kettle | [Drill] | Lamp");
    let mut two = one.another();
    two.press("K > 1 1 1 1 1 ctrl-s");
    assert_eq!(two.board(), "inkommen: Kettle | Lamp\nbehov: [Drill]\n");
    two.press(r#"n "Rug" enter"#);
    one.send(Msg::Changed);
    scene::check::screen_and_file_agree(&one, "after the other program's steps");
    assert!(one.board().contains("Kettle | "), "{}", one.board());
}
