//! Workshops in the file: the run sheet, what comes in, groups, what is agreed, and back again.
//! Votes have a file of their own.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/file.rs"]
mod file;

use jiff::civil::date;
use sluss::domain::{
    Action, AddAction, AddItem, AddWorkshop, AgendaItem, AmendParking, AmendWorkshop, Announced,
    Capture, Captured, Clock, Command, Decide, DecisionKind, DissolveCluster, Done, EndWorkshop,
    GoToItem, GroupIdeas, Idea, IdeaId, ItemState, Language, Live, MoveItem, NextItem, No,
    NoteAttendance, Park, Parking, PlaceOnMatrix, PreviousItem, Prolong, RemoveItem,
    RemoveWorkshop, RenameCluster, RepeatItem, Room, SceneKind, Schedule, SettleAction,
    SettleParking, Shift, SkipItem, Source, Stage, Stamp, StartWorkshop, TakeOut, WorkshopId,
    WorkshopState, live,
};
use sluss::store::{Cancel, Depth, Request, Shown};

use file::{File, NOW};

/// A file with a workshop in it, and a clock that is moved by hand.
struct Held {
    file: File,
    workshop: WorkshopId,
    minutes: i64,
}

impl Held {
    fn planned(template: &str) -> Held {
        let mut file = File::new();
        let announced = Announced {
            title: "Idédag".into(),
            people: Some(12),
            day: Some(date(2026, 11, 27)),
            begins: Some(13 * 60),
            ..Announced::default()
        };
        let template = template.to_owned();
        file.run(AddWorkshop { announced, template, language: Language::Sv }).unwrap();
        Held { file, workshop: WorkshopId(1), minutes: 0 }
    }

    fn started(template: &str) -> Held {
        let mut held = Held::planned(template);
        held.run(StartWorkshop { workshop: held.workshop });
        held
    }

    fn at(&mut self, minutes: i64) -> &mut Held {
        self.minutes = minutes;
        self
    }

    fn request(&mut self) -> Request {
        Request { now: stamp(self.minutes), ..self.file.request() }
    }

    fn try_run(&mut self, command: impl Into<Command>) -> Result<Done, No> {
        let request = self.request();
        self.file.store.commit(request, &command.into()).unwrap()
    }

    fn run(&mut self, command: impl Into<Command>) -> Done {
        self.try_run(command).unwrap()
    }

    fn refusal(&mut self, command: impl Into<Command>) -> String {
        self.file.refusal(command)
    }

    fn room(&self) -> Room {
        self.file.reader.room(self.workshop).unwrap().unwrap()
    }

    fn items(&self) -> Vec<AgendaItem> {
        self.room().items
    }

    fn item(&self, nth: usize) -> AgendaItem {
        self.items().get(nth - 1).unwrap().clone()
    }

    fn now(&self) -> usize {
        self.room().now().unwrap().0 + 1
    }

    fn next(&mut self) {
        self.run(NextItem { workshop: self.workshop });
    }

    fn capture(&mut self, title: &str) -> IdeaId {
        let stage = self.file.every::<Stage>().first().unwrap().id;
        let lines = vec![Captured::read(title)];
        self.run(Capture { stage, lines, source: Source::Workshop }).created[0]
    }

    fn groups(&self) -> Vec<(String, Vec<i64>)> {
        let room = self.room();
        let numbers = |ideas: &[Idea]| ideas.iter().map(|idea| idea.id.0).collect();
        room.groups.iter().map(|it| (it.cluster.name.clone(), numbers(&it.ideas))).collect()
    }

    fn group(&mut self, ideas: &[IdeaId], name: &str) {
        let (workshop, ideas) = (self.workshop, ideas.to_vec());
        self.run(GroupIdeas { workshop, ideas, name: name.into() });
    }
}

fn stamp(minutes: i64) -> Stamp {
    Stamp(NOW.0 + minutes * 60_000)
}

#[test]
fn a_workshop_has_the_run_sheet_of_its_template_in_the_language_it_was_made_in() {
    let held = Held::planned("intake-120");
    let room = held.room();
    assert_eq!((room.items.len(), room.workshop.minutes), (16, 120));
    assert_eq!(room.items[3].title, "Skriv tyst");
    assert_eq!(room.items[5].scene, SceneKind::Capture);
    assert_eq!(room.workshop.state, WorkshopState::Planned);
    let line = &held.file.reader.workshops().unwrap()[0];
    assert_eq!((line.items, line.ideas), (16, 0));
}

#[test]
fn a_workshop_is_named_and_of_a_length_that_can_be_held() {
    let mut held = Held::planned("empty");
    let workshop = held.workshop;
    let no = |announced: Announced| AmendWorkshop { workshop, announced };
    let good = Announced { title: "Ny".into(), ..Announced::default() };
    assert_eq!(held.refusal(no(Announced::default())), "refused-name-empty");
    let people = Some(0);
    assert_eq!(held.refusal(no(Announced { people, ..good.clone() })), "refused-people");
    let minutes = Some(0);
    assert_eq!(held.refusal(no(Announced { minutes, ..good.clone() })), "refused-minutes");
    held.run(no(good));
    assert_eq!((held.room().workshop.title.as_str(), held.room().workshop.minutes), ("Ny", 60));
}

#[test]
fn items_are_held_one_after_the_other_and_their_real_times_are_kept() {
    let mut held = Held::started("dots-30");
    held.at(4).next();
    held.at(11).next();
    let first = held.item(1);
    assert_eq!(first.state, ItemState::Done);
    assert_eq!((first.started, first.ended), (Some(stamp(0)), Some(stamp(4))));
    assert_eq!((held.now(), held.item(3).started), (3, Some(stamp(11))));
    let end = EndWorkshop { workshop: held.workshop };
    held.at(20).run(end);
    assert_eq!(held.item(3).ended, Some(stamp(20)));
    assert_eq!(held.item(4).state, ItemState::Ahead);
    let workshop = held.room().workshop;
    assert_eq!((workshop.state, workshop.ended), (WorkshopState::Ended, Some(stamp(20))));
}

#[test]
fn after_the_last_item_the_workshop_is_to_be_ended() {
    let mut held = Held::started("dots-30");
    for _ in 1..held.items().len() {
        held.next();
    }
    let workshop = held.workshop;
    assert_eq!(held.refusal(NextItem { workshop }), "refused-last-item");
    held.run(EndWorkshop { workshop });
    assert_eq!(held.refusal(NextItem { workshop }), "refused-workshop-not-running");
}

#[test]
fn going_back_an_item_holds_the_one_before_as_if_the_other_never_was() {
    let mut held = Held::started("dots-30");
    let workshop = held.workshop;
    assert_eq!(held.refusal(PreviousItem { workshop }), "refused-first-item");
    held.at(4).next();
    held.at(5).run(PreviousItem { workshop });
    let (first, second) = (held.item(1), held.item(2));
    assert_eq!((first.state, first.started, first.ended), (ItemState::Now, Some(stamp(0)), None));
    assert_eq!((second.state, second.started), (ItemState::Ahead, None));
}

#[test]
fn a_skipped_item_is_passed_and_can_be_taken_in_again() {
    let mut held = Held::started("dots-30");
    let (first, second) = (held.item(1).id, held.item(2).id);
    held.run(SkipItem { item: second });
    held.next();
    assert_eq!(held.now(), 3);
    assert_eq!(held.refusal(SkipItem { item: first }), "refused-item-done");
    held.run(SkipItem { item: second });
    assert_eq!(held.item(2).state, ItemState::Ahead);
    held.run(GoToItem { item: second });
    assert_eq!((held.now(), held.item(3).state), (2, ItemState::Done));
    let third = held.item(2).id;
    held.run(SkipItem { item: third });
    assert_eq!(held.item(2).state, ItemState::Skipped);
    assert_eq!(held.now(), 4);
}

#[test]
fn the_run_sheet_can_be_changed_while_it_is_held() {
    let mut held = Held::started("dots-30");
    let title = |held: &Held, nth| held.item(nth).title.clone();
    let first = held.item(1).id;
    held.run(RepeatItem { item: first });
    assert_eq!((title(&held, 2), held.item(2).state), (title(&held, 1), ItemState::Ahead));
    let last = held.items().len();
    let moved = held.item(last).id;
    held.run(MoveItem { item: moved, shift: Shift::Up });
    assert_eq!(held.item(last - 1).id, moved);
    held.run(AddItem {
        workshop: held.workshop,
        after: Some(first),
        title: "Sträck på er".into(),
        instruction: String::new(),
        minutes: 2,
        scene: SceneKind::Text,
    });
    assert_eq!(title(&held, 2), "Sträck på er");
    let added = held.item(2).id;
    held.run(RemoveItem { item: added });
    assert_eq!(held.refusal(RemoveItem { item: first }), "refused-item-now");
    held.run(Prolong { item: first, minutes: 5 });
    assert_eq!(held.item(1).minutes, 8);
    assert_eq!(held.refusal(Prolong { item: first, minutes: -8 }), "refused-item-minutes");
}

#[test]
fn what_remains_is_planned_anew_and_told_of_when_it_is_too_much() {
    let mut held = Held::started("dots-30");
    held.at(3).next();
    let plan = |held: &Held, minutes| {
        let room = held.room();
        Schedule::of(&room.workshop, &room.items, NOW, stamp(minutes))
    };
    assert_eq!(plan(&held, 3).excess(), 0);
    assert_eq!(plan(&held, 3).done, stamp(30));
    assert_eq!(plan(&held, 14).excess(), 5);
    let item = held.item(5).id;
    held.run(SkipItem { item });
    assert_eq!(plan(&held, 14).excess(), 0);
}

#[test]
fn one_workshop_is_held_at_a_time_and_can_be_gone_on_with() {
    let mut held = Held::started("empty");
    let announced = Announced { title: "En till".into(), ..Announced::default() };
    let template = "dots-30".to_owned();
    held.run(AddWorkshop { announced, template, language: Language::En });
    let other = WorkshopId(2);
    assert_eq!(held.refusal(StartWorkshop { workshop: other }), "refused-workshop-other-runs");
    let workshop = held.workshop;
    assert_eq!(held.refusal(RemoveWorkshop { workshop }), "refused-workshop-runs");
    held.run(EndWorkshop { workshop });
    held.run(StartWorkshop { workshop: other });
    held.at(3).run(EndWorkshop { workshop: other });
    held.at(9).run(StartWorkshop { workshop: other });
    let again = held.file.reader.room(other).unwrap().unwrap();
    assert_eq!((again.workshop.started, again.workshop.ended), (Some(stamp(0)), None));
    assert_eq!(again.now().unwrap().0, 1);
    assert_eq!(held.file.reader.running_workshop().unwrap(), Some(other));
}

#[test]
fn what_is_captured_in_the_room_belongs_to_the_workshop() {
    let mut held = Held::planned("intake-60");
    let before = held.capture("Kettle");
    held.run(StartWorkshop { workshop: held.workshop });
    let during = held.capture("Drill");
    let form = held.file.idea("Lamp");
    let workshop = |idea: IdeaId| held.file.reader.find::<Idea>(idea.0).unwrap().unwrap().workshop;
    assert_eq!(workshop(before), None);
    assert_eq!(workshop(during), Some(held.workshop));
    assert_eq!(workshop(form), None);
    assert_eq!(held.file.reader.workshops().unwrap()[0].ideas, 1);
}

#[test]
fn side_issues_are_parked_taken_on_and_settled() {
    let mut held = Held::started("empty");
    let workshop = held.workshop;
    assert_eq!(held.refusal(Park { workshop, text: "  ".into() }), "refused-park-empty");
    held.run(Park { workshop, text: "Vem har nycklarna?".into() });
    let parking = held.file.every::<Parking>()[0].id;
    let text = "Vem har nycklarna?".to_owned();
    held.run(AmendParking { parking, text, owner: "enhetschef".into() });
    held.at(5).run(SettleParking { parking, done: true });
    let parked = held.room().parking[0].clone();
    assert_eq!((parked.owner.as_str(), parked.done), ("enhetschef", Some(stamp(5))));
    held.run(SettleParking { parking, done: false });
    assert_eq!(held.room().parking[0].done, None);
}

#[test]
fn actions_say_who_does_what_and_when() {
    let mut held = Held::started("empty");
    let idea = held.capture("Kettle");
    held.run(AddAction {
        workshop: Some(held.workshop),
        idea: Some(idea),
        text: "Ring upphandling".into(),
        role: "innovationsledare".into(),
        due: Some(date(2026, 12, 4)),
    });
    let action = held.file.every::<Action>()[0].id;
    held.at(9).run(SettleAction { action, done: true });
    assert_eq!(held.room().actions[0].done, Some(stamp(9)));
    let about = held.file.reader.history(Some(idea), None, 10).unwrap();
    assert!(about.iter().any(|entry| entry.label.id == "step-action-add"));
}

#[test]
fn attendance_and_interests_are_noted_once() {
    let mut held = Held::started("gate-60");
    let idea = held.capture("Kettle");
    let workshop = held.workshop;
    let note = |text: &str, idea| NoteAttendance { workshop, text: text.into(), idea };
    held.run(note("Kim", None));
    held.run(note("Kim", Some(idea)));
    assert_eq!(held.refusal(note("kim ", Some(idea))), "refused-attendance-twice");
    assert_eq!(held.refusal(note("", None)), "refused-attendance-empty");
    assert_eq!(held.room().attendance.len(), 2);
}

#[test]
fn ideas_are_grouped_by_heading_and_are_in_one_group_at_a_time() {
    let mut held = Held::started("intake-60");
    let [a, b, c] = ["a", "b", "c"].map(|title| held.capture(title));
    held.group(&[a, b, a], "Kö");
    held.group(&[b, c], "Låna");
    held.group(&[c], "kö");
    assert_eq!(held.groups(), [("Kö".into(), vec![1, 3]), ("Låna".into(), vec![2])]);
    held.run(TakeOut { workshop: held.workshop, ideas: vec![a] });
    let room = held.room();
    assert_eq!(room.loose().map(|idea| idea.id).collect::<Vec<_>>(), [a]);
    let (queue, loan) = (room.groups[0].cluster.id, room.groups[1].cluster.id);
    let rename = RenameCluster { cluster: loan, name: "KÖ".into() };
    assert_eq!(held.refusal(rename), "refused-name-taken");
    held.run(DissolveCluster { cluster: queue });
    assert_eq!(held.groups(), [("Låna".into(), vec![2])]);
    held.file.undo();
    assert_eq!(held.groups().len(), 2);
    let nameless = GroupIdeas { workshop: held.workshop, ideas: vec![a], name: " ".into() };
    assert_eq!(held.refusal(nameless), "refused-group-nameless");
}

#[test]
fn an_idea_is_placed_by_benefit_and_effort() {
    let mut held = Held::started("empty");
    let idea = held.capture("Kettle");
    held.run(PlaceOnMatrix { idea, benefit: Some(4), effort: Some(2) });
    let placed = held.file.reader.find::<Idea>(idea.0).unwrap().unwrap();
    assert_eq!((placed.benefit_score, placed.effort_score), (Some(4), Some(2)));
    let over = PlaceOnMatrix { idea, benefit: Some(6), effort: Some(2) };
    assert_eq!(held.refusal(over), "refused-matrix");
}

/// Every record that the file holds, and what the journal does not tell is left out.
fn records(held: &Held) -> Vec<String> {
    let kinds = sluss::domain::Kind::ALL.iter();
    kinds.map(|kind| format!("{:?}", held.file.reader.rows(*kind).unwrap())).collect()
}

#[test]
fn back_to_an_item_is_one_step_that_can_be_taken_back_and_done_again() {
    let mut held = Held::started("intake-60");
    held.capture("Kettle");
    held.next();
    let item = held.item(2).id;
    let checkpoint = records(&held);
    let drill = held.capture("Drill");
    held.group(&[drill], "Verktyg");
    held.file.undo();
    held.run(Park { workshop: held.workshop, text: "Nycklar".into() });
    held.next();
    let after = records(&held);

    let request = held.request();
    let done = held.file.store.back_to_item(request, item).unwrap().unwrap();
    assert_eq!(done.label.id, "step-back-to");
    assert_eq!(records(&held), checkpoint);
    is_sound(&held);
    // The same request tried again does nothing more.
    assert_eq!(held.file.store.back_to_item(request, item).unwrap().unwrap().seq, done.seq);

    held.file.undo();
    assert_eq!(records(&held), after);
    is_sound(&held);
    let request = held.request();
    held.file.store.redo(request).unwrap().unwrap();
    assert_eq!(records(&held), checkpoint);
    is_sound(&held);
    held.file.undo();
    // And each step stands for itself again.
    held.file.undo();
    assert_eq!(held.now(), 2);
    held.file.undo();
    assert!(held.room().parking.is_empty());
    is_sound(&held);
}

/// Nothing is found by looking the file through.
fn is_sound(held: &Held) {
    let seen = held.file.reader.inspect(Depth::Whole, &Cancel::default()).unwrap();
    assert_eq!(seen.findings, []);
}

#[test]
fn there_is_no_going_back_to_what_has_not_begun_or_where_nothing_was_done() {
    let mut held = Held::started("intake-60");
    let (first, second) = (held.item(1).id, held.item(2).id);
    let mut refused = |item| {
        let request = held.request();
        match held.file.store.back_to_item(request, item).unwrap() {
            Err(No::Refused(refusal)) => refusal.0.id.into_owned(),
            other => panic!("not refused: {other:?}"),
        }
    };
    assert_eq!(refused(second), "refused-no-checkpoint");
    assert_eq!(refused(first), "refused-nothing-since");
}

#[test]
fn the_minutes_tell_what_happened_in_the_meeting_and_nothing_else() {
    let mut held = Held::planned("intake-60");
    let old = held.file.idea("Old");
    let decide = |idea| Decide { reason: "Bra".into(), ..Decide::new(idea, DecisionKind::Pause) };
    let until = Some(date(2027, 1, 4));
    held.run(Decide { until, ..decide(old) });
    held.run(StartWorkshop { workshop: held.workshop });
    let kettle = held.capture("Kettle");
    let drill = held.capture("Drill");
    held.group(&[kettle], "Kök");
    held.run(Decide { until, ..decide(kettle) });
    held.run(Decide { until, ..decide(drill) });
    held.file.undo();
    let end = EndWorkshop { workshop: held.workshop };
    held.at(50).run(end);
    held.run(Decide { until, ..decide(drill) });
    let meeting = held.file.reader.meeting(held.workshop).unwrap().unwrap();
    let decided: Vec<IdeaId> = meeting.decisions.iter().map(|it| it.idea.id).collect();
    assert_eq!(decided, [kettle]);
    assert_eq!(meeting.decisions[0].decision.reason, "Bra");
    assert_eq!(meeting.new_ideas.len(), 2);
    assert_eq!((meeting.from, meeting.to), (Some(stamp(0)), Some(stamp(50))));
    assert_eq!(meeting.concerned, [kettle, drill]);
}

#[test]
fn the_room_s_window_reads_what_was_written_for_it_last() {
    let mut held = Held::started("empty");
    assert_eq!(held.file.reader.live().unwrap(), None);
    let live = |title: &str| Live {
        language: Language::Sv,
        title: title.into(),
        question: String::new(),
        curtain: None,
        clock: Some(Clock::start(8, NOW)),
        item: None,
        scene: live::Scene::TestCard,
    };
    held.file.store.write_live(&live("Ett"), stamp(0)).unwrap();
    held.file.store.write_live(&live("Två"), stamp(1)).unwrap();
    let shown = Shown { version: 2, at: stamp(1), live: live("Två") };
    assert_eq!(held.file.reader.live().unwrap(), Some(shown));
    held.file.store.clear_live(stamp(2)).unwrap();
    assert_eq!(held.file.reader.live().unwrap(), None);
    assert_eq!(held.file.reader.live_version().unwrap(), 3);
}
