//! Killed while an idea is scored at its gate: each member's scores count once or not at all, and the
//! meeting goes on at the same idea.

use std::time::Duration;

use sluss::domain::{
    AddWorkshop, AgendaItem, Announced, GoToItem, Language, SceneKind, StartWorkshop, WorkshopId,
};

use super::pty::{Dice, Home, rounds, seed};

const WORKSHOP: WorkshopId = WorkshopId(1);

fn number(home: &Home, sql: &str) -> i64 {
    home.raw().query_row(sql, [], |row| row.get(0)).unwrap()
}

fn turnout(home: &Home) -> i64 {
    number(home, "SELECT coalesce(sum(voted), 0) FROM turnout")
}

#[test]
fn k13_killed_while_an_idea_is_scored_each_members_scores_count_once_or_not_at_all() {
    let mut home = Home::own();
    let people = Some(200);
    let announced = Announced { title: "Grindar".into(), people, ..Announced::default() };
    let template = "gate-60".to_owned();
    home.commit_now(&AddWorkshop { announced, template, language: Language::Sv }.into());
    home.commit_now(&StartWorkshop { workshop: WORKSHOP }.into());
    home.capture(&["Krokar", "Bänk"]);
    let items: Vec<AgendaItem> = home.every();
    let item = items.iter().find(|item| item.scene == SceneKind::Gate).unwrap().id;
    home.commit_now(&GoToItem { item }.into());
    let mut person = home.run();
    person.until_says("Moment").press("enter").until_says("Grindmöte");
    person.press("v").until_says("0 av 200");
    person.kill();
    let criteria = number(&home, "SELECT count(*) FROM vote_option");
    let ballot = vec!["3"; usize::try_from(criteria).unwrap()].join(" ");
    let mut dice = Dice::of(seed());
    let (mut shown, mut sent) = (0, 0);
    for _ in 0..rounds(8, 200) {
        let mut person = home.run();
        person.until_says("Moment").press("enter").until_says("Grindmöte");
        person.press("v").until_says("av 200 har röstat");
        shown = turnout(&home);
        assert!(person.text().contains(&format!("{shown} av 200")), "{}", person.text());
        for _ in 0..=dice.below(2) {
            person.press(&format!("{ballot:?} enter"));
            sent += 1;
            shown += 1;
            person.until_says(&format!("{shown} av 200"));
        }
        person.press(&format!("{ballot:?} enter"));
        sent += 1;
        person.listen(Duration::from_micros(dice.below(40_000)));
        person.kill();
        home.is_sound();
        let counted = turnout(&home);
        assert!(shown <= counted && counted <= sent, "{shown} shown, {counted} count of {sent}");
        let points = number(&home, "SELECT coalesce(sum(points * n), 0) FROM tally");
        assert_eq!(points, 3 * criteria * counted, "all of a member's scores, or none");
    }
    assert_eq!(number(&home, "SELECT count(*) FROM vote"), 1, "it is not begun anew");
    assert!(shown > 0);
}
