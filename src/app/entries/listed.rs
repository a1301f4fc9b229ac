//! What can be listed, what each list is called, and what can be said of it.

use crate::app::model::Model;
use crate::domain::{Arg, IdeaId, List, Say, StageId, WorkshopId};

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    Sluices,
    /// Of the sluice on the screen.
    Stages,
    /// Asked at the gate out of a stage.
    Questions(StageId),
    List(List),
    /// The trials of an idea.
    Tests(IdeaId),
    Workshops,
    /// What was said and agreed at a workshop; at the one that is meant where none is named.
    Matter(Matter, Option<WorkshopId>),
}

/// What comes of a workshop beside ideas and decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    Parking,
    Action,
    Attendance,
}

impl Matter {
    pub const ALL: [Matter; 3] = [Matter::Parking, Matter::Action, Matter::Attendance];

    /// Its name in those of drafts.
    pub fn key(self) -> &'static str {
        match self {
            Matter::Parking => "parking",
            Matter::Action => "action",
            Matter::Attendance => "attendance",
        }
    }

    pub fn from_key(key: &str) -> Option<Matter> {
        Matter::ALL.into_iter().find(|matter| matter.key() == key)
    }
}

impl Listed {
    pub fn title(self, model: &Model) -> Say {
        match self {
            Listed::Sluices => Say::new("entries-sluices"),
            Listed::Stages => Say::new("entries-stages"),
            Listed::Questions(stage) => {
                let stage = model.frame.all.iter().find(|known| known.id == stage);
                let label = stage.map_or("".into(), crate::domain::Stage::label);
                Say::new("entries-questions").with("stage", label)
            }
            Listed::List(list) => Say::new(list.title()),
            Listed::Tests(idea) => Say::new("entries-tests").with("idea", Arg::Idea(idea.0)),
            Listed::Workshops => Say::new("entries-workshops"),
            Listed::Matter(matter, _) => {
                let read = model.meeting.as_ref().and_then(|it| it.read.as_ref());
                let title = read.map_or("", |it| it.meeting.room.workshop.title.as_str());
                Say::new(match (matter, title.is_empty()) {
                    (Matter::Parking, true) => "entries-parking",
                    (Matter::Parking, false) => "entries-parking-of",
                    (Matter::Action, true) => "entries-actions",
                    (Matter::Action, false) => "entries-actions-of",
                    (Matter::Attendance, true) => "entries-attendance",
                    (Matter::Attendance, false) => "entries-attendance-of",
                })
                .with("workshop", title)
            }
        }
    }

    /// What can be said of the list as a whole.
    pub fn hint(self) -> &'static str {
        match self {
            Listed::Sluices => "entries-hint-sluices",
            Listed::Stages => "entries-hint-stages",
            Listed::Questions(_) => "entries-hint-questions",
            Listed::List(List::Units | List::Tags | List::Challenges) => "entries-hint-merge",
            Listed::List(List::Targets) => "entries-hint-contact",
            Listed::List(List::People) => "entries-hint-people",
            Listed::Tests(_) => "entries-hint-tests",
            Listed::Workshops => "entries-hint-workshops",
            Listed::Matter(Matter::Parking, _) => "entries-hint-parking",
            Listed::Matter(Matter::Action, _) => "entries-hint-actions",
            Listed::Matter(Matter::Attendance, _) => "entries-hint-attendance",
        }
    }

    /// Its name in those of drafts.
    pub fn key(self) -> String {
        match self {
            Listed::Sluices => "sluices".into(),
            Listed::Stages => "stages".into(),
            Listed::Questions(stage) => format!("questions-{}", stage.0),
            Listed::List(list) => list.title().into(),
            Listed::Tests(idea) => format!("tests-{}", idea.0),
            Listed::Workshops => "workshops".into(),
            Listed::Matter(matter, _) => matter.key().into(),
        }
    }

    /// Its rows stand in an order of their own.
    pub fn is_ordered(self) -> bool {
        !matches!(self, Listed::List(_) | Listed::Tests(_) | Listed::Matter(..) | Listed::Workshops)
    }

    /// Questions are sentences.
    pub fn row_height(self) -> u16 {
        match self {
            Listed::Questions(_) => 2,
            Listed::Sluices
            | Listed::Stages
            | Listed::List(_)
            | Listed::Tests(_)
            | Listed::Workshops
            | Listed::Matter(..) => 1,
        }
    }
}
