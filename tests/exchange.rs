//! A file goes out as JSON and comes in again: nothing is lost, nothing comes in twice, and nothing
//! that is here is written over.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/file.rs"]
mod file;

use proptest::prelude::*;
use sluss::domain::{
    AddComment, AmendComment, Begin, Capture, Captured, Carry, Command, Comment, CommentKind, Done,
    Goal, Idea, IdeaId, Import, Kind, No, Place, Remove, RemoveComment, Sluice, Source, Stage,
    StageId, Survey,
};
use sluss::export::whole;
use sluss::store::{Reader, Request, Store};

use file::File;

fn export(reader: &Reader) -> String {
    let rows: Vec<_> = Kind::ALL.iter().map(|kind| (*kind, reader.rows(*kind).unwrap())).collect();
    let mut text = Vec::new();
    whole::write(&mut text, &rows, &reader.story().unwrap()).unwrap();
    String::from_utf8(text).unwrap()
}

/// The first line in which two exports differ.
fn difference(one: &str, other: &str) -> Option<(String, String)> {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (lines(one), lines(other));
    if one.len() != other.len() {
        return Some((one.len().to_string(), other.len().to_string()));
    }
    one.into_iter().zip(other).find(|(one, other)| one != other)
}

fn import(text: &str, is_whole: bool) -> Import {
    let contents = whole::read(text.as_bytes()).unwrap();
    Import { records: contents.records, history: contents.history, is_whole }
}

/// Another file, with nothing in it.
struct Fresh {
    _folder: tempfile::TempDir,
    store: Store,
    reader: Reader,
}

impl Fresh {
    fn new() -> Fresh {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("sluss.db"), "two".into()).unwrap();
        let reader = store.reader().unwrap();
        Fresh { _folder: folder, store, reader }
    }

    fn request(nth: u128) -> Request {
        Request {
            uid: sluss::domain::Uid(uuid::Uuid::from_u128((1 << 100) + (nth << 16))),
            now: file::NOW,
            today: jiff::civil::date(2026, 11, 23),
            who: None,
        }
    }

    /// Another file in which `Lamp` was captured and commented on.
    fn with_a_lamp() -> Fresh {
        let mut fresh = Fresh::new();
        let mut nth = 100;
        let mut run = |command: Command| -> Done {
            nth += 1;
            fresh.store.commit(Fresh::request(nth), &command).unwrap().unwrap()
        };
        run(Begin { name: "Andra tavlan".into() }.into());
        let lines = vec![Captured::read("Lamp #kitchen")];
        let stage = StageId(1);
        let done = run(Capture { stage, lines, source: Source::Form }.into());
        let idea = *done.created.first().unwrap();
        run(AddComment { idea, kind: CommentKind::Risk, text: "Hot".into() }.into());
        fresh
    }

    fn take(&mut self, text: &str) -> Result<Done, No> {
        self.store.commit(Fresh::request(1), &import(text, true).into()).unwrap()
    }
}

fn survey(reader: &Reader, text: &str) -> Survey {
    import(text, false).survey(&reader.there()).unwrap()
}

/// One file with something of everything, taken back and done again.
fn lived_in() -> File {
    let mut file = File::new();
    let kettle = file.idea("Kettle / the old one is cold #kitchen @SBF");
    let drill = file.idea("Drill #kitchen");
    let text = "Too hot?\nPerhaps.".to_owned();
    file.run(AddComment { idea: kettle, kind: CommentKind::Risk, text }).unwrap();
    let stage = file.every::<Stage>().get(2).unwrap().id;
    let to = Goal { stage, place: Place::Foot };
    file.run(Carry { ideas: vec![drill], to, reason: "a try".into() }).unwrap();
    file.idea("Gone again");
    file.undo();
    file.undo();
    file
}

#[test]
fn a_file_comes_out_as_it_came_in() {
    let file = lived_in();
    let text = export(&file.reader);
    let mut fresh = Fresh::new();
    fresh.take(&text).unwrap();
    assert_eq!(difference(&export(&fresh.reader), &text), None);
}

#[test]
fn what_was_taken_back_there_can_be_done_again_here() {
    let mut file = lived_in();
    let mut fresh = Fresh::new();
    fresh.take(&export(&file.reader)).unwrap();
    for nth in 0..2 {
        let request = file.request();
        let there = file.store.redo(request).unwrap().unwrap();
        let here = fresh.store.redo(Fresh::request(10 + nth)).unwrap().unwrap();
        assert_eq!((here.label, here.ideas), (there.label, there.ideas));
    }
    assert_eq!(fresh.reader.every::<Idea>().unwrap().len(), 3);
}

#[test]
fn a_whole_import_cannot_be_taken_back_but_its_steps_can() {
    let file = lived_in();
    let mut fresh = Fresh::new();
    fresh.take(&export(&file.reader)).unwrap();
    let undone = fresh.store.undo(Fresh::request(20)).unwrap().unwrap();
    assert_eq!(undone.label.id, "step-undone");
    assert!(!fresh.reader.every::<Sluice>().unwrap().is_empty());
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let file = lived_in();
    let text = export(&file.reader);
    let found = survey(&file.reader, &text);
    assert_eq!((found.new, found.different.len()), (0, 0));
    assert!(found.same > 10);
}

#[test]
fn two_files_become_one_in_a_step_that_can_be_taken_back() {
    let text = export(&Fresh::with_a_lamp().reader);
    let mut file = lived_in();
    let before = export(&file.reader);
    let done = file.run(import(&text, false)).unwrap();
    // Number 1 is taken here; 3 was, by an idea that is gone.
    assert_eq!(done.created, [IdeaId(4)]);
    let tags: Vec<_> = file.every::<sluss::domain::Tag>();
    assert_eq!(tags.len(), 1, "both mean the same by kitchen");
    assert_eq!(survey(&file.reader, &text).new, 0);
    file.undo();
    let rows = |text: &str| -> serde_json::Value {
        let mut all: serde_json::Value = serde_json::from_str(text).unwrap();
        all["records"].take()
    };
    assert_eq!(rows(&export(&file.reader)), rows(&before));
}

#[test]
fn the_history_of_the_other_file_is_read_with_the_numbers_of_this_one() {
    let mut file = lived_in();
    file.run(import(&export(&Fresh::with_a_lamp().reader), false)).unwrap();
    let labels: Vec<_> = file.reader.history(Some(IdeaId(4)), None, 10).unwrap();
    let labels: Vec<_> = labels.iter().map(|entry| (&*entry.label.id, &entry.label.args)).collect();
    assert_eq!(labels.len(), 3, "{labels:?}");
    assert_eq!(labels[1].0, "step-comment");
    assert_eq!(labels[1].1[0].1, sluss::domain::Arg::Idea(4));
}

#[test]
fn what_differs_is_told_and_left_alone() {
    let mut file = lived_in();
    let text = export(&file.reader);
    let comment = file.every::<Comment>().pop().unwrap();
    let (id, was) = (comment.id, comment.text.clone());
    let amend =
        AmendComment { comment: id, was, text: "No, just right.".into(), kind: comment.kind };
    file.run(amend).unwrap();
    let found = survey(&file.reader, &text);
    assert_eq!((found.new, found.different), (0, vec![(Kind::Comment, comment.uid)]));
    assert_eq!(file.refusal(import(&text, false)), "refused-nothing-changed");
}

#[test]
fn what_points_at_nothing_is_refused_whole() {
    let file = lived_in();
    let mut all: serde_json::Value = serde_json::from_str(&export(&file.reader)).unwrap();
    all["records"]["stage"] = serde_json::json!([]);
    let import = import(&all.to_string(), true);
    let mut fresh = Fresh::new();
    let no = fresh.store.commit(Fresh::request(1), &import.into()).unwrap().unwrap_err();
    assert!(format!("{no:?}").contains("refused-import-record"), "{no:?}");
    assert!(fresh.reader.every::<Idea>().unwrap().is_empty());
}

#[derive(Clone, Debug)]
enum Act {
    Capture(String),
    Comment(usize, String),
    Amend(usize, String),
    RemoveComment(usize),
    Carry(usize, usize),
    Remove(usize),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        "[a-zåäö👩‍💻\"\\\\\u{9b}\u{202e}/ ]{1,20}( #[a-z]{1,3})?( @[A-Z]{2,4})?"
            .prop_map(Act::Capture),
        (0usize..8, "\\PC{1,20}\n\\PC{0,9}").prop_map(|(nth, text)| Act::Comment(nth, text)),
        (0usize..8, "\\PC{1,20}").prop_map(|(nth, text)| Act::Amend(nth, text)),
        (0usize..8).prop_map(Act::RemoveComment),
        (0usize..8, 0usize..6).prop_map(|(nth, stage)| Act::Carry(nth, stage)),
        (0usize..8).prop_map(Act::Remove),
        Just(Act::Undo),
        Just(Act::Redo),
    ]
}

/// Does it where it can be done; what a rule refuses is not done.
fn perform(file: &mut File, act: Act) {
    let ideas: Vec<IdeaId> = file.every::<Idea>().iter().map(|idea| idea.id).collect();
    let stages: Vec<Stage> = file.every();
    let comments: Vec<Comment> = file.every();
    let pick = |nth: usize| ideas.get(nth % ideas.len().max(1)).copied();
    match act {
        Act::Capture(line) => {
            let lines = vec![Captured::read(&line)];
            let _ = file.run(Capture { stage: stages[0].id, lines, source: Source::Form });
        }
        Act::Comment(nth, text) => {
            let Some(idea) = pick(nth) else { return };
            let _ = file.run(AddComment { idea, kind: CommentKind::Comment, text });
        }
        Act::Amend(nth, text) => {
            let Some(comment) = comments.get(nth) else { return };
            let (id, was) = (comment.id, comment.text.clone());
            let _ = file.run(AmendComment { comment: id, was, text, kind: CommentKind::Learning });
        }
        Act::RemoveComment(nth) => {
            let Some(comment) = comments.get(nth) else { return };
            let _ = file.run(RemoveComment { comment: comment.id });
        }
        Act::Carry(nth, stage) => {
            let Some(idea) = pick(nth) else { return };
            let to = Goal { stage: stages[stage].id, place: Place::Head };
            let _ = file.run(Carry { ideas: vec![idea], to, reason: String::new() });
        }
        Act::Remove(nth) => {
            let Some(idea) = pick(nth) else { return };
            let _ = file.run(Remove { ideas: vec![idea] });
        }
        Act::Undo => {
            let request = file.request();
            let _ = file.store.undo(request).unwrap();
        }
        Act::Redo => {
            let request = file.request();
            let _ = file.store.redo(request).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_comes_out_as_it_came_in(acts in prop::collection::vec(act(), 1..20)) {
        let mut file = File::new();
        for act in acts {
            perform(&mut file, act);
        }
        let text = export(&file.reader);
        let mut fresh = Fresh::new();
        fresh.take(&text).unwrap();
        prop_assert_eq!(difference(&export(&fresh.reader), &text), None);
    }
}
