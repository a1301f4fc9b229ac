//! What looking through the file finds, and what comes of mending it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/file.rs"]
mod file;

use file::File;
use sluss::domain::{
    AddComment, Comment, CommentKind, Finding, Idea, IdeaId, Kind, Remove, SetOwner, Spotted, State,
};
use sluss::store::{Cancel, Depth, Mended};

trait Damaged {
    /// What another hand does to the file, past all rules.
    fn by_hand(&self, sql: &str);
    fn findings(&self) -> Vec<Finding>;
    fn mend(&mut self, accept: bool) -> Mended;
    fn title(&self, idea: IdeaId) -> String;
}

impl Damaged for File {
    fn by_hand(&self, sql: &str) {
        let raw = rusqlite::Connection::open(self.store.path()).unwrap();
        raw.pragma_update(None, "foreign_keys", false).unwrap();
        raw.execute_batch(sql).unwrap();
    }

    fn findings(&self) -> Vec<Finding> {
        self.reader.inspect(Depth::Whole, &Cancel::default()).unwrap().findings
    }

    fn mend(&mut self, accept: bool) -> Mended {
        let request = self.request();
        let mended = self.store.mend(request, accept).unwrap();
        assert_eq!(mended.left, self.findings());
        mended
    }

    fn title(&self, idea: IdeaId) -> String {
        self.reader.find::<Idea>(idea.0).unwrap().unwrap().title
    }
}

/// Three ideas, a comment on the first, an owner, a step that was taken back.
fn lived_in() -> File {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    file.idea("Drill");
    file.idea("Lamp");
    let text = "Räcker den till alla?".into();
    file.run(AddComment { idea, kind: CommentKind::Question, text }).unwrap();
    file.run(SetOwner { ideas: vec![idea], owner: Some("Åsa Öberg".into()) }).unwrap();
    file.run(Remove { ideas: vec![IdeaId(3)] }).unwrap();
    file.undo();
    assert_eq!(file.findings(), []);
    file
}

fn idea(n: i64) -> Spotted {
    Spotted { kind: Kind::Idea, id: n, idea: Some(IdeaId(n)) }
}

fn comment(n: i64) -> Spotted {
    Spotted { kind: Kind::Comment, id: n, idea: Some(IdeaId(1)) }
}

#[test]
fn a_bit_that_turned_is_turned_back_even_where_the_journal_knows_nothing() {
    let mut file = lived_in();
    let before = file.every::<Idea>();
    // K is 4B, J is 4A.
    file.by_hand(
        "UPDATE idea SET title = 'Jettle' WHERE id = 1; UPDATE journal SET changes = '[]'",
    );
    let altered = file.findings();
    assert!(altered.contains(&Finding::Altered(idea(1))));
    file.mend(false);
    assert_eq!(file.every::<Idea>(), before);
}

#[test]
fn a_record_that_is_not_as_it_was_saved_is_restored_by_a_step_that_can_be_taken_back() {
    let mut file = lived_in();
    file.by_hand("UPDATE idea SET title = 'Something else', owner = NULL WHERE id = 1");
    assert_eq!(file.findings(), [Finding::Altered(idea(1))]);
    let mended = file.mend(false);
    assert_eq!((mended.mended(), mended.left), (1, vec![]));
    assert_eq!(file.title(IdeaId(1)), "Kettle");
    file.undo();
    assert_eq!(file.title(IdeaId(1)), "Something else");
    assert_eq!(file.findings(), []);
}

#[test]
fn what_was_mended_is_missed_where_it_is_lost_like_any_step() {
    let mut file = lived_in();
    file.by_hand("UPDATE idea SET title = 'Something else' WHERE id = 1");
    let done = file.mend(false).done.unwrap();
    let mark = std::fs::read_to_string(file.store.path().with_extension("lock")).unwrap();
    assert!(mark.contains(&format!("\nseq {} ", done.seq)), "{mark}");
}

#[test]
fn what_nothing_in_the_file_can_tell_stays_until_it_is_accepted() {
    let mut file = lived_in();
    file.by_hand(
        "UPDATE comment SET text = 'Something else' WHERE id = 1;
         UPDATE journal SET changes = replace(changes, 'Räcker', 'Somewhere')",
    );
    let found = file.findings();
    let mended = file.mend(false);
    assert_eq!((mended.done, mended.left.len()), (None, found.len()));
    assert_eq!(file.findings(), found);
    let mended = file.mend(true);
    assert_eq!((mended.left, mended.accepted), (vec![], found.len()));
    assert_eq!(file.every::<Comment>().first().unwrap().text, "Something else");
}

#[test]
fn what_points_at_nothing_gets_it_back_where_the_journal_knows_it() {
    let mut file = lived_in();
    file.by_hand("DELETE FROM person");
    let found = file.findings();
    assert!(
        found.iter().any(|it| matches!(it, Finding::Orphan(_, "owner", Kind::Person, _))),
        "{found:?}"
    );
    assert_eq!(file.mend(false).left, []);
    assert_eq!(file.every::<sluss::domain::Person>().first().unwrap().name, "Åsa Öberg");
}

#[test]
fn what_points_at_what_nobody_knows_lets_go_of_it_or_goes() {
    let mut file = lived_in();
    file.by_hand(
        "UPDATE journal SET changes = '[]', label = '{\"id\":\"step-begin\"}';
         DELETE FROM person; DELETE FROM idea WHERE id = 1;
         UPDATE idea SET stage = 77 WHERE id = 2",
    );
    let mended = file.mend(true);
    assert_eq!(mended.left, []);
    assert!(mended.done.is_some());
    assert_eq!(file.every::<Comment>(), []);
    assert_eq!(file.reader.find::<Idea>(2).unwrap().unwrap().stage.0, 1);
}

#[test]
fn what_would_break_the_file_anew_is_not_offered_to_be_taken_back() {
    let mut file = lived_in();
    file.by_hand("UPDATE comment SET idea = 77 WHERE id = 1");
    let mended = file.mend(false);
    assert_eq!(mended.left, []);
    assert_eq!(file.every::<Comment>().first().unwrap().idea, IdeaId(1));
    let newest = file.reader.history(None, None, 1).unwrap().remove(0);
    assert_eq!((newest.seq, newest.state), (mended.done.unwrap().seq, State::Turn));
    // What was done before can still be.
    file.undo();
    assert_eq!(file.every::<Idea>().first().unwrap().owner, None);
    assert_eq!(file.findings(), []);
}

#[test]
fn bytes_that_are_no_text_show_as_such_and_are_mended() {
    let mut file = lived_in();
    file.by_hand("UPDATE comment SET text = CAST(x'4BFF74' AS TEXT) WHERE id = 1");
    assert_eq!(file.findings(), [Finding::NotText(comment(1), "text")]);
    assert_eq!(file.every::<Comment>().first().unwrap().text, "K\u{FFFD}t");
    assert_eq!(file.mend(false).left, []);
    assert_eq!(file.every::<Comment>().first().unwrap().text, "Räcker den till alla?");
}

#[test]
fn what_follows_from_the_rest_is_worked_out_anew_without_a_step() {
    let mut file = lived_in();
    let newest = file.reader.newest().unwrap();
    file.by_hand(
        "UPDATE idea SET comments = 9, answer_due = '2001-01-01' WHERE id = 1;
         UPDATE column_count SET n = 70; UPDATE id_counter SET last = 0 WHERE kind = 'idea';
         DELETE FROM step_idea WHERE idea = 1; UPDATE standing SET state = 'what' WHERE seq = 2;
         INSERT INTO standing (seq, run, state) VALUES (99, 'run', 'done');
         INSERT INTO memory VALUES ('where', CAST(x'ff' AS TEXT))",
    );
    let found = file.findings();
    for it in [
        Finding::Derived(IdeaId(1)),
        Finding::Count(sluss::domain::StageId(1)),
        Finding::Counter(Kind::Idea),
        Finding::Standing(2),
        Finding::Standing(99),
        Finding::About(2),
        Finding::Memory("where".into()),
    ] {
        assert!(found.contains(&it), "{it:?} in {found:?}");
    }
    let mended = file.mend(false);
    assert_eq!((mended.left, mended.done), (vec![], None));
    assert_eq!(file.reader.newest().unwrap(), newest);
}

#[test]
fn a_title_that_is_gone_says_what_it_said_last() {
    let mut file = lived_in();
    file.by_hand("UPDATE idea SET title = '' WHERE id = 2");
    file.by_hand(&format!("UPDATE idea SET sum = {} WHERE id = 2", sum_of(&file, 2)));
    assert_eq!(file.findings(), [Finding::Empty(idea(2), "title")]);
    file.mend(false);
    assert_eq!(file.title(IdeaId(2)), "Drill");
}

#[test]
fn entries_that_are_gone_are_told_and_stood_in_for() {
    let mut file = lived_in();
    file.by_hand(
        "DELETE FROM journal WHERE seq = 3; DELETE FROM standing WHERE seq = 3;
         DELETE FROM step_idea WHERE seq = 3",
    );
    assert_eq!(file.findings(), [Finding::EntriesGone(3, 3)]);
    assert_eq!(file.mend(false).left, [Finding::EntriesGone(3, 3)]);
    assert_eq!(file.mend(true).left, []);
    assert_eq!(file.reader.history(None, None, 99).unwrap().len(), 9);
}

#[test]
fn an_entry_that_was_changed_is_not_taken_back() {
    let mut file = lived_in();
    file.by_hand("UPDATE journal SET changes = replace(changes, 'Kettle', 'Kettel') WHERE seq = 2");
    assert_eq!(file.findings(), [Finding::EntryAltered(2)]);
    let request = file.request();
    let refused = file.store.undo_chosen(request, 2).unwrap();
    assert!(format!("{refused:?}").contains("refused-step-damaged"), "{refused:?}");
    // One bit is turned back.
    file.by_hand("UPDATE journal SET changes = replace(changes, 'Kettel', 'Jettle') WHERE seq = 2");
    assert_eq!(file.mend(false).left, []);
}

#[test]
fn signs_that_are_never_let_in_are_taken_out_by_a_step() {
    let mut file = lived_in();
    file.by_hand("UPDATE idea SET title = 'La' || char(27) || '[31mmp' WHERE id = 3");
    file.by_hand(&format!("UPDATE idea SET sum = {} WHERE id = 3", sum_of(&file, 3)));
    assert_eq!(file.findings(), [Finding::Unclean(idea(3), "title")]);
    assert_eq!(file.mend(false).left, []);
    assert_eq!(file.title(IdeaId(3)), "La[31mmp");
}

#[test]
fn a_spot_check_finds_what_is_among_what_it_reads() {
    let file = lived_in();
    let spot = |file: &File| {
        let depth = Depth::Spot { seed: 7 };
        file.reader.inspect(depth, &Cancel::default()).unwrap()
    };
    assert_eq!(spot(&file).findings, []);
    assert!(spot(&file).build);
    file.by_hand("UPDATE idea SET title = 'Something else' WHERE id = 1");
    assert_eq!(spot(&file).findings, [Finding::Altered(idea(1))]);
    assert_eq!(spot(&file), spot(&file), "the same seed reads the same");
}

/// The sum that fits what an idea says now, so that something else is what is wrong with it.
fn sum_of(file: &File, id: i64) -> i64 {
    let row = file.reader.rows(Kind::Idea).unwrap().into_iter().find(|row| row.id() == id);
    sluss::store::sum_of(Kind::Idea, &row.unwrap())
}
