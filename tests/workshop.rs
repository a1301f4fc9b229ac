//! Whole workshops, played key by key: a person's window and the audience window, each a program of
//! its own under a real pseudo-terminal, on one file.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/pty.rs"]
mod pty;

use pty::{Home, Running};
use sluss::domain::{
    Action, AddWorkshop, Announced, Decision, Idea, Language, StartWorkshop, WorkshopId,
};

/// Two windows, and how many keys were pressed that are not what was said in the room.
struct Room {
    home: Home,
    person: Running,
    audience: Running,
    commands: usize,
}

impl Room {
    fn opens() -> Room {
        Room::of(Home::own())
    }

    fn of(home: Home) -> Room {
        let audience = home.start().args(["screen"]).size(70, 20).run();
        let person = home.start().size(80, 24).run();
        Room { home, person, audience, commands: 0 }
    }

    /// Keys that say where to go, or what is to begin.
    fn press(&mut self, keys: &str) -> &mut Room {
        self.commands += keys.split_whitespace().count();
        self.person.press(keys);
        self
    }

    /// What the room says, typed on a line and ended with Enter.
    fn types(&mut self, said: &[&str]) -> &mut Room {
        for line in said {
            self.person.press(&format!("{line:?} enter"));
        }
        self
    }

    /// What the room answers: fields and figures, what it picks, yes to a question, and the key that
    /// ends it.
    fn answers(&mut self, keys: &str) -> &mut Room {
        self.person.press(keys);
        self
    }

    fn shows(&mut self, text: &str) -> &mut Room {
        self.person.until_says(text);
        self
    }

    fn room_sees(&mut self, text: &str) -> &mut Room {
        self.audience.until_says(text);
        self
    }
}

const IDEAS: [&str; 14] = [
    "Hängare i barnhöjd",
    "Skohylla vid dörren",
    "Bilder som visar var allt ska vara",
    "Torkskåp i varje grupp",
    "Lugn musik i hallen",
    "Två grupper ut i taget",
    "Bänk att sitta på",
    "Färgade spår på golvet",
    "Föräldrar lämnar vid grinden",
    "Ett barn är hallvärd",
    "Vantar på snöre",
    "Sittbänk i hallen",
    "Matta som tar upp väta",
    "Namn på varje krok",
];

#[test]
fn an_idea_intake_of_two_hours_takes_at_most_45_command_keys() {
    let mut room = Room::opens();
    // Before anyone comes: the workshop is set up, and what the projector has is told.
    room.shows("Inkommen").press("w n");
    room.answers(r#""Idédag" tab "Hur blir det lugnt i hallen?" tab tab tab tab tab "4""#);
    room.press("ctrl-s").shows("Ny workshop").press("enter S").shows("Inför workshopen");
    room.press("2 ctrl-s").shows("Moment 1 av 16");
    room.room_sees("Incheckning").press("b");
    let before = std::mem::take(&mut room.commands);
    assert!(before <= 8, "{before} keys to set it up");

    // Welcome, check-in, the question, silent writing, another minute.
    room.press("b").room_sees("Incheckning");
    room.press("pgdn").room_sees("Säg ditt namn");
    room.press("pgdn").room_sees("Hur blir det lugnt i hallen?");
    room.press("pgdn").room_sees("Skriv en idé per lapp");
    room.press("pgdn").shows("Moment 5 av 16");
    // Round the table; nothing is left on a note.
    room.press("pgdn").room_sees("0 idéer").press("enter").shows("Idéregn");
    room.types(&IDEAS).shows("14 idéer").room_sees("14 idéer");
    room.press("pgdn").shows("Idéregn").types(&["Krok till varje väska"]).room_sees("15 idéer");
    room.press("esc")
        .shows("z klocka")
        .press("pgdn")
        .shows("Moment 8 av 16")
        .room_sees("Utan grupp");

    // Groups by need, by the numbers that are said; one that is there twice.
    room.press("enter").shows("Utan grupp");
    room.types(&[
        "1 14 15 Plats för var sak",
        "6 9 10 Färre på en gång",
        "3 8 Se var det ska vara",
    ]);
    room.shows("3 grupper").room_sees("Färre på en gång");
    room.types(&["7 12"]).press("s").shows("lever vidare").answers("enter").shows("ihopslagen");

    // A break behind the curtain, and back.
    room.press("pgdn")
        .shows("Moment 9 börjar")
        .press("esc")
        .shows("z klocka")
        .press("b")
        .room_sees("Paus");
    room.press("b").press("pgdn").shows("Moment 10 av 16");
    // The vote: a criterion, three dots each, on paper, typed by number.
    room.press("enter").shows("Omröstningar").press("enter").shows("Fråga");
    room.types(&["Störst nytta för dem vi är till för"]).answers("ctrl-s").shows("inte öppnad");
    room.press("enter").room_sees("0 av 4");
    room.press("pgdn").shows("Moment 11 börjar");
    room.types(&["1 2 4"]).shows("1 av 4").room_sees("1 av 4");
    room.types(&["1 3 7", "0", "2 1 5"]).shows("4 av 4").room_sees("4 av 4");
    // The result, when all are in; six go on.
    room.press("pgdn").shows("Moment 12 börjar").press("enter").shows("för alla?");
    room.answers("enter").shows("delad").room_sees("Plats för var sak");
    room.answers("x down down x x x tab tab tab").shows("✓ 3.    7");
    room.press("pgdn").shows("Moment 13 börjar").press("enter").shows("6 förslag");
    room.press("enter").shows("0 av 4 har röstat");
    room.types(&["4 2", "5 2", "4 1", "3 2"]).shows("4 av 4");
    room.press("enter").answers("enter").shows("median");
    room.press("enter").shows("placerad").press("right enter").shows("5 oplacerade");
    room.answers("enter 4 1 enter 3 3 enter 5 5 enter 2 1 enter 3 4").shows("#7 placerad");
    room.room_sees("Nytta");
    // Three ideas are taken to their gate, with a reason and a next step.
    room.press("w").shows("z klocka").press("pgdn").shows("Moment 14 av 16").press("enter");
    room.shows("Grindmöte");
    for (idea, title) in ["Hängare", "Skohylla", "Bilder"].into_iter().enumerate() {
        room.shows(title).press("d").shows("Gå vidare");
        room.answers(r#"1 "Liten insats, stor nytta" tab "Rektorn""#).answers("ctrl-s");
        room.shows(&format!("{} beslutad", idea + 1)).press("f").shows("Vad");
        room.answers(r#""Prata med vaktmästaren" tab "Förskolläraren" tab "18/12""#)
            .answers("ctrl-s");
        room.shows("Grindens frågor").answers("right");
    }
    // The rest: actions and the parking lot are read aloud, and the end.
    room.press("pgdn").shows("Moment 15 börjar").press("esc").shows("z klocka");
    room.press("enter").shows("Prata med vaktmästaren").room_sees("Prata med vaktmästaren");
    room.press("esc").shows("z klocka").press("pgdn").shows("Moment 16 börjar");
    let during = room.commands;
    room.press("A").shows("Workshop avslutad");
    // What was made in the room is on the board.
    let (ideas, decided): (Vec<Idea>, Vec<Decision>) = (room.home.every(), room.home.every());
    let placed = ideas.iter().filter(|idea| idea.benefit_score.is_some()).count();
    assert_eq!((ideas.len(), placed, decided.len()), (15, 6, 4), "three decisions and a merge");
    assert_eq!(room.home.every::<Action>().len(), 3);
    assert!(during <= 45, "{during} command keys in two hours");
}

#[test]
fn a_gate_meeting_takes_idea_after_idea_and_the_room_follows() {
    let mut home = Home::own();
    home.capture(&["Hängare i barnhöjd", "Skohylla vid dörren", "Torkskåp"]);
    let announced =
        Announced { title: "Grindmöte".into(), people: Some(3), ..Announced::default() };
    let template = "gate-60".to_owned();
    home.commit_now(&AddWorkshop { announced, template, language: Language::Sv }.into());
    home.commit_now(&StartWorkshop { workshop: WorkshopId(1) }.into());
    let mut room = Room::of(home);
    room.shows("Moment 1 av 5");
    // Who is there, and who has an interest of their own.
    room.press("space w d").shows("Närvaro").press("n").shows("Vem");
    room.answers(r#""Åsa Ek" ctrl-s"#).shows("Åsa Ek").press("w").shows("z klocka");
    room.press("pgdn pgdn").shows("Moment 3 av 5").press("enter").shows("1 av 3");
    room.room_sees("Hängare i barnhöjd");
    // Each writes two digits; nobody sees any before all are shown.
    room.press("v").shows("0 av 3");
    room.types(&["1 4 3 3 3 3 3 3", "4 4 3 3 3 3 3 3"]).shows("2 av 3").room_sees("2 av 3");
    assert!(!room.audience.text().contains("spridning"), "{}", room.audience.text());
    room.types(&["4 4 3 3 3 3 3 3"])
        .shows("3 av 3")
        .press("enter")
        .answers("enter")
        .shows("delar rummet");
    room.press("esc").shows("stor spridning").room_sees("spridning");
    // The decision, with a reason, is on the board and before the room; the next idea follows.
    room.press("d").shows("Gå vidare");
    room.answers(r#"1 "Det behövs" tab "Nämnden" ctrl-s"#).shows("1 beslutad");
    room.room_sees("Gå vidare").press("right").shows("Skohylla").room_sees("Skohylla");
    assert!(!room.audience.text().contains("Åsa"), "{}", room.audience.text());
    // Killed in the middle of it, it goes on there.
    room.person.kill();
    room.person = room.home.start().size(80, 24).run();
    room.shows("Moment 3 av 5").press("enter").shows("1 beslutad");
    room.press("w").shows("z klocka").press("pgdn pgdn").shows("Moment 5 av 5").press("A");
    room.shows("Workshop avslutad").press("space w m").shows("Utan namn").press("m").shows(".md");
    let files = std::fs::read_dir(room.home.folder()).unwrap().map(|file| file.unwrap().path());
    let minutes = files.filter(|path| path.extension().is_some_and(|it| it == "md"));
    let told: Vec<String> = minutes.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let [told] = told.as_slice() else { panic!("{} files", told.len()) };
    assert!(told.contains("Det behövs") && told.contains("Hängare i barnhöjd"), "{told}");
    assert!(!told.contains("Åsa"), "names are left out unless they are asked for");
}
