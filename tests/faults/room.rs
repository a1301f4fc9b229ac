//! Killed in the middle of a workshop: the next start is at the same item with its clock, and each
//! ballot that was counted counts once.

use std::time::Duration;

use sluss::domain::{
    AddWorkshop, AgendaItem, Announced, GoToItem, Idea, ItemState, Language, SceneKind,
    StartWorkshop, WorkshopId,
};

use super::pty::{Dice, Home, rounds, seed, tell};

const WORKSHOP: WorkshopId = WorkshopId(1);

/// A workshop that is being held, with seven ideas.
fn held() -> Home {
    let mut home = Home::own();
    let announced =
        Announced { title: "Idédag".into(), people: Some(200), ..Announced::default() };
    let template = "intake-120".to_owned();
    home.commit_now(&AddWorkshop { announced, template, language: Language::Sv }.into());
    home.commit_now(&StartWorkshop { workshop: WORKSHOP }.into());
    home
}

fn at(home: &mut Home, kind: SceneKind) {
    let items: Vec<AgendaItem> = home.every();
    let item = items.iter().find(|item| item.scene == kind).unwrap();
    if item.state != ItemState::Now {
        home.commit_now(&GoToItem { item: item.id }.into());
    }
}

/// Which item is held, and where the file has its clock.
fn stands(home: &Home) -> (String, String) {
    let items: Vec<AgendaItem> = home.every();
    let now: Vec<&AgendaItem> = items.iter().filter(|item| item.state == ItemState::Now).collect();
    let [item] = now.as_slice() else { panic!("one item is held, not {}", now.len()) };
    (item.title.clone(), format!("{:?} {:?}", item.started, item.minutes))
}

fn steps(home: &Home) -> i64 {
    home.raw().query_row("SELECT max(seq) FROM journal", [], |row| row.get(0)).unwrap()
}

fn is_kept(home: &Home, text: &str) -> bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM draft WHERE text = ?1)";
    home.raw().query_row(sql, [text], |row| row.get(0)).unwrap()
}

/// What is going on when the program is killed: keys, and what the screen then says.
fn middle(kind: SceneKind) -> (&'static str, &'static str) {
    match kind {
        SceneKind::Text => ("t", "Pausad"),
        SceneKind::Capture => (r#"i "Fiskespön" enter "Gung""#, "1 idé"),
        SceneKind::Groups => ("+", "Moment"),
        SceneKind::Break => ("b", "Paus"),
        SceneKind::Ballot => (r#"enter n "Nytta" "#, "Nytta"),
        SceneKind::Matrix => ("enter 4", "Nytta och insats"),
        SceneKind::Gate => (r#"p "Hyr""#, "Hyr"),
        SceneKind::Actions => (r#"enter n "Ring""#, "Ring"),
        _ => ("enter", ""),
    }
}

#[test]
fn k13_killed_in_the_middle_of_each_kind_of_item_the_workshop_goes_on_there() {
    let mut home = held();
    let items: Vec<AgendaItem> = home.every();
    let mut kinds: Vec<SceneKind> = Vec::new();
    for item in &items {
        if !kinds.contains(&item.scene) {
            kinds.push(item.scene);
        }
    }
    assert!(kinds.len() >= 9, "{kinds:?}");
    for kind in kinds {
        at(&mut home, kind);
        let mut person = home.run();
        person.until_says("Moment");
        let (keys, says) = middle(kind);
        person.press(keys).until_says(says);
        person.settle();
        // The clock is saved after it is shown; what a kill takes of it is a moment.
        while kind == SceneKind::Text && home.reader().remembered("clock").unwrap().is_none() {
            person.listen(Duration::from_millis(1));
        }
        while kind == SceneKind::Capture && !is_kept(&home, "Gung") {
            person.listen(Duration::from_millis(1));
        }
        let stood = stands(&home);
        let before = steps(&home);
        person.kill();
        home.is_sound();
        assert_eq!(stands(&home), stood, "{kind:?}");
        let mut again = home.run();
        again.until_says("Moment");
        assert!(again.text().contains(&stood.0), "{kind:?}: {}", again.text());
        if kind == SceneKind::Text {
            again.until_says("Pausad");
        }
        if kind == SceneKind::Capture {
            again.press("i up").until_says("Gung").press("esc");
        }
        assert_eq!(steps(&home), before, "{kind:?}: nothing happens by itself");
        again.kill();
    }
    let ideas: Vec<Idea> = home.every();
    let fishing = ideas.iter().filter(|idea| idea.title == "Fiskespön");
    assert_eq!(fishing.count(), 1, "what was saved is there once");
}

/// Ballots on which each names the same three: the sum of points tells how many were counted.
const BALLOT: &str = "2 3 5";

fn turnout(home: &Home) -> i64 {
    let sql = "SELECT coalesce(sum(voted), 0) FROM turnout";
    home.raw().query_row(sql, [], |row| row.get(0)).unwrap()
}

fn points(home: &Home) -> i64 {
    let sql = "SELECT coalesce(sum(points * n), 0) FROM tally";
    home.raw().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn k13_killed_at_a_random_moment_while_ballots_are_typed_each_counts_once_or_not_at_all() {
    let mut home = held();
    home.capture(&["Krokar", "Bänk", "Skohylla", "Torkskåp", "Bilder", "Matta", "Spår"]);
    at(&mut home, SceneKind::Ballot);
    let mut person = home.run();
    person.until_says("Moment").press(r#"v enter "Nytta" ctrl-s"#).until_says("inte öppnad");
    person.press("enter").until_says("0 av 200");
    person.kill();
    let mut dice = Dice::of(seed());
    let (mut shown, mut sent) = (0, 0);
    for _ in 0..rounds(25, 600) {
        let mut person = home.run();
        person.until_says("Moment").press("v").until_says("har röstat");
        assert!(person.text().contains(&format!("{} av 200", turnout(&home))), "{}", person.text());
        shown = turnout(&home);
        for _ in 0..dice.below(3) {
            person.press(&format!("{BALLOT:?} enter"));
            sent += 1;
            shown += 1;
            person.until_says(&format!("{shown} av 200"));
        }
        person.press(&format!("{BALLOT:?} enter"));
        sent += 1;
        person.listen(Duration::from_micros(dice.below(40_000)));
        person.kill();
        home.is_sound();
        let counted = turnout(&home);
        assert!(
            shown <= counted && counted <= sent,
            "{shown} were shown, {counted} count of {sent}"
        );
        assert_eq!(points(&home), 3 * counted, "each counted ballot has its three points");
    }
    tell(&format!(
        "k13: {sent} ballots sent, {} count, {shown} were shown, 0 doubled",
        turnout(&home)
    ));
}
