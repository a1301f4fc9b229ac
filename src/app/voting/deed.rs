//! What can be done with a vote as it stands: the row of buttons at the foot of its screen.

use crate::app::model::Model;
use crate::app::opening::{Opening, VoteOpening};
use crate::app::overlay::Turn;
use crate::domain::VoteState;
use crate::domain::vote::Estimate;
use crate::domain::{
    CloseVote, DropVote, IdeaId, OpenVote, OptionOf, PlaceOnMatrix, RemoveVote, ReopenVote,
    RevealVote, Say, SecondRound, SetUpEstimates, VoteId,
};

use super::{BallotDesk, Booth, Hands, Mode, Page, Placing, Sheaf, Subject, Voting, commit};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Open,
    Amend,
    Remove,
    Hands,
    Booth,
    Correct,
    Reopen,
    Reveal,
    /// Of a pair of estimates, the idea in focus.
    RevealOne,
    /// All that is left of a pair of estimates.
    RevealRest,
    /// Ends a vote without a result.
    Drop,
    Divided,
    Again,
    Estimate,
    Matrix,
    Close,
    /// At the median of what was written.
    Place,
    Next,
    /// Counts what was entered, where it was entered by hand.
    CountIn,
    /// What was not counted is tried again.
    Retry,
    Cancel,
    Yes,
    No,
}

impl Deed {
    pub fn label(self) -> Say {
        Say::new(match self {
            Deed::Open => "deed-open",
            Deed::Amend => "deed-amend",
            Deed::Remove => "deed-remove",
            Deed::Hands => "deed-hands",
            Deed::Booth => "deed-booth",
            Deed::Correct => "deed-correct",
            Deed::Reopen => "deed-reopen",
            Deed::Reveal => "deed-reveal",
            Deed::RevealOne => "deed-reveal-one",
            Deed::RevealRest => "deed-reveal-rest",
            Deed::Drop => "deed-drop",
            Deed::Divided => "deed-divided",
            Deed::Again => "deed-again",
            Deed::Estimate => "deed-estimate",
            Deed::Matrix => "deed-matrix",
            Deed::Close => "deed-close",
            Deed::Place => "deed-place",
            Deed::Next => "deed-next",
            Deed::CountIn => "deed-count-in",
            Deed::Retry => "deed-retry",
            Deed::Cancel => "deed-cancel",
            Deed::Yes => "deed-yes",
            Deed::No => "deed-no",
        })
    }

    /// What is asked before it is done. What can be undone is not asked about.
    pub fn question(self) -> Option<&'static str> {
        match self {
            Deed::Reveal => Some("ask-reveal"),
            Deed::RevealOne => Some("ask-reveal-one"),
            Deed::RevealRest => Some("ask-reveal-rest"),
            Deed::Drop => Some("ask-drop"),
            _ => None,
        }
    }
}

impl Voting {
    pub fn deeds(&self, desk: &BallotDesk) -> Vec<Deed> {
        let Some(read) = self.vote() else { return Vec::new() };
        let vote = &read.view.vote;
        let correct = desk.last(vote.id).is_some().then_some(Deed::Correct);
        let retry = (desk.kept(vote.id) > 0).then_some(Deed::Retry);
        let open = vote.state == VoteState::Open;
        match self.page() {
            Page::Votes | Page::Matrix | Page::Nothing => Vec::new(),
            Page::SetUp => vec![Deed::Open, Deed::Amend, Deed::Remove],
            Page::Asks => vec![Deed::No, Deed::Yes],
            Page::Hands => vec![Deed::CountIn, Deed::Cancel],
            Page::Booth => match &self.mode {
                Mode::Booth(booth) if booth.begun => vec![Deed::CountIn, Deed::Cancel],
                _ => retry.into_iter().collect(),
            },
            Page::Ballots if open => {
                let mut deeds: Vec<Deed> = retry.into_iter().collect();
                deeds.push(Deed::Reveal);
                deeds.extend((!vote.named).then_some(Deed::Hands));
                deeds.push(Deed::Booth);
                deeds.extend(correct);
                deeds.extend([Deed::Amend, Deed::Drop]);
                deeds
            }
            Page::Ballots => vec![Deed::Reveal, Deed::Reopen, Deed::Drop],
            Page::Estimates => {
                let mut deeds: Vec<Deed> = retry.filter(|_| open).into_iter().collect();
                let shown = self.is_revealed(self.cursor);
                let held = matches!(vote.state, VoteState::Open | VoteState::Counted);
                if shown {
                    deeds.extend(self.median().map(|_| Deed::Place));
                    deeds.push(Deed::Next);
                } else if held {
                    deeds.push(Deed::RevealOne);
                }
                deeds.extend(correct.filter(|_| open && !shown));
                deeds.push(Deed::Matrix);
                if held {
                    deeds.push(Deed::RevealRest);
                    deeds.extend((!shown).then_some(Deed::Drop));
                } else if vote.state == VoteState::Revealed {
                    deeds.push(Deed::Close);
                }
                deeds
            }
            Page::Result => {
                let mut deeds = vec![Deed::Divided, Deed::Again];
                deeds.extend(read.view.scored().is_none().then_some(Deed::Estimate));
                deeds.extend((vote.state == VoteState::Revealed).then_some(Deed::Close));
                deeds
            }
        }
    }

    /// The idea in focus with the medians of what was written on it.
    fn median(&self) -> Option<(IdeaId, i64, i64)> {
        let (benefit, effort) = self.estimates(self.cursor);
        let idea = self.view()?.options.get(self.cursor)?.option.idea?;
        Some((idea, benefit?.median.level(), effort?.median.level()))
    }

    /// What was written on an option, once it is revealed: benefit and effort.
    pub fn estimates(&self, at: usize) -> (Option<Estimate>, Option<Estimate>) {
        let Some(read) = self.vote().filter(|_| self.is_revealed(at)) else { return (None, None) };
        let of = |view: &crate::domain::VoteView, result: Option<&crate::domain::VoteResult>| {
            let option = view.options.get(at)?;
            Estimate::of(&result?.tally.histogram(option.option.id))
        };
        let effort = read.other.as_ref().and_then(|(view, result)| of(view, result.as_ref()));
        (of(&read.view, read.result.as_ref()), effort)
    }

    pub(super) fn press(&mut self, model: &mut Model, deed: Deed) -> Turn {
        let Some(read) = self.vote() else { return Turn::stay() };
        let view = read.view.clone();
        let vote = view.vote.id;
        if deed.question().is_some() {
            // Where all are in, Enter goes on; otherwise it is for the hand to say so.
            let voted = match deed {
                Deed::Reveal => Some(view.turnout.voted),
                Deed::RevealOne => Some(read.voted_on(self.cursor)),
                _ => None,
            };
            let all = voted.is_some_and(|voted| view.turnout.of.is_some_and(|of| voted >= of));
            self.mode = Mode::Asks(deed);
            self.deed = Some(usize::from(all));
            return Turn::stay();
        }
        match deed {
            Deed::Open => self.done(commit(model, OpenVote { vote })),
            Deed::Amend => {
                model.opening = Some(Opening::Vote(VoteOpening::Amend(vote)));
                Turn::stay()
            }
            Deed::Remove => {
                self.go(Subject::Votes);
                commit(model, RemoveVote { vote })
            }
            Deed::Hands => {
                self.deed = None;
                self.mode = Mode::Hands(Box::new(Hands::of(&view)));
                Turn::stay()
            }
            Deed::Booth => {
                self.deed = None;
                self.mode = Mode::Booth(Box::new(Booth::of(&view, model.held.now)));
                Turn::stay()
            }
            Deed::Correct => {
                self.correct(model);
                Turn::stay()
            }
            Deed::Reopen => self.done(commit(model, ReopenVote { vote })),
            Deed::Close => self.done(commit(model, CloseVote { vote })),
            Deed::Divided => {
                self.divided_first ^= true;
                Turn::stay()
            }
            Deed::Again => {
                self.expect_new();
                commit(model, SecondRound { vote, item: None, only: self.chosen.clone() })
            }
            Deed::Estimate => self.estimate(model),
            Deed::Matrix => {
                self.go(Subject::Matrix(Placing::Vote(vote)));
                Turn::stay()
            }
            Deed::Place => match self.median() {
                Some((idea, benefit, effort)) => {
                    self.deed = Some(1);
                    let (benefit, effort) = (Some(benefit), Some(effort));
                    commit(model, PlaceOnMatrix { idea, benefit, effort })
                }
                None => Turn::stay(),
            },
            Deed::Next => {
                let last = view.options.len().saturating_sub(1);
                self.cursor = if self.cursor < last { self.cursor + 1 } else { 0 };
                self.deed = None;
                Turn::stay()
            }
            Deed::CountIn => self.count_in(model),
            Deed::Retry => {
                self.deed = None;
                Turn::with(model.ballots.retry(vote))
            }
            Deed::Cancel => {
                self.deed = None;
                match &mut self.mode {
                    Mode::Booth(booth) => booth.clear(),
                    _ => self.mode = Mode::Plain,
                }
                Turn::stay()
            }
            Deed::Yes => self.meant(model, vote),
            Deed::No => {
                self.mode = Mode::Plain;
                self.deed = None;
                Turn::stay()
            }
            Deed::Reveal | Deed::RevealOne | Deed::RevealRest | Deed::Drop => Turn::stay(),
        }
    }

    fn done(&mut self, turn: Turn) -> Turn {
        self.deed = None;
        turn
    }

    fn meant(&mut self, model: &mut Model, vote: VoteId) -> Turn {
        let Mode::Asks(deed) = std::mem::replace(&mut self.mode, Mode::Plain) else {
            return Turn::stay();
        };
        self.deed = None;
        // What is shown is not put right any more.
        model.ballots.forget();
        match deed {
            Deed::RevealOne => {
                let options = self.view().map(|view| view.options.as_slice()).unwrap_or_default();
                let option = options.get(self.cursor).map(|it| it.option.id);
                self.deed = Some(0);
                commit(model, RevealVote { vote, option })
            }
            Deed::Drop => commit(model, DropVote { vote }),
            _ => commit(model, RevealVote { vote, option: None }),
        }
    }

    /// Benefit and effort of what is marked in the result.
    fn estimate(&mut self, model: &mut Model) -> Turn {
        let Some(view) = self.view() else { return Turn::stay() };
        let room = view.vote.workshop.and_then(|workshop| model.held.room(workshop));
        let options = self.chosen_ideas(room).into_iter().map(OptionOf::Idea).collect();
        let set_up = SetUpEstimates {
            workshop: view.vote.workshop,
            item: None,
            options,
            expected: view.vote.expected,
        };
        self.expect_new();
        commit(model, set_up)
    }

    /// What was entered at the booth or as hands goes into the box.
    fn count_in(&mut self, model: &mut Model) -> Turn {
        let view = self.view().cloned();
        let slip = match (&self.mode, &view) {
            (Mode::Hands(hands), _) => hands.slip(),
            (Mode::Booth(booth), Some(view)) => booth.ballot(view).map(|ballot| {
                let name = booth.name.text();
                let uid = crate::domain::Uid::default();
                crate::domain::vote::Slip::ballot(uid, view.vote.id, &ballot, &name)
            }),
            _ => return Turn::stay(),
        };
        let slip = match slip {
            Ok(slip) => slip,
            Err(say) => {
                model.refuse(say);
                return Turn::stay();
            }
        };
        self.deed = None;
        match &mut self.mode {
            Mode::Booth(booth) => {
                booth.clear();
            }
            _ => self.mode = Mode::Plain,
        }
        Turn::with(model.ballots.cast(Sheaf { slip, text: String::new() }, None))
    }
}
