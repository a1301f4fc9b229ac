//! Before a room: nothing private on any screen, few and large cards, the test card and the curtain.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;
#[path = "common/ways.rs"]
mod ways;

use std::path::PathBuf;
use std::sync::LazyLock;

use scene::Scene;
use sluss::app::Notice;
use sluss::domain::{Language, Sensitivity};
use ways::WAYS;

/// Planted wherever a person can be named, or a protected idea can speak.
const NAME: &str = "Zzvonne Qvarnqvist";
const CONTACT: &str = "zzvonne@qvarnqvist.se";
const SECRET: &str = "Zzhemlig";

/// What no room may see, however it is written.
fn leaks(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    ["zzvonne", "qvarnqvist", "zzhemlig"].into_iter().find(|secret| text.contains(secret))
}

/// The invented ideas, with every person called so, and two ideas of each stage protected that say
/// so in every field.
fn planted(language: Language) -> Scene {
    static FILES: LazyLock<[Planted; 2]> = LazyLock::new(|| Language::ALL.map(plant));
    let at = Language::ALL.iter().position(|known| *known == language).unwrap();
    let mut scene = Scene::copy_of(&FILES[at].file);
    scene.language(language);
    scene
}

struct Planted {
    _folder: tempfile::TempDir,
    file: PathBuf,
}

fn plant(language: Language) -> Planted {
    let scene = Scene::demo(language);
    let file = rusqlite::Connection::open(scene.file()).unwrap();
    let run = |sql: &str| file.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    run(&format!(
        "UPDATE person SET name = '{NAME}' || id, contact = '{CONTACT}';
         UPDATE idea SET giver = (SELECT min(id) FROM person) WHERE giver IS NULL;
         UPDATE idea SET owner = (SELECT max(id) FROM person) WHERE owner IS NULL AND id % 2;
         UPDATE idea SET coach = (SELECT max(id) FROM person);
         UPDATE comment SET author = (SELECT max(id) FROM person);
         UPDATE decision SET contact = '{CONTACT}', role = (SELECT name FROM person LIMIT 1);
         UPDATE filling SET role = (SELECT name FROM person LIMIT 1);
         UPDATE idea SET receiver = (SELECT name FROM person LIMIT 1) WHERE receiver IS NOT NULL;
         UPDATE idea_text SET next_role = (SELECT name FROM person LIMIT 1);
         UPDATE feedback SET text = 'Hej {NAME}!';
         UPDATE referral_target SET contact = '{CONTACT}';
         UPDATE journal SET who = (SELECT min(id) FROM person);
         UPDATE memory SET value = (SELECT min(id) FROM person) WHERE name = 'who';
         INSERT OR REPLACE INTO memory VALUES ('role', '{NAME}');
         INSERT OR REPLACE INTO memory VALUES ('searches', 'ägare:{NAME}');
         INSERT INTO saved_filter (id, uid, name, words) VALUES
             (901, 'a', '{NAME}', 'b'), (902, 'b', 'Min', 'ägare:zzvonne');
         INSERT INTO draft (target, field, text, was, at) VALUES
             ('idea:1', 'giver', '{NAME}', '', 1), ('idea:1', 'need', 'Annat', '', 1),
             ('reply:1', 'text', 'Hej {NAME}', '', 1);"
    ));
    let protected = "(SELECT max(id) FROM idea GROUP BY stage, status)";
    run(&format!(
        "UPDATE idea SET sensitivity = 'skyddad', title = '{SECRET} ' || id WHERE id IN {protected};"
    ));
    let hidden = "(SELECT id FROM idea WHERE sensitivity = 'skyddad')";
    for column in [
        "need",
        "target_group",
        "solution",
        "benefit",
        "alternatives",
        "effort_note",
        "next_step",
        "paused_event",
        "referred_to",
    ] {
        run(&format!("UPDATE idea_text SET {column} = '{SECRET}' WHERE id IN {hidden};"));
    }
    run(&format!(
        "UPDATE comment SET text = '{SECRET}' WHERE idea IN {hidden};
         UPDATE test SET question = '{SECRET}', result = '{SECRET}' WHERE idea IN {hidden};
         UPDATE decision SET reason = '{SECRET}' WHERE idea IN {hidden};
         UPDATE link SET label = '{SECRET}', address = '{SECRET}' WHERE idea IN {hidden};
         UPDATE idea SET merged_into = (SELECT min(id) FROM idea WHERE sensitivity = 'skyddad')
             WHERE merged_into IS NOT NULL;
         INSERT INTO draft (target, field, text, was, at)
             SELECT 'idea:' || id, 'need', '{SECRET}', '', 1 FROM idea WHERE id IN {hidden};
         INSERT INTO draft (target, field, text, was, at) VALUES
             ('new', 'title', '{SECRET}', '', 1), ('new', 'sensitivity', 'skyddad', '', 1);"
    ));
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("planted.db");
    file.execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    Planted { _folder: folder, file: copy }
}

/// Keys behind the switch: the ways begin where the board was just opened.
fn before_a_room(language: Language) -> Scene {
    let mut scene = planted(language);
    scene.type_in("f5 esc");
    assert!(scene.model.projector, "{}", scene.notice());
    scene
}

#[test]
fn without_the_mode_what_was_planted_is_seen() {
    let seen = WAYS.iter().filter(|(_, keys)| {
        let mut scene = planted(Language::Sv);
        scene.type_in(keys);
        leaks(&scene.size(200, 60).picture().text()).is_some()
    });
    assert!(seen.count() > 20);
}

#[test]
fn nothing_private_is_on_any_screen_before_a_room() {
    for language in [Language::Sv, Language::En] {
        for (name, keys) in WAYS.iter().filter(|(_, keys)| !keys.contains("f5")) {
            let mut scene = before_a_room(language);
            scene.type_in(keys);
            for (columns, rows) in [(38, 8), (60, 18), (80, 24), (200, 60)] {
                let text = scene.size(columns, rows).picture().text();
                let leak = leaks(&text);
                assert!(leak.is_none(), "{leak:?}: {name}, {language:?}, {columns}x{rows}\n{text}");
            }
            assert!(leaks(&scene.notice()).is_none(), "{name}: {}", scene.notice());
            assert!(scene.outside.iter().all(|it| leaks(&format!("{it:?}")).is_none()), "{name}");
        }
    }
}

#[test]
fn nothing_private_is_found_by_walking_everywhere_before_a_room() {
    let walks = [
        "space v l G pgup pgdn / \"zz\" enter",
        "/ \"zzvonne\"",
        "/ \"zzhemlig\"",
        "f \"ägare:zzvonne\" enter",
        "f \"av:zz\" enter",
        "f \"känslighet:skyddad\" enter",
        "space l c down down enter tab tab tab",
        "space l t down down down enter tab tab tab",
        "space l p G enter tab tab",
        "space l h down down enter",
        "space l d down enter",
        "space v s",
        "enter tab down tab tab down enter",
        "3 enter tab tab tab down down",
        "d 4 \"zz\"",
        "d 5 tab tab tab",
        "> 1 1 1 1 1 1 tab tab tab tab tab tab",
        "e tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab",
        "space s s tab tab tab tab tab tab",
        "space j h",
        "space j p",
        "space j s down enter tab tab tab tab tab tab",
        "c \"Hej\" ctrl-s enter tab",
        "y",
        ": \"zz\"",
        ": \"9\" enter",
    ];
    for keys in walks {
        // What one has typed oneself is on the screen.
        let typed: String = keys.split('"').skip(1).step_by(2).collect();
        let mut scene = before_a_room(Language::Sv);
        for chord in scene::keys::read(keys) {
            scene.send(sluss::app::Msg::Key(chord));
            let text = scene.size(200, 60).picture().text().to_lowercase();
            let secrets = ["zzvonne", "zzhemlig"];
            let own = secrets.iter().filter(|secret| typed.contains(*secret)).count();
            let seen = secrets.iter().map(|secret| text.matches(secret).count()).sum::<usize>();
            assert!(seen <= own * 3 && !text.contains("qvarnqvist"), "{keys}, {chord}\n{text}");
        }
    }
}

#[test]
fn undoing_something_of_a_protected_idea_does_not_say_which() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    scene.press(r#"e "!" ctrl-s"#);
    let file = rusqlite::Connection::open(scene.file()).unwrap();
    let kettle = scene.model.focused().unwrap();
    file.execute("UPDATE idea SET sensitivity = 'skyddad' WHERE id = ?1", [kettle.0]).unwrap();
    scene.send(sluss::app::Msg::Changed);
    scene.press("f5 esc u");
    assert_eq!(scene.notice(), "Ångrat: En ändring som inte visas på projektorn. Gör om med U.");
    assert!(!scene.picture().text().contains("Kettle"));
}

#[test]
fn what_is_hidden_is_not_lost_by_editing_before_a_room() {
    let mut scene = planted(Language::Sv);
    let idea = scene.model.focused().unwrap();
    let before = scene.reader.detail(idea).unwrap().unwrap();
    scene.press(r#"f5 esc e "Nytt" ctrl-s"#);
    scene.press("f5");
    let after = scene.reader.detail(idea).unwrap().unwrap();
    assert_ne!(before.text, after.text);
    let people = |it: &sluss::domain::Detail| {
        let it = &it.idea;
        (it.giver, it.owner, it.coach, it.receiver.clone())
    };
    assert_eq!(people(&before), people(&after));
    assert_eq!(before.giver, after.giver);
    assert_eq!(before.text.next_role, after.text.next_role);
}

#[test]
fn deciding_before_a_room_keeps_the_role_that_was_hidden() {
    let mut scene = planted(Language::Sv);
    let idea = scene.model.focused().unwrap();
    let before = scene.reader.detail(idea).unwrap().unwrap();
    scene.press(r#"f5 esc d 2"#);
    scene.press(r#"tab "Därför" tab tab "Ring" ctrl-s"#);
    scene.press("esc esc f5");
    let after = scene.reader.detail(idea).unwrap().unwrap();
    assert_eq!(before.text.next_role, after.text.next_role);
}

#[test]
fn what_must_name_somebody_is_refused_with_a_sentence() {
    for keys in ["a", "r", "space j p", "space j h"] {
        let mut scene = before_a_room(Language::Sv);
        scene.press(keys);
        assert!(matches!(scene.model.notice, Some(Notice::Refused(_))), "{keys}");
        assert!(
            scene.picture().text().lines().next().unwrap().contains("Lämna projektorläget"),
            "{keys}"
        );
    }
}

#[test]
fn leaving_the_mode_shows_everything_again() {
    let mut scene = before_a_room(Language::Sv);
    assert!(leaks(&scene.picture().text()).is_none());
    scene.press("f5 enter").size(80, 60);
    assert!(!scene.model.projector);
    assert!(leaks(&scene.picture().text()).is_some());
}

#[test]
fn a_file_that_was_left_before_a_room_is_opened_so() {
    let mut scene = before_a_room(Language::Sv);
    let Scene { model, world, .. } = &mut scene;
    world.finish(model);
    let reader = sluss::store::Reader::open(&scene.file()).unwrap();
    assert_eq!(reader.remembered("projector").unwrap().as_deref(), Some("on"));
    assert_eq!(reader.remembered("test-card").unwrap().as_deref(), Some("seen"));
}

#[test]
fn nothing_that_is_being_typed_is_lost_to_the_projector() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"e "Zebra" f5"#);
    assert!(!scene.model.projector);
    assert!(scene.picture().text().contains("Zebra"));
}

#[test]
fn the_test_card_comes_once_and_when_asked_for() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    let asks = |scene: &Scene| scene.picture().text().contains("Nu är det 80 tecken");
    scene.press("f5");
    assert!(asks(&scene), "{}", scene.picture().text());
    scene.press("esc f5 f5");
    assert!(!asks(&scene));
    scene.press("space w k");
    assert!(asks(&scene));
    scene.size(120, 36);
    let text = scene.picture().text();
    assert!(text.contains("120 tecken på bredden och 36 rader"), "{text}");
    assert!(text.contains("ungefär 5 gånger"), "{text}");
}

#[test]
fn the_curtain_hides_everything_at_once_from_anywhere() {
    for (name, keys) in WAYS.iter().filter(|(_, keys)| {
        !keys.contains("f8") && !keys.contains("ctrl-o") && !keys.contains("space g")
    }) {
        let mut scene = planted(Language::Sv);
        scene.type_in(keys);
        let before = scene.picture().text();
        for key in ["f8", "ctrl-o"] {
            scene.type_in(key);
            let text = scene.picture().text();
            assert!(leaks(&text).is_none(), "{name}\n{text}");
            assert!(!text.contains("Inkommen") && !text.contains("medborgarservice"), "{name}");
            assert!(text.contains("Paus"), "{name}");
            scene.type_in(key);
        }
        // A chord that was begun is over; else all is as it was.
        let begun = ["menu", "a half-typed chord"].iter().any(|it| name.starts_with(it));
        assert!(begun || scene.picture().text() == before, "{name}");
    }
}

#[test]
fn typing_goes_on_behind_the_curtain_and_nothing_else_does() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"n "Dri" f8 "ll" enter f8 esc"#);
    assert!(scene.board().contains("Drill"), "{}", scene.board());
    let before = scene.board();
    scene.press("f8 x > d del q").press("f8");
    assert!(!scene.has_left());
    assert_eq!(scene.board(), before);
    assert!(scene.model.board.marks.is_empty());
}

#[test]
fn a_break_says_until_when() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("space g + +").size(20, 6);
    assert!(scene.picture().text().contains("14:10"), "{}", scene.picture().text());
    scene.press("space g");
    assert!(scene.picture().text().contains("Kettle"));
}

#[test]
fn the_cards_leaf_and_the_arrows_go_where_they_stand() {
    let cards: Vec<String> = (1..=11).map(|n| format!("Idea{n:02}")).collect();
    let mut scene =
        Scene::of(&format!("inkommen: [{}] | {}\nbehov: Other", cards[0], cards[1..].join(" | ")));
    scene.press("f5 esc").size(70, 20);
    let at = |scene: &Scene| scene.model.focused().unwrap().0;
    assert_eq!(at(&scene), 1);
    for (keys, expected, page) in [
        ("right", 2, 1),
        ("down", 4, 1),
        ("down", 6, 2),
        ("left", 5, 2),
        ("pgdn", 9, 3),
        ("down", 11, 3),
        ("down", 11, 3),
        ("up", 9, 3),
        ("pgup", 5, 2),
        ("home", 1, 1),
        ("end", 11, 3),
    ] {
        scene.press(keys);
        assert_eq!(at(&scene), expected, "{keys}");
        let text = scene.picture().text();
        assert!(text.contains(&format!("sida {page} av 3")), "{keys}\n{text}");
        assert!(text.contains(&format!("Idea{expected:02}")), "{keys}\n{text}");
    }
    scene.press("right");
    assert_eq!(scene.model.board.focus, 1);
    scene.press("left up");
    assert_eq!(scene.model.board.focus, 0);
    // A click goes to the card under it.
    scene.press("home").click(40, 11);
    assert_eq!(at(&scene), 2);
}

#[test]
fn protected_ideas_are_not_counted_before_a_room() {
    let mut scene = planted(Language::Sv);
    let whole: usize = scene.model.frame.counts.values().sum();
    scene.press("f5 esc");
    let open: usize = scene.model.frame.counts.values().sum();
    let file = rusqlite::Connection::open(scene.file()).unwrap();
    let hidden: i64 = file
        .query_row(
            "SELECT count(*) FROM idea WHERE sensitivity = ?1 AND status = 'aktiv' AND removed IS NULL",
            [Sensitivity::Protected.key()],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(whole - open, usize::try_from(hidden).unwrap());
}
