//! A gate meeting on the screen: one idea after the other, scores that nobody reads before the
//! reveal, decisions as on the board, and a room that follows.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use proptest::prelude::*;
use scene::Scene;
use sluss::app::{GateMeeting, Overlay};
use sluss::domain::live::{Scene as Shown, Scores};
use sluss::domain::{
    Action, AddWorkshop, Announced, Attendance, Command, Decision, Edit, Filled, IdeaId, Language,
    NextItem, StartWorkshop, VoteId, VoteState, WorkshopId,
};

const VOTE: VoteId = VoteId(1);
const BOARD: &str = "behov: [Kettle] | Drill | Lamp";

/// The gate item of a gate meeting is held, with these people expected.
fn held(people: i64) -> Scene {
    held_with(people, Vec::new())
}

/// The same, after something was done to the ideas.
fn held_with(people: i64, before: Vec<Command>) -> Scene {
    let people = Some(people);
    let announced = Announced { title: "Grindmöte".into(), people, ..Announced::default() };
    let (template, workshop) = ("gate-60".to_owned(), WorkshopId(1));
    let mut done: Vec<Command> = vec![
        AddWorkshop { announced, template, language: Language::Sv }.into(),
        StartWorkshop { workshop }.into(),
    ];
    done.extend((0..gate_item()).map(|_| Command::from(NextItem { workshop })));
    done.extend(before);
    let mut scene = Scene::with(BOARD, done);
    scene.press("esc");
    scene
}

/// So many items stand before the gates in the template.
fn gate_item() -> usize {
    let all = sluss::domain::Templates::get();
    let template = all.templates.iter().find(|it| it.key == "gate-60").unwrap();
    template.items.iter().position(|it| it.scene == sluss::domain::SceneKind::Gate).unwrap()
}

fn meeting(scene: &Scene) -> &GateMeeting {
    let found = scene.model.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::GateMeeting(meeting) => Some(&**meeting),
        _ => None,
    });
    found.expect("no gate meeting")
}

fn shown(scene: &Scene) -> Shown {
    scene.reader.live().unwrap().unwrap().live.scene
}

fn scores(scene: &Scene) -> Option<Scores> {
    match shown(scene) {
        Shown::Gate { scores, .. } => scores,
        other => panic!("{other:?}"),
    }
}

/// What the room sees is written a moment later at the most.
fn number(scene: &Scene) -> i64 {
    match shown(scene) {
        Shown::Gate { card, .. } | Shown::Idea(card) => card.number,
        other => panic!("{other:?}"),
    }
}

#[test]
fn ideas_are_taken_one_after_the_other_and_the_room_follows() {
    let mut scene = held(3);
    scene.press("space w j");
    assert_eq!((meeting(&scene).place(), number(&scene)), ((0, 3), 1));
    scene.press("n");
    assert_eq!((meeting(&scene).place(), number(&scene)), ((1, 3), 2));
    scene.press("right right right p");
    assert_eq!((meeting(&scene).place(), number(&scene)), ((1, 3), 2));
    assert!(scene.screen(70, 20).contains("2 av 3"), "{}", scene.screen(70, 20));
    scene.press("home");
    assert_eq!(number(&scene), 1);
}

#[test]
fn it_opens_from_the_item_at_which_gates_are_gone_through() {
    let mut scene = held(3);
    scene.press("w enter");
    assert_eq!(meeting(&scene).place(), (0, 3));
}

#[test]
fn the_marked_ideas_are_taken_and_no_others_also_after_the_program_was_ended() {
    let mut scene = held(3);
    scene.press("x down down x space w j");
    assert_eq!(meeting(&scene).place(), (0, 2));
    let mut again = scene.another();
    again.press("esc space w j right");
    assert_eq!((meeting(&again).place(), meeting(&again).idea()), ((1, 2), Some(IdeaId(3))));
}

#[test]
fn scores_are_typed_as_digits_and_shown_to_nobody_before_the_reveal() {
    let mut scene = held(3);
    scene.press("space w j v");
    let view = scene.reader.vote(VOTE).unwrap().unwrap();
    assert_eq!(view.scored(), Some(IdeaId(1)));
    assert_eq!(view.vote.state, VoteState::Open);
    let names: Vec<&str> = view.options.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(names, ["Behov", "Nytta"], "what the need gate advises on");
    scene.press(r#""1 4" enter "4 4" enter "#);
    assert_eq!(scores(&scene), Some(Scores::Counting { voted: 2, of: Some(3) }));
    assert!(scene.reader.result(VOTE).unwrap().is_none());
    scene.press(r#""9 4" enter"#);
    assert!(scene.notice().contains('9'), "{}", scene.notice());
    scene.press(r#"backspace backspace backspace "0 3" enter"#);
    assert_eq!(scene.reader.turnout(VOTE).unwrap().voted, 3, "{}", scene.notice());
    scene.press("enter enter");
    let Some(Scores::Shown { rows, voters }) = scores(&scene) else { panic!("not shown") };
    assert_eq!(voters, 3);
    assert_eq!(rows[0].criterion, "Behov", "what divides them comes first");
    assert!(rows[0].is_wide && !rows[1].is_wide);
    assert_eq!(rows[0].levels, [(1, 1), (4, 1)]);
    scene.press("esc");
    let screen = scene.screen(80, 40);
    let (wide, median) = (screen.find("stor spridning"), screen.find("median"));
    assert!(wide.is_some() && wide < median, "{screen}");
}

#[test]
fn going_back_to_the_scores_leads_to_the_same_ones() {
    let mut scene = held(3);
    scene.press(r#"space w j v "1 4" enter esc"#);
    assert_eq!(meeting(&scene).idea(), Some(IdeaId(1)));
    scene.press(r#"v "2 2" enter esc right v "#);
    assert_eq!(scene.reader.turnout(VOTE).unwrap().voted, 2);
    let other = scene.reader.vote(VoteId(2)).unwrap().unwrap();
    assert_eq!(other.scored(), Some(IdeaId(2)));
}

#[test]
fn scores_survive_that_the_program_is_ended_and_none_is_lost_or_doubled() {
    let mut scene = held(3);
    scene.press(r#"space w j v "1 4" enter"#);
    let mut again = scene.another();
    again.press(r#"esc space w j v "2 2" enter "3 3" enter enter enter"#);
    let result = again.reader.result(VOTE).unwrap().unwrap();
    assert_eq!(result.voters, 3);
    let all: i64 = result.standings.iter().map(|it| it.voters).sum();
    assert_eq!(all, 6);
}

#[test]
fn a_decision_is_the_boards_own_and_the_idea_stays_in_the_meeting_with_a_tick() {
    let mut scene = held(3);
    scene.press(r#"space w j d 3"#);
    let sheet = scene.model.overlays.last().and_then(|overlay| overlay.sheet());
    assert!(sheet.is_some(), "{}", scene.notice());
    scene.press("esc enter");
    scene.press("1 1 1 1 1 1 1 1");
    scene.press("ctrl-s");
    let all: Vec<Decision> = scene.reader.every().unwrap();
    assert_eq!(all.len(), 1, "{}\n{}", scene.notice(), scene.screen(80, 24));
    assert_eq!(meeting(&scene).place().1, 3);
    assert!(scene.screen(80, 24).contains('✓'), "{}", scene.screen(80, 24));
    let Shown::Gate { decision, .. } = shown(&scene) else { panic!("no gate") };
    assert!(decision.unwrap().contains("Gå vidare"));
    scene.press("u");
    assert!(scene.reader.every::<Decision>().unwrap().is_empty());
    assert_eq!(meeting(&scene).place().1, 3);
}

#[test]
fn where_nobody_who_decides_is_there_it_is_the_groups_advice() {
    let mut scene = held(3);
    scene.press("space w j B");
    assert!(scene.screen(80, 24).contains("Gruppens råd"), "{}", scene.screen(80, 24));
    scene.press("enter 1 1 1 1 1 1 1 1 ctrl-s");
    let all: Vec<Decision> = scene.reader.every().unwrap();
    assert_eq!(all[0].role, "Gruppens råd");
    let Shown::Gate { decision, .. } = shown(&scene) else { panic!("no gate") };
    assert!(decision.unwrap().starts_with("Gruppens råd"));
    let mut again = scene.another();
    again.press("esc space w j");
    assert!(meeting(&again).read.as_ref().unwrap().advice);
    again.press("B");
    let read = meeting(&again).read.as_ref().unwrap();
    assert!(!read.advice, "{}\n{}", again.notice(), again.screen(80, 24));
}

#[test]
fn an_interest_and_a_next_step_are_noted_for_the_idea_in_focus() {
    let mut scene = held(3);
    scene.press(r#"space w j right i "Åsa Ek" enter"#);
    let all: Vec<Attendance> = scene.reader.every().unwrap();
    assert_eq!((&*all[0].text, all[0].idea), ("Åsa Ek", Some(IdeaId(2))));
    assert!(scene.screen(80, 40).contains("Åsa Ek"));
    assert!(!serde_json::to_string(&shown(&scene)).unwrap().contains("Åsa"));
    scene.press(r#"f "Ring" tab "Rektor" tab "4/12" ctrl-s"#);
    let all: Vec<Action> = scene.reader.every().unwrap();
    assert_eq!((&*all[0].text, &*all[0].role, all[0].idea), ("Ring", "Rektor", Some(IdeaId(2))));
    scene.press("f5 esc i");
    assert!(!scene.screen(80, 40).contains("Åsa"), "{}", scene.screen(80, 40));
}

#[test]
fn of_a_protected_idea_the_room_sees_nothing_and_it_is_not_scored() {
    let was = "oppen".to_owned();
    let fields = vec![Filled { field: "sensitivity", was, now: "skyddad".into() }];
    let mut scene = held_with(3, vec![Edit { idea: IdeaId(1), fields }.into()]);
    scene.press("space w j");
    assert_eq!(meeting(&scene).idea(), Some(IdeaId(1)));
    assert!(scene.screen(80, 24).contains("Skyddad"), "{}", scene.screen(80, 24));
    let room = serde_json::to_string(&shown(&scene)).unwrap();
    assert!(!room.contains("Kettle"), "{room}");
    scene.press("v");
    assert!(scene.notice().contains("skyddad"), "{}", scene.notice());
    // With the projector showing this window, it is not among the ideas.
    scene.press("f5 esc space w j");
    assert!(!scene.screen(80, 24).contains("Kettle"), "{}", scene.screen(80, 24));
}

#[test]
fn a_scoring_is_taken_back_before_its_first_ballot_and_stands_after_it() {
    let mut scene = held(3);
    scene.press("space w j v esc u");
    assert!(scene.reader.vote(VOTE).unwrap().is_none(), "{}", scene.notice());
    scene.press(r#"v "1 4" enter esc u"#);
    let votes: Vec<sluss::domain::Vote> = scene.reader.every().unwrap();
    assert_eq!(votes.len(), 1, "a vote that has ballots is passed by");
    assert_eq!(scene.reader.turnout(votes[0].id).unwrap().voted, 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    /// Whatever the members write, the file but for the box, the screen and the room say the same.
    #[test]
    fn before_the_reveal_the_scores_are_nowhere_to_be_read(
        one in proptest::collection::vec((1..=4_i64, 1..=4_i64), 2),
        other in proptest::collection::vec((1..=4_i64, 1..=4_i64), 2),
    ) {
        let readable = |ballots: &[(i64, i64)]| {
            let mut scene = held(3);
            scene.press("space w j v");
            for (need, benefit) in ballots {
                scene.press(&format!(r#""{need} {benefit}" enter"#));
            }
            let view = format!("{:?}", scene.reader.vote(VOTE).unwrap());
            let result = format!("{:?}", scene.reader.result(VOTE).unwrap());
            let room = serde_json::to_string(&shown(&scene)).unwrap();
            let voting = scene.screen(80, 30);
            scene.press("esc");
            let meeting = scene.screen(80, 40);
            let minutes = format!("{:?}", scene.reader.minutes(WorkshopId(1)).unwrap());
            (view, result, room, voting, meeting, minutes)
        };
        prop_assert_eq!(readable(&one), readable(&other));
    }
}
