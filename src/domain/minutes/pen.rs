//! How minutes are written from what was read: names are left out of every text where they are not
//! asked for, and of what is protected no more is told than its number.

use std::cell::Cell;

use crate::domain::erasure::Wanted;
use crate::domain::kinds::{Sensitivity, VoteForm};
use crate::domain::names::{Names, SOMEBODY};
use crate::domain::record::Kind;
use crate::domain::records::{Idea, PersonId, Stage};
use crate::domain::room::{Decided, OptionView, VoteResult, VoteView};
use crate::domain::vote::{Estimate, Standing};

use super::{ByName, Choices, MeetingRead, Named, Outcome, Placed, Ruled, Voted};

/// Writes texts as they may be told.
pub(super) struct Pen {
    /// What is left out of every text.
    wanted: Option<Wanted>,
    /// In how many places something was left out.
    left_out: Cell<usize>,
}

impl Pen {
    pub(super) fn of(read: &MeetingRead, choices: Choices) -> Pen {
        if choices.names {
            return Pen { wanted: None, left_out: Cell::new(0) };
        }
        let people = read.names.people.iter();
        let room = &read.meeting.room;
        let attendance = room.attendance.iter().map(|it| it.text.as_str());
        // Where a role is asked for, people write names.
        let actions = room.actions.iter().map(|it| it.role.as_str());
        let parking = room.parking.iter().map(|it| it.owner.as_str());
        let decisions = read.meeting.decisions.iter().flat_map(|it| {
            let Decided { decision, idea, text } = it;
            let receiver = idea.receiver.as_deref().unwrap_or_default();
            [&*decision.role, &*decision.target, &*text.next_role, receiver]
        });
        let named = people.clone().map(|it| it.name.as_str());
        let named = named.chain(attendance).chain(actions).chain(parking).chain(decisions);
        let contacts = people.filter_map(|it| it.contact.as_deref());
        let wanted = Some(Wanted::of(named.filter_map(own_name), contacts));
        Pen { wanted, left_out: Cell::new(0) }
    }

    /// In how many places something was left out so far.
    pub(super) fn left_out(&self) -> usize {
        self.left_out.get()
    }

    pub(super) fn text(&self, text: &str) -> String {
        let Some(wanted) = &self.wanted else { return text.to_owned() };
        let (mut told, mut at) = (String::with_capacity(text.len()), 0);
        for trace in wanted.traces(text).into_iter().filter(|trace| !trace.is_part) {
            told.push_str(text.get(at..trace.range.start).unwrap_or_default());
            told.push_str(SOMEBODY);
            self.left_out.set(self.left_out.get() + 1);
            at = trace.range.end;
        }
        told.push_str(text.get(at..).unwrap_or_default());
        told
    }

    pub(super) fn idea(&self, idea: &Idea) -> Named {
        let is_protected = idea.sensitivity == Sensitivity::Protected;
        Named { number: idea.id.0, title: (!is_protected).then(|| self.text(&idea.title)) }
    }

    pub(super) fn vote(
        &self,
        view: &VoteView,
        result: Option<&VoteResult>,
        by_name: Vec<ByName>,
    ) -> Voted {
        let outcome = match result {
            Some(result) => {
                let placed = result.standings.iter().map(|it| self.placed(view, result, it));
                Outcome::Shown(placed.collect())
            }
            None if view.vote.state == crate::domain::kinds::VoteState::Closed => Outcome::Dropped,
            None => Outcome::Secret,
        };
        let voted = result.map_or(view.turnout.voted, |it| it.voters.max(view.turnout.voted));
        Voted {
            criterion: self.text(&view.vote.criterion),
            axis: view.vote.axis,
            voted,
            of: view.turnout.of.or(view.vote.expected),
            budget: view.vote.budget,
            is_second: view.vote.earlier.is_some(),
            by_name,
            outcome,
        }
    }

    fn placed(&self, view: &VoteView, result: &VoteResult, standing: &Standing) -> Placed {
        let option = view.options.iter().find(|it| it.option.id == standing.option);
        let shown = |it: &&OptionView| !it.is_protected;
        let levels = view.vote.form == VoteForm::Scale && view.vote.low >= 0;
        let shift = result.shifts.iter().find(|it| it.option == standing.option);
        Placed {
            place: standing.place,
            is_tied: standing.is_tied,
            number: standing.number,
            is_criterion: view.scored().is_some(),
            title: option.filter(shown).map(|it| self.text(&it.title)),
            voters: standing.voters,
            points: (!levels).then_some(standing.sum),
            for_against: (view.vote.low < 0).then_some((standing.plus, standing.minus)),
            estimate: if levels { Estimate::of(&standing.histogram) } else { None },
            histogram: standing.histogram.clone(),
            divided: standing.divided,
            moved: shift.map(|it| it.places),
        }
    }

    pub(super) fn decision(&self, decided: &Decided, names: &Names, stages: &[Stage]) -> Ruled {
        let Decided { decision, idea, text } = decided;
        let idea_told = self.idea(idea);
        // Of what is protected, that it was decided on is told, and no more.
        let told = |text: &str| match idea_told.title {
            Some(_) => self.text(text),
            None => String::new(),
        };
        let person = |id: Option<PersonId>| id.and_then(|id| names.name(Kind::Person, id.0));
        let receiver = match decision.target.trim() {
            "" => idea.receiver.as_deref().unwrap_or_default(),
            target => target,
        };
        Ruled {
            kind: decision.kind,
            at: decision.at,
            stage: stages.iter().find(|it| it.id == decision.stage).map(Stage::label),
            role: self.text(&decision.role),
            reason: told(&decision.reason),
            conditions: told(&decision.conditions),
            learning: told(&decision.learning),
            until: decision.until,
            event: told(&decision.event),
            receiver: told(receiver),
            owner: told(person(idea.owner).unwrap_or_default()),
            next_step: told(&text.next_step),
            next_role: told(&text.next_role),
            next_due: idea.next_due,
            idea: idea_told,
        }
    }
}

/// The name that a text begins with: two words or more that each have a capital. What has none is
/// a role, and roles are told.
fn own_name(text: &str) -> Option<&str> {
    let name = text.split([',', '(', ';', '/']).next()?.trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let has_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let is_first_and_last = words.first().is_some_and(has_capital)
        && words.last().is_some_and(has_capital)
        && words.len() > 1;
    is_first_and_last.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_no_name() {
        assert_eq!(own_name("Enhetschef, hemtjänst söder"), None);
        assert_eq!(own_name("Biträdande rektor"), None);
        assert_eq!(own_name("Rektor"), None);
        assert_eq!(own_name("Åsa von Ek, rektor"), Some("Åsa von Ek"));
        assert_eq!(own_name("Anna-Karin Ek"), Some("Anna-Karin Ek"));
    }

    #[test]
    fn names_go_out_of_the_middle_of_texts_and_roles_stay() {
        let wanted = Some(Wanted::of(["Åsa Ek"], ["asa@kommun.test"]));
        let pen = Pen { wanted, left_out: Cell::new(0) };
        let told = pen.text("Rektor ringer Åsa Eks chef, asa@kommun.test, i dag");
        assert_eq!(told, "Rektor ringer ••• chef, •••, i dag");
        assert_eq!(pen.text("Ek och ask"), "Ek och ask");
    }
}
