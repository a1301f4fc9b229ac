//! What people said about an idea, the oldest first.

use crate::app::model::{Model, Pending};
use crate::app::msg::Effect;
use crate::app::opening::Opening;
use crate::domain::{Comment, CommentId, RemoveComment};
use crate::input::Action;
use crate::text::ink::{Ink, Row};
use crate::text::{dates, markdown};

use super::page::{GUTTER, Page};
use super::{Pane, PaneRead, Space};

pub(super) fn lay(model: &Model, read: &PaneRead, space: Space) -> Page {
    let mut page = Page::default();
    let cells = space.width.saturating_sub(GUTTER);
    let Some(detail) = &read.detail else { return page };
    if detail.comments.is_empty() {
        page.say(&model.words.get("pane-no-comments"), Ink::Muted, usize::from(cells));
    }
    for comment in &detail.comments {
        page.gap();
        let mut rows = vec![heading(model, read, comment)];
        rows.extend(markdown::rows(&comment.text, cells));
        page.item(rows);
    }
    page
}

/// What kind of comment, who wrote it, when, and whether it was amended.
fn heading(model: &Model, read: &PaneRead, comment: &Comment) -> Row {
    let moment = |at| dates::moment(at, &model.zone, model.today, model.language());
    let kind = format!("comment-kind:{}", comment.kind.key());
    let kind = crate::domain::known(&kind, model.language()).unwrap_or_default();
    let mut row = Row::of(kind, Ink::Strong);
    let author = comment.author.and_then(|author| read.people.get(&author));
    if let Some(author) = author {
        row.push(format!(" · {author}"), Ink::Muted);
    }
    row.push(format!(" · {}", moment(comment.at)), Ink::Muted);
    if let Some(edited) = comment.edited {
        let edited = model.words.with("pane-edited", &[("time", moment(edited).into())]);
        row.push(format!(" · {edited}"), Ink::Muted);
    }
    row
}

pub(super) fn act(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    let idea = model.focused()?;
    match action {
        Action::Open | Action::Edit => {
            model.opening = Some(Opening::Comment(idea, focused(model)));
            Some(Vec::new())
        }
        Action::Remove => {
            let comment = focused(model)?;
            model.pending.push_back(Pending { ideas: vec![idea], ..Pending::default() });
            Some(vec![Effect::commit(RemoveComment { comment })])
        }
        _ => None,
    }
}

fn focused(model: &Model) -> Option<CommentId> {
    let at = model.panes.leaf(Pane::Comments).cursor;
    model.panes.detail()?.comments.get(at).map(|comment| comment.id)
}
