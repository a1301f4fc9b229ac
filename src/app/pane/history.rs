//! What happened to an idea, the newest first: when, what, who, and what the step in focus changed.

use crate::app::model::{Model, Pending};
use crate::app::msg::{Effect, Need};
use crate::domain::{Entry, IdeaId, Kind, Say, State};
use crate::input::Action;
use crate::text::dates;
use crate::text::ink::{Ink, Row};
use crate::text::width::{pad, width};

use super::page::{GUTTER, Page, said};
use super::{HistoryRead, Pane, PaneRead, Space, difference};

/// How many entries are read at a time.
pub(super) const PAGE: usize = 60;
/// With fewer than this before the end, the next page is read.
const MARGIN: usize = 20;

pub(super) fn lay(model: &Model, read: &PaneRead, space: Space) -> Page {
    let mut page = Page::default();
    let cells = usize::from(space.width.saturating_sub(GUTTER));
    let Some(history) = model.panes.history.as_ref().filter(|it| it.idea == read.idea) else {
        return page;
    };
    let moment =
        |entry: &Entry| dates::moment(entry.at, &model.zone, model.today, model.language());
    let times = history.entries.iter().map(|entry| width(&moment(entry))).max().unwrap_or(0) + 2;
    for entry in &history.entries {
        let mut row = Row::of(pad(&moment(entry), times), Ink::Muted);
        let ink = match entry.state {
            State::Done | State::Turn => Ink::Text,
            State::Undone | State::Dropped => Ink::Muted,
        };
        let mut rest = String::new();
        let who = entry.who.and_then(|who| history.names.name(Kind::Person, who.0));
        if let Some(who) = who {
            rest = format!(" · {who}");
        }
        match entry.state {
            State::Done | State::Turn => {}
            State::Undone | State::Dropped => {
                rest = format!("{rest} · {}", model.words.get("pane-undone"));
            }
        }
        let mut rows = said(&model.words.say(&entry.label), ink, cells.saturating_sub(times));
        if let Some(last) = rows.last_mut() {
            if times + last.width() + width(&rest) <= cells {
                last.push(rest, Ink::Muted);
            } else {
                rows.push(Row::of(rest.trim_start_matches(" · "), Ink::Muted));
            }
        }
        let mut rows = rows.into_iter();
        row.0.extend(rows.next().unwrap_or_default().0);
        let mut item = vec![row];
        item.extend(rows.map(|row| row.indented(times)));
        page.item(item);
    }
    if let (Some(foot), Some((_, changes))) = (space.foot, &history.changes) {
        page.foot = difference::rows(model, read, &history.names, changes, usize::from(foot));
    }
    page
}

/// What the history still needs: what follows the last entry known, or what the step in focus
/// changed.
pub(super) fn more(read: &HistoryRead, idea: IdeaId, at: usize) -> Option<Need> {
    if !read.whole && at + MARGIN >= read.entries.len() {
        let before = read.entries.last().map(|entry| entry.seq);
        return Some(Need::History { idea, before, limit: PAGE });
    }
    let seq = read.entries.get(at)?.seq;
    let known = read.changes.as_ref().is_some_and(|(known, _)| *known == seq);
    (!known).then_some(Need::Changes(seq))
}

pub(super) fn act(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    if action != Action::Open {
        return None;
    }
    let at = model.panes.leaf(Pane::History).cursor;
    let entry = model.panes.history.as_ref()?.entries.get(at)?;
    let (seq, state, turns) = (entry.seq, entry.state, entry.undoes.is_some());
    match state {
        State::Done => {
            let ideas = model.focused().into_iter().collect();
            model.pending.push_back(Pending { ideas, ..Pending::default() });
            Some(vec![Effect::UndoChosen(seq)])
        }
        State::Undone | State::Dropped => {
            model.refuse(Say::new("refused-step-not-standing"));
            Some(Vec::new())
        }
        State::Turn => {
            let id = if turns { "refused-step-is-turn" } else { "refused-step-not-undoable" };
            model.refuse(Say::new(id));
            Some(Vec::new())
        }
    }
}
