//! What finding answers: where an idea's texts were hit, what the board's filter lets through, the
//! rows of the list. Who finds them is not here.

use jiff::civil::Date;

use super::kinds::{Outcome, Status};
use super::needles::Excerpt;
use super::records::{CommentId, IdeaId, PersonId, StageId, UnitId};
use super::value::Stamp;

/// A text of an idea with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub spot: Spot,
    pub excerpt: Excerpt,
}

/// A text of an idea.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    Title,
    /// A field by its key.
    Field(&'static str),
    Comment {
        id: CommentId,
        author: Option<PersonId>,
    },
    /// A text of something that belongs to the idea: tags, tests, decisions, links.
    Beside(&'static str),
}

/// What a filter lets through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filtered {
    /// Every stage of the sluice, in order, with its ideas in the column's order.
    pub columns: Vec<(StageId, Vec<IdeaId>)>,
    /// How many that is.
    pub total: usize,
    /// How many more there are that no column shows: paused and closed ones.
    pub off_board: usize,
}

impl Filtered {
    pub fn column(&self, stage: StageId) -> &[IdeaId] {
        let column = self.columns.iter().find(|(known, _)| *known == stage);
        column.map_or(&[], |(_, ideas)| ideas)
    }
}

/// A column that the list can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListColumn {
    Number,
    Title,
    Stage,
    Status,
    Unit,
    Owner,
    Age,
    Due,
    Comments,
    Benefit,
    Effort,
    Created,
    Changed,
}

impl ListColumn {
    pub const ALL: [ListColumn; 13] = [
        ListColumn::Number,
        ListColumn::Title,
        ListColumn::Stage,
        ListColumn::Status,
        ListColumn::Unit,
        ListColumn::Owner,
        ListColumn::Age,
        ListColumn::Due,
        ListColumn::Comments,
        ListColumn::Benefit,
        ListColumn::Effort,
        ListColumn::Created,
        ListColumn::Changed,
    ];
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    pub id: IdeaId,
    pub title: String,
    pub stage: StageId,
    pub status: Status,
    pub outcome: Option<Outcome>,
    pub unit: Option<UnitId>,
    pub owner: Option<PersonId>,
    pub stage_since: Date,
    pub next_due: Option<Date>,
    pub comments: i64,
    pub benefit_score: Option<i64>,
    pub effort_score: Option<i64>,
    pub created: Stamp,
    pub changed: Option<Stamp>,
}

impl ListRow {
    /// Days in the stage; a clock that went back makes no negative age.
    pub fn age(&self, today: Date) -> i64 {
        i64::from(self.stage_since.until(today).map_or(0, |span| span.get_days()).max(0))
    }
}
