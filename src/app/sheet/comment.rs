//! Writing a comment, or amending one.

use crate::domain::{
    AddComment, AmendComment, Arg, Command, CommentId, CommentKind, Detail, IdeaId, Say,
};

use super::part::{Body, Choose, Part};
use super::{Kind, Sheet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    idea: IdeaId,
    comment: Option<CommentId>,
}

impl Comment {
    pub(super) fn open(detail: &Detail, comment: Option<CommentId>) -> Sheet {
        let idea = detail.idea.id;
        let there = detail.comments.iter().find(|known| Some(known.id) == comment);
        let text = there.map_or("", |comment| comment.text.as_str());
        let kind = there.map(|comment| comment.kind).unwrap_or_default();
        let options: Vec<Choose> = CommentKind::ALL
            .iter()
            .map(|kind| {
                let known = Arg::Known(format!("comment-kind:{}", kind.key()).into());
                Choose::new(kind.key(), Say::new("known").with("what", known))
            })
            .collect();
        let at = CommentKind::ALL.iter().position(|known| *known == kind);
        let parts = vec![
            Part::prose("text", Say::new("comment-text"), text)
                .with_hint(Say::new("comment-text-hint")),
            Part::new(
                "kind",
                Say::new("comment-kind"),
                Body::Choice { options, at, advances: false },
            ),
            Part::buttons(Say::new("button-save")),
        ];
        let id = if there.is_some() { "sheet-comment-amend" } else { "sheet-comment" };
        let title = Say::new(id).with("idea", Arg::Idea(idea.0));
        let kind = Kind::Comment(Comment { idea, comment: there.map(|there| there.id) });
        Sheet::new(title, kind, parts)
    }

    pub(super) fn command(&self, sheet: &Sheet) -> Command {
        let kind = CommentKind::from_key(&sheet.text("kind")).unwrap_or_default();
        let text = sheet.text("text");
        match self.comment {
            Some(comment) => {
                let was = sheet.part("text").map(|part| part.was.clone()).unwrap_or_default();
                AmendComment { comment, was, text, kind }.into()
            }
            None => AddComment { idea: self.idea, kind, text }.into(),
        }
    }
}
