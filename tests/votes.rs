//! Votes in the file: ballots count once, nobody knows how it stands before the reveal, and the
//! reveal stays.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/file.rs"]
mod file;

use std::collections::BTreeMap;

use proptest::prelude::*;
use sluss::domain::vote::{Ballot, Estimate, Median, Preset, Settings, Slip, Turnout, read_pair};
use sluss::domain::{
    AddWorkshop, AmendVote, Announced, CloseVote, CountVote, Dispose, DissolveCluster, DropVote,
    Edit, Filled, GroupIdeas, IdeaId, Import, Kind, Language, No, OpenVote, OptionOf, Removal,
    RemoveVote, ReopenVote, RevealVote, SecondRound, SetUpEstimates, SetUpVote, StartWorkshop, Uid,
    VoteId, VoteOptionId, VoteState, VoteView, WorkshopId,
};
use sluss::export::whole;
use sluss::store::{Cancel, Depth, EraseError, Others, Reader, Store, erase};

use file::File;

const WORKSHOP: WorkshopId = WorkshopId(1);
const VOTE: VoteId = VoteId(1);

/// A running workshop of some people with some ideas.
struct Room {
    file: File,
    slips: u128,
}

impl Room {
    fn of(people: i64, ideas: usize) -> Room {
        let mut file = File::new();
        let people = Some(people);
        let announced = Announced { title: "Idédag".into(), people, ..Announced::default() };
        let template = "dots-30".to_owned();
        file.run(AddWorkshop { announced, template, language: Language::Sv }).unwrap();
        file.run(StartWorkshop { workshop: WORKSHOP }).unwrap();
        for n in 1..=ideas {
            file.idea(&format!("Idea {n}"));
        }
        Room { file, slips: 0 }
    }

    /// A vote on all the ideas is open.
    fn voting(people: i64, ideas: usize, settings: Settings) -> Room {
        let mut room = Room::of(people, ideas);
        room.set_up(ideas, settings);
        room.file.run(OpenVote { vote: VOTE }).unwrap();
        room
    }

    fn set_up(&mut self, ideas: usize, settings: Settings) {
        let options = (1..).take(ideas).map(|n| OptionOf::Idea(IdeaId(n))).collect();
        self.file.run(on(options, settings)).unwrap();
    }

    fn view(&self, vote: VoteId) -> VoteView {
        self.file.reader.vote(vote).unwrap().unwrap()
    }

    fn slip(&mut self, vote: VoteId, text: &str, voter: &str) -> Slip {
        self.slips += 1;
        let view = self.view(vote);
        let ballot = Ballot::read(text, &view.choices(), &view.settings()).unwrap();
        Slip::ballot(Uid(uuid::Uuid::from_u128(self.slips << 80)), vote, &ballot, voter)
    }

    fn cast(&mut self, vote: VoteId, text: &str) -> Slip {
        let slip = self.slip(vote, text, "");
        self.file.store.cast(&slip).unwrap().unwrap();
        slip
    }

    fn voted(&self, vote: VoteId) -> i64 {
        self.file.reader.turnout(vote).unwrap().voted
    }

    fn reveal(&mut self, vote: VoteId) {
        self.file.run(RevealVote { vote, option: None }).unwrap();
    }

    /// Number, points and voters, in the order of the result.
    fn result(&self, vote: VoteId) -> Vec<(i64, i64, i64)> {
        let result = self.file.reader.result(vote).unwrap().unwrap();
        result.standings.iter().map(|it| (it.number, it.sum, it.voters)).collect()
    }
}

fn on(options: Vec<OptionOf>, settings: Settings) -> SetUpVote {
    SetUpVote {
        workshop: Some(WORKSHOP),
        item: None,
        criterion: "Störst nytta".into(),
        settings,
        options,
        expected: None,
    }
}

fn dots(options: usize) -> Settings {
    Preset::Dots.settings(options)
}

fn refused<T: std::fmt::Debug>(answer: Result<T, No>) -> String {
    match answer {
        Err(No::Refused(refusal)) => refusal.0.id.into_owned(),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn ideas_are_voted_on_by_their_own_numbers_and_groups_by_new_ones() {
    let mut room = Room::of(3, 4);
    room.file.run(on([3, 1, 4].map(|n| OptionOf::Idea(IdeaId(n))).to_vec(), dots(3))).unwrap();
    let numbers = |view: &VoteView| -> Vec<i64> {
        view.options.iter().map(|view| view.option.number).collect()
    };
    assert_eq!(numbers(&room.view(VOTE)), [3, 1, 4]);
    let (workshop, name) = (WORKSHOP, "Kök".to_owned());
    room.file.run(GroupIdeas { workshop, ideas: vec![IdeaId(1), IdeaId(2)], name }).unwrap();
    let cluster = room.file.every::<sluss::domain::Cluster>()[0].id;
    let mixed = vec![
        OptionOf::Cluster(cluster),
        OptionOf::Idea(IdeaId(4)),
        OptionOf::Text("Något annat".into()),
    ];
    room.file.run(on(mixed, dots(3))).unwrap();
    let view = room.view(VoteId(2));
    assert_eq!(numbers(&view), [1, 2, 3]);
    let titles: Vec<&str> = view.options.iter().map(|view| view.title.as_str()).collect();
    assert_eq!(titles, ["Kök", "Idea 4", "Något annat"]);
    assert_eq!(view.turnout.of, Some(3));
    assert_eq!(room.file.refusal(DissolveCluster { cluster }), "refused-group-voted");
}

#[test]
fn what_cannot_be_voted_on_is_refused() {
    let mut room = Room::of(3, 2);
    let idea = |n| OptionOf::Idea(IdeaId(n));
    let file = &mut room.file;
    assert_eq!(file.refusal(on(vec![], dots(1))), "refused-vote-options");
    assert_eq!(file.refusal(on(vec![idea(1), idea(1)], dots(2))), "refused-vote-option-twice");
    let text = OptionOf::Text(" ".into());
    assert_eq!(file.refusal(on(vec![text], dots(1))), "refused-vote-option-empty");
    let nameless = SetUpVote { criterion: " ".into(), ..on(vec![idea(1)], dots(1)) };
    assert_eq!(file.refusal(nameless), "refused-criterion-empty");
    let levels = Settings { high: 1, ..Preset::Estimate.settings(1) };
    assert_eq!(file.refusal(on(vec![idea(1)], levels)), "refused-vote-levels");
    let field = Filled { field: "sensitivity", was: "intern".into(), now: "skyddad".into() };
    file.run(Edit { idea: IdeaId(2), fields: vec![field] }).unwrap();
    assert_eq!(file.refusal(on(vec![idea(2)], dots(1))), "refused-vote-protected");
}

#[test]
fn once_it_is_open_nothing_but_the_number_of_people_can_be_changed() {
    let mut room = Room::of(3, 3);
    room.set_up(3, dots(3));
    let amend = |settings, expected| AmendVote {
        vote: VOTE,
        criterion: "Störst nytta".into(),
        settings,
        expected,
    };
    let two = Settings { budget: Some(2), ..dots(3) };
    room.file.run(amend(two, Some(3))).unwrap();
    room.file.run(OpenVote { vote: VOTE }).unwrap();
    assert_eq!(room.file.refusal(amend(dots(3), Some(3))), "refused-vote-frozen");
    assert_eq!(room.file.refusal(RemoveVote { vote: VOTE }), "refused-vote-opened");
    assert_eq!(room.file.refusal(OpenVote { vote: VOTE }), "refused-vote-opened");
    room.file.run(amend(two, Some(4))).unwrap();
    assert_eq!(room.file.reader.turnout(VOTE).unwrap().of, Some(4));
}

#[test]
fn a_ballot_that_is_tried_again_counts_once_also_after_the_program_was_closed() {
    let mut room = Room::voting(3, 3, dots(3));
    let slip = room.cast(VOTE, "1 2");
    room.file.store.cast(&slip).unwrap().unwrap();
    assert_eq!(room.voted(VOTE), 1);
    let mut later = Store::open(room.file.store.path(), "two".into()).unwrap();
    let turnout = later.cast(&slip).unwrap().unwrap();
    assert_eq!(turnout, Turnout { voted: 1, of: Some(3), options: Vec::new() });
    room.cast(VOTE, "2");
    room.reveal(VOTE);
    assert_eq!(room.result(VOTE), [(2, 2, 2), (1, 1, 1), (3, 0, 0)]);
}

#[test]
fn the_last_ballot_can_be_corrected_until_the_next_one_is_in() {
    let mut room = Room::voting(4, 3, dots(3));
    let first = room.cast(VOTE, "1 2");
    let second = room.slip(VOTE, "3", "");
    room.file.store.correct(&first, Some(&second)).unwrap().unwrap();
    // The same correction once more does nothing.
    room.file.store.correct(&first, Some(&second)).unwrap().unwrap();
    assert_eq!(room.voted(VOTE), 1);
    let third = room.cast(VOTE, "3");
    let late = room.file.store.correct(&second, None).unwrap();
    assert_eq!(refused(late), "refused-ballot-next");
    room.file.store.correct(&third, None).unwrap().unwrap();
    assert_eq!(room.voted(VOTE), 1);
    room.reveal(VOTE);
    assert_eq!(room.result(VOTE), [(3, 1, 1), (1, 0, 0), (2, 0, 0)]);
}

#[test]
fn a_correction_that_is_refused_leaves_the_ballot_as_it_was() {
    let mut room = Room::voting(4, 3, dots(3));
    let first = room.cast(VOTE, "1 2");
    let mut wrong = room.slip(VOTE, "3", "");
    wrong.voter = "Kim".into();
    let refusal = room.file.store.correct(&first, Some(&wrong)).unwrap();
    assert_eq!(refused(refusal), "refused-ballot-named");
    room.reveal(VOTE);
    assert_eq!(room.result(VOTE), [(1, 1, 1), (2, 1, 1), (3, 0, 0)]);
}

#[test]
fn a_vote_takes_ballots_while_it_is_open_and_no_more_than_there_are_people() {
    let mut room = Room::of(1, 2);
    room.set_up(2, dots(2));
    let slip = room.slip(VOTE, "1", "");
    assert_eq!(refused(room.file.store.cast(&slip).unwrap()), "refused-ballot-not-open");
    room.file.run(OpenVote { vote: VOTE }).unwrap();
    room.cast(VOTE, "");
    let slip = room.slip(VOTE, "1", "");
    assert_eq!(refused(room.file.store.cast(&slip).unwrap()), "refused-ballot-all-in");
    room.file.run(CountVote { vote: VOTE }).unwrap();
    assert_eq!(refused(room.file.store.cast(&slip).unwrap()), "refused-ballot-counted");
    room.file.run(ReopenVote { vote: VOTE }).unwrap();
    assert!(room.file.reader.has_open_vote().unwrap());
    room.reveal(VOTE);
    assert!(!room.file.reader.has_open_vote().unwrap());
}

#[test]
fn a_slip_that_its_reader_never_made_is_refused_by_the_box() {
    let mut room = Room::voting(9, 3, dots(3));
    let option = |room: &Room, at: usize| room.view(VOTE).options[at].option.id;
    let uid = Uid(uuid::Uuid::from_u128(7));
    let mut slip = room.slip(VOTE, "1", "");
    slip.parts[0].marks = vec![(option(&room, 0), 5, 1)];
    assert_eq!(refused(room.file.store.cast(&slip).unwrap()), "refused-ballot-level");
    slip.parts[0].marks = vec![(VoteOptionId(99), 1, 1)];
    assert_eq!(refused(room.file.store.cast(&slip).unwrap()), "refused-ballot-frozen");
    let hands = Slip::hands(uid, VOTE, 3, &[(option(&room, 0), 1, 4)]);
    assert_eq!(refused(room.file.store.cast(&hands).unwrap()), "refused-hands");
}

#[test]
fn the_reveal_shows_dots_and_voters_and_cannot_be_taken_back() {
    let mut room = Room::voting(3, 3, dots(3));
    for ballot in ["1 2", "2", ""] {
        room.cast(VOTE, ballot);
    }
    assert_eq!(room.file.reader.result(VOTE).unwrap(), None);
    room.file.run(CountVote { vote: VOTE }).unwrap();
    assert_eq!(room.file.reader.result(VOTE).unwrap(), None);
    room.reveal(VOTE);
    assert_eq!(room.file.reader.result(VOTE).unwrap().unwrap().voters, 3);
    assert_eq!(room.result(VOTE), [(2, 2, 2), (1, 1, 1), (3, 0, 0)]);
    assert_eq!(room.file.refusal(RevealVote { vote: VOTE, option: None }), "refused-vote-not-open");
    // Undo passes the vote by: what it takes back is the last idea.
    let request = room.file.request();
    let undone = refused(room.file.store.undo(request).unwrap());
    assert_eq!(undone, "refused-undo-conflict", "an idea that was voted on stays");
    assert_eq!(room.view(VOTE).vote.state, VoteState::Revealed);
    room.file.run(CloseVote { vote: VOTE }).unwrap();
    room.file.undo();
    assert_eq!(room.view(VOTE).vote.state, VoteState::Revealed);
}

#[test]
fn before_the_first_ballot_a_vote_can_be_taken_back_and_after_it_undo_passes_it_by() {
    let mut room = Room::of(3, 2);
    room.file.idea("Before");
    room.set_up(2, dots(2));
    room.file.run(OpenVote { vote: VOTE }).unwrap();
    room.file.undo();
    assert_eq!(room.view(VOTE).vote.state, VoteState::SetUp);
    room.file.run(OpenVote { vote: VOTE }).unwrap();
    room.cast(VOTE, "1");
    room.file.undo();
    assert_eq!(room.view(VOTE).vote.state, VoteState::Open);
    let ideas = room.file.every::<sluss::domain::Idea>();
    assert_eq!(ideas.len(), 2, "the idea before the vote is what was taken back");
}

#[test]
fn going_back_in_the_meeting_leaves_a_vote_that_has_ballots() {
    let mut room = Room::of(3, 2);
    let workshop = WORKSHOP;
    room.file.run(sluss::domain::NextItem { workshop }).unwrap();
    let item = room.file.reader.room(workshop).unwrap().unwrap().items[1].id;
    room.set_up(2, dots(2));
    room.file.run(OpenVote { vote: VOTE }).unwrap();
    room.cast(VOTE, "1");
    room.reveal(VOTE);
    room.file.idea("Later");
    let request = room.file.request();
    room.file.store.back_to_item(request, item).unwrap().unwrap();
    assert_eq!(room.file.every::<sluss::domain::Idea>().len(), 2);
    assert_eq!(room.result(VOTE), [(1, 1, 1), (2, 0, 0)]);
    let seen = room.file.reader.inspect(Depth::Whole, &Cancel::default()).unwrap();
    assert_eq!(seen.findings, []);
}

#[test]
fn an_idea_that_came_in_since_and_was_voted_on_keeps_the_meeting_from_going_back() {
    let mut room = Room::of(3, 0);
    let item = room.file.reader.room(WORKSHOP).unwrap().unwrap().items[0].id;
    room.file.idea("Kettle");
    room.set_up(1, dots(1));
    room.file.run(OpenVote { vote: VOTE }).unwrap();
    room.cast(VOTE, "1");
    let request = room.file.request();
    let answer = room.file.store.back_to_item(request, item).unwrap();
    assert_eq!(refused(answer), "refused-back");
    assert_eq!(room.voted(VOTE), 1);
}

#[test]
fn a_dropped_vote_has_no_result_and_its_ballots_are_gone() {
    let mut room = Room::voting(3, 2, dots(2));
    room.cast(VOTE, "1 2");
    room.file.run(DropVote { vote: VOTE }).unwrap();
    assert_eq!(room.file.reader.result(VOTE).unwrap(), None);
    let raw = rusqlite::Connection::open(room.file.store.path()).unwrap();
    let left: i64 = raw.query_row("SELECT count(*) FROM tally", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
    assert_eq!(
        room.file.refusal(SecondRound { vote: VOTE, item: None, only: vec![] }),
        "refused-round-secret"
    );
}

#[test]
fn a_second_round_knows_the_first_and_tells_how_the_options_moved() {
    let mut room = Room::voting(3, 3, dots(3));
    for ballot in ["1", "1", "2"] {
        room.cast(VOTE, ballot);
    }
    let early = SecondRound { vote: VOTE, item: None, only: vec![] };
    assert_eq!(room.file.refusal(early.clone()), "refused-round-secret");
    room.reveal(VOTE);
    let only = room.view(VOTE).options[..2].iter().map(|view| view.option.id).collect();
    room.file.run(SecondRound { only, ..early }).unwrap();
    let second = VoteId(2);
    let view = room.view(second);
    assert_eq!((view.vote.earlier, view.options.len()), (Some(VOTE), 2));
    room.file.run(OpenVote { vote: second }).unwrap();
    for ballot in ["2", "2", "1"] {
        room.cast(second, ballot);
    }
    room.reveal(second);
    let result = room.file.reader.result(second).unwrap().unwrap();
    let shifts: Vec<_> = result.shifts.iter().map(|it| (it.places, it.points)).collect();
    assert_eq!(shifts, [(1, 1), (-1, -1)]);
}

#[test]
fn raised_hands_are_counted_as_numbers() {
    let mut room = Room::voting(12, 2, dots(2));
    let options = room.view(VOTE).options;
    let hands = [(options[0].option.id, 1, 7), (options[1].option.id, 1, 4)];
    let slip = Slip::hands(Uid(uuid::Uuid::from_u128(9 << 80)), VOTE, 12, &hands);
    room.file.store.cast(&slip).unwrap().unwrap();
    assert_eq!(room.voted(VOTE), 12);
    room.reveal(VOTE);
    assert_eq!(room.result(VOTE), [(1, 7, 7), (2, 4, 4)]);
}

#[test]
fn a_named_vote_asks_for_names_and_takes_each_once() {
    let mut room = Room::voting(3, 2, Settings { named: true, ..dots(2) });
    let nameless = room.slip(VOTE, "1", "");
    assert_eq!(refused(room.file.store.cast(&nameless).unwrap()), "refused-ballot-nameless");
    let kim = room.slip(VOTE, "1", "Kim");
    room.file.store.cast(&kim).unwrap().unwrap();
    let again = room.slip(VOTE, "2", "kim");
    assert_eq!(refused(room.file.store.cast(&again).unwrap()), "refused-ballot-voted");
    room.file.store.correct(&kim, Some(&again)).unwrap().unwrap();
    room.reveal(VOTE);
    let counts = room.file.every::<sluss::domain::VoteCount>();
    assert_eq!((counts.len(), counts[0].voter.as_str()), (1, "kim"));
}

#[test]
fn an_open_vote_can_be_followed_and_a_blind_one_cannot() {
    let mut room = Room::voting(3, 2, Settings { blind: false, ..dots(2) });
    room.cast(VOTE, "1");
    let tally = room.file.reader.running_tally(VOTE).unwrap().unwrap();
    let first = room.view(VOTE).options[0].option.id;
    assert_eq!((tally.voted, tally.histogram(first)), (1, vec![(1, 1)]));
    let mut blind = Room::voting(3, 2, dots(2));
    blind.cast(VOTE, "1");
    assert_eq!(blind.file.reader.running_tally(VOTE).unwrap(), None);
}

#[test]
fn estimates_are_revealed_one_idea_at_a_time_in_both_votes() {
    let mut room = Room::of(3, 2);
    let options = [1, 2].map(|n| OptionOf::Idea(IdeaId(n))).to_vec();
    let workshop = Some(WORKSHOP);
    room.file.run(SetUpEstimates { workshop, item: None, options, expected: None }).unwrap();
    let (benefit, effort) = (VoteId(1), VoteId(2));
    room.file.run(OpenVote { vote: benefit }).unwrap();
    assert_eq!(room.view(effort).vote.state, VoteState::Open);
    let option = |room: &Room, vote, at: usize| room.view(vote).options[at].option.id;
    for text in ["4 2", "5 2", "12"] {
        let settings = room.view(benefit).settings();
        let (more, less) = read_pair(text, &settings).unwrap();
        let ballot = |room: &Room, vote, level: Option<i64>| {
            let marks = level.map(|level| (option(room, vote, 0), level));
            Ballot::of(marks, &room.view(vote).choices(), &settings).unwrap()
        };
        room.slips += 1;
        let slip = Slip::pair(
            Uid(uuid::Uuid::from_u128(room.slips << 80)),
            (benefit, &ballot(&room, benefit, more)),
            (effort, &ballot(&room, effort, less)),
        );
        room.file.store.cast(&slip).unwrap().unwrap();
    }
    let first = option(&room, benefit, 0);
    assert_eq!(room.file.reader.turnout(benefit).unwrap().options, [(first, 3)]);
    assert_eq!(room.file.reader.result(benefit).unwrap(), None);
    let second = option(&room, benefit, 1);
    let nothing = RevealVote { vote: benefit, option: Some(second) };
    assert_eq!(room.file.refusal(nothing), "refused-reveal-nothing");
    room.file.run(RevealVote { vote: benefit, option: Some(first) }).unwrap();
    let estimate = |room: &Room, vote| {
        let result = room.file.reader.result(vote).unwrap().unwrap();
        assert_eq!(result.standings.len(), 1);
        Estimate::of(&result.standings[0].histogram).unwrap()
    };
    assert_eq!(estimate(&room, benefit).median, Median::Level(4));
    assert!(estimate(&room, benefit).is_wide(), "one is far from the others");
    assert_eq!(estimate(&room, effort).median, Median::Level(2));
    assert!(!estimate(&room, effort).is_wide());
    assert_eq!(
        room.file.refusal(RevealVote { vote: effort, option: Some(option(&room, effort, 0)) }),
        "refused-revealed"
    );
    room.reveal(benefit);
    assert_eq!(room.view(effort).vote.state, VoteState::Revealed);
}

fn export(reader: &Reader) -> String {
    let rows: Vec<_> = Kind::ALL.iter().map(|kind| (*kind, reader.rows(*kind).unwrap())).collect();
    let mut text = Vec::new();
    whole::write(&mut text, &rows, &reader.story().unwrap()).unwrap();
    String::from_utf8(text).unwrap()
}

#[test]
fn a_workshop_with_all_that_belongs_to_it_goes_from_file_to_file() {
    let mut room = Room::voting(3, 3, dots(3));
    room.cast(VOTE, "1 2");
    room.reveal(VOTE);
    room.set_up(2, dots(2));
    room.file.run(OpenVote { vote: VoteId(2) }).unwrap();
    room.cast(VoteId(2), "1");
    let text = export(&room.file.reader);
    let contents = whole::read(text.as_bytes()).unwrap();
    let import = Import { records: contents.records, history: contents.history, is_whole: true };
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("sluss.db"), "two".into()).unwrap();
    let request = room.file.request();
    store.commit(request, &import.into()).unwrap().unwrap();
    let reader = store.reader().unwrap();
    assert_eq!(export(&reader), text);
    let there = reader.result(VOTE).unwrap().unwrap();
    assert_eq!(there, room.file.reader.result(VOTE).unwrap().unwrap());
    assert_eq!(reader.turnout(VoteId(2)).unwrap().voted, 0, "ballots stay where they were cast");
    let item = reader.room(WORKSHOP).unwrap().unwrap().items[0].clone();
    assert!(reader.place_of(item.started_in.unwrap()).unwrap().is_some());
}

#[test]
fn an_idea_that_was_voted_on_can_be_disposed_of_and_the_result_stays_without_it() {
    let mut room = Room::voting(3, 2, dots(2));
    room.cast(VOTE, "1");
    let workshop = WORKSHOP;
    let (ideas, name) = (vec![IdeaId(1)], "Kök".to_owned());
    room.file.run(GroupIdeas { workshop, ideas, name }).unwrap();
    let dispose = |room: &mut Room| {
        let idea = room.file.reader.find::<sluss::domain::Idea>(1).unwrap();
        let asked = Dispose { ideas: vec![idea.unwrap().uid], ..Dispose::default() };
        let (request, path) = (room.file.request(), room.file.store.path().to_owned());
        let empty = tempfile::tempdir().unwrap();
        // What is erased from is open nowhere.
        let file = empty.path().join("sluss.db");
        let raw = rusqlite::Connection::open(path).unwrap();
        raw.execute("VACUUM INTO ?1", [file.to_str().unwrap()]).unwrap();
        let removal = Removal::Disposal(asked);
        let others = Others::default();
        let done = erase(&file, request, "two", &removal, &others, &mut |_| {});
        (empty, done.map(|_| Store::open(&file, "two".into()).unwrap()))
    };
    match dispose(&mut room).1.err() {
        Some(EraseError::No(No::Refused(no))) => assert_eq!(no.0.id, "refused-vote-is-open"),
        other => panic!("not refused: {other:?}"),
    }
    room.reveal(VOTE);
    let (_folder, store) = dispose(&mut room);
    let reader = store.unwrap().reader().unwrap();
    let result = reader.result(VOTE).unwrap().unwrap();
    let first = &result.standings[0];
    assert_eq!((first.number, first.sum), (1, 1));
    assert_eq!(reader.vote(VOTE).unwrap().unwrap().title(first.option), "");
    assert!(reader.room(WORKSHOP).unwrap().unwrap().groups[0].ideas.is_empty());
    let seen = reader.inspect(Depth::Whole, &Cancel::default()).unwrap();
    assert_eq!(seen.findings, []);
}

#[test]
fn a_copy_from_the_middle_of_a_vote_is_written_anew_and_loses_the_ballots_with_names() {
    for named in [false, true] {
        let mut room = Room::voting(3, 2, Settings { named, ..dots(2) });
        let slip = room.slip(VOTE, "1", if named { "Solveig" } else { "" });
        room.file.store.cast(&slip).unwrap().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (file, copy) = (folder.path().join("sluss.db"), "sluss-before-mend-seq000001.db");
        let copy = folder.path().join(copy);
        let raw = rusqlite::Connection::open(room.file.store.path()).unwrap();
        raw.execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
        room.reveal(VOTE);
        raw.execute("VACUUM INTO ?1", [file.to_str().unwrap()]).unwrap();
        let idea = room.file.reader.find::<sluss::domain::Idea>(1).unwrap().unwrap();
        let asked = Dispose { ideas: vec![idea.uid], ..Dispose::default() };
        let (request, removal) = (room.file.request(), Removal::Disposal(asked));
        let erased = erase(&file, request, "two", &removal, &Others::default(), &mut |_| {});
        let erased = erased.unwrap();
        assert_eq!((erased.rewritten.as_slice(), erased.deleted.len()), (&[copy.clone()][..], 0));
        let reader = Reader::open(&copy).unwrap();
        assert_eq!(reader.turnout(VOTE).unwrap().voted, i64::from(!named));
        let seen = reader.inspect(Depth::Whole, &Cancel::default()).unwrap();
        assert_eq!(seen.findings, []);
    }
}

/// Every table of the file but the ballot box, cell by cell.
fn all_but_the_box(file: &File) -> BTreeMap<String, Vec<String>> {
    let raw = rusqlite::Connection::open(file.store.path()).unwrap();
    let names: Vec<String> = raw
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'tally'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut tables = BTreeMap::new();
    for name in names {
        let mut statement = raw.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = statement.column_count();
        let rows = statement
            .query_map([], |row| {
                let cells = (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap()));
                Ok(cells.collect::<Vec<_>>().join("|"))
            })
            .unwrap();
        let rows = rows.map(Result::unwrap).collect();
        tables.insert(name, rows);
    }
    tables
}

/// All that can be read of a file by any way there is.
fn readable(file: &File) -> Vec<String> {
    let reader = &file.reader;
    let mut all = vec![
        export(reader),
        format!("{:?}", reader.history(None, None, 1000).unwrap()),
        format!("{:?}", reader.workshops().unwrap()),
        format!("{:?}", reader.room(WORKSHOP).unwrap()),
        format!("{:?}", reader.meeting(WORKSHOP).unwrap()),
        format!("{:?}", reader.live().unwrap()),
    ];
    for vote in [VOTE, VoteId(2)] {
        all.push(format!("{:?}", reader.vote(vote).unwrap()));
        all.push(format!("{:?}", reader.turnout(vote).unwrap()));
        all.push(format!("{:?}", reader.result(vote).unwrap()));
        all.push(format!("{:?}", reader.running_tally(vote).unwrap()));
    }
    all.extend((0..=reader.newest().unwrap()).map(|seq| format!("{:?}", reader.changes(seq))));
    all
}

/// Up to three of four options on each of some ballots.
fn ballots(n: usize) -> impl Strategy<Value = Vec<Vec<i64>>> {
    let ballot = proptest::sample::subsequence(vec![1, 2, 3, 4], 0..=3);
    proptest::collection::vec(ballot, n)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Two rooms in which everything is the same but what is on the ballots cannot be told apart,
    /// whichever way one looks, until the reveal.
    #[test]
    fn nothing_tells_how_a_vote_stands_before_its_reveal(
        (ones, others) in (1usize..8).prop_flat_map(|n| (ballots(n), ballots(n))),
        is_counted in any::<bool>(),
        is_corrected in any::<bool>(),
    ) {
        let play = |ballots: &[Vec<i64>]| {
            let mut room = Room::voting(20, 4, dots(4));
            let mut last = None;
            for ballot in ballots {
                let words: Vec<String> = ballot.iter().map(ToString::to_string).collect();
                last = Some(room.cast(VOTE, &words.join(" ")));
            }
            if let (true, Some(last)) = (is_corrected, last) {
                let new = room.slip(VOTE, if ballots == ones { "1" } else { "4 3" }, "");
                room.file.store.correct(&last, Some(&new)).unwrap().unwrap();
            }
            let refused = room.file.store.cast(&room_slip_of_nobody()).unwrap();
            assert!(refused.is_err());
            if is_counted {
                room.file.run(CountVote { vote: VOTE }).unwrap();
            }
            room
        };
        let (one, other) = (play(&ones), play(&others));
        prop_assert_eq!(readable(&one.file), readable(&other.file));
        prop_assert_eq!(all_but_the_box(&one.file), all_but_the_box(&other.file));
    }
}

/// A slip that no vote takes.
fn room_slip_of_nobody() -> Slip {
    Slip::hands(Uid(uuid::Uuid::from_u128(3)), VOTE, 0, &[])
}
