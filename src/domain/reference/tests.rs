//! What must hold of the content in `assets/`, whoever edits it.

use std::collections::BTreeSet;

use super::{AllowedFrom, Named, PLACEHOLDERS, Reference, placeholders};
use crate::domain::{
    CommentKind, DecisionKind, GateReply, Language, NameVisible, Outcome, RecordStatus,
    Sensitivity, Source, Status, WantsToJoin,
};

#[test]
fn six_stages_each_have_a_gate_of_their_own() {
    let stages = &Reference::get().sluice.stages;
    let gates: BTreeSet<_> = stages.iter().map(|stage| stage.gate.key.as_str()).collect();
    assert_eq!((stages.len(), gates.len()), (6, 6));
    for stage in stages {
        assert!(stage.gate.musts().next().is_some(), "{} asks nothing", stage.gate.key);
    }
}

#[test]
fn a_short_stage_name_fits_a_narrow_column() {
    for stage in &Reference::get().sluice.stages {
        for language in Language::ALL {
            assert!(stage.short.in_language(language).chars().count() <= 9, "{}", stage.key);
        }
    }
}

#[test]
fn every_kind_has_a_name_and_every_name_a_kind() {
    let sluice = &Reference::get().sluice;
    let keys = |list: &[Named]| list.iter().map(|it| it.key.clone()).collect::<Vec<_>>();
    macro_rules! same {
        ($($list:ident: $kind:ident,)+) => {$(
            assert_eq!(keys(&sluice.$list), $kind::ALL.iter().map(|it| it.key()).collect::<Vec<_>>());
        )+};
    }
    same! {
        statuses: Status,
        outcomes: Outcome,
        gate_answers: GateReply,
        sources: Source,
        comment_kinds: CommentKind,
        sensitivities: Sensitivity,
        record_statuses: RecordStatus,
        name_visible: NameVisible,
        wants_to_join: WantsToJoin,
    }
    let decisions: Vec<_> = sluice.decisions.iter().map(|decision| decision.kind).collect();
    assert_eq!(decisions, DecisionKind::ALL);
}

#[test]
fn every_decision_has_a_ready_answer_with_the_same_gaps_in_both_languages() {
    let reference = Reference::get();
    assert_eq!(DecisionKind::ALL.len(), 9);
    for &kind in DecisionKind::ALL {
        assert!(reference.feedback(kind.key()).is_some(), "{} has no answer", kind.key());
    }
    for feedback in &reference.sluice.feedback {
        let sv: BTreeSet<_> = placeholders(&feedback.text.sv).collect();
        let en: BTreeSet<_> = placeholders(&feedback.text.en).collect();
        assert_eq!(sv, en, "{}", feedback.key);
        assert!(sv.contains("nr"), "{} does not say which idea", feedback.key);
        for name in sv {
            assert!(PLACEHOLDERS.contains(&name), "{{{name}}} in {}", feedback.key);
        }
    }
}

#[test]
fn a_decision_closes_exactly_when_it_names_an_outcome() {
    for decision in &Reference::get().sluice.decisions {
        let closes = decision.to_status == Status::Closed;
        assert_eq!(closes, decision.to_outcome.is_some(), "{}", decision.kind.key());
    }
}

#[test]
fn only_going_ahead_needs_no_reason() {
    for decision in &Reference::get().sluice.decisions {
        assert_eq!(decision.needs_rationale, decision.kind != DecisionKind::GoAhead);
    }
}

#[test]
fn the_last_stage_is_left_by_closing_as_implemented() {
    let reference = Reference::get();
    let allows = |kind, last| reference.decision_of(kind).from.allows(Status::Active, last);
    assert!(allows(DecisionKind::GoAhead, false) && !allows(DecisionKind::GoAhead, true));
    assert!(allows(DecisionKind::CloseImplemented, true));
    assert!(!allows(DecisionKind::CloseImplemented, false));
}

#[test]
fn a_closed_idea_can_only_be_reopened() {
    for decision in &Reference::get().sluice.decisions {
        let reopens = decision.from == AllowedFrom::PausedOrClosed;
        assert_eq!(reopens, decision.kind == DecisionKind::Reopen);
        for last in [false, true] {
            assert_eq!(decision.from.allows(Status::Closed, last), reopens);
        }
    }
}

#[test]
fn the_receiver_is_asked_for_from_the_test_gate_on() {
    let asking: Vec<_> = Reference::get()
        .sluice
        .stages
        .iter()
        .filter(|stage| stage.gate.needs_receiver)
        .map(|stage| stage.gate.key.as_str())
        .collect();
    assert_eq!(asking, ["G3", "G4", "G5", "G6"]);
}

#[test]
fn no_gate_asks_for_novelty() {
    let reference = Reference::get();
    assert!(!reference.criterion("nyhet").unwrap().used_in_thresholds);
    for stage in &reference.sluice.stages {
        for (key, &least) in &stage.gate.advisory_minimum {
            let criterion = reference.criterion(key).unwrap();
            assert!(criterion.used_in_thresholds, "{key} in {}", stage.gate.key);
            assert!(criterion.level(least).is_some(), "{key} {least} in {}", stage.gate.key);
        }
    }
}

#[test]
fn a_hint_is_at_most_twenty_words() {
    for field in &Reference::get().sluice.fields {
        let Some(hint) = &field.hint else { continue };
        for language in Language::ALL {
            let words = hint.in_language(language).split_whitespace().count();
            assert!(words <= 20, "{}", field.key);
        }
    }
}
