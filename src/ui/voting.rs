//! The screens of votes: a title and a rule, what it is about, and a row of buttons at the foot.

mod ballots;
mod booth;
mod estimates;
mod hands;
mod list;
mod matrix;
mod result;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Deed, Mode, Model, VotePage, Voting, VotingPlan, turnout_said};
use crate::domain::VoteForm;
use crate::domain::vote::Settings;
use crate::domain::{Say, VoteView};
use crate::text::width::{width, wrap};

use super::pen::{clear, rule, write, write_right};
use super::theme::Look;

/// What a page is drawn with.
struct Sheet<'a> {
    model: &'a Model,
    voting: &'a Voting,
    look: &'a Look,
    plan: &'a VotingPlan,
    /// Between the title's rule and the row of buttons.
    body: Rect,
    /// Where the focus is.
    cursor: Position,
}

pub(super) fn draw(model: &Model, voting: &Voting, look: &Look, frame: &mut Frame<'_>) {
    let plan = VotingPlan::of(model, voting);
    let (area, inner, body) = (plan.area, plan.inner, plan.body);
    let whole = Rect { x: 0, width: frame.area().width, ..area };
    let cells = frame.buffer_mut();
    clear(cells, whole, look.text);
    let head = Rect { height: 1.min(inner.height), ..inner };
    let left = write_right(cells, head, &figure(model, voting, &plan), look.muted);
    write(cells, head.x, head.y, left.saturating_sub(1), &title(model, voting), look.strong);
    if area.height > 1 {
        rule(cells, Rect { y: area.y + 1, height: 1, ..area }, "━", look.accent);
    }
    let cursor = Position::new(body.x, body.y);
    let mut sheet = Sheet { model, voting, look, plan: &plan, body, cursor };
    match voting.page() {
        VotePage::Votes => list::draw(&mut sheet, frame),
        VotePage::SetUp | VotePage::Ballots => ballots::draw(&mut sheet, frame),
        VotePage::Estimates => estimates::draw(&mut sheet, frame),
        VotePage::Hands => hands::draw(&mut sheet, frame),
        VotePage::Booth => booth::draw(&mut sheet, frame),
        VotePage::Asks => asks(&sheet, frame),
        VotePage::Result => result::draw(&mut sheet, frame),
        VotePage::Nothing => nothing(&sheet, frame),
        VotePage::Matrix => matrix::draw(&mut sheet, frame),
    }
    let mut cursor = sheet.cursor;
    let cells = frame.buffer_mut();
    if let Some(spot) = draw_deeds(model, voting, &plan, look, cells) {
        cursor = spot;
    }
    if let Some(row) = plan.note {
        if let Some(notice) = &model.notice {
            super::chrome::notice(model, notice, look, row, cells);
        } else {
            let hint = hint(voting).map(|id| model.words.get(id).into_owned());
            write(cells, row.x, row.y, row.width, &hint.unwrap_or_default(), look.muted);
        }
    }
    frame.set_cursor_position(cursor);
}

fn title(model: &Model, voting: &Voting) -> String {
    let id = match voting.page() {
        VotePage::Votes => "votes-title",
        VotePage::Matrix => "matrix-title",
        VotePage::Booth => "booth-title",
        VotePage::Hands => "hands-title",
        VotePage::Result => "result-title",
        VotePage::SetUp => "vote-set-up-title",
        _ if voting.vote().is_some_and(crate::app::VoteRead::is_estimate) => "estimates-title",
        _ => "vote-title",
    };
    model.words.get(id).into_owned()
}

/// What stands at the right of the title: how many have voted, or how many there are.
fn figure(model: &Model, voting: &Voting, plan: &VotingPlan) -> String {
    match (voting.page(), voting.vote()) {
        (VotePage::Matrix, _) => {
            let spots = voting.read.as_ref().map(|read| read.spots.as_slice()).unwrap_or_default();
            let unplaced = spots.iter().filter(|spot| spot.benefit.is_none()).count();
            let args = [("n", spots.len().into()), ("unplaced", unplaced.into())];
            model.words.with("matrix-figure", &args)
        }
        (VotePage::Result, Some(read)) => {
            let voters = read.result.as_ref().map_or(0, |result| result.voters);
            let voters = model.words.with("result-voters", &[("n", voters.into())]);
            let sight = usize::from(plan.rows.area.height / plan.rows.step).max(1);
            let pages = voting.standings().len().div_ceil(sight);
            if pages < 2 {
                return voters;
            }
            let page = plan.rows.first / sight + 1;
            let args = [("page", page.into()), ("pages", pages.into())];
            format!("{voters} · {}", model.words.with("result-page", &args))
        }
        (VotePage::SetUp, Some(read)) => {
            model.words.with("vote-options-n", &[("n", read.view.options.len().into())])
        }
        (VotePage::Asks, Some(read)) if read.is_estimate() => String::new(),
        (VotePage::Ballots | VotePage::Booth | VotePage::Hands | VotePage::Asks, Some(read)) => {
            let waits = if model.ballots.is_waiting() { "saving" } else { "" };
            let said = model.words.say(&turnout_said(&read.view.turnout));
            if waits.is_empty() { said } else { format!("{} · {said}", model.words.get(waits)) }
        }
        _ => String::new(),
    }
}

/// What can be said of the screen as a whole.
fn hint(voting: &Voting) -> Option<&'static str> {
    match voting.page() {
        VotePage::Votes => None,
        VotePage::SetUp => Some("vote-set-up-hint"),
        VotePage::Ballots if voting.correcting => Some("ballot-correcting"),
        VotePage::Ballots if voting.has_line() => Some(ballot_hint(voting)),
        VotePage::Estimates if voting.correcting => Some("ballot-correcting"),
        VotePage::Estimates if voting.has_line() => Some("estimate-hint"),
        VotePage::Ballots | VotePage::Estimates | VotePage::Nothing | VotePage::Asks => None,
        VotePage::Hands => Some("hands-hint"),
        VotePage::Booth => match &voting.mode {
            Mode::Booth(booth) if booth.begun => Some("booth-hint"),
            _ => None,
        },
        VotePage::Result => Some("result-hint"),
        VotePage::Matrix => Some("matrix-hint"),
    }
}

/// How a ballot is typed.
fn ballot_hint(voting: &Voting) -> &'static str {
    let Some(read) = voting.vote() else { return "ballot-hint" };
    let settings = Settings::of(&read.view.vote);
    match (settings.form, settings.low < 0) {
        _ if settings.named => "ballot-hint-named",
        (VoteForm::Points, false) => "ballot-hint",
        (VoteForm::Points, true) => "ballot-hint-plus-minus",
        (VoteForm::Scale, true) => "ballot-hint-agree",
        (VoteForm::Scale, false) => "ballot-hint-scale",
    }
}

impl Sheet<'_> {
    /// The rules in a sentence; where it is too long, in fewer words.
    fn rules(&self, view: &VoteView) -> String {
        let words = &self.model.words;
        let settings = Settings::of(&view.vote);
        let how = match settings.form {
            VoteForm::Points => {
                let id = if settings.low < 0 { "rules-plus-minus" } else { "rules-points" };
                let budget = settings.budget.unwrap_or(0);
                Say::new(id).with("budget", budget).with("most", settings.high)
            }
            VoteForm::Scale if (settings.low, settings.high) == (-1, 1) => Say::new("rules-agree"),
            VoteForm::Scale => {
                Say::new("rules-scale").with("low", settings.low).with("high", settings.high)
            }
        };
        let ids = match settings.blind {
            true => ["rules-blind", "rules-blind-short"],
            false => ["rules-open", "rules-open-short"],
        };
        let named = words.get(if settings.named { "rules-named" } else { "rules-anonymous" });
        let how = words.say(&how);
        let [long, short] = ids.map(|id| format!("{how} · {} · {named}", words.get(id)));
        if width(&long) > usize::from(self.body.width) { short } else { long }
    }

    /// The criterion, always in sight, with the rules below it.
    fn criterion(&self, view: &VoteView, frame: &mut Frame<'_>) {
        let Rect { x, y: mut row, width, .. } = self.body;
        let cells = frame.buffer_mut();
        for line in &self.plan.criterion {
            write(cells, x, row, width, line, self.look.strong);
            row += 1;
        }
        if self.plan.has_rules {
            let rules = match view.vote.axis {
                Some(_) => self.model.words.get("estimates-rules").into_owned(),
                None => self.rules(view),
            };
            write(cells, x, row, width, &rules, self.look.muted);
        }
    }

    /// A title as a room may see it.
    fn title_of(&self, view: &VoteView, at: usize) -> String {
        match view.options.get(at) {
            Some(option) if option.is_protected => {
                self.model.words.get("option-not-shown").into_owned()
            }
            Some(option) => option.title.clone(),
            None => String::new(),
        }
    }
}

/// It is asked once, in large words, and the answers are the buttons.
fn asks(sheet: &Sheet<'_>, frame: &mut Frame<'_>) {
    let (Mode::Asks(deed), Some(read)) = (&sheet.voting.mode, sheet.voting.vote()) else { return };
    let words = &sheet.model.words;
    let turnout = &read.view.turnout;
    let mut texts = vec![words.get(deed.question().unwrap_or("ask-drop")).into_owned()];
    if *deed == Deed::Reveal && turnout.of.is_some_and(|of| turnout.voted < of) {
        texts.push(words.get("ask-not-all").into_owned());
    }
    if *deed == Deed::RevealOne {
        let number = read.view.options.get(sheet.voting.cursor).map_or(0, |it| it.option.number);
        let title = sheet.title_of(&read.view, sheet.voting.cursor);
        texts.push(format!("{number}  {title}"));
    } else if !read.is_estimate() {
        texts.push(words.say(&turnout_said(turnout)));
    }
    texts.push(words.get("ask-for-good").into_owned());
    let mut y = sheet.body.y + sheet.body.height / 6;
    for (nth, text) in texts.iter().enumerate() {
        let style = if nth == 0 { sheet.look.strong } else { sheet.look.text };
        for line in wrap(text, usize::from(sheet.body.width), Some(2)) {
            if y >= sheet.body.bottom() {
                return;
            }
            write(frame.buffer_mut(), sheet.body.x, y, sheet.body.width, &line, style);
            y += 1;
        }
        y += u16::from(sheet.body.height >= 10);
    }
}

fn nothing(sheet: &Sheet<'_>, frame: &mut Frame<'_>) {
    let id = if sheet.voting.vote().is_some() { "vote-dropped" } else { "vote-gone" };
    let text = sheet.model.words.get(id);
    let Rect { x, y, width, .. } = sheet.body;
    write(frame.buffer_mut(), x, y, width, &text, sheet.look.text);
}

fn draw_deeds(
    model: &Model,
    voting: &Voting,
    plan: &VotingPlan,
    look: &Look,
    cells: &mut ratatui::buffer::Buffer,
) -> Option<Position> {
    let deeds = voting.deeds(&model.ballots);
    let mut cursor = None;
    for (at, spot) in &plan.buttons {
        let Some(deed) = deeds.get(*at) else { continue };
        let label = model.words.say(&deed.label());
        let focused = voting.deed == Some(*at);
        let label = if focused { format!("▌ {label} ") } else { format!("[ {label} ]") };
        let style = if focused { look.strong.patch(look.ground) } else { look.text };
        if focused {
            cursor = Some(Position::new(spot.x, spot.y));
        }
        write(cells, spot.x, spot.y, spot.width, &label, style);
    }
    cursor
}
