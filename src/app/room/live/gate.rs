//! The idea at its gate as the room sees it: its card, the questions, how many have scored it, what
//! they scored once that is revealed, and the decision. Never a reason, a role or a name.

use crate::app::overlay::Overlay;
use crate::domain::live::{GateRow, Score, Scores};
use crate::domain::vote::{Estimate, most_divided_first};
use crate::domain::{AgendaItem, Arg, GateView, IdeaId, Language, live};
use crate::text::Words;

use super::{At, text};

impl At<'_> {
    /// The idea at the gate, with its questions as they are asked or as they were answered.
    pub(super) fn gate(&self, item: &AgendaItem) -> live::Scene {
        let Some(card) = self.full_card() else {
            return text(item, &self.read.room.workshop.question);
        };
        let sheets = self.model.overlays.iter().rev().filter_map(Overlay::sheet);
        let asked = sheets.filter_map(|sheet| sheet.at_gate(self.words)).next();
        let asked = asked.filter(|asked| asked.idea.0 == card.number);
        let is_asked = asked.is_some();
        let (gate, questions, at) = match (asked, &self.read.gate) {
            (Some(asked), _) => (asked.gate, asked.questions, asked.at),
            (None, Some((view, _))) => {
                let questions = self.answered(view);
                (self.words.arg(&view.name), questions, view.questions.len())
            }
            (None, None) => return live::Scene::Idea(card),
        };
        let scores = self.scores(IdeaId(card.number));
        live::Scene::Gate { card, gate, questions, at, is_asked, scores, decision: self.decision() }
    }

    fn answered(&self, view: &GateView) -> Vec<GateRow> {
        let reply = |key: &str| self.words.arg(&Arg::Known(format!("gate-answer:{key}").into()));
        let row = |asked: &crate::domain::Asked| GateRow {
            text: self.words.arg(&asked.text),
            reply: asked.before.map(|(given, _)| reply(given.key())),
        };
        view.questions.iter().map(row).collect()
    }

    fn decision(&self) -> Option<String> {
        let decision = self.read.gate.as_ref()?.1.as_ref()?;
        let kind = Arg::Known(format!("decision:{}", decision.kind.key()).into());
        // What is told of the role is only whether it was the group that advised.
        let advice = |language| Words::of(language).get("gate-advice") == decision.role.trim();
        let id = if Language::ALL.into_iter().any(advice) {
            "live-gate-advice"
        } else {
            "live-gate-decision"
        };
        Some(self.words.with(id, &[("decision", self.words.arg(&kind).into())]))
    }

    /// Before the reveal there is nothing but how many.
    fn scores(&self, idea: IdeaId) -> Option<Scores> {
        let votes = self.read.room.votes.iter().zip(&self.read.results).rev();
        let mut votes = votes.filter(|(view, _)| view.scored() == Some(idea));
        let (view, result) = votes.find(|(view, _)| !view.is_dropped())?;
        let Some(result) = result.as_ref().filter(|_| !view.vote.is_secret()) else {
            return Some(Scores::Counting { voted: view.turnout.voted, of: view.turnout.of });
        };
        let standings = most_divided_first(result.standings.clone());
        let rows = standings.iter().map(|standing| {
            let estimate = Estimate::of(&standing.histogram);
            Score {
                criterion: view.title(standing.option).to_owned(),
                levels: standing.histogram.clone(),
                median: estimate.map(|it| self.words.say(&it.median.say())).unwrap_or_default(),
                is_wide: estimate.is_some_and(|it| it.is_wide()),
            }
        });
        Some(Scores::Shown { rows: rows.collect(), voters: result.voters })
    }
}
