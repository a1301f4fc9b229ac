//! What the room sees, made of what was read of the running workshop. It is read through the veil,
//! whatever the person's own window shows; what that window has on top never comes in here.

mod gate;

use crate::domain::Axis;
use crate::domain::live::{
    AgendaRow, Curtain, FullCard, Group, Item, Parked, Placed, ResultRow, Spread, StageCount, ToDo,
};
use crate::domain::vote::{Estimate, most_divided_first};
use crate::domain::{
    AgendaItem, Arg, Clock, Idea, IdeaId, ItemState, Live, SceneKind, Schedule, Stage, Stamp,
    VoteOptionId, VoteResult, VoteState, VoteView, live,
};
use crate::text::{Words, dates};

use crate::app::model::Model;

use super::show::LiveRead;

/// The cards that a page of the board has before a room.
const PAGE: usize = 6;
/// The newest ideas that are shown while they come in.
const NEWEST: usize = 12;
const MINUTE: i64 = 60_000;

/// The running workshop's title, which is on the curtain.
pub fn title(model: &Model) -> Option<&str> {
    model.held.running?;
    let (_, _, Some(read)) = model.show.read.as_ref()? else { return None };
    Some(read.room.workshop.title.as_str())
}

/// The curtain as it hangs: while ballots come in, it says how many.
pub fn hung(model: &Model, curtain: &Curtain) -> Curtain {
    let read = model.held.running.and(model.show.read.as_ref());
    let Some((_, _, Some(read))) = read else { return curtain.clone() };
    let at = At { read, model, words: &model.words, now: model.held.now };
    at.counting(curtain).unwrap_or_else(|| curtain.clone())
}

/// What the room sees now; nothing where no workshop is being held.
pub fn live(model: &Model, now: Stamp) -> Option<Live> {
    let (_, _, Some(read)) = model.show.read.as_ref()? else { return None };
    model.held.running?;
    let at = At { read, model, words: &model.words, now };
    let live = at.live();
    Some(match &model.curtain {
        Some(curtain) => live.curtained(hung(model, curtain)),
        None => match counting(model) {
            Some(counting) => live.curtained(counting),
            None => live,
        },
    })
}

/// While ballots are typed here, the room sees that they are counted.
fn counting(model: &Model) -> Option<Curtain> {
    let turnout = model.show.counting.as_ref()?;
    Some(Curtain::Counting { voted: turnout.voted, of: turnout.of })
}

struct At<'a> {
    read: &'a LiveRead,
    model: &'a Model,
    words: &'a Words,
    now: Stamp,
}

impl At<'_> {
    fn live(&self) -> Live {
        let room = &self.read.room;
        let now = room.now();
        let item = now.map(|(at, item)| Item {
            nth: at + 1,
            of: room.items.len(),
            title: item.title.clone(),
        });
        Live {
            language: self.words.language,
            title: room.workshop.title.clone(),
            question: room.workshop.question.clone(),
            curtain: None,
            clock: now.and_then(|(_, item)| self.clock(item)),
            item,
            scene: now.map_or_else(|| self.title(), |(_, item)| self.scene(item)),
        }
    }

    fn clock(&self, item: &AgendaItem) -> Option<Clock> {
        self.model.held.clock().or_else(|| {
            let started = item.started?;
            Some(Clock::start(item.minutes, started))
        })
    }

    fn scene(&self, item: &AgendaItem) -> live::Scene {
        match item.scene {
            SceneKind::Title => self.title(),
            SceneKind::Agenda => self.agenda(),
            SceneKind::Text => text(item, &self.read.room.workshop.question),
            SceneKind::TestCard => live::Scene::TestCard,
            SceneKind::Capture => self.capture(false),
            SceneKind::HiddenCapture => self.capture(true),
            SceneKind::Board => self.board(),
            SceneKind::Groups => self.groups(),
            SceneKind::Ballot | SceneKind::Result => match self.vote(item) {
                Some((vote, Some(result))) => self.result(vote, result),
                Some((vote, None)) => self.ballot(vote),
                None => text(item, &self.read.room.workshop.question),
            },
            SceneKind::Matrix => self.matrix(),
            SceneKind::Gate => self.gate(item),
            SceneKind::Parking => live::Scene::Parking {
                rows: self.read.room.parking.iter().map(Parked::from).collect(),
            },
            SceneKind::Actions => self.actions(),
            SceneKind::Break => {
                let ends = self.clock(item).and_then(|clock| match clock {
                    Clock::Running { ends } => Some(ends),
                    Clock::Paused { .. } | Clock::Over => None,
                });
                live::Scene::Break { until: ends }
            }
        }
    }

    fn title(&self) -> live::Scene {
        let begins = self.read.room.workshop.begins;
        let begins = begins.map(|minutes| format!("{:02}:{:02}", minutes / 60, minutes % 60));
        live::Scene::Title { begins: begins.unwrap_or_default() }
    }

    fn agenda(&self) -> live::Scene {
        let room = &self.read.room;
        let plan = Schedule::of(&room.workshop, &room.items, self.now, self.now);
        let whole = |at: Stamp| Stamp(at.0 - at.0.rem_euclid(MINUTE));
        let row = |item: &AgendaItem| {
            let from = plan.slots.iter().find(|slot| slot.item == item.id).map(|slot| slot.from);
            AgendaRow {
                title: item.title.clone(),
                minutes: item.minutes,
                from: whole(from.unwrap_or(self.now)),
                is_now: item.state == ItemState::Now,
                is_done: item.state == ItemState::Done,
                is_skipped: item.state == ItemState::Skipped,
            }
        };
        live::Scene::Agenda { rows: room.items.iter().map(row).collect(), excess: plan.excess() }
    }

    fn capture(&self, hidden: bool) -> live::Scene {
        let cards: Vec<live::Card> = cards(&self.read.room.ideas);
        let from = if hidden { cards.len() } else { cards.len().saturating_sub(NEWEST) };
        let last = cards.get(from..).unwrap_or_default().to_vec();
        live::Scene::Capture { last, count: self.read.room.ideas.len(), hidden }
    }

    fn board(&self) -> live::Scene {
        let focus = self.read.idea.as_ref().map(|(idea, _)| idea.id);
        if let Some(card) = self.full_card().filter(|_| self.model.focus.pane().is_some()) {
            return live::Scene::Idea(card);
        }
        let window = &self.read.window;
        let here = focus.and_then(|idea| window.cards.iter().position(|card| card.id == idea));
        let above = window.above.unwrap_or(0);
        let page = (above + here.unwrap_or(0)) / PAGE;
        let from = (page * PAGE).saturating_sub(above);
        let until = ((page + 1) * PAGE).saturating_sub(above).min(window.cards.len());
        let cards = window.cards.get(from..until).unwrap_or_default();
        let stages = &self.model.frame.stages;
        let count = |stage: &Stage| {
            self.read.counts.iter().find(|(id, _)| *id == stage.id).map_or(0, |(_, n)| *n)
        };
        live::Scene::Board {
            stages: stages
                .iter()
                .map(|stage| StageCount {
                    name: self.words.arg(&stage.label()),
                    count: count(stage),
                })
                .collect(),
            stage: self.model.board.focus,
            page: page + 1,
            pages: window.total.div_ceil(PAGE).max(1),
            cards: cards
                .iter()
                .map(|card| live::Card { number: card.id.0, title: card.title.clone() })
                .collect(),
            focus: here.map(|here| here.saturating_sub(from)),
        }
    }

    fn groups(&self) -> live::Scene {
        let room = &self.read.room;
        let group = |group: &crate::domain::Grouped| Group {
            name: group.cluster.name.clone(),
            cards: cards(&group.ideas),
        };
        live::Scene::Groups {
            groups: room.groups.iter().map(group).collect(),
            loose: cards(room.loose()),
        }
    }

    /// The vote that an item is about, or the last one, with its result where that is revealed.
    fn vote(&self, item: &AgendaItem) -> Option<(&VoteView, Option<&VoteResult>)> {
        let votes = self.read.room.votes.iter().zip(&self.read.results);
        let mut votes =
            votes.filter(|(view, _)| view.vote.axis.is_none() && view.scored().is_none());
        let (view, result) = match item.vote {
            Some(vote) => votes.find(|(view, _)| view.vote.id == vote)?,
            None => votes.next_back()?,
        };
        Some((view, result.as_ref().filter(|_| view.vote.revealed.is_some())))
    }

    fn ballot(&self, view: &VoteView) -> live::Scene {
        live::Scene::Ballot {
            criterion: view.vote.criterion.clone(),
            how: how(self.words, view),
            options: options(view).map(|(_, card)| card).collect(),
            voted: view.turnout.voted,
            of: view.turnout.of,
        }
    }

    fn result(&self, view: &VoteView, result: &VoteResult) -> live::Scene {
        let divided_first = self.model.show.divided_first;
        let standings = result.standings.clone();
        let standings = if divided_first { most_divided_first(standings) } else { standings };
        let known: Vec<(VoteOptionId, live::Card)> = options(view).collect();
        let row = |standing: &crate::domain::vote::Standing| {
            let (_, card) = known.iter().find(|(option, _)| *option == standing.option)?;
            let shift = result.shifts.iter().find(|shift| shift.option == standing.option);
            Some(ResultRow {
                place: standing.place,
                is_tied: standing.is_tied,
                card: card.clone(),
                points: standing.sum,
                voters: standing.voters,
                shift: shift.map(|shift| shift.places),
                is_divided: standing.divided >= DIVIDED,
            })
        };
        live::Scene::Result {
            criterion: view.vote.criterion.clone(),
            rows: standings.iter().filter_map(row).collect(),
            voters: result.voters,
            divided_first,
        }
    }

    fn matrix(&self) -> live::Scene {
        let room = &self.read.room;
        let estimated = room.votes.iter().rfind(|view| view.vote.axis == Some(Axis::Benefit));
        let ideas: Vec<&Idea> = match estimated {
            Some(view) => {
                let known = || room.ideas.iter().chain(&self.read.options);
                let ids = view.options.iter().filter_map(|option| option.option.idea);
                ids.filter_map(|id| known().find(|idea| idea.id == id)).collect()
            }
            None => room.ideas.iter().collect(),
        };
        let (mut placed, mut unplaced) = (Vec::new(), Vec::new());
        for idea in ideas {
            let Some(card) = live::Card::of(idea) else { continue };
            match (idea.benefit_score, idea.effort_score) {
                (Some(benefit), Some(effort)) => placed.push(Placed { card, benefit, effort }),
                _ => unplaced.push(card),
            }
        }
        let public = |idea: &IdeaId| {
            unplaced.iter().chain(placed.iter().map(|it| &it.card)).any(|it| it.number == idea.0)
        };
        let focus = self.model.show.focus.filter(|idea| public(idea));
        let estimate = focus.and_then(|idea| self.spread(idea));
        live::Scene::Matrix { placed, unplaced, focus: focus.map(|idea| idea.0), estimate }
    }

    /// What the room wrote on an idea, once both of its estimates are revealed.
    fn spread(&self, idea: IdeaId) -> Option<Spread> {
        let told = |axis: Axis| {
            let votes = self.read.room.votes.iter().zip(&self.read.results);
            let (view, result) = votes.rev().find(|(view, _)| view.vote.axis == Some(axis))?;
            let option = view.options.iter().find(|option| option.option.idea == Some(idea))?;
            let is_revealed = view.vote.revealed.is_some() || option.option.revealed.is_some();
            let result = result.as_ref().filter(|_| is_revealed)?;
            let histogram = result.tally.histogram(option.option.id);
            Some((Estimate::of(&histogram)?, histogram))
        };
        let (benefit, benefit_levels) = told(Axis::Benefit)?;
        let (effort, effort_levels) = told(Axis::Effort)?;
        Some(Spread {
            benefit: benefit_levels,
            effort: effort_levels,
            benefit_median: self.words.say(&benefit.median.say()),
            effort_median: self.words.say(&effort.median.say()),
            is_wide: benefit.is_wide() || effort.is_wide(),
        })
    }

    fn full_card(&self) -> Option<FullCard> {
        let (idea, text) = self.read.idea.as_ref()?;
        let stages = &self.model.frame.all;
        let stage = stages.iter().find(|stage| stage.id == idea.stage);
        let stage = stage.map(|stage| self.words.arg(&stage.label())).unwrap_or_default();
        FullCard::of(idea, text, stage)
    }

    fn actions(&self) -> live::Scene {
        let due = |day| dates::day_and_month(day, self.words.language);
        let rows = self.read.room.actions.iter();
        let rows = rows.map(|action| ToDo::of(action, action.due.map(due).unwrap_or_default()));
        live::Scene::Actions { rows: rows.collect() }
    }

    /// What is told on a plain curtain while ballots come in.
    fn counting(&self, curtain: &Curtain) -> Option<Curtain> {
        if !matches!(curtain, Curtain::Plain | Curtain::Break { until: None }) {
            return None;
        }
        let (_, item) = self.read.room.now()?;
        let (view, _) = self.vote(item).filter(|_| item.scene == SceneKind::Ballot)?;
        let open = matches!(view.vote.state, VoteState::Open | VoteState::Counted);
        let (voted, of) = (view.turnout.voted, view.turnout.of);
        (open && voted > 0).then_some(Curtain::Counting { voted, of })
    }
}

/// From here on a room is told that it is divided.
const DIVIDED: i64 = 700;

fn text(item: &AgendaItem, question: &str) -> live::Scene {
    live::Scene::Text {
        title: item.title.clone(),
        instruction: item.instruction.clone(),
        question: question.to_owned(),
    }
}

fn cards<'a>(ideas: impl IntoIterator<Item = &'a Idea>) -> Vec<live::Card> {
    let own = ideas.into_iter().filter(|idea| idea.merged_into.is_none());
    own.filter_map(live::Card::of).collect()
}

/// What can be voted on, by the numbers that are said aloud.
fn options(view: &VoteView) -> impl Iterator<Item = (VoteOptionId, live::Card)> {
    let public = view.options.iter().filter(|option| !option.is_protected);
    public.map(|option| {
        let card = live::Card { number: option.option.number, title: option.title.clone() };
        (option.option.id, card)
    })
}

/// What each has to give, as a sentence.
fn how(words: &Words, view: &VoteView) -> String {
    let settings = view.settings();
    let args: [(&str, Arg); 4] = [
        ("n", settings.budget.unwrap_or(0).into()),
        ("most", settings.high.into()),
        ("low", settings.low.into()),
        ("high", settings.high.into()),
    ];
    let id = match settings.budget {
        Some(_) if settings.low < 0 => "live-how-plus-minus",
        Some(_) if settings.high == 1 => "live-how-dots",
        Some(_) => "live-how-dots-most",
        None if settings.low < 0 => "live-how-agree",
        None => "live-how-scale",
    };
    words.with(id, &args)
}
