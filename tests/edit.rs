//! What becomes of what was typed in a form.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/file.rs"]
mod file;

use file::File;
use sluss::domain::Done;
use sluss::domain::{
    CaptureForm, Captured, Detail, Edit, EditTest, FIELDS, Filled, IdeaId, No, RemoveTest,
    SetOwner, Source, Stage, StageId, TEST_FIELDS, TagIdeas, Test, blanks, field_by_key,
    new_blanks, test_blanks,
};

impl File {
    fn first_stage(&self) -> StageId {
        self.every::<Stage>().first().unwrap().id
    }

    fn detail(&self, idea: IdeaId) -> Detail {
        self.reader.detail(idea).unwrap().unwrap()
    }

    /// What a field reads now.
    fn text(&self, idea: IdeaId, key: &str) -> String {
        let field = field_by_key(key).unwrap();
        field.of_idea(&self.detail(idea), &self.reader.names().unwrap())
    }

    /// The form, with one field changed.
    fn filled(&self, idea: IdeaId, changes: &[(&str, &str)]) -> Vec<Filled> {
        let blanks = blanks(&self.detail(idea), &self.reader.names().unwrap());
        let now = |blank: &sluss::domain::Blank| {
            let change = changes.iter().find(|(key, _)| *key == blank.field.key);
            blank.filled(change.map_or(blank.text.as_str(), |(_, now)| now))
        };
        blanks.iter().map(now).collect()
    }

    fn form(&self, idea: IdeaId, changes: &[(&str, &str)]) -> Edit {
        Edit { idea, fields: self.filled(idea, changes) }
    }

    fn edit(&mut self, idea: IdeaId, changes: &[(&str, &str)]) -> Result<Done, No> {
        let form = self.form(idea, changes);
        self.run(form)
    }
}

#[test]
fn every_field_takes_a_text_reads_the_same_again_and_can_be_taken_back() {
    let samples = [
        ("title", "Water kettle"),
        ("need", "Cold tea.\n\n- every day"),
        ("target_group", "All who drink tea"),
        ("benefit", "Warmth"),
        ("benefit_types", "tid, miljo"),
        ("alternatives", "A stove"),
        ("solution", "Boil it"),
        ("benefit_score", "4"),
        ("effort_score", "2"),
        ("effort_note", "A day"),
        ("receiver", "The kitchen"),
        ("giver", "Cook"),
        ("giver_contact", "extension 12"),
        ("name_visible", "i_gruppen"),
        ("wants_to_join", "ja"),
        ("owner", "Head of meals"),
        ("coach", "Coach"),
        ("unit", "SEF"),
        ("next_step", "Ask the cook"),
        ("next_due", "2026-11-27"),
        ("next_role", "Lead"),
        ("tags", "kök, te"),
        ("challenge", "Less waste"),
        ("links", "Plan | https://example.se/a\nG:/kettle.pdf"),
        ("source", "workshop"),
        ("sensitivity", "skyddad"),
        ("record_status", "inkommen_handling"),
        ("diary_no", "KS 2026/1"),
    ];
    assert_eq!(
        samples.map(|(key, _)| key).to_vec(),
        FIELDS.iter().map(|f| f.key).collect::<Vec<_>>()
    );
    let mut file = File::new();
    let idea = file.idea("Kettle");
    for (key, text) in samples {
        let (was, before) = (file.text(idea, key), file.detail(idea));
        let done = file.edit(idea, &[(key, text)]).unwrap();
        assert_eq!(done.label.id, "step-edit", "{key}");
        assert_eq!(file.text(idea, key), text, "{key}");
        file.undo();
        assert_eq!(file.text(idea, key), was, "{key}");
        assert_eq!(file.detail(idea), before, "{key}");
    }
    let done = file.edit(idea, &samples).unwrap();
    assert_eq!(done.label.id, "step-edit-many");
    for (key, text) in samples {
        assert_eq!(file.text(idea, key), text, "{key}");
    }
    let all_empty: Vec<(&str, &str)> = FIELDS
        .iter()
        .filter(|field| field.key != "title")
        .filter(|field| field.kind.keys().is_empty() || file.text(idea, field.key).len() == 1)
        .map(|field| (field.key, " "))
        .collect();
    file.edit(idea, &all_empty).unwrap();
    for (key, _) in all_empty {
        assert_eq!(file.text(idea, key), "", "{key}");
    }
}

#[test]
fn a_field_that_somebody_else_changed_lands_and_tells_what_it_replaced() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let mine = file.filled(idea, &[("need", "Mine"), ("benefit", "Warmth"), ("owner", "Cook")]);
    file.edit(idea, &[("need", "Theirs"), ("solution", "Boil"), ("owner", "COOK")]).unwrap();
    let done = file.run(Edit { idea, fields: mine }).unwrap();
    let clashes: Vec<_> =
        done.clashes.iter().map(|it| (it.field, it.theirs.as_str(), it.mine.as_str())).collect();
    assert_eq!(clashes, [("need", "Theirs", "Mine")]);
    assert_eq!(file.text(idea, "need"), "Mine");
    assert_eq!(file.text(idea, "solution"), "Boil");
    assert_eq!(file.text(idea, "benefit"), "Warmth");
    file.undo();
    assert_eq!(file.text(idea, "need"), "Theirs");
}

#[test]
fn a_form_that_was_not_touched_saves_nothing() {
    let mut file = File::new();
    let idea = file.idea("Kettle / cold #tea @SEF");
    let form = file.form(idea, &[]);
    assert_eq!(file.refusal(form), "refused-nothing-changed");
}

#[test]
fn what_cannot_be_read_is_refused_with_the_field_s_name() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    for (key, text, id) in [
        ("title", "  ", "refused-title-empty"),
        ("next_due", "30/2", "refused-field-no-such-day"),
        ("next_due", "soonish", "refused-field-day"),
        ("benefit_score", "9", "refused-field-score"),
        ("effort_score", "much", "refused-field-score"),
        ("sensitivity", "", "refused-field-choice"),
        ("benefit_types", "tid, fame", "refused-field-choice"),
    ] {
        let before = file.detail(idea);
        let form = file.form(idea, &[(key, text)]);
        assert_eq!(file.refusal(form), id, "{key}");
        assert_eq!(file.detail(idea), before);
    }
}

#[test]
fn days_and_choices_are_read_as_people_type_them() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let typed =
        [("next_due", "fredag"), ("sensitivity", "Protected"), ("benefit_types", "Frigjord tid")];
    file.edit(idea, &typed).unwrap();
    assert_eq!(file.text(idea, "next_due"), "2026-11-27");
    assert_eq!(file.text(idea, "sensitivity"), "skyddad");
    assert_eq!(file.text(idea, "benefit_types"), "tid");
}

#[test]
fn a_name_that_is_known_is_not_learnt_again() {
    let mut file = File::new();
    let first = file.idea("Kettle");
    let second = file.idea("Drill");
    file.edit(first, &[("owner", "Cook"), ("tags", "Kök"), ("unit", "Service")]).unwrap();
    file.edit(second, &[("coach", "cook"), ("tags", "#kök, KÖK"), ("unit", "service")]).unwrap();
    let names = file.reader.names().unwrap();
    assert_eq!((names.people.len(), names.tags.len(), names.units.len()), (1, 1, 1));
    assert_eq!(file.text(second, "unit"), "SERV");
}

#[test]
fn a_contact_never_reaches_another_with_the_same_role() {
    let mut file = File::new();
    let first = file.idea("Kettle");
    let second = file.idea("Drill");
    for idea in [first, second] {
        file.edit(idea, &[("giver", "Cook")]).unwrap();
    }
    file.edit(first, &[("giver_contact", "extension 12")]).unwrap();
    assert_eq!(file.text(first, "giver_contact"), "extension 12");
    assert_eq!(file.text(second, "giver_contact"), "");
    file.edit(first, &[("giver_contact", "extension 13")]).unwrap();
    assert_eq!(file.text(first, "giver_contact"), "extension 13");
    assert_eq!(file.reader.names().unwrap().people.len(), 2);
}

#[test]
fn a_contact_can_be_noted_before_the_name() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    file.edit(idea, &[("giver_contact", "extension 12")]).unwrap();
    file.edit(idea, &[("giver", "Cook")]).unwrap();
    assert_eq!(file.text(idea, "giver"), "Cook");
    assert_eq!(file.text(idea, "giver_contact"), "extension 12");
}

#[test]
fn long_texts_are_kept_and_hidden_signs_are_not() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let long = "å".repeat(5_000);
    file.edit(idea, &[("need", &long), ("title", "A\u{202E}B\nC")]).unwrap();
    assert_eq!(file.text(idea, "need"), long);
    assert_eq!(file.text(idea, "title"), "AB C");
}

#[test]
fn a_form_that_the_capture_line_opened_saves_one_step() {
    let mut file = File::new();
    let line = Captured::read("Kettle / cold tea #kök @SEF");
    let blanks = new_blanks(&line, Source::Workshop);
    let now = |blank: &sluss::domain::Blank| match blank.field.key {
        "owner" => blank.filled("Cook"),
        "links" => blank.filled("Plan | https://example.se/a"),
        _ => blank.filled(blank.text.as_str()),
    };
    let fields = blanks.iter().map(now).collect();
    let stage = file.first_stage();
    let done = file.run(CaptureForm { stage, fields, source: Source::Workshop }).unwrap();
    assert!(done.clashes.is_empty());
    let idea = *done.created.first().unwrap();
    for (key, text) in [
        ("title", "Kettle"),
        ("need", "cold tea"),
        ("tags", "kök"),
        ("unit", "SEF"),
        ("owner", "Cook"),
        ("source", "workshop"),
        ("links", "Plan | https://example.se/a"),
    ] {
        assert_eq!(file.text(idea, key), text, "{key}");
    }
    file.undo();
    assert!(file.reader.detail(idea).unwrap().is_none());
    assert_eq!(file.reader.names().unwrap(), sluss::domain::Names::default());
}

#[test]
fn a_form_without_a_title_is_not_captured() {
    let mut file = File::new();
    let blanks = new_blanks(&Captured::default(), Source::Form);
    for now in ["", "Cook"] {
        let fill = |blank: &sluss::domain::Blank| {
            blank.filled(if blank.field.key == "owner" { now } else { &blank.text })
        };
        let fields = blanks.iter().map(fill).collect();
        let stage = file.first_stage();
        let form = CaptureForm { stage, fields, source: Source::Form };
        assert_eq!(file.refusal(form), "refused-title-empty");
    }
}

fn test_filled(test: Option<&Test>, changes: &[(&str, &str)]) -> Vec<Filled> {
    let now = |blank: &sluss::domain::Blank| {
        let change = changes.iter().find(|(key, _)| *key == blank.field.key);
        blank.filled(change.map_or(blank.text.as_str(), |(_, now)| now))
    };
    test_blanks(test).iter().map(now).collect()
}

#[test]
fn a_test_is_added_amended_and_removed() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    let typed = [
        ("test_question", "Do people drink tea?"),
        ("test_method", "Ask\nthem"),
        ("test_place", "The kitchen"),
        ("test_participants", "12"),
        ("test_starts", "2026-12-01"),
        ("test_ends", "2026-12-24"),
        ("test_measure", "Cups"),
        ("test_stop_rule", "No cups"),
        ("test_result", "Many cups"),
        ("test_learning", "They do"),
        ("test_cost", "A kettle"),
    ];
    file.run(EditTest { idea, test: None, fields: test_filled(None, &typed) }).unwrap();
    let test = file.detail(idea).tests.remove(0);
    for (field, (key, text)) in TEST_FIELDS.iter().zip(typed) {
        assert_eq!((field.key, field.of_test(&test).as_str()), (key, text));
    }
    let fields = test_filled(Some(&test), &[("test_participants", "14")]);
    let done = file.run(EditTest { idea, test: Some(test.id), fields }).unwrap();
    assert_eq!(done.ideas, [idea]);
    assert_eq!(file.detail(idea).tests.first().unwrap().participants, Some(14));
    file.run(RemoveTest { test: test.id }).unwrap();
    assert!(file.detail(idea).tests.is_empty());
    file.undo();
    assert_eq!(file.detail(idea).tests.len(), 1);
}

#[test]
fn a_test_says_something_and_ends_after_it_starts() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    for (typed, id) in [
        (&[][..], "refused-test-empty"),
        (&[("test_participants", "many")], "refused-field-number"),
        (&[("test_starts", "2/12"), ("test_ends", "1/12")], "refused-test-ends-first"),
    ] {
        let fields = test_filled(None, typed);
        assert_eq!(file.refusal(EditTest { idea, test: None, fields }), id);
    }
}

#[test]
fn many_ideas_get_an_owner_in_one_step() {
    let mut file = File::new();
    let ideas = vec![file.idea("Kettle"), file.idea("Drill")];
    file.run(SetOwner { ideas: ideas.clone(), owner: Some("Cook".into()) }).unwrap();
    assert!(ideas.iter().all(|idea| file.text(*idea, "owner") == "Cook"));
    let done = file.run(SetOwner { ideas: ideas.clone(), owner: None }).unwrap();
    assert_eq!(done.label.id, "step-owner-none-many");
    assert!(ideas.iter().all(|idea| file.text(*idea, "owner").is_empty()));
    file.undo();
    file.undo();
    assert!(file.reader.names().unwrap().people.is_empty());
}

#[test]
fn a_tag_goes_on_many_ideas_and_off_again() {
    let mut file = File::new();
    let ideas = vec![file.idea("Kettle #kök"), file.idea("Drill")];
    let tag = |on| TagIdeas { ideas: ideas.clone(), tag: "#Kök".into(), on };
    file.run(tag(true)).unwrap();
    assert!(ideas.iter().all(|idea| file.text(*idea, "tags") == "kök"));
    assert_eq!(file.refusal(tag(true)), "refused-nothing-changed");
    file.run(tag(false)).unwrap();
    assert!(ideas.iter().all(|idea| file.text(*idea, "tags").is_empty()));
    let strange = TagIdeas { ideas: ideas.clone(), tag: "unheard".into(), on: false };
    assert_eq!(file.refusal(strange), "refused-nothing-changed");
    let nothing = TagIdeas { ideas, tag: " # ".into(), on: true };
    assert_eq!(file.refusal(nothing), "refused-tag-empty");
}
