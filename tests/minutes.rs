//! Minutes: complete at any second, nobody named unless that is asked for, and of a vote nothing but
//! the turnout before its reveal.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/file.rs"]
mod file;

use expect_test::expect_file;
use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use sluss::domain::minutes::{Choices, Minutes, Outcome, Present};
use sluss::domain::vote::{Ballot, Preset, Settings, Slip};
use sluss::domain::{
    AddAction, AddWorkshop, Announced, Captured, Command, CountVote, Decide, DecisionKind, Edit,
    EndWorkshop, Filled, GroupIdeas, IdeaId, Language, NextItem, NextStep, NoteAttendance,
    OpenVote, OptionOf, Park, ParkingId, RevealVote, SetOwner, SetUpVote, SettleParking, Source,
    Stage, Stamp, StartWorkshop, Uid, VoteId, WorkshopId,
};
use sluss::export::minutes::{html, markdown};
use sluss::store::Request;
use sluss::text::{Words, minutes};

use file::{File, NOW};

const WORKSHOP: WorkshopId = WorkshopId(1);
const NAMED: Choices = Choices { names: true, official: false, voters: false };
const NAMELESS: Choices = Choices { names: false, official: false, voters: false };

/// A gate meeting and what came of it, minute by minute.
struct Held {
    file: File,
    minutes: i64,
}

impl Held {
    fn started(template: &str) -> Held {
        let mut held = Held { file: File::new(), minutes: 0 };
        let announced = Announced {
            title: "Idédag".into(),
            question: "Hur kan vi korta köerna?".into(),
            place: "Stora salen".into(),
            people: Some(12),
            day: Some(date(2026, 11, 18)),
            ..Announced::default()
        };
        let template = template.to_owned();
        held.run(AddWorkshop { announced, template, language: Language::Sv });
        held.run(StartWorkshop { workshop: WORKSHOP });
        held
    }

    fn run(&mut self, command: impl Into<Command>) {
        let now = Stamp(NOW.0 + self.minutes * 60_000);
        let request = Request { now, ..self.file.request() };
        self.file.store.commit(request, &command.into()).unwrap().unwrap();
    }

    fn at(&mut self, minutes: i64) -> &mut Held {
        self.minutes = minutes;
        self
    }

    fn idea(&mut self, line: &str) -> IdeaId {
        let stage = self.file.every::<Stage>().first().unwrap().id;
        let lines = vec![Captured::read(line)];
        self.run(sluss::domain::Capture { stage, lines, source: Source::Workshop });
        self.file.every::<sluss::domain::Idea>().last().unwrap().id
    }

    fn field(&mut self, idea: IdeaId, field: &'static str, now: &str) {
        let fields = vec![Filled { field, was: String::new(), now: now.into() }];
        self.run(Edit { idea, fields });
    }

    fn vote(&mut self, ideas: &[IdeaId], preset: Preset, ballots: &[&str]) -> VoteId {
        let options = ideas.iter().map(|idea| OptionOf::Idea(*idea)).collect();
        self.run(SetUpVote {
            workshop: Some(WORKSHOP),
            item: None,
            criterion: "Störst nytta".into(),
            settings: preset.settings(ideas.len()),
            options,
            expected: None,
        });
        let vote = self.file.every::<sluss::domain::Vote>().last().unwrap().id;
        self.run(OpenVote { vote });
        for (nth, text) in ballots.iter().enumerate() {
            let view = self.file.reader.vote(vote).unwrap().unwrap();
            let ballot = Ballot::read(text, &view.choices(), &view.settings()).unwrap();
            let uid = Uid(uuid::Uuid::from_u128(((vote.0 as u128) << 40) + ((nth as u128) << 8)));
            let slip = Slip::ballot(uid, vote, &ballot, "");
            self.file.store.cast(&slip).unwrap().unwrap();
        }
        vote
    }

    fn reveal(&mut self, vote: VoteId) {
        self.run(CountVote { vote });
        self.run(RevealVote { vote, option: None });
    }

    fn attends(&mut self, who: &str, idea: Option<IdeaId>) {
        self.run(NoteAttendance { workshop: WORKSHOP, text: who.into(), idea });
    }

    fn acts(&mut self, text: &str, role: &str, idea: Option<IdeaId>) {
        let (text, role) = (text.into(), role.into());
        let due = Some(date(2026, 12, 4));
        self.run(AddAction { workshop: Some(WORKSHOP), idea, text, role, due });
    }

    fn minutes(&self, choices: Choices) -> Minutes {
        Minutes::of(&self.file.reader.minutes(WORKSHOP).unwrap().unwrap(), choices)
    }

    fn written(&self, choices: Choices, language: Language) -> (String, String) {
        let at = Stamp(NOW.0 + self.minutes * 60_000);
        let words = Words::of(language);
        let minutes = self.minutes(choices);
        let document = minutes::document(&minutes, &words, &TimeZone::UTC, at);
        (markdown::write(&document), html::write(&document))
    }

    /// In either form and language.
    fn all_written(&self, choices: Choices) -> String {
        let written = Language::ALL.map(|language| self.written(choices, language));
        written.map(|(markdown, html)| format!("{markdown}\n{html}\n")).concat()
    }
}

/// A whole meeting in which these people do and say this and that.
fn meeting(people: &[String; 4]) -> Held {
    let [anna, bo, cia, dan] = people;
    let mut held = Held::started("gate-60");
    held.attends(anna, None);
    held.attends(&format!("{bo}, enhetschef"), None);
    held.attends("Rektor", None);
    let lamp = held.at(4).idea("Lampor vid gångvägen / mörkt på vintern");
    let bikes = held.idea("Cykelkärror på biblioteket");
    let secret = held.idea("Flytta jouren");
    held.attends(bo, Some(lamp));
    held.field(lamp, "giver", anna);
    held.field(secret, "sensitivity", "skyddad");
    held.run(SetOwner { ideas: vec![lamp], owner: Some(cia.clone()) });
    held.at(9).run(NextItem { workshop: WORKSHOP });
    let name = "Ute i stan".to_owned();
    held.run(GroupIdeas { workshop: WORKSHOP, ideas: vec![lamp, bikes], name });
    let first = held.at(15).vote(&[lamp, bikes], Preset::Dots, &["1", "1 2", "2", "1"]);
    held.reveal(first);
    let fist = held.at(18).vote(&[lamp, bikes], Preset::FistOfFive, &["5 1", "4 5", "5 0"]);
    held.reveal(fist);
    held.vote(&[lamp, bikes], Preset::Agree, &["+ -", "+ +"]);
    held.at(30).run(Decide {
        reason: format!("Bra idé | {dan} har prövat den"),
        conditions: "Högst tio lampor".into(),
        role: dan.clone(),
        next_step: Some(NextStep {
            text: format!("Ring {cia}s chef"),
            role: cia.clone(),
            due: Some(date(2026, 12, 11)),
        }),
        ..Decide::new(lamp, DecisionKind::GoAhead)
    });
    held.run(Decide {
        reason: "Hemligt skäl".into(),
        until: Some(date(2027, 1, 4)),
        ..Decide::new(secret, DecisionKind::Pause)
    });
    held.at(40).acts(&format!("Fråga {anna} om elen"), bo, Some(lamp));
    held.acts("Boka rum", "Enhetschef, hemtjänst söder", None);
    held.run(Park { workshop: WORKSHOP, text: format!("<b>{dan}</b> undrar om budgeten") });
    held.run(Park { workshop: WORKSHOP, text: "Parkeringsplatser".into() });
    held.run(SettleParking { parking: ParkingId(2), done: true });
    held
}

fn people() -> [String; 4] {
    ["Anna Berg", "Bo Ek", "Cia Dal", "Dan Fors"].map(str::to_owned)
}

#[test]
fn the_minutes_of_a_gate_meeting_in_either_form_and_language() {
    let mut held = meeting(&people());
    held.at(58).run(EndWorkshop { workshop: WORKSHOP });
    let (markdown, html) = held.written(NAMELESS, Language::Sv);
    expect_file!["minutes/sv.md"].assert_eq(&markdown);
    expect_file!["minutes/sv.html"].assert_eq(&html);
    let (markdown, _) =
        held.written(Choices { names: true, official: true, voters: false }, Language::En);
    expect_file!["minutes/en-names-official.md"].assert_eq(&markdown);
}

#[test]
fn minutes_are_there_before_the_meeting_and_in_the_middle_of_it() {
    let mut held = Held::started("empty");
    let (markdown, _) = held.at(3).written(NAMELESS, Language::Sv);
    assert!(markdown.contains("pågår fortfarande"), "{markdown}");
    assert!(markdown.contains("12 personer väntades"), "{markdown}");
    held.attends("Rektor", None);
    assert_eq!(held.minutes(NAMELESS).present, Present::Number(1));
    assert_eq!(held.minutes(NAMED).present, Present::Names(vec!["Rektor".into()]));
}

#[test]
fn what_is_official_is_not_marked_as_working_material() {
    let held = Held::started("empty");
    let marked = held.all_written(NAMELESS);
    assert!(marked.contains("arbetsmaterial") && marked.contains("working material"));
    let official = held.all_written(Choices { names: false, official: true, voters: false });
    assert!(!official.contains("arbetsmaterial") && !official.contains("working material"));
}

#[test]
fn of_a_protected_idea_only_the_number_and_the_kind_of_decision_are_told() {
    let held = meeting(&people());
    for choices in [NAMED, NAMELESS] {
        let all = held.all_written(choices);
        assert!(!all.contains("Flytta jouren") && !all.contains("Hemligt skäl"));
        assert!(all.contains("#3 (skyddad idé): "), "{all}");
    }
}

#[test]
fn a_vote_that_was_dropped_is_told_without_its_result() {
    let mut held = Held::started("empty");
    let ideas = [held.idea("A"), held.idea("B")];
    let vote = held.vote(&ideas, Preset::Dots, &["1", "1 2"]);
    held.run(sluss::domain::DropVote { vote });
    let told = &held.minutes(NAMED).votes[0];
    assert_eq!((told.voted, &told.outcome), (2, &Outcome::Dropped));
}

#[test]
fn the_page_needs_no_other_and_every_table_has_heads() {
    let (_, page) = meeting(&people()).written(NAMED, Language::En);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    for outside in ["http:", "https:", "src=", "<link", "<script", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
    assert_eq!(page.matches("<table>").count(), page.matches("<thead>").count());
    assert_eq!(page.matches("<h1>").count(), 1);
    // Each row says what it is about.
    let rows = page.split("<tbody>").skip(1).map(|it| it.split("</tbody>").next().unwrap());
    let rows: Vec<&str> = rows.collect();
    let (all, heads) = (rows.concat(), "<th scope=\"row\">");
    assert_eq!(all.matches("<tr>").count(), all.matches(heads).count());
    assert!(page.contains("&lt;b&gt;Dan Fors&lt;/b&gt;"));
}

#[test]
fn the_workshop_that_is_meant_is_the_running_one_then_the_latest() {
    let mut held = Held::started("empty");
    let announced = Announced { title: "Nästa".into(), ..Announced::default() };
    let template = "empty".to_owned();
    held.run(AddWorkshop { announced, template, language: Language::Sv });
    assert_eq!(held.file.reader.meant_workshop().unwrap(), Some(WORKSHOP));
    held.run(EndWorkshop { workshop: WORKSHOP });
    assert_eq!(held.file.reader.meant_workshop().unwrap(), Some(WORKSHOP));
    held.run(sluss::domain::RemoveWorkshop { workshop: WORKSHOP });
    assert_eq!(held.file.reader.meant_workshop().unwrap(), Some(WorkshopId(2)));
}

#[test]
fn every_idea_giver_concerned_is_owed_an_answer_until_it_is_given() {
    let held = meeting(&people());
    let owed = |held: &Held| {
        let all = held.file.reader.answers_after(WORKSHOP).unwrap();
        all.iter().map(|it| (it.idea.id.0, it.due.is_some())).collect::<Vec<_>>()
    };
    assert_eq!(owed(&held).len(), 3);
    assert!(owed(&held).iter().all(|(_, due)| *due));
}

/// What the program prints when it is asked from the shell.
fn from_the_shell(held: &Held, args: &[&str]) -> (String, i32) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sluss"));
    let home = tempfile::tempdir().unwrap();
    command.arg("minutes").args(args).env_clear().env("HOME", home.path());
    command.env("LANG", "sv_SE.UTF-8").env("TZ", "UTC").env("SLUSS_DB", held.file.reader.path());
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.code().unwrap())
}

#[test]
fn minutes_and_answers_are_had_from_the_shell() {
    let mut held = meeting(&people());
    held.at(58).run(EndWorkshop { workshop: WORKSHOP });
    let (markdown, _) = held.written(NAMELESS, Language::Sv);
    let without_foot = |text: &str| text.split("\n\nSkrivet").next().unwrap().to_owned();
    let (said, code) = from_the_shell(&held, &[]);
    assert_eq!((without_foot(&said), code), (without_foot(&markdown), 0));
    assert!(from_the_shell(&held, &["idé", "--names"]).0.contains("Anna Berg"));
    assert!(from_the_shell(&held, &["1", "--html"]).0.starts_with("<!DOCTYPE html>"));
    assert!(!from_the_shell(&held, &["--official"]).0.contains("arbetsmaterial"));
    assert_eq!(from_the_shell(&held, &["--answers"]).0.matches("\n\n").count(), 5);
    let (said, code) = from_the_shell(&held, &["okänd"]);
    assert!(said.contains("1 Idédag") && code != 0, "{said}");
}

/// A first name and a last, of letters that no message has beside each other.
fn name() -> impl Strategy<Value = String> {
    let half = "[QXZ][qxz]{3,7}";
    (half, half).prop_map(|(first, last)| format!("{first} {last}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whoever_is_planted_anywhere_is_named_only_where_names_are_asked_for(
        people in [name(), name(), name(), name()],
    ) {
        let held = meeting(&people);
        let (nameless, named) = (held.all_written(NAMELESS), held.all_written(NAMED));
        for name in &people {
            for part in name.split(' ').chain([name.as_str()]) {
                prop_assert!(!nameless.contains(part), "{name} in {nameless}");
            }
            prop_assert!(named.contains(name.as_str()), "{name} not in {named}");
        }
    }

    #[test]
    fn before_the_reveal_minutes_are_the_same_whatever_was_voted(
        ballots in prop::collection::vec((0..4_usize, 0..4_usize), 1..6),
        preset in 0..3_usize,
    ) {
        let (preset, forms) = [
            (Preset::Dots, ["", "1", "2", "1 2"]),
            (Preset::PlusMinus, ["", "1", "-2", "1 -2"]),
            (Preset::FistOfFive, ["0 0", "5 0", "3 4", "? 1"]),
        ][preset];
        let voted = |of: fn(&(usize, usize)) -> usize, counted: bool| {
            let mut held = Held::started("empty");
            let ideas = [held.idea("A"), held.idea("B")];
            let cast: Vec<&str> = ballots.iter().map(|both| forms[of(both)]).collect();
            let vote = held.vote(&ideas, preset, &cast);
            if counted {
                held.run(CountVote { vote });
            }
            held.all_written(NAMED)
        };
        for counted in [false, true] {
            prop_assert_eq!(voted(|both| both.0, counted), voted(|both| both.1, counted));
        }
    }
}

#[test]
fn scores_at_a_gate_are_told_with_their_spread_and_where_ideas_stand_on_the_matrix() {
    let mut held = Held::started("gate-60");
    let idea = held.idea("Lampor");
    let criteria = ["Behov", "Nytta"].map(str::to_owned).to_vec();
    let question = "Hur långt?".to_owned();
    let workshop = Some(WORKSHOP);
    held.run(sluss::domain::ScoreAtGate { idea, workshop, question, criteria });
    let vote = held.file.every::<sluss::domain::Vote>().last().unwrap().id;
    for (nth, text) in ["1 4", "4 4", "? 3"].iter().enumerate() {
        let view = held.file.reader.vote(vote).unwrap().unwrap();
        let ballot = Ballot::read(text, &view.choices(), &view.settings()).unwrap();
        let uid = Uid(uuid::Uuid::from_u128((nth as u128 + 1) << 70));
        held.file.store.cast(&Slip::ballot(uid, vote, &ballot, "")).unwrap().unwrap();
    }
    let (secret, _) = held.written(NAMELESS, Language::Sv);
    assert!(secret.contains("3 av 12 röstade. Utfallet är inte visat."), "{secret}");
    assert!(!secret.contains("Nytta"));
    held.reveal(vote);
    let (benefit, effort) = (Some(4), Some(2));
    held.run(sluss::domain::PlaceOnMatrix { idea, benefit, effort });
    let (told, _) = held.written(NAMELESS, Language::Sv);
    assert!(
        told.contains("| Behov | mellan 1 och 4 | 2 | från 1 till 4; 1 gav 1, 1 gav 4; "),
        "{told}"
    );
    assert!(told.contains("rummet tycker mycket olika"), "{told}");
    assert!(told.contains("| #1 Lampor | 4 | 2 |"), "{told}");
}

#[test]
fn who_gave_what_is_told_only_by_choice_and_only_of_votes_that_were_held_with_names() {
    let mut held = Held::started("empty");
    let ideas = [held.idea("A"), held.idea("B")];
    let settings = Settings { named: true, ..Preset::Dots.settings(2) };
    let options = ideas.iter().map(|idea| OptionOf::Idea(*idea)).collect();
    held.run(SetUpVote {
        workshop: Some(WORKSHOP),
        item: None,
        criterion: "Störst nytta".into(),
        settings,
        options,
        expected: None,
    });
    let vote = held.file.every::<sluss::domain::Vote>().last().unwrap().id;
    held.run(OpenVote { vote });
    let view = held.file.reader.vote(vote).unwrap().unwrap();
    let ballot = Ballot::read("1", &view.choices(), &settings).unwrap();
    let uid = Uid(uuid::Uuid::from_u128(1 << 70));
    held.file.store.cast(&Slip::ballot(uid, vote, &ballot, "Anna Berg")).unwrap().unwrap();
    let voters = Choices { names: true, official: false, voters: true };
    assert!(!held.all_written(voters).contains("Anna Berg"), "not before the reveal");
    held.reveal(vote);
    assert!(held.all_written(voters).contains("| Anna Berg | #1: 1 |"));
    assert!(!held.all_written(NAMED).contains("Anna Berg"));
    assert!(!held.all_written(Choices { names: false, ..voters }).contains("Anna Berg"));
}
