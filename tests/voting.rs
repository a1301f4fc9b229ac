//! Votes by their screens: what is typed counts once, nothing tells how it stands before the reveal,
//! and the reveal asks once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use proptest::prelude::*;
use scene::Scene;
use sluss::app::Msg;
use sluss::domain::{
    AddWorkshop, Announced, Capture, Captured, Command, Idea, Language, Source, StageId, Stamp,
    StartWorkshop, VoteId, VoteState, WorkshopId,
};

const BOARD: &str = "inkommen: [Kettle] | Drill | Lamp | Rope";
const VOTE: VoteId = VoteId(1);

/// A vote on all four is open; how many are expected.
fn voting(expected: &str) -> Scene {
    let mut scene = Scene::of(BOARD);
    scene.press(&format!(r#"v enter "Nytta?" tab tab tab tab tab tab "{expected}" ctrl-s enter"#));
    scene
}

fn state(scene: &Scene) -> VoteState {
    scene.reader.vote(VOTE).unwrap().unwrap().vote.state
}

fn voted(scene: &Scene) -> i64 {
    scene.reader.turnout(VOTE).unwrap().voted
}

/// Options by number with their points, in the order of the result.
fn result(scene: &Scene) -> Vec<(i64, i64)> {
    let result = scene.reader.result(VOTE).unwrap().unwrap();
    result.standings.iter().map(|it| (it.number, it.sum)).collect()
}

#[test]
fn ballots_are_typed_as_numbers_and_shown_when_all_are_in() {
    let mut scene = voting("3");
    assert_eq!(state(&scene), VoteState::Open);
    scene.press(r#""1 2" enter "1 3" enter "1" enter"#);
    assert_eq!(voted(&scene), 3);
    assert!(scene.reader.result(VOTE).unwrap().is_none());
    scene.press("enter enter");
    assert_eq!(state(&scene), VoteState::Revealed);
    assert_eq!(result(&scene), [(1, 3), (2, 1), (3, 1), (4, 0)]);
}

#[test]
fn a_wrong_ballot_is_told_what_is_wrong_and_stands_where_it_was_typed() {
    let mut scene = voting("3");
    for (ballot, why) in [
        ("1 9", "9 är inte med i omröstningen."),
        ("1 1", "1 finns med två gånger. En gång räcker."),
        ("1 x", "x är inget nummer. Skriv förslagens nummer, som 3 7 12."),
        ("1 2 3 4", "4 prickar är för många. Var och en har 3."),
    ] {
        scene.press(&format!(r#""{ballot}" enter"#));
        assert_eq!(scene.notice(), why);
        assert_eq!(voted(&scene), 0);
        scene.press(&"backspace ".repeat(ballot.chars().count()));
    }
    scene.press("enter");
    assert_eq!(scene.notice(), "Skriv 0 för blank, eller ett frågetecken på en skala.");
    scene.press("0 enter");
    assert_eq!(voted(&scene), 1);
}

#[test]
fn the_last_ballot_is_corrected_or_taken_back_until_the_next() {
    let mut scene = voting("3");
    scene.press(r#""1 2" enter ctrl-z backspace "3" enter"#);
    assert_eq!(voted(&scene), 1);
    scene.press(r#""4" enter ctrl-z backspace enter"#);
    assert_eq!(voted(&scene), 1);
    scene.press("ctrl-z");
    assert_eq!(scene.notice(), "Det finns ingen röstsedel att rätta.");
    scene.press("tab enter right enter");
    assert_eq!(result(&scene), [(1, 1), (3, 1), (2, 0), (4, 0)]);
}

#[test]
fn the_reveal_asks_once_and_is_not_taken_back() {
    let mut scene = voting("3");
    scene.press(r#""1 2" enter tab enter enter"#);
    assert_eq!(state(&scene), VoteState::Open, "the first answer is not yet");
    scene.press("tab enter right enter");
    assert_eq!(scene.notice(), "Utfall visat.");
    scene.press("u");
    assert_eq!(state(&scene), VoteState::Revealed);
}

#[test]
fn raised_hands_are_counted_as_many_ballots() {
    let mut scene = voting("9");
    scene.press(r#"tab right enter down "5" down "2" tab enter"#);
    assert_eq!(voted(&scene), 9);
    scene.press("tab enter right enter");
    assert_eq!(result(&scene), [(1, 5), (2, 2), (3, 0), (4, 0)]);
}

#[test]
fn at_the_booth_nothing_is_left_of_who_voted_before() {
    let mut scene = voting("3");
    scene.press("tab right right enter");
    let cleared = scene.screen(70, 20);
    scene.press("enter + down + tab enter");
    assert_eq!(voted(&scene), 1);
    let after = scene.screen(70, 20).replace("1 av 3", "0 av 3");
    let without_notice = |picture: &str| {
        picture
            .lines()
            .filter(|line| !line.contains("Räknad"))
            .map(str::trim_end)
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(without_notice(&after), without_notice(&cleared));
    scene.press("enter + + esc esc");
    assert_eq!(voted(&scene), 1, "who stops has not voted");
}

#[test]
fn a_second_round_tells_how_they_moved() {
    let mut scene = voting("");
    scene.press(r#""1" enter "1" enter "2" enter tab enter right enter"#);
    scene.press("x x tab right enter");
    let second = scene.reader.vote(VoteId(2)).unwrap().unwrap();
    assert_eq!(second.options.len(), 2);
    scene.press(r#"enter "2" enter "2" enter "1" enter tab enter right enter"#);
    let screen = scene.screen(80, 24);
    assert!(screen.contains("upp 1") && screen.contains("ned 1"), "{screen}");
}

#[test]
fn two_digits_from_each_are_covered_until_they_are_shown_and_the_median_is_placed() {
    let mut scene = Scene::of(BOARD);
    scene.press("x down x v up 5 ctrl-s enter");
    scene.press(r#""42" enter "5 1" enter "1 5" enter"#);
    let before = scene.screen(70, 20);
    assert!(!before.contains("median"), "{before}");
    scene.press("tab enter right enter");
    let shown = scene.screen(70, 20);
    assert!(shown.contains("median 4") && shown.contains("Spridningen är stor"), "{shown}");
    scene.press("enter");
    let idea = scene.reader.every::<Idea>().unwrap().into_iter().find(|it| it.id.0 == 1).unwrap();
    assert_eq!((idea.benefit_score, idea.effort_score), (Some(4), Some(2)));
}

#[test]
fn on_the_matrix_arrows_and_digits_place_ideas_and_it_can_be_undone() {
    let mut scene = Scene::of(BOARD);
    let placed = |scene: &Scene| {
        let mut ideas = scene.reader.every::<Idea>().unwrap();
        ideas.sort_by_key(|idea| idea.id);
        ideas.iter().map(|it| (it.benefit_score, it.effort_score)).take(2).collect::<Vec<_>>()
    };
    scene.press("space w x up up left tab 5 1");
    assert_eq!(placed(&scene), [(Some(4), Some(2)), (Some(5), Some(1))]);
    scene.press("u");
    assert_eq!(placed(&scene)[1], (None, None));
    scene.press("t");
    let screen = scene.screen(70, 20);
    assert!(screen.contains("nytta 4, insats 2 · gör nu · 1 Kettle"), "{screen}");
}

#[test]
fn before_a_room_what_is_typed_is_covered() {
    let mut scene = voting("3");
    scene.press("esc esc esc f5 esc v");
    scene.press(r#""1 2""#);
    let screen = scene.screen(70, 20);
    assert!(screen.contains("• •") && !screen.contains("Röstsedel 1  1 2"), "{screen}");
}

/// Presses the mouse on the first letter of a text.
fn click_on(scene: &mut Scene, text: &str) {
    let size = scene.model.size;
    let picture = scene.screen(size.columns, size.rows);
    let find =
        |line: &str| line.find(text).and_then(|at| line.get(..at)).map(|it| it.chars().count());
    let mut hits = picture.lines().zip(0_u16..).filter_map(|(line, y)| Some((find(line)?, y)));
    let (x, y) = hits.next().unwrap_or_else(|| panic!("no {text} in\n{picture}"));
    scene.click(u16::try_from(x).unwrap(), y);
}

#[test]
fn the_mouse_opens_votes_presses_buttons_and_marks_what_goes_on() {
    for size in [(60, 18), (70, 20), (120, 36), (200, 60)] {
        let mut scene = voting("2");
        scene.size(size.0, size.1);
        scene.press(r#""1 2" enter esc"#);
        click_on(&mut scene, "Nytta?");
        click_on(&mut scene, "Nytta?");
        scene.press(r#""2" enter"#);
        assert_eq!(voted(&scene), 2, "the row opened the vote");
        click_on(&mut scene, "Visa utfallet");
        click_on(&mut scene, "Ja");
        assert_eq!(state(&scene), VoteState::Revealed);
        click_on(&mut scene, "Kettle");
        click_on(&mut scene, "Kettle");
        click_on(&mut scene, "Ny omgång");
        let second = scene.reader.vote(VoteId(2)).unwrap().unwrap();
        let titles: Vec<&str> = second.options.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(titles, ["Kettle"], "at {size:?}");
    }
}

#[test]
fn the_mouse_counts_hands_and_votes_at_the_booth() {
    let mut scene = voting("9");
    click_on(&mut scene, "Räkna händer");
    click_on(&mut scene, "Lamp");
    scene.press(r#""4""#);
    click_on(&mut scene, "Klar, räkna in");
    assert_eq!(voted(&scene), 9);
    let mut scene = voting("1");
    click_on(&mut scene, "Valbås");
    click_on(&mut scene, "Nästa person");
    click_on(&mut scene, "Rope");
    if !scene.screen(80, 24).contains('●') {
        click_on(&mut scene, "Rope");
    }
    click_on(&mut scene, "Klar, räkna in");
    scene.press("esc tab enter right enter");
    assert_eq!(result(&scene).first(), Some(&(4, 1)));
}

#[test]
fn a_press_on_the_matrix_goes_to_an_idea_and_moves_none() {
    let mut scene = Scene::of(BOARD);
    scene.press("space w x 4 2 tab 4 2 tab 5 1 up");
    scene.size(60, 18);
    let placed = |scene: &Scene| {
        let ideas = scene.reader.every::<Idea>().unwrap();
        ideas.into_iter().map(|it| (it.id, it.benefit_score, it.effort_score)).collect::<Vec<_>>()
    };
    let before = placed(&scene);
    for focused in ["[1]", "[2]", "[1]"] {
        let (x, y) = field_of(&scene.screen(60, 18));
        scene.click(x, y);
        let screen = scene.screen(60, 18);
        assert!(screen.contains(focused), "{focused}: {screen}");
    }
    assert_eq!(placed(&scene), before);
}

/// The field where benefit is 4 and effort 2, by the rows of the matrix.
fn field_of(picture: &str) -> (u16, u16) {
    let (line, y) = picture.lines().zip(0_u16..).find(|(line, _)| line.starts_with(" 4 ")).unwrap();
    let bars: Vec<usize> =
        line.chars().enumerate().filter(|(_, c)| *c == '│').map(|(at, _)| at).collect();
    (u16::try_from(*bars.get(1).unwrap() + 3).unwrap(), y)
}

#[test]
fn while_a_workshop_is_held_the_matrix_has_its_ideas_or_those_marked() {
    let announced = Announced { title: "Idédag".into(), ..Announced::default() };
    let idea = |title: &str| Captured { title: title.into(), ..Captured::default() };
    let all: Vec<Command> = vec![
        AddWorkshop { announced, template: "empty".into(), language: Language::Sv }.into(),
        StartWorkshop { workshop: WorkshopId(1) }.into(),
        Capture {
            stage: StageId(1),
            lines: vec![idea("Ramp"), idea("Lånecykel")],
            source: Source::Workshop,
        }
        .into(),
    ];
    let mut scene = Scene::with(BOARD, all);
    scene.press("v down enter t");
    let screen = scene.screen(70, 20);
    assert!(screen.contains("Ramp") && screen.contains("Lånecykel"), "{screen}");
    assert!(!screen.contains("Kettle"), "{screen}");
}

#[test]
fn a_lone_minus_on_a_single_option_is_against_it_and_each_kind_tells_how_to_type() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"v enter up 4 tab "Så?" ctrl-s enter"#);
    let size = scene.model.size;
    scene.press("tab up");
    let screen = scene.screen(size.columns, size.rows);
    assert!(screen.contains("Skriv +, 0 eller - för varje"), "{screen}");
    scene.press(r#""-" enter tab enter right enter"#);
    let result = scene.reader.result(VOTE).unwrap().unwrap();
    assert_eq!(result.standings.first().map(|it| it.minus), Some(1));
}

#[test]
fn no_line_of_a_vote_is_cut_at_sixty_columns() {
    for language in [Language::Sv, Language::En] {
        let mut scene = voting("3");
        scene.language(language);
        scene.size(60, 18);
        for way in [
            "tab",
            "right enter",
            "esc tab right right enter",
            "enter",
            "esc esc",
            r#""1" enter"#,
            "tab enter right enter",
            "o",
        ] {
            scene.type_in(way);
            let screen = scene.screen(60, 18);
            assert!(!screen.contains('…'), "{way}: {screen}");
        }
    }
}

/// A ballot on four options with three dots.
fn ballots() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let ballot = proptest::sample::subsequence(vec![1, 2, 3, 4], 0..=3);
    proptest::collection::vec(ballot, 3)
}

/// Every screen on the way, whatever was voted.
fn screens(ballots: &[Vec<u8>], language: Language, size: (u16, u16)) -> Vec<String> {
    let mut scene = voting("5");
    scene.language(language);
    for ballot in ballots {
        let typed: Vec<String> = ballot.iter().map(u8::to_string).collect();
        let typed = if typed.is_empty() { "0".into() } else { typed.join(" ") };
        scene.type_in(&format!(r#""{typed}" enter"#));
    }
    let ways = [
        "tab",
        "right enter",
        "esc",
        "tab right right enter",
        "esc",
        "tab enter",
        "enter",
        "esc",
        "esc space l h",
        "esc v esc",
        "esc f5 esc v",
        "esc esc",
    ];
    let mut screens = Vec::new();
    for way in ways {
        scene.type_in(way);
        screens.push(scene.screen(size.0, size.1));
    }
    screens
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// As many ballots, whatever is on them, give the very same screens: nothing on them can be known.
    #[test]
    fn no_screen_tells_anything_of_what_was_voted(
        one in ballots(),
        other in ballots(),
        english in any::<bool>(),
        size in prop_oneof![Just((60, 18)), Just((70, 20)), Just((120, 36)), Just((200, 60))],
    ) {
        let language = if english { Language::En } else { Language::Sv };
        prop_assert_eq!(screens(&one, language, size), screens(&other, language, size));
    }
}

/// The clock goes on though nobody touches a key; the program wakes when it asked for it.
fn after(scene: &mut Scene, seconds: i64) {
    let now = scene.model.held.now;
    let then = Stamp(now.0 + seconds * 1000);
    scene.clock(then, scene.model.today);
    let wakes = scene.model.next_wake(now).is_some_and(|wake| wake <= then);
    let size = scene.model.size;
    scene.send(if wakes { Msg::Tick } else { Msg::Resize(size) });
}

#[test]
fn the_booth_clears_itself_after_a_minute_without_a_key() {
    for behind_curtain in [false, true] {
        let mut scene = voting("3");
        scene.press("tab right right enter enter +");
        if behind_curtain {
            scene.press("f8");
        }
        after(&mut scene, 59);
        if !behind_curtain {
            // A key that is heard makes it wait anew.
            scene.press("down");
            after(&mut scene, 59);
        }
        assert!(scene.model.next_wake(scene.model.held.now).is_some());
        after(&mut scene, 1);
        if behind_curtain {
            scene.press("f8");
        }
        let screen = scene.screen(70, 20);
        assert!(screen.contains("Skärmen tömdes") && !screen.contains('●'), "{screen}");
        assert_eq!(scene.model.next_wake(scene.model.held.now), None, "it sleeps");
        assert_eq!(voted(&scene), 0);
        scene.press("enter");
        assert!(!scene.screen(70, 20).contains('●'), "the next begins anew");
    }
}

#[test]
fn in_a_second_window_the_booth_is_the_same_and_each_counts_once() {
    let mut scene = voting("3");
    let mut booth = scene.another();
    booth.press("v tab right right enter enter + tab enter");
    scene.send(Msg::Changed);
    scene.press(r#""1 2" enter"#);
    assert_eq!((voted(&scene), voted(&booth)), (2, 2));
    // The first window cannot put right what is no longer the last.
    booth.send(Msg::Changed);
    booth.press("enter + tab enter");
    scene.send(Msg::Changed);
    scene.press(r#"ctrl-z backspace "3" enter"#);
    assert_eq!(scene.notice(), "Nästa röstsedel är räknad. Den förra kan inte ändras.");
    assert_eq!(voted(&scene), 3);
}

/// Somebody else holds the file while something is done.
fn locked(scene: &mut Scene, keys: &str) {
    let other = rusqlite::Connection::open(scene.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    scene.type_in(keys);
    other.execute_batch("ROLLBACK").unwrap();
}

#[test]
fn a_ballot_that_could_not_be_saved_stands_on_its_line_and_counts_once_when_tried_again() {
    let mut scene = voting("3");
    locked(&mut scene, r#""1 2" enter"#);
    assert_eq!(scene.notice(), "Röstsedeln är inte räknad. Ett annat program håller filen.");
    assert_eq!(voted(&scene), 0);
    scene.press("enter");
    assert_eq!(voted(&scene), 1);
    // One that was to be put right is still put right, not counted beside what it stands for.
    locked(&mut scene, r#"ctrl-z backspace "3" enter"#);
    scene.press("enter");
    assert_eq!(voted(&scene), 1);
    scene.press("tab enter right enter");
    assert_eq!(result(&scene), [(1, 1), (3, 1), (2, 0), (4, 0)]);
}

#[test]
fn a_ballot_of_the_booth_that_could_not_be_saved_is_kept_unseen_and_tried_again() {
    let mut scene = voting("3");
    scene.press("tab right right enter enter +");
    locked(&mut scene, "tab enter");
    assert_eq!(voted(&scene), 0);
    let screen = scene.screen(70, 20);
    assert!(screen.contains("En röstsedel är inte räknad") && !screen.contains('●'), "{screen}");
    // The next may vote before it, and neither is lost.
    scene.press("enter down + tab enter");
    assert_eq!(voted(&scene), 1);
    scene.press("tab enter");
    assert_eq!(voted(&scene), 2);
    assert!(!scene.screen(70, 20).contains("inte räknad"));
}

/// Every file beside the database, byte for byte.
fn bytes(scene: &Scene) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![scene.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(scene.folder()).unwrap().display().to_string();
            // Who reads and writes just now; nothing of the content.
            if !name.ends_with("-shm") && !name.ends_with(".lock") {
                files.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn once_it_is_shown_no_byte_tells_one_way_to_vote_from_another_with_the_same_result() {
    let shown = |ballots: [&str; 4]| {
        let mut scene = voting("4");
        for ballot in ballots {
            scene.press(&format!(r#""{ballot}" enter"#));
        }
        scene.press("enter enter");
        assert_eq!(result(&scene), [(1, 2), (2, 2), (3, 2), (4, 2)]);
        bytes(&scene)
    };
    let (one, other) = (shown(["1 2", "1 2", "3 4", "3 4"]), shown(["1 4", "2 3", "2 4", "1 3"]));
    for ((name, one), (named, other)) in one.iter().zip(&other) {
        assert_eq!((name, one.len()), (named, other.len()));
        let differ: Vec<usize> =
            (0..one.len()).filter(|at| one.get(*at) != other.get(*at)).collect();
        assert!(differ.is_empty(), "{name} differs at {differ:?}");
    }
    assert_eq!(one.len(), other.len());
}

/// What every subcommand that only tells says of a file, with and without `--json`, and what the log
/// of the program has.
fn told_by_subcommands(scene: &Scene) -> Vec<String> {
    let folder = scene.folder();
    let home = tempfile::tempdir().unwrap();
    let log = home.path().join("log");
    let asked = [
        "list",
        "show 1",
        "todo",
        "history",
        "search Kettle",
        "minutes",
        "export",
        "backups",
        "check",
        "person",
        "retention",
        "privacy",
        "erasures",
        "where",
        "undo",
        "redo",
    ];
    let mut told = Vec::new();
    for asked in asked {
        for json in [false, true] {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sluss"));
            command.args(asked.split(' ')).args(json.then_some("--json")).env_clear();
            command.env("HOME", home.path()).env("SLUSS_DB", scene.file()).env("SLUSS_LOG", &log);
            let said = command.stdin(std::process::Stdio::null()).output().unwrap();
            let [out, err] = [said.stdout, said.stderr].map(|it| {
                let text = String::from_utf8(it).unwrap();
                // How long a check took is nobody's vote.
                let text: Vec<&str> = text
                    .lines()
                    .filter(|line| {
                        !line.contains("milliseconds") && !line.contains("Kontrollerat på")
                    })
                    .collect();
                text.join("\n")
                    .replace(folder.to_str().unwrap(), "…")
                    .replace(home.path().to_str().unwrap(), "…")
            });
            told.push(format!("{asked} {json}: {:?}\n{out}\n{err}", said.status.code()));
        }
    }
    told
}

#[test]
fn no_subcommand_tells_anything_of_what_was_voted_before_it_is_shown() {
    let told = |ballots: [&str; 3]| {
        let mut scene = voting("5");
        for ballot in ballots {
            scene.press(&format!(r#""{ballot}" enter"#));
        }
        told_by_subcommands(&scene)
    };
    let (one, other) = (told(["1 2", "1", "0"]), told(["3 4", "2 3 4", "1"]));
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one, other);
    }
    assert!(one.iter().any(|told| told.contains("Kettle")), "{one:?}");
}
