//! People and what goes for good, on the screen: a person handed out, anonymised, erased; disposal
//! line by line; the page of information; the quiet word where a text says who somebody is.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use sluss::domain::{
    AddComment, AddEntry, CommentKind, Edit, Erasure, Filled, Idea, IdeaId, Language, List, Person,
    PersonId, RecordStatus, Remove,
};

use scene::Scene;

const NAME: &str = "Åsa Wallenrodh";

/// A board on which somebody had an idea and is named in a comment.
fn scene() -> Scene {
    let field = |field, now: &str| Filled { field, was: String::new(), now: now.to_owned() };
    let comment = |text: &str| AddComment {
        idea: IdeaId(1),
        kind: CommentKind::Comment,
        text: text.to_owned(),
    };
    Scene::with(
        "inkommen: [Kettle] | Drill",
        vec![
            AddEntry { list: List::People, name: NAME.into(), more: "070-184 55 12".into() }.into(),
            Edit { idea: IdeaId(1), fields: vec![field("giver", NAME)] }.into(),
            comment("Fråga Åsa Wallenrodh om nyckeln").into(),
            comment("Wallenrodhs bageri levererar").into(),
        ],
    )
}

fn people(scene: &Scene) -> Vec<String> {
    let people: Vec<Person> = scene.reader.every().unwrap();
    people.into_iter().map(|person| person.name).collect()
}

fn comments(scene: &Scene) -> Vec<String> {
    let raw = rusqlite::Connection::open(scene.file()).unwrap();
    let mut statement = raw.prepare("SELECT text FROM comment ORDER BY id").unwrap();
    let texts = statement.query_map([], |row| row.get(0)).unwrap();
    texts.map(Result::unwrap).collect()
}

#[test]
fn an_extract_is_written_to_a_file_and_changes_nothing() {
    let mut scene = scene();
    scene.press("space j p p ctrl-s");
    assert!(scene.notice().contains("registerutdrag-2026-11-23.txt"), "{}", scene.notice());
    let text = std::fs::read_to_string(scene.folder().join("registerutdrag-2026-11-23.txt"));
    let text = text.unwrap();
    for piece in [NAME, "070-184 55 12", "Idégivare: #1 Kettle", "Fråga Åsa Wallenrodh"] {
        assert!(text.contains(piece), "{piece}:\n{text}");
    }
    assert!(text.contains("Allt som filen har om personen 2026-11-23 "), "{text}");
    assert_eq!(people(&scene), [NAME]);
}

#[test]
fn an_extract_is_named_when_somebody_is_erased_later() {
    let mut scene = scene();
    scene.press("space j p p ctrl-s");
    scene.press_alone("space j p p 3 ctrl-s 1 ctrl-s right enter");
    let path = scene.folder().join("registerutdrag-2026-11-23.txt");
    let exports = scene.reader.remembered("exports").unwrap().unwrap();
    assert_eq!(exports, path.display().to_string());
    let screen = scene.screen(120, 40);
    assert!(screen.contains("registerutdrag-2026-11-23.txt"), "{screen}");
}

#[test]
fn anonymising_asks_hit_by_hit_and_once_more_and_keeps_what_is_to_stay() {
    let mut scene = scene();
    scene.press("space j p p 2 ctrl-s");
    let screen = scene.screen(80, 24);
    assert!(screen.contains("Avidentifiera Åsa Wallenrodh"), "{screen}");
    assert!(screen.contains("1 kvar att avgöra"), "{screen}");
    scene.press("ctrl-s");
    assert!(scene.notice().contains("1 träff är kvar att avgöra"), "{}", scene.notice());
    // The bakery is somebody else; then the question.
    scene.press("2 ctrl-s");
    let screen = scene.screen(80, 24);
    assert!(screen.contains("Det går inte att ångra"), "{screen}");
    assert!(screen.contains("tas bort: 1. Träffar som står kvar: 1."), "{screen}");
    scene.press_alone("right enter");
    let screen = scene.screen(80, 24);
    assert!(screen.contains("Avidentifierad"), "{screen}");
    assert!(screen.contains("annan person"), "{screen}");
    assert_eq!(comments(&scene), ["Fråga [borttaget] om nyckeln", "Wallenrodhs bageri levererar"]);
    assert_eq!(people(&scene), ["Idégivare, anonymiserad"]);
    scene.press("esc u");
    assert_eq!(people(&scene), ["Idégivare, anonymiserad"], "{}", scene.notice());
}

#[test]
fn a_question_that_is_closed_changes_nothing() {
    let mut scene = scene();
    scene.press("space j p p 3 ctrl-s tab tab tab enter enter");
    scene.press("esc esc esc esc");
    assert_eq!(people(&scene), [NAME]);
    let told: Vec<Erasure> = scene.reader.every().unwrap();
    assert!(told.is_empty());
}

#[test]
fn official_records_want_a_reference() {
    let mut scene = scene();
    scene.press("space j p p 2 tab 2 ctrl-s");
    assert!(scene.notice().contains("Ange beslutet som ger stöd"));
    assert_eq!(people(&scene), [NAME]);
    // What is missing is where one types next.
    scene.press("\"KS 2026/12\" ctrl-s");
    assert!(scene.screen(80, 24).contains("Säg om varje träff"), "{}", scene.screen(80, 24));
}

#[test]
fn that_a_person_stays_in_official_records_is_told_before_anything_is_done() {
    let field = |field, now: &str| Filled { field, was: String::new(), now: now.to_owned() };
    let fields = vec![field("giver", NAME), field("record_status", "inkommen_handling")];
    let edit = Edit { idea: IdeaId(1), fields };
    let mut scene = Scene::with("inkommen: [Kettle]", vec![edit.into()]);
    scene.press("space j p p 2 tab");
    assert!(scene.screen(80, 24).contains("handlingar står kvar"));
    scene.press("1 ctrl-s");
    let screen = scene.screen(80, 24);
    assert!(screen.contains("Personen står kvar i 1 idé som är en allmän handling."), "{screen}");
}

#[test]
fn what_is_erased_stands_in_the_protocol_and_the_protocol_only() {
    let mut scene = scene();
    scene.press_alone("space j p p 3 ctrl-s 1 ctrl-s right enter");
    assert_eq!(people(&scene), [""; 0]);
    scene.press("esc space l r");
    let screen = scene.screen(80, 24);
    assert!(screen.contains("raderad"), "{screen}");
    assert!(!screen.contains("Wallenrodh"), "{screen}");
    let ideas: Vec<Idea> = scene.reader.every().unwrap();
    assert!(ideas.iter().all(|idea| idea.giver.is_none()));
}

#[test]
fn another_program_stops_it_and_says_so() {
    let mut scene = scene();
    scene.press("space j p p 3 ctrl-s 1 ctrl-s right enter");
    assert!(scene.notice().contains("Ett annat program har filen öppen"), "{}", scene.notice());
    assert_eq!(people(&scene), [NAME]);
    assert!(!scene.screen(80, 24).contains("inte sparad"), "all that was saved still is");
    scene.press("esc esc esc esc n \"Lamp\" enter");
    assert_eq!(scene.model.frame.counts.values().sum::<usize>(), 3, "work goes on");
}

#[test]
fn nothing_is_disposed_of_that_was_not_chosen_and_approved() {
    let mut scene = Scene::with(
        "inkommen: [Kettle] | Drill | Lamp",
        vec![Remove { ideas: vec![IdeaId(1), IdeaId(2)] }.into()],
    );
    scene.press("space j r");
    assert!(scene.screen(80, 24).contains("Ingenting har sparats längre"));
    scene.press("ctrl-s");
    assert!(!scene.notice().contains("Välj minst en rad"), "there is none: {}", scene.notice());
    scene.press("esc").later(800).press("space j r ctrl-s");
    assert!(scene.notice().contains("Välj minst en rad"), "{}", scene.notice());
    scene.press("1 ctrl-s");
    scene.press_alone("right enter");
    let screen = scene.screen(80, 24);
    assert!(screen.contains("Gallrat") && screen.contains("gallringsprotokoll"), "{screen}");
    let ideas: Vec<Idea> = scene.reader.every().unwrap();
    let left: Vec<&str> = ideas.iter().map(|idea| idea.title.as_str()).collect();
    assert_eq!(left, ["Drill", "Lamp"]);
    let files = std::fs::read_dir(scene.folder()).unwrap();
    let protocol = files
        .map(|file| file.unwrap().path())
        .find(|path| path.to_string_lossy().contains("gallringsprotokoll"))
        .unwrap();
    let text = std::fs::read_to_string(protocol).unwrap();
    assert!(text.contains("Antal idéer: 1"), "{text}");
    assert!(!text.contains("Kettle"), "{text}");
}

#[test]
fn an_official_record_is_listed_as_one_and_stays_without_a_reference() {
    let field = |field, now: &str| Filled { field, was: String::new(), now: now.to_owned() };
    let status = RecordStatus::Received.key();
    let mut scene = Scene::with(
        "inkommen: [Kettle]",
        vec![
            Edit { idea: IdeaId(1), fields: vec![field("record_status", status)] }.into(),
            Remove { ideas: vec![IdeaId(1)] }.into(),
        ],
    );
    scene.later(800).press("space j r");
    assert!(scene.screen(80, 24).contains("(allmän handling)"));
    scene.press("1 ctrl-s");
    assert!(scene.notice().contains("allmän handling"), "{}", scene.notice());
}

#[test]
fn the_periods_are_the_files_own() {
    let mut scene =
        Scene::with("inkommen: [Kettle]", vec![Remove { ideas: vec![IdeaId(1)] }.into()]);
    scene.later(40).press("space j r");
    assert!(scene.screen(80, 24).contains("Ingenting har sparats längre"));
    scene.press("ctrl-a \"1\" tab tab tab enter");
    assert!(scene.screen(80, 24).contains("Kettle"), "{}", scene.screen(80, 24));
    assert_eq!(scene.reader.periods().unwrap().closed, 1);
}

#[test]
fn the_page_of_information_is_ones_own_to_write() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("space j i");
    assert!(scene.screen(80, 24).contains("Så hanterar vi personuppgifter"));
    scene.press("ctrl-a \"Fråga Lena.\" ctrl-s");
    let own = scene.reader.remembered("privacy-sv").unwrap();
    assert_eq!(own.as_deref(), Some("Fråga Lena."));
    scene.press("space j i");
    assert!(scene.screen(80, 24).contains("Fråga Lena."));
    scene.language(Language::En).press("esc space j i");
    assert!(scene.screen(80, 24).contains("How we handle personal data"));
}

#[test]
fn a_text_that_says_who_somebody_is_gets_a_quiet_word_and_is_saved_all_the_same() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("n \"Ring 070-123 45 67\"");
    assert!(scene.screen(80, 24).contains("Det ser ut som ett telefonnummer"));
    scene.press("enter c \"Fråga kim.berg@kommun.se\"");
    assert!(scene.screen(80, 24).contains("Det ser ut som en e-postadress"));
    scene.press("ctrl-s");
    assert_eq!(comments(&scene), ["Fråga kim.berg@kommun.se"]);
    scene.press("e tab \"Född 811218-9876\"");
    assert!(scene.screen(80, 24).contains("Det ser ut som ett personnummer"));
    scene.press("n");
    assert_eq!(scene.reader.find::<Person>(PersonId(1).0).unwrap(), None);
}

#[test]
fn pasted_lines_are_looked_at_too() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.paste("Lampor\nPnr 811218-9876\nRing 070-123 45 67");
    let screen = scene.screen(70, 20);
    assert!(screen.contains("3 idéer av 3 rader"), "{screen}");
    assert!(screen.contains("Det ser ut som ett personnummer"), "{screen}");
}

#[test]
fn a_contact_belongs_where_contacts_are() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("space j p n \"Vaktmästaren\" tab \"070-123 45 67\"");
    assert!(!scene.screen(80, 24).contains("telefonnummer"));
}
