//! The invented ideas, as they stand in a file that began with them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::civil::{Date, date};

use sluss::domain::{
    Card, Command, Detail, Expects, IdeaId, Language, No, Order, Outcome, Samples, Sluice, Stage,
    Stamp, Status, Uid, Warning,
};
use sluss::store::{Reader, Request, Store};

struct File {
    _folder: tempfile::TempDir,
    store: Store,
    reader: Reader,
}

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The day for which the ideas were written, at two in the afternoon.
const WRITTEN_FOR: (Date, Stamp) = (date(2026, 11, 23), Stamp(1_795_442_400_000));

fn request(n: u128, days: i32) -> Request {
    let (today, now) = WRITTEN_FOR;
    Request {
        uid: Uid(uuid::Uuid::from_u128(n << 16)),
        now: Stamp(now.0 + i64::from(days) * DAY),
        today: today.saturating_add(jiff::Span::new().days(days)),
        who: None,
    }
}

fn begun(language: Language, days: i32) -> File {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sluss-demo.db");
    let mut store = Store::open(&path, "one".into()).unwrap();
    let reader = store.reader().unwrap();
    let command: Command = Samples { language }.into();
    store.commit(request(1, days), &command).unwrap().unwrap();
    File { _folder: folder, store, reader }
}

impl File {
    fn stages(&self) -> Vec<Stage> {
        self.reader.every().unwrap()
    }

    fn cards(&self, stage: &Stage) -> Vec<Card> {
        let head = sluss::domain::Anchor::Head;
        self.reader.window(stage.id, Order::ByHand, head, 100).unwrap().cards
    }

    fn detail(&self, id: i64) -> Detail {
        self.reader.detail(IdeaId(id)).unwrap().unwrap()
    }
}

#[test]
fn all_forty_are_there_in_the_columns_of_the_pictures() {
    let file = begun(Language::Sv, 0);
    let counts = file.reader.counts().unwrap();
    let shown: Vec<(usize, Option<i64>)> = file
        .stages()
        .iter()
        .map(|stage| (counts.get(&stage.id).copied().unwrap_or(0), stage.soft_limit))
        .collect();
    assert_eq!(shown, [(9, None), (6, Some(7)), (5, None), (6, None), (4, None), (2, None)]);
    for (stage, first) in file.stages().iter().zip([1, 10, 17, 23, 29, 33]) {
        assert_eq!(file.cards(stage).first().unwrap().id, IdeaId(first));
    }
    assert!((1..=40).all(|id| file.reader.detail(IdeaId(id)).unwrap().is_some()));
    assert!(file.reader.detail(IdeaId(41)).unwrap().is_none());
}

#[test]
fn each_language_has_its_own_and_says_that_nothing_is_real() {
    for (language, name, title) in [
        (Language::Sv, "Björkådalens kommun (påhittad)", "Lugn timme i medborgarservice"),
        (
            Language::En,
            "Municipality of Björkådalen (fictional)",
            "Quiet hour at the citizen service desk",
        ),
    ] {
        let file = begun(language, 0);
        assert_eq!(file.reader.every::<Sluice>().unwrap().first().unwrap().name, name);
        assert_eq!(file.detail(1).idea.title, title);
    }
}

#[test]
fn ideas_bring_what_happened_to_them() {
    let file = begun(Language::Sv, 0);
    let merged = file.detail(36);
    assert_eq!((merged.idea.status, merged.idea.outcome), (Status::Closed, Some(Outcome::Merged)));
    assert_eq!(merged.idea.merged_into, Some(IdeaId(19)));
    assert_eq!(file.detail(19).merged.len(), 1);
    let paused = file.detail(15);
    assert_eq!(paused.idea.status, Status::Paused);
    assert_eq!(paused.decisions.last().unwrap().until, paused.idea.paused_until);
    let used = file.detail(33);
    assert_eq!((used.decisions.len(), used.tests.len(), used.levels.len()), (5, 1, 8));
    let names = file.reader.names().unwrap();
    assert_eq!(names.units.len(), 8);
    assert_eq!(names.name(sluss::domain::Kind::Unit, used.idea.unit.unwrap().0), Some("SEF"));
    assert!(names.people.iter().all(|person| person.contact.is_none()));
}

#[test]
fn few_cards_warn_whatever_day_it_is() {
    for days in [0, 40, -400] {
        let file = begun(Language::Sv, days);
        let today = request(0, days).today;
        let mut warned = Vec::new();
        for stage in file.stages() {
            let expects = Expects {
                stage: stage.id,
                warn_days: stage.warn_days,
                receiver: stage.needs_receiver,
            };
            for card in file.cards(&stage) {
                if let Some(Warning::AnswerMissing | Warning::Overdue) =
                    card.warning(expects, today)
                {
                    warned.push(card.id.0);
                }
            }
        }
        assert!(warned.contains(&13) && warned.contains(&21), "{warned:?}");
        assert!(warned.len() <= 5, "{warned:?}");
    }
}

#[test]
fn they_begin_a_file_and_cannot_be_taken_back() {
    let mut file = begun(Language::Sv, 0);
    assert!(file.store.undo(request(2, 0)).unwrap().is_err());
    let again: Command = Samples { language: Language::En }.into();
    match file.store.commit(request(3, 0), &again).unwrap() {
        Err(No::Refused(refusal)) => assert_eq!(refusal.0.id, "refused-samples-not-fresh"),
        other => panic!("{other:?}"),
    }
}
