//! The minutes of a workshop as it stands, at any second: what is told in them, and whether people
//! are named. Of a vote that is not revealed there is no more than how many have voted. How it is
//! worded is the affair of `text`, how it is written that of `export`.

use jiff::civil::Date;

use super::erasure::Wanted;
use super::kinds::{Axis, DecisionKind, ItemState, Sensitivity, VoteForm, WorkshopState};
use super::names::{Names, SOMEBODY};
use super::record::Kind;
use super::records::{Idea, PersonId, Stage};
use super::room::{Decided, Meeting, OptionView, VoteResult, VoteView};
use super::say::Arg;
use super::value::Stamp;
use super::vote::{Estimate, Standing};

/// What may be chosen of minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// People are named.
    pub names: bool,
    /// They are not marked as working material.
    pub official: bool,
}

/// What minutes are made of.
#[derive(Clone, Debug)]
pub struct MeetingRead {
    pub meeting: Meeting,
    pub names: Names,
    pub stages: Vec<Stage>,
}

/// An idea that a workshop was about, with the day by which its giver is owed an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    pub idea: Idea,
    /// None where nothing is owed.
    pub due: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    pub choices: Choices,
    pub title: String,
    pub question: String,
    pub place: String,
    pub day: Option<Date>,
    pub state: WorkshopState,
    pub from: Option<Stamp>,
    pub to: Option<Stamp>,
    pub present: Present,
    pub interests: Vec<Interest>,
    pub agenda: Vec<Held>,
    pub ideas: Vec<Named>,
    pub groups: Vec<(String, Vec<Named>)>,
    pub votes: Vec<Voted>,
    pub decisions: Vec<Ruled>,
    pub actions: Vec<Agreed>,
    pub parking: Vec<Parked>,
    /// The ideas whose givers are owed an answer.
    pub concerned: Vec<i64>,
}

/// Who was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Present {
    Names(Vec<String>),
    Number(usize),
    /// Nobody was noted: how many were expected, where that is known.
    Expected(Option<i64>),
}

/// Somebody has an interest of their own in an idea.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interest {
    pub idea: i64,
    /// None where people are not named.
    pub who: Option<String>,
}

/// An item of the run sheet, with when it was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub title: String,
    pub minutes: i64,
    pub state: ItemState,
    pub started: Option<Stamp>,
    pub ended: Option<Stamp>,
}

/// An idea, with its title where it is not protected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub number: i64,
    pub title: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voted {
    pub criterion: String,
    pub axis: Option<Axis>,
    pub voted: i64,
    pub of: Option<i64>,
    pub budget: Option<i64>,
    pub is_second: bool,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is not revealed: nothing is told.
    Secret,
    /// It was dropped, and never will be revealed.
    Dropped,
    Shown(Vec<Placed>),
}

/// An option's place, and how the room was spread over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub place: usize,
    pub is_tied: bool,
    pub number: i64,
    /// None where it is protected.
    pub title: Option<String>,
    pub voters: i64,
    /// Points laid on it; none on a scale of levels, where the estimate tells.
    pub points: Option<i64>,
    /// For and against, where both could be given.
    pub for_against: Option<(i64, i64)>,
    pub estimate: Option<Estimate>,
    /// Points and how many gave them, the fewest points first.
    pub histogram: Vec<(i64, i64)>,
    /// 0 where all are of one mind, 1000 where half stand against half.
    pub divided: i64,
    /// Places up since the round before.
    pub moved: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    pub idea: Named,
    pub kind: DecisionKind,
    pub at: Stamp,
    /// The stage at whose gate it was taken.
    pub stage: Option<Arg>,
    pub role: String,
    pub reason: String,
    pub conditions: String,
    pub learning: String,
    pub until: Option<Date>,
    pub event: String,
    /// Where the idea goes.
    pub receiver: String,
    pub owner: String,
    pub next_step: String,
    pub next_role: String,
    pub next_due: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    pub text: String,
    pub idea: Option<i64>,
    pub role: String,
    pub due: Option<Date>,
    pub is_done: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parked {
    pub text: String,
    pub owner: String,
    pub is_done: bool,
}

impl Minutes {
    pub fn of(read: &MeetingRead, choices: Choices) -> Minutes {
        let MeetingRead { meeting, names, stages } = read;
        let room = &meeting.room;
        let pen = Pen::of(read, choices);
        let attendance = || room.attendance.iter().filter(|one| one.idea.is_none());
        let present = match attendance().count() {
            0 => Present::Expected(room.workshop.people),
            _ if choices.names => Present::Names(attendance().map(|it| it.text.clone()).collect()),
            n => Present::Number(n),
        };
        let interests = room.attendance.iter().filter_map(|one| {
            let who = choices.names.then(|| one.text.clone());
            one.idea.map(|idea| Interest { idea: idea.0, who })
        });
        let agenda = room.items.iter().map(|item| Held {
            title: pen.text(&item.title),
            minutes: item.minutes,
            state: item.state,
            started: item.started,
            ended: item.ended,
        });
        let groups = room.groups.iter().map(|group| {
            let ideas = group.ideas.iter().map(|idea| pen.idea(idea)).collect();
            (pen.text(&group.cluster.name), ideas)
        });
        let votes = room.votes.iter().zip(&meeting.results);
        let actions = room.actions.iter().map(|it| Agreed {
            text: pen.text(&it.text),
            idea: it.idea.map(|idea| idea.0),
            role: pen.text(&it.role),
            due: it.due,
            is_done: it.done.is_some(),
        });
        let parking = room.parking.iter().map(|it| Parked {
            text: pen.text(&it.text),
            owner: pen.text(&it.owner),
            is_done: it.done.is_some(),
        });
        Minutes {
            choices,
            title: pen.text(&room.workshop.title),
            question: pen.text(&room.workshop.question),
            place: pen.text(&room.workshop.place),
            day: room.workshop.day,
            state: room.workshop.state,
            from: meeting.from,
            to: meeting.to,
            present,
            interests: interests.collect(),
            agenda: agenda.collect(),
            ideas: meeting.new_ideas.iter().map(|idea| pen.idea(idea)).collect(),
            groups: groups.collect(),
            votes: votes.map(|(view, result)| pen.vote(view, result.as_ref())).collect(),
            decisions: meeting.decisions.iter().map(|it| pen.decision(it, names, stages)).collect(),
            actions: actions.collect(),
            parking: parking.collect(),
            concerned: meeting.concerned.iter().map(|idea| idea.0).collect(),
        }
    }
}

/// Writes texts as they may be told.
struct Pen {
    /// What is left out of every text.
    wanted: Option<Wanted>,
}

impl Pen {
    fn of(read: &MeetingRead, choices: Choices) -> Pen {
        if choices.names {
            return Pen { wanted: None };
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
        Pen { wanted: Some(Wanted::of(named.filter_map(own_name), contacts)) }
    }

    fn text(&self, text: &str) -> String {
        let Some(wanted) = &self.wanted else { return text.to_owned() };
        let (mut told, mut at) = (String::with_capacity(text.len()), 0);
        for trace in wanted.traces(text).into_iter().filter(|trace| !trace.is_part) {
            told.push_str(text.get(at..trace.range.start).unwrap_or_default());
            told.push_str(SOMEBODY);
            at = trace.range.end;
        }
        told.push_str(text.get(at..).unwrap_or_default());
        told
    }

    fn idea(&self, idea: &Idea) -> Named {
        let is_protected = idea.sensitivity == Sensitivity::Protected;
        Named { number: idea.id.0, title: (!is_protected).then(|| self.text(&idea.title)) }
    }

    fn vote(&self, view: &VoteView, result: Option<&VoteResult>) -> Voted {
        let outcome = match result {
            Some(result) => {
                let placed = result.standings.iter().map(|it| self.placed(view, result, it));
                Outcome::Shown(placed.collect())
            }
            None if view.vote.state == super::kinds::VoteState::Closed => Outcome::Dropped,
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

    fn decision(&self, decided: &Decided, names: &Names, stages: &[Stage]) -> Ruled {
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
        let pen = Pen { wanted: Some(Wanted::of(["Åsa Ek"], ["asa@kommun.test"])) };
        let told = pen.text("Rektor ringer Åsa Eks chef, asa@kommun.test, i dag");
        assert_eq!(told, "Rektor ringer ••• chef, •••, i dag");
        assert_eq!(pen.text("Ek och ask"), "Ek och ask");
    }
}
