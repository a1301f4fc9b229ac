//! A person who is erased: no byte of the name is left, wherever it stood, and nothing brings it back.
//! There are no votes yet, so that nobody can be named in one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sluss::domain::{
    AddComment, AddEntry, CommentId, CommentKind, Draft, Edit, Filled, IdeaId, List, Remove,
    RemoveComment, Stamp, Why,
};
use sluss::store::{Beside, Store, backup};

use crate::pty::Home;

const NAME: &str = "Åsa-Britt Wallenrodh Öhrnström";
const CONTACT: &str = "asabritt.wo@kommun.example, 070-184 55 12";
const NEEDLES: [&str; 6] =
    ["wallenrodh", "öhrnström", "ÖHRNSTRÖM", "asabritt", "184 55 12", "1845512"];

/// A file that knows the person, with an idea in it.
fn home() -> Home {
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Cykelpool"]);
    let (list, name, more) = (List::People, NAME.to_owned(), CONTACT.to_owned());
    home.commit(&AddEntry { list, name, more }.into());
    home
}

/// How often each file in the folder says any of the needles, in either case, as UTF-8 or UTF-16.
fn said(home: &Home) -> BTreeMap<PathBuf, usize> {
    let mut said = BTreeMap::new();
    let mut folders = vec![home.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).unwrap().to_ascii_lowercase();
            let count = |needle: &[u8]| memchr::memmem::find_iter(&bytes, needle).count();
            let hits: usize = NEEDLES
                .iter()
                .map(|needle| {
                    let wide: Vec<u8> = needle.encode_utf16().flat_map(u16::to_le_bytes).collect();
                    count(&needle.as_bytes().to_ascii_lowercase()) + count(&wide)
                })
                .sum();
            if hits > 0 {
                said.insert(path, hits);
            }
        }
    }
    said
}

/// Runs a subcommand; answers whether it went well, and what it said.
fn run(home: &Home, args: &[&str]) -> (bool, String) {
    let output = home.command(args).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

/// The name is there; the person is erased; it is nowhere, whatever is pressed afterwards.
fn is_erased(home: &Home) {
    let before = said(home);
    assert!(!before.is_empty(), "the search finds what there is");
    for deed in ["erase", "anonymise"] {
        let (done, told) = run(home, &["person", deed, NAME]);
        assert!(done && !told.is_empty(), "{told}");
        assert_eq!(said(home).len(), before.len(), "a preview changes nothing: {told}");
    }
    let (done, told) = run(home, &["person", "erase", NAME, "--keep", "0", "--yes"]);
    assert!(done, "{told}");
    nothing_is_left(home);
}

fn nothing_is_left(home: &Home) {
    assert_eq!(said(home), BTreeMap::new());
    for turn in ["undo", "redo"] {
        for _ in 0..5 {
            run(home, &[turn]);
        }
    }
    assert_eq!(said(home), BTreeMap::new(), "undone and done again");
    let (listed, told) = run(home, &["erasures"]);
    assert!(listed && told.contains("raderad"), "{told}");
    home.is_sound();
}

fn comment(home: &mut Home, text: &str) {
    let (idea, kind, text) = (IdeaId(1), CommentKind::Comment, text.to_owned());
    home.commit(&AddComment { idea, kind, text }.into());
}

#[test]
fn g1_an_idea_no_longer_names_who_was_erased() {
    let mut home = home();
    let field = |field, now: &str| Filled { field, was: String::new(), now: now.to_owned() };
    let fields = vec![field("giver", NAME), field("need", &format!("{NAME}s förslag"))];
    home.commit(&Edit { idea: IdeaId(1), fields }.into());
    is_erased(&home);
}

#[test]
fn g2_a_comment_no_longer_names_who_was_erased() {
    let mut home = home();
    comment(&mut home, &format!("Fråga {}", NAME.to_uppercase()));
    is_erased(&home);
}

#[test]
fn g4_the_history_and_steps_taken_back_no_longer_name_who_was_erased() {
    let mut home = home();
    comment(&mut home, &format!("Wallenrodh vet: {CONTACT}"));
    home.commit(&RemoveComment { comment: CommentId(1) }.into());
    comment(&mut home, &format!("{NAME} igen"));
    assert!(run(&home, &["undo"]).0);
    is_erased(&home);
}

#[test]
fn g5_drafts_searches_and_the_log_no_longer_name_who_was_erased() {
    let home = home();
    let mut store = Store::open(&home.file(), "another".into()).unwrap();
    let draft =
        |text: String| Draft { field: "need".into(), text, was: String::new(), at: Stamp(1) };
    store.keep_draft("idea:1", &[draft(format!("Mejla {CONTACT}"))]).unwrap();
    store.keep_draft("new", &[draft(format!("Hälsa {NAME}"))]).unwrap();
    store.discard_draft("new", Stamp(2)).unwrap();
    store.remember("searches", &format!("kök\n{NAME}")).unwrap();
    // Killed here: what was written last stands in the log.
    std::mem::forget(store);
    let drafts = Beside::of(&home.file()).drafts();
    std::fs::create_dir_all(&drafts).unwrap();
    let text = |file: &std::path::Path| {
        let head = format!("Sluss: text that is not saved yet\nfile: {}", file.display());
        format!("{head}\ntarget: idea:1\nat: 1\n\n= need\n  Ring {NAME}, {CONTACT}\n")
    };
    std::fs::write(drafts.join("sluss-1.txt"), text(&home.file())).unwrap();
    let left = home.another();
    for ending in ["-wal", "-shm"] {
        let name = format!("sluss.db{ending}");
        let from = home.folder().join(&name);
        if from.exists() {
            std::fs::copy(from, left.folder().join(&name)).unwrap();
        }
    }
    std::fs::create_dir_all(left.folder().join("drafts")).unwrap();
    std::fs::copy(drafts.join("sluss-1.txt"), left.folder().join("drafts/sluss-1.txt")).unwrap();
    assert!(said(&left).len() > 1);
    is_erased(&left);
}

#[test]
fn g6_backups_no_longer_name_who_was_erased_and_open() {
    let mut home = home();
    comment(&mut home, &format!("{NAME}, {CONTACT}"));
    let beside = Beside::of(&home.file());
    let why = sluss::domain::Why::Asked;
    let taken = backup::take(&home.file(), &beside, why).unwrap().unwrap();
    let damaged = beside.backups().join("sluss-2026-01-02T03.04.05-seq000001.db");
    std::fs::write(damaged, format!("x{NAME}")).unwrap();
    is_erased(&home);
    let [copy] = &backup::list(&beside).unwrap()[..] else { panic!("one copy") };
    assert_eq!(copy.name, taken.name);
    assert_eq!(backup::check(&beside, copy), sluss::domain::Soundness::Good);
    // The copy in the file's place: there is nothing in it either.
    std::fs::copy(beside.backups().join(&copy.name), home.file()).unwrap();
    assert!(run(&home, &["list"]).0);
    for _ in 0..5 {
        run(&home, &["undo"]);
    }
    assert_eq!(said(&home), BTreeMap::new(), "restored and undone");
}

#[test]
fn g_an_erasure_that_is_killed_has_not_begun_or_is_done() {
    for phase in ["rewriting", "copy", "searching", "replacing", "replaced"] {
        let mut home = home();
        comment(&mut home, &format!("{NAME}, {CONTACT}"));
        let beside = Beside::of(&home.file());
        backup::take(&home.file(), &beside, sluss::domain::Why::Asked).unwrap();
        let mut command = home.command(&["person", "erase", NAME, "--keep", "0", "--yes"]);
        let ended = command.env("SLUSS_FAULT", format!("erase:{phase}")).output().unwrap();
        assert!(!ended.status.success(), "{phase}");
        let (listed, told) = run(&home, &["erasures", "--json"]);
        assert!(listed, "{phase}: {told}");
        if told.contains("raderad") {
            assert_eq!(phase, "replaced");
        } else {
            let (there, told) = run(&home, &["person", "show", NAME]);
            assert!(there, "{phase}: the old file is whole: {told}");
            let (done, told) = run(&home, &["person", "erase", NAME, "--keep", "0", "--yes"]);
            assert!(done, "{phase}: {told}");
        }
        nothing_is_left(&home);
        let names = std::fs::read_dir(home.folder()).unwrap();
        let left = names
            .filter(|it| it.as_ref().unwrap().file_name().to_string_lossy().starts_with(".erase-"));
        assert_eq!(left.count(), 0, "{phase}: nothing half is left lying");
    }
}

#[test]
fn g_a_file_that_is_named_from_where_one_stands_is_erased_from_as_any_other() {
    let mut home = home();
    comment(&mut home, &format!("{NAME}, {CONTACT}"));
    let beside = Beside::of(&home.file());
    backup::take(&home.file(), &beside, sluss::domain::Why::Asked).unwrap();
    let mut command = home.command(&["person", "erase", NAME, "--keep", "0", "--yes"]);
    let ended = command.env("SLUSS_DB", "./sluss.db").output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    nothing_is_left(&home);
}

#[test]
fn g_another_program_at_the_file_is_told_and_nothing_is_changed() {
    let home = home();
    let mut other = home.run();
    other.until_says("Cykelpool");
    let (done, told) = run(&home, &["person", "erase", NAME, "--keep", "0", "--yes"]);
    assert!(!done);
    assert!(told.contains("Ett annat program har filen öppen"), "{told}");
    assert!(!said(&home).is_empty());
}

#[test]
fn d3_an_extract_holds_all_that_is_known_in_words_and_as_json() {
    let mut home = home();
    comment(&mut home, &format!("Fråga {NAME}"));
    let (done, told) = run(&home, &["person", "extract", NAME]);
    assert!(done, "{told}");
    for piece in [NAME, "asabritt", "Kommentar i #1: Fråga", "Texter som nämner personen"] {
        assert!(told.contains(piece), "{piece}: {told}");
    }
    let (_, told) = run(&home, &["person", "extract", NAME, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(json["person"]["name"], NAME);
    assert_eq!(json["hits"].as_array().unwrap().len(), 1);
}

#[test]
fn d7_what_is_kept_too_long_is_listed_previewed_and_disposed_of_with_a_protocol() {
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Zinkvitt bord", "Blir kvar"]);
    home.commit(&Remove { ideas: vec![IdeaId(1), IdeaId(2)] }.into());
    home.raw().execute("UPDATE idea SET removed = 1 WHERE id = 1", []).unwrap();
    let (listed, told) = run(&home, &["retention"]);
    assert!(listed && told.contains("1. Avslutad idé: #1 Zinkvitt bord"), "{told}");
    assert!(!told.contains("Blir kvar"), "{told}");
    let asked =
        ["retention", "--dispose", "alla", "--reference", "KS 2026/7", "--role", "Arkivarie"];
    let (done, told) = run(&home, &asked);
    assert!(done && told.contains("Ingenting är ändrat än"), "{told}");
    let (done, told) = run(&home, &[&asked[..], &["--yes"]].concat());
    assert!(done, "{told}");
    let path = told.lines().find_map(|line| line.strip_suffix(" är skapad.")).unwrap();
    let protocol = std::fs::read_to_string(path).unwrap();
    for line in ["Antal idéer: 1", "Stöd för gallring: KS 2026/7", "Utfört av: Arkivarie"] {
        assert!(protocol.contains(line), "{line}: {protocol}");
    }
    assert!(!protocol.contains("Zinkvitt"), "{protocol}");
    let bytes = std::fs::read(home.file()).unwrap();
    assert_eq!(memchr::memmem::find_iter(&bytes, "Zinkvitt".as_bytes()).count(), 0);
    home.is_sound();
}

#[test]
fn d7_a_number_counts_only_for_the_list_that_was_read() {
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Zinkvitt bord", "Xylofon", "Blir kvar"]);
    home.commit(&Remove { ideas: vec![IdeaId(1), IdeaId(2)] }.into());
    let removed = |home: &Home, idea: i64| {
        home.raw().execute("UPDATE idea SET removed = 1 WHERE id = ?1", [idea]).unwrap();
    };
    removed(&home, 2);
    let asked = ["retention", "--dispose", "1"];
    let (done, told) = run(&home, &asked);
    assert!(done && told.contains("Xylofon"), "{told}");
    let code = told.split("--seen ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    // Before the first line another has come.
    removed(&home, 1);
    let yes = ["retention", "--dispose", "1", "--yes", "--seen", &code];
    for args in [&yes[..], &yes[..4]] {
        let (done, told) = run(&home, args);
        assert!(!done && told.contains("1. Avslutad idé: #1 Zinkvitt bord"), "{told}");
        assert!(told.contains("Ingenting är ändrat"), "{told}");
    }
    assert_eq!(home.every::<sluss::domain::Idea>().len(), 3);
    let (done, told) = run(&home, &["retention", "--dispose", "2", "--yes", "--seen", &code]);
    assert!(done, "{told}");
    let left: Vec<i64> = home.every::<sluss::domain::Idea>().iter().map(|it| it.id.0).collect();
    assert_eq!(left, [1, 3]);
}

#[test]
fn g1_what_is_to_stay_by_its_number_is_what_was_read() {
    let mut home = home();
    comment(&mut home, "Fråga Wallenrodh");
    let keep = ["person", "erase", NAME, "--keep", "1", "--because", "annan"];
    let (done, told) = run(&home, &keep);
    assert!(done && told.contains("--yes --seen "), "{told}");
    let code = told.split("--seen ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    let yes = [&keep[..], &["--yes", "--seen", &code]].concat();
    comment(&mut home, "Wallenrodh igen");
    let (done, told) = run(&home, &yes);
    assert!(!done && told.contains("Ingenting är ändrat"), "{told}");
    let code = told.split("--seen ").nth(1).unwrap().trim().trim_end_matches('.').to_owned();
    let (done, told) = run(&home, &[&keep[..], &["--yes", "--seen", &code]].concat());
    assert!(done, "{told}");
    assert!(!said(&home).is_empty(), "what was to stay stays");
}

#[test]
fn g6_on_the_screen_it_is_told_how_far_it_has_come_and_keys_meanwhile_do_nothing() {
    let mut home = home();
    comment(&mut home, &format!("Fråga {NAME}"));
    for nth in 0..8 {
        comment(&mut home, &format!("{nth}"));
        backup::take(&home.file(), &Beside::of(&home.file()), Why::Asked).unwrap();
    }
    let mut running = home.run();
    running.until_says("Cykelpool").send(" jp").until_says("Wallenrodh").send("p");
    running.until_says("registerutdrag").send("3\u{13}").until_says("Ta bort resten");
    running.send("\u{13}").until_says("Det går inte att ångra");
    running.send("\u{1b}[C\r").until_says("Skriver om kopia").send("qnq").until_says("Raderad");
    running.until_says("Klart.").send("\u{1b}").until_says("Cykelpool").send("q");
    assert_eq!(running.ends(), 0);
    assert_eq!(said(&home), BTreeMap::new());
    assert_eq!(home.every::<sluss::domain::Idea>().len(), 1);
}
