//! The minutes of a workshop as it stands, at any second: what is told in them, and whether people
//! are named. Of a vote that is not revealed there is no more than how many have voted. How it is
//! worded is the affair of `text`, how it is written that of `export`.

mod pen;

use jiff::civil::Date;

use super::kinds::{Axis, DecisionKind, ItemState, WorkshopState};
use super::names::Names;
use super::records::{Idea, Stage, VoteCount};
use super::room::{Meeting, VoteView};
use super::say::Arg;
use super::value::Stamp;
use super::vote::Estimate;

use pen::Pen;

/// What may be chosen of minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// People are named.
    pub names: bool,
    /// They are not marked as working material.
    pub official: bool,
    /// Where a vote was held with names: who gave what. Only where people are named.
    pub voters: bool,
}

/// What minutes are made of.
#[derive(Clone, Debug)]
pub struct MeetingRead {
    pub meeting: Meeting,
    pub names: Names,
    pub stages: Vec<Stage>,
    /// Of revealed votes that were held with names: who gave what.
    pub ballots: Vec<VoteCount>,
    /// The ideas it was about that stand on the matrix.
    pub placed: Vec<Idea>,
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
    /// Where ideas stand on the matrix of benefit and effort.
    pub matrix: Vec<OnMatrix>,
    pub decisions: Vec<Ruled>,
    pub actions: Vec<Agreed>,
    pub parking: Vec<Parked>,
    /// The ideas whose givers are owed an answer.
    pub concerned: Vec<i64>,
    /// In how many places a name that the file knows was left out of what people typed.
    pub left_out: usize,
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
    /// Empty unless it is asked for.
    pub by_name: Vec<ByName>,
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

/// What somebody gave: options by their numbers, with points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByName {
    pub who: String,
    pub gave: Vec<(i64, i64)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnMatrix {
    pub idea: Named,
    pub benefit: i64,
    pub effort: i64,
}

/// An option's place, and how the room was spread over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub place: usize,
    pub is_tied: bool,
    pub number: i64,
    /// It is a criterion of an idea; its number is nobody's.
    pub is_criterion: bool,
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
        let MeetingRead { meeting, names, stages, ballots, placed } = read;
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
        let mut minutes = Minutes {
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
            votes: votes
                .map(|(view, result)| {
                    pen.vote(view, result.as_ref(), by_name(view, ballots, choices))
                })
                .collect(),
            matrix: placed.iter().filter_map(|idea| on_matrix(&pen, idea)).collect(),
            decisions: meeting.decisions.iter().map(|it| pen.decision(it, names, stages)).collect(),
            actions: actions.collect(),
            parking: parking.collect(),
            concerned: meeting.concerned.iter().map(|idea| idea.0).collect(),
            left_out: 0,
        };
        minutes.left_out = pen.left_out();
        minutes
    }
}

fn on_matrix(pen: &Pen, idea: &Idea) -> Option<OnMatrix> {
    let (benefit, effort) = (idea.benefit_score?, idea.effort_score?);
    Some(OnMatrix { idea: pen.idea(idea), benefit, effort })
}

/// Who gave what, where both people and voters are to be named.
fn by_name(view: &VoteView, ballots: &[VoteCount], choices: Choices) -> Vec<ByName> {
    let mut told: Vec<ByName> = Vec::new();
    if !choices.names || !choices.voters {
        return told;
    }
    for count in ballots.iter().filter(|it| it.vote == view.vote.id && !it.voter.is_empty()) {
        let number = view.options.iter().find(|it| it.option.id == count.option);
        let Some(number) = number.map(|it| it.option.number) else { continue };
        match told.iter_mut().find(|it| it.who == count.voter) {
            Some(known) => known.gave.push((number, count.points)),
            None => {
                told.push(ByName { who: count.voter.clone(), gave: vec![(number, count.points)] })
            }
        }
    }
    told.sort_by(|one, other| one.who.cmp(&other.who));
    told.iter_mut().for_each(|it| it.gave.sort_unstable());
    told
}
