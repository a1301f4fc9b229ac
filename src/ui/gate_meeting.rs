//! A gate meeting on the facilitator's window: one idea as a large card, what is open at its gate,
//! what the members scored once that is revealed, and what was decided.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{GateMeeting, InFocus, Model, SheetPlan, turnout_said};
use crate::domain::vote::{Estimate, most_divided_first};
use crate::domain::{Arg, GateReply, Sensitivity};
use crate::text::ink::Ink;
use crate::text::width::wrap;
use crate::text::{Words, dates};

use super::pen::{clear, rule, write, write_right};
use super::theme::Look;

pub(super) fn draw(model: &Model, meeting: &GateMeeting, look: &Look, frame: &mut Frame<'_>) {
    let plan = SheetPlan::of(model.size);
    let area = plan.area.intersection(frame.area());
    let whole = Rect { x: 0, width: frame.area().width, ..area };
    let cells = frame.buffer_mut();
    clear(cells, whole, look.text);
    let head = Rect { height: 1.min(area.height), ..super::chrome::inset(area) };
    let left = write_right(cells, head, &figure(model, meeting), look.accent);
    let title = model.words.get("gate-meeting-title");
    write(cells, head.x, head.y, left.saturating_sub(1), &title, look.strong);
    if area.height > 1 {
        rule(cells, Rect { y: area.y + 1, height: 1, ..area }, "━", look.accent);
    }
    let room = plan.parts().intersection(area);
    let lines = lines(model, meeting, usize::from(room.width));
    let shown = usize::from(room.height);
    let top = meeting.top.min(lines.len().saturating_sub(shown));
    for ((text, ink), y) in lines.iter().skip(top).zip(room.top()..room.bottom()) {
        write(cells, room.x, y, room.width, text, look.ink(*ink));
    }
    if area.height >= 6 {
        let below = Rect { y: room.bottom(), height: 1, ..room };
        let more = lines.len().saturating_sub(top + shown);
        if let Some(notice) = &model.notice {
            super::chrome::notice(model, notice, look, below, cells);
        } else if more > 0 {
            let text = model.words.with("more-below", &[("n", more.into())]);
            write(cells, below.x, below.y, below.width, &text, look.muted);
        }
    }
    frame.set_cursor_position(Position::new(room.x, room.y));
}

/// `3 of 7`, with a tick where it is decided, and whose decisions they are.
fn figure(model: &Model, meeting: &GateMeeting) -> String {
    let (place, of) = meeting.place();
    if of == 0 {
        return String::new();
    }
    let read = meeting.read.as_ref();
    let ideas = read.map(|read| read.ideas.as_slice()).unwrap_or_default();
    let decided = ideas.iter().filter(|it| it.is_decided).count();
    let args = [("place", (place + 1).into()), ("of", of.into()), ("decided", decided.into())];
    let mut said = model.words.with("gate-meeting-place", &args);
    if ideas.get(place).is_some_and(|it| it.is_decided) {
        said = format!("✓ {said}");
    }
    if read.is_some_and(|read| read.advice) {
        said = format!("{} · {said}", model.words.get("gate-advice"));
    }
    said
}

type Line = (String, Ink);

fn lines(model: &Model, meeting: &GateMeeting, width: usize) -> Vec<Line> {
    let words = &model.words;
    let Some(read) = &meeting.read else { return Vec::new() };
    let mut page = Page { lines: Vec::new(), width: width.max(1) };
    let Some(at) = meeting.focused() else {
        if read.ideas.is_empty() {
            page.say(&words.get("gate-meeting-none"), Ink::Muted);
        }
        return page.lines;
    };
    page.say(&format!("{}  {}", at.idea.id.0, at.idea.title), Ink::Strong);
    let gate = words.arg(&at.gate.name);
    let stage = words.arg(&at.gate.stage.label());
    let ready = readiness(words, at);
    page.say(&format!("{stage} · {gate} · {ready}"), Ink::Accent);
    if at.idea.sensitivity == Sensitivity::Protected {
        page.say(&words.get("gate-meeting-protected"), Ink::Warning);
    }
    if let Some(decision) = &at.decision {
        let kind = Arg::Known(format!("decision:{}", decision.kind.key()).into());
        let kind = words.arg(&kind);
        page.fact(words, "gate-meeting-decided", &kind, Ink::Accent);
        page.fact(words, "minutes-reason", &decision.reason, Ink::Text);
        page.fact(words, "minutes-decided-by", &decision.role, Ink::Text);
    }
    page.gap();
    page.fact(words, "live-need", &at.text.need, Ink::Text);
    page.fact(words, "live-solution", &at.text.solution, Ink::Text);
    people(model, at, &mut page);
    page.gap();
    scores(model, at, &mut page);
    questions(words, at, &mut page);
    page.lines
}

/// Owner, receiver, next step and who has an interest; before a room no names.
fn people(model: &Model, at: &InFocus, page: &mut Page) {
    let words = &model.words;
    // Only what this gate asks for is missed.
    let or_none = |text: Option<&str>, is_missed: bool| {
        let ink = if is_missed { Ink::Warning } else { Ink::Muted };
        match text.map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) => (text.to_owned(), Ink::Text),
            None => (words.get("gate-meeting-missing").into_owned(), ink),
        }
    };
    if !model.projector {
        let (owner, ink) = or_none(at.owner.as_deref(), at.gate.owner_missing);
        page.fact(words, "minutes-owner", &owner, ink);
        let (receiver, ink) = or_none(at.idea.receiver.as_deref(), at.gate.receiver_missing);
        page.fact(words, "minutes-receiver", &receiver, ink);
        page.fact(words, "minutes-interest", &at.interests.join("; "), Ink::Warning);
    }
    let due = at.idea.next_due.map(|due| dates::day_short(due, model.today, model.language()));
    let next = [Some(at.text.next_step.trim().to_owned()), due];
    let next: Vec<String> = next.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    page.fact(words, "live-next-step", &next.join(", "), Ink::Text);
}

/// How many have given theirs; what they gave, the most divided first, once it is revealed.
fn scores(model: &Model, at: &InFocus, page: &mut Page) {
    let words = &model.words;
    let Some((view, result)) = &at.scores else {
        page.say(&words.get("gate-scores-none"), Ink::Muted);
        return;
    };
    let Some(result) = result else {
        let said = words.say(&turnout_said(&view.turnout));
        page.fact(words, "gate-scores", &said, Ink::Text);
        return;
    };
    page.fact(
        words,
        "gate-scores",
        &words.with("live-voters", &[("n", result.voters.into())]),
        Ink::Text,
    );
    for standing in most_divided_first(result.standings.clone()) {
        let Some(estimate) = Estimate::of(&standing.histogram) else { continue };
        let each = standing.histogram.iter().map(|(level, n)| {
            words.with("minutes-gave", &[("points", (*level).into()), ("n", (*n).into())])
        });
        let each = each.collect::<Vec<_>>().join(", ");
        let median = words.say(&estimate.median.say());
        let told = words.with("gate-score-median", &[("median", median.into())]);
        let name = view.title(standing.option);
        // How far apart they are stands before what is in the middle.
        if estimate.is_wide() {
            let wide = words.get("gate-score-wide");
            page.say(&format!("  {name}: {wide} · {each} · {told}"), Ink::Warning);
        } else {
            page.say(&format!("  {name}: {each} · {told}"), Ink::Text);
        }
    }
}

/// How many of the questions that must be answered have a yes.
fn readiness(words: &Words, at: &InFocus) -> String {
    let musts = || at.gate.questions.iter().filter(|asked| asked.must);
    let is_yes = |reply| reply == GateReply::Yes;
    let yes = musts().filter(|asked| asked.before.is_some_and(|(reply, _)| is_yes(reply)));
    let args = [("yes", yes.count().into()), ("musts", musts().count().into())];
    words.with("gate-meeting-ready", &args)
}

/// The questions with the answers that were given last.
fn questions(words: &Words, at: &InFocus, page: &mut Page) {
    page.gap();
    page.say(&words.get("gate-meeting-questions"), Ink::Accent);
    for asked in &at.gate.questions {
        let reply = match asked.before {
            Some((reply, _)) => {
                words.arg(&Arg::Known(format!("gate-answer:{}", reply.key()).into()))
            }
            None => words.get("gate-meeting-unanswered").into_owned(),
        };
        let kind = if asked.must { "•" } else { " " };
        let quiet = if asked.before.is_some() { Ink::Muted } else { Ink::Text };
        page.say(&format!("{kind} {} · {reply}", words.arg(&asked.text)), quiet);
    }
}

struct Page {
    lines: Vec<Line>,
    width: usize,
}

impl Page {
    fn say(&mut self, text: &str, ink: Ink) {
        let plain = text.trim_end();
        let indent = plain.chars().take_while(|c| *c == ' ').count();
        for (nth, line) in wrap(plain, self.width.saturating_sub(indent), None).iter().enumerate() {
            let before = if nth == 0 { 0 } else { indent + 2 * usize::from(indent > 0) };
            self.lines.push((format!("{}{line}", " ".repeat(before)), ink));
        }
    }

    fn fact(&mut self, words: &Words, id: &str, text: &str, ink: Ink) {
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !plain.is_empty() {
            self.say(&format!("{}: {plain}", words.get(id)), ink);
        }
    }

    fn gap(&mut self) {
        if self.lines.last().is_some_and(|(text, _)| !text.is_empty()) {
            self.lines.push((String::new(), Ink::Text));
        }
    }
}
