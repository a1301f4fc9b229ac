//! Gates, decisions and what follows from them, in the file.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::civil::{Date, date};
use sluss::domain::{
    Anchor, Answered, Arg, Begin, Capture, Captured, Carry, Command, Decide, DecideTogether,
    DecisionId, DecisionKind, GateReply, GateView, Goal, Idea, IdeaId, Language, NextStep, No,
    Order, Outcome, Place, PutBack, Ready, Remove, Reply, Source, Stage, StageId, Stamp, Status,
    Uid, Unmerge, Wording, longest_pause,
};
use sluss::domain::{Done, Shelf, SluiceId, TodoKind};
use sluss::store::{Detail, Reader, Request, Store};

const TODAY: Date = date(2026, 11, 23);

struct File {
    _folder: tempfile::TempDir,
    store: Store,
    reader: Reader,
    requests: u128,
    today: Date,
}

impl File {
    fn new() -> File {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&folder.path().join("sluss.db"), "one".into()).unwrap();
        let reader = store.reader().unwrap();
        let mut file = File {
            _folder: folder,
            reader,
            requests: 0,
            today: TODAY,
            store: {
                let uid = Uid(uuid::Uuid::from_u128(1 << 60));
                let request = Request { uid, now: Stamp(0), today: TODAY, who: None };
                store.commit(request, &Begin { name: "Tavla".into() }.into()).unwrap().unwrap();
                store
            },
        };
        assert_eq!(file.capture(&["Kettle", "Drill"]).len(), 2);
        file
    }

    fn request(&mut self) -> Request {
        self.requests += 1;
        let noon = jiff::tz::TimeZone::UTC.to_timestamp(self.today.at(12, 0, 0, 0)).unwrap();
        let later = i64::try_from(self.requests).unwrap();
        Request {
            uid: Uid(uuid::Uuid::from_u128(self.requests << 16)),
            now: Stamp(noon.as_millisecond() + later),
            today: self.today,
            who: None,
        }
    }

    fn run(&mut self, command: impl Into<Command>) -> Result<Done, No> {
        let request = self.request();
        self.store.commit(request, &command.into()).unwrap()
    }

    fn undo(&mut self) {
        let request = self.request();
        self.store.undo(request).unwrap().unwrap();
    }

    /// The id of the sentence with which a command is refused.
    fn refused(&mut self, command: impl Into<Command>) -> String {
        match self.run(command) {
            Err(No::Refused(refusal)) => refusal.0.id.into_owned(),
            other => panic!("not refused: {other:?}"),
        }
    }

    fn capture(&mut self, titles: &[&str]) -> Vec<IdeaId> {
        let lines = titles.iter().map(|title| Captured::read(title)).collect();
        let stage = self.stage(0);
        self.run(Capture { stage, lines, source: Source::Form }).unwrap().created
    }

    fn stage(&self, at: usize) -> StageId {
        let mut stages: Vec<Stage> = self.reader.every().unwrap();
        stages.sort_by_key(|stage| stage.rank);
        stages.get(at).unwrap().id
    }

    fn carry(&mut self, idea: IdeaId, at: usize) {
        let to = Goal { stage: self.stage(at), place: Place::Foot };
        self.run(Carry { ideas: vec![idea], to, reason: String::new() }).unwrap();
    }

    fn column(&self, at: usize) -> Vec<String> {
        let window = self.reader.window(self.stage(at), Order::ByHand, Anchor::Head, 1000).unwrap();
        assert_eq!(window.total, window.cards.len());
        window.cards.into_iter().map(|card| card.title).collect()
    }

    fn gate(&self, idea: IdeaId) -> GateView {
        self.reader.gate(idea).unwrap().unwrap()
    }

    fn detail(&self, idea: IdeaId) -> Detail {
        self.reader.detail(idea).unwrap().unwrap()
    }

    fn idea(&self, idea: IdeaId) -> Idea {
        self.detail(idea).idea
    }

    /// Every question of the idea's gate answered alike.
    fn answers(&self, idea: IdeaId, reply: GateReply) -> Vec<Answered> {
        let questions = self.gate(idea).questions;
        questions.iter().map(|asked| Answered { question: asked.question, reply }).collect()
    }
}

const KETTLE: IdeaId = IdeaId(1);
const DRILL: IdeaId = IdeaId(2);

fn because(kind: DecisionKind) -> Decide {
    Decide { reason: "Därför.".into(), ..Decide::new(KETTLE, kind) }
}

fn known(key: &'static str) -> Arg {
    Arg::Known(key.into())
}

#[test]
fn a_gate_asks_its_stage_s_questions_and_counts_the_musts() {
    let file = File::new();
    let gate = file.gate(KETTLE);
    assert_eq!(gate.name, known("gate:G1"));
    assert_eq!(gate.who, Some(known("gate-who:G1")));
    assert_eq!(gate.questions.len(), 5);
    assert_eq!(gate.next.as_ref().map(|stage| stage.id), Some(file.stage(1)));
    let mut answers = file.answers(KETTLE, GateReply::Yes);
    assert_eq!((gate.readiness(&answers).yes, gate.readiness(&answers).musts), (4, 4));
    answers.get_mut(0).unwrap().reply = GateReply::No;
    answers.get_mut(1).unwrap().reply = GateReply::DontKnow;
    let readiness = gate.readiness(&answers);
    assert_eq!((readiness.yes, readiness.musts, readiness.open), (2, 4, 1));
    assert_eq!(gate.readiness(&[]).open, 4);
}

#[test]
fn a_gate_tells_what_is_missing_from_the_stage_on_where_it_is_asked_for() {
    let mut file = File::new();
    let missing = |file: &File| {
        let gate = file.gate(KETTLE);
        (gate.owner_missing, gate.receiver_missing, gate.below.len())
    };
    assert_eq!(missing(&file), (false, false, 0));
    file.carry(KETTLE, 1);
    assert_eq!(missing(&file), (true, false, 2));
    file.carry(KETTLE, 2);
    assert_eq!(missing(&file), (true, true, 7));
    assert!(!file.gate(KETTLE).profiled);
    file.carry(KETTLE, 5);
    assert_eq!(file.gate(KETTLE).next, None);
}

#[test]
fn going_ahead_is_one_step_with_its_answers_and_its_next_step() {
    let mut file = File::new();
    let mut decide = Decide::new(KETTLE, DecisionKind::GoAhead);
    decide.answers = file.answers(KETTLE, GateReply::Yes);
    let due = Some(date(2026, 12, 4));
    decide.next_step = Some(NextStep { text: "Ring tre".into(), due, role: "Idéägaren".into() });
    let done = file.run(decide).unwrap();
    assert_eq!(done.label.id, "step-decide-ga_vidare");
    assert_eq!(file.column(1), ["Kettle"]);
    let detail = file.detail(KETTLE);
    assert_eq!(detail.answers.len(), 5);
    assert_eq!(detail.idea.next_due, due);
    assert_eq!(detail.text.next_step, "Ring tre");
    file.undo();
    assert_eq!(file.column(0), ["Kettle", "Drill"]);
    let detail = file.detail(KETTLE);
    assert!(detail.answers.is_empty() && detail.decisions.is_empty());
}

#[test]
fn a_must_that_is_open_asks_for_a_reason_and_locks_nothing() {
    let mut file = File::new();
    let mut decide = Decide::new(KETTLE, DecisionKind::GoAhead);
    decide.answers = file.answers(KETTLE, GateReply::Yes);
    decide.answers.pop();
    decide.answers.get_mut(0).unwrap().reply = GateReply::No;
    assert_eq!(file.refused(decide.clone()), "refused-reason-in-spite");
    decide.reason = "Vi \u{202e}chansar".into();
    let done = file.run(decide).unwrap();
    assert_eq!(done.label.id, "step-decide-ga_vidare-in-spite");
    assert_eq!(file.detail(KETTLE).decisions.first().unwrap().reason, "Vi chansar");
}

#[test]
fn a_question_remembers_what_was_answered_last_time() {
    let mut file = File::new();
    let mut decide = because(DecisionKind::ComeBack);
    decide.answers = file.answers(KETTLE, GateReply::DontKnow);
    file.run(decide).unwrap();
    let gate = file.gate(KETTLE);
    let replies = gate.questions.iter().map(|asked| asked.before.map(|(reply, _)| reply));
    assert!(replies.eq([Some(GateReply::DontKnow); 5]));
    assert!(file.gate(DRILL).questions.iter().all(|asked| asked.before.is_none()));
}

#[test]
fn the_last_stage_s_gate_closes_as_implemented() {
    let mut file = File::new();
    assert_eq!(
        file.refused(because(DecisionKind::CloseImplemented)),
        "refused-decide-before-last-stage"
    );
    file.carry(KETTLE, 5);
    assert_eq!(file.refused(because(DecisionKind::GoAhead)), "refused-decide-in-last-stage");
    file.run(because(DecisionKind::CloseImplemented)).unwrap();
    assert_eq!(file.idea(KETTLE).outcome, Some(Outcome::Implemented));
    assert_eq!(file.column(5), [""; 0]);
}

#[test]
fn every_decision_but_going_ahead_gives_a_reason() {
    for kind in DecisionKind::ALL {
        let mut file = File::new();
        match kind {
            DecisionKind::CloseImplemented => file.carry(KETTLE, 5),
            DecisionKind::Reopen => {
                file.run(because(DecisionKind::Withdraw)).unwrap();
            }
            _ => {}
        }
        let decide = Decide {
            learning: "Lärdom".into(),
            event: "Budgeten är klar".into(),
            target: "Felanmälan".into(),
            into: Some(DRILL),
            ..because(*kind)
        };
        let silent = Decide { reason: "  ".into(), ..decide.clone() };
        let refused = match kind {
            DecisionKind::GoAhead => "refused-reason-in-spite",
            _ => "refused-reason-missing",
        };
        assert_eq!(file.refused(silent), refused);
        file.run(decide).unwrap();
        let taken = file.detail(KETTLE).decisions.pop().unwrap();
        assert_eq!((taken.kind, taken.reason.as_str()), (*kind, "Därför."));
        assert_eq!(taken.target.is_empty(), *kind != DecisionKind::Refer);
        assert_eq!(taken.event.is_empty(), *kind != DecisionKind::Pause);
    }
}

#[test]
fn a_pause_has_an_end_within_twelve_months() {
    let mut file = File::new();
    let pause = because(DecisionKind::Pause);
    let until = |day| Decide { until: Some(day), ..because(DecisionKind::Pause) };
    assert_eq!(file.refused(pause.clone()), "refused-pause-endless");
    assert_eq!(file.refused(until(TODAY)), "refused-pause-past");
    assert_eq!(file.refused(until(date(2027, 11, 24))), "refused-pause-long");
    file.run(until(date(2027, 11, 23))).unwrap();
    assert_eq!(file.idea(KETTLE).status, Status::Paused);
    file.undo();
    file.run(Decide { event: "Budgeten är klar".into(), ..pause }).unwrap();
    assert_eq!(file.idea(KETTLE).paused_until, Some(longest_pause(TODAY)));
    assert_eq!(file.detail(KETTLE).text.paused_event, "Budgeten är klar");
}

#[test]
fn not_taken_forward_says_what_was_learned_and_a_referral_where_to() {
    let mut file = File::new();
    assert_eq!(file.refused(because(DecisionKind::NotForward)), "refused-learning-missing");
    assert_eq!(file.refused(because(DecisionKind::Refer)), "refused-target-missing");
    let refer = Decide { target: "Felanmälan".into(), ..because(DecisionKind::Refer) };
    file.run(refer).unwrap();
    assert_eq!(file.detail(KETTLE).text.referred_to, "Felanmälan");
    assert_eq!(file.refused(because(DecisionKind::ComeBack)), "refused-closed");
}

#[test]
fn reopening_leads_back_to_the_stage_and_clears_what_closed_it() {
    let mut file = File::new();
    assert_eq!(file.refused(because(DecisionKind::Reopen)), "refused-not-closed");
    file.carry(KETTLE, 2);
    let refer = Decide { target: "Felanmälan".into(), ..because(DecisionKind::Refer) };
    file.run(refer).unwrap();
    file.run(because(DecisionKind::Reopen)).unwrap();
    assert_eq!(file.column(2), ["Kettle"]);
    assert_eq!(file.idea(KETTLE).outcome, None);
    assert_eq!(file.detail(KETTLE).text.referred_to, "");
    let merge = Decide { into: Some(DRILL), ..because(DecisionKind::Merge) };
    file.run(merge).unwrap();
    file.run(because(DecisionKind::Reopen)).unwrap();
    assert_eq!(file.idea(KETTLE).merged_into, None);
}

#[test]
fn merging_sets_a_pointer_and_is_taken_back() {
    let mut file = File::new();
    let merge = |into| Decide { into, ..because(DecisionKind::Merge) };
    assert_eq!(file.refused(merge(None)), "refused-merge-target-missing");
    assert_eq!(file.refused(merge(Some(KETTLE))), "refused-merge-self");
    file.run(merge(Some(DRILL))).unwrap();
    assert_eq!(file.idea(KETTLE).outcome, Some(Outcome::Merged));
    assert_eq!(file.detail(DRILL).merged.len(), 1);
    let back = Decide { idea: DRILL, ..merge(Some(KETTLE)) };
    assert_eq!(file.refused(back), "refused-merge-circle");
    file.run(Unmerge { idea: KETTLE }).unwrap();
    assert_eq!(file.column(0), ["Kettle", "Drill"]);
    assert_eq!(file.refused(Unmerge { idea: KETTLE }), "refused-not-merged");
    file.run(Decide { idea: DRILL, ..because(DecisionKind::Withdraw) }).unwrap();
    assert_eq!(file.refused(merge(Some(DRILL))), "refused-merge-closed");
}

#[test]
fn the_marked_ideas_are_decided_on_together() {
    let mut file = File::new();
    let ideas = vec![KETTLE, DRILL];
    let ahead = DecideTogether { ideas: ideas.clone(), decision: because(DecisionKind::GoAhead) };
    assert_eq!(file.refused(ahead), "refused-go-ahead-together");
    let withdraw = DecideTogether { ideas, decision: because(DecisionKind::Withdraw) };
    file.run(withdraw).unwrap();
    assert_eq!(file.column(0), [""; 0]);
    file.undo();
    assert_eq!(file.column(0), ["Kettle", "Drill"]);
}

fn ready(file: &File, idea: IdeaId, language: Language) -> Ready {
    let day = |day: Date| format!("den {}", day.day());
    let wording = Wording { language, contact: "Ulla", day: &day };
    file.reader.ready_answer(idea, wording).unwrap().unwrap()
}

fn answer_due(file: &File, idea: IdeaId) -> Option<String> {
    let raw = rusqlite::Connection::open(file.store.path()).unwrap();
    raw.query_row("SELECT answer_due FROM idea WHERE id = ?1", [idea.0], |row| row.get(0)).unwrap()
}

fn told(idea: IdeaId, decision: Option<DecisionId>) -> Reply {
    Reply { idea, decision, channel: "samtal".into(), text: String::new() }
}

#[test]
fn a_ready_answer_tells_what_it_lacks() {
    let mut file = File::new();
    assert_eq!(
        ready(&file, KETTLE, Language::Sv).text,
        "Tack för din idé. Den har nummer 1 och ligger nu i steget Inkommen. Du får ett första svar \
         senast den 14. Vill du lägga till något kan du svara på det här meddelandet."
    );
    let mut decide = Decide::new(KETTLE, DecisionKind::GoAhead);
    decide.answers = file.answers(KETTLE, GateReply::Yes);
    decide.next_step = Some(NextStep { text: "Ring tre.".into(), ..NextStep::default() });
    file.run(decide).unwrap();
    let answer = ready(&file, KETTLE, Language::En);
    assert_eq!(
        answer.text,
        "Your idea 1 moves on to the stage Need. The reason is: … The next step is: Ring tre. \
         Would you like to take part?"
    );
    assert_eq!(answer.missing, ["motivering"]);
    assert!(answer.decision.is_some());
}

#[test]
fn a_ready_answer_reads_well_whatever_ends_the_reason() {
    let mut file = File::new();
    file.run(Decide {
        reason: "Vi väntar".into(),
        event: "Budgeten är klar.".into(),
        ..because(DecisionKind::Pause)
    })
    .unwrap();
    assert!(
        ready(&file, KETTLE, Language::Sv)
            .text
            .starts_with("Idé 1 får vila till Budgeten är klar. Skälet är: Vi väntar. Vi hör")
    );
    let refer = Decide { target: "Felanmälan".into(), ..because(DecisionKind::Refer) };
    file.run(refer).unwrap();
    assert_eq!(ready(&file, KETTLE, Language::Sv).missing, ["kontakt"]);
}

#[test]
fn a_receipt_then_a_first_answer_then_word_of_each_decision() {
    let mut file = File::new();
    let due = |file: &File| answer_due(file, KETTLE).unwrap_or_default();
    assert_eq!(due(&file), "2026-11-26");
    assert_eq!(
        file.refused(Reply { channel: " ".into(), ..told(KETTLE, None) }),
        "refused-reply-empty"
    );
    file.run(told(KETTLE, None)).unwrap();
    assert_eq!(due(&file), "2026-12-14");
    file.run(because(DecisionKind::ComeBack)).unwrap();
    assert_eq!(due(&file), "2026-11-30");
    let decision = ready(&file, KETTLE, Language::Sv).decision;
    assert_eq!(file.refused(told(DRILL, decision)), "refused-reply-elsewhere");
    file.run(told(KETTLE, decision)).unwrap();
    assert_eq!(due(&file), "");
    file.carry(KETTLE, 3);
    assert_eq!(due(&file), "", "gates passed unopened owe no answer");
    file.run(because(DecisionKind::ComeBack)).unwrap();
    file.run(because(DecisionKind::Withdraw)).unwrap();
    assert_eq!(due(&file), "", "whoever withdraws an idea knows it");
}

#[test]
fn both_givers_hear_of_a_merging() {
    let mut file = File::new();
    for idea in [KETTLE, DRILL] {
        file.run(told(idea, None)).unwrap();
        file.run(told(idea, None)).unwrap();
    }
    assert_eq!((answer_due(&file, KETTLE), answer_due(&file, DRILL)), (None, None));
    file.run(Decide { into: Some(DRILL), ..because(DecisionKind::Merge) }).unwrap();
    for (idea, other) in [(KETTLE, DRILL), (DRILL, KETTLE)] {
        assert_eq!(answer_due(&file, idea).as_deref(), Some("2026-11-30"));
        let answer = ready(&file, idea, Language::Sv);
        let words = format!("Idé {} liknar idé {}.", idea.0, other.0);
        assert!(answer.text.starts_with(&words), "{}", answer.text);
        file.run(told(idea, answer.decision)).unwrap();
        assert_eq!(answer_due(&file, idea), None);
    }
    for _ in 0..2 {
        file.undo();
    }
    file.run(Unmerge { idea: KETTLE }).unwrap();
    assert_eq!((answer_due(&file, KETTLE), answer_due(&file, DRILL)), (None, None));
}

#[test]
fn what_is_removed_is_put_back_at_the_foot() {
    let mut file = File::new();
    file.run(Remove { ideas: vec![KETTLE] }).unwrap();
    assert_eq!(file.column(0), ["Drill"]);
    assert_eq!(file.refused(because(DecisionKind::Withdraw)), "refused-removed");
    file.run(PutBack { ideas: vec![KETTLE] }).unwrap();
    assert_eq!(file.column(0), ["Drill", "Kettle"]);
    file.run(Remove { ideas: vec![KETTLE, DRILL] }).unwrap();
    assert_eq!(file.column(0), [""; 0]);
    file.undo();
    assert_eq!(file.column(0), ["Drill", "Kettle"]);
}

fn todo(file: &File) -> Vec<(TodoKind, Vec<i64>)> {
    let all = file.reader.todo(SluiceId(1), file.today, 10).unwrap();
    all.into_iter()
        .map(|todo| {
            assert_eq!(todo.count, todo.items.len());
            (todo.kind, todo.items.iter().map(|item| item.idea.0).collect())
        })
        .collect()
}

#[test]
fn what_is_to_do_is_told_by_kind_the_most_pressing_first() {
    let mut file = File::new();
    assert_eq!(todo(&file), [(TodoKind::AnswerMissing, vec![1, 2])]);
    for idea in [KETTLE, DRILL] {
        file.run(told(idea, None)).unwrap();
        file.run(told(idea, None)).unwrap();
    }
    assert_eq!(todo(&file), []);
    file.carry(KETTLE, 2);
    let lacks = [(TodoKind::NoReceiver, vec![1]), (TodoKind::NoOwner, vec![1])];
    assert_eq!(todo(&file), lacks);
    let next = NextStep { text: "Ring".into(), due: Some(TODAY), role: String::new() };
    file.run(Decide { idea: DRILL, next_step: Some(next), ..because(DecisionKind::ComeBack) })
        .unwrap();
    let until = Some(date(2026, 12, 24));
    file.run(Decide { until, ..because(DecisionKind::Pause) }).unwrap();
    assert_eq!(todo(&file), [(TodoKind::AnswerMissing, vec![1, 2])]);
    file.today = date(2026, 12, 24);
    assert_eq!(
        todo(&file),
        [
            (TodoKind::AnswerMissing, vec![1, 2]),
            (TodoKind::NextStepOverdue, vec![2]),
            (TodoKind::PausedDue, vec![1]),
            (TodoKind::Stale, vec![2]),
        ]
    );
    file.run(Remove { ideas: vec![KETTLE, DRILL] }).unwrap();
    assert_eq!(todo(&file), []);
}

#[test]
fn what_is_off_the_board_is_read_page_by_page() {
    let mut file = File::new();
    let ideas = file.capture(&["a", "b", "c", "d"]);
    for idea in &ideas {
        file.run(Decide { idea: *idea, ..because(DecisionKind::Withdraw) }).unwrap();
    }
    let page =
        |file: &File, shelf, after| file.reader.off_board(SluiceId(1), shelf, after, 3).unwrap();
    let numbers = |page: &[sluss::domain::Shelved]| -> Vec<i64> {
        page.iter().map(|shelved| shelved.idea.0).collect()
    };
    let first = page(&file, Shelf::Closed, None);
    assert_eq!(numbers(&first), [6, 5, 4]);
    assert_eq!(numbers(&page(&file, Shelf::Closed, first.last())), [3]);
    file.run(Decide { event: "Budget".into(), ..because(DecisionKind::Pause) }).unwrap();
    let until = Some(date(2026, 12, 1));
    file.run(Decide { idea: DRILL, until, ..because(DecisionKind::Pause) }).unwrap();
    assert_eq!(numbers(&page(&file, Shelf::Paused, None)), [2, 1]);
    file.run(Remove { ideas: vec![DRILL] }).unwrap();
    assert_eq!(numbers(&page(&file, Shelf::Removed, None)), [2]);
    assert_eq!(numbers(&page(&file, Shelf::Paused, None)), [1]);
}
