//! A vote is set up: what is voted on, by which rules, and as which round. What happens to its
//! ballots is `ballots`.

use crate::domain::kinds::{Axis, Sensitivity, VoteState};
use crate::domain::record::Kind;
use crate::domain::records::{
    AgendaItem, AgendaItemId, Cluster, ClusterId, Idea, IdeaId, Vote, VoteId, VoteOption,
    VoteOptionId, WorkshopId,
};
use crate::domain::refusal::No;
use crate::domain::say::{Arg, Say};
use crate::domain::step::Step;
use crate::domain::there::There;
use crate::domain::value::Cell;
use crate::domain::vote::{Preset, Settings};

use super::words::line;
use super::workshops::announced;
use super::{Fresh, Plan};

const FEWEST_OPTIONS: usize = 1;
const MOST_OPTIONS: usize = 99;

/// Something that is voted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionOf {
    Idea(IdeaId),
    Cluster(ClusterId),
    Text(String),
    /// An idea on one criterion, at its gate.
    Criterion(IdeaId, String),
}

/// Ideas alone keep the numbers that they have on the board; with groups or texts among them, all
/// are numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUpVote {
    pub workshop: Option<WorkshopId>,
    /// The item at which it is held.
    pub item: Option<AgendaItemId>,
    pub criterion: String,
    pub settings: Settings,
    pub options: Vec<OptionOf>,
    pub expected: Option<i64>,
}

/// Benefit and effort of the same options: two votes, the second of which names the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUpEstimates {
    pub workshop: Option<WorkshopId>,
    pub item: Option<AgendaItemId>,
    pub options: Vec<OptionOf>,
    pub expected: Option<i64>,
}

/// Once it is open, only how many are expected can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendVote {
    pub vote: VoteId,
    pub criterion: String,
    pub settings: Settings,
    pub expected: Option<i64>,
}

/// One that was opened is dropped instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveVote {
    pub vote: VoteId,
}

/// The same options once more, or some of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondRound {
    pub vote: VoteId,
    pub item: Option<AgendaItemId>,
    /// All of them where none is said.
    pub only: Vec<VoteOptionId>,
}

impl Plan for SetUpVote {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(Say::new("step-vote-set-up"));
        let vote = set_up(
            Frame {
                workshop: self.workshop,
                criterion: criterion(&self.criterion)?,
                settings: self.settings,
                expected: self.expected,
                axis: None,
                pair: None,
                earlier: None,
            },
            there,
            fresh,
        )?;
        step.create(&vote);
        put_options(&vote, &self.options, &mut step, there, fresh)?;
        hold_at(self.item, &vote, &mut step, there)?;
        Ok(step)
    }
}

impl Plan for SetUpEstimates {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let mut step = Step::new(Say::new("step-estimates-set-up"));
        let mut benefit = None;
        for axis in [Axis::Benefit, Axis::Effort] {
            let vote = set_up(
                Frame {
                    workshop: self.workshop,
                    criterion: String::new(),
                    settings: Preset::Estimate.settings(self.options.len()),
                    expected: self.expected,
                    axis: Some(axis),
                    pair: benefit,
                    earlier: None,
                },
                there,
                fresh,
            )?;
            step.create(&vote);
            put_options(&vote, &self.options, &mut step, there, fresh)?;
            if benefit.is_none() {
                hold_at(self.item, &vote, &mut step, there)?;
            }
            benefit = Some(vote.id);
        }
        Ok(step)
    }
}

impl Plan for AmendVote {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Vote = there.get(self.vote.0)?;
        let mut after = before.clone();
        match before.state {
            VoteState::SetUp => {
                self.settings.check().map_err(No::refuse)?;
                after.criterion = match before.axis {
                    Some(_) => line(&self.criterion),
                    None => criterion(&self.criterion)?,
                };
                put_settings(&mut after, &self.settings);
            }
            VoteState::Open => {
                let same = Settings::of(&before) == self.settings
                    && line(&self.criterion) == before.criterion;
                if !same {
                    return Err(No::refuse(Say::new("refused-vote-frozen")));
                }
            }
            VoteState::Counted | VoteState::Revealed | VoteState::Closed => {
                return Err(No::refuse(Say::new("refused-vote-frozen")));
            }
        }
        after.expected = expected(self.expected)?;
        let mut step = Step::new(Say::new("step-vote-amend"));
        step.update(&before, &after);
        Ok(step)
    }
}

impl Plan for RemoveVote {
    fn plan(&self, there: &dyn There, _: &mut Fresh<'_>) -> Result<Step, No> {
        let vote: Vote = there.get(self.vote.0)?;
        if vote.state != VoteState::SetUp {
            return Err(No::refuse(Say::new("refused-vote-opened")));
        }
        let later: Vec<Vote> = there.those("earlier", vote.id.to_value())?;
        let effort: Vec<Vote> = there.those("pair", vote.id.to_value())?;
        if !later.is_empty() || effort.iter().any(|it| it.state != VoteState::SetUp) {
            return Err(No::refuse(Say::new("refused-vote-opened")));
        }
        let mut step = Step::new(Say::new("step-vote-remove"));
        for gone in effort.iter().chain([&vote]) {
            for item in there.those::<AgendaItem>("vote", gone.id.to_value())? {
                step.update(&item, &AgendaItem { vote: None, ..item.clone() });
            }
            for option in there.those::<VoteOption>("vote", gone.id.to_value())? {
                step.delete(&option);
            }
            step.delete(gone);
        }
        Ok(step)
    }
}

impl Plan for SecondRound {
    fn plan(&self, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Step, No> {
        let before: Vote = there.get(self.vote.0)?;
        if before.is_secret() {
            return Err(No::refuse(Say::new("refused-round-secret")));
        }
        let mut options = options_of(there, before.id)?;
        options.retain(|option| self.only.is_empty() || self.only.contains(&option.id));
        if options.is_empty() {
            return Err(No::refuse(Say::new("refused-vote-options")));
        }
        let vote = set_up(
            Frame {
                workshop: before.workshop,
                criterion: before.criterion.clone(),
                settings: Settings::of(&before),
                expected: before.expected,
                axis: before.axis,
                pair: None,
                earlier: Some(before.id),
            },
            there,
            fresh,
        )?;
        let mut step = Step::new(Say::new("step-vote-again"));
        step.create(&vote);
        for (rank, option) in (1..).zip(options) {
            step.create(&VoteOption {
                id: VoteOptionId(fresh.id(Kind::VoteOption)?),
                uid: fresh.uid(),
                vote: vote.id,
                rank,
                revealed: None,
                voters: None,
                ..option
            });
        }
        hold_at(self.item, &vote, &mut step, there)?;
        Ok(step)
    }
}

/// What a vote is beside its options.
pub(super) struct Frame {
    pub(super) workshop: Option<WorkshopId>,
    pub(super) criterion: String,
    pub(super) settings: Settings,
    pub(super) expected: Option<i64>,
    pub(super) axis: Option<Axis>,
    pub(super) pair: Option<VoteId>,
    pub(super) earlier: Option<VoteId>,
}

pub(super) fn set_up(frame: Frame, there: &dyn There, fresh: &mut Fresh<'_>) -> Result<Vote, No> {
    frame.settings.check().map_err(No::refuse)?;
    let workshop = match frame.workshop {
        Some(workshop) => Some(announced(there, workshop)?),
        None => None,
    };
    let people = workshop.as_ref().and_then(|workshop| workshop.people);
    let mut vote = Vote {
        id: VoteId(fresh.id(Kind::Vote)?),
        uid: fresh.uid(),
        workshop: frame.workshop,
        criterion: frame.criterion,
        form: frame.settings.form,
        low: 0,
        high: 0,
        budget: None,
        blind: true,
        named: false,
        axis: frame.axis,
        pair: frame.pair,
        earlier: frame.earlier,
        expected: expected(frame.expected.or(people))?,
        state: VoteState::SetUp,
        opened: None,
        revealed: None,
        voters: None,
    };
    put_settings(&mut vote, &frame.settings);
    Ok(vote)
}

fn put_settings(vote: &mut Vote, settings: &Settings) {
    vote.form = settings.form;
    vote.low = settings.low;
    vote.high = settings.high;
    vote.budget = settings.budget;
    vote.blind = settings.blind;
    vote.named = settings.named;
}

pub(super) fn put_options(
    vote: &Vote,
    options: &[OptionOf],
    step: &mut Step,
    there: &dyn There,
    fresh: &mut Fresh<'_>,
) -> Result<(), No> {
    if !(FEWEST_OPTIONS..=MOST_OPTIONS).contains(&options.len()) {
        return Err(No::refuse(Say::new("refused-vote-options")));
    }
    let all_ideas = options.iter().all(|option| matches!(option, OptionOf::Idea(_)));
    for (at, (rank, of)) in (1..).zip(options).enumerate() {
        if options.iter().take(at).any(|earlier| earlier == of) {
            return Err(No::refuse(Say::new("refused-vote-option-twice")));
        }
        let mut option = VoteOption {
            id: VoteOptionId(fresh.id(Kind::VoteOption)?),
            uid: fresh.uid(),
            vote: vote.id,
            rank,
            number: rank,
            idea: None,
            cluster: None,
            text: String::new(),
            revealed: None,
            voters: None,
        };
        match of {
            OptionOf::Idea(idea) => {
                refuse_hidden(&there.get(idea.0)?)?;
                option.idea = Some(*idea);
                if all_ideas {
                    option.number = idea.0;
                }
            }
            OptionOf::Cluster(cluster) => {
                let cluster: Cluster = there.get(cluster.0)?;
                if Some(cluster.workshop) != vote.workshop {
                    return Err(No::refuse(Say::new("refused-vote-cluster")));
                }
                option.cluster = Some(cluster.id);
            }
            OptionOf::Criterion(idea, text) => {
                refuse_hidden(&there.get(idea.0)?)?;
                option.idea = Some(*idea);
                option.text = line(text);
            }
            OptionOf::Text(text) => {
                option.text = line(text);
                if option.text.is_empty() {
                    return Err(No::refuse(Say::new("refused-vote-option-empty")));
                }
            }
        }
        step.create(&option);
    }
    Ok(())
}

/// What the room may not see, it cannot vote on.
fn refuse_hidden(idea: &Idea) -> Result<(), No> {
    let id = match idea.sensitivity {
        _ if idea.removed.is_some() => "refused-removed",
        Sensitivity::Protected => "refused-vote-protected",
        Sensitivity::Open | Sensitivity::Internal => return Ok(()),
    };
    Err(No::refuse(Say::new(id).with("idea", Arg::Idea(idea.id.0))))
}

fn hold_at(
    item: Option<AgendaItemId>,
    vote: &Vote,
    step: &mut Step,
    there: &dyn There,
) -> Result<(), No> {
    let Some(item) = item else { return Ok(()) };
    let before: AgendaItem = there.get(item.0)?;
    step.update(&before, &AgendaItem { vote: Some(vote.id), ..before.clone() });
    Ok(())
}

pub(super) fn options_of(there: &dyn There, vote: VoteId) -> Result<Vec<VoteOption>, No> {
    let mut options: Vec<VoteOption> = there.those("vote", vote.to_value())?;
    options.sort_by_key(|option| (option.rank, option.id));
    Ok(options)
}

pub(super) fn criterion(text: &str) -> Result<String, No> {
    let text = line(text);
    if text.is_empty() { Err(No::refuse(Say::new("refused-criterion-empty"))) } else { Ok(text) }
}

fn expected(people: Option<i64>) -> Result<Option<i64>, No> {
    match people {
        Some(people) if !(1..=500).contains(&people) => Err(No::refuse(Say::new("refused-people"))),
        people => Ok(people),
    }
}
