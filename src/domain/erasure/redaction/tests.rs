//! What is left of somebody in rows and steps.

use super::super::Tracing;
use super::*;
use crate::domain::kinds::{CommentKind, RecordStatus};
use crate::domain::record::Record;
use crate::domain::records::{Comment, CommentId, Idea, Person, StageId};
use crate::domain::step::Step;
use crate::domain::value::{Stamp, Uid};

const PERSON: PersonId = PersonId(7);

fn uid(n: u128) -> Uid {
    Uid(uuid::Uuid::from_u128(n))
}

fn person() -> Person {
    Person { id: PERSON, uid: uid(7), name: "Åsa Öberg".into(), contact: None }
}

fn idea(n: i64, status: RecordStatus) -> Idea {
    let mut idea =
        Idea::new(IdeaId(n), uid(100), StageId(1), 0, Stamp(0), jiff::civil::date(2026, 11, 23));
    idea.giver = Some(PERSON);
    idea.title = "Åsa Öbergs kök".into();
    idea.record_status = status;
    idea
}

fn comment(text: &str) -> Comment {
    Comment {
        id: CommentId(3),
        uid: uid(3),
        idea: IdeaId(1),
        kind: CommentKind::Comment,
        text: text.into(),
        author: Some(PERSON),
        at: Stamp(0),
        edited: None,
    }
}

fn asked(deed: Deed) -> PersonErasure {
    PersonErasure {
        person: person(),
        deed,
        reference: String::new(),
        ground: String::new(),
        role: String::new(),
        verdicts: Vec::new(),
        name: "Idégivare, anonymiserad".into(),
        mask: "[borttaget]".into(),
    }
}

struct Told {
    rows: Vec<Option<Change>>,
    past: Option<Vec<Change>>,
    fate: Fate,
    kept: usize,
}

fn told(asked: &PersonErasure, ideas: &[Idea]) -> Told {
    let wanted = Wanted::of(["Åsa Öberg"], []);
    let mut tracing = Tracing::new(&wanted, Some(PERSON));
    tracing.row(Kind::Person, &person().to_row());
    for idea in ideas {
        tracing.row(Kind::Idea, &idea.to_row());
    }
    let mut step = Step::new(Say::new("step-test"));
    step.update(&comment("fråga åsa öberg"), &comment("fråga någon"));
    tracing.row(Kind::Comment, &comment("fråga någon").to_row());
    tracing.past(1, Some(PERSON), &step.label, &step.changes);
    let redaction = Redaction::new(&wanted, asked, Some(PERSON), tracing.done(), None).unwrap();
    let mut rows = vec![redaction.row(Kind::Person, &person().to_row())];
    rows.extend(ideas.iter().map(|idea| redaction.row(Kind::Idea, &idea.to_row())));
    Told {
        rows,
        past: redaction.changes(&step.changes),
        fate: redaction.fate.clone(),
        kept: redaction.kept.len(),
    }
}

fn after(change: &Option<Change>, column: &str) -> Option<Value> {
    change.as_ref()?.column(column).1.cloned()
}

#[test]
fn anonymising_renames_the_person_and_takes_the_name_out_of_texts_and_journal() {
    let told = told(&asked(Deed::Anonymise), &[idea(1, RecordStatus::WorkingMaterial)]);
    assert_eq!(after(&told.rows[0], "name"), Some("Idégivare, anonymiserad".to_owned().to_value()));
    assert_eq!(after(&told.rows[1], "title"), Some("[borttaget] kök".to_owned().to_value()));
    assert_eq!(after(&told.rows[1], "giver"), None, "still the same person, who is nobody now");
    let past = told.past.unwrap();
    let (before, _) = past[0].column("text");
    assert_eq!(before, Some(&"fråga [borttaget]".to_owned().to_value()));
}

#[test]
fn erasing_takes_the_record_and_all_that_points_at_it() {
    let told = told(&asked(Deed::Erase), &[idea(1, RecordStatus::WorkingMaterial)]);
    assert!(matches!(told.rows[0], Some(Change::Delete { .. })));
    assert_eq!(after(&told.rows[1], "giver"), Some(Value::Null));
}

#[test]
fn an_official_record_stays_as_it_is_unless_there_is_a_reference() {
    let ideas = [idea(1, RecordStatus::WorkingMaterial), idea(2, RecordStatus::Received)];
    let mut wish = asked(Deed::Erase);
    let told_without = told(&wish, &ideas);
    assert_eq!(told_without.fate, Fate::Split(None));
    assert_eq!(told_without.rows[0], None, "the record still needs the person");
    assert_eq!(after(&told_without.rows[1], "giver"), Some(Value::Null));
    assert_eq!(told_without.rows[2], None);
    assert_eq!(told_without.kept, 1);
    wish.reference = "KS 2026/12".into();
    let told_with = told(&wish, &ideas);
    assert_eq!(told_with.fate, Fate::Gone);
    assert_eq!(after(&told_with.rows[2], "title"), Some("[borttaget] kök".to_owned().to_value()));
}

#[test]
fn a_part_of_the_name_is_to_be_decided_on() {
    let wanted = Wanted::of(["Åsa Öberg"], []);
    let mut tracing = Tracing::new(&wanted, Some(PERSON));
    tracing.row(Kind::Comment, &comment("Öberg i Kalmar levererar").to_row());
    let occurrences = tracing.done();
    let hit = occurrences.hits[0].clone();
    let mut wish = asked(Deed::Erase);
    assert!(Redaction::new(&wanted, &wish, None, occurrences.clone(), None).is_err());
    wish.verdicts.push((hit.text_of, hit.form, Verdict::Keep(Keep::Another)));
    let redaction = Redaction::new(&wanted, &wish, None, occurrences, None).unwrap();
    assert_eq!(redaction.kept.len(), 1);
    assert!(!redaction.gone().iter().any(|form| form == "öberg"));
}
