//! The sheets of an idea's way: the gate, the nine decisions, the answer to the idea giver, the
//! self-assessment, and who is at the keyboard.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use scene::{Scene, check};
use sluss::domain::{Decision, DecisionKind, Detail, GateReply, IdeaId, Language};
use sluss::runtime::Outside;

fn detail(scene: &Scene, idea: i64) -> Detail {
    scene.reader.detail(IdeaId(idea)).unwrap().unwrap()
}

fn decision(scene: &Scene, idea: i64) -> Decision {
    detail(scene, idea).decisions.last().unwrap().clone()
}

#[test]
fn a_gate_is_passed_with_a_key_a_question_and_the_cursor_goes_with_the_idea() {
    check(
        "inkommen: Kettle | [Drill]",
        r#"> 1 1 1 0 1 "Clear need" ctrl-s"#,
        "
        inkommen: Kettle
        behov: [Drill]
    ",
    );
}

#[test]
fn what_was_answered_and_said_at_the_gate_is_kept() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(
        r#"> 1 2 0 1 1 "Clear need" tab "With care" tab "Talk" tab "27/11" tab "Lead" ctrl-s"#,
    );
    let detail = detail(&scene, 1);
    let decision = &detail.decisions[0];
    assert_eq!((decision.kind, decision.skipped), (DecisionKind::GoAhead, false));
    assert_eq!((&*decision.reason, &*decision.conditions), ("Clear need", "With care"));
    assert_eq!(decision.role, "Lead");
    assert_eq!(detail.text.next_step, "Talk");
    assert_eq!(detail.idea.next_due.unwrap().to_string(), "2026-11-27");
    let replies: Vec<GateReply> = detail.answers.iter().map(|answer| answer.reply).collect();
    use GateReply::{DontKnow, No, Yes};
    assert_eq!(replies, [Yes, No, DontKnow, Yes, Yes]);
    // The role is proposed the next time.
    scene.press(">");
    assert!(scene.size(80, 60).picture().text().contains("Lead"));
}

#[test]
fn the_readiness_counts_the_must_questions_as_they_are_answered() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(">");
    assert!(scene.picture().text().contains("0/4 ja"));
    scene.press("1 2 1 1");
    assert!(scene.picture().text().contains("3/4 ja"));
    scene.press("1");
    assert!(scene.picture().text().contains("3/4 ja"), "a question to discuss does not count");
}

#[test]
fn going_on_in_spite_of_a_no_asks_for_a_reason_and_loses_no_answer() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("> 1 2 1 1 1 ctrl-s");
    assert_eq!(scene.board(), "inkommen: [Kettle]\n");
    assert!(scene.notice().contains("Skriv varför"), "{}", scene.notice());
    scene.press(r#""Worth a try" ctrl-s"#);
    assert_eq!(scene.board(), "behov: [Kettle]\n");
}

#[test]
fn a_gate_that_is_skipped_is_recorded_as_skipped() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"> tab tab tab tab tab "In a hurry" tab tab tab tab tab right right enter"#);
    assert_eq!(scene.board(), "behov: [Kettle]\n");
    let decision = decision(&scene, 1);
    assert!(decision.skipped);
    assert_eq!(decision.reason, "In a hurry");
}

#[test]
fn another_decision_takes_along_what_was_said_at_the_gate() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"> 1 2 1 1 0 "Wait for the budget" tab tab tab tab tab right enter"#);
    assert!(scene.picture().text().contains("5 svar från grinden"), "{}", scene.picture().text());
    scene.press(r#"3 "1/3" ctrl-s"#);
    let detail = detail(&scene, 1);
    let decision = &detail.decisions[0];
    assert_eq!((decision.kind, &*decision.reason), (DecisionKind::Pause, "Wait for the budget"));
    assert_eq!(detail.answers.len(), 5);
    assert_eq!(scene.board(), "inkommen: []\n");
}

#[test]
fn the_gate_of_the_last_stage_closes_as_implemented() {
    let mut scene = Scene::of("i bruk: [Kettle]");
    scene.press(r#"> 1 1 "In use everywhere" ctrl-s"#);
    assert_eq!(decision(&scene, 1).kind, DecisionKind::CloseImplemented, "{}", scene.notice());
}

#[test]
fn several_marked_ideas_of_one_stage_pass_their_gates_with_one_reason() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    scene.press(r#"x x > "Screened together" ctrl-s"#);
    assert_eq!(scene.board(), "behov: [Kettle] | Drill\n");
    for idea in [1, 2] {
        let decision = decision(&scene, idea);
        assert!(decision.skipped);
        assert_eq!(decision.reason, "Screened together");
    }
    scene.press("u");
    assert_eq!(scene.board(), "inkommen: [Kettle] | Drill\n");
}

#[test]
fn marked_ideas_of_different_stages_are_not_passed_together() {
    let mut scene = Scene::of("inkommen: [Kettle]\nbehov: Drill");
    scene.press("x right x >");
    assert!(scene.model.overlays.is_empty());
    assert!(scene.notice().contains("olika steg"), "{}", scene.notice());
}

#[test]
fn each_decision_asks_for_what_it_needs_and_no_more() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    let asks = |scene: &mut Scene, key: &str, what: &str| {
        scene.press(&format!("d {key}"));
        let text = scene.picture().text();
        scene.press("esc");
        assert!(text.contains(what), "{key} asks for {what}\n{text}");
        for other in ["Vilar till", "Idén som lever", "Hänvisas till", "Det har vi lärt"] {
            assert!(other == what || !text.contains(other), "{key} asks for {other}\n{text}");
        }
    };
    asks(&mut scene, "3", "Vilar till");
    asks(&mut scene, "4", "Idén som lever");
    asks(&mut scene, "5", "Hänvisas till");
    asks(&mut scene, "6", "Det har vi lärt");
    asks(&mut scene, "1", "Nästa steg");
}

#[test]
fn a_decision_that_cannot_be_taken_now_says_why() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("d 8");
    assert!(scene.notice().contains("bara i sista steget"), "{}", scene.notice());
    scene.press("9");
    assert!(scene.notice().contains("redan öppen"), "{}", scene.notice());
}

#[test]
fn an_idea_is_merged_into_one_that_is_picked_by_a_part_of_its_title() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    scene.press(r#"d 4 "dri" down enter tab "Same need" ctrl-s"#);
    assert_eq!(detail(&scene, 1).idea.merged_into, Some(IdeaId(2)), "{}", scene.notice());
    scene.press("u");
    assert_eq!(detail(&scene, 1).idea.merged_into, None);
}

#[test]
fn marked_ideas_are_decided_on_together() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill | Lamp");
    scene.press(r#"x x d 6 "No need" tab "Ask first" ctrl-s"#);
    assert_eq!(scene.board(), "inkommen: [Lamp]\n", "{}", scene.notice());
    assert!(scene.model.board.marks.is_empty());
    assert_eq!(decision(&scene, 2).learning, "Ask first");
}

#[test]
fn the_answer_is_copied_and_the_idea_giver_is_told() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"r "Hej! " tab tab tab enter"#);
    let copied = scene.outside.iter().find_map(|outside| match outside {
        Outside::Copy(text) => Some(text.clone()),
        _ => None,
    });
    let feedback = &detail(&scene, 1).feedback;
    assert_eq!(Some(&feedback[0].text), copied.as_ref());
    assert!(feedback[0].text.contains("nummer 1"));
    assert_eq!(feedback[0].channel, "kopierat");
}

#[test]
fn the_answer_can_be_had_in_the_other_language_and_back_with_what_was_typed() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"r "Hej! " tab right"#);
    assert!(scene.picture().text().contains("Thank you for your idea"));
    scene.press("left shift-tab");
    assert!(scene.picture().text().contains("Hej!"));
}

#[test]
fn the_answer_is_written_to_a_file_and_never_over_another() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press("r tab tab tab right enter enter");
    for name in ["svar-1.txt", "svar-1-2.txt"] {
        let text = std::fs::read_to_string(scene.folder().join(name)).unwrap();
        assert!(text.contains("nummer 1"), "{text}");
    }
    assert!(scene.notice().contains("svar-1-2.txt"), "{}", scene.notice());
    assert!(detail(&scene, 1).feedback.is_empty(), "it is not given yet");
}

#[test]
fn an_idea_is_assessed_with_a_key_a_criterion() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"s 3 2 1 0 4 2 2 1 "Owner" ctrl-s"#);
    let levels: Vec<i64> = detail(&scene, 1).levels.iter().map(|level| level.level).collect();
    assert_eq!(levels, [3, 2, 1, 0, 4, 2, 2, 1]);
    assert_eq!(detail(&scene, 1).fillings[0].role, "Owner");
    scene.press("s");
    let text = scene.picture().text();
    assert!(text.contains("förra gången 3"), "{text}");
    assert!(text.contains("0/8"), "what was said before is told, not filled in\n{text}");
}

#[test]
fn marked_ideas_are_removed_and_come_back_with_undo() {
    check("inkommen: [Kettle] | Drill | Lamp", "x x del", "inkommen: [Lamp]");
    check("inkommen: [Kettle] | Drill", "space x u", "inkommen: [Kettle] | Drill");
}

#[test]
fn who_is_at_the_keyboard_is_asked_once_and_signs_what_is_said() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.forget_who();
    scene.press("c");
    assert!(scene.picture().text().contains("Vem sitter vid tangentbordet?"));
    scene.press(r#""Lead" ctrl-s "Good" ctrl-s c "Better" ctrl-s"#);
    let comments = detail(&scene, 1).comments;
    assert_eq!(comments.len(), 2, "{}", scene.notice());
    for comment in comments {
        let names = scene.reader.names().unwrap();
        let author = names.people.iter().find(|person| Some(person.id) == comment.author);
        assert_eq!(author.map(|person| &*person.name), Some("Lead"));
    }
}

#[test]
fn who_is_at_the_keyboard_may_stay_unsaid() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.forget_who();
    scene.press(r#"c ctrl-s "Good" ctrl-s"#);
    assert_eq!(detail(&scene, 1).comments[0].author, None);
    let mut next = scene.another();
    next.press("c");
    assert!(!next.picture().text().contains("Vem sitter"));
}

#[test]
fn every_sheet_stands_whole_on_small_and_large_screens() {
    for language in Language::ALL {
        let mut scene = Scene::of("inkommen: [Kettle] | Drill\ntest: Fan");
        scene.language(language);
        for keys in [">", "d", "d 3", "d 4", "r", "s", "x x >", "4 >"] {
            for (columns, rows) in [(70, 20), (80, 24), (120, 36), (40, 12), (20, 4), (200, 60)] {
                scene.size(80, 24).press(keys).size(columns, rows);
                let text = scene.picture().text();
                assert!(!text.contains('{'), "{keys} {columns}x{rows}\n{text}");
                scene.press("tab tab tab tab tab tab tab tab tab");
                scene.picture();
                scene.press("esc esc esc 1");
            }
        }
    }
}
