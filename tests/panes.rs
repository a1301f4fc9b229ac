//! The panes of the idea in focus: where they stand, what they say, and what can be done in them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use expect_test::expect;
use scene::{Scene, check};
use sluss::app::{Focus, Pane};
use sluss::domain::{
    AddComment, Assess, Command, CommentKind, Edit, Filled, IdeaId, Language, SetOwner,
};

const KETTLE: IdeaId = IdeaId(1);

fn comment(text: &str) -> Command {
    AddComment { idea: KETTLE, kind: CommentKind::Question, text: text.into() }.into()
}

fn assessed(role: &str, levels: &[(&str, u8)]) -> Command {
    let levels = levels.iter().map(|(key, level)| ((*key).to_owned(), *level)).collect();
    Assess { idea: KETTLE, role: role.into(), note: String::new(), levels }.into()
}

fn edited(field: &'static str, was: &str, now: &str) -> Command {
    let fields = vec![Filled { field, was: was.into(), now: now.into() }];
    Edit { idea: KETTLE, fields }.into()
}

#[test]
fn enter_opens_the_idea_over_the_screen_and_esc_leads_back_to_its_card() {
    let mut scene = Scene::of("inkommen: Drill | [Kettle]");
    scene.press("enter");
    assert_eq!(scene.model.focus, Focus::Whole(Pane::Detail));
    scene.press("tab tab tab tab shift-tab");
    assert_eq!(scene.model.focus, Focus::Whole(Pane::History));
    scene.press("esc");
    assert_eq!(scene.model.focus, Focus::Board);
    assert_eq!(scene.board(), "inkommen: Drill | [Kettle]\n");
}

#[test]
fn beside_the_board_tab_goes_round_and_z_gives_a_pane_the_screen() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.size(120, 36).press("enter");
    assert_eq!(scene.model.focus, Focus::Pane(Pane::Detail));
    scene.press("tab z");
    assert_eq!(scene.model.focus, Focus::Whole(Pane::Comments));
    scene.press("esc");
    assert_eq!(scene.model.focus, Focus::Pane(Pane::Comments));
    scene.press("tab tab tab");
    assert_eq!(scene.model.focus, Focus::Board);
    scene.press("shift-tab");
    assert_eq!(scene.model.focus, Focus::Pane(Pane::History));
}

#[test]
fn a_pane_follows_the_cursor_and_nothing_is_read_where_none_is_shown() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    scene.press("j");
    assert!(scene.model.panes.read.is_none());
    scene.size(120, 36).press("k");
    assert_eq!(scene.model.panes.detail().unwrap().idea.title, "Kettle");
    scene.press("j");
    assert_eq!(scene.model.panes.detail().unwrap().idea.title, "Drill");
    scene.press("enter å");
    assert_eq!(scene.model.panes.detail().unwrap().idea.title, "Kettle");
    scene.press("right");
    assert_eq!(scene.model.panes.detail().unwrap().idea.title, "Drill");
}

#[test]
fn the_detail_shows_what_is_filled_in_and_nothing_of_the_rest() {
    let done = vec![
        edited("need", "", "Vattnet *kokar* inte:\n- på morgonen\n- på kvällen"),
        edited("next_due", "", "2026-11-27"),
        edited("next_step", "", "Fråga leverantören"),
        SetOwner { ideas: vec![KETTLE], owner: Some("Vaktmästare".into()) }.into(),
    ];
    let mut scene = Scene::with("behov: [Kettle]", done);
    scene.press("enter");
    expect![[r#"
        Steg          Behov · ny i steget
        Behov         Vattnet kokar inte:
                      • på morgonen
                      • på kvällen
        Idéägare      Vaktmästare
        Nästa steg    Fråga leverantören · 27 nov, v. 48

        e skriver mer
    "#]]
    .assert_eq(&scene.pane(Pane::Detail));
}

#[test]
fn a_comment_is_written_amended_and_removed_and_each_can_be_undone() {
    check(
        "inkommen: [Kettle]",
        r#"enter tab c "Hett" ctrl-s enter "!" ctrl-s c "Kallt" ctrl-s del"#,
        "inkommen: [Kettle]",
    );
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"enter tab c "Hett" ctrl-s c "Kallt" ctrl-s"#);
    assert_eq!(scene.pane(Pane::Comments), "Kommentar · 14:02\nHett\n\nKommentar · 14:02\nKallt\n");
    scene.press("up del");
    assert_eq!(scene.pane(Pane::Comments), "Kommentar · 14:02\nKallt\n");
    scene.press("u");
    assert!(scene.pane(Pane::Comments).starts_with("Kommentar · 14:02\nHett\n"));
}

#[test]
fn an_amended_comment_says_when_and_its_old_text_is_in_the_history() {
    let mut scene = Scene::with("inkommen: [Kettle]", vec![comment("Vem betalar?")]);
    scene.press(r#"enter tab enter "Jo: " ctrl-s"#);
    assert!(scene.pane(Pane::Comments).contains("ändrad 14:02"), "{}", scene.pane(Pane::Comments));
    scene.press("tab tab");
    let told = scene.pane(Pane::History);
    assert!(told.contains("- Vem betalar?\n"), "{told}");
}

#[test]
fn the_profile_says_what_to_find_out_where_roles_differ_and_what_the_gate_advises() {
    let done = vec![
        assessed("Ägare", &[("behov", 2), ("nytta", 3), ("forankring", 4), ("nyhet", 1)]),
        assessed("Chef", &[("forankring", 2), ("inkludering", 0)]),
        assessed("Ägare", &[("behov", 1)]),
    ];
    let mut scene = Scene::with("behov: [Kettle]", done);
    scene.press("enter tab tab");
    expect![[r#"
        Det här behöver ni ta reda på: Inkludering

        Inkludering            □□□□  Vet inte
        Behov                  ■□□□  Inte än         förra gången 2
          ! Behovsgrind: minst 3
          Vi har inte beskrivit behovet än.
        Förankring             ■■□□  Antagande       lägst 2 – högst 4 · prata om
          Närmaste chef känner till idén.
        Nytta                  ■■■□  Vissa belägg
          De som berörs håller med om vad som blir bättre.
        Genomförbarhet         □□□□  inte besvarad
        Testbarhet             □□□□  inte besvarad
        Risk, etik och regler  □□□□  inte besvarad
        Nyhet                  ■□□□  Inte än         upplysning
          Samma sak görs redan hos oss.
    "#]]
    .assert_eq(&scene.pane(Pane::Profile));
}

#[test]
fn just_one_step_of_the_history_is_taken_back() {
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.press(r#"c "Hett" ctrl-s c "Kallt" ctrl-s"#);
    scene.press("enter shift-tab down enter");
    expect![[r#"
        14:02  Ångrat: #1 kommenterad
        14:02  #1 kommenterad
        14:02  #1 kommenterad · ångrad
        14:02  Ny idé #1
        ---
        Slag
        + Kommentar
        Kommentar
        + Hett
    "#]]
    .assert_eq(&scene.pane(Pane::History));
    scene.press("enter");
    assert_eq!(scene.notice(), "Händelsen är redan ångrad eller gjord om.");
    scene.press("home enter");
    assert!(scene.notice().starts_with("Det här är redan en ångring."), "{}", scene.notice());
    scene.press("shift-tab shift-tab");
    assert_eq!(scene.pane(Pane::Comments), "Kommentar · 14:02\nKallt\n");
}

#[test]
fn a_long_history_is_read_a_page_at_a_time_to_its_end() {
    let many = (0..150).map(|n| comment(&format!("{n}"))).collect();
    let mut scene = Scene::with("inkommen: [Kettle]", many);
    scene.press("enter shift-tab");
    assert_eq!(scene.model.panes.history.as_ref().unwrap().entries.len(), 60);
    for _ in 0..8 {
        scene.press("end");
    }
    assert_eq!(scene.model.panes.history.as_ref().unwrap().entries.len(), 151);
    assert!(scene.pane(Pane::History).contains("Ny idé #1"));
}

#[test]
fn what_needs_the_board_leads_back_to_it() {
    check("inkommen: [Kettle]\nbehov: Drill", "enter m right enter", "behov: [Kettle] | Drill");
}

#[test]
fn clicks_choose_tabs_and_the_wheel_scrolls_the_pane_under_it() {
    let mut scene = Scene::with("inkommen: [Kettle]", vec![comment("Hett")]);
    scene.size(120, 36);
    let picture = scene.picture();
    let row = (0..36).find(|y| picture.row(*y).contains("Historik")).unwrap();
    let written = picture.row(row);
    let column = written.chars().take_while(|c| *c != 'H').count();
    scene.click(u16::try_from(column).unwrap() + 2, row);
    assert_eq!(scene.model.focus, Focus::Pane(Pane::History));
    scene.wheel_down(4, row + 3);
    assert_eq!(scene.model.panes.leaf(Pane::History).cursor, 1);
}

#[test]
fn every_pane_draws_at_every_size_with_the_cursor_on_the_screen() {
    let done = vec![
        comment("Ett **ord** och [en länk](https://exempel.se)"),
        assessed("Chef", &[("behov", 1), ("nytta", 4)]),
        edited("need", "", &"långtbehovutanmellanslag".repeat(20)),
    ];
    let mut scene = Scene::with("inkommen: [Kettle] | Drill", done);
    for language in [Language::Sv, Language::En] {
        scene.language(language);
        scene.press("esc esc enter");
        for _ in 0..5 {
            scene.press("tab");
            for (columns, rows) in
                [(20, 4), (20, 8), (38, 8), (70, 20), (80, 24), (120, 36), (160, 30), (200, 60)]
            {
                scene.size(columns, rows);
                let picture = scene.picture();
                let cursor = picture.cursor.expect("a cursor");
                assert!(cursor.x < columns && cursor.y < rows, "{columns}x{rows}");
            }
            scene.size(80, 24);
        }
    }
}
