//! Votes in minutes: how many voted, how the room was spread, who gave what where that was asked
//! for, and where ideas stand on the matrix.

use crate::domain::Axis;
use crate::domain::minutes::{Named, Outcome, Placed, Voted};

use super::super::document::{Block, Level, Table};
use super::{Writer, or_dash};

/// From here on the room counts as divided, out of a thousand.
const DIVIDED: i64 = 700;
/// Up to here it counts as of one mind.
const OF_ONE_MIND: i64 = 250;

impl Writer<'_> {
    pub(super) fn votes(&self, blocks: &mut Vec<Block>) {
        if self.minutes.votes.is_empty() {
            return;
        }
        self.section(blocks, "minutes-votes");
        blocks.push(Block::Text(self.get("minutes-vote-no-decision")));
        for vote in &self.minutes.votes {
            let axis = match vote.axis {
                Some(Axis::Benefit) => format!(" ({})", self.get("minutes-benefit")),
                Some(Axis::Effort) => format!(" ({})", self.get("minutes-effort")),
                None => String::new(),
            };
            let round = if vote.is_second {
                format!(", {}", self.get("minutes-second"))
            } else {
                String::new()
            };
            let title = format!("{}{axis}{round}", or_dash(&vote.criterion));
            blocks.push(Block::Heading(Level::Part, title.clone()));
            blocks.push(Block::Text(self.turnout(vote)));
            if let Outcome::Shown(placed) = &vote.outcome {
                blocks.push(self.outcome(title, placed, vote.budget.is_some()));
            }
            if !vote.by_name.is_empty() {
                blocks.push(self.by_name(vote));
            }
        }
    }

    fn turnout(&self, vote: &Voted) -> String {
        let mut told = match vote.of {
            Some(of) => {
                let args = [("voted", vote.voted.into()), ("of", of.into())];
                self.words.with("minutes-turnout-of", &args)
            }
            None => self.words.with("minutes-turnout", &[("voted", vote.voted.into())]),
        };
        if let Some(budget) = vote.budget {
            told.push(' ');
            told.push_str(&self.words.with("minutes-budget", &[("n", budget.into())]));
        }
        let more = match vote.outcome {
            Outcome::Secret => "minutes-vote-secret",
            Outcome::Dropped => "minutes-vote-dropped",
            Outcome::Shown(_) => return told,
        };
        format!("{told} {}", self.get(more))
    }

    fn outcome(&self, caption: String, placed: &[Placed], has_dots: bool) -> Block {
        let has_points = placed.iter().any(|it| it.points.is_some());
        let has_moved = placed.iter().any(|it| it.moved.is_some());
        let mut heads = vec!["minutes-head-place", "minutes-head-option"];
        heads.push(match (has_points, has_dots) {
            (true, true) => "minutes-head-points",
            (true, false) => "minutes-head-sum",
            (false, _) => "minutes-head-median",
        });
        heads.extend(["minutes-head-voters", "minutes-head-spread"]);
        heads.extend(has_moved.then_some("minutes-head-moved"));
        let rows = placed.iter().map(|it| {
            let tied =
                if it.is_tied { format!(" ({})", self.get("minutes-tied")) } else { "".into() };
            let name = Named { number: it.number, title: it.title.clone() };
            let option = match &it.title {
                Some(title) if it.is_criterion => title.clone(),
                _ => self.named(&name),
            };
            let weight = match (it.points, &it.estimate) {
                (Some(points), _) => points.to_string(),
                (None, Some(estimate)) => self.words.say(&estimate.median.say()),
                (None, None) => "–".into(),
            };
            let mut row = vec![format!("{}{tied}", it.place), option, weight];
            row.extend([it.voters.to_string(), self.spread(it)]);
            if has_moved {
                row.push(it.moved.map(|places| self.moved(places)).unwrap_or_default());
            }
            row
        });
        let heads = heads.into_iter().map(|head| self.get(head)).collect();
        Block::Table(Table { caption, heads, names: 1, rows: rows.collect() })
    }

    fn moved(&self, places: i64) -> String {
        let id = match places {
            0 => return self.get("minutes-moved-not"),
            1.. => "minutes-moved-up",
            _ => "minutes-moved-down",
        };
        self.words.with(id, &[("n", places.abs().into())])
    }

    fn spread(&self, placed: &Placed) -> String {
        let mut told = Vec::new();
        if let Some((plus, minus)) = placed.for_against {
            let args = [("plus", plus.into()), ("minus", minus.into())];
            told.push(self.words.with("minutes-for-against", &args));
        }
        if let Some(estimate) = &placed.estimate {
            let args = [("low", estimate.lowest.into()), ("high", estimate.highest.into())];
            told.push(self.words.with("minutes-from-to", &args));
        }
        let more = placed.histogram.iter().any(|(points, _)| *points > 1);
        if placed.estimate.is_some() || more {
            let each = placed.histogram.iter().map(|(points, n)| {
                self.words.with("minutes-gave", &[("points", (*points).into()), ("n", (*n).into())])
            });
            told.push(each.collect::<Vec<_>>().join(", "));
        }
        let is_wide = placed.estimate.is_some_and(|it| it.is_wide());
        told.push(self.get(match placed.divided {
            _ if is_wide => "minutes-wide",
            DIVIDED.. => "minutes-divided",
            ..=OF_ONE_MIND => "minutes-of-one-mind",
            _ => "minutes-somewhat-divided",
        }));
        told.join("; ")
    }

    /// Options by number, with what each person gave them.
    fn by_name(&self, vote: &Voted) -> Block {
        let rows = vote.by_name.iter().map(|it| {
            let gave = it.gave.iter().map(|(number, points)| format!("#{number}: {points}"));
            vec![it.who.clone(), gave.collect::<Vec<_>>().join(", ")]
        });
        let heads = ["minutes-head-who", "minutes-head-gave"];
        self.table("minutes-voters", heads, 0, rows.collect())
    }

    pub(super) fn matrix(&self, blocks: &mut Vec<Block>) {
        if self.minutes.matrix.is_empty() {
            return;
        }
        self.section(blocks, "minutes-matrix");
        let rows =
            self.minutes.matrix.iter().map(|it| {
                vec![self.named(&it.idea), it.benefit.to_string(), it.effort.to_string()]
            });
        let heads = ["minutes-head-idea", "minutes-benefit", "minutes-effort"];
        blocks.push(self.table("minutes-matrix-said", heads, 0, rows.collect()));
    }
}
