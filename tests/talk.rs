//! What people say about an idea, and where they think it stands.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/file.rs"]
mod file;

use file::{File, NOW};
use sluss::domain::{
    AddComment, AmendComment, Assess, Comment, CommentKind, Filling, FillingLevel, IdeaId,
    RemoveComment,
};

fn say(file: &mut File, idea: IdeaId, text: &str) -> Comment {
    file.run(AddComment { idea, kind: CommentKind::Question, text: text.into() }).unwrap();
    file.every::<Comment>().pop().unwrap()
}

fn comments_on_card(file: &File) -> i64 {
    use sluss::domain::{Anchor, Order, Stage};
    let stage = file.every::<Stage>().first().unwrap().id;
    let window = file.reader.window(stage, Order::ByHand, Anchor::Head, 1).unwrap();
    window.cards.first().unwrap().comments
}

#[test]
fn a_comment_is_kept_as_it_was_written_and_counted_on_the_card() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let comment = say(&mut file, idea, "  Vem äger\r\nvattenkokaren?\u{202E}\n");
    assert_eq!(comment.text, "  Vem äger\nvattenkokaren?\n");
    assert_eq!((comment.kind, comment.at, comment.edited), (CommentKind::Question, NOW, None));
    assert_eq!(comments_on_card(&file), 1);
}

#[test]
fn a_comment_that_says_nothing_is_refused() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let kind = CommentKind::Comment;
    let refused = file.refusal(AddComment { idea, kind, text: " \n\u{200B}".into() });
    assert_eq!(refused, "refused-comment-empty");
    let gone = AddComment { idea: IdeaId(99), kind, text: "Bra".into() };
    assert_eq!(file.refusal(gone), "refused-idea-gone");
}

#[test]
fn an_amended_comment_says_when_and_undo_brings_the_earlier_text_back() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let comment = say(&mut file, idea, "Bra");
    let amend = AmendComment {
        comment: comment.id,
        was: "Bra".into(),
        text: "Dyr".into(),
        kind: comment.kind,
    };
    let done = file.run(amend).unwrap();
    assert_eq!(done.clashes, []);
    let amended = file.every::<Comment>().pop().unwrap();
    assert_eq!((amended.text.as_str(), amended.edited), ("Dyr", Some(NOW)));
    file.undo();
    assert_eq!(file.every::<Comment>(), [comment]);
}

#[test]
fn another_kind_alone_is_no_edit() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let comment = say(&mut file, idea, "Bra");
    let kind = CommentKind::Risk;
    let text = || "Bra".to_owned();
    file.run(AmendComment { comment: comment.id, was: text(), text: text(), kind }).unwrap();
    assert_eq!(file.every::<Comment>(), [Comment { kind, ..comment }]);
}

#[test]
fn of_two_who_amend_one_comment_the_later_lands_and_is_told() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let comment = say(&mut file, idea, "Bra");
    let amend = |text: &str| AmendComment {
        comment: comment.id,
        was: "Bra".into(),
        text: text.into(),
        kind: comment.kind,
    };
    file.run(amend("Dyr")).unwrap();
    let done = file.run(amend("Billig")).unwrap();
    let clash = done.clashes.first().unwrap();
    assert_eq!((clash.theirs.as_str(), clash.mine.as_str()), ("Dyr", "Billig"));
    assert_eq!(file.every::<Comment>().pop().unwrap().text, "Billig");
}

#[test]
fn removing_a_comment_can_be_undone() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let comment = say(&mut file, idea, "Bra");
    file.run(RemoveComment { comment: comment.id }).unwrap();
    assert_eq!(comments_on_card(&file), 0);
    assert_eq!(file.refusal(RemoveComment { comment: comment.id }), "refused-comment-gone");
    file.undo();
    assert_eq!(file.every::<Comment>(), [comment]);
    assert_eq!(comments_on_card(&file), 1);
}

fn fill(idea: IdeaId, levels: &[(&str, u8)]) -> Assess {
    let levels = levels.iter().map(|(key, level)| ((*key).to_owned(), *level)).collect();
    Assess { idea, role: " Idéägare ".into(), note: String::new(), levels }
}

fn weakest(file: &File, idea: IdeaId) -> Option<(String, i64)> {
    let raw = rusqlite::Connection::open(file.store.path()).unwrap();
    raw.query_row("SELECT weakest, weakest_level FROM idea WHERE id = ?1", [idea.0], |row| {
        Ok(row.get::<_, Option<String>>(0)?.zip(row.get(1)?))
    })
    .unwrap()
}

#[test]
fn a_filling_keeps_only_what_was_answered_and_undo_takes_all_of_it() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    file.run(fill(idea, &[("risk", 1), ("behov", 3), ("risk", 2)])).unwrap();
    let levels: Vec<(String, i64)> =
        file.every::<FillingLevel>().into_iter().map(|it| (it.criterion, it.level)).collect();
    assert_eq!(levels, [("behov".to_owned(), 3), ("risk".to_owned(), 2)]);
    assert_eq!(file.every::<Filling>().first().unwrap().role, "Idéägare");
    file.undo();
    assert_eq!(file.every::<Filling>(), []);
    assert_eq!(file.every::<FillingLevel>(), []);
    assert_eq!(weakest(&file, idea), None);
}

#[test]
fn a_filling_without_answers_or_with_unknown_ones_is_refused() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    assert_eq!(file.refusal(fill(idea, &[])), "refused-profile-empty");
    assert_eq!(file.refusal(fill(idea, &[("flair", 2)])), "refused-criterion");
    assert_eq!(file.refusal(fill(idea, &[("risk", 5)])), "refused-level");
}

#[test]
fn the_card_knows_the_weakest_criterion_and_novelty_is_none() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    file.run(fill(idea, &[("nyhet", 1), ("behov", 3), ("risk", 2)])).unwrap();
    assert_eq!(weakest(&file, idea), Some(("risk".into(), 2)));
    file.run(fill(idea, &[("behov", 0)])).unwrap();
    assert_eq!(weakest(&file, idea), Some(("behov".into(), 0)));
    file.run(fill(idea, &[("behov", 4)])).unwrap();
    assert_eq!(weakest(&file, idea), Some(("risk".into(), 2)));
}
