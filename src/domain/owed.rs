//! What an idea giver is owed: a receipt, a first answer, and word of what was decided. Being past
//! gates that nobody opened is no decision, and adds nothing to it.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::kinds::{DecisionKind, Source};
use super::records::{Decision, DecisionId, Feedback, Idea};
use super::reference::Reference;
use super::refusal::No;
use super::there::There;
use super::value::{Cell, Stamp};
use super::when::{Holidays, add_working_days};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Debt {
    pub(super) what: Owed,
    /// The day from which it is missing.
    pub(super) due: Date,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Owed {
    Receipt,
    FirstAnswer,
    Decision(DecisionId),
}

/// What happened to an idea that its giver may be told about.
pub(super) struct Story {
    pub(super) own: Vec<Decision>,
    /// The mergings of other ideas into this one, which its giver hears of too.
    pub(super) joined: Vec<Decision>,
    pub(super) answers: Vec<Feedback>,
}

impl Story {
    pub(super) fn of(there: &dyn There, idea: &Idea) -> Result<Story, No> {
        let merged: Vec<Idea> = there.those("merged_into", idea.id.to_value())?;
        let mut joined = Vec::new();
        for other in merged {
            let decisions: Vec<Decision> = there.those("idea", other.id.to_value())?;
            let merging = decisions.into_iter().filter(|one| one.kind == DecisionKind::Merge);
            joined.extend(merging.max_by_key(|one| (one.at, one.id)));
        }
        let mut own: Vec<Decision> = there.those("idea", idea.id.to_value())?;
        own.retain(|one| {
            // A merging that was taken back is as if it had not been decided.
            let stands = one.kind != DecisionKind::Merge || idea.merged_into.is_some();
            !one.skipped && stands
        });
        own.sort_by_key(|one| (one.at, one.id));
        joined.sort_by_key(|one| (one.at, one.id));
        Ok(Story { own, joined, answers: there.those("idea", idea.id.to_value())? })
    }

    /// What is still owed. Of the idea's own decisions the newest counts.
    pub(super) fn debts(&self, idea: &Idea) -> Vec<Debt> {
        let times = &Reference::get().sluice.response_times;
        let within = |from: Stamp, days| add_working_days(day(from), days, Holidays::None);
        let mut debts = Vec::new();
        match self.own.last() {
            // Whoever withdraws an idea knows it.
            Some(newest) if newest.kind == DecisionKind::Withdraw || self.is_told(newest) => {}
            Some(newest) => debts.push(Debt {
                what: Owed::Decision(newest.id),
                due: within(newest.at, times.feedback_working_days),
            }),
            None => debts.extend(match (self.answers.len(), idea.source) {
                // Those who were in the room when it was written down need no receipt.
                (0, Source::Workshop) | (1, _) => Some(Debt {
                    what: Owed::FirstAnswer,
                    due: within(idea.created, times.first_answer_working_days),
                }),
                (0, _) => Some(Debt {
                    what: Owed::Receipt,
                    due: within(idea.created, times.receipt_working_days),
                }),
                _ => None,
            }),
        }
        debts.extend(self.joined.iter().filter(|joined| !self.is_told(joined)).map(|joined| {
            Debt {
                what: Owed::Decision(joined.id),
                due: within(joined.at, times.feedback_working_days),
            }
        }));
        debts
    }

    fn is_told(&self, decision: &Decision) -> bool {
        self.answers.iter().any(|answer| match answer.decision {
            Some(told) => told == decision.id,
            None => answer.at >= decision.at,
        })
    }
}

/// The day of a stamp, in universal time so that it is the same wherever the file is read.
pub(super) fn day(stamp: Stamp) -> Date {
    jiff::Timestamp::from_millisecond(stamp.0)
        .map_or(Date::MIN, |moment| TimeZone::UTC.to_datetime(moment).date())
}
