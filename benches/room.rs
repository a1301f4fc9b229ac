//! Two windows in a workshop, measured from outside: from a ballot that is entered to its turnout on
//! the audience window, and what a running clock costs in a minute.

#![cfg(unix)]
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![allow(clippy::unwrap_used, reason = "a bench fails by panicking")]

#[path = "../tests/common/pty.rs"]
mod pty;

use std::time::{Duration, Instant};

use pty::{Home, PATIENCE, Running};
use sluss::domain::{
    AddWorkshop, AgendaItem, Announced, GoToItem, Language, SceneKind, StartWorkshop, WorkshopId,
};

const BALLOTS: usize = 200;
const MINUTE: Duration = Duration::from_secs(60);

fn main() {
    let mut home = held();
    let mut audience = home.start().args(["screen"]).size(80, 24).run();
    let mut person = home.start().size(80, 24).run();
    open(&mut person, &mut audience);
    ballots("at a person's pace", 0, Duration::from_millis(250), &mut person, &mut audience);
    ballots("one straight after the other", BALLOTS, Duration::ZERO, &mut person, &mut audience);
    person.press("esc esc");
    to(&mut home, SceneKind::Text);
    person.until_says("Incheckning").settle();
    audience.until_says("Säg ditt namn").settle();
    println!("\na minute with the clock on the screen of both windows");
    a_minute(&mut [("run sheet", &mut person), ("audience", &mut audience)]);
    person.press("esc").until_says("Inkommen").settle();
    println!("\na minute with the board on the person's window");
    a_minute(&mut [("board", &mut person), ("audience", &mut audience)]);
    println!();
}

/// A workshop that has begun, with seven ideas.
fn held() -> Home {
    let mut home = Home::own();
    home.capture(&["Krokar", "Bänk", "Skohylla", "Torkskåp", "Bilder", "Matta", "Spår"]);
    let announced =
        Announced { title: "Idédag".into(), people: Some(500), ..Announced::default() };
    let template = "intake-120".to_owned();
    home.commit(&AddWorkshop { announced, template, language: Language::Sv }.into());
    home.commit_now(&StartWorkshop { workshop: WorkshopId(1) }.into());
    to(&mut home, SceneKind::Ballot);
    home
}

fn to(home: &mut Home, kind: SceneKind) {
    let items: Vec<AgendaItem> = home.every();
    let item = items.iter().find(|item| item.scene == kind).unwrap().id;
    home.commit_now(&GoToItem { item }.into());
}

fn open(person: &mut Running, audience: &mut Running) {
    person.until_says("Moment").press(r#"v enter "Nytta" ctrl-s"#).until_says("inte öppnad");
    person.press("enter").until_says("0 av 500");
    audience.until_says("0 av 500");
}

/// Ballots after so many others, with a pause before each.
fn ballots(how: &str, after: usize, pause: Duration, person: &mut Running, audience: &mut Running) {
    let mut took: Vec<Duration> = (after + 1..=after + BALLOTS)
        .map(|nth| {
            person.press(r#""2 3 5""#).listen(pause).settle();
            let (began, told) = (Instant::now(), format!("{nth} av 500"));
            person.press("enter");
            assert!(audience.shows(PATIENCE, |screen| screen.contains(&told)), "{told}");
            let took = began.elapsed();
            person.until_says(&told);
            took
        })
        .collect();
    took.sort_unstable();
    let at = |part: usize| took.get((took.len() - 1) * part / 100).unwrap().as_secs_f64() * 1e3;
    println!("\na ballot entered, its turnout on the audience window, {BALLOTS} times {how}");
    println!("  median {:.1} ms, p95 {:.1} ms, most {:.1} ms", at(50), at(95), at(100));
}

fn a_minute(windows: &mut [(&str, &mut Running)]) {
    let before: Vec<(u64, Duration)> =
        windows.iter().map(|(_, it)| (it.sleeps(), it.processor_time())).collect();
    let until = Instant::now() + MINUTE;
    while Instant::now() < until {
        for (_, window) in &mut *windows {
            window.listen(Duration::from_millis(100));
        }
    }
    for ((name, window), (slept, worked)) in windows.iter().zip(before) {
        let woken = window.sleeps() - slept;
        let spent = (window.processor_time() - worked).as_secs_f64() * 1e3;
        println!("  {name}: woken {woken} times, {spent:.1} ms of processor");
    }
}
