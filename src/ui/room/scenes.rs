//! Each scene that the room can see, below the line that says where the workshop stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::live::{AgendaRow, Card, FullCard, Group, Live, ResultRow, Scene, StageCount};
use crate::text::dates;
use crate::text::width::{width, wrap};
use crate::ui::pen::{rule, write, write_all, write_right};

use super::draw::{At, below};
use super::gate;
use super::matrix::matrix;
use super::rows::{Line, rows};
use super::{Align, heading, share};

pub(super) fn draw(live: &Live, at: &At<'_>, room: Rect, cells: &mut Buffer) {
    let item = live.item.as_ref().map_or("", |item| item.title.as_str());
    match &live.scene {
        Scene::Text { title, instruction, question } => {
            text(live, at, room, (title, instruction, question), cells);
        }
        Scene::Agenda { rows: items, excess } => {
            let room = at.head(live, item, room, cells);
            agenda(at, room, items, *excess, cells);
        }
        Scene::Capture { last, count, hidden } => {
            let asked = if live.question.is_empty() { item } else { &live.question };
            let room = at.head(live, asked, room, cells);
            capture(at, room, last, *count, *hidden, cells);
        }
        Scene::Board { stages, stage, page, pages, cards, focus } => {
            let name = stages.get(*stage).map_or("", |stage| stage.name.as_str());
            let room = strip(at, room, stages, *stage, cells);
            let room = at.head(live, name, room, cells);
            let lines: Vec<Line> = cards
                .iter()
                .enumerate()
                .map(|(nth, card)| Line { focused: Some(nth) == *focus, ..numbered(card) })
                .collect();
            let list = Rect { height: room.height.saturating_sub(u16::from(*pages > 1)), ..room };
            // Where the list itself leafs, that is the page which is told.
            let told = rows(&lines, at, list, cells);
            if *pages > 1 && told == 1 && room.height > 0 {
                let args = [("page", count(*page).into()), ("pages", count(*pages).into())];
                let said = at.words.with("projector-page", &args);
                let foot = Rect { y: room.bottom() - 1, height: 1, ..room };
                write_right(cells, foot, &said, at.look.muted);
            }
        }
        Scene::Groups { groups, loose } => {
            let room = at.head(live, item, room, cells);
            grouped(at, room, groups, loose, cells);
        }
        Scene::Ballot { criterion, how, options, voted, of } => {
            let room = at.head(live, criterion, room, cells);
            ballot(at, room, how, options, (*voted, *of), cells);
        }
        Scene::Result { criterion, rows: told, voters, divided_first } => {
            let room = at.head(live, criterion, room, cells);
            result(at, room, told, *voters, *divided_first, cells);
        }
        Scene::Matrix { placed, unplaced, focus, estimate } => {
            let room = at.head(live, item, room, cells);
            matrix(at, room, (placed, unplaced, *focus, estimate.as_ref()), cells);
        }
        Scene::Gate { card, gate: name, questions, at: asked, is_asked, scores, decision } => {
            // The idea stands in large letters; while its questions are asked, their gate does.
            let head = if *is_asked { name } else { &card.title };
            let room = at.head(live, head, room, cells);
            let (scores, decision) = (scores.as_ref(), decision.as_deref());
            let told = gate::AtGate {
                card,
                name,
                questions,
                at: *asked,
                is_asked: *is_asked,
                scores,
                decision,
            };
            gate::draw(at, room, &told, cells);
        }
        Scene::Idea(card) => idea(live, at, room, card, cells),
        Scene::Parking { rows: parked } => {
            let room = at.head(live, &at.words.get("live-parking"), room, cells);
            let line = |it: &crate::domain::live::Parked| Line {
                before: tick(it.is_done),
                text: it.text.clone(),
                quiet: it.is_done,
                ..Line::default()
            };
            let lines: Vec<Line> = parked.iter().map(line).collect();
            or_nothing(at, room, &lines, "live-parking-none", cells);
        }
        Scene::Actions { rows: actions } => {
            let room = at.head(live, &at.words.get("live-actions"), room, cells);
            let line = |it: &crate::domain::live::ToDo| Line {
                before: tick(it.is_done),
                text: it.text.clone(),
                aside: [it.role.as_str(), it.due.as_str()]
                    .into_iter()
                    .filter(|it| !it.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
                quiet: it.is_done,
                ..Line::default()
            };
            let lines: Vec<Line> = actions.iter().map(line).collect();
            or_nothing(at, room, &lines, "live-actions-none", cells);
        }
        Scene::Title { .. } | Scene::TestCard | Scene::Break { .. } => {}
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub(super) fn numbered(card: &Card) -> Line {
    Line::numbered(card.number, &card.title)
}

fn tick(is_done: bool) -> String {
    if is_done { "✓" } else { "•" }.to_owned()
}

fn or_nothing(at: &At<'_>, room: Rect, lines: &[Line], nothing: &str, cells: &mut Buffer) {
    if lines.is_empty() {
        at.prose(&at.words.get(nothing), room, at.look.text, cells);
    }
    rows(lines, at, room, cells);
}

fn text(
    live: &Live,
    at: &At<'_>,
    room: Rect,
    (title, instruction, question): (&str, &str, &str),
    cells: &mut Buffer,
) {
    let without = Live { clock: None, ..live.clone() };
    let roomy = room.height >= 14;
    let mut left = at.head(if roomy { &without } else { live }, title, room, cells);
    for (said, style) in [(question, at.look.accent), (instruction, at.look.text)] {
        if !said.is_empty() && left.height > 0 {
            let clocked = if roomy && live.clock.is_some() { 5 } else { 0 };
            let spot = Rect { height: left.height.saturating_sub(clocked).max(1), ..left };
            let used = at.prose(said, spot, style, cells);
            left = below(left, used + 1);
        }
    }
    if roomy {
        at.large_clock(live, left, cells);
    }
}

fn agenda(at: &At<'_>, room: Rect, items: &[AgendaRow], excess: i64, cells: &mut Buffer) {
    let line = |row: &AgendaRow| Line {
        before: dates::time(row.from, at.zone),
        text: row.title.clone(),
        aside: match row {
            AgendaRow { is_now: true, .. } => at.words.get("live-now").into_owned(),
            AgendaRow { is_done: true, .. } => "✓".into(),
            AgendaRow { is_skipped: true, .. } => at.words.get("live-skipped").into_owned(),
            row => at.words.with("live-minutes", &[("n", row.minutes.into())]),
        },
        focused: row.is_now,
        quiet: row.is_done || row.is_skipped,
        ..Line::default()
    };
    let lines: Vec<Line> = items.iter().map(line).collect();
    let told = u16::from(excess > 0 && room.height > 3);
    let list = Rect { height: room.height - told, ..room };
    rows(&lines, at, list, cells);
    if told > 0 {
        let said = at.words.with("room-excess", &[("n", excess.into())]);
        let foot = Rect { y: room.bottom() - 1, height: 1, ..room };
        write(cells, foot.x, foot.y, foot.width, &said, at.look.warning);
    }
}

fn capture(at: &At<'_>, room: Rect, last: &[Card], n: usize, hidden: bool, cells: &mut Buffer) {
    let id = if hidden { "live-ideas-hidden" } else { "live-ideas" };
    let said = at.words.with(id, &[("n", count(n).into())]);
    let used = at.prose(&said, room, at.look.strong, cells);
    let room = below(room, used + u16::from(room.height > 6));
    // The newest is read first, its number as large as what is read from the back; older ones stand
    // as far as there is room.
    let all = last.len();
    let (room, last) = match last.split_last() {
        Some((newest, older)) if room.height >= 8 => (large(at, room, newest, cells), older),
        _ => (room, last),
    };
    let most = usize::from(room.height.div_ceil(2)).max(1);
    let newest = last.iter().rev().take(most).enumerate();
    let lines: Vec<Line> = newest
        .map(|(nth, card)| Line { focused: nth == 0 && last.len() == all, ..numbered(card) })
        .collect();
    rows(&lines, at, room, cells);
}

/// The number of an idea in big letters, its title beside it. What is left below is answered.
fn large(at: &At<'_>, room: Rect, card: &Card, cells: &mut Buffer) -> Rect {
    let said = at.words.with("live-number", &[("n", card.number.into())]);
    let wide = u16::try_from(width(&said) * 5).unwrap_or(room.width).min(room.width / 2);
    let spot = Rect { width: wide, height: 4, ..room };
    heading(cells, spot, &said, Align::Left, at.look.accent);
    let beside = Rect { x: room.x + wide + 1, y: room.y + 1, height: 3, ..room };
    let beside = Rect { width: room.right().saturating_sub(beside.x), ..beside };
    // Big letters are no text to whoever has the screen read aloud.
    let titled = format!("{} {}", card.number, card.title);
    at.prose(&titled, beside, at.look.strong, cells);
    below(room, 5)
}

fn strip(at: &At<'_>, room: Rect, stages: &[StageCount], here: usize, cells: &mut Buffer) -> Rect {
    if room.height < 8 {
        return room;
    }
    let name = |nth: usize, stage: &StageCount| {
        if nth == here {
            format!("[{} {}]", stage.name, stage.count)
        } else {
            format!(" {} {} ", stage.name, stage.count)
        }
    };
    let names: Vec<String> = stages.iter().enumerate().map(|(nth, it)| name(nth, it)).collect();
    // The stage in focus is always in sight.
    let wide = |from: usize| {
        names.get(from..=here).unwrap_or_default().iter().map(|it| width(it)).sum::<usize>()
    };
    let from = (0..=here).find(|from| wide(*from) <= usize::from(room.width)).unwrap_or(here);
    let pieces: Vec<(&str, _)> = names
        .iter()
        .enumerate()
        .skip(from)
        .map(|(nth, name)| {
            (name.as_str(), if nth == here { at.look.strong } else { at.look.muted })
        })
        .collect();
    write_all(cells, room, &pieces);
    below(room, 2)
}

fn grouped(at: &At<'_>, room: Rect, groups: &[Group], loose: &[Card], cells: &mut Buffer) {
    let head = |name: &str| Line { text: name.to_owned(), heads: true, ..Line::default() };
    let mut lines = Vec::new();
    for group in groups {
        lines.push(head(&group.name));
        lines.extend(group.cards.iter().map(numbered));
    }
    let mut others: Vec<Line> = Vec::new();
    if !loose.is_empty() {
        others.push(head(&at.words.get("live-loose")));
        others.extend(loose.iter().map(numbered));
    }
    if room.width >= 66 && !lines.is_empty() && !others.is_empty() {
        let half = room.width / 2;
        rows(&lines, at, Rect { width: half - 1, ..room }, cells);
        rows(&others, at, Rect { x: room.x + half + 1, width: half - 1, ..room }, cells);
        return;
    }
    lines.extend(others);
    or_nothing(at, room, &lines, "live-ideas-none", cells);
}

fn ballot(
    at: &At<'_>,
    room: Rect,
    how: &str,
    options: &[Card],
    (voted, of): (i64, Option<i64>),
    cells: &mut Buffer,
) {
    let said = match of {
        Some(of) => at.words.with("live-voted-of", &[("voted", voted.into()), ("of", of.into())]),
        None => at.words.with("live-voted", &[("voted", voted.into())]),
    };
    let row = Rect { height: 1.min(room.height), ..room };
    let cast = |n: i64| u32::try_from(n).unwrap_or(0);
    let wide = match of {
        Some(of) => share(cells, row, cast(voted), cast(of), &said, at.look),
        None => write(cells, row.x, row.y, row.width, &said, at.look.strong),
    };
    let beside = usize::from(row.width.saturating_sub(wide)) >= width(how) + 3;
    let room = if beside {
        write_right(cells, row, how, at.look.text);
        below(room, 2)
    } else {
        let room = below(room, 1);
        let used = at.prose(how, room, at.look.text, cells);
        below(room, used + u16::from(room.height > 8))
    };
    let lines: Vec<Line> = options.iter().map(numbered).collect();
    rows(&lines, at, room, cells);
}

fn result(
    at: &At<'_>,
    room: Rect,
    told: &[ResultRow],
    voters: i64,
    divided_first: bool,
    cells: &mut Buffer,
) {
    let mut said = at.words.with("live-voters", &[("n", voters.into())]);
    if divided_first {
        said = format!("{said} {}", at.words.get("live-divided-first"));
    }
    let used = at.prose(&said, room, at.look.text, cells);
    // That it decides nothing is said whole, or not at all.
    let warned = wrap(&at.words.get("live-no-decision"), usize::from(room.width.max(1)), None);
    let tall = u16::try_from(warned.len()).unwrap_or(u16::MAX);
    let foot = if room.height > 7 + tall { tall + 1 } else { 0 };
    let list = below(room, used + u16::from(room.height > 10));
    let list = Rect { height: list.height.saturating_sub(foot), ..list };
    let line = |row: &ResultRow| {
        let args = [("points", row.points.into()), ("voters", row.voters.into())];
        // Where each gave one dot, how many gave is said by the dots.
        let id = if row.points == row.voters { "live-dots" } else { "live-points" };
        let mut aside = at.words.with(id, &args);
        if let Some(shift) = row.shift.filter(|shift| *shift != 0) {
            let (sign, n) = if shift > 0 { ("↑", shift) } else { ("↓", -shift) };
            aside = format!("{aside} {sign}{n}");
        }
        if row.is_divided {
            aside = format!("{aside} · {}", at.words.get("live-divided"));
        }
        let tied = if row.is_tied { "=" } else { "" };
        Line {
            before: format!("{tied}{}.", row.place),
            text: format!("{}  {}", row.card.number, row.card.title),
            aside,
            ..Line::default()
        }
    };
    let lines: Vec<Line> = told.iter().map(line).collect();
    rows(&lines, at, list, cells);
    if foot > 0 {
        for (y, line) in (room.bottom() - tall..room.bottom()).zip(&warned) {
            write(cells, room.x, y, room.width, line, at.look.muted);
        }
    }
}

fn idea(live: &Live, at: &At<'_>, room: Rect, card: &FullCard, cells: &mut Buffer) {
    let room = at.head(live, &card.title, room, cells);
    let row = Rect { height: 1.min(room.height), ..room };
    let args = [("number", card.number.into()), ("stage", card.stage.clone().into())];
    let said = at.words.with("live-idea", &args);
    write(cells, row.x, row.y, row.width, &said, at.look.accent);
    let mut left = below(room, 1);
    rule(cells, Rect { height: 1.min(left.height), ..left }, "━", at.look.line);
    left = below(left, 1);
    for (id, text) in [
        ("live-need", &card.need),
        ("live-solution", &card.solution),
        ("live-next-step", &card.next_step),
    ] {
        if text.trim().is_empty() || left.height < 2 {
            continue;
        }
        write(cells, left.x, left.y, left.width, &at.words.get(id), at.look.muted);
        left = below(left, 1);
        let most = left.height.min(6);
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let used = at.prose(&plain, Rect { height: most, ..left }, at.look.text, cells);
        left = below(left, used + 1);
    }
}
