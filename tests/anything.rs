//! Whatever is pressed: nothing panics, screen and file agree after every key, undo leads all the
//! way back and redo forth again. `SLUSS_LONG=1` tries far more.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};

use scene::Scene;
use scene::check::{Contents, can_be_undone_and_redone, screen_and_file_agree};
use sluss::app::{Msg, Size};
use sluss::input::{Chord, Key, Keymap, Sequence};

const WORDS: [&str; 6] = ["Kettle", "å / ä #ö @ob", "   ", "e\u{301}\u{200d}👩‍🚒", "1", "/"];

/// Something that a person, or a cat, does at the keyboard.
#[derive(Clone, Debug)]
enum Deed {
    /// A binding of the keymap, in whatever context.
    Binding(Sequence),
    Words(&'static str),
    Paste(&'static str),
    Click(u16, u16),
    Size(u16, u16),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let mut bindings: Vec<Sequence> =
        Keymap::own().bindings().iter().map(|binding| binding.keys.clone()).collect();
    bindings.sort();
    bindings.dedup();
    let deed = prop_oneof![
        20 => proptest::sample::select(bindings).prop_map(Deed::Binding),
        3 => proptest::sample::select(&WORDS[..]).prop_map(Deed::Words),
        1 => proptest::sample::select(&["one\ntwo\n", "one", "\n\n", "> q\nu"][..])
            .prop_map(Deed::Paste),
        1 => (0..90_u16, 0..30_u16).prop_map(|(x, y)| Deed::Click(x, y)),
        1 => (0..130_u16, 0..40_u16).prop_map(|(x, y)| Deed::Size(x, y)),
    ];
    proptest::collection::vec(deed, 1..60)
}

fn do_it(scene: &mut Scene, deed: &Deed) {
    match deed {
        Deed::Binding(keys) => {
            for chord in &keys.0 {
                press(scene, *chord);
            }
        }
        Deed::Words(words) => {
            for c in words.chars() {
                press(scene, Chord::plain(Key::Char(c)));
            }
        }
        Deed::Paste(text) => {
            scene.paste(text);
        }
        Deed::Click(x, y) => {
            scene.click(*x, *y);
        }
        Deed::Size(columns, rows) => {
            scene.send(Msg::Resize(Size { columns: *columns, rows: *rows }));
        }
    }
    screen_and_file_agree(scene, &format!("after {deed:?}"));
    draws(scene, 40, 12);
}

fn press(scene: &mut Scene, chord: Chord) {
    scene.send(Msg::Key(chord));
    screen_and_file_agree(scene, &format!("after {chord}"));
}

fn draws(scene: &mut Scene, columns: u16, rows: u16) {
    let size = scene.model.size;
    scene.size(columns, rows);
    scene.picture();
    scene.size(size.columns, size.rows);
}

#[test]
fn whatever_is_pressed_nothing_is_lost() {
    let long = std::env::var("SLUSS_LONG").is_ok();
    let config = Config {
        cases: if long { 2000 } else { 40 },
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/anything.proptest-regressions",
        ))),
        ..Config::default()
    };
    let board = "
        inkommen: Kettle | [Drill] | Lamp
        behov: Rug
        test: Fan | Mop
    ";
    let told = TestRunner::new(config).run(&deeds(), |deeds| {
        let mut scene = Scene::of(board);
        let before = Contents::of(&scene);
        for deed in &deeds {
            do_it(&mut scene, deed);
        }
        scene.size(80, 24);
        can_be_undone_and_redone(&mut scene, &before);
        Ok(())
    });
    if let Err(error) = told {
        panic!("{error}");
    }
}
