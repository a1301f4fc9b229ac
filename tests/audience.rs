//! Two windows on one file, each a program of its own under a real pseudo-terminal: what is done at
//! the one is on the other, and nothing else.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/pty.rs"]
mod pty;

use pty::{Home, Running, Signal};
use sluss::domain::{
    AddWorkshop, AgendaItem, Announced, EndWorkshop, GoToItem, Language, NextItem, SceneKind,
    StartWorkshop, WorkshopId,
};

const WORKSHOP: WorkshopId = WorkshopId(1);

/// A workshop that is to be held, of people who take their time.
fn planned() -> Home {
    let mut home = Home::own();
    let question = "Hur blir det lugnt i hallen?".to_owned();
    let announced = Announced { title: "Idédag".into(), question, ..Announced::default() };
    let template = "intake-120".to_owned();
    home.commit_now(&AddWorkshop { announced, template, language: Language::Sv }.into());
    home
}

fn held(kind: SceneKind) -> Home {
    let mut home = planned();
    home.commit_now(&StartWorkshop { workshop: WORKSHOP }.into());
    let items: Vec<AgendaItem> = home.every();
    let item = items.iter().find(|item| item.scene == kind).unwrap().id;
    home.commit_now(&GoToItem { item }.into());
    home
}

fn audience(home: &Home) -> Running {
    home.start().args(["screen"]).size(70, 20).run()
}

#[test]
fn what_the_person_does_is_on_the_audience_window() {
    let mut home = held(SceneKind::Capture);
    let mut audience = audience(&home);
    let mut person = home.run();
    audience.until_says("0 idéer");
    assert!(audience.text().contains("Hur blir det lugnt i hallen?"), "{}", audience.text());
    // Whoever begins during a workshop has its run sheet.
    person.until_says("Idédag").press(r#"i "Hängare i barnhöjd" enter"#);
    audience.until_says("1 Hängare i barnhöjd");
    person.press(r#""Skohylla" enter"#);
    audience.until("the newest first", |screen| {
        screen.find("2 Skohylla").zip(screen.find("1 Hängare")).is_some_and(|(a, b)| a < b)
    });
    // The curtain falls in the middle of a word; what is typed behind it is saved.
    person.press(r#""Krok" f8"#);
    audience.until("the curtain", |screen| {
        screen.contains("Paus") && !screen.contains("Skohylla") && !screen.contains("hallen")
    });
    person.press(r#""ar" enter f8"#);
    audience.until_says("3 Krokar");
    person.press("esc");
    home.commit_now(&NextItem { workshop: WORKSHOP }.into());
    audience.until_says("7 av 16");
    home.commit_now(&EndWorkshop { workshop: WORKSHOP }.into());
    audience.until_says("när den börjar");
    person.press("esc q");
    assert_eq!(person.ends(), 0);
    audience.send("q");
    assert_eq!(audience.ends(), 0);
    audience.is_restored();
}

#[test]
fn it_waits_for_a_workshop_and_writes_nothing() {
    let mut home = planned();
    let mut audience = audience(&home);
    audience.until_says("när den börjar");
    let before = home.reader().live_version().unwrap();
    for key in ["n", "b", "x", "d", "enter", "f8", "f5", "pgdn", "t"] {
        audience.press(key);
    }
    audience.settle();
    assert!(audience.text().contains("när den börjar"), "{}", audience.text());
    assert_eq!(home.reader().live_version().unwrap(), before);
    home.commit_now(&StartWorkshop { workshop: WORKSHOP }.into());
    let mut person = home.run();
    audience.until_says("1 av 16");
    person.until_says("Idédag").press("esc q");
    assert_eq!(person.ends(), 0);
    audience.signal(Signal::TERM);
    assert_eq!(audience.ends(), 128 + 15);
    audience.is_restored();
}

#[test]
fn a_window_that_is_killed_leads_again_when_it_comes_back() {
    let mut home = held(SceneKind::Capture);
    let mut audience = audience(&home);
    let mut person = home.run();
    audience.until_says("0 idéer");
    person.kill();
    let mut again = home.run();
    again.until_says("Idédag");
    home.commit_now(&NextItem { workshop: WORKSHOP }.into());
    audience.until_says("7 av 16");
    again.press("f8");
    audience.until_says("Paus");
    again.press("f8 esc q");
    assert_eq!(again.ends(), 0);
    audience.press("esc");
    assert_eq!(audience.ends(), 0);
}

#[test]
fn a_clicker_goes_on_while_a_ballot_is_being_typed_and_the_line_stands() {
    let mut home = held(SceneKind::Ballot);
    home.capture(&["Krokar", "Bänk", "Skohylla"]);
    let mut person = home.start().size(80, 24).run();
    person.until_says("Moment 10").press(r#"v enter "Nytta" ctrl-s"#).until_says("inte öppnad");
    person.press("pgdn").until_says("Moment 11 börjar");
    person.press("enter").until_says("0 har röstat");
    person.press(r#""1 2" pgdn"#).until_says("Moment 12 börjar");
    assert!(person.text().contains("Röstsedel 1  1 2"), "{}", person.text());
    person.press("pgup").until_says("Tillbaka i moment 11");
    person.press("enter").until_says("1 har röstat");
}
