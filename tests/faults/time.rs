//! Clocks that jump, nights that are short, days far away. The clock is the program's own, handed in;
//! only sleep is that of the real program.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use sluss::domain::{Change, Idea, IdeaId, Language, Stamp};

use super::pty::{Home, Signal, long};
use super::scene::{NOW, Scene, TODAY};
use super::ways::WAYS;

const HOUR: i64 = 3_600_000;

/// Noon of a day, in universal time.
fn noon(day: Date) -> Stamp {
    Stamp(TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).unwrap().as_millisecond())
}

/// Nothing on the screen is older than now by less than nothing.
fn no_age_is_negative(scene: &Scene, when: &str) {
    let text = scene.picture().text();
    let negative = text.split_whitespace().find(|word| {
        word.strip_prefix(['-', '\u{2212}'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    assert_eq!(negative, None, "{when}:\n{text}");
}

fn titles(scene: &mut Scene) -> Vec<String> {
    let history = scene.reader.history(None, None, 99).unwrap();
    let done = history.iter().filter(|entry| entry.undoes.is_none());
    let ideas = done.flat_map(|entry| scene.reader.changes(entry.seq).unwrap());
    let ideas = ideas
        .filter(|change| matches!(change, Change::Create { kind: sluss::domain::Kind::Idea, .. }));
    let title = |id| scene.reader.find::<Idea>(id).unwrap().map(|idea| idea.title);
    ideas.filter_map(|change| title(change.id())).collect()
}

#[test]
fn z1_a_clock_that_is_set_back_changes_no_order_and_makes_nothing_younger_than_new() {
    let mut scene = Scene::of("inkommen: [Kettle]\n behov: Lamp");
    let times = [
        ("an hour back", Stamp(NOW.0 - HOUR), TODAY),
        ("two days back", noon(date(2026, 11, 21)), date(2026, 11, 21)),
        ("to 1970", Stamp(0), date(1970, 1, 1)),
        ("and forth", noon(date(2027, 3, 1)), date(2027, 3, 1)),
        ("to where it was", NOW, TODAY),
    ];
    let mut made = Vec::new();
    for (when, stamp, today) in times {
        scene.clock(stamp, today).press(&format!(r#"n "Made {when}" enter esc"#));
        made.push(format!("Made {when}"));
        for keys in ["enter", "esc", "space l h", "esc", "space l t", "esc", "L", "esc"] {
            scene.press(keys);
            no_age_is_negative(&scene, when);
        }
    }
    made.reverse();
    let told = titles(&mut scene);
    assert_eq!(told.get(..made.len()), Some(&made[..]), "the history is in the order of doing");
    // Back in the order in which it was done, whatever the clock said.
    for title in &made {
        scene.press("u");
        assert!(!scene.board().contains(title.as_str()), "{title} is taken back");
    }
    scene.press("U U");
    super::scene::check::is_whole(&scene);
}

#[test]
fn z2_far_days_are_days_like_others() {
    for today in [date(2038, 1, 20), date(2100, 2, 28), date(9999, 12, 30)] {
        let few = if long() { WAYS.len() } else { 12 };
        for (name, keys) in WAYS.iter().step_by(WAYS.len() / few) {
            let mut scene = Scene::demo(Language::Sv);
            scene.clock(noon(today), today).press(keys);
            no_age_is_negative(&scene, name);
        }
        let mut scene = Scene::demo(Language::Sv);
        scene.clock(noon(today), today).press(r#"n "Far away" enter esc 2 m right enter"#);
        assert!(scene.board().contains("Far away"), "{today}");
        super::scene::check::is_whole(&scene);
    }
}

#[test]
fn z3_a_short_night_another_zone_and_a_leap_day_are_told_as_the_place_has_them() {
    // 2026-10-25: the hour from two to three comes twice. 2026-03-29: it does not come.
    let stockholm = TimeZone::get("Europe/Stockholm").unwrap();
    let nights = [
        Stamp(1_792_886_400_000 - HOUR),
        Stamp(1_792_886_400_000),
        Stamp(1_774_746_000_000 - 1),
        Stamp(1_774_746_000_000),
        noon(date(2028, 2, 29)),
    ];
    let mut scene = Scene::of("inkommen: [Kettle]");
    scene.model.zone = stockholm.clone();
    for (nth, stamp) in nights.into_iter().enumerate() {
        let moment = jiff::Timestamp::from_millisecond(stamp.0).unwrap();
        let today = stockholm.to_datetime(moment).date();
        scene.clock(stamp, today).press(&format!(r#"n "Night {nth}" enter esc space l h"#));
        let time = stockholm.to_datetime(moment).strftime("%H:%M").to_string();
        let told = scene.picture().text();
        assert!(told.contains(&time), "{time} in\n{told}");
        no_age_is_negative(&scene, "at night");
        scene.press("esc");
    }
    // On the other side of the day line, the same steps in the same order.
    scene.model.zone = TimeZone::get("Pacific/Kiritimati").unwrap();
    scene.clock(noon(date(2029, 2, 28)), date(2029, 3, 1)).press("space l h");
    no_age_is_negative(&scene, "in another zone");
    let nights: Vec<String> = (0..5).rev().map(|nth| format!("Night {nth}")).collect();
    assert_eq!(titles(&mut scene).get(..5), Some(&nights[..]));
    let idea = scene.reader.find::<Idea>(IdeaId(6).0).unwrap().unwrap();
    assert_eq!(idea.stage_since, date(2028, 2, 29));
}

#[test]
fn z4_what_happened_while_the_machine_slept_is_there_when_it_wakes() {
    let mut home = Home::new();
    home.nobody_asks();
    home.capture(&["Före sömnen"]);
    let mut program = home.run();
    program.until_says("Före sömnen").press("n").send("Halvskr");
    program.settle();
    program.signal(Signal::STOP);
    home.capture(&["Under sömnen"]);
    program.signal(Signal::CONT);
    program.until_says("Halvskr").send("iven\r").until_says("Halvskriven");
    program.press("esc").until_says("Under sömnen");
    program.press("q").ends();
    home.is_sound();
    let is_copy = |name: &str| name.ends_with(".db");
    let copies = std::fs::read_dir(home.folder().join("backups")).map_or(0, |names| {
        names.filter(|name| is_copy(&name.as_ref().unwrap().file_name().to_string_lossy())).count()
    });
    assert!(copies <= 3, "no storm of copies: {copies}");
}
