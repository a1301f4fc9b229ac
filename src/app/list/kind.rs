//! The lists that there are, what each is called, and what stands where it is empty.

use crate::app::listing::ColumnShape;
use crate::domain::{Shelf, WorkshopId};

use super::{answers, backups, drafts, erasures, findings, history, shelf, todo};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListKind {
    Todo,
    Shelf(Shelf),
    History,
    Drafts,
    Findings,
    Backups,
    Erasures,
    /// After a workshop: the one that is meant where none is named.
    Answers(Option<WorkshopId>),
}

impl ListKind {
    pub const ALL: [ListKind; 10] = [
        ListKind::Todo,
        ListKind::Shelf(Shelf::Paused),
        ListKind::Shelf(Shelf::Closed),
        ListKind::Shelf(Shelf::Removed),
        ListKind::History,
        ListKind::Drafts,
        ListKind::Findings,
        ListKind::Backups,
        ListKind::Erasures,
        ListKind::Answers(None),
    ];

    /// The message that names it.
    pub fn title(self) -> &'static str {
        match self {
            ListKind::Todo => "list-todo",
            ListKind::Shelf(Shelf::Paused) => "list-paused",
            ListKind::Shelf(Shelf::Closed) => "list-closed",
            ListKind::Shelf(Shelf::Removed) => "list-removed",
            ListKind::History => "list-history",
            ListKind::Drafts => "list-drafts",
            ListKind::Findings => "list-findings",
            ListKind::Backups => "list-backups",
            ListKind::Erasures => "list-erasures",
            ListKind::Answers(_) => "list-answers",
        }
    }

    /// What stands where there is nothing: what belongs here, and what to do next.
    pub fn empty(self) -> &'static str {
        match self {
            ListKind::Todo => "list-todo-empty",
            ListKind::Shelf(Shelf::Paused) => "list-paused-empty",
            ListKind::Shelf(Shelf::Closed) => "list-closed-empty",
            ListKind::Shelf(Shelf::Removed) => "list-removed-empty",
            ListKind::History => "list-history-empty",
            ListKind::Drafts => "list-drafts-empty",
            ListKind::Findings => "list-findings-empty",
            ListKind::Backups => "list-backups-empty",
            ListKind::Erasures => "list-erasures-empty",
            ListKind::Answers(_) => "list-answers-empty",
        }
    }

    pub(super) fn columns(self) -> &'static [ColumnShape] {
        match self {
            ListKind::Todo => todo::COLUMNS,
            ListKind::Shelf(_) => shelf::COLUMNS,
            ListKind::History => history::COLUMNS,
            ListKind::Drafts => drafts::COLUMNS,
            ListKind::Findings => findings::COLUMNS,
            ListKind::Backups => backups::COLUMNS,
            ListKind::Erasures => erasures::COLUMNS,
            ListKind::Answers(_) => answers::COLUMNS,
        }
    }
}
