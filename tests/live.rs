//! What the room sees of a workshop: nothing private in it, and only from the window that leads.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/scene.rs"]
mod scene;

use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use scene::{NOW, Scene, TODAY};
use sluss::app::Msg;
use sluss::domain::live::{self, Curtain};
use sluss::domain::vote::{Ballot, Preset, Slip};
use sluss::domain::{
    AddAction, AddWorkshop, Announced, Capture, Captured, Command, CountVote, EndWorkshop,
    GroupIdeas, IdeaId, Language, Live, NextItem, OpenVote, OptionOf, Park, PlaceOnMatrix,
    RevealVote, SceneKind, SetUpEstimates, SetUpVote, Source, Stage, Stamp, StartWorkshop, Uid,
    VoteId, WorkshopId,
};
use sluss::store::{Request, Store};
use sluss::text::Words;
use sluss::ui::room::{At, draw};
use sluss::ui::theme::{Look, ROOM_LIGHT};

const WORKSHOP: WorkshopId = WorkshopId(1);
const VOTE: VoteId = VoteId(1);

/// Every scene that an item can show.
const SCENES: [SceneKind; 14] = [
    SceneKind::Title,
    SceneKind::Agenda,
    SceneKind::Text,
    SceneKind::TestCard,
    SceneKind::Capture,
    SceneKind::HiddenCapture,
    SceneKind::Board,
    SceneKind::Groups,
    SceneKind::Ballot,
    SceneKind::Result,
    SceneKind::Matrix,
    SceneKind::Gate,
    SceneKind::Parking,
    SceneKind::Actions,
];

/// A workshop that is being held on a screen, and the way to the file past it.
struct Held {
    scene: Scene,
    uids: u128,
}

impl Held {
    fn of(scene: Scene) -> Held {
        let mut held = Held { scene, uids: 1 << 90 };
        let language = held.scene.model.words.language;
        let announced = Announced {
            title: "Idédag".into(),
            question: "Hur kan vi göra väntan kortare?".into(),
            people: Some(12),
            begins: Some(13 * 60),
            ..Announced::default()
        };
        held.run(AddWorkshop { announced, template: "intake-120".into(), language });
        held.run(StartWorkshop { workshop: WORKSHOP });
        // The run sheet lies on top by itself; what follows happens on the board.
        held.scene.type_in("esc");
        held
    }

    fn uid(&mut self) -> Uid {
        self.uids += 1 << 20;
        Uid(uuid::Uuid::from_u128(self.uids))
    }

    fn store(&self) -> Store {
        Store::open(&self.scene.file(), "past the screen".into()).unwrap()
    }

    fn run(&mut self, command: impl Into<Command>) {
        let request = Request { uid: self.uid(), now: NOW, today: TODAY, who: None };
        self.store().commit(request, &command.into()).unwrap().unwrap();
        self.scene.send(Msg::Changed);
    }

    fn cast(&mut self, text: &str) {
        let view = self.scene.reader.vote(VOTE).unwrap().unwrap();
        let number = |nth: &str| view.options[nth.parse::<usize>().unwrap() - 1].option.number;
        let text: Vec<String> =
            text.split_whitespace().map(|nth| number(nth).to_string()).collect();
        let ballot = Ballot::read(&text.join(" "), &view.choices(), &view.settings()).unwrap();
        let slip = Slip::ballot(self.uid(), VOTE, &ballot, "");
        self.store().cast(&slip).unwrap().unwrap();
        self.scene.send(Msg::Changed);
    }

    /// The item that is held shows another scene.
    fn shows(&mut self, kind: SceneKind) -> &mut Held {
        use sluss::domain::Cell as _;
        let sluss::domain::Value::Text(key) = kind.to_value() else { panic!("{kind:?}") };
        let raw = rusqlite::Connection::open(self.scene.file()).unwrap();
        raw.execute("UPDATE agenda_item SET scene = ?1 WHERE state = 'pagar'", [&key]).unwrap();
        assert_eq!(raw.changes(), 1, "an item is held");
        self.scene.send(Msg::Changed);
        self
    }

    fn live(&self) -> Option<Live> {
        self.scene.reader.live().unwrap().map(|shown| shown.live)
    }

    /// All that was written for the room.
    fn written(&self) -> String {
        serde_json::to_string(&self.live()).unwrap()
    }
}

fn drawn(live: &Live, now: Stamp, columns: u16, rows: u16) -> String {
    let area = Rect::new(0, 0, columns, rows);
    let mut cells = Buffer::empty(area);
    let (words, look) = (Words::of(live.language), Look::of_palette(&ROOM_LIGHT));
    let at = At { now, zone: &TimeZone::UTC, words: &words, look: &look, leaf: 0 };
    draw(live, &at, area, &mut cells);
    let row = |y: u16| {
        let row: String = (0..columns).map(|x| cells[(x, y)].symbol()).collect();
        format!("{}\n", row.trim_end())
    };
    (0..rows).map(row).collect()
}

/// The invented ideas with a workshop in which everything was done; every person is called so, and
/// the protected ideas say so.
fn planted(language: Language) -> Held {
    let mut held = Held::of(Scene::demo(language));
    let stage = held.scene.reader.every::<Stage>().unwrap().first().unwrap().id;
    for title in ["Fiskespön att låna", "Kvällsöppen slöjdsal", "Lugn timme", "Bytesbörs", "Zz"]
    {
        let lines = vec![Captured::read(title)];
        held.run(Capture { stage, lines, source: Source::Workshop });
    }
    let new: Vec<IdeaId> = {
        let room = held.scene.reader.room(WORKSHOP).unwrap().unwrap();
        room.ideas.iter().map(|idea| idea.id).collect()
    };
    let [a, b, c, d, protected] = new.as_slice() else { panic!("{new:?}") };
    held.run(GroupIdeas {
        workshop: WORKSHOP,
        ideas: vec![*a, *b, *protected],
        name: "Att göra".into(),
    });
    let options: Vec<OptionOf> = [a, b, c, d].into_iter().map(|id| OptionOf::Idea(*id)).collect();
    let settings = Preset::Dots.settings(4);
    let workshop = Some(WORKSHOP);
    let criterion = "Störst nytta för dem vi är till för".to_owned();
    let (item, expected) = (None, Some(12));
    let options_of = options.clone();
    held.run(SetUpVote { workshop, item, criterion, settings, options, expected });
    held.run(SetUpEstimates { workshop, item, options: options_of, expected });
    held.run(PlaceOnMatrix { idea: *a, benefit: Some(4), effort: Some(2) });
    held.run(Park { workshop: WORKSHOP, text: "Lokalerna".into() });
    let role = "Zzvonne Qvarnqvist1".to_owned();
    held.run(AddAction {
        workshop,
        idea: Some(*a),
        text: "Ring biblioteket".into(),
        role,
        due: None,
    });
    let raw = rusqlite::Connection::open(held.scene.file()).unwrap();
    raw.execute_batch(&format!(
        "UPDATE person SET name = 'Zzvonne Qvarnqvist' || id, contact = 'zz@qvarnqvist.se';
         UPDATE idea SET giver = 1, owner = 1, coach = 1, receiver = 'Zzvonne Qvarnqvist1';
         UPDATE idea_text SET next_role = 'Zzvonne Qvarnqvist1';
         UPDATE comment SET author = 1;
         UPDATE parking SET owner = 'Zzvonne Qvarnqvist1';
         UPDATE idea SET sensitivity = 'skyddad', title = 'Zzhemlig'
             WHERE id = {} OR id IN (SELECT max(id) FROM idea GROUP BY stage);
         UPDATE idea_text SET need = 'Zzhemlig', solution = 'Zzhemlig', next_step = 'Zzhemlig'
             WHERE id IN (SELECT id FROM idea WHERE sensitivity = 'skyddad');",
        protected.0
    ))
    .unwrap();
    held.scene.send(Msg::Changed);
    held
}

fn leaks(text: &str) -> bool {
    let text = text.to_lowercase();
    ["zzvonne", "qvarnqvist", "zzhemlig"].into_iter().any(|secret| text.contains(secret))
}

#[test]
fn nothing_private_is_written_for_the_room_or_drawn_whatever_the_scene() {
    for language in Language::ALL {
        let mut held = planted(language);
        held.scene.language(language);
        assert!(leaks(&held.scene.size(200, 60).picture().text()), "the person's own window");
        for revealed in [false, true] {
            if revealed {
                held.run(OpenVote { vote: VOTE });
                held.cast("1 2");
                held.cast("2 3");
                held.run(CountVote { vote: VOTE });
                held.run(RevealVote { vote: VOTE, option: None });
            }
            for kind in SCENES {
                held.shows(kind);
                for keys in ["", "down", "2 down enter", "esc G", "G >"] {
                    held.scene.type_in(keys);
                    let live = held.live().unwrap();
                    assert!(!leaks(&held.written()), "{kind:?}: {}", held.written());
                    for (columns, rows) in [(60, 18), (70, 20), (120, 36)] {
                        let text = drawn(&live, NOW, columns, rows);
                        assert!(!leaks(&text), "{kind:?}\n{text}");
                    }
                }
                held.scene.type_in("esc esc");
            }
        }
    }
}

#[test]
fn before_the_reveal_the_room_learns_how_many_have_voted_and_nothing_more() {
    let mut seen = Vec::new();
    for ballots in [["1", "1"], ["2 3", ""]] {
        let mut held = planted(Language::Sv);
        held.shows(SceneKind::Ballot);
        held.run(OpenVote { vote: VOTE });
        ballots.into_iter().for_each(|text| held.cast(text));
        let live = held.live().unwrap();
        assert!(matches!(live.scene, live::Scene::Ballot { voted: 2, of: Some(12), .. }));
        seen.push(live);
    }
    assert_eq!(seen.first(), seen.last());
}

#[test]
fn behind_the_curtain_the_row_says_nothing_but_the_title_and_how_many_have_voted() {
    let mut held = planted(Language::Sv);
    held.shows(SceneKind::Capture);
    assert!(held.written().contains("Fiskespön"));
    held.scene.type_in("f8");
    let live = held.live().unwrap();
    assert_eq!((live.title.as_str(), live.item), ("Idédag", None));
    assert!(!held.written().contains("Fiskespön") && !held.written().contains("väntan"));
    assert_eq!(sluss::app::title(&held.scene.model), Some("Idédag"));
    held.scene.type_in("f8");
    held.shows(SceneKind::Ballot);
    held.run(OpenVote { vote: VOTE });
    held.cast("1");
    held.scene.type_in("f8");
    let counting = Curtain::Counting { voted: 1, of: Some(12) };
    assert_eq!(held.live().unwrap().curtain, Some(counting));
    assert!(held.scene.picture().text().contains("1 av 12"));
}

#[test]
fn a_second_window_on_the_file_does_not_say_what_the_room_sees() {
    let mut held = planted(Language::Sv);
    held.shows(SceneKind::Board);
    let before = held.scene.reader.live_version().unwrap();
    let mut other = held.scene.another();
    other.type_in("3 down f8");
    assert_eq!(held.scene.reader.live_version().unwrap(), before);
    held.scene.type_in("3");
    assert!(held.scene.reader.live_version().unwrap() > before);
}

#[test]
fn the_room_is_shown_something_only_while_a_workshop_is_held() {
    let mut scene = Scene::of("inkommen: [Kettle] | Drill");
    scene.type_in("down up n \"Lamp\" enter");
    assert_eq!(scene.reader.live_version().unwrap(), 0);
    let mut held = Held::of(scene);
    assert!(held.live().is_some());
    let before = held.scene.reader.live_version().unwrap();
    held.scene.type_in("down up");
    assert_eq!(held.scene.reader.live_version().unwrap(), before, "only what changed is written");
    held.run(NextItem { workshop: WORKSHOP });
    assert!(held.scene.reader.live_version().unwrap() > before);
    held.run(EndWorkshop { workshop: WORKSHOP });
    assert_eq!(held.live(), None);
}

#[test]
fn the_idea_in_focus_is_followed_where_the_room_looks_at_the_board_and_nowhere_else() {
    let mut held = Held::of(Scene::of("inkommen: [Kettle] | Drill"));
    held.shows(SceneKind::Text);
    let before = held.live();
    held.scene.type_in("down enter");
    assert_eq!(held.live(), before);
    held.shows(SceneKind::Board);
    assert!(matches!(held.live().unwrap().scene, live::Scene::Idea(card) if card.title == "Drill"));
    held.scene.type_in("esc up");
    let live::Scene::Board { focus, cards, .. } = held.live().unwrap().scene else { panic!() };
    assert_eq!((focus, cards.len()), (Some(0), 2));
}

#[test]
fn every_scene_tells_something_at_every_size() {
    let mut held = planted(Language::Sv);
    for kind in SCENES {
        held.shows(kind);
        let live = held.live().unwrap();
        for columns in (1..130).step_by(16) {
            for rows in (1..40).step_by(3) {
                let text = drawn(&live, NOW, columns, rows);
                assert!(columns < 20 || rows < 4 || !text.trim().is_empty(), "{kind:?}");
            }
        }
    }
}

fn card(number: i64, title: &str) -> live::Card {
    live::Card { number, title: title.into() }
}

/// A workshop of one item that shows this.
fn showing(scene: live::Scene) -> Live {
    let title = "Egna idéer, en per lapp, under tystnad".into();
    Live {
        language: Language::Sv,
        title: "Idédag om väntan".into(),
        question: "Hur kan vi göra väntan kortare för den som söker hjälp?".into(),
        curtain: None,
        clock: Some(sluss::domain::Clock::set(8)),
        item: Some(live::Item { nth: 3, of: 10, title }),
        scene,
    }
}

#[test]
fn on_the_smallest_window_what_divides_the_room_is_said_whole_and_every_number_is_accounted_for() {
    let placed = |number| live::Placed { card: card(number, "Kärra"), benefit: 4, effort: 2 };
    let estimate = live::Spread {
        benefit: vec![(3, 2), (5, 4)],
        effort: vec![(1, 3), (5, 3)],
        benefit_median: "mellan 3 och 5".into(),
        effort_median: "mellan 1 och 5".into(),
        is_wide: true,
    };
    let scene = live::Scene::Matrix {
        placed: (101..106).map(placed).collect(),
        unplaced: vec![card(120, "Krokar")],
        focus: Some(105),
        estimate: Some(estimate),
    };
    let text = drawn(&showing(scene), NOW, 60, 18);
    assert!(text.contains("prata först."), "{text}");
    assert!(text.contains("[105] +4"), "{text}");
    assert!(text.contains("Inte placerade: 120"), "{text}");
    assert!(!text.contains('…'), "{text}");
}

#[test]
fn on_the_smallest_window_no_word_at_the_end_of_a_row_covers_its_text() {
    let row = |text: &str, role: &str, due: &str| live::ToDo {
        text: text.into(),
        role: role.into(),
        due: due.into(),
        is_done: false,
    };
    let rows = vec![
        row("Ring biblioteket och fråga om cykelkärran", "Verksamhetsutvecklare", "27 november"),
        row("Boka lokal", "Samordnare", ""),
    ];
    let text = drawn(&showing(live::Scene::Actions { rows }), NOW, 60, 18);
    assert!(text.contains("Ring biblioteket och fråga om cykelkärran"), "{text}");
    assert!(text.contains("Verksamhetsutvecklare, 27 november"), "{text}");
    let row = |place, number, points, shift| live::ResultRow {
        place,
        is_tied: place == 2,
        card: card(number, "Låna cykelkärra på biblioteket"),
        points,
        voters: points,
        shift,
        is_divided: shift.is_some(),
    };
    let rows = vec![row(1, 101, 9, None), row(2, 102, 7, Some(2)), row(2, 103, 7, Some(-1))];
    let scene = live::Scene::Result {
        criterion: "Störst nytta".into(),
        rows,
        voters: 11,
        divided_first: false,
    };
    let text = drawn(&showing(scene), NOW, 60, 18);
    for said in ["7 prickar ↑2 · oense", "7 prickar ↓1 · oense", "9 prickar", "=2. "] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn the_board_says_one_page_and_not_two() {
    let scene = live::Scene::Board {
        stages: vec![live::StageCount { name: "Lösning".into(), count: 40 }],
        stage: 0,
        page: 1,
        pages: 2,
        cards: (1..20).map(|number| card(number, "Låna cykelkärra")).collect(),
        focus: Some(1),
    };
    let text = drawn(&showing(scene), NOW, 60, 18);
    assert_eq!(text.matches("sida 1 av").count(), 1, "{text}");
}
