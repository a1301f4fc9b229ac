//! Finding ideas: search as typed, the board's filter, the list, in files small and large.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use sluss::domain::{
    Anchor, Capture, Captured, Filter, Filtered, Idea, IdeaId, Kind, ListColumn, ListRow, Needle,
    Needles, Order, Person, PersonId, Sensitivity, Sluice, Source, Spot, Stage, StageId, Stamp,
    Status, Uid,
};
use sluss::store::seed::{TODAY, seed};
use sluss::store::{Arena, Cancel, Detail, FilterQuery, Hits, ListQuery, Reader, Request, Store};

struct File {
    _folder: tempfile::TempDir,
    store: Store,
    reader: Reader,
    requests: u128,
}

impl File {
    fn seeded(ideas: u32) -> File {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sluss.db");
        seed(&path, ideas, 2).unwrap();
        let store = Store::open(&path, "one".into()).unwrap();
        let reader = store.reader().unwrap();
        File { _folder: folder, store, reader, requests: 1 << 60 }
    }

    /// Ideas in the first stage: one capture line each.
    fn of(lines: &[&str]) -> File {
        let mut file = File::seeded(0);
        file.capture(lines);
        file
    }

    fn capture(&mut self, lines: &[&str]) -> Vec<IdeaId> {
        self.requests += 1 << 16;
        let request = Request {
            uid: Uid(uuid::Uuid::from_u128(self.requests)),
            now: Stamp(1_795_435_200_000),
            today: TODAY,
            who: None,
        };
        let lines = lines.iter().map(|line| Captured::read(line)).collect();
        let stage = *self.stages().first().unwrap();
        let capture = Capture { stage, lines, source: Source::Form };
        self.store.commit(request, &capture.into()).unwrap().unwrap().created
    }

    fn raw(&self, sql: &str) {
        rusqlite::Connection::open(self.store.path()).unwrap().execute_batch(sql).unwrap();
    }

    fn stages(&self) -> Vec<StageId> {
        let mut stages: Vec<Stage> = self.reader.every().unwrap();
        stages.sort_by_key(|stage| stage.rank);
        stages.iter().map(|stage| stage.id).collect()
    }

    fn arena(&self) -> Arena {
        Arena::load(&self.reader, None, &Cancel::default(), &mut |_| ()).unwrap().unwrap()
    }
}

fn needles(line: &str) -> Needles {
    Needles::of(&Filter::parse(line))
}

fn search(arena: &Arena, line: &str) -> Vec<i64> {
    let hits = arena.search(&needles(line), None, &Cancel::default()).unwrap();
    hits.ids.iter().map(|id| id.0).collect()
}

#[test]
fn a_seeded_file_is_one_that_the_program_itself_could_have_written() {
    let mut file = File::seeded(300);
    let raw = rusqlite::Connection::open(file.store.path()).unwrap();
    let check: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
    let broken: i64 = raw
        .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(broken, 0);
    let on_board: usize = file.reader.counts().unwrap().values().sum();
    let mut shown = 0;
    for stage in file.stages() {
        shown += file.reader.window(stage, Order::ByHand, Anchor::Head, 1000).unwrap().cards.len();
    }
    assert_eq!(on_board, shown);
    for kind in Kind::ALL {
        let last: i64 = raw
            .query_row("SELECT last FROM id_counter WHERE kind = ?1", [kind.table()], |row| {
                row.get(0)
            })
            .unwrap();
        let max: i64 = raw
            .query_row(&format!("SELECT coalesce(max(id), 0) FROM {}", kind.table()), [], |row| {
                row.get(0)
            })
            .unwrap();
        assert_eq!(last, max, "{}", kind.table());
    }
    assert_eq!(file.capture(&["Kettle"]), [IdeaId(301)]);
    assert!(file.reader.detail(IdeaId(7)).unwrap().is_some());
}

#[test]
fn a_word_is_found_in_titles_first_then_in_fields_then_in_comments() {
    let file = File::of(&["Lampa", "Ombyggnad", "Bygglov", "Kö"]);
    file.raw(
        "UPDATE idea_text SET solution = 'Vi BYGGER\nom allt' WHERE id = 1;
         INSERT INTO comment VALUES (1, '00000000-0000-7000-8000-000000000001', 4, 'kommentar', 'Hör byggnadsnämnden', NULL, 0, NULL, 0)",
    );
    let arena = file.arena();
    assert_eq!(search(&arena, "bygg"), [3, 2, 1, 4]);
    assert_eq!(search(&arena, "BYGG -lov"), [2, 1, 4]);
    assert_eq!(search(&arena, "bygg om"), [2, 1]);
    assert_eq!(search(&arena, "«bygger om»"), [1]);
    assert_eq!(search(&arena, "3"), [3]);
    assert_eq!(search(&arena, "ko"), [0_i64; 0]);
    assert_eq!(search(&arena, "-bygg"), [0_i64; 0]);
    assert_eq!(search(&arena, "lampa ombygg"), [0_i64; 0]);
}

#[test]
fn a_hit_is_shown_in_its_place() {
    let file = File::of(&["Kö-info BYGGlov", "Lampa"]);
    file.raw(
        "UPDATE idea_text SET need = 'De som bygger ringer' WHERE id = 1;
         INSERT INTO comment VALUES (1, '00000000-0000-7000-8000-000000000001', 1, 'kommentar', 'Byggnadsnämnden', NULL, 0, NULL, 0)",
    );
    let hits = file.reader.places(IdeaId(1), &needles("bygg")).unwrap();
    let lit: Vec<(&Spot, &str)> = hits
        .iter()
        .map(|hit| (&hit.spot, hit.excerpt.text.get(hit.excerpt.marks[0].clone()).unwrap()))
        .collect();
    assert!(matches!(
        lit.as_slice(),
        [
            (Spot::Title, "BYGG"),
            (Spot::Field("need"), "bygg"),
            (Spot::Comment { author: None, .. }, "Bygg")
        ]
    ));
    assert_eq!(file.reader.places(IdeaId(2), &needles("bygg")).unwrap(), []);
}

#[test]
fn every_letter_typed_finds_the_same_with_and_without_the_letter_before() {
    let file = File::seeded(3000);
    let arena = file.arena();
    let cancel = Cancel::default();
    for line in ["bygg lån återbruk", "ör -bib 17", "12 öppen «på kväll»"] {
        let mut former: Option<Hits> = None;
        for end in line.char_indices().map(|(at, c)| at + c.len_utf8()) {
            let needles = needles(line.get(..end).unwrap());
            let alone = arena.search(&needles, None, &cancel).unwrap();
            let narrowed = arena.search(&needles, former.as_ref(), &cancel).unwrap();
            let sorted = |hits: &Hits| {
                let mut ids = hits.ids.clone();
                ids.sort();
                ids
            };
            assert_eq!(sorted(&alone), sorted(&narrowed), "{line} to {end}");
            assert_eq!(alone.ids, narrowed.ids, "{line} to {end}");
            former = Some(narrowed);
        }
    }
}

#[test]
fn what_the_scan_finds_is_what_reading_every_text_finds() {
    let file = File::seeded(400);
    let arena = file.arena();
    for line in ["kö", "bygg", "våren", "öppen", "e", "samtal med"] {
        let words = needles(line).words;
        let is_in = |id: i64, word: &Needle| {
            let one = Needles { words: vec![word.clone()], without: Vec::new() };
            !file.reader.places(IdeaId(id), &one).unwrap().is_empty()
        };
        let mut expected: Vec<i64> =
            (1..=400).filter(|id| words.iter().all(|word| is_in(*id, word))).collect();
        let mut found = search(&arena, line);
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn after_a_save_the_arena_knows_the_new_texts_and_only_those() {
    let mut file = File::of(&["Kettle", "Drill", "Lamp"]);
    let mut arena = file.arena();
    let before = arena.search(&needles("l"), None, &Cancel::default()).unwrap();
    file.raw(
        "UPDATE idea SET title = 'Ladder' WHERE id = 2; UPDATE idea SET removed = 1 WHERE id = 3",
    );
    let new = file.capture(&["Lantern"]);
    arena.update(&file.reader, &[IdeaId(2), IdeaId(3), *new.first().unwrap()]).unwrap();
    assert_eq!(arena.len(), 3);
    assert_eq!(search(&arena, "drill"), [0_i64; 0]);
    assert_eq!(search(&arena, "la"), [4, 2]);
    assert_eq!(search(&arena, "-kettle"), [4, 2]);
    let after = arena.search(&needles("la"), Some(&before), &Cancel::default()).unwrap();
    assert_eq!(after.ids, [IdeaId(4), IdeaId(2)]);
    file.raw("UPDATE idea SET title = 'Drill' WHERE id = 2");
    arena.update(&file.reader, &[IdeaId(2)]).unwrap();
    assert_eq!(search(&arena, "la"), [4]);
    assert_eq!(search(&arena, "2"), [2]);
}

#[test]
fn what_nobody_waits_for_any_more_has_no_answer() {
    let file = File::seeded(50);
    let cancel = Cancel::of(&file.reader);
    cancel.set();
    assert!(Arena::load(&file.reader, None, &cancel, &mut |_| ()).unwrap().is_none());
    assert!(file.arena().search(&needles("e"), None, &cancel).is_none());
}

#[test]
fn letters_in_their_order_find_a_title_when_nothing_else_does() {
    let file = File::of(&["Återbruk av möbler", "Digital kö till bygglov", "Lampa"]);
    let arena = file.arena();
    let fuzzy = |typed: &str| arena.fuzzy_titles(typed, 10, &Cancel::default()).unwrap();
    assert_eq!(search(&arena, "digkö"), [0_i64; 0]);
    assert_eq!(fuzzy("digkö"), [IdeaId(2)]);
    assert_eq!(fuzzy("åtrbruk"), [IdeaId(1)]);
    assert_eq!(fuzzy("atrbruk"), []);
    assert_eq!(fuzzy("xyz"), []);
    assert_eq!(fuzzy(" "), []);
}

fn filtered(file: &File, line: &str) -> Filtered {
    let sluice = file.reader.every::<Sluice>().unwrap().first().unwrap().id;
    let filter = Filter::parse(line);
    assert_eq!(filter.problems, [], "{line}");
    let query = FilterQuery { sluice, filter, order: Order::ByHand, today: TODAY };
    file.reader.filtered(&query, None, &Cancel::default()).unwrap().unwrap()
}

#[test]
fn a_condition_lets_through_what_it_says_and_turned_round_all_else() {
    let file = File::seeded(300);
    let stages = file.stages();
    let people: Vec<Person> = file.reader.every().unwrap();
    let named = |id: Option<PersonId>, start: &str| {
        let person = people.iter().find(|person| Some(person.id) == id);
        person.is_some_and(|it| it.name.to_lowercase().split(' ').any(|n| n.starts_with(start)))
    };
    let warns: Vec<(StageId, Option<i64>)> = file
        .reader
        .every::<Stage>()
        .unwrap()
        .iter()
        .map(|stage| (stage.id, stage.warn_days))
        .collect();
    let age = |detail: &Detail| (TODAY - detail.idea.stage_since).get_days();
    let latest = |detail: &Detail| {
        let at = detail.comments.iter().map(|comment| comment.at.0).max()?;
        Some((1_795_435_200_000 - at) / 86_400_000)
    };
    type Holds<'a> = Box<dyn Fn(&Detail) -> bool + 'a>;
    let table: Vec<(&str, Holds)> = vec![
        ("#17", Box::new(|it| it.idea.id.0 == 17)),
        ("steg:2-3", Box::new(|it| stages[1..=2].contains(&it.idea.stage))),
        ("steg:behov", Box::new(|it| it.idea.stage == stages[1])),
        ("ägare:ingen", Box::new(|it| it.idea.owner.is_none())),
        ("ägare:någon", Box::new(|it| it.idea.owner.is_some())),
        ("ägare:öb", Box::new(|it| named(it.idea.owner, "öb"))),
        ("av:ann", Box::new(|it| named(it.idea.giver, "ann"))),
        ("enhet:soc", Box::new(|it| it.idea.unit.is_some_and(|unit| unit.0 == 3))),
        ("#skola", Box::new(|it| it.tags.iter().any(|tag| tag.tag.0 == 6))),
        ("tagg:ingen", Box::new(|it| it.tags.is_empty())),
        ("ålder>14", Box::new(|it| age(it) > 14)),
        ("ålder<=3", Box::new(|it| age(it) <= 3)),
        ("ålder:5", Box::new(|it| age(it) == 5)),
        (
            "förfaller<7",
            Box::new(|it| it.idea.next_due.is_some_and(|d| (d - TODAY).get_days() < 7)),
        ),
        ("kommenterad:7d", Box::new(|it| latest(it).is_some_and(|days| days <= 7))),
        ("kommenterad>7", Box::new(|it| latest(it).is_some_and(|days| days > 7))),
        ("kommenterad=3", Box::new(|it| latest(it) == Some(3))),
        ("utan:mottagare", Box::new(|it| it.idea.receiver.is_none())),
        ("utan:nästa-steg", Box::new(|it| it.text.next_step.is_empty())),
        ("utan:behov", Box::new(|it| it.text.need.is_empty())),
        ("utan:kommentar", Box::new(|it| it.comments.is_empty())),
        ("utan:svar", Box::new(|it| it.feedback.is_empty())),
        ("utan:profil", Box::new(|it| it.fillings.is_empty())),
        ("är:försenad", Box::new(|it| it.idea.next_due.is_some_and(|day| day < TODAY))),
        (
            "är:stillastående",
            Box::new(|it| {
                let stage = warns.iter().find(|(stage, _)| *stage == it.idea.stage);
                stage.and_then(|(_, days)| *days).is_some_and(|days| i64::from(age(it)) > days)
            }),
        ),
        (
            "är:obesvarad",
            Box::new(|it| {
                let cards = file.reader.cards(&[it.idea.id]).unwrap();
                cards.iter().any(|card| card.answer_due.is_some())
            }),
        ),
        ("utmaning:ingen", Box::new(|it| it.idea.challenge.is_none())),
        ("läge:vilande", Box::new(|it| it.idea.status == Status::Paused)),
        ("utfall:genomförd", Box::new(|it| it.idea.outcome.is_some())),
        ("känslighet:öppen", Box::new(|it| it.idea.sensitivity == Sensitivity::Open)),
        (
            "bygg",
            Box::new(|it| {
                let comments = it.comments.iter().map(|comment| &comment.text);
                let texts = [&it.idea.title, &it.text.need, &it.text.solution, &it.text.next_step];
                texts.into_iter().chain(comments).any(|text| text.to_lowercase().contains("bygg"))
            }),
        ),
    ];
    let details: Vec<Detail> =
        (1..=300).map(|id| file.reader.detail(IdeaId(id)).unwrap().unwrap()).collect();
    for (line, holds) in &table {
        for (line, is_turned) in [((*line).to_owned(), false), (format!("-{line}"), true)] {
            let found = filtered(&file, &line);
            let mut ids: Vec<IdeaId> =
                found.columns.iter().flat_map(|(_, ids)| ids.clone()).collect();
            ids.sort();
            let expected: Vec<&Idea> = details
                .iter()
                .filter(|it| holds(it) != is_turned)
                .map(|detail| &detail.idea)
                .collect();
            let shown = expected.iter().filter(|idea| idea.is_on_board());
            let shown: Vec<IdeaId> = shown.map(|idea| idea.id).collect();
            assert_eq!(ids, shown, "{line}");
            assert_eq!(found.total, ids.len());
            assert_eq!(found.off_board, expected.len() - shown.len(), "{line}");
        }
    }
}

#[test]
fn a_filtered_column_stands_in_the_column_s_own_order() {
    let file = File::seeded(300);
    let all = filtered(&file, "");
    for (stage, ids) in &all.columns {
        let window = file.reader.window(*stage, Order::ByHand, Anchor::Head, 1000).unwrap();
        assert_eq!(&file.reader.cards(ids).unwrap(), &window.cards);
    }
    let sluice = file.reader.every::<Sluice>().unwrap().first().unwrap().id;
    for order in Order::ALL {
        let query = FilterQuery { sluice, filter: Filter::default(), order, today: TODAY };
        let found = file.reader.filtered(&query, None, &Cancel::default()).unwrap().unwrap();
        for (stage, ids) in found.columns {
            let window = file.reader.window(stage, order, Anchor::Head, 1000).unwrap();
            assert_eq!(ids, window.cards.iter().map(|card| card.id).collect::<Vec<_>>());
        }
    }
}

fn list(file: &File, line: &str, sort: ListColumn, descending: bool) -> Vec<ListRow> {
    let filter = Filter::parse(line);
    let query = ListQuery { sluice: None, filter, sort, descending, today: TODAY };
    let ids = file.reader.list(&query, None, &Cancel::default()).unwrap().unwrap();
    file.reader.list_rows(&ids).unwrap()
}

#[test]
fn titles_stand_in_swedish_order() {
    let file = File::of(&["över", "zon", "Åsa", "ärlig", "Wester", "vik", "Vik", "éclair", "Ek"]);
    let titles = |descending| -> Vec<String> {
        list(&file, "", ListColumn::Title, descending).into_iter().map(|row| row.title).collect()
    };
    let expected = ["éclair", "Ek", "vik", "Vik", "Wester", "zon", "Åsa", "ärlig", "över"];
    assert_eq!(titles(false), expected);
    assert_eq!(titles(true), expected.iter().rev().copied().collect::<Vec<_>>());
}

#[test]
fn the_list_is_in_the_order_of_the_chosen_column_and_what_lacks_a_value_is_last() {
    let file = File::seeded(300);
    let stages = file.stages();
    for column in ListColumn::ALL {
        for descending in [false, true] {
            let rows = list(&file, "", column, descending);
            assert_eq!(rows.len(), 300);
            let key = |row: &ListRow| -> Option<i64> {
                let day = |day: jiff::civil::Date| i64::from((day - TODAY).get_days());
                match column {
                    ListColumn::Number => Some(row.id.0),
                    ListColumn::Stage => {
                        stages.iter().position(|it| *it == row.stage).map(|at| at as i64)
                    }
                    ListColumn::Status => Some(row.status as i64),
                    ListColumn::Age => Some(-day(row.stage_since)),
                    ListColumn::Due => row.next_due.map(day),
                    ListColumn::Comments => Some(row.comments),
                    ListColumn::Benefit => row.benefit_score,
                    ListColumn::Effort => row.effort_score,
                    ListColumn::Created => Some(row.created.0),
                    ListColumn::Changed => row.changed.map(|at| at.0),
                    ListColumn::Unit => row.unit.map(|_| 0),
                    ListColumn::Owner => row.owner.map(|_| 0),
                    ListColumn::Title => Some(0),
                }
            };
            let keys: Vec<Option<i64>> = rows.iter().map(key).collect();
            let mut sorted = keys.clone();
            sorted
                .sort_by_key(|key| key.map_or((1, 0), |it| (0, if descending { -it } else { it })));
            assert_eq!(keys, sorted, "{column:?} {descending}");
        }
    }
}

#[test]
fn an_order_in_the_filter_goes_before_the_list_s_own() {
    let file = File::of(&["b", "a", "c"]);
    let rows = list(&file, "ordning:rubrik -c", ListColumn::Number, true);
    let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["a", "b"]);
}
