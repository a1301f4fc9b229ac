//! The sluice is given the shape that its people need: stages, gates, lists, saved filters.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/file.rs"]
mod file;

use file::File;
use sluss::domain::{
    AddComment, AddEntry, AddQuestion, AddStage, AmendEntry, AmendQuestion, Arg, Begin, Carry,
    CommentKind, Decision, GateQuestion, Goal, Idea, IdeaId, IdeaTag, List, MoveQuestion,
    MoveSluice, MoveStage, Person, PersonId, Place, ReferralTarget, RemoveEntry, RemoveFilter,
    RemoveQuestion, RemoveSluice, RemoveStage, RenameFilter, RenameSluice, RenameStage, SaveFilter,
    SavedFilter, SetGate, SetStage, Shift, Sluice, SluiceId, Stage, StageId, Tag, Unit,
};

const TAVLA: SluiceId = SluiceId(1);

fn stages(file: &File) -> Vec<Stage> {
    let mut stages = file.reader.stages().unwrap();
    stages.retain(|stage| stage.sluice == TAVLA);
    stages
}

fn stage(file: &File, at: usize) -> StageId {
    stages(file).get(at).unwrap().id
}

/// The stages' names; those of the program's own by their key.
fn names(file: &File) -> Vec<String> {
    let name = |stage: Stage| match stage.label() {
        Arg::Text(own) => own.into_owned(),
        Arg::Known(key) => key.trim_start_matches("stage:").to_owned(),
        other => panic!("no name: {other:?}"),
    };
    stages(file).into_iter().map(name).collect()
}

fn carry(file: &mut File, idea: IdeaId, at: usize) {
    let to = Goal { stage: stage(file, at), place: Place::Foot };
    file.run(Carry { ideas: vec![idea], to, reason: String::new() }).unwrap();
}

fn find(file: &File, idea: IdeaId) -> Idea {
    file.reader.find(idea.0).unwrap().unwrap()
}

const OWN: [&str; 6] = ["inkommen", "behov", "losning", "test", "inforande", "i_bruk"];

#[test]
fn a_stage_comes_after_another_or_first_of_all() {
    let mut file = File::new();
    assert_eq!(names(&file), OWN);
    let after = Some(stage(&file, 1));
    file.run(AddStage { sluice: TAVLA, name: " Labb ".into(), after }).unwrap();
    file.run(AddStage { sluice: TAVLA, name: "Brev".into(), after: None }).unwrap();
    assert_eq!(
        names(&file),
        ["Brev", "inkommen", "behov", "Labb", "losning", "test", "inforande", "i_bruk"]
    );
    let ninth = AddStage { sluice: TAVLA, name: "Till".into(), after };
    assert_eq!(file.refusal(ninth), "refused-stages-many");
    file.undo();
    file.undo();
    assert_eq!(names(&file), OWN);
}

#[test]
fn a_stage_is_called_like_no_other_in_either_language() {
    let mut file = File::new();
    let second = stage(&file, 1);
    let mut rename = |name: &str| file.run(RenameStage { stage: second, name: name.into() });
    rename("Undersök").unwrap();
    assert!(rename("received").is_err());
    rename("need").unwrap();
    assert_eq!(names(&file), OWN);
    let own = AddStage { sluice: TAVLA, name: "Labb".into(), after: None };
    file.run(own).unwrap();
    let nameless = RenameStage { stage: stage(&file, 0), name: " ".into() };
    assert_eq!(file.refusal(nameless), "refused-name-empty");
}

#[test]
fn a_stage_moves_one_place_and_stays_at_the_end() {
    let mut file = File::new();
    let first = stage(&file, 0);
    file.run(MoveStage { stage: first, shift: Shift::Down }).unwrap();
    assert_eq!(names(&file).get(..2).unwrap(), ["behov", "inkommen"]);
    file.run(MoveStage { stage: first, shift: Shift::Up }).unwrap();
    let further = MoveStage { stage: first, shift: Shift::Up };
    assert_eq!(file.refusal(further), "refused-nothing-changed");
    assert_eq!(names(&file), OWN);
}

#[test]
fn a_removed_stage_gives_its_ideas_away_and_its_decisions_stay() {
    let mut file = File::new();
    let ideas = [file.idea("Kettle"), file.idea("Drill"), file.idea("Lamp")];
    for idea in ideas {
        carry(&mut file, idea, 1);
    }
    let [kettle, _, lamp] = ideas;
    carry(&mut file, lamp, 2);
    let (gone, kept) = (stage(&file, 1), stage(&file, 2));
    let bare = RemoveStage { stage: gone, ideas_to: None };
    assert_eq!(file.refusal(bare.clone()), "refused-stage-has-ideas");
    let itself = RemoveStage { ideas_to: Some(gone), ..bare.clone() };
    assert_eq!(file.refusal(itself), "refused-stage-has-ideas");
    let decisions = file.every::<Decision>();
    file.run(RemoveStage { ideas_to: Some(kept), ..bare }).unwrap();
    assert_eq!(names(&file), ["inkommen", "losning", "test", "inforande", "i_bruk"]);
    assert_eq!(file.every::<Decision>(), decisions);
    let mut column: Vec<Idea> = file.every();
    assert!(column.iter().all(|idea| idea.stage == kept));
    column.sort_by_key(|idea| idea.rank);
    let titles: Vec<&str> = column.iter().map(|idea| idea.title.as_str()).collect();
    assert_eq!(titles, ["Lamp", "Kettle", "Drill"]);
    assert_eq!(file.reader.counts().unwrap().get(&kept), Some(&3));

    let to = Goal { stage: gone, place: Place::Foot };
    let back = Carry { ideas: vec![kettle], to, reason: String::new() };
    assert_eq!(file.refusal(back), "refused-stage-gone");
    file.undo();
    assert_eq!(names(&file), OWN);
    assert_eq!(find(&file, kettle).stage, gone);
    assert_eq!(find(&file, lamp).stage, kept);
}

#[test]
fn no_step_taken_back_leads_an_idea_into_a_removed_stage() {
    let mut file = File::new();
    let idea = file.idea("Kettle");
    carry(&mut file, idea, 1);
    let first = stage(&file, 0);
    let moved = file.reader.history(None, None, 1).unwrap().first().unwrap().seq;
    file.run(RemoveStage { stage: first, ideas_to: None }).unwrap();
    let request = file.request();
    assert!(file.store.undo_chosen(request, moved).unwrap().is_err());
    assert_ne!(find(&file, idea).stage, first);
}

#[test]
fn a_sluice_keeps_three_stages() {
    let mut file = File::new();
    for _ in 0..3 {
        let stage = stage(&file, 0);
        file.run(RemoveStage { stage, ideas_to: None }).unwrap();
    }
    let stage = stage(&file, 0);
    assert_eq!(file.refusal(RemoveStage { stage, ideas_to: None }), "refused-stages-few");
}

#[test]
fn what_a_stage_expects_is_set_and_the_program_s_own_text_is_not_copied() {
    let mut file = File::new();
    let before = stages(&file).remove(1);
    let set = SetStage {
        stage: before.id,
        purpose: "We find out what the need is, for whom, and how we know.".into(),
        soft_limit: Some(12),
        warn_days: None,
        needs_receiver: true,
    };
    file.run(set.clone()).unwrap();
    let after = stages(&file).remove(1);
    assert_eq!((after.purpose, after.soft_limit, after.warn_days), (None, Some(12), None));
    assert!(after.needs_receiver);
    file.run(SetStage { purpose: "Vi frågar.".into(), ..set.clone() }).unwrap();
    assert_eq!(stages(&file).remove(1).purpose.as_deref(), Some("Vi frågar."));
    let nothing = SetStage { soft_limit: Some(0), ..set };
    assert_eq!(file.refusal(nothing), "refused-number-small");
}

fn questions(file: &File, stage: StageId) -> Vec<GateQuestion> {
    let mut questions: Vec<GateQuestion> = file.every();
    questions.retain(|question| question.stage == stage);
    questions.sort_by_key(|question| question.rank);
    questions
}

#[test]
fn the_questions_of_a_gate_are_added_reworded_moved_and_removed() {
    let mut file = File::new();
    let stage = stage(&file, 0);
    let keys = |file: &File| -> Vec<String> {
        let word = |it: GateQuestion| it.text.or(it.key).unwrap();
        questions(file, stage).into_iter().map(word).collect()
    };
    file.run(AddQuestion { stage, text: "Vem vinner?".into(), must: false }).unwrap();
    assert_eq!(keys(&file), ["G1.1", "G1.2", "G1.3", "G1.4", "G1.5", "Vem vinner?"]);
    let last = questions(&file, stage).pop().unwrap().id;
    file.run(MoveQuestion { question: last, shift: Shift::Up }).unwrap();
    let first = questions(&file, stage).remove(0);
    file.run(RemoveQuestion { question: first.id }).unwrap();
    assert_eq!(keys(&file), ["G1.2", "G1.3", "G1.4", "Vem vinner?", "G1.5"]);
    file.undo();
    assert_eq!(questions(&file, stage).first(), Some(&first));

    let amend = |text: &str, must| AmendQuestion { question: first.id, text: text.into(), must };
    let own = "Rör idén något som kommunen ansvarar för eller kan påverka?";
    file.run(amend(own, false)).unwrap();
    assert_eq!(questions(&file, stage).first().unwrap().key.as_deref(), Some("G1.1"));
    file.run(amend("Är det vårt?", true)).unwrap();
    let reworded = questions(&file, stage).remove(0);
    assert_eq!(reworded.text.as_deref(), Some("Är det vårt?"));
    file.run(amend(own, true)).unwrap();
    assert_eq!(questions(&file, stage).first(), Some(&first));
    assert_eq!(file.refusal(amend(" ", true)), "refused-question-empty");
}

#[test]
fn a_gate_has_a_name_and_somebody_who_decides() {
    let mut file = File::new();
    let stage = stage(&file, 0);
    let set = |name: &str, who: &str| SetGate { stage, name: name.into(), who: who.into() };
    file.run(set("Screening", "Rådet")).unwrap();
    let after = stages(&file).remove(0);
    assert_eq!((after.gate_name, after.gate_who.as_deref()), (None, Some("Rådet")));
    file.run(set("", "")).unwrap();
    assert_eq!(stages(&file).remove(0).gate_who, None);
}

#[test]
fn a_sluice_is_renamed_moved_and_removed_only_when_it_is_empty() {
    let mut file = File::new();
    file.idea("Kettle");
    assert_eq!(file.refusal(RemoveSluice { sluice: TAVLA }), "refused-last-sluice");
    file.run(Begin { name: "Skola".into() }).unwrap();
    let skola = SluiceId(2);
    let names = |file: &File| -> Vec<String> {
        file.reader.sluices().unwrap().into_iter().map(|sluice| sluice.name).collect()
    };
    let taken = RenameSluice { sluice: skola, name: "tavla".into() };
    assert_eq!(file.refusal(taken), "refused-name-taken");
    file.run(RenameSluice { sluice: skola, name: "Skolan".into() }).unwrap();
    file.run(MoveSluice { sluice: skola, shift: Shift::Up }).unwrap();
    assert_eq!(names(&file), ["Skolan", "Tavla"]);
    assert_eq!(file.refusal(RemoveSluice { sluice: TAVLA }), "refused-sluice-has-ideas");
    file.run(RemoveSluice { sluice: skola }).unwrap();
    assert_eq!(names(&file), ["Tavla"]);
    assert!(file.reader.stages().unwrap().iter().all(|stage| stage.sluice == TAVLA));
    file.run(Begin { name: "Skolan".into() }).unwrap();
    file.undo();
    assert_eq!(names(&file).len(), 3);
    assert_eq!(file.every::<Sluice>().len(), 3);
}

fn entry(list: List, name: &str, more: &str) -> AddEntry {
    AddEntry { list, name: name.into(), more: more.into() }
}

fn amend(list: List, entry: i64, name: &str, more: &str) -> AmendEntry {
    AmendEntry { list, entry, name: name.into(), more: more.into() }
}

#[test]
fn entries_are_added_and_renamed_and_no_two_are_called_the_same() {
    let mut file = File::new();
    for list in List::ALL {
        file.run(entry(list, "Skola", "Ett")).unwrap();
        assert_eq!(file.refusal(entry(list, "SKOLA", "Ett")), "refused-name-taken", "{list:?}");
        assert_eq!(file.refusal(entry(list, "\u{200B}", "")), "refused-name-empty", "{list:?}");
    }
    let unit = file.every::<Unit>().remove(0);
    assert_eq!((unit.name.as_str(), unit.code.as_str()), ("Skola", "ETT"));
    file.run(amend(List::Units, unit.id.0, "Skolan", "")).unwrap();
    assert_eq!(file.every::<Unit>().remove(0).code, "SKOL");
    file.run(entry(List::Units, "Vård", "")).unwrap();
    let vard = file.every::<Unit>().remove(1).id.0;
    assert_eq!(file.refusal(amend(List::Units, vard, "Vård", "skol")), "refused-code-taken");
    assert_eq!(file.refusal(amend(List::Units, vard, "Vård", "omsorgen!")), "refused-code-long");
    assert_eq!(file.refusal(entry(List::Tags, "bygg, skola", "")), "refused-tag-empty");
}

#[test]
fn two_people_of_one_name_are_told_apart_by_contact() {
    let mut file = File::new();
    file.run(entry(List::People, "Kim", "kim@a.se")).unwrap();
    file.run(entry(List::People, "Kim", "kim@b.se")).unwrap();
    assert_eq!(file.every::<Person>().len(), 2);
}

#[test]
fn a_referral_target_keeps_its_name_in_both_languages_when_its_contact_is_set() {
    let mut file = File::new();
    let target = file.every::<ReferralTarget>().remove(0);
    file.run(amend(List::Targets, target.id.0, "Fault reporting", "växeln")).unwrap();
    let after = file.every::<ReferralTarget>().remove(0);
    assert_eq!(after, ReferralTarget { contact: Some("växeln".into()), ..target });
}

#[test]
fn a_tag_renamed_to_another_s_name_becomes_one_with_it() {
    let mut file = File::new();
    let (one, both) = (file.idea("Kettle #skola"), file.idea("Drill #skola #skolor"));
    let tags: Vec<Tag> = file.every();
    let [skola, skolor] = tags.as_slice() else { panic!("two tags") };
    let before: Vec<IdeaTag> = file.every();
    file.run(amend(List::Tags, skola.id.0, "#Skolor", "")).unwrap();
    assert_eq!(file.every::<Tag>(), std::slice::from_ref(skolor));
    let after: Vec<(IdeaId, _)> =
        file.every::<IdeaTag>().into_iter().map(|it| (it.idea, it.tag)).collect();
    assert_eq!(after, [(one, skolor.id), (both, skolor.id)]);
    file.undo();
    assert_eq!(file.every::<Tag>(), tags);
    assert_eq!(file.every::<IdeaTag>(), before);
}

#[test]
fn a_unit_renamed_to_another_s_name_gives_its_ideas_to_it() {
    let mut file = File::new();
    let idea = file.idea("Kettle @skolan");
    file.idea("Drill @skola");
    let units: Vec<Unit> = file.every();
    let [skolan, skola] = units.as_slice() else { panic!("two units") };
    file.run(amend(List::Units, skolan.id.0, "Skola", &skolan.code)).unwrap();
    assert_eq!(find(&file, idea).unit, Some(skola.id));
    assert_eq!(file.every::<Unit>().len(), 1);
}

#[test]
fn a_removed_tag_is_taken_from_its_ideas_and_undo_gives_it_back() {
    let mut file = File::new();
    file.idea("Kettle #skola");
    let before: Vec<IdeaTag> = file.every();
    let entry = file.every::<Tag>().remove(0).id.0;
    file.run(RemoveEntry { list: List::Tags, entry }).unwrap();
    assert_eq!(file.every::<IdeaTag>(), []);
    file.undo();
    assert_eq!(file.every::<IdeaTag>(), before);
}

#[test]
fn what_ideas_use_is_not_removed() {
    let mut file = File::new();
    let idea = file.idea("Kettle @skola");
    let unit = file.every::<Unit>().remove(0).id.0;
    assert_eq!(file.refusal(RemoveEntry { list: List::Units, entry: unit }), "refused-entry-used");
    file.run(entry(List::People, "Kim", "")).unwrap();
    let kim = file.every::<Person>().remove(0).id;
    file.who = Some(kim);
    file.run(AddComment { idea, kind: CommentKind::Comment, text: "Bra".into() }).unwrap();
    let person = RemoveEntry { list: List::People, entry: kim.0 };
    assert_eq!(file.refusal(person.clone()), "refused-entry-used");
    file.undo();
    file.run(person).unwrap();
    // Whoever sits at the keyboard may have been removed elsewhere; what is said is kept.
    file.who = Some(PersonId(kim.0));
    file.run(AddComment { idea, kind: CommentKind::Comment, text: "Bra".into() }).unwrap();
}

#[test]
fn a_filter_is_saved_saved_over_renamed_and_removed() {
    let mut file = File::new();
    let save = |name: &str, words: &str| SaveFilter { name: name.into(), words: words.into() };
    file.run(save("Mina", "#skola")).unwrap();
    file.run(save("mina", "#bygg")).unwrap();
    let filters: Vec<SavedFilter> = file.every();
    let [filter] = filters.as_slice() else { panic!("one filter") };
    assert_eq!(filter.words, "#bygg");
    assert_eq!(file.refusal(save("Mina", " ")), "refused-filter-empty");
    file.run(save("Era", "#bad")).unwrap();
    let rename = |name: &str| RenameFilter { filter: filter.id, name: name.into() };
    assert_eq!(file.refusal(rename("ERA")), "refused-name-taken");
    file.run(rename("Våra")).unwrap();
    file.run(RemoveFilter { filter: filter.id }).unwrap();
    let left: Vec<String> = file.every::<SavedFilter>().into_iter().map(|it| it.name).collect();
    assert_eq!(left, ["Era"]);
}
