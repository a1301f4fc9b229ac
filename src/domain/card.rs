//! A card: what the board shows of an idea, and the one word of warning it may carry.

use jiff::civil::Date;

use super::records::{IdeaId, PersonId, StageId, UnitId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub id: IdeaId,
    pub rank: i64,
    pub title: String,
    pub unit: Option<UnitId>,
    pub stage_since: Date,
    pub next_due: Option<Date>,
    pub owner: Option<PersonId>,
    pub comments: i64,
    pub answer_due: Option<Date>,
    pub has_receiver: bool,
}

/// How a column is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    #[default]
    ByHand,
    /// Longest in the stage first.
    Age,
    /// Next step due first, those without a day last.
    Due,
}

impl Order {
    pub const ALL: [Order; 3] = [Order::ByHand, Order::Age, Order::Due];

    /// The name under which it is remembered.
    pub fn name(self) -> &'static str {
        match self {
            Order::ByHand => "by-hand",
            Order::Age => "age",
            Order::Due => "due",
        }
    }

    pub fn from_name(name: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// A stretch of a column, as read from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    pub cards: Vec<Card>,
    /// How many cards stand above the first one; none where they are too many to count at once.
    pub above: Option<usize>,
    /// How many cards the column has.
    pub total: usize,
}

/// Where in a column to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    Head,
    Foot,
    Around(IdeaId),
}

/// The most pressing thing to know of a card, said in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    AnswerMissing,
    Overdue,
    NoReceiver,
    Stale,
}

/// What a stage expects of the ideas in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expects {
    pub stage: StageId,
    /// After so many days in the stage an idea counts as stale.
    pub warn_days: Option<i64>,
    pub receiver: bool,
}

impl Card {
    /// Days in the stage; a clock that went back makes no negative age.
    pub fn age(&self, today: Date) -> i64 {
        i64::from(self.stage_since.until(today).map_or(0, |span| span.get_days()).max(0))
    }

    pub fn warning(&self, expects: Expects, today: Date) -> Option<Warning> {
        if self.answer_due.is_some_and(|due| due <= today) {
            Some(Warning::AnswerMissing)
        } else if self.next_due.is_some_and(|due| due < today) {
            Some(Warning::Overdue)
        } else if expects.receiver && !self.has_receiver {
            Some(Warning::NoReceiver)
        } else if expects.warn_days.is_some_and(|days| self.age(today) > days) {
            Some(Warning::Stale)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn card() -> Card {
        Card {
            id: IdeaId(1),
            rank: 0,
            title: "Kettle".into(),
            unit: None,
            stage_since: date(2026, 11, 1),
            next_due: None,
            owner: None,
            comments: 0,
            answer_due: None,
            has_receiver: false,
        }
    }

    #[test]
    fn a_card_carries_its_most_pressing_warning_alone() {
        let today = date(2026, 11, 23);
        let expects = Expects { stage: StageId(1), warn_days: Some(21), receiver: true };
        let mut card = card();
        card.has_receiver = true;
        assert_eq!(card.warning(expects, today), Some(Warning::Stale));
        card.has_receiver = false;
        assert_eq!(card.warning(expects, today), Some(Warning::NoReceiver));
        card.next_due = Some(date(2026, 11, 22));
        assert_eq!(card.warning(expects, today), Some(Warning::Overdue));
        card.answer_due = Some(today);
        assert_eq!(card.warning(expects, today), Some(Warning::AnswerMissing));
    }

    #[test]
    fn a_clock_that_went_back_makes_no_negative_age() {
        assert_eq!(card().age(date(2026, 10, 1)), 0);
    }
}
